"""Pages that learners show the trainers of their course, until they take them back.

A copy of each lies under the course's key. It is never sent by itself. Which page is shown lies with its
learner's row; the copy goes for good when it is taken back: what is restored does not bring it back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from bot.domain.circles import Post, PostKind
from bot.errors import KeyProblem
from bot.ports.store import Unit
from bot.services.courses.learners import in_which
from bot.services.desk import Desk, Handler, Turn
from bot.services.gatherings import members, posts
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.sealing import Body
from bot.surface.outcome import Outcome

PART = "shown"
"""The part of a member that tells which of their pages are shown: each page's id, and its copy's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One page as the trainers read it. `entry` is whose copy it is, `on` the day on which it was shown."""

    post: UUID
    entry: UUID
    member: UUID
    on: date
    question: str = field(repr=False)
    text: str = field(repr=False)


def by_member(desk: Desk, unit: Unit, page: Page, member: Member) -> Sequence[Shown]:
    """Return what a learner shows, the first shown first."""
    found = (_opened(desk, unit, page, UUID(hex=post)) for post in _held(member).values())
    return sorted((each for each in found if each is not None), key=lambda each: (each.on, each.post))


def every(desk: Desk, unit: Unit, page: Page) -> Sequence[tuple[Member, Shown]]:
    """Return all that is shown in a course, with who shows it: the latest first, within a day by name."""
    found = [
        (member, each)
        for member in members.every(desk, unit, page)
        for each in by_member(desk, unit, page, member)
    ]
    by_name = sorted(found, key=lambda each: (each[0].called.casefold(), each[1].post))
    return sorted(by_name, key=lambda each: each[1].on, reverse=True)


def show(turn: Turn, page: Page, member: Member, new: Shown) -> Member:
    """Show a page, in place of an earlier copy of the same one. Return the learner so."""
    member = take_back(turn.desk, turn.unit, page, member, new.entry)
    post = Post(
        id=new.post,
        kind=PostKind.COURSE_SHARE,
        details={
            "member": member.id.hex,
            "entry": new.entry.hex,
            "on": new.on.isoformat(),
            "question": new.question,
            "text": new.text,
        },
    )
    posts.keep(turn.desk, turn.unit, page, post)
    held = {**_held(member), new.entry.hex: new.post.hex}
    return members.keep(turn.desk, turn.unit, member, turn, **_part(held))


def take_back(desk: Desk, unit: Unit, page: Page, member: Member, entry: UUID) -> Member:
    """Take a page back, at once and for good; return the learner so. What is not shown stays as it is."""
    held = dict(_held(member))
    post = held.pop(entry.hex, None)
    if post is None:
        return member
    _forget(desk, unit, page, [UUID(hex=post)])
    return members.keep(desk, unit, member, None, **_part(held))


def take_back_gone(turn: Turn, page: Page, member: Member, entry: UUID) -> Member:
    """Take a page back that is in its writer's journal no more; return the learner so.

    What is written anew in its place has the same id, and its writer showed it to nobody.
    """
    if turn.unit.journal.get(entry) is not None:
        return member
    return take_back(turn.desk, turn.unit, page, member, entry)


def going_along(handler: Handler) -> Handler:
    """Return a handler after which no copy is left of the page that it was about, where that is gone."""

    def with_copies(turn: Turn) -> Outcome:
        was = turn.own(turn.unit.journal.get(turn.subject))
        outcome = handler(turn)
        if was is not None and turn.unit.journal.get(was.id) is None:
            for page, member in in_which(turn):
                take_back(turn.desk, turn.unit, page, member, was.id)
        return outcome

    return with_copies


def take_all_back(turn: Turn, page: Page, member: Member) -> None:
    """Take back all that a learner shows, who leaves."""
    _forget(turn.desk, turn.unit, page, [UUID(hex=post) for post in _held(member).values()])


def _forget(desk: Desk, unit: Unit, page: Page, gone: Sequence[UUID]) -> None:
    theirs = [post for post in gone if (row := unit.gatherings.post(post)) and row.gathering == page.id]
    desk.vault.bury(theirs)
    for post in theirs:
        posts.remove(unit, post)


def _part(held: Mapping[str, str]) -> dict[str, Body | None]:
    return {PART: dict(held) or None}


def _held(member: Member) -> Mapping[str, str]:
    held: Mapping[str, str] = member.part(PART)
    return held


def _opened(desk: Desk, unit: Unit, page: Page, post: UUID) -> Shown | None:
    """Return a copy; None where it is gone, or does not open."""
    row = unit.gatherings.post(post)
    if row is None or row.gathering != page.id:
        return None
    with suppress(KeyProblem, LookupError, TypeError, ValueError):
        held = posts.read(desk, row)
        if held.kind is PostKind.COURSE_SHARE:
            details = held.details
            return Shown(
                post=post,
                entry=UUID(hex=str(details["entry"])),
                member=UUID(hex=str(details["member"])),
                on=date.fromisoformat(str(details["on"])),
                question=str(details["question"]),
                text=str(details["text"]),
            )
    return None
