"""`reststop discord`: what is to be done at Discord. Its library is loaded only where something is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

import click

from adapters.discord.setup.command_news import News, news
from adapters.discord.setup.invite import for_person, for_server
from bot.app.platforms import DISCORD
from bot.app.roles import choose
from bot.app.settings import Settings, read_settings
from bot.app.system import SystemClock
from bot.errors import BadSetting

if TYPE_CHECKING:
    from adapters.discord.line.api import Line

T = TypeVar("T")


@click.group()
def discord() -> None:
    """Look after the app at Discord."""


@discord.command()
def sync() -> None:
    """Tell Discord of the commands now, and say what was news to it. Reststop may run meanwhile."""
    told = asyncio.run(_asked(read_settings(), _told))
    for word, names in (("new", told.new), ("changed", told.changed), ("gone", told.gone)):
        for name in names:
            click.echo(f"{word:<9}/{name}")
    if told.is_none:
        click.echo("Discord knew them all.", err=True)


@discord.command()
def invite() -> None:
    """Print the links that add it: to a server, with no permission at all, and to an account of one's own."""
    application = asyncio.run(_asked(read_settings(), _application))
    click.echo(f"server   {for_server(application)}")
    click.echo(f"person   {for_person(application)}")


async def _asked(settings: Settings, ask: Callable[[Line], Awaitable[T]]) -> T:
    """Ask Discord for something over a line of one's own.

    Raises:
        BadSetting: the token is not set, or Discord does not take it.
        DiscordTrouble: Discord could not be asked.
    """
    if DISCORD not in choose(DISCORD, settings).runs:
        raise BadSetting("Discord is not set up yet: set DISCORD_TOKEN (docs/discord.md).")
    from adapters.discord.errors import TokenDead  # noqa: PLC0415 - only where Discord's library is
    from bot.app.discord.line import WRONG_TOKEN, line_of  # noqa: PLC0415 - likewise

    line = line_of(settings, SystemClock())
    try:
        return await ask(line)
    except TokenDead:
        raise BadSetting(WRONG_TOKEN) from None
    finally:
        await line.close()


async def _application(line: Line) -> str:
    return str((await line.application()).id)


async def _told(line: Line) -> News:
    from bot.app.discord.line import commands_of  # noqa: PLC0415 - only where Discord's library is

    commands = commands_of(line)
    before = await commands.standing()
    await commands.sync(anyway=True)
    return news(before, [await commands.payload()])
