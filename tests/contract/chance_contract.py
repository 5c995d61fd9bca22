"""What every source of chance keeps to. Subclass `ChanceContract` and give it a fixture `chance`."""

from __future__ import annotations

from uuid import RFC_4122

import pytest

from bot.ports.chance import Chance


class ChanceContract:
    """The promises of `bot.ports.chance.Chance`."""

    def test_chance_makes_random_uuids(self, chance: Chance) -> None:
        """Every id is a UUID of version 4, which tells nothing of order or time."""
        ids = [chance.new_id() for _ in range(1_000)]
        assert {(each.version, each.variant) for each in ids} == {(4, RFC_4122)}

    def test_chance_never_makes_an_id_twice(self, chance: Chance) -> None:
        """Ten thousand ids are ten thousand different ones."""
        assert len({chance.new_id() for _ in range(10_000)}) == 10_000

    @pytest.mark.parametrize("count", [1, 2, 3, 7, 1_000])
    def test_chance_stays_below(self, chance: Chance, count: int) -> None:
        """Numbers lie from 0 to one less than `count`; a count of one leaves no choice."""
        drawn = {chance.below(count) for _ in range(300)}
        assert min(drawn) >= 0
        assert max(drawn) < count

    def test_chance_reaches_every_number(self, chance: Chance) -> None:
        """Both ends and all between are drawn, none far more than another."""
        counts = [0] * 6
        for _ in range(6_000):
            counts[chance.below(6)] += 1
        # 29 is the standard deviation of each: nine of them are past all coincidence.
        assert all(abs(count - 1_000) < 9 * 29 for count in counts), counts

    def test_chance_draws_from_many(self, chance: Chance) -> None:
        """A large count is drawn from over its whole width."""
        drawn = [chance.below(2**200) for _ in range(100)]
        assert max(drawn) > 2**198
        assert len(set(drawn)) == 100

    @pytest.mark.parametrize("count", [0, -1])
    def test_chance_refuses_to_draw_from_nothing(self, chance: Chance, count: int) -> None:
        """There is no number below zero to return."""
        with pytest.raises(ValueError):  # noqa: PT011 - each source says it in its own words
            chance.below(count)
