"""Where change comes from, as it is taught: four numbers, called an estimate, and a question."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.domain.courses.course import Does
from tests.e2e.rows.rows_library import course, settled
from tests.e2e.scenario_steps import WHO
from tests.e2e.sim_driver import Story
from tests.e2e.test_scenario_2 import SURFACES

SHARES = [("what they bring", 40), ("the relationship", 30), ("hope", 15), ("the method", 15)]


def _card(story: Story) -> str:
    story.command(WHO, "practise")
    story.press(WHO, "reading.which")
    [card] = story.choose(WHO, "reading.open", "shares_of_change")
    return str(card["text"])


@pytest.mark.parametrize("surface", SURFACES)
def test_four_shares_come_to_a_hundred_and_are_no_law(tmp_path: Path, surface: str) -> None:
    """As they are shown: each number with what it stands for, and below them what they are worth."""
    with settled(tmp_path / "data", surface) as story:
        text = _card(story)
    shown = re.findall(r"^.*?([a-z ]+)(?: with you)?: (\d+) of 100$", text, re.MULTILINE)
    assert [int(number) for _, number in shown] == [number for _, number in SHARES]
    assert sum(int(number) for _, number in shown) == 100
    for (label, _), (words, _) in zip(shown, SHARES, strict=True):
        assert words in label
    below = text.partition("the method: 15 of 100")[2]
    assert below.strip().startswith("A teaching estimate, not a law.")
    assert "%" not in text


@pytest.mark.parametrize("surface", SURFACES)
def test_it_leads_to_a_page_on_ones_own_effort(tmp_path: Path, surface: str) -> None:
    """One press from the question to a page, which is kept as any other."""
    with settled(tmp_path / "data", surface) as story:
        assert "Where did your own effort go this week?" in _card(story)
        [form] = story.press(WHO, "reading.write")
        assert form["form"]["name"] == "entry"
        [saved] = story.submit(WHO, "entry", text="mostly into forms")
        assert saved["text"] == "Saved privately."


def test_a_course_shows_the_same_card_and_asks_the_same_the_day_after() -> None:
    """Four numbers that come to 100, below them what they are worth; then a tap on one's own effort."""
    kept = course("two_week_starter").course
    shown, asked = kept.pushes[:2]
    assert (str(shown.when), shown.does, str(asked.when), asked.does) == (
        "day 1",
        Does.READ,
        "day 2",
        Does.CHOICE,
    )
    numbers = [int(number) for number in re.findall(r": (\d+) of 100$", shown.text, re.MULTILINE)]
    assert numbers == [number for _, number in SHARES]
    assert shown.text.splitlines()[-1].startswith("A teaching estimate, not a law.")
    [fact] = kept.facts
    assert (sum(fact.shares.values()), fact.label) == (100, shown.text.splitlines()[-1])
    assert "where did your own effort go this week?" in asked.text
    assert len(asked.options) == len(SHARES) + 1
