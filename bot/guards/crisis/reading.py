"""Words that can mean danger: what a text looks like, by rules alone. A signpost, not detection.

It misses things and it misfires (docs/content.md, "Words that can mean danger"). What it says is used for
the moment in which it is asked, and kept nowhere.

A text is made plain (plain.py). Its wordings are found sentence by sentence (phrases.py; the lists are
words_*.py, idioms_*.py and asides.py), and so are blows (deeds.py). Each is asked whose it is (who.py), and
the gravest that is not set aside is what the text looks like.
"""

from __future__ import annotations

from bot.guards.crisis.deeds import deeds
from bot.guards.crisis.lists import wordings
from bot.guards.crisis.meanings import Label, Meaning
from bot.guards.crisis.people import OTHERS, PEOPLE, THEM, THEY
from bot.guards.crisis.phrases import Found
from bot.guards.crisis.plain import Sentence, sentences
from bot.guards.crisis.senses import Said, Sense
from bot.guards.crisis.verbs import word_set
from bot.guards.crisis.who import Who, speaks_of_self, who

_MEANINGS = {
    Said.SELF: Meaning(label=Label.SELF_RISK_HIGH),
    Said.HURT: Meaning(label=Label.SELF_RISK_HIGH, is_being_hurt=True),
    Said.HARM: Meaning(label=Label.HARM_TO_OTHERS),
    Said.OTHER: Meaning(label=Label.CLIENT_RISK),
    Said.WORN: Meaning(label=Label.SELF_RISK_LOW),
}
_NO = word_set("not no never denies denied deny denying without nor neither nobody none isn't stop")
_STILL = word_set("stop stopped help sure only just longer know mind anymore shake")
"""Behind "not" these deny nothing: "cannot stop thinking of it"."""
_DENYING = word_set("denies denied deny denying")


def read(text: str) -> Meaning:
    """Return what `text` looks like. Every text has a meaning; none raises."""
    told = _Told(sentences(text))
    if told.gravest is Said.NOTHING:
        return Meaning(label=Label.IDIOM_NONE if told.has_idiom else Label.NEUTRAL)
    return _MEANINGS[told.gravest]


class _Told:
    """What the sentences of a text say, one after the other."""

    def __init__(self, said: tuple[Sentence, ...]) -> None:
        found = [sorted(wordings().find(words)) for words in said]
        senses = {wording.means for line in found for wording in line}
        self._is_past = Sense.PAST in senses and Sense.PRESENT not in senses
        self._is_taught = Sense.TAUGHT in senses and not any(
            not _SOMEBODY.isdisjoint(words) for words in said
        )
        self._is_settled = Sense.SETTLED in senses
        self._is_mirrored = Sense.MIRRORED in senses
        self._names_writer = any(speaks_of_self(words) for words in said)
        self.has_idiom = Sense.IDIOM in senses
        self.gravest = Said.NOTHING
        before = Who.UNSAID
        for words, wordings_ in zip(said, found, strict=True):
            self._take(words, wordings_, before)
            before = _about(words, before)

    def _take(self, words: Sentence, found: list[Found], before: Who) -> None:
        covered: set[int] = set()
        is_meant = not _ON_PURPOSE.isdisjoint(words)
        for start, end, means in found:
            if means == Sense.IDIOM and not is_meant:
                covered.update(range(start, end))
        for wording in found:
            if wording.means in _SAYING and covered.isdisjoint(range(wording.start, wording.end)):
                self._hear(self._said(words, wording, before), wording.means)
        for said, at in deeds(words):
            if at not in covered:
                self._hear(self._unless_aside(said), Sense.HARM)

    def _hear(self, said: Said, means: int) -> None:
        """Keep what is graver. Beside somebody else's dying, "so do I" is the writer's own."""
        if said is Said.OTHER and self._is_mirrored and means in _OF_DYING:
            said = Said.SELF
        self.gravest = min(self.gravest, said)

    def _unless_aside(self, said: Said) -> Said:
        if self._is_past or (said is Said.OTHER and (self._is_taught or self._is_settled)):
            return Said.NOTHING
        return said

    def _said(self, words: Sentence, wording: Found, before: Who) -> Said:
        match wording.means:
            case Sense.HURT:
                said = self._hurt(words, wording, before)
            case Sense.HARM:
                said = self._harm(words, wording)
            case Sense.OTHERS:
                said = Said.OTHER
            case Sense.WORN:
                said = self._worn(words, wording, before)
            case _:
                said = self._dying(words, wording, before)
        return self._unless_aside(said)

    def _hurt(self, words: Sentence, wording: Found, before: Who) -> Said:
        """Return the writer's being hurt, where it is the writer's."""
        start, end, _ = wording
        if _is_denied(words, start):
            return Said.NOTHING
        inside = words[start:end]
        if speaks_of_self(inside):
            return Said.HURT
        if not _THEMS.isdisjoint(inside[1:]) and inside[0] not in _DREADED:
            return Said.OTHER
        whose = who(words, start, end) if inside[0] not in OTHERS else Who.UNSAID
        if whose is Who.OTHER or (before is Who.OTHER and not self._names_writer):
            return Said.OTHER
        return Said.HURT

    def _harm(self, words: Sentence, wording: Found) -> Said:
        if _is_denied(words, wording.start):
            return Said.NOTHING
        doer = who(words, wording.start, wording.start + 1) if wording.start else Who.UNSAID
        return Said.OTHER if doer is Who.OTHER else Said.HARM

    def _worn(self, words: Sentence, wording: Found, before: Who) -> Said:
        if _is_denied(words, wording.start):
            return Said.NOTHING
        whose = self._whose(words, wording, before)
        return Said.NOTHING if whose is Who.OTHER else Said.WORN

    def _dying(self, words: Sentence, wording: Found, before: Who) -> Said:
        whose = self._whose(words, wording, before)
        if _is_denied(words, wording.start):
            is_told = whose is Who.OTHER or not _DENYING.isdisjoint(words)
            return Said.OTHER if is_told else Said.NOTHING
        if whose is Who.OTHER:
            return Said.OTHER
        if wording.means == Sense.SPOKEN_OF and not (whose is Who.WRITER and _is_close(words, wording)):
            return Said.OTHER
        return Said.SELF

    def _whose(self, words: Sentence, wording: Found, before: Who) -> Who:
        whose = who(words, wording.start, wording.end)
        if whose is not Who.UNSAID:
            return whose
        if before is Who.OTHER and not speaks_of_self(words):
            return Who.OTHER
        if not OTHERS.isdisjoint(words) and not speaks_of_self(words) and not self._names_writer:
            return Who.OTHER
        return Who.WRITER


_SAYING = frozenset({Sense.DYING, Sense.SPOKEN_OF, Sense.HURT, Sense.HARM, Sense.OTHERS, Sense.WORN})
_OF_DYING = frozenset({Sense.DYING, Sense.SPOKEN_OF, Sense.OTHERS})
_ON_PURPOSE = word_set("purpose deliberately deliberate purposely")
"""What is done on purpose is no manner of speaking."""
_THEMS = THEM | word_set("his their client patient resident pupil")
_DREADED = word_set("afraid scared frightened terrified fear wary petrified dread home safe not unsafe")
"""Behind these, "him" is whom the writer fears."""
_SOMEBODY = THEY | (PEOPLE - word_set("nurse friends students volunteers family team"))


def _about(words: Sentence, before: Who) -> Who:
    """Return whom a sentence is about, for the one that follows it."""
    for word in words:
        if word == "i":
            return Who.WRITER
        if word in THEY or word in PEOPLE:
            return Who.OTHER
    return Who.WRITER if speaks_of_self(words) else before


def _is_close(words: Sentence, wording: Found) -> bool:
    """Whether "i", "my" or "me" stands right before what is named, or in it."""
    return not {"i", "my", "me", "myself", "mine"}.isdisjoint(words[max(0, wording.start - 4) : wording.end])


def _is_denied(words: Sentence, start: int) -> bool:
    """Whether a no stands before `start` in its clause, and means it."""
    for at in range(start - 1, max(-1, start - 5), -1):
        if words[at] in {",", "but", "because"}:
            return False
        if words[at] in _NO:
            return not (at + 1 < len(words) and words[at + 1] in _STILL)
    return False
