"""A sentence planted wherever words may go: it is read where its writer reads, and lies nowhere in clear."""

from __future__ import annotations

import base64
import json
import logging
import sqlite3
import urllib.parse
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.e2e.disk import disguises, found_in, hits, sentence
from tests.e2e.sim_driver import Shown, Story, story_in_process
from tests.e2e.terminal import ROOT, reststop, session

SURFACES = ["console", "slack", "discord"]
TOO_MUCH = " and so on" * 900
LIBRARIES = ("sqlalchemy", "alembic", "apscheduler", "asyncio", "prompt_toolkit")


@contextmanager
def locked(data: Path) -> Iterator[None]:
    """Let somebody else hold the database for a while."""
    with closing(sqlite3.connect(data / "reststop.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@pytest.fixture
def talkative(tmp_path: Path) -> Iterator[Path]:
    """Let every library say all that it can, to a file that filters nothing."""
    said = tmp_path / "libraries.log"
    root, handler = logging.getLogger(), logging.FileHandler(said)
    levels = {name: logging.getLogger(name).level for name in LIBRARIES}
    root.addHandler(handler)
    for name in LIBRARIES:
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield said
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    root.removeHandler(handler)
    handler.close()


def seen_by_others(story: Story, text: str) -> list[Shown]:
    """Return what told a text where more than its writer's own eyes may come: a message that stays."""
    told = [record for record in story.shown if text in json.dumps(record, ensure_ascii=False)]
    return [record for record in told if record["kind"] != "form" and record["seen_by"] != "reading"]


@pytest.mark.parametrize("surface", SURFACES)
def test_nothing_that_was_written_lies_in_clear(tmp_path: Path, surface: str, talkative: Path) -> None:
    """Draft, message, entry, answer, failed save, crash and restart: no file, no log, no message has it."""
    data = tmp_path / "data"
    canary, who = sentence(surface), sentence(f"{surface}/who").replace(" ", "-")

    def look() -> None:
        assert hits(tmp_path, canary) == []
        assert hits(tmp_path, who) == []

    with story_in_process(data) as story:
        story.command(who, "start", surface=surface)
        story.press(who, "consent.yes")
        story.scale(who, "checkin.energy", 3)
        story.press(who, "settings.change")
        story.submit(who, "settings", days="daily", at="12:30", zone="UTC", quiet="none", region="GB")

        story.command(who, f"write {canary}")
        story.submit(who, "entry", text=canary + TOO_MUCH)
        story.command(who, "write")
        look()
        story.submit(who, "entry", text=canary)
        story.say(who, canary)
        look()
        story.press(who, "draft.open")
        story.submit(who, "entry", text=f"{canary} once more")

        story.clock("2026-01-05T12:30:00Z")
        story.press(who, "checkin.write")
        with locked(data):
            [unsaved] = story.submit(who, "entry", text=canary)
            look()
        assert "Not saved yet." in str(unsaved["errors"])
        story.kill("before_commit")
        assert story.submit(who, "entry", text=canary) == []
        look()
        story.kill("after_commit")
        assert story.submit(who, "entry", text=canary) == []
        look()
        [saved] = story.submit(who, "entry", text=canary)
        assert saved["text"] == "Saved privately."
        story.restart()
        [read] = [one for one in story.command(who, "journal last") if one["text_id"] != "checkin"]
        assert (read["seen_by"], canary in read["text"]) == ("reading", True)
        look()
        assert seen_by_others(story, canary) == []
        story.command(who, "export")
        assert [len(record["files"]) for record in story.press(who, "export.make")[1:]] == [1, 1]
        look()
        story.command(who, "erase")
        story.press(who, "erase.ask")
        story.press(who, "erase.confirm")
    look()
    assert "INSERT INTO entries" in talkative.read_text()


def test_the_command_leaves_it_nowhere(data: Path) -> None:
    """The real one, with talkative libraries, a crash in the middle, and its temporary files beside it."""
    home, canary = data.parent, sentence("command")
    (home / "tmp").mkdir()
    (home / "sitecustomize.py").write_text(
        f"import logging\nfor name in {LIBRARIES}:\n    logging.getLogger(name).setLevel('DEBUG')\n"
    )
    talkative = {"TMPDIR": str(home / "tmp"), "PYTHONPATH": f"{home}:{ROOT}"}

    with session(data, **talkative) as here:
        here.enter("write")
        here.enter(canary + TOO_MUCH, ".")
        here.enter(canary, ".")
        here.enter(canary)
        here.enter("1")
        with locked(data):
            assert "Not saved yet." in here.enter(f"{canary} again", ".")
        assert "Saved privately." in here.enter(".")
        here.enter(f"jurnal {canary}")
        here.enter("write")
        assert hits(home, canary) == []
    # Nobody said goodbye: what SQLite had not yet tidied away lies there.
    assert (data / "reststop.db-wal").exists()
    assert hits(home, canary) == []

    with session(data, **talkative) as here:
        assert canary in here.enter("journal last")
        assert here.leave() == 0
    assert hits(home, canary) == []
    assert "a library spoke" in (data / "reststop.log").read_text()


def test_a_fault_tells_where_and_not_what(data: Path) -> None:
    """What nobody foresaw ends with its type and place; the text of an exception may be anybody's words."""
    canary = sentence("fault")
    (data.parent / "sitecustomize.py").write_text(
        "from adapters.console import app\n"
        f"async def run(self):\n    raise ValueError({canary!r})\n"
        "app.ConsoleSurface.run = run\n"
    )
    done = reststop(data, "run", PYTHONPATH=f"{data.parent}:{ROOT}")
    assert done.returncode == 1
    assert b"ValueError at " in done.stderr
    assert b"sitecustomize.py:3" in done.stderr
    assert found_in(done.stdout + done.stderr, canary) == []
    assert hits(data, canary) == []
    assert [path.name for path in data.glob("*-wal")] == []


def _in_a_database(folder: Path, text: str) -> None:
    with closing(sqlite3.connect(folder / "plain.db")) as database:
        database.execute("CREATE TABLE drafts (body TEXT)")
        database.execute("INSERT INTO drafts VALUES (?)", (f"Dear diary, {text}",))
        database.commit()


def _in_a_log(_folder: Path, text: str) -> None:
    logging.getLogger("sqlalchemy.engine").debug("INSERT INTO drafts VALUES (?) [%s]", text)


def _in_an_exception(_folder: Path, text: str) -> None:
    try:
        int(text)
    except ValueError:
        logging.getLogger("asyncio").exception("a task failed")


LEAKS: dict[str, Callable[[Path, str], object]] = {
    "a draft in a database": _in_a_database,
    "a log at DEBUG": _in_a_log,
    "the text of an exception": _in_an_exception,
    "a temporary file": lambda folder, text: (folder / "tmp").write_text(text),
    "a part of it": lambda folder, text: (folder / "part").write_text(f"... {text.split()[2]} ..."),
    "wide": lambda folder, text: (folder / "wide").write_bytes(text.encode("utf-16")),
    "wide, other end first": lambda folder, text: (folder / "wide").write_bytes(text.encode("utf-16-be")),
    "JSON": lambda folder, text: (folder / "t.json").write_text(json.dumps({"text": text})),
    "an address": lambda folder, text: (folder / "url").write_text(urllib.parse.urlencode({"t": text})),
    "hexadecimal": lambda folder, text: (folder / "hex").write_text(text.encode().hex()),
    "backwards": lambda folder, text: (folder / "back").write_text(text[::-1]),
    "packed": lambda folder, text: (folder / "packed").write_bytes(b"\0\1" + zlib.compress(text.encode())),
    "base64": lambda folder, text: (folder / "b64").write_bytes(base64.b64encode(text.encode())),
    "base64 with something before": lambda folder, text: (folder / "b64").write_bytes(
        base64.b64encode(f"1{text} and the rest".encode())
    ),
    "base64 with more before": lambda folder, text: (folder / "b64").write_bytes(
        base64.b64encode(f"12{text}".encode())
    ),
}


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS)
@pytest.mark.usefixtures("talkative")
def test_the_search_can_fail(tmp_path: Path, leak: Callable[[Path, str], object]) -> None:
    """Each leak that is planted is found: a search that cannot fail would prove nothing."""
    canary = sentence("planted")
    assert hits(tmp_path, canary) == []
    leak(tmp_path, canary)
    assert hits(tmp_path, canary) != []


def test_every_disguise_is_seen_through() -> None:
    """Also one at a time, in the middle of something else; and another sentence is not taken for it."""
    canary = sentence("disguised")
    for name, disguise in disguises(canary).items():
        assert name in found_in(b"\0 before" + disguise + b"after \0", canary)
    assert found_in(b"other words, which nobody looks for", canary) == []
