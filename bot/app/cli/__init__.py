"""The command line. Each command is imported when it is called, so that a prompt comes quickly."""

from __future__ import annotations

import os
import sys
from difflib import get_close_matches
from importlib import import_module

import click

from bot.errors import ContentBroken, ReststopError, place_of

_COMMANDS = {
    "run": "run",
    "demo": "demo",
    "doctor": "doctor",
    "sim": "sim",
    "content": "content",
    "schedule": "schedule",
    "db": "db",
    "guard": "guard",
    "person": "person",
    "keys": "keys",
    "backup": "backup",
    "restore": "backup",
    "slack": "slack",
    "discord": "discord",
}
"""Command to module of this package; the module holds a command of the same name."""

_BROKEN = "Something broke in here. What was said to be saved is saved."


class _Lazy(click.Group):
    """A group whose commands are found by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """Import the command that is asked for.

        Raises:
            UsageError: there is none; the nearest name is offered.
        """
        if cmd_name not in _COMMANDS:
            near = "".join(f" Did you mean '{name}'?" for name in get_close_matches(cmd_name, _COMMANDS, n=1))
            raise click.UsageError(f"No such command '{cmd_name}'.{near}", ctx=ctx)
        command = getattr(import_module(f"bot.app.cli.{_COMMANDS[cmd_name]}"), cmd_name)
        if not isinstance(command, click.Command):
            raise TypeError(cmd_name)
        return command


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="reststop")
def reststop() -> None:
    """Reststop: a notebook with good questions, for people who look after others."""


def main() -> None:
    """Run a command; a problem that we know is one sentence on standard error and its exit code."""
    os.umask(0o077)  # whatever a command writes, and each folder on the way there, is for its owner alone
    try:
        reststop(prog_name="reststop")
    except ReststopError as problem:
        click.echo(f"reststop: {problem.sentence}", err=True)
        if isinstance(problem, ContentBroken):
            for line in problem.problems:
                click.echo(f"  {line}", err=True)
        sys.exit(problem.exit_code)
    except Exception as fault:  # noqa: BLE001 - the last net: a traceback ends with a text that may be anybody's
        click.echo(f"reststop: {type(fault).__name__} at {place_of(fault)}. {_BROKEN}", err=True)
        sys.exit(1)
