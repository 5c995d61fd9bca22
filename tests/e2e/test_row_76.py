"""A question of law or licence is answered by nobody here: whoever asks is told whom to ask, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.scenario_steps import WHO, play, settling
from tests.e2e.sim_driver import Shown, Story, story_in_process
from tests.e2e.test_scenario_2 import SURFACES
from tests.e2e.test_scenario_15 import export

PAGE = "https://intranet.example.org/rules"
ASK_THEM = "I can't answer questions of law or licence. Please ask your board or your organisation."
NOT_SET = "A page on this: not set by your organisation."
PHRASES = [
    "Do I need a licence to run a group?",
    "which license do i need as a school counselor",
    "How many CE hours does my state accept?",
    "Can I practise across state lines?",
    "Is it legal to record a session?",
    "What does the law say about notes?",
    "Am I allowed to prescribe as a nurse?",
    "Should I report a colleague?",
    "Do I have to break confidentiality?",
    "I got a subpoena. What do I do?",
    "Is it within the scope of practice of a peer worker?",
    "How do I renew my registration as a social worker?",
]
LONGER = f"{'The ward was loud, and I was slow. ' * 10}Do I have to report it?"
CLIENT_AT_RISK = "A client told me she wants to kill herself. Do I have to break confidentiality?"


def _only_card(shown: list[Shown]) -> Shown:
    [card] = shown
    assert card["text_id"] == "board"
    return card


def _names(story: Story, words: str) -> list[str]:
    return [card["text_id"] for card in story.say(WHO, words)]


@pytest.mark.parametrize("policy", ["", PAGE])
@pytest.mark.parametrize("surface", SURFACES)
def test_whoever_asks_is_told_whom_to_ask(tmp_path: Path, surface: str, policy: str) -> None:
    """Typed as words or as a command: the same card, to the asker alone, and nothing of it is kept."""
    with story_in_process(tmp_path / "data", operator_set={"policy": policy}) as story:
        play(story, settling(surface))
        cards = [_only_card(story.say(WHO, words)) for words in PHRASES]
        cards += [_only_card(story.command(WHO, words)) for words in PHRASES]
        held = export(story, WHO)
    assert {card["seen_by"] for card in cards} == {"only_you"}
    assert {card["text"] for card in cards} == {ASK_THEM if policy else f"{ASK_THEM}\n\n{NOT_SET}"}
    links = {(one["kind"], one["ref"]) for card in cards for one in card["controls"] or ()}
    assert links == ({("link", PAGE)} if policy else set())
    assert (held["drafts"], held["entries"]) == ([], [])


def test_a_question_within_a_longer_text_leaves_the_offer_to_keep_it(tmp_path: Path) -> None:
    """Whom to ask stands first; the words wait as any do."""
    with story_in_process(tmp_path / "data") as story:
        play(story, settling("slack"))
        assert _names(story, LONGER) == ["board", "typed"]
        assert [draft["text"] for draft in export(story, WHO)["drafts"]] == [LONGER]


def test_danger_comes_first(tmp_path: Path) -> None:
    """Who to call stands above whom to ask, with a yes and without one."""
    with story_in_process(tmp_path / "data") as story:
        play(story, settling("slack"))
        assert _names(story, CLIENT_AT_RISK) == ["danger.unclear", "board"]
        asked = story.command(WHO, f"{CLIENT_AT_RISK} i want to die")
        assert [card["text_id"] for card in asked] == ["danger.high", "board"]
        by_a_stranger = story.command("ben", f"i want to die. {CLIENT_AT_RISK}", surface="slack")
        assert [card["text_id"] for card in by_a_stranger] == ["helpnow", "board"]


def test_without_a_yes_it_is_answered_and_nothing_is_kept(tmp_path: Path) -> None:
    """As a command; words of who gave no yes stay with them."""
    with story_in_process(tmp_path / "data") as story:
        [card] = story.command(WHO, PHRASES[0], surface="slack")
        assert card["text_id"] == "board"
        assert _names(story, PHRASES[0]) == ["consent"]


def test_a_page_is_a_page(tmp_path: Path) -> None:
    """What is written in a form is saved, whatever it asks; words that ask nothing are offered to be kept."""
    with story_in_process(tmp_path / "data") as story:
        play(story, settling("slack"))
        story.command(WHO, "write")
        [saved] = story.submit(WHO, "entry", text=PHRASES[0])
        assert saved["text"] == "Saved privately."
        story.command(WHO, f"write {PHRASES[0]}")
        assert story.form(WHO, "entry")
        assert _names(story, "I legally changed my mind.") == ["typed"]
        assert _names(story, "How did I feel when the board wrote back?") == ["typed"]
