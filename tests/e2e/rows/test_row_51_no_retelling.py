"""For whoever helps, in any role; it treats nobody, and never asks what happened to somebody."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.content.loader import examine
from adapters.content.voice import lint
from bot.app.library import library_folder
from bot.domain.prompts import STEAM, Domain
from tests.e2e.rows.rows_library import library
from tests.e2e.scenario_steps import WHO
from tests.e2e.sim_driver import story_in_process
from tests.e2e.test_scenario_2 import SURFACES, settle

ASKED_FOR = [
    "Describe the trauma.",
    "Describe the trauma in a few words.",
    "Tell me about the traumatic event.",
    "Write about the abuse.",
    "Relive it, step by step.",
    "Recount what they told you.",
    "Describe what they went through.",
    "What happened to her?",
    "What was the worst moment?",
]
"""What nobody may ask here, whoever writes it."""
ROLES = ["therapist", "counsellor", "nurse", "social worker", "doctor", "licence number"]


@pytest.mark.parametrize("text", ASKED_FOR)
def test_a_text_that_asks_for_the_story_is_refused(text: str) -> None:
    """In the library, in a pack of one's own and in code."""
    codes = {finding.code for finding in lint(text, examine(library_folder()).voice)}
    assert codes & {"asks_story", "asks_identity"}


@pytest.mark.parametrize("surface", SURFACES)
def test_it_says_what_it_is_not_before_anybody_begins(tmp_path: Path, surface: str) -> None:
    """No therapy, no record, no alarm; and for people who look after others, whatever they are called."""
    with story_in_process(tmp_path / "data") as story:
        [consent] = story.command(WHO, "start", surface=surface)
        assert "It is not therapy, supervision, a clinical record or an alarm." in consent["text"]
        [more] = story.press(WHO, "consent.more")
        assert "does not treat" in more["text"]


@pytest.mark.parametrize("surface", SURFACES)
def test_nobody_is_asked_for_a_role(tmp_path: Path, surface: str) -> None:
    """From hello to the first check-in no card and no form wants to know what somebody is."""
    with story_in_process(tmp_path / "data") as story:
        settle(story, WHO, surface)
        story.clock("2026-01-05T08:30:00Z")
        shown = [{**card, "ref": ""} for card in story.shown if card["text_id"] != "checkin"]
    assert not any(role in str(shown).lower() for role in ROLES)


def test_questions_are_there_for_any_role() -> None:
    """In each inner domain, and in those on edges, rest and company."""
    wanted = {*STEAM, Domain.BOUNDARIES, Domain.REST, Domain.PEER_SUPPORT}
    assert {prompt.domain for prompt in library().prompts() if "any_role" in prompt.tags} >= wanted


def test_no_flow_is_an_exercise_in_facing_what_was_hard() -> None:
    """No step speaks of trauma; each tender flow on somebody else says early that no names are needed."""
    texts = {(flow.id, step.id): step.text or "" for flow in library().flows() for step in flow.steps}
    assert len(texts) > 100
    assert not any(word in text.lower() for text in texts.values() for word in ("trauma", "expose", "relive"))
    said = " ".join(text for (flow, _), text in texts.items() if flow == "hard_one")
    assert "no need to retell" in said.lower()
