"""Texts to try the guards with: any Unicode, texts made of what the guards look for, notes gone odd."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

_LABELLED = Path(__file__).parents[1] / "data/guards"

POINTING = (
    "Maria Lopez",
    "Mrs Lopez",
    "dr. okonkwo",
    "O\u2019Shea-N\u00fa\u00f1ez",
    "\u0130pek",
    "\u0531\u0580\u0561\u0574",
    "\u0905\u092d\u092f",
    "\ua79d\u0101ma",
    "Hope",
    "will",
    "client K.D.",
    "pt RB",
    "12 May",
    "2025-11-02",
    "3/2/99",
    "born on 1.1.1931",
    "aged 97",
    "call 07700 900 377",
    "+1 (202) 555-0143",
    "fax 020 7946 0958",
    "m.c@example.com",
    "14 Elm Street, Leeds LS1 4AP",
    "NHS 943 476 5919",
    "SSN 078-05-1120",
    "MRN 00412",
    "policy no. AB-12345/6",
    "BD63 KWO",
    "https://example.com/a?b=c",
    "@some.one",
    "192.0.2.17",
    "2001:db8::1",
    "IBAN GB82 WEST 1234 5698 7654 32",
    "St Bride\u2019s Church",
    "at Corbin Hardware",
    "my manager Sam",
    "the only beekeeper on the island",
)
"""What can point at a person."""
GRAVE = (
    "I want to die",
    "kill myself",
    "i wrote a note to my kids",
    "my client",
    "he said",
    "she told me",
    "wants to kill himself",
    "I hit a resident",
    "I\u2019m afraid to go home",
    "burnt out",
    "no point in anything",
    "killing me",
    "not suicidal",
    "when I was nineteen",
    "the training day on suicide",
    "Must I report this?",
    "unalive",
)
"""What can mean danger, what sounds like it, and what takes it back."""
BETWEEN = (
    *" \t\n\r\v\f.,;:!?-_/\\|@#&%*+=~^'\"`()[]{}<>0",
    "\u2019",
    "\u201c",
    "\u201d",
    "\u00ab",
    "\u2026",
    "\u2014",
    "\u3000",
    "\u3002",
    "\uff1f",
    " not ",
    " but ",
    " and ",
    ". ",
    ", ",
    '" ',
)
"""What stands between words."""
ODD = (
    "\x00",
    "\x1b[31m",
    "\ud800",
    "\udfff",
    "\ud83d\ude00",
    "\U0001f600",
    "\U0001f468\u200d\U0001f469\u200d\U0001f466",
    "\U0001f1f3\U0001f1ff",
    "\U00020000",
    "\U0001d400",
    "\U000e0041",
    "\U0010ffff",
    "\ufeff",
    "\ufffd",
    "\uffff",
    "\u200b",
    "\u200d",
    "\u200f",
    "\u202e",
    "\u2066",
    "\u2028",
    "\x85",
    "\xa0",
    "\xad",
    "\u0301",
    "e\u0301\u0301\u0323",
    "\u0e33",
    "\u0130",
    "\u0131",
    "\u00df",
    "\u1e9e",
    "\ufb01",
    "\u0149",
    "\u01c5",
    "\u0390",
    "\u03c2",
    "\u2126",
    "\uff11\uff12",
    "\u0661\u0662\u0663",
    "\u0967\u0968",
    "\u00b2",
    "\u2460",
    "\u216b",
    "\u05d0\u05d1",
    "\u0645\u0631\u064a\u0645",
    "\uac74\uc6b0",
    "\u5f20\u4f1f",
)
"""What a text can hold though nobody types it.

Halves of signs, marks without a letter, letters that grow when they are made small, digits beside the ten.
"""

_WORDS = st.sampled_from(POINTING + GRAVE)
_CHANGES: st.SearchStrategy[Callable[[str], str]] = st.sampled_from(
    [str.strip, str.upper, str.lower, str.title, str.swapcase]
)
_ANY = st.text(st.characters(), max_size=8)
"""With halves of signs, which a text of Python can hold."""


def _noted(which: str) -> tuple[str, ...]:
    files = sorted(_LABELLED.glob(f"{which}.open_*.jsonl"))
    return tuple(json.loads(line)["text"] for file in files for line in file.read_text("utf-8").splitlines())


NOTES = _noted("identifiers") + _noted("crisis")
"""What somebody might write, from the batches that whoever writes rules may read."""


@st.composite
def _gone_odd(draw: st.DrawFn) -> str:
    """Return a note in which pieces are put, capitals change, and which is cut somewhere."""
    text = draw(st.sampled_from(NOTES))[draw(st.integers(0, 12)) :]
    change = draw(_CHANGES)
    pieces = draw(st.lists(st.sampled_from(ODD + BETWEEN) | _WORDS, max_size=4))
    cuts = [len(text) * share // 100 for share in draw(st.lists(st.integers(0, 100), min_size=1, max_size=4))]
    for cut, piece in zip(cuts, pieces, strict=False):
        text = text[:cut] + piece + text[cut:]
    return change(text)


@st.composite
def _long(draw: st.DrawFn) -> str:
    """Return one piece again and again, as one word or as many, with something before and behind it."""
    piece = draw(st.sampled_from(ODD + BETWEEN) | _WORDS | st.characters())
    gap = draw(st.sampled_from(("", "", " ", ".", "\n")))
    return (
        draw(_WORDS | _ANY)
        + gap.join([piece] * draw(st.integers(1, 1200 // len(piece))))
        + draw(_WORDS | _ANY)
    )


GROWN = st.lists(
    st.one_of(_WORDS, _WORDS, st.sampled_from(BETWEEN), st.sampled_from(BETWEEN), st.sampled_from(ODD), _ANY),
    min_size=1,
    max_size=24,
).map("".join)
SPACED = st.lists(st.one_of(_WORDS, _WORDS, st.sampled_from(ODD), _ANY), min_size=1, max_size=14).map(
    " ".join
)
ANY = st.text(st.characters(), max_size=200)
PLAIN = st.text(st.characters(max_codepoint=0x24F), max_size=200)

KINDS: dict[str, tuple[st.SearchStrategy[str], int]] = {
    "any": (ANY, 400),
    "plain": (PLAIN, 300),
    "grown": (GROWN, 400),
    "spaced": (SPACED, 300),
    "gone odd": (_gone_odd(), 450),
    "long": (_long(), 150),
}
"""Each kind of text, and how many of it are tried. `make test` leaves the two slow kinds out."""
