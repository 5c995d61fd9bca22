"""Leaks, each one that a system of this kind has really had, planted into the product for one test."""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import aiosqlite
import pytest
from apscheduler.executors.base import run_job
from sqlalchemy import URL, Connection, create_engine
from sqlalchemy.engine import Engine
from sqlalchemy.exc import StatementError

from adapters.metrics.registry import Registry
from adapters.store import failures
from adapters.store.repositories.agenda import SqlAgenda
from adapters.store.repositories.journal import SqlJournal
from adapters.vault.vault import SealingVault
from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.journal import Draft, Page
from bot.domain.people import Account
from bot.errors import StoreError
from bot.ports.telemetry import Work
from bot.ports.vault import Cell
from bot.services.cards import journal as cards
from bot.services.cards.plain import plain
from bot.services.journal import entries
from bot.services.sealing import Body
from bot.surface.outcome import File

Patch = pytest.MonkeyPatch

_log = logging.getLogger("bot.planted")


@dataclass(frozen=True)
class Leak:
    """One way in which words, or an account's id, get out, and where they must be found then."""

    plant: Callable[[Patch], None]
    place: str
    """How the finding begins."""


class Overheard:
    """The words of the draft that was sealed last: planted code has them in hand, as ours has."""

    def __init__(self, patch: Patch, then: Callable[[str], None] = lambda _: None) -> None:
        """Overhear from now on; `then` is called with the words."""
        self.words = ""
        seal = SealingVault.seal

        def overheard(vault: SealingVault, cell: Cell, text: str) -> object:
            if cell.table == "drafts":
                self.words = json.loads(text)["text"]
                then(self.words)
            return seal(vault, cell, text)

        patch.setattr(SealingVault, "seal", overheard)


def _with_words(do: Callable[[str], None]) -> Callable[[Patch], None]:
    """Return a leak that does something with the words of a draft."""

    def plant(patch: Patch) -> None:
        Overheard(patch, do)

    return plant


def _tell_of_sql_errors(patch: Patch) -> None:
    translated = failures._translated  # noqa: SLF001 - the one place that a careless change would be made in

    def careless(error: StatementError, *, is_first: bool) -> StoreError:
        _log.warning("the database said: %s", error)
        return translated(error, is_first=is_first)

    patch.setattr(failures, "_translated", careless)


def _seal_nothing(patch: Patch) -> None:
    seal = SealingVault.seal

    def open_handed(vault: SealingVault, cell: Cell, text: str) -> bytes:
        return text.encode() if cell.table == "drafts" else seal(vault, cell, text)

    patch.setattr(SealingVault, "seal", open_handed)


def refused_by_a_column(patch: Patch) -> None:
    """A draft comes unsealed, its column refuses it, and the log is told how."""
    _tell_of_sql_errors(patch)
    _seal_nothing(patch)


def refused_by_the_database(patch: Patch) -> None:
    """The words of a draft come to a plain column, the database refuses the row, and the log is told how."""
    _tell_of_sql_errors(patch)
    _beside_drafts(patch, "INSERT INTO notes (name) VALUES (?)")


def _show_parameters(patch: Patch) -> None:
    def talkative(url: URL, **options: Any) -> Engine:  # noqa: ANN401 - passed on as they came
        return create_engine(url, **options | {"hide_parameters": False})

    patch.setattr("adapters.store.sqlite.create_engine", talkative)


def _an_sql_error(patch: Patch) -> None:
    _show_parameters(patch)
    refused_by_the_database(patch)


def _a_failing_bind(patch: Patch) -> None:
    _show_parameters(patch)
    refused_by_a_column(patch)


def _aiosqlite(words: str) -> None:
    async def insert() -> None:
        async with aiosqlite.connect(":memory:") as database:
            await database.execute("CREATE TABLE drafts (body TEXT)")
            await database.execute("INSERT INTO drafts VALUES (?)", (words,))

    asyncio.run(insert())


def _a_trace_of_sqlite(words: str) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE drafts (body TEXT)")
        database.set_trace_callback(_log.debug)
        database.execute("INSERT INTO drafts VALUES (?)", (words,))


def _the_text_of_an_exception(words: str) -> None:
    try:
        int(words)
    except ValueError as problem:
        _log.warning("not a number: %s", problem)


def _a_failing_job(words: str) -> None:
    job = SimpleNamespace(id="remind", misfire_grace_time=None, func=int, args=(words,), kwargs={})
    run_job(job, "default", [datetime(2026, 1, 5, tzinfo=UTC)], "apscheduler.executors.default")


_KEPT: list[BaseException] = []


def _an_exception_that_is_kept(words: str) -> None:
    _KEPT.clear()
    try:
        int(words)
    except ValueError as problem:
        _KEPT.append(problem)


def _agenda(patch: Patch, told: Callable[[AgendaRow, str], AgendaRow]) -> None:
    heard, put = Overheard(patch), SqlAgenda.put

    def telling(agenda: SqlAgenda, row: AgendaRow) -> None:
        is_about_words = row.kind is AgendaKind.DRAFT_ENDS
        put(agenda, told(row, heard.words) if is_about_words else row)

    patch.setattr(SqlAgenda, "put", telling)


def _agenda_rule(patch: Patch) -> None:
    _agenda(patch, lambda row, words: replace(row, rule=words))


def _agenda_ref(patch: Patch) -> None:
    _agenda(patch, lambda row, words: replace(row, ref=UUID(bytes=words.encode()[:16])))


def _beside_drafts(patch: Patch, *statements: str) -> None:
    """Let statements run in the unit that writes a draft, with its words."""
    heard, put = Overheard(patch), SqlJournal.put_draft

    def telling(journal: SqlJournal, draft: Draft) -> None:
        put(journal, draft)
        connection: Connection = journal._connection  # noqa: SLF001 - a careless change would be made inside
        for statement in statements:
            connection.exec_driver_sql(statement, (heard.words,) if "?" in statement else ())

    patch.setattr(SqlJournal, "put_draft", telling)


def _a_plain_draft(patch: Patch) -> None:
    _beside_drafts(patch, "CREATE TABLE IF NOT EXISTS plain (body TEXT)", "INSERT INTO plain VALUES (?)")


def _an_index_of_words(patch: Patch) -> None:
    _beside_drafts(
        patch,
        "CREATE VIRTUAL TABLE IF NOT EXISTS found USING fts5(body, content='')",
        "INSERT INTO found (body) VALUES (?)",
    )


def _an_index_of_what_is_gone(patch: Patch) -> None:
    _beside_drafts(
        patch,
        "CREATE VIRTUAL TABLE IF NOT EXISTS found USING fts5(body)",
        "INSERT INTO found (body) VALUES (?)",
        "DELETE FROM found",
    )


def _a_file_of_the_export(patch: Patch) -> None:
    check = File.__post_init__

    def through_a_file(file: File) -> None:
        check(file)
        with tempfile.NamedTemporaryFile(delete=False) as written:
            written.write(file.body)

    patch.setattr(File, "__post_init__", through_a_file)


def _a_card_that_shows_it(patch: Patch) -> None:
    heard = Overheard(patch)
    patch.setattr(cards, "saved", lambda: plain("entry.saved", f"Saved: {heard.words}"))


def _a_posted_card_that_shows_it(patch: Patch) -> None:
    heard = Overheard(patch)
    patch.setattr(cards, "dropped", lambda: plain("draft.dropped", f"Gone: {heard.words}"))


def _print_pages(patch: Patch) -> None:
    patch.setattr(Page, "__repr__", lambda page: f"Page(text={page.text!r})")


def _a_page_in_the_log(patch: Patch) -> None:
    _print_pages(patch)
    body = entries._body  # noqa: SLF001 - a careless change would be made inside

    def telling(page: Page) -> Body:
        _log.debug("keeping %r", page)
        return body(page)

    patch.setattr(entries, "_body", telling)


def _an_account_in_memory(patch: Patch) -> None:
    patch.setattr(Account, "__repr__", lambda account: f"Account(user={account.user!r})")


def _a_label_of_a_metric(patch: Patch) -> None:
    overheard = Overheard(patch)
    took = Registry.took

    def telling(registry: Registry, work: Work, seconds: float) -> None:
        took(registry, work, seconds)
        if overheard.words:
            registry._work.labels(overheard.words).observe(seconds)  # noqa: SLF001 - as a careless change would

    patch.setattr(Registry, "took", telling)


LEAKS = {
    "an SQL error that prints its parameters": Leak(_an_sql_error, "everything.log"),
    "a value that cannot be bound, printed": Leak(_a_failing_bind, "everything.log"),
    "aiosqlite at DEBUG": Leak(_with_words(_aiosqlite), "everything.log"),
    "a trace of SQLite": Leak(_with_words(_a_trace_of_sqlite), "everything.log"),
    "the text of an exception in the log": Leak(_with_words(_the_text_of_an_exception), "everything.log"),
    "the log of a job that failed": Leak(_with_words(_a_failing_job), "everything.log"),
    "an exception that is kept": Leak(_with_words(_an_exception_that_is_kept), "memory: ValueError"),
    "the rule of a row of the agenda": Leak(_agenda_rule, "data/reststop.db"),
    "the reference of a row of the agenda": Leak(_agenda_ref, "data/reststop.db"),
    "a plain row of a draft": Leak(_a_plain_draft, "data/reststop.db"),
    "an index of words": Leak(_an_index_of_words, "data/reststop.db"),
    "an index of words that are gone": Leak(_an_index_of_what_is_gone, "data/reststop.db"),
    "a temporary file of the export": Leak(_a_file_of_the_export, "tmp/"),
    "a card that shows what was answered": Leak(_a_card_that_shows_it, "screen: card entry.saved"),
    "a posted card that shows what was answered": Leak(
        _a_posted_card_that_shows_it, "screen: replace draft.dropped"
    ),
    "a page that prints itself": Leak(_print_pages, "memory: Page"),
    "a page in the log": Leak(_a_page_in_the_log, "everything.log"),
    "words on an output": Leak(_with_words(print), "output"),
    "an account that prints itself": Leak(_an_account_in_memory, "memory: Account"),
    "a label of a metric": Leak(_a_label_of_a_metric, "metrics: "),
}
