"""Can a stranger find the way in and out, do they need a key, is there a toilet: on wheels and online too."""

from __future__ import annotations

import pytest

from bot.domain.flows import MultiStep
from tests.content.walking import FLOWS, walked

FLOW = FLOWS["five_senses"]


def _ticks(step_id: str) -> str:
    step = FLOW.step(step_id)
    assert isinstance(step, MultiStep)
    return " / ".join(option.label for option in step.options)


@pytest.mark.parametrize("space", ["room", "route"])
def test_a_building_is_asked_for_all_of_it(space: str) -> None:
    """The door, a key or a code, no stairs, the toilet, the way out."""
    assert "way" in walked(FLOW, {"where": space})
    ticks = _ticks("way")
    assert all(word in ticks for word in ("door", "key or code", "stairs", "toilet", "way out"))
    assert "wheelchair" in (FLOW.step("touch").text or "")


@pytest.mark.parametrize(
    ("space", "step", "words"),
    [
        ("online", "way_online", ("account", "phone", "captions", "line drops")),
        ("home", "way_home", ("stairs, keys and codes", "toilet", "way out", "who at work knows")),
    ],
)
def test_other_spaces_have_their_own_way_in(space: str, step: str, words: tuple[str, ...]) -> None:
    """An online room and a home visit."""
    assert step in walked(FLOW, {"where": space})
    assert all(word in _ticks(step) for word in words)
