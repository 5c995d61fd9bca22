"""From the stance to oneself, to the two of you, to mending: what comes between sessions follows the arc."""

from __future__ import annotations

from bot.domain.courses.timetable import instant_of
from tests.e2e.rows.rows_library import course

KEPT = course("act_relationship_4").course
ARC = ("O1", "O2", "O3", "O4")
"""What each session is about first: the stance, oneself, the two of you, a strain."""


def test_each_session_teaches_and_practises() -> None:
    """An hour of each, in this order."""
    for session in KEPT.sessions:
        assert [each.practises for each in session.segments] == [False, True]
    assert [session.objectives[0] for session in KEPT.sessions] == list(ARC)


def test_what_comes_is_in_the_order_of_the_arc() -> None:
    """In time, and by the session that it belongs to; each serves what that session is about."""
    instants = [at for push in KEPT.pushes if (at := instant_of(KEPT, push.when)) is not None]
    assert instants == sorted(instants)
    assert len(instants) == len(KEPT.pushes)
    around = [push for push in KEPT.pushes if push.when.session]
    assert [push.when.session for push in around] == sorted(push.when.session for push in around)
    for push in around:
        assert set(push.objectives) & set(KEPT.sessions[push.when.session - 1].objectives)


def test_the_last_session_is_followed_by_mending() -> None:
    """A guided flow, the day after; whoever likes begins it."""
    [flow] = [push for push in KEPT.pushes if push.flow]
    assert (str(flow.when), flow.flow) == ("s4.end +P1D", "rupture_repair")
