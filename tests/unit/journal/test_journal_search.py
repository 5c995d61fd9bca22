"""Looking for words: in texts, scenes, questions and tags; the words themselves stay with who looks."""

from __future__ import annotations

import logging

import pytest

from bot.domain.search import AROUND, context
from bot.services.cards.help import COMMANDS
from bot.surface.card import Card, Choose, Paragraph
from bot.surface.inbound import OptionChosen
from tests.unit.small_house import BEN, SmallHouse, card_of, control, errors_of, form_of, ref_of, small_house
from tests.unit.world import spelled_out, world


async def _write(house: SmallHouse, *texts: str) -> None:
    for text in texts:
        await house.submit(form_of(await house.command("write")), text=text)


def _lines(card: Card) -> list[str]:
    own = (block for block in card.blocks if isinstance(block, Paragraph) and block.own)
    return [block.text.partition(": ")[2] for block in own]


@pytest.mark.parametrize("word", ["journal search", "search", "SEARCH"])
async def test_pages_that_hold_the_words_come_newest_first(word: str) -> None:
    """Every word counts, part of one is enough, capitals and accents do not matter."""
    with small_house() as house:
        await house.settle_in()
        await _write(house, "Café in the rain", "no rain here", "a RAINY walk to the cafe", "the café again")
        card = card_of(await house.command(f"{word} CAFÉ rain"))
        assert (card.text_id, card.title) == ("journal.found", "2 pages hold that")
        assert _lines(card) == ["a RAINY walk to the cafe", "Café in the rain"]
        assert "1 to 2 of 2, the newest first" in card.text


async def test_a_page_that_was_found_is_opened() -> None:
    """By choosing it; one that somebody else wrote, or that is gone, does not open."""
    with small_house() as house:
        await house.settle_in()
        await house.settle_in(BEN)
        await _write(house, "a lantern", "another")
        card = card_of(await house.command("search lantern"))
        choose = control(card, "entry.open")
        assert isinstance(choose, Choose)
        [option] = choose.options
        assert option.label == "Today, 08:00"
        assert card_of(await house.choose(choose, option.name)).text.endswith("a lantern")
        bens = house.desk.mint(BEN)("entry.open")
        event = OptionChosen(**house.facts(BEN), ref=bens, values=(option.name,))
        assert card_of(await house.hear(event)).text_id == "entry.gone"
        assert card_of(await house.choose(choose, "no name")).text_id == "entry.gone"


async def test_what_is_not_there_is_said_plainly() -> None:
    """In one sentence that does not repeat the words; the same where nothing is written yet."""
    with small_house() as house:
        await house.settle_in()
        assert card_of(await house.command("search lantern")).text_id == "journal.nothing_found"
        await _write(house, "something else")
        card = card_of(await house.command("search lantern"))
        assert (card.text_id, "lantern" in spelled_out(card)) == ("journal.nothing_found", False)


async def test_without_words_a_form_asks_for_them() -> None:
    """Typed there they leave no message; an empty one is refused at its field."""
    with small_house() as house:
        await house.settle_in()
        await _write(house, "a lantern")
        form = form_of(await house.command("journal search"))
        assert _lines(card_of(await house.submit(form, words="lan"))) == ["a lantern"]
        assert list(errors_of(await house.submit(form, words=" \u0301 "))) == ["words"]


async def test_more_than_one_list_is_paged_without_the_words() -> None:
    """Ten at a time; the ref that goes on holds a page and places in it, and finds the rest, each once."""
    with small_house() as house:
        await house.settle_in()
        await _write(house, *(f"{n} lantern and moss" for n in range(23)), "nothing of it")
        card = card_of(await house.command("search moss lantern"))
        seen = _lines(card)
        while "journal.more" in [one.name for one in card.controls]:
            more = control(card, "journal.more")
            assert "lantern" not in ref_of(more)
            card = card_of(await house.press(more))
            seen += _lines(card)
        assert seen == [f"{n} lantern and moss" for n in reversed(range(23))]
        assert "21 to 23 of 23" in card.text


async def test_more_words_than_fit_a_ref_ask_for_another() -> None:
    """What cannot be paged through is said, never cut in silence."""
    with small_house() as house:
        await house.settle_in()
        await _write(house, *(f"{n} " + "filler " * 100 + "one or two or three or four" for n in range(11)))
        card = card_of(await house.command("search four three two one"))
        assert "Another word beside it finds fewer." in card.text
        assert "journal.more" not in [one.name for one in card.controls]


async def test_a_page_that_does_not_open_stops_no_search() -> None:
    """The others are found."""
    with world() as house:
        await house.settle_in()
        await _write(house, "first lantern", "second lantern")
        first, second = house.tables.entries.values()
        object.__setattr__(first, "sealed", second.sealed)
        assert _lines(card_of(await house.command("search lantern"))) == ["second lantern"]


async def test_the_words_of_a_search_stand_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    """Not in a row, not in the log when something breaks, not on the card of an unknown word."""
    caplog.set_level(logging.DEBUG)
    with world() as house:
        await house.settle_in()
        await _write(house, "a lantern")
        before = house.tables.snapshot()
        shown = [
            spelled_out(await house.command(text)) for text in ("serach lanterns", "jurnal serch lanterns")
        ]
        await house.command("search lanterns")
        house.vault.slowly = lambda: house.clock.spend(3)
        shown.append(spelled_out(await house.command("search lanterns")))
        assert house.tables == before
        assert "lanterns" not in caplog.text + "".join(shown)


def test_search_is_on_the_list_of_help() -> None:
    """What can be typed can be found out."""
    assert COMMANDS["journal search"] == "pages that hold a word, or part of one"


@pytest.mark.parametrize(
    ("text", "word", "line"),
    [
        ("a short one", "short", "a short one"),
        ("STRASSE und Straße", "straße", "STRASSE und Straße"),
        ("ﬁrst\n\nthen  more", "more", "ﬁrst then more"),
        ("x" * 500, "y", "x" * AROUND + "…"),
        ("", "y", ""),
    ],
)
def test_context_is_one_line(text: str, word: str, line: str) -> None:
    """Around what was found, or the beginning; what is left out is marked."""
    assert context(text, (word,)) == line


def test_context_ends_at_whole_words() -> None:
    """Half a word is no context."""
    text = " ".join(f"word{n}" for n in range(200))
    line = context(text, ("word100",))
    assert line.startswith("…word")
    assert line.endswith("…")
    assert set(line.strip("…").split()) <= set(text.split())
    assert "word100" in line
