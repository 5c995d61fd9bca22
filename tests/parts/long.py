"""Which tests `make faults` alone runs, each with what in `make test` can fail for the same fault.

Both are beginnings of the ids of tests. What begins as a witness does stays in the short part.
"""

from __future__ import annotations

from collections.abc import Mapping

from tests.parts.long_details import DETAILS
from tests.parts.long_stories import STORIES

LONG: Mapping[str, tuple[str, ...]] = STORIES | DETAILS


def is_told_long(name: str) -> bool:
    """Tell whether only `make faults` runs a test of this id."""
    return name.startswith(_LONG) and not is_witness(name)


def is_witness(name: str) -> bool:
    """Tell whether something of the long part counts on a test of this id."""
    return name.startswith(_WITNESSES)


WITNESSES = frozenset(witness for witnesses in LONG.values() for witness in witnesses)
_LONG, _WITNESSES = tuple(LONG), tuple(WITNESSES)
