"""The rules of rotation one by one, by example: each gives way only where it would leave nothing to ask."""

from __future__ import annotations

import operator
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from bot.domain.mix import Part, part_of
from bot.domain.prompts import STEAM, AudienceKind, Depth, Domain, Modality, Prompt, Sensitivity
from bot.domain.rotation import follow_up, kind_word, next_prompt, often_passed, opened_on
from bot.domain.rotation_past import (
    BALANCE_OVER,
    FAMILY_AFTER,
    GENTLE_REPEAT_AFTER,
    REPEAT_AFTER,
    SISTER_WITHIN,
    Asked,
    History,
)
from bot.domain.stock import Stock
from bot.domain.wishes import Wishes
from bot.testing.catalogue import invented_prompt
from bot.testing.chance import SeededChance

TODAY = date(2026, 7, 1)
ONE_DAY = timedelta(days=1)


def _prompt(
    name: str,
    domain: Domain = Domain.ACTIONS,
    family: str | None = None,
    modality: Modality = Modality.CHOICE,
    *,
    gentle: bool = False,
    pair: str | None = None,
) -> Prompt:
    return invented_prompt(
        f"made.{name}",
        text="What was near?",
        domain=domain,
        family=family,
        modality=modality,
        gentle=gentle,
        pair=pair and f"made.{pair}",
    )


def _ago(days: int | timedelta, name: str, *, passed: bool = False, beside: bool = False) -> Asked:
    before = days if isinstance(days, timedelta) else timedelta(days=days)
    return Asked(prompt=f"made.{name}", day=TODAY - before, passed=passed, beside=beside)


def _every(
    library: Sequence[Prompt], asked: Sequence[Asked], rough: Collection[date] = (), **wishes: object
) -> list[Prompt]:
    """Return what each draw gives."""
    history = History(asked=asked, rough_days=frozenset(rough))
    wished = replace(Wishes(), **wishes)  # type: ignore[arg-type]  # names and values stand in each test
    stock = Stock.of(library)
    draws = [SeededChance(str(seed)).below for seed in range(60)]
    found = [next_prompt(stock, history, wished, TODAY, draw) for draw in draws]
    return [chosen for chosen in found if chosen is not None]


def _offered(
    library: Sequence[Prompt], asked: Sequence[Asked], rough: Collection[date] = (), **wishes: object
) -> set[str]:
    """Return the names of all prompts that some draw gives."""
    return {one.id.removeprefix("made.") for one in _every(library, asked, rough, **wishes)}


@pytest.mark.parametrize(
    ("gentle", "rest"), [(False, REPEAT_AFTER), (True, GENTLE_REPEAT_AFTER)], ids=["plain", "gentle"]
)
def test_a_question_rests_for_half_a_year_a_gentle_one_for_two_months(
    *, gentle: bool, rest: timedelta
) -> None:
    """On the last day before it is too early, on the day itself it is not."""
    library = [_prompt("a", Domain.THOUGHTS, gentle=gentle), _prompt("b", gentle=gentle)]
    library.append(_prompt("last", Domain.MEANING))
    assert _offered(library, [_ago(rest, "b"), _ago(rest - ONE_DAY, "a"), _ago(1, "last")]) == {"b"}
    assert _offered(library, [_ago(rest, "b"), _ago(rest, "a"), _ago(1, "last")]) == {"a", "b"}


def test_what_is_new_comes_before_what_was_seen_and_then_what_was_seen_longest_ago() -> None:
    """Inside a topic, however long the others have rested."""
    library = [_prompt(name, Domain.THOUGHTS) for name in ("a", "b", "c")]
    library.append(_prompt("last", Domain.MEANING))
    seen = [_ago(300, "a"), _ago(250, "b"), _ago(1, "last")]
    assert _offered(library, seen) == {"c"}
    assert _offered([*library[:2], library[3]], seen) == {"a"}


def test_of_inner_topics_that_are_level_one_with_something_new_comes_first() -> None:
    """One ask more in four weeks is level, two are not; then the one that was asked least in all."""
    library = [_prompt("a0", Domain.THOUGHTS), _prompt("b0"), _prompt("b1"), _prompt("b2"), _prompt("b3")]
    library.append(_prompt("last", Domain.MEANING))
    old, last = _ago(200, "a0"), _ago(1, "last")
    assert _offered(library, [old, _ago(20, "b0"), last]) == {"b1", "b2", "b3"}
    assert _offered(library, [old, _ago(20, "b0"), _ago(15, "b1"), last]) == {"a0"}
    both = [_prompt("a1", Domain.THOUGHTS), *library]
    assert _offered(both, [_ago(201, "b3"), _ago(199, "b2"), old, last]) == {"a1"}


def test_the_last_new_gentle_ones_wait_for_a_hard_day() -> None:
    """An ordinary day brings one while over half of a topic's are new, or nothing else is."""
    gentle = [_prompt(f"g{number}", gentle=True) for number in range(4)]
    library = [*gentle, _prompt("plain"), _prompt("last", Domain.MEANING)]
    last = _ago(1, "last")
    assert "g3" in _offered(library, [_ago(90, "g0"), last])
    assert _offered(library, [_ago(90, "g0"), _ago(80, "g1"), last]) == {"plain"}
    assert _offered(library, [_ago(90, "g0"), _ago(80, "g1"), last], [TODAY]) == {"g2", "g3"}
    assert _offered(library, [_ago(90, "g0"), _ago(80, "g1"), _ago(70, "plain"), last]) == {"g2", "g3"}


@pytest.mark.parametrize(("since", "comes"), [(FAMILY_AFTER - ONE_DAY, {"b"}), (FAMILY_AFTER, {"a", "b"})])
def test_near_paraphrases_lie_ten_days_apart(since: timedelta, comes: set[str]) -> None:
    """Counted from the day on which a sister was asked, beside a check-in too."""
    library = [
        _prompt("a", Domain.THOUGHTS, "near"),
        _prompt("b", Domain.ACTIONS),
        _prompt("sister", Domain.SENSATIONS, "near"),
        _prompt("between", Domain.EMOTIONS),
    ]
    assert _offered(library, [_ago(since, "sister", beside=True), _ago(1, "between")]) == comes


def test_a_family_comes_early_rather_than_what_has_not_rested() -> None:
    """Where all else of its topic rests; while something of it has rested, that comes."""
    library = [_prompt("a", family="near"), _prompt("b", family="near"), _prompt("c"), _prompt("d")]
    library.append(_prompt("last", Domain.MEANING))
    asked = [_ago(40, "c"), _ago(6, "b"), _ago(1, "last")]
    assert _offered(library, asked) == {"d"}
    assert _offered(library, [_ago(41, "d"), *asked]) == {"a"}


@pytest.mark.parametrize(("since", "comes"), [(BALANCE_OVER - ONE_DAY, {"b"}), (BALANCE_OVER, {"a", "b"})])
def test_balance_looks_back_four_weeks(since: timedelta, comes: set[str]) -> None:
    """An inner domain that was asked within them waits for one that was not; passing it is an ask too."""
    library = [_prompt("a", Domain.THOUGHTS), _prompt("was", Domain.THOUGHTS), _prompt("b", Domain.EMOTIONS)]
    library += [_prompt("long-ago", Domain.EMOTIONS), _prompt("last", Domain.MEANING)]
    for passed in (False, True):
        asked = [_ago(99, "long-ago"), _ago(since, "was", passed=passed), _ago(1, "last")]
        assert _offered(library, asked) == comes


def test_after_three_for_words_comes_one_for_a_tap() -> None:
    """What comes beside a check-in does not count; where there is no tap, words come."""
    texts = [
        _prompt(name, domain, modality=Modality.TEXT)
        for name, domain in [("e", Domain.EMOTIONS), ("t", Domain.THOUGHTS), ("m", Domain.MENTALIZING)]
    ]
    library = [*texts, _prompt("word", Domain.ACTIONS, modality=Modality.TEXT), _prompt("tap", Domain.REST)]
    library.append(_prompt("small", Domain.SENSATIONS, gentle=True))
    three = [_ago(5, "e"), _ago(4, "t"), _ago(3, "m"), _ago(3, "small", beside=True)]
    assert _offered(library, three) == {"tap"}
    assert "word" in _offered(library, three[1:])
    assert _offered(library[:4], three) == {"word"}


def test_what_the_mix_lacks_comes_next() -> None:
    """After three inner domains and one of company, edges; where those rest, whatever is left."""
    library = [_prompt(domain, domain) for domain in Domain]
    asked = [_ago(5, "emotions"), _ago(4, "thoughts"), _ago(3, "meaning"), _ago(1, "sensations")]
    assert _offered(library, asked) == {"boundaries", "rest"}
    resting = frozenset({Domain.BOUNDARIES, Domain.REST})
    assert _offered(library, asked, muted=resting).isdisjoint(resting)
    assert _offered(library, [*asked[:3], _ago(1, "rest")]) == {"actions", "mentalizing", "sensations"}


def test_boundaries_and_peer_support_take_every_second_turn() -> None:
    """After rest, boundaries; after boundaries, rest; of the other wide ones the longest unasked."""
    library = [_prompt(f"{domain}{n}", domain) for domain in Domain for n in range(2)]
    inner = [_ago(4, "emotions0"), _ago(3, "thoughts0"), _ago(2, "actions0"), _ago(1, "meaning0")]
    assert _offered(library, [_ago(6, "rest0"), *inner]) == {"boundaries0", "boundaries1"}
    assert _offered(library, [_ago(6, "boundaries0"), *inner]) == {"rest0", "rest1"}
    edges = [*inner[:3], _ago(1, "rest0")]
    assert _offered(library, [_ago(6, "space0"), *edges]) == {"peer_support0", "peer_support1"}
    others = _offered(library, [_ago(9, "space0"), _ago(6, "peer_support0"), *edges])
    not_meant = {"boundaries", "rest", "peer_support", "space", *STEAM}
    assert {name[:-1] for name in others} == set(Domain) - not_meant


def test_of_the_other_wide_topics_one_with_something_new_comes_first() -> None:
    """However long ago one was asked of which everything was seen."""
    library = [_prompt(domain, domain) for domain in Domain] + [_prompt("new", Domain.STANCE)]
    others = [domain for domain in Domain if part_of(domain) is Part.COMPANY]
    asked = [_ago(300 - place, domain) for place, domain in enumerate(others)]
    asked += [_ago(9, "peer_support"), _ago(4, "emotions"), _ago(3, "thoughts"), _ago(2, "actions")]
    assert _offered(library, [*asked, _ago(1, "rest")]) == {"new"}


def test_peer_support_comes_early_where_the_others_have_nothing_rested() -> None:
    """And never late: where it is due itself, it comes again."""
    library = [_prompt(f"p{number}", Domain.PEER_SUPPORT) for number in range(3)]
    library.append(_prompt("space", Domain.SPACE))
    inner = [_ago(4, "emotions"), _ago(3, "thoughts"), _ago(2, "actions")]
    library += [_prompt(name, Domain(name)) for name in ("emotions", "thoughts", "actions")]
    library.append(_prompt("rest", Domain.REST))
    asked = [_ago(22, "space"), _ago(15, "p0"), *inner, _ago(1, "rest")]
    assert _offered(library, asked) == {"p1", "p2"}


def test_a_dry_turn_brings_what_was_seen_longest_ago() -> None:
    """The mix and its turns hold."""
    library = [
        _prompt("p", Domain.PEER_SUPPORT),
        _prompt("q", Domain.PEER_SUPPORT),
        _prompt("space", Domain.SPACE),
    ]
    library += [_prompt(domain, domain) for domain in (Domain.THOUGHTS, Domain.ACTIONS)]
    asked = [_ago(40, "p"), _ago(20, "q"), _ago(15, "space")]
    asked += [_ago(4, "emotions"), _ago(3, "thoughts"), _ago(2, "actions")]
    assert _offered(library, asked) == {"p"}


def test_a_single_prompt_comes_again_rather_than_nothing() -> None:
    """Every rule gives way before a check-in without a question."""
    assert _offered([_prompt("a")], [_ago(1, "a")]) == {"a"}


def test_what_left_the_library_is_forgotten() -> None:
    """A retired prompt in the history holds nothing back and is never offered."""
    assert _offered([_prompt("a")], [_ago(2, "a"), _ago(1, "retired")]) == {"a"}


def test_nothing_guarded_is_pushed_even_where_nothing_else_is_left() -> None:
    """No rule gives way here: rather no question than that one."""
    guarded = replace(_prompt("guarded"), sensitivity=Sensitivity.GUARDED)
    assert _offered([guarded], []) == set()
    assert _offered([guarded, _prompt("a")], [_ago(1, "a")]) == {"a"}


@pytest.mark.parametrize(("days", "comes"), [(0, set()), (1, set()), (3, set()), (4, {"tender"})])
def test_nothing_tender_is_pushed_for_three_days_after_a_rough_one(days: int, comes: set[str]) -> None:
    """Were it all there is; then it may come, and never beside a check-in."""
    tender = replace(_prompt("tender"), sensitivity=Sensitivity.TENDER)
    rough = {TODAY - timedelta(days=days)}
    assert _offered([tender], [], rough) == comes
    gentle, history = replace(tender, gentle=True), History(rough_days=frozenset(rough))
    assert follow_up(Stock.of([gentle]), history, Wishes(), TODAY, SeededChance("x").below) is None


def test_what_is_opened_may_be_tender_and_long_and_is_not_what_came_lately() -> None:
    """Of the topic that was chosen alone, and not what was retired; what has not rested comes last."""
    plain, other = _prompt("plain"), _prompt("other", Domain.SPACE)
    guarded = replace(_prompt("guarded"), sensitivity=Sensitivity.GUARDED, depth=Depth.LONG)
    library, draw = Stock.of([plain, other, guarded]), SeededChance("x").below
    asked = History(asked=[_ago(9, "plain")], rough_days=frozenset({TODAY}))
    opened = partial(opened_on, Domain.ACTIONS, library, today=TODAY, draw=draw)
    assert opened(asked) is guarded
    assert opened(asked, held=frozenset({guarded.id})) is plain
    assert opened(History(), held=frozenset({plain.id, guarded.id})) is None


def test_what_is_meant_for_others_does_not_come() -> None:
    """Neither a team's prompt, nor another language, nor what takes longer or rests."""
    team = replace(_prompt("team"), audience=(AudienceKind.TEAM,))
    other, long = replace(_prompt("other"), locale="mi"), replace(_prompt("long"), depth=Depth.LONG)
    library = [team, other, long, _prompt("resting", Domain.SPACE)]
    assert _offered(library, [], longest=Depth.MEDIUM, muted=frozenset({Domain.SPACE})) == set()
    assert _offered([*library, _prompt("a")], [], longest=Depth.MEDIUM, muted={Domain.SPACE}) == {"a"}


@pytest.mark.parametrize(("days", "comes"), [(0, {"g"}), (1, {"g"}), (2, {"plain"})])
def test_a_rough_day_and_the_next_are_gentle(days: int, comes: set[str]) -> None:
    """Then it is as before."""
    library = [_prompt("g", Domain.ACTIONS, gentle=True), _prompt("plain", Domain.THOUGHTS)]
    assert _offered(library, [_ago(20, "g")], [TODAY - timedelta(days=days)]) == comes


def test_where_nothing_gentle_is_left_it_is_short_and_a_tap() -> None:
    """A small library does what it can."""
    short = _prompt("short")
    library = [short, _prompt("words", modality=Modality.TEXT), replace(_prompt("long"), depth=Depth.LONG)]
    assert _offered(library, [], [TODAY]) == {"short"}
    assert _offered(library[1:], [], [TODAY]) == {"words"}


PAIR = [
    _prompt("a", Domain.MENTALIZING, pair="b"),
    _prompt("b", Domain.MENTALIZING, pair="a"),
    *(_prompt(domain, domain) for domain in Domain if domain is not Domain.MENTALIZING),
]


def test_a_later_sister_waits_for_the_first() -> None:
    """By itself it never comes, were it all there is."""
    assert _offered(PAIR[1:2], []) == set()
    assert "b" not in _offered(PAIR, [_ago(1, "emotions")])


@pytest.mark.parametrize(
    ("since", "comes"), [(2, True), (SISTER_WITHIN.days, True), (SISTER_WITHIN.days + 1, False)]
)
def test_a_later_sister_comes_before_others_for_a_week(since: int, *, comes: bool) -> None:
    """Ahead of what was asked less, but not once the moment is far, passed, or spoken of already."""
    lately = _ago(1, "rest")
    assert ("b" in _offered(PAIR, [_ago(since, "a"), lately])) is comes
    assert "b" not in _offered(PAIR, [_ago(since, "a", passed=True), lately])
    assert "b" not in _offered(PAIR, [_ago(3, "a"), _ago(2, "b"), lately])
    assert "b" not in _offered(PAIR, [_ago(1, "a")])


def test_something_small_is_gentle_or_nothing() -> None:
    """It keeps away from today's topic while another is left."""
    library = [_prompt("g", gentle=True), _prompt("h", Domain.REST, gentle=True), _prompt("plain")]
    first = partial(operator.mul, 0)
    found = follow_up(Stock.of(library), History(asked=[_ago(0, "plain")]), Wishes(), TODAY, first)
    assert found is not None
    assert found.id == "made.h"
    assert follow_up(Stock.of(library[2:]), History(), Wishes(), TODAY, first) is None
    muted = Wishes(muted=frozenset({Domain.ACTIONS, Domain.REST}))
    assert follow_up(Stock.of(library), History(), muted, TODAY, first) is None


def test_something_small_leaves_what_has_a_turn_of_its_own() -> None:
    """Boundaries, rest and peer support come every fortnight anyway, or where nothing else is gentle."""
    on_time = [Domain.BOUNDARIES, Domain.REST, Domain.PEER_SUPPORT]
    library = [_prompt(domain, domain, gentle=True) for domain in (*on_time, Domain.SPACE)]
    draws = [SeededChance(str(seed)).below for seed in range(20)]

    def small(library: Sequence[Prompt]) -> set[Domain]:
        stock = Stock.of([*library, _prompt("last", Domain.MEANING)])
        asked = History(asked=[_ago(70, "space"), _ago(1, "last")])
        found = [follow_up(stock, asked, Wishes(), TODAY, draw) for draw in draws]
        return {prompt.domain for prompt in found if prompt is not None}

    assert small(library) == {Domain.SPACE}
    assert small(library[:3]) == set(on_time)


def test_a_kind_word_is_gentle_or_short_where_there_is_one() -> None:
    """And there is none where the topic rests."""
    kind = [replace(_prompt("slow", Domain.SELF_COMPASSION), depth=Depth.MEDIUM)]
    kind += [_prompt("short", Domain.SELF_COMPASSION), _prompt("g", Domain.SELF_COMPASSION, gentle=True)]
    for count, name in [(3, "made.g"), (2, "made.short"), (1, "made.slow")]:
        found = kind_word(Stock.of(kind[:count]), History(), Wishes(), TODAY, partial(operator.mul, 0))
        assert found is kind[count - 1]
        assert found.id == name
    muted = Wishes(muted=frozenset({Domain.SELF_COMPASSION}))
    assert kind_word(Stock.of(kind), History(), muted, TODAY, partial(operator.mul, 0)) is None


def test_three_passed_within_four_weeks_are_often() -> None:
    """Of one domain; answered ones, older ones and what came beside a check-in do not count."""
    library = Stock.of([_prompt("a", Domain.REST), _prompt("b", Domain.REST), _prompt("c", Domain.SPACE)])
    passed = [_ago(20, "a", passed=True), _ago(10, "b", passed=True)]
    assert often_passed(library, History(asked=[*passed, _ago(1, "c", passed=True)]), TODAY) == frozenset()
    for one in (_ago(1, "a"), _ago(1, "a", passed=True, beside=True)):
        assert often_passed(library, History(asked=[*passed, one]), TODAY) == frozenset()
    early = _ago(BALANCE_OVER, "a", passed=True)
    assert often_passed(library, History(asked=[early, *passed]), TODAY) == frozenset()
    third = [*passed, _ago(1, "a", passed=True)]
    assert often_passed(library, History(asked=third), TODAY) == {Domain.REST}
