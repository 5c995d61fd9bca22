"""Notes brought along: looked at first, then pages among the others; and nothing of it before a yes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.journal import ENTRY_MAX
from bot.services.delivery import agenda
from bot.services.support import danger
from bot.surface.inbound import FILE_MAX, FileBrought
from bot.surface.outcome import Attach, Show
from tests.unit.importing.bringing import bring, bring_in, read, told
from tests.unit.small_house import ANA, BEN, MONDAY, card_of, control, form_of
from tests.unit.world import TERMINAL, World, spelled_out, world

NOTES = """\
# Two days

## Monday 29 December 2025
Maria cancelled again, third time since 12 May.

I was tired.

## 2026-01-02 08:30
A good talk.
"""
DANGER = "I am going to kill myself tonight."


async def pages(house: World) -> list[tuple[str, str]]:
    """Every page by its day, in the order of the journal."""
    return [(entry["day"], entry["text"]) for entry in (await told(house))["entries"]]


async def test_it_says_what_was_found_before_anything_is_kept() -> None:
    """How many pages, from when to when, and how many places may point at somebody; read by its owner."""
    with world() as house:
        await house.settle_in()
        outcome = await house.hear(FileBrought(**house.facts(ANA), name="my notes.md", body=NOTES.encode()))
        card = read(outcome)
        assert "Two pages, from Monday 29 December 2025 to Friday 2 January 2026." in card.text
        assert "Two places in it may point at a person." in card.text
        assert card.text.startswith("To bring in\n\nmy notes.md\n\n")
        assert [one.name for one in card.controls] == [
            "import.take", "import.mask", "import.places", "import.not_now",
        ]  # fmt: skip
        assert house.entries() == []


async def test_notes_become_pages_of_their_days() -> None:
    """Each with its words as they stood, and its hour where one was named."""
    with world() as house:
        await house.settle_in(zone="Pacific/Auckland")
        assert (await bring_in(house, NOTES)).text.startswith("It is in: two pages.")
        first, second = (await told(house))["entries"]
    assert (first["day"], first["written_at"]) == ("2025-12-29", "2025-12-29T12:00:00+13:00")
    assert first["text"] == "# Two days\nMaria cancelled again, third time since 12 May.\n\nI was tired."
    assert (second["day"], second["written_at"], second["text"]) == (
        "2026-01-02", "2026-01-02T08:30:00+13:00", "A good talk.",
    )  # fmt: skip


async def test_older_pages_stand_before_what_was_written_here() -> None:
    """The last page stays the last one, and its neighbour is the newest of the notes."""
    with world() as house:
        await house.settle_in()
        await house.submit(form_of(await house.command("write")), text="written here")
        await bring_in(house, NOTES)
        last = card_of(await house.command("journal last"))
        assert "written here" in last.text
        assert "A good talk." in card_of(await house.press(control(last, "entry.older"))).text


async def test_what_points_at_a_person_is_masked_where_they_say_so() -> None:
    """As on any page; the rest stays. And the lines are shown before."""
    with world() as house:
        await house.settle_in()
        shown = read(await house.press(control(await bring(house, NOTES), "import.places")))
        assert "«Maria» cancelled again, third time since «12 May»." in shown.text
        assert "Someone cancelled again, third time since a day in May." in shown.text
        await house.press(control(shown, "import.mask"))
        first, _ = await pages(house)
    assert first[1].endswith("Someone cancelled again, third time since a day in May.\n\nI was tired.")


async def test_many_places_are_shown_some_at_a_time() -> None:
    """Five lines on a card, and each of them once."""
    names = [f"p{n}@example.org" for n in range(7)]
    notes = "".join(
        f"## 2026-01-0{1 + n % 4}\n{name} came late to the group.\n" for n, name in enumerate(names)
    )
    with world() as house:
        await house.settle_in()
        first = read(await house.press(control(await bring(house, notes), "import.places")))
        then = read(await house.press(control(first, "import.places")))
    assert [sum(f"«{name}»" in card.text for name in names) for card in (first, then)] == [5, 2]
    assert [one.name for one in then.controls] == ["import.take", "import.mask", "import.not_now"]


async def test_words_that_are_never_flagged_are_not_counted() -> None:
    """What somebody wished never to be pointed at is not pointed at here either."""
    with world() as house:
        await house.settle_in()
        offer = await house.submit(form_of(await house.command("write")), text="Maria came late.")
        [card] = [act.card for act in offer.then if isinstance(act, Show)]
        await house.press(control(card, "guard.never"))
        assert "One place in it may" in (await bring(house, NOTES)).text


async def test_not_now_leaves_nothing_here() -> None:
    """Neither a sheet nor a row of the agenda; and the card that was left behind says so."""
    with world() as house:
        await house.settle_in()
        before = house.tables
        found = await bring(house, NOTES)
        assert card_of(await house.press(control(found, "import.not_now"))).text_id == "import.not_now"
        assert (house.tables.sheets, house.tables.agenda) == (before.sheets, before.agenda)
        assert card_of(await house.press(control(found, "import.take"))).text_id == "import.gone"
        assert house.entries() == []


async def test_a_file_that_waits_goes_after_a_week() -> None:
    """Until then `import` leads to it."""
    with world() as house:
        await house.settle_in()
        await bring(house, NOTES)
        way = control(card_of(await house.command("import")), "import.look")
        assert read(await house.press(way)).text_id == "import.found"
        await house.until(MONDAY + timedelta(days=7))
        assert house.tables.sheets == {}
        assert card_of(await house.press(way)).text_id == "import.gone"


async def test_another_file_takes_the_place_of_one_that_waits() -> None:
    """One file waits at a time."""
    with world() as house:
        await house.settle_in()
        first = await bring(house, NOTES)
        await bring(house, "other words")
        assert len(house.tables.sheets) == 1
        assert card_of(await house.press(control(first, "import.take"))).text_id == "import.gone"


async def test_the_same_notes_double_nothing() -> None:
    """Brought again the day after, masked or not; and what was added to the file comes in alone."""
    with world() as house:
        await house.settle_in()
        await bring_in(house, NOTES + "\n\nundated words", way="import.mask")
        await house.until(MONDAY + timedelta(days=1))
        assert (await bring(house, NOTES + "\n\nundated words")).text_id == "import.nothing_new"
        more = await bring(house, NOTES + "\n\nundated words\n## 2026-01-03\nmore\n")
        assert "One page, of Saturday 3 January 2026." in more.text
        assert "Two parts of it are here already." in more.text


async def test_it_can_be_taken_out_again_but_for_what_was_changed() -> None:
    """A page that somebody worked on since is theirs, and stays; it is said."""
    with world() as house:
        await house.settle_in()
        done = await bring_in(house, NOTES)
        last = card_of(await house.command("journal last"))
        await house.submit(form_of(await house.press(control(last, "entry.edit"))), text="changed since")
        way = control(card_of(await house.command("import")), "import.undo")
        out = card_of(await house.press(way))
        assert out.text == "It is out again. One thing that you changed since stays."
        assert [text for _, text in await pages(house)] == ["changed since"]
        assert house.tables.sheets == {}
        assert card_of(await house.press(control(done, "import.undo"))).text_id == "import.gone"


async def test_what_is_longer_than_a_page_comes_as_several() -> None:
    """Split between paragraphs, and no word is lost."""
    parts = [f"paragraph {n} " + "word " * 400 for n in range(9)]
    with world() as house:
        await house.settle_in()
        await bring_in(house, "\n\n".join(parts))
        texts = [text for _, text in await pages(house)]
    assert len(texts) > 1
    assert all(len(text) <= ENTRY_MAX for text in texts)
    assert " ".join(texts).split() == " ".join(parts).split()


async def test_the_file_to_read_brings_its_days() -> None:
    """Of our own file to read the days come in, and it is said which file brings back everything."""
    with world() as house:
        await house.settle_in()
        await house.submit(form_of(await house.command("write")), text="# mine\nquoted words")
        made = await house.press(control(card_of(await house.command("export")), "export.make"))
        to_read, _ = [act.file.body for act in made.then if isinstance(act, Attach)]
        found = await bring(house, to_read, "reststop-export.md")
        assert "which ends in .json" in found.text
        assert "One page, of Monday 5 January 2026." in found.text
        await house.press(control(found, "import.take"))
        (_, text), _ = await pages(house)
    assert "# mine\nquoted words" in text
    assert "Settings" not in text


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"\xff\xfe\x00\xd8", "That file is no text"),
        (b"%PDF-1.7\x00\x01", "That file is no text"),
        (b"x" * (FILE_MAX + 1), "larger than the 16 MB"),
        (b'{"format": "reststop-export", "version": 2}', "from a newer Reststop"),
        (b'{"format": "reststop-export", "version": 1, "entries": [', "cut short or damaged"),
        (b'{"format": "reststop-export", "version": 1, "entries": {}}', "cut short or damaged"),
        (b'{"format": "reststop-export", "version": "1"}', "cut short or damaged"),
        (b'{"a": 1}', "not one that I know"),
        (b" \n\n", "Nothing is written in that file."),
        (b'{"format": "reststop-export", "version": 1}', "Nothing is written in that file."),
    ],
)
async def test_what_cannot_be_read_is_said_and_nothing_is_kept(body: bytes, sentence: str) -> None:
    """One plain sentence for each."""
    with world() as house:
        await house.settle_in()
        before = house.tables
        assert sentence in (await bring(house, body)).text
        assert (house.tables.sheets, house.tables.entries) == (before.sheets, before.entries)


async def test_utf_16_and_windows_line_ends_are_read() -> None:
    """As an editor on Windows leaves them."""
    with world() as house:
        await house.settle_in()
        await bring_in(house, "one\r\ntwo\r\n".encode("utf-16"), "2026-01-02 ward.txt")
        assert await pages(house) == [("2026-01-02", "one\ntwo")]


async def test_a_visitor_is_asked_first_and_leaves_nothing() -> None:
    """Before a yes no word of a file is kept."""
    with world() as house:
        await house.settle_in(BEN)
        before = house.tables
        assert (await bring(house, NOTES)).text_id == "consent"
        assert house.tables == before


async def test_nobody_else_can_let_it_in() -> None:
    """A ref belongs to the one for whom it was drawn."""
    with world() as house:
        await house.settle_in()
        await house.settle_in(BEN)
        found = await bring(house, NOTES)
        assert card_of(await house.press(control(found, "import.take"), BEN)).text_id == "not_yours"


async def test_a_platform_says_that_it_is_done_in_a_terminal() -> None:
    """There no platform keeps a copy of the file; in the terminal it says how."""
    with world() as house:
        await house.settle_in()
        text = card_of(await house.command("import notes.md")).text
        assert "at a terminal, so that no platform keeps a copy" in text
        assert "`link`" in text
    with world(capabilities=TERMINAL) as house:
        await house.settle_in()
        assert "`import FILE` brings in notes" in card_of(await house.command("import")).text


async def test_words_of_these_days_that_mean_danger_have_who_to_call_below() -> None:
    """As a page that is written here has; pages of long ago are not spoken of."""
    with world() as house:
        await house.settle_in()
        found = await bring(house, f"## 2026-01-04\n{DANGER}\n")
        outcome = await house.press(control(found, "import.take"))
        assert danger.is_urgent(outcome.then)
        found = await bring(house, f"## 2025-06-04\n{DANGER}\n")
        assert (await house.press(control(found, "import.take"))).then == ()


async def test_no_word_of_a_file_stands_in_the_clear() -> None:
    """Neither while it waits nor when it is in: not its name, no word, no place; nor in a repr."""
    with world() as house:
        await house.settle_in()
        event = FileBrought(**house.facts(ANA), name="canary-name.md", body=NOTES.encode())
        outcome = await house.hear(event)
        for _ in range(2):
            rows = spelled_out(
                *(row for name in house.tables.__slots__ for row in getattr(house.tables, name).values())
            )
            assert not any(word in rows for word in ("canary-name", "Maria", "tired", "good talk"))
            await house.press(control(card_of(outcome), "import.take"))
        assert not any(word in repr(event) + repr(outcome) for word in ("canary-name", "Maria", "tired"))


async def test_pages_older_than_are_kept_come_in_and_are_told_of_before_they_go() -> None:
    """It is said before; then the line comes, and a week passes before any of them goes."""
    with world() as house:
        await house.settle_in()
        await house.store.run(lambda unit: agenda.begin_housekeeping(unit, house.clock.now()))
        house.engine.wake()
        await house.until_answering(MONDAY + timedelta(days=20))
        found = await bring(house, "## 2024-03-01\nold words\n")
        assert "One page is older than pages are kept here." in found.text
        assert "settings.keeping" in [one.name for one in found.controls]
        await house.press(control(found, "import.take"))
        came = await house.until_answering(MONDAY + timedelta(days=28))
        assert [card.text_id for card in came].count("keeping.ends") == 1
        assert [text for _, text in await pages(house)] == ["old words"]
        await house.until_answering(MONDAY + timedelta(days=42))
        assert await pages(house) == []
