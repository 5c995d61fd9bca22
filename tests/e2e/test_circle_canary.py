"""Words of a circle, through the real house: in the channel where they were let go, in clear nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.disk import hits, sentence
from tests.e2e.scenario_circle import KEEPER, PEERS, in_channel, peers, share, standing, unnamed_on
from tests.e2e.sim_driver import Story, story_in_process

OPENS, NEXT_MORNING, ENDS = "2026-01-08T12:00:00Z", "2026-01-09T10:00:00Z", "2026-01-09T17:00:00Z"


@pytest.mark.parametrize("surface", ["slack", "discord"])
def test_what_is_said_in_a_circle_lies_in_clear_in_no_file(tmp_path: Path, surface: str) -> None:
    """Shared, answered, kept back, killed on the way, dropped: no database, log or copy has a word of it."""
    data = tmp_path / "data"
    named, answered, alone = (sentence(f"circle/{surface}/{which}") for which in ("a", "b", "c"))
    with story_in_process(data) as story:
        peers(story, data, surface, *PEERS)
        unnamed_on(story)
        story.clock(OPENS)
        share(story, "ana", named)
        story.press("ben", "share.heard")
        story.press("ben", "answer.open")
        story.submit("ben", "answer", text=answered)
        _without_a_name(story, "cy", alone)
        assert _hits(tmp_path, named, answered, alone) == []
        story.kill("before_commit")
        _without_a_name(story, "dot", f"{alone} again")
        story.restart()
        assert _read_there(story, named)
        assert _read_there(story, answered)
        assert not _read_there(story, alone)
        assert _hits(tmp_path, named, answered, alone) == []
        story.clock(NEXT_MORNING)
        story.clock(ENDS)
        assert _hits(tmp_path, named, answered, alone) == []


@pytest.mark.parametrize("surface", ["slack", "discord"])
def test_what_waits_without_a_name_is_seen_by_its_writer_alone(tmp_path: Path, surface: str) -> None:
    """Nobody else's card has a word of it, and no other card says that somebody wrote something."""
    data, alone = tmp_path / "data", sentence(f"circle/{surface}/waits")
    with story_in_process(data) as story:
        peers(story, data, surface, *PEERS)
        unnamed_on(story)
        story.clock(OPENS)
        before = len(story.shown)
        _without_a_name(story, "cy", alone)
        story.press("cy", "share.mine")
        for who in ("ana", KEEPER):
            story.press(who, "share.mine")
        since = story.shown[before:]
        assert {record["to"] for record in since if alone in (record["text"] or "")} == {"cy"}
        assert in_channel(since) == []
        story.clock(ENDS)  # nobody else wrote one: it is dropped
        assert not any(alone in (record["text"] or "") for record in in_channel(story.shown))


def _without_a_name(story: Story, who: str, text: str) -> None:
    story.press(who, "unnamed.open")
    story.press(who, "unnamed.write")
    story.submit(who, "unnamed", text=text)


def _hits(folder: Path, *texts: str) -> list[str]:
    return [hit for text in texts for hit in hits(folder, text)]


def _read_there(story: Story, words: str) -> bool:
    return any(words in record["text"] for record in standing(story))
