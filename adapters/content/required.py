"""What a text may not leave out: words of which one stands wherever a rule of voice.yaml asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from adapters.content.models import RequiredRule, TextKind
from adapters.content.phrases import any_of, flatten
from adapters.content.problems import Place, Problem
from bot.domain.prompts import Domain, Sensitivity


@dataclass(frozen=True, slots=True)
class Required:
    """One rule, ready to match."""

    code: str
    say: str
    of: frozenset[TextKind]
    domains: frozenset[Domain]
    """Empty: every domain."""
    sensitivity_from: Sensitivity
    where: re.Pattern[str] | None
    """What makes the rule hold; without it the rule holds everywhere."""
    needs: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """All that people read of one prompt, one step or one flow; of a round, its rules."""

    place: Place
    kind: TextKind
    domain: Domain
    sensitivity: Sensitivity
    texts: Sequence[str]


def required_of(entry: RequiredRule) -> Required:
    """Make a rule of its entry in voice.yaml.

    Raises:
        BadPhrase: naming the first phrase that cannot be read.
    """
    return Required(
        code=entry.code,
        say=entry.say,
        of=frozenset(entry.of),
        domains=frozenset(entry.domains),
        sensitivity_from=entry.sensitivity_from,
        where=any_of(entry.where) if entry.where else None,
        needs=any_of(entry.needs),
    )


def check_required(whole: Whole, rules: Sequence[Required]) -> Iterator[Problem]:
    """Name each rule that holds for a text and whose words it does not have."""
    flat = " . ".join(flatten(text) for text in whole.texts)
    for rule in rules:
        if (
            whole.kind in rule.of
            and (not rule.domains or whole.domain in rule.domains)
            and whole.sensitivity >= rule.sensitivity_from
            and (rule.where is None or rule.where.search(flat))
            and not rule.needs.search(flat)
        ):
            yield whole.place.problem(rule.code, rule.say)
