"""A year of weekdays with the real library: what one person is asked, by the numbers and through the door."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest

from bot.domain.mix import MIX, part_of
from bot.domain.prompts import STEAM, Domain, Modality, Prompt, Sensitivity
from bot.domain.reviews import Shelf, needs_signature
from bot.domain.rotation import TEXTS_RUNNING
from bot.domain.rotation_past import FAMILY_AFTER, GENTLE_REPEAT_AFTER, REPEAT_AFTER
from bot.domain.stock import refers_to
from bot.services.cards.questions import TOPICS
from tests.made_once import our_library
from tests.property.rotation_diary import MONDAY, Line, checkins, diary
from tests.unit.small_house import card_of, control
from tests.unit.world import FIRST_SLOT, World, world

LIBRARY = our_library().prompts()
BY_ID = {prompt.id: prompt for prompt in LIBRARY}
MONTH = timedelta(days=28)
UNSIGNED = Shelf()
"""The library where nobody has signed any of it."""
YEARS = [(seed, 0) for seed in range(3)]
"""Everyone answers, no day is rough: what the library alone allows."""
ROUGH = [(seed, 8) for seed in range(3)]
"""Every eighth day is rough."""


@cache
def _year(seed: int, every: int) -> list[Line]:
    rough = range(seed, 364, every) if every else ()
    return diary(LIBRARY, 364, str(seed), rough=rough, shelf=UNSIGNED)


@pytest.fixture(name="lines")
def _lines(request: pytest.FixtureRequest) -> list[Line]:
    """A year of somebody's, made when the first test asks for it."""
    seed, every = request.param
    return _year(seed, every)


def _gap(lines: Sequence[Line], domain: Domain) -> timedelta:
    """Return the longest wait for a check-in on a domain, whatever comes beside one."""
    days = [MONDAY, *(line.day for line in lines if line.prompt.domain is domain and not line.beside)]
    return max(after - before for before, after in pairwise(days))


@pytest.mark.parametrize("lines", [*YEARS, *ROUGH], indirect=True)
def test_a_year_keeps_to_the_mix(lines: list[Line]) -> None:
    """Any five in a row hold it, rough days or not."""
    assert len(checkins(lines)) == 260
    parts = [part_of(prompt.domain) for prompt in checkins(lines)]
    windows = [Counter(parts[start : start + 5]) for start in range(len(parts) - 4)]
    assert windows == [Counter(MIX)] * 256


@pytest.mark.parametrize("lines", [*YEARS, *ROUGH], indirect=True)
def test_a_year_never_asks_one_domain_twice_running(lines: list[Line]) -> None:
    """Rough days or not, with what came beside a check-in."""
    found = checkins(lines)
    assert all(one.domain is not two.domain for one, two in pairwise(found))
    assert all(prompt.sensitivity < Sensitivity.TENDER for prompt in found)


@pytest.mark.parametrize("lines", YEARS, indirect=True)
def test_a_year_keeps_near_paraphrases_and_texts_apart(lines: list[Line]) -> None:
    """Ten days for a family; after three questions for words one that a tap answers."""
    for place, line in enumerate(lines):
        near = {one.prompt.family for one in lines[:place] if one.day > line.day - FAMILY_AFTER}
        assert line.prompt.family not in near
    texts = [prompt.modality is Modality.TEXT for prompt in checkins(lines)]
    assert not any(all(texts[start : start + TEXTS_RUNNING + 1]) for start in range(len(texts) - 3))


@pytest.mark.parametrize("lines", [*YEARS, *ROUGH], indirect=True)
def test_a_year_comes_back_to_edges_and_company(lines: list[Line]) -> None:
    """Boundaries and peer support every fortnight; inner topics stay level, though one is thinned out."""
    assert _gap(lines, Domain.BOUNDARIES) <= timedelta(days=14)
    assert _gap(lines, Domain.PEER_SUPPORT) <= timedelta(days=14)
    counts = Counter(prompt.domain for prompt in checkins(lines))
    assert (counts[Domain.BOUNDARIES], counts[Domain.REST], counts[Domain.PEER_SUPPORT]) == (26, 26, 26)
    assert max(counts[domain] for domain in STEAM) - min(counts[domain] for domain in STEAM) <= 6


@pytest.mark.parametrize("lines", ROUGH, indirect=True)
def test_rough_days_are_followed_by_gentle_ones(lines: list[Line]) -> None:
    """What comes beside the mark, and whatever comes on the next day."""
    beside = {line.day for line in lines if line.beside}
    soft = [line for line in lines if line.beside or line.day - timedelta(days=1) in beside]
    assert len(beside) >= 30
    assert all(line.prompt.gentle for line in soft)


@pytest.mark.parametrize("lines", YEARS, indirect=True)
def test_the_other_side_of_a_moment_comes_within_its_week(lines: list[Line]) -> None:
    """Never before the first side, and not without it; in a year of weekdays nearly all pairs come."""
    last: dict[str, date] = {}
    for line in lines:
        if refers_to(line.prompt):
            assert line.prompt.pair is not None
            assert line.day - last[line.prompt.pair] <= timedelta(days=7)
        last[line.prompt.id] = line.day
    assert sum(refers_to(BY_ID[prompt]) for prompt in last) >= 10


@pytest.mark.parametrize(
    ("lines", "days"), [*((year, 330) for year in YEARS), *((year, 60) for year in ROUGH)], indirect=["lines"]
)
def test_what_comes_is_new_for_long(lines: list[Line], days: int) -> None:
    """For eleven months where no day is rough, for two where every eighth is: so long gentle ones rest."""
    first = [line.prompt.id for line in lines if line.day < MONDAY + timedelta(days=days)]
    assert len(first) == len(set(first))


@pytest.mark.parametrize("lines", ROUGH, indirect=True)
def test_a_rough_year_brings_few_check_ins_back(lines: list[Line]) -> None:
    """Up to ten, and none that had not rested."""
    seen: dict[str, date] = {}
    again = []
    for line in lines:
        if line.prompt.id in seen:
            rest = GENTLE_REPEAT_AFTER if line.prompt.gentle else REPEAT_AFTER
            assert line.day - seen[line.prompt.id] >= rest
            again.append(line)
        seen[line.prompt.id] = line.day
    assert len([line for line in again if not line.beside]) <= 10


def test_every_topic_has_its_words() -> None:
    """Whoever lets a topic rest reads what it is."""
    assert tuple(TOPICS) == tuple(Domain)


async def _month(house: World, *, skips: bool) -> list[Prompt]:
    """Let four weeks pass; return what was asked, in order."""
    await house.settle_in()
    while house.clock.now() < FIRST_SLOT + MONTH - timedelta(days=1):
        for card in await house.until(house.clock.now() + timedelta(days=1)):
            if skips:
                assert card_of(await house.press(control(card, "checkin.skip"))).text == "Fine."
            else:
                await house.pick(card, "checkin.energy", 3)
    return [BY_ID[prompt] for run in house.runs if (prompt := house.prompt(run)) is not None]


@pytest.mark.parametrize("skips", [False, True])
async def test_a_month_of_weekdays_through_the_door(*, skips: bool) -> None:
    """Twenty questions, none tender, no domain twice running; passing them changes none of it."""
    with world(LIBRARY) as house:
        asked = await _month(house, skips=skips)
    assert len(asked) == 20
    assert {prompt.domain for prompt in asked} >= {*STEAM, Domain.BOUNDARIES, Domain.PEER_SUPPORT}
    assert all(prompt.sensitivity < Sensitivity.TENDER for prompt in asked)
    assert all(one.domain is not two.domain for one, two in pairwise(asked))


async def test_every_question_of_the_library_fits_a_check_in() -> None:
    """Each prompt that may come is drawn as a card that a surface can hold."""
    for prompt in LIBRARY:
        with world([prompt]) as house:
            await house.settle_in()
            [card] = await house.until(FIRST_SLOT)
            is_first = prompt.pair is None or prompt.pair > prompt.id
            if is_first and not needs_signature(prompt):
                assert prompt.text in card.text
                assert card.controls[-1].name == "help.now"
            else:
                assert prompt.text not in card.text
