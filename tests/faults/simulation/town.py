"""A town of one seed: who lives in it, what they do for two weeks, and what is known of it afterwards."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from adapters.store import folder as data_folder
from adapters.store import tables
from adapters.store.repositories.rows import columns_of, read
from bot.app.house import House
from bot.domain.deliveries import Delivery, DeliveryState
from bot.domain.journal import Entry
from bot.domain.people import Account, Person, PersonId, Place
from bot.errors import NotSaved
from bot.ports.store import Unit
from bot.services.delivery.outgoing import key_of
from bot.services.desk import Desk
from bot.services.doors.addresses import whose
from bot.surface.card import Card, Choose
from bot.surface.inbound import CommandInvoked, FormSubmitted, OptionChosen
from bot.surface.outcome import Open
from tests.faults.simulation.grounds import CATALOGUE, START, Grounds, Trouble
from tests.faults.simulation.people import Inhabitant, card_of, control_of, words
from tests.faults.simulation.platform import Luck, RoughPlatform, Shown
from tests.faults.simulation.virtual import VirtualLoop, begin
from tests.unit.circles.hands import DUTIES

DAYS = 14
AT_HOME: Mapping[str, int] = {"slack": 6, "discord": 3, "chat": 2}
"""How many live on each platform; the first of each is steady."""
CALM = timedelta(hours=26)
"""How long nothing befalls the house before it is looked through: each day's check-in is over by then."""
NO_LUCK_NEEDED = Luck(waits=0, never_arrives=0, never_answered=0, not_now=0)
LEASE = timedelta(seconds=60)


@dataclass(kw_only=True)
class Circle:
    """A circle, and which ways its people ever tapped in each round."""

    place: Place
    platform: RoughPlatform
    tapped: dict[str, set[str]] = field(default_factory=dict)
    told: list[dict[str, set[str]]] = field(default_factory=list)

    def cards(self, text_id: str) -> list[Card]:
        """Return what stands in its channel under an id."""
        return [card for card in self.platform.channels.cards(self.place) if card.text_id == text_id]

    def opening(self) -> Card | None:
        """Return the round in which one can arrive."""
        return next(reversed(self.cards("circle.opening")), None)

    def tap(self, who: Account, way: str) -> None:
        """Note that somebody is about to tap a way."""
        self.roll()
        self.tapped.setdefault(who.user, set()).add(way)

    def roll(self) -> None:
        """Lay a round aside that was told of."""
        if len(self.cards("circle.arrived")) > len(self.told):
            self.told.append(self.tapped)
            self.tapped = {}


@dataclass(kw_only=True)
class Town(Grounds):
    """Those who live here, and what was seen of the house from outside."""

    people: list[Inhabitant] = field(default_factory=list)
    circles: list[Circle] = field(default_factory=list)
    aside: list[tuple[Inhabitant, Person, Sequence[Entry]]] = field(default_factory=list)
    logged: list[str] = field(default_factory=list)
    leases_wrong: list[str] = field(default_factory=list)
    known: Mapping[bytes, Delivery] = field(default_factory=dict)
    """Every delivery that is there at the end, by the key under which platforms know it."""
    broken: int = 0
    held: tuple[str, datetime] = ("", START)
    """Who holds the lease, and until when they may count on it."""

    @property
    def standing(self) -> House:
        """The house that stands now.

        Raises:
            LookupError: none does.
        """
        if self.house is None:
            raise LookupError("no house stands")
        return self.house

    @property
    def database(self) -> Path:
        """The file of the main database."""
        return self.folder / "data" / data_folder.MAIN

    async def live(self, days: int = DAYS) -> None:
        """Let everybody move in, live for so many days while things befall the house, and come to rest."""
        self._be_calm(is_calm=True)
        await self.open()
        self._move_in()
        await self._found_circle([each for each in self.people if each.account.surface == "slack"])
        for one in (one for one in self.people if one.is_steady):
            await one.settle_in()
        lives = [begin(None, one.live()) for one in self.people]
        lives += [begin(None, one.in_rounds()) for one in self.people if one.account.surface == "slack"]
        lives += [begin(None, self._contend(f"machine {number}")) for number in range(3)]
        self._be_calm(is_calm=False)
        await asyncio.sleep(days * 86_400 - CALM.total_seconds())
        self._be_calm(is_calm=True)
        await asyncio.sleep(CALM.total_seconds())
        for each in lives:
            each.cancel()
        done = await asyncio.gather(*lives, return_exceptions=True)
        for fault in done:
            if isinstance(fault, Exception):
                raise fault
        await asyncio.sleep(600)
        for circle in self.circles:
            circle.roll()
        self.known = await self.standing.at_desk(_by_key, writes=False)

    def circle_of(self, one: Inhabitant) -> Circle | None:
        """Return somebody's circle."""
        return next((each for each in self.circles if each.platform is one.platform), None)

    def day_of(self, shown: Shown) -> date:
        """Return for which date a check-in came; of one that was erased since, on which."""
        known = self.known.get(shown.key)
        return known.slot_on if known is not None else shown.at.date()

    def parked(self, one: Inhabitant) -> int:
        """Count what was laid aside in somebody's lane."""
        lane = one.account.lane
        return sum(each.state is DeliveryState.PARKED and each.lane == lane for each in self.known.values())

    async def lay_aside(self, one: Inhabitant) -> PersonId | None:
        """Keep a copy of somebody's sealed rows, as a backup does."""

        def look(desk: Desk, unit: Unit) -> tuple[Person, Sequence[Entry]] | None:
            person = whose(desk, unit, one.account, desk.index(one.account))
            return (person, unit.journal.every(person.id)) if person is not None else None

        if self.house is None:
            return None
        try:
            found = await asyncio.wait_for(self.house.at_desk(look, writes=False), 5)
        except (NotSaved, TimeoutError):
            return None
        if found is None:
            return None
        self.aside.append((one, *found))
        return found[0].id

    def _move_in(self) -> None:
        every = words()
        for surface, count in AT_HOME.items():
            platform = self.platforms[surface]
            platform.arrives = self._came
            for number in range(count):
                account = Account(surface=surface, workspace="team", user=f"{surface[0]}{number}")
                draws = self.draws(account.user)
                one = Inhabitant(
                    account=account,
                    town=self,
                    platform=platform,
                    random=draws,
                    words=every,
                    is_steady=number == 0,
                    keenness=draws.uniform(0.1, 0.9),
                )
                self.people.append(one)

    def _came(self, shown: Shown) -> None:
        for one in self.people:
            if one.account == shown.to:
                one.letters.append(shown)
                one.seen.append(shown.card.text)
                self.note(f"{one.account.user} was shown {shown.card.text_id}")
                if one.is_steady:
                    begin(None, one.pass_by(shown))

    async def _found_circle(self, people: Sequence[Inhabitant]) -> None:
        first, *others = people
        place = Place(surface="slack", workspace="team", channel="kitchen")
        circle = Circle(place=place, platform=first.platform)
        duties = card_of(await first.does(CommandInvoked(**first.facts(place), text="circle create")))
        asked = control_of(duties, "circle.duties")
        assert isinstance(asked, Choose)
        ticked = OptionChosen(**first.facts(place), ref=asked.ref, values=DUTIES)
        opened = await first.does(ticked)
        assert opened is not None
        assert isinstance(opened.first, Open)
        values = {each.name: each.value for each in opened.first.form.fields} | {"day": "3", "at": "12:00"}
        await first.does(FormSubmitted(**first.facts(), ref=opened.first.form.ref, values=values))
        await asyncio.sleep(60)
        [invitation] = circle.cards("circle.invite")
        join = control_of(invitation, "circle.join")
        for one in others:
            if join is not None:
                await one.press(join, place)
        self.circles.append(circle)

    async def _contend(self, holder: str) -> None:
        """Hold a lease now and then, as a machine does that stands still at times and wakes up again."""
        draws = self.draws(holder)
        while True:
            await asyncio.sleep(draws.uniform(600, 16 * 3600))
            for _ in range(draws.randint(1, 6)):
                if not await self._take(holder):
                    break
                await asyncio.sleep(draws.choice([20, 20, 20, 200]))

    async def _take(self, holder: str) -> bool:
        if self.house is None:
            return False
        before = self.clock.now()
        try:
            took = await asyncio.wait_for(self.house.leases.take("sim/line", holder, runs=LEASE), 10)
        except (NotSaved, TimeoutError):
            return False
        if took:
            held_by, until = self.held
            if held_by not in {holder, ""} and until > self.clock.now():
                self.leases_wrong.append(f"{holder} took what {held_by} held until {until}")
            self.held = (holder, before + LEASE)
        return took

    def _be_calm(self, *, is_calm: bool) -> None:
        self.calm = is_calm
        for platform in self.platforms.values():
            platform.luck = NO_LUCK_NEEDED if is_calm else Luck()


class _Log(logging.Handler):
    """Keeps every line as it would be written, with what went wrong in full."""

    def __init__(self, lines: list[str]) -> None:
        """Keep lines in `lines`."""
        super().__init__()
        self._lines = lines
        self.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self._lines.append(self.format(record))


def _by_key(desk: Desk, unit: Unit) -> Mapping[bytes, Delivery]:
    connection: Connection = unit.deliveries._connection  # type: ignore[attr-defined]  # noqa: SLF001 - the port has no way to read all of them
    rows = connection.execute(select(*columns_of(tables.deliveries, Delivery))).all()
    every = [read(Delivery, row) for row in rows]
    return {key_of(desk, each): each for each in every}


@contextmanager
def town_of(
    seed: int, folder: Path, patch: pytest.MonkeyPatch, trouble: Trouble | None = None
) -> Iterator[Town]:
    """Open a loop and a town on it; nobody lives there, and no house stands yet."""
    loop = VirtualLoop()
    asyncio.set_event_loop(loop)
    town = Town(seed=seed, folder=folder, loop=loop, trouble=trouble or Trouble())
    handler = _Log(town.logged)
    logging.getLogger().addHandler(handler)
    patch.setattr("adapters.store.databases.open_store", town.open_store)
    patch.setattr("bot.app.bootstrap.load_library", lambda _folders: CATALOGUE)
    try:
        yield town
    finally:
        logging.getLogger().removeHandler(handler)
        loop.clear_away(town.process)
        asyncio.set_event_loop(None)
        loop.close()
