"""What a trainer may ask in words of their own: nobody pinged, nothing linked, nobody named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.courses.own_prompts import HOW_MANY, TOO_LONG, TWICE, at_once, options_flaw, question_flaw
from bot.domain.courses.timetable import instant_of
from bot.guards.asking import Amiss, amiss_in
from bot.testing.courses import FOUR_SESSIONS

FINE = (
    "What are you bringing in with you?",
    "Name one inner signal you want to trust more in the room, and one you want to check twice.",
    "Which relationship would you like to see more clearly by tonight? A neutral word will do.",
    "Recall a meeting that left you both a little lighter. No names, please.",
    "What was in the room before anybody spoke? Leave out names and details.",
    "Today, with someone: were you mostly in the tool or in contact?",
    "Who is there for you this week?",
    "Which phone call stayed with you?",
    "What would you call this moment, if it had a name?",
    "Where were you on autopilot, e.g. on the way home?",
    "How do you address a silence?",
    "Half an hour of quiet, or 3.5 km on foot?",
    "Without names or initials: what stayed?",
    "Three feelings were in the room. What would you call them?",
    "A call came late. How old did you feel?",
)
ASKING_WHO = (
    "What is your client's name?",
    "What is the patient\u2019s name?",
    "Type the initials of someone you support.",
    "Who is it about?",
    "Who was the client?",
    "Please write their full name.",
    "Name the client you think of most.",
    "Name one difficult family.",
    "Give the first name of the person.",
    "WHAT IS HER DATE OF BIRTH?",
    "Share the phone number of a colleague.",
    "List names and birthdays.",
    "Which diagnosis is it?",
    "Tell us your e-mail address.",
    "Leave out names, but give the initials.",
    "What is your client's n\u0430me?",
    "What is your client\u2018s \uff4e\uff41\uff4d\uff45?",
    "What was the client called?",
    "What do you call her?",
    "How old is the patient?",
    "Where does your client live?",
    "Who were you thinking of?",
)


@pytest.mark.parametrize("text", FINE)
def test_a_question_about_the_moment_goes_out(text: str) -> None:
    """Also one that says to leave names out."""
    assert amiss_in(text) is None


@pytest.mark.parametrize("text", ASKING_WHO)
def test_a_question_that_asks_who_somebody_is_does_not(text: str) -> None:
    """However it is put: it is what somebody would answer with a name."""
    assert amiss_in(text) is Amiss.ASKS_WHO


@given(
    st.text(max_size=60),
    st.sampled_from(("@", "\uff20", "<!", "<#", "< #", "<&", "\uff1c!")),
    st.text(max_size=60),
)
def test_nothing_that_could_call_somebody_up_goes_out(before: str, ping: str, after: str) -> None:
    """Wherever it stands."""
    assert amiss_in(before + ping + after) is Amiss.PINGS


@given(
    st.text(alphabet="abc xyz", max_size=60),
    st.sampled_from(
        (
            "https://x.example",
            "www.x",
            "mailto:x",
            "[a](b",
            "discord.gg/x",
            "example.org",
            "a.CO.uk",
            "x.example/y",
            "see\uff0ecom",
            "ex\u0430mple.xyz",
        )
    ),
)
def test_nothing_that_is_a_link_goes_out(before: str, link: str) -> None:
    """Nor what a platform would make one of."""
    assert amiss_in(f"{before} {link}") is Amiss.LINKS


def test_answers_to_tap_are_two_to_five_short_ones() -> None:
    """None at all means that it is answered in words."""
    assert options_flaw(()) is None
    assert options_flaw(("yes", "no")) is None
    assert options_flaw(("1", "2", "3", "4", "5")) is None
    assert options_flaw(("yes",)) == HOW_MANY
    assert options_flaw(("1", "2", "3", "4", "5", "6")) == HOW_MANY
    assert options_flaw(("yes", "YES")) == TWICE
    assert options_flaw(("yes", "n" * 41)) == TOO_LONG
    assert question_flaw("w" * 301) == TOO_LONG


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001 - made UTC below
    st.sampled_from(sorted(available_timezones() - {"Factory", "localtime"})),
)
def test_now_is_never_in_the_past(naive: datetime, zone: str) -> None:
    """It is the next full minute; where a wall clock shows a minute twice, no later than after its hour."""
    now, course = naive.replace(tzinfo=UTC), replace(FOUR_SESSIONS.course, zone=zone)
    at = instant_of(course, at_once(course, now))
    assert at is not None
    assert now <= at <= now + timedelta(hours=2)


def test_now_in_an_hour_that_comes_twice_waits_for_its_end() -> None:
    """In New York on 1 November 2026 the clock shows 01:30 twice; the second time is past the first."""
    second = datetime(2026, 11, 1, 6, 30, 20, tzinfo=UTC)
    at = instant_of(FOUR_SESSIONS.course, at_once(FOUR_SESSIONS.course, second))
    assert at == datetime(2026, 11, 1, 7, 31, tzinfo=UTC)
