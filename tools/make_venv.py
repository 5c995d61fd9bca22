"""Makes .venv from the locks, and leaves it alone while it fits: `tools.make_venv run|chat|server|dev`."""

import fcntl
import hashlib
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools import venvs
from tools.venvs import ROOT, say

VENV = ROOT / ".venv"
RUN_LOCK = ROOT / "requirements.lock"
CHAT_LOCK = ROOT / "requirements-chat.lock"
SERVER_LOCK = ROOT / "requirements-server.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
RUN_STAMP = VENV / "run.stamp"
CHAT_STAMP = VENV / "chat.stamp"
SERVER_STAMP = VENV / "server.stamp"
DEV_STAMP = VENV / "dev.stamp"


def fingerprint(lock: Path) -> str:
    """What an environment depends on: its `lock`, this Python, this folder, the package's own metadata."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    facts = {
        "lock": lock.read_text("utf-8"),
        "python": [sys.implementation.cache_tag, sys.base_prefix],
        "folder": str(ROOT),
        "package": [project["build-system"], project["project"], project["tool"]["setuptools"]],
    }
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def fits(stamp: Path, lock: Path) -> bool:
    """Whether the environment was finished from exactly this `lock`: its stamp is written last."""
    return stamp.is_file() and stamp.read_text("utf-8") == fingerprint(lock)


def make_run() -> None:
    """Make .venv anew with what Reststop needs to run."""
    say("Setting up Reststop in .venv. About half a minute, and only this once.")
    _make(RUN_LOCK)


def make_dev() -> None:
    """Make .venv anew with that and the tools for tests and checks: at once, which is quicker."""
    say("Setting up Reststop and the tools for tests in .venv. About a minute, and only this once.")
    _make(DEV_LOCK)
    DEV_STAMP.write_text(fingerprint(DEV_LOCK), "utf-8")


def _make(lock: Path) -> None:
    RUN_STAMP.unlink(missing_ok=True)
    venvs.create(VENV)
    venvs.install_lock(VENV, lock)
    venvs.install_project(VENV)
    RUN_STAMP.write_text(fingerprint(RUN_LOCK), "utf-8")


def add(what: str, stamp: Path, lock: Path) -> None:
    """Add to .venv what `lock` has more. All locks agree on every pin, so what runs stays as it was."""
    say(f"Adding {what} to .venv. About half a minute, and only this once.")
    stamp.unlink(missing_ok=True)
    venvs.install_lock(VENV, lock)
    stamp.write_text(fingerprint(lock), "utf-8")


@contextmanager
def alone() -> Iterator[None]:
    """Hold this folder, so that two terminals do not make the same .venv at once."""
    folder = os.open(ROOT, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another terminal is setting up .venv; waiting for it.")
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def main(kind: str) -> None:
    """Bring .venv up to `kind`: run, chat, server or dev. Each holds what the one before it needs."""
    with alone():
        if not fits(RUN_STAMP, RUN_LOCK):
            venvs.refuse_without_installer()
            make_dev() if kind == "dev" else make_run()
        if kind == "run" or fits(DEV_STAMP, DEV_LOCK):
            return
        if kind == "dev":
            venvs.refuse_without_installer()
            add("the tools for tests and checks", DEV_STAMP, DEV_LOCK)
        elif fits(SERVER_STAMP, SERVER_LOCK):
            return
        elif kind == "server":
            venvs.refuse_without_installer()
            add("the libraries for servers", SERVER_STAMP, SERVER_LOCK)
        elif not fits(CHAT_STAMP, CHAT_LOCK):
            venvs.refuse_without_installer()
            add("the libraries for chat", CHAT_STAMP, CHAT_LOCK)


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except subprocess.CalledProcessError:
        sys.exit("The set-up stopped; the lines above say why. The next call starts it afresh.")
    except KeyboardInterrupt:
        sys.exit("\nThe set-up was stopped. The next call starts it afresh.")
