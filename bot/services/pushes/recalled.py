"""Which pushes of a course were taken back: who has one keeps it, and it comes to nobody else."""

from __future__ import annotations

from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.gatherings import pages
from bot.services.gatherings.pages import Page
from bot.services.sealing import Body

PART = "recalled"


def taken_back(page: Page) -> frozenset[str]:
    """Return the ids of what was taken back."""
    return frozenset(page.part(PART).get("ids", ()))


def take_back(desk: Desk, unit: Unit, page: Page, push_id: str) -> Page:
    """Let a push come to nobody any more; return the page so. What is on its way is not sent either."""
    held: Body = {"ids": sorted({*taken_back(page), push_id})}
    return pages.keep(desk, unit, page, **{PART: held})
