"""A library of invented prompts in the mix that the real one is written to, at any size.

It says nothing worth reading: rotation is measured on it, and how long things take.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.prompts import STEAM, Depth, Domain, Modality, Option, Prompt, Sensitivity
from bot.testing.catalogue import invented_prompt

THREE = (Domain.BOUNDARIES, Domain.REST, Domain.PEER_SUPPORT)
_COMMONS = {
    Domain.SENSATIONS: 3,
    Domain.THOUGHTS: 2,
    Domain.EMOTIONS: 3,
    Domain.ACTIONS: 3,
    Domain.MENTALIZING: 2,
    Domain.REST: 3,
    Domain.BOUNDARIES: 1,
    Domain.PEER_SUPPORT: 1,
    Domain.SELF_COMPASSION: 2,
}
_TENDER = {Domain.EMOTIONS: 7, Domain.THOUGHTS: 1, Domain.EXPOSURE: 4, Domain.RUPTURE_REPAIR: 1}
"""How many of a domain's last prompts are tender."""
_GUARDED = {Domain.OWN_PATTERNS: 6, Domain.EXPOSURE: 2}
_OPTIONS = tuple(Option(name=name, label=name) for name in ("yes", "a_little", "not_today"))
_EASY = (Modality.CHOICE, Modality.CHOICE, Modality.CHOICE, Modality.TEXT)
_PLAIN = (Modality.TEXT, Modality.CHOICE, Modality.TEXT, Modality.MULTI, Modality.TEXT, Modality.CHOICE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """How many a domain has, how many of them are gentle, and into how many families they fall."""

    count: int
    gentle: int
    long: int
    families: int


def made_library(*, steam: int = 32, three: int = 24, wide: int = 8) -> tuple[Prompt, ...]:
    """Return so many for each inner domain, for boundaries, rest and peer support, and for each other."""
    shapes = {domain: _Shape(count=wide, gentle=wide // 4, long=wide // 8, families=2) for domain in Domain}
    shapes |= {domain: _Shape(count=three, gentle=three // 4, long=3, families=4) for domain in THREE}
    shapes |= {domain: _Shape(count=steam, gentle=steam // 4, long=3, families=5) for domain in STEAM}
    made = [prompt for domain, shape in shapes.items() for prompt in _of(domain, shape)]
    return (*made, *_commons())


def _of(domain: Domain, shape: _Shape) -> Iterator[Prompt]:
    """Walk a domain: gentle ones first, then pairs where they belong, long ones before what is tender."""
    careful = _GUARDED.get(domain, 0) + _TENDER.get(domain, 0)
    for number in range(shape.count):
        is_gentle, from_end = number < shape.gentle, shape.count - number
        plain = number - shape.gentle
        is_long = careful < from_end <= careful + shape.long
        is_pair = domain is Domain.MENTALIZING and not is_gentle and shape.count - shape.gentle > 1
        prompt_id = f"made.{domain}.{number:02}"
        modality = (_EASY if is_gentle else _PLAIN)[number % (4 if is_gentle else 6)]
        yield invented_prompt(
            prompt_id,
            text="What was near you?",
            domain=domain,
            family=_family(domain, shape, number, is_pair=is_pair),
            modality=modality,
            depth=Depth.LONG if is_long else Depth.SHORT if number % 2 == 0 or is_gentle else Depth.MEDIUM,
            sensitivity=_sensitivity(domain, from_end),
            gentle=is_gentle,
            pair=f"made.{domain}.{shape.gentle + (plain ^ 1):02}" if is_pair else None,
            options=() if modality is Modality.TEXT else _OPTIONS,
        )


def _family(domain: Domain, shape: _Shape, number: int, *, is_pair: bool) -> str:
    """Sisters are never of one family; gentle mentalizing ones are a family of their own."""
    if domain is not Domain.MENTALIZING:
        return f"{domain}-{number % shape.families}"
    plain = number - shape.gentle
    return f"{domain}-{plain % 2}{plain // 2 % 2}" if is_pair else f"{domain}-gentle"


def _sensitivity(domain: Domain, from_end: int) -> Sensitivity:
    guarded = _GUARDED.get(domain, 0)
    if from_end <= guarded:
        return Sensitivity.GUARDED
    return Sensitivity.TENDER if from_end <= guarded + _TENDER.get(domain, 0) else Sensitivity.PERSONAL


def _commons() -> Iterator[Prompt]:
    number = 0
    for domain, count in _COMMONS.items():
        for _ in range(count):
            yield invented_prompt(
                f"commons.C{number:02}",
                text="What was near you?",
                domain=domain,
                family=f"commons-{number % 3}",
                modality=_EASY[number % 4],
                sensitivity=Sensitivity.SHARED,
                gentle=True,
                options=_OPTIONS,
            )
            number += 1
