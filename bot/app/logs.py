"""Logs that cannot hold what people write: our own events by name, libraries by type alone.

Other libraries put SQL parameters, request bodies and exception texts into their messages; none of
that passes. An exception is logged as its type and the line it came from.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Mapping
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.errors import FolderUnusable

FIELDS: Final[Mapping[str, str]] = {
    "timestamp": "When, in UTC.",
    "level": "warning, error or critical.",
    "logger": "Which module says it, or which library.",
    "event": "What happened, in words that stand in our code; of a library that it spoke.",
    "exception": "The type of an exception. Its text stays out.",
}
"""All that a line of the log may hold. What else is in a record goes no further."""

_OURS = ("bot", "adapters")
_NAME = re.compile(r"[\w.<>-]{1,80}")
_PLACE = re.compile(r".*\.py:\d+|\?")
_LARGEST = 1_000_000
"""Bytes of one log file; one older one is kept."""


class _Formatter(structlog.stdlib.ProcessorFormatter):
    """Draws a record of which only plain values are left."""

    def format(self, record: logging.LogRecord) -> str:
        """Return its line; the record itself stays as it is, for whoever else listens."""
        plain = logging.makeLogRecord(record.__dict__)
        plain.msg, plain.args = _said(record), ()
        return super().format(plain)


class _LogFile(RotatingFileHandler):
    """A log file that may fail, on a full disk above all, and then says nothing."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Let a record go: logging's own complaint quotes it, words and all, on standard error."""


class _LogStream(logging.StreamHandler[TextIO]):
    """Standard error, which may be gone."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Let a record go, as a file does."""


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


def log_to_stderr() -> None:
    """Log warnings and worse to standard error, for a service manager that keeps what is said there."""
    _install(_LogStream(sys.stderr))


def _install(handler: logging.Handler) -> None:
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _without_words,
    ]
    handler.setFormatter(
        _Formatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _only_known,
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


def _only_known(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Keep the fields of the table, in its order, and no other, whoever added it."""
    return {name: event[name] for name in FIELDS if name in event}


def _said(record: logging.LogRecord) -> str:
    """Return a sentence of ours, with nothing in it but numbers, names of types, and places in the code."""
    values = record.args if isinstance(record.args, tuple) else ()
    try:
        return str(record.msg) % tuple(value if _is_plain(value) else "..." for value in values)
    except (TypeError, ValueError):  # a careless line is no reason to lose what it says
        return str(record.msg)


def _is_plain(value: object) -> bool:
    if isinstance(value, str):
        return bool(_NAME.fullmatch(value) or _PLACE.fullmatch(value))
    return value is None or isinstance(value, int | float)
