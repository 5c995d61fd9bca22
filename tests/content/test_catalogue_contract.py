"""The contract of bot/ports/catalogue.py, kept by the library on disk and by the fake alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError

import pytest

from adapters.content.library import Library
from adapters.content.loader import load
from bot.app.library import library_folder
from bot.domain.prompts import Modality
from bot.domain.reviews import Shelf
from bot.ports.catalogue import Catalogue
from bot.testing.catalogue import INVENTED_PROMPTS, INVENTED_REGIONS, NAMES_SOMEBODY, FakeCatalogue
from bot.testing.flows import INVENTED_FLOWS, STREET, STREET_V1
from bot.testing.rounds import INVENTED_ROUNDS


def _on_disk() -> Catalogue:
    return load(library_folder())


def _invented() -> Catalogue:
    return FakeCatalogue(flows=INVENTED_FLOWS)


def _library_of_invented() -> Catalogue:
    return Library(INVENTED_PROMPTS, INVENTED_REGIONS, INVENTED_FLOWS, rounds=INVENTED_ROUNDS)


@pytest.fixture(name="make", params=[_on_disk, _invented, _library_of_invented])
def _make(request: pytest.FixtureRequest) -> Callable[[], Catalogue]:
    made: Callable[[], Catalogue] = request.param
    return made


def test_prompts_are_ordered_and_their_ids_unique(make: Callable[[], Catalogue]) -> None:
    """Two runs ask in the same order, and an id leads to one prompt."""
    ids = [prompt.id for prompt in make().prompts()]
    assert ids == sorted(set(ids))
    assert ids


def test_nobody_asks_for_a_name_here(make: Callable[[], Catalogue]) -> None:
    """What an organisation words itself keeps to the library's own voice."""
    catalogue = make()
    assert catalogue.amiss("Which sound of today is still with you?") is None
    if catalogue.prompt("steam.sensations.S01"):  # a folder has a voice
        assert catalogue.amiss(f"What is {NAMES_SOMEBODY}?")


def test_a_prompt_is_found_by_its_id(make: Callable[[], Catalogue]) -> None:
    """What the list holds, the look-up finds; nothing else."""
    catalogue = make()
    assert all(catalogue.prompt(prompt.id) is prompt for prompt in catalogue.prompts())
    assert catalogue.prompt("steam.sensations.NONE") is None


def test_rotation_finds_the_same_prompts_sorted_once(make: Callable[[], Catalogue]) -> None:
    """Always the one value, so that what is worked out of it for an organisation is worked out once."""
    catalogue = make()
    stock = catalogue.stock()
    assert stock is catalogue.stock()
    assert stock.prompts == catalogue.prompts()
    assert stock.all <= stock.by_id.keys() == {prompt.id for prompt in catalogue.prompts()}
    shelf = Shelf()
    assert shelf.held(stock) is shelf.held(stock)
    assert shelf.held(stock) == {one.id for one in stock.prompts if shelf.held_back(one)}


def test_sisters_know_each_other(make: Callable[[], Catalogue]) -> None:
    """A pair holds in both directions."""
    catalogue = make()
    paired = [prompt for prompt in catalogue.prompts() if prompt.pair]
    assert paired
    for prompt in paired:
        sister = catalogue.prompt(prompt.pair or "")
        assert sister is not None
        assert sister.pair == prompt.id


def test_every_way_to_answer_has_what_it_needs(make: Callable[[], Catalogue]) -> None:
    """A choice has options, a scale has ends, a text has neither."""
    for prompt in make().prompts():
        chooses = prompt.modality in {Modality.MARK, Modality.CHOICE, Modality.MULTI}
        assert chooses == (len(prompt.options) > 1), prompt.id
        scaled = prompt.modality is Modality.SCALE
        assert scaled == bool(prompt.low_label and prompt.high_label), prompt.id


def test_a_region_is_found_by_its_code(make: Callable[[], Catalogue]) -> None:
    """Every region that is listed can be chosen."""
    catalogue = make()
    assert all(catalogue.region(region.code) is region for region in catalogue.regions())


@pytest.mark.parametrize("code", [None, "", "XX", "nz "])
def test_help_is_there_without_a_known_region(make: Callable[[], Catalogue], code: str | None) -> None:
    """Somebody who asks for help gets the directory, and no guessed number."""
    region = make().region(code)
    assert region not in make().regions()
    assert region.emergency == "your local emergency number"
    assert region.lines
    assert not any(line.numbers for line in region.lines)


def test_a_zone_suggests_a_region_that_exists(make: Callable[[], Catalogue]) -> None:
    """A suggestion leads somewhere; a zone nobody knows suggests nothing."""
    catalogue = make()
    assert catalogue.region_of_zone("Pacific/Auckland") == "NZ"
    assert catalogue.region("NZ").code == "NZ"
    assert catalogue.region_of_zone("Mars/Olympus") is None


def test_flows_are_ordered_and_each_may_be_begun_in_one_version(make: Callable[[], Catalogue]) -> None:
    """Two runs offer the same flows in the same order, and an id leads to one."""
    ids = [flow.id for flow in make().flows()]
    assert ids == sorted(set(ids))
    assert ids


def test_a_flow_is_found_by_its_id_and_by_its_version(make: Callable[[], Catalogue]) -> None:
    """What the list holds, the look-up finds, with the version and without; nothing else."""
    catalogue = make()
    for flow in catalogue.flows():
        assert catalogue.flow(flow.id) is flow
        assert catalogue.flow(flow.id, flow.version) is flow
        assert catalogue.flow(flow.id, flow.version + 1) is None
    assert catalogue.flow("no_such_flow") is None


@pytest.mark.parametrize(
    "catalogue",
    [
        FakeCatalogue(flows=(STREET, STREET_V1)),
        Library(INVENTED_PROMPTS, INVENTED_REGIONS, (STREET, STREET_V1)),
        Library(INVENTED_PROMPTS, INVENTED_REGIONS, (STREET,), retired=(STREET_V1,)),
    ],
    ids=["fake", "library", "retired"],
)
def test_a_run_finds_the_version_that_it_began_with(catalogue: Catalogue) -> None:
    """The newest is the one to begin; an older one is there for whoever is in it."""
    assert catalogue.flows() == (STREET,)
    assert catalogue.flow("the_street") is STREET
    assert catalogue.flow("the_street", 1) is STREET_V1


def test_the_order_of_files_does_not_matter() -> None:
    """The same prompts make the same library, however they came."""
    backwards = Library(INVENTED_PROMPTS[::-1], INVENTED_REGIONS)
    assert backwards.prompts() == Library(INVENTED_PROMPTS, INVENTED_REGIONS).prompts()


def test_a_round_is_found_by_its_id(make: Callable[[], Catalogue]) -> None:
    """Rounds are ordered, ids and titles are unique, and what the list holds the look-up finds."""
    catalogue = make()
    rounds = catalogue.rounds()
    assert [each.id for each in rounds] == sorted({each.id for each in rounds})
    assert len({each.title for each in rounds}) == len(rounds)
    assert all(catalogue.round(each.id) is each for each in rounds)
    assert catalogue.round("of_no_circle") is None


def test_nothing_in_it_can_be_changed(make: Callable[[], Catalogue]) -> None:
    """What a run has started with stays as it was."""
    prompt = make().prompts()[0]
    with pytest.raises(FrozenInstanceError):
        prompt.text = "something else"  # type: ignore[misc]  # the promise under test


def test_the_fake_shows_every_way_to_answer() -> None:
    """A service tested with the fake has met each modality that a library can hold."""
    shown = {prompt.modality for prompt in FakeCatalogue().prompts()}
    assert shown == set(Modality) - {Modality.FLOW}
