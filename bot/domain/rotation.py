"""Which prompt comes next: a pure function of the library, what was asked, wishes, the day and a draw.

The rules and their numbers stand in docs/writing-prompts.md. What a person wishes and what may be pushed
never gives way; each rule after that gives way only where it would leave nothing to ask.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date

from bot.domain.mix import Draw, balanced, in_mix
from bot.domain.prompts import AudienceKind, Depth, Domain, Modality, Prompt, Sensitivity
from bot.domain.rotation_past import BALANCE_OVER, History, Past
from bot.domain.wishes import Wishes

PUSHED_SENSITIVITY = Sensitivity.TENDER
"""What may come by itself at the most. Guarded prompts (3) are opened by the person, and never pushed."""
TEXTS_RUNNING = 3
"""So many check-ins in a row may ask for words; then comes one that a tap answers."""
PASSED_OFTEN = 3
"""A topic that was passed so often within four weeks is offered to rest."""
LOCALE = "en"

_DEPTHS = tuple(Depth)


def next_prompt(
    library: Sequence[Prompt],
    history: History,
    wishes: Wishes,
    today: date,
    draw: Draw,
    *,
    held: Collection[str] = (),
) -> Prompt | None:
    """Return the prompt for a person's check-in of `today`, or None where nothing may be asked.

    `held` are ids of what is not pushed where this person is (bot/domain/reviews.py).
    """
    past = Past.of(library, history, today)
    most = Sensitivity.PERSONAL if past.is_lately_rough else PUSHED_SENSITIVITY
    pool = _may_be_asked(library, wishes, past, held, most)
    if not pool:
        return None
    if past.is_tender:
        pool = _gentle(pool) or _narrowed(_narrowed(pool, _is_short), _is_tapped)
    pool = _spaced(pool, past)
    if past.texts_running() >= TEXTS_RUNNING:
        pool = _narrowed(pool, _is_tapped)
    pool = in_mix(pool, past, draw)
    rested = [prompt for prompt in pool if past.is_rested(prompt)]
    if not rested:
        return _drawn(_oldest(pool, past), draw)
    sisters = [prompt for prompt in rested if refers_to(prompt)]
    return _drawn(sisters or balanced(rested, past), draw)


def follow_up(
    library: Sequence[Prompt],
    history: History,
    wishes: Wishes,
    today: date,
    draw: Draw,
    *,
    held: Collection[str] = (),
) -> Prompt | None:
    """Return something small to ask beside a check-in; None where nothing gentle may be asked."""
    past = Past.of(library, history, today)
    pool = _spaced(_gentle(_may_be_asked(library, wishes, past, held)), past)
    return _least_asked(pool, past, draw)


def kind_word(
    library: Sequence[Prompt],
    history: History,
    wishes: Wishes,
    today: date,
    draw: Draw,
    *,
    held: Collection[str] = (),
) -> Prompt | None:
    """Return a prompt of self-compassion, a gentle or a short one where there is one."""
    past = Past.of(library, history, today)
    asked = _may_be_asked(library, wishes, past, held)
    pool = [prompt for prompt in asked if prompt.domain is Domain.SELF_COMPASSION]
    return _least_asked(_gentle(pool) or _narrowed(pool, _is_short), past, draw)


def opened_on(
    topic: Domain,
    library: Sequence[Prompt],
    history: History,
    today: date,
    draw: Draw,
    *,
    held: Collection[str] = (),
) -> Prompt | None:
    """Return a prompt of a topic that somebody opens by themselves, however tender and long it is.

    None where the topic has none. What has not rested comes only where nothing has.
    """
    past = Past.of(library, history, today)
    pool = [one for one in _for_them(library, past) if one.domain is topic and one.id not in held]
    return _least_asked(pool, past, draw)


def often_passed(library: Sequence[Prompt], history: History, today: date) -> frozenset[Domain]:
    """Return the domains whose check-ins were passed three times within four weeks."""
    past = Past.of(library, history, today)
    since = today - BALANCE_OVER
    counts = Counter(
        prompt.domain for prompt, one in past.asked if one.passed and not one.beside and one.day > since
    )
    return frozenset(domain for domain, count in counts.items() if count >= PASSED_OFTEN)


def refers_to(prompt: Prompt) -> bool:
    """Whether a prompt speaks of the moment that its sister asked about, and so cannot come before her."""
    return prompt.pair is not None and prompt.pair < prompt.id


def _may_be_asked(
    library: Iterable[Prompt],
    wishes: Wishes,
    past: Past,
    held: Collection[str],
    most: Sensitivity = Sensitivity.PERSONAL,
) -> list[Prompt]:
    """Return what a person may be asked without having opened it, ordered by id."""
    allowed = _DEPTHS[: _DEPTHS.index(wishes.longest) + 1]
    return [
        prompt
        for prompt in _for_them(library, past)
        if prompt.sensitivity <= most
        and prompt.id not in held
        and prompt.domain not in wishes.muted
        and prompt.depth in allowed
    ]


def _for_them(library: Iterable[Prompt], past: Past) -> list[Prompt]:
    """Return what speaks to a person at all, ordered by id: not the later of two sisters by herself."""
    pool = [
        prompt
        for prompt in library
        if AudienceKind.CLINICIAN in prompt.audience
        and prompt.locale == LOCALE
        and (not refers_to(prompt) or past.has_just_asked(prompt.pair, before=prompt))
    ]
    return sorted(pool, key=lambda prompt: prompt.id)


def _spaced(pool: list[Prompt], past: Past) -> list[Prompt]:
    """Return what lies apart from what was asked last, in topic and in wording."""
    domains, families = past.near_domains(), past.near_families()
    last = {prompt.domain for prompt in past.checkins[-1:]}
    pool = _narrowed(pool, lambda prompt: prompt.domain not in last)
    pool = _narrowed(pool, lambda prompt: prompt.domain not in domains)
    return _narrowed(pool, lambda prompt: prompt.family not in families)


def _least_asked(pool: list[Prompt], past: Past, draw: Draw) -> Prompt | None:
    """Draw from the rarest domain of what has rested, or else take what was seen longest ago."""
    if not pool:
        return None
    rested = [prompt for prompt in pool if past.is_rested(prompt)]
    if not rested:
        return _drawn(_oldest(pool, past), draw)
    counts = past.counts()
    fewest = min(counts[prompt.domain] for prompt in rested)
    return _drawn([prompt for prompt in rested if counts[prompt.domain] == fewest], draw)


def _oldest(pool: list[Prompt], past: Past) -> list[Prompt]:
    oldest = min(past.last_seen[prompt.id] for prompt in pool)
    return [prompt for prompt in pool if past.last_seen[prompt.id] == oldest]


def _drawn(pool: list[Prompt], draw: Draw) -> Prompt:
    return pool[draw(len(pool))] if len(pool) > 1 else pool[0]


def _narrowed(pool: list[Prompt], keeps: Callable[[Prompt], bool]) -> list[Prompt]:
    """Return what a rule keeps, or all where it would keep nothing: asking goes before the rule."""
    return [prompt for prompt in pool if keeps(prompt)] or pool


def _gentle(pool: list[Prompt]) -> list[Prompt]:
    return [prompt for prompt in pool if prompt.gentle]


def _is_short(prompt: Prompt) -> bool:
    return prompt.depth is Depth.SHORT


def _is_tapped(prompt: Prompt) -> bool:
    return prompt.modality not in {Modality.TEXT, Modality.FLOW}
