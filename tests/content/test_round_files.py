"""Rounds of a circle: what ships, what an organisation may bring, and the faults found in them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from adapters.content import round_checks
from adapters.content.loader import Report, examine, load
from bot.app.cli.content import content
from bot.app.fitting import misfits
from bot.app.library import library_folder
from bot.domain.round_hours import LONGEST
from bot.domain.round_plan import check_fit
from bot.domain.rounds import DEFAULT_ROUND, NOTHING_CHOSEN, UNSAID, RoundTemplate, Wish
from tests.content.own_pack import written
from tests.content.planted_faults import Planted
from tests.made_once import our_library

ROUNDS = {each.id: each for each in our_library().rounds()}
W = "rounds/working_day.yaml"
S = "rounds/shift_start.yaml"
PLANTED = (
    Planted(W, "id: working_day", "id: other", "wrong_id", "meta.id"),
    Planted(S, "title: Start of shift", "title: End of shift", "same_title", "meta.title"),
    Planted(W, 'at: "12:00"', 'at: "14:00"', "outside_hours", "opens"),
    Planted(W, "day: thu", "day: sun", "outside_hours", "opens"),
    Planted(W, "lasts: PT4H", "lasts: PT9H", "outside_hours", "opens"),
    Planted(W, "lasts: PT4H", "lasts: PT13H", "no_day_holds_it", "share.lasts"),
    Planted(W, 'end: "17:00"', 'end: "22:00"', "hours_too_long", "hours"),
    Planted(W, 'end: "17:00"', 'end: "09:00"', "hours_hold_nothing", "hours"),
    Planted(W, "fewest: 4", "fewest: 13", "members_crossed", "members"),
    Planted(W, "fumes: fumes, unsaid: rather not say", "fumes: fumes", "no_way_to_pass", "arrive.options"),
    Planted(W, "half: half tank", "half: full tank", "same_label", "arrive.options.half"),
    Planted(
        W,
        "{heard: only hear me, known: tell me if you know it too, idea: one idea please}",
        "{idea: one idea please, heard: only hear me}",
        "advice_first",
        "share.wishes",
    ),
    Planted(W, "advice: only_if_asked", "advice: welcome", "not_in_list", "answer.advice"),
    Planted(W, "known: me too, form", "known: I hear you, form", "same_label", "answer.buttons.known"),
    Planted(W, " Advice only if someone asks for it.", "", "advice_unasked", "rules"),
    Planted(W, "No names or details of people", "Be kind to people", "names_in_a_round", "rules"),
    Planted(W, "Passing is fine, and nobody will ask.", "Take your time.", "no_way_past", "rules"),
    Planted(W, ": whoever owns it may be able to export it.", ".", "who_can_read", "rules"),
    Planted(W, "This round ends here.", "You should rest.", "pressure", "close"),
    Planted(W, "fumes: fumes", "fumes: burned out", "label", "arrive.options.fumes"),
    Planted(W, "status: draft", "status: reviewed", "review_untold", "meta.review"),
    Planted(W, 'at: "12:00"', "at: 12:00", "not_text", "opens.at"),
    Planted(W, "lasts: P1WD", "lasts: PT24H", "bad_form", "answer.lasts"),
    Planted(W, "about:", "aboot:", "unknown_key", "aboot"),
)


@pytest.mark.parametrize("fault", PLANTED)
def test_a_fault_in_a_round_is_named(plant: Callable[[str, str, str], Report], fault: Planted) -> None:
    """With its place and its code."""
    problems = plant(fault.file, fault.old, fault.new).problems
    assert (fault.file, fault.path, fault.code) in {(p.file, p.path, p.code) for p in problems}


def test_every_code_of_rounds_has_a_planted_fault() -> None:
    """A check that nothing tests would be a promise that nobody keeps."""
    source = Path(round_checks.__file__).read_text("utf-8")
    found = set(re.findall(r'problem\(\s*"([a-z_]+)"', source))
    assert found - {"duplicate_id"} <= {fault.code for fault in PLANTED}


def test_four_rounds_ship_and_all_are_drafts() -> None:
    """One working day, the start and the end of a shift, a walk through the space; nobody reviewed them."""
    assert set(ROUNDS) == {"working_day", "shift_start", "shift_end", "shared_space"}
    assert DEFAULT_ROUND in ROUNDS
    assert all(each.review.is_draft for each in ROUNDS.values())


@pytest.mark.parametrize("kept", ROUNDS.values(), ids=str)
def test_listening_is_not_queuing_to_speak(kept: RoundTemplate) -> None:
    """Row 69: whoever chooses nothing is heard and gets no advice, and a rule of each opening says so."""
    assert NOTHING_CHOSEN is Wish.HEARD
    assert kept.wishes[0].name == NOTHING_CHOSEN
    assert any("Advice only if someone asks" in rule for rule in kept.rules)
    assert not re.search(r"\b(?:try|advice|suggest|idea)\b", " ".join(kept.starters).lower())


@pytest.mark.parametrize("kept", ROUNDS.values(), ids=str)
def test_a_round_that_ships_fits_the_hours_that_it_names(kept: RoundTemplate) -> None:
    """Whoever takes what is offered is not refused."""
    assert kept.hours.length <= LONGEST
    check_fit(kept.sharing, kept.opens_on, kept.opens_at, kept.hours)
    assert kept.sharing >= timedelta(minutes=15)
    assert kept.arrive.options[-1].name == UNSAID


def test_the_one_working_day_round_is_noon_to_four_with_a_day_to_answer() -> None:
    """As it is told of everywhere."""
    kept = ROUNDS[DEFAULT_ROUND]
    assert (kept.opens_on, f"{kept.opens_at:%H:%M}") == (3, "12:00")
    assert kept.sharing == timedelta(hours=4)
    assert kept.answering == 1
    assert [each.label for each in kept.arrive.options] == [
        "full tank",
        "half tank",
        "fumes",
        "rather not say",
    ]


def test_the_walk_has_all_five_senses() -> None:
    """Sight, sound, smell, taste and touch are each in it, and so is what to change."""
    kept = ROUNDS["shared_space"]
    said = f"{kept.share} {' '.join(each.label for each in kept.arrive.options)}".lower()
    assert all(sense in said for sense in ("saw", "heard", "smell", "taste", "touched"))
    assert "change" in kept.closing


def test_check_counts_rounds_and_preview_shows_one() -> None:
    """For whoever writes them."""
    run = CliRunner()
    told = json.loads(run.invoke(content, ["check", "--json"]).stdout)
    assert told["rounds"] == len(ROUNDS)
    shown = run.invoke(content, ["preview", "working_day"]).stdout
    assert "[full tank] [half tank] [fumes] [rather not say]" in shown
    assert "Thursday 12:00, offered" in shown
    assert "draft, not yet reviewed" in shown


def test_an_organisation_brings_a_round_of_its_own(tmp_path: Path) -> None:
    """In its pack, checked by the same rules, and found by its id."""
    pack = written(tmp_path / "ward")
    (pack / "rounds").mkdir()
    file = pack / "rounds" / "ward_noon.yaml"
    own = (library_folder() / W).read_text("utf-8").replace("id: working_day", "id: ward_noon")
    file.write_text(own.replace("A round for one working day", "Noon on the ward"), "utf-8")
    assert {each.id for each in load(library_folder(), [pack]).rounds()} == {*ROUNDS, "ward_noon"}
    file.write_text(own.replace("id: ward_noon", "id: noon"), "utf-8")
    assert {each.code for each in examine(library_folder(), [pack]).problems} == {"wrong_id", "same_title"}


@pytest.mark.parametrize("kept", ROUNDS.values(), ids=str)
def test_a_round_fits_every_platform(kept: RoundTemplate) -> None:
    """From its opening to its end, and the form of a share; one that does not is refused."""
    regions = load(library_folder()).regions()
    assert not misfits((), (), (), regions, rounds=(kept,))
    assert misfits((), (), (), regions, rounds=(replace(kept, title="x" * 200),))
    shown = CliRunner().invoke(content, ["preview", kept.id, "--on", "discord"]).stdout
    assert kept.share in shown
    assert "[Share something] [My shares]" in shown
