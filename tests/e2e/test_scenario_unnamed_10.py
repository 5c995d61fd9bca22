"""Scenario 10, a peer team, where shares come without a name: together or not at all."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.e2e.disk import hits, rows
from tests.e2e.scenario_circle import (
    ANY,
    ENDS,
    KEEPER,
    OPENS,
    PEERS,
    WHERE,
    beside,
    hand_in,
    ids,
    in_channel,
    kept,
    peers,
    press_on,
    to,
    unnamed_on,
)
from tests.e2e.sim_driver import Shown, Story, story_in_process
from tests.e2e.test_scenario_2 import CANARY
from tests.e2e.test_scenario_14 import HOSTED

WRITERS = {
    "ana": "The corridor was quiet for once.",
    "ben": "Two short nights in a row.",
    "cy": "A cup of tea that was still warm.",
}
POSTS = "reststop.db:posts"
DANGER = "I want to kill myself tonight."


@pytest.mark.parametrize("surface", HOSTED)
def test_shares_without_a_name_wait_and_come_out_together(tmp_path: Path, surface: str) -> None:
    """Each waits as one sealed row and nothing else, over a restart; then all come, under nobody's name."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        may_have_no_name(story, data, surface)
        before, began = kept(data), len(story.shown)
        for who, minute in zip(WRITERS, (5, 20, 50), strict=True):
            told = hand_in(story, who, WRITERS[who])
            assert "come out at 15:00 (UTC), mixed with others'" in told["text"]
            assert story.clock(f"2026-01-08T13:{minute:02}:00Z") == []
        assert beside(before, kept(data)) == {"posts": len(WRITERS)}
        sizes = {len(cell) for row in rows(data)[POSTS] for cell in row if isinstance(cell, bytes)}
        assert len(sizes) == 2  # of an id, and of what is sealed
        story.restart()
        came = story.clock("2026-01-08T15:01:00Z")
        assert [(record["text_id"], record["at"][:16]) for record in came] == [
            ("share.posted", "2026-01-08T15:00")
        ] * len(WRITERS)
        for text in WRITERS.values():
            assert len([record for record in came if text in record["text"]]) == 1
            assert hits(tmp_path, text) == []
        late = hand_in(story, "dot", "A door that stayed open.")
        assert "come out on Friday 9 January, 09:00 (UTC)" in late["text"]
        for who, text in WRITERS.items():
            others = [record for record in story.shown[began:] if record["to"] != who]
            assert not any(names(record, who, story.id_of(who)) for record in others)
            mine = to(who, story.press(who, "share.mine"))
            assert [each for each in WRITERS.values() if each in mine["text"]] == [text]
        listed = to(KEEPER, story.press(KEEPER, "share.mine"))
        assert not any(text in listed["text"] for text in WRITERS.values())
        assert to(KEEPER, story.press(KEEPER, "aside.all"))["text"].endswith("and neither can you.")


def test_their_order_in_the_channel_is_drawn(tmp_path: Path) -> None:
    """The same three people, one after the other in each of four weeks, come out in other orders."""
    data, orders = tmp_path / "data", set()
    with story_in_process(data) as story:
        may_have_no_name(story, data, "slack")
        for day in (8, 15, 22, 29):
            story.clock(f"2026-01-{day:02}T12:00:00Z")
            for who, text in WRITERS.items():
                hand_in(story, who, text)
            came = " ".join(record["text"] for record in story.clock(f"2026-01-{day:02}T15:01:00Z"))
            orders.add(tuple(sorted(WRITERS.values(), key=came.index)))
    assert len(orders) > 1


@pytest.mark.parametrize("surface", ANY)
def test_a_lone_share_without_a_name_is_dropped_as_was_said(tmp_path: Path, surface: str) -> None:
    """It waits until the round closes, read by its writer alone; with a second one of theirs it is alone."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        may_have_no_name(story, data, surface)
        before = kept(data)[POSTS]
        told = hand_in(story, "ana", CANARY)
        assert "If no other person writes one, yours is never shown and is dropped" in told["text"]
        hand_in(story, "ana", "And one thing more.")
        came = story.clock("2026-01-09T15:59:00Z")
        assert CANARY in to("ana", story.press("ana", "share.mine"))["text"]
        came += story.clock(ENDS)
        assert ids(came) == ["circle.arrived", "circle.answering", "circle.closing", "circle.round_over"]
        assert [record for record in came if record["to"]] == []
        assert kept(data)[POSTS] == before + len(("circle.arrived", "circle.closing"))
        assert hits(tmp_path, CANARY) == []


@pytest.mark.parametrize("surface", ANY)
def test_nothing_without_a_name_comes_out_of_a_circle_that_shrank(tmp_path: Path, surface: str) -> None:
    """Five are left: what waits stays where it is, and its writer reads why."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        may_have_no_name(story, data, surface)
        for who, text in WRITERS.items():
            hand_in(story, who, text)
        story.command("eli", "circle", where=WHERE)
        story.press("eli", "circle.leave")
        assert ids(story.clock(ENDS.replace("16", "15", 1))) == ["circle.arrived", "circle.answering"]
        assert "fewer than 6 people" in to("ana", story.press("ana", "share.mine"))["text"]
        assert "share.posted" not in ids(story.clock(ENDS))


@pytest.mark.parametrize("point", ["before_commit", "after_commit", "after_send"])
@pytest.mark.parametrize("surface", ANY)
def test_a_crash_as_they_come_out_shows_each_once(tmp_path: Path, surface: str, point: str) -> None:
    """Killed at any named point, none is lost and none stands there twice."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        may_have_no_name(story, data, surface)
        for who, text in WRITERS.items():
            hand_in(story, who, text)
        story.kill(point)
        came = story.clock("2026-01-08T15:00:00Z")
        came += story.restart()
        came += story.clock("2026-01-08T15:30:00Z")
        shared = [record["text"] for record in in_channel(came)]
        assert [len([each for each in shared if text in each]) for text in WRITERS.values()] == [1, 1, 1]


@pytest.mark.parametrize("surface", HOSTED)
def test_words_of_danger_go_to_the_facilitator_with_or_without_a_name(tmp_path: Path, surface: str) -> None:
    """Held, with who to call above; sent as their writer chose, answered alone, and not in the channel."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        may_have_no_name(story, data, surface)
        hand_in(story, "dot", DANGER)
        held = story.shown[-1]
        assert (held["to"], held["text_id"]) == ("dot", "sharing.held")
        assert [control["name"] for control in held["controls"]][2:] == [
            "unnamed.to_keeper_named",
            "unnamed.to_keeper",
            "unnamed.by_name",
            "unnamed.change",
            "unnamed.back",
        ]
        hand_in(story, "eli", CANARY + ", and I want to kill myself")
        letters = []
        for who, name in (("dot", "unnamed.to_keeper"), ("eli", "unnamed.to_keeper_named")):
            [letter] = [record for record in story.press(who, name) if record["to"] == KEEPER]
            assert (letter["seen_by"], DANGER in letter["text"]) == ("direct", False)
            letters.append(letter)
        named = to(KEEPER, press_on(story, KEEPER, letters[1], "aside.read"))
        assert named["text"].casefold().startswith("eli:")
        unnamed = to(KEEPER, press_on(story, KEEPER, letters[0], "aside.read"))
        assert (DANGER in unnamed["text"], names(unnamed, "dot", story.id_of("dot"))) == (True, False)
        press_on(story, KEEPER, unnamed, "aside.open")
        story.submit(KEEPER, "aside", text="I am in the small room until eight.")
        assert "I am in the small room until eight." in to("dot", story.press("dot", "share.mine"))["text"]
        assert "small room" not in to("eli", story.press("eli", "share.mine"))["text"]
        named = to(KEEPER, press_on(story, KEEPER, letters[1], "aside.read"))
        press_on(story, KEEPER, named, "aside.open")
        story.submit(KEEPER, "aside", text="Shall I ring you at nine?")
        assert "Shall I ring you at nine?" in to("eli", story.press("eli", "share.mine"))["text"]
        story.press("dot", "aside.answer")
        story.submit("dot", "aside", text="I am coming.")
        answered = to(KEEPER, press_on(story, KEEPER, letters[0], "aside.read"))
        assert ("I am coming." in answered["text"], names(answered, "dot")) == (True, False)
        story.clock(ENDS)
        stood = " ".join(record["text"] for record in in_channel(story.shown))
        assert (DANGER in stood, CANARY in stood, "small room" in stood) == (False, False, False)
        assert (hits(tmp_path, DANGER), hits(tmp_path, CANARY)) == ([], [])


def may_have_no_name(story: Story, data: Path, surface: str) -> None:
    """Let there be a circle of six in which shares may come without a name, and its round be open."""
    peers(story, data, surface, *PEERS)
    unnamed_on(story)
    story.clock(OPENS)


def names(record: Shown, *called: str) -> bool:
    """Whether somebody is named anywhere in what was shown, by any of these."""
    words = re.findall(r"\w+", json.dumps([record["text"], record["summary"], record["form"]]).casefold())
    return any(each.casefold() in words for each in called)
