"""Coming back at the console: from help, a mistyped word, another command, a form that was left."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.surface.card import Button, Buttons, say
from bot.surface.inbound import ActionPressed, OptionChosen
from bot.surface.outcome import QUIET, Open, Outcome, answer
from tests.contract.surface_samples import FORM, KIND, ROW, WEIGHT, card, shows
from tests.contract.surface_stage import Script
from tests.e2e.console_harness import ConsoleStage

COMMANDS = ("write", "stop", "help", "plans", "practise")


def button(name: str, label: str) -> Button:
    """Return a button whose ref is its name."""
    return Button(ref=name, name=name, label=label)


WAYS = Buttons(buttons=(button("pass", "Pass"), button("stop", "Stop here"), button("help.now", "Help now")))
STEP = card(say("A strain happens."), KIND, WAYS)
PEOPLE = card(say("To talk: 1737."), Buttons(buttons=(button("people", "Someone on my list"),)))


class Desk:
    """A core that is scripted, and a person before it."""

    def __init__(self, *outcomes: Outcome) -> None:
        """Sit down before these answers."""
        self.core = Script(*outcomes)
        self.stage = ConsoleStage(self.core.hear, words=COMMANDS)


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


async def test_a_question_keeps_its_keys_where_no_other_card_has_any(desks: list[Desk]) -> None:
    """A word that nobody knows is said to be so, and the next number is the answer."""
    desk = await desk_of(desks, shows(STEP), answer(card(say("I don't know that."))), QUIET)
    seen = await desk.stage.enter("practise", "somone")
    assert seen.endswith("> \n  I don't know that.\n> ")
    await desk.stage.enter("2")
    assert desk.core.last(OptionChosen).values == ("peer",)


async def test_a_row_that_is_interrupted_is_come_back_to(desks: list[Desk]) -> None:
    """A step that is written has no question with answers, and keeps its place too."""
    ways = (button("write", "Write it"), button("stop", "Stop here"), button("help.now", "Help now"))
    step = card(say("In one line?"), Buttons(buttons=ways))
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
    desk = await desk_of(desks, shows(STEP), shows(following), answer(card(say("Fine."))))
    await desk.stage.enter("practise")
    seen = await desk.stage.enter("2")
    assert seen == (
        "\n  And then?\n\n  How heavy is it?      [0] a feather … [10] a stone   [n] not now\n\n"
        "  [p] Pass   [s] Stop here   [h] Help now\n> "
    )
    await desk.stage.enter("s")
    assert desk.core.last(ActionPressed).ref == "stop"


async def test_a_row_that_asks_nothing_is_not_come_back_to(desks: list[Desk]) -> None:
    """What was only read, and could be changed, is no question."""
    page = card(say("A page."), Buttons(buttons=(button("edit", "Edit"),)))
    desk = await desk_of(desks, shows(page), shows(PEOPLE))
    assert "Enter goes back" not in await desk.stage.enter("practise", "h")
    assert "[1] Someone on my list" in await desk.stage.enter("")
