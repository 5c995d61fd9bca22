"""The one place where the database's errors become ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

from sqlalchemy.exc import StatementError
from sqlalchemy.exc import TimeoutError as AllTaken

from adapters.store import postgres, sqlite
from bot.errors import MaybeSaved, NotSaved, StoreError, StoreFault


class Met(NotSaved):
    """Two units met, and this one gave way: run again it may well be saved."""


class WantsToBeAlone(Exception):
    """A unit is about to do what cannot be undone, and others may be beside it. It never leaves the store."""


@contextmanager
def translate_errors(*, is_first: bool = False) -> Iterator[None]:
    """Turn an unavailable database into `NotSaved` and any other complaint of its into `StoreFault`.

    Where two units met it is `Met`; `is_first` says that this one was not run before. None of them carries a
    value, a parameter or the driver's own text: only names of the schema, as a note.
    """
    try:
        yield
    except StatementError as error:
        raise _translated(error, is_first=is_first).with_traceback(error.__traceback__) from None
    except AllTaken:  # every line of this process hangs at its database
        raise NotSaved from None


@contextmanager
def saving() -> Iterator[Callable[[], None]]:
    """Say `MaybeSaved` where a server went away in the middle of a commit: its answer would have told.

    What is given is called when nothing but the commit is left.
    """
    begins = Event()
    try:
        yield begins.set
    except StatementError as error:
        is_of_file = isinstance(error.orig, sqlite3.Error)  # there a commit that fails was none
        if is_of_file or not begins.is_set() or not postgres.is_cut_off(error.orig):
            raise
        translated = MaybeSaved()
        translated.add_note(postgres.describe(error.orig))
        raise translated.with_traceback(error.__traceback__) from None


def _translated(error: StatementError, *, is_first: bool) -> StoreError:
    if isinstance(error.orig, StoreFault):  # a column refused the value before the database saw it
        return error.orig
    translated: StoreError
    if isinstance(error.orig, sqlite3.Error):
        translated = NotSaved() if sqlite.is_unavailable(error.orig) else StoreFault()
        translated.add_note(sqlite.describe(error.orig))
    else:
        if postgres.is_conflict(error.orig, is_first=is_first):
            translated = Met()
        else:
            translated = NotSaved() if postgres.is_unavailable(error.orig) else StoreFault()
        translated.add_note(postgres.describe(error.orig))
    return translated
