"""A sentence planted wherever words may go: it is read where its writer reads, and lies nowhere in clear.

That each kind of leak would be found is shown by planting it: `tests/e2e/test_canary_sings.py`.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e.canary_story import CHOSEN, FLOW, MESSAGE, TOO_MUCH, Life, locked
from tests.e2e.canary_watch import Watch
from tests.e2e.disk import found_in, hits, sentence
from tests.e2e.sim_driver import story_in_process
from tests.e2e.terminal import ROOT, reststop, session

SURFACES = ["console"]
"""On the others it lives with their own libraries: test_slack_canary.py, test_discord_canary.py."""
LIBRARIES = ("sqlalchemy", "alembic", "apscheduler", "asyncio", "prompt_toolkit", "bot", "adapters")


@pytest.mark.parametrize("surface", SURFACES)
def test_nothing_that_was_written_lies_in_clear(watch: Watch, surface: str) -> None:
    """Through the whole product, with kills, restarts and copies; then erased, and no id is left either."""
    data = watch.home / "data"
    words, who = sentence(surface), sentence(f"{surface}/who").replace(" ", "-")
    with story_in_process(data) as story:
        life = Life(story, data, who, surface, words)

        def look() -> None:
            assert [watch.findings(story, text) for text in (words, life.named, who)] == [[]] * 3
            assert [hits(watch.home, text) for text in (*CHOSEN, FLOW, MESSAGE)] == [[]] * 5

        life.whole(watch.home, look)
        marks = what_stands_for_them(data)
        life.leave()
        look()
        story.restart()
        assert story.clock("2026-03-22T12:00:00Z") == []
    look()
    assert [where(data, mark) for mark in marks] == [[]] * len(marks)
    assert "INSERT INTO entries" in watch.log


def what_stands_for_them(data: Path) -> list[bytes]:
    """Return the ids, the blind index and the sealed address of the one person there is."""
    with closing(sqlite3.connect(data / "reststop.db")) as database:
        [(person,)] = database.execute("SELECT id FROM people").fetchall()
        [door] = database.execute('SELECT id, "index", sealed FROM doors').fetchall()
    marks = [person, *door]
    assert [mark for mark in marks if where(data, mark) == []] == []
    return [*marks, *(mark.hex().encode() for mark in marks)]


def where(data: Path, mark: bytes) -> list[str]:
    """Return the files in which some bytes stand, of the data, the keys and the ledger beside them."""
    files = [path for path in (*data.iterdir(), *data.parent.glob("data.*")) if path.is_file()]
    return [path.name for path in files if mark in path.read_bytes()]


WATCHED = f"""
import logging
import os
import threading
from pathlib import Path

from tests.e2e.canary_watch import look_where_words_are
from tests.e2e.live import Live

for name in {LIBRARIES}:
    logging.getLogger(name).setLevel("DEBUG")
live, memory = Live(), Path(__file__).with_name(f"memory-{{os.getpid()}}.txt")
one_at_a_time = threading.Lock()

def look():
    live.look()
    with one_at_a_time:  # and whole at any moment: this process is killed in the middle
        fresh = memory.with_suffix(".fresh")
        fresh.write_text(live.everything())
        fresh.replace(memory)

look_where_words_are(look, setattr)
"""
"""What each process of a command begins with: talkative libraries, and memory told to a file."""


def test_the_command_leaves_it_nowhere(data: Path) -> None:
    """The real one, killed in the middle: no file has it, no value prints it, and only readings show it."""
    home, words = data.parent, sentence("command")
    named = f"Mr {words.split()[0].capitalize()}"
    (home / "tmp").mkdir()
    (home / "sitecustomize.py").write_text(WATCHED)
    watched = {"TMPDIR": str(home / "tmp"), "PYTHONPATH": f"{home}:{ROOT}", "PYTHONASYNCIODEBUG": "1"}
    screen: list[str] = []

    def look() -> None:
        assert [hits(home, text) for text in (words, named)] == [[], []]
        shown = "\n".join(screen).encode()
        assert [found_in(shown, text) for text in (words, named)] == [[], []]

    with session(data, **watched) as here:
        screen += [here.enter("write"), here.enter(words + TOO_MUCH, "."), here.enter(words, ".")]
        screen += [here.enter(words)]
        assert words in here.enter("1")  # the page, as it was typed
        with locked(data):
            screen += [here.enter(f"{words} again", ".")]
        screen += [here.enter("."), here.enter(f"jurnal {words}")]
        assert ["Not saved yet." in screen[-3], "Saved privately." in screen[-2]] == [True, True]
        here.enter("write")  # with the words that wait, where one reads
        assert f"\u00ab{named}\u00bb" in here.enter(f"{named} cancelled: {words}.", ".")  # what a guard found
        screen += [here.enter("mask")]
        assert "Masked." in screen[-1]
        screen += [here.enter("people"), here.enter("1"), here.enter(words, "", "")]
        screen += [here.enter("repair"), here.enter("2"), here.enter("1"), here.enter("write")]
        look()
    # Nobody said goodbye: what SQLite had not yet tidied away lies there.
    assert (data / "reststop.db-wal").exists()
    look()

    with session(data, **watched) as here:
        assert words in here.enter("journal last")
        assert words.split()[0] in here.enter(f"search {words}")
        assert words in here.enter("people")
        screen += [here.enter("export"), here.enter("1")]
        files = sorted(home.glob("reststop-export-*"))
        assert [found_in(file.read_bytes(), words) != [] for file in files] == [True, True]
        for file in files:  # they are the place where it may lie
            file.unlink()
        look()
        screen += [here.enter("erase"), here.enter("2"), here.enter("1")]
        assert "Receipt: " in screen[-1]
        assert here.leave() == 0
    look()
    assert "a library spoke" in (data / "reststop.log").read_text()
    assert "FormSubmitted(" in "".join(file.read_text() for file in home.glob("memory-*.txt"))


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
