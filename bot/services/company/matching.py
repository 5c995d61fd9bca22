"""A wish for company goes on: who is asked next, what each of the two hears, when it is looked at again."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid5

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.circles import PostKind
from bot.domain.company import ANSWERS_WITHIN, ENDS_AFTER, KEPT, Stage, Wish, who_comes_next, working_days_on
from bot.domain.quiet import quiet_ends
from bot.domain.zones import zone_of
from bot.errors import KeyProblem
from bot.ports.store import Unit
from bot.services.cards.circles.company import Word
from bot.services.company import book
from bot.services.desk import Desk
from bot.services.gatherings import members, pages, posts
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page

_log = logging.getLogger(__name__)


def ask_next(desk: Desk, unit: Unit, page: Page, wish: Wish) -> tuple[Page, Wish]:
    """Ask whoever comes next, or let it be that nobody is free; return the page and the wish so."""
    now = desk.clock.now()
    free = who_comes_next(
        wish,
        book.volunteers(desk, unit, page),
        apart=book.apart(desk, unit, page),
        met=book.met(page, wish.asker),
        today=now.date(),
    )
    chosen = members.get(desk, unit, page, free[desk.chance.below(len(free))]) if free else None
    if chosen is None:
        wish = replace(wish, stage=Stage.NOBODY, volunteer=None, until=now + KEPT)
        return _kept(desk, unit, page, wish), wish
    until = working_days_on(now, ANSWERS_WITHIN)
    wish = replace(wish, stage=Stage.ASKED, volunteer=chosen.id, until=until)
    tell(desk, unit, page, chosen, word=Word.CAN_YOU, wish=wish)
    return _kept(desk, unit, page, wish), wish


def offered(desk: Desk, unit: Unit, page: Page, wish: Wish) -> Page:
    """The volunteer said yes: who asked hears that there is an answer."""
    asker = members.get(desk, unit, page, wish.asker)
    if asker is None:
        return over(desk, unit, page, wish)
    now = desk.clock.now()
    wish = replace(wish, stage=Stage.OFFERED, until=working_days_on(now, ENDS_AFTER))
    tell(desk, unit, page, asker, word=Word.AN_ANSWER, wish=wish)
    return _kept(desk, unit, page, wish)


def turned(desk: Desk, unit: Unit, page: Page, wish: Wish, *, is_said: bool = True) -> tuple[Page, Wish]:
    """Ask somebody else; who asked is written to where nobody is left, unless they hear it at once."""
    more = {wish.volunteer} if wish.volunteer else set[UUID]()
    page, wish = ask_next(desk, unit, page, replace(wish, turned=wish.turned | more))
    asker = members.get(desk, unit, page, wish.asker)
    if is_said and wish.stage is Stage.NOBODY and asker is not None:
        tell(desk, unit, page, asker, word=Word.AN_ANSWER, wish=wish)
    return page, wish


def both(desk: Desk, unit: Unit, page: Page, wish: Wish, volunteer: Member) -> Page:
    """Both said yes: each may look up who the other is, and the volunteer writes first."""
    wish = replace(wish, stage=Stage.MET, until=desk.clock.now() + KEPT)
    tell(desk, unit, page, volunteer, word=Word.REACH_OUT, wish=wish)
    page = book.note_meeting(desk, unit, page, wish.asker, volunteer)
    return _kept(desk, unit, page, wish)


def over(desk: Desk, unit: Unit, page: Page, wish: Wish) -> Page:
    """Let a wish go; a volunteer who said yes hears that it is not needed any more, and not whose it was."""
    if wish.stage is Stage.OFFERED and wish.volunteer is not None:
        volunteer = members.get(desk, unit, page, wish.volunteer)
        if volunteer is not None:
            tell(desk, unit, page, volunteer, word=Word.NOT_NEEDED, wish=wish)
    unit.agenda.remove(_row(page, wish))
    return book.let_go(desk, unit, page, wish)


def fall_due(desk: Desk, unit: Unit, row: AgendaRow, now: datetime) -> None:
    """Look at a wish again: who did not answer is passed over, and what is over is forgotten."""
    unit.agenda.remove(row.id)
    try:
        page = pages.get(desk, unit, row.ref)
        wish = book.wish_called(page, row.slot or "") if page else None
        if page is None or wish is None:
            return
        if wish.until > now:
            _await(unit, page, wish)
        elif members.get(desk, unit, page, wish.asker) is None or wish.stage is not Stage.ASKED:
            over(desk, unit, page, wish)
        else:
            turned(desk, unit, page, wish)
    except KeyProblem as problem:
        _log.warning("the page of a circle does not open: %s", type(problem).__name__)


def tell(desk: Desk, unit: Unit, page: Page, to: Member, *, word: Word, wish: Wish) -> None:
    """Send somebody a line that names nobody, outside their quiet hours where they have a notebook."""
    post = posts.new(desk, PostKind.COMPANY, to=to.id, word=word.value, wish=wish.id)
    posts.say(desk, unit, page, post, _out_of_quiet(desk, unit, to))


def _out_of_quiet(desk: Desk, unit: Unit, to: Member) -> datetime:
    now = desk.clock.now()
    found = unit.people.by_index(to.row.index)
    if found is None or found[0].zone is None:
        return now
    person = found[0]
    return quiet_ends(person.quiet, None, now.astimezone(zone_of(person.zone or "UTC"))) or now


def _kept(desk: Desk, unit: Unit, page: Page, wish: Wish) -> Page:
    _await(unit, page, wish)
    return book.keep(desk, unit, page, wish)


def _await(unit: Unit, page: Page, wish: Wish) -> None:
    unit.agenda.put(
        AgendaRow(id=_row(page, wish), kind=AgendaKind.COMPANY, due_at=wish.until, ref=page.id, slot=wish.id)
    )


def _row(page: Page, wish: Wish) -> UUID:
    return uuid5(page.id, f"company/{wish.id}")
