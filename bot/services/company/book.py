"""What is kept of company: on the page of its circle, and with each member, all of it sealed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from bot.domain.company import COUNTED_FOR, Stage, Volunteer, Wish
from bot.domain.roles import Role
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.gatherings import members, pages
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.organisations.standing import is_whole
from bot.services.sealing import Body

PART = "company"
ABOVE = frozenset({Role.ADMIN, Role.SUPERVISOR, Role.TRAINER})
"""Roles of who may lead, supervise or assess others here: they are never asked to reach out to one."""
MET_KEPT = 60
"""So many meetings are known of each member; in a circle of twelve that is every one, several times."""


def wishes(page: Page) -> Sequence[Wish]:
    """Return all wishes for company in a circle."""
    return [_wish(held) for held in page.part(PART).get("wishes", [])]


def wish_called(page: Page, name: str) -> Wish | None:
    """Return the wish that a control is about; None where it is over."""
    return next((wish for wish in wishes(page) if wish.id == name), None)


def wish_of(page: Page, member: UUID) -> Wish | None:
    """Return the wish of a member, whatever became of it; None where they have none."""
    return next((wish for wish in wishes(page) if wish.asker == member), None)


def keep(desk: Desk, unit: Unit, page: Page, wish: Wish) -> Page:
    """Write a wish as it stands now; return the page so."""
    others = [each for each in wishes(page) if each.id != wish.id]
    return _write(desk, unit, page, wishes=[_body(each) for each in (*others, wish)])


def let_go(desk: Desk, unit: Unit, page: Page, wish: Wish) -> Page:
    """Forget a wish; return the page so."""
    return _write(desk, unit, page, wishes=[_body(each) for each in wishes(page) if each.id != wish.id])


def met(page: Page, member: UUID) -> Sequence[UUID]:
    """Return whom a member has met, the latest last."""
    return [UUID(hex=each) for each in page.part(PART).get("met", {}).get(member.hex, [])]


def note_meeting(desk: Desk, unit: Unit, page: Page, asker: UUID, volunteer: Member) -> Page:
    """Note that somebody was reached out to by a volunteer, who did so today."""
    held = page.part(PART).get("met", {})
    latest = [*held.get(asker.hex, []), volunteer.id.hex][-MET_KEPT:]
    page = _write(desk, unit, page, met={**held, asker.hex: latest})
    today = desk.clock.now().date()
    offer = volunteer_of(volunteer)
    if offer is not None:
        given = tuple(day for day in (*offer.given, today) if today - day < COUNTED_FOR)
        keep_offer(desk, unit, volunteer, replace(offer, given=given))
    return page


def volunteers(desk: Desk, unit: Unit, page: Page) -> Sequence[Volunteer]:
    """Return all who offer company and may: whoever came to lead others here meanwhile is not among them."""
    return [
        offer
        for member in members.every(desk, unit, page)
        if (offer := volunteer_of(member)) is not None and not is_above(desk, unit, page, member.row.index)
    ]


def is_above(desk: Desk, unit: Unit, page: Page, index: bytes) -> bool:
    """Whether an account holds a role by which it may lead, supervise or assess others where a circle is."""
    return any(
        row.organisation == page.row.organisation and row.role in ABOVE and is_whole(desk, row)
        for row in unit.organisations.roles_of(index)
    )


def volunteer_of(member: Member) -> Volunteer | None:
    """Return what a member offers; None where they offer nothing."""
    held = member.part(PART)
    if not held.get("most"):
        return None
    given = tuple(date.fromisoformat(day) for day in held.get("given", []))
    return Volunteer(member=member.id, most=held["most"], given=given)


def keep_offer(desk: Desk, unit: Unit, member: Member, offer: Volunteer | None) -> Member:
    """Write what a member offers; None: nothing any more. Return them so."""
    held = {name: value for name, value in member.part(PART).items() if name not in {"most", "given"}}
    if offer is not None:
        held |= {"most": offer.most, "given": [day.isoformat() for day in offer.given]}
    return members.keep(desk, unit, member, None, **{PART: held or None})


def apart(desk: Desk, unit: Unit, page: Page) -> Mapping[UUID, Sequence[UUID]]:
    """Return from whom each member wishes to be kept apart."""
    return {member.id: apart_of(member) for member in members.every(desk, unit, page)}


def apart_of(member: Member) -> Sequence[UUID]:
    """Return from whom a member wishes to be kept apart."""
    return [UUID(hex=each) for each in member.part(PART).get("apart", [])]


def keep_apart(desk: Desk, unit: Unit, member: Member, others: Sequence[UUID]) -> Member:
    """Write from whom a member wishes to be kept apart; return them so."""
    held = {name: value for name, value in member.part(PART).items() if name != "apart"}
    if others:
        held["apart"] = sorted(each.hex for each in others)
    return members.keep(desk, unit, member, None, **{PART: held or None})


def _write(desk: Desk, unit: Unit, page: Page, **held: object) -> Page:
    return pages.keep(desk, unit, page, **{PART: {**page.part(PART), **held}})


def _body(wish: Wish) -> Body:
    return {
        "id": wish.id,
        "asker": wish.asker.hex,
        "stage": wish.stage,
        "volunteer": wish.volunteer.hex if wish.volunteer else None,
        "until": wish.until.isoformat(),
        "turned": sorted(each.hex for each in wish.turned),
    }


def _wish(held: Body) -> Wish:
    return Wish(
        id=held["id"],
        asker=UUID(hex=held["asker"]),
        stage=Stage(held["stage"]),
        volunteer=UUID(hex=held["volunteer"]) if held["volunteer"] else None,
        until=datetime.fromisoformat(held["until"]),
        turned=frozenset(UUID(hex=each) for each in held["turned"]),
    )
