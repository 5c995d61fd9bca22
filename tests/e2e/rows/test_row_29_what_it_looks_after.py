"""A strain may be looking after somebody: that is asked before one's own part in it."""

from __future__ import annotations

import pytest

from bot.domain.flow_walk import told
from tests.content.walking import FLOWS, walked

FLOW = FLOWS["rupture_repair"]


@pytest.mark.parametrize("who", ["client", "family", "colleague"])
@pytest.mark.parametrize("part", ["some", "none", "unsure", None])
def test_what_it_looks_after_comes_before_ones_own_part(who: str, part: str | None) -> None:
    """On the long way, with whomever it is, and whatever one answers to the second."""
    answers = {"open": who, "safe": "no", "part": part}
    way = walked(FLOW, answers)
    assert way.index("protect") < way.index("part")
    asked = told(FLOW, answers).step("protect").text
    assert asked is not None
    assert "looking after" in asked or "need" in asked or "protect" in asked
