"""The voice: what no text of Reststop says. One check for the library, and in the tests for texts in code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from adapters.content.models import VoiceRule
from adapters.content.phrases import any_of, flatten, phrase_of
from adapters.content.required import Required

MOST_CHARACTERS = 320
MOST_QUESTION_MARKS = 2
HARDEST_GRADE = 8.0
GRADE_FROM_WORDS = 30
"""Below this a reading grade says more about one long word than about the text."""
_GRADE_FROM_CHARACTERS = 2 * GRADE_FROM_WORDS - 1
"""So many words have a letter each and something between them."""

_BARE_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_EXCLAMATION = re.compile("[!\u00a1\u203c\u2049\u2755\u2757\ufe57\uff01]")
_EMOJI = re.compile("[\u203c\u2049\u20e3\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to change in a text."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Rule:
    """Banned phrases, ready to match."""

    code: str
    say: str
    banned: tuple[str, ...]
    fine: tuple[str, ...]
    any_banned: re.Pattern[str]
    """One pattern for all that is banned: few texts hold any, and the others are looked through once."""

    def matches(self, flat: str) -> Iterator[str]:
        """The banned words found in a flattened text, without those inside a phrase that is fine."""
        if self.any_banned.search(flat) is None:
            return
        harmless = [found.span() for phrase in self.fine for found in re.finditer(phrase, flat)]
        for phrase in self.banned:
            for found in re.finditer(phrase, flat):
                start, end = found.span()
                if not any(low <= start and end <= high for low, high in harmless):
                    yield found.group()


@dataclass(frozen=True, slots=True)
class Voice:
    """All rules of the voice: what no text says, and what some do not leave out."""

    rules: tuple[Rule, ...] = ()
    required: tuple[Required, ...] = ()


def rule_of(entry: VoiceRule) -> Rule:
    """Make a rule of its entry in voice.yaml.

    Raises:
        BadPhrase: naming the first phrase that cannot be read.
    """
    return Rule(
        code=entry.code,
        say=entry.say,
        banned=tuple(phrase_of(written) for written in entry.phrases),
        fine=tuple(phrase_of(written) for written in entry.fine),
        any_banned=any_of(entry.phrases),
    )


def lint(text: str, voice: Voice) -> list[Finding]:
    """Say what in `text` does not fit the voice; an empty list when all is well."""
    found = list(_measures(text))
    flat = flatten(text)
    for rule in voice.rules:
        matched = dict.fromkeys(rule.matches(flat))
        found.extend(Finding(rule.code, f'"{words}": {rule.say}') for words in matched)
    return found


def _measures(text: str) -> Iterator[Finding]:
    if len(text) > MOST_CHARACTERS:
        message = f"{len(text)} characters; {MOST_CHARACTERS} is the most. Shorten it."
        yield Finding("too_long", message)
    questions = text.count("?") + text.count("\uff1f")
    if questions > MOST_QUESTION_MARKS:
        message = f"{questions} question marks; {MOST_QUESTION_MARKS} is the most. Ask less at once."
        yield Finding("too_many_questions", message)
    if _EXCLAMATION.search(text):
        yield Finding("exclamation", "An exclamation mark stands here. End the sentence quietly.")
    if _EMOJI.search(text):
        yield Finding("emoji", "An emoji stands here. Say it in words.")
    if len(text) >= _GRADE_FROM_CHARACTERS and len(_BARE_WORD.findall(text)) >= GRADE_FROM_WORDS:
        grade = reading_grade(text)
        if grade > HARDEST_GRADE:
            message = f"This reads like school grade {grade:.0f}; {HARDEST_GRADE:.0f} is the most. "
            yield Finding("hard_to_read", message + "Use shorter sentences or shorter words.")


def reading_grade(text: str) -> float:
    """Estimate the school grade of a text (Flesch and Kincaid), with syllables counted by rule."""
    words = _BARE_WORD.findall(text.lower())
    if not words:
        return 0.0
    sentences = max(1, len(re.findall(r"[.?!:;]+(?=\s|$)", text)))
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    groups = len(re.findall("[aeiouy]+", word))
    silent = word.endswith("e") and not word.endswith(("le", "ee", "ye")) and groups > 1
    return max(1, groups - silent)
