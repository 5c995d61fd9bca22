"""Asking for company, and the answers of both: each press is looked at as things stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.company import Stage, Wish
from bot.domain.roles import Gathering
from bot.ports.store import Unit
from bot.services.cards.circles import company as cards
from bot.services.company import book, matching
from bot.services.desk import Desk, Turn
from bot.services.gatherings import members, outsiders, pages
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.surface.audience import Reading
from bot.surface.card import Card
from bot.surface.outcome import Outcome, Show, answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """Who acts, as a member of a circle."""

    page: Page
    member: Member

    def read(self, turn: Turn, card: Card) -> Outcome:
        """Show them something where no message remains."""
        return Outcome(
            first=Show(card=card, audience=Reading(to=turn.event.account, handle=turn.event.handle))
        )


def member_here(turn: Turn) -> Here | Outcome:
    """Return who acts as a member of the circle that a control is about, or what is said to who is none."""
    page = pages.get(turn.desk, turn.unit, turn.ref.subject)
    if page is None or page.kind is not Gathering.CIRCLE:
        return answer(cards.over())
    member = members.here(turn, page)
    return Here(page=page, member=member) if member is not None else outsiders.card_for(turn, page)


def show(turn: Turn) -> Outcome:
    """Show what company is, and what somebody may do about it."""
    found = member_here(turn)
    if isinstance(found, Outcome):
        return found
    offers = book.volunteer_of(found.member) is not None
    wish = book.wish_of(found.page, found.member.id)
    asks = wish is not None and wish.stage is not Stage.NOBODY
    return found.read(turn, cards.about(turn.mint, found.page.id, offers=offers, asks=asks))


def ask(turn: Turn) -> Outcome:
    """Say what happens, before somebody asks."""
    found = member_here(turn)
    if isinstance(found, Outcome):
        return found
    return found.read(turn, cards.ask(turn.mint, found.page.id))


def ask_now(turn: Turn) -> Outcome:
    """Ask for somebody, once at a time."""
    found = member_here(turn)
    if isinstance(found, Outcome):
        return found
    desk, unit, page = turn.desk, turn.unit, found.page
    before = book.wish_of(page, found.member.id)
    if before is not None and before.stage in {Stage.ASKED, Stage.OFFERED}:
        return answer(cards.asked_already())
    if before is not None:
        page = matching.over(desk, unit, page, before)
    new = Wish(
        id=desk.chance.new_id().hex[:12],
        asker=found.member.id,
        stage=Stage.ASKED,
        volunteer=None,
        until=turn.now,
    )
    page, wish = matching.ask_next(desk, unit, page, new)
    if wish.stage is Stage.NOBODY:
        matching.over(desk, unit, page, wish)
        return answer(cards.nobody_free(turn.mint))
    return answer(cards.is_asked())


def not_now(turn: Turn) -> Outcome:
    """Leave it be."""
    del turn
    return answer(cards.let_go())


def can(turn: Turn) -> Outcome:
    """Take a volunteer's yes: who asked is asked, too."""
    return _said_by_volunteer(turn, matching.offered, cards.thanks())


def cannot(turn: Turn) -> Outcome:
    """Take a volunteer's "not now": somebody else is asked."""
    return _said_by_volunteer(turn, matching.turned, cards.not_now())


def look(turn: Turn) -> Outcome:
    """Show somebody how it stands: who could reach out, who will, or to whom they may write."""
    found = member_here(turn)
    if isinstance(found, Outcome):
        return found
    wish = book.wish_called(found.page, turn.ref.arg) or book.wish_of(found.page, found.member.id)
    if wish is None:
        return answer(cards.over())
    if wish.volunteer == found.member.id:
        return _to_volunteer(turn, found, wish)
    return _to_asker(turn, found, wish) if wish.asker == found.member.id else answer(cards.over())


def yes(turn: Turn) -> Outcome:
    """Take the yes of who asked: now each hears who the other is."""
    found = _of_asker(turn)
    if isinstance(found, Outcome):
        return found
    here, wish = found
    volunteer = _volunteer(turn, here, wish)
    if volunteer is None:
        return other(turn)
    if wish.stage is Stage.OFFERED:
        matching.both(turn.desk, turn.unit, here.page, wish, volunteer)
    return here.read(turn, cards.will_write(volunteer.called))


def other(turn: Turn) -> Outcome:
    """Ask somebody else; who could have come hears that it is not needed any more, and not whose it was."""
    found = _of_asker(turn)
    if isinstance(found, Outcome):
        return found
    here, wish = found
    if wish.stage is not Stage.OFFERED:
        return _to_asker(turn, here, wish)
    volunteer = _volunteer(turn, here, wish)
    if volunteer is not None:
        matching.tell(turn.desk, turn.unit, here.page, volunteer, word=cards.Word.NOT_NEEDED, wish=wish)
    page, wish = matching.turned(turn.desk, turn.unit, here.page, wish, is_said=False)
    if wish.stage is Stage.NOBODY:
        matching.over(turn.desk, turn.unit, page, wish)
        return answer(cards.nobody_free(turn.mint))
    return answer(cards.is_asked())


def no_more(turn: Turn) -> Outcome:
    """Let it go."""
    found = _of_asker(turn)
    if isinstance(found, Outcome):
        return found
    here, wish = found
    if wish.stage is Stage.MET:
        return _to_asker(turn, here, wish)
    matching.over(turn.desk, turn.unit, here.page, wish)
    return answer(cards.let_go())


def _said_by_volunteer(
    turn: Turn, goes_on: Callable[[Desk, Unit, Page, Wish], object], said: Card
) -> Outcome:
    found = _of_volunteer(turn)
    if isinstance(found, Outcome):
        return found
    here, wish = found
    if wish.stage is Stage.ASKED:
        goes_on(turn.desk, turn.unit, here.page, wish)
    return answer(said)


def _of_volunteer(turn: Turn) -> tuple[Here, Wish] | Outcome:
    found = member_here(turn)
    if isinstance(found, Outcome):
        return found
    wish = book.wish_called(found.page, turn.ref.arg)
    if wish is None or wish.volunteer != found.member.id or wish.stage not in {Stage.ASKED, Stage.OFFERED}:
        return answer(cards.over())
    return found, wish


def _of_asker(turn: Turn) -> tuple[Here, Wish] | Outcome:
    found = member_here(turn)
    if isinstance(found, Outcome):
        return found
    wish = book.wish_called(found.page, turn.ref.arg)
    if wish is None or wish.asker != found.member.id:
        return answer(cards.over())
    return found, wish


def _to_asker(turn: Turn, here: Here, wish: Wish) -> Outcome:
    volunteer = _volunteer(turn, here, wish)
    match wish.stage:
        case Stage.OFFERED if volunteer is not None:
            return here.read(turn, cards.could(turn.mint, here.page.id, volunteer.called, wish.id))
        case Stage.MET if volunteer is not None:
            return here.read(turn, cards.will_write(volunteer.called))
        case Stage.NOBODY:
            return answer(cards.nobody_free(turn.mint))
        case _:
            return answer(cards.asked_already())


def _to_volunteer(turn: Turn, here: Here, wish: Wish) -> Outcome:
    asker = members.get(turn.desk, turn.unit, here.page, wish.asker)
    if wish.stage is not Stage.MET or asker is None:
        return answer(cards.over())
    return here.read(turn, cards.write_to(asker.called))


def _volunteer(turn: Turn, here: Here, wish: Wish) -> Member | None:
    return members.get(turn.desk, turn.unit, here.page, wish.volunteer) if wish.volunteer else None
