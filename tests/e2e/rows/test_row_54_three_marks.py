"""Three marks on working together, one move; one's own view, of somebody who is named nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.store.tables import metadata
from tests.e2e.disk import hits
from tests.e2e.rows.rows_library import asked, settled, walk
from tests.e2e.scenario_steps import WHO, left_behind
from tests.e2e.test_scenario_2 import SURFACES
from tests.json_types import Json

MOVE = "ask which of the three they would begin with"
GIVEN = {"bond": "good", "goals": "partly", "tasks": "mostly", "theirs": "the second one", "move": MOVE}
MARKED = ("good", "in part", "mostly")
SOMEBODY = ("client", "patient", "case", "subject_of", "who", "name", "initials", "regarding")


def _keys(part: object) -> set[str]:
    if isinstance(part, dict):
        return set(part) | {key for each in part.values() for key in _keys(each)}
    return {key for each in part for key in _keys(each)} if isinstance(part, list) else set()


@pytest.mark.parametrize("surface", SURFACES)
def test_three_marks_and_a_move_are_kept(tmp_path: Path, surface: str) -> None:
    """On one page, each below what was asked, and as a plan; sealed, and read by their writer alone."""
    with settled(tmp_path / "data", surface) as story:
        cards = walk(story, "alliance_triad", GIVEN)
        story.choose(WHO, "flow.when", "P1W")
        left: Json = left_behind(story)
    said = asked(cards)
    assert said.index("bond") < said.index("want the same") < said.index("how to go about it")
    [page], [plan] = left["entries"], left["plans"]
    blocks = page["text"].split("\n\n")
    assert [block.splitlines()[-1] for block in blocks[:3]] == list(MARKED)
    assert (plan["body"]["words"], plan["body"]["ended_as"]) == (MOVE, "planned")
    assert hits(tmp_path, MOVE) == []
    assert {card["seen_by"] for card in cards} <= {"only_you", "reading"}


@pytest.mark.parametrize("surface", SURFACES)
def test_whom_it_is_about_stands_nowhere(tmp_path: Path, surface: str) -> None:
    """No field for it in what is kept; no question about it on the way, but that no name is needed."""
    with settled(tmp_path / "data", surface) as story:
        said = asked(walk(story, "alliance_triad", GIVEN))
        story.choose(WHO, "flow.when", "none")
        left: Json = left_behind(story)
    assert "with no name" in said
    kept = _keys(left["entries"]) | _keys(left["plans"])
    assert {"text", "state", "words"} <= kept
    assert kept.isdisjoint(SOMEBODY)


def test_no_table_has_a_column_for_somebody_else() -> None:
    """Who is spoken of has no id, no name and no number here."""
    columns = {
        word
        for table in metadata.tables.values()
        for column in table.columns
        for word in column.name.split("_")
    }
    assert {"person", "owner"} <= columns
    assert columns.isdisjoint({"client", "patient", "case", "resident", "student", "family"})
