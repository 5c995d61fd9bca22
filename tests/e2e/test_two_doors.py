"""One person behind two doors, in a terminal, Slack and Discord: one notebook, one check-in a day."""

from __future__ import annotations

import re
from itertools import permutations
from pathlib import Path

import pytest

from tests.e2e.disk import hits, sentence
from tests.e2e.sim_driver import Shown, Story, story_in_process
from tests.e2e.test_scenario_15 import arrive, erase, export, left_over

NAMES = {"console": "ana-at-home", "slack": "ana-at-work", "discord": "ana-among-others"}
"""What the same person is called on each."""
PAIRS = list(permutations(NAMES, 2))
ROUND = [("console", "slack"), ("slack", "discord"), ("discord", "console")]
_CODE = re.compile(r"Code: (\w{4}-\w{4})")


def code(story: Story, surface: str) -> str:
    """Let a code be made, and read it."""
    [card] = story.command(NAMES[surface], "link")
    found = _CODE.search(card["text"])
    assert found is not None
    return found[1]


def link(story: Story, here: str, there: str) -> list[Shown]:
    """Let one more account open the notebook; return what that brought."""
    made = code(story, here)
    [asked] = story.command(NAMES[there], f"link {made}", surface=there)
    assert asked["text_id"] == "link.confirm"
    return story.press(NAMES[there], "link.yes")


def write(story: Story, surface: str, text: str) -> None:
    """Let a page be written."""
    story.command(NAMES[surface], "write")
    story.submit(NAMES[surface], "entry", text=text)


def letters(shown: list[Shown], text_id: str = "checkin") -> list[str]:
    """To whom cards of this name were brought."""
    return [record["to"] for record in shown if record["text_id"] == text_id and record["kind"] == "card"]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_one_notebook_opens_at_both(tmp_path: Path, first: str, second: str) -> None:
    """Linked, told to the other, read and written at both, one check-in, moved with a press, unlinked."""
    with story_in_process(tmp_path / "data") as story:
        arrive(story, NAMES[first], first)
        write(story, first, "written before there was a second way")
        shown = link(story, first, second)
        assert [record["text_id"] for record in shown] == ["link.linked", "door.added"]
        assert letters(shown, "door.added") == [NAMES[first]]
        [read] = story.command(NAMES[second], "journal last")
        assert "written before there was a second way" in read["text"]
        write(story, second, "written by the second way")
        [read] = story.command(NAMES[first], "journal last")
        assert "written by the second way" in read["text"]
        assert letters(story.clock("2026-01-05T23:00:00Z")) == [NAMES[first]]
        story.command(NAMES[second], "settings")
        [moved] = story.press(NAMES[second], "settings.door")
        assert moved["text_id"] == "settings.door"
        assert letters(story.clock("2026-01-06T23:00:00Z")) == [NAMES[second]]
        story.command(NAMES[first], "unlink")
        story.press(NAMES[first], _unlink_of(story, first, second))
        [gone] = story.press(NAMES[first], "unlink.yes")
        assert gone["text_id"] == "unlink.done"
        assert letters(story.clock("2026-01-07T23:00:00Z")) == [NAMES[first]]
        [stranger] = story.command(NAMES[second], "journal last")
        assert stranger["text_id"] == "consent"
        assert link(story, first, second)[0]["text_id"] == "link.linked"


def _unlink_of(story: Story, at: str, gone: str) -> str:
    """Return the name of the button by which a door is taken away."""
    label = {"console": "the terminal", "slack": "Slack", "discord": "Discord"}[gone]
    [card] = [record for record in story.shown[-1:] if record["to"] == NAMES[at]]
    [name] = [each["name"] for each in card["controls"] if each["label"] == f"Unlink {label}"]
    return str(name)


def test_three_doors_and_one_check_in_a_day(tmp_path: Path) -> None:
    """Over a week, with a restart each day and a look at settings at each: never two, never at two places."""
    with story_in_process(tmp_path / "data") as story:
        arrive(story, NAMES["slack"], "slack")
        link(story, "slack", "discord")
        link(story, "discord", "console")
        for day in range(5, 12):
            came = letters(story.clock(f"2026-01-{day:02}T23:00:00Z"))
            assert len(came) == (1 if day % 7 not in {3, 4} else 0), day
            assert set(came) <= {NAMES["slack"]}
            if came:
                story.press(NAMES["slack"], "checkin.skip")
            surface = list(NAMES)[day % 3]
            story.command(NAMES[surface], "settings")
            story.restart()


def test_the_question_is_the_same_at_both(tmp_path: Path) -> None:
    """Asked for in one place it stands in the other, and answered in either it is answered."""
    with story_in_process(tmp_path / "data") as story:
        arrive(story, NAMES["slack"], "slack")
        link(story, "slack", "discord")
        story.clock("2026-01-05T09:00:00Z")
        [there] = story.command(NAMES["discord"], "checkin")
        assert there["text_id"] == "checkin"
        story.scale(NAMES["discord"], "checkin.energy", 4)
        story.press(NAMES["discord"], "checkin.skip")
        made = export(story, NAMES["slack"])
        run = made["checkins"][-1]
        assert (run["state"], run["marks"][0]["step"]) == ("answered", 4)


@pytest.mark.parametrize(("first", "second"), ROUND)
def test_erased_at_one_all_is_gone(tmp_path: Path, first: str, second: str) -> None:
    """At whichever door: no row of either, no id and no word; both are strangers, and nothing comes."""
    data, words = tmp_path / "data", sentence(f"{first}/{second}")
    with story_in_process(data) as story:
        arrive(story, NAMES[first], first)
        link(story, first, second)
        write(story, second, words)
        made = export(story, NAMES[first])
        assert sorted(door["surface"] for door in made["doors"]) == sorted([first, second])
        [receipt] = erase(story, NAMES[second])
        assert receipt["text_id"] == "erased"
        assert left_over(data) == {"agenda": 0}
        for surface in (first, second):
            [card] = story.command(NAMES[surface], "start")
            assert card["text_id"] == "consent"
        assert story.clock("2026-01-08T12:00:00Z") == []
        ids = [story.id_of(NAMES[each]) for each in (first, second)]
        found = [hits(tmp_path, text) for text in (words, *ids)]
        assert found == [[]] * 3


def test_nothing_of_a_code_or_an_account_stands_in_the_clear(tmp_path: Path) -> None:
    """Not on the disk, however it is written, while it holds, after it was used, and after it ran out."""
    with story_in_process(tmp_path / "data") as story:
        arrive(story, NAMES["slack"], "slack")
        made = [code(story, "slack")]
        story.command(NAMES["discord"], f"link {made[0]}", surface="discord")
        spelt = [form for one in made for form in (one, one.replace("-", ""), one.lower())]
        assert [hits(tmp_path, form) for form in (*spelt, NAMES["discord"])] == [[]] * 4
        story.press(NAMES["discord"], "link.yes")
        made.append(code(story, "discord"))
        story.clock("2026-01-07T23:00:00Z")
        story.restart()
        spelt = [form for one in made for form in (one, one.replace("-", ""), one.lower())]
        assert [hits(tmp_path, form) for form in (*spelt, *NAMES.values())] == [[]] * 9
        codes = [record for record in story.shown if any(one in str(record["text"]) for one in made)]
        assert {(record["seen_by"], record["to"]) for record in codes} == {
            ("only_you", NAMES["slack"]),
            ("only_you", NAMES["discord"]),
        }


@pytest.mark.parametrize(("first", "second"), [("slack", "discord"), ("discord", "console")])
def test_a_closed_account_ends_its_door_alone(tmp_path: Path, first: str, second: str) -> None:
    """The notebook goes on by the other, past the thirty days; after ninety the account is forgotten."""
    with story_in_process(tmp_path / "data") as story:
        arrive(story, NAMES[first], first)
        link(story, first, second)
        write(story, first, "still here in spring")
        story.send(do="leave_platform", who=NAMES[first])
        assert letters(story.clock("2026-01-05T12:00:00Z")) == [NAMES[second]]
        story.command(NAMES[second], "pause")
        story.clock("2026-03-01T12:00:00Z")
        [read] = story.command(NAMES[second], "journal last")
        assert "still here in spring" in read["text"]
        assert len(export(story, NAMES[second])["doors"]) == 2
        story.clock("2026-04-06T12:00:00Z")
        [door] = export(story, NAMES[second])["doors"]
        assert (door["surface"], door["preferred"]) == (second, True)


@pytest.mark.parametrize("point", ["before_commit", "after_commit"])
@pytest.mark.parametrize("word", ["link.yes", "settings.door", "unlink.yes"])
def test_a_crash_while_doors_change_changes_all_or_nothing(tmp_path: Path, word: str, point: str) -> None:
    """Pressed again it is as it was meant to be, and the next check-in comes once."""
    ana, there = NAMES["slack"], NAMES["discord"]
    with story_in_process(tmp_path / "data") as story:
        arrive(story, ana, "slack")
        story.command(there, f"link {code(story, 'slack')}", surface="discord")
        who = there
        if word != "link.yes":
            who = ana
            story.press(there, "link.yes")
            story.command(ana, "settings" if word == "settings.door" else "unlink")
        if word == "unlink.yes":
            story.press(ana, _unlink_of(story, "slack", "discord"))
        story.kill(point)
        assert story.press(who, word) == []
        story.restart()
        story.press(who, word)
        came = letters(story.clock("2026-01-05T23:00:00Z"))
        assert came == ([there] if word == "settings.door" else [ana])
        opened = {door["surface"] for door in export(story, ana)["doors"]}
        assert opened == ({"slack"} if word == "unlink.yes" else {"slack", "discord"})


def test_who_cannot_be_written_to_hears_so_once(tmp_path: Path) -> None:
    """Direct messages are shut: with the next command it is said, to them alone, and in no room."""
    ana = NAMES["discord"]
    with story_in_process(tmp_path / "data") as story:
        arrive(story, ana, "discord")
        story.send(do="direct", who=ana, open=False)
        assert story.clock("2026-01-05T12:00:00Z") == []
        said = story.command(ana, "settings", where="#room")
        assert [record["text_id"] for record in said] == ["not_reached", "settings"]
        assert {record["seen_by"] for record in said} == {"only_you"}
        assert [record["text_id"] for record in story.command(ana, "settings", where="#room")] == ["settings"]
