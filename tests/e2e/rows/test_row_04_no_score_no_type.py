"""Looking at how one tends to be close leaves what was ticked and written, and nothing made out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from itertools import chain
from pathlib import Path
from pkgutil import iter_modules

import pytest

import bot.domain
from adapters.store import key_tables, tables
from bot.domain.flows import MultiStep, ScaleStep
from tests.content.walking import FLOWS
from tests.e2e.scenario_steps import WHO, left_behind, play, says, settling
from tests.e2e.sim_driver import Story, story_in_process
from tests.e2e.test_scenario_2 import SURFACES

FLOW = FLOWS["own_patterns"]
CARDS = FLOW.step("cards")
LEANS, NONE = ("lean", "alone", "both"), ("none",)
WRITTEN = ("room", "gift", "cost", "kind")
DERIVED = re.compile(
    r"(^|_)(scores?|scored|styles?|types?|totals?|profiles?|traits?|ranks?|percentiles?|attachment|patterns?)(_|$)"
)
"""Names under which something made out of answers could be kept."""


def _walk(story: Story, surface: str, ticked: tuple[str, ...]) -> None:
    """Walk it the long way, and keep it without a reminder."""
    play(story, [*settling(surface), says("practise", "flow.choice")])
    story.choose(WHO, "flow.choose", FLOW.id)
    story.press(WHO, "flow.long")
    story.choose(WHO, "flow.answer", "go")
    story.choose(WHO, "flow.answer", *ticked)
    for step in WRITTEN:
        story.press(WHO, "flow.write")
        story.submit(WHO, "flow.save", text=f"a line for {step}")
    story.choose(WHO, "flow.answer", "none")
    story.choose(WHO, "flow.when", "none")


def _labels(ticked: tuple[str, ...]) -> str:
    assert isinstance(CARDS, MultiStep)
    return ", ".join(option.label for option in CARDS.options if option.name in ticked)


@pytest.mark.parametrize("surface", SURFACES)
def test_what_was_ticked_changes_nothing_but_its_own_line(tmp_path: Path, surface: str) -> None:
    """Three ticked or none of them: the same questions, the same end, and the same page but for that line."""
    pages, seen = [], []
    for ticked in (LEANS, NONE):
        with story_in_process(tmp_path / ticked[0]) as story:
            _walk(story, surface, ticked)
            begun = next(n for n, card in enumerate(story.shown) if card["text_id"] == f"flow.{FLOW.id}.room")
            seen.append([(card["text_id"], card["text"]) for card in story.shown[begun:]])
            [entry] = left_behind(story)["entries"]
            assert _labels(ticked) in entry["text"]
            assert all(f"a line for {step}" in entry["text"] for step in WRITTEN)
            pages.append({**entry, "text": entry["text"].replace(_labels(ticked), "what was ticked")})
    assert pages[0] == pages[1]
    assert seen[0] == seen[1]


def test_nothing_of_it_is_put_on_a_scale() -> None:
    """No step asks for a number, and the tag on the page tells of a talk that is wished for."""
    assert not any(isinstance(step, ScaleStep) for step in FLOW.steps)
    assert {str(step.save) for step in FLOW.steps if hasattr(step, "save")} == {"none", "private"}


def test_no_table_has_a_column_for_it() -> None:
    """In neither database."""
    every = chain(tables.metadata.sorted_tables, key_tables.metadata.sorted_tables)
    names = [f"{table.name}.{column.name}" for table in every for column in table.columns]
    assert len(names) > 80
    assert [name for name in names if DERIVED.search(name.partition(".")[2])] == []


def test_nothing_that_the_domain_knows_has_a_field_for_it() -> None:
    """No value of a person, a page, a run or a plan."""
    names = list(_fields())
    assert "Given.value" in names
    assert [name for name in names if DERIVED.search(name.partition(".")[2])] == []


def _fields() -> Iterator[str]:
    for module in iter_modules(bot.domain.__path__, "bot.domain."):
        for kind in vars(import_module(module.name)).values():
            if isinstance(kind, type) and is_dataclass(kind):
                yield from (f"{kind.__name__}.{field.name}" for field in fields(kind))
