"""Ways out at the console: the row below a question, its letters, words that are begun, and help."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.console.inbound import Chosen, Command, Followed, Pressed, Rated, read
from adapters.console.limits import WIDEST
from adapters.console.open_card import OpenCard, keyed_buttons
from adapters.console.render import draw
from bot.domain.prompts import Option
from bot.surface.card import Button, Buttons, Card, Choose, Scale, aside, say
from bot.surface.inbound import ActionPressed, OptionChosen
from bot.surface.outcome import QUIET, Open, Outcome, Replace, answer
from tests.contract.surface_samples import FORM, KIND, ROW, SEVERAL, TANK, WEIGHT, card, shows
from tests.contract.surface_stage import Script
from tests.e2e.console_harness import ConsoleStage

COMMANDS = frozenset({"write", "stop", "help", "plans", "practise"})


def button(name: str, label: str) -> Button:
    """Return a button whose ref is its name."""
    return Button(ref=name, name=name, label=label)


WAYS = Buttons(buttons=(button("pass", "Pass"), button("stop", "Stop here"), button("help.now", "Help now")))
STEP = card(say("A strain happens."), KIND, WAYS)
PEOPLE = card(say("To talk: 1737."), Buttons(buttons=(button("people", "Someone on my list"),)))


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
    assert read("plans", [place], COMMANDS) == Command(text="plans")
    assert read("a", [place], COMMANDS) == Command(text="a")


def test_a_step_and_a_link_are_begun_too() -> None:
    """Everything that has words."""
    assert isinstance(read("a", [OpenCard(card=card(WEIGHT))], COMMANDS), Command)
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


class Desk:
    """A core that is scripted, and a person before it."""

    def __init__(self, *outcomes: Outcome) -> None:
        """Sit down before these answers."""
        self.core = Script(*outcomes)
        self.stage = ConsoleStage(self.core.hear, words=tuple(COMMANDS))


@pytest.fixture
async def desks() -> AsyncIterator[list[Desk]]:
    """Collect desks, which are left with the test."""
    opened: list[Desk] = []
    yield opened
    for desk in opened:
        await desk.stage.leave()


async def desk_of(desks: list[Desk], *outcomes: Outcome) -> Desk:
    """Return a desk whose person has just sat down."""
    desks.append(Desk(*outcomes))
    await desks[-1].stage.arrive()
    return desks[-1]


async def test_help_leaves_the_question_one_enter_away(desks: list[Desk]) -> None:
    """Who to call comes first with keys of its own; then the question stands again as it was."""
    desk = await desk_of(desks, shows(STEP), shows(PEOPLE))
    seen = await desk.stage.enter("practise", "h")
    assert seen.endswith(
        "  To talk: 1737.\n\n  [1] Someone on my list\n\n  Enter goes back to where you were.\n> "
    )
    back = await desk.stage.enter("")
    assert back.startswith("\n  Who is it with?      [1] someone I support")
    await desk.stage.enter("2")
    assert desk.core.last(OptionChosen).values == ("peer",)


@pytest.mark.parametrize("asked", ["helpnow", "help now"])
async def test_help_by_its_word_leaves_it_there_too(desks: list[Desk], asked: str) -> None:
    """However it is called."""
    desk = await desk_of(desks, shows(STEP), shows(PEOPLE))
    assert "Enter goes back" in await desk.stage.enter("practise", f"/{asked}")
    await desk.stage.enter("", "1")
    assert desk.core.last(OptionChosen).values == ("one",)


async def test_help_over_a_row_leaves_the_row(desks: list[Desk]) -> None:
    """With nothing to press on the card of help, the keys never went away."""
    desk = await desk_of(desks, shows(card(say("Here."), ROW)), shows(card(say("To talk: 1737."))))
    assert "Enter goes back" not in await desk.stage.enter("checkin", "h")
    await desk.stage.enter("2")
    assert desk.core.last(ActionPressed).ref == "1:skip"


async def test_a_question_waits_through_other_commands(desks: list[Desk]) -> None:
    """Whoever looks something up finds it again, and is told so only where they did not mean to leave."""
    desk = await desk_of(desks, shows(STEP), shows(PEOPLE), answer(card(say("Your plans."))))
    seen = await desk.stage.enter("practise", "plans", "plans")
    assert "Enter goes back" not in seen
    assert KIND.ask in await desk.stage.enter("")
    await desk.stage.enter("1")
    assert desk.core.last(OptionChosen).values == ("one",)


async def test_a_mistyped_answer_loses_no_question(desks: list[Desk]) -> None:
    """Nor do two: the card that asks what was meant comes between, and is not come back to."""
    meant = card(say("I don't know that."), Buttons(buttons=(button("command", "start"),)))
    desk = await desk_of(desks, shows(STEP), shows(meant), shows(meant))
    seen = await desk.stage.enter("practise", "somone", "somwon")
    assert seen.count("Enter goes back to where you were.") == 2
    assert KIND.ask in await desk.stage.enter("")


async def test_a_row_that_is_interrupted_is_come_back_to(desks: list[Desk]) -> None:
    """A step that is written has no question with answers, and keeps its place too."""
    step = card(
        say("In one line?"), Buttons(buttons=(button("write", "Write it"), button("stop", "Stop here")))
    )
    meant = card(say("I don't know that."), Buttons(buttons=(button("command", "start"),)))
    desk = await desk_of(desks, shows(step), shows(meant), shows(meant))
    await desk.stage.enter("practise", "wrote", "wrute")
    assert "[1] Write it" in await desk.stage.enter("")
    await desk.stage.enter("2")
    assert desk.core.last(ActionPressed).ref == "stop"


async def test_another_command_forgets_a_row(desks: list[Desk]) -> None:
    """Whoever goes on to something else is not brought back to what asked nothing."""
    here = card(say("Here."), Buttons(buttons=(button("open", "Open"), button("help.now", "Help now"))))
    desk = await desk_of(desks, shows(here), shows(PEOPLE), answer(card(say("Your plans."))))
    await desk.stage.enter("practise", "h", "plans")
    assert "Open" not in await desk.stage.enter("")


async def test_a_form_that_is_left_leads_back_to_its_card(desks: list[Desk]) -> None:
    """Nothing came of it, so the question stands again with its row."""
    desk = await desk_of(desks, shows(STEP), Outcome(first=Open(form=FORM)), QUIET)
    seen = await desk.stage.enter("practise", "p", "/cancel")
    assert seen.endswith("  Who is it with?      [1] someone I support  [2] a colleague\n\n"
                         "  [p] Pass   [s] Stop here   [h] Help now\n> ")  # fmt: skip
    await desk.stage.enter("2")
    assert desk.core.last(OptionChosen).values == ("peer",)


async def test_an_answer_that_opens_a_form_may_be_given_again(desks: list[Desk]) -> None:
    """A day of one's own that was left is no day."""
    desk = await desk_of(desks, shows(STEP), Outcome(first=Open(form=FORM)), QUIET)
    seen = await desk.stage.enter("practise", "1", "/cancel")
    assert seen.count(KIND.ask) == 2
    assert len([event for event in desk.core.heard if isinstance(event, OptionChosen)]) == 1


async def test_a_command_whose_form_is_left_leads_back_to_the_question(desks: list[Desk]) -> None:
    """`write` in the middle of a flow, thought better of."""
    desk = await desk_of(desks, shows(STEP), Outcome(first=Open(form=FORM)), QUIET)
    seen = await desk.stage.enter("practise", "write", "/cancel")
    assert seen.count(KIND.ask) == 2
    await desk.stage.enter("1")
    assert desk.core.last(OptionChosen).values == ("one",)


async def test_a_question_that_is_passed_leaves_its_row(desks: list[Desk]) -> None:
    """The core hears nothing, and the ways on are shown again."""
    desk = await desk_of(desks, shows(STEP))
    seen = await desk.stage.enter("practise", "n")
    assert seen.endswith("\n  [p] Pass   [s] Stop here   [h] Help now\n> ")


async def test_an_answered_step_is_followed_without_its_row(desks: list[Desk]) -> None:
    """The next card comes at once, with letters of its own."""
    following = card(say("And then?"), WEIGHT, WAYS)
    desk = await desk_of(
        desks, shows(STEP), shows(following), Outcome(first=Replace(card=card(say("Fine."))))
    )
    await desk.stage.enter("practise")
    seen = await desk.stage.enter("2")
    assert seen == (
        "\n  And then?\n\n  How heavy is it?      [0] a feather … [10] a stone   [n] not now\n\n"
        "  [p] Pass   [s] Stop here   [h] Help now\n> "
    )
    await desk.stage.enter("s")
    assert desk.core.last(ActionPressed).ref == "stop"
