"""A form that Discord has closed and the core refused: what of it goes back to its writer."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from adapters.discord import text
from bot.surface.form import TextField
from bot.surface.outcome import QUIET, Open, Outcome, Refuse
from tests.unit.discord.desk import Desk, desk
from tests.unit.scripted_core import FORM


@pytest.fixture
async def here() -> AsyncIterator[Desk]:
    """A core that is quick enough for everybody."""
    async with desk() as at_ease:
        yield at_ease


async def test_what_stood_in_a_refused_form_is_not_given_back_as_somebodys_words(here: Desk) -> None:
    """Only what they wrote: a form may open with much, and all of it is there when it opens again."""
    filled = replace(FORM, fields=(*FORM.fields, TextField(name="where", label="Where", value="as it stood")))
    here.core.says = lambda _: Outcome(first=Open(form=filled))
    await here.ana.command("write")
    here.ana.fill({"Your words": "words of mine"})
    here.core.says = lambda _: Outcome(first=Refuse(errors={"words": "Not that."}))
    await here.ana.submit()
    assert "words of mine" in here.ana.whispers[-1].text
    assert "as it stood" not in here.ana.whispers[-1].text
    here.core.says = lambda _: QUIET
    await here.ana.press(text.AGAIN)
    assert here.ana.modal is not None
    assert "as it stood" in here.ana.modal.text
