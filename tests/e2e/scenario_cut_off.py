"""A scenario with the house ended between its steps: restarted before each, or killed from one on."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.ports.faults import Point
from tests.e2e.scenario_steps import WHO, Step, left_behind, play, settling
from tests.e2e.sim_driver import Story, story_in_process
from tests.json_types import Json

LIBRARY = Path(__file__).resolve().parents[2] / "prompts"
Left = Json
"""What somebody could read in the end, as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOff:
    """A scenario of somebody who has settled, on the library's own flows and few of its prompts.

    Such a house starts fast, which matters here. Every way of playing returns what is left behind.
    """

    folder: Path
    surface: str
    steps: Sequence[Step]
    flows: Sequence[str]

    def undisturbed(self) -> Left:
        """Play it from the first step to the last."""
        return self._play("once", None)

    def restarted(self) -> Left:
        """Play it with a restart before each step."""

        def before(story: Story, _number: int) -> None:
            story.restart()

        return self._play("restarted", before)

    def killed(self, at: int, point: Point) -> Left:
        """Play it with the house killed at the first pass of `point` from step `at` on."""

        def before(story: Story, number: int) -> None:
            if number == at:
                story.kill(point)

        return self._play(f"{point}-{at}", before)

    def assert_nothing_is_lost(self, point: Point) -> Left:
        """Kill it at a point from each step on; return what is left each time, as of an undisturbed one."""
        wanted = self.undisturbed()
        for at in range(len(self.steps)):
            assert self.killed(at, point) == wanted, f"killed from step {at} on"
        return wanted

    def _play(self, name: str, before: Callable[[Story, int], None] | None) -> Left:
        folder = self.folder / name
        shutil.copytree(self._settled(), folder)
        with story_in_process(folder / "data", operator_set={"prompts": (self._library,)}) as story:
            story.send(do="direct", who=WHO, open=True, surface=self.surface)
            play(story, self.steps, before)
            return left_behind(story)

    def _settled(self) -> Path:
        """Return the folder of a house in which somebody has settled; it is made once."""
        folder = self.folder / "settled"
        if not folder.exists():
            self._copy_library()
            with story_in_process(folder / "data", operator_set={"prompts": (self._library,)}) as story:
                play(story, settling(self.surface))
        return folder

    @property
    def _library(self) -> Path:
        return self.folder / "library"

    def _copy_library(self) -> None:
        for path in ("voice.yaml", "steam/actions.yaml", *(f"flows/{flow}.yaml" for flow in self.flows)):
            (self._library / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(LIBRARY / path, self._library / path)
        shutil.copytree(LIBRARY / "safety", self._library / "safety")
