"""Numbers that carry a check within: a card's, a health service's."""

from __future__ import annotations

_TEN, _ELEVEN = 10, 11
_CARD = range(13, 20)


def is_card(digits: str) -> bool:
    """Whether 13 to 19 digits end in the right one, by Luhn's rule (ISO/IEC 7812-1)."""
    if len(digits) not in _CARD:
        return False
    doubled = [int(each) * 2 for each in digits[-2::-2]]
    return (sum(map(int, digits[-1::-2])) + sum(each // 10 + each % 10 for each in doubled)) % _TEN == 0


def is_health_number(digits: str) -> bool:
    """Whether ten digits are an NHS or CHI number: the last is right by modulus 11."""
    if len(digits) != _TEN:
        return False
    left = (
        _ELEVEN
        - sum(int(each) * weight for each, weight in zip(digits, range(10, 1, -1), strict=False)) % _ELEVEN
    )
    return left % _ELEVEN == int(digits[-1])
