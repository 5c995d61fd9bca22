"""A calendar file, as RFC 5545 has it: what many programs read, and nobody needs a time zone for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

NAME = "course.ics"
TYPE = "text/calendar"
_PRODUCT = "-//Reststop//Courses//EN"
_LONGEST = 75
"""Octets of a line, its end aside; what is longer goes on in the next one, behind a space."""
_ESCAPED: Mapping[int, str | None] = {
    **dict.fromkeys((*range(32), 127)),  # what no line may hold goes
    **{ord(sign): f"\\{sign}" for sign in "\\;,"},
    ord("\t"): "\t",
    ord("\n"): "\\n",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something at a time. `uid` names it in every file that is made of it, so that a later one replaces it.

    `blocks`: whether its time is taken, as by a session; else it is a note at an instant.
    """

    uid: str
    at: datetime
    title: str
    text: str = ""
    where: str = ""
    length: timedelta = timedelta()
    blocks: bool = False


def calendar_file(title: str, events: Sequence[Event], *, made_at: datetime) -> bytes:
    """Return the file. Every time in it is UTC, and programs show it in the zone of who looks."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(title)}",
        *(line for event in events for line in _lines(event, made_at)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _lines(event: Event, made_at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(event.uid)}"
    yield f"DTSTAMP:{_stamp(made_at)}"
    yield f"DTSTART:{_stamp(event.at)}"
    if event.length:
        yield f"DTEND:{_stamp(event.at + event.length)}"
    yield f"SUMMARY:{_escaped(event.title)}"
    if event.text:
        yield f"DESCRIPTION:{_escaped(event.text)}"
    if event.where:
        yield f"LOCATION:{_escaped(event.where)}"
    yield f"TRANSP:{'OPAQUE' if event.blocks else 'TRANSPARENT'}"
    yield "END:VEVENT"


def _stamp(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    """Return a text as a value has it; signs that no line may hold are left out."""
    return text.translate(_ESCAPED)


def _folded(line: str) -> str:
    """Return a line, parted where it is too long: between signs, never within one."""
    if line.isascii() and len(line) <= _LONGEST:
        return line
    parts, part, size = [], "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > _LONGEST:
            parts.append(part)
            part, size = "", 1
        part += sign
        size += octets
    return "\r\n ".join((*parts, part))
