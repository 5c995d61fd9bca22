"""Nothing in this checkout opens anything: no token, no key that somebody left lying in a file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.vault.material import create, render

ROOT = Path(__file__).resolve().parents[2]
PASSED_OVER = {"__pycache__", "build", "dist"}
"""Folders that tools make; so are all whose names begin with a dot, but for `.ci`."""
SHAPES = {
    "a token of Slack": re.compile(r"xox[abeprs][.-](?:\d-)?\w*\d{9,}-\d{9,}-[\w-]{20,}"),
    "an app-level token of Slack": re.compile(r"xapp-\d-[A-Z0-9]{8,}-\d{9,}-[0-9a-f]{32,}"),
    "a token of Discord": re.compile(r"\b[MNO][\w-]{22,27}\.[\w-]{6}\.[\w-]{27,}"),
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    "a key file": re.compile(r"\b(?:root|kek k[0-9a-f]{16}) [A-Za-z0-9+/]{43}="),
    "a key of a cloud": re.compile(r"\bAKIA[0-9A-Z]{16}\b"),
}
"""How what opens something looks; the invented ones of the simulators look otherwise, on purpose."""


def files() -> Iterator[Path]:
    """Every file that somebody who has the checkout has."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [
            name for name in folders if name == ".ci" or not (name.startswith(".") or name in PASSED_OVER)
        ]
        yield from (Path(folder, name) for name in names if name != ".env")


def secrets(text: str) -> list[str]:
    """What in a text looks like something that opens."""
    return [what for what, shape in SHAPES.items() if shape.search(text)]


def test_nothing_here_opens_anything() -> None:
    """File by file, whatever its kind."""
    found = {
        str(path.relative_to(ROOT)): secrets(path.read_text("utf-8", errors="replace")) for path in files()
    }
    assert len(found) > 100
    assert {path: what for path, what in found.items() if what} == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SLACK_BOT_TOKEN=" + "-".join(("xoxb", "1" * 12, "2" * 13, "aB3" * 8)), "a token of Slack"),
        ("-".join(("xapp", "1", "A0" * 5, "3" * 13, "0f" * 32)), "an app-level token of Slack"),
        (".".join(("M" + "Tk4" * 8, "GabcDe", "x_-" * 10)), "a token of Discord"),
        ("-----BEGIN " + "PRIVATE KEY-----", "a private key"),
        ("AKIA" + "Q7" * 8, "a key of a cloud"),
        (render(create()), "a key file"),
    ],
)
def test_what_opens_something_is_found(text: str, found: str) -> None:
    """Each made up here out of its parts, or drawn: the test above could fail."""
    assert secrets(text) == [found]
