"""Words that can mean danger: what a text looks like, by rules alone. A signpost, not detection.

It misses things and it misfires (docs/content.md, "Words that can mean danger"). What it says is used for
the moment in which it is asked, and kept nowhere.

A text is read clause by clause: idioms are taken out first, then each clause is asked who it is about and
what it says. Word lists stand in bot/guards/crisis/words.py.
"""

from __future__ import annotations

import re
from enum import IntEnum

from bot.guards.crisis import words
from bot.guards.crisis.meanings import Label, Meaning
from bot.guards.spelling import ONE_SPELLING


def read(text: str) -> Meaning:
    """Return what `text` looks like. Every text has a meaning; none raises."""
    plain = _plain(text)
    masked = words.IDIOMS.sub(" ~ ", plain)
    clauses = [clause for clause in words.CLAUSES.split(masked) if clause.strip()]
    said = [_clause(clause, before) for clause, before in zip(clauses, ["", *clauses], strict=False)]
    gravest = min(said, default=_Said.NOTHING)
    if gravest is _Said.NOTHING:
        return Meaning(label=Label.IDIOM_NONE if masked != plain else Label.NEUTRAL)
    return _MEANINGS[gravest]


class _Said(IntEnum):
    """What a clause says, the gravest first."""

    SELF = 0
    HURT = 1
    HARM = 2
    OTHER = 3
    WORN = 4
    NOTHING = 5


_MEANINGS = {
    _Said.SELF: Meaning(label=Label.SELF_RISK_HIGH),
    _Said.HURT: Meaning(label=Label.SELF_RISK_HIGH, is_being_hurt=True),
    _Said.HARM: Meaning(label=Label.HARM_TO_OTHERS),
    _Said.OTHER: Meaning(label=Label.CLIENT_RISK),
    _Said.WORN: Meaning(label=Label.SELF_RISK_LOW),
}
_SET_ASIDE = (words.LONG_AGO, words.TEACHING, words.DENIED)
_FIRST = (
    (words.HURT_BY, _Said.HURT),
    (words.HARM, _Said.HARM),
    (words.OTHER_HARM, _Said.OTHER),
    (words.FAREWELL, _Said.SELF),
)
"""Words that say themselves who is meant."""


def _plain(text: str) -> str:
    small = text.casefold().translate(ONE_SPELLING)
    told = words.QUOTED.sub(lambda quote: re.sub(r"\bi(?:'m)?\b", "she", quote.group(1)) + " she said", small)
    return re.sub(r"\s+", " ", told)


def _clause(clause: str, before: str) -> _Said:
    """Return what one clause says; `before` is the one that it follows, and may say who is meant."""
    if any(aside.search(clause) for aside in _SET_ASIDE):
        return _Said.NOTHING
    for pattern, said in _FIRST:
        if pattern.search(clause):
            return said
    if words.WISH_TO_DIE.search(clause):
        return _Said.SELF if _is_my_wish(clause) else _Said.OTHER
    if words.DEADLY.search(clause):
        is_mine = words.ME_FIRST.search(clause) or not words.OTHERS.search(clause + " ; " + before)
        return _Said.SELF if is_mine else _Said.OTHER
    is_told = words.OTHERS.search(clause) and not words.MINE.search(clause)
    return _Said.WORN if words.WORN.search(clause) and not is_told else _Said.NOTHING


def _is_my_wish(clause: str) -> bool:
    """Whether a wish to die is the writer's: the words for it stand with "I", not with somebody else."""
    wish = words.WISH_TO_DIE.search(clause)
    if wish is None or words.MY_OWN.search(clause):
        return wish is not None
    head = clause[: wish.end()]
    mine = [found.start() for found in words.ME_FIRST.finditer(head)]
    others = [found.start() for found in words.OTHERS_FIRST.finditer(head)]
    if not others:
        return bool(mine) or not words.OTHERS.search(clause)
    return bool(mine) and mine[-1] > others[-1]
