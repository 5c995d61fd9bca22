"""The table of routes: what can be asked of the loopback Discord, and by whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.json_types import Json
from tests.sim.discord.core import Core
from tests.sim.discord.limiter import Asked
from tests.sim.discord.posting import Files

_MAJOR = ("channel", "guild", "application")
"""The parameters that a quota is counted by; a webhook's token is one together with its application."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request of the app. `body` is its JSON."""

    core: Core
    params: Mapping[str, str]
    query: Mapping[str, str]
    body: Any = field(default_factory=dict)  # Any: JSON, an object or a list
    files: Files = field(default_factory=dict)


Handler = Callable[[Call], "Json | list[Json] | None"]
"""Answers a request; None is 204, no content.

Raises:
    Refused: it is refused.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A method with a template of addresses. `by_token`: whoever knows the address may call it."""

    method: str
    template: str
    pattern: re.Pattern[str]
    handle: Handler
    by_token: bool
    status: int = 200
    """That of an answer with something in it."""

    @property
    def name(self) -> str:
        """What faults and the journal call it."""
        return f"{self.method} {self.template}"

    def asked(self, params: Mapping[str, str]) -> Asked:
        """Return a request of it as the limiter counts it."""
        major = next((params[name] for name in _MAJOR if name in params), "")
        if "token" in params:
            major = params["token"]
        return Asked(self.method, self.template, major)


ROUTES: list[Route] = []
"""Every route; the first that fits is the one."""


def route(
    method: str, template: str, *, by_token: bool = False, status: int = 200
) -> Callable[[Handler], Handler]:
    """Enter what answers a route: "/channels/{channel}/messages"."""
    pattern = re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", template))

    def enter(handle: Handler) -> Handler:
        ROUTES.append(
            Route(
                method=method,
                template=template,
                pattern=pattern,
                handle=handle,
                by_token=by_token,
                status=status,
            )
        )
        return handle

    return enter


def find(method: str, path: str) -> tuple[Route, dict[str, str]] | None:
    """Return the route of a request and what stands in its address."""
    for each in ROUTES:
        if each.method == method and (found := each.pattern.fullmatch(path)):
            return each, found.groupdict()
    return None
