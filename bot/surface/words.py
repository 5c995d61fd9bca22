"""Which command somebody means who types into their own conversation, where no slash command was chosen."""

from __future__ import annotations

import re
from collections.abc import Collection

PRODUCT = "reststop"
_BROUGHT = re.compile(r"(?:admin|link)\s+[2-9a-z]{4}-[2-9a-z]{4}", re.IGNORECASE)
"""A one-time code as it is shown to who brings it (bot/services/codes.py): a secret, and never talk."""


class Words:
    """The words that are commands when they stand alone."""

    def __init__(self, commands: Collection[str]) -> None:
        """Know `commands`, in small letters, each of one word or two."""
        self._commands = frozenset(commands)

    def meant(self, text: str) -> str | None:
        """Return the command that `text` is: a command's own words alone, or any after the product's name.

        More words make it talk: "later I went home" is no wish to be asked later. Only a code that is brought
        stands behind its word.
        """
        said = text.strip().removeprefix("/")
        first, _, rest = said.partition(" ")
        if first.lower() == PRODUCT:
            return rest.strip()
        is_command = " ".join(said.lower().split()) in self._commands or _BROUGHT.fullmatch(said)
        return said if is_command else None

    def name(self, command: str) -> str:
        """Return a command's name without the words behind it, which are for no button; "" if unknown.

        A code is: it holds once, and without it the button would lead past what was brought.
        """
        if _BROUGHT.fullmatch(command.strip()):
            return command.strip()
        words = command.lower().split()
        names = (" ".join(words[:count]) for count in (2, 1))
        return next((name for name in names if name in self._commands), "")
