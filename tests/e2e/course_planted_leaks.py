"""Leaks of a course, all of them planted at once: each takes other words, and lets them out elsewhere."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Mapping
from uuid import UUID

import pytest
from sqlalchemy import Connection

from adapters.store.repositories.gatherings import SqlGatherings
from adapters.vault.vault import SealingVault
from bot.ports.gatherings import MemberRow
from bot.ports.vault import Cell
from bot.services.cards.courses import sharing
from bot.services.cards.plain import plain
from bot.services.courses.shown import Shown
from bot.services.desk import Mint
from bot.surface.card import Card
from tests.e2e.canary_course import ASKED, LINE, SAID, WROTE

Patch = pytest.MonkeyPatch

_log = logging.getLogger("bot.planted")

PLACES: Mapping[str, tuple[str, str]] = {
    "what the organiser entered, in the log": (SAID, "everything.log"),
    "a trainer's own question, in a plain row": (ASKED, "data/reststop.db"),
    "an answer, in a temporary file": (WROTE, "tmp/"),
    "a page that prints itself": (WROTE, "memory: Shown"),
    "a line on a card that stays": (LINE, "screen: card learn.shown.now"),
}
"""Each leak: whose words they are, and where they must be found."""


def plant_all(patch: Patch) -> None:
    """Plant every one of them."""
    _overhear(patch, "gatherings", SAID, lambda: _log.debug("a course: %s", SAID))
    _a_plain_row(patch)
    _overhear(patch, "entries", WROTE, _a_file)
    patch.setattr(Shown, "__repr__", lambda shown: f"Shown(text={shown.text!r})")
    _a_card(patch)


def _overhear(patch: Patch, table: str, words: str, then: Callable[[], None]) -> None:
    """Do something whenever words are sealed for a table: planted code has them in hand, as ours has."""
    seal = SealingVault.seal

    def overheard(vault: SealingVault, cell: Cell, text: str) -> object:
        if cell.table == table and words.split(maxsplit=1)[0] in text:
            then()
        return seal(vault, cell, text)

    patch.setattr(SealingVault, "seal", overheard)


def _a_file() -> None:
    with tempfile.NamedTemporaryFile(delete=False) as written:
        written.write(WROTE.encode())


def _a_plain_row(patch: Patch) -> None:
    """Write a trainer's draft beside its row, in the same unit."""
    heard: list[str] = []
    _overhear(patch, "members", ASKED, lambda: heard.append(ASKED))
    put = SqlGatherings.put_member

    def telling(gatherings: SqlGatherings, row: MemberRow) -> None:
        put(gatherings, row)
        if heard:
            connection: Connection = gatherings._connection  # noqa: SLF001 - a careless change would be inside
            connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS plain (body TEXT)")
            connection.exec_driver_sql("INSERT INTO plain VALUES (?)", (heard.pop(),))

    patch.setattr(SqlGatherings, "put_member", telling)


def _a_card(patch: Patch) -> None:
    """Repeat a line on the card that says it is shown, which stays where it is posted."""
    heard: list[str] = []
    _overhear(patch, "posts", LINE, lambda: heard.append(LINE))
    is_shown = sharing.is_shown

    def telling(mint: Mint, entry: UUID, who: str) -> Card:
        return plain("learn.shown.now", f"Shown: {heard[0]}") if heard else is_shown(mint, entry, who)

    patch.setattr(sharing, "is_shown", telling)
