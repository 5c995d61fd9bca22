"""What an admin sets in small forms: shown on the menu as it stands, taken whole or not at all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.domain.organisations import Ceiling
from bot.domain.roles import Creates, Role
from bot.services.cards.admin import facts
from bot.surface.card import Buttons
from tests.unit.admin.admin_hands import facts_on, menu_facts, opened, organisation, sent
from tests.unit.admin.team import a_team, code_for, take
from tests.unit.small_house import BEN, MONDAY, card_of, control, errors_of, form_of

TODAY = MONDAY.date()
PAGE = "https://example.org/staff/endings"


async def test_what_nobody_set_says_so() -> None:
    """Each of them, and looking writes nothing: there is no organisation yet."""
    with a_team() as house:
        shown = await menu_facts(house)
        for name in (facts.POLICY, facts.ON_CALL, facts.STAFF, facts.KEEPING, facts.OFF_DAYS, facts.HOLIDAYS):
            assert shown[name].startswith("not set"), name
        for name in (facts.QUIET, facts.CHANNELS):
            assert shown[name].startswith("not set"), name
        assert shown[facts.GROUP] == "5 people"
        assert await organisation(house) is None


async def test_the_menu_fits_every_platform() -> None:
    """Discord takes five rows of buttons."""
    with a_team() as house:
        menu = card_of(await house.command("admin"))
        assert sum(isinstance(block, Buttons) for block in menu.blocks) <= 5


async def test_links_and_lines_are_shown_as_they_stand() -> None:
    """On the menu, and in the form when it is opened again."""
    with a_team() as house:
        staff = "Staff counselling 555 0101\n\n  Union desk   555 0102 "
        set_ = card_of(await sent(house, "admin.links", policy=PAGE, on_call="555 0100", staff=staff))
        assert facts_on(set_)[facts.STAFF] == "Staff counselling 555 0101; Union desk 555 0102"
        shown = await menu_facts(house)
        assert (shown[facts.POLICY], shown[facts.ON_CALL]) == (PAGE, "555 0100")
        form = form_of(await opened(house, "admin.links"))
        assert [field.value for field in form.fields] == [
            PAGE,
            "555 0100",
            "Staff counselling 555 0101\nUnion desk 555 0102",
        ]
        again = card_of(await house.submit(form))
        assert "Nothing was changed." in again.text
        await house.submit(form, policy="")
        assert (await menu_facts(house))[facts.POLICY] == "not set"


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org",
        "https://",
        "javascript:alert(1)",
        "https://example.org/a b",
        "https://trusted.example@elsewhere.example/",
        "https://example.org/" + "x" * 300,
        "https://exa\u202emple.org",
        "https://g\u043eod.example/",
        "https://good.example:abc/",
        "https://good.example:99999/",
        "https://good..example/",
        "https://localhost/",
        "https://[::1]/",
        "https://good.example/|<!everyone>",
        "https://good.example/)[elsewhere](https://elsewhere.example",
        "https://good.example\\elsewhere.example/",
    ],
)
async def test_what_is_no_address_of_a_page_is_refused_at_its_field(address: str) -> None:
    """And nothing else of the form is taken."""
    with a_team() as house:
        refused = await sent(house, "admin.links", policy=address, on_call="555 0100")
        assert list(errors_of(refused)) == ["policy"]
        assert await organisation(house) is None


async def test_lines_that_do_not_fit_are_refused_at_their_fields() -> None:
    """Four of them, a long one, and what a screen must not see."""
    with a_team() as house:
        refused = await sent(house, "admin.links", on_call="a\nb", staff="1\n2\n3\n4")
        assert sorted(errors_of(refused)) == ["on_call", "staff"]
        refused = await sent(house, "admin.links", on_call="x" * 121, staff="555\u202e0100")
        assert sorted(errors_of(refused)) == ["on_call", "staff"]


async def test_days_and_hours_of_the_team() -> None:
    """Typed as people do; what is over drops out by itself."""
    with a_team() as house:
        assert form_of(await opened(house, "admin.days")).fields[0].value == ""
        await sent(house, "admin.days", off_days="6 January, 24 December\n31 December 2026", quiet="20-8")
        here = await organisation(house)
        assert here is not None
        assert sorted(here.rules.off_days) == [date(2026, 1, 6), date(2026, 12, 24), date(2026, 12, 31)]
        assert (await menu_facts(house))[facts.QUIET] == "20:00 to 08:00"
        await house.until(MONDAY + timedelta(days=3))
        form = form_of(await opened(house, "admin.days"))
        assert form.fields[0].value == "24 December 2026, 31 December 2026"
        await house.submit(form, quiet="none")
        here = await organisation(house)
        assert here is not None
        assert sorted(here.rules.off_days) == [date(2026, 12, 24), date(2026, 12, 31)]
        assert here.rules.quiet is None


@pytest.mark.parametrize("quiet", ["00:00-23:59", "08:00-07:59", "18:00-10:01"])
async def test_quiet_hours_of_a_team_leave_a_third_of_the_day(quiet: str) -> None:
    """No organisation silences everybody without an end: that is what a pause is for, and it has one."""
    with a_team() as house:
        refused = await sent(house, "admin.days", quiet=quiet)
        assert list(errors_of(refused)) == ["quiet"]
        assert await organisation(house) is None


async def test_a_day_that_cannot_be_read_is_named_by_its_place() -> None:
    """Nothing that was typed is lost, or taken in part."""
    with a_team() as house:
        refused = errors_of(await sent(house, "admin.days", off_days="24 December, 4/1", quiet="never"))
        assert refused["off_days"].startswith("Day 2 of these")
        assert "quiet" in refused
        many = ", ".join(f"2027-01-{day % 28 + 1}" for day in range(61))
        assert "60" in errors_of(await sent(house, "admin.days", off_days=many))["off_days"]
        assert await organisation(house) is None


async def test_a_shorter_time_for_pages_begins_in_a_month_and_can_be_taken_back() -> None:
    """Until then what holds goes on; a longer one holds at once."""
    with a_team() as house:
        change = control(card_of(await opened(house, "admin.keeping")), "admin.keeping.change")
        form = form_of(await house.press(change))
        assert form.fields[0].value == "none"
        assert "4 February 2026" in card_of(await house.submit(form, longest="year")).text
        here = await organisation(house)
        assert here is not None
        assert here.rules.ceilings == (Ceiling(since=TODAY + timedelta(days=30), days=365),)
        card = card_of(await opened(house, "admin.keeping"))
        assert "Wednesday 4 February 2026" in card.text
        await house.press(control(card, "admin.keeping.back"))
        here = await organisation(house)
        assert here is not None
        assert here.rules.ceilings == ()


async def test_everybody_is_told_of_a_shorter_time_and_not_of_one_that_was_taken_back() -> None:
    """One letter, about what was set last: the first was taken back while everybody was still asleep."""
    with a_team() as house:
        await house.settle_in(BEN, at="12:00", quiet="7-10")
        card = card_of(await opened(house, "admin.keeping"))
        form = form_of(await house.press(control(card, "admin.keeping.change")))
        await house.submit(form, longest="month")
        await house.press(control(card_of(await opened(house, "admin.keeping")), "admin.keeping.back"))
        await house.submit(form, longest="quarter")
        await house.submit(form, longest="quarter")
        came = await house.until(MONDAY + timedelta(hours=3))
        told = [one.text for one in came if one.text_id == "notice.ceiling"]
        assert len(told) == 1
        assert "90 days" in told[0]


async def test_the_smallest_group_is_raised_after_a_question_and_never_lowered() -> None:
    """Eight, then four, then six: both are refused in words."""
    with a_team() as house:
        asked = card_of(await sent(house, "admin.group", people="8"))
        assert "cannot be lowered" in asked.text
        assert (await menu_facts(house))[facts.GROUP] == "5 people"
        await house.press(control(asked, "admin.group.raise"))
        for people in ("4", "6"):
            refused = errors_of(await sent(house, "admin.group", people=people))
            assert refused["people"] == (
                "It can be raised, never lowered: somebody answered on the larger number."
            )
        for people in ("101", "many", "-1", "\u0661\u0662"):
            refused = errors_of(await sent(house, "admin.group", people=people))
            assert refused["people"] == "A whole number from 5 to 100."
        await house.press(control(asked, "admin.group.raise"))
        assert (await menu_facts(house))[facts.GROUP] == "8 people"


async def test_a_question_that_was_left_never_lowers_the_group() -> None:
    """The older yes is pressed after the group was raised further."""
    with a_team() as house:
        eight = card_of(await sent(house, "admin.group", people="8"))
        twelve = card_of(await sent(house, "admin.group", people="12"))
        await house.press(control(twelve, "admin.group.raise"))
        await house.press(control(eight, "admin.group.raise"))
        assert (await menu_facts(house))[facts.GROUP] == "12 people"


async def test_who_may_begin_circles_and_where() -> None:
    """Names are kept as they are compared."""
    with a_team() as house:
        await sent(house, "admin.creating", circles="admins", channels="#Day-Unit\nnight-team\nday-unit")
        here = await organisation(house)
        assert here is not None
        assert here.rules.circles_by is Creates.ADMINS
        assert here.rules.courses_by is Creates.ROLE
        assert here.rules.channels == ("day-unit", "night-team")
        many = "\n".join(f"channel-{number}" for number in range(11))
        assert "channels" in errors_of(await sent(house, "admin.creating", channels=many))


async def test_only_signed_texts_is_a_yes_and_a_no() -> None:
    """It says what it means before, and one press takes it back."""
    with a_team() as house:
        card = card_of(await opened(house, "admin.reviewed"))
        assert "held back" in card.text
        await house.press(control(card, "admin.reviewed.save"))
        assert (await menu_facts(house))[facts.REVIEWED] == "yes"
        await house.press(control(card_of(await opened(house, "admin.reviewed")), "admin.reviewed.save"))
        assert (await menu_facts(house))[facts.REVIEWED] == "no"


async def test_a_form_of_an_admin_is_worth_nothing_in_other_hands() -> None:
    """A role that ended takes the open form with it, and words in it are not lost."""
    with a_team() as house:
        house.managers[BEN] = True
        form = form_of(await opened(house, "admin.links", BEN))
        del house.managers[BEN]
        errors_of(await house.submit_by(BEN, form, {"on_call": "555 0100"}))
        assert await organisation(house) is None


async def test_a_supervisor_sees_no_settings_and_opens_none() -> None:
    """The card is there for the review desk; what is set, and the log, are for admins."""
    with a_team() as house:
        await take(house, BEN, await code_for(house, Role.SUPERVISOR), "Ben")
        menu = card_of(await house.command("admin", BEN))
        assert menu.text_id == "admin.menu"
        assert facts_on(menu) == {}
        assert not [one for one in menu.controls if one.name in {"admin.links", "admin.log", "admin.hush"}]
