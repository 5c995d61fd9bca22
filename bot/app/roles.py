"""What one process does: which roles it was asked for, or which its settings call for.

Nothing of a chat platform is imported here. What is missing is named in one sentence, before anything starts.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib.util import find_spec

from bot.app.settings import Settings
from bot.errors import BadSetting

CONSOLE, ENGINE, HEALTH = "console", "engine", "health"
SOCKET, HTTP = "slack-socket", "slack-http"
DISCORD = "discord"
ROLES = (CONSOLE, ENGINE, SOCKET, HTTP, HEALTH, DISCORD)

SLACK_WAYS = (SOCKET, HTTP)
NEEDS: Mapping[str, tuple[str, ...]] = {
    SOCKET: ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"),
    HTTP: ("SLACK_SIGNING_SECRET", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"),
    DISCORD: ("DISCORD_TOKEN",),
}
"""What each way into a chat platform cannot do without."""
_SAID = {SOCKET: "Socket Mode", HTTP: "HTTP"}
_LIBRARIES: Mapping[str, tuple[str, ...]] = {
    "Slack": ("slack_bolt", "slack_sdk", "aiohttp"),
    "Discord": ("discord", "aiohttp"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """What a process does. `idle`: what was asked for and has nothing to do here, with the reason."""

    runs: frozenset[str]
    idle: tuple[str, ...] = ()

    @property
    def in_terminal(self) -> bool:
        """Whether somebody sits before it."""
        return CONSOLE in self.runs

    @property
    def has_slack(self) -> bool:
        """Whether it is connected to Slack."""
        return bool(self.runs & set(SLACK_WAYS))

    @property
    def has_discord(self) -> bool:
        """Whether it is connected to Discord."""
        return DISCORD in self.runs

    @property
    def in_chat(self) -> bool:
        """Whether people come to it by a platform, on whose server they are not themselves."""
        return bool(self.runs & NEEDS.keys())


def choose(asked: str, settings: Settings) -> Roles:
    """Return what is to be run: as `asked`, or what the settings call for, else the terminal.

    Raises:
        BadSetting: a role is not known, or not there yet; or something that one needs is missing.
    """
    names = [name.strip() for name in asked.split(",") if name.strip()]
    chosen = _asked_for(names, settings) if names else _called_for(settings)
    _refuse_without_libraries(chosen)
    return chosen


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


def set_of(way: str, settings: Settings) -> tuple[str, ...]:
    """Return what is set of what a way into a platform needs."""
    return tuple(name for name in NEEDS[way] if getattr(settings, name.lower()))


def _asked_for(names: Collection[str], settings: Settings) -> Roles:
    unknown = [name for name in names if name not in ROLES]
    if unknown:
        raise BadSetting(f"No such role: {', '.join(unknown)}. There are {', '.join(ROLES)}.")
    if CONSOLE in names and set(names) - {CONSOLE, ENGINE}:
        raise BadSetting("The terminal runs by itself: console goes with engine alone.")
    missing = {name: _missing(name, settings) for name in names if name in NEEDS}
    halves = [name for name, lacks in missing.items() if 0 < len(lacks) < len(NEEDS[name])]
    if halves:
        raise BadSetting(_half_set(halves, settings))
    idle = {
        name: f"{name}: nothing to do, {_listed(NEEDS[name])} {_are(NEEDS[name])} not set."
        for name, lacks in missing.items()
        if lacks
    }
    if HEALTH in names and not NEEDS.keys() & (set(names) - idle.keys()):
        idle[HEALTH] = f"{HEALTH}: nothing to watch but Slack and Discord, and neither is run here."
    return Roles(runs=frozenset(names) - idle.keys(), idle=tuple(idle.values()))


def _called_for(settings: Settings) -> Roles:
    whole = [way for way in NEEDS if not _missing(way, settings)]
    begun = [way for way in SLACK_WAYS if set_of(way, settings)]
    if begun and not set(SLACK_WAYS) & set(whole):
        raise BadSetting(_half_set(begun, settings))
    return Roles(runs=frozenset({ENGINE, *(whole or [CONSOLE])}))


def _half_set(ways: Collection[str], settings: Settings) -> str:
    lacks = (f"for {_SAID[way]} I need {_listed(_missing(way, settings))}, too" for way in ways)
    return f"Slack is only half set: {'; '.join(lacks)}. Or unset what is there."


def _missing(way: str, settings: Settings) -> tuple[str, ...]:
    given = set_of(way, settings)
    return tuple(name for name in NEEDS[way] if name not in given)


def _listed(names: Collection[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def _are(names: Collection[str]) -> str:
    return "is" if len(names) == 1 else "are"


def _refuse_without_libraries(chosen: Roles) -> None:
    runs = {"Slack": chosen.has_slack, "Discord": chosen.has_discord}
    lacking = [name for name, does in runs.items() if does and not all(map(find_spec, _LIBRARIES[name]))]
    if lacking:
        raise BadSetting(
            f"The libraries for {_listed(lacking)} are not here yet. `make chat` installs them and starts"
            " Reststop."
        )
