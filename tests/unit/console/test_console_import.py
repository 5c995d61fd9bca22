"""`import FILE` at the terminal: read where it lies, handed to the core alone, and nothing lost by a slip."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.console import app
from adapters.console.files import ReadFile, read_file
from bot.surface.card import say
from bot.surface.inbound import FILE_MAX, CommandInvoked, FileBrought, InboundEvent
from bot.surface.outcome import Outcome
from tests.contract.surface_samples import ROW, card, shows
from tests.contract.surface_stage import Script
from tests.e2e.console_harness import ConsoleStage

WORDS = ("import", "write", "help", "helpnow")


@pytest.fixture(name="home")
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person stands, with a file there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    (tmp_path / "notes.md").write_text("words")
    return tmp_path


@pytest.fixture(name="core")
def _core() -> Script:
    return Script(shows(card(say("Two pages."))), shows(card(say("another"))))


@pytest.fixture(name="stage")
async def _stage(core: Script) -> AsyncIterator[ConsoleStage]:
    stage = ConsoleStage(core.hear, words=WORDS)
    await stage.arrive()
    yield stage
    await stage.leave()


@pytest.mark.parametrize("typed", ["import notes.md", "/import  notes.md ", "reststop IMPORT 'notes.md'"])
async def test_a_file_goes_to_the_core_as_it_lies(
    home: Path, stage: ConsoleStage, core: Script, typed: str
) -> None:
    """Its name and its bytes; the answer stands on the screen, and the file where it was."""
    assert "Two pages." in await stage.enter(typed)
    event = core.last(FileBrought)
    assert (event.name, event.body) == ("notes.md", b"words")
    assert (home / "notes.md").read_text() == "words"


async def test_the_word_alone_asks_how(stage: ConsoleStage, core: Script) -> None:
    """It is a word like any other."""
    await stage.enter("import")
    assert core.last(CommandInvoked).text == "import"


async def test_a_slip_is_said_and_nothing_is_lost(home: Path) -> None:
    """The core hears nothing, and the question that was open stands again."""
    heard: list[InboundEvent] = []

    async def hear(event: InboundEvent) -> Outcome:
        heard.append(event)
        return shows(card(say("Shall I come back?"), ROW))

    stage = ConsoleStage(hear, words=WORDS)
    await stage.arrive()
    try:
        seen = await stage.enter("import notes.txt")
        assert "There is no file notes.txt here." in seen
        assert "[1]" in seen
        assert "notes is a folder." in await stage.enter(f"import {_folder(home)}")
        assert [type(event) for event in heard] == [CommandInvoked]
    finally:
        await stage.leave()


def _folder(home: Path) -> str:
    (home / "notes").mkdir()
    return "notes"


async def test_a_large_file_says_that_it_takes_a_moment(
    home: Path, stage: ConsoleStage, core: Script
) -> None:
    """Before the answer, so that nobody wonders."""
    (home / "large.md").write_bytes(b"x" * 300_000)
    seen = await stage.enter("import large.md")
    assert seen.index("One moment.") < seen.index("Two pages.")
    assert len(core.last(FileBrought).body) == 300_000


async def test_whoever_waits_long_is_told_that_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line while the answer takes its time, and then the answer; nothing more of it afterwards."""
    monkeypatch.setattr(app, "_SLOW", 0.0)
    monkeypatch.setattr(app, "_VERY_SLOW", 0.0)

    async def hear(event: InboundEvent) -> Outcome:
        is_slow = isinstance(event, CommandInvoked) and event.text == "write"
        while is_slow and "Still at it." not in stage.seen:  # noqa: ASYNC110 - the screen tells of no line
            await asyncio.sleep(0)
        return shows(card(say("here it is")))

    stage = ConsoleStage(hear, words=WORDS)
    await stage.arrive()
    try:
        seen = await stage.enter("write")
        assert seen.index("One moment.") < seen.index("Still at it.") < seen.index("here it is")
        assert "Still at it." not in await stage.enter("help")
    finally:
        await stage.leave()


@pytest.mark.parametrize(
    "said",
    ["my notes.md", "'my notes.md'", '"my notes.md"', "my\\ notes.md", "~/my notes.md", "./my notes.md"],
)
def test_a_place_is_read_in_each_way_that_it_is_typed(home: Path, said: str) -> None:
    """As it is, in quotation marks, as a terminal writes what is dropped into it, and from one's home."""
    for folder in (home, home / "home"):
        (folder / "my notes.md").write_text("words")
    assert read_file(home, said) == ReadFile(name="my notes.md", body=b"words")


def test_an_apostrophe_is_part_of_a_name(home: Path) -> None:
    """And a home of nobody's is no place."""
    (home / "ana's.md").write_text("words")
    assert read_file(home, "ana's.md") == ReadFile(name="ana's.md", body=b"words")
    assert read_file(home, "~nobody-of-that-name/a.md") == (
        "There is no file ~nobody-of-that-name/a.md here. A path may begin with / or ~."
    )


def test_what_cannot_be_read_is_said(home: Path) -> None:
    """A pipe is no file, one that is too large is not read at all, and a name that is too long is none."""
    os.mkfifo(home / "pipe")
    assert read_file(home, "pipe") == "pipe could not be read. It may belong to somebody else."
    with (home / "large").open("wb") as large:
        large.truncate(FILE_MAX + 1)
    assert read_file(home, "large") == (
        "large is larger than the 16 MB that I read. In parts, it comes in too."
    )
    assert "could not be read" in str(read_file(home, "a" * 5_000))


def test_the_content_of_a_file_is_never_printed(home: Path) -> None:
    """Not by what holds it either."""
    assert "words" not in repr(read_file(home, "notes.md"))
