"""How one's own reaction shapes what the other does next: asked about often, and with no blame either way."""

from __future__ import annotations

from adapters.content.loader import examine
from adapters.content.voice import lint
from bot.app.library import library_folder
from bot.domain.prompts import Domain, Modality
from tests.e2e.rows.rows_library import family


def test_the_family_is_there() -> None:
    """Six and more on what one does, some by a tap and some in words."""
    prompts = family("my_part_in_the_loop")
    assert len(prompts) >= 6
    assert {prompt.domain for prompt in prompts} == {Domain.ACTIONS}
    assert {Modality.TEXT, Modality.CHOICE} <= {prompt.modality for prompt in prompts}


def test_nobody_is_blamed() -> None:
    """The voice finds nothing, and no question asks whose fault it is."""
    voice = examine(library_folder()).voice
    for prompt in family("my_part_in_the_loop"):
        said = (prompt.text, *(option.label for option in prompt.options))
        assert not any(found for text in said for found in lint(text, voice))
        assert not any(word in " ".join(said).lower() for word in ("fault", "blame", "guilty", "mistake"))
