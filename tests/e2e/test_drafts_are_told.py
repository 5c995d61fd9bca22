"""That the questions are drafts can be learned in chat, and is said no longer than it is true."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.app.library import library_folder
from tests.e2e.sim_driver import story_in_process
from tests.e2e.test_scenario_2 import SURFACES, settle

ALL = "The questions and texts here are drafts: no practitioner has reviewed them yet."
SOME = "Some of the questions here are drafts: no practitioner has reviewed those yet."
DRAFT = "{status: draft, author_role: drafter, reviewed_by_role: null, reviewed_on: null}"
REVIEWED = (
    "{status: reviewed, author_role: drafter, reviewed_by_role: clinical lead, reviewed_on: 2026-01-31}"
)
"""A first `review` as it stands at the top of a file, and the same when somebody has read it."""


def reviewed(folder: Path, *, but: str = "") -> Path:
    """Write the library that ships as if a practitioner had read all of it, `but` for one file."""
    for file in library_folder().rglob("*.yaml"):
        copy = folder / file.relative_to(library_folder())
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_text("utf-8")
        copy.write_text(text if file.name == but else text.replace(DRAFT, REVIEWED), "utf-8")
    return folder


@pytest.mark.parametrize("surface", SURFACES)
def test_before_a_yes_and_after_it(tmp_path: Path, surface: str) -> None:
    """*Read more* says it, and `help` to whoever never opened that; neither without need in between."""
    with story_in_process(tmp_path / "data") as story:
        [first] = story.command("ana", "start", surface=surface)
        [more] = story.press("ana", "consent.more")
        assert len(first["text"].split()) <= 90
        assert more["text"].count(ALL) == 1
        settle(story, "ben", surface)
        [helped] = story.command("ben", "help")
        assert helped["text"].count(ALL) == 1


@pytest.mark.parametrize(("but", "said"), [("", None), ("raise.yaml", SOME), ("rest.yaml", SOME)])
def test_once_practitioners_read_them_it_is_not_said(tmp_path: Path, but: str, said: str | None) -> None:
    """Nothing where all is reviewed; where a file waits, that some are drafts."""
    library = reviewed(tmp_path / "prompts", but=but)
    with story_in_process(tmp_path / "data", operator_set={"prompts": (library,)}) as story:
        story.command("ana", "start", surface="console")
        [more] = story.press("ana", "consent.more")
        [helped] = story.command("ana", "help")
        for card in (more, helped):
            assert ("drafts" in card["text"]) is (said is not None)
            assert said is None or said in card["text"]
