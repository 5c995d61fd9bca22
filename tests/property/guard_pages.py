"""Pages of any length to measure the guards with: natural ones, and such as make a careless pattern slow."""

from __future__ import annotations

from tests.property.guard_texts import NOTES

LONG = 8_000
SHORT = 1_000
GOAL = 12.0
"""How many times the time of a short page a long one may take: eight times is straight."""

_UNLIKE = "\x7f"
"""What ends a page: no pattern wants it, so that each has to give up what it has taken so far."""
_AGAIN = {
    "one letter": "a",
    "one capital": "A",
    "digits": "1",
    "digits apart": "1 ",
    "digits and dots": "1.",
    "digits and dashes": "12-",
    "digits and slashes": "1/",
    "plus signs": "+",
    "dots": ".",
    "spaces": " ",
    "lines": "\n",
    "at-signs": "@",
    "addresses begun": "a.b@",
    "links begun": "http://",
    "colons": "1:",
    "capitals": "K.D.",
    "capitals apart": "A B ",
    "names": "Maria ",
    "many names": "".join(f"Mrs {a}{b}{c}ez rang. " for a in "LMNPRST" for b in "aeiou" for c in "bdlmnrst"),
    "titles": "Mrs ",
    "names with dashes": "Anne-",
    "possessives": "o'",
    "days": "12 May ",
    "quotes": '"',
    "quoted words": '"I ',
    "brackets": "(",
    "brackets inside": "([{",
    "somebody said": "she said ",
    "who it is about": "my client ",
    "nots": "not ",
    "grave words": "I want to die ",
    "grave words begun": "I want to ",
    "idioms": "killing me ",
    "long ago": "years ago, ",
    "marks": "e\u0301",
    "small letters that grow": "\u0130",
    "signs": "\U0001f600",
    "halves of signs": "\ud800",
}


def pages() -> dict[str, tuple[str, str]]:
    """Return a long page and a short one of each kind, by its name; the first are of notes."""
    texts = {
        "notes": " ".join(NOTES[::3]),
        "lines in small letters": "\n".join(NOTES[1::3]).casefold(),
        **{name: piece * LONG for name, piece in _AGAIN.items()},
    }
    return {name: (_page(text, LONG), _page(text, SHORT)) for name, text in texts.items()}


def _page(text: str, length: int) -> str:
    return text[: length - 1] + _UNLIKE
