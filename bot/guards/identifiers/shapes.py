"""Identifiers that have a shape: numbers, dates, addresses, and what stands beside a word that names them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.guards.identifiers.found import Category, Found

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")


def shapes(text: str) -> Iterator[Found]:
    """Yield what has the shape of an identifier; places may overlap."""
    for match in _EMAIL.finditer(text):
        yield Found(start=match.start(), end=match.end(), category=Category.EMAIL)
