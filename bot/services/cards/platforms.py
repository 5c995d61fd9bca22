"""Platforms by the names that people know them by, and who sees along there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What is said of one platform, in the middle of a sentence. What is not known is said as of any."""

    name: str
    seen: str = "whoever runs this platform can see that we have messages, and may see what they say"
    """Who sees along."""
    kept: str = "whoever runs this platform may be able to read it"
    """What becomes of a message."""
    has_servers: bool = False
    """Whether people call their community a server there."""
    tells_of_leaving: bool = True
    """Whether it tells of an account that was closed, and of Reststop being removed by somebody."""
    looks_after: str = "whoever runs this server"
    """Who looks after an organisation there, before anybody was given a role."""


_SAID: Mapping[str, _Words] = {
    "console": _Words(name="the terminal"),
    "slack": _Words(
        name="Slack",
        seen="your workspace's owners can see that we have messages, on some plans what they say",
        kept="your workspace's owners may be able to export it",
        looks_after="the workspace's owners and admins",
    ),
    "discord": _Words(
        name="Discord",
        seen="Discord itself can see that we have messages, and what they say",
        kept="Discord keeps it, and only you can delete it",
        has_servers=True,
        tells_of_leaving=False,
        looks_after="whoever may manage the server",
    ),
}


def platform(surface: str, number: int = 0) -> str:
    """Return what a platform is called in the middle of a sentence; with a number where there are several."""
    name = _said(surface).name
    return f"{name} ({number})" if number else name


def at_start(name: str) -> str:
    """Return a name as a sentence begins with it."""
    return name[:1].upper() + name[1:]


def at(name: str) -> str:
    """Return where somebody is: "in Slack", "at the terminal"."""
    return f"{'at' if name.startswith('the ') else 'in'} {name}"


def seen_by(surface: str) -> str:
    """Return who sees along on a platform that stands between, in the middle of a sentence."""
    return _said(surface).seen


def seen_at(surface: str) -> str:
    """Return who sees along where somebody is, as a sentence."""
    return "Here nobody stands between us." if surface == "console" else f"Here {seen_by(surface)}."


def what_runs(surfaces: Collection[str]) -> str:
    """Return what is run by who could open everything."""
    return "Reststop" if any(_said(surface).has_servers for surface in surfaces) else "this server"


def stays_at(surface: str) -> str:
    """Return what becomes of a message on a platform, in the middle of a sentence."""
    return _said(surface).kept


def tells_of_leaving(surface: str) -> bool:
    """Whether a platform tells that somebody's account is closed, or that Reststop was removed."""
    return _said(surface).tells_of_leaving


def looks_after(surface: str) -> str:
    """Return who looks after an organisation on a platform, in the middle of a sentence."""
    return _said(surface).looks_after


def _said(surface: str) -> _Words:
    return _SAID.get(surface) or _Words(name=surface)
