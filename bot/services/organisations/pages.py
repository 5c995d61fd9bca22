"""An organisation as a sealed page, and back."""

from __future__ import annotations

from datetime import date, datetime, time

from bot.domain.adoption import Counted
from bot.domain.organisations import LEAST_GROUP, Ceiling, Organisation, Rules
from bot.domain.people import PersonId, QuietHours
from bot.domain.roles import Creates
from bot.services.sealing import Body


def body_of(organisation: Organisation) -> Body:
    """Return what is sealed of an organisation."""
    rules, counted = organisation.rules, organisation.counted
    return {
        "name": organisation.name,
        "policy": rules.policy,
        "on_call": rules.on_call,
        "staff": list(rules.staff),
        "checked": {line: day.isoformat() for line, day in rules.checked.items()},
        "ceilings": [[each.since.isoformat(), each.days] for each in rules.ceilings],
        "min_group": rules.min_group,
        "off_days": sorted(day.isoformat() for day in rules.off_days),
        "holidays": rules.holidays,
        "quiet": [rules.quiet.start.isoformat(), rules.quiet.end.isoformat()] if rules.quiet else None,
        "hushed_until": rules.hushed_until.isoformat() if rules.hushed_until else None,
        "only_reviewed": rules.only_reviewed,
        "circles_by": rules.circles_by,
        "courses_by": rules.courses_by,
        "channels": list(rules.channels),
        "counted": [counted.on.isoformat(), counted.people] if counted else None,
    }


def organisation_from(holder: PersonId, version: int, body: Body) -> Organisation:
    """Return the organisation that a page holds; what an older page does not name was not set."""
    quiet, hushed, counted = body.get("quiet"), body.get("hushed_until"), body.get("counted")
    return Organisation(
        id=holder,
        name=body["name"],
        version=version,
        counted=Counted(on=date.fromisoformat(counted[0]), people=counted[1]) if counted else None,
        rules=Rules(
            policy=body.get("policy", ""),
            on_call=body.get("on_call", ""),
            staff=tuple(body.get("staff", ())),
            checked={line: date.fromisoformat(day) for line, day in body.get("checked", {}).items()},
            ceilings=tuple(
                Ceiling(since=date.fromisoformat(since), days=days)
                for since, days in body.get("ceilings", ())
            ),
            min_group=max(LEAST_GROUP, body.get("min_group", LEAST_GROUP)),
            off_days=frozenset(date.fromisoformat(day) for day in body.get("off_days", ())),
            holidays=body.get("holidays"),
            quiet=QuietHours(start=time.fromisoformat(quiet[0]), end=time.fromisoformat(quiet[1]))
            if quiet
            else None,
            hushed_until=datetime.fromisoformat(hushed) if hushed else None,
            only_reviewed=body.get("only_reviewed", False),
            circles_by=Creates(body.get("circles_by", Creates.ROLE)),
            courses_by=Creates(body.get("courses_by", Creates.ROLE)),
            channels=tuple(body.get("channels", ())),
        ),
    )
