"""Rare detail that remains on a page without any name."""

from __future__ import annotations


def is_dense(text: str) -> bool:
    """Whether `text` holds so much rare detail that a colleague could know somebody by it."""
    del text
    return False
