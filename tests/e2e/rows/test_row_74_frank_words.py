"""Frank words are asked for, and a week later: what was heard, and what will change."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.disk import hits
from tests.e2e.rows.rows_library import asked, family, settled, walk
from tests.e2e.scenario_steps import WHO, left_behind
from tests.e2e.test_scenario_2 import SURFACES

FLOW = "fit_and_referral"
ASK = "ask which ten minutes were any use"
HEARD = "quietly yesterday seventeen lanterns drifted homeward"


@pytest.mark.parametrize("surface", SURFACES)
def test_what_was_heard_is_asked_on_its_day(tmp_path: Path, surface: str) -> None:
    """The notice says nothing of it; then one question, and a page for the answer."""
    with settled(tmp_path / "data", surface) as story:
        said = asked(walk(story, FLOW, {"heard": "no", "scope": "stay", "plan_stay": ASK}))
        assert "How could you ask so that a frank answer is easy to give?" in said
        story.choose(WHO, "flow.when", "P2W")
        story.clock("2026-01-12T09:00:00Z")
        story.press(WHO, "checkin.skip")  # else it would ask about the silence
        came = story.clock("2026-01-19T09:00:00Z")
        [notice] = [card for card in came if card["text_id"] == "plan.notice"]
        assert notice["text"] == "You asked me to bring something back today."
        story.press(WHO, "plan.open")
        [reflecting] = story.choose(WHO, "plan.went", "tried")
        assert "What did you hear, and what will change?" in reflecting["text"]
        story.press(WHO, "plan.write")
        story.submit(WHO, "entry", text=HEARD)
        left = left_behind(story)
    assert [page["text"] for page in left["entries"]][-1] == HEARD
    assert hits(tmp_path, HEARD) == []


@pytest.mark.parametrize(("heard", "is_asked"), [("no", True), ("hint", True), ("yes", False)])
def test_who_has_not_asked_is_asked_how_they_could(tmp_path: Path, heard: str, *, is_asked: bool) -> None:
    """Also where it was only in passing; who has asked goes on."""
    with settled(tmp_path / "data") as story:
        cards = walk(story, FLOW, {"heard": heard, "scope": "stay"})
    assert ("a frank answer is easy to give" in asked(cards)) == is_asked


def test_hearing_it_is_asked_about_from_both_sides() -> None:
    """What one was told, what one would like to hear, and how to ask so that a no costs nothing."""
    prompts = family("hearing-it")
    texts = " ".join(one.text for one in prompts)
    assert len(prompts) >= 4
    assert all(
        part in texts
        for part in ("easier or harder for them", "one honest sentence for you", "a no costs nothing")
    )
    assert any(one.gentle for one in prompts)
