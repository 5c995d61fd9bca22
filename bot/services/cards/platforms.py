"""Platforms by the names that people know them by, and who sees along there."""

from __future__ import annotations

from collections.abc import Mapping

_NAMES: Mapping[str, str] = {"console": "the terminal", "slack": "Slack", "discord": "Discord"}
_SEEN: Mapping[str, str] = {
    "console": "Here nobody stands between us.",
    "slack": "Here your workspace's owners can see that we have messages, on some plans what they say.",
    "discord": "Here Discord itself can see that we have messages, and what they say.",
}
_SEEN_ANYWHERE = "Whoever runs this platform can see that we have messages, and may see what they say."


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


def seen_at(surface: str) -> str:
    """Return who sees along on a platform."""
    return _SEEN.get(surface, _SEEN_ANYWHERE)
