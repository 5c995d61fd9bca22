"""What Discord refuses of answers to interactions and of modals is named, and what it takes is not."""

from __future__ import annotations

from tests.json_types import Json
from tests.sim.discord.interactions import COMMAND, DEFER, DEFER_UPDATE, REPLY, SUBMIT, UPDATE
from tests.sim.discord.lint import lint_callback
from tests.sim.discord.world import EPHEMERAL, IS_COMPONENTS_V2
from tests.sim.discord_bodies import (
    AtMost,
    Refused,
    Taken,
    button,
    field,
    label,
    layout,
    modal,
    offered,
    plain,
    press,
    row,
    select,
    text,
)
from tests.sim.discord_rules import held_to


def deferred(kind: int = DEFER, **data: object) -> Json:
    """An answer that comes later."""
    return {"type": kind, "data": data} if data else {"type": kind}


AT_MOST: AtMost = {
    "content of an answer": (press, lambda n: {"type": REPLY, "data": plain(content="a" * n)}, 2000),
    "components of a modal": (press, lambda n: modal(*[text()] * n), 5),
    "title of a modal": (press, lambda n: modal(field(), title="a" * n), 45),
    "custom_id of a modal": (press, lambda n: modal(field(), custom_id="a" * n), 100),
    "label of a label": (press, lambda n: modal(field() | {"label": "a" * n}), 45),
    "description of a label": (press, lambda n: modal(field() | {"description": "a" * n}), 100),
    "custom_id of a field": (press, lambda n: modal(field(custom_id="c" * n)), 100),
    "placeholder of a field": (press, lambda n: modal(field(placeholder="a" * n)), 100),
    "max_length of a field": (press, lambda n: modal(field(max_length=n)), 4000),
    "min_length of a field": (press, lambda n: modal(field(min_length=n)), 4000),
    "min_length of a field of ten": (press, lambda n: modal(field(min_length=n, max_length=10)), 10),
    "value of a field": (press, lambda n: modal(field(value="a" * n)), 4000),
    "value of a field of ten": (press, lambda n: modal(field(value="a" * n, max_length=10)), 10),
    "texts of a modal": (press, lambda n: modal(text(3000), text(n - 3000), field()), 4000),
    "options in a modal": (press, lambda n: modal(label(select(n))), 25),
}

REFUSED: Refused = {
    "mentions in an answer": (press, {"type": REPLY, "data": {"content": "a"}}, "data.allowed_mentions"),
    "no answer": (press, {}, "type"),
    "an answer of no known type": (press, {"type": 3}, "type"),
    "a form for a form": (lambda body: lint_callback(body, SUBMIT, plain()), modal(field()), "type"),
    "an update of nothing": (
        lambda body: lint_callback(body, SUBMIT),
        {"type": UPDATE, "data": plain()},
        "type",
    ),
    "an update after a command": (
        lambda body: lint_callback(body, COMMAND),
        {"type": UPDATE, "data": plain()},
        "type",
    ),
    "an update later after a command": (
        lambda body: lint_callback(body, COMMAND),
        deferred(DEFER_UPDATE),
        "type",
    ),
    "choices after a press": (press, offered(1), "type"),
    "a reply of nothing": (press, {"type": REPLY}, "data"),
    "a layout that comes later": (press, deferred(flags=EPHEMERAL | IS_COMPONENTS_V2), "data.flags"),
    "words before they come": (press, deferred(content="a"), "data.content"),
    "an update that comes at once": (press, deferred(DEFER_UPDATE, content="a"), "data"),
    "an ephemeral update": (press, {"type": UPDATE, "data": plain(flags=EPHEMERAL)}, "data.flags"),
    "a row in a modal": (press, modal(row(field()["component"])), "data.components.0.type"),
    "a button in a modal": (press, modal(label(button())), "data.components.0.component.type"),
    "a space in a modal": (press, modal({"type": 14}, field()), "data.components.0.type"),
    "a modal of nothing": (press, modal(), "data.components"),
    "a modal without a title": (press, modal(field(), title=""), "data.title"),
    "a modal without a custom_id": (press, modal(field(), custom_id=None), "data.custom_id"),
    "a label without words": (press, modal(field() | {"label": None}), "data.components.0.label"),
    "a description of nothing": (
        press,
        modal(field() | {"description": ""}),
        "data.components.0.description",
    ),
    "a label of nothing": (press, modal({"type": 18, "label": "a"}), "data.components.0.component"),
    "a field with a label of its own": (
        press,
        modal(field(label="a")),
        "data.components.0.component.label",
    ),
    "a field of no known style": (press, modal(field(style=3)), "data.components.0.component.style"),
    "a field with no room": (press, modal(field(max_length=0)), "data.components.0.component.max_length"),
    "less than must be typed": (
        press,
        modal(field(min_length=5, value="a")),
        "data.components.0.component.value",
    ),
    "two fields of one custom_id": (press, modal(field(), field()), "data.components.1.component.custom_id"),
    "a select that is off in a modal": (
        press,
        modal(label(select(disabled=True))),
        "data.components.0.component.disabled",
    ),
    "nothing for what is required": (
        press,
        modal(label(select(min_values=0))),
        "data.components.0.component.min_values",
    ),
}

TAKEN: Taken = [
    (press, {"type": UPDATE, "data": plain(row(button()))}),
    (press, {"type": REPLY, "data": layout(text(), flags=IS_COMPONENTS_V2 | EPHEMERAL)}),
    (press, deferred(DEFER_UPDATE)),
    (press, deferred(flags=EPHEMERAL)),
    (press, deferred()),
    (lambda body: lint_callback(body, COMMAND), {"type": DEFER, "data": None}),
    (lambda body: lint_callback(body, COMMAND), modal(field())),
    (lambda body: lint_callback(body, SUBMIT), {"type": REPLY, "data": plain()}),
    (lambda body: lint_callback(body, SUBMIT, plain()), {"type": UPDATE, "data": plain()}),
    (lambda body: lint_callback(body, SUBMIT, plain()), deferred(DEFER_UPDATE)),
    (press, modal(text(), field(label=None, value="", min_length=3, required=False, style=1))),
    (press, modal(field(min_length=3, value="abc", max_length=3))),
    (press, modal(field() | {"description": "How it is"}, label(select(min_values=0, required=False)))),
]

globals().update(held_to(AT_MOST, REFUSED, TAKEN))
