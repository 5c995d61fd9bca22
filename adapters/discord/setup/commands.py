"""The command `/reststop` and what stands below it, as Discord is told of it: once, and where it changed.

Discord's rules for commands: https://discord.com/developers/docs/interactions/application-commands. A group
has up to 25 below it, of names in small letters, and no name there is a command and a group at once: what is
seldom typed stands in a group of its own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Coroutine, Mapping
from typing import Any, Protocol

import discord
from discord import app_commands
from discord.app_commands import locale_str

from adapters.discord.errors import LineCut
from adapters.discord.limits import DESCRIPTION_CHARS
from adapters.discord.line.api import Line
from adapters.discord.text import Payload
from bot.errors import SurfaceError
from bot.surface.words import PRODUCT

WORDS, ZONE = "words", "zone"
"""What may stand behind a command."""

_COMMANDS = "/applications/{application_id}/commands"
_BEGIN = "start"
_ABOUT = "A quiet place to look back on your work, for you alone"
_ABOUT_BEGIN = "Begin here, or see where you are"
MORE = "more"
"""The group of what is seldom typed. It is no word of the core's."""
_SELDOM = frozenset(
    {"plans", "people", "supervision", "portfolio", "unlink", "import", "what-data", "team prompt"}
)
_ABOUT_GROUP = {
    "journal": "Your own pages",
    "look": "Your own marks and topics",
    "circle": "A circle of your team, in its channel",
    "course": "A course that you run, or learn in",
    MORE: "Plans, people, supervision, a portfolio, what is held, a question a week for a team",
}
_ABOUT_WORDS = {
    "later": "An hour of today, like 16:30",
    "link": "A code from the other place, where you have one",
    "admin": "A code for a role, where you have one",
    "course join": "The code from its trainer, like K7QM-3XWD",
    "course trainer": "A code from its trainer",
    "write": "The first words of your page",
    "journal search": "A word, or part of one",
    "leave": "The first day that you are back, like 4 January",
}
_ABOUT_OTHER_WORDS = "What you would say behind it"
_ABOUT_ZONE = "Where you are, like Berlin or Pacific/Auckland"
_TELLS_ZONE = frozenset({_BEGIN, "settings"})

_Command = app_commands.Command[Any, ..., Any]  # Any: it is bound to no class, and never called


class Command(Protocol):
    """What is to be known of a command: a route of the core."""

    @property
    def words(self) -> bool:
        """Whether something may stand behind its own words."""
        ...


class Known(Protocol):
    """What Discord was told last, kept over a restart."""

    async def known(self) -> str:
        """Return its hash; "" where nothing was told yet.

        Raises:
            NotSaved: it cannot be read.
        """
        ...

    async def note(self, told: str) -> None:
        """Keep the hash of what it was told now.

        Raises:
            NotSaved: it cannot be kept.
        """
        ...


def reststop(commands: Mapping[str, Command], about: Mapping[str, str]) -> app_commands.Group:
    """Return `/reststop` with all that `about` tells of, and `start`.

    `about` has a few words for each command, as `help` lists them: an alias that is not listed there can be
    typed in a direct message, and stands in no menu.

    Raises:
        SurfaceError: a text is too long for Discord, or there are too many.
    """
    group = app_commands.Group(
        name=locale_str(PRODUCT),
        description=locale_str(_ABOUT),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=False),
    )
    within: dict[str, app_commands.Group] = {}
    try:
        for name, what in {_BEGIN: _ABOUT_BEGIN, **about}.items():
            head, _, rest = name.partition(" ")
            if name in _SELDOM:
                name, head, rest = head, MORE, head  # noqa: PLW2901 - no group has another in it: one word
            if rest and head not in within:
                text = locale_str(_described(_ABOUT_GROUP[head]))
                within[head] = app_commands.Group(name=locale_str(head), description=text, parent=group)
            parent = within[head] if rest else group
            parent.add_command(_command(name, what, has_words=commands[name].words))
    except (ValueError, KeyError, app_commands.CommandAlreadyRegistered) as problem:
        raise SurfaceError(f"a command has no place on Discord: {problem}") from None
    return group


class Commands:
    """What Discord knows of the commands of an application."""

    def __init__(
        self,
        line: Line,
        group: app_commands.Group,
        known: Known,
        *,
        translator: app_commands.Translator | None = None,
    ) -> None:
        """Tell it of `group` through `line`, in all languages that `translator` has."""
        self._line = line
        self._group = group
        self._known = known
        self._translator = translator or app_commands.Translator()

    async def payload(self) -> Payload:
        """Return what Discord is told."""
        tree = app_commands.CommandTree(discord.Client(intents=discord.Intents(guilds=True)))
        return await self._group.get_translated_payload(tree, self._translator)

    async def standing(self) -> list[Payload]:
        """Return what Discord knows now of all commands of the application.

        Raises:
            DiscordTrouble: it does not say.
        """
        application = str((await self._line.application()).id)
        query = {"with_localizations": "true"}
        found = await self._line.call("GET", _COMMANDS, query=query, application_id=application)
        if not isinstance(found, list):
            raise LineCut
        return found

    async def sync(self, *, anyway: bool = False) -> bool:
        """Tell Discord where that is news to it, or `anyway`; return whether it was told.

        All other commands of the application go. It takes some time until it shows: clients of people learn
        of it when they use a command.

        Raises:
            DiscordTrouble: Discord did not take it.
            NotSaved: what was told before cannot be read, or what was told now not be kept.
        """
        application = str((await self._line.application()).id)
        payload = await self.payload()
        told = _hash(application, payload)
        if not anyway and await self._known.known() == told:
            return False
        await self._line.call("PUT", _COMMANDS, body=[payload], application_id=application)
        await self._known.note(told)
        return True


def _command(name: str, what: str, *, has_words: bool) -> _Command:
    """Return one command. What it does stands nowhere here: all interactions have one handler (`app.py`)."""
    if name in _TELLS_ZONE:
        return _with_zone(name, what)
    if has_words:
        return _with_words(name, what)

    async def bare(_interaction: discord.Interaction) -> None:
        """Say nothing."""

    return _made(name, what, bare)


def _with_words(name: str, what: str) -> _Command:
    text = locale_str(_described(_ABOUT_WORDS.get(name, _ABOUT_OTHER_WORDS)))

    @app_commands.describe(words=text)
    @app_commands.rename(words=locale_str(WORDS))
    async def with_words(_interaction: discord.Interaction, words: str | None = None) -> None:
        """Say nothing."""

    return _made(name, what, with_words)


def _with_zone(name: str, what: str) -> _Command:
    @app_commands.describe(zone=locale_str(_described(_ABOUT_ZONE)))
    @app_commands.rename(zone=locale_str(ZONE))
    async def with_zone(_interaction: discord.Interaction, zone: str | None = None) -> None:
        """Say nothing."""

    command = _made(name, what, with_zone)

    @command.autocomplete(ZONE)
    async def offered(_interaction: discord.Interaction, _typed: str) -> list[app_commands.Choice[str]]:
        """Offer nothing: it is answered where all interactions are."""
        return []

    return command


def _made(name: str, what: str, callback: Callable[..., Coroutine[object, None, None]]) -> _Command:
    return app_commands.Command(
        name=locale_str(name.rpartition(" ")[2]), description=locale_str(_described(what)), callback=callback
    )


def _described(what: str) -> str:
    """Return a description as Discord shows it: plain, and with a capital.

    Raises:
        SurfaceError: it is too long.
    """
    plain = what.replace("`", "")
    if not 1 <= len(plain) <= DESCRIPTION_CHARS:
        raise SurfaceError("a command is described in up to a hundred characters")
    return plain[0].upper() + plain[1:]


def _hash(application: str, payload: Payload) -> str:
    told = json.dumps([application, payload], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()
