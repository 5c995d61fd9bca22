"""Who does what to whom: blows and rough handling, with a doer and one to whom it is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.guards.crisis.kinds import KINDS
from bot.guards.crisis.people import PEOPLE, THEIR, THEM, THEMSELF, THEY, TITLES
from bot.guards.crisis.senses import Said
from bot.guards.crisis.verbs import word_set

_HARD = KINDS["HARD"]
_ROUGH = KINDS["ROUGH"]
_BODY = KINDS["BODY"]
_I = word_set("i mi")
_BE = word_set("am is are was were be been being get gets got getting gotten")
_DETERMINERS = word_set(
    "a an the my his her their that this some our another one of any every each two three both these",
    "those",
)
_BETWEEN = word_set(
    "on at in to into up down out off round around over back across again right about hard harder",
    "straight through",
)
_STOPS = word_set(
    ", and but because so then or when while if though with for from as than until till after before",
    "since",
)
_NO = word_set("not never no nobody without nor neither denies denied deny would")
_IDLE = word_set("could would might")
_IDLY_SAID = word_set("kill* murder* strangle* throttle* shoot* swing* hug* kiss*")
_SAID_OF_THINGS = word_set("shoot* rob* kill* murder* strike* lick* nut* clock* cost")
"""A look shoots, and a heat kills: said of people and of things alike."""
_ROUGHLY = word_set(
    "hard harder rough roughly throat hair wall floor temper angry anger rage bruise bruised bruises",
    "marks mark screamed cried collar stairs deserved purpose deliberately snapped furious fury neck",
    "tight tightly yelped mad punish punishment lesson scruff hood slammed winced whimpered scared",
    "frightened bleeding blood force forced face mouth down against scream screaming cry crying hurt",
    "hurts violently",
)
"""What makes of holding or pushing somebody a rough deed."""
_PLAINLY = word_set(
    "raped assaulted strangled stabbed punched slapped beaten attacked threatened groped choked kicked",
    "molested abused stalked blackmailed harassed headbutted thumped battered",
)
"""Deeds that are blows, whoever did them."""
_THINGS = word_set("it that this which what")
_LEADING = word_set("of about from to without like start started keep kept")
_BEHIND = word_set("to with at told 's")
_REACH = 9
_FAR = 4
_CLOSE = 2


class Deed(NamedTuple):
    """What a deed says, and where its word stands."""

    said: Said
    at: int


def deeds(words: Sequence[str]) -> Iterator[Deed]:
    """Yield what the blows in `words` say: the writer is hurt, or hurts, or others hurt each other."""
    is_rough = not _ROUGHLY.isdisjoint(words)
    for at, word in enumerate(words):
        is_hard = word in _HARD
        if (is_hard or (is_rough and word in _ROUGH)) and _NO.isdisjoint(words[max(0, at - 3) : at]):
            said = _deed(words, at, is_hard=is_hard)
            if said is not Said.NOTHING:
                yield Deed(said, at)


def _deed(words: Sequence[str], at: int, *, is_hard: bool) -> Said:
    doer = _doer(words, at)
    if not words[at].endswith("ing") and not _BE.isdisjoint(words[max(0, at - _CLOSE) : at]):
        return _suffered(words, at, doer) if is_hard else Said.NOTHING
    is_unnamed = doer == "" and _begins(words, at)
    said = Said.NOTHING
    match _whom(words, at):
        case "me" if words[at] in _SAID_OF_THINGS:
            pass
        case "me" if doer == "they" or (is_hard and is_unnamed):
            said = Said.HURT
        case "them" if doer == "i" or is_unnamed:
            is_idle = words[at] in _IDLY_SAID and not _IDLE.isdisjoint(words[max(0, at - _CLOSE) : at])
            said = Said.NOTHING if is_idle else Said.HARM
        case "them" if is_hard and doer == "they":
            said = Said.OTHER
        case _:
            pass
    return said


def _suffered(words: Sequence[str], at: int, doer: str) -> Said:
    """Return what a deed says that is told from the side of the one who is hit: "was slapped"."""
    is_by = "by" in words[at : at + _FAR]
    is_by_them = is_by and not (PEOPLE.isdisjoint(words[at : at + _REACH]) and THEM.isdisjoint(words[at:]))
    if doer == "they":
        return Said.OTHER if is_by else Said.NOTHING
    return Said.HURT if is_by_them or (doer == "i" and words[at] in _PLAINLY) else Said.NOTHING


def _begins(words: Sequence[str], at: int) -> bool:
    """Whether the clause begins with the deed, or nearly, so that its doer is left unsaid."""
    head = at
    while head > 0 and words[head - 1] not in _STOPS and at - head < _FAR:
        head -= 1
    if at and words[at].endswith("ing") and words[at - 1] in _LEADING:
        return True
    before = words[head:at]
    return _THINGS.isdisjoint(before) and _DETERMINERS.isdisjoint(before)


def _doer(words: Sequence[str], at: int) -> str:
    """Return "i", "they", or "" where nobody is named before the deed."""
    for here in range(at - 1, max(-1, at - _REACH), -1):
        word = words[here]
        if word in _I:
            return "i"
        if word in THEY or word == "who" or word in TITLES:
            return "they"
        if word in THEM and words[here + 1] == "to":
            return "they"
        if word in PEOPLE and not (here and words[here - 1] in _BEHIND and at - here > _CLOSE):
            return "they"
    return ""


def _whom(words: Sequence[str], at: int) -> str:
    """Return "me", "self", "them", or "" where the deed is done to nobody."""
    skipped = 0
    before = ""
    for here in range(at + 1, len(words)):
        word, following = words[here], words[here + 1] if here + 1 < len(words) else ""
        found = _one_hit(word, following)
        if found or skipped >= _FAR or word in _STOPS:
            return found
        if word in _DETERMINERS or word in _BETWEEN:
            skipped += 1
        elif before in _DETERMINERS:
            skipped += 3
        else:
            return ""
        before = word
    return ""


def _one_hit(word: str, following: str) -> str:
    if word == "me" or (word == "my" and following in _BODY):
        return "me"
    if word == "myself" or word in THEMSELF:
        return "self"
    if word in THEM or word in PEOPLE or word in TITLES or (word in THEIR and following in _BODY):
        return "them"
    return ""
