"""Switches that make the loopback Discord fail as the real one does now and then.

A route is meant by its method and template, with `*` for whatever stands there: "POST /channels/*/messages",
"POST /interactions/*", "*". The first that fits and is not used up is taken.
"""

from __future__ import annotations

import fnmatch
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tests.json_types import Json
from tests.sim.common.faults import Switches

How = Literal["status", "reset", "fin", "slow"]

MESSAGES = "POST /channels/*/messages"
CALLBACK = "POST /interactions/*"
FOLLOWUP = "POST /webhooks/*"
DIRECT = "POST /users/@me/channels"
"""The routes that are most often to fail."""


@dataclass(slots=True, kw_only=True)
class Fault:
    """What becomes of the next `times` calls. With `accepted` a call does its work first."""

    how: How
    times: int
    accepted: bool
    status: int = 500
    body: Json | str | bytes | None = None
    """What is answered; a string is a page, as a proxy before Discord sends it, and bytes are called JSON."""
    headers: Mapping[str, str] = field(default_factory=dict)


class Faults(Switches[Fault]):
    """The switches, by route."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__(lambda meant, name: fnmatch.fnmatchcase(name, meant))

    def fail(
        self,
        route: str,
        status: int = 500,
        code: int = 0,
        *,
        message: str = "",
        times: int = 1,
        accepted: bool = False,
    ) -> None:
        """Let the next calls be answered with a status and one of Discord's codes."""
        body = {"message": message or f"{status}: out of order", "code": code}
        self.add(route, Fault(how="status", times=times, accepted=accepted, status=status, body=body))

    def page(
        self,
        route: str,
        status: int,
        *,
        headers: Mapping[str, str] | None = None,
        times: int = 1,
        accepted: bool = False,
    ) -> None:
        """Let the next calls be answered with a page of HTML, as a proxy before Discord does."""
        page = f"<html><body>{status}</body></html>"
        fault = Fault(how="status", times=times, accepted=accepted, status=status, body=page)
        fault.headers = headers or {}
        self.add(route, fault)

    def answer(
        self,
        route: str,
        status: int,
        body: Json | bytes,
        *,
        headers: Mapping[str, str] | None = None,
        times: int = 1,
    ) -> None:
        """Let the next calls be answered with this, whatever they ask for; nothing is done."""
        fault = Fault(
            how="status", times=times, accepted=False, status=status, body=body, headers=headers or {}
        )
        self.add(route, fault)

    def cut(
        self, route: str, *, accepted: bool, how: Literal["reset", "fin"] = "reset", times: int = 1
    ) -> None:
        """Let the connection break, before the work is done or (`accepted`) after it."""
        self.add(route, Fault(how=how, times=times, accepted=accepted))

    def slow(self, route: str, *, accepted: bool = False, times: int = 1) -> None:
        """Let the next calls wait for `release`, before their work is done or (`accepted`) after it."""
        self.add(route, Fault(how="slow", times=times, accepted=accepted))
