"""After a tender answer: one quiet card for the person alone, nothing by itself (docs/content.md)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.disk import hits
from tests.e2e.platform_restarts import PLATFORMS
from tests.e2e.sim_driver import Shown, Story, staged, story_in_process
from tests.e2e.tender_library import ALL, HARBOUR, LANTERN, SAY, tender_library
from tests.e2e.test_scenario_2 import SURFACES, settle

WORDS = "seventeen lanterns drifted homeward"


@pytest.fixture(name="library", scope="module")
def _library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tender_library(tmp_path_factory.mktemp("library"))


@contextmanager
def settled(data: Path, surface: str, library: Path) -> Iterator[Story]:
    """Somebody with check-ins at half past eight, and this library."""
    with story_in_process(data, operator_set={"prompts": (library,)}) as story:
        settle(story, "ana", surface)
        yield story


def opens(story: Story, topic: str) -> Shown:
    """Let her open a question on a topic, from `practise`; return its card."""
    story.command("ana", "practise")
    story.press("ana", "topic.which")
    [card] = story.choose("ana", "topic.open", topic)
    return card


def names(card: Shown) -> list[str]:
    """The names of what can be pressed on a card."""
    return [control["name"] for control in card["controls"]]


def heavy(story: Story) -> Shown:
    """Let her open the tender choice and tap its heaviest answer; return what came beside the posted card."""
    opens(story, "exposure")
    _, quiet = story.choose("ana", "checkin.prompt", "heavy")
    return quiet


@pytest.mark.parametrize("surface", SURFACES)
def test_a_heavy_answer_is_followed_by_one_card_for_her_alone(
    tmp_path: Path, surface: str, library: Path
) -> None:
    """The posted card says "Noted" as ever, receipt and offers are for her eyes, nothing comes later."""
    with settled(tmp_path / "data", surface, library) as story:
        asked = opens(story, "exposure")
        assert LANTERN in str(asked)
        noted, quiet = story.choose("ana", "checkin.prompt", "heavy")
        assert (noted["kind"], noted["id"], noted["text_id"]) == ("replace", asked["id"], "checkin")
        assert noted["text"] == f"{asked['text']}\n\nNoted."
        assert (quiet["text_id"], quiet["seen_by"], quiet["to"]) == ("after", "only_you", "ana")
        assert (quiet["text"], quiet["summary"]) == (SAY, "For you alone.")
        assert names(quiet) == [*ALL, "after.no"]
        assert story.clock("2026-01-05T08:29:00Z") == []


@pytest.mark.parametrize("surface", SURFACES)
def test_what_is_pressed_comes_about(tmp_path: Path, surface: str, library: Path) -> None:
    """Her list, who to call, a place on the list for supervision, the minute after a hard one."""
    with settled(tmp_path / "data", surface, library) as story:
        heavy(story)
        assert story.press("ana", "gentle.people")[0]["text_id"] == "people.none"
        assert story.press("ana", "help.now")[0]["text_id"] == "helpnow"
        [listed] = story.press("ana", "after.supervise")
        assert listed["text"] == "On your list for supervision."
        [begun] = story.press("ana", "after.put_down")
        assert begun["text_id"] == "flow.hard_one.still"
        [found] = story.command("ana", "journal search for supervision")
        assert found["text"].startswith("One page holds that")
        [page] = story.command("ana", "journal last")
        assert LANTERN in page["text"]
        assert "quite heavy" in page["text"]
        assert hits(tmp_path, "quite heavy") == [] == hits(tmp_path, LANTERN)


@pytest.mark.parametrize("surface", SURFACES)
def test_a_matter_for_work_begins_when_it_is_pressed(tmp_path: Path, surface: str, library: Path) -> None:
    """And no sooner."""
    with settled(tmp_path / "data", surface, library) as story:
        heavy(story)
        assert [card["text_id"] for card in story.press("ana", "after.raise")] == ["flow.raise.what"]


@pytest.mark.parametrize("surface", SURFACES)
def test_no_thanks_is_the_end_of_it(tmp_path: Path, surface: str, library: Path) -> None:
    """The card is answered in its place; the same answer once more that day brings no second one."""
    with settled(tmp_path / "data", surface, library) as story:
        heavy(story)
        [fine] = story.press("ana", "after.no")
        assert (fine["text"], fine["kind"]) == ("Fine.", "replace")
        assert len(story.choose("ana", "checkin.prompt", "light")) == 1
        story.restart()
        assert len(story.choose("ana", "checkin.prompt", "heavy")) == 1


@pytest.mark.parametrize("surface", SURFACES)
def test_a_page_is_followed_by_it_too(tmp_path: Path, surface: str, library: Path) -> None:
    """Below "Saved privately."; the page itself goes on the list for supervision."""
    with settled(tmp_path / "data", surface, library) as story:
        assert HARBOUR in str(opens(story, "rupture_repair"))
        story.press("ana", "checkin.write")
        saved, quiet = story.submit("ana", "entry", text=WORDS)
        assert saved["text"] == "Saved privately."
        assert (quiet["text_id"], quiet["seen_by"], names(quiet)) == (
            "after",
            "only_you",
            [*ALL, "after.no"],
        )
        story.press("ana", "after.supervise")
        [found] = story.command("ana", "journal search for supervision")
        assert found["text"].startswith("One page holds that")
        [page] = story.command("ana", "journal last")
        assert WORDS in page["text"]
        story.press("ana", "checkin.write")
        assert len(story.submit("ana", "entry", text="and one more")) == 1
        assert hits(tmp_path, WORDS) == []


@pytest.mark.parametrize("surface", SURFACES)
def test_own_words_are_any_other_answer(tmp_path: Path, surface: str, library: Path) -> None:
    """What stands under `_`, once the page is kept."""
    with settled(tmp_path / "data", surface, library) as story:
        opens(story, "meaning")
        [form] = story.choose("ana", "checkin.prompt", "own_words")
        assert "form" in form
        _, quiet = story.submit("ana", "entry", text=WORDS)
        assert names(quiet) == ["gentle.self_compassion", "gentle.rest_stop", "after.no"]
        assert story.press("ana", "gentle.rest_stop")[0]["text_id"].startswith("flow.rest_stop")


@pytest.mark.parametrize("surface", SURFACES)
def test_a_receipt_alone_asks_nothing(tmp_path: Path, surface: str, library: Path) -> None:
    """A line and no button."""
    with settled(tmp_path / "data", surface, library) as story:
        opens(story, "exposure")
        _, quiet = story.choose("ana", "checkin.prompt", "light")
        assert (quiet["text"], names(quiet)) == ("Fine.", [])


@pytest.mark.parametrize("surface", SURFACES)
def test_words_that_can_mean_danger_come_first(tmp_path: Path, surface: str, library: Path) -> None:
    """Who to call stands alone where nothing else matters; above a quiet card where something else may."""
    with settled(tmp_path / "data", surface, library) as story:
        opens(story, "rupture_repair")
        story.press("ana", "checkin.write")
        shown = story.submit("ana", "entry", text="I want to die.")
        assert [card["text_id"] for card in shown] == ["entry.saved", "danger.high"]
        story.press("ana", "checkin.write")
        shown = story.submit("ana", "entry", text="A client said she wants to die.")
        assert [card["text_id"] for card in shown] == ["entry.saved", "danger.unclear", "after"]


@pytest.mark.parametrize("surface", SURFACES)
def test_a_low_mark_after_it_brings_no_second_card(tmp_path: Path, surface: str, library: Path) -> None:
    """The offers are there. Her own word brings something small all the same."""
    with settled(tmp_path / "data", surface, library) as story:
        heavy(story)
        assert len(story.scale("ana", "checkin.energy", 1)) == 1
        assert [card["text_id"] for card in story.command("ana", "rough")] == ["gentle"]


@pytest.mark.parametrize("surface", SURFACES)
def test_after_a_low_mark_something_small_is_the_one_card(
    tmp_path: Path, surface: str, library: Path
) -> None:
    """It offers the minute after a hard one and a matter for work too, whatever is answered then."""
    with settled(tmp_path / "data", surface, library) as story:
        opens(story, "exposure")
        _, small = story.scale("ana", "checkin.energy", 1)
        offered = ["gentle.rest_stop", "after.put_down", "gentle.self_compassion", "gentle.people"]
        assert names(small)[-7:] == [*offered, "help.now", "after.raise", "gentle.no"]
        assert len(story.choose("ana", "checkin.prompt", "heavy")) == 1


@pytest.mark.parametrize("surface", PLATFORMS)
def test_each_platform_shows_it(tmp_path: Path, surface: str, library: Path) -> None:
    """With its own library: the card, a press on it, and the answer."""
    with staged(PLATFORMS[surface]), settled(tmp_path / "data", surface, library) as story:
        quiet = heavy(story)
        assert (quiet["text_id"], names(quiet)) == ("after", [*ALL, "after.no"])
        assert story.press("ana", "after.supervise")[0]["text"] == "On your list for supervision."
        opens(story, "rupture_repair")
        story.press("ana", "checkin.write")
        _, quiet = story.submit("ana", "entry", text=WORDS)
        assert names(quiet) == [*ALL, "after.no"]
