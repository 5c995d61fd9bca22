"""The command line. Each command is imported when it is called, so that a prompt comes quickly."""

from __future__ import annotations

import os
import sys
from difflib import get_close_matches
from importlib import import_module

import click

from bot.errors import ContentBroken, ReststopError, place_of

_COMMANDS = {
    "run": ("run", "Open Reststop in this terminal, or where its tokens are for."),
    "demo": ("demo", "Play a first week on a fast clock."),
    "admin": ("admin", "Look after an organisation: its settings, roles and log."),
    "doctor": ("doctor", "Look at the set-up and say what to mend."),
    "sim": ("sim", "Play a story: one JSON object a line in, what it caused out."),
    "content": ("content", "Look after the prompt library."),
    "course": ("course", "Look after the files of a course."),
    "schedule": ("schedule", "Look at rhythms and when they come."),
    "db": ("db", "Look after the databases."),
    "guard": ("guard", "Ask a guard about texts."),
    "person": ("person", "Do what the law or a person asks, for one person."),
    "close": ("close", "Close this server on a day, after everybody was told."),
    "keys": ("keys", "Look after the keys."),
    "backup": ("backup", "Copy both databases into a new folder."),
    "restore": ("backup", "Put a backup in the place of the data folder."),
    "slack": ("slack", "Prepare the app at Slack."),
    "discord": ("discord", "Look after the app at Discord."),
}
"""Command to module of this package, which holds a command of the same name, and what the list says of it."""

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
        module, _ = _COMMANDS[cmd_name]
        command = getattr(import_module(f"bot.app.cli.{module}"), cmd_name)
        if not isinstance(command, click.Command):
            raise TypeError(cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _COMMANDS[name][1]) for name in self.list_commands(ctx)])


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
