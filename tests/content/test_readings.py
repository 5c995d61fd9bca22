"""Cards to read: what they hold, what they never say, and the faults that are found in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from adapters.content import reading_checks
from adapters.content.loader import Report
from bot.app.cli.content import content
from bot.domain.prompts import Sensitivity
from tests.content.planted_faults import Planted
from tests.made_once import our_library

READINGS = {reading.id: reading for reading in our_library().readings()}
Y = "reading.yaml"
SHARES = "readings[shares_of_change]"
PLANTED = (
    Planted(Y, "percent: 40", "percent: 45", "shares_sum", f"{SHARES}.shares"),
    Planted(Y, "    estimate: ", "    # ", "estimate_missing", f"{SHARES}.estimate"),
    Planted(Y, "sensitivity: 2", "sensitivity: 3", "reading_guarded", "readings[hard_events].sensitivity"),
    Planted(Y, "id: strain", "id: mending", "duplicate_id", "readings[mending].id"),
    Planted(Y, "Not all of them", "You should do them", "pressure", "readings[mending].text[0]"),
    Planted(Y, "Listen, with", "Just listen, with", "pressure", "readings[mending].points[0]"),
    Planted(Y, 'ask: "Where', 'x: "Where', "unknown_key", f"{SHARES}.x"),
    Planted(
        Y,
        '    points:\n      - "The bond',
        '    estimate: "No law."\n    points:\n      - "The bond',
        "estimate_unused",
        "readings[working_alliance].estimate",
    ),
)


@pytest.mark.parametrize("fault", PLANTED)
def test_a_fault_in_a_card_to_read_is_named(plant: Callable[[str, str, str], Report], fault: Planted) -> None:
    """With its place and its code."""
    problems = plant(fault.file, fault.old, fault.new).problems
    assert (fault.file, fault.path, fault.code) in {(p.file, p.path, p.code) for p in problems}


def test_every_code_has_a_planted_fault() -> None:
    """A check that nothing tests would be a promise that nobody keeps."""
    source = Path(reading_checks.__file__).read_text("utf-8")
    assert set(re.findall(r'problem\(\s*"([a-z_]+)"', source)) <= {fault.code for fault in PLANTED}


def test_shares_of_change_are_called_an_estimate() -> None:
    """Forty, thirty, fifteen, fifteen: a teaching estimate, not a law, and a question to go on from."""
    card = READINGS["shares_of_change"]
    assert [share.percent for share in card.shares] == [40, 30, 15, 15]
    assert card.estimate is not None
    assert card.estimate.startswith("A teaching estimate, not a law.")
    assert card.ask == "Where did your own effort go this week?"


def test_four_ways_of_being_close_have_no_label() -> None:
    """Four cards, each with what it gives at work and what it costs, and no word that sorts people."""
    cards = [READINGS[name] for name in ("leaning", "checking", "on_ones_own", "both_ways")]
    for card in cards:
        assert not re.search(
            r"disorder|secure|anxious|avoidant|style|type|you are|diagnos",
            " ".join(card.lines),
            re.IGNORECASE,
        )
        assert "At work" in card.lines[-1]


def test_what_may_touch_something_says_so_above() -> None:
    """The two cards on trauma; and none is guarded, since a person opens each of them."""
    tender = {name for name, card in READINGS.items() if card.sensitivity >= Sensitivity.TENDER}
    assert tender == {"hard_events", "again_and_again"}
    shown = CliRunner().invoke(content, ["preview", "hard_events", "--on", "slack"]).stdout
    assert "This one can touch something tender." in shown


def test_seven_for_oneself_and_nine_of_mending_stand_whole() -> None:
    """The lists have as many lines as their titles say."""
    assert len(READINGS["seven_for_yourself"].points) == 7
    assert len(READINGS["mending"].points) == 9
    assert len(READINGS["being_with"].points) == len(READINGS["five_doors"].points) == 5
    assert len(READINGS["working_alliance"].points) == 3


def test_a_card_is_shown_with_what_is_known_of_it() -> None:
    """As text for whoever reviews it."""
    shown = CliRunner().invoke(content, ["preview", "shares_of_change"]).stdout
    assert "the relationship with you: 30 of 100" in shown
    assert "draft, not yet reviewed by a practitioner" in shown
