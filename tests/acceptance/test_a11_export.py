"""A11: the export keeps to its schema, round-trips each field, goes to its owner alone, in <= 60 s at 10,000.

A table of it as CSV is safe in a spreadsheet, and nothing is left on the disk. The 10,000 entries are of
`make faults`; `make test` has 500.
"""

from __future__ import annotations

import json
import time

from bot.domain.journal import Page
from bot.ports.store import Unit
from bot.services.journal.entries import write_entry
from bot.surface.outcome import Attach
from tests.json_schema import problems
from tests.unit.small_house import card_of, control
from tests.unit.test_takeout_document import SCHEMA
from tests.unit.world import world

HELD_BY = (
    "tests/unit/test_takeout_document.py::test_the_file_keeps_its_schema",
    "tests/unit/test_takeout_document.py::test_what_was_written_comes_along_word_for_word",
    "tests/unit/test_takeout_document.py::test_nobody_elses_row_is_in_it",
    "tests/unit/test_export_use.py::test_two_files_go_to_the_one_who_asked",
    "tests/unit/test_export_use.py::test_the_button_of_somebody_else_makes_no_file",
    "tests/property/test_takeout_laws.py::test_any_words_come_back_as_they_were_written",
    "tests/property/test_csv_rows_laws.py::test_no_cell_begins_a_formula",
    "tests/architecture/test_held.py::test_every_personal_column_goes_along",
)
WITHIN = 60.0
ENTRIES = 10_000
IN_SHORT = 500
TRICKY = ("=1+1", "a\r\nb", "\u202eturned", "\ud83d half", '","', "\t@x", "é" * 40, "}{%s\\n")


async def test_a11_an_export_is_whole_and_quick_in_short() -> None:
    """Five hundred entries, every field of each as it was written."""
    await is_whole(IN_SHORT)


async def test_a11_an_export_of_ten_thousand_entries_is_whole_and_quick() -> None:
    """Within a minute, also as seconds of CPU."""
    await is_whole(ENTRIES)


async def is_whole(entries: int) -> None:
    """Write so many pages, ask for the files, and read them back."""
    with world() as house:
        await house.settle_in()
        ana = await house.person()
        pages = [
            Page(
                text=f"{TRICKY[n % len(TRICKY)]} {n}",
                at=house.clock.now(),
                question=f"question {n}",
                scene=f"scene {n}" if n % 3 else "",
                tags=(f"tag{n % 7}",),
            )
            for n in range(entries)
        ]

        def write(unit: Unit) -> None:
            for page in pages:
                write_entry(house.desk, unit, ana, house.desk.chance.new_id(), page, before=None)

        await house.store.run(write)
        offer = card_of(await house.command("export"))
        before = house.tables
        began, spent = time.monotonic(), time.process_time()
        made = await house.press(control(offer, "export.make"))
        took = max(time.monotonic() - began, time.process_time() - spent)
        assert house.tables is before
    [_, for_programs] = [act.file.body for act in made.then if isinstance(act, Attach)]
    read = json.loads(for_programs)
    assert problems(read, SCHEMA) == []
    assert [(one["text"], one["question"], one["scene"], one["tags"]) for one in read["entries"]] == [
        (page.text.encode(errors="replace").decode(), page.question, page.scene, list(page.tags))
        for page in pages
    ]
    assert took <= WITHIN
