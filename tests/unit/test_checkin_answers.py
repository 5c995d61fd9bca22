"""Answers to a check-in: every way to give one is kept sealed, and what is no answer changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.checkins import Run, RunState
from bot.domain.prompts import Modality, Option
from bot.ports.vault import SEALED_MARK
from bot.surface.card import Control
from bot.surface.inbound import ActionPressed, InboundEvent, OptionChosen, ScaleAnswered
from bot.surface.outcome import Open, Replace
from bot.testing.catalogue import FakeCatalogue, invented_prompt
from tests.unit.small_house import ANA, BEN, SmallHouse, card_of, control, form_of, on, ref_of
from tests.unit.world import World, only, world


async def _chosen(house: SmallHouse, one: Control, *values: str) -> str:
    """Choose by hand, as a surface does that checks nothing; return the answer's text id or kind."""
    outcome = await house.hear(OptionChosen(**house.facts(ANA), ref=ref_of(one), values=values))
    act = outcome.first
    return act.card.text_id if isinstance(act, Replace) or hasattr(act, "card") else type(act).__name__


def _run(house: World) -> Run:
    return house.runs[-1]


@pytest.mark.parametrize(
    ("modality", "value", "kept"),
    [
        (Modality.CHOICE, "fog", {"chosen": ["fog"]}),
        (Modality.MULTI, "food", {"chosen": ["food"]}),
        (Modality.SCALE, 0, {"scale": 0}),
        (Modality.SCALE, 10, {"scale": 10}),
        (Modality.MARK, 1, {"scale": 1}),
        (Modality.MARK, 5, {"scale": 5}),
    ],
)
async def test_every_way_to_answer_is_kept_sealed(modality: Modality, value: int | str, kept: object) -> None:
    """What was chosen is found behind the seal, and the check-in counts as answered."""
    with world(only(modality)) as house:
        await house.pick(await house.asked(), "checkin.prompt", value)
        run = _run(house)
        assert house.answers(run) == kept
        assert run.sealed is not None
        assert run.sealed.startswith(SEALED_MARK)
        assert run.state is RunState.ANSWERED


async def test_a_question_for_words_is_answered_with_words() -> None:
    """The entry keeps the question beside it, and the check-in counts as answered."""
    with world(only(Modality.TEXT)) as house:
        card = await house.asked()
        form = form_of(await house.press(control(card, "checkin.write")))
        await house.submit(form, text="a tray of cups")
        assert [(one["question"], one["text"]) for one in house.entries()] == [(form.intro, "a tray of cups")]
        assert _run(house).state is RunState.ANSWERED


@pytest.mark.parametrize(
    ("modality", "values"),
    [
        (Modality.SCALE, (-1, 11, 99)),
        (Modality.MARK, (0, 6)),
        (Modality.CHOICE, (1,)),
        (Modality.MULTI, (1,)),
    ],
)
async def test_a_number_that_is_no_answer_is_not_kept(modality: Modality, values: tuple[int, ...]) -> None:
    """A step off the scale, or a number where names are asked for, leaves the check-in as it was."""
    with world(only(modality)) as house:
        one = control(await house.asked(), "checkin.prompt")
        for value in values:
            event = ScaleAnswered(**house.facts(ANA), ref=ref_of(one), value=value)
            assert card_of(await house.hear(event)).text_id == "checkin.earlier"
        assert house.answers(_run(house)) is None
        assert _run(house).state is RunState.OPEN


@pytest.mark.parametrize(
    ("modality", "values"),
    [
        (Modality.CHOICE, ("clear", "fog")),
        (Modality.CHOICE, ()),
        (Modality.CHOICE, ("hurricane",)),
        (Modality.MULTI, ("food", "hurricane")),
        (Modality.MULTI, ("own_words",)),
        (Modality.SCALE, ("4",)),
        (Modality.MARK, ("cold",)),
    ],
)
async def test_a_name_that_is_no_answer_is_not_kept(modality: Modality, values: tuple[str, ...]) -> None:
    """Two where one is asked for, none at all, or a name that was never offered: nothing is written."""
    with world(only(modality)) as house:
        one = control(await house.asked(), "checkin.prompt")
        assert await _chosen(house, one, *values) == "checkin.earlier"
        assert house.answers(_run(house)) is None


async def test_what_is_ticked_beside_my_own_word_is_kept_too() -> None:
    """The page opens for the words, and the ticks are not lost on the way."""
    options = tuple(Option(name=name, label=name) for name in ("tired", "glad"))
    prompt = invented_prompt(
        "made.two", text="Which are near?", modality=Modality.MULTI, options=options, own_words=True
    )
    with world([prompt]) as house:
        one = control(await house.asked(), "checkin.prompt")
        assert await _chosen(house, one, "tired", "own_words") == Open.__name__
        assert house.answers(_run(house)) == {"chosen": ["tired"]}
        assert _run(house).state is RunState.ANSWERED


@pytest.mark.parametrize("modality", [Modality.SCALE, Modality.MARK])
async def test_an_answer_is_taken_back_by_not_now(modality: Modality) -> None:
    """As a mark is; and it may be given again."""
    with world(only(modality)) as house:
        card = await house.asked()
        await house.pick(card, "checkin.prompt", 4)
        await house.pick(card, "checkin.prompt", None)
        assert house.answers(_run(house)) is None
        await house.pick(card, "checkin.prompt", 2)
        assert house.answers(_run(house)) == {"scale": 2}


async def test_a_press_that_is_no_step_takes_no_mark_back() -> None:
    """Only "not now" does that, never a confused surface."""
    with world() as house:
        card = await house.asked()
        await house.pick(card, "checkin.energy", 4)
        await house.press(control(card, "checkin.energy"))
        await house.pick(card, "checkin.energy", "full")
        assert house.steps(_run(house)) == {"energy": 4}


async def test_a_changed_answer_leaves_the_other_parts_alone() -> None:
    """Marks and the prompt are separate answers to one check-in."""
    with world(only(Modality.CHOICE)) as house:
        card = await house.asked()
        await house.pick(card, "checkin.energy", 3)
        await house.pick(card, "checkin.prompt", "fog")
        await house.pick(card, "checkin.energy", None)
        await house.pick(card, "checkin.prompt", "clear")
        assert house.steps(_run(house)) == {}
        assert house.answers(_run(house)) == {"chosen": ["clear"]}


async def test_an_answer_counts_until_the_next_one_comes() -> None:
    """A day late is not too late; after the next slot the card says where the present one is."""
    with world() as house:
        card = await house.asked()
        await house.until(on(6, 8, 59))
        await house.pick(card, "checkin.energy", 3)
        assert house.steps(_run(house)) == {"energy": 3}
        [present] = await house.until(on(6, 9))
        answer = card_of(await house.pick(card, "checkin.energy", 5))
        assert answer.text == "That button belongs to an earlier question."
        here = card_of(await house.press(control(answer, "checkin.open")))
        assert here == present
        assert [house.steps(run) for run in house.runs[1:]] == [{"energy": 3}, None]


async def test_words_to_an_earlier_check_in_are_kept() -> None:
    """A form that stood open over night is saved, under its question; the lapsed run stays lapsed."""
    with world() as house:
        card = await house.asked()
        form = form_of(await house.press(control(card, "checkin.write")))
        await house.until(on(6, 9))
        assert card_of(await house.submit(form, text="late but mine")).text == "Saved privately."
        [entry] = house.entries()
        assert (entry["text"], entry["question"]) == ("late but mine", form.intro)
        assert [run.state for run in house.runs[1:]] == [RunState.LAPSED, RunState.OPEN]


async def test_an_earlier_card_opens_no_page_and_skips_nothing() -> None:
    """Write and "Not today" on a lapsed card lead to the present one, which stays open."""
    with world() as house:
        card = await house.asked()
        await house.until(on(6, 9))
        for name in ("checkin.write", "checkin.skip"):
            assert card_of(await house.press(control(card, name))).text_id == "checkin.earlier"
        assert _run(house).state is RunState.OPEN


async def test_nobody_else_can_answer_a_check_in() -> None:
    """A copied control is somebody else's, pressed by whomever; a forged one is nobody's."""
    with world(only(Modality.CHOICE)) as house:
        await house.arrive(BEN)
        card = await house.asked()
        before = house.tables.snapshot()
        for name in ("checkin.energy", "checkin.prompt", "checkin.write", "checkin.skip"):
            ref = ref_of(control(card, name))
            forged = [ref.swapcase(), ref[:-1], ref + "x", ref.replace(":", ""), "", ":", "1:::::"]
            for packed, who in [(ref, BEN), *((each, ANA) for each in forged)]:
                for event in _presses(house, packed, by_ben=who is BEN):
                    assert card_of(await house.hear(event)).text_id == "not_yours"
        assert house.tables == before


def _presses(house: SmallHouse, ref: str, *, by_ben: bool) -> list[InboundEvent]:
    facts = house.facts(BEN if by_ben else ANA)
    return [
        ActionPressed(**facts, ref=ref),
        OptionChosen(**facts, ref=ref, values=("fog",)),
        ScaleAnswered(**facts, ref=ref, value=1),
    ]


async def test_a_skipped_check_in_may_still_be_answered() -> None:
    """That word is no lock: a tap on an older copy of the card counts."""
    with world() as house:
        card = await house.asked()
        await house.press(control(card, "checkin.skip"))
        assert _run(house).state is RunState.PASSED
        await house.pick(card, "checkin.energy", 3)
        assert (_run(house).state, house.steps(_run(house))) == (RunState.ANSWERED, {"energy": 3})


async def test_a_skip_after_an_answer_keeps_the_answer() -> None:
    """What was said is not unsaid by leaving the rest."""
    with world() as house:
        card = await house.asked()
        await house.pick(card, "checkin.energy", 4)
        await house.press(control(card, "checkin.skip"))
        assert (_run(house).state, house.steps(_run(house))) == (RunState.ANSWERED, {"energy": 4})


async def test_a_question_that_left_the_library_takes_marks_and_words() -> None:
    """The content may change between two starts; a card that is still on a screen stays of use."""
    with world(only(Modality.CHOICE)) as house:
        card = await house.asked()
        house.desk = replace(house.desk, catalogue=FakeCatalogue(prompts=()))
        await house.restart()
        await house.pick(card, "checkin.energy", 3)
        assert house.steps(_run(house)) == {"energy": 3}
        one = control(card, "checkin.prompt")
        assert await _chosen(house, one, "fog") == "checkin.earlier"
        form = form_of(await house.press(control(card, "checkin.write")))
        assert card_of(await house.submit(form, text="anyway")).text == "Saved privately."


async def test_tampered_marks_stay_closed_and_are_not_written_over() -> None:
    """A changed row is no reason to lose what it may still hold once it is put right."""
    with world() as house:
        card = await house.asked()
        await house.pick(card, "checkin.energy", 3)
        run = _run(house)
        marks = house.tables.marks[run.id]
        torn = replace(marks, sealed=SEALED_MARK + bytes(len(marks.sealed)))
        house.tables.marks[run.id] = torn
        assert card_of(await house.pick(card, "checkin.connection", 3)).text_id == "stays_closed"
        assert house.tables.marks[run.id] == torn
