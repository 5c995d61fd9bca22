"""Scenario 3, a rough day: something small and four offers to one person alone, and gentle days after it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.domain.prompts import Modality, Prompt, Sensitivity
from tests.e2e.disk import hits
from tests.e2e.sim_driver import Shown, Story, story_in_process
from tests.e2e.test_scenario_2 import SURFACES, settle
from tests.made_once import our_library

LIBRARY = our_library().prompts()
OFFERS = ["gentle.rest_stop", "gentle.self_compassion", "gentle.people", "help.now", "gentle.no"]
LOW = [("checkin.energy", 1), ("checkin.energy", 2), ("checkin.connection", 1), ("checkin.connection", 2)]


def _asked(record: Shown) -> Prompt:
    """Return the prompt of the library that a card asks."""
    said = record["text"] + "".join(str(control["label"]) for control in record["controls"])
    [found] = [prompt for prompt in LIBRARY if prompt.text in said]
    return found


def _at_half_past_eight(story: Story, surface: str) -> Shown:
    settle(story, "ana", surface)
    [letter] = story.clock("2026-01-05T08:30:00Z")
    return letter


@pytest.mark.parametrize(("name", "step"), LOW)
@pytest.mark.parametrize("surface", SURFACES)
def test_a_low_mark_is_followed_by_something_small(
    tmp_path: Path, surface: str, name: str, step: int
) -> None:
    """The posted card says "Noted" as ever; a gentle question and the four offers are for her eyes alone."""
    with story_in_process(tmp_path / "data") as story:
        letter = _at_half_past_eight(story, surface)
        noted, small = story.scale("ana", name, step)
        assert (noted["kind"], noted["id"], noted["text_id"]) == ("replace", letter["id"], "checkin")
        assert (small["text_id"], small["seen_by"], small["to"]) == ("gentle", "only_you", "ana")
        assert small["summary"] == "For you alone."
        assert _asked(small).gentle
        assert [control["name"] for control in small["controls"]][-5:] == OFFERS
        assert len(small["controls"]) == 6  # the question's own control, or Write


@pytest.mark.parametrize("surface", SURFACES)
def test_none_of_the_offers_starts_by_itself(tmp_path: Path, surface: str) -> None:
    """No form, no flow, no crisis card; hours later nothing has come."""
    with story_in_process(tmp_path / "data") as story:
        _at_half_past_eight(story, surface)
        seen = story.scale("ana", "checkin.energy", 1)
        assert [record["text_id"] for record in seen] == ["checkin", "gentle"]
        assert story.clock("2026-01-06T08:29:00Z") == []


@pytest.mark.parametrize("surface", SURFACES)
def test_three_days_after_are_spared(tmp_path: Path, surface: str) -> None:
    """The next day's question is gentle; nothing tender comes for three days."""
    with story_in_process(tmp_path / "data") as story:
        _at_half_past_eight(story, surface)
        story.scale("ana", "checkin.connection", 2)
        came = [_asked(record) for record in story.clock("2026-01-08T09:00:00Z")]
        assert len(came) == 3
        assert came[0].gentle
        assert all(prompt.sensitivity < Sensitivity.TENDER for prompt in came)


def test_the_posted_card_is_equal_whatever_was_tapped(tmp_path: Path) -> None:
    """From empty to full, byte for byte but for the refs of nobody."""
    cards = set()
    for step in range(1, 6):
        with story_in_process(tmp_path / f"data{step}") as story:
            _at_half_past_eight(story, "slack")
            cards.add(json.dumps(story.scale("ana", "checkin.energy", step)[0], sort_keys=True))
    assert len(cards) == 1


@pytest.mark.parametrize("surface", SURFACES)
def test_the_first_check_in_of_all_is_no_exception(tmp_path: Path, surface: str) -> None:
    """Something small first, then whether to come back."""
    with story_in_process(tmp_path / "data") as story:
        story.command("ana", "start", surface=surface)
        story.press("ana", "consent.yes")
        seen = story.scale("ana", "checkin.energy", 1)
        assert [record["text_id"] for record in seen] == ["checkin.first", "gentle", "settings.offer"]


@pytest.mark.parametrize("surface", SURFACES)
def test_one_card_a_day_and_it_can_be_answered(tmp_path: Path, surface: str) -> None:
    """By a tap or on a page; a second low mark brings nothing more."""
    with story_in_process(tmp_path / "data") as story:
        _at_half_past_eight(story, surface)
        _, small = story.scale("ana", "checkin.energy", 1)
        prompt = _asked(small)
        if prompt.modality is Modality.TEXT:
            story.press("ana", "gentle.write")
            [answer] = story.submit("ana", "entry", text="seventeen lanterns")
            assert answer["text"] == "Saved privately."
            assert hits(tmp_path, "seventeen lanterns") == []
        else:
            [answer] = story.choose("ana", "gentle.prompt", prompt.options[0].name)
            assert answer["text"] == "Noted."
        assert len(story.scale("ana", "checkin.connection", 1)) == 1


@pytest.mark.parametrize("surface", SURFACES)
def test_no_thanks_is_the_end_of_it(tmp_path: Path, surface: str) -> None:
    """The card is answered in its place, and a second low mark brings nothing more."""
    with story_in_process(tmp_path / "data") as story:
        _at_half_past_eight(story, surface)
        story.scale("ana", "checkin.energy", 1)
        [fine] = story.press("ana", "gentle.no")
        assert (fine["text"], fine["kind"]) == ("Fine.", "replace")
        assert len(story.scale("ana", "checkin.connection", 1)) == 1


def test_a_kind_word_opens_when_it_is_pressed(tmp_path: Path) -> None:
    """A question of self-compassion, answered by a tap or in one's own words."""
    with story_in_process(tmp_path / "data") as story:
        _at_half_past_eight(story, "slack")
        story.scale("ana", "checkin.energy", 2)
        [alone] = story.press("ana", "gentle.self_compassion")
        kind = {prompt.text for prompt in LIBRARY if prompt.domain == "self_compassion" and prompt.gentle}
        assert any(text in json.dumps(alone) for text in kind)
        [form] = story.choose("ana", "gentle.prompt", "own_words")
        assert form["form"]["intro"] in kind


@pytest.mark.parametrize("surface", SURFACES)
def test_her_own_word_does_the_same(tmp_path: Path, surface: str) -> None:
    """`rough`: the same card with no mark; the next day's question is gentle."""
    with story_in_process(tmp_path / "data") as story:
        _at_half_past_eight(story, surface)
        [small] = story.command("ana", "rough")
        assert (small["text_id"], small["seen_by"]) == ("gentle", "only_you")
        [letter] = story.clock("2026-01-06T09:00:00Z")
        assert _asked(letter).gentle


def test_a_restart_forgets_nothing_of_it(tmp_path: Path) -> None:
    """The card's buttons work after it, no second one comes that day, and tomorrow is gentle."""
    with story_in_process(tmp_path / "data") as story:
        _at_half_past_eight(story, "slack")
        story.scale("ana", "checkin.energy", 2)
        story.restart()
        assert story.press("ana", "gentle.no")[0]["text"] == "Fine."
        assert len(story.scale("ana", "checkin.connection", 1)) == 1
        [letter] = story.clock("2026-01-06T09:00:00Z")
        assert _asked(letter).gentle
