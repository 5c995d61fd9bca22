"""A pack on a running server: its questions are asked, and a flow that was begun keeps its version."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.own_pack import FLOW, written
from tests.e2e.scenario_steps import WHO, play, presses, says, settling, writes
from tests.e2e.sim_driver import story_in_process
from tests.e2e.test_scenario_2 import SURFACES

NEWER = FLOW.replace("version: 1", "version: 2").replace(
    "What goes into other hands now?", "Who takes over now?"
)
HANDOVER = "flow.ward_handover"


def _retired(pack: Path) -> None:
    (pack / "flows" / "retired").mkdir()
    (pack / "flows" / "retired" / "ward_handover.v1.yaml").write_text(FLOW, "utf-8")


@pytest.mark.parametrize("surface", SURFACES)
def test_a_running_flow_keeps_its_version(tmp_path: Path, surface: str) -> None:
    """Version 2 comes overnight: who was under way goes on as it was, and whoever begins has the new one."""
    pack = written(tmp_path / "ward")
    with story_in_process(tmp_path / "data", operator_set={"prompts": (pack,)}) as story:
        play(story, [*settling(surface), says("practise", "flow.choice")])
        story.choose(WHO, "flow.choose", "ward_handover")
        play(
            story,
            [
                presses("flow.write", f"{HANDOVER}.light"),
                writes("flow.save", f"{HANDOVER}.heavy", text="two"),
            ],
        )
        written(pack, flow=NEWER)
        _retired(pack)
        story.restart()
        story.command(WHO, "practise")
        [card] = story.press(WHO, "flow.on")
        assert "What goes into other hands now?" in card["text"]
        play(
            story,
            [
                presses("flow.write", f"{HANDOVER}.heavy"),
                writes("flow.save", f"{HANDOVER}.done", text="three"),
            ],
        )
        story.command(WHO, "practise")
        story.choose(WHO, "flow.choose", "ward_handover")
        story.press(WHO, "flow.write")
        [*_, card] = story.submit(WHO, "flow.save", text="four")
        assert "Who takes over now?" in card["text"]
