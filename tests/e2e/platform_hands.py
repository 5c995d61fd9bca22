"""What a story's people can do on a platform, whichever it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol


class NotOnScreen(AssertionError):
    """Nothing with this ref can be pressed, chosen or sent now: the story fails here."""


class Hands(Protocol):
    """One person's hands and screen. Each act returns when the app is done."""

    @property
    def names_submit(self) -> bool:
        """Whether the platform shows what an app calls the sending of a form."""
        ...

    @property
    def id(self) -> str:
        """Their user id."""
        ...

    @property
    def seen(self) -> Sequence[str]:
        """Every text that their screen ever showed."""
        ...

    def files(self, name: str) -> list[bytes]:
        """Return the contents of all files of that name that stand in their direct messages."""
        ...

    def can_reach(self, ref: str) -> bool:
        """Whether a control, an answer of a question or a form with this ref stands before them."""
        ...

    async def uncover(self) -> None:
        """Look at what the app has just shown to them behind a button of the platform's own making."""
        ...

    async def command(self, text: str) -> None:
        """Give a command."""
        ...

    async def say(self, text: str, message: str | None) -> None:
        """Write to the app; `message` is what a story calls it."""
        ...

    async def edit(self, message: str, text: str) -> None:
        """Change what was written."""
        ...

    async def delete(self, message: str) -> None:
        """Delete what was written."""
        ...

    async def press(self, ref: str) -> None:
        """Press a button."""
        ...

    async def choose(self, ref: str, values: Sequence[str]) -> None:
        """Choose answers by the names of options."""
        ...

    async def scale(self, ref: str, value: int | None) -> None:
        """Answer a scale; None is "not now"."""
        ...

    async def submit(self, ref: str, values: Mapping[str, str | None], today: date) -> None:
        """Type into a form and send it; fields without a value stay as they are."""
        ...

    async def dismiss(self, ref: str) -> None:
        """Close a form."""
        ...
