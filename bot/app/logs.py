"""Logs that cannot hold what people write: our own events by name, libraries by type alone.

Other libraries put SQL parameters, request bodies and exception texts into their messages; none of
that passes. An exception is logged as its type and the line it came from.
"""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from bot.errors import FolderUnusable

_OURS = ("bot", "adapters")
_LARGEST = 1_000_000
"""Bytes of one log file; one older one is kept."""


class _LogFile(RotatingFileHandler):
    """A log file that may fail, on a full disk above all, and then says nothing."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Let a record go: logging's own complaint quotes it, words and all, on standard error."""


def log_to_file(path: Path) -> None:
    """Log warnings and worse to a file that only its owner reads.

    Raises:
        FolderUnusable: there can be no such file.
    """
    try:
        path.touch(mode=0o600)
        _install(_LogFile(path, maxBytes=_LARGEST, backupCount=1, encoding="utf-8"))
    except OSError as problem:
        raise FolderUnusable(f"The log {path} cannot be written: {problem.strerror}.") from None


class _WithoutWords(logging.Formatter):
    """A line of JSON: what we wrote ourselves; of a library its name, and the exception's type."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        is_ours = record.name.partition(".")[0] in _OURS
        safe = {
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage() if is_ours else "a library spoke",
        }
        if record.exc_info and record.exc_info[0] is not None:
            safe["exception"] = record.exc_info[0].__name__
        return json.dumps(safe)


def _install(handler: logging.Handler) -> None:
    handler.setFormatter(_WithoutWords())
    root = logging.getLogger()
    for older in root.handlers[:]:
        root.removeHandler(older)
        older.close()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
