"""A scenario with the house ended between its steps: restarted before each, or killed from one on."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.ports.faults import Point
from tests.e2e.scenario_steps import Step, left_behind, play
from tests.e2e.sim_driver import Story, story_in_process

LIBRARY = Path(__file__).resolve().parents[2] / "prompts"
Left = dict[str, Any]
"""What somebody could read in the end, as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOff:
    """A scenario in a folder, on the library's own flows and few of its prompts: a house that starts often.

    Every way of playing it returns what it leaves behind.
    """

    folder: Path
    steps: Sequence[Step]
    flows: Sequence[str]

    def undisturbed(self) -> Left:
        """Play it from the first step to the last."""
        return self._play("once", None)

    def restarted(self) -> Left:
        """Play it with a restart before each step."""

        def before(story: Story, number: int) -> None:  # noqa: ARG001 - before each one
            story.restart()

        return self._play("restarted", before)

    def killed(self, at: int, point: Point) -> Left:
        """Play it with the house killed at the first pass of `point` from step `at` on."""

        def before(story: Story, number: int) -> None:
            if number == at:
                story.kill(point)

        return self._play(f"{point}-{at}", before)

    def _play(self, name: str, before: Callable[[Story, int], None] | None) -> Left:
        library = self._library()
        with story_in_process(self.folder / name, operator_set={"prompts": library}) as story:
            play(story, self.steps, before)
            return left_behind(story)

    def _library(self) -> Path:
        """Copy what these flows need, once."""
        library = self.folder / "library"
        if not library.exists():
            for path in ("voice.yaml", "steam/actions.yaml", *(f"flows/{flow}.yaml" for flow in self.flows)):
                (library / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(LIBRARY / path, library / path)
            shutil.copytree(LIBRARY / "safety", library / "safety")
        return library
