"""A story on the real house: what each line promises, and what a kill or a restart leaves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.sim_driver import Refused, Shown, Story, story_in_own_process, story_in_process
from tests.e2e.terminal import reststop

NEXT_SLOT = "2026-01-06T12:30:00Z"


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """A story on an empty folder."""
    with story_in_process(tmp_path / "data") as story:
        yield story


def set_up(story: Story, who: str = "ana", surface: str = "console") -> None:
    """Let somebody say yes, answer once and agree to come back every weekday at 12:30 UTC."""
    story.command(who, "/start", surface=surface)
    story.press(who, "consent.yes")
    story.scale(who, "checkin.energy", 3)
    if surface == "discord":
        story.press(who, "settings.change")
        story.submit(who, "settings", zone="UTC")
    else:
        story.press(who, "settings.ok")


def text_ids(shown: list[Shown]) -> list[str]:
    """The wordings of some records."""
    return [record["text_id"] for record in shown]


def play(story: Story) -> bytes:
    """Play two days with a kill; return every byte of them."""
    set_up(story)
    set_up(story, "ben", "slack")
    story.clock(NEXT_SLOT)
    story.kill("after_send")
    story.clock("2026-01-07T18:00:00Z")
    story.command("ana", "journal last")
    story.command("ben", "write")
    return story.written


@pytest.mark.parametrize("elsewhere", [False, True], ids=["here", "through the command"])
def test_the_same_lines_give_the_same_bytes(tmp_path: Path, *, elsewhere: bool) -> None:
    """In this process or through the command, on empty folders with one seed, nothing varies."""
    again = story_in_own_process() if elsewhere else story_in_process(tmp_path / "two")
    with story_in_process(tmp_path / "one") as one, again as other:
        assert play(one) == play(other)


def test_another_seed_is_another_story(tmp_path: Path) -> None:
    """Refs and ids come from the seed."""
    with story_in_process(tmp_path / "one") as one, story_in_process(tmp_path / "two", seed=1) as other:
        one.command("ana", "start")
        other.command("ana", "start")
        assert one.control("ana", "consent.yes")["ref"] != other.control("ana", "consent.yes")["ref"]


def test_a_used_folder_remembers_people(tmp_path: Path) -> None:
    """A story goes on where the last one on this folder ended, with new ids."""
    with story_in_process(tmp_path / "data") as first:
        set_up(first)
    with story_in_process(tmp_path / "data") as second:
        assert text_ids(second.command("ana", "/start")) == ["welcome_back.active"]
        second.command("ana", "/checkin")
        assert second.control("ana", "checkin.skip")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"{", "bad_json"),
        (b"[]", "bad_json"),
        (b'{"who":"ana"}', "missing_field"),
        (b'{"do":7}', "bad_json"),
        (b'{"do":"dance"}', "unknown_do"),
        (b'{"do":"room"}', "missing_field"),
        (b'{"do":"room","change":"open"}', "missing_field"),
        (b'{"do":"room","change":"join","where":"#team"}', "missing_field"),
        (b'{"do":"room","change":"painted","where":"#team"}', "bad_json"),
        (b'{"do":"room","change":"open","where":""}', "bad_json"),
        (b'{"do":"role","role":"admin"}', "missing_field"),
        (b'{"do":"role","who":"ana"}', "missing_field"),
        (b'{"do":"role","who":"ana","role":true}', "bad_json"),
        (b'{"do":"role","who":"ana","role":"owner"}', "bad_json"),
        (b'{"do":"say","who":"ana"}', "missing_field"),
        (b'{"do":"press","who":"ana","ref":"x"}', "unknown_ref"),
        (b'{"do":"clock","to":"2026-01-05T07:59:59Z"}', "clock_backwards"),
        (b'{"do":"clock","to":"2026-01-05T09:00:00"}', "bad_json"),
        (b'{"do":"clock"}', "missing_field"),
        (b'{"do":"kill","at":"anywhere"}', "missing_field"),
        (b'{"do":"direct","who":"ana","open":1}', "bad_json"),
    ],
)
def test_a_line_that_cannot_be_taken_says_why_and_changes_nothing(
    story: Story, line: bytes, code: str
) -> None:
    """The documented code, then the line is done, and the clock stands where it stood."""
    with pytest.raises(Refused) as refused:
        story.send_raw(line)
    error, done = (json.loads(record) for record in story.written.splitlines())
    assert refused.value.args == (error,)
    assert (list(error), error["error"], error["line"]) == (["error", "line", "text"], code, 1)
    assert done == {"done": 1, "at": "2026-01-05T08:00:00Z"}


def test_a_role_is_between_a_platform_and_its_people(story: Story) -> None:
    """Nobody is told of it: it shows with what they do next, also after a restart."""
    assert story.send(do="role", who="ana", role="admin", surface="slack") == []
    assert story.restart() == []
    assert story.send(do="role", who="ana", role="member", surface="slack") == []


def test_a_press_by_somebody_else_is_not_theirs(story: Story) -> None:
    """A ref in the wrong hands does nothing."""
    story.command("ana", "start")
    with pytest.raises(Refused) as refused:
        story.send(do="press", who="ben", ref=story.control("ana", "consent.yes")["ref"])
    assert refused.value.args[0]["error"] == "not_yours"


def test_what_falls_due_on_the_way_happens_at_its_time(story: Story) -> None:
    """Two days pass in one line: two check-ins, each at its own hour, in order."""
    set_up(story, "ben", "slack")
    shown = story.clock("2026-01-07T09:00:00Z")
    assert [(one["at"], one["text_id"]) for one in shown] == [
        ("2026-01-05T12:30:00Z", "checkin"),
        ("2026-01-06T12:30:00Z", "checkin"),
    ]
    assert story.at == "2026-01-07T09:00:00Z"


@pytest.mark.parametrize("leave", [{"do": "restart"}, {"do": "direct", "who": "ana", "open": False}])
def test_at_a_closed_terminal_what_falls_due_waits(story: Story, leave: dict[str, object]) -> None:
    """Nothing is shown to nobody; who comes back sees it before the answer to their line."""
    set_up(story)
    assert story.send(**leave) == []
    assert story.clock(NEXT_SLOT) == []
    assert text_ids(story.command("ana", "help")) == ["checkin", "help"]
    assert text_ids(story.clock("2026-01-07T12:30:00Z")) == ["checkin"]


def test_a_terminal_that_opens_shows_what_waited(story: Story) -> None:
    """Opening is enough; no line of theirs is needed."""
    set_up(story)
    story.restart()
    story.clock(NEXT_SLOT)
    assert text_ids(story.send(do="direct", who="ana", open=True)) == ["checkin"]


def test_shut_out_direct_messages_reach_nobody(story: Story) -> None:
    """On a hosted surface nothing waits: it is unreachable until it is let in again."""
    set_up(story, "ben", "slack")
    story.send(do="direct", who="ben", open=False)
    assert story.clock(NEXT_SLOT) == []
    assert story.send(do="direct", who="ben", open=True) == []
    assert text_ids(story.clock("2026-01-07T12:30:00Z")) == ["checkin"]


def test_a_control_is_pressed_across_a_restart(story: Story) -> None:
    """Buttons and forms outlive the house that made them."""
    story.command("ana", "start")
    story.restart()
    story.press("ana", "consent.yes")
    story.command("ana", "write")
    story.restart()
    assert text_ids(story.submit("ana", "entry", text="Still here.")) == ["entry.saved"]


@pytest.mark.parametrize(("point", "kept"), [("before_commit", False), ("after_commit", True)])
def test_a_kill_at_a_commit_keeps_all_or_nothing(story: Story, point: str, *, kept: bool) -> None:
    """The writer hears nothing; the words are there or not, and sending them again makes one entry."""
    set_up(story)
    story.command("ana", "write")
    story.kill(point)
    assert story.submit("ana", "entry", text="A quiet hour.") == []
    (last,) = story.command("ana", "journal last")
    assert (last["text_id"] == "journal.last") is kept
    story.submit("ana", "entry", text="A quiet hour.")
    (last,) = story.command("ana", "journal last")
    assert "A quiet hour." in last["text"]


def test_a_letter_whose_sending_was_killed_is_not_sent_again(story: Story) -> None:
    """The platform knows that it arrived: after the restart the house asks before it sends."""
    set_up(story, "ben", "slack")
    story.clock("2026-01-06T08:00:00Z")
    story.kill("after_send")
    assert text_ids(story.clock(NEXT_SLOT)) == ["checkin"]
    assert story.restart() == []
    assert story.clock("2026-01-07T08:00:00Z") == []
    assert [one["id"] for one in story.scale("ben", "checkin.energy", 4)] == [story.shown[-1]["id"]]


def test_blank_lines_count_and_say_nothing(tmp_path: Path) -> None:
    """The command numbers lines as an editor does, and ends well at the end of its input."""
    lines = b"""
{"do":"clock","to":"2026-01-05T09:00:00+01:00"}
\x20
{"do":"clock","to":"2026-01-05T09:00:00.25Z"}"""
    ended = reststop(tmp_path / "data", "sim", "--data", str(tmp_path / "data"), typed=lines)
    assert ended.returncode == 0
    assert [json.loads(record) for record in ended.stdout.splitlines()] == [
        {"done": 2, "at": "2026-01-05T08:00:00Z"},
        {"done": 4, "at": "2026-01-05T09:00:00.250000Z"},
    ]


@pytest.mark.parametrize("start", ["tomorrow", "2026-01-05T08:00:00"])
def test_a_start_without_an_offset_is_wrong_usage(tmp_path: Path, start: str) -> None:
    """Nobody guesses when a story begins."""
    ended = reststop(tmp_path / "data", "sim", "--start", start)
    assert (ended.returncode, ended.stdout) == (2, b"")
