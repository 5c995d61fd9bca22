"""What is said for a gathering: sealed in one size, and laid on the agenda to leave by the lane.

Whatever stands in a channel leaves this way and no other: said once, changed when it is said again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from uuid import UUID

from bot.domain.agenda import ONCE, AgendaKind, AgendaRow
from bot.domain.circles import Post, PostKind, Share, ShareState
from bot.domain.deliveries import Delivery
from bot.domain.people import Place
from bot.ports.gatherings import PostRow
from bot.ports.store import Unit
from bot.ports.vault import Cell
from bot.services.desk import Desk
from bot.services.gatherings import members
from bot.services.gatherings.pages import Page
from bot.services.sealing import Body, seal, unseal

CHANNEL = "channel"
"""The detail of a post that names a channel of its own."""
ALL_OF_ONE_SIZE = 8_000
"""Characters that every post is filled up to: what is longest of all fits, and none tells by its size."""


def new(
    desk: Desk, kind: PostKind, *, to: UUID | None = None, under: UUID | None = None, **details: object
) -> Post:
    """Return something to say, with an id of its own."""
    return Post(id=desk.chance.new_id(), kind=kind, to=to, under=under, details=details)


def say(desk: Desk, unit: Unit, page: Page, post: Post, at: datetime) -> None:
    """Write a post, and let it leave at an instant: what stands in the channel already is changed by it."""
    keep(desk, unit, page, post)
    leave(desk, unit, page, post.id, at)


def leave(desk: Desk, unit: Unit, page: Page, post: UUID, at: datetime) -> None:
    """Let a post leave at an instant, as it is written then; to who left meanwhile nothing does."""
    lane = _lane(desk, unit, page, get(desk, unit, post))
    if lane is None:
        return
    row = AgendaRow(id=desk.chance.new_id(), kind=AgendaKind.POST, due_at=at, ref=post, lane=lane)
    unit.agenda.put(row)
    if at <= desk.clock.now():
        fall_due(unit, row)


def place_of(page: Page, post: Post) -> Place:
    """Return in which channel a post stands: its gathering's, or one of its own, as a course has them."""
    own = post.details.get(CHANNEL)
    if not isinstance(own, list):
        return page.place
    surface, workspace, channel = own
    return Place(surface=str(surface), workspace=str(workspace), channel=str(channel))


def in_channel(place: Place) -> dict[str, object]:
    """Return the detail of a post that stands in a channel of its own."""
    return {CHANNEL: [place.surface, place.workspace, place.channel]}


def _lane(desk: Desk, unit: Unit, page: Page, post: Post | None) -> str | None:
    """Return by which lane a post leaves: its channel's, or the one of whoever alone reads it."""
    if post is None or post.to is None:
        return place_of(page, post).lane if post else None
    member = members.get(desk, unit, page, post.to)
    return member.account.lane if member else None


def fall_due(unit: Unit, row: AgendaRow) -> None:
    """Plan what is to leave: the row stays, without a time, until it was said."""
    if row.ref is None or row.due_at is None or row.lane is None:
        unit.agenda.remove(row.id)
        return
    slot_on = row.due_at.date()
    unit.agenda.put(replace(row, due_at=None, slot_on=slot_on, slot=ONCE))
    unit.deliveries.add(
        Delivery(agenda=row.id, slot_on=slot_on, slot=ONCE, owner=None, lane=row.lane, due_at=row.due_at)
    )


def keep(desk: Desk, unit: Unit, page: Page, post: Post) -> None:
    """Write a post, or write it again; nothing leaves."""
    held = unit.gatherings.post(post.id)
    version = held.version + 1 if held else 1
    row = PostRow(id=post.id, gathering=page.id, version=version, sealed=b"")
    body: Body = {
        "kind": post.kind,
        "to": post.to.hex if post.to else None,
        "under": post.under.hex if post.under else None,
        "message": post.message,
        "by": post.by.hex if post.by else None,
        "gone": post.is_gone,
        "details": post.details,
    }
    unit.gatherings.put_post(replace(row, sealed=seal(desk.vault, _cell(row), body, least=ALL_OF_ONE_SIZE)))


def get(desk: Desk, unit: Unit, post: UUID | None) -> Post | None:
    """Return a post.

    Raises:
        KeyGone, Tampered: as the vault says.
    """
    row = unit.gatherings.post(post) if post else None
    return read(desk, row) if row else None


def of(desk: Desk, unit: Unit, page: Page, *kinds: PostKind) -> Sequence[Post]:
    """Return all that is said for a gathering, of some kinds where any are named; the order tells nothing.

    Raises:
        KeyGone, Tampered: as the vault says.
    """
    found = (read(desk, row) for row in unit.gatherings.posts(page.id))
    return [post for post in found if not kinds or post.kind in kinds]


def read(desk: Desk, row: PostRow) -> Post:
    """Open a post.

    Raises:
        KeyGone, Tampered: as the vault says.
    """
    body = unseal(desk.vault, _cell(row), row.sealed)
    return Post(
        id=row.id,
        kind=PostKind(body["kind"]),
        to=UUID(hex=body["to"]) if body["to"] else None,
        under=UUID(hex=body["under"]) if body["under"] else None,
        message=body["message"],
        by=UUID(hex=body["by"]) if body["by"] else None,
        is_gone=body["gone"],
        details=body["details"],
    )


def remove(unit: Unit, post: UUID) -> None:
    """Forget a post: nothing more becomes of it, and what stands in the channel stays."""
    unit.agenda.remove_for(post)
    unit.gatherings.remove_post(post)


def of_share(share: Share) -> dict[str, object]:
    """Return a share as the details of its post."""
    return {
        **asdict(share),
        "member": share.member.hex if share.member else None,
        "replaces": share.replaces.hex if share.replaces else None,
        "aside": [list(said) for said in share.aside],
    }


def share_in(post: Post) -> Share:
    """Return the share that a post is.

    Raises:
        LookupError, TypeError: it is none, which is a bug.
    """
    held: Body = dict(post.details)
    member, replaces = held.pop("member"), held.pop("replaces", None)
    return Share(
        **{
            **held,
            "state": ShareState(held["state"]),
            "member": UUID(hex=member) if member else None,
            "replaces": UUID(hex=replaces) if replaces else None,
            "aside": tuple((by, text) for by, text in held["aside"]),
        }
    )


def with_share(post: Post, share: Share) -> Post:
    """Return a post with its share as it is now."""
    return replace(post, details=of_share(share))


def _cell(row: PostRow) -> Cell:
    return Cell(person=row.gathering, table="posts", row=row.id, column="sealed", version=row.version)
