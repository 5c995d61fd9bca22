"""Bodies that an app might send to Discord, for the tests of what is refused."""

from __future__ import annotations

from collections.abc import Callable

from tests.json_types import Json
from tests.sim.discord.checks import Problem
from tests.sim.discord.interactions import AUTOCOMPLETE, CHOICES, COMPONENT, MODAL
from tests.sim.discord.lint import lint_callback, lint_edit
from tests.sim.discord.world import IS_COMPONENTS_V2

Lint = Callable[[object], list[Problem]]
AtMost = dict[str, tuple[Lint, Callable[[int], object], int]]
"""How it is looked at, how it is built, and how much of it may be."""
Refused = dict[str, tuple[Lint, object, str]]
"""How it is looked at, what it is, and where the one thing stands that is wrong with it."""
Taken = list[tuple[Lint, object]]

NOBODY: Json = {"allowed_mentions": {"parse": []}}


def plain(*rows: Json, **more: object) -> Json:
    """A message of words, with rows below them."""
    return {"content": "Something is here.", "components": list(rows), **NOBODY, **more}


def layout(*components: Json, **more: object) -> Json:
    """A message that is a layout."""
    return {"flags": IS_COMPONENTS_V2, "components": list(components), **NOBODY, **more}


def row(*components: Json) -> Json:
    """A row of controls."""
    return {"type": 1, "components": list(components)}


def button(n: int = 0, **more: object) -> Json:
    """A button with an id of its own."""
    return {"type": 2, "style": 2, "label": "Fine", "custom_id": f"b{n}", **more}


def link(**more: object) -> Json:
    """A button that leads somewhere."""
    return {"type": 2, "style": 5, "label": "Read", "url": "https://example.org/", **more}


def options(count: int) -> list[Json]:
    """So many options."""
    return [{"label": "calm", "value": f"v{n}"} for n in range(count)]


def select(count: int = 2, **more: object) -> Json:
    """A select with so many options."""
    return {"type": 3, "custom_id": "s", "options": options(count), **more}


def text(length: int = 3) -> Json:
    """A text of so many letters."""
    return {"type": 10, "content": "a" * length}


def container(*components: Json) -> Json:
    """A box around components."""
    return {"type": 17, "components": list(components)}


def field(**more: object) -> Json:
    """A field in which something can be typed, with its label."""
    return label({"type": 4, "custom_id": "t", "style": 2, **more})


def label(component: Json, **more: object) -> Json:
    """A label around a component."""
    return {"type": 18, "label": "Words", "component": component, **more}


def modal(*components: Json, **more: object) -> Json:
    """A form, as what is opened by a press."""
    data = {"custom_id": "f", "title": "Title", "components": list(components), **more}
    return {"type": MODAL, "data": data}


def command(*held: Json, **more: object) -> Json:
    """A slash command."""
    return {"name": "reststop", "description": "A place to rest", "type": 1, "options": list(held), **more}


def option(kind: int = 3, **more: object) -> Json:
    """An option of a command."""
    return {"type": kind, "name": "words", "description": "What to look for", **more}


def offered(n: int, name: str = "a", value: object = "v") -> Json:
    """So many choices while something is typed."""
    return {"type": CHOICES, "data": {"choices": [{"name": name, "value": value}] * n}}


def press(body: object) -> list[Problem]:
    """What is refused of an answer to a press, on a plain message."""
    return lint_callback(body, COMPONENT, plain())


def typing(body: object) -> list[Problem]:
    """What is refused of an answer to an autocomplete."""
    return lint_callback(body, AUTOCOMPLETE)


def on(before: Json) -> Lint:
    """Look at a change of the message `before`."""
    return lambda body: lint_edit(body, before)


def places(problems: list[Problem]) -> list[str]:
    """Where something is wrong."""
    return [".".join(problem.at) for problem in problems]
