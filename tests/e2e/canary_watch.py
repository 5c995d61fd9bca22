"""Everywhere that somebody else could look while a story is told, and what they would find there."""

from __future__ import annotations

import json
import logging
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest

from adapters.metrics.registry import Registry
from adapters.vault.vault import SealingVault
from bot.app.bootstrap import open_house
from bot.ports.vault import Cell, Sealed
from bot.services.router import Router
from bot.surface.inbound import InboundEvent
from bot.surface.outcome import Outcome
from tests.e2e.disk import found_in, hits
from tests.e2e.live import Live
from tests.e2e.sim_driver import Shown, Story

LOG = "everything.log"
"""What every logger says at DEBUG, ours and each library's, with nothing filtered."""


class Watch:
    """Whoever looks: at each file below `home`, at the log, the screens of others, and into memory."""

    def __init__(
        self, home: Path, live: Live, captured: pytest.CaptureFixture[bytes], metrics: Registry
    ) -> None:
        """Look at `home`, at what `live` has seen, at what was `captured` of both outputs, at `metrics`."""
        self.home = home
        self.live = live
        self._metrics = metrics
        self._captured = captured
        self._output = b""

    @property
    def log(self) -> str:
        """All that was logged."""
        return (self.home / LOG).read_text()

    def findings(self, story: Story, text: str) -> list[str]:
        """Return each place in which a text can be read, and it is not its writer's own reading."""
        out, err = self._captured.readouterr()
        self._output += out + err
        output = [f"output: {name}" for name in found_in(self._output, text)]
        screens = [f"screen: {one['kind']} {one['text_id']}" for one in seen_by_others(story, text)]
        carried = [f"carried: {name}" for name in carried_along(story, text)]
        metrics = [f"metrics: {name}" for name in found_in((self._metrics.page() or "").encode(), text)]
        return [*hits(self.home, text), *output, *screens, *carried, *metrics, *self.live.hits(text)]


def seen_by_others(story: Story, text: str) -> list[Shown]:
    """Return what shows a text beyond a form, a reading or a file of its writer's: a message that stays."""
    told = [record for record in story.shown if found_in(_as_shown(record).encode(), text)]
    return [record for record in told if record["kind"] != "form" and record["seen_by"] != "reading"]


def carried_along(story: Story, text: str) -> list[str]:
    """Return the controls and forms that carry a text in their ref or in the name of an answer."""
    told = [control for record in story.shown for control in record["controls"] or ()]
    told += [record["form"] for record in story.shown if record["form"]]
    return [one["name"] for one in told if found_in(_what_travels(one).encode(), text)]


def _what_travels(control: Shown) -> str:
    """Return what a platform is given so that it comes back, whoever reads the card."""
    return " ".join((str(control["ref"]), *(one["name"] for one in control.get("options") or ())))


def _as_shown(record: Shown) -> str:
    """Return a record without the address that it goes to, and without files, which only one person gets."""
    shown = {name: value for name, value in record.items() if name not in {"to", "files"}}
    return json.dumps(shown, ensure_ascii=False)


@contextmanager
def watching(
    home: Path, patch: pytest.MonkeyPatch, captured: pytest.CaptureFixture[bytes]
) -> Iterator[Watch]:
    """Watch all that happens meanwhile. Memory is looked at where words are in hand and in clear."""
    live = Live()
    (home / "tmp").mkdir()
    patch.setattr(tempfile, "tempdir", str(home / "tmp"))
    look_where_words_are(live.look, patch.setattr)
    metrics = Registry()
    patch.setattr("bot.app.cli.sim_lines.open_house", partial(open_house, telemetry=metrics))
    with closing(live), _logging_everything(home / LOG):
        yield Watch(home, live, captured, metrics)


def look_where_words_are(look: Callable[[], None], patch: Callable[[type, str, object], None]) -> None:
    """Let `look` be called where words are about to be sealed or opened, and when they were answered.

    `patch` is `setattr`, or one that is undone later.
    """
    seal, unseal, hear = SealingVault.seal, SealingVault.open, Router.hear

    def watched_seal(self: SealingVault, cell: Cell, text: str) -> Sealed:
        look()
        return seal(self, cell, text)

    def watched_open(self: SealingVault, cell: Cell, blob: bytes) -> str:
        look()
        return unseal(self, cell, blob)

    async def watched_hear(self: Router, event: InboundEvent) -> Outcome:
        outcome = await hear(self, event)
        look()
        return outcome

    patch(SealingVault, "seal", watched_seal)
    patch(SealingVault, "open", watched_open)
    patch(Router, "hear", watched_hear)


@contextmanager
def _logging_everything(said: Path) -> Iterator[None]:
    """Let every logger say all that it can, to a file."""
    root, handler = logging.getLogger(), logging.FileHandler(said)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))
    loggers = [root, *(logging.getLogger(name) for name in root.manager.loggerDict)]
    levels = [(logger, logger.level) for logger in loggers]
    others, root.handlers = root.handlers, [handler]  # pytest's own would write each of them down again
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        for logger, level in levels:
            logger.setLevel(level)
        root.handlers = others
        handler.close()
