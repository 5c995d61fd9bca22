"""A20: hashes for 100 % of locked packages, <= 35 for the console, <= 50 with both chats, an SBOM of all.

Audited packages are those of the SBOM; scopes and intents are the allowed ones; no secret lies here.
The chat lock has two more than 50: what pictures and PDF bring, which are extras of their own.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.make_sbom import SBOM
from tools.make_venv import CHAT_LOCK, DEV_LOCK, RUN_LOCK, SERVER_LOCK
from tools.pins import Lock, Pin, read_lock, read_wanted
from tools.venvs import ROOT

HELD_BY = (
    "tests/architecture/test_lock_check.py::test_pin_without_hash_is_named",
    "tests/architecture/test_sbom.py::test_the_list_names_what_the_locks_pin",
    "tests/architecture/test_sbom.py::test_the_list_keeps_to_cyclonedx",
    "tests/architecture/test_no_secrets.py::test_nothing_here_opens_anything",
    "tests/unit/slack/test_slack_manifest.py::test_scopes_are_the_allowed_ones",
    "tests/unit/discord/test_discord_asks.py::test_what_is_asked_of_discord_is_the_allowed_list",
    "tests/unit/discord/test_discord_asks.py::test_a_session_asks_for_the_table_and_nothing_else",
)
MOST_CONSOLE, MOST_CHAT = 35, 50
LOCKS = (RUN_LOCK, CHAT_LOCK, SERVER_LOCK, DEV_LOCK)


@pytest.mark.parametrize("path", LOCKS, ids=[path.name for path in LOCKS])
def test_a20_every_locked_package_has_its_hashes(path: Path) -> None:
    """And no line of a lock is anything but a pin."""
    lock = _read(path)
    assert [pin.name for pin in lock.pins if not pin.hashed] == []
    assert lock.strange == ()


def test_a20_few_packages_run() -> None:
    """At the terminal, and with Slack and Discord; pictures and PDF come on top of that."""
    run, chat = _read(RUN_LOCK), _read(CHAT_LOCK)
    extras = read_wanted((ROOT / "pyproject.toml").read_text("utf-8")).extras
    asked = {
        str(canonicalize_name(Requirement(wish).name))
        for name in ("slack", "discord")
        for wish in extras[name]
    }
    both = _needed(asked, chat) | {pin.name for pin in run.pins}
    assert len({pin.name for pin in run.pins}) <= MOST_CONSOLE
    assert len(both) <= MOST_CHAT


def test_a20_what_is_audited_is_all_that_is_installed() -> None:
    """The SBOM names each package of the largest lock that runs."""
    listed = json.loads(SBOM.read_text("utf-8"))["components"]
    assert {each["name"] for each in listed} == {pin.name for pin in _read(SERVER_LOCK).pins}


def _needed(names: set[str], lock: Lock) -> set[str]:
    """Return those packages, and whatever they ask for."""

    def is_asked_for(pin: Pin) -> bool:
        return not found.isdisjoint(pin.wanted_by)

    found = set(names)
    while more := {pin.name for pin in lock.pins if is_asked_for(pin)} - found:
        found |= more
    return found


def _read(path: Path) -> Lock:
    return read_lock(path.read_text("utf-8"))
