"""The library that ships: sound, complete for its slice, and honest about what nobody has reviewed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from adapters.content.loader import examine, load
from adapters.content.schema import schema_text
from bot.app.library import library_folder
from bot.domain.prompts import STEAM, Domain, Modality, Sensitivity
from bot.domain.regions import LineKind

DOCS = library_folder().parent / "docs"
EU = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IT LV LT LU MT NL PL PT RO SK SI ES SE"
REGION_OF_COUNTRY = {
    **dict.fromkeys(EU.split(), "EU"),
    **{code: code for code in ("AU", "CA", "GB", "IE", "NZ", "US")},
}


def test_every_file_loads_without_a_problem() -> None:
    """The library that ships can be used."""
    report = examine(library_folder())
    assert report.problems == ()
    assert load(library_folder()).prompts() == report.prompts


def _example(page: str) -> str:
    [found] = re.findall(
        r"```yaml\n(# yaml-language-server.*?)```", (DOCS / page).read_text("utf-8"), re.DOTALL
    )
    return str(found)


def test_the_examples_of_the_pages_are_sound(copy: Path) -> None:
    """Who begins with a copy of one begins with something that passes the check."""
    prompt, flow = _example("writing-prompts.md"), _example("writing-flows.md")
    (copy / "wide" / "rest.yaml").write_text(prompt, "utf-8")
    (copy / "flows" / "open_window.yaml").write_text(flow, "utf-8")
    (copy / "rounds" / "lunch_table.yaml").write_text(_example("writing-rounds.md"), "utf-8")
    (copy / "courses" / "two_evenings.yaml").write_text(_example("writing-courses.md"), "utf-8")
    report = examine(copy)
    assert report.problems == ()
    assert "two_evenings" in {each.id for each in report.courses}
    assert "wide.rest.R07" in {prompt.id for prompt in report.prompts}
    assert "open_window" in {flow.id for flow in report.flows}
    assert "lunch_table" in {each.id for each in report.rounds}


def test_every_domain_has_a_prompt() -> None:
    """No domain is empty, nor are the commons."""
    counted = examine(library_folder()).by_domain()
    assert set(counted) == {*Domain, "commons"}
    assert min(counted.values()) >= 1


def test_domains_are_five_and_fourteen() -> None:
    """The taxonomy is closed: STEAM and the wide domains, no overlap."""
    wide = [domain for domain in Domain if not domain.is_steam]
    assert (len(STEAM), len(wide)) == (5, 14)
    assert set(STEAM) == set(Domain) - set(wide)


def test_everything_is_a_draft_and_says_so() -> None:
    """No practitioner has reviewed anything yet, so nothing claims it."""
    assert all(prompt.review.is_draft for prompt in load(library_folder()).prompts())


def test_what_is_gentle_is_short_of_tender() -> None:
    """What may follow a low mark is never of the tender kind."""
    gentle = [prompt for prompt in load(library_folder()).prompts() if prompt.gentle]
    assert gentle
    assert max(prompt.sensitivity for prompt in gentle) < Sensitivity.TENDER


def test_the_schema_for_editors_is_current() -> None:
    """If not: python -m adapters.content.schema > prompts/schema.json."""
    assert (library_folder() / "schema.json").read_text("utf-8") == schema_text()


@pytest.mark.parametrize("file", sorted(library_folder().rglob("*.yaml")), ids=str)
def test_every_file_tells_editors_its_schema(file: Path) -> None:
    """The first line leads an editor from the file to the schema."""
    first = file.read_text("utf-8").partition("\n")[0]
    marker, _, address = first.partition("$schema=")
    assert marker == "# yaml-language-server: "
    assert (file.parent / address).resolve() == (library_folder() / "schema.json").resolve()


def test_answers_to_choose_come_in_the_order_of_the_file() -> None:
    """The order of options is part of the question."""
    prompt = load(library_folder()).prompt("wide.rest.R01")
    assert prompt is not None
    assert [(option.name, option.label) for option in prompt.options] == [
        ("eaten", "yes"),
        ("sort_of", "sort of"),
        ("not_yet", "not yet"),
        ("no_way_to", "there was no way to"),
    ]


def test_a_scale_has_words_at_both_ends() -> None:
    """0 and 10 mean something on every scale."""
    scales = [p for p in load(library_folder()).prompts() if p.modality is Modality.SCALE]
    ends = {p.id: (p.low_label, p.high_label) for p in scales}
    assert ends["wide.alliance.L01"] == ("not at all", "the same")
    assert ends["wide.attunement.N01"] == ("none", "plenty")
    assert [key for key, (low, high) in ends.items() if not low or not high or low == high] == []


@pytest.mark.parametrize(
    ("code", "emergency", "numbers"),
    [
        ("US", "911", {"988", "741741"}),
        ("CA", "911", {"988"}),
        ("GB", "999 or 112", {"116 123", "85258"}),
        ("IE", "112 or 999", {"116 123", "50808"}),
        ("AU", "000", {"13 11 14", "0477 13 11 14"}),
        ("NZ", "111", {"1737"}),
        ("EU", "112", set()),
    ],
)
def test_the_general_lines_are_those_of_the_table(code: str, emergency: str, numbers: set[str]) -> None:
    """A number that slips by a digit is found here, not by somebody in need."""
    region = load(library_folder()).region(code)
    assert region.emergency == emergency
    general = region.of_kind(LineKind.GENERAL)
    assert {number for line in general for number in line.numbers} == numbers


def test_nobody_has_checked_a_line_yet_and_none_claims_it() -> None:
    """A line counts as checked when a person has seen it on its live site, not before."""
    library = load(library_folder())
    regions = (*library.regions(), library.region(None))
    assert {line.checked_on for region in regions for line in region.lines} == {None}


def test_samaritans_have_no_text_line() -> None:
    """They have had none since 2020; many lists still say otherwise."""
    library = load(library_folder())
    lines = [line for region in library.regions() for line in region.lines]
    samaritans = [line for line in lines if line.label == "Samaritans"]
    assert len(samaritans) == 2
    assert not any("text" in line.text for line in samaritans)


def _zones_by_country() -> Iterator[tuple[str, str]]:
    for row in files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8").splitlines():
        if not row.startswith("#"):
            country, _, zone = row.split("\t")[:3]
            yield zone, country


def test_a_zone_leads_to_the_region_of_its_country() -> None:
    """Every zone of a country with a region is known, and no zone of another country is."""
    library = load(library_folder())
    for zone, country in _zones_by_country():
        assert library.region_of_zone(zone) == REGION_OF_COUNTRY.get(country), zone


@pytest.mark.parametrize("zone", ["UTC", "CET", "EST5EDT", "Etc/GMT+5", "Antarctica/McMurdo", "Mars/Olympus"])
def test_a_zone_without_a_country_leads_nowhere(zone: str) -> None:
    """Nothing is guessed from a zone that several countries share."""
    assert load(library_folder()).region_of_zone(zone) is None
