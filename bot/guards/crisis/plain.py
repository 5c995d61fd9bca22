"""A text as plain words: one spelling for each, short forms written out, others' words made theirs.

People write to a journal as they talk: without apostrophes, in text speech, in the English of their place.
The rules are written for one spelling, and this is where it is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile

from bot.guards.crisis.spellings import FILLERS, ONE_WORD, PHRASES
from bot.guards.spelling import ONE_SPELLING

_PIECES = re.compile(r"\w+(?:'\w+)*|[.;!?\n\u2026]+|[,:()]|[\U0001F480\U0001F602\U0001F923\U0001F605]")
_ENDS = frozenset(".;!?\n\u2026")
_QUOTED = re.compile(r'"([^"\n]{2,600})"|(?<!\w)\'([^\'\n]{2,300}(?:\w\'\w[^\'\n]{0,300}){0,4})\'(?!\w)')
_OWN_QUOTE = re.compile(
    r"(?<!\w)i (?:\w+ )?(?:said|say|told \w+|think|thought|wrote|write|typed|tick|kept saying)[ ,:]*$"
)
_FIRST_PERSON = re.compile(r"(?<!\w)(?:i'm|im|i am|i've|ive|i'll|i'd|i|me|my|mine|myself)(?!\w)")
_THEIRS = {
    "i'm": "they are", "im": "they are", "i am": "they are", "i've": "they have", "ive": "they have",
    "i'll": "they will", "i'd": "they would", "i": "they", "me": "them", "my": "their", "mine": "theirs",
    "myself": "themself",
}  # fmt: skip
_PRONOUNS = frozenset({"he", "she", "it", "that", "who", "what", "there", "here", "where", "how", "this"})
_TAILS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"}
_INITIAL = re.compile(r"(?<![\w.'/&+])(?:[B-HJ-WYZ])(?='s |[ ,;?!]|\.\s)")
"""One capital for a name: "since we lost R"."""
_OF_A_BADGE = frozenset({"my", "the", "an", "photo", "your", "his", "her", "staff"})
_MINUTES = re.compile(r"(?<=\w)\.(?=\w)")

_LONG = 120
"""Words of a sentence that are read together."""
Sentence = tuple[str, ...]
"""The words of a sentence, and its commas, in order."""


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return `text` as sentences of plain words. What somebody else said in quotes says "they", not "I"."""
    named = _INITIAL.sub(" someone ", text)
    small = _MINUTES.sub(" ", named.casefold().translate(ONE_SPELLING))
    found: list[Sentence] = []
    words: list[str] = []
    for piece in _PIECES.findall(_QUOTED.sub(_as_theirs, small)):
        if piece[0] in _ENDS:
            found.append(_joined(words))
            words = []
        elif piece in ":()":
            words.append(",")
        else:
            words.extend(_written_out(piece, words[-1] if words else ""))
    found.append(_joined(words))
    return tuple(part for sentence in found for part in _parts(sentence))


def _parts(sentence: Sentence) -> Iterator[Sentence]:
    """Yield a sentence, in parts where somebody goes on without a stop: the cost stays that of its length."""
    for start in range(0, len(sentence), _LONG):
        yield sentence[start : start + _LONG]


def _as_theirs(quote: re.Match[str]) -> str:
    """Return a quotation with its "I" made "they", unless it is short or the writer's own."""
    said = quote.group(1) or quote.group(2) or ""
    if " " not in said.strip() or _OWN_QUOTE.search(quote.string, max(0, quote.start() - 40), quote.start()):
        return f" {said} "
    return " , " + _FIRST_PERSON.sub(lambda word: _THEIRS[word.group()], said) + " , "


def _written_out(piece: str, before: str) -> tuple[str, ...]:
    """Return one written word in full; `before` tells "id" for "I would" from a badge."""
    known = ONE_WORD.get(piece)
    if known is not None and not (piece == "id" and before in _OF_A_BADGE):
        return known
    head, mark, tail = piece.rpartition("'")
    full: tuple[str, ...] = (piece,)
    if mark and tail == "t" and head.endswith("n"):
        full = (head[:-1], "not")
    elif mark and tail == "s":
        full = (head, "is") if head in _PRONOUNS else (*ONE_WORD.get(head, (head,)), "'s")
    elif mark:
        full = (head, _TAILS[tail]) if tail in _TAILS else (head + tail,)
    return full


def _joined(words: list[str]) -> Sentence:
    """Return the words without fillers, and with what is written as two words made one."""
    kept: list[str] = []
    for word in words:
        if not word or word in FILLERS:  # of a lone "n't" nothing but its "not" is left
            continue
        pair = PHRASES.get((kept[-1], word)) if kept else None
        if pair is None:
            kept.append(word)
        else:
            kept[-1:] = pair
    return tuple(dropwhile(lambda word: word == ",", kept))
