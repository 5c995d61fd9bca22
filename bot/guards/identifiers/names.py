"""Names of private people, with and without capitals: which words of a note are one, and how far it goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.guards.identifiers import context
from bot.guards.identifiers.evidence import Note, as_note, evidence, may_be_name
from bot.guards.identifiers.found import Category, Found
from bot.guards.identifiers.softness import is_soft
from bot.guards.identifiers.tokens import Before, Case, Token, tokens
from bot.guards.identifiers.weights import weights

_ENOUGH = 45
_ENOUGH_BESIDE = -85
"""A word right beside a name needs less to be part of it."""
_NAMED_ELSEWHERE = 150
"""Who is named once in a note is the same somebody in its other sentences."""
_CERTAIN = 10_000
_MOST_PARTICLES = 2


def names(text: str) -> Iterator[Found]:
    """Yield what looks like somebody's name, apart and in order."""
    note = as_note(tokens(text))
    for first, last in _spans(note, _weighed(note)):
        yield Found(
            start=note.words[first].start,
            end=note.words[last].end,
            category=Category.NAME,
            is_soft=is_soft(note.words, first, last),
        )


def _weighed(note: Note) -> dict[int, int]:
    """Return for each word that could be a name what speaks for it; above nought it is taken for one."""
    known = weights()
    result: dict[int, int] = {}
    for at in range(len(note.words)):
        if _is_behind_sure_title(note, at):
            result[at] = _CERTAIN
        elif may_be_name(note, at):
            result[at] = known.always + sum(known.evidence.get(each, 0) for each in evidence(note, at))
    named = {note.words[at].key for at, weight in result.items() if weight > _ENOUGH}
    for at, weight in result.items():
        word = note.words[at]
        if word.key in named and not word.known.common and weight <= _ENOUGH:
            result[at] = weight + _NAMED_ELSEWHERE
    return result


def _is_behind_sure_title(note: Note, at: int) -> bool:
    """Whether a word follows "Mr" or the like: then it is a name, whatever else it means."""
    word = note.words[at]
    return (
        at > 0
        and word.is_word
        and word.before is Before.SPACE
        and note.words[at - 1].key in context.SURE_TITLES
        and (word.key not in context.FUNCTION_WORDS or (len(word.key) == 1 and word.case is Case.CAPITAL))
        and at not in note.said
    )


def _spans(note: Note, weighed: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Yield first and last word of each name: with its title, its particles, and all its parts."""
    words = note.words
    at = reached = 0
    while at < len(words):
        if weighed.get(at, _ENOUGH) <= _ENOUGH:
            at += 1
            continue
        first, last = at, at
        while first > reached and _goes_before(words[first - 1], words[first], weighed.get(first - 1)):
            first -= 1
        while last + 1 < len(words) and (step := _goes_behind(note, last, weighed)):
            last += step
        yield first, last
        at = reached = last + 1


def _goes_before(word: Token, following: Token, weight: int | None) -> bool:
    """Whether a word right before a name is part of it: a title, a particle, another name."""
    if following.before is not Before.SPACE or not word.is_word or word.tail:
        return False
    if word.key in context.LOOSE_TITLES:
        return word.case is Case.CAPITAL and word.before is not Before.START
    if word.key in context.TITLES or word.key in context.SURE_PARTICLES:
        return True
    if word.key == "van":
        return word.before is not Before.SPACE or following.key in context.SURE_PARTICLES
    is_alike = word.case is following.case and word.case is not Case.SMALL
    return is_alike and weight is not None and weight > _ENOUGH_BESIDE


def _goes_behind(note: Note, last: int, weighed: dict[int, int]) -> int:
    """How many more words belong to a name that reaches to `last`."""
    words = note.words
    following = words[last + 1]
    if words[last].tail or following.before is not Before.SPACE or not following.is_word:
        return 0
    weight = weighed.get(last + 1, -_CERTAIN)
    is_alike = following.case is words[last].case and following.case is not Case.SMALL
    is_title = following.key in context.AFTER_TITLES and following.key not in context.FUNCTION_WORDS
    if weight > (_ENOUGH_BESIDE if is_alike else _ENOUGH) or is_title:
        return 1
    return _over_particles(words, last, weighed)


def _over_particles(words: Sequence[Token], last: int, weighed: dict[int, int]) -> int:
    """How far it is to the next part of a name behind "de la", "van", "binti"; 0 where none follows."""
    for step in range(1, _MOST_PARTICLES + 2):
        at = last + step
        if at >= len(words) or words[at].before is not Before.SPACE:
            return 0
        if step > 1 and weighed.get(at, -_CERTAIN) > _ENOUGH_BESIDE:
            return step
        if words[at].key not in context.PARTICLES or words[at].tail:
            return 0
    return 0
