"""One line of the doctor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Health = Literal["ok", "note", "fix"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found of one part: `fix` needs doing, `note` is good to know."""

    part: str
    health: Health
    words: str
