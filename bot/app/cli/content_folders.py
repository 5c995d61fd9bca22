"""The option of `reststop content` that says which library is meant."""

from __future__ import annotations

from pathlib import Path

import click

from bot.app.library import Folders, folders_of
from bot.errors import BadSetting


def _told_apart(context: click.Context, option: click.Parameter, given: tuple[Path, ...]) -> Folders:
    try:
        return folders_of(given)
    except BadSetting as problem:
        raise click.BadParameter(problem.sentence, context, option) from None


in_folders = click.option(
    "--prompts",
    "folders",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    multiple=True,
    callback=_told_apart,
    help="A pack, beside the library that comes with Reststop; or a library in its place.",
)
