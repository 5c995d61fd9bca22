"""Where the prompt library stands on disk."""

from __future__ import annotations

from pathlib import Path


def library_folder() -> Path:
    """The `prompts` folder beside the `bot` package."""
    return Path(__file__).resolve().parents[2] / "prompts"
