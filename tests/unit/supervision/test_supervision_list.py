"""The list for supervision, its next day, and the line the day before that says nothing of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.agenda import AgendaKind
from bot.surface.audience import Reading
from bot.surface.card import Card, Reach
from bot.surface.outcome import Attach, Outcome, Refuse, Show
from tests.unit.small_house import card_of, control, form_of
from tests.unit.world import TERMINAL, World, world

PLANTED = "the heron stood in the lift again"


def january(day: int, hour: int = 9) -> datetime:
    """Return an instant of the month in which the house stands."""
    return datetime(2026, 1, day, hour, tzinfo=UTC)


async def marked(house: World, words: str = PLANTED) -> None:
    """Let Ana write a page and put it on the list."""
    await house.submit(form_of(await house.command("write")), text=words)
    last = card_of(await house.command("journal last"))
    await house.press(control(last, "entry.supervise"))


async def listed(house: World) -> Card:
    """Let Ana look at her list; it is for her eyes alone."""
    outcome = await house.command("supervision")
    assert isinstance(outcome.first, Show)
    assert isinstance(outcome.first.audience, Reading)
    return outcome.first.card


async def set_day(house: World, on: str, weeks: str = "0") -> Outcome:
    """Let Ana set the next day."""
    form = form_of(await house.press(control(await listed(house), "supervision.when")))
    return await house.submit(form, on=on, weeks=weeks)


async def test_an_hour_may_be_named() -> None:
    """It stands on the list and in the form; the line keeps its own hour."""
    with world() as house:
        await house.settle_in()
        form = form_of(await house.press(control(await listed(house), "supervision.when")))
        outcome = await house.submit(form, on="15 January", at="noonish")
        assert isinstance(outcome.first, Refuse)
        assert set(outcome.first.errors) == {"at"}
        await house.submit(form, on="15 January", at="9:30", weeks="1")
        assert "Next: Thursday 15 January at 09:30, every week." in (await listed(house)).text
        again = form_of(await house.press(control(await listed(house), "supervision.when")))
        assert [field.value for field in again.fields] == ["2026-01-15", "09:30", "1"]


async def test_a_long_list_is_read_whole_some_pages_at_a_time() -> None:
    """Each page with its scene, none twice, and as much on a card as any screen holds."""
    with world() as house:
        await house.settle_in()
        for number in range(7):
            form = form_of(await house.command("write"))
            await house.submit(form, text=f"heron {number}", scene="s" * 2_900)
            await house.press(control(card_of(await house.command("journal last")), "entry.supervise"))
        card = card_of(await house.press(control(await listed(house), "supervision.take")))
        texts = [card.text]
        while "supervision.take" in {one.name for one in card.controls}:
            card = card_of(await house.press(control(card, "supervision.take")))
            texts.append(card.text)
        assert [sum(f"heron {number}" in text for text in texts) for number in range(7)] == [1] * 7
        assert max(map(len, texts)) < 13_000
        assert "1 to 4 of 7" in texts[0]


async def test_a_page_of_the_list_that_is_gone_begins_anew() -> None:
    """What came after it came off meanwhile."""
    with world() as house:
        await house.settle_in()
        for number in range(6):
            await marked(house, f"heron {number}")
        card = card_of(await house.press(control(await listed(house), "supervision.take")))
        await house.press(control(card_of(await house.command("journal last")), "entry.supervise"))
        assert "heron 0" in card_of(await house.press(control(card, "supervision.take"))).text


async def test_what_was_marked_is_listed_and_can_be_opened() -> None:
    """In the order of writing; what was not marked is not there."""
    with world() as house:
        await house.settle_in()
        assert "Nothing is on your list" in (await listed(house)).text
        await house.submit(form_of(await house.command("write")), text="not this one")
        await marked(house)
        card = await listed(house)
        assert PLANTED in card.text
        assert "not this one" not in card.text
        assert card.reach is Reach.SEALED
        [option] = control(card, "entry.open").options  # type: ignore[union-attr]  # it is a choice
        opened = await house.choose(control(card, "entry.open"), option.name)
        assert PLANTED in card_of(opened).text


async def test_a_line_comes_the_day_before_and_says_nothing_of_the_list() -> None:
    """At the hour of the check-ins; not what stands there, and not how many."""
    with world() as house:
        await house.settle_in()
        await marked(house)
        said = card_of(await set_day(house, "15 January"))
        assert "the day before" in said.text
        cards = await house.until_answering(january(16))
        lines = [card for card in cards if card.text_id == "supervision.notice"]
        assert len(lines) == 1
        assert lines[0].text.startswith("Tomorrow is the day that you set aside.")
        assert "heron" not in lines[0].text + lines[0].summary
        assert not any(sign.isdigit() for sign in lines[0].text + lines[0].summary)
        assert lines[0].reach is Reach.PERSONAL
        assert PLANTED in card_of(await house.press(control(lines[0], "supervision.open"))).text


async def test_it_comes_again_as_long_as_it_is_wished() -> None:
    """Every two weeks a line, and none after the day is forgotten."""
    with world() as house:
        await house.settle_in()
        await set_day(house, "15 January", "2")
        cards = await house.until_answering(january(31))
        assert [card.text_id for card in cards].count("supervision.notice") == 2
        assert "Thursday 12 February, every two weeks" in (await listed(house)).text
        await house.press(control(await listed(house), "supervision.forget"))
        cards = await house.until_answering(january(31) + timedelta(days=30))
        assert "supervision.notice" not in [card.text_id for card in cards]
        assert not [row for row in house.tables.agenda.values() if row.kind is AgendaKind.SUPERVISION]


async def test_a_day_that_is_tomorrow_gets_no_line_and_the_next_one_does() -> None:
    """What is said is true: it is too near, or a line will come."""
    with world() as house:
        await house.settle_in()
        await house.until_answering(january(5, 12))
        assert "too near" in card_of(await set_day(house, "tomorrow")).text
        assert "the day before" in card_of(await set_day(house, "tomorrow", "1")).text
        cards = await house.until_answering(january(12, 12))
        assert [card.text_id for card in cards].count("supervision.notice") == 1


async def test_a_line_that_comes_late_names_the_day_as_it_is_or_stays_away() -> None:
    """Whoever was on leave over the day hears nothing of it, and of the next one they do."""
    with world() as house:
        await house.settle_in()
        await set_day(house, "15 January", "1")
        await house.command("leave until 19 January")
        cards = await house.until_answering(january(23, 12))
        told = [card.text for card in cards if card.text_id == "supervision.notice"]
        assert [text.partition(" is")[0] for text in told] == ["Tomorrow"]


@pytest.mark.parametrize(
    ("on", "weeks", "field"),
    [
        ("yesterday", "0", "on"),
        ("15 January", "ninety", "weeks"),
        ("15 January", "5", "weeks"),
        ("", "1", "on"),
    ],
)
async def test_what_cannot_be_read_gets_a_sentence_at_its_field(on: str, weeks: str, field: str) -> None:
    """The form stays open, and nothing is kept."""
    with world() as house:
        await house.settle_in()
        outcome = await set_day(house, on, weeks)
        assert isinstance(outcome.first, Refuse)
        assert set(outcome.first.errors) == {field}
        assert "No day is set" in (await listed(house)).text


async def test_it_is_taken_along_by_its_writer_alone() -> None:
    """To copy from the screen, or as a file: on a platform after the card that says a copy stays."""
    with world() as house:
        await house.settle_in()
        await marked(house)
        outcome = await house.press(control(await listed(house), "supervision.take"))
        assert isinstance(outcome.first, Show)
        assert isinstance(outcome.first.audience, Reading)
        offer = await house.press(control(outcome.first.card, "supervision.file"))
        assert "keeps a copy" in card_of(offer).text
        assert offer.then == ()
        made = await house.press(control(card_of(offer), "supervision.make"))
        [attach] = made.then
        assert isinstance(attach, Attach)
        assert attach.id is not None
        assert PLANTED in attach.file.body.decode()


async def test_at_a_terminal_the_file_is_made_at_once() -> None:
    """No platform keeps a copy, so there is nothing to warn of."""
    with world(capabilities=TERMINAL) as house:
        await house.settle_in()
        await marked(house)
        whole = card_of(await house.press(control(await listed(house), "supervision.take")))
        [attach] = (await house.press(control(whole, "supervision.file"))).then
        assert isinstance(attach, Attach)
        assert attach.id is None
