"""What a line at the console means: the current card's numbers and labels, then commands, then words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.console.inbound import (
    Chosen,
    Command,
    Followed,
    Meaning,
    NoSuchKey,
    Passed,
    Pressed,
    Rated,
    Sender,
    Step,
    TooMany,
    Words,
    read,
)
from adapters.console.open_card import OpenCard
from bot.domain.people import Account
from bot.domain.prompts import Option
from bot.surface.card import Button, Buttons, Card, Choose, LinkButton, Reach, Scale
from tests.contract.surface_samples import KIND, ROW, SEVERAL, TANK, WEIGHT, card

COMMANDS = frozenset({"write", "leave", "journal last"})


def table(*cards: Card) -> list[OpenCard]:
    """Return cards on the table, the current one first."""
    return [OpenCard(card=one) for one in cards]


def on(line: str, *cards: Card) -> Meaning:
    """Read `line` with these cards on the table."""
    return read(line, table(*cards), COMMANDS)


@pytest.mark.parametrize("line", ["2", "low", "LOW", "  Low ", "02", "٢"])
def test_a_step_is_its_number_or_its_word(line: str) -> None:
    """Case, spaces and the script of the digit do not matter."""
    meaning = on(line, card(TANK, ROW))
    assert isinstance(meaning, Rated)
    assert (meaning.ask, meaning.value) == (TANK, 2)


@pytest.mark.parametrize("line", ["n", "N", "not now"])
def test_not_now_is_an_answer_to_a_scale(line: str) -> None:
    """The core hears that it was passed."""
    meaning = on(line, card(TANK))
    assert isinstance(meaning, Rated)
    assert meaning.value is None


def test_not_now_passes_a_choice_without_telling() -> None:
    """A choice can be left out; there is nothing to say about it."""
    meaning = on("n", card(KIND))
    assert isinstance(meaning, Passed)
    assert meaning.ask == KIND


@pytest.mark.parametrize(("line", "value"), [("0", 0), ("10", 10), ("a feather", 0), ("A stone", 10)])
def test_a_scale_between_ends_takes_its_numbers_and_end_words(line: str, value: int) -> None:
    """The number is the value itself."""
    meaning = on(line, card(WEIGHT))
    assert isinstance(meaning, Rated)
    assert meaning.value == value


@pytest.mark.parametrize("line", ["11", "6 7", "299"])
def test_a_number_outside_the_scale_is_no_answer(line: str) -> None:
    """It is said here, and the core hears nothing."""
    assert on(line, card(WEIGHT)) == NoSuchKey(key=line)


def test_a_number_of_any_length_is_no_answer() -> None:
    """Ten thousand digits are no number that anybody meant, and no crash."""
    line = "1" * 10_000
    assert on(line, card(WEIGHT)) == NoSuchKey(key=line)


@pytest.mark.parametrize("line", ["1 3", "1, 3", "1,3", "rest, quiet", "Rest , Quiet", "1 3 1"])
def test_several_answers_stand_in_one_line(line: str) -> None:
    """Numbers between spaces or commas, labels between commas; the same one twice counts once."""
    meaning = on(line, card(SEVERAL))
    assert isinstance(meaning, Chosen)
    assert [option.name for option in meaning.options] == ["a", "c"]


def test_more_answers_than_fit_are_not_cut() -> None:
    """Nobody picks for the person which ones count."""
    assert on("1 2 3", card(SEVERAL)) == TooMany(at_most=2)
    assert on("1 2", card(KIND)) == TooMany(at_most=1)


def test_a_number_that_no_answer_has_is_named() -> None:
    """The number that is wrong is the one that is said."""
    assert on("1 9", card(SEVERAL)) == NoSuchKey(key="9")


@pytest.mark.parametrize(("line", "name"), [("1", "checkin.write"), ("2", "checkin.skip"), ("h", "help.now")])
def test_buttons_have_numbers_and_help_has_h(line: str, name: str) -> None:
    """Help takes no number from the others."""
    meaning = on(line, card(ROW))
    assert isinstance(meaning, Pressed)
    assert meaning.button.name == name


@pytest.mark.parametrize("is_settled", [False, True])
@pytest.mark.parametrize(("line", "name"), [("s", "checkin.write"), ("T", "checkin.skip"), ("h", "help.now")])
def test_beside_a_question_buttons_have_letters(line: str, name: str, *, is_settled: bool) -> None:
    """Numbers are the answers; the letters stay as they are when nothing is left to ask."""
    place = OpenCard(card=card(KIND, ROW))
    assert isinstance(read("1", [place], COMMANDS), Chosen)
    meaning = read(line, [place.settle(KIND) if is_settled else place], COMMANDS)
    assert isinstance(meaning, Pressed)
    assert meaning.button.name == name


def test_a_label_of_the_row_counts_while_a_question_is_open() -> None:
    """Whoever sees the row of an earlier check-in in their mind can go straight to it."""
    meaning = on("not today", card(TANK, ROW))
    assert isinstance(meaning, Pressed)
    assert meaning.button.name == "checkin.skip"


def test_an_answer_may_be_changed_by_its_label() -> None:
    """A question that was answered still knows its labels."""
    place = OpenCard(card=card(TANK, KIND)).settle(TANK)
    meaning = read("full", [place], COMMANDS)
    assert isinstance(meaning, Rated)
    assert meaning.value == 5


def test_a_link_is_read_out_again() -> None:
    """Its label gives its address; the core has no part in it."""
    assert isinstance(on("our policy", card(ROW)), Followed)


@pytest.mark.parametrize("line", ["h", "H"])
def test_help_is_there_without_a_card(line: str) -> None:
    """At any time."""
    assert on(line) == Command(text="helpnow")
    assert on(line, card(TANK)) == Command(text="helpnow")


@pytest.mark.parametrize("line", ["quit", "exit", "/quit", " Exit "])
def test_leaving_needs_no_card(line: str) -> None:
    """Two words for it."""
    assert on(line, card(TANK)) is Step.LEAVE


@pytest.mark.parametrize("line", ["", "  ", "\t"])
def test_an_empty_line_looks_again(line: str) -> None:
    """Nothing is sent."""
    assert on(line, card(TANK)) is Step.LOOK


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("jurnal", "jurnal"),
        ("journal last", "journal last"),
        ("/journal last", "journal last"),
        ("/reststop journal last", "journal last"),
        ("reststop checkin", "checkin"),
        ("Reststop", ""),
        ("/a long line after a slash", "a long line after a slash"),
        ("leave until 4 January 2027", "leave until 4 January 2027"),
        ("three small words", "three small words"),
    ],
)
def test_a_command_is_a_slash_a_known_word_or_up_to_three_words(line: str, text: str) -> None:
    """The core says what it does not know."""
    assert on(line) == Command(text=text)


def test_more_words_are_words() -> None:
    """They arrive as typed."""
    assert on(" today was long and loud") == Words(text=" today was long and loud")


def test_a_label_of_the_current_card_comes_before_a_command() -> None:
    """And a slash makes it the command."""
    write = card(Buttons(buttons=(Button(ref="r", name="w", label="Write"),)))
    assert isinstance(on("write", write), Pressed)
    assert on("/write", write) == Command(text="write")


def test_a_card_that_was_pushed_aside_is_reached_by_labels_alone() -> None:
    """Its numbers are gone, and its labels do not hide a command."""
    older = card(
        Buttons(
            buttons=(Button(ref="a", name="open", label="Open"), Button(ref="b", name="w", label="Write"))
        )
    )
    current = card(Buttons(buttons=(Button(ref="c", name="ok", label="OK"),)))
    opened = on("open", current, older)
    assert isinstance(opened, Pressed)
    assert opened.button.ref == "a"
    assert on("2", current, older) == NoSuchKey(key="2")
    assert on("write", current, older) == Command(text="write")


LABELS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=8)


@given(
    line=st.text(max_size=40),
    labels=st.lists(LABELS, min_size=1, max_size=5, unique=True),
    at_most=st.integers(1, 3),
)
def test_any_line_means_something(line: str, labels: list[str], at_most: int) -> None:
    """No line of any script fails to be read."""
    options = tuple(Option(name=f"o{n}", label=label) for n, label in enumerate(labels))
    choose = Choose(ref="c", name="c", ask="Which?", options=options, at_most=at_most)
    scale = Scale(ref="s", name="s", ask="How much?", low=0, high=10, words=(labels[0], "end"))
    link = LinkButton(name="l", label=labels[-1], url="https://example.org")
    place = OpenCard(card=card(choose, scale, Buttons(buttons=(link,)), reach=Reach.OPEN))
    for standing in (place, place.settle(choose), place.pass_asks()):
        assert read(line, [standing, place], COMMANDS) is not None


def test_events_carry_their_sender() -> None:
    """Each with an id of its own."""
    ids = iter(("one", "two"))
    account = Account(surface="console", workspace="local", user="me")
    sender = Sender(
        account=account,
        zone="Europe/Berlin",
        new_id=lambda: next(ids),
        organisation="console/local",
        manages=True,
    )
    assert sender.facts() == {
        "event_id": "one",
        "account": account,
        "zone": "Europe/Berlin",
        "organisation": "console/local",
        "manages": True,
    }
    assert sender.facts()["event_id"] == "two"
