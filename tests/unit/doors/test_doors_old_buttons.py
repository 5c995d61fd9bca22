"""An account that was taken away, and has a notebook of its own now, still has the buttons of before."""

from __future__ import annotations

from dataclasses import asdict

from bot.surface.card import Button, Choose, Control, Scale
from bot.surface.form import Form
from bot.surface.inbound import (
    ActionPressed,
    DirectMessage,
    FormSubmitted,
    InboundEvent,
    MessageEdited,
    OptionChosen,
    ScaleAnswered,
)
from bot.surface.outcome import Open, Outcome, Replace, Show
from tests.unit.doors.two import DISCORD, Doors, two_doors
from tests.unit.small_house import card_of, ref_of
from tests.unit.world import FIRST_SLOT

TABLES = ("entries", "drafts", "runs", "marks", "sheets")
PLANTED = {"quillow", "tarnsedge", "brambit", "ossery", "wend"}
"""What was written by the account while it opened the notebook."""


async def test_buttons_of_before_reach_nothing_of_the_notebook_that_was_taken_away() -> None:
    """They were truly made for this account; what they are about is another person's by now."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        await doors.link()
        await house.until(FIRST_SLOT)
        seen = Seen(doors)
        await seen.all_there_is()
        await doors.unlink(DISCORD)
        await house.settle_in(DISCORD)
        before = await held(doors)
        for name, event in seen.events():
            outcome = await house.hear(event)
            assert await held(doors) == before, name
            assert not PLANTED & set(read(outcome).split()), name
        assert {name for name, _ in seen.events()} >= {
            "change.leave",
            "change.take",
            "checkin.mark",
            "checkin.prompt",
            "checkin.save",
            "checkin.skip",
            "draft.drop",
            "draft.open",
            "entry.change",
            "entry.open",
            "entry.remove",
            "entry.save",
            "flow.answer",
            "gentle.prompt",
        }


async def test_a_button_is_good_for_the_account_that_it_was_made_for() -> None:
    """The other door of the same person is another account: what one platform knows is of no use there."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        await doors.link()
        card = card_of(await house.command("checkin"))
        before = house.tables.snapshot()
        for one in card.controls:
            assert card_of(await house.press(one, DISCORD)).text_id == "not_yours"
        assert house.tables == before


class Seen:
    """Every control and form that an account was shown."""

    def __init__(self, doors: Doors) -> None:
        """Begin with none."""
        self.house = doors.house
        self.pressed: list[Control] = []
        self.forms: list[Form] = []

    async def all_there_is(self) -> None:
        """Let the account look at everything, and leave something of each kind there."""
        await self.do("write")
        await self.do("checkin")
        for one in [*self.pressed]:
            await self.press(one)
        for form in [*self.forms]:
            await self.send(form, "wend")
        await self.say("quillow", "m1")
        await self.say("tarnsedge", "m2")
        await self.press(self.pressed[-2])
        await self.send(self.forms[-1], "tarnsedge")
        facts = self.house.facts(DISCORD)
        self.note(await self.house.hear(MessageEdited(**facts, message="m2", text="brambit")))
        await self.do("write")
        await self.send(self.forms[-1], "ossery")
        await self.do("write")
        await self.send(self.forms[-1], "wend " * 1000)
        for word in ("write", "journal last", "rough", "repair", "plans", "people", "settings"):
            await self.do(word)
        for one in [*self.pressed]:
            if not one.name.startswith(("entry.remove", "draft.drop", "change.", "unlink")):
                await self.press(one)

    async def do(self, text: str) -> None:
        """Type a command."""
        self.note(await self.house.command(text, DISCORD))

    async def say(self, text: str, message: str) -> None:
        """Type words."""
        self.note(
            await self.house.hear(DirectMessage(**self.house.facts(DISCORD), text=text, message=message))
        )

    async def press(self, one: Control) -> None:
        """Press, choose or rate."""
        for event in self.event_of(one):
            self.note(await self.house.hear(event))

    async def send(self, form: Form, words: str) -> None:
        """Send a form with words in each field."""
        self.note(await self.house.hear(self.sent(form, words)))

    def note(self, outcome: Outcome) -> None:
        """Remember what an answer holds."""
        for act in (outcome.first, *outcome.then):
            if isinstance(act, Show | Replace):
                self.know(act.card.controls)
            if isinstance(act, Open):
                self.forms.append(act.form)

    def know(self, controls: tuple[Control, ...]) -> None:
        """Remember controls."""
        self.pressed += controls

    def events(self) -> list[tuple[str, InboundEvent]]:
        """Return each of them once more by the name of what it asks for, as events with ids of their own."""
        presses = [(ref_of(one), event) for one in self.pressed for event in self.event_of(one)]
        forms = [(form.ref, self.sent(form, "of later")) for form in self.forms]
        return [(ref.split(":")[1], event) for ref, event in (*presses, *forms)]

    def event_of(self, one: Control) -> list[InboundEvent]:
        """Return what comes of a control."""
        house = self.house
        match one:
            case Button():
                return [ActionPressed(**house.facts(DISCORD), ref=one.ref)]
            case Choose():
                return [
                    OptionChosen(**house.facts(DISCORD), ref=one.ref, values=(option.name,))
                    for option in one.options
                ]
            case Scale():
                return [ScaleAnswered(**house.facts(DISCORD), ref=one.ref, value=one.low)]
            case _:
                return []

    def sent(self, form: Form, words: str) -> InboundEvent:
        """Return a form as it is sent."""
        values = {field.name: words for field in form.fields}
        return FormSubmitted(**self.house.facts(DISCORD), ref=form.ref, values=values)


def read(outcome: Outcome) -> str:
    """Return all that an answer lets somebody read."""
    acts = (outcome.first, *outcome.then)
    cards = [act.card.text for act in acts if isinstance(act, Show | Replace)]
    forms = [act.form for act in acts if isinstance(act, Open)]
    return " ".join([*cards, *(str(one.value) for form in forms for one in form.fields)])


async def held(doors: Doors) -> list[object]:
    """Return all rows of the person whose notebook it was, and has still."""
    person = (await doors.house.person()).id
    tables = asdict(doors.house.tables)
    return [[row for row in tables[name].values() if row["person"] == person] for name in TABLES]
