"""Every word speaks alike, on the door as in the room: prompts, flows, cards, commands and errors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.content.loader import examine
from adapters.content.voice import Voice, lint
from bot.app.library import library_folder
from bot.errors import ReststopError
from tests.content.code_texts import lint_code
from tests.e2e.rows.rows_library import asked, settled
from tests.e2e.scenario_steps import WHO
from tests.e2e.test_scenario_2 import SURFACES

ROOT = library_folder().parent
ROOMS = ("bot/services/cards/admin", "bot/services/admin", "bot/app/cli", "bot/services/support")
"""Where an admin, whoever runs the server, and whoever is in danger are spoken to."""
ASTRAY = ("frobnicate", "later yesterday", "journal search", "leave never", "link 0000", "admin", "unlink")
"""Commands that lead nowhere, or to somebody else's rooms."""


@pytest.fixture(name="voice", scope="module")
def _voice() -> Voice:
    return examine(library_folder()).voice


def _errors(kind: type[ReststopError] = ReststopError) -> Iterator[str]:
    yield str(kind.__doc__).partition("\n")[0]
    for each in kind.__subclasses__():
        yield from _errors(each)


def test_the_library_keeps_it() -> None:
    """Every prompt, flow, card to read and help line, with no exception."""
    assert examine(library_folder()).problems == ()


def test_errors_keep_it(voice: Voice) -> None:
    """The first line of each kind of error is what somebody reads when it happens."""
    said = list(_errors())
    assert len(said) > 20
    assert [(line, found.code) for line in said for found in lint(line, voice)] == []


@pytest.mark.parametrize("room", ROOMS)
def test_who_looks_after_it_is_spoken_to_in_the_same_voice(voice: Voice, room: str) -> None:
    """Their cards, their settings and their commands."""
    files = sorted((ROOT / room).rglob("*.py"))
    assert files
    found = [(file.name, one.line, why) for file in files for one, why in lint_code(file.read_text(), voice)]
    assert found == []


@pytest.mark.parametrize("surface", SURFACES)
def test_whoever_goes_astray_is_answered_in_it(tmp_path: Path, voice: Voice, surface: str) -> None:
    """A word that is not known, a day that is none, a code that is wrong: plain, and no blame."""
    with settled(tmp_path / "data", surface) as story:
        cards = [card for words in ASTRAY for card in story.command(WHO, words)]
        story.command(WHO, "settings")
        cards += story.submit(WHO, "settings", days="weekdays", at="25:99", zone="Atlantis", quiet="x")
    said = [line for line in asked(cards).splitlines() if line]
    errors = [line for card in cards for line in (card["errors"] or {}).values()]
    assert len(said) >= len(ASTRAY)
    assert errors
    assert [(line, found.code) for line in (*said, *errors) for found in lint(line, voice)] == []
