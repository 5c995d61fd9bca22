"""Taking all of it along, leaving, and coming back with it, by the real command; then notes of one's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.disk import hits, sentence
from tests.e2e.terminal import HELLO, visit

PARTS = ("entries", "checkins", "drafts", "plans", "my_people", "wishes", "words_never_flagged")


@pytest.fixture(name="data")
def _data(tmp_path: Path) -> Path:
    return tmp_path / "home" / "data"


def exported(data: Path) -> dict[str, list[dict[str, object]]]:
    """Let somebody make their files; return the one for programs, and leave none."""
    visit(data, "export", "1")
    [file] = data.parent.glob("reststop-export-*.json")
    made: dict[str, list[dict[str, object]]] = json.loads(file.read_bytes())
    for each in data.parent.glob("reststop-export-*"):
        each.rename(each.with_name(each.name.replace("reststop-export", "mine")))
    return made


def test_all_of_it_goes_along_and_comes_back(data: Path) -> None:
    """Export, erase, arrive anew, import: the same pages under the same ids. And nothing lies in clear."""
    canary = sentence("import")
    visit(data, *HELLO, "write", canary, ".", ".", "people", "1", "somebody I trust", "", "")
    before = exported(data)
    visit(data, "erase", "2", "1")
    [file] = data.parent.glob("mine-*.json")
    screen = visit(data, *HELLO, f"import {file.name}", "Bring it in", "import", "journal last")
    assert "One page, of " in screen
    assert "It is in: one page." in screen
    assert canary in " ".join(screen.split())
    after = exported(data)
    assert after["entries"] == before["entries"]
    assert [each["body"] for each in after["my_people"]] == [each["body"] for each in before["my_people"]]
    assert after["checkins"][: len(before["checkins"])] == [
        run | {"state": "lapsed"} for run in before["checkins"]
    ]
    assert hits(data, canary) == []


def test_notes_come_in_masked_and_go_out_again(data: Path) -> None:
    """A name in them is shown and masked; nothing is written beside the data folder; and it can be undone."""
    canary = sentence("notes")
    visit(data, *HELLO)
    notes = data.parent / "notes.md"
    notes.write_text(f"# Ward\n\n## 2 January 2026\nMaria cancelled again. {canary}\n", "utf-8")
    before = sorted(data.parent.iterdir())
    screen = visit(data, "import notes.md", "Show the places", "Mask what may", "journal last")
    said = " ".join(screen.split())
    assert "One place in it may point at a person." in said
    assert "\u00abMaria\u00bb cancelled again." in said
    assert f"Someone cancelled again. {canary}" in said
    assert (hits(data, canary), hits(data, "Maria cancelled")) == ([], [])
    assert "It is out again." in visit(data, "import", "1")
    assert exported(data)["entries"] == []
    assert hits(data, canary) == []
    assert sorted(each for each in data.parent.iterdir() if not each.name.startswith("mine-")) == before
    assert canary in notes.read_text("utf-8")
