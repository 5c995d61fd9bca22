"""Between any two zones: each date is asked once at most, and on the way home none is left out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.deliveries import DeliveryState
from bot.surface.inbound import ActionPressed
from tests.unit.small_house import ANA, card_of, form_of
from tests.unit.world import World, world

DAY = timedelta(days=1)
ZONES = (
    "Pacific/Honolulu", "America/New_York", "America/Sao_Paulo", "UTC", "Europe/London", "Asia/Kolkata",
    "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Apia",
)  # fmt: skip
"""No two of them lie a day or more apart by the clock."""
START = datetime(2026, 3, 20, 9, tzinfo=UTC)
"""Before the clocks of most of them change."""


async def _go(house: World, zone: str, until: date) -> None:
    opened = await house.hear(
        ActionPressed(**house.facts(ANA), ref=house.desk.mint(ANA)("settings.elsewhere"))
    )
    card_of(await house.submit(form_of(opened), zone=zone, until=until.isoformat()))


@given(
    home=st.sampled_from(ZONES),
    there=st.sampled_from(ZONES),
    hour=st.integers(0, 23),
    leaves=st.integers(0, 60),
    stays=st.integers(2, 9),
)
@example(home="Pacific/Auckland", there="Pacific/Honolulu", hour=12, leaves=30, stays=4)
@example(home="Pacific/Honolulu", there="Pacific/Auckland", hour=12, leaves=30, stays=4)
@example(home="Europe/London", there="Pacific/Apia", hour=23, leaves=13, stays=3)
@example(home="America/New_York", there="Pacific/Honolulu", hour=0, leaves=0, stays=2)
@example(home="Pacific/Honolulu", there="America/New_York", hour=0, leaves=0, stays=2)
async def test_no_date_comes_twice_and_none_is_lost_on_the_way_home(
    home: str, there: str, hour: int, leaves: int, stays: int
) -> None:
    """Going east a date may be over there before its hour came; nothing else is ever left out."""
    if home == there:
        return
    with world() as house:
        house.clock.move_to(START)
        await house.settle_in(days="daily", at=f"{hour:02}:00", zone=home, quiet="none")
        await house.until_answering(START + timedelta(hours=leaves))
        went = house.clock.now()
        until = went.astimezone(ZoneInfo(home)).date() + (stays + 1) * DAY
        await _go(house, there, until)
        await house.until_answering(went + (stays + 4) * DAY)
        sent = [each for each in house.outbox if each.state is DeliveryState.SENT]
        dates = [each.slot_on for each in sent]
        assert len(set(dates)) == len(dates)
        assert sorted(each.due_at for each in sent) == [each.due_at for each in sent]
        assert {each.slot for each in sent} == {f"{hour:02}:00"}
        whole = {dates[0] + number * DAY for number in range((dates[-1] - dates[0]).days + 1)}
        lost = whole - set(dates)
        on_the_way = went.astimezone(ZoneInfo(there)).date()
        assert lost <= {on_the_way - DAY, on_the_way}
        assert len(lost) <= 1
        assert all(
            each.due_at.astimezone(ZoneInfo(there if each.slot_on < until else home)).strftime("%H:%M")
            == each.slot
            for each in sent
            if each.due_at > went
        )
        assert (await house.person()).zone == home
