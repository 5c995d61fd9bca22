"""How somebody who shares without a name is called this week, and whose words rest this week.

An alias is a keyed hash of the circle, the week and the account. Who looks after a circle may let one rest
until the week is over, and never learns whose it is: nothing here leads from an alias to anybody.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.domain.aliases import called_by
from bot.domain.circles import Round
from bot.domain.people import Account
from bot.domain.zones import zone_of
from bot.ports.store import Unit
from bot.services.circles import pages
from bot.services.circles.pages import Page
from bot.services.circles.settings import setup_of
from bot.services.desk import Desk

PART = "unnamed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """An alias: how it is known again, and how it reads."""

    key: str = field(repr=False)
    called: str


def alias_of(desk: Desk, page: Page, current: Round, account: Account) -> Alias:
    """Return how an account is called in a circle in the week in which a round opened."""
    place = (account.surface, account.workspace, account.user)
    digest = desk.vault.digest("alias", page.id.hex, _week(page, current), *place)
    return Alias(key=digest.hex(), called=called_by(digest))


def rests(page: Page, current: Round, key: str) -> bool:
    """Whether words by an alias rest in the week in which a round opened."""
    held = page.part(PART)
    return held.get("week") == _week(page, current) and key in held.get("rest", ())


def let_rest(desk: Desk, unit: Unit, page: Page, current: Round, key: str) -> Page:
    """Let words by an alias rest for the week; those of earlier weeks are forgotten."""
    return _keep(desk, unit, page, current, {*_resting(page, current), key})


def let_speak(desk: Desk, unit: Unit, page: Page, current: Round, key: str) -> Page:
    """Let words by an alias come again."""
    return _keep(desk, unit, page, current, {*_resting(page, current)} - {key})


def _resting(page: Page, current: Round) -> tuple[str, ...]:
    held = page.part(PART)
    return tuple(held.get("rest", ())) if held.get("week") == _week(page, current) else ()


def _keep(desk: Desk, unit: Unit, page: Page, current: Round, keys: set[str]) -> Page:
    part = {"week": _week(page, current), "rest": sorted(keys)}
    return pages.keep(desk, unit, page, **{PART: part if keys else None})


def _week(page: Page, current: Round) -> str:
    year, week, _ = current.opened.astimezone(zone_of(setup_of(page).zone)).isocalendar()
    return f"{year}-{week}"
