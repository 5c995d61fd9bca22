"""What simulated years come to: repeats, gaps, balance and waits, each beside what is aimed at."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import fmean

from bot.app.rotation.simulated_year import MONDAY, Ask, Year
from bot.domain.prompts import STEAM, Domain
from bot.domain.rotation_past import BALANCE_OVER, GENTLE_REPEAT_AFTER, REPEAT_AFTER

REPEATS_MEAN = 10
ORDINARY_GAP = 90
GENTLE_GAP = 60
STEAM_SPREAD = 6
LONGEST_WAIT = 14
_MOST_OF_THEM = 95


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the outcome. `found` None: it never happened; `ok` None: nothing is aimed at."""

    name: str
    says: str
    found: float | None
    at_least: int | None = None
    at_most: int | None = None

    @property
    def ok(self) -> bool | None:
        """Whether it is as it is meant to be. What never happened misses no aim."""
        if self.at_least is None and self.at_most is None:
            return None
        if self.found is None:
            return True
        if self.at_most is not None:
            return self.found <= self.at_most
        return self.at_least is None or self.found >= self.at_least

    @property
    def shown(self) -> str:
        """What was found, as it is written on a line or in a table."""
        return "none" if self.found is None else f"{self.found:g}"

    @property
    def aim(self) -> str:
        """What is aimed at, in words; empty where nothing is."""
        if self.at_most is not None:
            return f"up to {self.at_most}"
        return "" if self.at_least is None else f"{self.at_least} or more"


def figures(of: Iterable[Year]) -> tuple[Figure, ...]:
    """Return every figure of some years, in the order in which they are shown; there is a year at least."""
    every = tuple(of)
    return (
        *_repeats(
            "repeats", "check-ins that came back", [_again(year.checkins) for year in every], aims=True
        ),
        *_repeats("all_repeats", "with what comes beside", [_again(year.asks) for year in every]),
        Figure(
            name="smallest_gap",
            says="smallest gap of an ordinary one, days",
            found=_gap(every, is_gentle=False),
            at_least=ORDINARY_GAP,
        ),
        Figure(
            name="smallest_gentle_gap",
            says="smallest gap of a gentle one, days",
            found=_gap(every, is_gentle=True),
            at_least=GENTLE_GAP,
        ),
        Figure(
            name="steam_spread",
            says="inner topics, most asked minus least asked",
            found=max(_spread(year.asks) for year in every),
            at_most=STEAM_SPREAD,
        ),
        Figure(
            name="steam_spread_28",
            says="the same within any 28 days",
            found=max(_spread_within(year.asks) for year in every),
        ),
        _wait("boundaries_wait", "longest wait for boundaries, days", Domain.BOUNDARIES, every),
        _wait("peer_support_wait", "longest wait for peer support, days", Domain.PEER_SUPPORT, every),
        Figure(
            name="unrested",
            says="what had not rested came, times a person",
            found=_rounded(fmean(sum(_is_unrested(ask) for ask in year.asks) for year in every)),
        ),
    )


def _repeats(name: str, says: str, counts: Sequence[int], *, aims: bool = False) -> Iterator[Figure]:
    in_order = sorted(counts)
    most_of_them = in_order[-(-len(in_order) * _MOST_OF_THEM // 100) - 1]
    mean = _rounded(fmean(counts))
    yield Figure(
        name=f"{name}_mean",
        says=f"{says}, mean a person",
        found=mean,
        at_most=REPEATS_MEAN if aims else None,
    )
    yield Figure(name=f"{name}_p95", says=f"{says}, p95", found=most_of_them)
    yield Figure(name=f"{name}_max", says=f"{says}, most", found=in_order[-1])


def _again(asks: Iterable[Ask]) -> int:
    """Count what this person was asked before, as a check-in or beside one."""
    return sum(ask.since is not None for ask in asks)


def _gap(every: Iterable[Year], *, is_gentle: bool) -> int | None:
    return min(
        (
            ask.since
            for year in every
            for ask in year.asks
            if ask.since is not None and ask.prompt.gentle is is_gentle
        ),
        default=None,
    )


def _is_unrested(ask: Ask) -> bool:
    rest = GENTLE_REPEAT_AFTER if ask.prompt.gentle else REPEAT_AFTER
    return ask.since is not None and ask.since < rest.days


def _spread(asks: Iterable[Ask]) -> int:
    counts = Counter(ask.prompt.domain for ask in asks)
    return _most_minus_least(counts)


def _spread_within(asks: Iterable[Ask]) -> int:
    """Return the widest spread of four weeks that lie in the year as a whole."""
    window, counts, widest = deque[Ask](), Counter[Domain](), 0
    for ask in asks:
        window.append(ask)
        counts[ask.prompt.domain] += 1
        while window[0].day <= ask.day - BALANCE_OVER:
            counts[window.popleft().prompt.domain] -= 1
        if ask.day >= MONDAY + BALANCE_OVER - timedelta(days=1):
            widest = max(widest, _most_minus_least(counts))
    return widest


def _most_minus_least(counts: Counter[Domain]) -> int:
    return max(counts[domain] for domain in STEAM) - min(counts[domain] for domain in STEAM)


def _wait(name: str, says: str, domain: Domain, every: Iterable[Year]) -> Figure:
    """Return the longest time between two check-ins of a domain, from the first day on to the last."""

    def longest(year: Year) -> int:
        days = [MONDAY, *_days(year, lambda ask: ask.prompt.domain is domain), *_days(year)[-1:]]
        return max((after - before).days for before, after in pairwise(days))

    return Figure(name=name, says=says, found=max(map(longest, every)), at_most=LONGEST_WAIT)


def _days(year: Year, is_meant: Callable[[Ask], bool] = lambda _: True) -> list[date]:
    return [ask.day for ask in year.checkins if is_meant(ask)]


def _rounded(number: float) -> float:
    return round(number, 2)
