"""The one place where the database's errors become ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import StatementError

from adapters.store import sqlite
from bot.errors import NotSaved, StoreError, StoreFault


@contextmanager
def translate_errors() -> Iterator[None]:
    """Turn an unavailable database into `NotSaved` and any other complaint of its into `StoreFault`.

    Neither carries a value, a parameter or the driver's own text: only names of the schema, as a note.
    """
    try:
        yield
    except StatementError as error:
        raise _translated(error).with_traceback(error.__traceback__) from None


def _translated(error: StatementError) -> StoreError:
    if isinstance(error.orig, StoreFault):  # a column refused the value before the database saw it
        return error.orig
    translated = NotSaved() if sqlite.is_unavailable(error.orig) else StoreFault()
    translated.add_note(sqlite.describe(error.orig))
    return translated
