"""The log says what was changed, from what to what and by whom; and never what anybody wrote."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.roles import Role
from bot.services.cards.admin import facts
from bot.services.delivery.agenda import begin_housekeeping
from bot.services.organisations.role_codes import first_code
from bot.services.organisations.standing import OPERATOR
from bot.surface.card import Card
from tests.unit.admin.admin_hands import facts_on, opened, sent
from tests.unit.admin.team import a_team, code_for, take
from tests.unit.small_house import BEN, MONDAY, SmallHouse, card_of, control, form_of


async def log(house: SmallHouse) -> dict[str, str]:
    """Return the first card of the log."""
    return facts_on(card_of(await opened(house, "admin.log")))


async def test_one_change_is_written_for_each_field_that_changed() -> None:
    """With what was before; a form that changes nothing writes nothing."""
    with a_team() as house:
        await sent(house, "admin.links", on_call="555 0100", staff="Union desk 555 0102")
        await sent(house, "admin.links")
        await sent(house, "admin.links", on_call="555 0199")
        told = await log(house)
        assert len(told) == 2  # two of one thing at one minute share their name
        card = card_of(await opened(house, "admin.log"))
        pairs = [pair for block in card.blocks for pair in getattr(block, "pairs", ())]
        assert [value for _, value in pairs] == [
            "555 0100 \u2192 555 0199, by an admin, as chat says",
            "not set \u2192 Union desk 555 0102, by an admin, as chat says",
            "not set \u2192 555 0100, by an admin, as chat says",
        ]
        assert pairs[0][0] == f"Monday 5 January 2026, 08:00, {facts.ON_CALL}"


async def test_it_says_who_by_their_own_name() -> None:
    """And, when their role has ended, that it did."""
    with a_team() as house:
        await take(house, BEN, await code_for(house, Role.ADMIN), "Ben from the day unit")
        await sent(house, "admin.links", BEN, on_call="555 0100")
        assert any(value.endswith("by Ben from the day unit") for value in (await log(house)).values())
        roles = card_of(await opened(house, "admin.roles"))
        asked = control(card_of(await house.press(control(roles, "role.whose"))), "role.ask")
        sure = card_of(await house.choose(asked, asked.options[0].name))  # type: ignore[union-attr]  # a Choose
        await house.press(control(sure, "role.back"))
        told = await log(house)
        on_call = next(value for name, value in told.items() if name.endswith(facts.ON_CALL))
        assert on_call.endswith("by somebody whose role ended")


async def test_what_only_begins_has_nothing_before_it() -> None:
    """A message to everybody was not another one before: no arrow stands there."""
    with a_team() as house:
        before = card_of(await opened(house, "admin.leaving"))
        await house.press(control(before, "admin.leaving.tell"))
        [said] = (await log(house)).values()
        assert said == "how to take theirs along, by an admin, as chat says"


async def test_nobody_passes_for_the_operator_by_a_name() -> None:
    """A holder who calls themselves so is named as they typed it."""
    with a_team() as house:
        await take(house, BEN, await code_for(house, Role.ADMIN), OPERATOR)
        await sent(house, "admin.links", BEN, on_call="555 0100")
        told = await log(house)
        assert next(iter(told.values())).endswith("by operator")


async def test_ten_stand_on_a_card_and_earlier_ones_behind_a_press() -> None:
    """Every one of them is found, once."""
    with a_team() as house:
        for number in range(23):
            await sent(house, "admin.links", on_call=f"555 {number:04}")
        values: list[str] = []
        card: Card | None = card_of(await opened(house, "admin.log"))
        counts: list[int] = []
        while card is not None:
            found = [value for block in card.blocks for _, value in getattr(block, "pairs", ())]
            values += found
            counts.append(len(found))
            earlier = next((one for one in card.controls if one.name == "admin.log"), None)
            card = card_of(await house.press(earlier)) if earlier else None
        assert counts == [10, 10, 3]
        assert len(set(values)) == 23


async def test_long_values_are_shortened() -> None:
    """What stands there in full is the setting itself."""
    with a_team() as house:
        await sent(house, "admin.links", policy="https://example.org/" + "x" * 250)
        assert all(len(value) < 250 for value in (await log(house)).values())


async def test_no_words_of_anybody_come_into_the_log() -> None:
    """Neither from the journal, nor from a check-in, nor from a draft, whatever is set meanwhile."""
    with a_team() as house:
        await house.settle_in(BEN)
        canary = "heron0canary"
        await house.submit_by(BEN, form_of(await house.command("write", BEN)), {"text": f"A {canary} stood."})
        await house.say(f"some more words of a {canary} here", BEN)
        await house.command("checkin", BEN)
        await sent(house, "admin.links", on_call="555 0100")
        await sent(house, "admin.days", off_days="24 December")
        card = card_of(await opened(house, "admin.log"))
        assert canary not in card.text
        rows = await house.store.run(
            lambda unit: [
                row for each in unit.organisations.every() for row in unit.organisations.changes(each.id, 99)
            ]
        )
        assert len(rows) == 2


async def test_the_code_of_the_first_admin_is_not_in_the_log() -> None:
    """Whoever reads the log later could not have used it."""
    with a_team() as house:
        code = await house.store.run(lambda unit: first_code(house.vault, unit))
        await take(house, BEN, code, "Ben")
        assert code not in card_of(await opened(house, "admin.log")).text
        assert "Ben, admin" in card_of(await opened(house, "admin.log")).text


async def test_before_anything_was_changed_it_says_so() -> None:
    """An empty log is no fault."""
    with a_team() as house:
        assert "Nothing was changed yet." in card_of(await opened(house, "admin.log")).text


async def test_the_log_reaches_two_years_back() -> None:
    """What is older is forgotten by the daily housekeeping, and nothing before."""
    with a_team() as house:
        await house.store.run(lambda unit: begin_housekeeping(unit, house.clock.now()))
        await sent(house, "admin.links", on_call="Bleep 1")
        await house.until(MONDAY + timedelta(days=729))
        assert len(await log(house)) == 1
        await house.until(MONDAY + timedelta(days=732))
        assert len(await log(house)) == 0
