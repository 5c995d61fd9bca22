"""Every card and form of a trainer fits every platform, for each course of the library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from uuid import UUID

from adapters.content.loader import examine
from bot.app.library import library_folder
from bot.domain.courses.cohort import Cohort, Stage
from bot.domain.courses.course import CourseTemplate
from bot.domain.courses.editing import LAST_REQUIRED, PLACES_MOST, Follows
from bot.domain.courses.item_figures import ItemFigure, Tells
from bot.domain.courses.materials import Item
from bot.domain.courses.units import Question
from bot.domain.courses.withdrawing import too_few
from bot.domain.people import Account
from bot.services.cards.courses import (
    ahead_units,
    changing,
    changing_units,
    creating,
    inviting,
    item_figures,
    more_attempts,
    overview,
)
from bot.services.desk import Mint
from bot.services.training.fields import link_lines, recording_lines, with_links
from bot.surface.card import LABEL_MAX, Button, Card
from bot.surface.form import Form
from bot.surface.refs import RefCodec
from bot.testing.courses import INVENTED_COURSES
from tests.e2e import fitting

MINT = Mint(RefCodec(b"k" * 32), Account(surface="chat", workspace="team", user="tess"))
ID = UUID(int=1)
TODAY = date(2026, 11, 2)
LINK = "https://read.example/" + "x" * 100


@cache
def library() -> Sequence[CourseTemplate]:
    """Every course that ships, and the invented ones."""
    return [*examine(library_folder()).courses, *INVENTED_COURSES]


def full(template: CourseTemplate) -> Cohort:
    """A course with everything entered that its forms take."""
    readings = "\n".join(f"{line} {LINK}" for line in link_lines(template.course).splitlines())
    return Cohort(
        template=template.id,
        template_version=template.version,
        course=with_links(template.course, readings),
        stage=Stage.RUNNING,
        code="ABCD2345",
        disclosures="d" * creating.TEXT_MAX,
        approvals="a" * creating.TEXT_MAX,
        contact="c" * creating.CONTACT_MAX,
        access="m" * creating.CONTACT_MAX,
        where="w" * creating.WHERE_MAX,
        recordings={each.n: LINK for each in template.course.sessions},
        capacity=1_000,
    )


def cards(cohort: Cohort) -> Iterator[Card]:
    """Every card with more than a line on it."""
    several = [Button(ref=f"r{n}", name=f"n{n}", label="l" * 30) for n in range(7)]
    for stage in Stage:
        one = replace(cohort, stage=stage)
        ways = overview.ways_now(MINT, ID, one, "channel")
        yield overview.shown_course(one, (1_000, 20), TODAY, ways, several, several, more=("A line.",))
        yield changing.menu(MINT, ID, one, movable=False)
    titles = [each.title for session in cohort.course.sessions for each in session.readings]
    yield overview.learners_list(MINT, ID, cohort, [("n" * 80, overview.ticked(titles))] * 40, 15)
    yield overview.which("ref", [(UUID(int=n), cohort.course.title) for n in range(25)])
    yield creating.not_published(
        MINT, ID, cohort.course, ["A sentence on what is missing, of some length."] * 20
    )
    yield inviting.published(
        MINT, ID, cohort, "/reststop join ABCD-2345", channel="c", hosted=True, today=TODAY
    )
    yield inviting.trainer_code(MINT, ID, "ABCD2345", "/reststop course trainer ABCD-2345")
    yield changing.ask_launch(MINT, ID, 1_000, on=TODAY, today=TODAY)
    yield changing.ask_end(MINT, ID, cohort)
    yield changing.ask_delete(MINT, ID, cohort)
    for session in cohort.course.sessions:
        yield changing.ask_move(
            MINT, ID, session, session, "1.20261201T1600", today=TODAY, along=3, told=True
        )
    if cohort.course.units:
        yield from unit_cards(cohort)
    if cohort.course.sessions:
        yield changing.which_session("ref", cohort.course.sessions, TODAY)


def unit_cards(cohort: Cohort) -> Iterator[Card]:
    """Every card on which units are changed, with as many items and as long titles as there can be."""
    yield changing_units.which(MINT, ID, cohort.course)
    yield ahead_units.of_units(MINT, ID, cohort.course)
    long = Item(title="t" * changing_units.TITLE_MAX, required=True, link="https://x.example/" + "x" * 480)
    for unit in (*cohort.course.units, replace(cohort.course.units[0], items=(long,) * PLACES_MOST)):
        yield changing_units.one(MINT, ID, unit, done=changing_units.added(long, told=True))
    follows = Follows(finished=999, ahead=999, by_it=999)
    for item in (long, replace(long, is_withdrawn=True)):
        yield changing_units.item(MINT, ID, "1.24", item, follows=follows)
    yield changing_units.refused(MINT, ID, cohort.course.units[0], LAST_REQUIRED)
    yield from question_cards(cohort)


def question_cards(cohort: Cohort) -> Iterator[Card]:
    """Every card on which the questions of tests are, with texts as long as a course's file has them."""
    long = Question(
        id="q", text="t" * 200, options=tuple(f"{n}" * LABEL_MAX for n in range(6)), answer=0, why="w" * 200
    )
    figure = ItemFigure(count=1_000, share=60, tells=Tells.WRONG_WAY)
    figures = {f"{each.n}.{n}": figure for each in cohort.course.units for n in range(50)}
    rule, done = item_figures.rule(8, 4), item_figures.is_out(long)
    yield item_figures.which(MINT, ID, cohort.course)
    for unit in (*cohort.course.units, replace(cohort.course.units[0], test=(long,) * 50)):
        for begin in range(0, len(unit.test), item_figures.AT_ONCE):
            yield item_figures.unit(MINT, ID, unit, figures, begin=begin, rule=rule, done=done)
    follows = item_figures.Follows(draw=5, left=40, had=8, least=5, finished=999, has_learners=True)
    course = cohort.course
    for means in (follows, item_figures.Follows(stays=too_few(course, course.units[0]))):
        for question in (long, replace(long, is_withdrawn=True)):
            yield item_figures.one(MINT, ID, "1.49", course.units[0], question, figure=figure, follows=means)
    spent = [("n" * 80, n % 5 + 1, UUID(int=n)) for n in range(60)]
    for begin in (0, 25, 50):
        yield more_attempts.which(MINT, ID, spent, begin)
    yield more_attempts.ask(MINT, ID, ID, "n" * 80, course.units[0], handed_in=9)


def unit_forms(cohort: Cohort) -> Iterator[Form]:
    """Every form in which units are changed."""
    follows = Follows(finished=999, ahead=999, by_it=999)
    for unit in cohort.course.units:
        yield changing_units.links_form("ref", unit, link_lines(cohort.course, unit.n))
        yield changing_units.item_form("ref", unit, None, follows=follows)
        yield changing_units.item_form("ref", unit, unit.items[0], follows=None)


def forms(cohort: Cohort) -> Iterator[Form]:
    """Every form, with what was entered in it."""
    offered = creating.Offered(first="2026-12-01", at="16:00", zone="America/New_York", where=cohort.where)
    yield creating.dates_form("ref", cohort.course, offered)
    yield creating.details_form("ref", cohort, link_lines(cohort.course))
    yield changing.recordings_form("ref", recording_lines(cohort), creating.LINKS_MAX)
    yield changing.place_form("ref", cohort, creating.WHERE_MAX)
    yield changing.places_form("ref", cohort)
    yield changing.launch_form("ref")
    yield from unit_forms(cohort)
    for session in cohort.course.sessions[:1]:
        yield changing.session_form("ref", session, "America/New_York")


def test_what_a_trainer_sees_fits_every_platform() -> None:
    """Nothing is cut, and nothing is refused."""
    for cohort in map(full, library()):
        for card in cards(cohort):
            assert fitting.on_slack(card, "only_you") == []
            assert fitting.on_discord(card) == []
        for form in forms(cohort):
            assert fitting.forms(form) == []


def test_the_library_fits_in_one_question() -> None:
    """Its courses are chosen from one card."""
    listed = [(f"w{place}", each) for place, each in enumerate(library())]
    card = creating.which(MINT, listed)
    assert fitting.on_slack(card, "only_you") == []
    assert fitting.on_discord(card) == []


def test_an_invitation_is_short() -> None:
    """Up to sixty words, and it fits a channel."""
    for template in library():
        details = {
            "title": template.course.title,
            "begins": "Its first session: a day at an hour (Zone).",
            "is_open": True,
        }
        card = inviting.invite(MINT, ID, details)
        assert len(card.text.split()) <= 60
        assert fitting.on_slack(card, "channel") == []
        assert fitting.on_discord(card) == []
