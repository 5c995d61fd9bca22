"""The log: sessions that took place, what was agreed in them, and changing or removing one."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from bot.domain.dates import day_past
from bot.domain.supervision import AGREED_MAX, MINUTES_MAX, WHAT_MAX, Session, SessionKind
from bot.errors import BadInput
from bot.guards.identifiers.finding import find
from bot.services.cards import sessions as cards
from bot.services.desk import Turn
from bot.services.journal.reading import reading
from bot.services.supervision.listing import shown_to
from bot.services.supervision.sessions import session_of, sessions_of, write_session
from bot.services.support.danger import signpost
from bot.services.support.let_be import let_be_of
from bot.surface.outcome import Open, Outcome, Refuse, answer
from bot.surface.text import kept

AT_ONCE = 8
"""Sessions on one page of the log."""


def ask(turn: Turn) -> Outcome:
    """Open the form for a session that took place. Its ref names the session: pressing twice writes one."""
    ref = turn.mint("session.save", turn.desk.chance.new_id())
    return Outcome(first=Open(form=cards.form(ref, None, turn.today)))


def edit(turn: Turn) -> Outcome:
    """Open the form with what stands there."""
    session = session_of(turn, turn.subject)
    if session is None:
        return answer(cards.gone())
    return Outcome(first=Open(form=cards.form(turn.mint("session.save", session.id), session, turn.today)))


def save(turn: Turn) -> Outcome:
    """Keep a session, and ask whether what was on the list comes off it."""
    session = _read(turn)
    if not isinstance(session, Session):
        return Outcome(first=Refuse(errors=session))
    standing = turn.unit.sheets.get(session.id)
    if standing is not None and session_of(turn, session.id) is None:
        return answer(cards.gone())  # somebody else's, or no session
    is_new = standing is None
    write_session(turn, session)
    words = f"{session.what}\n{session.agreed}"
    held = let_be_of(turn.desk, turn.unit, turn.person)
    points = len(find(words, held.compared if held else ()))
    listed = shown_to(turn, session.id) if is_new else ""
    card = cards.saved(turn.mint, session, points=points, listed=listed)
    return answer(card, *signpost(turn, words))


def show(turn: Turn) -> Outcome:
    """Show the log, the latest first, a page at a time."""
    sessions, begins = sessions_of(turn.desk, turn.unit, turn.person), int(turn.ref.arg or 0)
    if not sessions:
        return answer(cards.none_yet(turn.mint))
    if begins >= len(sessions):
        begins = 0  # some were removed since the page before
    ends = begins + AT_ONCE
    more = ends if ends < len(sessions) else None
    return reading(turn, cards.log(turn.mint, sessions[begins:ends], more))


def pick(turn: Turn) -> Outcome:
    """Show one session with what may be done with it."""
    try:
        session = session_of(turn, UUID(hex=turn.choice))
    except ValueError:
        session = None  # no name of an option that was shown
    return reading(turn, cards.opened(turn.mint, session)) if session else answer(cards.gone())


def ask_removal(turn: Turn) -> Outcome:
    """Ask once whether a session is to go."""
    session = session_of(turn, turn.subject)
    return answer(cards.ask_removal(turn.mint, session.id) if session else cards.gone())


def stay(_turn: Turn) -> Outcome:
    """Take the no to a removal."""
    return answer(cards.stays())


def remove(turn: Turn) -> Outcome:
    """Remove a session for good. A second press finds it gone, and that is what was asked."""
    if session_of(turn, turn.subject) is not None:
        turn.unit.sheets.remove(turn.subject)
    return answer(cards.removed())


def _read(turn: Turn) -> Session | dict[str, str]:
    """Return what was typed, or a sentence for each field that cannot be taken."""
    typed = turn.typed
    errors: dict[str, str] = {}
    on: date | None = None
    try:
        on = day_past(typed.get(cards.ON, ""), turn.today)
    except BadInput as problem:
        errors[cards.ON] = problem.sentence
    minutes = typed.get(cards.MINUTES, "").strip()
    is_short = len(minutes) <= len(str(MINUTES_MAX))
    if not (minutes.isdecimal() and is_short and 0 < int(minutes) <= MINUTES_MAX):
        errors[cards.MINUTES] = cards.BAD_MINUTES
    kind = typed.get(cards.KIND, "")
    if kind not in set(SessionKind):
        errors[cards.KIND] = cards.BAD_KIND
    what = " ".join(kept(typed.get(cards.WHAT, "")).split())
    agreed = kept(typed.get(cards.AGREED, "")).strip()
    for name, words, most in ((cards.WHAT, what, WHAT_MAX), (cards.AGREED, agreed, AGREED_MAX)):
        if len(words) > most:
            errors[name] = cards.too_long(len(words), most)
    if errors or on is None:
        return errors
    return Session(
        id=turn.subject, on=on, minutes=int(minutes), kind=SessionKind(kind), what=what, agreed=agreed
    )
