"""Hands of a trainer and of learners at the attendance of a course."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.domain.courses.timetable import starts_at
from bot.domain.people import Account
from bot.services.attendance.ways import for_learner, for_trainer
from bot.surface.card import Button, Card, Choose
from bot.surface.inbound import ActionPressed, OptionChosen
from bot.surface.outcome import Attach, Outcome
from tests.unit.courses.course_house import LENA, MIRO, TESS, CourseHouse
from tests.unit.small_house import card_of, control, form_of

SECOND = datetime(2026, 12, 8, 21, tzinfo=UTC)
"""When the second session starts: 16:00 in New York."""
LIST = """Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)
"Doe, Lena",lena@invented.example,12/08/2026 04:25:00 PM,12/08/2026 06:00:00 PM,95
Somebody's iPad,,12/08/2026 03:55:00 PM,12/08/2026 06:10:00 PM,135
A stranger,stranger@invented.example,12/08/2026 04:00:00 PM,12/08/2026 05:00:00 PM,60
Broken,,soon,12/08/2026 05:00:00 PM,60
"""
"""Of the second session: Lena by a name turned round, a device, a stranger, and a broken row."""
NEW_YORK = "America/New_York"
BOTH = {LENA: NEW_YORK, MIRO: "Europe/Berlin"}


class Hands:
    """Who presses what in a course."""

    def __init__(self, course: CourseHouse) -> None:
        """Act in `course`."""
        self.course, self.house = course, course.house

    async def way(self, who: Account, name: str) -> Outcome:
        """Press a way to attendance from the course's card, as its trainer or a learner."""
        cohort = await self.course.cohort()
        mint = self.house.desk.mint(who)
        make = for_trainer if who == TESS else for_learner
        ways = make(mint, self.course.id, cohort)
        return await self.press(next(each for each in ways if each.name == name), who)

    async def press(self, button: Button, who: Account = TESS) -> Outcome:
        """Press a button."""
        return await self.press_ref(button.ref, who)

    async def press_ref(self, ref: str, who: Account = TESS) -> Outcome:
        """Press what stands behind a ref, whoever it was made for."""
        return await self.house.hear(ActionPressed(**self.house.facts(who), ref=ref))

    async def press_on(self, card: Card, name: str, who: Account = TESS) -> Outcome:
        """Press a button of a card by its name."""
        found = control(card, name)
        assert isinstance(found, Button)
        return await self.press(found, who)

    async def choose_on(self, card: Card, name: str, values: Sequence[str], who: Account = TESS) -> Outcome:
        """Choose on a card."""
        found = control(card, name)
        assert isinstance(found, Choose)
        return await self.house.hear(
            OptionChosen(**self.house.facts(who), ref=found.ref, values=tuple(values))
        )

    async def session(self, n: int) -> Card:
        """Open a session as its trainer."""
        shown = card_of(await self.way(TESS, "attend.show"))
        return card_of(await self.choose_on(shown, "attend.session", [str(n)]))

    async def word(self, n: int) -> str:
        """Read the word that is shown in a session now."""
        shown = card_of(await self.press_on(await self.session(n), "attend.word"))
        return shown.text.partition("The word now: ")[2].partition("\n")[0]

    async def send(self, who: Account, word: str) -> Outcome:
        """Send a word as a learner."""
        form = form_of(await self.way(who, "attend.here"))
        return await self.house.submit_by(who, form, {"word": word})

    async def bring(self, n: int, text: str, zone: str = NEW_YORK) -> Outcome:
        """Paste a list."""
        form = form_of(await self.press_on(await self.session(n), "attend.bring"))
        return await self.house.submit_by(TESS, form, {"list": text, "zone": zone})

    async def at(self, minute: int, session: datetime = SECOND) -> None:
        """Let it be a minute of a session."""
        await self.house.until(session + timedelta(minutes=minute))

    async def begun(self, n: int) -> None:
        """Let a session have begun: of one that is ahead nothing can be confirmed."""
        course = (await self.course.cohort()).course
        session = course.session(n)
        assert session is not None
        await self.house.until(max(self.house.clock.now(), starts_at(course, session)))

    async def confirm(self, n: int, who: Account, minutes: int) -> Card:
        """Confirm minutes by hand, once the session has begun."""
        await self.begun(n)
        by_hand = card_of(await self.press_on(await self.session(n), "attend.hand"))
        member = await self.course.member(who)
        form = form_of(await self.choose_on(by_hand, "attend.part", [member.id.hex]))
        return card_of(await self.house.submit_by(TESS, form, {"minutes": str(minutes)}))

    async def whole(self, n: int, *people: Account) -> Card:
        """Confirm that people were there throughout, once the session has begun."""
        await self.begun(n)
        by_hand = card_of(await self.press_on(await self.session(n), "attend.hand"))
        chosen = [(await self.course.member(who)).id.hex for who in people]
        return card_of(await self.choose_on(by_hand, "attend.whole", chosen))

    async def noted(self, who: Account) -> dict[int, tuple[int, str]]:
        """Return what is noted of a learner."""
        learner = await self.course.learner(who)
        return {n: (each.minutes, each.by.value) for n, each in learner.attended.items()}


def files(outcome: Outcome) -> dict[str, bytes]:
    """Return the files that were handed over, by the end of their names."""
    acts = (outcome.first, *outcome.then)
    return {act.file.name.rpartition(".")[2]: act.file.body for act in acts if isinstance(act, Attach)}
