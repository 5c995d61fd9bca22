"""Notes of one's own, as text or Markdown, split into pages: by days where days are named, else one page.

A day is named by a heading that begins or ends with it, or by a line that is nothing else; always with its
year, as 2026-01-05, "5 January 2026" or "January 5, 2026": 5/1 is two days to two people. No word is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time

from bot.domain.dates import day_meant
from bot.errors import BadInput

_NAMED = re.compile(
    r"(?i)(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9},? [0-9]{4}"
    r"|[a-z]{3,9} [0-9]{1,2}(?:st|nd|rd|th)?,? [0-9]{4})"
    r"(?:,? (?:at )?(?P<hour>[0-9]{1,2}:[0-9]{2}))?"
)
_HEADING = re.compile(r" {0,3}(?P<level>#{1,6})[ \t]+(?P<text>.*?)[ \t]*#*[ \t]*")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_MATTER = re.compile(r"---[ \t]*\n(?P<lines>(?:(?!---[ \t]*\n)[^\n]*\n){0,40})---[ \t]*(?:\n|$)")
_MATTER_DAY = re.compile(r"(?i)(?:date|created|day)[ \t]*:[ \t]*[\"']?(?P<said>[^\"'\n]+?)[\"']?[ \t]*")
_STOPS = " \t:.,;*_-\u2013\u2014()[]|"
"""What may stand around a day in a heading."""
_EARLIEST = date(1900, 1, 1)
_NO_HEADING = 0
"""The level of a day on a line of its own: no heading below it leaves that day."""
_LINE_MAX = 60
"""Signs of a line that is nothing but a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One page of notes. `day` and `at` are None where none was named."""

    day: date | None
    at: time | None
    text: str = field(repr=False)


@dataclass(slots=True, kw_only=True)
class _Section:
    """Some lines under one day, or under none."""

    day: date | None = None
    at: time | None = None
    level: int | None = None
    lines: list[str] = field(default_factory=list, repr=False)
    is_bare: bool = True
    """Whether nothing but headings stands in it."""


def notes_in(text: str, *, named: str, today: date, most: int) -> list[Note]:
    """Return the pages of some notes, in their order, none longer than `most` characters.

    `named` is what the file is called, which may begin with its day. A day after `today` is no page's.
    """
    matter_day, text = _front_matter(text, today)
    usual = matter_day or _leading(named, today)
    notes = list[Note]()
    for section in _sections(text, today):
        body = "\n".join(section.lines).strip("\n")
        for piece in pieces(body, most) if body.strip() else ():
            notes.append(Note(day=section.day or usual, at=section.at, text=piece))
    return notes


def pieces(text: str, most: int) -> Iterator[str]:
    """Walk a text in parts of up to `most` characters: between paragraphs, else lines, words, signs."""
    while len(text) > most:
        head = text[: most + 1]
        cut = next(
            (at for gap in ("\n\n", "\n", " ") if (at := head.rfind(gap)) > 0 and head[:at].strip()), most
        )
        if part := text[:cut].rstrip():
            yield part
        text = text[cut:].lstrip("\n") if text[cut : cut + 1] == "\n" else text[cut:].removeprefix(" ")
    if text.strip():
        yield text


def _front_matter(text: str, today: date) -> tuple[date | None, str]:
    """Return the day that stands above a Markdown file, and the text without that line."""
    matter = _MATTER.match(text)
    if matter is None:
        return None, text
    lines = matter["lines"].splitlines()
    days = [(line, day) for line in lines if (day := _matter_day(line, today))]
    if not days:
        return None, text
    left = [line for line in lines if line != days[0][0]]
    rest = text[matter.end() :]
    return days[0][1], "\n".join([*left, rest]) if any(line.strip() for line in left) else rest


def _matter_day(line: str, today: date) -> date | None:
    said = _MATTER_DAY.fullmatch(line)
    return _leading(said["said"], today) if said else None


def _leading(text: str, today: date) -> date | None:
    """Return the day with which a text begins."""
    found = _NAMED.match(text)
    return _day(found, today) if found else None


def _sections(text: str, today: date) -> Iterator[_Section]:
    """Walk the sections of a text. A heading that names no day ends a day of its own level or below.

    Headings with nothing under them go along with what follows.
    """
    here, fenced, was_line = _Section(), False, False
    for line in text.split("\n"):
        if was_line and _UNDERLINE.fullmatch(line):
            was_line = False
            continue
        was_line = False
        if _FENCE.match(line):
            fenced = not fenced
        heading = None if fenced else _HEADING.fullmatch(line)
        found = None if fenced else _named(line, heading, today)
        if found is None and not _leaves(here, heading):
            here.lines.append(line)
            here.is_bare = here.is_bare and (heading is not None or not line.strip())
            continue
        begun = found or _Section()
        if here.is_bare and here.day is None:
            begun.lines = [*(each for each in here.lines if each.strip()), *begun.lines]
        else:
            yield here
        here, was_line = begun, found is not None and heading is None
        if found is None:
            here.lines.append(line)
    yield here


def _leaves(here: _Section, heading: re.Match[str] | None) -> bool:
    """Whether a heading that names no day leaves the day that stands."""
    return heading is not None and here.level is not None and len(heading["level"]) <= here.level


def _named(line: str, heading: re.Match[str] | None, today: date) -> _Section | None:
    """Return the section that a line begins by naming its day; the line itself where it says more."""
    said = (heading["text"] if heading else line).strip(_STOPS)
    if not heading and len(said) > _LINE_MAX:
        return None
    for found in _NAMED.finditer(said):
        is_whole = found.span() == (0, len(said))
        is_at_an_end = _apart(said, found)
        day = _day(found, today) if is_whole or (heading and is_at_an_end) else None
        if day is not None:
            return _Section(
                day=day,
                at=_hour(found["hour"]),
                level=len(heading["level"]) if heading else _NO_HEADING,
                lines=[] if is_whole else [line],
                is_bare=is_whole,
            )
    return None


def _apart(said: str, found: re.Match[str]) -> bool:
    """Whether a day stands at the beginning or the end, and is no part of a longer word."""
    before, after = said[: found.start()], said[found.end() :]
    return (not before and not after[:1].isalnum()) or (not after and not before[-1:].isalnum())


def _day(found: re.Match[str], today: date) -> date | None:
    """Return the day, where there is such a day and it is not ahead."""
    try:
        day = day_meant(found["day"], today)
    except BadInput:
        return None
    return day if _EARLIEST <= day <= today else None


def _hour(said: str | None) -> time | None:
    try:
        return time.fromisoformat(said.rjust(5, "0")) if said else None
    except ValueError:
        return None
