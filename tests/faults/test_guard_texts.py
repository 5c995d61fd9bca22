"""The laws of the guards, of fifty thousand texts: `make test` tries two thousand of the same kinds."""

from __future__ import annotations

import pytest

from tests.property.guard_laws import try_texts
from tests.property.guard_texts import KINDS

TIMES = 25


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_raises_and_what_is_found_lies_in_it(kind: str) -> None:
    """Any Unicode, any length: places in order and apart, masks that touch nothing else, one meaning."""
    texts, how_many = KINDS[kind]
    assert try_texts(texts, TIMES * how_many).total() >= TIMES * how_many
