"""One eye in, one eye out: to hold one's own inside without losing the other, also before a session."""

from __future__ import annotations

from tests.e2e.rows.rows_library import course, family

FAMILY = "dual_attention"


def test_something_before_a_session_is_of_this_family() -> None:
    """A tap, three hours before it; another comes after, so that there are two."""
    pushes = course("act_relationship_4").course.pushes
    before = [push for push in pushes if push.is_before and push.family == FAMILY]
    after = [push for push in pushes if not push.is_before and push.family == FAMILY]
    assert [str(push.when) for push in before] == ["s2.start -PT3H"]
    assert len(after) == 1
    assert all("one eye out" in push.text.lower() for push in (*before, *after))


def test_the_library_has_the_family_too() -> None:
    """Whoever is in no course meets it as well."""
    assert len(family(FAMILY)) >= 2
