"""Laws of rotation over libraries that are never dry: each rule holds on every day, whatever is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.mix import MIX, part_of
from bot.domain.prompts import STEAM, Depth, Domain, Modality, Prompt, Sensitivity
from bot.domain.reviews import Decision, Shelf, Verdict, needs_signature
from bot.domain.rotation import TEXTS_RUNNING, opened_on
from bot.domain.rotation_past import FAMILY_AFTER, GENTLE_REPEAT_AFTER, REPEAT_AFTER, Asked, History
from bot.domain.stock import Stock
from bot.domain.wishes import Wishes
from bot.testing.catalogue import invented_prompt
from bot.testing.chance import SeededChance
from tests.examples import examples
from tests.made_library import made_library
from tests.property.rotation_diary import MONDAY, Line, checkins, diary, rich_library

RICH = rich_library(16)
SMALL = rich_library(6)
"""It has come round within some months."""
A_FEW = examples(12)
"""Months of asks are long stories."""
ONE_DAY = timedelta(days=1)
TENDER = tuple(replace(one, sensitivity=Sensitivity(place % 4)) for place, one in enumerate(rich_library(6)))
"""The same in all four sensitivities."""
OWN_WORDS = "What was near you, in our words?"

prompts = st.builds(
    lambda number, domain, family, sensitivity, modality, gentle: invented_prompt(
        f"made.{number:03}",
        text="What was near you today?",
        domain=domain,
        family=f"family-{family}",
        sensitivity=sensitivity,
        modality=modality,
        gentle=gentle,
    ),
    st.integers(0, 60),
    st.sampled_from(Domain),
    st.integers(0, 8),
    st.sampled_from(Sensitivity),
    st.sampled_from([Modality.TEXT, Modality.CHOICE]),
    st.booleans(),
)
libraries = st.lists(prompts, min_size=1, max_size=12, unique_by=lambda prompt: prompt.id)
seeds = st.text(max_size=3)
rough_days = st.sets(st.integers(0, 41), max_size=6)
decided = st.lists(st.none() | st.sampled_from(Verdict), min_size=12, max_size=12)
some_domains = st.frozensets(st.sampled_from(Domain), max_size=6)


def _decision(prompt: Prompt, verdict: Verdict) -> Decision:
    """Return what an organisation decided of a prompt as it stands."""
    return Decision(
        about=prompt.id,
        version=prompt.version,
        verdict=verdict,
        role="clinical lead",
        on=MONDAY,
        at=datetime(2026, 1, 5, 9, tzinfo=UTC),
        words=OWN_WORDS if verdict is Verdict.EDITED else "",
    )


def _is_rough(line: Line, rough: set[int]) -> bool:
    """Whether a line comes on a rough day, after its mark, or on the day that follows."""
    today = (line.day - MONDAY).days
    return today - 1 in rough or (line.beside and today in rough)


@A_FEW
@given(seeds)
def test_any_five_in_a_row_hold_the_mix(seed: str) -> None:
    """Three inner domains, one of boundaries or rest, one of peer support or another wide domain."""
    parts = [part_of(prompt.domain) for prompt in checkins(diary(RICH, 84, seed))]
    windows = [Counter(parts[start : start + 5]) for start in range(len(parts) - 4)]
    assert windows == [Counter(MIX)] * 56


def test_the_order_of_the_mix_is_drawn() -> None:
    """Not everybody is asked about edges on the same day of the week."""
    first = {tuple(part_of(p.domain) for p in checkins(diary(RICH, 5, str(seed)))) for seed in range(40)}
    assert len(first) > 10


@A_FEW
@given(seeds, rough_days)
def test_boundaries_and_peer_support_come_within_every_fortnight(seed: str, rough: set[int]) -> None:
    """Counted from the first day on, for who is asked on weekdays; what comes beside puts no turn off."""
    lines = [line for line in diary(RICH, 84, seed, rough=rough) if not line.beside]
    for domain in (Domain.BOUNDARIES, Domain.PEER_SUPPORT):
        days = [MONDAY, *(line.day for line in lines if line.prompt.domain is domain)]
        assert max(after - before for before, after in pairwise(days)) <= timedelta(days=14)


@A_FEW
@given(seeds)
def test_turns_are_shared(seed: str) -> None:
    """Rest as often as boundaries, all other wide domains together as often as peer support."""
    counts = Counter(prompt.domain for prompt in checkins(diary(RICH, 70, seed)))
    others = sum(count for domain, count in counts.items() if str(part_of(domain)) == "company")
    assert (counts[Domain.BOUNDARIES], counts[Domain.REST]) == (5, 5)
    assert (counts[Domain.PEER_SUPPORT], others) == (5, 10)
    assert max(counts[domain] for domain in STEAM) - min(counts[domain] for domain in STEAM) <= 3


@A_FEW
@given(seeds, rough_days)
def test_no_domain_comes_twice_running(seed: str, rough: set[int]) -> None:
    """Nor does a check-in ask what something small beside the one before asked about."""
    lines = diary(RICH, 42, seed, rough=rough)
    assert [one for one, two in pairwise(lines) if one.prompt.domain is two.prompt.domain] == []
    found = checkins(lines)
    assert [one for one, two in pairwise(found) if one.domain is two.domain] == []


@A_FEW
@given(seeds)
def test_words_are_asked_for_three_times_running_at_most(seed: str) -> None:
    """Then comes one that a tap answers."""
    texts = [prompt.modality is Modality.TEXT for prompt in checkins(diary(RICH, 84, seed))]
    assert not any(all(texts[start : start + TEXTS_RUNNING + 1]) for start in range(len(texts) - 3))


@A_FEW
@given(seeds, rough_days)
def test_nothing_returns_early_and_near_paraphrases_keep_apart(seed: str, rough: set[int]) -> None:
    """180 days, 60 for a gentle one, ten for a family."""
    lines = diary(RICH, 42, seed, rough=rough)
    for place, line in enumerate(lines):
        rest = GENTLE_REPEAT_AFTER if line.prompt.gentle else REPEAT_AFTER
        before = lines[:place]
        assert line.prompt.id not in {one.prompt.id for one in before if one.day > line.day - rest}
        assert line.prompt.family not in {
            one.prompt.family for one in before if one.day > line.day - FAMILY_AFTER
        }


@A_FEW
@given(seeds)
def test_nothing_returns_while_its_topic_has_something_new(seed: str) -> None:
    """Within a year, whatever is drawn; and then what was seen longest ago of those that may come."""
    lines, seen = diary(SMALL, 140, seed), dict[str, date]()
    for place, line in enumerate(lines):
        its = {one.id for one in SMALL if one.domain is line.prompt.domain}
        if all(one.prompt.modality is Modality.TEXT for one in lines[max(0, place - 3) : place]):
            its = {one.id for one in SMALL if one.id in its and one.modality is not Modality.TEXT}
        if line.prompt.id in seen:
            assert its <= seen.keys()
        seen[line.prompt.id] = line.day
    assert len(lines) > len(seen)


@examples(4)
@given(seeds)
def test_inner_topics_stay_level_where_one_is_thinned_out(seed: str) -> None:
    """Where nobody signed what is tender: over a year they differ by six asks at the most."""
    lines = diary(made_library(), 364, seed, shelf=Shelf())
    counts = Counter(line.prompt.domain for line in lines)
    assert max(counts[domain] for domain in STEAM) - min(counts[domain] for domain in STEAM) <= 6


@A_FEW
@given(seeds, rough_days)
def test_what_comes_beside_takes_nothing_from_a_turn(seed: str, rough: set[int]) -> None:
    """Boundaries, rest and peer support have turns of their own."""
    lines = diary(RICH, 42, seed, rough=rough)
    on_time = {Domain.BOUNDARIES, Domain.REST, Domain.PEER_SUPPORT}
    assert on_time.isdisjoint({line.prompt.domain for line in lines if line.beside})


@A_FEW
@given(seeds, rough_days)
def test_after_a_rough_day_what_comes_is_gentle(seed: str, rough: set[int]) -> None:
    """What follows the mark, and the check-in of the next day."""
    lines = diary(RICH, 42, seed, rough=rough)
    assert all(line.prompt.gentle for line in lines if _is_rough(line, rough))


@A_FEW
@given(seeds, rough_days)
def test_nothing_tender_comes_for_three_days_after_a_rough_one(seed: str, rough: set[int]) -> None:
    """Nor ever beside a check-in; guarded ones never come at all, and on other days tender ones do."""
    lines = diary(TENDER, 42, seed, rough=rough)
    tender = [line for line in lines if line.prompt.sensitivity >= Sensitivity.TENDER]
    for line in tender:
        day = (line.day - MONDAY).days
        assert line.prompt.sensitivity is Sensitivity.TENDER
        assert not line.beside
        assert rough.isdisjoint({day - 1, day - 2, day - 3})
    assert tender or rough


@given(libraries, seeds, rough_days, decided, st.booleans())
def test_what_nobody_signed_here_never_comes_by_itself(
    library: list[Prompt],
    seed: str,
    rough: set[int],
    verdicts: Sequence[Verdict | None],
    only_reviewed: bool,  # noqa: FBT001 - Hypothesis passes by place
) -> None:
    """Tender or close to home only where it was signed, all else as the organisation set; retired never."""
    decisions = [_decision(one, verdict) for one, verdict in zip(library, verdicts, strict=False) if verdict]
    shelf = Shelf(decisions={one.about: one for one in decisions}, only_reviewed=only_reviewed)
    verdict_of = {one.about: one.verdict for one in decisions}
    for line in diary(library, 21, seed, rough=rough, shelf=shelf):
        verdict = verdict_of.get(line.prompt.id)
        assert verdict is not Verdict.RETIRED
        assert verdict is not None or not (only_reviewed or needs_signature(line.prompt))
        assert (line.prompt.text == OWN_WORDS) == (verdict is Verdict.EDITED)


@given(libraries, seeds, st.sampled_from(Verdict))
def test_a_decision_on_an_earlier_version_says_nothing(
    library: list[Prompt], seed: str, verdict: Verdict
) -> None:
    """What was changed since is undecided again, whatever was decided."""
    decisions = {one.id: _decision(one, verdict) for one in library}
    raised = [replace(one, version=2) for one in library]
    shelf = Shelf(decisions=decisions)
    assert diary(raised, 21, seed, shelf=shelf) == diary(raised, 21, seed, shelf=Shelf())


@given(libraries, seeds, some_domains, st.sampled_from(Depth))
def test_wishes_never_give_way(
    library: list[Prompt], seed: str, muted: frozenset[Domain], longest: Depth
) -> None:
    """Nothing that rests, is too long or too tender comes, were it all there is; and all else does."""
    order = list(Depth)
    may = {
        prompt.id
        for prompt in library
        if prompt.sensitivity < Sensitivity.TENDER
        and prompt.domain not in muted
        and order.index(prompt.depth) <= order.index(longest)
    }
    lines = diary(library, 21, seed, rough=range(-1, 21), wishes=Wishes(muted=muted, longest=longest))
    assert {line.prompt.id for line in lines} <= may
    assert len(checkins(lines)) == (15 if may else 0)


@given(libraries, seeds, rough_days)
def test_a_small_library_gives_way_only_where_it_has_to(
    library: list[Prompt], seed: str, rough: set[int]
) -> None:
    """A domain repeats only where it is alone."""
    library = [one for one in library if one.sensitivity is not Sensitivity.TENDER]
    lines = diary(library, 42, seed, rough=rough)
    may = {prompt.domain for prompt in library if prompt.sensitivity < Sensitivity.TENDER}
    gentle = {p.domain for p in library if p.sensitivity < Sensitivity.TENDER and p.gentle}
    for one, two in pairwise(line for line in lines if not line.beside):
        if one.prompt.domain is two.prompt.domain:
            assert may == {one.prompt.domain} or (rough and len(gentle) <= 1) or _is_rough(two, rough)


@given(libraries, seeds, rough_days)
def test_the_same_draw_gives_the_same_diary(library: list[Prompt], seed: str, rough: set[int]) -> None:
    """Rotation is a pure function, and the order of the files does not matter."""
    assert diary(library, 21, seed, rough=rough) == diary(library[::-1], 21, seed, rough=rough)


@A_FEW
@given(seeds, st.integers(1, 5))
def test_a_later_sister_follows_the_first_within_a_week(seed: str, days: int) -> None:
    """Never before her, never the day after, and then soon: it is the same moment that she speaks of."""
    first = invented_prompt("pair.a", text="a", domain=Domain.MENTALIZING, pair="pair.b")
    later = invented_prompt("pair.b", text="b", domain=Domain.MENTALIZING, pair="pair.a")
    lines = diary((*RICH, first, later), 84, seed, comes=lambda day: day.weekday() < days)
    seen = {line.prompt.id: line.day for line in lines if line.prompt.id.startswith("pair.")}
    if "pair.b" in seen:
        assert ONE_DAY < seen["pair.b"] - seen["pair.a"] <= timedelta(days=7)


@given(libraries, seeds, st.sampled_from(Domain), st.lists(st.integers(0, 2), min_size=1, max_size=14))
def test_what_is_opened_comes_from_each_family_in_turn(
    library: list[Prompt], seed: str, domain: Domain, pauses: list[int]
) -> None:
    """On one day or on several: none comes again while another of its topic has something new and waits."""
    topic = [replace(one, domain=domain) for one in library]
    stock, draw = Stock.of(topic), SeededChance(seed).below
    asked, families, day = list[Asked](), list[str](), MONDAY
    for pause in pauses:
        day += timedelta(days=pause)
        opened = opened_on(domain, stock, History(asked=asked), day, draw)
        assert opened is not None
        seen = {one.prompt for one in asked}
        if opened.family in families:
            before = len(families) - 1 - families[::-1].index(opened.family)
            waiting = {one.family for one in topic if one.id not in seen} - {opened.family}
            assert waiting <= set(families[before:])
        families.append(opened.family)
        asked.append(Asked(prompt=opened.id, day=day, beside=False))
