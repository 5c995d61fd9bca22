"""Logs that cannot hold what people write: our own events by name, libraries by type alone.

Other libraries put SQL parameters, request bodies and exception texts into their messages; none of
that passes. An exception is logged as its type and the line it came from.
"""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

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


def _install(handler: logging.Handler) -> None:
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _without_words,
    ]
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    root = logging.getLogger()
    for older in root.handlers[:]:
        root.removeHandler(older)
        older.close()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)


def _without_words(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Keep what we wrote ourselves; of a library keep its name and the exception's type."""
    record = event.get("_record")
    if not isinstance(record, logging.LogRecord):
        return event
    safe: EventDict = {
        "_record": record,
        "_from_structlog": event.get("_from_structlog", False),
        "timestamp": event.get("timestamp"),
        "level": event.get("level"),
        "logger": record.name,
    }
    if record.name.partition(".")[0] in _OURS:
        safe["event"] = event.get("event")
    else:
        safe["event"] = "a library spoke"
    if record.exc_info and record.exc_info[0] is not None:
        safe["exception"] = record.exc_info[0].__name__
    record.exc_info, record.exc_text, record.stack_info = None, None, None
    return safe
