"""Questions of learners to the instructor of their course, each a post under the course's key.

Nothing of one is ever sent by itself, or stands in a channel. Only who asked and the course's trainers read
it, and, with the asker's yes, other learners its wording and its answer. It goes with its asker, for good.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from uuid import UUID

from bot.domain.circles import Post, PostKind
from bot.domain.courses.asking import Asked, Public, State, Word
from bot.domain.courses.reply_clock import ALWAYS_THERE, DaysOff, Span
from bot.errors import BadInput, KeyProblem
from bot.ports.store import Unit
from bot.services.courses import pages as cohorts
from bot.services.desk import Desk
from bot.services.gatherings import pages, posts
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.sealing import Body

PART = "ask_desk"
"""The part of a cohort's page that keeps on which days questions wait."""


def get(desk: Desk, unit: Unit, post: UUID | None) -> tuple[Page, Asked] | None:
    """Return a question with its course; None where it is gone, or does not open."""
    row = unit.gatherings.post(post) if post else None
    if row is None:
        return None
    with suppress(KeyProblem):
        page = cohorts.get(desk, unit, row.gathering)
        found = _asked(posts.read(desk, row)) if page is not None else None
        return (page, found) if page is not None and found is not None else None
    return None


def every(desk: Desk, unit: Unit, page: Page) -> Sequence[Asked]:
    """Return all questions of a course that open, the first asked first."""
    found: list[Asked] = []
    for row in unit.gatherings.posts(page.id):
        with suppress(KeyProblem):
            one = _asked(posts.read(desk, row))
            found += [one] if one is not None else []
    return sorted(found, key=lambda each: (each.asked_at, each.id))


def by_member(desk: Desk, unit: Unit, page: Page, member: Member) -> Sequence[Asked]:
    """Return what a learner asked, the first asked first; what they have not sent yet, too."""
    return [each for each in every(desk, unit, page) if each.member == member.id]


def sent(desk: Desk, unit: Unit, page: Page) -> Sequence[Asked]:
    """Return what the trainers of a course may read."""
    return [each for each in every(desk, unit, page) if each.state is not State.WAITING]


def keep(desk: Desk, unit: Unit, page: Page, asked: Asked) -> Asked:
    """Write a question as it stands now; return it."""
    details: dict[str, object] = {
        "member": asked.member.hex,
        "number": asked.number,
        "asked_at": asked.asked_at.isoformat(),
        "due_at": asked.due_at.isoformat(),
        "text": asked.text,
        "state": asked.state.value,
        "nudged": asked.is_nudged,
        "late": asked.is_late,
        "answer": asked.answer,
        "answered_at": asked.answered_at.isoformat() if asked.answered_at else None,
        "answered_by": asked.answered_by.hex if asked.answered_by else None,
        "public": asked.public.value,
        "wording": asked.wording,
        "word": asked.word.value if asked.word else None,
    }
    posts.keep(desk, unit, page, Post(id=asked.id, kind=PostKind.COURSE_QUESTION, details=details))
    return asked


def forget(desk: Desk, unit: Unit, asked: Sequence[Asked]) -> None:
    """Let questions go for good, with what was to come of them: what is restored brings none back."""
    gone = [each.id for each in asked]
    desk.vault.bury(gone)
    for post in gone:
        posts.remove(unit, post)


def days_off(page: Page) -> DaysOff:
    """Return on which days of a course's zone nobody answers."""
    held = page.part(PART)
    with suppress(BadInput, LookupError, TypeError, ValueError):
        spans = (
            Span(first=date.fromisoformat(first), last=date.fromisoformat(last))
            for first, last in held.get("spans", ())
        )
        return DaysOff(weekdays=frozenset(held.get("weekdays", ())), spans=tuple(spans))
    return ALWAYS_THERE


def keep_days_off(desk: Desk, unit: Unit, page: Page, days: DaysOff) -> Page:
    """Write on which days nobody answers; return the page so. Nothing follows for questions that wait."""
    held: Body = {
        "weekdays": sorted(days.weekdays),
        "spans": [[each.first.isoformat(), each.last.isoformat()] for each in days.spans],
    }
    return pages.keep(desk, unit, page, **{PART: held})


def _asked(post: Post) -> Asked | None:
    """Return the question that a post is; None where it is none, or a later version wrote it."""
    if post.kind is not PostKind.COURSE_QUESTION:
        return None
    held: Body = dict(post.details)
    with suppress(LookupError, TypeError, ValueError):
        return Asked(
            id=post.id,
            member=UUID(hex=held["member"]),
            number=held["number"],
            asked_at=datetime.fromisoformat(held["asked_at"]),
            due_at=datetime.fromisoformat(held["due_at"]),
            text=held["text"],
            state=State(held["state"]),
            is_nudged=held["nudged"],
            is_late=held["late"],
            answer=held["answer"],
            answered_at=datetime.fromisoformat(held["answered_at"]) if held["answered_at"] else None,
            answered_by=UUID(hex=held["answered_by"]) if held["answered_by"] else None,
            public=Public(held["public"]),
            wording=held["wording"],
            word=Word(held["word"]) if held["word"] else None,
        )
    return None
