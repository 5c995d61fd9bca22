"""What goes wrong with a stream, in our own words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from bot.errors import ScreenGone


@contextmanager
def translate_errors() -> Iterator[None]:
    """Turn a failed write into `ScreenGone`: nobody reads any more."""
    try:
        yield
    except OSError as error:
        raise ScreenGone from error


def let_go(out: TextIO) -> None:
    """Point a broken `out` at nothing: what it still holds would fail again when Python ends."""
    with suppress(OSError):  # a stream in memory has no file behind it
        behind = out.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, behind)
        os.close(nowhere)
