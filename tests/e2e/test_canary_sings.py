"""The canary is not blind: each leak that is planted is found, and found in its place."""

from __future__ import annotations

import base64
import json
import urllib.parse
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.canary_story import Life
from tests.e2e.canary_watch import Watch
from tests.e2e.disk import disguises, found_in, hits, sentence
from tests.e2e.planted_leaks import LEAKS, Leak, refused_by_a_column, refused_by_the_database
from tests.e2e.sim_driver import story_in_process

WORDS, WHO = sentence("planted"), sentence("planted/who").replace(" ", "-")


def _findings(watch: Watch) -> list[str]:
    """Tell a short story, and return what anybody else found of the words and of the account."""
    with story_in_process(watch.home / "data") as story:
        life = Life(story, watch.home / "data", WHO, "slack", WORDS)
        life.arrive()
        story.say(WHO, WORDS)
        if story.shown[-1]["text_id"] == "typed":
            story.press(WHO, "draft.open")
            life.submit("entry", text=WORDS)
            story.say(WHO, WORDS)
            story.press(WHO, "draft.drop")
        life.export()
        return [*watch.findings(story, WORDS), *watch.findings(story, WHO)]


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS)
def test_a_planted_leak_is_found(watch: Watch, monkeypatch: pytest.MonkeyPatch, leak: Leak) -> None:
    """By the search of the long story, where it was planted."""
    leak.plant(monkeypatch)
    found = _findings(watch)
    assert [place for place in found if place.startswith(leak.place)] != []


def test_without_a_leak_nothing_is_found(watch: Watch) -> None:
    """The same short story, as it is."""
    assert _findings(watch) == []


@pytest.mark.parametrize("refused", [refused_by_a_column, refused_by_the_database])
def test_an_error_of_the_database_prints_no_parameter(
    watch: Watch, monkeypatch: pytest.MonkeyPatch, refused: Callable[[pytest.MonkeyPatch], None]
) -> None:
    """Were words to come to the store in clear, and its errors to the log: they still do not tell them."""
    refused(monkeypatch)
    assert _findings(watch) == []
    assert "the database said: " in watch.log


DISGUISED: dict[str, Callable[[Path, str], object]] = {
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


@pytest.mark.parametrize("write", DISGUISED.values(), ids=DISGUISED)
def test_a_disguise_is_found(tmp_path: Path, write: Callable[[Path, str], object]) -> None:
    """In a file of any name."""
    assert hits(tmp_path, WORDS) == []
    write(tmp_path, WORDS)
    assert hits(tmp_path, WORDS) != []


def test_every_disguise_is_seen_through() -> None:
    """Also one at a time, in the middle of something else; and another sentence is not taken for it."""
    for name, disguise in disguises(WORDS).items():
        assert name in found_in(b"\0 before" + disguise + b"after \0", WORDS)
    assert found_in(b"other words, which nobody looks for", WORDS) == []
