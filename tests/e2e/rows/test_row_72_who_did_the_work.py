"""Who did the work: five words from "mostly them" to "mostly me", once a month, and one's own trend alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.marks import CHOSEN, EFFORT, FIXED
from tests.e2e.disk import hits
from tests.e2e.rows.rows_library import names, settled
from tests.e2e.scenario_steps import WHO
from tests.e2e.sim_driver import Shown, Story
from tests.e2e.test_scenario_2 import SURFACES
from tests.e2e.test_scenario_15 import export

ASK = "In your conversations lately, who did most of the work?"
WORDS = ["mostly them", "more them", "about half each", "more me", "mostly me"]
MONTHS = ("2026-02-02T12:00:00Z", "2026-03-02T12:00:00Z", "2026-03-30T12:00:00Z")


def _write(story: Story) -> None:
    story.command(WHO, "write")
    story.submit(WHO, "entry", text="The lamp was left on.")


def _wish_it(story: Story) -> None:
    story.command(WHO, "settings")
    story.press(WHO, "settings.questions")
    story.press(WHO, "questions.change")
    story.submit(WHO, "questions", effort="yes")


def _sit_down(story: Story) -> Shown:
    """Look back, and answer whether it is worth the time; return what is asked next."""
    story.command(WHO, "look back")
    [asked] = story.choose(WHO, "worth.say", "yes")
    return asked


@pytest.mark.parametrize("surface", SURFACES)
def test_it_is_asked_once_a_month_and_read_beside_ones_own(tmp_path: Path, surface: str) -> None:
    """In five words, to who wished it; what was said is read back by them alone and lies sealed."""
    with settled(tmp_path / "data", surface) as story:
        _write(story)
        _wish_it(story)
        for month, step in zip(MONTHS, (5, 4, 2), strict=True):
            story.clock(month)
            asked = _sit_down(story)
            assert (asked["text_id"], asked["seen_by"]) == ("worth.effort", "only_you")
            scale = story.control(WHO, "worth.effort")
            assert (scale["label"], [one["label"] for one in scale["options"]]) == (ASK, WORDS)
            story.scale(WHO, "worth.effort", step)
        [view] = story.command(WHO, "look back")
        assert "worth.say" not in names(view)
        [year] = story.press(WHO, "look.months")
        said = [word for word in WORDS for line in year["text"].splitlines() if line.endswith(f": {word}")]
        assert (year["seen_by"], sorted(said)) == ("reading", ["more me", "more them", "mostly me"])
        looks = export(story, WHO)["looks_back"]
    assert [one["body"]["effort"] for one in looks] == [5, 4, 2]
    assert hits(tmp_path, "asks_effort") == []


def test_nobody_is_asked_who_did_not_wish_it(tmp_path: Path) -> None:
    """A month is asked about whether it is worth the time, and nothing of the work."""
    with settled(tmp_path / "data") as story:
        _write(story)
        story.clock(MONTHS[0])
        asked = _sit_down(story)
        assert asked["text_id"] == "worth.drop"
        assert names(asked) == ["worth.drop"]


def test_neither_end_is_low() -> None:
    """It is no mark of a check-in, where a low one makes a day gentler; its words judge nobody."""
    assert EFFORT not in (*FIXED, *CHOSEN)
    assert list(EFFORT.words) == WORDS
    assert EFFORT.ask == ASK
