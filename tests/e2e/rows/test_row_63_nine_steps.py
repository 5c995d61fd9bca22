"""Nine steps of mending stand on both ways, with a client, a family and a colleague."""

from __future__ import annotations

import pytest

from bot.domain.flow_walk import text_of, told
from bot.domain.flows import ChoiceStep, Route
from tests.content.walking import FLOWS, walked
from tests.e2e.rows.rows_library import library

FLOW = FLOWS["rupture_repair"]
STEPS = {
    "listening": ("listen",),
    "what is on guard": ("guard",),
    "what makes sense": ("valid",),
    "feelings": ("feel",),
    "one's own part": ("part",),
    "an apology": ("own",),
    "a plan together": ("plan",),
}
IN_MENU = {"pause", "new", "pattern"}


@pytest.mark.parametrize("who", ["client", "family", "colleague"])
@pytest.mark.parametrize("route", list(Route))
def test_all_nine_are_there(who: str, route: Route) -> None:
    """On the short way listening and feelings are asked about within one question."""
    answers = {"open": who, "safe": "no", "part": "some", "open_q": "yes"}
    way = walked(FLOW, answers, route)
    folded = text_of(told(FLOW, answers).step("valid"), route) or ""
    for step, ids in STEPS.items():
        is_folded = route is Route.SHORT and step in {"listening", "feelings"}
        assert is_folded or set(ids) <= set(way), step
    if route is Route.SHORT:
        assert "listened" in folded or "heard them out" in folded
        assert "feel" in folded or "felt" in folded
    menu = FLOW.step("menu")
    assert isinstance(menu, ChoiceStep)
    assert {option.name for option in menu.options} >= IN_MENU


def test_a_card_to_read_has_the_nine() -> None:
    """For who wants them on one page."""
    [card] = [one for one in library().readings() if one.id == "mending"]
    assert len(card.points) == 9
