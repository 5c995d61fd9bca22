"""What a wording can say, before it is known whose it is."""

from __future__ import annotations

from enum import IntEnum


class Sense(IntEnum):
    """What the lists say of their wordings; the number is what `Phrases` carries along."""

    IDIOM = 0
    TAUGHT = 1
    PAST = 2
    PRESENT = 3
    SETTLED = 4
    DYING = 5
    """To wish to die, to hurt oneself: whose, the words around say."""
    SPOKEN_OF = 6
    """Suicide, self-harm and the like, only named."""
    HURT = 7
    """The writer is hurt, threatened or watched."""
    HARM = 8
    """The writer hurts somebody, or means to."""
    OTHERS = 9
    """Somebody else is at risk or dangerous."""
    MIRRORED = 11
    """The writer's own, said beside somebody else's risk."""
    WORN = 10
    """Worn out, without hope."""
    PLANNED = 12
    """To plan it, to make ready, to say goodbye: whose, the words around say."""


class Said(IntEnum):
    """What a text says, the gravest first."""

    SELF = 0
    HARM = 1
    HURT = 2
    OTHER = 3
    WORN = 4
    NOTHING = 5
