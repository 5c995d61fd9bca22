"""What goes without words has a domain of its own: face, voice, pace, and what a screen leaves out."""

from __future__ import annotations

from bot.domain.prompts import Domain
from tests.e2e.rows.rows_library import library


def test_the_domain_has_eight_and_assumes_no_sense() -> None:
    """One on calls and screens among them; and none speaks of what is seen alone."""
    prompts = [prompt for prompt in library().prompts() if prompt.domain is Domain.UNSPOKEN]
    assert sum(not prompt.id.startswith("commons") for prompt in prompts) >= 8
    texts = [f"{prompt.text} {' '.join(option.label for option in prompt.options)}" for prompt in prompts]
    assert any("call" in text and "screen" in text for text in texts)
    assert not any("eye contact" in text or "look them in" in text for text in texts)
