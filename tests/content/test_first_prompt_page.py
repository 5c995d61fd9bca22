"""Your first question, in ten minutes: what that page shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.app.cli.content import content
from bot.app.library import library_folder

PAGE = (library_folder().parent / "docs" / "first-prompt.md").read_text("utf-8")
_YAML = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
_SHELL = re.findall(r"^\$ reststop content (.*)\n((?:(?!\$ |```).*\n)*)", PAGE, re.MULTILINE)
_SAID = re.compile(r"^```\n(packs/.*)\n```", re.MULTILINE)
QUESTION = "Was there a minute in the small kitchen tonight that was yours?"
FAULTS = {
    "bad_yaml": (f'{QUESTION}"', QUESTION),
    "pressure": (QUESTION, "You should take a minute in the small kitchen."),
    "boolean_key": ("no_way_to: there was no way to", "no: there was no way to"),
    "alike": (QUESTION, "Which yes from this week do you still feel fine about?"),
}
"""What makes each problem of the page."""


@pytest.fixture(autouse=True)
def _an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where somebody begins, with the two files that they copied."""
    monkeypatch.chdir(tmp_path)
    Path("ward").mkdir()
    for name, text in zip(("pack.yaml", "rest.yaml"), _YAML, strict=True):
        Path("ward", name).write_text(text, "utf-8")


def run(words: str) -> str:
    """What a command of the page prints."""
    return CliRunner().invoke(content, words.split()).output


@pytest.mark.parametrize(("words", "shown"), _SHELL)
def test_each_command_prints_what_the_page_shows(words: str, shown: str) -> None:
    """As typed, in an empty folder; `...` stands for what is left out."""
    form = ".*".join(re.escape(part) for part in shown.removesuffix("\n").split("..."))
    assert re.match(form, run(words), re.DOTALL)


def test_every_step_has_a_command() -> None:
    """It is checked once and looked at in three ways."""
    assert [words.split()[0] for words, _ in _SHELL] == ["check", "preview", "preview", "preview"]


@pytest.mark.parametrize("said", _SAID.findall(PAGE))
def test_each_problem_is_told_as_the_page_shows(said: str) -> None:
    """The very line that somebody will read, number and all."""
    before, after = FAULTS[said[said.rindex("(") + 1 : -1]]
    file = Path("ward/rest.yaml")
    assert before in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(before, after), "utf-8")
    assert run("check --prompts ward").splitlines()[0] == said


def test_no_problem_of_the_page_is_left_out() -> None:
    """All four are played."""
    assert len(_SAID.findall(PAGE)) == len(FAULTS)
