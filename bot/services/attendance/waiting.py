"""A list of attendance that waits for a trainer's word: under the course's key, for an hour.

It stands in posts of the course, which are never sent: whoever runs the process in which the next press lands
finds it. Names of who is known for sure are not kept.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.circles import Post, PostKind
from bot.domain.courses.attendance_files import Stay
from bot.domain.courses.matching import Matched, Named
from bot.domain.courses.presence import Hours
from bot.errors import KeyProblem
from bot.services.desk import Turn
from bot.services.gatherings import posts
from bot.services.gatherings.pages import Page
from bot.services.sealing import Body

WAITS: Final = timedelta(hours=1)
"""So long a list waits; then it is brought in again."""
_PART: Final = 6_000
"""Characters of a list in one post: with what stands around them they are no longer than any other."""
_IN_ALL, _TEXT = "in_all", "text"


def get(turn: Turn, page: Page) -> Matched | None:
    """Return the list that waits for who acts; None where there is none any more."""
    with suppress(KeyProblem):
        parts = list(_parts(turn, page))
        if parts and len(parts) == parts[0][_IN_ALL]:
            matched = _read("".join(part[_TEXT] for part in parts))
            return matched if turn.now - matched.at <= WAITS else None
    return None


def keep(turn: Turn, page: Page, matched: Matched) -> None:
    """Let a list wait for who acts, in the place of an earlier one of theirs."""
    text = _written(matched)
    parts = [text[at : at + _PART] for at in range(0, len(text), _PART)]
    for n, part in enumerate(parts):
        post = Post(
            id=_id(turn, page, n),
            kind=PostKind.ATTENDANCE_LIST,
            details={_IN_ALL: len(parts), _TEXT: part},
        )
        posts.keep(turn.desk, turn.unit, page, post)
        turn.unit.agenda.put(
            AgendaRow(
                id=uuid5(post.id, AgendaKind.DRAFT_ENDS),
                kind=AgendaKind.DRAFT_ENDS,
                due_at=matched.at + WAITS,
                ref=post.id,
            )
        )
    _forget(turn, page, begins=len(parts))


def forget(turn: Turn, page: Page) -> None:
    """Let the list that waits for who acts go, if there is one."""
    _forget(turn, page, begins=0)


def _forget(turn: Turn, page: Page, *, begins: int) -> None:
    n = begins
    while turn.unit.gatherings.post(post := _id(turn, page, n)) is not None:
        posts.remove(turn.unit, post)
        n += 1


def _parts(turn: Turn, page: Page) -> Iterator[Body]:
    """Yield what stands in the posts of a list, the first first."""
    n = 0
    while (post := posts.get(turn.desk, turn.unit, _id(turn, page, n))) is not None:
        yield post.details
        n += 1


def _id(turn: Turn, page: Page, n: int) -> UUID:
    """Return the post in which a part stands: by a keyed hash, so that no row tells whose list it is."""
    parts = (page.id.hex, turn.index.hex(), str(n))
    return UUID(bytes=turn.desk.vault.digest("attendance list", *parts)[:16], version=4)


def _written(matched: Matched) -> str:
    hours = matched.hours
    body: Body = {
        "session": matched.session,
        "hours": [hours.starts.isoformat(), hours.ends.isoformat(), hours.grace.total_seconds()],
        "at": matched.at.isoformat(),
        "found": {who.hex: _stays(stays) for who, stays in matched.found.items()},
        "left": [[each.name, _stays(each.stays)] for each in matched.left],
        "broken": [list(each) for each in matched.broken],
    }
    return base64.b64encode(zlib.compress(json.dumps(body).encode())).decode("ascii")


def _read(text: str) -> Matched:
    body: Body = json.loads(zlib.decompress(base64.b64decode(text)))
    starts, ends, grace = body["hours"]
    return Matched(
        session=body["session"],
        hours=Hours(
            starts=datetime.fromisoformat(starts),
            ends=datetime.fromisoformat(ends),
            grace=timedelta(seconds=grace),
        ),
        at=datetime.fromisoformat(body["at"]),
        found={UUID(hex=who): _stays_in("", stays) for who, stays in body["found"].items()},
        left=tuple(Named(name=name, stays=_stays_in(name, stays)) for name, stays in body["left"]),
        broken=tuple((row, why) for row, why in body["broken"]),
    )


def _stays(stays: Sequence[Stay]) -> list[list[object]]:
    return [
        [
            *([at.isoformat() for at in stay.span] if stay.span else (None, None)),
            stay.length.total_seconds() if stay.length is not None else None,
        ]
        for stay in stays
    ]


def _stays_in(name: str, held: Sequence[Body]) -> tuple[Stay, ...]:
    return tuple(
        Stay(
            name=name,
            span=(datetime.fromisoformat(begin), datetime.fromisoformat(end)) if begin else None,
            length=timedelta(seconds=float(length)) if length is not None else None,
        )
        for begin, end, length in held
    )
