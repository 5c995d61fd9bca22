"""Scenario 2, the daily check-in: on time, three taps, and what is written is read back by one person."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.disk import hits
from tests.e2e.sim_driver import Story, story_in_process

CANARY = "quietly yesterday seventeen lanterns drifted homeward"
SURFACES = ["console", "slack", "discord"]


def settle(story: Story, who: str, surface: str, at: str = "08:30") -> None:
    """Let somebody say yes and choose weekdays at an hour, in UTC."""
    story.command(who, "start", surface=surface)
    story.press(who, "consent.yes")
    story.scale(who, "checkin.energy", 3)
    story.press(who, "settings.change")
    story.submit(who, "settings", days="weekdays", at=at, zone="UTC", quiet="20-8", region="GB")


def settle_in_berlin(story: Story) -> str:
    """Let somebody choose half past two in the night, every day; return what they are told."""
    story.command("ana", "start", surface="slack")
    story.press("ana", "consent.yes")
    story.scale("ana", "checkin.energy", 3)
    story.press("ana", "settings.change")
    wish = {"days": "daily", "at": "02:30", "zone": "Europe/Berlin", "quiet": "none", "region": "GB"}
    [changed] = story.submit("ana", "settings", **wish)
    return str(changed["text"])


@pytest.mark.parametrize("surface", SURFACES)
def test_a_check_in_comes_on_time_and_words_stay_private(tmp_path: Path, surface: str) -> None:
    """One message at the hour; marks and words are taken; only their writer reads them, nobody on disk."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        settle(story, "ana", surface)
        settle(story, "ben", surface, at="19:00")
        letters = [record for record in story.clock("2026-01-05T08:30:00Z") if record["to"] == "ana"]
        [letter] = letters
        names = [control["name"] for control in letter["controls"]]
        assert names[:2] == ["checkin.energy", "checkin.connection"]
        assert names[-3:] == ["checkin.write", "checkin.skip", "help.now"]
        assert letter["text"].count("?") <= 2  # besides the two marks one prompt, which may ask twice
        assert letter["summary"] == "Your check-in is here."
        assert letter["seen_by"] == "direct"

        story.scale("ana", "checkin.energy", 3)
        [noted] = story.scale("ana", "checkin.connection", 4)
        assert (noted["kind"], noted["id"]) == ("replace", letter["id"])
        story.press("ana", "checkin.write")
        [saved] = story.submit("ana", "entry", text=CANARY)
        assert saved["text"] == "Saved privately."
        assert CANARY not in story.written.decode()

        story.command("ben", "write")
        story.submit("ben", "entry", text="A day of my own.")
        [mine] = story.command("ana", "journal last")
        assert (mine["to"], mine["seen_by"], CANARY in mine["text"]) == ("ana", "reading", True)
        [theirs] = story.command("ben", "journal last")
        assert (CANARY in theirs["text"], "A day of my own." in theirs["text"]) == (False, True)
        assert hits(tmp_path, CANARY) == []
    assert hits(tmp_path, CANARY) == []


def test_a_posted_card_never_tells_the_answer(tmp_path: Path) -> None:
    """Whatever was tapped, the message that others may see over a shoulder is the same."""
    cards = []
    for step in (1, 5):
        with story_in_process(tmp_path / f"data{step}") as story:
            settle(story, "ana", "slack")
            story.clock("2026-01-05T08:30:00Z")
            story.scale("ana", "checkin.energy", step)
            [noted] = story.scale("ana", "checkin.connection", step)
            cards.append((noted["text"], noted["summary"], [c["label"] for c in noted["controls"]]))
    assert cards[0] == cards[1]


def test_not_today_is_a_full_answer(tmp_path: Path) -> None:
    """Fine, and no second ask before the next slot."""
    with story_in_process(tmp_path / "data") as story:
        settle(story, "ana", "slack")
        story.clock("2026-01-05T08:30:00Z")
        [answer] = story.press("ana", "checkin.skip")
        assert answer["text"] == "Fine."
        assert story.clock("2026-01-06T08:29:59Z") == []


def test_a_late_answer_counts_until_the_next_question(tmp_path: Path) -> None:
    """In the evening it still counts; the day after, a tap leads to the present question, words are kept."""
    with story_in_process(tmp_path / "data") as story:
        settle(story, "ana", "slack")
        story.clock("2026-01-05T21:00:00Z")
        [noted] = story.scale("ana", "checkin.energy", 3)
        assert noted["kind"] == "replace"
        story.press("ana", "checkin.write")
        old = story.form("ana", "entry")["ref"]
        old_mark = story.control("ana", "checkin.energy")["ref"]
        story.clock("2026-01-06T08:30:00Z")
        [earlier] = story.send(do="scale", who="ana", ref=old_mark, value=4)
        assert earlier["text_id"] == "checkin.earlier"
        assert story.press("ana", "checkin.open")[0]["text_id"] == "checkin"
        [saved] = story.send(do="submit", who="ana", ref=old, values={"text": "late, and kept"})
        assert saved["text"] == "Saved privately."


def test_a_pause_is_silent_and_resume_brings_the_next_slot_only(tmp_path: Path) -> None:
    """Thirty days, no message; then the next slot, with no word about those that went by."""
    with story_in_process(tmp_path / "data") as story:
        settle(story, "ana", "slack")
        story.command("ana", "pause")
        assert story.clock("2026-02-04T12:00:00Z") == []
        [resumed] = story.command("ana", "resume")
        assert "Tomorrow at 08:30" in resumed["text"]
        letters = story.clock("2026-02-05T23:00:00Z")
        assert [letter["at"] for letter in letters] == ["2026-02-05T08:30:00Z"]


def test_a_closed_terminal_finds_one_check_in_first(tmp_path: Path) -> None:
    """After three days away exactly one waits, and it comes before the answer to the first line."""
    with story_in_process(tmp_path / "data") as story:
        settle(story, "ana", "console")
        story.send(do="direct", who="ana", open=False)
        assert story.clock("2026-01-08T10:00:00Z") == []
        letter, answer = story.command("ana", "help")
        assert (letter["text_id"], answer["text_id"]) == ("checkin", "help")
        assert story.command("ana", "help")[0]["text_id"] == "help"


def test_an_hour_that_the_clock_skips_comes_later_that_night(tmp_path: Path) -> None:
    """02:30 in Berlin is not there on 29 March: 03:30 it is, once, and it was said before."""
    with story_in_process(tmp_path / "data", start="2026-03-28T12:00:00Z") as story:
        said = settle_in_berlin(story)
        assert said.endswith("Tomorrow at 03:30, as 02:30 does not exist that day.")
        letters = story.clock("2026-03-30T12:00:00Z")
    assert [letter["at"] for letter in letters] == ["2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"]


def test_an_hour_that_comes_twice_brings_one_check_in(tmp_path: Path) -> None:
    """On 25 October 02:30 in Berlin comes twice: the first counts."""
    with story_in_process(tmp_path / "data", start="2026-10-24T12:00:00Z") as story:
        settle_in_berlin(story)
        letters = story.clock("2026-10-26T12:00:00Z")
    assert [letter["at"] for letter in letters] == ["2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"]


@pytest.mark.parametrize("point", ["before_commit", "after_commit", "after_send"])
@pytest.mark.parametrize("surface", ["console", "slack"])
def test_a_crash_loses_no_check_in_and_shows_none_twice(tmp_path: Path, surface: str, point: str) -> None:
    """Killed at any named point around the hour, each of three days brings one check-in."""
    with story_in_process(tmp_path / "data") as story:
        settle(story, "ana", surface)
        story.kill(point)
        seen = story.clock("2026-01-05T08:30:00Z")
        seen += story.restart()
        seen += story.command("ana", "settings")
        seen += story.clock("2026-01-07T09:00:00Z")
        seen += story.command("ana", "settings")
    letters = [record["at"][:10] for record in seen if record["text_id"] == "checkin"]
    assert letters == ["2026-01-05", "2026-01-06", "2026-01-07"]


@pytest.mark.parametrize("point", ["before_commit", "after_commit"])
def test_a_crash_while_saving_never_lies(tmp_path: Path, point: str) -> None:
    """Without "Saved privately." the form can be sent again, and one entry stands in the end."""
    with story_in_process(tmp_path / "data") as story:
        settle(story, "ana", "slack")
        story.command("ana", "write")
        story.kill(point)
        assert story.submit("ana", "entry", text="once") == []
        [saved] = story.submit("ana", "entry", text="once")
        assert saved["text"] == "Saved privately."
        assert "once" in story.command("ana", "journal last")[0]["text"]
