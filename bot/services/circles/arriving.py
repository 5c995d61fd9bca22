"""How people arrive in a round: one tap each, told once and roughly when sharing ends, and then forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from bot.domain.circles import Round, Stage
from bot.domain.organisations import LEAST_GROUP
from bot.domain.rounds import UNSAID, RoundTemplate
from bot.domain.suppression import NOTHING_TOLD, Counts, NotShown, Split, Told, Why, Window, counts
from bot.ports.store import Unit
from bot.services.cards.circles import rounds as cards
from bot.services.desk import Desk, Turn
from bot.services.gatherings import members, outsiders, pages
from bot.services.gatherings.current import keep_round, opened_by, round_of
from bot.services.gatherings.pages import Page
from bot.services.gatherings.settings import setup_of
from bot.services.sealing import Body
from bot.surface.outcome import Outcome, answer

PART = "figures"
"""The part of a page that knows of which groups was told, for each round of the library."""


def arrive(turn: Turn) -> Outcome:
    """Note how somebody arrives; the last tap holds, until sharing ends."""
    page = opened_by(turn.desk, turn.unit, turn.ref.subject)
    current = round_of(page) if page else None
    if page is None or current is None or current.opening != turn.ref.subject:
        return answer(cards.round_over())
    member = members.here(turn, page)
    if member is None:
        return outsiders.card_for(turn, page)
    template = turn.desk.catalogue.round(current.template)
    names = {option.name for option in template.arrive.options} if template else set[str]()
    if current.stage is not Stage.SHARING or turn.now >= current.sharing_ends or turn.choice not in names:
        return answer(cards.arriving_over())
    arrivals = {**current.arrivals, _key(turn.desk, current, member.id): turn.choice}
    keep_round(turn.desk, turn.unit, page, replace(current, arrivals=arrivals))
    ends = cards.until(current.sharing_ends, turn.now, setup_of(page).zone)
    return answer(cards.noted(ends, is_counted=member.id in current.present))


def forget(desk: Desk, unit: Unit, page: Page, member: UUID) -> Page:
    """Drop how a member arrived in the round that is open; return the page without."""
    current = round_of(page)
    key = _key(desk, current, member) if current else ""
    if current is None or key not in current.arrivals:
        return page
    arrivals = {other: chosen for other, chosen in current.arrivals.items() if other != key}
    return keep_round(desk, unit, page, replace(current, arrivals=arrivals))


def told_once(
    desk: Desk, unit: Unit, page: Page, template: RoundTemplate, floor: int = LEAST_GROUP
) -> tuple[Page, str]:
    """Close the question of the round that is open: return what may be said, and the page without answers.

    Nobody can be told of it a second time, whoever leaves, joins or erases what is theirs after this.
    """
    current = round_of(page)
    if current is None:
        return page, template.arrive.few
    there = {row.id for row in unit.gatherings.members(page.id)}
    chosen = {member: current.arrivals.get(_key(desk, current, member), UNSAID) for member in there}
    window = Window(
        closes=current.sharing_ends,
        members=frozenset(there & current.present),
        answers={member: name for member, name in chosen.items() if name != UNSAID},
    )
    options = [option.name for option in template.arrive.options if option.name != UNSAID]
    closed = counts(window, options, _told(page, template.id), floor=floor)
    page = _keep_told(desk, unit, page, template.id, closed.told)
    page = keep_round(desk, unit, page, replace(current, arrivals={}, present=frozenset()))
    return page, cards.arrived(template, _whole(closed.figure))


def _whole(figure: Counts | Split[Counts] | NotShown) -> Counts | NotShown:
    """Return a figure of the whole; nobody is on a side here."""
    return NotShown(why=Why.HELD) if isinstance(figure, Split) else figure


def _key(desk: Desk, current: Round, member: UUID) -> str:
    return desk.vault.digest("arrival", current.opening.hex, member.hex).hex()


def _told(page: Page, template: str) -> Told:
    held: Body = page.part(PART).get(template, {})
    if not held:
        return NOTHING_TOLD
    return Told(
        until=datetime.fromisoformat(held["until"]) if held["until"] else None,
        groups=tuple(frozenset(UUID(hex=each) for each in group) for group in held["groups"]),
    )


def _keep_told(desk: Desk, unit: Unit, page: Page, template: str, told: Told) -> Page:
    held: Body = {
        "until": told.until.isoformat() if told.until else None,
        "groups": [sorted(each.hex for each in group) for group in told.groups],
    }
    return pages.keep(desk, unit, page, **{PART: {**page.part(PART), template: held}})
