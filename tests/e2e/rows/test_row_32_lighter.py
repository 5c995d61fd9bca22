"""A meeting that left both a little lighter: the first thing that comes before the course begins."""

from __future__ import annotations

from bot.domain.courses.course import Does
from bot.domain.courses.timetable import first_start, instant_of
from bot.domain.prompts import Domain
from tests.e2e.rows.rows_library import course, family

KEPT = course("act_relationship_4").course


def test_it_is_the_first_pre_work() -> None:
    """Five days before the first session, and nothing comes before it."""
    instants = {push.id: at for push in KEPT.pushes if (at := instant_of(KEPT, push.when))}
    first, begins = KEPT.pushes[0], first_start(KEPT)
    assert min(instants, key=lambda push: instants[push]) == first.id
    assert begins is not None
    assert instants[first.id] < begins
    assert (str(first.when), first.does, first.is_before) == ("s1.start -P5D", Does.TEXT, True)
    assert "lighter" in first.text


def test_it_is_of_the_domain_of_meaning() -> None:
    """Its family is one of that domain, and the library asks of it too."""
    assert {prompt.domain for prompt in family(KEPT.pushes[0].family)} == {Domain.MEANING}
