"""The page of a gathering: all that a circle or a team prompt is, sealed under a key of its own.

A page is JSON with a part for each that works with it: `setup` (settings.py), and what else a module names as
its own. Where an index stands is plain, so the sealed place decides, as with doors.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from uuid import UUID

from bot.domain.people import PersonId, Place
from bot.domain.roles import Gathering
from bot.errors import KeyGone, Tampered
from bot.ports.gatherings import GatheringRow
from bot.ports.store import Unit
from bot.ports.vault import Cell
from bot.services.desk import Desk
from bot.services.destroying import destroy_key
from bot.services.sealing import Body, seal, unseal

_PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A gathering, opened."""

    row: GatheringRow
    place: Place
    body: Body = field(repr=False)

    @property
    def id(self) -> PersonId:
        """Which gathering this is; also the holder of its key."""
        return self.row.id

    @property
    def kind(self) -> Gathering:
        """What was begun."""
        return self.row.kind

    def part(self, name: str) -> Body:
        """Return what one module keeps of it; empty where it keeps nothing yet."""
        held: Body = self.body.get(name, {})
        return held


def place_index(desk: Desk, place: Place) -> bytes:
    """Return the keyed blind index under which a channel is found."""
    return desk.vault.blind("place", place.surface, place.workspace, place.channel)


def at(desk: Desk, unit: Unit, place: Place, kind: Gathering) -> Page | None:
    """Return what was begun in a channel; None where there is no such thing.

    Raises:
        Tampered: its row was changed by somebody else.
    """
    row = unit.gatherings.at(place_index(desk, place), kind)
    return opened(desk, row) if row else None


def get(desk: Desk, unit: Unit, gathering: UUID | None) -> Page | None:
    """Return a gathering; None where it was closed.

    Raises:
        Tampered: its row was changed by somebody else.
    """
    row = unit.gatherings.get(PersonId(gathering)) if gathering else None
    return opened(desk, row) if row else None


def opened(desk: Desk, row: GatheringRow) -> Page | None:
    """Return the page of a row; None where its key is gone, as by an ending that was cut off.

    Raises:
        Tampered: the row was changed by somebody else.
    """
    try:
        body = unseal(desk.vault, _cell(row.id, row.version), row.sealed)
        surface, workspace, channel = body[_PLACE]
    except KeyGone:
        return None
    except (LookupError, TypeError, ValueError):  # written by a later version
        raise Tampered from None
    place = Place(surface=surface, workspace=workspace, channel=channel)
    if place_index(desk, place) != row.place:
        raise Tampered
    return Page(row=row, place=place, body=body)


def begin(desk: Desk, unit: Unit, *, organisation: PersonId, kind: Gathering, place: Place) -> Page:
    """Begin a gathering in a channel where there is none of its kind: its key comes first."""
    holder = PersonId(desk.chance.new_id())
    desk.vault.create(holder)
    body: Body = {_PLACE: [place.surface, place.workspace, place.channel]}
    index = place_index(desk, place)
    row = GatheringRow(
        id=holder,
        organisation=organisation,
        kind=kind,
        place=index,
        version=1,
        sealed=seal(desk.vault, _cell(holder, 1), body),
    )
    unit.gatherings.put(row)
    return Page(row=row, place=place, body=body)


def keep(desk: Desk, unit: Unit, page: Page, **parts: Body | None) -> Page:
    """Write some parts of a page anew, or remove those that are None; return it so."""
    body = {name: part for name, part in {**page.body, **parts}.items() if part is not None}
    version = page.row.version + 1
    sealed = seal(desk.vault, _cell(page.id, version), body)
    row = replace(page.row, version=version, sealed=sealed)
    unit.gatherings.put(row)
    return replace(page, row=row, body=body)


def end(desk: Desk, unit: Unit, gathering: PersonId) -> None:
    """End a gathering: its key goes first, then what was to come of it, then its rows.

    Raises:
        NotSaved: the key store could not finish; the next call goes on.
    """
    destroy_key(desk.vault, unit, gathering)
    remove_rows(unit, gathering)


def remove_rows(unit: Unit, gathering: PersonId) -> None:
    """Remove what was to come of a gathering, and its rows; where there is no such thing, nothing."""
    for post in unit.gatherings.posts(gathering):
        unit.agenda.remove_for(post.id)
    for member in unit.gatherings.members(gathering):
        unit.agenda.remove_for(member.id)
    unit.agenda.remove_for(gathering)
    unit.gatherings.remove(gathering)


def _cell(holder: PersonId, version: int) -> Cell:
    return Cell(person=holder, table="gatherings", row=holder, column="sealed", version=version)
