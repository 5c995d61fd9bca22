"""What a Web API method answers when it refuses."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
"""An object of JSON: keys as Slack documents them, values of many kinds."""


class Refused(Exception):
    """A method says no: {"ok": false, "error": …}, with HTTP 200 as Slack does."""

    def __init__(self, error: str, **extra: object) -> None:
        """Refuse with one of the documented error words, and what else stands in the answer."""
        super().__init__(error)
        self.error = error
        self.extra = extra

    def body(self) -> Json:
        """Return the answer."""
        return {"ok": False, "error": self.error, **self.extra}


class NotPossible(AssertionError):
    """Slack's client would not let a person do that: no such button, a field left empty, no modal open."""


class AppFault(AssertionError):
    """The app answered something that Slack would quietly ignore or drop; a test should fail for it."""
