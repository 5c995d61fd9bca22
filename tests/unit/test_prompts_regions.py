"""Help lines: when one needs another look, and that asking for help always has an answer."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.regions import HelpLine, LineKind, Region, Regions

DAY = date(2026, 3, 1)


def _line(checked_on: date | None, kind: LineKind = LineKind.GENERAL) -> HelpLine:
    return HelpLine(
        kind=kind,
        label="Invented Line",
        text="555 0100 to call",
        numbers=("555 0100",),
        hours="any hour",
        checked_on=checked_on,
    )


def _region(code: str, *lines: HelpLine) -> Region:
    return Region(code=code, name=code, emergency="555", lines=lines)


def test_a_line_is_fresh_for_180_days() -> None:
    """The last day of the 180 still counts, the next one no longer."""
    line = _line(DAY)
    assert not line.is_stale(DAY + timedelta(days=180))
    assert line.is_stale(DAY + timedelta(days=181))


def test_a_line_that_nobody_checked_is_stale() -> None:
    """No look at all is no better than an old one."""
    assert _line(None).is_stale(DAY)


@given(st.integers(0, 2000), st.integers(0, 2000))
def test_a_stale_line_stays_stale(first: int, later: int) -> None:
    """Time alone never makes a line fresh again."""
    line = _line(DAY)
    if line.is_stale(DAY + timedelta(days=first)):
        assert line.is_stale(DAY + timedelta(days=first + later))


def test_lines_are_found_by_kind_in_their_order() -> None:
    """Asking for one kind never brings another."""
    general, second = _line(None), _line(DAY)
    abuse = _line(None, LineKind.ABUSE)
    region = _region("NZ", general, abuse, second)
    assert region.of_kind(LineKind.GENERAL) == (general, second)
    assert region.of_kind(LineKind.ABUSE) == (abuse,)
    assert region.of_kind(LineKind.STAFF) == ()


@given(st.none() | st.text(max_size=5))
def test_every_code_leads_somewhere(code: str | None) -> None:
    """A code that is not known, or none, leads to the directory."""
    here, directory = _region("NZ", _line(None)), _region("elsewhere", _line(None))
    regions = Regions(named=(here,), directory=directory, zones={"Pacific/Auckland": "NZ"})
    assert regions.get(code) is (here if code == "NZ" else directory)


def test_a_zone_suggests_and_never_guesses() -> None:
    """Only a zone that is listed suggests a region."""
    directory = _region("elsewhere", _line(None))
    regions = Regions(named=(), directory=directory, zones={"Pacific/Auckland": "NZ"})
    assert regions.of_zone("Pacific/Auckland") == "NZ"
    assert regions.of_zone("pacific/auckland") is None
