"""The log: our own events by name, everything else by type alone, and nobody's words."""

from __future__ import annotations

import asyncio
import errno
import io
import json
import logging
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest

from bot.app.logs import FIELDS, log_to_file, log_to_stderr
from bot.errors import FolderUnusable

CANARY = "seventeen lanterns"


class _Full(io.StringIO):
    """A file on a full disk."""

    def write(self, text: str) -> int:
        """Refuse, as the disk does."""
        raise OSError(errno.ENOSPC, "No space left on device", len(text))


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """Log to a file, and leave the root logger as it was."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    root.handlers.clear()
    path = tmp_path / "reststop.log"
    log_to_file(path)
    yield path
    for handler in root.handlers[:]:
        root.removeHandler(handler)
        handler.close()
    root.handlers.extend(before)
    root.setLevel(level)


def _records(log: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.read_text().splitlines()]


def test_our_own_events_are_logged_by_name(log: Path) -> None:
    """What we wrote ourselves, with its level, its place and the hour."""
    logging.getLogger("bot.services.router").error("a handler failed: %s", "ValueError")
    [record] = _records(log)
    assert record["event"] == "a handler failed: ValueError"
    assert (record["level"], record["logger"]) == ("error", "bot.services.router")
    assert "timestamp" in record


def test_what_libraries_say_is_not_repeated(log: Path) -> None:
    """Neither their message, nor its arguments, nor what they add to a record."""
    library = logging.getLogger("sqlalchemy.engine")
    library.warning("INSERT %s", CANARY, extra={"parameters": CANARY})
    library.warning(CANARY, stack_info=True)
    assert CANARY not in log.read_text()
    assert [record["event"] for record in _records(log)] == ["a library spoke"] * 2


def test_an_exception_is_logged_by_its_type(log: Path) -> None:
    """Its text may quote what a person wrote; also where we log it ourselves."""
    for name in ("bot.app.house", "asyncio"):
        try:
            int(CANARY)
        except ValueError:
            logging.getLogger(name).exception("something failed")
    assert CANARY not in log.read_text()
    assert [record["exception"] for record in _records(log)] == ["ValueError"] * 2


def test_a_task_that_nobody_awaited_tells_nothing(log: Path) -> None:
    """The event loop's own complaint holds the exception, words and all: they stay out."""
    with asyncio.Runner() as runner:
        complaint = {"message": f"never retrieved: {CANARY}", "exception": ValueError(CANARY)}
        runner.get_loop().call_exception_handler(complaint)
    assert CANARY not in log.read_text()
    assert [record["logger"] for record in _records(log)] == ["asyncio"]


def test_a_log_on_a_full_disk_says_nothing_elsewhere(
    log: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The complaint of `logging` itself about a lost record quotes it on standard error."""
    [handler] = [one for one in logging.getLogger().handlers if isinstance(one, RotatingFileHandler)]
    monkeypatch.setattr(handler, "stream", _Full())
    logging.getLogger("sqlalchemy.engine").warning("INSERT %s", CANARY)
    monkeypatch.undo()
    assert capfd.readouterr() == ("", "")
    assert log.read_text() == ""


def test_a_log_that_cannot_be_is_named(tmp_path: Path) -> None:
    """A start that would go unlogged is refused in a sentence."""
    (tmp_path / "taken.log").mkdir()
    with pytest.raises(FolderUnusable, match=r"taken\.log cannot be written"):
        log_to_file(tmp_path / "taken.log")


def test_what_is_below_a_warning_is_not_logged(log: Path) -> None:
    """Debug lines of libraries hold whole request bodies: the level is set by code, not by a setting."""
    logging.getLogger("asyncio").debug(CANARY)
    logging.getLogger("bot").info("a tick")
    assert log.read_text() == ""


def test_only_its_owner_reads_the_log(log: Path) -> None:
    """Like everything in the data folder."""
    assert log.stat().st_mode & 0o777 == 0o600


def test_a_line_holds_the_fields_of_one_table_and_no_other(log: Path) -> None:
    """Whatever else a record carries, under whatever name, by whichever of our modules."""
    ours = logging.getLogger("bot.services.router")
    ours.warning(
        "a tick failed", extra={"person": CANARY, "parameters": {"text": CANARY}, "taskName": CANARY}
    )
    try:
        int(CANARY)
    except ValueError:
        ours.exception("it failed", stack_info=True)
    assert CANARY not in log.read_text()
    records = _records(log)
    assert len(records) == 2
    assert {name for record in records for name in record} == set(FIELDS)


@pytest.mark.parametrize("value", [CANARY, [CANARY], ValueError(CANARY), {"a": CANARY}, b"words"])
def test_a_sentence_of_ours_takes_names_and_numbers_alone(log: Path, value: object) -> None:
    """What somebody wrote does not fit in, even where a careless line hands it over."""
    logging.getLogger("bot.services.router").warning("it failed: %s at %s", value, "/a place/bot/x.py:12")
    [record] = _records(log)
    assert record["event"] == "it failed: ... at /a place/bot/x.py:12"


def test_a_sentence_whose_values_do_not_fit_is_logged_as_it_stands(log: Path) -> None:
    """Nothing is lost, and nothing breaks."""
    [handler] = [one for one in logging.getLogger().handlers if isinstance(one, RotatingFileHandler)]
    handler.handle(logging.LogRecord("bot", logging.WARNING, "x.py", 1, "%s and %s", ("One",), None))
    assert [record["event"] for record in _records(log)] == ["%s and %s"]


def test_a_log_may_go_to_standard_error(log: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The same lines, one by one, and nothing in the file."""
    log_to_stderr()
    logging.getLogger("bot.app.house").warning("a tick failed")
    [line] = capfd.readouterr().err.splitlines()
    assert json.loads(line)["event"] == "a tick failed"
    assert log.read_text() == ""
