"""All wordings of the danger guard, read once, when the first text is looked at."""

from __future__ import annotations

from functools import cache

from bot.guards.crisis import (
    asides,
    idioms_blows,
    idioms_death,
    idioms_worn,
    words_care,
    words_control,
    words_empty,
    words_harm,
    words_hurt,
    words_mirror,
    words_others,
    words_passive,
    words_plans,
    words_self,
    words_signs,
    words_worn,
)
from bot.guards.crisis.kinds import KINDS
from bot.guards.crisis.people import PEOPLE, THEM
from bot.guards.crisis.phrases import Phrases
from bot.guards.crisis.senses import Sense

_BARS = PEOPLE | THEM | {"me", "myself"}
"""A manner of speaking does not reach over somebody: "kicked the lad in" is not "kicked in"."""


@cache
def wordings() -> Phrases:
    """Return the wordings of all lists, each with its `Sense`."""
    phrases = Phrases(KINDS)
    for sense, lines in (
        (Sense.IDIOM, idioms_death.DEATH),
        (Sense.IDIOM, idioms_blows.BLOWS),
        (Sense.IDIOM, idioms_worn.WEARY),
        (Sense.TAUGHT, asides.TAUGHT),
        (Sense.PAST, asides.PAST),
        (Sense.PRESENT, asides.PRESENT),
        (Sense.SETTLED, asides.SETTLED),
        (Sense.DYING, words_self.DYING),
        (Sense.PLANNED, words_plans.PLANNING),
        (Sense.PLANNED, words_plans.LEAVING),
        (Sense.SPOKEN_OF, words_self.SPOKEN_OF),
        (Sense.MIRRORED, words_mirror.MIRRORED),
        (Sense.HURT, words_hurt.HURT),
        (Sense.HURT, words_control.CONTROLLED),
        (Sense.HARM, words_harm.HARM),
        (Sense.HARM, words_care.HARM_IN_CARE),
        (Sense.HARM, words_care.HARM_MEANT),
        (Sense.OTHERS, words_others.OTHERS),
        (Sense.OTHERS, words_signs.SIGNS),
        (Sense.WORN, words_worn.WORN),
        (Sense.WORN, words_passive.PASSIVE),
        (Sense.WORN, words_passive.BEARING),
        (Sense.WORN, words_empty.EMPTY),
    ):
        phrases.add(lines, sense, _BARS if sense is Sense.IDIOM else frozenset())
    return phrases
