"""Who looks after a workspace: as Slack says it, learned behind an answer, and never a moment too long."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from adapters.slack.line.people import manages_in
from bot.errors import NotSaved
from bot.surface.inbound import CommandInvoked, InboundEvent, PersonChanged
from bot.surface.outcome import QUIET, Outcome
from tests.json_types import Json
from tests.sim.slack import SlackSim
from tests.sim.slack.objects import user_shape
from tests.sim.slack.world import Role
from tests.unit.scripted_core import Listening
from tests.unit.slack.desk import AT_EASE, Desk, desk
from tests.unit.slack.ears import on_the_web


@pytest.fixture
async def at_ease() -> AsyncIterator[Desk]:
    """Sit Ana before a Slack in which nobody waits."""
    async with desk(AT_EASE) as opened:
        yield opened


def _said(at_ease: Desk) -> list[bool | None]:
    """Return what each of Ana's commands said of her."""
    return [event.manages for event in at_ease.core.heard_of(CommandInvoked)]


async def _ask(at_ease: Desk, *, times: int = 1) -> None:
    for _ in range(times):
        await at_ease.ana.command("/reststop admin")


async def test_whether_somebody_is_an_admin_is_learned_behind_their_first_answer(at_ease: Desk) -> None:
    """Not before it, and by the one look that tells their zone, too."""
    at_ease.ana.member.role = "admin"
    at_ease.slack.journal.clear()
    await _ask(at_ease, times=3)
    assert _said(at_ease) == [None, True, True]
    assert len(at_ease.slack.journal.calls("users.info")) == 1
    assert at_ease.slack.journal.entries[0].method == "ack:slash_commands"
    event = at_ease.core.heard_of(CommandInvoked)[0]
    assert event.organisation == f"slack/{at_ease.slack.workspace().id}"


async def test_it_is_learned_where_the_zone_was_known_already(at_ease: Desk) -> None:
    """A profile that changed told the zone; that somebody is an admin is asked all the same."""
    at_ease.ana.member.role = "owner"
    await at_ease.ana.set_tz("Pacific/Auckland")
    at_ease.slack.journal.clear()
    await _ask(at_ease, times=2)
    assert _said(at_ease)[-1] is True
    assert [event.zone for event in at_ease.core.heard_of(CommandInvoked)] == ["Pacific/Auckland"] * 2


@pytest.mark.parametrize("role", ["member", "guest"])
async def test_who_is_an_admin_no_more_is_none_at_once(at_ease: Desk, role: Role) -> None:
    """The next thing that they do is done by somebody like others."""
    at_ease.ana.member.role = "primary_owner"
    await _ask(at_ease, times=2)
    await at_ease.ana.set_role(role)
    await _ask(at_ease)
    assert _said(at_ease) == [None, True, False]


async def test_a_demotion_holds_also_where_nothing_could_be_saved() -> None:
    """What else the event said is told again; who looks after the workspace is not kept in any row."""
    is_full = False

    def says(event: InboundEvent) -> Outcome:
        if is_full and isinstance(event, PersonChanged):
            raise NotSaved
        return QUIET

    core = Listening(says=says)
    async with SlackSim() as slack, on_the_web(slack, core):
        ana = slack.workspace().user("ana")
        ana.member.role = "admin"
        await ana.command("/reststop admin")
        is_full = True
        ana.member.tz = "Pacific/Auckland"
        await ana.set_role("member")
        await ana.command("/reststop admin")
    told = [(event.manages, event.zone) for event in core.heard_of(CommandInvoked)]
    assert told == [(None, None), (False, "Europe/Berlin")]


async def test_who_was_made_an_admin_is_one_when_slack_was_asked(at_ease: Desk) -> None:
    """What is told of a profile is a reason to ask, and no more."""
    await _ask(at_ease, times=2)
    await at_ease.ana.set_role("admin")
    await _ask(at_ease, times=2)
    assert _said(at_ease) == [None, False, None, True]


async def test_nobody_becomes_an_admin_by_a_request(at_ease: Desk) -> None:
    """Whoever holds the signing secret may say what they like of a profile: Slack says otherwise."""
    ana, team = at_ease.ana, at_ease.slack.workspace().team
    await _ask(at_ease)
    event = {"type": "user_change", "user": {"id": ana.id, "team_id": team.id, "is_admin": True}}
    envelope = at_ease.slack.core.event(team, "user_change", event)
    assert envelope is not None
    await at_ease.slack.deliveries.event(envelope)
    await at_ease.slack.settled()
    await _ask(at_ease, times=2)
    assert _said(at_ease)[-1] is False
    assert True not in _said(at_ease)


async def test_where_slack_cannot_be_asked_nobody_is_an_admin_yet(at_ease: Desk) -> None:
    """It is asked again with the next act."""
    at_ease.ana.member.role = "admin"
    at_ease.slack.faults.fail("users.info", "ratelimited")
    await _ask(at_ease, times=3)
    assert _said(at_ease) == [None, None, True]


OF_T1: Json = {"id": "U1", "team_id": "T1", "is_admin": True, "is_owner": False, "is_primary_owner": False}


def _org(**flags: object) -> Json:
    """Return what a profile says of the organisation E1, of whose T1 and T2 somebody is."""
    return {"enterprise_id": "E1", "teams": ["T1", "T2"], "is_admin": False, "is_owner": False, **flags}


@pytest.mark.parametrize(
    ("otherwise", "workspace", "manages"),
    [
        ({}, "T1", True),
        ({"is_admin": False}, "T1", False),
        ({"is_admin": False, "is_owner": True}, "T1", True),
        ({"is_admin": False, "is_primary_owner": True}, "T1", True),
        ({"is_admin": "yes"}, "T1", False),
        ({"deleted": True}, "T1", False),
        ({"is_bot": True}, "T1", False),
        ({"is_restricted": True}, "T1", False),
        ({"is_restricted": True, "is_ultra_restricted": True}, "T1", False),
        ({"is_stranger": True}, "T1", False),
        ({}, "T2", False),
        ({"team_id": None}, "T1", False),
        ({"enterprise_user": _org()}, "T2", True),
        ({"enterprise_user": _org()}, "T3", False),
        ({"enterprise_user": _org()}, "E1", False),
        ({"enterprise_user": _org(is_admin=True), "is_admin": False}, "E1", True),
        ({"enterprise_user": _org(is_owner=True), "is_bot": True}, "E1", False),
        ({"enterprise_user": _org(is_owner=True), "is_admin": False}, "T1", False),
        ({"enterprise_user": "E1"}, "E1", False),
    ],
)
def test_an_admin_is_of_the_house_and_in_charge_of_it(
    otherwise: Json, workspace: str, *, manages: bool
) -> None:
    """No guest, no bot, nobody from elsewhere; of a whole organisation only who looks after all of it."""
    assert manages_in(OF_T1 | otherwise, workspace) is manages
    assert not manages_in({}, workspace)


async def test_an_admin_of_one_workspace_is_none_of_the_whole_organisation() -> None:
    """Where Reststop is installed in all of it, its organisation is all of it."""
    async with SlackSim() as slack:
        here = slack.workspace("Harbour", org="Coast", installed=False)
        here.install(org_wide=True)
        ana = here.user("ana")
        ana.member.role = "admin"
        shape = user_shape(ana.member, here.team, slack.clock.now())
    assert here.org_id is not None
    assert (manages_in(shape, here.org_id), manages_in(shape, here.id)) == (False, True)


async def test_what_somebody_is_called_is_what_their_profile_says(at_ease: Desk) -> None:
    """Until it is known, their short name; a new name is taken over at once."""
    at_ease.ana.member.wishes = "Ana B."
    await _ask(at_ease, times=2)
    await at_ease.ana.be_called("Ana from the quay")
    await _ask(at_ease)
    assert [event.called for event in at_ease.core.heard_of(CommandInvoked)] == [
        "ana", "Ana B.", "Ana from the quay",
    ]  # fmt: skip


async def test_a_name_is_one_line_without_what_nobody_sees(at_ease: Desk) -> None:
    """A sign that turns what follows around would make words of ours look like others."""
    at_ease.ana.member.wishes = "  An\u202ea\u200b \n B. "
    await _ask(at_ease, times=2)
    assert at_ease.core.heard_of(CommandInvoked)[-1].called == "Ana B."


async def test_nobody_is_remembered_who_did_nothing(at_ease: Desk) -> None:
    """Slack tells of every profile that changes in a workspace."""
    ben = at_ease.slack.workspace().user("ben")
    await ben.be_called("Ben from the shore")
    await ben.command("/reststop help")
    assert at_ease.core.heard_of(CommandInvoked)[-1].called == "ben"
