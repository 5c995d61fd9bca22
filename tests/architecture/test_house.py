"""The house keeps its shape: small modules, known rooms, a core that stands on its own."""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bot.app.platforms import PLATFORMS

ROOT = Path(__file__).resolve().parents[2]
_IMPORTED = re.compile(r"^[ \t]*(?:from (\w+)[\w.]* import\b|import (\w.*))", re.MULTILINE)

MOST_LINES = 400
CORE_ROOMS = {"app", "domain", "guards", "ports", "services", "surface", "testing"}
SURFACES = {"console", "discord", "sim", "slack"}
PORTS = {"calendar", "content", "documents", "engine", "figures", "metrics", "store", "vault", "web"}
ADAPTERS = SURFACES | PORTS
OF_EVERY_SURFACE = {"app", "chat", "errors", "forms", "inbound", "limits", "render", "text"}
ROOMS_OF_A_SURFACE = {"answering", "drawing", "hearing", "line", "sending", "setup"}


def modules(*folders: str) -> list[Path]:
    """Every Python file below these folders of the checkout."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def rooms(folder: str) -> set[str]:
    """The packages directly in `folder`; what Python leaves behind is none."""
    return {path.name for path in (ROOT / folder).iterdir() if path.is_dir() and path.name != "__pycache__"}


def imported(path: Path) -> Iterator[str]:
    """The top-level name of everything that a module imports, wherever in it."""
    for module, names in _IMPORTED.findall(path.read_text("utf-8")):
        yield from ([module] if module else re.findall(r"(?:^|,)\s*(\w+)", names))


def test_no_module_is_longer_than_one_sitting() -> None:
    """A module over 400 lines is two rooms."""
    lines = {
        path: len(path.read_text("utf-8").splitlines())
        for path in modules("bot", "adapters", "tests", "tools")
    }
    assert {str(path.relative_to(ROOT)): count for path, count in lines.items() if count > MOST_LINES} == {}


def test_every_room_is_on_the_plan() -> None:
    """A package that no import contract names would be bound by none of them."""
    assert rooms("bot") <= CORE_ROOMS
    assert rooms("adapters") <= ADAPTERS
    assert {path.name for path in (ROOT / "bot").glob("*.py")} == {"__init__.py", "errors.py"}


def test_surfaces_share_their_file_names() -> None:
    """Who knows one surface finds the way in every other."""
    for surface in SURFACES & rooms("adapters"):
        names = {path.stem for path in modules(f"adapters/{surface}")}
        assert OF_EVERY_SURFACE - names == set(), surface
        assert rooms(f"adapters/{surface}") <= ROOMS_OF_A_SURFACE, surface


def test_every_platform_has_its_room_in_a_process() -> None:
    """What is asked for by name, once somebody needs it, is there."""
    for kind in PLATFORMS:
        names = {path.stem for path in modules(f"bot/app/{kind.surface}")}
        assert {"connected", "doctor", "shown"} - names == set(), kind.name


def test_what_draws_for_a_platform_needs_none_of_its_libraries() -> None:
    """The prompts are checked against what a platform can show where its own libraries are not installed."""
    names = ("controls", "forms", "limits", "pictures", "render", "text")
    drawing = [
        path for on in SURFACES - {"console"} for path in modules(f"adapters/{on}") if path.stem in names
    ]
    assert {name for path in drawing for name in imported(path)} <= {
        "adapters",
        "bot",
        *sys.stdlib_module_names,
    }


def test_core_imports_the_standard_library_and_itself() -> None:
    """Everything in bot but its composition runs without a single dependency."""
    known = {"bot", *sys.stdlib_module_names}
    core = [path for path in modules("bot") if not path.is_relative_to(ROOT / "bot" / "app")]
    foreign = {str(path.relative_to(ROOT)): set(imported(path)) - known for path in core}
    assert {path: names for path, names in foreign.items() if names} == {}


def test_one_way_leads_to_destroying_a_key_in_a_unit() -> None:
    """It sees to it that the unit is not run again; where a use case went past it, nothing would."""
    found = {path.name for path in modules("bot/services") if ".shred(" in path.read_text("utf-8")}
    assert found == {"destroying.py"}


def test_file_names_of_tests_are_unique() -> None:
    """A failing test is found by the name of its file alone."""
    names = Counter(path.name for path in modules("tests") if path.name.startswith("test_"))
    assert [name for name, count in names.items() if count > 1] == []
