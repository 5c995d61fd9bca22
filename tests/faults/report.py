"""The table of faults: what each was measured to do, beside its bar; printed after `make faults`.

A test takes the fixture `table`, records a row as soon as it has a figure, and asserts afterwards: so a bar
that was missed stands in the table with what was measured.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, field, replace
from itertools import chain
from operator import itemgetter

import pytest

from tests.parts import choice

_ASKED = " asked for"
_SPENT = "cpu"
FAULTS = tuple(f"F{number}" for number in range(1, 17))
"""Those that have a bar."""
_KEY = "fault"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measure of one fault; `what` says of what, and on which ground or platform."""

    fault: str
    what: str
    figure: str
    bar: str
    is_met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Where a test leaves what it measured; the rows travel with its report, from any worker."""

    properties: list[tuple[str, object]] = field(repr=False)

    def record(
        self,
        fault: str,
        what: str,
        figure: object,
        bar: object,
        met: bool,  # noqa: FBT001 - the five are read as a row
    ) -> None:
        """Leave a row; the test itself fails by what it asserts after this.

        Raises:
            ValueError: there is no such fault.
        """
        if fault not in FAULTS:
            raise ValueError(fault)
        row = Row(fault=fault, what=what, figure=_written(figure), bar=_written(bar), is_met=met)
        self.properties.append((_KEY, astuple(row)))

    def size(self, fault: str, what: str, ran: int, asked: int) -> None:
        """Leave how much was run of what is asked for; what several tests ran is added up."""
        self.record(fault, what, ran, f"{asked:,}{_ASKED}", met=ran >= asked)


@pytest.fixture
def table(request: pytest.FixtureRequest) -> Table:
    """Return the table of faults."""
    return Table(properties=request.node.user_properties)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the rows of all tests that ran, in the order of faults; nothing where `make test` runs."""
    rows = folded(_rows(terminalreporter))
    if not rows or config.getoption(choice.OPTION) == "short":
        return
    terminalreporter.section("faults")
    for line in lines(rows):
        terminalreporter.write_line(line)
    terminalreporter.section("processor time of each file, without that of a PostgreSQL")
    costs = _costs(terminalreporter)
    for file, seconds in sorted(costs.items(), key=itemgetter(1), reverse=True):
        terminalreporter.write_line(f"{seconds:8.1f} s  {file}")


@pytest.fixture(autouse=True)
def _measured(request: pytest.FixtureRequest) -> Iterator[None]:
    """Leave what a test of a fault and the processes that it began cost."""
    began = sum(os.times()[:4])
    yield
    if request.path.parent.name == "faults":
        request.node.user_properties.append((_SPENT, sum(os.times()[:4]) - began))


def lines(rows: list[Row]) -> Iterator[str]:
    """Give the table, a line each, and which faults have no row in it."""
    cells = [("fault", "what", "figure", "bar", ""), *(_cells(row) for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(4)]
    for row in cells:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        yield "  ".join([*padded, row[-1]]).rstrip()
    missing = [fault for fault in FAULTS if fault not in {row.fault for row in rows}]
    if missing:
        yield f"not measured in this run: {' '.join(missing)}"
    smaller = sum(not row.is_met and row.bar.endswith(_ASKED) for row in rows)
    missed = sum(not row.is_met for row in rows) - smaller
    yield f"{len(rows)} rows, {missed} missed" + (f", {smaller} smaller than asked for" if smaller else "")


def folded(rows: Iterable[Row]) -> list[Row]:
    """Return rows in the order of faults; what several tests counted of one measure is added up."""
    same = defaultdict[tuple[str, str, str], list[Row]](list)
    for row in rows:
        same[row.fault, row.what, row.bar].append(row)
    return sorted(chain.from_iterable(map(_sum, same.values())), key=lambda row: (_place(row), row.what))


def _place(row: Row) -> int:
    return FAULTS.index(row.fault)


def _sum(rows: list[Row]) -> list[Row]:
    figures = [row.figure.replace(",", "") for row in rows]
    if not all(figure.isdecimal() for figure in figures):
        return rows
    total = sum(map(int, figures))
    is_met = all(row.is_met for row in rows)
    if rows[0].bar.endswith(_ASKED):
        is_met = total >= int(rows[0].bar.removesuffix(_ASKED).replace(",", ""))
    return [replace(rows[0], figure=_written(total), is_met=is_met)]


def _cells(row: Row) -> tuple[str, str, str, str, str]:
    missed = "SMALLER" if row.bar.endswith(_ASKED) else "MISSED"
    return row.fault, row.what, row.figure, row.bar, "met" if row.is_met else missed


def _rows(reporter: pytest.TerminalReporter) -> Iterator[Row]:
    for reports in reporter.stats.values():
        for report in reports:
            if isinstance(report, pytest.TestReport) and report.when == "call":
                yield from (_row(value) for key, value in report.user_properties if key == _KEY)


def _costs(reporter: pytest.TerminalReporter) -> dict[str, float]:
    found = defaultdict[str, float](float)
    for reports in reporter.stats.values():
        for report in reports:
            if isinstance(report, pytest.TestReport) and report.when == "teardown":
                seconds = [float(str(value)) for key, value in report.user_properties if key == _SPENT]
                if seconds:
                    found[report.nodeid.partition("::")[0]] += sum(seconds)
    return found


def _row(value: object) -> Row:
    """Read a row that came from a worker.

    Raises:
        TypeError: it is no row.
    """
    match value:
        case (str(fault), str(what), str(figure), str(bar), bool(is_met)):
            return Row(fault=fault, what=what, figure=figure, bar=bar, is_met=is_met)
        case _:
            raise TypeError(type(value).__name__)


def _written(figure: object) -> str:
    match figure:
        case bool():
            return "yes" if figure else "no"
        case int():
            return f"{figure:,}"
        case float():
            return f"{figure:,.2f}"
        case _:
            return str(figure)
