"""Mending ends in one next move: from a short list, or one's own idea, in words, and perhaps with a day."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.flows import Route
from bot.services.cards.flow_steps import EMPTY
from tests.content.walking import FLOWS
from tests.e2e.rows.rows_library import set_out, settled, walk
from tests.e2e.scenario_steps import WHO, left_behind
from tests.e2e.test_scenario_2 import SURFACES

ANSWERS = {"open": "client", "safe": "no", "kind": "drift", "part": "none", "open_q": "yes"}
MOVES = {"part": "none", "open_q": "yes", "menu": "own"}


def test_the_list_has_ones_own_idea_in_it() -> None:
    """Asking, a pause, the goal, something new, the pattern, or what one thinks of oneself."""
    menu = FLOWS["rupture_repair"].step("menu")
    assert [option.name for option in menu.options] == ["ask", "pause", "goal", "new", "pattern", "own"]  # type: ignore[union-attr]  # it is a choice


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("move", ["pattern", "own"])
def test_a_plan_has_words(tmp_path: Path, surface: str, move: str) -> None:
    """It stands among the plans as it was written; where the plan is passed there is none."""
    with settled(tmp_path / "data", surface) as story:
        walk(story, "rupture_repair", {**ANSWERS, "menu": move, "plan": "Ask how it was."})
        [plan] = left_behind(story)["plans"]
        assert plan["body"]["words"] == "Ask how it was."
        walk(story, "rupture_repair", {**ANSWERS, "menu": move})
        assert len(left_behind(story)["plans"]) == 1


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("blank", ["", "  \n "])
def test_a_plan_with_no_words_is_not_taken(tmp_path: Path, surface: str, blank: str) -> None:
    """The form says so and stays; nothing stands among the plans until there are words."""
    with settled(tmp_path / "data", surface) as story:
        set_out(story, "rupture_repair", Route.SHORT)
        for answer in ("client", "no", "drift"):
            story.choose(WHO, "flow.answer", answer)
        while story.shown[-1]["text_id"] != "flow.rupture_repair.plan":
            here = story.shown[-1]["text_id"].rpartition(".")[2]
            if here in MOVES:
                story.choose(WHO, "flow.answer", MOVES[here])
            else:
                story.press(WHO, "flow.pass")
        story.press(WHO, "flow.write")
        [refused] = story.submit(WHO, "flow.save", text=blank)
        assert refused["errors"] == {"text": EMPTY}
        assert left_behind(story)["plans"] == []
        story.submit(WHO, "flow.save", text="Ask how it was.")
        [plan] = left_behind(story)["plans"]
        assert plan["body"]["words"] == "Ask how it was."
