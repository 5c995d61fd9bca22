"""Switches that make the loopback Slack fail as the real one does now and then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tests.sim.common.faults import Switches

How = Literal["ratelimited", "http_500", "timeout", "reset", "error", "garbled"]


@dataclass(slots=True, kw_only=True)
class Fault:
    """What becomes of the next `times` calls.

    With `accepted` a call does its work and only the answer is lost; else nothing happens.
    """

    how: How
    times: int
    accepted: bool
    retry_after: int
    error: str


class Faults(Switches[Fault]):
    """The switches, by method. Beside Web API methods: "response_url", "upload", and "*" for all."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__(lambda meant, name: meant in {name, "*"})

    def fail(
        self,
        method: str,
        how: How,
        *,
        times: int = 1,
        accepted: bool = False,
        retry_after: int = 30,
        error: str = "internal_error",
    ) -> None:
        """Let the next `times` calls of `method` fail.

        `ratelimited`: 429 with Retry-After. `http_500`: an HTML page. `timeout`: no answer until `release`.
        `reset`: the connection breaks. `error`: {"ok": false} with the word `error`.
        `garbled`: JSON that breaks off.
        """
        fault = Fault(how=how, times=times, accepted=accepted, retry_after=retry_after, error=error)
        self.add(method, fault)
