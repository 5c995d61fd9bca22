"""The page that a platform gives each person: what comes next, counts, and the ways from there."""

from __future__ import annotations

import pytest

from bot.domain.sheets import SheetKind
from bot.surface.audience import Direct, Home
from bot.surface.card import Card, Reach
from bot.surface.inbound import HomeOpened
from bot.surface.outcome import Show
from bot.testing.store import Trouble
from tests.unit.flows.walks import begin, reply
from tests.unit.plans.house import WORDS, january, keep, opened, plan_world
from tests.unit.small_house import ANA, BEN, card_of, control, form_of, on
from tests.unit.world import World, labels, world

EVERYWHERE = ["Write", "Check in now", "Plans", "Settings"]


async def _home(house: World) -> Card:
    outcome = await house.hear(HomeOpened(**house.facts(ANA)))
    assert isinstance(outcome.first, Show)
    assert (outcome.first.audience, outcome.then) == (Home(), ())
    assert outcome.first.card.reach is Reach.PERSONAL
    return outcome.first.card


async def test_it_says_what_comes_next() -> None:
    """One line, and every way is one press away."""
    with world() as house:
        await house.settle_in()
        page = await _home(house)
        assert page.text == "Reststop\n\nNext check-in: Today at 09:00."
        assert labels(page) == [*EVERYWHERE, "Pause", "Help now"]
        for name, text_id in (
            ("home.checkin", "checkin"),
            ("home.settings", "settings"),
            ("home.pause", "paused"),
        ):
            assert card_of(await house.press(control(page, name))).text_id == text_id
        assert form_of(await house.press(control(page, "home.write"))).name == "entry"
        assert card_of(await house.press(control(page, "home.plans"))).text_id == "plans.none"


async def test_who_has_paused_may_resume_there() -> None:
    """The button is the other one, and the line says how things stand."""
    with world() as house:
        await house.settle_in()
        await house.command("pause")
        page = await _home(house)
        assert "Paused. Nothing comes until you say `resume`." in page.text
        assert labels(page) == [*EVERYWHERE, "Resume", "Help now"]
        assert card_of(await house.press(control(page, "home.resume"))).text_id == "resumed"
        assert "Pause" in labels(await _home(house))


async def test_leave_is_said_and_can_be_ended() -> None:
    """With the first check-in after it."""
    with world() as house:
        await house.settle_in()
        await house.command("leave until 12 January")
        page = await _home(house)
        assert "On leave until Monday 12 January" in page.text
        assert "Resume" in labels(page)


async def test_who_has_chosen_no_hour_is_shown_the_place() -> None:
    """Neither a pause nor a resume is offered."""
    with world() as house:
        await house.arrive()
        page = await _home(house)
        assert "No hour is chosen yet." in page.text
        assert labels(page) == [*EVERYWHERE, "Help now"]


async def test_plans_and_reflections_are_counts() -> None:
    """Never what they are; closed ones are not counted, and a page that does not open harms nothing."""
    with plan_world() as house:
        await house.settle_in()
        for words in (WORDS, "another of the kind", "a third", "and a fourth"):
            await keep(house, words, back_on=january(20))
        await house.press(control(await opened(house), "plan.close"))
        page = await _home(house)
        assert "Open plans: 3" in page.text
        assert not any(word in repr(page) for word in ("heron", "crossing", "river", "20 January"))
        first, second, *_ = [row for row in house.tables.sheets.values() if row.kind is SheetKind.PLAN]
        object.__setattr__(first, "sealed", second.sealed)
        assert "Open plans: 2" in (await _home(house)).text


async def test_an_open_reflection_is_one_and_leads_back() -> None:
    """Its name and step stand nowhere."""
    with world() as house:
        await reply(house, await begin(house, "rest"), "three")
        page = await _home(house)
        assert page.text.endswith("Guided reflections under way: 1")
        assert not any(word in repr(page) for word in ("bench", "rest_stop"))
        assert card_of(await house.press(control(page, "home.practise"))).text_id == "flow.middle"


async def test_nothing_that_was_written_or_marked_stands_there() -> None:
    """Not a page, a draft, a mark or what was asked."""
    with world() as house:
        card = await house.asked()
        await house.pick(card, "checkin.energy", 1)
        await house.submit(form_of(await house.command("write")), text="herons at dusk")
        await house.say("the river was high today")
        page = await _home(house)
        assert labels(page) == [*EVERYWHERE, "Pause", "Help now"]
        assert page.text == "Reststop\n\nNext check-in: Tomorrow at 09:00."


async def test_a_visitor_finds_the_first_card_and_leaves_no_trace() -> None:
    """Yes and No work there as they do anywhere, and only a yes is kept."""
    with world() as house:
        await house.settle_in(BEN)
        before = house.tables
        page = await _home(house)
        assert page.text_id == "consent"
        no = await house.press(control(page, "consent.no"))
        assert card_of(no).text_id == "consent_declined"
        assert house.tables is before
        yes = (await house.press(control(page, "consent.yes"))).first
        assert isinstance(yes, Show)
        assert (yes.audience, yes.card.text_id) == (Direct(), "checkin.first")
        assert (await _home(house)).text_id == "home"


async def test_who_has_stopped_is_asked_again() -> None:
    """Nothing of theirs is shown."""
    with world() as house:
        await house.settle_in()
        await house.command("stop")
        assert (await _home(house)).text_id == "consent"


@pytest.mark.parametrize("trouble", [None, Trouble.LOCKED, Trouble.FULL])
async def test_it_only_looks(trouble: Trouble | None) -> None:
    """It is opened a hundred times a day: nothing is written, and a database that takes nothing shows it."""
    with world() as house:
        await house.settle_in()
        before = house.tables
        house.store.refuse(trouble)
        assert (await _home(house)).text_id == "home"
        house.store.refuse(None)
        assert house.tables is before


async def test_trouble_is_said_in_its_place() -> None:
    """Whoever looks at the page is answered there, and no message comes of it."""
    with world() as house:
        await house.settle_in()
        house.store.refuse(Trouble.AWAY)
        assert (await _home(house)).text_id == "not_now"


async def test_a_slow_look_is_answered_all_the_same() -> None:
    """A surface says that it takes a moment; only after ten seconds is it given up."""
    with world() as house:
        await house.settle_in()
        house.vault.slowly = lambda: house.clock.spend(9.9)
        assert (await _home(house)).text_id == "home"
        house.vault.slowly = lambda: house.clock.spend(10.1)
        assert (await _home(house)).text_id == "not_now"


async def test_the_next_check_in_is_that_of_the_person_who_looks() -> None:
    """Ben's hour is his own."""
    with world() as house:
        await house.settle_in()
        await house.settle_in(BEN, at="14:30")
        outcome = await house.hear(HomeOpened(**house.facts(BEN)))
        assert "14:30" in card_of(outcome).text
        await house.until(on(5, 10))
        assert "Tomorrow at 09:00" in (await _home(house)).text
