"""How a flow ends: what is kept, what is not, when it comes back, and what may come next."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.agenda import AgendaKind
from bot.surface.card import Choose, Reach
from bot.testing.flows_to_run import BOAT, SHELF
from tests.unit.flows.walks import (
    Answer,
    begin,
    button,
    names,
    open_runs,
    press,
    reply,
    rest,
    rows_of_flows,
    shown,
    walk,
)
from tests.unit.small_house import card_of, control, errors_of, form_of
from tests.unit.world import labels, world

BOAT_TEXT = """Whose boat is it?
mine

What is broken?
the mast

How much water is in it?
7 (0: dry, 10: full)

How did the mast sound when it went?
like a cello

Since when does it leak?
3 January 2026

What would the boat say of its last trip?
never again

What will you mend first, and by when?
the mast
(by 8 January 2026)"""
PLACE_KEPT = "Your place is kept for 7 days. `repair` or `practise` brings you back to it."
WHOLE: list[Answer] = [
    "mine",
    "no",
    "mast",
    7,
    {"text": "like a cello"},
    {"by": "3 January 2026"},
    {"text": "never again"},
    {"text": "the mast", "by": "Thursday"},
]


async def test_what_was_answered_is_one_entry_in_words() -> None:
    """Each question above its answer, as they were shown; what only decided the way is not in it."""
    with world() as house:
        end = await walk(house, await begin(house, "repair"), WHOLE)
        assert end.text == "Saved privately.\n\nWhen shall I bring this back?"
        assert house.entries() == [
            {
                "text": BOAT_TEXT,
                "at": "2026-01-05T08:00:00+00:00",
                "source": BOAT.title,
                "state": "planned",
            }
        ]


@pytest.mark.parametrize(
    ("chosen", "says"),
    [
        ("P2D", "Wednesday 7 January, then. I'll bring it back without saying what about."),
        ("P1W", "Monday 12 January, then. I'll bring it back without saying what about."),
        ("none", "Fine, no reminder. `plans` has it."),
    ],
)
async def test_a_follow_up_is_a_day_or_none(chosen: str, says: str) -> None:
    """The answer names the day and never what about; nothing of the run is left."""
    with world() as house:
        end = await walk(house, await begin(house, "repair"), WHOLE)
        ask = control(end, "flow.when")
        assert isinstance(ask, Choose)
        assert [one.label for one in ask.options] == [
            "in two days",
            "in a week",
            "in two weeks",
            "another day",
            "not at all",
        ]
        assert shown(await house.pick(end, "flow.when", chosen)).text == says
        assert rows_of_flows(house) == ["entry"]
        assert shown(await house.pick(end, "flow.when", chosen)).text_id == "flow.closed"


@pytest.mark.parametrize("chosen", ["P1W", "none", "another_day"])
async def test_a_plan_closed_before_its_day_is_chosen_is_not_promised(chosen: str) -> None:
    """`plans` has it from the end of the flow on; closed there, no day brings it back and none is said."""
    with world() as house:
        end = await walk(house, await begin(house, "repair"), WHOLE)
        page = card_of(await house.command("plans"))
        pick = control(page, "plan.pick")
        assert isinstance(pick, Choose)
        plan = card_of(await house.choose(pick, pick.options[0].name))
        await house.press(control(plan, "plan.close"))
        outcome = await house.pick(end, "flow.when", chosen)
        if chosen == "another_day":
            outcome = await house.submit(form_of(outcome), by="6 Feb")
        assert shown(outcome).text == "You closed that plan, so it won't come back."
        assert AgendaKind.PLAN not in {row.kind for row in house.tables.agenda.values()}
        assert card_of(await house.command("plans")).text_id == "plans.none"


async def test_a_day_of_ones_own_is_a_later_one() -> None:
    """What cannot be read, today and what is past are refused at the field."""
    with world() as house:
        end = await walk(house, await begin(house, "repair"), WHOLE)
        form = form_of(await house.pick(end, "flow.when", "another_day"))
        for typed in ("whenever", "2026-01-05", "2026-01-01", "2026-02-30"):
            assert list(errors_of(await house.submit(form, by=typed))) == ["by"]
        assert shown(await house.submit(form, by="6 Feb")).text.startswith("Friday 6 February, then.")
        assert shown(await house.submit(form, by="6 Feb")).text_id == "flow.closed"


async def test_words_to_be_asked_about_are_kept_after_a_yes_only() -> None:
    """A no leaves nothing: no entry, no row."""
    with world() as house:
        card = await reply(house, await rest(house), "fresh")
        ask = await reply(house, card, {"text": "a paper swan"})
        assert (ask.text, names(ask)) == (
            "Shall I keep these last words in your journal?",
            ["flow.keep", "flow.drop", "help.now"],
        )
        no = await press(house, ask, "flow.drop")
        assert no.text == "Fine, nothing was kept.\n\nOff you go, or stay a while."
        assert rows_of_flows(house) == []
        assert no.reach is Reach.SEALED


async def test_a_yes_to_the_last_words_is_an_entry() -> None:
    """With its question."""
    with world() as house:
        ask = await walk(house, await rest(house), ["fresh", {"text": "a paper swan"}])
        yes = await press(house, ask, "flow.keep")
        assert yes.text == "Saved privately.\n\nOff you go, or stay a while."
        [entry] = house.entries()
        assert entry["text"] == "What floats by that you had not seen?\na paper swan"


async def test_a_no_to_the_last_words_keeps_the_rest() -> None:
    """And says so."""
    with world() as house:
        card = await walk(house, await begin(house, "shelf_tidy"), ["no", None, {"text": "patience"}])
        [back] = await house.until(house.clock.now() + timedelta(minutes=1))
        card = await walk(house, await press(house, back, "flow.on"), ["yes", {"text": "which book first"}])
        end = await press(house, card, "flow.drop")
        assert end.text.startswith("These are not kept. The rest is saved privately.")
        [entry] = house.entries()
        assert "which book first" not in entry["text"]
        assert "patience" in entry["text"]
        assert shown(await house.pick(end, "flow.when", "none")).text == "Fine, no reminder."


async def test_a_scene_and_a_tag_stand_apart() -> None:
    """The scene goes after seven days by a row of the agenda; a tag is words, as a person would write it."""
    with world() as house:
        card = await begin(house, "shelf_tidy")
        assert card.text.startswith(f"{SHELF.title}\n\nThis one can touch something tender.")
        await walk(house, card, ["no", {"text": "of rain"}, {"text": "patience"}])
        [back] = await house.until(house.clock.now() + timedelta(minutes=1))
        end = await walk(house, await press(house, back, "flow.on"), ["yes", None])
        assert end.text == "Saved privately.\n\nWhen shall I bring this back?"
        [entry] = house.entries()
        assert entry["scene"] == "of rain"
        assert "of rain" not in entry["text"]
        assert list(entry["tags"]) == ["for supervision"]
        [row] = [one for one in house.tables.agenda.values() if one.kind is AgendaKind.SCENE_ENDS]
        assert (row.ref, row.due_at) == (
            next(iter(house.tables.entries)),
            house.clock.now() + timedelta(days=7),
        )


async def test_danger_first() -> None:
    """Who to call, then whether to keep or discard; discarded, no row is left, and nobody was told."""
    with world() as house:
        card = await walk(house, await begin(house, "repair"), ["mine", "yes"])
        assert card.text.startswith("In danger, you or someone: your local emergency number")
        assert card.text.endswith("Leave the boat. People first.\n\nShall I keep what you wrote here?")
        assert (
            await press(house, card, "flow.drop")
        ).text == "Fine, nothing was kept.\n\nThat was all of it."
        assert rows_of_flows(house) == []
        assert house.chat.letters == []


async def test_not_sure_shows_who_to_call_above_the_question() -> None:
    """Going on and stopping both work."""
    with world() as house:
        card = await walk(house, await begin(house, "repair"), ["mine", "unsure"])
        assert card.text.startswith("In danger, you or someone")
        assert card.text.endswith("Here is who to call. Go on, or stop?")
        assert (await reply(house, card, "go")).text == "What is broken?"
    with world() as house:
        asked = await walk(house, await begin(house, "repair"), ["mine", "unsure"])
        kept = await reply(house, asked, "stop")
        assert kept.text == PLACE_KEPT
        assert rows_of_flows(house) == [AgendaKind.DRAFT_ENDS, "sheet"]
        await house.restart()
        assert (await press(house, kept, "flow.on")).text == asked.text
        assert (await reply(house, asked, "go")).text == "What is broken?"


@pytest.mark.parametrize("word", ["repair", "practise", "rest"])
async def test_a_place_that_is_kept_is_found_again_by_a_word(word: str) -> None:
    """With what was answered before, for seven days from then on; after that it is gone, as was said."""
    with world() as house:
        asked = await walk(house, await begin(house, "repair"), ["mine", "unsure"])
        await house.until(house.clock.now() + timedelta(days=6))
        await reply(house, asked, "stop")
        await house.until(house.clock.now() + timedelta(days=6, hours=23))
        middle = shown(await house.command(word))
        assert middle.text_id == "flow.middle"
        assert (await press(house, middle, "flow.on")).text == asked.text
        card = await walk(house, asked, ["go", "mast", 7])
        await press(house, await press(house, card, "flow.stop"), "flow.keep")
        [entry] = house.entries()
        assert entry["text"].startswith("Whose boat is it?\nmine")
    with world() as house:
        asked = await walk(house, await begin(house, "repair"), ["mine", "unsure"])
        kept = await reply(house, asked, "stop")
        await house.until(house.clock.now() + timedelta(days=7, minutes=1))
        assert shown(await house.press(control(kept, "flow.on"))).text_id == "flow.closed"


async def test_after_danger_all_may_be_kept() -> None:
    """What was answered before it is an entry, with how it ended."""
    with world() as house:
        card = await walk(house, await begin(house, "repair"), ["mine", "yes"])
        assert (await press(house, card, "flow.keep")).text == "Saved privately.\n\nThat was all of it."
        [entry] = house.entries()
        assert (entry["text"], entry["state"]) == ("Whose boat is it?\nmine", "stopped_for_safety")


async def test_nothing_answered_is_nothing_asked() -> None:
    """Where all was passed there is nothing to keep and nothing to say about it."""
    with world() as house:
        end = await walk(house, await begin(house, "repair"), [None, "no", None, None, None, None, None])
        assert end.text == "When shall I bring this back?"
        await house.pick(end, "flow.when", "none")
        assert rows_of_flows(house) == []


async def test_a_flow_that_follows_never_begins_by_itself() -> None:
    """It is a button, beside the day and after it."""
    with world() as house:
        end = await walk(house, await begin(house, "repair"), ["mine", "no", "none"])
        assert end.text == "Then it may rest on land.\n\nSaved privately.\n\nShall I ask about it later?"
        assert button(end, "flow.start").label == f"Begin: {SHELF.title}"
        last = shown(await house.pick(end, "flow.when", "P1W"))
        assert last.text.startswith("Monday 12 January, then.")
        assert (await press(house, last, "flow.start")).text.startswith(SHELF.title)


async def test_a_flow_that_follows_may_be_begun_at_once() -> None:
    """Then the day was not asked for: the one before is over, without a reminder."""
    with world() as house:
        end = await walk(house, await begin(house, "repair"), ["mine", "no", "none"])
        assert (await press(house, end, "flow.start")).text.startswith(SHELF.title)
        assert len(open_runs(house)) == 1
        assert shown(await house.pick(end, "flow.when", "P1W")).text_id == "flow.closed"
        assert len(house.entries()) == 1


async def test_stop_here_keeps_or_discards_at_each_step() -> None:
    """Three ways; what is kept is in the journal, what is discarded leaves no row."""
    for place in range(len(WHOLE)):
        with world() as house:
            card = await walk(house, await begin(house, "repair"), WHOLE[:place])
            stop = await press(house, card, "flow.stop")
            has_words = place > 0
            assert labels(stop) == (
                ["Keep what I wrote", "Discard it", "Go on", "Help now"]
                if has_words
                else ["Stop", "Go on", "Help now"]
            )
            assert (await press(house, stop, "flow.on")).text == card.text
            assert (await press(house, stop, "flow.drop")).text == "Fine, nothing was kept."
            assert rows_of_flows(house) == []
            assert (await press(house, stop, "flow.on")).text_id == "flow.closed"


async def test_what_is_kept_of_half_a_flow() -> None:
    """All that was answered so far, and that it was stopped."""
    with world() as house:
        card = await walk(house, await begin(house, "repair"), WHOLE[:5])
        stop = await press(house, card, "flow.stop")
        assert (await press(house, stop, "flow.keep")).text == "Saved privately."
        [entry] = house.entries()
        assert entry["text"] == BOAT_TEXT.partition("\n\nSince when")[0]
        assert entry["state"] == "stopped"
        assert rows_of_flows(house) == ["entry"]


async def test_an_earlier_stop_card_changes_nothing() -> None:
    """It belongs to the step on which it was asked for."""
    with world() as house:
        card = await begin(house, "repair")
        stop = await press(house, await reply(house, card, "mine"), "flow.stop")
        await reply(house, await press(house, stop, "flow.on"), "no")
        for name in ("flow.keep", "flow.drop"):
            assert (await press(house, stop, name)).text.startswith("That button belongs to an earlier")
        assert rows_of_flows(house) == [AgendaKind.DRAFT_ENDS, "sheet"]
        assert card_of(await house.command("repair")).text_id == "flow.middle"
