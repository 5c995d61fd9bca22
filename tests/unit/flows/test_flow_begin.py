"""Beginning a flow, one at a time, and finding back into one that was left."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.flows import Flow
from bot.domain.prompts import AudienceKind, Depth, Sensitivity
from bot.services.cards.plain import UNREAD
from bot.surface.card import Choose, LinkButton
from bot.testing.flows_to_run import BOAT, FLOWS_TO_RUN, PAUSE, SHELF
from tests.unit.flows.walks import (
    begin,
    names,
    open_runs,
    press,
    reply,
    rows_of_flows,
    shown,
    walk,
    with_flows,
)
from tests.unit.small_house import card_of, control
from tests.unit.world import labels, world


async def test_a_rest_begins_at_once() -> None:
    """No list, no way to choose, no line of warning; one says that nobody has signed it."""
    with world() as house:
        await house.settle_in()
        card = shown(await house.command("rest"))
        assert card.text == f"{PAUSE.title}\n\n{UNREAD}\n\nThe bench is free. For how long?"


async def test_repair_offers_two_ways_in_one_tap() -> None:
    """After one line of warning; each way says how much it asks."""
    with world() as house:
        await house.settle_in()
        card = shown(await house.command("repair"))
        assert card.text == (
            f"{BOAT.title}\n\nThis one can touch something tender. You can stop at any step.\n\n{UNREAD}\n\n"
            "The long way asks up to 8 questions, the short one up to 6."
        )
        assert labels(card) == ["Short", "Long", "Not now", "Help now"]
        assert (await press(house, card, "flow.short")).text == "Whose boat is it?"
        assert (await press(house, card, "flow.long")).text.startswith("That button belongs to an earlier")


async def test_the_short_way_leaves_steps_out_and_asks_shorter() -> None:
    """As the flow says."""
    with world() as house:
        await house.settle_in()
        card = await press(house, shown(await house.command("repair")), "flow.short")
        card = await walk(house, card, ["mine", "no", "oar"])
        assert card.text == "In short: what would the boat say?"


async def test_not_now_leaves_nothing() -> None:
    """Before the first question there is nothing to keep."""
    with world() as house:
        await house.settle_in()
        card = shown(await house.command("repair"))
        assert (await press(house, card, "flow.drop")).text == "Fine, nothing was kept."
        assert rows_of_flows(house) == []


async def test_the_list_has_every_flow_for_one_person() -> None:
    """Guarded ones too, since they are opened here; those for a team alone are not."""
    team = replace(PAUSE, id="team_only", audience=(AudienceKind.TEAM,))
    with world() as house:
        await house.settle_in()
        with_flows(house, *FLOWS_TO_RUN, team)
        choose = control(shown(await house.command("practise")), "flow.choose")
        assert isinstance(choose, Choose)
        assert [(one.name, one.label) for one in choose.options] == [
            (flow.id, f"{flow.title}, ten minutes") for flow in FLOWS_TO_RUN
        ]
        assert SHELF.sensitivity is Sensitivity.GUARDED
        assert rows_of_flows(house) == []


async def test_the_list_begins_with_what_is_short_and_near() -> None:
    """A few minutes before ten, gentle before tender, and each says about how long it takes."""
    brief = replace(SHELF, id="a_brief_shelf", depth=Depth.MEDIUM)
    small = replace(PAUSE, id="z_small", depth=Depth.MEDIUM)
    with world() as house:
        await house.settle_in()
        with_flows(house, SHELF, BOAT, brief, PAUSE, small)
        choose = control(shown(await house.command("practise")), "flow.choose")
        assert isinstance(choose, Choose)
        assert [(one.name, one.label.rpartition(", ")[2]) for one in choose.options] == [
            ("z_small", "a few minutes"),
            ("a_brief_shelf", "a few minutes"),
            ("rest_stop", "ten minutes"),
            ("rupture_repair", "ten minutes"),
            ("shelf_tidy", "ten minutes"),
        ]


async def test_a_long_list_is_several() -> None:
    """A select holds twenty-five; no flow is left out."""
    with world() as house:
        await house.settle_in()
        with_flows(house, *(replace(PAUSE, id=f"pause_{n:02}") for n in range(27)))
        card = shown(await house.command("practise"))
        assert [len(one.options) for one in card.controls if isinstance(one, Choose)] == [25, 2]
        second = [one for one in card.controls if isinstance(one, Choose)][1]
        assert card_of(await house.choose(second, "pause_26")).title == PAUSE.title


async def test_nothing_to_begin_is_said() -> None:
    """In a library without flows, and for one that it lacks."""
    with world() as house:
        await house.settle_in()
        with_flows(house)
        assert shown(await house.command("practise")).text_id == "flow.nothing"
        assert shown(await house.command("rest")).text_id == "flow.none"


async def test_a_flow_needs_a_yes() -> None:
    """Who has none sees the first card, and no row is written."""
    with world() as house:
        for word in ("rest", "repair", "practise"):
            assert card_of(await house.command(word)).text_id == "consent"
        assert open_runs(house) == []


@pytest.mark.parametrize("word", ["rest", "repair", "practise"])
async def test_one_flow_is_open_at_a_time(word: str) -> None:
    """Another word says which it is, and offers to go on or to stop there."""
    with world() as house:
        card = await reply(house, await begin(house, "repair"), "mine")
        middle = shown(await house.command(word))
        assert middle.text == f"You are in the middle of \u201c{BOAT.title}\u201d."
        assert names(middle) == ["flow.on", "flow.stop", "help.now"]
        assert (await press(house, middle, "flow.on")).text == card.text
        await press(house, await press(house, middle, "flow.stop"), "flow.drop")
        assert card_of(await house.command("rest")).title == PAUSE.title


@pytest.mark.parametrize("word", ["start", "checkin", "help", "helpnow", "settings", "write", "pause"])
async def test_other_words_leave_a_flow_where_it_is(word: str) -> None:
    """The card of the present step goes on working."""
    with world() as house:
        card = await reply(house, await begin(house, "repair"), "mine")
        await house.command(word)
        assert (await reply(house, card, "no")).text == "What is broken?"


async def test_a_restart_at_the_choice_of_ways_changes_nothing() -> None:
    """The run is there already."""
    with world() as house:
        await house.settle_in()
        card = shown(await house.command("repair"))
        await house.restart()
        middle = shown(await house.command("repair"))
        assert names(await press(house, middle, "flow.on")) == names(card)
        assert (await press(house, card, "flow.long")).text == "Whose boat is it?"


async def test_an_abandoned_flow_is_dropped_after_a_week() -> None:
    """As a draft is; each step gives it seven more days, and no word is said about it."""
    with world() as house:
        await begin(house, "repair")
        await house.command("pause")
        await house.until(house.clock.now() + timedelta(days=6))
        card = await press(house, shown(await house.command("repair")), "flow.on")
        card = await reply(house, card, "mine")
        await house.until(house.clock.now() + timedelta(days=6, hours=23))
        assert rows_of_flows(house) != []
        came = await house.until(house.clock.now() + timedelta(hours=1))
        assert (came, rows_of_flows(house)) == ([], [])
        assert (await press(house, card, "flow.stop")).text_id == "flow.closed"


def _next_version(flow: Flow) -> Flow:
    return replace(flow, version=2)


async def test_a_flow_that_changed_can_be_kept() -> None:
    """In the words in which it was asked; it cannot go on."""
    with world() as house:
        card = await walk(house, await begin(house, "repair"), ["mine", "no", "mast"])
        with_flows(house, _next_version(BOAT))
        lost = shown(await house.command("rest"))
        assert lost.text == (
            f"\u201c{BOAT.title}\u201d has changed since you began, so this one cannot go on."
        )
        assert shown(await house.pick(card, "flow.answer", 3)).text == lost.text
        assert (await press(house, lost, "flow.keep")).text == "Saved privately."
        [entry] = house.entries()
        assert entry["text"] == "Whose boat is it?\nmine\n\nWhat is broken?\nthe mast"
        assert rows_of_flows(house) == ["entry"]


async def test_a_flow_that_changed_can_be_discarded() -> None:
    """And leaves no row."""
    with world() as house:
        card = await walk(house, await begin(house, "repair"), ["mine", "no", "mast"])
        with_flows(house, _next_version(BOAT))
        lost = shown(await house.pick(card, "flow.answer", 3))
        assert (await press(house, lost, "flow.drop")).text == "Fine, nothing was kept."
        assert rows_of_flows(house) == []
        assert (await press(house, lost, "flow.keep")).text_id == "flow.closed"


async def test_an_option_that_is_gone_is_a_change_too() -> None:
    """Also where somebody forgot to raise the version."""
    with world() as house:
        await reply(house, await begin(house, "repair"), "mine")
        steps = tuple(step for step in BOAT.steps if step.id != "whose")
        with_flows(house, replace(BOAT, start="water", steps=steps))
        assert shown(await house.command("repair")).text_id == "flow.lost"


async def test_a_changed_flow_with_an_open_day_is_no_hindrance() -> None:
    """Its words are kept already."""
    with world() as house:
        await walk(house, await begin(house, "repair"), ["mine", "no", "none"])
        with_flows(house, _next_version(BOAT), PAUSE)
        assert shown(await house.command("rest")).title == PAUSE.title
        assert len(open_runs(house)) == 1


async def test_the_organisations_page_is_a_link_or_a_sentence() -> None:
    """A setting says where it is."""
    with world() as house:
        card = await begin(house, "shelf_tidy")
        assert "A page on this: not set by your organisation. Your lead can say where it is." in card.text
        house.desk = replace(house.desk, policy="https://example.org/shelves")
        house.router = type(house.router)(house.desk, changed=house.engine.wake)
        card = await press(house, shown(await house.command("practise")), "flow.on")
        assert control(card, "flow.policy") == LinkButton(
            name="flow.policy", label="Your organisation's page", url="https://example.org/shelves"
        )


async def test_the_people_somebody_named_are_one_press_away() -> None:
    """On the step that speaks of them."""
    with world() as house:
        card = await reply(house, await begin(house, "rest"), "one")
        [card] = await house.until(house.clock.now() + timedelta(minutes=1))
        end = await walk(house, card, ["people", "show"])
        assert (end.text, names(end)) == ("Here it is.\n\nOff you go, or stay a while.", ["people.show"])
