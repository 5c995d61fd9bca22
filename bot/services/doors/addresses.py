"""Addresses: whom a door leads to, by their platform's ids, sealed with their own key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date

from bot.domain.people import Account, Person, PersonId
from bot.errors import KeyGone, KeyProblem, Tampered
from bot.ports.store import Door, Unit
from bot.ports.vault import Cell
from bot.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An account, and the platform's id of its own direct conversation; "" where none was ever told.

    `since` is the person's own day on which they came by it first; None in doors from before it was kept.
    `home_since` is the day on which they chose the organisation whose rules hold, where they chose it later.
    """

    account: Account
    conversation: str = field(default="", repr=False)
    since: date | None = None
    home_since: date | None = None


def address_of(desk: Desk, door: Door) -> Address:
    """Open a door's address.

    Raises:
        KeyGone: the person was erased.
        Tampered: it stays closed.
    """
    held: dict[str, str] = json.loads(desk.vault.open(_cell(door), door.sealed))
    account = Account(surface=door.surface, workspace=held["workspace"], user=held["user"])
    return Address(
        account=account,
        conversation=held.get("conversation", ""),
        since=_day(held, "since"),
        home_since=_day(held, "home_since"),
    )


def whose(desk: Desk, unit: Unit, account: Account, index: bytes) -> Person | None:
    """Return whose notebook an account opens; `index` is its blind index.

    Where an index stands is plain: somebody who writes in the database could put their own at another's door.
    So the door's sealed address decides. Where the key is gone, an erasing was cut off and nothing opens.

    Raises:
        Tampered: the index stands at a door that is not of this account.
    """
    found = unit.people.by_index(index)
    if found is None:
        return None
    person, door = found
    with suppress(KeyGone):
        if address_of(desk, door).account != account:
            raise Tampered
    return person


def door_for(
    desk: Desk, person: PersonId, account: Account, since: date | None = None, *, organisation: str = ""
) -> Door:
    """Return a new door for an account, its address sealed; `organisation` is where it was come by."""
    door = Door(
        id=desk.chance.new_id(),
        person=person,
        surface=account.surface,
        lane=account.lane,
        index=desk.index(account),
        sealed=b"",
        organisation=desk.organisation_index(organisation) if organisation else None,
    )
    return _sealed(desk, door, Address(account=account, since=since))


def is_of(account: Account, organisation: str) -> bool:
    """Whether an account is that of an organisation and of no other: Slack's are, Discord's are not."""
    return organisation == f"{account.surface}/{account.workspace}"


def note_organisation(desk: Desk, unit: Unit, account: Account, index: bytes, organisation: str) -> bool:
    """Keep of which organisation an account is, and return whether that is news.

    One that knows that already stays as it is. Whoever goes from one server to another is of none because
    they pressed something there: they chose one with their yes, or choose one later (`at_home`).
    """
    door = unit.people.door_at(index) if is_of(account, organisation) else None
    if door is None or door.organisation is not None:
        return False
    unit.people.save_door(replace(door, organisation=desk.organisation_index(organisation)))
    return True


def at_home(desk: Desk, door: Door, organisation: str, today: date) -> Door:
    """Return a door that its person lets be at home in an organisation from today on; in none with "".

    Raises:
        KeyGone, Tampered: its address stays closed.
    """
    address = replace(address_of(desk, door), home_since=today)
    index = desk.organisation_index(organisation) if organisation else None
    return _sealed(desk, replace(door, organisation=index), address)


def has_conversation(desk: Desk, door: Door) -> bool:
    """Whether a door's address holds where somebody is written to; one that does not open tells of none."""
    try:
        return bool(address_of(desk, door).conversation)
    except KeyProblem:
        return False


def is_other(desk: Desk, door: Door, conversation: str) -> bool:
    """Whether a platform tells another conversation than is kept; none is told where it is empty."""
    return bool(conversation) and conversation != address_of(desk, door).conversation


def keep_conversation(desk: Desk, unit: Unit, door: Door, conversation: str) -> None:
    """Keep where somebody is written to; nothing is written where that is no news."""
    if is_other(desk, door, conversation):
        address = replace(address_of(desk, door), conversation=conversation)
        unit.people.save_door(_sealed(desk, door, address))


def _sealed(desk: Desk, door: Door, address: Address) -> Door:
    held = {"workspace": address.account.workspace, "user": address.account.user}
    if address.conversation:
        held["conversation"] = address.conversation
    if address.since is not None:
        held["since"] = address.since.isoformat()
    if address.home_since is not None:
        held["home_since"] = address.home_since.isoformat()
    return replace(door, sealed=desk.vault.seal(_cell(door), json.dumps(held)))


def _day(held: Mapping[str, str], name: str) -> date | None:
    return date.fromisoformat(held[name]) if name in held else None


def _cell(door: Door) -> Cell:
    return Cell(person=door.person, table="doors", row=door.id, column="sealed")
