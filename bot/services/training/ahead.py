"""A trainer looks ahead: what their course will send in each zone, as a file too; all of it, to themselves.

Zones are those of who is enrolled. Whose hours are others, and who is on leave, is nobody's business here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from hashlib import sha256

from bot.domain.circles import PostKind
from bot.domain.courses.ahead import InZone, ahead, as_calendar, launched_before, whole
from bot.domain.courses.calendar_file import NAME, TYPE
from bot.domain.courses.cohort import Cohort
from bot.domain.courses.course import Pace
from bot.domain.courses.written import push_body
from bot.domain.zones import every_zone, zone_meant
from bot.errors import BadInput
from bot.services.cards.courses import ahead as cards
from bot.services.cards.courses import ahead_units as unit_cards
from bot.services.cards.courses.schedule import today_in
from bot.services.courses import learners as in_course
from bot.services.courses import pages as cohorts
from bot.services.courses.reviewed import is_signed
from bot.services.desk import Turn
from bot.services.gatherings import posts
from bot.services.gatherings.pages import Page
from bot.services.letters.team import is_off
from bot.services.organisations.rules import rules_of
from bot.services.training import course as courses
from bot.surface.outcome import Attach, File, Open, Outcome, Refuse, answer, made_after

APART = timedelta(seconds=1)
"""Between two messages of a whole course: they come in its order."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """A course looked at now. `began_on`: the day from which one in their own pace is looked at."""

    page: Page
    cohort: Cohort
    began_on: date | None
    since: datetime

    @classmethod
    def at(cls, turn: Turn, page: Page) -> _Look:
        cohort = cohorts.cohort_of(page)
        if cohort.course.pace is Pace.LIVE:
            return cls(page=page, cohort=cohort, began_on=None, since=cohort.launched_at or turn.now)
        tomorrow = today_in(cohort.course, turn.now) + _DAY
        began_on = max(cohort.first_day or tomorrow, tomorrow)
        since = launched_before(cohort.course, began_on)
        return cls(page=page, cohort=cohort, began_on=began_on, since=since)

    def views(self, turn: Turn, zones: Mapping[str, int]) -> Sequence[InZone]:
        rules = rules_of(turn)
        return ahead(
            self.cohort.course,
            zones,
            since=self.since,
            team_quiet=rules.quiet,
            began_on=self.began_on,
            is_off=partial(is_off, turn.desk, rules),
        )


def look(turn: Turn) -> Outcome:
    """Show what a course will send: the zones of those enrolled to choose from, or the only one.

    In a course with units each learner has days of their own: what comes after which unit.
    """
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    course = cohorts.cohort_of(page).course
    if course.units:
        return answer(unit_cards.of_units(turn.mint, page.id, course))
    zones = _zones(turn, page)
    seen = _Look.at(turn, page)
    if len(zones) == 1:
        return _in_zone(turn, seen, next(iter(zones)))
    views = seen.views(turn, zones)
    return answer(cards.zones(turn.mint, page.id, [(_word(each.zone), each) for each in views]))


def zone(turn: Turn) -> Outcome:
    """Show what comes in the zone that was chosen, or the next part of it."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    first, _, word = (f"0.{turn.choice}" if turn.choice else turn.ref.arg).partition(".")
    found = _zone_of(word)
    if found is None or not first.isdigit():
        return look(turn)
    return _in_zone(turn, _Look.at(turn, page), found, int(first))


def other(turn: Turn) -> Outcome:
    """Ask for a zone that nobody enrolled is in."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    return Outcome(first=Open(form=cards.zone_form(turn.mint("ahead.other.look", page.id))))


def look_at_other(turn: Turn) -> Outcome:
    """Show what comes in the zone that was typed."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    try:
        found = zone_meant(turn.typed.get(cards.ZONE, ""))
    except BadInput as problem:
        return Outcome(first=Refuse(errors={cards.ZONE: problem.sentence}))
    return _in_zone(turn, _Look.at(turn, page), found.key)


def file(turn: Turn) -> Outcome:
    """Hand over the sessions and what is sent as a calendar file: of one zone, or of all of theirs."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    found = _zone_of(turn.ref.arg)
    zones = {found: 0} if found else _zones(turn, page)
    seen, now = _Look.at(turn, page), turn.now
    views = seen.views(turn, zones)

    def made() -> Outcome:
        cohort = seen.cohort
        body = as_calendar(cohort.course, views, uid=page.id.hex, where=cohort.where, made_at=now)
        return answer(cards.file_made(tuple(zones)), Attach(file=File(name=NAME, type=TYPE, body=body)))

    return made_after(made)


def ask_all(turn: Turn) -> Outcome:
    """Say what comes before a whole course is sent to its trainer."""
    page = courses.mine(turn)
    if isinstance(page, Outcome):
        return page
    return answer(cards.ask_all(turn.mint, page.id, len(cohorts.cohort_of(page).course.pushes)))


def send_all(turn: Turn) -> Outcome:
    """Send a whole course to its trainer, in its order, as a preview. Who asks twice gets it once."""
    page = courses.mine(turn)
    member = None if isinstance(page, Outcome) else in_course.here(turn, page)
    if isinstance(page, Outcome) or member is None:
        return page if isinstance(page, Outcome) else look(turn)
    for waiting in posts.of(turn.desk, turn.unit, page, PostKind.COURSE_PREVIEW):
        if waiting.to == member.id:
            posts.remove(turn.unit, waiting.id)
    course = cohorts.cohort_of(page).course
    unread = not is_signed(turn.desk, turn.unit, page)
    every = whole(course, began_on=_Look.at(turn, page).began_on)
    for place, (push, planned) in enumerate(every):
        post = posts.new(
            turn.desk,
            PostKind.COURSE_PREVIEW,
            to=member.id,
            title=course.short_title,
            push=push_body(push),
            number=place + 1,
            of=len(every),
            when=cards.when_it_comes(course, push, planned, turn.now),
            unread=unread,
        )
        posts.say(turn.desk, turn.unit, page, post, turn.now + place * APART)
    return answer(cards.on_their_way(len(every)))


def tap(_turn: Turn) -> Outcome:
    """Answer a press on a preview."""
    return answer(cards.only_a_look())


def _in_zone(turn: Turn, seen: _Look, name: str, first: int = 0) -> Outcome:
    count = _zones(turn, seen.page).get(name, 0)
    [view] = seen.views(turn, {name: count})
    return answer(
        cards.in_zone(
            turn.mint,
            seen.page.id,
            seen.cohort.course,
            view,
            word=_word(name),
            first=first,
            began_on=seen.began_on,
            now=turn.now,
        )
    )


def _zones(turn: Turn, page: Page) -> Mapping[str, int]:
    """Return how many learners are in each zone; where nobody is enrolled yet, the course's own."""
    home = cohorts.cohort_of(page).course.zone
    people = [
        in_course.person_of(turn.unit, member) for member in in_course.learners(turn.desk, turn.unit, page)
    ]
    found = Counter(person.zone or home for person in people if person is not None)
    return found or {home: 0}


def _word(zone_name: str) -> str:
    """Return what stands for a zone in a control: its name may be too long."""
    return sha256(zone_name.encode()).hexdigest()[:12]


def _zone_of(word: str) -> str | None:
    return next((name for name in every_zone() if _word(name) == word), None) if word else None
