"""How many examples a law is tried with that is not tried with as many as others."""

from __future__ import annotations

from math import ceil

from hypothesis import settings

USUAL = 50
"""As many as `make faults` tries of any other law (tests/conftest.py); `make test` tries fewer of each."""


def examples(count: int) -> settings:
    """Return settings for a law that is tried `count` times where others are tried as usual."""
    return settings(max_examples=ceil(count * settings().max_examples / USUAL))
