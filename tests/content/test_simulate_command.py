"""`reststop content simulate`: years of check-ins, what is measured of them, and what is aimed at."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from click.testing import CliRunner, Result

from bot.app.cli.content import content
from bot.app.rotation.figures import figures
from bot.app.rotation.simulated_year import LOW_PERCENT, MONDAY, SPELL, Ask, Setting, Year, fingerprint, years
from bot.domain.prompts import STEAM, Domain, Prompt, Sensitivity
from bot.domain.rotation_past import GENTLE_REPEAT_AFTER
from bot.domain.stock import Stock
from bot.testing.catalogue import invented_prompt
from tests.made_library import made_library
from tests.made_once import our_library

LIBRARY = our_library().stock()
MADE = Stock.of(made_library())
AIMED_AT = {
    "repeats_mean",
    "smallest_gap",
    "smallest_gentle_gap",
    "steam_spread",
    "boundaries_wait",
    "peer_support_wait",
}


def _run(*words: str) -> Result:
    return CliRunner().invoke(content, ["simulate", *words])


@pytest.fixture(scope="module")
def few() -> Result:
    """Three people's years by the library that ships."""
    return _run("--people", "3", "--json")


def test_the_library_that_ships_reaches_what_is_aimed_at(few: Result) -> None:
    """On an organisation's first day, when nobody has signed anything; the command says so by its exit."""
    told = json.loads(few.stdout)
    assert few.exit_code == 0
    assert {one["name"] for one in told["figures"] if one["ok"]} == AIMED_AT
    assert {one["name"] for one in told["figures"] if one["ok"] is None} > {"repeats_max", "unrested"}
    assert told["library"] == fingerprint(LIBRARY)
    assert (told["people"], told["days"], told["seed"], told["signed"]) == (3, 365, 1, False)


def test_the_same_seed_gives_the_same_lines_and_another_gives_others(few: Result) -> None:
    """Byte for byte, with the progress on standard error."""
    assert _run("--people", "3", "--json").stdout_bytes == few.stdout_bytes
    assert json.loads(_run("--people", "3", "--json", "--seed", "2").stdout) != json.loads(few.stdout)
    assert "Simulating" in few.stderr
    assert "Simulating" not in few.stdout


def test_a_miss_is_said_and_exits_1() -> None:
    """Every day is more than a library for weekdays holds new ones for."""
    result = _run("--people", "1", "--every-day")
    assert result.exit_code == 1
    assert "every day" in result.stdout
    [missed] = [line for line in result.stdout.splitlines() if line.endswith("misses")]
    assert missed.startswith("check-ins that came back, mean a person")
    assert "up to 10" in missed


def test_what_is_tender_comes_only_where_it_is_signed() -> None:
    """`--signed` is the organisation that signed all of it."""
    for is_signed in (False, True):
        [year] = years(MADE, Setting(people=1, is_signed=is_signed))
        tender = {ask.prompt.sensitivity for ask in year.asks} - {Sensitivity.SHARED, Sensitivity.PERSONAL}
        assert tender == ({Sensitivity.TENDER} if is_signed else set())


def test_about_one_day_in_eight_is_low_and_half_of_the_people_have_a_spell() -> None:
    """After each low check-in something gentle stands beside it; a spell is four weeks of nothing else."""
    told = list(years(MADE, Setting(people=6)))
    assert [year.is_spelled for year in told] == [False, True] * 3
    small = [[ask for ask in year.asks if ask.beside] for year in told]
    assert all(ask.prompt.gentle for asks in small for ask in asks)
    share = sum(map(len, small[::2])) / sum(len(year.checkins) for year in told[::2])
    assert abs(share - LOW_PERCENT / 100) < 0.03
    for asks in small[1::2]:
        days = {ask.day for ask in asks}
        weeks = [MONDAY + timedelta(weeks=number) for number in range(52)]
        in_a_row = max(
            sum(len(days & {week + timedelta(days=day) for day in range(7)}) == 5 for week in four)
            for four in (weeks[start : start + 4] for start in range(48))
        )
        assert in_a_row >= SPELL // 7 - 1


def _asked(*days_and_prompts: tuple[int, Prompt], beside: bool = False) -> list[Ask]:
    """Return asks as a year holds them."""
    last: dict[str, int] = {}
    asks = []
    for day, prompt in days_and_prompts:
        since = day - last[prompt.id] if prompt.id in last else None
        asks.append(Ask(day=MONDAY + timedelta(days=day), prompt=prompt, beside=beside, since=since))
        last[prompt.id] = day
    return asks


def _found(*of: list[Ask]) -> dict[str, float | None]:
    return {one.name: one.found for one in figures([Year(asks=asks, is_spelled=False) for asks in of])}


PLAIN = invented_prompt("made.plain", text="What was near?", domain=Domain.THOUGHTS)
GENTLE = replace(PLAIN, id="made.gentle", gentle=True)
EDGE = replace(PLAIN, id="made.edge", domain=Domain.BOUNDARIES)
PEER = replace(PLAIN, id="made.peer", domain=Domain.PEER_SUPPORT)


def test_repeats_are_counted_by_person_and_what_comes_beside_apart() -> None:
    """A check-in came back when its question was asked before, at a check-in or beside one."""
    beside = [replace(ask, beside=True) for ask in _asked((0, PLAIN), (1, PLAIN))]
    found = _found(_asked((0, PLAIN)), [*beside, *_asked((0, PLAIN), (2, PLAIN), (9, PLAIN))])
    assert (found["repeats_mean"], found["repeats_p95"], found["repeats_max"]) == (1, 2, 2)
    assert (found["all_repeats_mean"], found["all_repeats_max"]) == (1.5, 3)


def test_gaps_are_told_apart_by_kind_and_what_had_not_rested_is_counted() -> None:
    """The smallest of all people, in days; none where nothing came back."""
    rest = GENTLE_REPEAT_AFTER.days
    found = _found(_asked((0, PLAIN), (5, GENTLE), (100, PLAIN), (5 + rest, GENTLE)), _asked((0, PLAIN)))
    assert (found["smallest_gap"], found["smallest_gentle_gap"], found["unrested"]) == (100, rest, 0.5)
    assert _found(_asked((0, PLAIN)))["smallest_gap"] is None


def test_the_spread_of_inner_topics_is_that_of_one_person() -> None:
    """Over all the time, and within the widest four weeks that lie in it as a whole."""
    inner = [replace(PLAIN, id=f"made.{domain}", domain=domain) for domain in STEAM]
    level = [(day, inner[day % 5]) for day in range(40)]
    assert (_found(_asked(*level))["steam_spread"], _found(_asked(*level))["steam_spread_28"]) == (0, 1)
    more = [*level, *((day, inner[0]) for day in range(40, 44))]
    assert (_found(_asked(*more))["steam_spread"], _found(_asked(*more))["steam_spread_28"]) == (4, 3)


def test_a_wait_runs_from_the_first_day_to_the_last() -> None:
    """What came beside a check-in ends none."""
    found = _found(_asked((0, PLAIN), (3, EDGE), (12, EDGE), (20, PEER), (26, PLAIN)))
    assert (found["boundaries_wait"], found["peer_support_wait"]) == (14, 20)
    beside = [replace(ask, beside=True) for ask in _asked((9, EDGE))]
    assert _found([*_asked((0, PLAIN)), *beside, *_asked((18, PLAIN))])["boundaries_wait"] == 18


def test_libraries_of_the_same_make_are_told_apart_by_more_than_words() -> None:
    """Another wording leaves all figures as they are; another family does not."""
    first = MADE.prompts[0]
    reworded = [replace(first, text="What else was near?"), *MADE.prompts[1:]]
    assert fingerprint(Stock.of(reworded)) == fingerprint(MADE)
    assert fingerprint(Stock.of([replace(first, family="another"), *MADE.prompts[1:]])) != fingerprint(MADE)
