"""Whether it is the right match may be asked by either side, and is nobody's failing."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.content.voice import lint
from bot.domain.flows import Route
from tests.content.walking import FLOWS
from tests.e2e.rows.rows_library import asked, report, set_out, settled, walk
from tests.e2e.test_scenario_2 import SURFACES

WAYS = [*((surface, Route.LONG) for surface in SURFACES), ("slack", Route.SHORT)]
FLOW = "fit_and_referral"
JUDGING = (
    "fault",
    "blame",
    "bad",
    "wrong",
    "worse",
    "fail",
    "difficult",
    "resist",
    "motivat",
    "complian",
    "incompeten",
)
BLAMING = [
    "It was a bad fit.",
    "Whose fault is it?",
    "A difficult client, or a wrong match?",
    "Why did you take them on?",
    "Were they resistant?",
    "What went wrong with you?",
]


@pytest.mark.parametrize(("surface", "route"), WAYS)
def test_it_begins_with_both_sides_and_no_failing(tmp_path: Path, surface: str, route: Route) -> None:
    """Above the first question, whichever way is taken."""
    with settled(tmp_path / "data", surface) as story:
        [_, first] = set_out(story, FLOW, route)
    assert "A poor match is nobody's failing, and either of you may notice it first." in first["text"]


@pytest.mark.parametrize("scope", ["stay", "consult", "refer"])
def test_no_word_of_it_judges(tmp_path: Path, scope: str) -> None:
    """Staying, asking and looking elsewhere stand side by side; none is called the better one."""
    with settled(tmp_path / "data") as story:
        said = asked(walk(story, FLOW, {"scope": scope})).lower().replace("nobody's failing", "")
    assert [word for word in JUDGING if word in said] == []


def test_no_word_of_what_comes_back_judges() -> None:
    """Nor of what is asked on its day."""
    back = FLOWS[FLOW].looking_back
    assert back is not None
    said = " ".join((back.ask, back.reflect, *(option.label for option in back.options))).lower()
    assert [word for word in JUDGING if word in said] == []


@pytest.mark.parametrize("text", BLAMING)
def test_a_text_that_blames_either_side_is_refused(text: str) -> None:
    """By the check that each text goes through."""
    assert {one.code for one in lint(text, report().voice)} & {"blame", "label"}
