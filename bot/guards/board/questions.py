"""Questions of law or licence: what a text asks, by rules alone, so that nobody is answered by guessing.

What is said to one is a place to ask (bot/services/cards/board.py). It misses some, and misfires on some
(docs/content.md, "Questions of law and licence"). Nothing of it is kept.

A text is read sentence by sentence: what others said and manners of speaking are taken out, then each
sentence is asked whether it asks, and about what. Word lists stand in bot/guards/board/words.py.
"""

from __future__ import annotations

import re

from bot.guards.board import words
from bot.guards.spelling import ONE_SPELLING

_WINDOW = 400
"""Characters of a sentence that are looked at, from its beginning and from its end."""
_QUESTION_SIGNS = str.maketrans({"\uff1f": "?", "\u2047": "?", "\u2048": "?", "\u2049": "?", "\u203d": "?"})


def asks_board(text: str) -> bool:
    """Whether `text` asks what the law, a licence or a regulator says. No text raises."""
    before = ""
    for sentence in words.SENTENCES.split(_plain(text)):
        said = re.sub(r"\s+", " ", sentence).strip()
        if not said:
            continue
        if any(_is_asked(part, before) for part in _looked_at(said)):
            return True
        before = said[-_WINDOW:]
    return False


def _plain(text: str) -> str:
    small = text.casefold().translate(ONE_SPELLING).translate(_QUESTION_SIGNS)
    return words.IDIOMS.sub(" ~ ", words.TOLD.sub(" ~ ", small))


def _looked_at(said: str) -> tuple[str, ...]:
    return (said,) if len(said) <= _WINDOW else (said[:_WINDOW], said[-_WINDOW:])


def _is_asked(sentence: str, before: str) -> bool:
    """Whether a sentence asks about a matter of law or licence, its own or that of the sentence before it."""
    lead = words.LEADS.match(sentence)
    rest = sentence[lead.end() :] if lead else sentence
    is_question = sentence.rstrip(" )\"'~").endswith("?") or words.OPENERS.match(rest)
    if not (is_question or words.ENDINGS.search(sentence)):
        return False
    if words.OF_ONESELF.search(sentence):
        return False
    if words.LOOKING_BACK.match(sentence) and not words.DID_I_BREAK.search(sentence):
        return False
    return _is_matter(sentence) or (bool(words.WHAT_NOW.match(rest)) and _is_matter(before))


def _is_matter(sentence: str) -> bool:
    return any(matter.search(sentence) for matter in words.MATTERS)
