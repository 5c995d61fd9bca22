"""A year of check-ins by the real rotation, for many made-up people at once: what comes back, and when.

Nobody here skips or writes anything: asks count, not answers. On a low day something small follows beside
the check-in, as the product does it. The same seed gives the same years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from bot.domain.prompts import Prompt
from bot.domain.reviews import Decision, Shelf, Verdict
from bot.domain.rotation import follow_up, next_prompt
from bot.domain.rotation_past import LOOKS_BACK, UNTENDER_FOR, Asked, History
from bot.domain.stock import Pool, Stock
from bot.domain.wishes import Wishes
from bot.testing.chance import SeededChance

MONDAY = date(2026, 1, 5)
"""The first day."""
LOW_PERCENT = 12
"""Of the days of everybody."""
SPELL = 28
"""Days in a row that are all low, once, for every second person."""
_WEEKDAYS = 5
_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is simulated. `is_signed`: the organisation signed every text; else none, as on its first day."""

    days: int = 365
    people: int = 200
    seed: int = 1
    is_every_day: bool = False
    is_signed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One prompt as it came. `since`: days since this person was asked it before; None where it was new."""

    day: date
    prompt: Prompt
    beside: bool
    since: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """All that one person was asked, the oldest first. `is_spelled`: a low spell was among it."""

    asks: Sequence[Ask] = field(repr=False)
    is_spelled: bool

    @property
    def checkins(self) -> Sequence[Ask]:
        """What came as a check-in, without what came beside."""
        return [ask for ask in self.asks if not ask.beside]


def years(stock: Stock, setting: Setting) -> Iterator[Year]:
    """Walk the years of all people, one after another."""
    held = not_pushed(stock, is_signed=setting.is_signed)
    for number in range(setting.people):
        low = _low_days(setting, number)
        asks = tuple(_asks(stock, held, setting, number, low))
        yield Year(asks=asks, is_spelled=_has_spell(setting, number))


def not_pushed(stock: Stock, *, is_signed: bool) -> Pool:
    """Return what is never pushed in an organisation that signed all of it, or nothing yet."""
    return (_all_signed(stock) if is_signed else Shelf()).held(stock)


def fingerprint(stock: Stock) -> str:
    """Return by what two libraries are told apart that rotation would not treat alike; words do not count."""
    told = sha256()
    for one in stock.prompts:
        facts = (one.id, one.domain, one.family, one.modality, one.depth, one.sensitivity, one.gentle)
        told.update(repr((*map(str, facts), one.pair, one.locale, *map(str, one.audience))).encode())
    return told.hexdigest()[:_SHOWN]


def _asks(stock: Stock, held: Pool, setting: Setting, number: int, low: frozenset[date]) -> Iterator[Ask]:
    """Walk what one person is asked."""
    draw, wishes = _chance(setting, number, "asks").below, Wishes()
    asked, last = list[Asked](), dict[str, date]()

    def noted(prompt: Prompt, day: date, *, beside: bool) -> Ask:
        before = last.get(prompt.id)
        asked.append(Asked(prompt=prompt.id, day=day, beside=beside))
        last[prompt.id] = day
        return Ask(day=day, prompt=prompt, beside=beside, since=(day - before).days if before else None)

    for day in _days(setting):
        while asked and asked[0].day < day - LOOKS_BACK:
            del asked[0]
        rough = frozenset(one for one in low if day - UNTENDER_FOR <= one < day)
        chosen = next_prompt(stock, History(asked=asked, rough_days=rough), wishes, day, draw, held=held)
        if chosen is not None:
            yield noted(chosen, day, beside=False)
        if day in low:
            known = History(asked=asked, rough_days=rough | {day})
            small = follow_up(stock, known, wishes, day, draw, held=held)
            if small is not None:
                yield noted(small, day, beside=True)


def _days(setting: Setting) -> Iterator[date]:
    """Walk the days of check-ins."""
    for count in range(setting.days):
        day = MONDAY + timedelta(days=count)
        if setting.is_every_day or day.weekday() < _WEEKDAYS:
            yield day


def _low_days(setting: Setting, number: int) -> frozenset[date]:
    """Return the low days of one person, whether they are asked anything on them or not."""
    draw = _chance(setting, number, "days").below
    spell = range(0)
    if _has_spell(setting, number):
        begins = draw(setting.days - SPELL + 1)
        spell = range(begins, begins + SPELL)
    return frozenset(
        MONDAY + timedelta(days=count)
        for count in range(setting.days)
        if draw(100) < LOW_PERCENT or count in spell
    )


def _has_spell(setting: Setting, number: int) -> bool:
    return number % 2 == 1 and setting.days >= SPELL


def _chance(setting: Setting, number: int, of: str) -> SeededChance:
    return SeededChance(f"{setting.seed}/{number}/{of}")


def _all_signed(stock: Stock) -> Shelf:
    at = datetime(MONDAY.year, MONDAY.month, MONDAY.day, tzinfo=UTC)
    return Shelf(
        decisions={
            one.id: Decision(
                about=one.id,
                version=one.version,
                verdict=Verdict.ACCEPTED,
                role="clinical lead",
                on=MONDAY,
                at=at,
            )
            for one in stock.prompts
        }
    )
