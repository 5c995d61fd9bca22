"""An equal, warm place: no rank, no streak, no badge, in tables, models or texts."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from dataclasses import fields, is_dataclass

import pytest

import bot.domain
from adapters.content.loader import examine
from adapters.content.voice import lint
from adapters.store import key_tables, tables
from bot.app.library import library_folder

RANKED = re.compile(r"streak|badge|leaderboard|(^|_|\.)(rank|score|level|trophy)s?($|_)", re.IGNORECASE)


def test_no_table_has_a_place_for_it() -> None:
    """Neither the main database nor that of keys."""
    metadata = (tables.metadata, key_tables.metadata)
    names = [str(column) for each in metadata for table in each.sorted_tables for column in table.columns]
    assert len(names) > 60
    assert [name for name in names if RANKED.search(name)] == []


def test_no_record_of_the_core_has_a_place_for_it() -> None:
    """Every dataclass of the domain."""
    found = []
    seen = 0
    for module in pkgutil.iter_modules(bot.domain.__path__, "bot.domain."):
        for _, kind in inspect.getmembers(importlib.import_module(module.name), is_dataclass):
            seen += 1
            found += [field.name for field in fields(kind) if RANKED.search(field.name)]
    assert seen > 50
    assert found == []


@pytest.mark.parametrize("said", ["Keep your streak.", "Well done.", "Don't break it now."])
def test_no_text_speaks_of_it(said: str) -> None:
    """The voice refuses it; prompts and code are held to the voice."""
    assert lint(said, examine(library_folder()).voice)
