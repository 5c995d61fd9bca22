"""Learners of a course on a loopback Slack: hundreds in one workspace, and the instant of a launch."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from bot.domain.adoption import counted_anew
from bot.domain.courses.cohort import Cohort, Stage
from bot.domain.courses.learners import Learner
from bot.domain.courses.moments import Moment
from bot.domain.organisations import Organisation
from bot.domain.people import Account, PersonId
from bot.ports.gatherings import MemberRow
from bot.ports.store import Unit
from bot.services.courses import learners as kept
from bot.services.courses import pages as cohorts
from bot.services.desk import Desk
from bot.services.doors.addresses import Address
from bot.services.gatherings import members
from bot.services.gatherings.members import Member
from bot.services.organisations import rules
from bot.services.pushes import plans
from bot.testing.courses import FOUR_SESSIONS
from bot.testing.time import ManualClock
from tests.bench.people import NEVER, house_in, settle_in
from tests.bench.slack_people import install
from tests.sim.slack import User, Workspace

_AHEAD = timedelta(hours=3)
"""Between what comes first and the session for which it prepares."""


def enrol(folder: Path, workspace: Workspace, learners: Sequence[User], due: datetime) -> None:
    """Give a data folder a course with these learners, launched at `due`, when its first push is due too."""
    asyncio.run(_enrol(folder, workspace, learners, due))


async def _enrol(folder: Path, workspace: Workspace, learners: Sequence[User], due: datetime) -> None:
    clock = ManualClock(due - timedelta(days=1))
    async with house_in(folder, clock) as house:
        await install(house, clock, workspace)
        accounts = [Account(surface="slack", workspace=workspace.id, user=each.id) for each in learners]
        await settle_in(house, [Address(account=account) for account in accounts], NEVER)
        desk = house._desk  # noqa: SLF001 - there is no way in for hundreds at once
        await desk.store.run(lambda unit: _begin(desk, unit, f"slack/{workspace.id}", accounts, due))


def _begin(desk: Desk, unit: Unit, name: str, accounts: Sequence[Account], due: datetime) -> None:
    holder = PersonId(desk.chance.new_id())
    desk.vault.create(holder)
    now = desk.clock.now()
    rules.keep(desk, unit, Organisation(id=holder, name=name, counted=counted_anew(None, 0, now.date())))
    page = cohorts.begin(desk, unit, holder, _cohort(due))
    for account in accounts:
        row = MemberRow(
            id=desk.chance.new_id(), gathering=page.id, index=desk.index(account), version=0, sealed=b""
        )
        member = Member(row=row, account=account, called="", is_keeper=False, body={})
        kept.keep_learner(desk, unit, members.keep(desk, unit, member), Learner(agreed_at=now))
    plans.launch_on(desk, unit, page, due)


def _cohort(due: datetime) -> Cohort:
    course = FOUR_SESSIONS.course
    starts = (due + _AHEAD).replace(tzinfo=None)
    sessions = tuple(
        replace(each, starts=starts + timedelta(weeks=place)) for place, each in enumerate(course.sessions)
    )
    first = replace(course.pushes[0], when=Moment.parse("s1.start -PT3H"))
    whole = replace(course, zone="UTC", sessions=sessions, pushes=(first, *course.pushes[1:]))
    return Cohort(
        template=FOUR_SESSIONS.id, template_version=1, course=whole, stage=Stage.OPEN, code="ABCD2345"
    )
