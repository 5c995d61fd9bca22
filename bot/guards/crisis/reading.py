"""Words that can mean danger: what a text looks like. A signpost, not detection.

It misses things and it misfires (docs/content.md, "Words that can mean danger"). What it says is used for
the moment in which it is asked, and kept nowhere.

A text is made plain (plain.py). Its wordings are found sentence by sentence (phrases.py; the lists are
words_*.py, idioms_*.py and asides.py), and so are blows (deeds.py). Each is asked whose it is (who.py), and
the gravest that is not set aside is what the rules say. What the writer says outright stands, and so does
what the rules say of a long text; in all others it is weighed with how the words sound (tone.py).
"""

from __future__ import annotations

from typing import NamedTuple

from bot.guards.crisis.deeds import deeds
from bot.guards.crisis.kinds import KINDS
from bot.guards.crisis.lists import wordings
from bot.guards.crisis.meanings import Label, Meaning
from bot.guards.crisis.people import OTHERS, PEOPLE, THEM, THEY
from bot.guards.crisis.phrases import Found
from bot.guards.crisis.plain import Sentence, sentences
from bot.guards.crisis.senses import Said, Sense
from bot.guards.crisis.tone import LEAST_WORDS, MOST_WORDS, Tone, Vote, tone
from bot.guards.crisis.verbs import word_set
from bot.guards.crisis.who import Who, before_it, speaks_of_self, who

_MEANINGS = {
    Said.SELF: Meaning(label=Label.SELF_RISK_HIGH),
    Said.HURT: Meaning(label=Label.SELF_RISK_HIGH, is_being_hurt=True),
    Said.HARM: Meaning(label=Label.HARM_TO_OTHERS),
    Said.OTHER: Meaning(label=Label.CLIENT_RISK),
    Said.WORN: Meaning(label=Label.SELF_RISK_LOW),
}
_SOUNDS = {
    Tone.SELF: _MEANINGS[Said.SELF],
    Tone.HURT: _MEANINGS[Said.HURT],
    Tone.HARM: _MEANINGS[Said.HARM],
    Tone.OTHER: _MEANINGS[Said.OTHER],
    Tone.WORN: _MEANINGS[Said.WORN],
}
_VOTES = {
    Said.SELF: Vote(Tone.SELF, 1.6),
    Said.HURT: Vote(Tone.HURT, 1.6),
    Said.HARM: Vote(Tone.HARM, 1.6),
    Said.OTHER: Vote(Tone.OTHER, 2.2),
    Said.WORN: Vote(Tone.WORN, 2.2),
}
_GENTLY = {
    Label.SELF_RISK_HIGH: Meaning(label=Label.CLIENT_RISK),
    Label.HARM_TO_OTHERS: Meaning(label=Label.CLIENT_RISK),
}
"""What is left of a strong answer of the rules where the words sound plain: who to call, and one question."""
_IDIOM_VOTE = Vote(Tone.PLAIN, 1.6)
_ASIDE_VOTE = Vote(Tone.PLAIN, 1.2)
"""What rules say weighs about as much as their being right on texts that they were not written beside."""
_NO = word_set("not no never denies denied deny denying without nor neither nobody none")
_STILL = word_set("stop stopped help sure only just longer know mind anymore shake")
"""Behind "not" these deny nothing: "cannot stop thinking of it"."""
_DENYING = word_set("denies denied deny denying")


def read(text: str) -> Meaning:
    """Return what `text` looks like. Every text has a meaning; none raises."""
    said = sentences(text)
    ruled = by_rules(said)
    return ruled.meaning if ruled.is_final else sounding(ruled, tone(said, ruled.vote))


class Ruled(NamedTuple):
    """What rules alone say. `is_final`: it was said outright, in a word, or at length: no tone changes it.

    Outright: a wish to die with "I" before it or with nobody else in the text; who strikes whom.
    """

    meaning: Meaning
    vote: Vote | None
    is_final: bool


def by_rules(said: tuple[Sentence, ...]) -> Ruled:
    """Return what sentences look like by rules alone.

    What a rule set aside, a denial or a manner of speaking, it saw: that is a vote, too.
    """
    told = _Told(said)
    is_odd = not LEAST_WORDS <= sum(map(len, said)) <= MOST_WORDS
    if told.gravest is not Said.NOTHING:
        return Ruled(_MEANINGS[told.gravest], _VOTES[told.gravest], is_odd or told.is_outright)
    if told.has_idiom:
        return Ruled(Meaning(label=Label.IDIOM_NONE), _IDIOM_VOTE, is_odd)
    return Ruled(Meaning(label=Label.NEUTRAL), _ASIDE_VOTE if told.has_heard else None, is_odd)


def sounding(ruled: Ruled, sound: Tone) -> Meaning:
    """Return the meaning of a text that sounds so. A tone never turns what a rule saw into nothing.

    Where it sounds plain, rules say of what kind; what they took for danger gets the gentle card at least.
    """
    if sound is not Tone.PLAIN:
        return _SOUNDS[sound]
    return _GENTLY.get(ruled.meaning.label, ruled.meaning)


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
        self._names_others = any(not _NOT_ME.isdisjoint(words) for words in said)
        self.has_idiom = Sense.IDIOM in senses
        self.gravest = Said.NOTHING
        self.is_outright = False
        self.has_heard = False
        before = Who.UNSAID
        for words, wordings_ in zip(said, found, strict=True):
            self._take(words, wordings_, before)
            before = _about(words, before)
        if self.gravest is Said.OTHER and self._names_writer and not self._names_others:
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
                meant = self._said(words, wording, before)
                self.is_outright |= meant is Said.SELF and self._is_outright(words, wording)
                self._hear(meant, wording.means)
        for said, at in deeds(words):
            if at not in covered:
                meant = self._unless_aside(said)
                self.is_outright |= meant in {Said.HURT, Said.HARM}
                self._hear(meant, Sense.HARM)

    def _hear(self, said: Said, means: int) -> None:
        """Keep what is graver. Beside somebody else's dying, "so do I" is the writer's own."""
        if said is Said.OTHER and self._is_mirrored and means in _OF_DYING:
            said = Said.SELF
            self.is_outright = True
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

    def _is_outright(self, words: Sentence, wording: Found) -> bool:
        """Whether the writer says "I" of a wish to die, or nobody else can be meant by it."""
        if wording.means != Sense.DYING or not _NOT_ME.isdisjoint(words):
            return False
        return "i" in words[max(0, wording.start - _NEAR) : wording.end] or not self._names_others

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
_SAYING = frozenset(
    {Sense.DYING, Sense.PLANNED, Sense.SPOKEN_OF, Sense.HURT, Sense.HARM, Sense.OTHERS, Sense.WORN}
)
_OF_DYING = frozenset({Sense.DYING, Sense.PLANNED, Sense.SPOKEN_OF, Sense.OTHERS})
_NEAR = 3
"""Words between "I" and what is wished, at most."""
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
