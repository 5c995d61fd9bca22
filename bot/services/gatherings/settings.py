"""How a circle or a team prompt was set up, as its page keeps it."""

from __future__ import annotations

from datetime import date, time

from bot.domain.circles import Setup
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.gatherings import pages
from bot.services.gatherings.pages import Page
from bot.services.sealing import Body

PART = "setup"


def setup_of(page: Page) -> Setup:
    """Return how a gathering was set up."""
    held = page.part(PART)
    until = held["hushed_until"]
    return Setup(
        called=held["called"],
        rule=held["rule"],
        zone=held["zone"],
        template=held["template"],
        days=frozenset(held["days"]),
        start=time.fromisoformat(held["start"]),
        end=time.fromisoformat(held["end"]),
        is_unnamed_on=held["is_unnamed_on"],
        is_paused=held["is_paused"],
        hushed_until=date.fromisoformat(until) if until else None,
    )


def keep_setup(desk: Desk, unit: Unit, page: Page, setup: Setup) -> Page:
    """Write how a gathering is set up from now on; return its page so."""
    held: Body = {
        "called": setup.called,
        "rule": setup.rule,
        "zone": setup.zone,
        "template": setup.template,
        "days": sorted(setup.days),
        "start": setup.start.isoformat("minutes"),
        "end": setup.end.isoformat("minutes"),
        "is_unnamed_on": setup.is_unnamed_on,
        "is_paused": setup.is_paused,
        "hushed_until": setup.hushed_until.isoformat() if setup.hushed_until else None,
    }
    return pages.keep(desk, unit, page, **{PART: held})
