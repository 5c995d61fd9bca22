"""Notes as a file, read as the pages of an export: then everything that comes in is kept in one way."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import PurePath
from uuid import UUID

from bot.domain.journal import ENTRY_MAX
from bot.domain.notes import Note, notes_in
from bot.domain.zones import zone_of
from bot.services.cards.takeout_page import HEADING
from bot.services.desk import Turn
from bot.services.sealing import Body
from bot.surface.text import kept

_NOON = time(12)
"""When a page was written of which only the day is known."""
_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16", codecs.BOM_UTF8: "utf-8-sig"}
_BESIDE_DAYS = re.compile(r"^## (?!\w+ [0-9]{1,2} \w+ [0-9]{4}$)", re.MULTILINE)
_QUOTED = re.compile(r"^ *> ?", re.MULTILINE)


def text_in(body: bytes) -> str | None:
    """Return what a file says; None where it is no text."""
    encoding = next((name for mark, name in _MARKS.items() if body.startswith(mark)), "utf-8")
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else kept(text)


def is_own_page(text: str) -> bool:
    """Whether it is the file to read that `export` made beside the one for programs."""
    return text.startswith(HEADING)


def parts_of_notes(turn: Turn, name: str, text: str) -> dict[str, list[Body]]:
    """Return the pages of some notes as rows of an export. An id follows from day and words, under a key.

    Of our own file to read come the days alone, each as one page: what stands after them is no note.
    """
    is_ours = is_own_page(text)
    words = _days_of_ours(text) if is_ours else text
    notes = notes_in(words, named=PurePath(name).stem, today=turn.today, most=ENTRY_MAX)
    if is_ours:
        notes = [replace(note, text=_QUOTED.sub("", note.text)) for note in notes]
    return {"entries": _rows(turn, notes)}


def _days_of_ours(text: str) -> str:
    days = text.split("\n## ", 1)[1:]
    return _BESIDE_DAYS.split(f"## {days[0]}", 1)[0] if days else ""


def _rows(turn: Turn, notes: Sequence[Note]) -> list[Body]:
    said = Counter[tuple[date | None, str]]()
    rows = list[Body]()
    for note in sorted(notes, key=lambda note: note.day or turn.today):
        said[note.day, note.text] += 1
        rows.append(
            {
                "id": str(_id(turn, note, said[note.day, note.text])),
                "day": (note.day or turn.today).isoformat(),
                "version": 1,
                "written_at": _at(turn, note).isoformat(),
                "text": note.text,
                "question": "",
                "scene": "",
                "tags": [],
                "source": "",
                "state": "",
            }
        )
    return rows


def _id(turn: Turn, note: Note, times: int) -> UUID:
    """Return the id of a note: the same whenever its file is brought, and nothing can be guessed from it."""
    day = note.day.isoformat() if note.day else ""
    digest = turn.desk.vault.digest("note", turn.person.id.hex, day, str(times), note.text)
    return UUID(bytes=digest[:16], version=5)


def _at(turn: Turn, note: Note) -> datetime:
    if note.day is None:
        return turn.now
    zone = zone_of(turn.person.zone) if turn.person.zone else UTC
    return datetime.combine(note.day, note.at or _NOON, zone)
