"""Nobody is ranked: no rank, streak, badge or score has a place in what is stored, held or said."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.content.voice import lint
from adapters.store import key_tables, tables
from bot.app.library import library_folder
from tests.e2e.rows.rows_library import library, report, settled, walk
from tests.e2e.scenario_steps import WHO
from tests.e2e.test_scenario_2 import SURFACES
from tests.e2e.test_scenario_15 import export

ROOT = library_folder().parent
RANKED = re.compile(
    r"rank|ranks|ranking|rankings|streak|streaks|badge|badges|score|scores|scored|scoring|leaderboard|trophy|"
    r"medal|reward|rewards|percentile|achievement|achievements|karma|xp|grade|grades"
)
DENIED = "does not treat, advise, score or rank"
"""The one sentence that names them, in the first minute."""
ANSWERS = {"energy": 5, "connection": 5}


def _words(name: str) -> list[str]:
    return re.findall(r"[a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower())


def _is_ranked(name: str) -> bool:
    return any(RANKED.fullmatch(word) for word in _words(name))


def _fields(source: str) -> Iterator[str]:
    """Walk the names of classes, of their fields, and of keys in what is written."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            yield node.name
            yield from (
                one.target.id
                for one in node.body
                if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
            )
        elif isinstance(node, ast.Dict):
            yield from (
                key.value for key in node.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)
            )


def _keys(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        yield from part
        for each in part.values():
            yield from _keys(each)
    elif isinstance(part, list):
        for each in part:
            yield from _keys(each)


def test_no_table_has_a_place_for_it() -> None:
    """Neither a table nor a column, in the main database and in that of keys."""
    both = (tables.metadata, key_tables.metadata)
    names = [str(column) for each in both for table in each.sorted_tables for column in table.columns]
    assert len(names) > 80
    assert [name for name in names if _is_ranked(name)] == []


def test_no_model_has_a_place_for_it() -> None:
    """No class, no field and no key of what is sealed, in any room that knows of people."""
    rooms = [ROOT / "bot" / room for room in ("domain", "services", "ports", "surface")]
    files = [file for room in (*rooms, ROOT / "adapters") for file in room.rglob("*.py")]
    texts = {file.name: file.read_text("utf-8") for file in files}
    assert len(texts) > 300
    named = {name: text for name, text in texts.items() if RANKED.search(text.lower())}
    found = {(file, name) for file, text in named.items() for name in _fields(text)}
    assert len(found) > 10
    assert [name for name in found if _is_ranked(name[1])] == []


def test_a_place_for_it_would_be_found() -> None:
    """Whichever way it is written."""
    planted = "class Person:\n    longestStreak: int\n    day_rank: int\nBODY = {'badge_name': 1, 'shown': 2}"
    assert [name for name in _fields(planted) if _is_ranked(name)] == [
        "longestStreak",
        "day_rank",
        "badge_name",
    ]


@pytest.mark.parametrize("surface", SURFACES)
def test_after_full_marks_and_a_flow_nothing_of_the_kind_is_held_or_said(
    tmp_path: Path, surface: str
) -> None:
    """Two weeks of the highest marks: all that is held is what was marked, and no card counts it."""
    with settled(tmp_path / "data", surface) as story:
        for day in range(5, 17):
            if story.clock(f"2026-01-{day:02}T12:00:00Z"):
                for mark, step in ANSWERS.items():
                    story.scale(WHO, f"checkin.{mark}", step)
        walk(story, "alliance_triad", {"bond": "strong", "goals": "fully", "tasks": "fully"})
        story.command(WHO, "journal last")
        held, said = export(story, WHO), json.dumps(story.shown).lower()
    assert [key for key in _keys(held) if _is_ranked(key)] == []
    assert RANKED.search(said) is None or not re.search(rf"\b({RANKED.pattern})\b", said.replace(DENIED, ""))
    assert not re.search(r"\d+ (days|times|check-ins|weeks) in a row", said)


def test_no_text_counts_praises_or_compares() -> None:
    """Not the library, not the cards in code; and the check refuses who would write one."""
    texts = [
        *(
            line
            for one in library().prompts()
            for line in (one.text, *(option.label for option in one.options))
        ),
        *(step.text or "" for flow in library().flows() for step in flow.steps),
        *(line for one in library().readings() for line in one.lines),
    ]
    voice = report().voice
    for text in (
        "Keep your streak.",
        "You earned a badge.",
        "Your score is up.",
        "Well done.",
        "You rank third.",
    ):
        assert lint(text, voice), text
    assert [text for text in texts if {"ranking", "praise"} & {one.code for one in lint(text, voice)}] == []
