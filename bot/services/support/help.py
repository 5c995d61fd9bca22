"""What is one word away at any time, with or without a yes: the list, who to call, what is kept."""

from __future__ import annotations

from bot.services.cards import help as cards
from bot.services.desk import Turn
from bot.services.doors.doors import between
from bot.services.end_said import closes_on
from bot.services.organisations.decisions import drafts_here, is_safety_signed
from bot.services.organisations.help_lines import seen_here
from bot.services.organisations.rules import rules_of, with_the_house
from bot.surface.outcome import Outcome, answer


def helped(turn: Turn) -> Outcome:
    """Show what can be typed, and that the questions are drafts as long as they are."""
    return answer(cards.helped(hosted=turn.capabilities.hosted, drafts=drafts_here(turn)))


def help_now(turn: Turn) -> Outcome:
    """Show who to call: for the person's region, else for what their zone suggests, else a directory.

    It waits for no signature. Where one is missing, of this card, of the lines or of what is said to words
    of danger, it says so for all of them: this card is one press away from each.
    """
    catalogue = turn.desk.catalogue
    code = turn.visitor.region if turn.visitor else catalogue.region_of_zone(turn.event.zone or "")
    mint = turn.mint if turn.visitor and turn.visitor.has_said_yes else None
    unread, rules = not is_safety_signed(turn), with_the_house(turn.desk, rules_of(turn))
    region = seen_here(turn.desk, rules, catalogue.region(code))
    return answer(cards.help_now(region, rules.on_call, mint, staff=rules.staff, unread=unread))


def privacy(turn: Turn) -> Outcome:
    """Show what is kept and who could read it."""
    doors = turn.unit.people.doors(turn.visitor.id) if turn.visitor else ()
    stands = between(turn.desk, turn.capabilities, doors)
    return answer(
        cards.privacy(turn.desk.operator, between=stands, doors=len(doors), closes_on=closes_on(turn))
    )
