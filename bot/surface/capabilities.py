"""What a surface can and cannot do, declared once so that the core never asks which platform it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """One surface's facts.

    `waits`: it is not always open (a terminal), so what falls due waits until the person is there.
    `hosted`: a platform stands between; its owners can see that there are messages.
    `foresees`: it learns something of those who are about to be written to, where it is told before.
    `at_once`: how many letters of one lane may be on their way at a time, each to somebody else.
    """

    surface: str
    waits: bool
    hosted: bool
    foresees: bool = False
    at_once: int = 1
