"""Which organisation a command of the shell is about, by the name that its platform has for it."""

from __future__ import annotations

import re

import click

from bot.app.house import House
from bot.app.platforms import PLATFORMS
from bot.errors import BadInput

_SURFACES = ("console", *(kind.surface for kind in PLATFORMS))
_NAME = re.compile(rf"(?:{'|'.join(_SURFACES)})/[A-Za-z0-9_-]{{1,64}}")


def refuse_misnamed(organisation: str, like: str) -> None:
    """Refuse what names no organisation; empty is none named. `like` is a command that names one.

    Raises:
        BadInput: it is no platform and id.
    """
    if organisation and not _NAME.fullmatch(organisation):
        raise BadInput(f"An organisation is named by its platform and its id there, like `{like}`.")


async def which(house: House, named: str, like: str) -> str:
    """Return the organisation that is meant: the one that was named, else the only one that there is.

    Raises:
        BadInput: none was named, and there is none, or more than one.
    """
    known = await house.organisations()
    if named:
        if named not in known:
            click.echo(f"Nothing was set for {named} yet. It is made when something is.", err=True)
        return named
    if len(known) == 1:
        return known[0]
    if not known:
        raise BadInput(f"Nothing was set for any organisation yet. Please name one, like `{like}`.")
    raise BadInput(f"There are several. Please name one: {', '.join(known)}.")
