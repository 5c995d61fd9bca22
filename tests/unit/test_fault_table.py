"""The table of faults: rows in order, missed bars named, and what was not measured said."""

from __future__ import annotations

import pytest

from tests.faults.report import Row, Table, folded, lines


def _row(fault: str, figure: str, *, is_met: bool) -> Row:
    return Row(fault=fault, what="entries lost", figure=figure, bar="0", is_met=is_met)


def test_the_table_of_faults_names_what_was_missed_and_what_was_not_measured() -> None:
    """Nobody reads a table with a hole in it as whole."""
    shown = "\n".join(lines([_row("F1", "0", is_met=True), _row("F12", "3", is_met=False)]))
    assert "F1     entries lost  0       0    met" in shown
    assert "F12    entries lost  3       0    MISSED" in shown
    assert "not measured in this run: F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F13 F14 F15 F16" in shown
    assert shown.endswith("2 rows, 1 missed")


def test_counts_of_one_measure_are_added_up() -> None:
    """Tests of one fault run on several workers, and are read as one figure; one miss is a miss of all."""
    rows = [_row("F2", "3", is_met=True), _row("F1", "0", is_met=True), _row("F2", "1,040", is_met=False)]
    assert folded(rows) == [_row("F1", "0", is_met=True), _row("F2", "1,043", is_met=False)]
    words = [_row("F2", "0 of 3", is_met=True), _row("F2", "0 of 4", is_met=True)]
    assert folded(words) == words


def test_a_size_is_added_up_and_called_smaller_than_what_is_asked_for() -> None:
    """It is no bar that was missed, and nobody takes a short run for a whole one."""
    own = Table(properties=[])
    own.size("F4", "seeds", 20, 300)
    [(_, row)] = own.properties
    small = Row(fault="F4", what="seeds", figure="20", bar="300 asked for", is_met=False)
    assert row == ("F4", "seeds", "20", "300 asked for", False)
    assert folded([small] * 15)[0].is_met
    shown = "\n".join(lines(folded([small, small])))
    assert "40      300 asked for  SMALLER" in shown
    assert shown.endswith("1 rows, 0 missed, 1 smaller than asked for")


def test_a_recorded_row_travels_with_the_report(table: Table, request: pytest.FixtureRequest) -> None:
    """As plain values: a worker sends them on."""
    own = Table(properties=[])
    own.record("F3", "calls failed", 1_234, 0.5, met=True)
    assert own.properties == [("fault", ("F3", "calls failed", "1,234", "0.50", True))]
    assert table.properties is request.node.user_properties


def test_a_fault_without_a_bar_is_refused() -> None:
    """A row of no fault would be read by nobody."""
    with pytest.raises(ValueError, match="F17"):
        Table(properties=[]).record("F17", "calls", 0, 0, met=True)
