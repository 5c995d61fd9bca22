"""What there is to read, to watch and to keep in a course. The organiser enters each link; learners tick."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What somebody finds behind a link."""

    READING = "reading"
    WEBINAR = "webinar"
    """Recorded, and watched at one's own hour."""
    VIDEO = "video"
    HANDOUT = "handout"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something to read, listen to, watch or keep.

    `is_withdrawn`: its trainer took it out of a course that runs. It keeps its place, so that ticks stay what
    they are, and nobody needs it any more.
    """

    title: str
    kind: Kind = Kind.READING
    required: bool = False
    link: str = ""
    is_withdrawn: bool = False
