"""The rules of rotation one by one, over any library and any history: each gives way only where it has to."""

from __future__ import annotations

import operator
from collections import Counter
from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.prompts import AudienceKind, Domain, Prompt, Sensitivity
from bot.domain.rotation import BALANCE_OVER, FAMILY_AFTER, REPEAT_AFTER, Asked, next_prompt
from bot.testing.catalogue import INVENTED_PROMPTS, invented_prompt
from bot.testing.chance import SeededChance

TODAY = date(2026, 7, 1)
ONE_DAY = timedelta(days=1)


def _prompt(name: str, domain: Domain = Domain.ACTIONS, family: str | None = None) -> Prompt:
    return invented_prompt(f"made.{name}", text="What was near?", domain=domain, family=family)


def _ago(days: int | timedelta, name: str) -> Asked:
    before = days if isinstance(days, timedelta) else timedelta(days=days)
    return Asked(prompt=f"made.{name}", day=TODAY - before)


def _offered(library: list[Prompt], asked: list[Asked], today: date = TODAY) -> set[str]:
    """Return the names of all prompts that some draw would give."""
    found = [next_prompt(library, asked, today, partial(operator.mod, k)) for k in range(len(library))]
    return {prompt.id.removeprefix("made.") for prompt in found if prompt is not None}


prompts = st.builds(
    lambda name, domain, family: _prompt(str(name), domain, f"family-{family}"),
    st.integers(0, 15),
    st.sampled_from([Domain.THOUGHTS, Domain.REST, Domain.ACTIONS]),
    st.integers(0, 5),
)
libraries = st.lists(prompts, min_size=1, max_size=12, unique_by=lambda prompt: prompt.id)
histories = st.lists(
    st.builds(lambda days, name: _ago(days, str(name)), st.integers(0, 200), st.integers(0, 17)), max_size=25
).map(lambda found: sorted(found, key=lambda one: one.day))


@given(libraries, histories, st.integers(0, 99))
def test_each_rule_holds_while_something_is_left(
    library: list[Prompt], asked: list[Asked], draw: int
) -> None:
    """Not asked for half a year, then no near-paraphrase, then another domain, then the rarest or oldest."""
    by_id = {prompt.id: prompt for prompt in library}
    known = [(by_id[one.prompt], one.day) for one in asked if one.prompt in by_id]
    seen = {prompt.id: day for prompt, day in known}
    families = {prompt.family for prompt, day in known if day > TODAY - FAMILY_AFTER}
    recent = Counter(prompt.domain for prompt, day in known if day > TODAY - BALANCE_OVER)
    last = by_id.get(asked[-1].prompt) if asked else None
    fresh = {name for name in by_id if seen.get(name, date.min) <= TODAY - REPEAT_AFTER}
    left = fresh or set(by_id)
    left = {name for name in left if by_id[name].family not in families} or left
    left = {name for name in left if last is None or by_id[name].domain is not last.domain} or left
    chosen = next_prompt(library, asked, TODAY, lambda n: draw % n)
    assert chosen is not None
    assert chosen.id in left
    if fresh:
        assert recent[chosen.domain] == min(recent[by_id[name].domain] for name in left)
    else:
        assert seen[chosen.id] == min(seen[name] for name in left)


@pytest.mark.parametrize(("since", "comes"), [(REPEAT_AFTER - ONE_DAY, {"b"}), (REPEAT_AFTER, {"a", "b"})])
def test_half_a_year_is_180_days(since: timedelta, comes: set[str]) -> None:
    """On the last day before it is too early, on the day itself it is not."""
    library = [_prompt("a", Domain.THOUGHTS), _prompt("b", Domain.REST), _prompt("gone")]
    assert _offered(library[:2], [_ago(since, "a"), _ago(3, "gone")]) == comes


@pytest.mark.parametrize(("since", "comes"), [(FAMILY_AFTER - ONE_DAY, {"b"}), (FAMILY_AFTER, {"a", "b"})])
def test_near_paraphrases_lie_ten_days_apart(since: timedelta, comes: set[str]) -> None:
    """Counted from the day on which a sister was asked."""
    sister = _prompt("sister", Domain.EMOTIONS, "near")
    between = _prompt("between", Domain.MEANING)
    library = [_prompt("a", Domain.THOUGHTS, "near"), _prompt("b", Domain.REST), sister, between]
    assert _offered(library, [_ago(since, "sister"), _ago(1, "between")]) == comes


@pytest.mark.parametrize(("since", "comes"), [(BALANCE_OVER - ONE_DAY, {"b"}), (BALANCE_OVER, {"a", "b"})])
def test_balance_looks_back_four_weeks(since: timedelta, comes: set[str]) -> None:
    """A domain that was asked within them waits for one that was not."""
    library = [
        _prompt("a", Domain.THOUGHTS),
        _prompt("was", Domain.THOUGHTS),
        _prompt("b", Domain.REST),
        _prompt("last", Domain.MEANING),
    ]
    assert _offered(library, [_ago(since, "was"), _ago(1, "last")]) == comes


def test_a_skip_counts_as_an_ask() -> None:
    """What is asked is counted, not what is answered, so a topic that is left does not come back harder."""
    library = [_prompt(f"{domain}{n}", domain) for domain in (Domain.REST, Domain.MEANING) for n in range(9)]
    asked: list[Asked] = []
    for day in range(10):
        prompt = next_prompt(library, asked, TODAY + timedelta(days=day), lambda _: 0)
        assert prompt is not None
        asked.append(Asked(prompt=prompt.id, day=TODAY + timedelta(days=day)))
    counted = Counter(one.prompt.removeprefix("made.")[:-1] for one in asked)
    assert counted == {"rest": 5, "meaning": 5}


def test_a_dry_library_keeps_its_other_rules() -> None:
    """When all was asked the oldest comes back, but no near-paraphrase, nor the domain of yesterday."""
    library = [
        _prompt("a", Domain.THOUGHTS, "near"),
        _prompt("b", Domain.MEANING),
        _prompt("c", Domain.REST),
        _prompt("last", Domain.MEANING, "near"),
    ]
    asked = [_ago(40, "a"), _ago(30, "b"), _ago(20, "c"), _ago(1, "last")]
    assert _offered(library, asked) == {"c"}


def test_a_single_prompt_comes_again_rather_than_nothing() -> None:
    """Every rule gives way before a check-in without a question."""
    assert _offered([_prompt("a")], [_ago(1, "a")]) == {"a"}


def test_what_left_the_library_is_forgotten() -> None:
    """A retired prompt in the history holds nothing back and is never offered."""
    assert _offered([_prompt("a")], [_ago(2, "a"), _ago(1, "retired")]) == {"a"}


@pytest.mark.parametrize("sensitivity", [Sensitivity.TENDER, Sensitivity.GUARDED])
def test_nothing_tender_is_pushed_even_where_nothing_else_is_left(sensitivity: Sensitivity) -> None:
    """No rule gives way here: rather no question than that one."""
    tender = invented_prompt("made.tender", text="What was near?", sensitivity=sensitivity)
    assert _offered([tender], []) == set()
    assert _offered([tender, _prompt("a")], [_ago(1, "a")]) == {"a"}


def test_everything_that_may_come_can_come() -> None:
    """On the first day no draw is left out, and nothing guarded or second of a pair is in it."""
    offered = _offered(list(INVENTED_PROMPTS), [])
    assert offered == {
        prompt.id
        for prompt in INVENTED_PROMPTS
        if prompt.sensitivity < Sensitivity.TENDER
        and AudienceKind.CLINICIAN in prompt.audience
        and prompt.id != "steam.mentalizing.M91"
    }


@given(libraries, histories, st.text(max_size=3))
def test_the_order_of_the_library_does_not_matter(
    library: list[Prompt], asked: list[Asked], seed: str
) -> None:
    """The same seed gives the same prompt, however the files were read."""
    one = next_prompt(library, asked, TODAY, SeededChance(seed).below)
    assert next_prompt(library[::-1], asked, TODAY, SeededChance(seed).below) == one
