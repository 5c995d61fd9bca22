"""What a note costs each guard, and a page of eight thousand characters beside one of a thousand."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator

from bot.guards.crisis.reading import read
from bot.guards.identifiers.finding import find
from tests.bench.harness import ROUNDS, Figure, compare, paired
from tests.property.guard_pages import GOAL, LONG, SHORT, pages
from tests.property.guard_texts import NOTES

NOTE_MS = 1.0
"""What a note may take, reading the lists aside, which happens once."""
_GUARDS: dict[str, Callable[[str], object]] = {"identifiers": find, "crisis": read}
_WORD = re.compile(r"\w+")
_FEW = 5
_AGAIN = 2


def note_figures() -> Iterator[Figure]:
    """Compare reading notes with taking each out of its JSON and finding its words, the least of all work."""
    notes = NOTES[::2]
    lines = [json.dumps({"id": number, "text": note}) for number, note in enumerate(notes)]

    def words() -> None:
        for line in lines:
            _WORD.findall(json.loads(line)["text"].casefold())

    for name, guard in _GUARDS.items():

        def every_note(guard: Callable[[str], object] = guard) -> None:
            for note in notes:
                guard(note)

        length = sum(map(len, notes)) // len(notes)
        figure = compare(
            f"guard_{name}_note",
            every_note,
            words,
            n=len(notes),
            why=f"{length} letters beside their JSON and words; the goal is {NOTE_MS:.0f} ms, not a ratio",
        )
        yield figure.judged(ok=figure.figure <= NOTE_MS * 1000)


def length_figures() -> Iterator[Figure]:
    """Compare a long page with a short one: of notes, and of all made to be slow the one that is worst."""
    for name, guard in _GUARDS.items():
        told = {kind: _length(name, guard, kind, rounds=_FEW) for kind in pages() if kind != "notes"}
        yield _length(name, guard, "notes", rounds=ROUNDS)
        yield _length(name, guard, max(told, key=lambda kind: told[kind].ratio), rounds=ROUNDS)


def _length(name: str, guard: Callable[[str], object], kind: str, *, rounds: int) -> Figure:
    """Compare one kind of page: of the short ones as many are read as make up a long one."""
    long, short = pages()[kind]
    guard(long)
    pairs = [(_micros(guard, long, 1), _micros(guard, short, LONG // SHORT)) for _ in range(rounds)]
    worst = "" if kind == "notes" else ", the worst of all that were tried"
    why = f"{LONG} characters beside {SHORT}: {kind}{worst}"
    return paired(f"guard_{name}_length", pairs, n=1, unit="us", target=GOAL, why=why)


def _micros(guard: Callable[[str], object], page: str, times: int) -> float:
    """Return what one reading takes."""
    began = time.perf_counter()
    for _ in range(times * _AGAIN):
        guard(page)
    return (time.perf_counter() - began) / (times * _AGAIN) * 1e6
