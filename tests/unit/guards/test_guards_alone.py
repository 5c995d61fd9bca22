"""Both guards work on this machine alone: nothing is written, nobody is called, and little is imported."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TEXTS = (
    "Maria Lopez cancelled again on 12 May, 07700 900377.",
    "I want to die.",
    "A calm day.",
    "\ud800",
    "",
)
_WATCHED = """
import json, os, sys
seen = []
sys.addaudithook(lambda event, facts: seen.append([event, *(str(fact) for fact in facts)]))
from bot.app.cli import reststop
reststop(["guard", sys.argv[1]], standalone_mode=False)
print(json.dumps({"seen": seen, "modules": sorted(sys.modules)}))
"""
_AT_ONCE = """
import json, sys, threading
from bot.guards.crisis.reading import read
from bot.guards.identifiers.detail import is_dense
from bot.guards.identifiers.finding import find
sys.setswitchinterval(1e-5)
texts, begin, said = json.loads(sys.stdin.read()), threading.Barrier(6), [None] * 6
def ask(place):
    begin.wait()
    said[place] = [(repr(find(text)), repr(read(text)), is_dense(text)) for text in texts]
threads = [threading.Thread(target=ask, args=(place,)) for place in range(6)]
for thread in threads: thread.start()
for thread in threads: thread.join()
ask_again = [(repr(find(text)), repr(read(text)), is_dense(text)) for text in texts]
sys.exit(said != [ask_again] * 6)
"""
_OF_THE_SHELL = {"bot", "bot.app", "bot.app.cli", "bot.app.cli.guard", "bot.errors", "bot.guards"}
_HARMLESS = ("os.listdir", "os.scandir", "os.putenv", "os.fwalk", "os.walk")


@pytest.fixture(scope="module", params=["identifiers", "crisis"])
def told(request: pytest.FixtureRequest) -> dict[str, list[object]]:
    """Return what Python saw a guard do over some texts, from its import on, and what was imported."""
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED, request.param],
        input="\n".join(json.dumps({"id": 1, "text": text}) for text in TEXTS).encode(),
        capture_output=True,
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"},
        check=True,
    )
    lines = done.stdout.splitlines()
    assert len(lines) == len(TEXTS) + 1
    watched: dict[str, list[object]] = json.loads(lines[-1])
    return watched


def test_only_the_guards_and_the_shell_of_the_command_line_are_imported(
    told: dict[str, list[object]],
) -> None:
    """So it starts quickly, and works where no platform's library is: click is the only one of others."""
    modules = {str(name) for name in told["modules"]}
    ours = {name for name in modules if name.partition(".")[0] in {"bot", "adapters", "tools", "tests"}}
    assert {name for name in ours if not name.startswith("bot.guards.")} == _OF_THE_SHELL
    theirs = {name.partition(".")[0] for name in modules} - set(sys.stdlib_module_names) - {"bot", "click"}
    assert {name for name in theirs if not name.startswith(("_", "sitecustomize"))} == set()


def test_nothing_is_written_and_nobody_is_called(told: dict[str, list[object]]) -> None:
    """No file but to read it, no line to another machine, no other process."""
    seen = [[str(part) for part in event] for event in told["seen"] if isinstance(event, list)]
    opened = [event for event in seen if event[0] == "open"]
    assert opened
    assert {mode for _, _, mode, _ in opened} <= {"r", "rb", "None"}
    assert not [path for _, path, _, flags in opened if int(flags) & 0o3]
    names = {event[0] for event in seen}
    assert {
        name for name in names if name.startswith(("socket.", "subprocess.", "urllib.", "sqlite3."))
    } == set()
    assert {name for name in names if name.startswith(("os.", "shutil.", "tempfile."))} <= set(_HARMLESS)


def test_the_first_texts_may_come_at_once() -> None:
    """The house reads in several threads: none of them meets lists that another has not read to the end."""
    done = subprocess.run(
        [sys.executable, "-c", _AT_ONCE],
        input=json.dumps(TEXTS).encode(),
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
