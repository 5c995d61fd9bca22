"""How somebody who shares without a name is called this week, and whose words rest this week.

An alias is a keyed hash of the circle, the account and a random number that the circle's page keeps for the
week alone. Who looks after a circle may let one rest until the week is over, and never learns whose it is.
Once the number is gone nobody can work an alias out again, with all keys neither: from what stands under one
in the channel no way leads back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.aliases import called_by
from bot.domain.circles import Round
from bot.domain.people import Account
from bot.domain.zones import zone_of
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.gatherings import pages, upcoming
from bot.services.gatherings.pages import Page
from bot.services.gatherings.settings import setup_of
from bot.services.sealing import Body

PART = "unnamed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """An alias: how it is known again, and how it reads."""

    key: str = field(repr=False)
    called: str


def begin(desk: Desk, unit: Unit, page: Page, current: Round) -> Page:
    """Let the week in which a round opens have aliases: new ones, unless it has some. Return the page."""
    week = _week(page, current)
    if page.part(PART).get("week") == week:
        return page
    salt = desk.chance.new_id().hex
    return pages.keep(desk, unit, page, **{PART: {"week": week, "salt": salt, "rest": []}})


def forget(desk: Desk, unit: Unit, page: Page, current: Round) -> Page:
    """Let nobody work out an alias of a round that ends, unless another one opens in its week."""
    slot = upcoming.next_slot(setup_of(page), desk.clock.now())
    goes_on = slot is not None and _week_at(page, slot.at) == _week(page, current)
    return page if goes_on or not page.part(PART) else pages.keep(desk, unit, page, **{PART: None})


def has_aliases(page: Page, current: Round) -> bool:
    """Whether people have aliases in the week in which a round opened."""
    return bool(_held(page, current))


def alias_of(desk: Desk, page: Page, current: Round, account: Account) -> Alias:
    """Return how an account is called in a circle in the week in which a round opened.

    Raises:
        LookupError: it has no aliases, which is a bug.
    """
    salt: str = _held(page, current)["salt"]
    place = (account.surface, account.workspace, account.user)
    digest = desk.vault.digest("alias", page.id.hex, salt, *place)
    return Alias(key=digest.hex(), called=called_by(digest))


def rests(page: Page, current: Round, key: str) -> bool:
    """Whether words by an alias rest in the week in which a round opened."""
    return key in _held(page, current).get("rest", ())


def let_rest(desk: Desk, unit: Unit, page: Page, current: Round, key: str) -> Page:
    """Let words by an alias rest for the week."""
    held = _held(page, current)
    return pages.keep(desk, unit, page, **{PART: {**held, "rest": sorted({*held["rest"], key})}})


def let_speak(desk: Desk, unit: Unit, page: Page, current: Round, key: str) -> Page:
    """Let words by an alias come again."""
    held = _held(page, current)
    return pages.keep(desk, unit, page, **{PART: {**held, "rest": sorted({*held["rest"]} - {key})}})


def _held(page: Page, current: Round) -> Body:
    held = page.part(PART)
    return held if held.get("week") == _week(page, current) else {}


def _week(page: Page, current: Round) -> str:
    return _week_at(page, current.opened)


def _week_at(page: Page, at: datetime) -> str:
    year, week, _ = at.astimezone(zone_of(setup_of(page).zone)).isocalendar()
    return f"{year}-{week}"
