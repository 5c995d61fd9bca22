"""The README's transcript is what happens: its typed lines, played against the command, print the rest."""

from __future__ import annotations

import re
from pathlib import Path

from tests.e2e.terminal import ROOT, visit


def _transcript() -> list[str]:
    text = (ROOT / "README.md").read_text("utf-8")
    [block] = re.findall(r"## The first minute\n\n```text\n\$ make run\n(.*?)```", text, re.DOTALL)
    return str(block).splitlines()


def _typed(lines: list[str]) -> list[str]:
    """Return what a person typed: after a prompt, and unindented where a long text goes on."""
    return [line.removeprefix("> ") for line in lines if line and not line.startswith("  ")]


def _printed(lines: list[str]) -> list[str]:
    """Return what Reststop printed."""
    return [re.sub("^> .*", "> ", line) for line in lines if not line or line.startswith(("  ", "> "))]


def _on_any_day(lines: list[str]) -> list[str]:
    """The next weekday's 12:30 is today, tomorrow or a Monday: which one depends on when this runs."""
    return [re.sub(r"^  .* at 12:30, then\.", "  Tomorrow at 12:30, then.", line) for line in lines]


def test_the_readme_plays(tmp_path: Path) -> None:
    """Line by line, as somebody who follows it would see it."""
    lines = _transcript()
    screen = visit(tmp_path / "data", *_typed(lines))
    assert _on_any_day(screen.splitlines()) == _printed(lines)
