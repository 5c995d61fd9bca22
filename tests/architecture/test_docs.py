"""The docs keep up: what has a name in the code stands on its page, and what a page names is there."""

import ast
import inspect
import re
from pathlib import Path

import click
import pytest

from bot import errors
from bot.app.cli import reststop
from bot.app.settings import variables
from bot.errors import ReststopError
from bot.services.routes import COMMANDS
from tests.architecture.shell_words import shell_commands

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_PATH = re.compile(r"`((?:adapters|bot|docs|prompts|tests|tools)/[\w./-]+\.(?:md|py|yaml|json))`")
_PLACE = re.compile(r"`((?:adapters|bot)/[\w/]+\.py):([\w.]+)`")
_WALKS = re.compile(r"^## Two walks$(.*?)^## ", re.MULTILINE | re.DOTALL)
_HOP = re.compile(r"^(\d+)\. ", re.MULTILINE)
_DEFINED = (ast.AsyncFunctionDef, ast.ClassDef, ast.FunctionDef)
_NAMED = re.compile(r"\b(?:docs|tests)/[\w./-]+\.(?:md|py)\b")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def page(name: str) -> str:
    """The text of a page, by its path from the top of the checkout."""
    return (ROOT / name).read_text("utf-8")


def first_cells(text: str) -> set[str]:
    """What stands in backquotes in the first column of a page's tables."""
    rows = (line.split("|")[1] for line in text.splitlines() if line.startswith("| `"))
    return {name for cell in rows for name in re.findall(r"`([^`]+)`", cell)}


def anchors(text: str) -> set[str]:
    """The anchors that a forge makes of a page's headings."""
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in _HEADING.findall(text)}


def test_every_setting_is_described() -> None:
    """Whoever runs Reststop finds each setting on the page, and none that is gone."""
    assert first_cells(page("docs/settings.md")) == set(variables()) | {
        "CREDENTIALS_DIRECTORY",
        "NO_COLOR",
        "TERM",
    }


def test_every_shell_command_is_described() -> None:
    """The headings of the page are the commands of the shell."""
    titles = re.findall(r"^### `(reststop [a-z ]+[a-z])", page("docs/commands.md"), re.MULTILINE)
    assert sorted(titles) == sorted(shell_commands(reststop, "reststop"))


def test_the_list_of_commands_says_what_each_says_of_itself() -> None:
    """The list is there at once, since no command is loaded for it; so its sentences are written twice."""
    context = click.Context(reststop, terminal_width=100, max_content_width=100)
    listed = re.findall(
        r"^  ([a-z]+)  +(\S.*)$", reststop.get_help(context).partition("Commands:")[2], re.MULTILINE
    )
    commands = ((name, reststop.get_command(context, name)) for name in reststop.list_commands(context))
    assert listed == [(name, found.get_short_help_str(limit=80)) for name, found in commands if found]


def test_every_word_in_chat_is_described() -> None:
    """What the router understands stands in the first table of the page, and nothing else does."""
    words, _, _ = page("docs/commands.md").partition("## Shell commands")
    assert first_cells(words) == set(COMMANDS)


def test_every_error_code_is_described() -> None:
    """A code and its exit code can be looked up, and none is listed that no error has."""
    found = (error for _, error in inspect.getmembers(errors, inspect.isclass))
    known = {(error.code, str(error.exit_code)) for error in found if issubclass(error, ReststopError)}
    table = page("docs/operations.md").partition("## Error codes")[2]
    assert set(re.findall(r"^\| `(\w+)` \| (\d) \|", table, re.MULTILINE)) == known


def test_every_decision_is_listed() -> None:
    """The list of decisions names every page, in order."""
    pages = sorted(path.name for path in (ROOT / "docs/decisions").glob("[0-9]*.md"))
    assert re.findall(r"\]\((\d[^)]+)\)", page("docs/decisions/README.md")) == pages


def test_every_page_is_in_the_index() -> None:
    """One list leads to all of them, and says who reads which."""
    pages = {path.name for path in (ROOT / "docs").iterdir() if path.suffix != ".png" and path.is_file()}
    pages -= {"README.md"}
    assert pages - set(re.findall(r"\]\(([\w.-]+)", page("docs/README.md"))) == set()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_a_page_points_to_is_there(path: Path) -> None:
    """No link and no file name leads nowhere."""
    text = path.read_text("utf-8")
    links = [link for link in _LINK.findall(text) if not link.startswith("https://")]
    missing = [name for name in _PATH.findall(text) if not (ROOT / name).is_file()]
    for link in links:
        file, _, anchor = link.partition("#")
        target = path.parent / file if file else path
        if not target.is_file() or (anchor and anchor not in anchors(target.read_text("utf-8"))):
            missing.append(link)
    assert missing == []


def test_what_the_code_points_to_is_there() -> None:
    """A docstring that names a page or a contract suite names one that exists."""
    modules = [path for folder in ("adapters", "bot") for path in (ROOT / folder).rglob("*.py")]
    named = {name for path in modules for name in _NAMED.findall(path.read_text("utf-8"))}
    assert sorted(name for name in named if not (ROOT / name).is_file()) == []


def test_both_walks_are_short() -> None:
    """From a press to its row and back, and from a due row to a message: ten hops at most."""
    found = _WALKS.search(page("docs/architecture.md"))
    assert found is not None
    hops = [int(number) for number in _HOP.findall(found[1])]
    assert hops.count(1) == 2  # two lists, each numbered
    assert max(hops) <= 10


@pytest.mark.parametrize("place", sorted(set(_PLACE.findall(page("docs/architecture.md")))), ids=":".join)
def test_a_place_that_the_page_names_is_there(place: tuple[str, str]) -> None:
    """`file.py:function` leads to a function, a method or a class of that file."""
    file, name = place
    found: ast.AST = ast.parse((ROOT / file).read_text("utf-8"))
    for part in name.split("."):
        inside = {each.name: each for each in ast.iter_child_nodes(found) if isinstance(each, _DEFINED)}
        assert part in inside, place
        found = inside[part]


def test_privacy_says_who_could_read() -> None:
    """The one sentence that nobody may take out."""
    assert "Whoever runs this server could open it" in page("PRIVACY.md")


def test_readme_begins_with_what_this_is_and_never_does() -> None:
    """Who opens the page learns it before the first command."""
    opening, _, _ = page("README.md").partition("## ")
    never = ("treats", "diagnoses", "scores risk", "ranks", "shames", "streaks", "advice", "client details")
    assert [word for word in never if word not in opening] == []
