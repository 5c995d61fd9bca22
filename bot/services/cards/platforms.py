"""Platforms by the names that people know them by, and who sees along there."""

from __future__ import annotations

from collections.abc import Collection, Mapping

_NAMES: Mapping[str, str] = {"console": "the terminal", "slack": "Slack", "discord": "Discord"}
_SEEN: Mapping[str, str] = {
    "slack": "your workspace's owners can see that we have messages, on some plans what they say",
    "discord": "Discord itself can see that we have messages, and what they say",
}
_SEEN_ANYWHERE = "whoever runs this platform can see that we have messages, and may see what they say"
_KEPT: Mapping[str, str] = {
    "slack": "your workspace's owners may be able to export it",
    "discord": "Discord keeps it, and only you can delete it",
}
_KEPT_ANYWHERE = "whoever runs this platform may be able to read it"
_SAYS_NOTHING = frozenset({"discord"})
"""Where a platform tells nobody of an account that was closed, or of Reststop being removed by somebody."""


def platform(surface: str, number: int = 0) -> str:
    """Return what a platform is called in the middle of a sentence; with a number where there are several."""
    name = _NAMES.get(surface, surface)
    return f"{name} ({number})" if number else name


def at_start(name: str) -> str:
    """Return a name as a sentence begins with it."""
    return name[:1].upper() + name[1:]


def at(name: str) -> str:
    """Return where somebody is: "in Slack", "at the terminal"."""
    return f"{'at' if name.startswith('the ') else 'in'} {name}"


def seen_by(surface: str) -> str:
    """Return who sees along on a platform that stands between, in the middle of a sentence."""
    return _SEEN.get(surface, _SEEN_ANYWHERE)


def seen_at(surface: str) -> str:
    """Return who sees along where somebody is, as a sentence."""
    return "Here nobody stands between us." if surface == "console" else f"Here {seen_by(surface)}."


def what_runs(surfaces: Collection[str]) -> str:
    """Return what is run by who could open everything: people call their community a server in Discord."""
    return "Reststop" if "discord" in surfaces else "this server"


def stays_at(surface: str) -> str:
    """Return what becomes of a message on a platform, in the middle of a sentence."""
    return _KEPT.get(surface, _KEPT_ANYWHERE)


def tells_of_leaving(surface: str) -> bool:
    """Whether a platform tells that somebody's account is closed, or that Reststop was removed."""
    return surface not in _SAYS_NOTHING
