"""What has no time of its own: a plan stays while it is open, lists and wishes as long as they are wished."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.sheets import SheetKind
from bot.services.delivery import agenda
from tests.unit.plans.house import WORDS, january, keep, listed, opened, plan_world
from tests.unit.small_house import MONDAY, card_of, control, form_of
from tests.unit.world import World

DAY = timedelta(days=1)


def _kinds(house: World) -> list[SheetKind]:
    return sorted(sheet.kind for sheet in house.tables.sheets.values())


async def _keep_for_a_month(house: World) -> None:
    await house.settle_in()
    await house.store.run(lambda unit: agenda.begin_housekeeping(unit, house.clock.now()))
    card = card_of(await house.command("settings"))
    form = form_of(await house.press(control(card, "settings.keeping")))
    await house.submit(form, pages="month", scenes="week")
    people = card_of(await house.command("people"))
    await house.submit(form_of(await house.press(control(people, "people.change"))), one="Robin")
    await house.command("pause")


async def test_a_plan_stays_as_long_as_it_is_open() -> None:
    """With a day or without one, however old; closed, it goes when its time after that is over."""
    with plan_world() as house:
        await _keep_for_a_month(house)
        await keep(house)
        await keep(house, "with a day", back_on=january(9))
        before = _kinds(house)
        await house.until(MONDAY + 100 * DAY)
        assert WORDS in await listed(house)
        assert _kinds(house) == before
        await house.press(control(await opened(house), "plan.close"))
        await house.until(MONDAY + 129 * DAY)
        assert _kinds(house) == before
        await house.until(MONDAY + 140 * DAY)
        left = list(before)
        left.remove(SheetKind.PLAN)
        assert _kinds(house) == left
        assert WORDS in await listed(house)


async def test_lists_and_wishes_never_go_by_age() -> None:
    """They say how somebody wishes things to be, and that does not grow old."""
    with plan_world() as house:
        await _keep_for_a_month(house)
        await house.until(MONDAY + 400 * DAY)
        assert _kinds(house) == [SheetKind.PEOPLE, SheetKind.WISHES]
