"""What speaks for a word being somebody's name, and what against it: each piece has a name of its own.

How much each weighs was learned (tools/train_names.py); what there is to weigh is said here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.guards.identifiers import context
from bot.guards.identifiers.lexicon import look_up, phrases
from bot.guards.identifiers.sounds import sounds
from bot.guards.identifiers.surroundings import what_is_after, what_is_before
from bot.guards.identifiers.tokens import Before, Case, Token

_FEW = 3
_COMMON = 4
_VERY_COMMON = 6
_WELL_KNOWN = 2
_ENDINGS = (
    "ing",
    "ed",
    "ly",
    "tion",
    "sion",
    "ism",
    "ist",
    "ine",
    "pam",
    "ide",
    "ate",
    "one",
    "ness",
    "ment",
    "able",
    "ible",
    "ous",
    "ies",
    "ology",
    "ectomy",
    "itis",
    "osis",
    "emia",
    "aemia",
    "ics",
    "ary",
    "ory",
    "ful",
    "less",
    "ship",
    "hood",
    "ward",
    "wise",
    "azole",
    "cillin",
    "pril",
    "olol",
    "statin",
    "mab",
    "gram",
    "scope",
)


@dataclass(frozen=True, slots=True)
class Note:
    """A note as the finder reads it: its words, and what is true of all of it."""

    words: Sequence[Token] = field(repr=False)
    is_small: bool
    """Whether it has no capitals but "I"."""
    is_loud: bool
    """Whether it is all in capitals."""
    said: frozenset[int]
    """The places of words that stand in a saying."""
    small: frozenset[str] = field(repr=False)
    """Words that stand in it in small letters."""
    capital: frozenset[str] = field(repr=False)
    """Words that have a capital in the midst of a sentence."""
    days: frozenset[str] = field(repr=False)
    """Days, months, seasons and feasts in it."""
    has_somebody: bool
    """Whether it speaks of a he or a she."""


def as_note(words: Sequence[Token]) -> Note:
    """Return the words of a text with what is true of all of them."""
    letters = [word for word in words if word.is_word and word.key != "i"]
    capitals = sum(word.case in (Case.CAPITAL, Case.SHOUTED) for word in letters)
    shouted = sum(word.case is Case.SHOUTED for word in letters)
    return Note(
        words=words,
        is_small=not any(word.case is Case.CAPITAL for word in letters),
        is_loud=len(letters) >= _FEW and shouted == capitals == len(letters),
        said=_said(words),
        small=frozenset(word.key for word in letters if word.case is Case.SMALL),
        capital=frozenset(
            word.key for word in letters if word.case is Case.CAPITAL and word.before is not Before.START
        ),
        days=frozenset(word.key for word in letters if "C" in word.known.kinds),
        has_somebody=any(word.key in context.SOMEBODY for word in letters),
    )


def may_be_name(note: Note, at: int) -> bool:
    """Whether a word is looked at more closely. Most words of a note are not."""
    word = note.words[at]
    if not word.is_word or word.key in context.FUNCTION_WORDS or word.key in context.SURE_TITLES:
        return False
    if word.known.is_name:
        return len(word.key) > 1 or word.case is Case.NONE
    if word.case is Case.SMALL or note.is_loud:
        return not word.known.is_listed and len(word.key) > _FEW
    if word.case is Case.NONE:
        return False
    return len(word.key) > 1


def evidence(note: Note, at: int) -> list[str]:
    """Return what there is to weigh about the word at `at`."""
    word = note.words[at]
    kind = _kind(word)
    written = _written(note, word)
    group = f"{_group(word)}, {_where(written)}"
    result = [f"is {kind}", f"is {kind}, {written}", f"is {written}", *_of_itself(note, at, written)]
    result += _of_the_note(note, at, written)
    for each in (*what_is_before(note.words, at), *what_is_after(note.words, at)):
        result += (each,) if ": " in each else (each, f"{each} [{group}]")
    return result


def _kind(word: Token) -> str:
    known = word.known
    if known.given >= _WELL_KNOWN:
        name = f"given {known.given}"
    elif known.family >= _WELL_KNOWN:
        name = "family"
    elif known.is_name:
        name = "rare name"
    else:
        name = "listed" if known.is_listed else "new"
    if not known.common:
        return name
    if known.common >= _VERY_COMMON:
        return f"{name}, very common"
    return f"{name}, {'common' if known.common >= _COMMON else 'word'}"


def _group(word: Token) -> str:
    if not word.known.is_listed:
        return "new"
    if not word.known.is_name:
        return "no name"
    if word.known.common:
        return "word and name"
    return "name" if max(word.known.given, word.known.family) >= _WELL_KNOWN else "rare name"


def _written(note: Note, word: Token) -> str:
    if note.is_loud:
        return "loud"
    match word.case:
        case Case.SMALL:
            return "small in a small note" if note.is_small else "small"
        case Case.SHOUTED:
            return "shouted"
        case Case.NONE:
            return "without case"
        case Case.CAPITAL:
            return f"capital, {'midst' if word.before in (Before.SPACE, Before.COMMA) else word.before}"


def _where(written: str) -> str:
    if written.startswith("small"):
        return "small"
    return "first" if written.endswith("start") else "large"


def _of_itself(note: Note, at: int, written: str) -> list[str]:
    word = note.words[at]
    known = word.known
    result = [
        f"also {kind}{', a name' if known.given >= _WELL_KNOWN else ''}"
        for kind in known.kinds
        if kind != "u" or not known.is_name
    ]
    if known.given >= _WELL_KNOWN and not known.common and not known.kinds.strip("u"):
        result += ["nothing but a name", f"nothing but a name, {written}"]
    if not known.is_name:
        result += [f"ends {ending}" for ending in _ENDINGS if word.key.endswith(ending)]
    if not known.is_listed:
        sound = sounds(word.key)
        result += [f"sounds {sound}", f"sounds {sound}, {written}"]
    if word.key.endswith("s") and not known.given and (one := look_up(word.key[:-1])).is_name:
        result.append(f"several of a name, {'a word' if one.common else 'no word'}, {written}")
    if len(word.key) <= _FEW:
        result.append(f"length {len(word.key)}, {written}")
    result += [f"has a {sign}" for sign in "-'" if sign in word.key]
    return result


def _of_the_note(note: Note, at: int, written: str) -> list[str]:
    word = note.words[at]
    result = ["in a saying"] if at in note.said else []
    if word.case is Case.CAPITAL and word.key in note.small:
        result.append("small elsewhere")
    if word.case is Case.CAPITAL and word.before is Before.START and word.key in note.capital:
        result.append("capital elsewhere")
    if "C" in word.known.kinds and len(note.days) > 1:
        result.append("among days and months")
    if note.has_somebody:
        result.append(f"somebody in the note, {written}")
    return result


def _said(words: Sequence[Token]) -> frozenset[int]:
    result: set[int] = set()
    known = phrases()
    for at, word in enumerate(words):
        for phrase in known.get(word.key, ()):
            span = words[at : at + len(phrase)]
            if len(span) == len(phrase) and all(
                _is(one, other) for one, other in zip(span, phrase, strict=True)
            ):
                result.update(range(at, at + len(phrase)))
                break
    return frozenset(result)


def _is(word: Token, said: str) -> bool:
    return word.key == said or (word.tail != "" and f"{word.key}'{word.tail}" == said)
