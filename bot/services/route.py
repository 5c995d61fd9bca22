"""A route: which use case answers an event, and who comes as far. What nothing is said of is closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.roles import ADMINS, Role
from bot.services.desk import Handler, Turn
from bot.surface.card import Card
from bot.surface.outcome import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Where an event goes.

    `open` ones need no yes; the rest answer a visitor with the consent card. `words`: something may
    stand after the command's own word. `within` is a limit in seconds of its own. `unfinished` is said
    where it could not be finished and something may have changed all the same. `first` looks first: what it
    answers is all, and nothing is written; None where there is something to write. `roles`: only who holds
    one of these where they act comes this far; none named means that no role is needed.
    """

    handler: Handler
    writes: bool = False
    open: bool = False
    words: bool = False
    within: float | None = None
    unfinished: Callable[[], Card] | None = None
    first: Callable[[Turn], Outcome | None] | None = None
    roles: frozenset[Role] = frozenset()


def looks(handler: Handler, *, open: bool = False, words: bool = False) -> Route:  # noqa: A002 - as on Route
    """Return a route for what only reads."""
    return Route(handler=handler, open=open, words=words)


def writes(handler: Handler, *, open: bool = False, words: bool = False) -> Route:  # noqa: A002 - as on Route
    """Return a route for what writes, too."""
    return Route(handler=handler, writes=True, open=open, words=words)


def admin_looks(handler: Handler, roles: frozenset[Role] = ADMINS) -> Route:
    """Return a route for who looks after an organisation: a notebook is not needed for it."""
    return Route(handler=handler, open=True, roles=roles)


def admin_writes(handler: Handler, roles: frozenset[Role] = ADMINS) -> Route:
    """Return such a route for what writes, too."""
    return Route(handler=handler, writes=True, open=True, roles=roles)
