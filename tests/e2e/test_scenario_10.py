"""Scenario 10, a peer team: one question a week in a channel; and a circle, in which people are heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.disk import hits
from tests.e2e.scenario_circle import (
    ANY,
    CLOSES,
    DUTIES,
    ENDS,
    KEEPER,
    OPENS,
    PEERS,
    WHERE,
    arrive,
    beside,
    circle_begins,
    come_in,
    facilitated,
    ids,
    in_channel,
    join,
    kept,
    peers,
    questions_begin,
    share,
    standing,
    to,
    unnamed_on,
    words,
)
from tests.e2e.sim_driver import Story, story_in_process
from tests.e2e.test_scenario_2 import CANARY
from tests.e2e.test_scenario_14 import HOSTED

FEW = "Whoever came by: thank you for being here."

THAT_IT_COMES = {"gatherings": 1, "keys": 1, "members": 1, "posts": 1, "agenda": 1}
"""What there is of a question a week: it, its key, who began it, what stands there, when the next comes."""
IT_ENDED = {"tombstones": 1}
"""That its key is gone, so that no older copy brings it back."""


@pytest.mark.parametrize("surface", HOSTED)
def test_one_question_a_week_comes_and_one_tap_stops_it(tmp_path: Path, surface: str) -> None:
    """Over a restart, too. Who has no role stops nothing; nothing comes to anybody alone."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        facilitated(story, data, surface)
        assert "tomorrow at 09:00" in questions_begin(story)["text"]
        come_in(story, "ana", surface=surface)
        came = story.clock("2026-01-15T12:00:00Z")
        story.restart()
        came += story.clock("2026-01-20T12:00:00Z")
        assert [(record["at"], record["text_id"], record["where"]) for record in came] == [
            (f"2026-01-{day}T09:00:00Z", "team.prompt", WHERE) for day in ("06", "13", "20")
        ]
        assert len({record["text"] for record in came}) == 3
        story.press("ana", "team.stop")  # a platform may be asked first who looks after it
        assert to("ana", story.press("ana", "team.stop"))["text_id"] == "team.not_yours"
        assert ids(story.press("ada", "team.stop")) == ["team.stopped"]
        assert story.clock("2026-02-20T12:00:00Z") == []


@pytest.mark.parametrize("surface", ANY)
def test_nothing_is_stored_for_a_question_but_that_it_comes(tmp_path: Path, surface: str) -> None:
    """Whoever answers below it, and whoever presses; when it was stopped, not even that."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        facilitated(story, data, surface)
        before = kept(data)
        questions_begin(story)
        come_in(story, "ana", "ben", surface=surface)
        story.clock("2026-01-06T12:00:00Z")
        assert beside(before, kept(data)) == THAT_IT_COMES
        story.say("ana", "mostly the question back", where=WHERE)
        story.press("ben", "team.stop")
        story.clock("2026-01-27T12:00:00Z")
        assert beside(before, kept(data)) == THAT_IT_COMES
        story.press(KEEPER, "team.stop")
        assert beside(before, kept(data)) == IT_ENDED
        story.clock("2026-03-10T12:00:00Z")
        assert "reststop.db:deliveries" not in kept(data)


@pytest.mark.parametrize("surface", ANY)
def test_after_four_weeks_a_circle_is_offered_once(tmp_path: Path, surface: str) -> None:
    """To whoever may begin one; the questions go on."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        facilitated(story, data, surface)
        questions_begin(story)
        assert ids(story.clock("2026-02-01T12:00:00Z")) == ["team.prompt"] * 4
        assert ids(story.clock("2026-02-20T12:00:00Z")) == ["team.prompt", "team.offer", *["team.prompt"] * 2]
        assert to(KEEPER, story.press(KEEPER, "team.circle"))["text_id"] == "circle.duties"


@pytest.mark.parametrize("surface", HOSTED)
def test_a_circle_begins_with_three_duties_and_a_short_card(tmp_path: Path, surface: str) -> None:
    """Two of them are not enough. Who joins sets nothing up, and nothing says in the channel who is in."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        facilitated(story, data, surface)
        story.command(KEEPER, "circle create", where=WHERE)
        again = to(KEEPER, story.choose(KEEPER, "circle.duties", *DUTIES[1:]))
        assert "All three are needed" in again["text"]
        invitation = circle_begins(story)
        assert words(invitation) <= 40
        before = kept(data)
        joined = join(story, *PEERS, surface=surface)
        assert [record["text_id"] for record in joined] == ["circle.joined"] * len(PEERS)
        assert [record["text_id"] for record in standing(story)] == ["circle.invite"]
        assert beside(before, kept(data)) == {"members": len(PEERS)}
        assert story.clock("2026-01-08T11:59:00Z") == []


@pytest.mark.parametrize("surface", HOSTED)
def test_four_arrive_and_nothing_is_counted_five_are_told_roughly(tmp_path: Path, surface: str) -> None:
    """A plain line after four, "5+" after five, each once, when sharing ends; of nobody how they came."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        peers(story, data, surface, *PEERS[:4])
        opened = story.clock(OPENS)
        assert [(record["text_id"], record["at"]) for record in in_channel(opened)] == [
            ("circle.opening", OPENS)
        ]
        assert "Advice only if someone asks for it." in opened[0]["text"]
        assert in_channel(arrive(story, *PEERS[:4], way="half")) == []
        assert told_of_arriving(story, CLOSES) == [FEW]
        assert ids(story.clock(ENDS)) == ["circle.closing", "circle.round_over"]
        story.clock(OPENS.replace("08", "15", 1))
        arrive(story, *PEERS[:4], way="half")
        story.restart()
        arrive(story, KEEPER, way="full")
        assert told_of_arriving(story, CLOSES.replace("08", "15", 1)) == [
            "How we arrived (5+): mostly half tank."
        ]
        assert told_of_arriving(story, "2026-01-20T12:00:00Z") == []


@pytest.mark.parametrize("surface", HOSTED)
def test_what_is_shared_with_a_name_is_heard_and_answered(tmp_path: Path, surface: str) -> None:
    """By a press without a name or a number, by words below it; and one tap keeps it in a journal."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        peers(story, data, surface, *PEERS)
        story.command("ana", "start", surface=surface)
        story.press("ana", "consent.yes")
        story.clock(OPENS)
        [shared] = in_channel(share(story, "ana", CANARY, wish="known"))
        assert (shared["text"].casefold().startswith("ana shares:"), CANARY in shared["text"]) == (True, True)
        assert to("ana", story.press("ana", "share.keep"))["text_id"] == "share.kept"
        assert CANARY in to("ana", story.command("ana", "journal last"))["text"]
        for who, name in (("ben", "share.heard"), ("cy", "share.known")):
            [shared] = in_channel(story.press(who, name))
        assert "Heard, and somebody knows it too." in shared["text"]
        story.press("dot", "answer.open")
        [answered] = in_channel(story.submit("dot", "answer", text="What I hear is a long way home."))
        assert answered["text"].casefold().startswith("dot:")
        assert answered["under"] == shared["id"]
        assert [record for record in story.clock(ENDS) if record["to"]] == []
        assert hits(tmp_path, CANARY) == []


@pytest.mark.parametrize("surface", HOSTED)
def test_what_has_no_answer_is_shown_to_the_facilitator_alone(tmp_path: Path, surface: str) -> None:
    """The next working morning, over a restart: Reststop cannot see the thread, and says so."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        peers(story, data, surface, *PEERS)
        story.clock(OPENS)
        share(story, "ana", "The corridor was quiet for once.")
        story.press("ben", "share.heard")
        share(story, "cy", CANARY)
        story.clock(CLOSES)
        story.restart()
        [asked] = story.clock("2026-01-09T15:00:00Z")
        assert (asked["at"], asked["to"], asked["seen_by"]) == ("2026-01-09T09:00:00Z", KEEPER, "direct")
        assert "I cannot see the thread, please look." in asked["text"]
        assert CANARY not in asked["text"]
        shown = to(KEEPER, story.press(KEEPER, "circle.look"))
        assert (CANARY in shown["text"], "corridor" in shown["text"]) == (True, False)
        assert not any(who in shown["text"].casefold() for who in ("ana", "ben", "dot", "eli"))


@pytest.mark.parametrize("surface", HOSTED)
def test_names_stand_on_every_share_until_six_are_there(tmp_path: Path, surface: str) -> None:
    """Shares without a name are off; five are told why it stays so; with six the channel hears it is on."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        peers(story, data, surface, *PEERS[:4])
        shown = to(KEEPER, story.command(KEEPER, "circle", where=WHERE))
        assert "Each share carries the name of who wrote it." in shown["text"]
        refused = to(KEEPER, story.press(KEEPER, "circle.unnamed"))
        assert "need 6 people in the circle" in refused["text"]
        assert "too easy to guess" in refused["text"]
        join(story, PEERS[4], surface=surface)
        assert [record["text_id"] for record in in_channel(unnamed_on(story))] == ["circle.line"]


@pytest.mark.parametrize("surface", ANY)
def test_who_leaves_leaves_no_trace_in_the_channel(tmp_path: Path, surface: str) -> None:
    """They are told so, their row is gone, and their next press finds the way in."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        peers(story, data, surface, *PEERS)
        stood, held = standing(story), kept(data)["reststop.db:members"]
        story.command("ana", "circle", where=WHERE)
        left = story.press("ana", "circle.leave")
        assert to("ana", left)["text_id"] == "circle.left"
        assert (standing(story), kept(data)["reststop.db:members"]) == (stood, held - 1)
        assert to("ana", story.command("ana", "circle", where=WHERE))["text_id"] == "circle.join"


@pytest.mark.parametrize("point", ["before_commit", "after_commit", "after_send"])
@pytest.mark.parametrize("surface", ANY)
def test_a_crash_opens_no_round_twice(tmp_path: Path, surface: str, point: str) -> None:
    """Killed at any named point as it opens and as sharing ends, each is said once."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        peers(story, data, surface, *PEERS[:4])
        came = []
        for at in (OPENS, CLOSES):
            story.kill(point)
            came += story.clock(at)
            came += story.restart()
            if at == OPENS:
                arrive(story, *PEERS[:2], way="half")
        assert [name for name in ids(came) if name in {"circle.opening", "circle.arrived"}] == [
            "circle.opening",
            "circle.arrived",
        ]


def told_of_arriving(story: Story, until: str) -> list[str]:
    """Let time pass; return what was said in the channel of how people arrived."""
    return [
        record["text"] for record in in_channel(story.clock(until)) if record["text_id"] == "circle.arrived"
    ]
