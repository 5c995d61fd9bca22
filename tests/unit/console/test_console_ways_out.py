"""Ways out at the console: the row below a question, its letters, and words that are begun."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.console.inbound import Chosen, Command, Followed, NoSuchKey, Pressed, Rated, read
from adapters.console.limits import WIDEST
from adapters.console.open_card import OpenCard, keyed_buttons
from adapters.console.render import draw
from bot.domain.prompts import Option
from bot.surface.card import Button, Buttons, Card, Choose, Scale, aside, say
from tests.contract.surface_samples import KIND, ROW, SEVERAL, TANK, WEIGHT, card

COMMANDS = frozenset({"write", "stop", "help", "plans", "practise"})


def button(name: str, label: str) -> Button:
    """Return a button whose ref is its name."""
    return Button(ref=name, name=name, label=label)


WAYS = Buttons(buttons=(button("pass", "Pass"), button("stop", "Stop here"), button("help.now", "Help now")))
STEP = card(say("A strain happens."), KIND, WAYS)


def drawn(place: OpenCard) -> str:
    """Return what is read next of a card."""
    groups, _ = draw(place, WIDEST)
    return "\n\n".join("\n".join(line.text for line in group) for group in groups)


def keys_of(shown: Card) -> list[str]:
    """Return the keys of a card's buttons, in order."""
    return [key for key, _ in keyed_buttons(shown)]


def test_the_row_stands_below_a_question() -> None:
    """Every way out is in sight and one key away; where one leads on, there is no need to pass."""
    assert drawn(OpenCard(card=STEP)) == (
        "  A strain happens.\n\n"
        "  Who is it with?      [1] someone I support  [2] a colleague\n\n"
        "  [p] Pass   [s] Stop here   [h] Help now"
    )


def test_of_several_questions_the_first_and_the_last_have_the_row() -> None:
    """It is not read out below each."""
    place = OpenCard(card=card(TANK, WEIGHT, KIND, WAYS))
    seen = []
    for ask in (TANK, WEIGHT, KIND):
        groups, place = draw(place, WIDEST)
        seen.append(any("Stop here" in line.text for group in groups for line in group))
        place = place.settle(ask)
    assert seen == [True, False, True]
    assert drawn(place) == ""


def test_a_card_without_a_question_has_numbers() -> None:
    """The row is all there is to answer."""
    assert keys_of(card(say("Here."), WAYS)) == ["1", "2", "h"]


@pytest.mark.parametrize(
    ("labels", "keys"),
    [
        (("Write", "Not today", "Help now"), ["w", "t", "e"]),
        (("Stop here", "Something else"), ["s", "e"]),
        (("Not now", "Nothing", "No"), ["o", "t", "a"]),
        (("やめる", "戻る"), ["a", "b"]),
    ],
)
def test_a_letter_begins_a_word_of_its_label(labels: tuple[str, ...], keys: list[str]) -> None:
    """If it is free: n passes a question, and h is help's."""
    buttons = Buttons(buttons=tuple(button(f"b{n}", label) for n, label in enumerate(labels)))
    assert keys_of(card(KIND, buttons)) == keys


@given(
    labels=st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=5),
    ask=st.sampled_from([KIND, TANK]),
)
def test_no_two_keys_are_alike(labels: list[str], ask: Choose | Scale) -> None:
    """Whatever stands on the buttons, and none of them is an answer."""
    clean = [label if label.isprintable() else "x" for label in labels]
    row = Buttons(buttons=tuple(button(f"b{n}", label) for n, label in enumerate(clean)))
    keys = keys_of(card(ask, row))
    assert len(set(keys)) == len(clean)
    assert {"n", "h"}.isdisjoint(keys)


def test_a_letter_that_is_an_answer_is_no_key() -> None:
    """The answer comes first, so the button would be out of reach."""
    lettered = Choose(
        ref="c", name="c", ask="Which?", options=(Option(name="a", label="P"), Option(name="b", label="Q"))
    )
    assert keys_of(card(lettered, WAYS)) == ["a", "s", "h"]


def test_more_buttons_than_letters_are_reached_by_their_labels() -> None:
    """A key is a help, never the only way."""
    many = tuple(
        Buttons(buttons=tuple(button(f"b{row}{n}", f"Way {row}{n}") for n in range(5))) for row in range(6)
    )
    full = card(KIND, *many)
    assert len(keyed_buttons(full)) == 24
    assert "[Way 54]" in drawn(OpenCard(card=full))
    assert isinstance(read("way 54", [OpenCard(card=full)], COMMANDS), Pressed)


@pytest.mark.parametrize(("line", "name"), [("stop", "stop"), ("Stop", "stop"), ("p", "pass")])
def test_a_label_that_is_begun_is_pressed(line: str, name: str) -> None:
    """In sight of [Stop here], "stop" is that and takes back no yes."""
    meaning = read(line, [OpenCard(card=STEP)], COMMANDS)
    assert isinstance(meaning, Pressed)
    assert meaning.button.name == name


@pytest.mark.parametrize("line", ["/stop", "reststop stop"])
def test_the_command_is_there_with_its_slash(line: str) -> None:
    """Whoever means the command says so."""
    assert read(line, [OpenCard(card=STEP)], COMMANDS) == Command(text="stop")


def test_help_keeps_its_own_word() -> None:
    """`help` lists what is understood, beside the button for help now too."""
    assert read("help", [OpenCard(card=STEP)], COMMANDS) == Command(text="help")


def test_an_answer_is_begun_where_it_is_the_only_one() -> None:
    """By its first words, after the commands; "a" begins two of these."""
    place = OpenCard(card=card(Choose(
        ref="c", name="c", ask="Which?",
        options=(
            Option(name="one", label="someone I support"), Option(name="plans", label="plans, mine"),
            Option(name="walk", label="a walk"), Option(name="rest", label="a rest"),
        ),
    )))  # fmt: skip
    meaning = read("someone", [place], COMMANDS)
    assert isinstance(meaning, Chosen)
    assert [option.name for option in meaning.options] == ["one"]
    walked = read("walk", [place], COMMANDS)
    assert isinstance(walked, Chosen)
    assert [option.name for option in walked.options] == ["walk"]
    assert read("plans", [place], COMMANDS) == Command(text="plans")
    assert read("a", [place], COMMANDS) == NoSuchKey(key="a")


def test_a_step_and_a_link_are_begun_too() -> None:
    """Everything that has words."""
    assert isinstance(read("a feather", [OpenCard(card=card(WEIGHT))], COMMANDS), Rated)
    assert isinstance(read("our", [OpenCard(card=card(ROW))], COMMANDS), Followed)


def test_several_answers_say_how_they_are_typed() -> None:
    """Any of them, or up to so many."""
    every = Choose(ref="c", name="c", ask="Which?", options=SEVERAL.options, at_most=3)
    assert "Which? (any of these, like 1 2)" in drawn(OpenCard(card=card(every)))
    assert "(up to 2, like 1 2)" in drawn(OpenCard(card=card(SEVERAL)))


def test_equal_lines_are_both_read() -> None:
    """Each block has its place; a replacement repeats neither, and adds a third."""
    groups, place = draw(OpenCard(card=card(say("Noted."), say("Noted."))), WIDEST)
    assert len(groups) == 2
    more = place.become(card(say("Noted."), say("Noted."), say("Noted.")))
    assert drawn(more) == "  Noted."
    assert drawn(place.become(card(say("Noted."), aside("Noted.")))) == ""


def test_a_new_question_under_an_old_name_is_asked() -> None:
    """What counts as answered is the question, not what it is called."""
    place = OpenCard(card=card(KIND)).settle(KIND)
    other = Choose(ref="2", name=KIND.name, ask="And before?", options=KIND.options)
    assert place.become(card(other)).ask == other
    assert place.become(card(KIND)).ask is None


def test_a_letter_that_is_no_key_is_no_command() -> None:
    """Beside a card it was meant as a key; alone it is a word like any other."""
    assert read("x", [OpenCard(card=STEP)], COMMANDS) == NoSuchKey(key="x")
    assert read("x", [], COMMANDS) == Command(text="x")
