"""Scenario 1, first contact: one card, a first answer at once, one line about coming back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.disk import rows
from tests.e2e.sim_driver import Shown, Story, story_in_process

SURFACES = ["console", "slack", "discord"]


def _words(records: list[Shown]) -> int:
    """Count every word that stands on some cards, labels too."""
    count = 0
    for record in records:
        count += len(record["text"].split())
        for control in record["controls"]:
            count += len(control["label"].split())
            count += sum(len(option["label"].split()) for option in control["options"] or ())
    return count


def _begin(story: Story, surface: str) -> list[Shown]:
    return story.command("ana", "start", surface=surface)


@pytest.mark.parametrize("surface", SURFACES)
def test_the_first_card_is_short_and_has_help(tmp_path: Path, surface: str) -> None:
    """One card of at most ninety words, with a yes, a no, a longer look and who to call."""
    with story_in_process(tmp_path / "data") as story:
        [card] = _begin(story, surface)
    assert card["text_id"] == "consent"
    assert len(card["text"].split()) <= 90
    assert [control["name"] for control in card["controls"]] == [
        "consent.yes", "consent.no", "consent.more", "help.now",
    ]  # fmt: skip


@pytest.mark.parametrize("surface", SURFACES)
def test_a_no_keeps_nothing(tmp_path: Path, surface: str) -> None:
    """Looking around, asking for help and a no leave no row about anybody anywhere."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        story.send(do="direct", who="nobody", open=True)  # builds the house
        before = rows(data)
        _begin(story, surface)
        for command in ("help", "helpnow", "privacy", "write", "journal last", "pause", "jurnal", "checkin"):
            story.command("ana", command)
        story.say("ana", "a long day, and nobody to tell it to")
        story.press("ana", "consent.more")
        [answer] = story.press("ana", "consent.no")
        assert rows(data) == before
    assert answer["text"].startswith("Fine, nothing was kept.")


@pytest.mark.parametrize("surface", SURFACES)
def test_a_yes_brings_a_check_in_at_once_and_one_tap_answers_it(tmp_path: Path, surface: str) -> None:
    """Two taps and at most 130 words lie between `start` and the first answer; four are the limit."""
    with story_in_process(tmp_path / "data") as story:
        seen = [*_begin(story, surface), *story.press("ana", "consent.yes")]
        assert _words(seen) <= 130
        assert seen[-1]["text_id"] == "checkin.first"
        noted, offer = story.scale("ana", "checkin.energy", 3)
    assert (noted["kind"], noted["text"]) == ("replace", "Noted. That was a whole check-in.")
    assert offer["text_id"] == "settings.offer"


@pytest.mark.parametrize("surface", ["console", "slack"])
def test_the_line_about_coming_back_is_prefilled(tmp_path: Path, surface: str) -> None:
    """Zone, days, hour and quiet hours stand there; OK is enough, and the whole set-up is three taps."""
    with story_in_process(tmp_path / "data") as story:
        _begin(story, surface)
        story.press("ana", "consent.yes")
        offer = story.scale("ana", "checkin.energy", 3)[-1]
        [agreed] = story.press("ana", "settings.ok")
    assert "Weekdays 12:30, UTC, quiet 20:00 to 08:00" in offer["text"]
    assert agreed["text"].startswith("Today at 12:30, then.")


def test_where_no_zone_is_told_it_is_asked_for(tmp_path: Path) -> None:
    """Discord tells none: the line is left open, and there is nothing to agree to yet."""
    with story_in_process(tmp_path / "data") as story:
        _begin(story, "discord")
        story.press("ana", "consent.yes")
        offer = story.scale("ana", "checkin.energy", 3)[-1]
        [form] = story.press("ana", "settings.change")
    assert [control["name"] for control in offer["controls"]] == ["settings.change"]
    zone = next(field for field in form["form"]["fields"] if field["name"] == "zone")
    assert zone["value"] in {None, ""}


@pytest.mark.parametrize("surface", SURFACES)
def test_what_is_changed_is_repeated_exactly(tmp_path: Path, surface: str) -> None:
    """New Zealand, Pacific/Auckland, 08:30 on weekdays, in four taps; next is the next weekday there."""
    with story_in_process(tmp_path / "data") as story:
        _begin(story, surface)
        story.press("ana", "consent.yes")
        story.scale("ana", "checkin.energy", 3)
        story.press("ana", "settings.change")
        wish = {"days": "weekdays", "at": "08:30", "zone": "Pacific/Auckland", "region": "NZ"}
        [changed] = story.submit("ana", "settings", **wish, quiet="20:00-08:00")
        story.command("ana", "helpnow")
        assert "111" in story.shown[-1]["text"]
        assert story.clock("2026-01-05T19:29:59Z") == []
        [letter] = story.clock("2026-01-05T19:30:00Z")
    line = "Weekdays 08:30, Pacific/Auckland, quiet 20:00 to 08:00, help lines for New Zealand."
    assert changed["text"] == f"{line}\n\nNext: Tomorrow at 08:30."
    assert letter["text_id"] == "checkin"


def test_after_a_friday_comes_a_monday(tmp_path: Path) -> None:
    """The next weekday, in the zone that was chosen: there it is Saturday already."""
    with story_in_process(tmp_path / "data", start="2026-01-09T20:00:00Z") as story:
        _begin(story, "slack")
        story.press("ana", "consent.yes")
        story.scale("ana", "checkin.energy", 3)
        story.press("ana", "settings.change")
        wish = {"days": "weekdays", "at": "08:30", "zone": "Pacific/Auckland", "region": "NZ"}
        [changed] = story.submit("ana", "settings", **wish, quiet="20:00-08:00")
        letters = story.clock("2026-01-12T12:00:00Z")
    assert changed["text"].endswith("Next: Monday 12 January at 08:30.")
    assert [letter["at"] for letter in letters] == ["2026-01-11T19:30:00Z"]


def test_somebody_with_a_yes_is_not_asked_again(tmp_path: Path) -> None:
    """`start` says where things stand; a late no changes nothing, `stop` does, and a new yes begins anew."""
    with story_in_process(tmp_path / "data") as story:
        _begin(story, "console")
        story.press("ana", "consent.yes")
        story.scale("ana", "checkin.energy", 3)
        story.press("ana", "settings.ok")
        assert story.command("ana", "start")[0]["text_id"] == "welcome_back.active"
        assert story.press("ana", "consent.no")[0]["text_id"] == "welcome_back.active"
        assert story.command("ana", "stop")[0]["text_id"] == "stopped"
        assert story.clock("2026-01-20T12:30:00Z") == []
        assert story.command("ana", "journal last")[0]["text_id"] == "consent"
        assert story.press("ana", "consent.yes")[0]["text_id"] == "checkin.first"
