"""A trainer at work: presses, choices and forms, counted as a platform sees them."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.courses.cohort import Cohort
from bot.domain.people import Account
from bot.ports.store import Unit
from bot.services.courses import pages as cohorts
from bot.services.gatherings import pages
from bot.surface.card import Card, Choose
from bot.surface.form import Form
from bot.surface.outcome import Open, Outcome, Refuse
from tests.unit.courses.course_house import HERE, IN_NOVEMBER, TESS
from tests.unit.small_house import card_of, control
from tests.unit.world import World

FIRST_DATES = {
    "first": "1 December",
    "at": "16:00",
    "zone": "America/New_York",
    "where": "https://meet.example/1",
}
SAID = {
    "disclosures": "None to make.",
    "approvals": "Approved by an invented board.",
    "contact": "course@school.example",
    "access": "access@school.example",
    "links": "1.1 An invented chapter: https://read.example/1",
}


class TrainerHands:
    """Somebody who runs courses, in a world; every press and every form sent is counted."""

    def __init__(self, house: World, who: Account = TESS) -> None:
        """Begin with nothing pressed."""
        self.house = house
        self.who = who
        self.taps = 0
        self.forms = 0
        self._form: Form | None = None

    @classmethod
    async def in_november(cls, house: World, who: Account = TESS) -> TrainerHands:
        """Stand in a workspace on the second of November 2026 as an admin of it."""
        house.organisation = HERE
        house.managers[who] = True
        house.zone = "America/New_York"
        await house.begin()
        await house.until(IN_NOVEMBER)
        return cls(house, who)

    async def say(self, words: str) -> Card:
        """Type something; return the card."""
        return card_of(await self.house.command(words, self.who))

    async def press(self, card: Card, name: str) -> Card:
        """Press something that is answered by a card."""
        return card_of(await self._press(card, name))

    async def open(self, card: Card, name: str) -> Form:
        """Press something that opens a form."""
        return self._opened(await self._press(card, name))

    async def choose(self, card: Card, name: str, option: str) -> Outcome:
        """Choose an option."""
        self.taps += 1
        return await self.house.choose(control(card, name), option, who=self.who)

    async def send(self, form: Form, **values: str) -> Card:
        """Send a form that is taken."""
        return card_of(await self._send(form, values))

    async def send_refused(self, form: Form, **values: str) -> dict[str, str]:
        """Send a form that stays open; return the sentences."""
        outcome = await self._send(form, values)
        assert isinstance(outcome.first, Refuse)
        return dict(outcome.first.errors)

    async def draft(self, template: str = "An invented course", **dates: str) -> Card:
        """Begin a course as a draft; return its card."""
        which = await self.say("course create")
        choice = control(which, "course.pick")
        assert isinstance(choice, Choose)
        option = next(each.name for each in choice.options if each.label == template)
        form = self._opened(await self.choose(which, "course.pick", option))
        return await self.send(form, **(FIRST_DATES | dates))

    async def published(self, **dates: str) -> Card:
        """Begin a course, enter all that it needs, and publish it; return the card that says so."""
        card = await self.draft(**dates)
        card = await self.send(await self.open(card, "course.details"), **SAID)
        return await self.press(card, "course.publish")

    async def launched(self) -> Card:
        """Publish a course and launch it; return the course as its trainer sees it."""
        card = await self.press(await self.published(), "course.launch")
        await self.press(card, "course.launch.now")
        return await self.say("course")

    async def cohorts(self) -> Mapping[str, Cohort]:
        """Return every course that is kept, by its code, as it is written."""
        desk = self.house.desk

        def work(_unit: Unit) -> Mapping[str, Cohort]:
            found = {}
            for row in self.house.tables.gatherings.values():
                page = pages.opened(desk, row)
                if page is not None:
                    cohort = cohorts.cohort_of(page)
                    found[cohort.code] = cohort
            return found

        return await self.house.store.run(work)

    async def cohort(self) -> Cohort:
        """Return the only course."""
        [one] = (await self.cohorts()).values()
        return one

    def _opened(self, outcome: Outcome) -> Form:
        assert isinstance(outcome.first, Open)
        return outcome.first.form

    async def _press(self, card: Card, name: str) -> Outcome:
        self.taps += 1
        return await self.house.press(control(card, name), self.who)

    async def _send(self, form: Form, values: Mapping[str, str]) -> Outcome:
        self.taps += 1
        self.forms += 1
        known = {each.name for each in form.fields}
        return await self.house.submit_by(
            self.who, form, {name: value for name, value in values.items() if name in known}
        )
