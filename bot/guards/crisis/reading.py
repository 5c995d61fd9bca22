"""Words that can mean danger: what a text looks like. A signpost, not detection.

It misses things and it misfires (docs/content.md, "Words that can mean danger"). What it says is used for
the moment in which it is asked, and kept nowhere.

A text is made plain (plain.py). Its wordings are found sentence by sentence (phrases.py; the lists are
words_*.py, idioms_*.py and asides.py), and so are blows (deeds.py). Each is asked whose it is (who.py), and
the gravest that is not set aside is what the text looks like. Where no rule saw anything, it is asked how the
words sound (tone.py).
"""

from __future__ import annotations

from bot.guards.crisis.deeds import deeds
from bot.guards.crisis.kinds import KINDS
from bot.guards.crisis.lists import wordings
from bot.guards.crisis.meanings import Label, Meaning
from bot.guards.crisis.people import OTHERS, PEOPLE, THEM, THEY
from bot.guards.crisis.phrases import Found
from bot.guards.crisis.plain import Sentence, sentences
from bot.guards.crisis.senses import Said, Sense
from bot.guards.crisis.tone import Tone, tone
from bot.guards.crisis.verbs import word_set
from bot.guards.crisis.who import Who, before_it, speaks_of_self, who

_MEANINGS = {
    Said.SELF: Meaning(label=Label.SELF_RISK_HIGH),
    Said.HURT: Meaning(label=Label.SELF_RISK_HIGH, is_being_hurt=True),
    Said.HARM: Meaning(label=Label.HARM_TO_OTHERS),
    Said.OTHER: Meaning(label=Label.CLIENT_RISK),
    Said.WORN: Meaning(label=Label.SELF_RISK_LOW),
}
GENTLY = {
    Tone.SELF: Meaning(label=Label.SELF_RISK_LOW),
    Tone.HARM: Meaning(label=Label.CLIENT_RISK),
    Tone.OTHER: Meaning(label=Label.CLIENT_RISK),
    Tone.PLAIN: Meaning(label=Label.NEUTRAL),
}
"""What is answered to a tone alone: never the strong answer."""
_NO = word_set("not no never denies denied deny denying without nor neither nobody none")
_STILL = word_set("stop stopped help sure only just longer know mind anymore shake")
"""Behind "not" these deny nothing: "cannot stop thinking of it"."""
_DENYING = word_set("denies denied deny denying")


def read(text: str) -> Meaning:
    """Return what `text` looks like. Every text has a meaning; none raises."""
    said = sentences(text)
    return by_rules(said) or GENTLY[tone(said)]


def by_rules(said: tuple[Sentence, ...]) -> Meaning | None:
    """Return what sentences look like by rules alone, `None` where no rule saw anything in them.

    What a rule set aside, a denial or a manner of speaking, it saw.
    """
    told = _Told(said)
    if told.gravest is not Said.NOTHING:
        return _MEANINGS[told.gravest]
    if told.has_idiom:
        return Meaning(label=Label.IDIOM_NONE)
    return Meaning(label=Label.NEUTRAL) if told.has_heard else None


class _Told:
    """What the sentences of a text say, one after the other."""

    def __init__(self, said: tuple[Sentence, ...]) -> None:
        found = [sorted(wordings().find(words)) for words in said]
        senses = {wording.means for line in found for wording in line}
        self._is_past = Sense.PAST in senses and Sense.PRESENT not in senses
        self._is_taught = Sense.TAUGHT in senses and all(_ONE.isdisjoint(words) for words in said)
        self._is_settled = Sense.SETTLED in senses
        self._is_mirrored = Sense.MIRRORED in senses
        self._names_writer = any(speaks_of_self(words) for words in said)
        self.has_idiom = Sense.IDIOM in senses
        self.gravest = Said.NOTHING
        self.has_heard = False
        before = Who.UNSAID
        for words, wordings_ in zip(said, found, strict=True):
            self._take(words, wordings_, before)
            before = _about(words, before)
        if (
            self.gravest is Said.OTHER
            and self._names_writer
            and all(_NOT_ME.isdisjoint(words) for words in said)
        ):
            self.gravest = Said.SELF

    def _take(self, words: Sentence, found: list[Found], before: Who) -> None:
        covered: set[int] = set()
        is_meant = not _ON_PURPOSE.isdisjoint(words)
        for start, end, means in found:
            if means == Sense.IDIOM and not is_meant:
                covered.update(range(start, end))
        for wording in found:
            is_covered = not covered.isdisjoint(range(wording.start, wording.end))
            if wording.means in _SAYING and (not is_covered or _is_a_threat(words, wording)):
                self._hear(self._said(words, wording, before), wording.means)
        for said, at in deeds(words):
            if at not in covered:
                self._hear(self._unless_aside(said), Sense.HARM)

    def _hear(self, said: Said, means: int) -> None:
        """Keep what is graver. Beside somebody else's dying, "so do I" is the writer's own."""
        if said is Said.OTHER and self._is_mirrored and means in _OF_DYING:
            said = Said.SELF
        self.has_heard = True
        self.gravest = min(self.gravest, said)

    def _unless_aside(self, said: Said) -> Said:
        is_past = self._is_past and said is not Said.WORN
        is_set_aside = said is Said.OTHER and (self._is_taught or self._is_settled)
        return Said.NOTHING if is_past or is_set_aside else said

    def _said(self, words: Sentence, wording: Found, before: Who) -> Said:
        match wording.means:
            case Sense.HURT:
                said = self._hurt(words, wording, before)
            case Sense.HARM:
                said = self._harm(words, wording)
            case Sense.OTHERS:
                is_denied = _is_denied(words, wording.start) and _DENYING.isdisjoint(words)
                said = Said.NOTHING if is_denied else Said.OTHER
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
        is_theirs = inside[0] not in OTHERS and before_it(words, start) is Who.OTHER
        is_done_to_them = not _THEMS.isdisjoint(words[end : end + 2])
        if is_theirs or is_done_to_them or (before is Who.OTHER and not self._names_writer):
            return Said.OTHER
        return Said.HURT

    def _harm(self, words: Sentence, wording: Found) -> Said:
        if _is_denied(words, wording.start):
            return Said.NOTHING
        doer = before_it(words, wording.start)
        return Said.OTHER if doer is Who.OTHER else Said.HARM

    def _worn(self, words: Sentence, wording: Found, before: Who) -> Said:
        if _is_denied(words, wording.start):
            return Said.NOTHING
        is_others = before_it(words, wording.start) is Who.OTHER
        is_told = before is Who.OTHER and not speaks_of_self(words)
        return Said.NOTHING if is_others or is_told else Said.WORN

    def _dying(self, words: Sentence, wording: Found, before: Who) -> Said:
        whose = self._whose(words, wording, before)
        if _is_denied(words, wording.start):
            is_told = whose is Who.OTHER and not OTHERS.isdisjoint(words[: wording.start])
            return Said.OTHER if is_told or not _DENYING.isdisjoint(words) else Said.NOTHING
        if whose is Who.OTHER:
            return Said.OTHER
        if self._is_taught and not speaks_of_self(words[wording.start : wording.end]):
            return Said.NOTHING
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


_NOT_ME = OTHERS - word_set("team crew family folks agency mate mates matron parents relatives sir madam")
"""Who can be meant instead of the writer."""
_SAY = KINDS["SAY"]
_SAYING = frozenset({Sense.DYING, Sense.SPOKEN_OF, Sense.HURT, Sense.HARM, Sense.OTHERS, Sense.WORN})
_OF_DYING = frozenset({Sense.DYING, Sense.SPOKEN_OF, Sense.OTHERS})
_ON_PURPOSE = word_set("purpose deliberately deliberate purposely")
"""What is done on purpose is no manner of speaking."""
_THEMS = THEM | word_set("his their client patient resident pupil")
_DREADED = word_set("afraid scared frightened terrified fear wary petrified dread home safe not unsafe")
"""Behind these, "him" is whom the writer fears."""
_ONE = word_set("he she him her his hers himself herself")
"""Somebody in particular: what is said of them is not taught."""


def _about(words: Sentence, before: Who) -> Who:
    """Return whom a sentence is about, for the one that follows it."""
    for word in words:
        if word == "i":
            return Who.WRITER
        if word in THEY or word in PEOPLE:
            return Who.OTHER
    return Who.WRITER if speaks_of_self(words) else before


def _is_a_threat(words: Sentence, wording: Found) -> bool:
    """Whether somebody said that they would do it: no manner of speaking then."""
    return wording.means == Sense.HURT and words[wording.start] in _SAY


def _is_close(words: Sentence, wording: Found) -> bool:
    """Whether "i", "my" or "me" stands right before what is named, or in it."""
    return not {"i", "my", "me", "myself", "mine"}.isdisjoint(words[max(0, wording.start - 4) : wording.end])


def _is_denied(words: Sentence, start: int) -> bool:
    """Whether a no stands before `start` in its clause, and means it."""
    for at in range(start - 1, max(-1, start - 5), -1):
        if words[at] in {",", "but", "because", "and"}:
            return False
        if words[at] in _NO:
            return not (at + 1 < len(words) and words[at + 1] in _STILL)
    return False
