"""docs/rotation.md says what the rotation does with the library as it is."""

from __future__ import annotations

from adapters.content.loader import load
from bot.app.library import library_folder
from bot.app.rotation.simulated_year import fingerprint
from tools.plot_rotation import PAGE
from tools.rotation_tables import example


def test_the_page_was_made_of_this_library_by_this_rotation() -> None:
    """Ten people's years come out as they stand there; `python -m tools.plot_rotation` makes it anew."""
    page, stock = PAGE.read_text("utf-8"), load(library_folder()).stock()
    made = f"{len(stock.prompts)} prompts, library {fingerprint(stock)}"
    assert made in page
    assert f"```text\n{example(stock)}\n```" in page
