"""How much each piece of evidence weighs, as it was learned: tools/train_names.py writes the file."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "weights.z"


@dataclass(frozen=True, slots=True)
class Weights:
    """Whole numbers, a hundredth each of what is added up."""

    evidence: dict[str, int]
    """By what evidence.py calls it; what is not here weighs nothing."""
    always: int
    """What a word has before anything is known of it."""
    sounds: dict[str, int]
    """How much more often three letters stand in names than in words of English."""


@cache
def weights() -> Weights:
    """Return the weights; they are read once."""
    read = json.loads(zlib.decompress(FILE.read_bytes()))
    return Weights(evidence=read["evidence"], always=read["always"], sounds=read["sounds"])
