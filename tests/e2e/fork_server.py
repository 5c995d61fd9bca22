"""A process that has imported all of Reststop, and forks off one for each command that a test asks for.

To import takes longer than most commands do. What is forked is a process of its own, with its own ends,
folder and environment; nothing came before it but the imports, and our own library that was read once, as for
stories in a test's own process. A few tests start Python itself, as a person does: whoever has `RESTSTOP`.
"""

from __future__ import annotations

import fcntl
import gc
import importlib
import io
import json
import os
import signal
import socket
import sys
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass

import click
import pytest

from bot.app.cli import main, reststop
from bot.app.library import Folders, library_folder
from tests.made_once import load_once

_LATE = ("bot.app.slack.connected", "bot.app.discord.connected", "alembic.command")
"""What a command imports only when it comes to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A command that somebody asks for. Four descriptors go with it: its ends, and where its end is told."""

    words: Sequence[str]
    folder: str
    environ: dict[str, str]
    in_window: bool
    """Whether its standard input is a terminal that it shall own, as a window's program does."""


def serve(line: socket.socket) -> None:
    """Return in each process that is to be a command, and never in this one.

    Raises:
        SystemExit: whoever asked has gone.
    """
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        asked, ends, _, _ = socket.recv_fds(line, 1 << 20, 4)
        if not asked:
            sys.exit()
        if os.fork() == 0:
            line.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
            _wait_for_one(ends)
            _become(Order(**json.loads(asked)), ends)
            return
        for end in ends:
            os.close(end)


def _wait_for_one(ends: list[int]) -> None:
    """Fork, and return in the child; the parent tells its id and then its exit code."""
    if (pid := os.fork()) == 0:
        return
    *its, told = ends
    for end in its:
        os.close(end)
    try:
        os.write(told, b"%d\n" % pid)
        _, how = os.waitpid(pid, 0)
        os.write(told, b"%d\n" % os.waitstatus_to_exitcode(how))
    finally:
        os._exit(0)


def _become(order: Order, ends: list[int]) -> None:
    *its, told = ends
    os.close(told)
    for number, end in enumerate(its):
        os.dup2(end, number)
        os.close(end)
    if order.in_window:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(line_buffering=True)
        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    os.chdir(order.folder)
    os.environ.clear()
    os.environ.update(order.environ)
    time.tzset()
    sys.argv[1:] = order.words


if __name__ == "__main__":
    context = click.Context(reststop)
    for name in reststop.list_commands(context):
        reststop.get_command(context, name)
    for late in _LATE:
        importlib.import_module(late)
    load_once(Folders(library_folder()))
    pytest.MonkeyPatch().setattr("bot.app.bootstrap.load_library", load_once)
    gc.collect()
    gc.freeze()
    serve(socket.socket(fileno=int(sys.argv[1])))
    main()
