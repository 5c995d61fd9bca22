"""Sharing without a name, end to end: three are held and come out with no author; a lone one is dropped."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.scenario_circle import PEERS, in_channel, peers, to, unnamed_on
from tests.e2e.sim_driver import Story, story_in_process
from tests.e2e.test_scenario_14 import HOSTED

OPENS = "2026-01-08T12:00:00Z"
COME_OUT, NEXT_MORNING, ENDS = "2026-01-08T15:00:00Z", "2026-01-09T09:00:00Z", "2026-01-09T16:30:00Z"
TEXTS = ("The corridor was quiet for once.", "I missed my break again.", "Nights are long in winter.")


def hand_in(story: Story, who: str, text: str) -> str:
    """Let somebody share something without a name; return which card they are told with."""
    story.press(who, "unnamed.open")
    story.press(who, "unnamed.write")
    told: str = to(who, story.submit(who, "unnamed", text=text, wish="heard"))["text_id"]
    return told


@pytest.mark.parametrize("surface", HOSTED)
def test_three_come_out_together_and_a_lone_one_never(tmp_path: Path, surface: str) -> None:
    """Held until the hour that was said; no name, and none of the writers stands anywhere near them."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        peers(story, data, surface, *PEERS)
        unnamed_on(story)
        story.clock(OPENS)
        for who, text in zip(PEERS, TEXTS, strict=False):
            assert hand_in(story, who, text) == "unnamed.waits"
        came = [record["text"] for record in in_channel(story.clock(COME_OUT))]
        out = [said for said in came if "without a name" in said]
        assert len(out) == 3
        assert all(any(text in said for said in out) for text in TEXTS)
        assert not any(who in said.casefold().split() for who in PEERS for said in out)
        assert hand_in(story, PEERS[0], "A lone one.") == "unnamed.waits"
        later = in_channel(story.clock(NEXT_MORNING)) + in_channel(story.clock(ENDS))
        assert not any("A lone one." in record["text"] for record in later)
