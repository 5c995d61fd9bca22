"""Lists of who was in a meeting, as Zoom and Teams make them: who came and went when, row by row.

A list names no zone, and two countries write one day in two ways: the session that it is of settles both.
What a row says of addresses, devices and roles is not read.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.courses.attendance_cells import instant_in, length_in
from bot.domain.courses.codings import decoded
from bot.domain.courses.presence import Hours, Span, minutes_said, minutes_there
from bot.errors import BadInput

CHARACTERS_MAX = 8_000
"""What a form holds."""
BYTES_MAX = 4_000_000
ROWS_MAX = 20_000
NO_LIST = (
    "That is no list of attendance that I can read. From Zoom it is the participants report, from Teams the "
    "attendance report, each as CSV with its line of headings."
)
TOO_LONG = f"That list has more than {ROWS_MAX:,} rows. In parts, it can be read."
_NAME_MAX = 200
_NAMES = ("name (original name)", "name (original name, if changed)", "full name", "name", "participant name")
_FIRST = ("first join", "first join time")
_JOINS = ("join time", "joined at", *_FIRST)
_LEAVES = ("leave time", "last leave", "last leave time", "left at")
_LENGTHS = (
    "duration (minutes)", "total duration (minutes)", "in-meeting duration", "duration",
    "attendance duration", "time in session (minutes)",
)  # fmt: skip
_ACTION, _STAMP, _WAITING = "user action", "timestamp", "in waiting room"
_JOINED, _LEFT = frozenset({"joined", "joined before"}), "left"


Broken = tuple[int, str]
"""The number of a row in its file, and in plain words what is amiss there: nothing of it is quoted."""
Row = tuple[int, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """One row that could be read.

    Without `span` it is known how long, and not when. With both, the span is from the first coming to the
    last going, and `length` how much of it somebody was there.
    """

    name: str = field(repr=False)
    span: Span | None = None
    length: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A list as it was read: the rows that say something, and those that are broken."""

    stays: tuple[Stay, ...]
    broken: tuple[Broken, ...] = ()


@dataclass(frozen=True, slots=True)
class _Heading:
    """Which column is what; None where there is none."""

    name: int
    join: int | None
    leave: int | None
    length: int | None
    action: int | None
    stamp: int | None
    waiting: int | None
    is_utc: bool
    sums_up: bool
    """Whether a row is all of one person's coming and going."""

    @property
    def is_of_actions(self) -> bool:
        """Whether coming and going are rows of their own, as older lists of Teams have it."""
        return self.action is not None and self.stamp is not None


def text_of(body: bytes) -> str:
    """Return a file as text, in whichever of the usual codings it was written.

    Raises:
        BadInput: it is no text, or far too large for a list.
    """
    if len(body) > BYTES_MAX:
        raise BadInput(TOO_LONG)
    text = decoded(body)
    if text is None:
        raise BadInput(NO_LIST)
    return text


def read_report(text: str, hours: Hours, zone: ZoneInfo) -> Report:
    """Return who was there by a list of a session's meeting. Its times are read in `zone`.

    Where a list has both a summary and each coming and going, the latter counts.

    Raises:
        BadInput: it is no list of attendance, or has too many rows.
    """
    rows = list(_rows(text))
    tables = list(_tables(rows))
    if not tables:
        raise BadInput(NO_LIST)
    full = [each for each in tables if each[0].join is not None or each[0].is_of_actions]
    last = (full or tables)[-1]
    heading, body = last
    stays, broken = list[Stay](), list[Broken]()
    reading = _Reading(heading=heading, hours=hours, zone=zone)
    for found in reading.actions(body) if heading.is_of_actions else map(reading.row, body):
        if isinstance(found, Stay):
            stays.append(found)
        elif found is not None:
            broken.append(found)
    return Report(stays=tuple(stays), broken=tuple(sorted(broken)))


def minutes_of(stays: Iterable[Stay], hours: Hours) -> int:
    """Return how many minutes of a session one person was there, by all rows that are of them."""
    every = list(stays)
    timed = minutes_there((each.span for each in every if each.span is not None), hours)
    limits = [each.length for each in every if each.span is not None and each.length is not None]
    if limits:
        timed = min(timed, minutes_said(sum(limits, hours.grace), hours))
    said = sum((each.length for each in every if each.span is None and each.length), timedelta())
    return min(timed + minutes_said(said, hours), hours.minutes)


@dataclass(frozen=True, slots=True)
class _Reading:
    heading: _Heading
    hours: Hours
    zone: ZoneInfo

    def row(self, row: Row) -> Stay | Broken | None:
        """Return what a row says; a sentence where it is broken; None for one that counts as nothing."""
        number, cells = row
        if _at(cells, self.heading.waiting).lower() == "yes":
            return None
        try:
            return self._stay(cells)
        except BadInput as problem:
            return number, problem.sentence

    def _stay(self, cells: Sequence[str]) -> Stay:
        """Read a row.

        Raises:
            BadInput: it is broken; the sentence says how.
        """
        heading = self.heading
        name = _name_in(cells, heading)
        if heading.join is not None and len(cells) <= heading.join:
            raise BadInput("cells are missing")
        written = _at(cells, heading.length)
        length = length_in(written) if written else None
        if written and length is None:
            raise BadInput("its length cannot be read")
        if heading.join is not None:
            return Stay(name=name, span=self._span(cells, length), length=length if heading.sums_up else None)
        if length is None:
            raise BadInput("its length is missing")
        return Stay(name=name, length=length)

    def _span(self, cells: Sequence[str], length: timedelta | None) -> Span:
        left = _at(cells, self.heading.leave)
        begin, end = self._instant(_at(cells, self.heading.join)), self._instant(left)
        if begin is None:
            raise BadInput("the time of joining cannot be read")
        if end is None and not left and length is not None:
            end = begin + length
        if end is None:
            raise BadInput("the time of leaving cannot be read")
        if end < begin:
            raise BadInput("it ends before it begins")
        return begin, end

    def actions(self, rows: Sequence[Row]) -> Iterator[Stay | Broken]:
        """Pair coming with going, name by name."""
        open_since: dict[str, tuple[int, datetime]] = {}
        for number, cells in rows:
            try:
                name, action, at = self._action(cells)
            except BadInput as problem:
                yield number, problem.sentence
                continue
            if action in _JOINED:
                open_since.setdefault(name, (number, at))
            elif name not in open_since:
                yield number, "somebody leaves who had not joined"
            elif at < (begin := open_since.pop(name)[1]):
                yield number, "it ends before it begins"
            else:
                yield Stay(name=name, span=(begin, at))
        for number, _ in open_since.values():
            yield number, "nothing says when they left"

    def _action(self, cells: Sequence[str]) -> tuple[str, str, datetime]:
        name, action = _name_in(cells, self.heading), _at(cells, self.heading.action).lower()
        at = self._instant(_at(cells, self.heading.stamp))
        if at is None:
            raise BadInput("its time cannot be read")
        if action not in {*_JOINED, _LEFT}:
            raise BadInput("it says neither joined nor left")
        return name, action, at

    def _instant(self, written: str) -> datetime | None:
        zone = ZoneInfo("UTC") if self.heading.is_utc else self.zone
        return instant_in(written, zone, near=self.hours.starts)


def _rows(text: str) -> Iterator[Row]:
    """Walk the rows with their numbers, as an editor or a spreadsheet shows them; blank ones are none."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    reader = csv.reader(io.StringIO(lines, newline=""), delimiter=_delimiter(lines))
    before = 0
    try:
        for count, cells in enumerate(reader):
            if count > ROWS_MAX:
                raise BadInput(TOO_LONG)
            number, before = before + 1, reader.line_num
            if any(cell.strip() for cell in cells):
                yield number, [_plain(cell) for cell in cells]
    except csv.Error:
        raise BadInput(NO_LIST) from None


def _delimiter(text: str) -> str:
    """Return what parts cells: what stands most often in the line that reads as a heading."""
    for line in text.split("\n"):
        for sign in ("\t", ",", ";"):
            if _heading([_plain(cell) for cell in line.split(sign)]) is not None:
                return sign
    return ","


def _tables(rows: Sequence[Row]) -> Iterator[tuple[_Heading, Sequence[Row]]]:
    """Part a list at its lines of headings. What is before any, and the title of a section, is of none."""
    headings = [(at, heading) for at, (_, cells) in enumerate(rows) if (heading := _heading(cells))]
    ends = [*(at for at, _ in headings[1:]), len(rows)]
    for (at, heading), end in zip(headings, ends, strict=False):
        body = [row for row in rows[at + 1 : end] if not _is_title(row[1])]
        yield heading, body


def _is_title(cells: Sequence[str]) -> bool:
    """Whether a row is the title of a section, as `3. In-Meeting Activities`."""
    first = cells[0]
    return first[:1].isdigit() and first[1:3] == ". " and not any(cells[1:])


def _heading(cells: Sequence[str]) -> _Heading | None:
    """Return what a line of headings says; None where a row is none."""
    folded = [" ".join(cell.lower().split()) for cell in cells]
    bare = [cell.removesuffix("(utc)").strip() for cell in folded]
    name = _column(bare, _NAMES)
    if name is None:
        return None
    heading = _Heading(
        name=name,
        join=_column(bare, _JOINS),
        leave=_column(bare, _LEAVES),
        length=_column(bare, _LENGTHS),
        action=_column(bare, (_ACTION,)),
        stamp=_column(bare, (_STAMP,)),
        waiting=_column(bare, (_WAITING,)),
        is_utc=any(cell.endswith("(utc)") for cell in folded),
        sums_up=_column(bare, _FIRST) is not None,
    )
    if heading.join is not None and heading.leave is None and heading.length is None:
        heading = replace(heading, join=None)
    tells = heading.join is not None or heading.length is not None or heading.is_of_actions
    return heading if tells else None


def _column(cells: Sequence[str], names: Sequence[str]) -> int | None:
    return next((cells.index(name) for name in names if name in cells), None)


def _name_in(cells: Sequence[str], heading: _Heading) -> str:
    name = _at(cells, heading.name)[:_NAME_MAX]
    if not name:
        raise BadInput("there is no name in it")
    return name


def _at(cells: Sequence[str], column: int | None) -> str:
    return cells[column] if column is not None and column < len(cells) else ""


def _plain(cell: str) -> str:
    return cell.strip(" \t\u00a0\u200e\u200f\ufeff")
