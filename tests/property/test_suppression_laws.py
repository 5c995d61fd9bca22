"""Laws of figures about a group: enough people, coarse, once, and nobody found by laying two side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations
from statistics import median
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.organisations import MOST_GROUP
from bot.domain.suppression import (
    ALONE,
    GROUPS_KEPT,
    NOTHING_TOLD,
    Closed,
    Counts,
    Middle,
    NotShown,
    Split,
    Told,
    Why,
    Window,
    counts,
    fewest,
    middle,
)

NOON = datetime(2026, 1, 8, 16, tzinfo=UTC)
WEEK = timedelta(days=7)
OPTIONS = ("full", "half", "fumes", "other word")
PEOPLE = [UUID(int=number) for number in range(1, 41)]
FLOORS = st.integers(-1, MOST_GROUP)

steps = st.lists(st.integers(1, 5), max_size=30)
choices = st.lists(st.sampled_from(OPTIONS), max_size=30)
groups = st.frozensets(st.sampled_from(PEOPLE[:14]), min_size=8)


def _group(size: int) -> frozenset[UUID]:
    return frozenset(PEOPLE[:size])


def _chosen(answers: Sequence[str]) -> Window[str]:
    """A window in which everybody answered."""
    return Window(closes=NOON, members=_group(len(answers)), answers=dict(zip(PEOPLE, answers, strict=False)))


def _marked(answers: Sequence[int], members: frozenset[UUID] | None = None, week: int = 0) -> Window[int]:
    people = sorted(_group(len(answers)) if members is None else members)
    return Window(
        closes=NOON + week * WEEK,
        members=frozenset(people),
        answers=dict(zip(people, answers, strict=True)),
    )


def _figure(*heads: int) -> Counts | Split[Counts] | NotShown:
    """What is told where so many chose each of as many options."""
    options = [f"option {place}" for place in range(len(heads))]
    answers = [option for option, many in zip(options, heads, strict=True) for _ in range(many)]
    return counts(_chosen(answers), options, NOTHING_TOLD).figure


def _all_heads(people: int, options: int) -> Iterator[tuple[int, ...]]:
    """Every way in which so many people can choose among so many options."""
    for bars in combinations(range(people + options - 1), options - 1):
        ends = (-1, *bars, people + options - 1)
        yield tuple(ends[place + 1] - ends[place] - 1 for place in range(options))


@given(choices, steps, FLOORS)
def test_no_figure_is_about_fewer_than_the_floor(chosen: list[str], marked: list[int], floor: int) -> None:
    """Five for counts, eight for scores, and the organisation's own smallest group where that is larger."""
    told = counts(_chosen(chosen), OPTIONS, NOTHING_TOLD, floor=floor).figure
    if len(chosen) < max(5, floor):
        assert told == NotShown(why=Why.TOO_FEW)
    elif isinstance(told, Counts):
        assert len(chosen) >= told.band >= max(5, floor)
    scored = middle(_marked(marked), NOTHING_TOLD, floor=floor).figure
    if len(marked) < max(8, floor):
        assert scored == NotShown(why=Why.TOO_FEW)
    elif isinstance(scored, Middle):
        assert len(marked) >= scored.band >= max(8, floor)


def test_four_answers_have_no_counts_and_five_have() -> None:
    """And of seven there is no middle, while of eight there is."""
    assert _figure(4, 0) == NotShown(why=Why.TOO_FEW)
    five = _figure(5, 0)
    assert isinstance(five, Counts)
    assert five.band == 5
    assert middle(_marked([2] * 7), NOTHING_TOLD).figure == NotShown(why=Why.TOO_FEW)
    assert middle(_marked([2] * 4 + [3] * 4), NOTHING_TOLD).figure == Middle(band=8, median=2.5)


@pytest.mark.parametrize("people", [5, 7, 8, 9, 13, 19, 30])
def test_raising_the_floor_step_by_step_never_finds_the_number(people: int) -> None:
    """All that anybody hears of it is which band is reached, whatever is set."""
    bands = {5: 7, 7: 7, 8: 9, 9: 9, 13: 19, 19: 19, 30: 39}
    heard = [middle(_marked([3] * people), NOTHING_TOLD, floor=floor).figure for floor in range(5, 101)]
    most = bands[people]
    assert heard == [middle(_marked([3] * most), NOTHING_TOLD, floor=floor).figure for floor in range(5, 101)]
    assert fewest(5, 6) == fewest(5, 8) == 8
    assert fewest(8, 9) == 10


@given(st.lists(st.integers(1, 5), min_size=8, max_size=30))
def test_a_score_is_the_middle_in_halves_and_nothing_else(marked: list[int]) -> None:
    """It is the same whoever gave which answer."""
    told = middle(_marked(marked), NOTHING_TOLD).figure
    assert told == Middle(band=8, median=median(marked))
    assert (told.median * 2).is_integer()
    assert middle(_marked(sorted(marked)), NOTHING_TOLD).figure == told


@given(choices)
def test_it_plays_no_part_who_chose_what(chosen: list[str]) -> None:
    """Who sees a figure sees the same if two people change places."""
    told = counts(_chosen(chosen), OPTIONS, NOTHING_TOLD).figure
    assert counts(_chosen(sorted(chosen)), OPTIONS, NOTHING_TOLD).figure == told


@given(choices)
def test_shares_come_in_steps_of_ten(chosen: list[str]) -> None:
    """Each in its place among the options; what stands there is more than nothing."""
    told = counts(_chosen(chosen), OPTIONS, NOTHING_TOLD).figure
    if not isinstance(told, Counts):
        return
    named = [share.option for share in told.shares]
    assert named == [option for option in OPTIONS if option in named]
    assert all(share.percent in range(10, 101, 10) for share in told.shares)
    assert told.other in range(0, 101, 10)
    assert 80 <= told.other + sum(share.percent for share in told.shares) <= 120


@pytest.mark.parametrize(("options", "most"), [(2, 30), (3, 24), (4, 16), (5, 12)])
def test_no_figure_gives_away_what_one_or_two_chose(options: int, most: int) -> None:
    """Nor that everybody chose the same. In every group there can be, for who knows how many answered.

    Also for one of them who knows what they chose themselves: of any other option it stays open whether
    nobody chose it, or more than two did.
    """
    could_be: defaultdict[tuple[int, object], list[set[int]]] = defaultdict(
        lambda: [set() for _ in range(options)]
    )
    seen_by: defaultdict[tuple[int, object, int, int], set[int]] = defaultdict(set)
    for people in range(5, most + 1):
        for heads in _all_heads(people, options):
            told = _figure(*heads)
            if isinstance(told, NotShown):
                assert told.why is Why.SCATTERED
                continue
            key = (people, repr(told))
            for option, many in enumerate(heads):
                could_be[key][option].add(many)
                for own in range(options):
                    if own != option and heads[own]:
                        seen_by[(*key, own, option)].add(many)
    alone = set(range(1, ALONE + 1))
    assert could_be
    for (people, _), each in could_be.items():
        assert not any(known <= alone or known == {people} for known in each)
    assert not any(known <= alone for known in seen_by.values())


def test_other_never_stands_for_one_or_two() -> None:
    """They are laid to the others, and it looks as if nobody had stood alone."""
    assert _figure(7, 4, 1, 0) == _figure(8, 4, 0, 0)
    assert _figure(6, 4, 1, 1) == _figure(7, 5, 0, 0)
    assert _figure(12, 0) == _figure(11, 1) == _figure(10, 2)
    spread = _figure(7, 2, 2, 0)
    assert isinstance(spread, Counts)
    assert (spread.shares[0].percent, spread.other) == (60, 40)
    joined = _figure(6, 4, 2, 2)
    assert isinstance(joined, Counts)
    assert [share.option for share in joined.shares] == ["option 0"]
    assert _figure(2, 2, 2, 2) == _figure(3, 2, 2, 1) == NotShown(why=Why.SCATTERED)


@pytest.mark.parametrize(("options", "most"), [(2, 30), (3, 24), (4, 16)])
def test_what_leads_was_chosen_by_half_of_all(options: int, most: int) -> None:
    """The one option, or the two together; and no option that was not named was chosen more often."""
    for people in range(5, most + 1):
        for heads in _all_heads(people, options):
            told = _figure(*heads)
            if not isinstance(told, Counts) or not told.leading:
                continue
            led = [heads[int(option.removeprefix("option "))] for option in told.leading]
            assert 2 * sum(led) >= people
            assert sorted(led) == sorted(heads)[-len(led) :]


def test_how_a_circle_arrived_can_be_said() -> None:
    """Mostly half tank; or the two that share it; or neither, where answers lie apart."""
    half = counts(_chosen(["half"] * 6 + ["full"] * 3), OPTIONS, NOTHING_TOLD).figure
    assert isinstance(half, Counts)
    assert (half.band, half.leading) == (8, ("half",))
    shared = counts(_chosen(["half"] * 4 + ["fumes"] * 4), OPTIONS, NOTHING_TOLD).figure
    assert isinstance(shared, Counts)
    assert shared.leading == ("half", "fumes")
    apart = counts(_chosen(["half"] * 4 + ["fumes"] * 4 + ["full"] * 4), OPTIONS, NOTHING_TOLD).figure
    assert isinstance(apart, Counts)
    assert apart.leading == ()


@given(steps, st.integers(0, 12), st.integers(1, 5))
def test_answers_of_who_was_not_there_all_the_time_are_not_read(
    marked: list[int], outsiders: int, answer: int
) -> None:
    """Who joined in the middle, left in the middle, or never was a member moves nothing."""
    inside = _marked(marked)
    others = dict.fromkeys((UUID(int=1000 + number) for number in range(outsiders)), answer)
    mixed = Window(closes=inside.closes, members=inside.members, answers={**others, **inside.answers})
    assert middle(mixed, NOTHING_TOLD) == middle(inside, NOTHING_TOLD)


@given(choices, choices, st.integers(0, 3))
def test_a_window_is_closed_once(first: list[str], second: list[str], earlier: int) -> None:
    """A late answer, a leaving, an erasing: whatever it holds now, nothing is told; of earlier ones too."""
    closed = counts(_chosen(first), OPTIONS, NOTHING_TOLD)
    late = _chosen(second)
    again = Window(closes=NOON - earlier * WEEK, members=late.members, answers=late.answers)
    assert counts(again, OPTIONS, closed.told) == Closed(figure=NotShown(why=Why.CLOSED), told=closed.told)


@given(st.lists(groups, min_size=2, max_size=GROUPS_KEPT))
def test_no_two_groups_that_were_told_of_differ_by_one_or_two(every: list[frozenset[UUID]]) -> None:
    """Not only one after the other: none of them and any other of the last dozen."""
    told: Told = NOTHING_TOLD
    shown: list[frozenset[UUID]] = []
    for week, group in enumerate(every):
        closed = middle(_marked([3] * len(group), group, week), told)
        told = closed.told
        if closed.figure == NotShown(why=Why.HELD):
            assert any(0 < len(group ^ before) <= ALONE for before in shown)
        else:
            assert isinstance(closed.figure, Middle)
            shown.append(group)
    assert not any(0 < len(one ^ other) <= ALONE for one, other in combinations(shown, 2))


def test_a_group_that_lost_one_waits_until_more_changed() -> None:
    """It waits for as long as the difference would be one person, or two; a group as it was is told of."""
    ten, nine, seven = _group(11), _group(10), _group(8)
    told = middle(_marked([3] * 11, ten), NOTHING_TOLD).told
    for week in (1, 2, 3):
        closed = middle(_marked([3] * 10, nine, week), told)
        assert closed.figure == NotShown(why=Why.HELD)
        told = closed.told
    back = middle(_marked([3] * 11, ten, 4), told)
    fewer = middle(_marked([3] * 8, seven, 5), back.told)
    assert isinstance(back.figure, Middle)
    assert isinstance(fewer.figure, Middle)


@given(
    st.lists(st.integers(1, 5), min_size=1, max_size=7), st.lists(st.integers(1, 5), min_size=7, max_size=7)
)
def test_below_the_floor_two_worlds_look_the_same(marked: list[int], others: list[int]) -> None:
    """Whatever fewer than eight answered, who looks at it sees the same, and so does the next closing."""
    assert middle(_marked(marked), NOTHING_TOLD) == middle(_marked(others[: len(marked)]), NOTHING_TOLD)


@given(choices, st.lists(st.sampled_from(["day", "night", None]), min_size=30, max_size=30))
def test_a_split_is_told_only_if_every_side_passes(chosen: list[str], sided: list[str | None]) -> None:
    """What is on no side has to pass, too. The whole is not told beside its sides, nor one side alone."""
    window = _chosen(chosen)
    sides = {who: side for who, side in zip(PEOPLE, sided, strict=False) if side is not None}
    whole = counts(window, OPTIONS, NOTHING_TOLD)
    split = counts(window, OPTIONS, NOTHING_TOLD, sides=sides)
    on_side = [sided[: len(chosen)].count(side) for side in ("day", "night", None)]
    if not isinstance(split.figure, Split):
        assert split == whole
        return
    assert set(split.figure.sides) <= {"day", "night"}
    assert all(many == 0 or many >= 5 for many in on_side)
    assert whole.told.groups[-1] in split.told.groups


def test_of_twelve_no_split_into_eight_and_four_is_told() -> None:
    """Into eight and eight it is, of sixteen; and not again after one of them changed sides."""
    sides = dict.fromkeys(PEOPLE[:8], "early") | dict.fromkeys(PEOPLE[8:16], "late")
    twelve = middle(_marked([2] * 8 + [4] * 4), NOTHING_TOLD, sides=sides)
    assert twelve.figure == Middle(band=8, median=2)
    marked = [2] * 8 + [4] * 8
    both = middle(_marked(marked), NOTHING_TOLD, sides=sides)
    assert both.figure == Split(sides={"early": Middle(band=8, median=2), "late": Middle(band=8, median=4)})
    nine = [*marked, 2, 2]
    more = sides | dict.fromkeys(PEOPLE[16:18], "early")
    ten = middle(_marked(nine), NOTHING_TOLD, sides=more)
    assert isinstance(ten.figure, Split)
    moved = middle(_marked(nine, _group(18), 1), ten.told, sides=more | {PEOPLE[0]: "late"})
    assert isinstance(moved.figure, Middle)


def test_no_print_holds_answers_or_groups() -> None:
    """A line of a log that prints them says how many at the most."""
    closed = middle(_marked([3] * 9), NOTHING_TOLD)
    shown = repr(_marked([3] * 9)) + repr(closed)
    assert not any(str(who) in shown for who in PEOPLE)
    assert "answers" not in shown
