"""The system's chance and the one from a seed keep the port's promises."""

from __future__ import annotations

from uuid import UUID

import pytest

from bot.app.system import SystemChance
from bot.testing.chance import SeededChance
from tests.contract.chance_contract import ChanceContract


class TestSystemChance(ChanceContract):
    """The contract, on the operating system's chance."""

    @pytest.fixture
    def chance(self) -> SystemChance:
        """Give the chance of the system."""
        return SystemChance()


class TestSeededChance(ChanceContract):
    """The contract, on one seed."""

    @pytest.fixture
    def chance(self) -> SeededChance:
        """Give a chance that draws the same in each run."""
        return SeededChance("contract")

    def test_seeded_chance_repeats_itself(self) -> None:
        """The same seed gives the same draws; another seed, be it alike, gives others."""
        one, same, other = (SeededChance(seed) for seed in ("7", "7", "7 "))
        draws = [(chance.new_id(), chance.below(10**9)) for chance in (one, same, other)]
        assert draws[0] == draws[1]
        assert draws[0] != draws[2]

    def test_seeded_chance_is_the_same_everywhere(self) -> None:
        """These draws were written down once: no machine or version of Python draws others."""
        chance = SeededChance("0")
        assert [chance.new_id(), chance.new_id()] == [
            UUID("0a105fbd-586c-435f-9e56-83e42cbff22e"),
            UUID("dc2832e4-e28d-4aec-be86-957a8095faa7"),
        ]
        assert [chance.below(count) for count in (2, 6, 100, 10**6, 2**64)] == [
            1,
            1,
            60,
            113013,
            14257512377866050160,
        ]

    def test_seeded_chance_favours_no_number(self) -> None:
        """Where the numbers do not divide what one draw holds, the small ones are no likelier."""
        chance, third = SeededChance("fair"), 2**254
        small = sum(chance.below(3 * third) < third for _ in range(3_000))
        assert abs(small - 1_000) < 9 * 26  # nine standard deviations; favoured they would be 1,500

    def test_seeded_chance_refuses_more_than_it_holds(self) -> None:
        """One draw is one of 2**256 numbers; past that it could not be fair."""
        with pytest.raises(ValueError, match="256"):
            SeededChance("0").below(2**256 + 1)

    @pytest.mark.parametrize("seed", ["", "é", "\ud800", "x" * 10_000])
    def test_seeded_chance_takes_any_text(self, seed: str) -> None:
        """Whatever stands on a command line is a seed."""
        assert SeededChance(seed).new_id() == SeededChance(seed).new_id()
