"""A house in which somebody of each kind is, and two people have written: what any of them does is undone."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import partial
from uuid import UUID

from bot.domain.organisations import Organisation, Rules
from bot.domain.people import Account, PersonId
from bot.domain.roles import GRANTED, Role
from bot.ports.organisations import RoleRow
from bot.ports.store import Unit
from bot.services.organisations import rules, standing
from bot.services.router import Router
from bot.surface.capabilities import Capabilities
from bot.surface.card import Card, Choose
from bot.surface.inbound import Facts, InboundEvent, ScaleAnswered
from bot.surface.outcome import Outcome, Replace, Show
from bot.testing.tables import Tables
from tests.unit.small_house import ANA, BEN, ScriptedChat, card_of, control, form_of, on, ref_of
from tests.unit.world import World, spelled_out, world
from tools import make_roles as matrix
from tools.make_roles import Actor

HERE, ELSEWHERE = "chat/team", "chat/other"
WORDS = "the heron that only ben saw"
"""What Ben writes wherever he is asked for words."""
ADMIN_WORDS = "ask the lighthouse keeper"
"""What admins set here, and only people of this organisation are told."""


def _who(name: str) -> Account:
    return Account(surface="chat", workspace="team", user=name)


ACCOUNTS: Mapping[Actor, Account] = {
    matrix.VISITOR: _who("visitor"),
    matrix.PERSON: ANA,
    matrix.SUPERVISOR: _who("supervisor"),
    matrix.FACILITATOR: _who("facilitator"),
    matrix.TRAINER: _who("trainer"),
    matrix.ADMIN: _who("admin"),
    matrix.OWNER: _who("owner"),
    matrix.ELSEWHERE: _who("elsewhere"),
    matrix.OPERATOR: Account(surface="console", workspace="local", user=standing.OPERATOR),
}
"""Under which account each of them comes."""
_HOLDS = {
    matrix.SUPERVISOR: Role.SUPERVISOR,
    matrix.FACILITATOR: Role.FACILITATOR,
    matrix.TRAINER: Role.TRAINER,
    matrix.ADMIN: Role.ADMIN,
}


@dataclass(frozen=True)
class Came:
    """What came of one event: the answer, and what is stored after it."""

    outcome: Outcome
    tables: Tables
    keys: int


class MatrixHouse:
    """A house that stands again as it did, after each event."""

    def __init__(self, house: World) -> None:
        """Let everybody come and write."""
        self.house = house
        house.open_to({"console": ScriptedChat(Capabilities(surface="console", waits=True, hosted=False))})
        house.organisation = HERE
        house.managers = {ACCOUNTS[matrix.OWNER]: True, ACCOUNTS[matrix.OPERATOR]: True}
        self.here = self.elsewhere = PersonId(UUID(int=0))
        self.roles: dict[str, UUID] = {}

    async def fill(self) -> None:
        """Make both organisations and all that is in them."""
        await self.house.store.run(self._organisations)
        for who in (ANA, BEN):
            await _write(self.house, who, WORDS if who == BEN else "her own words")
        self.router = Router(self.house.desk, changed=lambda: None)
        self.base, self._keys = self.house.tables.snapshot(), dict(self._key_shelf.keys)
        self.ben = (await self.house.person(BEN)).id
        self.ana = (await self.house.person(ANA)).id

    def facts(self, actor: Actor) -> Facts:
        """Return what each event of an actor carries."""
        return self.house.facts(ACCOUNTS[actor])

    async def hear(self, event: InboundEvent) -> Came:
        """Let the house hear an event, and stand as before."""
        outcome = await self.router.hear(event)
        came = Came(outcome, self.house.tables, len(self._key_shelf.keys))
        self.house.store._shelf.tables = self.base.snapshot()  # noqa: SLF001 - what was done is undone
        self._key_shelf.keys = dict(self._keys)
        self._key_shelf.tombstones.clear()
        return came

    def wrote_nothing(self, came: Came) -> bool:
        """Whether an event changed no row and no key."""
        return came.tables == self.base and came.keys == len(self._keys)

    def touches_ben(self, came: Came) -> bool:
        """Whether an event that is not his changed a row of his, or showed a word that he wrote."""
        return self._is_changed(came.tables) or WORDS in spelled_out(came.outcome)

    def ids_of(self, person: PersonId) -> list[UUID]:
        """Return the id of each row of one person's."""
        return sorted({row.id for row in _rows_of(person, self.base).values() if hasattr(row, "id")})

    def entry_of(self, person: PersonId) -> UUID:
        """Return the id of a page of one person's."""
        return next(each.id for each in self.base.entries.values() if each.person == person)

    def _is_changed(self, tables: Tables) -> bool:
        """Whether a row of his is another one now, or is there no longer, or is new."""
        for each in fields(tables):
            now, before = getattr(tables, each.name), getattr(self.base, each.name)
            keys = () if now == before else now.keys() | before.keys()
            pairs = ((now.get(key), before.get(key)) for key in keys)
            if any(_is_of(self.ben, *pair) for pair in pairs if pair[0] != pair[1]):
                return True
        return False

    @property
    def _key_shelf(self):  # type: ignore[no-untyped-def]  # noqa: ANN202 - the shelf of a double, looked into
        return self.house.vault._keys._shelf  # type: ignore[attr-defined]  # noqa: SLF001 - as above

    def _organisations(self, unit: Unit) -> None:
        make = partial(_organisation, self.house, unit)
        self.here, self.elsewhere = make(HERE), make(ELSEWHERE)
        for actor, role in _HOLDS.items():
            self.roles[actor.name] = _role(self.house, unit, self.here, ACCOUNTS[actor], role)
        other = _role(self.house, unit, self.elsewhere, ACCOUNTS[matrix.ELSEWHERE], Role.ADMIN)
        self.roles[matrix.ELSEWHERE.name] = other


def _organisation(house: World, unit: Unit, name: str) -> PersonId:
    holder = PersonId(house.desk.chance.new_id())
    house.vault.create(holder)
    kept = Organisation(id=holder, name=name, rules=Rules(staff=(ADMIN_WORDS,)))
    return rules.keep(house.desk, unit, kept).id


def _role(house: World, unit: Unit, organisation: PersonId, who: Account, role: Role) -> UUID:
    assert role in GRANTED
    row = RoleRow(
        id=house.desk.chance.new_id(),
        organisation=organisation,
        index=house.desk.index(who),
        role=role,
        sealed=b"",
    )
    return standing.put_role(house.desk, unit, row, f"{who.user} by name").id


def _rows_of(person: PersonId, tables: Tables) -> dict[tuple[str, object], object]:
    return {
        (each.name, key): row
        for each in fields(tables)
        for key, row in getattr(tables, each.name).items()
        if _is_of(person, row)
    }


def _is_of(person: PersonId, *rows: object) -> bool:
    """Whether one of some rows is a person's."""
    return any(person in (getattr(row, name, None) for name in ("person", "owner", "id")) for row in rows)


async def _write(house: World, who: Account, words: str) -> None:
    """Let somebody write wherever words are asked for: a page, a draft, a list, a flow with its plan."""
    await house.settle_in(who)
    await house.submit_by(
        who, form_of(await house.command("write", who)), {"text": words, "scene": f"{words} on a bridge"}
    )
    read = card_of(await house.command("journal last", who))
    await house.submit_by(who, form_of(await house.press(control(read, "entry.tags"), who)), {"tags": words})
    people = card_of(await house.command("people", who))
    await house.submit_by(
        who, form_of(await house.press(control(people, "people.change"), who)), {"one": words}
    )
    await _walk(house, who, words)
    card = card_of(await house.command("repair", who))
    if "flow.long" in (one.name for one in card.controls):
        await house.press(control(card, "flow.long"), who)
    await house.until(max(house.clock.now(), on(5, 9)))
    await house.say(words, who)


async def _walk(house: World, who: Account, words: str) -> None:
    """Let somebody go through a flow to a plan."""
    card = card_of(await house.command("repair", who))
    for _ in range(20):
        names = [one.name for one in card.controls]
        if "flow.long" in names:
            card = card_of(await house.press(control(card, "flow.long"), who))
        elif "flow.when" in names:
            card = await _first(house, who, card, "flow.when")
        elif "flow.answer" in names:
            card = await _first(house, who, card, "flow.answer")
        elif "flow.write" in names:
            form = form_of(await house.press(control(card, "flow.write"), who))
            typed = {field.name: "in two weeks" if field.name == "by" else words for field in form.fields}
            card = _shown(await house.submit_by(who, form, typed))
        else:
            return


async def _first(house: World, who: Account, card: Card, name: str) -> Card:
    asked = control(card, name)
    if isinstance(asked, Choose):
        return _shown(await house.choose(asked, asked.options[0].name, who=who))
    return _shown(await house.hear(ScaleAnswered(**house.facts(who), ref=ref_of(asked), value=3)))


def _shown(outcome: Outcome) -> Card:
    acts = [act for act in (outcome.first, *outcome.then) if isinstance(act, Show | Replace)]
    return acts[-1].card


@contextmanager
def matrix_house() -> Iterator[MatrixHouse]:
    """Open the house, filled; it needs no running loop."""
    with world() as house:
        matrix_of = MatrixHouse(house)
        asyncio.run(matrix_of.fill())
        yield matrix_of
