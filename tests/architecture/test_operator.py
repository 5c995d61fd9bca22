"""Neither who runs a server nor who looks after an organisation is given a way to read what people wrote."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from bot.app.cli import reststop
from tests.architecture.shell_words import shell_commands

ROOT = Path(__file__).resolve().parents[2]
READING = {"decrypt", "dump", "entries", "export", "journal", "open", "pages", "read", "search", "unseal"}
OPENS = ("checkins", "flows", "journal", "plans", "sealing", "sheets", "support", "takeout")
"""The rooms of bot/services in which somebody's words are opened, for them."""

ADMINS = ("bot/services/admin", "bot/services/organisations")
"""The rooms in which admins act."""
OWN_ROOMS = ("bot.services.journal.", "bot.services.plans.", "bot.services.takeout.")
WRITTEN = {"journal", "runs", "sheets"}
"""Where a unit of work has what people wrote, marked and chose."""


def means(text: str) -> list[str]:
    """Everything in a module by which it could read what somebody wrote."""
    found: list[str] = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found += [
                name for name in names if name.startswith(tuple(f"bot.services.{room}." for room in OPENS))
            ]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
            found += [
                name for name in names if name.startswith(tuple(f"bot.services.{room}" for room in OPENS))
            ]
        elif isinstance(node, ast.Attribute) and node.attr == "open" and "vault" in ast.unparse(node.value):
            found.append(ast.unparse(node))
    return found


def test_no_shell_command_is_there_to_read() -> None:
    """There is no `decrypt`, and no export of somebody else's: that is a word of their own, in chat."""
    words = {word for name in shell_commands(reststop, "reststop") for word in name.split()}
    assert words & READING == set()


def test_no_shell_command_has_the_means_to_read() -> None:
    """None opens a sealed value, or reaches for the rooms where that is done for the one who wrote it."""
    found = {
        str(path.relative_to(ROOT)): means(path.read_text("utf-8"))
        for path in (ROOT / "bot/app/cli").rglob("*.py")
    }
    assert len(found) > 10
    assert {path: names for path, names in found.items() if names} == {}


def looks_at(text: str) -> list[str]:
    """Everything in a module of theirs by which admins could come near to what people wrote."""
    tree = ast.parse(text)
    rows = [node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in WRITTEN]
    rooms = [each for each in means(text) if each.startswith(OWN_ROOMS)]
    return rows + rooms


def test_no_room_of_admins_has_the_means_to_read() -> None:
    """Where admins act no page, mark or answer is looked up, and no room is reached for that opens one."""
    found = {
        str(path.relative_to(ROOT)): looks_at(path.read_text("utf-8"))
        for room in ADMINS
        for path in (ROOT / room).rglob("*.py")
    }
    assert len(found) > len(ADMINS)
    assert {path: what for path, what in found.items() if what} == {}


@pytest.mark.parametrize(
    "text", ["turn.unit.journal.latest(person)", "unit.runs", "from bot.services.takeout import takeout"]
)
def test_a_look_at_what_people_wrote_is_found(text: str) -> None:
    """By its rows or by its room: the test above could fail."""
    assert looks_at(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "from bot.services.journal import reading",
        "from bot.services.sealing.cells import opened",
        "import bot.services.takeout.takeout",
        "print(house.desk.vault.open(person, cell, sealed))",
    ],
)
def test_a_means_to_read_is_found(text: str) -> None:
    """However it is reached for: the test above could fail."""
    assert means(text) != []


def closes(text: str) -> bool:
    """Whether a module reaches for what closes a server."""
    reached = [
        f"{node.module}.{alias.name}"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]
    return any(f"{name}.".startswith("bot.services.leaving.closing.") for name in reached)


def test_nobody_in_chat_closes_a_server() -> None:
    """Only the shell, and the house that it opens, reach for that: no word and no button of an admin does."""
    found = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "bot").rglob("*.py")
        if "leaving" in (text := path.read_text("utf-8")) and closes(text)
    }
    assert found == {"bot/app/cli/close.py", "bot/app/ending.py"}
