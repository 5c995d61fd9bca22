"""Scenario 14, who looks after an organisation: roles, settings and texts, and never what anybody wrote."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.app.cli.doctor_admins import examine_admins
from bot.ports.vault import Secret
from tests.e2e.sim_driver import Shown, Story, settings_on, story_in_process
from tests.e2e.test_scenario_2 import SURFACES, settle

CANARY = "quietly yesterday seventeen lanterns drifted homeward"
ADMIN = "ada"
PEOPLE = ("ana", "ben", "cy")
POLICY = "https://intranet.example.org/endings"
ON_CALL = "0800 555 010, any hour"
HOSTED = ["slack", "discord"]


def doctor_says(data: Path) -> str:
    """What `reststop doctor` says of admins in a folder, as on a server with a chat platform."""
    tokens = {"slack_bot_token": Secret("xoxb-1"), "slack_app_token": Secret("xapp-1")}
    [finding] = examine_admins(settings_on(data).model_copy(update=tokens))
    return finding.words


def first_code(data: Path) -> str:
    """The code of the first admin, as the doctor prints it."""
    found = re.search(r"`admin (\S+)`", doctor_says(data))
    assert found is not None
    return found[1]


def become_admin(story: Story, data: Path, surface: str) -> None:
    """Let Ada bring the code, and type the name under which other admins see her."""
    story.command(ADMIN, "help", surface=surface)
    story.command(ADMIN, f"admin {first_code(data)}")
    story.submit(ADMIN, "role.take", name="Ada")


def opens(story: Story, name: str) -> Shown:
    """Let Ada open something from her card; return the card that comes, or the form."""
    story.command(ADMIN, "admin")
    return only(story.press(ADMIN, name))


def only(shown: list[Shown], who: str = ADMIN) -> Shown:
    """Return the one thing that was shown to somebody."""
    [one] = [record for record in shown if record["to"] == who]
    return one


def live(story: Story, surface: str) -> None:
    """Let three people settle in, and the first of them write."""
    for who in PEOPLE:
        settle(story, who, surface)
    story.command("ana", "write", surface=surface)
    story.submit("ana", "entry", text=CANARY)


def give(story: Story, who: str, role: str, surface: str) -> str:
    """Let Ada make a code for a role and hand it on, and somebody take it; return the code."""
    opens(story, "admin.roles")
    story.press(ADMIN, "role.give")
    card = only(story.choose(ADMIN, "role.code", role))
    found = re.search(r"Code: (\S+)", card["text"])
    assert found is not None
    story.command(who, f"admin {found[1]}", surface=surface)
    story.submit(who, "role.take", name=who.capitalize())
    return found[1]


def raise_group(story: Story, people: int) -> Shown:
    """Let Ada ask for a smallest group; return what is said."""
    opens(story, "admin.group")
    said = only(story.submit(ADMIN, "admin.group", people=str(people)))
    return only(story.press(ADMIN, "admin.group.raise")) if said["text_id"] == "admin.group_ask" else said


@pytest.mark.parametrize("surface", SURFACES)
def test_the_first_admin_brings_the_code_that_the_doctor_prints(tmp_path: Path, surface: str) -> None:
    """Nobody is one before; the code holds once, and over a restart; then the doctor prints none."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        assert story.command(ADMIN, "admin", surface=surface)[-1]["text_id"] in {
            "admin.not_yours",
            "admin.asking",
        }
        code = first_code(data)
        story.restart()
        story.command(ADMIN, f"admin {code}")
        taken = only(story.submit(ADMIN, "role.take", name="Ada"))
        assert taken["text_id"] == "admin.role_taken"
        assert "No role opens anybody's notebook" in taken["text"]
        story.restart()
        assert only(story.command(ADMIN, "admin"))["text_id"] == "admin.menu"
        assert doctor_says(data) == "one organisation has an admin"
        assert story.command("ben", f"admin {code}", surface=surface)[-1]["text_id"] == "admin.code_wrong"


@pytest.mark.parametrize("surface", SURFACES)
def test_facilitator_and_trainer_are_given_and_taken_back(tmp_path: Path, surface: str) -> None:
    """By a code that is handed on, to who types a name; ended by a press, and gone at once."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        become_admin(story, data, surface)
        for who, role in (("fay", "facilitator"), ("tom", "trainer")):
            give(story, who, role, surface)
            assert f"a {role}" in only(story.command(who, "admin"), who)["text"]
        story.restart()
        held = opens(story, "admin.roles")["text"]
        assert [line for line in held.splitlines() if ":" in line][:3] == [
            "Ada: admin",
            "Fay: facilitator",
            "Tom: trainer",
        ]
        story.press(ADMIN, "role.whose")
        [fay] = [
            option["name"]
            for option in story.control(ADMIN, "role.ask")["options"]
            if option["label"].startswith("Fay")
        ]
        story.choose(ADMIN, "role.ask", fay)
        assert only(story.press(ADMIN, "role.back"))["text_id"] == "admin.role_ended"
        assert story.command("fay", "admin")[-1]["text_id"] in {"admin.not_yours", "admin.asking"}
        story.restart()
        held = opens(story, "admin.roles")["text"]
        assert ("Fay" in held, "Tom: trainer" in held) == (False, True)


@pytest.mark.parametrize("surface", SURFACES)
def test_what_an_admin_sets_holds_and_stands_in_the_log(tmp_path: Path, surface: str) -> None:
    """A page, a line, a longest time, a smallest group; four is refused, and nobody's words are there."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        live(story, surface)
        assert (
            "on-call (not set by your organisation)" in only(story.command("ana", "helpnow"), "ana")["text"]
        )
        become_admin(story, data, surface)
        opens(story, "admin.links")
        set_now = only(story.submit(ADMIN, "admin.links", policy=POLICY, on_call=ON_CALL, staff=""))
        assert set_now["text_id"] == "admin.links_set"
        story.restart()
        opens(story, "admin.keeping")
        story.press(ADMIN, "admin.keeping.change")
        assert "30 days" in only(story.submit(ADMIN, "admin.keeping", longest="half"))["text"]
        assert raise_group(story, 8)["text_id"] == "admin.group_set"
        story.restart()
        refused = raise_group(story, 4)
        assert (refused["kind"], "people" in refused["errors"]) == ("errors", True)
        assert f"Yours: {ON_CALL}" in story.command("ana", "helpnow")[-1]["text"]
        log = opens(story, "admin.log")["text"]
        for said in (POLICY, ON_CALL, "8", "by Ada"):
            assert said in log
        for never in (CANARY, "ana", "ben", "cy,", "4 \u2192"):
            assert never not in log.lower() if never.islower() else never not in log
        assert CANARY not in "".join(str(record) for record in story.shown if record["to"] == ADMIN)


@pytest.mark.parametrize("surface", SURFACES)
def test_three_people_are_fewer_than_the_smallest_group(tmp_path: Path, surface: str) -> None:
    """A band, counted once a week; raised, it is told of no group below that; and never who."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        live(story, surface)
        become_admin(story, data, surface)
        story.clock("2026-01-07T12:00:00Z")
        story.restart()
        before = opens(story, "admin.adoption")["text"]
        assert "Fewer than 5 people use it." in before
        raise_group(story, 8)
        after = opens(story, "admin.adoption")["text"]
        assert "Fewer than 10 people use it." in after
        for card in (before, after):
            assert not any(re.search(rf"\b{who}\b", card.lower()) for who in (*PEOPLE, "3", "three"))


@pytest.mark.parametrize("surface", SURFACES)
def test_no_word_and_no_press_of_an_admin_opens_a_journal(tmp_path: Path, surface: str) -> None:
    """There is no such command, and a button of somebody else's is theirs alone."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        live(story, surface)
        become_admin(story, data, surface)
        for words in ("admin journal", "admin journal ana", "read ana", "journal ana", "journal last ana"):
            for record in story.command(ADMIN, words):
                assert record["text_id"] in {"admin.no_code", "admin.code_wrong", "unknown", "consent"}
        assert only(story.command(ADMIN, "journal last"))["text_id"] == "consent"
        assert CANARY not in "".join(str(record) for record in story.shown if record["to"] == ADMIN)
        assert CANARY in only(story.command("ana", "journal last"), "ana")["text"]


def sign_next(story: Story) -> str:
    """Let Ada sign the text that is next at the review desk; return its words."""
    card = only(story.press(ADMIN, "review.next"))
    story.press(ADMIN, "review.sign")
    decided = only(story.submit(ADMIN, "review.save", role="clinical lead"))
    assert "As: clinical lead\nOn: Monday 5 January 2026" in decided["text"]
    _title, _facts, words, *_ = card["text"].split("\n\n")
    return str(words)


def asks(record: Shown, words: str) -> bool:
    """Whether a check-in asks this, above its answers or in so many words."""
    return words in record["text"] or words in {control["label"] for control in record["controls"]}


def checkins(shown: list[Shown]) -> list[Shown]:
    """Return the check-ins among what came."""
    return [record for record in shown if record["text_id"] == "checkin"]


@pytest.mark.parametrize("surface", SURFACES)
def test_what_nobody_signed_is_held_back_where_an_admin_says_so(tmp_path: Path, surface: str) -> None:
    """Signed at the desk, by role and day; then nobody is asked anything else, over a restart too."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        live(story, surface)
        become_admin(story, data, surface)
        desk = opens(story, "admin.review")
        assert "Signed: 0" in desk["text"]
        signed = [sign_next(story) for _ in range(3)]
        before = checkins(story.clock("2026-01-05T12:00:00Z"))
        assert not all(any(asks(record, words) for words in signed) for record in before)
        story.restart()
        assert "Signed: 3" in opens(story, "admin.review")["text"]
        opens(story, "admin.reviewed")
        assert only(story.press(ADMIN, "admin.reviewed.save"))["text_id"] == "admin.reviewed_set"
        for who in PEOPLE:
            story.send(do="direct", who=who, open=True)  # a terminal that was torn down is opened again
        after = checkins(story.clock("2026-01-06T12:00:00Z"))
        assert len(after) == len(PEOPLE)
        assert all(any(asks(record, words) for words in signed) for record in after)
        assert opens(story, "admin.log")["text"].count(": undecided \u2192 signed, by Ada") == 3


@pytest.mark.parametrize("surface", HOSTED)
def test_everybody_is_told_before_it_is_removed_and_then_nothing_comes(tmp_path: Path, surface: str) -> None:
    """One message that leads to `export`; then schedules stop, and what was set goes with its key."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        live(story, surface)
        become_admin(story, data, surface)
        story.restart()
        assert "30 days" in opens(story, "admin.leaving")["text"]
        came = story.press(ADMIN, "admin.leaving.tell")
        told = [record for record in came if record["text_id"] == "notice.export_first"]
        assert sorted(record["to"] for record in told) == list(PEOPLE)
        assert {record["seen_by"] for record in told} == {"direct"}
        [offer] = story.press("ana", "command")
        assert offer["text_id"] == "export"
        story.send(do="uninstall", surface=surface)
        assert story.clock("2026-02-03T12:00:00Z") == []
        assert held(data, "organisations") == 1
        story.clock("2026-02-06T12:00:00Z")
        assert [held(data, table) for table in ("organisations", "roles", "changes")] == [0, 0, 0]
        assert "nobody looks after a team here yet" in doctor_says(data)


def held(data: Path, table: str) -> int:
    """How many rows there are in a table."""
    with closing(sqlite3.connect(data / "reststop.db")) as database:
        [(count,)] = database.execute(f"SELECT count(*) FROM {table}").fetchall()  # noqa: S608 - a name of ours
    return int(count)
