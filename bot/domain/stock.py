"""The prompts as rotation looks through them: sorted into sets once, when a library is loaded.

A set of ids is cut down by another in one step, where looking at each prompt of a year's library would take
most of the time that choosing takes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.domain.prompts import AudienceKind, Depth, Domain, Modality, Prompt, Sensitivity

LOCALE = "en"

Pool = frozenset[str]
"""Ids of prompts."""
NONE: Pool = frozenset()
_DEPTHS = tuple(Depth)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True)
class Stock:
    """A library's prompts by what rotation asks of them. Two stocks are the same only where they are one.

    What is not for one person in English is in `by_id` and in no set.
    """

    prompts: tuple[Prompt, ...] = field(repr=False)
    """Ordered by id."""
    by_id: Mapping[str, Prompt] = field(repr=False)
    all: Pool = field(repr=False)
    gentle: Pool = field(repr=False)
    short: Pool = field(repr=False)
    tapped: Pool = field(repr=False)
    """What is answered without writing."""
    later_sisters: Pool = field(repr=False)
    """What speaks of the moment that a sister asked about."""
    of_domain: Mapping[Domain, Pool] = field(repr=False)
    of_family: Mapping[str, Pool] = field(repr=False)
    up_to_depth: Mapping[Depth, Pool] = field(repr=False)
    up_to_sensitivity: Mapping[Sensitivity, Pool] = field(repr=False)

    @classmethod
    def of(cls, prompts: Iterable[Prompt]) -> Stock:
        """Look through prompts whose ids are unique, in any order."""
        ordered = tuple(sorted(prompts, key=lambda prompt: prompt.id))
        meant = [one for one in ordered if AudienceKind.CLINICIAN in one.audience and one.locale == LOCALE]

        return cls(
            prompts=ordered,
            by_id={one.id: one for one in ordered},
            all=_ids(meant),
            gentle=_ids(one for one in meant if one.gentle),
            short=_ids(one for one in meant if one.depth is Depth.SHORT),
            tapped=_ids(one for one in meant if one.modality not in {Modality.TEXT, Modality.FLOW}),
            later_sisters=_ids(one for one in meant if refers_to(one)),
            of_domain={domain: _ids(one for one in meant if one.domain is domain) for domain in Domain},
            of_family=_by_family(meant),
            up_to_depth={
                depth: _ids(one for one in meant if _DEPTHS.index(one.depth) <= place)
                for place, depth in enumerate(_DEPTHS)
            },
            up_to_sensitivity={
                most: _ids(one for one in meant if one.sensitivity <= most) for most in Sensitivity
            },
        )

    def of_domains(self, domains: Iterable[Domain]) -> Pool:
        """Return what asks about any of these."""
        return NONE.union(*(self.of_domain[domain] for domain in domains))


def refers_to(prompt: Prompt) -> bool:
    """Whether a prompt speaks of the moment that its sister asked about, and so cannot come before her."""
    return prompt.pair is not None and prompt.pair < prompt.id


def _ids(prompts: Iterable[Prompt]) -> Pool:
    return frozenset(prompt.id for prompt in prompts)


def _by_family(prompts: Iterable[Prompt]) -> dict[str, Pool]:
    found: defaultdict[str, list[Prompt]] = defaultdict(list)
    for prompt in prompts:
        found[prompt.family].append(prompt)
    return {family: _ids(its) for family, its in found.items()}
