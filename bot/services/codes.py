"""Short codes that somebody reads in one place and types in another."""

from __future__ import annotations

from typing import Final

from bot.ports.chance import Chance

SIGNS: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""What codes are made of: no sign that is read as another. Eight of them are 39 bits."""
LENGTH: Final = 8


def drawn(chance: Chance) -> str:
    """Return a new code."""
    return "".join(SIGNS[chance.below(len(SIGNS))] for _ in range(LENGTH))


def of_bytes(digest: bytes) -> str:
    """Return the code that a keyed hash stands for: whoever holds the key reads it, and nobody else."""
    number, signs = int.from_bytes(digest), ""
    for _ in range(LENGTH):
        number, place = divmod(number, len(SIGNS))
        signs += SIGNS[place]
    return signs


def written(code: str) -> str:
    """Return a code as it is shown, in two halves."""
    return f"{code[:4]}-{code[4:]}"


def read(typed: str) -> str:
    """Return a code as it was meant, however it was typed."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())
