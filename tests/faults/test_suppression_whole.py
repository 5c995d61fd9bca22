"""The figures of 2,000 circles, compared also where many came and went between two of them."""

from __future__ import annotations

import pytest

from tests.property.suppression_attacks import counted, found_for_certain, sentence
from tests.property.suppression_crowd import OPTIONS, circles, counts_told, sentence_of


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_counts_find_one_in_twenty_however_many_changed(seed: int) -> None:
    """Up to eight in one of two groups; whoever never changes their answer is meant, and nobody else is."""
    seen = [(circle, counts_told(circle)) for circle in circles(2000, seed)]
    posted = [(circle, sentence_of(shown)) for circle, shown in seen]
    assert found_for_certain(seen, len(OPTIONS), counted, changed=8) <= 0.05
    assert found_for_certain(posted, len(OPTIONS), sentence, changed=8) <= 0.01
