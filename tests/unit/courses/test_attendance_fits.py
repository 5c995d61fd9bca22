"""Whatever attendance shows, both platforms can show: many learners, long names, and much in doubt."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from bot.domain.courses.attendance_files import Stay
from bot.domain.courses.learners import Attended, Source
from bot.domain.courses.matching import Matched, Named
from bot.domain.courses.presence import hours_of
from bot.domain.people import Account
from bot.services.cards.courses import attendance, attendance_lists, code_words, evidence
from bot.services.cards.courses.attendance import Line
from bot.services.cards.courses.evidence import Kind, Where
from bot.services.desk import Mint
from bot.surface.card import Card
from bot.surface.form import Form
from bot.surface.refs import RefCodec
from bot.testing.courses import FOUR_SESSIONS
from tests.e2e import fitting

COURSE = FOUR_SESSIONS.course
ONE = COURSE.sessions[1]
HOURS = hours_of(COURSE, ONE)
MINT = Mint(RefCodec(b"k" * 32), Account(surface="slack", workspace="T0123ABCDEF", user="U0123ABCDEF"))
ID = UUID(int=2**128 - 1)
PEOPLE = {UUID(int=n): f"{n:03} {'*Ürsula* <@U1>' * 8}"[:100] for n in range(1, 501)}
LINES = [
    Line(called=name, noted=Attended(minutes=120, by=Source.HAND) if at % 3 else None, sent=at % 2)
    for at, name in enumerate(PEOPLE.values())
]
STAY = (Stay(name="x", span=(HOURS.starts, HOURS.ends)),)
MATCHED = Matched(
    session=2,
    hours=HOURS,
    at=datetime(2026, 12, 9, tzinfo=UTC),
    found=dict.fromkeys(list(PEOPLE)[:300], STAY),
    left=tuple(Named(name=f"{n} {'@everyone ' * 19}", stays=STAY) for n in range(300)),
    broken=tuple((n, "the time of leaving cannot be read") for n in range(1, 400)),
)
FEW = dict(list(PEOPLE.items())[:1])
CARDS = {
    "overview": attendance.overview(MINT, ID, COURSE),
    "session": attendance.session(MINT, ID, COURSE, ONE, LINES, is_on=True, first="Noted."),
    "session, later": attendance.session(MINT, ID, COURSE, ONE, LINES, begins=480, is_on=True),
    "session, nobody": attendance.session(MINT, ID, COURSE, ONE, []),
    "by hand": attendance.by_hand(MINT, ID, ONE, PEOPLE),
    "by hand, one": attendance.by_hand(MINT, ID, ONE, FEW),
    "found": attendance_lists.found(MINT, ID, ONE, PEOPLE, MATCHED),
    "whose": attendance_lists.whose(MINT, ID, 0, PEOPLE, MATCHED),
    "word": code_words.shown(MINT, ID, COURSE, ONE, ("umbrella dragonfly", HOURS.ends)),
    "mine": code_words.mine(MINT, ID, COURSE, {}, {}),
    "which": evidence.which(MINT, ID, PEOPLE),
    "which, nobody": evidence.which(MINT, ID, {}),
    "which, units": evidence.which(MINT, ID, PEOPLE, in_units=True),
    **{
        f"offer, {kind}": evidence.offer(
            MINT,
            kind,
            ID,
            Where(hosted=True, taken_back=False, pdf=False),
            evidence.of_all(kind, in_units=in_units),
        )
        for in_units in (False, True)
        for kind in Kind
    },
    **{
        f"offer, own {n}": evidence.offer(
            MINT,
            Kind.ONE,
            ID,
            Where(hosted=True, taken_back=True, pdf=False),
            what,
            extra=evidence.NAME_OR_TIME,
        )
        for n, what in enumerate((evidence.OWN, evidence.OWN_UNITS, evidence.OWN_SO_FAR))
    },
    "made": evidence.made(MINT, taken_back=True, unwritten=3),
}
FORMS = {
    "list": attendance_lists.form(MINT("attend.read", ID, "2"), "America/Argentina/Buenos_Aires"),
    "word": code_words.form(MINT("attend.send", ID, "2"), ONE),
    "name": evidence.name_form(MINT("evidence.named", ID)),
    "name or time": evidence.name_form(MINT("evidence.named", ID), has_time=True),
    "minutes": attendance.minutes_form(MINT("attend.confirm", ID, "2"), ONE, None),
}


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_every_card_fits(card: Card) -> None:
    """And no name in it is markup, a mention or cut."""
    assert fitting.on_slack(card, "answer") == []
    assert fitting.on_discord(card) == []


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_form_fits(form: Form) -> None:
    """With room for a long list on both."""
    assert fitting.forms(form) == []
