"""Numbers that stand for a person: to call, of an identity card, a record, a policy, an account.

The words beside a number decide first, then its shape. Long numbers that are nothing else are flagged
as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.guards.identifiers.checksums import is_card, is_health_number
from bot.guards.identifiers.cues import Cue, cue_after, cue_before, is_about_phones, is_counted
from bot.guards.identifiers.found import Category, Found
from bot.guards.identifiers.note import Note
from bot.guards.identifiers.phones import is_phone, is_public
from bot.guards.identifiers.runs import Run, run_of, runs

_SHAPES = {
    # what a number is by its groups alone
    (3, 2, 4): Category.NATIONAL_ID,
    (3, 3, 3): Category.NATIONAL_ID,
    (3, 3, 4): Category.NATIONAL_ID,
    (4, 4, 4): Category.NATIONAL_ID,
    (4, 5, 1): Category.NATIONAL_ID,
    (4, 5, 1, 1): Category.NATIONAL_ID,
    (5, 7, 1): Category.NATIONAL_ID,
    (6, 2, 4): Category.NATIONAL_ID,
    (3, 4, 7, 1): Category.NATIONAL_ID,
    (6, 4): Category.NATIONAL_ID,
    (8, 4): Category.NATIONAL_ID,
    (6, 7): Category.NATIONAL_ID,
    (6, 5): Category.NATIONAL_ID,
    (3, 3, 3, 2): Category.NATIONAL_ID,
    (2, 3, 3, 1): Category.NATIONAL_ID,
    (2, 3, 3): Category.NATIONAL_ID,
    (1, 4, 5, 2, 1): Category.NATIONAL_ID,
    (1, 2, 2, 2, 3, 3, 2): Category.NATIONAL_ID,
    (1, 2, 2, 2, 3, 3): Category.NATIONAL_ID,
    (2, 2, 2, 3, 2): Category.NATIONAL_ID,
    (3, 4, 4, 2): Category.NATIONAL_ID,
    (2, 4, 4, 4): Category.NATIONAL_ID,
    (6, 4, 2, 1): Category.NATIONAL_ID,
    (6, 4, 3): Category.NATIONAL_ID,
    (9, 1): Category.NATIONAL_ID,
    (4, 4, 4, 4): Category.ACCOUNT,
    (4, 4, 4, 4, 3): Category.ACCOUNT,
    (4, 6, 5): Category.ACCOUNT,
    (4, 6, 4): Category.ACCOUNT,
    (3, 3, 6): Category.ACCOUNT,
    (2, 4, 7, 2): Category.ACCOUNT,
    (2, 4, 7, 3): Category.ACCOUNT,
    (5, 4): Category.POSTCODE,
    (5, 3): Category.POSTCODE,
}
_LIKE_RANGES = frozenset([(5, 4), (5, 3), (2, 3, 3), (6, 4), (6, 5), (9, 1)])
"""Shapes that are only believed with a dash or a point between, as nobody groups counted things so."""
_SORT_CODE_AND_ACCOUNT = (2, 2, 2, 8)
_FEW = 7
"""An unbroken number with fewer digits needs words beside it."""
_THREE, _EIGHT = 3, 8
_OF_CARDS_FOR_ALL = frozenset((9, 11, 12))
_LONGEST_RECORD = 13
_MOST = 24
_TAIL = re.compile(r" ?(?:x|ext\.?|extn\.?|extension) ?[0-9]{1,6}(?!\w)")
_UNIT_AFTER = re.compile(
    r" ?(?:pounds|quid|euros?|dollars?|people|patients|clients|steps|calories|kcal|words|views|members|"
    r"times|mg|ml|miles|rupees|rand|naira|followers|pages|emails|hours|minutes|years?|days|weeks|months|am|"
    r"pm|percent|shillings|pesos|cases|deaths|million|kids|families|visits|calls|sessions|beds|units)\b"
)
_OF_TIME = range(1900, 2100)


def numbers(note: Note) -> Iterator[Found]:
    """Yield each number that stands for a person or a thing of theirs."""
    if note.digits < len("123"):
        return
    for groups in runs(note):
        at = 0
        while at < len(groups):
            found, used = _first(note, groups[at:])
            if found is not None:
                yield found
            at += used


def _first(note: Note, groups: list[tuple[int, int]]) -> tuple[Found | None, int]:
    """Return what the run holds from its first group on, and how many groups that takes."""
    cue = cue_before(note, groups[0][0])
    if cue.category is None and len(groups) == 1 and groups[0][1] - groups[0][0] < _FEW:
        cue = cue_after(note, groups[0][1])
    is_called = is_about_phones(note, groups[0][0])
    for size in range(len(groups), 0, -1):
        run = run_of(note, groups[:size])
        if len(run.digits) > _MOST and size > 1:
            continue
        if is_public(run) and cue.category is not Category.FAX:
            return None, size
        category = _kind(note, run, cue, is_called=is_called)
        if category is not None:
            end = run.end
            if category in {Category.PHONE, Category.FAX} and (tail := _TAIL.match(note.low, end)):
                end = tail.end()
            return Found(start=run.start, end=end, category=category), size
    return None, 1


def _kind(note: Note, run: Run, cue: Cue, *, is_called: bool) -> Category | None:
    if cue.category is not None and _is_cued(note, run, cue):
        return cue.category
    if is_phone(run, is_called=is_called or cue.category is Category.FAX):
        if run.lengths in {(3, 3, 4), (10,)} and not is_called and is_health_number(run.digits):
            return Category.NATIONAL_ID
        return Category.PHONE
    return _kind_by_shape(note, run, cue)


def _is_cued(note: Note, run: Run, cue: Cue) -> bool:
    """Whether the words before are about this number, all groups of it."""
    if len(run.digits) < cue.least or _UNIT_AFTER.match(note.low, run.end):
        return False
    if len(run.lengths) == 1:
        return cue.is_numbered or len(run.digits) != len("2024") or int(run.digits) not in _OF_TIME
    if min(run.lengths[1:]) == 1 and run.separators == {" "}:
        return False
    return "." not in run.separators or len(run.digits) >= _FEW


def _kind_by_shape(note: Note, run: Run, cue: Cue) -> Category | None:
    """Return what a number is where no word says it and it is none to call."""
    if run.digits.endswith("000"):
        return None
    if len(run.lengths) > 1:
        return _kind_of_groups(run, cue)
    if is_counted(note, run.start) or _UNIT_AFTER.match(note.low, run.end):
        return None
    return _kind_of_one(run.digits, cue)


def _kind_of_groups(run: Run, cue: Cue) -> Category | None:
    kind = _SHAPES.get(run.lengths)
    if cue.is_numbered and len(run.digits) > _FEW and kind is None:
        return Category.RECORD_ID
    if len(run.digits) > _EIGHT and run.separators == {"-"} and max(run.lengths) > _THREE:
        return kind or Category.RECORD_ID
    if run.lengths == _SORT_CODE_AND_ACCOUNT:
        return Category.ACCOUNT
    if len(run.separators) > 1 or "/" in run.separators:
        return None
    is_range = run.lengths in _LIKE_RANGES and not run.separators & {"-", "."}
    return None if is_range else kind


def _kind_of_one(digits: str, cue: Cue) -> Category | None:
    is_year = len(digits) == len("2024") and int(digits) in _OF_TIME
    if len(digits) < _FEW:
        is_numbered = cue.is_numbered and len(digits) > _THREE and not is_year
        return Category.RECORD_ID if is_numbered else None
    if is_health_number(digits) or len(digits) in _OF_CARDS_FOR_ALL:
        return Category.NATIONAL_ID
    return Category.ACCOUNT if is_card(digits) or len(digits) > _LONGEST_RECORD else Category.RECORD_ID
