"""A trainer's own question: typed into a form, looked through, seen as learners see it, and then sent.

Until it is sent it lies with its writer in the course, as the one that they are about to send.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.domain.courses.cohort import Stage
from bot.domain.courses.course import Course, Does, Push
from bot.domain.courses.moments import Moment
from bot.domain.courses.own_prompts import MOST, at_once, options_flaw, question_flaw
from bot.domain.courses.timetable import instant_of
from bot.domain.dates import day_ahead, day_meant
from bot.domain.prompts import Option
from bot.domain.zones import zone_of
from bot.errors import BadInput
from bot.guards.asking import amiss_in
from bot.guards.identifiers.finding import find
from bot.services.cards.courses import own as cards
from bot.services.cards.courses.plain import not_yours, over
from bot.services.cards.schedule import BAD_AT
from bot.services.courses import pages as cohorts
from bot.services.courses.learners import here, learners
from bot.services.courses.pages import cohort_of, meant
from bot.services.courses.standing import is_trainer
from bot.services.desk import Turn
from bot.services.gatherings import members
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.pushes import plans
from bot.services.rhythm.schedule import read_at
from bot.services.sealing import Body
from bot.surface.card import Card
from bot.surface.outcome import Open, Outcome, Refuse, Replace, answer
from bot.surface.text import kept, shown

PART = "own"
"""The part of a trainer that keeps the question that they are about to send."""
_ON_PAGE = "own_"
"""Before the id of a trainer's question."""

Errors = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A question that is not sent yet. `at` is on the course's wall clock; None: as soon as it is sent."""

    text: str = field(repr=False)
    options: tuple[str, ...] = field(default=(), repr=False)
    at: datetime | None = None

    def push(self, push_id: str, moment: Moment) -> Push:
        """Return it as what comes to learners."""
        return Push(
            id=push_id,
            when=moment,
            does=Does.CHOICE if self.options else Does.TEXT,
            text=self.text,
            options=tuple(
                Option(name=f"o{place}", label=label) for place, label in enumerate(self.options, start=1)
            ),
            by_trainer=True,
        )


def write(turn: Turn) -> Outcome:
    """Open the form for a question."""
    page = _mine(turn)
    if isinstance(page, Outcome):
        return page
    course = cohort_of(page).course
    if _has_enough(course):
        return answer(cards.enough())
    return Outcome(first=Open(form=cards.form(turn.mint("own.save", page.id), course)))


def change(turn: Turn) -> Outcome:
    """Open the form with the question that waits to be sent."""
    page = _mine(turn)
    if isinstance(page, Outcome):
        return page
    found = _waiting(turn, page)
    if found is None:
        return answer(cards.none_waits())
    _, draft = found
    form = cards.form(
        turn.mint("own.save", page.id),
        cohort_of(page).course,
        text=draft.text,
        answers="\n".join(draft.options),
        day=draft.at.date().isoformat() if draft.at else "",
        at=f"{draft.at:%H:%M}" if draft.at else "",
    )
    return Outcome(first=Open(form=form))


def save(turn: Turn) -> Outcome:
    """Take the form: what cannot go out is refused, with a sentence at its field; else it is shown."""
    page = _mine(turn)
    if isinstance(page, Outcome):
        found = meant(turn)
        is_mine = found is not None and is_trainer(turn, found)  # what was typed stays in the form
        return Outcome(first=Refuse(errors={cards.TEXT: cards.NOT_RUNNING})) if is_mine else page
    member = here(turn, page)
    course = cohort_of(page).course
    errors: Errors = {}
    draft = _read(turn, course, errors)
    if _has_enough(course):
        errors[cards.TEXT] = cards.ENOUGH
    if errors or member is None:
        return Outcome(first=Refuse(errors=errors))
    held: Body = {
        "text": draft.text,
        "options": list(draft.options),
        "at": draft.at.isoformat() if draft.at else None,
    }
    members.keep(turn.desk, turn.unit, member, turn, **{PART: held})
    return answer(_preview(turn, page, draft))


def send(turn: Turn) -> Outcome:
    """Let the question go out: as a part of the course, on its learners' days, once to each."""
    page = _mine(turn)
    if isinstance(page, Outcome):
        return page
    found = _waiting(turn, page)
    if found is None:
        return answer(cards.none_waits())
    member, draft = found
    cohort = cohort_of(page)
    at = _instant(cohort.course, draft)
    if at is not None and at < turn.now:
        return answer(_preview(turn, page, draft, note=cards.GONE_BY))
    moment = Moment.at_clock(draft.at) if draft.at else at_once(cohort.course, turn.now)
    push = draft.push(f"{_ON_PAGE}{turn.desk.chance.new_id().hex[:12]}", moment)
    course = replace(cohort.course, pushes=(*cohort.course.pushes, push))
    page = cohorts.keep(turn.desk, turn.unit, page, replace(cohort, course=course))
    members.keep(turn.desk, turn.unit, member, turn, **{PART: None})
    plans.plan_again(turn.desk, turn.unit, page, turn.now)
    return Outcome(first=Replace(card=cards.sent(turn.mint, page.id, _goes(turn, page, draft))))


def drop(turn: Turn) -> Outcome:
    """Drop the question that waits to be sent."""
    page = _mine(turn)
    if isinstance(page, Outcome):
        return page
    found = _waiting(turn, page)
    if found is None:
        return answer(cards.none_waits())
    members.keep(turn.desk, turn.unit, found[0], turn, **{PART: None})
    return Outcome(first=Replace(card=cards.dropped()))


def _mine(turn: Turn) -> Page | Outcome:
    """Return the course of a control, where who acts is a trainer of it and it runs; else what is said."""
    page = meant(turn)
    if page is None:
        return answer(over())
    if not is_trainer(turn, page):
        return answer(not_yours())
    return page if cohort_of(page).stage is Stage.RUNNING else answer(cards.not_running())


def _has_enough(course: Course) -> bool:
    return sum(each.by_trainer for each in course.pushes) >= MOST


def _waiting(turn: Turn, page: Page) -> tuple[Member, Draft] | None:
    member = here(turn, page)
    held = member.part(PART) if member else {}
    if member is None or not held:
        return None
    at = datetime.fromisoformat(held["at"]) if held["at"] else None
    return member, Draft(text=held["text"], options=tuple(held["options"]), at=at)


def _preview(turn: Turn, page: Page, draft: Draft, *, note: str = "") -> Card:
    course = cohort_of(page).course
    push = draft.push(PART, Moment.at_clock(draft.at) if draft.at else at_once(course, turn.now))
    if not note and any(find(text) for text in (draft.text, *draft.options)):
        note = cards.MAY_POINT
    return cards.preview(
        turn.mint,
        page.id,
        push,
        _goes(turn, page, draft),
        note=note,
    )


def _goes(turn: Turn, page: Page, draft: Draft) -> cards.Goes:
    course = cohort_of(page).course
    return cards.Goes(
        learners=len(learners(turn.desk, turn.unit, page)), at=_instant(course, draft), zone=course.zone
    )


def _instant(course: Course, draft: Draft) -> datetime | None:
    return instant_of(course, Moment.at_clock(draft.at)) if draft.at else None


def _read(turn: Turn, course: Course, errors: Errors) -> Draft:
    """Return what the form holds; to `errors` goes a sentence at each field that cannot be taken."""
    text = " ".join(shown(kept(turn.typed.get(cards.TEXT, ""))).split())
    options = _lines(shown(kept(turn.typed.get(cards.ANSWERS, ""))))
    if found := question_flaw(text) or _amiss(turn, text):
        errors[cards.TEXT] = found
    if found := options_flaw(options) or next(filter(None, (_amiss(turn, each) for each in options)), None):
        errors[cards.ANSWERS] = found
    return Draft(text=text, options=options, at=_read_at(turn, course, errors))


def _amiss(turn: Turn, text: str) -> str | None:
    """Return what keeps a text from going out to many, as a sentence, by the guard or the library's voice."""
    found = amiss_in(text)
    return cards.AMISS[found] if found is not None else turn.desk.catalogue.amiss(text)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in (" ".join(each.split()) for each in text.splitlines()) if line)


def _read_at(turn: Turn, course: Course, errors: Errors) -> datetime | None:
    """Return when it is to go out, on the course's wall clock; None: now, or a field cannot be taken."""
    typed_day, typed_at = (turn.typed.get(name, "").strip() for name in (cards.DAY, cards.AT))
    if not typed_day and not typed_at:
        return None
    if not typed_day or not typed_at:
        errors[cards.AT if typed_day else cards.DAY] = cards.NO_TIME if typed_day else cards.NO_DAY
        return None
    at = read_at(typed_at)
    if at is None:
        errors[cards.AT] = BAD_AT
    day = _read_day(typed_day, turn.now.astimezone(zone_of(course.zone)).date(), errors)
    if day is None or at is None:
        return None
    local = datetime.combine(day, at)
    instant = instant_of(course, Moment.at_clock(local))
    if instant is None or instant < turn.now:
        errors[cards.AT] = cards.GONE_BY
    return local


def _read_day(text: str, today: date, errors: Errors) -> date | None:
    """Return a day from today on."""
    try:
        day = day_meant(text, today)
        return day if day == today else day_ahead(text, today)
    except BadInput as problem:
        errors[cards.DAY] = problem.sentence
        return None
