"""What one process does: which roles it was asked for, or which its settings call for.

Nothing of a chat platform is imported here. What is missing is named in one sentence, before anything starts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from importlib.util import find_spec

from bot.app.platforms import PLATFORMS, WAYS, Kind
from bot.app.settings import Settings, variable
from bot.errors import BadSetting

CONSOLE, ENGINE, HEALTH = "console", "engine", "health"
ROLES = (CONSOLE, ENGINE, HEALTH, *WAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """What a process does. `idle`: what was asked for and has nothing to do here, with the reason."""

    runs: frozenset[str]
    idle: tuple[str, ...] = ()
    sends_alone: frozenset[str] = frozenset()
    """The surfaces that are only sent to from here: others hear what comes from there."""

    @property
    def in_terminal(self) -> bool:
        """Whether somebody sits before it."""
        return CONSOLE in self.runs

    @property
    def platforms(self) -> tuple[Kind, ...]:
        """To which it is connected; people come by those from a server that is not their own."""
        return tuple(
            kind for kind in PLATFORMS if self.runs & kind.ways.keys() or kind.surface in self.sends_alone
        )

    @property
    def sends(self) -> tuple[Kind, ...]:
        """To which this process sends what is due, where several share that: one that ticks, mostly."""
        return tuple(kind for kind in self.platforms if ENGINE in self.runs or not kind.may_send_alone)


def choose(asked: str, settings: Settings) -> Roles:
    """Return what is to be run: as `asked`, or what the settings call for, else the terminal.

    Raises:
        BadSetting: a role is not known, or not there yet; or something that one needs is missing.
    """
    names = [name.strip() for name in asked.split(",") if name.strip()]
    chosen = _asked_for(names, settings) if names else _called_for(settings)
    if settings.database_url is not None:
        chosen = _on_server(chosen, settings)
    refuse_without_libraries(chosen.platforms)
    if HEALTH in chosen.runs and find_spec("aiohttp") is None:
        raise BadSetting("The pages for who watches need aiohttp. `make chat` and `make server` bring it.")
    return chosen


def ways_into(kind: Kind, settings: Settings) -> frozenset[str]:
    """Return the ways into a platform for which all is set; none where nothing of it is.

    Raises:
        BadSetting: one is half set, and no other whole.
    """
    whole = frozenset(way for way in kind.ways if not _missing(way, settings))
    begun = [way for way in kind.ways if is_begun(way, settings)]
    if begun and not whole:
        raise BadSetting(_half_set(begun, settings))
    return whole


def refuse_without_libraries(kinds: Iterable[Kind]) -> None:
    """See that what platforms need is installed.

    Raises:
        BadSetting: something is not.
    """
    lacking = [kind.name for kind in kinds if not all(map(find_spec, kind.libraries))]
    if lacking:
        raise BadSetting(
            f"The libraries for {_listed(lacking)} are not here yet. `make chat` installs them and starts"
            " Reststop."
        )


def refuse_nameless(settings: Settings) -> None:
    """See that people can be told who runs this server: in a chat it is not themselves.

    Raises:
        BadSetting: a name or a contact is missing.
    """
    names = {
        "RESTSTOP_OPERATOR_NAME": settings.operator_name,
        "RESTSTOP_OPERATOR_CONTACT": settings.operator_contact,
    }
    missing = [name for name, value in names.items() if not value]
    if missing:
        raise BadSetting(f"In a chat, people are told who runs this server: set {_listed(missing)}.")


def is_begun(way: str, settings: Settings) -> bool:
    """Whether anything is set of what a way into a platform needs."""
    return len(_missing(way, settings)) < len(WAYS[way].needs)


def _asked_for(names: Collection[str], settings: Settings) -> Roles:
    unknown = [name for name in names if name not in ROLES]
    if unknown:
        raise BadSetting(f"No such role: {', '.join(unknown)}. There are {', '.join(ROLES)}.")
    if CONSOLE in names and set(names) - {CONSOLE, ENGINE}:
        raise BadSetting("The terminal runs by itself: console goes with engine alone.")
    missing = {name: _missing(name, settings) for name in names if name in WAYS}
    halves = [name for name, lacks in missing.items() if lacks and is_begun(name, settings)]
    if halves:
        raise BadSetting(_half_set(halves, settings))
    idle = {
        name: f"{name}: nothing to do, {_listed(lacks)} {_are(lacks)} not set."
        for name, lacks in missing.items()
        if lacks
    }
    if HEALTH in names and not set(names) - idle.keys() - {HEALTH}:
        idle[HEALTH] = f"{HEALTH}: nothing to watch, nothing else is run here."
    return Roles(runs=frozenset(names) - idle.keys(), idle=tuple(idle.values()))


def _on_server(chosen: Roles, settings: Settings) -> Roles:
    """Return what one process of several does: one that ticks sends to every platform that it may send to.

    Raises:
        BadSetting: somebody would sit before it, or what it needs is not installed.
    """
    if chosen.in_terminal:
        raise BadSetting(
            "The terminal keeps its notes in a data folder. Unset RESTSTOP_DATABASE_URL for it, or set up a"
            " chat."
        )
    if not all(map(find_spec, ("procrastinate", "psycopg"))):
        raise BadSetting("The libraries for PostgreSQL are not here yet. `make server` installs them.")
    if ENGINE not in chosen.runs:
        return chosen
    others = (kind for kind in PLATFORMS if kind.may_send_alone and not chosen.runs & kind.ways.keys())
    return replace(
        chosen, sends_alone=frozenset(kind.surface for kind in others if ways_into(kind, settings))
    )


def _called_for(settings: Settings) -> Roles:
    ways = {way for kind in PLATFORMS for way in ways_into(kind, settings)}
    return Roles(runs=frozenset({ENGINE, *(ways or {CONSOLE})}))


def _half_set(ways: Collection[str], settings: Settings) -> str:
    named = [kind.name for kind in PLATFORMS if kind.ways.keys() & set(ways)]
    lacks = (f"for {WAYS[way].called} I need {_listed(_missing(way, settings))}, too" for way in ways)
    return f"{_listed(named)} {_are(named)} only half set: {'; '.join(lacks)}. Or unset what is there."


def _missing(way: str, settings: Settings) -> tuple[str, ...]:
    return tuple(variable(name) for name in WAYS[way].needs if not getattr(settings, name))


def _listed(names: Collection[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def _are(names: Collection[str]) -> str:
    return "is" if len(names) == 1 else "are"
