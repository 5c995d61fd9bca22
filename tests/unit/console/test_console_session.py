"""A session at the console: what waits, what comes at once, and how it ends."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.ports.chat import Arrival, Letter, NotOpen, Sent
from bot.surface.audience import OnlyYou
from bot.surface.card import Button, Buttons, Card, aside, say
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    DirectMessage,
    FormDismissed,
    InboundEvent,
    OptionChosen,
    ScaleAnswered,
)
from bot.surface.outcome import QUIET, Act, Open, Outcome, Quiet, Refuse, Replace, Retract, Show, answer
from tests.contract.surface_samples import FORM, KIND, ROW, TANK, WEIGHT, card, shows
from tests.contract.surface_stage import Script
from tests.e2e.console_harness import ConsoleStage

SETTINGS = card(
    say("Shall I come back?"),
    Buttons(
        buttons=(
            Button(ref="ok", name="settings.ok", label="OK"),
            Button(ref="ch", name="settings.change", label="Change"),
        )
    ),
)
CONNECTION = replace(
    TANK, ref="1:mark:in-touch", name="mark.connection", ask="In touch with others?",
    words=("cut off", "distant", "some", "good", "connected"),
)  # fmt: skip
CONSENT = card(
    say("I'm a notebook with good questions."),
    aside("Go any time."),
    Buttons(
        buttons=(
            Button(ref="yes", name="consent.yes", label="Yes"),
            Button(ref="no", name="consent.no", label="No"),
            Button(ref="more", name="consent.more", label="Read more"),
            Button(ref="help", name="help.now", label="Help now"),
        )
    ),
    title="Reststop",
)
NOTED = card(say("Noted. That was a whole check-in."))
TIRED = card(say("I'm here."))


def show(shown: Card) -> Act:
    """Return the act that shows a card."""
    return Show(card=shown, audience=OnlyYou())


class Core(Script):
    """A script that answers "start" too."""

    def __init__(self, *outcomes: Outcome, start: Outcome = QUIET) -> None:
        """Answer "start" with `start`, and the rest as a script does."""
        super().__init__(*outcomes)
        self._start = start

    async def hear(self, event: InboundEvent) -> Outcome:
        """Answer one event."""
        outcome = await super().hear(event)
        return outcome if event in self.heard else self._start


class Visit:
    """One visit at the console: who answers, the screen, and how often its lane was woken."""

    def __init__(self, core: Script) -> None:
        """Prepare a stage that wakes nobody in particular."""
        self.wakes = 0
        self.stage = ConsoleStage(core.hear, words=("write", "helpnow"), arrived=self.wake)

    async def wake(self) -> None:
        """Count a wake."""
        self.wakes += 1


@pytest.fixture
async def visits() -> AsyncIterator[list[Visit]]:
    """Collect visits, which are ended with the test."""
    opened: list[Visit] = []
    yield opened
    for visit in opened:
        await visit.stage.leave()


async def visit_of(visits: list[Visit], core: Script) -> Visit:
    """Return a visit whose person has just sat down."""
    visits.append(Visit(core))
    await visits[-1].stage.arrive()
    return visits[-1]


async def test_the_first_minute_reads_as_it_was_drawn(visits: list[Visit]) -> None:
    """From the consent card over two marks to the settings line, in five lines typed."""
    marked = card(say("Noted."), CONNECTION)
    core = Core(
        shows(card(TANK, CONNECTION)),
        Outcome(first=Replace(card=marked), then=(show(SETTINGS),)),
        Outcome(first=Replace(card=NOTED)),
        Outcome(first=Replace(card=card(say("Tomorrow at 12:30, then.")))),
        start=shows(CONSENT),
    )
    visit = await visit_of(visits, core)
    await visit.stage.enter("1", "2", "n", "1")
    assert visit.stage.seen == (
        "\n  Reststop\n  I'm a notebook with good questions.\n\n  Go any time.\n"
        "\n  [1] Yes   [2] No   [3] Read more   [h] Help now\n> \n"
        "  How much is in the tank?\n  [1] empty  [2] low  [3] some  [4] good  [5] full  [n] not now\n> \n"
        "  In touch with others?\n"
        "  [1] cut off  [2] distant  [3] some  [4] good  [5] connected  [n] not now\n> \n"
        "  Noted. That was a whole check-in.\n\n  Shall I come back?\n\n  [1] OK   [2] Change\n> \n"
        "  Tomorrow at 12:30, then.\n> "
    )
    told = [
        event.ref if isinstance(event, ActionPressed) else event.value
        for event in core.heard
        if isinstance(event, ActionPressed | ScaleAnswered)
    ]
    assert told == ["yes", 2, None, "ok"]


async def test_answers_wait_until_the_questions_are_through(visits: list[Visit]) -> None:
    """A card that follows an answer comes after the last question, in order."""
    second = card(say("And one more."))
    core = Core(
        shows(card(TANK, CONNECTION)),
        Outcome(first=Quiet(), then=(show(SETTINGS),)),
        Outcome(first=Quiet(), then=(show(second),)),
    )
    visit = await visit_of(visits, core)
    assert "Shall I" not in await visit.stage.enter("checkin", "1")
    seen = await visit.stage.enter("1")
    assert 0 <= seen.find("Shall I come back?") < seen.find("And one more.")
    await visit.stage.enter("1")
    assert core.last(ActionPressed).ref == "ok"


async def test_a_command_is_answered_at_once_and_drops_the_questions(visits: list[Visit]) -> None:
    """Then comes what waited; the numbers are the newest card's."""
    helped = card(say("To talk: 1737."))
    core = Core(
        shows(card(TANK, CONNECTION)),
        Outcome(first=Quiet(), then=(show(SETTINGS),)),
        shows(helped),
    )
    visit = await visit_of(visits, core)
    await visit.stage.enter("checkin", "1")
    seen = await visit.stage.enter("helpnow")
    assert 0 <= seen.find("To talk: 1737.") < seen.find("Shall I come back?")
    assert CONNECTION.ask not in seen
    await visit.stage.enter("2")
    assert core.last(ActionPressed).ref == "ch"


async def test_a_card_left_for_a_command_is_taken_up_by_its_labels(visits: list[Visit]) -> None:
    """After help, a check-in goes on where its person answers it."""
    core = Core(shows(card(TANK, CONNECTION)), shows(card(say("To talk: 1737."))))
    visit = await visit_of(visits, core)
    await visit.stage.enter("checkin", "helpnow")
    seen = await visit.stage.enter("low")
    assert core.last(ScaleAnswered).value == 2
    assert CONNECTION.ask in seen


async def test_a_card_without_controls_leaves_the_keys_to_the_one_before(visits: list[Visit]) -> None:
    """After "Read more" the numbers are still the row that stands above it."""
    core = Core(shows(card(say("A long story."))), start=shows(CONSENT))
    visit = await visit_of(visits, core)
    await visit.stage.enter("3", "1")
    assert core.last(ActionPressed).ref == "yes"


async def test_help_is_a_press_where_the_card_has_it_and_a_command_elsewhere(visits: list[Visit]) -> None:
    """The key h works at any time, and what it shows comes at once."""
    core = Core(shows(card(TANK, ROW)), shows(card(say("To talk: 1737."))), QUIET, shows(card(WEIGHT)))
    visit = await visit_of(visits, core)
    assert "To talk: 1737." in await visit.stage.enter("checkin", "h")
    assert core.last(ActionPressed).ref == "1:help"
    await visit.stage.enter("skip", "checkin", "h")
    assert core.last(CommandInvoked).text == "helpnow"


async def test_a_choice_that_is_passed_is_not_told(visits: list[Visit]) -> None:
    """The next question comes, and the core hears nothing."""
    core = Core(shows(card(KIND, TANK)))
    visit = await visit_of(visits, core)
    seen = await visit.stage.enter("repair", "n")
    assert TANK.ask in seen
    assert len(core.heard) == 1


async def test_several_answers_go_out_together(visits: list[Visit]) -> None:
    """And too many are asked again."""
    core = Core(shows(card(KIND)))
    visit = await visit_of(visits, core)
    seen = await visit.stage.enter("repair", "1 2")
    assert "Up to 1 fit here." in seen
    assert seen.count(KIND.ask) == 2
    await visit.stage.enter("2")
    assert core.last(OptionChosen).values == ("peer",)


async def test_a_wrong_number_is_said_here(visits: list[Visit]) -> None:
    """The question stands again below it, and the core hears nothing."""
    core = Core(shows(card(TANK)))
    visit = await visit_of(visits, core)
    seen = await visit.stage.enter("checkin", "9")
    assert "There is no [9] here." in seen
    assert seen.count(TANK.ask) == 2
    assert len(core.heard) == 1


async def test_an_empty_line_shows_where_we_are(visits: list[Visit]) -> None:
    """A row that scrolled away comes back."""
    visit = await visit_of(visits, Core(start=shows(CONSENT)))
    assert await visit.stage.enter("") == "\n  [1] Yes   [2] No   [3] Read more   [h] Help now\n> "


async def test_a_retracted_card_takes_its_keys_along(visits: list[Visit]) -> None:
    """Nothing is printed, and its numbers are gone."""
    core = Core(Outcome(first=Retract()), start=shows(CONSENT))
    visit = await visit_of(visits, core)
    assert await visit.stage.enter("2") == "\n> "
    assert "There is no [2] here." in await visit.stage.enter("2")


async def test_a_replacement_after_a_command_is_a_new_card(visits: list[Visit]) -> None:
    """There is no card that was pressed."""
    visit = await visit_of(visits, Core(Outcome(first=Replace(card=NOTED))))
    assert "Noted. That was a whole check-in." in await visit.stage.enter("checkin")


async def test_a_refusal_without_a_form_is_read(visits: list[Visit]) -> None:
    """A sentence is never swallowed."""
    visit = await visit_of(visits, Core(Outcome(first=Refuse(errors={"x": "Not saved yet."}))))
    assert "Not saved yet." in await visit.stage.enter("checkin")


async def test_a_link_is_read_out(visits: list[Visit]) -> None:
    """Its label gives its address once more."""
    visit = await visit_of(visits, Core(shows(card(ROW))))
    assert "Our policy: https://example.org/policy?a=1" in await visit.stage.enter("checkin", "our policy")


async def test_longer_words_go_to_the_core(visits: list[Visit]) -> None:
    """They are no command, and no label."""
    core = Core(answer(TIRED))
    visit = await visit_of(visits, core)
    assert "I'm here." in await visit.stage.enter("today was long and loud")
    assert core.last(DirectMessage).text == "today was long and loud"


async def test_what_is_typed_is_cleaned_of_what_cannot_be_kept(visits: list[Visit]) -> None:
    """A null character goes; bytes that are no UTF-8 are replaced, and nothing fails."""
    core = Core()
    visit = await visit_of(visits, core)
    visit.stage.input.put(b"today was \xff long\0 and loud\r\n")
    await visit.stage.enter("checkin")
    assert isinstance(core.heard[0], DirectMessage)
    assert core.heard[0].text == "today was \ufffd long and loud"


async def test_a_form_opens_after_what_was_shown_before_it(visits: list[Visit]) -> None:
    """Acts come in their order; what follows the form comes after it."""
    acts = (Open(form=FORM), show(card(say("After."))))
    core = Core(Outcome(first=show(card(say("Before."))), then=acts), answer(card(say("Fine."))))
    visit = await visit_of(visits, core)
    seen = await visit.stage.enter("write", "/cancel")
    assert 0 <= seen.find("Before.") < seen.find(FORM.title) < seen.find("Fine.") < seen.find("After.")
    assert core.last(FormDismissed).ref == FORM.ref


async def test_a_form_between_two_questions_comes_before_the_second(visits: list[Visit]) -> None:
    """A question that stood before the form would be out of sight after it."""
    core = Core(shows(card(TANK, CONNECTION)), Outcome(first=Open(form=FORM)))
    visit = await visit_of(visits, core)
    seen = await visit.stage.enter("checkin", "1", "/cancel")
    assert 0 <= seen.find(FORM.title) < seen.find(CONNECTION.ask)


async def test_a_letter_waits_while_a_question_is_open(visits: list[Visit]) -> None:
    """It is not said to be sent, and its lane is woken when there is room."""
    visit = await visit_of(visits, Core(shows(card(TANK))))
    await visit.stage.enter("checkin")
    assert (await visit.stage.send(SETTINGS), visit.wakes) == (NotOpen(), 1)
    await visit.stage.enter("3")
    assert (await visit.stage.send(SETTINGS), visit.wakes) == (Sent(), 2)


async def test_a_letter_waits_while_a_line_is_being_answered(visits: list[Visit]) -> None:
    """Nothing comes between what is typed and its answer."""
    receipts: list[object] = []

    async def hear(event: InboundEvent) -> Outcome:
        if isinstance(event, CommandInvoked) and event.text == "checkin":
            receipts.append(await visit.stage.send(SETTINGS))
        return QUIET

    visit = Visit(Script())
    visit.stage = ConsoleStage(hear, arrived=visit.wake)
    visits.append(visit)
    await visit.stage.arrive()
    await visit.stage.enter("checkin")
    assert (receipts, visit.wakes) == ([NotOpen()], 2)


async def test_a_letter_at_the_prompt_leaves_the_prompt_below_it(visits: list[Visit]) -> None:
    """A transcript stays readable."""
    visit = await visit_of(visits, Core())
    await visit.stage.send(SETTINGS)
    assert visit.stage.seen == "> \n\n  Shall I come back?\n\n  [1] OK   [2] Change\n> "


async def test_two_letters_are_both_within_reach(visits: list[Visit]) -> None:
    """The one that was pushed aside is pressed by its label, once."""
    core = Core()
    visit = await visit_of(visits, core)
    opening = Buttons(buttons=(Button(ref="open", name="plan.open", label="Open"),))
    await visit.stage.send(card(say("You asked me to bring something back today."), opening))
    await visit.stage.send(SETTINGS)
    await visit.stage.enter("open")
    assert core.last(ActionPressed).ref == "open"
    await visit.stage.enter("ok")
    assert core.last(ActionPressed).ref == "ok"


async def test_a_letter_that_waited_comes_before_the_greeting(visits: list[Visit]) -> None:
    """What was planned for this person is the first thing that they see."""
    letter = card(say("Your check-in is here."), TANK)
    core = Core(start=answer(card(say("Here you are."))))
    visit = Visit(core)
    visits.append(visit)

    async def arrived() -> None:
        await visit.stage.send(letter)

    visit.stage = ConsoleStage(core.hear, arrived=arrived)
    await visit.stage.arrive()
    assert "Here you are." not in visit.stage.seen
    assert "Here you are." in await visit.stage.enter("3")


async def test_an_end_of_input_shows_what_still_waits(visits: list[Visit]) -> None:
    """Nothing that the core said is lost behind a question."""
    core = Core(shows(card(TANK, CONNECTION)), Outcome(first=Quiet(), then=(show(SETTINGS), show(TIRED))))
    visit = await visit_of(visits, core)
    await visit.stage.enter("checkin", "1")
    await visit.stage.leave()
    assert visit.stage.seen.endswith("> \n  Shall I come back?\n\n  [1] OK   [2] Change\n\n  I'm here.\n")


@pytest.mark.parametrize("word", ["quit", "exit"])
async def test_leaving_ends_the_session(visits: list[Visit], word: str) -> None:
    """And then nobody is there."""
    core = Core()
    visit = await visit_of(visits, core)
    await visit.stage.enter(word)
    assert await visit.stage.send(SETTINGS) == NotOpen()
    assert core.heard == []


async def test_nothing_is_remembered_of_what_was_sent(visits: list[Visit]) -> None:
    """After a crash a letter is shown again rather than lost."""
    visit = await visit_of(visits, Core())
    letter = Letter(key=b"k", to=visit.stage.account, card=SETTINGS)
    assert await visit.stage.surface.send(letter) == Sent()
    assert await visit.stage.surface.was_sent(letter) is Arrival.NOT_ARRIVED
