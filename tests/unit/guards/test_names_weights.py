"""What the weights in the package say: evidence has names that people can read, and weighs as one expects."""

from __future__ import annotations

from bot.guards.identifiers.evidence import as_note, evidence
from bot.guards.identifiers.sounds import sounds
from bot.guards.identifiers.tokens import tokens
from bot.guards.identifiers.weights import weights


def pieces(text: str, at: int) -> list[str]:
    """What there is to weigh about the word at `at`."""
    return evidence(as_note(tokens(text)), at)


def test_evidence_can_be_read_by_people() -> None:
    """Each piece says in words what it is."""
    assert {"first", "before a negation", "before: didn't"} <= set(pieces("May didn't come.", 0))
    assert {"behind: saw", "behind what is done with somebody"} <= set(pieces("saw will at ten", 1))


def test_what_speaks_for_a_name_weighs_for_it() -> None:
    """A few that nobody would doubt."""
    known = weights().evidence
    assert known["before a negation"] > 0
    assert known["behind what is done with somebody"] > 0
    assert known["behind a determiner"] < 0
    assert known["in a saying"] < 0
    assert known["also A"] < 0


def test_a_word_that_nobody_listed_is_judged_by_its_sound() -> None:
    """Letters that follow each other in names, and letters that do in English."""
    assert sounds("ozumbike") > sounds("thrombulating")
