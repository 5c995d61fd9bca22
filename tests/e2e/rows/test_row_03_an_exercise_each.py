"""Each inner domain can be practised, not only asked about: a guided exercise of about two minutes."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.flows import SayStep
from bot.domain.prompts import STEAM, Depth, Domain
from tests.e2e.rows.rows_library import begin, library, settled
from tests.e2e.scenario_steps import WHO
from tests.e2e.test_scenario_2 import SURFACES


@pytest.mark.parametrize("domain", STEAM)
def test_there_is_one_and_it_holds_a_quiet_while(domain: Domain) -> None:
    """Two minutes by its own word, with a while in which nothing is asked."""
    flow = library().flow(f"two_{domain}")
    assert flow is not None
    assert (flow.domain, flow.depth) == (domain, Depth.MEDIUM)
    assert any(isinstance(step, SayStep) and step.wait for step in flow.steps)


@pytest.mark.parametrize("surface", SURFACES)
def test_it_may_be_left_after_two_taps(tmp_path: Path, surface: str) -> None:
    """A lot is going on, and the steady words were enough: each of the five ends there."""
    with settled(tmp_path / "data", surface) as story:
        for domain in STEAM:
            begin(story, f"two_{domain}")
            story.choose(WHO, "flow.answer", "a_lot")
            [end] = story.choose(WHO, "flow.answer", "enough")
            assert end["text_id"] == f"flow.two_{domain}.done"
