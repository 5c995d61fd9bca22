"""How much a word that nobody listed sounds like a name: by its letters, three at a time."""

from __future__ import annotations

from bot.guards.identifiers.weights import weights

_LOUDEST = 3


def threes(word: str) -> list[str]:
    """Return the letters of a word three at a time, its beginning and its end marked."""
    marked = f"^{word}$"
    return [marked[at : at + 3] for at in range(len(marked) - 2)]


def sounds(word: str) -> int:
    """Return from -3, like a word of English, to 3, like a name."""
    parts = threes(word[:40])
    known = weights().sounds
    loudness = sum(known.get(part, 0) for part in parts) / (100 * len(parts))
    return max(-_LOUDEST, min(_LOUDEST, round(2 * loudness)))
