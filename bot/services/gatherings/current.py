"""The round that is open in a circle, as its page keeps it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from bot.domain.circles import Round, Stage
from bot.domain.round_plan import Step
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.gatherings import pages
from bot.services.gatherings.pages import Page
from bot.services.sealing import Body

PART = "round"


def round_of(page: Page) -> Round | None:
    """Return the round that is open; None between two rounds."""
    held = page.part(PART)
    if not held:
        return None
    return Round(
        number=held["number"],
        opening=UUID(hex=held["opening"]),
        template=held["template"],
        version=held["version"],
        stage=Stage(held["stage"]),
        opened=datetime.fromisoformat(held["opened"]),
        sharing_ends=datetime.fromisoformat(held["sharing_ends"]),
        ends=datetime.fromisoformat(held["ends"]),
        arrivals=held["arrivals"],
        present=frozenset(UUID(hex=each) for each in held["present"]),
        steps=tuple((Step(step), datetime.fromisoformat(at)) for step, at in held["steps"]),
    )


def keep_round(desk: Desk, unit: Unit, page: Page, current: Round | None) -> Page:
    """Write the round as it stands now; None: it is over. Return the page so."""
    if current is None:
        return pages.keep(desk, unit, page, **{PART: None})
    held: Body = {
        "number": current.number,
        "opening": current.opening.hex,
        "template": current.template,
        "version": current.version,
        "stage": current.stage,
        "opened": current.opened.isoformat(),
        "sharing_ends": current.sharing_ends.isoformat(),
        "ends": current.ends.isoformat(),
        "arrivals": dict(current.arrivals),
        "present": sorted(each.hex for each in current.present),
        "steps": [[step, at.isoformat()] for step, at in current.steps],
    }
    return pages.keep(desk, unit, page, **{PART: held})


def opened_by(desk: Desk, unit: Unit, opening: UUID | None) -> Page | None:
    """Return the gathering in which a round was opened by a post; None where that is forgotten.

    Raises:
        Tampered: its row was changed by somebody else.
    """
    row = unit.gatherings.post(opening) if opening else None
    return pages.get(desk, unit, row.gathering) if row else None
