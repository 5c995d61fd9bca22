"""What stands before a word and behind it, as far as it tells whether the word is somebody's name."""

from __future__ import annotations

from collections.abc import Sequence

from bot.guards.identifiers import context
from bot.guards.identifiers.tokens import Before, Case, Token

_WELL_KNOWN = 2
_VERY_COMMON = 6
_BEHIND = (
    ("a sure title", context.SURE_TITLES),
    ("a title", context.TITLES),
    ("a role", context.ROLES),
    ("a colleague", context.COLLEAGUES),
    ("what is done with somebody", context.MET),
    ("with", context.WITH),
    ("a determiner", context.DETERMINERS),
    ("a subject", context.SUBJECTS),
)
_BEFORE = (
    ("be or have", context.BE_AND_HAVE),
    ("a negation", context.NEGATED),
    ("what somebody did", context.PAST),
    ("what somebody does", context.PRESENT),
    ("with", context.WITH),
    ("a title", context.AFTER_TITLES),
)


def what_is_before(words: Sequence[Token], at: int) -> list[str]:
    """Return what there is to weigh before the word at `at`."""
    word = words[at]
    if word.before is Before.START:
        return ["first"]
    last = words[at - 1]
    if word.before is Before.PAUSE:
        return ["behind a pause"]
    if word.before is Before.COMMA:
        return ["behind a comma", *_before_a_comma(last, word)]
    result = [f"behind: {last.key}"] if last.is_word else ["behind a number"]
    result += [f"behind {name}" for name, those in _BEHIND if last.key in those]
    result += _how_it_is_written(last)
    if last.key in context.TITLES and last.key not in context.LOOSE_TITLES and last.case is word.case:
        result.append(f"behind a title written alike, {word.case}")
    if len(result) == 1 and last.known.common:
        result.append("behind another word")
    if at > 1 and last.before is Before.SPACE:
        result.append(f"two behind: {words[at - 2].key}")
    return result


def _how_it_is_written(last: Token) -> list[str]:
    result = []
    if last.tail == "s":
        result.append("behind a possessor")
    elif last.tail:
        result.append(f"behind '{last.tail}")
    if looks_like_name(last):
        result.append("behind a name")
    elif last.case is Case.CAPITAL and last.before is not Before.START and last.key != "i":
        result.append("behind a capital")
    elif last.known.common and last.key.endswith(("ed", "ing")):
        result.append("behind -ed" if last.key.endswith("ed") else "behind -ing")
    return result


def what_is_after(words: Sequence[Token], at: int) -> list[str]:
    """Return what there is to weigh behind the word at `at`."""
    tail = words[at].tail
    result = [f"before '{tail}"] if tail else []
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or following.before is Before.START:
        is_alone = words[at].before is Before.START and not tail
        return [*result, "last", *(["alone"] if is_alone else [])]
    if following.before is Before.PAUSE:
        return [*result, "before a pause"]
    if following.before is Before.COMMA:
        return [*result, "before a comma", *_behind_a_comma(following, words[at])]
    if not following.is_word:
        return [*result, "before a number"]
    if tail == "s":
        result.append(f"before 's and {_what_belongs(following)}")
    what = _what_it_is(following)
    if following.key == "and" and at + 2 < len(words):
        what.append(f"before: and {words[at + 2].key}")
    if not what and following.known.common:
        what.append("before another word")
    return [*result, f"before: {following.key}", *what]


def _before_a_comma(last: Token, word: Token) -> list[str]:
    if last.key == word.key:
        return ["said again"]
    return ["behind a name and a comma"] if looks_like_name(last) else []


def _behind_a_comma(following: Token, word: Token) -> list[str]:
    if following.key == word.key:
        return ["said again"]
    if not following.is_word:
        return ["before a comma and a number"]
    return ["before a comma and a name"] if looks_like_name(following) else []


def _what_belongs(following: Token) -> str:
    if following.key in context.KIN:
        return "kin"
    return "a capital" if following.case is Case.CAPITAL else "a thing"


def _what_it_is(following: Token) -> list[str]:
    key, is_english = following.key, following.known.common > 0
    result = [f"before {name}" for name, those in _BEFORE if key in those]
    if is_english and key not in context.FUNCTION_WORDS:
        if key.endswith("ed") and key not in context.PAST:
            result.append("before -ed")
        elif key.endswith("s") and not key.endswith("ss") and key not in context.PRESENT:
            result.append("before -s")
    if looks_like_name(following):
        result.append("before a name")
    elif following.case is Case.CAPITAL and key not in context.FUNCTION_WORDS:
        result.append("before a capital")
    return result


def looks_like_name(word: Token) -> bool:
    """Whether a word is one that people are called, and hardly anything else."""
    known = word.known
    return (
        word.is_word
        and word.case is not Case.SHOUTED
        and max(known.given, known.family) >= _WELL_KNOWN
        and (not known.common or (word.case is Case.CAPITAL and known.common < _VERY_COMMON))
        and word.key not in context.FUNCTION_WORDS
    )
