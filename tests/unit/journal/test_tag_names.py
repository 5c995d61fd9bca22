"""Tags that look like somebody: asked about, kept as they were written, and never refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.journal.tag_names import like_somebody
from tests.unit.small_house import card_of, control, form_of
from tests.unit.world import world


@pytest.mark.parametrize(
    "tag",
    ["Maria", "maria", "JB", "A.K.", "Mr Jones", "Anna Kovac", "Smith family", "Thomas", "Ruth", "Dr Patel"],
)
def test_a_name_is_seen(tag: str) -> None:
    """However it is written."""
    assert like_somebody([tag]) == (tag,)


@pytest.mark.parametrize(
    "tag",
    [
        "endings",
        "Grief",
        "night shift",
        "ward 7",
        "CBT",
        "EMDR",
        "open",
        "the Tuesday one",
        "family work",
        "hope",
        "Hope",
        "joy",
        "grace",
        "light",
        "summer",
        "art",
        "will",
        "kia ora",
    ],
)
def test_a_word_of_the_work_is_none(tag: str) -> None:
    """Nobody is asked about a topic, a shift or a method."""
    assert like_somebody([tag]) == ()


@given(st.text(max_size=40))
def test_whatever_is_written_it_is_looked_at(tag: str) -> None:
    """No sign breaks it."""
    assert like_somebody([tag]) in {(), (tag,)}


def test_what_is_to_be_let_be_is_let_be() -> None:
    """Whoever said that a word is nobody's name is not asked again."""
    assert like_somebody(["Maria"], let_be=["maria"]) == ()


async def test_a_tag_like_a_name_is_kept_and_asked_about() -> None:
    """Keeping it changes nothing; changing it opens the form with what stands there."""
    with world() as house:
        await house.settle_in()
        await house.submit(form_of(await house.command("write")), text="A slow morning.")
        last = card_of(await house.command("journal last"))
        form = form_of(await house.press(control(last, "entry.tags")))
        asked = card_of(await house.submit(form, tags="Maria, endings"))
        assert "One of them looks like somebody" in asked.text
        assert "Maria" not in asked.text
        assert "stays" in card_of(await house.press(control(asked, "tags.keep"))).text
        again = form_of(await house.press(control(asked, "entry.retag")))
        assert again.fields[0].value == "Maria, endings"
        quiet = card_of(await house.submit(again, tags="the Tuesday one, endings"))
        assert quiet.text_id == "entry.tagged"
