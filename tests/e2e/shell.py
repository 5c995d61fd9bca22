"""A shell command in this process: as in one of its own, and without the second that one takes to begin."""

from __future__ import annotations

import os
from contextlib import chdir
from pathlib import Path
from subprocess import CompletedProcess

from click.testing import CliRunner

from bot.app.cli import reststop
from bot.errors import ReststopError
from tests.e2e.terminal import environment


def command(data: Path, *words: str, typed: bytes = b"", **more: str) -> CompletedProcess[bytes]:
    """Run a command to its end with `typed` on its input; a problem that we know gets its exit code."""
    data.parent.mkdir(parents=True, exist_ok=True)
    bare: dict[str, str | None] = dict.fromkeys(os.environ)
    with chdir(data.parent):
        done = CliRunner().invoke(reststop, words, input=typed, env=bare | environment(data, **more))
    code, said = done.exit_code, done.stderr_bytes or b""
    if isinstance(done.exception, ReststopError):
        code, said = done.exception.exit_code, said + done.exception.sentence.encode()
    elif done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return CompletedProcess(words, code, done.stdout_bytes, said)
