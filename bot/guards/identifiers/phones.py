"""Which numbers are telephone numbers by their shape, and which belong to the public."""

from __future__ import annotations

from bot.guards.identifiers.runs import Run

_PUBLIC_NUMBERS = """
    000 111 112 999 911 988 101 105 119 110 995 993 211 311 411 811 15 17 18 3114 3919 1522 116123
    116111 116117 116006 85258 50808 741741 686868 838255 88788 22522 131114 0477131114 1800737732
    0458737732 1737 0800733843 08082000247 1800341900 8007997233 18007997233 18002738255 8002738255
    9152987821 14416 1098 1091 1092 08046110007 18602662345 1195 1190 1199 9820466726 61861 23456
    0861322322 02078302222 10177 10111 1926 08457909090
"""
PUBLIC = frozenset(_PUBLIC_NUMBERS.split())
"""Emergency numbers, and lines that anybody may call; those of prompts/safety/regions.yaml are among them."""
_FREE_BEGINNINGS = "0800 0808 1800 1300 0508 0300 1866 1877 1888 1855 1844 1833 1850 00800 0345 0845"
_FREE = tuple(_FREE_BEGINNINGS.split())
_FREE_IN_AMERICA = ("800", "833", "844", "855", "866", "877", "888")
"""Lines that cost the caller nothing, or little, are a house's and not a person's."""
_INVENTED = "555"
_INVENTED_LINE = "55501"
_TEN = 10
_HOURS = 24

_LEADING_ZERO = range(9, 13)
_ABROAD = range(8, 16)
_FROM_ABROAD = range(11, 16)
_CALLED = range(7, 14)
_SHAPES = frozenset(
    [
        *(
            (3, 3, 4),
            (1, 3, 3, 4),
            (5, 5),
            (2, 4, 4),
            (2, 5, 4),
            (3, 3, 2, 2),
            (3, 2, 2, 2),
            (4, 3, 3),
            (3, 7),
        ),
        *((3, 4, 4), (1, 3, 3, 2, 2), (3, 3, 5), (4, 3, 4), (2, 3, 2, 2)),
    ]
)
"""How many digits stand in each group where a number without a leading zero is one to call."""
_LOOSE = frozenset(
    [
        *(
            (4, 4),
            (2, 2, 2, 2),
            (2, 2, 2, 2, 2),
            (3, 4),
            (3, 3, 3),
            (3, 2, 3),
            (1, 3, 4),
            (2, 3, 3),
            (2, 3, 4),
        ),
        *((1, 7), (3, 3)),
    ]
)
"""Groups that many other numbers have as well: only where the words beside speak of calling."""


def is_public(run: Run) -> bool:
    """Whether a number is one that anybody may call: an emergency or crisis line, or a free one."""
    digits = run.digits
    if (
        digits in PUBLIC
        or digits.lstrip("0") in PUBLIC
        or (digits.startswith("44") and "0" + digits[2:] in PUBLIC)
    ):
        return True
    if _INVENTED in digits[3:8]:
        return False
    begins = digits[: run.lengths[0]] if len(run.lengths) > 1 else digits
    if begins == "1" and len(run.lengths) > 1:
        begins = digits[: run.lengths[0] + run.lengths[1]]
    return begins.startswith(_FREE) or (begins.startswith(_FREE_IN_AMERICA) and len(digits) == _TEN)


def is_phone(run: Run, *, is_called: bool) -> bool:
    """Whether a number is one to call. `is_called`: the words beside it speak of calling."""
    digits, lengths = run.digits, run.lengths
    if run.has_plus:
        return len(digits) in _ABROAD
    if digits.startswith("00"):
        return len(digits) in _FROM_ABROAD and is_called
    if digits.startswith("0"):
        return len(digits) in _LEADING_ZERO and min(lengths[1:], default=2) > 1
    if len(lengths) == 1:
        return _is_unbroken_phone(digits, is_called=is_called)
    if is_called:
        return not _is_hours_or_years(run) and (lengths in _LOOSE or len(digits) in _ABROAD)
    return lengths in _SHAPES or _is_local_phone(run)


def _is_local_phone(run: Run) -> bool:
    """Whether a number of seven or eight digits is one to call, with nothing beside it that says so."""
    if run.lengths == (4, 4):
        is_grouped = run.separators <= {" ", "-"} and not run.digits.endswith("00")
        return run.digits[0] in "3689" and is_grouped and not _is_hours_or_years(run)
    if run.lengths in {(3, 4), (1, 3, 4)}:
        return run.digits[-7:].startswith(_INVENTED_LINE) or run.has_brackets
    return run.lengths == (2, 3, 4) and run.has_brackets


def _is_unbroken_phone(digits: str, *, is_called: bool) -> bool:
    if is_called:
        return len(digits) in _CALLED
    match len(digits):
        case 10:
            return digits[0] in "6789" or (digits[0] in "2345" and digits[3] not in "01")
        case 11:
            return digits[0] == "1" and digits[1] not in "01"
        case 12:
            return digits.startswith(("91", "44", "61", "234", "254"))
        case _:
            return False


def _is_hours_or_years(run: Run) -> bool:
    """Whether two groups of four are hours ("0900-1730") or years ("2019 2020")."""
    if run.lengths != (4, 4):
        return False
    one, two = run.digits[:4], run.digits[4:]
    if one[:2] in {"19", "20"} and two[:2] in {"19", "20"}:
        return True
    return all(int(each[:2]) <= _HOURS and each[2] in "012345" for each in (one, two))
