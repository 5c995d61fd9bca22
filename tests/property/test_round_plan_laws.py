"""When the steps of a round come: any hours, any zone, also where the clock is set while a round is open."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.domain.recurrence import Occurrence, occurrences, parse_at, weekly
from bot.domain.round_hours import NOT_IN_LAST, Hours
from bot.domain.round_plan import Step, check_fit, laid_out, plan_round
from bot.domain.rounds import RoundTemplate
from bot.errors import BadInput
from bot.testing.rounds import invented_round

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
CHANGES = (
    ("Europe/Berlin", date(2026, 3, 28)),
    ("Europe/Berlin", date(2026, 10, 24)),
    ("America/New_York", date(2026, 3, 7)),
    ("America/New_York", date(2026, 10, 31)),
    ("Australia/Lord_Howe", date(2026, 4, 4)),
    ("Australia/Lord_Howe", date(2026, 10, 3)),
    ("Pacific/Auckland", date(2026, 9, 26)),
    ("Africa/Casablanca", date(2026, 2, 14)),
    ("Pacific/Apia", date(2011, 12, 28)),
    ("UTC", date(2026, 6, 3)),
    ("Asia/Kolkata", date(2026, 1, 1)),
)
"""A zone, and the day before its clock is set; two have clocks that stand."""

clock = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 59]))


@st.composite
def hours(draw: st.DrawFn) -> Hours:
    """Hours of a minute to most of a day, by day or over midnight."""
    start, end = draw(clock), draw(clock)
    assume(start != end)
    return Hours(days=draw(st.frozensets(st.integers(0, 6), min_size=1)), start=start, end=end)


rounds = st.builds(
    lambda quarters, days: invented_round(sharing=quarters * 15 * MINUTE, answering=days),
    st.integers(1, 48),
    st.integers(1, 3),
)
places = st.sampled_from(CHANGES).map(lambda each: (ZoneInfo(each[0]), each[1]))


@given(hours(), rounds, places, clock, st.integers(-3, 9))
@example(
    Hours(days=frozenset({5}), start=time(22), end=time(6)),
    invented_round(sharing=8 * HOUR),
    (ZoneInfo("Europe/Berlin"), date(2026, 3, 28)),
    time(22),
    0,
)
def test_steps_come_in_their_order(
    kept: Hours, template: RoundTemplate, place: tuple[ZoneInfo, date], at: time, days_on: int
) -> None:
    """A round opens, people share, somebody looks the next working morning, and then it ends."""
    zone, near = place
    opens = datetime.combine(near + days_on * DAY, at, zone).astimezone(UTC)
    plan = laid_out(template, opens, kept, zone)

    assert plan.opens == opens < plan.sharing_ends < plan.look_at <= plan.ends
    assert plan.sharing_ends - plan.opens <= template.sharing
    assert [at for _, at in plan.steps] == sorted(at for _, at in plan.steps)
    assert plan.steps[0][0] is Step.OPENS
    assert plan.steps[-1][0] is Step.ENDS
    mornings = {each.at for each in _mornings(kept, zone, near)}
    assert plan.look_at in mornings
    assert not any(plan.sharing_ends < morning < plan.look_at for morning in mornings)


@given(hours(), rounds, places, clock, st.integers(-3, 9))
def test_nothing_without_a_name_is_released_where_nobody_is_there(
    kept: Hours, template: RoundTemplate, place: tuple[ZoneInfo, date], at: time, days_on: int
) -> None:
    """Each release lies in the hours of whoever looks after the circle, and not in their last two."""
    zone, near = place
    opens = datetime.combine(near + days_on * DAY, at, zone).astimezone(UTC)
    plan = laid_out(template, opens, kept, zone)
    spans = [(each.at, kept.end_on(each.slot_on, zone)) for each in _mornings(kept, zone, near)]
    today = kept.belongs_to(opens.astimezone(zone))
    spans.append((kept.start_on(today, zone), kept.end_on(today, zone)))

    for release in plan.releases:
        assert plan.opens < release <= plan.ends
        assert any(start <= release <= end - NOT_IN_LAST for start, end in spans)
    assert len(set(plan.releases)) == len(plan.releases)
    if kept.length <= NOT_IN_LAST and zone.key in {"UTC", "Asia/Kolkata"}:
        assert not plan.releases


@given(hours(), rounds, st.integers(0, 6), clock)
def test_a_refusal_says_what_would_fit(kept: Hours, template: RoundTemplate, day: int, at: time) -> None:
    """A time that the sentence names is taken on a day that it names; only a round too long has none."""
    try:
        check_fit(template.sharing, day, at, kept)
    except BadInput as refused:
        said = refused.sentence
        working = min(kept.days)
        if "Longer hours" in said:
            assert template.sharing > kept.length
            return
        found = re.search(r"open (?:at|between) (\d\d:\d\d)(?: and (\d\d:\d\d))?", said)
        if found is None:
            assert kept.days_in_words in said
            check_fit(template.sharing, working + (kept.day_of(working, at) != working), at, kept)
            return
        for named in filter(None, found.groups()):
            hour = parse_at(named)
            check_fit(template.sharing, (working + (kept.day_of(working, hour) != working)) % 7, hour, kept)
    else:
        offset = kept.offset(at)
        assert offset is not None
        assert offset + template.sharing <= kept.length


@given(hours(), rounds, places, clock, st.integers(-3, 9))
def test_what_is_accepted_stays_within_the_hours(
    kept: Hours, template: RoundTemplate, place: tuple[ZoneInfo, date], at: time, days_on: int
) -> None:
    """Sharing ends before the hours do, also in a night in which the clock is set forward."""
    zone, near = place
    opens = datetime.combine(near + days_on * DAY, at, zone).astimezone(UTC)
    try:
        plan = plan_round(template, opens, kept, zone)
    except BadInput:
        return
    over = kept.end_on(kept.belongs_to(opens.astimezone(zone)), zone)
    assert plan.sharing_ends <= over or over <= opens


def _mornings(kept: Hours, zone: ZoneInfo, near: date) -> list[Occurrence]:
    found: list[Occurrence] = []
    for each in occurrences(weekly(kept.days, kept.start), zone, near - 8 * DAY):
        if each.slot_on > near + 45 * DAY:
            return found
        found.append(each)
    return found
