"""A list of a meeting's attendance, brought in by a trainer: it waits until they take it or not.

What is noted of it are minutes of learners. Names that are nobody's here, and addresses, are kept nowhere.
"""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.domain.courses.attendance_files import read_report
from bot.domain.courses.course import Session
from bot.domain.courses.learners import Attended, Source
from bot.domain.courses.matching import Matched, matched_of
from bot.domain.courses.presence import hours_of
from bot.domain.zones import zone_meant
from bot.errors import BadInput
from bot.ports.store import Unit
from bot.services.attendance import waiting
from bot.services.attendance.ledger import learner_named, names, note, session_of, trained
from bot.services.attendance.showing import of_session
from bot.services.cards.courses import attendance as session_cards
from bot.services.cards.courses import attendance_lists as cards
from bot.services.courses import pages as cohorts
from bot.services.desk import Desk, Turn
from bot.services.gatherings import members
from bot.services.gatherings.pages import Page
from bot.surface.outcome import Open, Outcome, Refuse, answer


def bring(turn: Turn) -> Outcome:
    """Open the form for a list."""
    page = trained(turn, cohorts.meant(turn))
    if isinstance(page, Outcome):
        return page
    course = cohorts.cohort_of(page).course
    session = session_of(course, turn.ref.arg)
    if session is None:
        return answer(session_cards.session_gone())
    return Outcome(
        first=Open(form=cards.form(turn.mint("attend.read", page.id, str(session.n)), course.zone))
    )


def read(turn: Turn) -> Outcome:
    """Read what was pasted, and show what it says of whom; nothing is noted yet."""
    page = trained(turn, cohorts.meant(turn))
    if isinstance(page, Outcome):
        return page
    course = cohorts.cohort_of(page).course
    session = session_of(course, turn.ref.arg)
    if session is None:
        return answer(session_cards.session_gone())
    text = "\n".join(part for name in cards.PARTS if (part := turn.typed.get(name, "").strip("\r\n")))
    if not text.strip():
        return Outcome(first=Refuse(errors={cards.PARTS[0]: cards.EMPTY}))
    try:
        zone = zone_meant(turn.typed.get(cards.ZONE, "") or course.zone)
    except BadInput as problem:
        return Outcome(first=Refuse(errors={cards.ZONE: problem.sentence}))
    try:
        matched = beside(turn.desk, turn.unit, page, session, text=text, zone=zone)
    except BadInput as problem:
        return Outcome(first=Refuse(errors={cards.PARTS[0]: problem.sentence}))
    return _kept(turn, page, session, matched)


def found(turn: Turn) -> Outcome:
    """Show again what a list says that waits."""
    held = _held(turn)
    if isinstance(held, Outcome):
        return held
    page, session, matched = held
    people = names(turn.desk, turn.unit, page)
    return answer(cards.found(turn.mint, page.id, session, people, matched))


def whose_name(turn: Turn) -> Outcome:
    """Ask whose a name is."""
    held = _held(turn)
    if isinstance(held, Outcome):
        return held
    page, _, matched = held
    place = _place(turn, matched)
    if place is None:
        return found(turn)
    return answer(cards.whose(turn.mint, page.id, place, names(turn.desk, turn.unit, page), matched))


def choose(turn: Turn) -> Outcome:
    """Take whose a name is, and go on with the next one that is in doubt."""
    held = _held(turn)
    if isinstance(held, Outcome):
        return held
    page, session, matched = held
    place = _place(turn, matched)
    member = learner_named(turn, page, turn.choice)
    if place is None or (member is None and turn.choice != cards.NOBODY):
        return found(turn)
    after = matched.chosen(place, member.id) if member is not None else matched.let_be(place)
    if not after.left:
        return _kept(turn, page, session, after)
    waiting.keep(turn, page, after)
    at = min(place, len(after.left) - 1)
    return answer(cards.whose(turn.mint, page.id, at, names(turn.desk, turn.unit, page), after))


def take(turn: Turn) -> Outcome:
    """Note the minutes of a list, of whoever is in the course still; the list itself goes."""
    held = _held(turn)
    if isinstance(held, Outcome):
        return held
    page, session, matched = held
    count = take_down(turn.desk, turn.unit, page, session, matched)
    waiting.forget(turn, page)
    return of_session(turn, page, session, first=session_cards.confirmed(count))


def drop(turn: Turn) -> Outcome:
    """Take a "not now"."""
    page = cohorts.meant(turn)
    if page is not None:
        waiting.forget(turn, page)
    return answer(cards.not_now())


def beside(desk: Desk, unit: Unit, page: Page, session: Session, *, text: str, zone: ZoneInfo) -> Matched:
    """Return a list beside the learners of a course.

    Raises:
        BadInput: it is no list of attendance.
    """
    hours = hours_of(cohorts.cohort_of(page).course, session)
    report = read_report(text, hours, zone)
    people = names(desk, unit, page)
    return matched_of(report, people, session=session.n, hours=hours, at=desk.clock.now())


def take_down(desk: Desk, unit: Unit, page: Page, session: Session, matched: Matched) -> int:
    """Note what a list says; return of how many learners that was."""
    count = 0
    for who, minutes in matched.minutes().items():
        member = members.get(desk, unit, page, who)
        if member is not None:
            note(desk, unit, member, session.n, Attended(minutes=minutes, by=Source.FILE))
            count += 1
    return count


def _kept(turn: Turn, page: Page, session: Session, matched: Matched) -> Outcome:
    waiting.keep(turn, page, matched)
    people = names(turn.desk, turn.unit, page)
    return answer(cards.found(turn.mint, page.id, session, people, matched))


def _held(turn: Turn) -> tuple[Page, Session, Matched] | Outcome:
    """Return the list that waits for who acts, where they are a trainer of its course."""
    page = trained(turn, cohorts.meant(turn))
    if isinstance(page, Outcome):
        return page
    matched = waiting.get(turn, page)
    if matched is None:
        return answer(cards.gone())
    session = cohorts.cohort_of(page).course.session(matched.session)
    if session is None or turn.ref.arg.partition(".")[0] != str(matched.session):
        return answer(cards.gone())
    return page, session, matched


def _place(turn: Turn, matched: Matched) -> int | None:
    """Return which name a control means; None where the list changed since it was shown."""
    _, _, rest = turn.ref.arg.partition(".")
    place, _, count = rest.partition(".")
    if not place.isdecimal() or count != str(len(matched.left)):
        return None
    return int(place) if int(place) < len(matched.left) else None
