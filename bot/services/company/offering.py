"""Offering company, and from whom somebody wishes to be kept apart."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from bot.domain.company import MOSTS, Volunteer
from bot.services.cards.circles import company as cards
from bot.services.company import book
from bot.services.company.asking import member_here
from bot.services.desk import Turn
from bot.services.gatherings import members
from bot.services.gatherings.pages import Page
from bot.services.organisations.standing import standing_of
from bot.surface.outcome import Outcome, answer

MOST_LISTED = 24
"""Members that one list holds, beside "nobody"."""


def offer(turn: Turn) -> Outcome:
    """Ask how often somebody would be there; who leads others here is told that it stays with peers."""
    found = member_here(turn)
    if isinstance(found, Outcome):
        return found
    if _is_above(turn, found.page):
        return answer(cards.above())
    return found.read(turn, cards.offer(turn.mint, found.page.id))


def take(turn: Turn) -> Outcome:
    """Keep what somebody offers; who says that they lead others here offers nothing."""
    found = member_here(turn)
    if isinstance(found, Outcome):
        return found
    most = next((each for each in MOSTS if turn.choice == f"m{each}"), None)
    if most is None or _is_above(turn, found.page):
        book.keep_offer(turn.desk, turn.unit, found.member, None)
        return answer(cards.above())
    held = book.volunteer_of(found.member)
    given = held.given if held else ()
    book.keep_offer(
        turn.desk, turn.unit, found.member, Volunteer(member=found.member.id, most=most, given=given)
    )
    return answer(cards.offered())


def stop(turn: Turn) -> Outcome:
    """Ask somebody no more."""
    found = member_here(turn)
    if isinstance(found, Outcome):
        return found
    book.keep_offer(turn.desk, turn.unit, found.member, None)
    return answer(cards.stopped())


def ask_apart(turn: Turn) -> Outcome:
    """Ask whom somebody is never to be matched with."""
    found = member_here(turn)
    if isinstance(found, Outcome):
        return found
    every = members.every(turn.desk, turn.unit, found.page)
    others = sorted(((one.id, one.called) for one in every if one.id != found.member.id), key=_by_name)
    if not others:
        return answer(cards.alone())
    held = set(book.apart_of(found.member))
    named = [called for one, called in others if one in held]
    return found.read(turn, cards.apart(turn.mint, found.page.id, others[:MOST_LISTED], named))


def keep_apart(turn: Turn) -> Outcome:
    """Keep that list; nobody is told, and nothing of it shows."""
    found = member_here(turn)
    if isinstance(found, Outcome):
        return found
    there = {one.id for one in members.every(turn.desk, turn.unit, found.page)} - {found.member.id}
    chosen = [one for each in turn.chosen if (one := _id(each)) in there and one is not None]
    book.keep_apart(turn.desk, turn.unit, found.member, chosen)
    return answer(cards.kept_apart())


def _is_above(turn: Turn, page: Page) -> bool:
    """Whether who acts may lead others here: by a role that was given, or as their platform says."""
    return book.is_above(turn.desk, turn.unit, page, turn.index) or not standing_of(turn).roles.isdisjoint(
        book.ABOVE
    )


def _by_name(one: tuple[UUID, str]) -> tuple[str, str]:
    return cards.name(one[1]).casefold(), one[0].hex


def _id(text: str) -> UUID | None:
    with suppress(ValueError):
        return UUID(hex=text)
    return None
