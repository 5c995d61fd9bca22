"""Feelings about people one supports that nobody asked for: ordinary, in private, and never left alone."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from adapters.content.after_checks import TENDER_OFFERS
from bot.app.library import library_folder
from bot.domain.prompts import AudienceKind, Domain, Sensitivity
from bot.domain.reviews import Shelf
from bot.domain.stock import Stock
from tests.e2e.rows.rows_library import family, library, settled
from tests.e2e.scenario_steps import WHO
from tests.e2e.test_scenario_2 import SURFACES

FAMILY = family("unwelcome_feelings")


@pytest.fixture(name="no_other", scope="module")
def _no_other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that ships, with no other question on feelings in it."""
    folder = tmp_path_factory.mktemp("library") / "prompts"
    shutil.copytree(library_folder(), folder, ignore=shutil.ignore_patterns("commons"))
    feelings = folder / "steam" / "emotions.yaml"
    meta, *entries = re.split(r"^(?=  - id: )", feelings.read_text("utf-8"), flags=re.MULTILINE)
    kept = [entry for entry in entries if "family: unwelcome_feelings" in entry]
    feelings.write_text(meta + "".join(kept), "utf-8")
    return folder


def test_the_family_is_tender_and_for_one_person_alone() -> None:
    """Six and more; none may be put to a team or a course."""
    assert len(FAMILY) >= 6
    assert {prompt.sensitivity for prompt in FAMILY} == {Sensitivity.TENDER}
    assert {prompt.audience for prompt in FAMILY} == {(AudienceKind.CLINICIAN,)}


def test_after_the_heaviest_answer_there_is_somewhere_to_go() -> None:
    """All five offers, the organisation's among them."""
    for prompt in FAMILY:
        assert any(set(TENDER_OFFERS) <= set(after.offers) for after in prompt.after)


def test_nobody_is_sent_one_that_their_organisation_did_not_sign() -> None:
    """They are held back, and so they come to no channel and no conversation by themselves."""
    assert Shelf().held(Stock.of(library().prompts())) >= {prompt.id for prompt in FAMILY}


def test_what_a_team_may_be_asked_is_fit_for_a_shared_channel() -> None:
    """Level 0 alone."""
    assert {one.sensitivity for one in library().prompts() if AudienceKind.TEAM in one.audience} == {
        Sensitivity.SHARED
    }


@pytest.mark.parametrize("surface", SURFACES)
def test_who_opens_one_in_a_shared_channel_is_asked_in_her_own_conversation(
    tmp_path: Path, surface: str, no_other: Path
) -> None:
    """The question stands in no channel, not even for her eyes alone there."""
    with settled(tmp_path / "data", surface, prompts=(no_other,)) as story:
        story.command(WHO, "practise", where="#team")
        story.press(WHO, "topic.which")
        [*_, card] = story.choose(WHO, "topic.open", Domain.EMOTIONS)
        assert any(one.text in str(card) for one in FAMILY)
        assert (card["to"], card["seen_by"], card["where"]) == (WHO, "direct", None)
        asked = [one for one in story.shown if any(each.text in str(one) for each in FAMILY)]
        assert asked == [card]
