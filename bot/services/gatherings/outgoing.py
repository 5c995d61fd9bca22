"""How what is said for a gathering leaves: a posting in its channel, a letter to one member, or a change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from bot.domain.agenda import AgendaRow
from bot.domain.circles import Post, PostKind
from bot.ports.chat import Change, Letter, Posting, Why
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.gatherings import members, pages, posts
from bot.services.gatherings.drawn import Drawing, draw
from bot.services.gatherings.ending import is_last
from bot.services.gatherings.pages import Page
from bot.services.gatherings.trouble import does_not_arrive, is_over
from bot.services.organisations.removed import is_removed

Said = Posting | Letter | Change


@dataclass(frozen=True, slots=True)
class Waits:
    """The same post is on its way already: what is to be changed waits until it is known where it stands."""


WAITS = Waits()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    page: Page
    post: Post


def fall_due(_desk: Desk, unit: Unit, row: AgendaRow, _now: datetime) -> None:
    """Plan a post whose time has come."""
    posts.fall_due(unit, row)


def begin(desk: Desk, unit: Unit, agenda: UUID, key: bytes) -> Said | Waits | None:
    """Return what leaves now, as things are; None where there is nothing to say any more, or nowhere.

    What is said for the first time is noted as being on its way.

    Raises:
        KeyGone, Tampered: its page does not open.
    """
    found = _found(desk, unit, agenda)
    if found is None:
        return None
    page, post = found.page, found.post
    if is_removed(unit, page.row.organisation):
        return None
    if not post.message and post.by not in {None, agenda} and unit.agenda.get(post.by) is not None:
        return WAITS
    if post.is_gone:
        place = posts.place_of(page, post)
        return Change(to=place, message=post.message, card=None) if post.message else None
    return _said_now(desk, unit, found, agenda, key)


def _said_now(desk: Desk, unit: Unit, found: _Found, agenda: UUID, key: bytes) -> Said | None:
    page, post = found.page, found.post
    if post.to is not None:
        return _letter(desk, unit, found, post.to, key)
    place = posts.place_of(page, post)
    card = draw(Drawing(desk=desk, unit=unit, page=page, post=post, mint=desk.mint(place)))
    if card is None:
        return None
    if post.message:
        return Change(to=place, message=post.message, card=card)
    if post.by != agenda:
        posts.keep(desk, unit, page, replace(post, by=agenda))
    above = posts.get(desk, unit, post.under)
    return Posting(key=key, to=place, card=card, under=above.message if above else "")


def arrived(desk: Desk, unit: Unit, agenda: UUID, message: str) -> None:
    """Note that a post was said, and as which message."""
    found = _found(desk, unit, agenda)
    unit.agenda.remove(agenda)
    if found is None:
        return
    if is_last(found.page, found.post):
        pages.end(desk, unit, found.page.id)
    elif found.post.to is not None:
        posts.remove(unit, found.post.id)  # it has said what it was there for
    elif found.post.kind is PostKind.LINE:
        is_over(desk, unit, found.page)
        posts.remove(unit, found.post.id)  # nobody presses it, and it is never changed
    else:
        page = is_over(desk, unit, found.page)
        if found.post.is_gone:
            posts.remove(unit, found.post.id)
        elif message and not found.post.message:
            posts.keep(desk, unit, page, replace(found.post, message=message, by=None))


def turned_away(desk: Desk, unit: Unit, agenda: UUID, why: Why | None) -> None:
    """Note that a post was not said: whoever looks after the gathering hears why. None: nobody can know."""
    found = _found(desk, unit, agenda)
    unit.agenda.remove(agenda)
    is_taken_away = why is Why.GONE and found is not None and found.post.is_gone
    if found is not None and is_last(found.page, found.post):
        pages.end(desk, unit, found.page.id)
    elif found is not None and found.post.to is None and not is_taken_away:
        does_not_arrive(desk, unit, found.page, found.post, why)


def _letter(desk: Desk, unit: Unit, found: _Found, to: UUID, key: bytes) -> Letter | None:
    member = members.get(desk, unit, found.page, to)
    if member is None:
        return None
    mint = desk.mint(member.account)
    card = draw(Drawing(desk=desk, unit=unit, page=found.page, post=found.post, mint=mint))
    return Letter(key=key, to=member.account, card=card) if card else None


def _found(desk: Desk, unit: Unit, agenda: UUID) -> _Found | None:
    row = unit.agenda.get(agenda)
    held = unit.gatherings.post(row.ref) if row is not None and row.ref else None
    page = pages.get(desk, unit, held.gathering) if held else None
    return _Found(page=page, post=posts.read(desk, held)) if page is not None and held is not None else None
