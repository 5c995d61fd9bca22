"""Mending a strain, and ending with care where it cannot be mended."""

from __future__ import annotations

import pytest

from bot.domain.flow_answers import Answer
from bot.domain.flow_walk import text_of, told
from bot.domain.flows import ChoiceStep, EndStep, Link, MultiStep, Resource, Route, SayStep, Tag
from tests.content.walking import FLOWS, ended, walked

MENDING = {
    "listen": ("listen", "valid", "listened"),
    "what guards one": ("guard", "guard", "shows up in you"),
    "what makes sense": ("valid", "valid", "makes sense to you"),
    "feelings": ("feel", "valid", "feel"),
    "one's own part": ("part", "part", "a part of it that is yours"),
    "an apology": ("own", "own", "an apology if you mean one"),
    "a plan together": ("plan", "plan", "what will you do, and by when"),
    "pause, change, try new": ("menu", "menu", "trying together"),
    "the pattern": ("menu", "menu", "trying together"),
}
"""Each step of mending: where it stands on the long way, where on the short way, and what is said there."""


AT_WORK = {
    "listen": ("listen", "valid", "heard"),
    "what guards one": ("guard", "guard", "next shift or meeting"),
    "what makes sense": ("valid", "valid", "makes sense to you"),
    "feelings": ("feel", "valid", "feel"),
    "one's own part": ("part", "part", "a part of it that is yours"),
    "an apology": ("own", "own", "an apology if you mean one"),
    "a plan together": ("plan", "plan", "when will the two of you talk"),
    "pause, change, try new": ("menu", "menu", "trying together"),
    "the pattern": ("menu", "menu", "each of you needs at work"),
}
"""The same with a colleague."""
WITH = {"client": MENDING, "family": MENDING, "colleague": AT_WORK, None: MENDING}


@pytest.mark.parametrize("whom", WITH)
@pytest.mark.parametrize("route", Route)
def test_all_nine_steps_of_mending_stand_on_both_ways(route: Route, whom: str | None) -> None:
    """The short way loses length, and none of what mends; nor does the one with a colleague."""
    answers: dict[str, Answer] = {"open": whom, "safe": "no", "part": "some"}
    flow = told(FLOWS["rupture_repair"], answers)
    way = walked(flow, answers, route)
    for name, (long, short, said) in WITH[whom].items():
        place = short if route is Route.SHORT else long
        assert place in way, name
        assert said in (text_of(flow.step(place), route) or ""), name
    menu = flow.step("menu")
    assert isinstance(menu, ChoiceStep)
    assert {option.name for option in menu.options} >= {"pause", "goal", "new", "pattern"}


def test_with_a_colleague_each_step_that_mends_has_words_of_its_own() -> None:
    """None speaks of people one supports but by name, and no other answer is told in these words."""
    base = FLOWS["rupture_repair"]
    at_work = told(base, {"open": "colleague"})
    places = {place for long, short, _ in MENDING.values() for place in (long, short)}
    assert places | {"protect", "sup", "open_q"} == base.varied
    for place in places:
        for route in Route:
            assert text_of(at_work.step(place), route) != text_of(base.step(place), route), place
    assert all(told(base, {"open": whom}) == base for whom in ("client", "family", None))


@pytest.mark.parametrize("route", Route)
def test_with_a_colleague_what_cannot_be_mended_leads_to_a_supervisor_or_a_lead(route: Route) -> None:
    """Not to an ending; nobody is told by it."""
    flow = FLOWS["rupture_repair"]
    answers: dict[str, Answer] = {"open": "colleague", "safe": "no", "open_q": "no"}
    way = walked(flow, answers, route)
    assert way[-3:] == ["not_possible_work", "plan_lead", "end_lead"]
    assert "a supervisor, a lead" in (text_of(flow.step("plan_lead"), route) or "")
    end = ended(flow, answers)
    assert (end.state, end.start_flow) == ("to_lead", "raise")


def test_what_it_looks_after_is_asked_before_ones_own_part() -> None:
    """A strain is seen by what it does, before anybody looks for a fault."""
    way = walked(FLOWS["rupture_repair"], {"safe": "no"})
    assert way.index("protect") < way.index("part")


def test_all_six_strains_can_be_named_and_so_can_not_knowing() -> None:
    """The first question after danger has a word for each."""
    way = walked(FLOWS["rupture_repair"], {"safe": "no"})
    kind = FLOWS["rupture_repair"].step(way[way.index("safe") + 1])
    assert isinstance(kind, ChoiceStep)
    assert [option.name for option in kind.options] == [
        "words",
        "drift",
        "stirred",
        "expect",
        "trust",
        "setback",
        "other",
        "unsure",
    ]


def test_danger_comes_first() -> None:
    """Yes leads to help and out; not sure shows who to call, and going on and stopping both work."""
    flow = FLOWS["rupture_repair"]
    assert walked(flow, {"safe": "yes"}) == ["open", "safe", "urgent", "end_urgent"]
    urgent, card = flow.step("urgent"), flow.step("unsure_card")
    assert isinstance(urgent, SayStep)
    assert isinstance(card, ChoiceStep)
    assert (urgent.resource, card.resource) == (Resource.HELP_NOW, Resource.HELP_NOW)
    end = ended(flow, {"safe": "yes"})
    assert (end.state, end.asks_to_keep, end.follow_up) == ("stopped_for_safety", True, None)
    assert "kind" in walked(flow, {"safe": "unsure", "unsure_card": "go"})
    stopped = ended(flow, {"safe": "unsure", "unsure_card": "stop"})
    assert (stopped.state, stopped.keeps_place) == ("paused", True)


@pytest.mark.parametrize("part", ["none", "unsure", None])
def test_nobody_is_led_to_blame_themselves(part: str | None) -> None:
    """Without a part of one's own there is no apology, and the flow goes on."""
    way = walked(FLOWS["rupture_repair"], {"safe": "no", "part": part})
    assert "own" not in way
    assert way[-1] == "end_plan"


def test_hard_to_tell_opens_supervision() -> None:
    """A yes takes one question there, and puts the entry on the list."""
    flow = FLOWS["rupture_repair"]
    end = ended(flow, {"safe": "no", "part": "unsure", "sup": "yes"})
    assert end.state == "to_supervision"
    sup = flow.step("sup")
    assert isinstance(sup, ChoiceStep)
    assert [sup.tag_of(answer) for answer in ("yes", "no", None)] == [Tag.FOR_SUPERVISION, None, None]


def test_where_mending_is_not_possible_an_ending_is_offered() -> None:
    """Offered, not begun; and it is a flow that is there."""
    end = ended(FLOWS["rupture_repair"], {"safe": "no", "open_q": "no"})
    assert (end.state, end.start_flow) == ("handover", "ending_well")
    assert end.start_flow in FLOWS


@pytest.mark.parametrize("route", Route)
def test_an_ending_has_policy_services_talk_supervisor_plan_and_regard(route: Route) -> None:
    """On either way, nothing that an ending needs is left out."""
    flow = FLOWS["ending_well"]
    way = walked(flow, {}, route)
    policy, ready, end = flow.step("policy"), flow.step("ready"), flow.step(way[-1])
    assert {"policy", "ready", "theirs", "plan"} <= set(way)
    assert isinstance(policy, ChoiceStep)
    assert policy.links is Link.ADMIN_POLICY
    assert isinstance(ready, MultiStep)
    assert {option.name for option in ready.options} >= {"services", "talk", "supervisor", "plan"}
    regard = " ".join(text_of(flow.step(step_id), route) or "" for step_id in way)
    assert "take along" in regard
    assert "you can stand by" in regard
    assert isinstance(end, EndStep)
    assert end.follow_up
    assert "with respect, you among them" in (end.text or "")
