"""The log of sessions: kept sealed, read by its owner alone, changed and removed."""

from __future__ import annotations

import pytest

from bot.domain.sheets import SheetKind
from bot.surface.audience import Reading
from bot.surface.card import Card
from bot.surface.outcome import Outcome, Refuse, Show
from tests.unit.small_house import card_of, control, form_of, on
from tests.unit.supervision.test_supervision_list import listed, marked
from tests.unit.world import World, world

AGREED = "ask first, then wait for the heron"


async def noted(house: World, **values: str) -> Outcome:
    """Let Ana note a session that took place today."""
    form = form_of(await house.press(control(await listed(house), "session.add")))
    return await house.submit(form, **({"minutes": "50", "agreed": AGREED} | values))


async def log(house: World) -> Card:
    """Let Ana open her log."""
    outcome = await house.press(control(await listed(house), "session.log"))
    assert isinstance(outcome.first, Show)
    assert isinstance(outcome.first.audience, Reading)
    return outcome.first.card


async def test_a_session_is_kept_with_what_was_agreed() -> None:
    """It says so when it is true, and the row says nothing in the clear."""
    with world() as house:
        await house.settle_in()
        assert "Kept in your log." in card_of(await noted(house)).text
        [sheet] = [each for each in house.tables.sheets.values() if each.kind is SheetKind.HOURS]
        assert b"heron" not in sheet.sealed
        card = await log(house)
        assert "Monday 5 January 2026, 50 minutes, one to one" in card.text
        assert AGREED in card.text


async def test_what_was_on_the_list_comes_off_it_only_when_they_say_so() -> None:
    """The pages themselves stay."""
    with world() as house:
        await house.settle_in()
        await marked(house)
        saved = card_of(await noted(house))
        await house.press(control(saved, "supervision.left"))
        assert "heron stood" in (await listed(house)).text
        saved = card_of(await noted(house))
        await house.press(control(saved, "supervision.clear"))
        assert "Nothing is on your list" in (await listed(house)).text
        assert "heron stood" in card_of(await house.command("journal last")).text


async def test_a_page_marked_since_is_never_taken_off_unasked() -> None:
    """The press was about another list; pressed for the list as it is, it comes off."""
    with world() as house:
        await house.settle_in()
        await marked(house)
        saved = card_of(await noted(house))
        await marked(house, "and a reed")
        said = card_of(await house.press(control(saved, "supervision.clear")))
        assert "nothing came off" in said.text
        assert "and a reed" in (await listed(house)).text
        saved = card_of(await noted(house))
        for _ in range(2):
            assert "empty now" in card_of(await house.press(control(saved, "supervision.clear"))).text


async def test_what_was_agreed_comes_back_as_a_plan() -> None:
    """On the day that was chosen, without a word about what; then it is looked back on like any other."""
    with world() as house:
        await house.settle_in()
        saved = card_of(await noted(house))
        days = card_of(await house.press(control(saved, "session.bring")))
        moved = card_of(await house.choose(control(days, "session.back"), "P1W"))
        assert "Monday 12 January, then." in moved.text
        came = await house.until_answering(on(12, 9))
        [notice] = [card for card in came if card.text_id == "plan.notice"]
        assert notice.text == "You asked me to bring something back today."
        plan = card_of(await house.press(control(notice, "plan.open")))
        assert (plan.title, AGREED in plan.text) == ("What was agreed", True)


async def test_asked_twice_it_is_one_plan_with_the_later_day() -> None:
    """A day of one's own, or none at all; where nothing was agreed nothing is asked."""
    with world() as house:
        await house.settle_in()
        bare = card_of(await noted(house, agreed=""))
        assert "session.bring" not in {one.name for one in bare.controls}
        bring = control(card_of(await noted(house)), "session.bring")
        days = card_of(await house.press(bring))
        assert "Fine" in card_of(await house.choose(control(days, "session.back"), "none")).text
        assert "No plan is open" in card_of(await house.command("plans")).text
        for day in ("friday", "saturday"):
            days = card_of(await house.press(bring))
            form = form_of(await house.choose(control(days, "session.back"), "another_day"))
            assert isinstance((await house.submit(form, by="yesterday")).first, Refuse)
            await house.submit(form, by=day)
        plans = card_of(await house.command("plans")).text
        assert "Comes back: Saturday 10 January" in plans
        assert plans.count(AGREED) == 1


async def test_a_session_is_changed_and_removed() -> None:
    """In its place, and for good."""
    with world() as house:
        await house.settle_in()
        await noted(house)
        card = await log(house)
        [option] = control(card, "session.pick").options  # type: ignore[union-attr]  # it is a choice
        opened = card_of(await house.choose(control(card, "session.pick"), option.name))
        form = form_of(await house.press(control(opened, "session.edit")))
        await house.submit(form, minutes="90", on="2 January")
        card = await log(house)
        assert "Friday 2 January 2026, 90 minutes" in card.text
        assert "50 minutes" not in card.text
        asked = card_of(await house.press(control(opened, "session.remove")))
        assert card_of(await house.press(control(asked, "session.stay"))).text == "It stays."
        assert "90 minutes" in (await log(house)).text
        for _ in range(2):
            assert "Removed" in card_of(await house.press(control(asked, "session.gone"))).text
        assert "Nothing is in your log yet" in card_of(await house.press(control(opened, "session.log"))).text


async def test_what_may_point_at_a_person_is_said_to_its_writer() -> None:
    """It is kept as it was written; a press opens it again."""
    with world() as house:
        await house.settle_in()
        saved = card_of(await noted(house, agreed="Ask Maria Gonzalez about the ward."))
        assert "may point at a person" in saved.text
        assert "Maria" not in saved.text
        form = form_of(await house.press(control(saved, "session.edit")))
        assert "Maria" in str([field.value for field in form.fields])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("on", "tomorrow"),
        ("on", "4/1"),
        ("minutes", "an hour"),
        ("minutes", "0"),
        ("minutes", "1441"),
        ("minutes", "9" * 5_000),
        ("kind", "x"),
    ],
)
async def test_what_cannot_be_taken_gets_a_sentence(field: str, value: str) -> None:
    """The form stays open with all that was typed."""
    with world() as house:
        await house.settle_in()
        outcome = await noted(house, **{field: value})
        assert isinstance(outcome.first, Refuse)
        assert set(outcome.first.errors) == {field}


async def test_a_second_press_writes_one_session() -> None:
    """The form's ref names it."""
    with world() as house:
        await house.settle_in()
        form = form_of(await house.press(control(await listed(house), "session.add")))
        await house.submit(form, minutes="50")
        await house.submit(form, minutes="50")
        assert (await log(house)).text.count("50 minutes, one to one") == 1


async def test_a_long_log_is_paged() -> None:
    """Eight at once, the latest first."""
    with world() as house:
        await house.settle_in()
        for day in range(1, 6):
            for month in ("2025-11", "2025-12"):
                await noted(house, on=f"{month}-0{day}")
        card = await log(house)
        assert "Friday 5 December 2025" in card.text
        assert "1 November" not in card.text
        more = [one for one in card.controls if one.name == "session.log"]
        assert "1 November" in card_of(await house.press(more[0])).text


async def test_the_log_stays_until_its_owner_removes_it() -> None:
    """Whatever time pages have: it is what somebody shows after years."""
    with world() as house:
        await house.settle_in()
        await noted(house)
        form = form_of(
            await house.press(control(card_of(await house.command("settings")), "settings.keeping"))
        )
        await house.submit(form, pages="month", scenes="week")
        await house.command("pause")
        await house.until(house.clock.now().replace(year=2028))
        assert AGREED in (await log(house)).text
