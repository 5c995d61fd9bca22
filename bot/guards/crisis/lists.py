"""All wordings of the danger guard, read once, when the first text is looked at."""

from __future__ import annotations

from functools import cache

from bot.guards.crisis import (
    asides,
    idioms_blows,
    idioms_death,
    idioms_worn,
    words_harm,
    words_hurt,
    words_others,
    words_plans,
    words_self,
    words_worn,
)
from bot.guards.crisis.kinds import KINDS
from bot.guards.crisis.phrases import Phrases
from bot.guards.crisis.senses import Sense


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
        (Sense.DYING, words_plans.PLANNING),
        (Sense.DYING, words_plans.LEAVING),
        (Sense.SPOKEN_OF, words_self.SPOKEN_OF),
        (Sense.HURT, words_hurt.HURT),
        (Sense.HARM, words_harm.HARM),
        (Sense.OTHERS, words_others.OTHERS),
        (Sense.WORN, words_worn.WORN),
    ):
        phrases.add(lines, sense)
    return phrases
