"""The app's slash commands: as it registered them, and as somebody types one.

https://docs.discord.com/developers/interactions/application-commands
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tests.json_types import Json
from tests.sim.common.answers import NotPossible
from tests.sim.discord.ids import Ids
from tests.sim.discord.world import GuildRecord

SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN, NUMBER = 1, 2, 3, 4, 5, 10
"""Types of options."""
IN_GUILD, IN_DIRECT = 0, 1
"""Contexts."""

Given = Mapping[str, object]
"""What is put into options, by name."""


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """What can be typed: a command, or a subcommand of one; `path` holds the names from the top."""

    command: Json
    path: tuple[str, ...]
    options: list[Json]
    guild: str | None


@dataclass(kw_only=True)
class Commands:
    """What is registered: for everywhere under None, else for a guild."""

    ids: Ids
    by_guild: dict[str | None, list[Json]] = field(default_factory=dict)
    created: int = 0
    """How many were ever made that were not there before; Discord allows 200 a day."""

    def of(self, guild: str | None) -> list[Json]:
        """Return what is registered."""
        return self.by_guild.get(guild, [])

    def overwrite(self, guild: str | None, bodies: list[Json], application: str) -> list[Json]:
        """Register all commands anew; one of a name that was there keeps its id."""
        known = {(each["name"], each["type"]): each for each in self.of(guild)}
        self.by_guild[guild] = [self._registered(guild, body, application, known) for body in bodies]
        return self.by_guild[guild]

    def add(self, guild: str | None, body: Json, application: str) -> Json:
        """Register one command, in the place of one of its name."""
        known = {(each["name"], each["type"]): each for each in self.of(guild)}
        made = self._registered(guild, body, application, known)
        others = [each for each in self.of(guild) if each["id"] != made["id"]]
        self.by_guild[guild] = [*others, made]
        return made

    def _registered(
        self, guild: str | None, body: Json, application: str, known: Mapping[tuple[str, int], Json]
    ) -> Json:
        kind = body.get("type", 1)
        before = known.get((body["name"], kind))
        self.created += before is None
        contexts = {} if guild is not None else {"dm_permission": body.get("dm_permission", True)}
        given = {key: value for key, value in body.items() if value is not None}
        return {
            "default_member_permissions": None,
            "nsfw": False,
            "description": "",
            "contexts": None,
            "integration_types": [0],
            **contexts,
            **given,
            "id": before["id"] if before else self.ids.snowflake(),
            "version": self.ids.snowflake(),
            "application_id": application,
            "type": kind,
            **({"guild_id": guild} if guild is not None else {}),
        }

    def typed(self, path: str, *, guild: GuildRecord | None, has_installed: bool) -> Leaf:
        """Return what is meant by names from the top, or from below the only command that has them.

        Raises:
            NotPossible: there is no such command, or not in this place for this person.
        """
        wanted = tuple(path.split())
        leaves = [
            leaf
            for scope in ([None] if guild is None else [guild.id, None])
            for command in self.of(scope)
            if command["type"] == 1
            for leaf in _leaves(command, scope)
        ]
        found = [leaf for leaf in leaves if leaf.path == wanted] or [
            leaf for leaf in leaves if leaf.path[1:] == wanted
        ]
        if len(found) != 1:
            raise NotPossible(f"/{path} is {'not one command' if found else 'no command of the app'}")
        _refuse_elsewhere(found[0].command, guild, has_installed=has_installed)
        return found[0]


def _leaves(command: Json, guild: str | None) -> Iterator[Leaf]:
    def below(options: list[Json], path: tuple[str, ...]) -> Iterator[Leaf]:
        deeper = [option for option in options if option["type"] in {SUBCOMMAND, GROUP}]
        if not deeper:
            yield Leaf(command=command, path=path, options=options, guild=guild)
        for option in deeper:
            yield from below(option.get("options", []), (*path, option["name"]))

    yield from below(command.get("options", []), (command["name"],))


def _refuse_elsewhere(command: Json, guild: GuildRecord | None, *, has_installed: bool) -> None:
    contexts, installs = command["contexts"], command["integration_types"]
    context = IN_DIRECT if guild is None else IN_GUILD
    if contexts is not None and context not in contexts:
        raise NotPossible(f"/{command['name']} is not offered here")
    if guild is not None and 0 not in installs and not (has_installed and 1 in installs):
        raise NotPossible(f"/{command['name']} is not installed here")


def data_of(leaf: Leaf, given: Given, *, focused: str | None = None) -> Json:
    """Return the `data` of an interaction in which somebody put `given` into the options.

    Raises:
        NotPossible: there is no such option, one that is needed is missing, or a value does not fit.
    """
    known = {option["name"]: option for option in leaf.options}
    for name in given:
        if name not in known:
            raise NotPossible(f"/{' '.join(leaf.path)} has no option {name!r}")
    if focused is None:
        for name, option in known.items():
            if option.get("required") and name not in given:
                raise NotPossible(f"/{' '.join(leaf.path)} needs {name!r}")
    options = [
        {"name": name, "type": known[name]["type"], "value": value}
        if name == focused
        else _option(known[name], value)
        for name, value in given.items()
    ]
    if focused is not None:
        if not known[focused].get("autocomplete"):
            raise NotPossible(f"{focused!r} offers nothing while it is typed")
        next(each for each in options if each["name"] == focused)["focused"] = True
    for depth, name in reversed(list(enumerate(leaf.path[1:], start=1))):
        kind = SUBCOMMAND if depth == len(leaf.path) - 1 else GROUP
        options = [{"name": name, "type": kind, "options": options}]
    data: Json = {"id": leaf.command["id"], "name": leaf.command["name"], "type": 1}
    if options:
        data["options"] = options
    return data | ({"guild_id": leaf.guild} if leaf.guild is not None else {})


def _option(option: Json, value: object) -> Json:
    name, kind = option["name"], option["type"]
    fits = _TYPES.get(kind)
    if fits is None or not isinstance(value, fits) or (isinstance(value, bool) and kind != BOOLEAN):
        raise NotPossible(f"{name!r} does not take {type(value).__name__}")
    if isinstance(value, str) and not option.get("min_length", 1) <= len(value) <= option.get(
        "max_length", 6000
    ):
        raise NotPossible(f"{name!r} does not take {len(value)} characters")
    choices = option.get("choices")
    if choices:
        for choice in choices:
            if value in {choice["name"], choice["value"]}:
                return {"name": name, "type": kind, "value": choice["value"]}
        raise NotPossible(f"{name!r} offers no {value!r}")
    return {"name": name, "type": kind, "value": value}


_TYPES: dict[int, type | tuple[type, ...]] = {
    STRING: str,
    INTEGER: int,
    BOOLEAN: bool,
    NUMBER: (int, float),
}
