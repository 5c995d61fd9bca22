"""Once a month, below a look back: whether this is worth somebody's time, and what they would drop.

What was said stands on a sealed sheet for its writer alone, one for each sitting. It goes as marks go.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid5

from bot.domain.looks import Drop, Worth, is_to_ask
from bot.domain.marks import EFFORT
from bot.domain.prompts import Depth
from bot.domain.sheets import SheetKind
from bot.services.cards import journal as journal_cards
from bot.services.cards import look_questions as cards
from bot.services.cards.questions import LENGTHS
from bot.services.checkins import questions
from bot.services.desk import Handler, Turn
from bot.services.insights.by_itself import no_more
from bot.services.journal.drafts import Held
from bot.services.journal.entries import draft_of
from bot.services.journal.journal import keep_typed
from bot.services.rhythm import looks, schedule
from bot.services.rhythm.wishes import keep_wishes, wishes_of
from bot.services.sealing import Body
from bot.services.sheets import read_sheet, write_sheet
from bot.surface.card import Block
from bot.surface.inbound import ScaleAnswered
from bot.surface.outcome import Open, Outcome, answer

_SHORTER = {Depth.LONG: Depth.MEDIUM, Depth.MEDIUM: Depth.SHORT}


def question(turn: Turn) -> tuple[Block, ...]:
    """Return the question of the month, where it may be asked. It stays until it is answered or let go by."""
    asked_on = wishes_of(turn.desk, turn.unit, turn.person).worth_asked_on
    first_on = _first_day(turn) if asked_on is None else None
    return (cards.worth(turn.mint, turn.today),) if is_to_ask(asked_on, first_on, turn.today) else ()


def say_worth(turn: Turn) -> Outcome:
    """Take what this is worth, and go on in the sitting; "not now" lets a month go by."""
    wishes, on = wishes_of(turn.desk, turn.unit, turn.person), _sitting(turn)
    keep_wishes(turn.desk, turn.unit, turn.person, replace(wishes, worth_asked_on=on))
    worth = next((worth for worth in Worth if worth == turn.choice), None)
    if worth is None:
        return answer(cards.passed())
    _note(turn, on, worth=worth)
    return answer(cards.effort(turn.mint, on)) if wishes.asks_effort else _ask_drop(turn, on)


def take_effort(turn: Turn) -> Outcome:
    """Take who did the work, or that it is not said; then ask what would be dropped."""
    on, event = _sitting(turn), turn.event
    step = event.value if isinstance(event, ScaleAnswered) else None
    if step is None or step in range(1, len(EFFORT.words) + 1):
        _note(turn, on, effort=step)
    return _ask_drop(turn, on)


def take_drop(turn: Turn) -> Outcome:
    """Take what somebody would drop, and do what it says."""
    on, choice = _sitting(turn), next((drop for drop in Drop if drop == turn.choice), None)
    if choice is None or choice not in _to_drop(turn):
        return _ask_drop(turn, on)  # it was dropped meanwhile
    _note(turn, on, drop=choice)
    return _DOES[choice](turn)


def keep_words(turn: Turn) -> Outcome:
    """Keep what somebody would drop in their own words, as a page like any other."""
    about = Held(text="", question=cards.DROP)
    return keep_typed(turn, turn.subject, draft=draft_of(turn.subject), about=about)


def _nothing(_turn: Turn) -> Outcome:
    return answer(cards.passed())


def _write(turn: Turn) -> Outcome:
    ref = turn.mint("worth.keep", turn.desk.chance.new_id())
    return Outcome(first=Open(form=journal_cards.writing(ref, cards.DROP)))


def _ask_drop(turn: Turn, on: date) -> Outcome:
    return answer(cards.drop(turn.mint, on, _to_drop(turn)))


def _to_drop(turn: Turn) -> frozenset[Drop]:
    """Return what there is to drop."""
    longest = wishes_of(turn.desk, turn.unit, turn.person).longest
    is_there = {
        Drop.CHECKINS: schedule.may_be_fewer(turn),
        Drop.LENGTH: longest in _SHORTER,
        Drop.LOOK_BACK: looks.rhythm_of(turn.unit, turn.person) is not None,
    }
    return frozenset(drop for drop in Drop if is_there.get(drop, True))


def _ask_shorter(turn: Turn) -> Outcome:
    wishes = wishes_of(turn.desk, turn.unit, turn.person)
    longest = _SHORTER[wishes.longest]
    keep_wishes(turn.desk, turn.unit, turn.person, replace(wishes, longest=longest))
    return answer(cards.shorter(LENGTHS[longest]))


_DOES: Mapping[Drop, Handler] = {
    Drop.CHECKINS: schedule.fewer,
    Drop.LENGTH: _ask_shorter,
    Drop.TOPIC: questions.which_rest,
    Drop.LOOK_BACK: no_more,
    Drop.NOTHING: _nothing,
    Drop.WORDS: _write,
}
"""What each of them does, in use cases that are there anyway."""


def _first_day(turn: Turn) -> date | None:
    """Return the earliest day of which anything is there: a check-in, or a page."""
    asked = turn.unit.runs.asked(turn.person.id, date.min)
    days = (asked[0].day if asked else None, turn.unit.journal.first_day(turn.person.id, date.min))
    return min((day for day in days if day is not None), default=None)


def _sitting(turn: Turn) -> date:
    """Return the day of the look back below which it was asked."""
    return date.fromisoformat(turn.ref.arg) if turn.ref.arg else turn.today


def _note(turn: Turn, on: date, **said: str | int | None) -> None:
    """Write what was said in a sitting beside what was said there before; None takes it back."""
    sheet = _sheet_of(turn, on)
    before = turn.unit.sheets.get(sheet)
    body: Body = read_sheet(turn.desk, turn.person, before) if before else {"on": on.isoformat()}
    body = {name: value for name, value in (body | said).items() if value is not None}
    write_sheet(turn.desk, turn.unit, turn.person, sheet=sheet, kind=SheetKind.LOOK, body=body)


def _sheet_of(turn: Turn, on: date) -> UUID:
    return uuid5(turn.person.id, f"look {on.isoformat()}")
