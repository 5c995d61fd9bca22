"""Column types give back what they were given, and refuse what would change on the way."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from adapters.store.columns import Day, Id, Instant, SealedBytes
from bot.errors import StoreFault
from bot.ports.vault import Sealed

DIALECT = sqlite.dialect()
OFFSETS = st.timedeltas(min_value=timedelta(hours=-23), max_value=timedelta(hours=23)).map(timezone)


@given(st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1), timezones=OFFSETS))  # noqa: DTZ001 - bounds
def test_instant_comes_back_to_the_microsecond(instant: datetime) -> None:
    """Whatever the offset, the same instant comes back, in UTC."""
    stored = Instant().process_bind_param(instant, DIALECT)
    read = Instant().process_result_value(stored, DIALECT)
    assert read == instant
    assert read is not None
    assert read.tzinfo is UTC


@given(st.datetimes(timezones=OFFSETS), st.datetimes(timezones=OFFSETS))
def test_instants_sort_as_they_are_stored(one: datetime, other: datetime) -> None:
    """The numbers stand in the order of time, so that an index over them does."""
    stored = [Instant().process_bind_param(each, DIALECT) or 0 for each in (one, other)]
    assert (one < other) == (stored[0] < stored[1])


def test_instant_without_a_zone_is_refused() -> None:
    """A naive instant never gets into a row."""
    with pytest.raises(StoreFault):
        Instant().process_bind_param(datetime(2026, 3, 2, 9), DIALECT)  # noqa: DTZ001 - the very thing


@given(st.dates())
def test_day_comes_back(day: date) -> None:
    """Every date of the calendar is a number and back."""
    assert Day().process_result_value(Day().process_bind_param(day, DIALECT), DIALECT) == day


@given(st.uuids())
def test_id_comes_back_from_sixteen_bytes(row: UUID) -> None:
    """An id is its 16 bytes."""
    stored = Id().process_bind_param(row, DIALECT)
    assert stored is not None
    assert len(stored) == 16
    assert Id().process_result_value(stored, DIALECT) == row


@given(st.binary(min_size=46))
def test_sealed_bytes_pass_as_they_are(closed: bytes) -> None:
    """What a vault sealed is stored byte for byte, as plain bytes."""
    stored = SealedBytes().process_bind_param(Sealed(b"RS" + closed), DIALECT)
    assert stored == b"RS" + closed
    assert type(stored) is bytes


@given(st.text() | st.binary(max_size=47) | st.binary().filter(lambda value: value[:2] != b"RS"))
def test_plain_words_are_refused(value: str | bytes) -> None:
    """Text, short bytes and bytes without the mark never pass, and are not quoted."""
    with pytest.raises(StoreFault) as refused:
        SealedBytes().process_bind_param(value, DIALECT)  # type: ignore[arg-type]  # what a bug would hand over
    assert str(refused.value) == "Only what a vault has sealed is stored here."


@pytest.mark.parametrize("kind", [Instant(), Day(), Id(), SealedBytes()], ids=repr)
def test_nothing_stays_nothing(kind: Instant | Day | Id | SealedBytes) -> None:
    """NULL goes in and comes out."""
    assert kind.process_bind_param(None, DIALECT) is None
