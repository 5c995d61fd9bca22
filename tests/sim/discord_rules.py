"""The three things that each table of Discord's rules is tried for, whatever it is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.sim.discord_bodies import AtMost, Lint, Refused, Taken, places

Test = Callable[..., None]


def held_to(at_most: AtMost, refused: Refused, taken: Taken) -> dict[str, Test]:
    """Return the tests of a table, by their names: a module takes them in as its own."""

    @pytest.mark.parametrize("what", at_most)
    def test_what_is_as_long_as_may_be_passes_and_one_more_is_named(what: str) -> None:
        """Each number of the table, from both sides."""
        lint, build, most = at_most[what]
        assert lint(build(most)) == []
        assert len(lint(build(most + 1))) == 1

    @pytest.mark.parametrize("what", refused)
    def test_what_is_refused_is_named_with_its_place(what: str) -> None:
        """One problem, and where it stands."""
        lint, body, place = refused[what]
        assert places(lint(body)) == [place]

    @pytest.mark.parametrize(("lint", "body"), taken)
    def test_what_discord_takes_passes(lint: Lint, body: object) -> None:
        """No kind of thing that is sent is refused."""
        assert lint(body) == []

    tests = (
        test_what_is_as_long_as_may_be_passes_and_one_more_is_named,
        test_what_is_refused_is_named_with_its_place,
        test_what_discord_takes_passes,
    )
    return {test.__name__: test for test in tests}
