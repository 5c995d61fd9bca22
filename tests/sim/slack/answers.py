"""What a Web API method answers when it refuses."""

from __future__ import annotations

from tests.json_types import Json


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
