"""Which prompt comes next: a pure function of the library, what was asked, wishes, the day and a draw.

The rules and their numbers stand in docs/how-prompts-are-chosen.md. What a person wishes and what may be
pushed never gives way; each rule after that gives way only where it would leave nothing to ask.
"""

from __future__ import annotations

from collections import Counter
from datetime import date

from bot.domain.mix import ON_TIME, Draw, balanced, in_mix
from bot.domain.prompts import Depth, Domain, Prompt, Sensitivity
from bot.domain.rotation_past import BALANCE_OVER, History, Past
from bot.domain.stock import NONE, Pool, Stock
from bot.domain.wishes import Wishes

PUSHED_SENSITIVITY = Sensitivity.TENDER
"""What may come by itself at the most. Guarded prompts (3) are opened by the person, and never pushed."""
TEXTS_RUNNING = 3
"""So many check-ins in a row may ask for words; then comes one that a tap answers."""
PASSED_OFTEN = 3
"""A topic that was passed so often within four weeks is offered to rest."""


def next_prompt(
    stock: Stock, history: History, wishes: Wishes, today: date, draw: Draw, *, held: Pool = NONE
) -> Prompt | None:
    """Return the prompt for a person's check-in of `today`, or None where nothing may be asked.

    `held` are ids of what is not pushed where this person is (bot/domain/reviews.py).
    """
    past = Past.of(stock, history, today)
    most = Sensitivity.PERSONAL if past.is_lately_rough else PUSHED_SENSITIVITY
    pool = _may_be_asked(wishes, past, held, most)
    if not pool:
        return None
    if past.is_tender:
        pool = pool & stock.gentle or _narrowed(_narrowed(pool, stock.short), stock.tapped)
    pool = _spaced(pool, past)
    if past.texts_running() >= TEXTS_RUNNING:
        pool = _narrowed(pool, stock.tapped)
    pool = in_mix(pool, past, draw)
    rested = pool - past.resting
    if not rested:
        return _drawn(pool, past, draw)
    return _drawn(rested & stock.later_sisters or _sparing(balanced(rested, past), past), past, draw)


def follow_up(
    stock: Stock, history: History, wishes: Wishes, today: date, draw: Draw, *, held: Pool = NONE
) -> Prompt | None:
    """Return something small to ask beside a check-in; None where nothing gentle may be asked."""
    past = Past.of(stock, history, today)
    pool = _spaced(_may_be_asked(wishes, past, held) & stock.gentle, past)
    return _least_asked(pool - stock.of_domains(ON_TIME) or pool, past, draw)


def kind_word(
    stock: Stock, history: History, wishes: Wishes, today: date, draw: Draw, *, held: Pool = NONE
) -> Prompt | None:
    """Return a prompt of self-compassion, a gentle or a short one where there is one."""
    past = Past.of(stock, history, today)
    pool = _may_be_asked(wishes, past, held) & stock.of_domain[Domain.SELF_COMPASSION]
    return _least_asked(pool & stock.gentle or _narrowed(pool, stock.short), past, draw)


def opened_on(
    topic: Domain, stock: Stock, history: History, today: date, draw: Draw, *, held: Pool = NONE
) -> Prompt | None:
    """Return a prompt of a topic that somebody opens by themselves, however tender and long it is.

    None where the topic has none. What has not rested comes only where nothing has, and the families of a
    topic take turns, so that whoever opens one after another meets all of its sides.
    """
    past = Past.of(stock, history, today)
    pool = _for_them(past) & stock.of_domain[topic] - held
    return _drawn(past.of_waiting_family(pool - past.resting or pool), past, draw) if pool else None


def often_passed(stock: Stock, history: History, today: date) -> frozenset[Domain]:
    """Return the domains whose check-ins were passed three times within four weeks."""
    past = Past.of(stock, history, today)
    since = today - BALANCE_OVER
    counts = Counter(
        prompt.domain for prompt, one in past.asked if one.passed and not one.beside and one.day > since
    )
    return frozenset(domain for domain, count in counts.items() if count >= PASSED_OFTEN)


def _may_be_asked(wishes: Wishes, past: Past, held: Pool, most: Sensitivity = Sensitivity.PERSONAL) -> Pool:
    """Return what a person may be asked without having opened it."""
    stock = past.stock
    pool = _for_them(past) & stock.up_to_sensitivity[most] - held
    if wishes.longest is not Depth.LONG:
        pool &= stock.up_to_depth[wishes.longest]
    return pool - stock.of_domains(wishes.muted) if wishes.muted else pool


def _for_them(past: Past) -> Pool:
    """Return what speaks to a person at all: not the later of two sisters by herself."""
    stock = past.stock
    apart = (one for one in stock.later_sisters if not past.has_just_asked(stock.by_id[one].pair, one))
    return stock.all.difference(apart)


def _spaced(pool: Pool, past: Past) -> Pool:
    """Return what lies apart from what was asked last, in topic and in wording.

    A family comes early rather than a prompt that has not rested, where all else of its topic rests.
    """
    stock = past.stock
    last = next(past.checkins(), None)
    if last is not None:
        pool = pool - stock.of_domain[last.domain] or pool
    pool = pool - stock.of_domains(past.near_domains()) or pool
    near = pool.intersection(NONE.union(*(stock.of_family[family] for family in past.near_families())))
    rested, apart = near - past.resting, pool - near
    for domain in {stock.by_id[one].domain for one in rested}:
        its = apart & stock.of_domain[domain]
        if its and its <= past.resting:
            apart |= rested & stock.of_domain[domain]
    return apart or pool


def _sparing(pool: Pool, past: Past) -> Pool:
    """Return a pool without its gentle ones where at most half of them are new: a hard day may want those.

    After a rough day, or where nothing else in the pool is new, they come.
    """
    stock = past.stock
    new = pool.difference(past.last_seen)
    plain = new - stock.gentle
    if past.is_tender or not plain:
        return pool
    gentle = stock.gentle & stock.of_domains({stock.by_id[one].domain for one in new})
    return plain if 2 * len(new & gentle) <= len(gentle) else pool


def _least_asked(pool: Pool, past: Past, draw: Draw) -> Prompt | None:
    """Draw from the rarest domain of what has rested, or else take what was seen longest ago."""
    if not pool:
        return None
    rested = pool - past.resting
    if not rested:
        return _drawn(pool, past, draw)
    counts, by_id = past.counts(), past.stock.by_id
    fewest = min(counts[by_id[one].domain] for one in rested)
    return _drawn(frozenset(one for one in rested if counts[by_id[one].domain] == fewest), past, draw)


def _drawn(pool: Pool, past: Past, draw: Draw) -> Prompt:
    """Draw from what of a pool was never asked, or else was asked longest ago."""
    found = sorted(past.longest_unseen(pool))
    return past.stock.by_id[found[draw(len(found))] if len(found) > 1 else found[0]]


def _narrowed(pool: Pool, rule: Pool) -> Pool:
    """Return what a rule keeps, or all where it would keep nothing: asking goes before the rule."""
    return pool & rule or pool
