"""Every command of the shell, by all its words."""

from __future__ import annotations

from collections.abc import Iterator

import click


def shell_commands(command: click.Command, name: str) -> Iterator[str]:
    """Every command that can be typed, by all its words."""
    if not isinstance(command, click.Group):
        yield name
        return
    context = click.Context(command)
    for each in command.list_commands(context):
        below = command.get_command(context, each)
        assert below is not None
        yield from shell_commands(below, f"{name} {each}")
