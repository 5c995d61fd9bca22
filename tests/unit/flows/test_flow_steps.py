"""The steps of a flow: one card each, one answer each, and nothing is lost on the way."""

from __future__ import annotations

import pytest

from bot.ports.faults import Point
from bot.surface.card import Choose, Scale
from bot.surface.form import DateField, TextField
from bot.testing.faults import Killed
from bot.testing.flows_to_run import BOAT
from tests.unit.flows.walks import Answer, begin, names, open_form, press, reply, shown, walk
from tests.unit.small_house import BEN, card_of, control, errors_of
from tests.unit.world import labels, word_count, world

WHOLE: list[Answer] = [
    "mine",
    "no",
    "mast",
    7,
    {"text": "like a cello"},
    {"by": "2026-01-03"},
    {"text": "never again"},
    {"text": "the mast", "by": "thursday"},
]
"""The long way through the boat."""


async def test_each_step_is_one_card_with_the_ways_out() -> None:
    """A title on the first card only; a question, its control, and pass, stop here, help now."""
    with world() as house:
        card = await begin(house, "repair")
        seen = [(card.text, names(card))]
        for answer in WHOLE[:-1]:
            card = await reply(house, card, answer)
            seen.append((card.text, names(card)))
        ways_out = ["flow.pass", "flow.stop", "help.now"]
        assert seen == [
            ("Whose boat is it?", ["flow.answer", *ways_out]),
            ("Is anybody in the water?", ["flow.answer", "flow.stop", "help.now"]),
            ("What is broken?", ["flow.answer", *ways_out]),
            ("How much water is in it?", ["flow.answer", *ways_out]),
            ("How did the mast sound when it went?", ["flow.write", *ways_out]),
            ("Since when does it leak?", ["flow.write", *ways_out]),
            ("What would the boat say of its last trip?", ["flow.write", *ways_out]),
            ("Boats forgive a lot.\n\nWhat will you mend first, and by when?", ["flow.write", *ways_out]),
        ]


async def test_each_kind_of_question_has_its_control() -> None:
    """One of several, some of several with a limit, a scale with words at its ends."""
    with world() as house:
        card = await begin(house, "repair")
        one = control(card, "flow.answer")
        assert isinstance(one, Choose)
        assert one.at_most == 1
        some = control(await walk(house, card, WHOLE[:2]), "flow.answer")
        assert isinstance(some, Choose)
        assert some.at_most == 2
        scale = control(card_of(await house.choose(some, "mast", "oar")), "flow.answer")
        assert isinstance(scale, Scale)
        assert (scale.low, scale.high, scale.words) == (0, 10, ("dry", "full"))


async def test_the_first_page_to_write_on_asks_for_no_names() -> None:
    """Once in a run; the question stands above the field."""
    with world() as house:
        card = await walk(house, await begin(house, "repair"), WHOLE[:4])
        form = await open_form(house, card)
        assert (form.title, form.intro) == (BOAT.short_title, "How did the mast sound when it went?")
        [field] = form.fields
        assert field.hint == "No names or details, please. Only you can read this back."
        card = await walk(house, card, WHOLE[4:6])
        [later] = (await open_form(house, card)).fields
        assert isinstance(later, TextField)
        assert later.hint == ""


async def test_a_plan_has_one_line_and_a_day_if_there_is_one() -> None:
    """The day may be left out."""
    with world() as house:
        card = await walk(house, await begin(house, "repair"), WHOLE[:-1])
        line, by = (await open_form(house, card)).fields
        assert isinstance(line, TextField)
        assert isinstance(by, DateField)
        assert (line.long, by.required) == (False, False)
        assert "flow.when" in names(await reply(house, card, {"text": "the mast"}))


async def test_a_pass_is_a_full_answer() -> None:
    """Each question may be passed, also where it leads another way then."""
    with world() as house:
        card = await walk(house, await begin(house, "repair"), [None, "no", None, None, None])
        assert card.text == "What would the boat say of its last trip?"
        assert (await reply(house, card, None)).text == "What will you mend first, and by when?"


async def test_where_the_way_divides_an_answer_is_needed() -> None:
    """A button to pass is not there, and nothing chosen is answered with a sentence."""
    with world() as house:
        card = await reply(house, await begin(house, "repair"), "mine")
        again = card_of(await house.choose(control(card, "flow.answer")))
        assert again.text.startswith("This one decides the way")
        assert card_of(await house.choose(control(card, "flow.answer"), "neither")).text == card.text


async def test_not_now_on_a_scale_passes_it() -> None:
    """As on every scale."""
    with world() as house:
        card = await walk(house, await begin(house, "repair"), WHOLE[:3])
        assert (
            shown(await house.pick(card, "flow.answer", None)).text == "How did the mast sound when it went?"
        )


@pytest.mark.parametrize(
    ("place", "values", "field", "says"),
    [
        (4, {"text": "  "}, "text", "Nothing is written yet"),
        (4, {"text": "x" * 8_001}, "text", "That is 8,001 characters; this one holds 8,000"),
        (5, {"by": "5/1"}, "by", "I could not read that day."),
        (7, {"text": "x" * 301}, "text", "That is 301 characters; this one holds 300"),
        (7, {"text": "the mast", "by": "soonish"}, "by", "I could not read that day."),
        (7, {"text": "the mast", "by": "2026-01-04"}, "by", "That day is past"),
    ],
)
async def test_what_cannot_be_taken_stays_in_the_form(
    place: int, values: dict[str, str], field: str, says: str
) -> None:
    """With a sentence at its field; the step stays where it is."""
    with world() as house:
        card = await walk(house, await begin(house, "repair"), WHOLE[:place])
        form = await open_form(house, card)
        errors = errors_of(await house.submit(form, **values))
        assert list(errors) == [field]
        assert errors[field].startswith(says)
        good = WHOLE[place]
        assert isinstance(good, dict)
        assert shown(await house.submit(form, **good)).text != card.text


async def test_a_press_on_an_earlier_card_shows_where_one_is() -> None:
    """Nothing is lost and nothing is answered twice."""
    with world() as house:
        first = await begin(house, "repair")
        second = await reply(house, first, "mine")
        third = await reply(house, second, "no")
        where = "That button belongs to an earlier question. Here is where you are:\n\n" + third.text
        assert (await reply(house, first, "club")).text == where
        assert (await press(house, second, "flow.stop")).text == where
        await press(house, await press(house, third, "flow.stop"), "flow.keep")
        [entry] = house.entries()
        assert entry["text"] == "Whose boat is it?\nmine"


async def test_a_form_sent_twice_writes_one_step() -> None:
    """Sent again with other words, it is the same step with these words; the run stays where it is."""
    with world() as house:
        card = await walk(house, await begin(house, "repair"), WHOLE[:4])
        form = await open_form(house, card)
        after = shown(await house.submit(form, text="like a cello"))
        again = shown(await house.submit(form, text="like a bassoon"))
        assert again.text == "Kept with that earlier question. Here is where you are:\n\n" + after.text
        end = await walk(house, after, WHOLE[5:])
        await house.choose(control(end, "flow.when"), "none")
        [entry] = house.entries()
        assert "bassoon" in entry["text"]
        assert "cello" not in entry["text"]


async def test_the_last_form_sent_twice_is_saved_once() -> None:
    """Also where the run is gone by then; other words stay in the form."""
    with world() as house:
        card = await walk(house, await begin(house, "repair"), WHOLE[:-1])
        form = await open_form(house, card)
        await house.submit(form, text="the mast")
        again = shown(await house.submit(form, text="the mast first"))
        await house.choose(control(again, "flow.when"), "none")
        [entry] = house.entries()
        assert entry["text"].endswith("\nthe mast first")
        assert card_of(await house.submit(form, text="the mast first")).text == "Saved privately."
        assert errors_of(await house.submit(form, text="the oar"))["text"].startswith("That one is closed.")
        assert len(house.entries()) == 1


async def test_no_step_shows_what_was_written() -> None:
    """Own words are read in the journal and nowhere else."""
    with world() as house:
        card = await begin(house, "repair")
        seen = [card]
        for answer in WHOLE:
            card = await reply(house, card, answer)
            seen.append(card)
        text = " ".join(one.text + " ".join(labels(one)) for one in seen)
        assert not any(word in text for word in ("cello", "never again", "the mast\n"))
        assert not any(one.has_own_words for one in seen)


async def test_words_of_a_closed_run_stay_in_the_form() -> None:
    """Who stopped elsewhere meanwhile is told, and keeps what is typed."""
    with world() as house:
        card = await walk(house, await begin(house, "repair"), WHOLE[:4])
        form = await open_form(house, card)
        await press(house, await press(house, card, "flow.stop"), "flow.drop")
        assert "`write`" in errors_of(await house.submit(form, text="like a cello"))["text"]
        assert (await press(house, card, "flow.write")).text_id == "flow.closed"


async def test_a_flow_is_short_to_read() -> None:
    """No step of it has more than forty words before a person."""
    with world() as house:
        card = await begin(house, "repair")
        for answer in WHOLE:
            assert word_count(card) <= 40
            card = await reply(house, card, answer)


async def test_another_person_cannot_press_it() -> None:
    """A control is its person's own."""
    with world() as house:
        card = await begin(house, "repair")
        await house.settle_in(BEN)
        assert card_of(await house.press(control(card, "flow.stop"), BEN)).text_id == "not_yours"


@pytest.mark.parametrize("point", ["before_commit", "after_commit"])
async def test_a_kill_in_the_middle_of_an_answer_loses_no_step(point: Point) -> None:
    """The same press again either answers the step, or shows that it was answered."""
    with world() as house:
        card = await reply(house, await begin(house, "repair"), "mine")
        house.crash.arm(point)
        with pytest.raises(Killed):
            await house.pick(card, "flow.answer", "no")
        await house.restart()
        again = shown(await house.pick(card, "flow.answer", "no"))
        assert again.text.endswith("What is broken?")
