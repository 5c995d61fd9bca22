"""What Discord refuses of messages is named, and what it takes is not: each limit at its edge and beyond."""

from __future__ import annotations

import pytest

from tests.sim.discord.checks import answer
from tests.sim.discord.lint import lint_edit, lint_follow, lint_post
from tests.sim.discord.world import EPHEMERAL, IS_COMPONENTS_V2, SUPPRESS_EMBEDS
from tests.sim.discord_bodies import (
    NOBODY,
    AtMost,
    Lint,
    Refused,
    Taken,
    button,
    container,
    field,
    layout,
    link,
    modal,
    on,
    options,
    plain,
    press,
    row,
    select,
    text,
)
from tests.sim.discord_rules import held_to

AT_MOST: AtMost = {
    "content": (lint_post, lambda n: plain(content="a" * n), 2000),
    "content of a follow-up": (lint_follow, lambda n: plain(content="a" * n), 2000),
    "content of a change": (lambda body: lint_edit(body, plain()), lambda n: plain(content="a" * n), 2000),
    "nonce": (lint_post, lambda n: plain(nonce="n" * n, enforce_nonce=True), 25),
    "rows": (lint_post, lambda n: plain(*[row(button(i)) for i in range(n)]), 5),
    "buttons in a row": (lint_post, lambda n: plain(row(*[button(i) for i in range(n)])), 5),
    "selects in a row": (lint_post, lambda n: plain(row(*[select(custom_id=f"{i}") for i in range(n)])), 1),
    "custom_id": (lint_post, lambda n: plain(row(button(custom_id="c" * n))), 100),
    "custom_id of a select": (lint_post, lambda n: plain(row(select(custom_id="c" * n))), 100),
    "label of a button": (lint_post, lambda n: plain(row(button(label="a" * n))), 80),
    "url of a link": (lint_post, lambda n: plain(row(link(url="https://" + "u" * (n - 8)))), 512),
    "options": (lint_post, lambda n: plain(row(select(n))), 25),
    "label of an option": (
        lint_post,
        lambda n: plain(row(select(options=[{"label": "a" * n, "value": "v"}]))),
        100,
    ),
    "value of an option": (
        lint_post,
        lambda n: plain(row(select(options=[{"label": "a", "value": "v" * n}]))),
        100,
    ),
    "description of an option": (
        lint_post,
        lambda n: plain(row(select(options=[{"label": "a", "value": "v", "description": "a" * n}]))),
        100,
    ),
    "placeholder": (lint_post, lambda n: plain(row(select(placeholder="a" * n))), 150),
    "most of four options": (lint_post, lambda n: plain(row(select(4, max_values=n))), 4),
    "most of all options": (lint_post, lambda n: plain(row(select(25, max_values=n))), 25),
    "least of two": (lint_post, lambda n: plain(row(select(4, min_values=n, max_values=2))), 2),
    "chosen before": (
        lint_post,
        lambda n: plain(
            row(select(options=[{**each, "default": i < n} for i, each in enumerate(options(4))]))
        ),
        1,
    ),
    "attachments": (
        lint_post,
        lambda n: plain(attachments=[{"id": i, "filename": "a"} for i in range(n)]),
        10,
    ),
    "components of a layout": (lint_post, lambda n: layout(*[text()] * n), 40),
    "components, however deep": (
        lint_post,
        lambda n: layout(container(*[row(button(i)) for i in range(19)]), *[text()] * (n - 39)),
        40,
    ),
    "a text of a layout": (lint_post, lambda n: layout(text(n)), 4000),
    "texts of a layout": (lint_post, lambda n: layout(container(text(1999)), text(n - 1999)), 4000),
    "texts in a section": (
        lint_post,
        lambda n: layout({"type": 9, "components": [text()] * n, "accessory": button()}),
        3,
    ),
    "id of a component": (lint_post, lambda n: layout(text() | {"id": n}), 2**31 - 1),
}

REFUSED: Refused = {
    "no message at all": (lint_post, None, ""),
    "a message that is a list": (lint_post, [], ""),
    "words that are none": (lint_post, plain(content=5), "content"),
    "half a pair of surrogates": (lint_post, plain(content="\ud800"), "content"),
    "the other half": (lint_post, plain(content="\udfff"), "content"),
    "components that are no list": (lint_post, plain() | {"components": {}}, "components"),
    "on or off in words": (
        lint_post,
        plain(row(button(disabled="yes"))),
        "components.0.components.0.disabled",
    ),
    "nothing that mentions nobody": (lint_post, {"content": "a"}, "allowed_mentions"),
    "null for whom to mention": (lint_post, plain(allowed_mentions=None), "allowed_mentions"),
    "mentions of everybody": (lint_post, plain(allowed_mentions={}), "allowed_mentions.parse"),
    "mentions of users": (
        lint_post,
        plain(allowed_mentions={"parse": ["users"]}),
        "allowed_mentions.parse",
    ),
    "mentions of somebody": (
        lint_post,
        plain(allowed_mentions={"parse": [], "users": ["1"]}),
        "allowed_mentions.users",
    ),
    "a mention of who is answered": (
        lint_post,
        plain(allowed_mentions={"parse": [], "replied_user": True}),
        "allowed_mentions.replied_user",
    ),
    "mentions in a change": (on(plain()), {"content": "a"}, "allowed_mentions"),
    "an embed": (lint_post, plain(embeds=[{"title": "a"}]), "embeds"),
    "a message read aloud": (lint_post, plain(tts=True), "tts"),
    "an unknown field": (lint_post, plain(colour="red"), "colour"),
    "a nonce in a follow-up": (lint_follow, plain(nonce="n"), "nonce"),
    "a nonce that is a number": (lint_post, plain(nonce=5), "nonce"),
    "no nonce to hold to": (lint_post, plain(enforce_nonce=True), "nonce"),
    "an ephemeral message in a channel": (lint_post, plain(flags=EPHEMERAL), "flags"),
    "a flag that nobody sets": (lint_follow, plain(flags=1 << 7), "flags"),
    "flags that are words": (lint_post, plain(flags="64"), "flags"),
    "an ephemeral change": (on(plain()), {"flags": EPHEMERAL}, "flags"),
    "words in a layout": (lint_post, layout(text(), content="a"), "content"),
    "words left over in a layout": (
        on(plain()),
        {"flags": IS_COMPONENTS_V2, "components": [text()], **NOBODY},
        "content",
    ),
    "words on what is a layout": (on(layout(text())), {"content": "a", **NOBODY}, "content"),
    "a layout that is one no more": (on(layout(text())), {"flags": 0}, "flags"),
    "a text in a plain message": (lint_post, plain(text()), "components.0.type"),
    "a text in a plain change": (on(plain()), {"components": [text()], **NOBODY}, "components.0.type"),
    "a box in a box": (lint_post, layout(container(container(text()))), "components.0.components.0.type"),
    "a box of nothing": (lint_post, layout(container()), "components.0.components"),
    "a button by itself": (lint_post, layout(button()), "components.0.type"),
    "a select by itself": (lint_post, layout(select()), "components.0.type"),
    "a text in a row": (lint_post, layout(row(text())), "components.0.components.0.type"),
    "a row in a row": (lint_post, plain(row(row(button()))), "components.0.components.0.type"),
    "a field in a message": (lint_post, plain(row(field()["component"])), "components.0.components.0.type"),
    "a label in a message": (lint_post, layout(field()), "components.0.type"),
    "null for a component": (lint_post, plain() | {"components": [None]}, "components.0.type"),
    "a component without a type": (lint_post, plain({"components": []}), "components.0.type"),
    "a row of nothing": (lint_post, plain(row()), "components.0.components"),
    "a row without anything": (lint_post, plain({"type": 1}), "components.0.components"),
    "a select beside a button": (lint_post, plain(row(button(), select())), "components.0.components"),
    "one custom_id for two": (
        lint_post,
        plain(row(button()), row(button())),
        "components.1.components.0.custom_id",
    ),
    "one custom_id in and out of a box": (
        lint_post,
        layout(container(row(button())), row(button())),
        "components.1.components.0.custom_id",
    ),
    "one id for two": (lint_post, layout(text() | {"id": 1}, text() | {"id": 1}), "components.1.id"),
    "a button without words": (lint_post, plain(row(button(label=None))), "components.0.components.0.label"),
    "a button of blanks": (lint_post, plain(row(button(label=" "))), "components.0.components.0.label"),
    "a button without a custom_id": (
        lint_post,
        plain(row(button(custom_id=None))),
        "components.0.components.0.custom_id",
    ),
    "an empty custom_id": (
        lint_post,
        plain(row(button(custom_id=""))),
        "components.0.components.0.custom_id",
    ),
    "a button of no known style": (
        lint_post,
        plain(row(button(style=7))),
        "components.0.components.0.style",
    ),
    "a button that leads somewhere": (
        lint_post,
        plain(row(button(url="https://example.org"))),
        "components.0.components.0.url",
    ),
    "a link with a custom_id": (
        lint_post,
        plain(row(link(custom_id="c"))),
        "components.0.components.0.custom_id",
    ),
    "a link to nowhere": (lint_post, plain(row(link(url=None))), "components.0.components.0.url"),
    "a link in the clear": (
        lint_post,
        plain(row(link(url="http://example.org"))),
        "components.0.components.0.url",
    ),
    "a select of nothing": (lint_post, plain(row(select(0))), "components.0.components.0.options"),
    "an option without a value": (
        lint_post,
        plain(row(select(options=[{"label": "a"}]))),
        "components.0.components.0.options.0.value",
    ),
    "an option without words": (
        lint_post,
        plain(row(select(options=[{"label": "", "value": "v"}]))),
        "components.0.components.0.options.0.label",
    ),
    "two options of one value": (
        lint_post,
        plain(row(select(options=options(1) * 2))),
        "components.0.components.0.options.1.value",
    ),
    "at most none": (lint_post, plain(row(select(max_values=0))), "components.0.components.0.max_values"),
    "less than none": (lint_post, plain(row(select(min_values=-1))), "components.0.components.0.min_values"),
    "a section without words": (
        lint_post,
        layout({"type": 9, "components": [], "accessory": button()}),
        "components.0.components",
    ),
    "a section beside nothing": (
        lint_post,
        layout({"type": 9, "components": [text()]}),
        "components.0.accessory",
    ),
    "a text of blanks": (lint_post, layout({"type": 10, "content": " \n"}), "components.0.content"),
    "a space of no known size": (lint_post, layout({"type": 14, "spacing": 3}), "components.0.spacing"),
}

TAKEN: Taken = [
    (lint_post, plain()),
    (lint_post, {"content": "a", **NOBODY}),
    (lint_post, plain(embeds=[], tts=False, nonce="n", enforce_nonce=True, flags=SUPPRESS_EMBEDS)),
    (lint_post, plain(content=None, attachments=[{"id": 0, "filename": "a.json"}])),
    (lint_post, plain(row(button()), content=None)),
    (lint_post, plain(row(button(style=1), button(1, disabled=True), link()), row(select(placeholder="")))),
    (lint_post, plain(row(select(3, min_values=0, max_values=3, required=True, disabled=False)))),
    (lint_post, plain(row(link()), row(link()))),
    (lint_post, layout(text(), {"type": 14}, row(button()), container(text(), row(select())), content=None)),
    (lint_post, layout({"type": 9, "components": [text()], "accessory": link()})),
    (lint_post, layout(text() | {"id": 0}, text() | {"id": 0})),
    (lint_follow, layout(text(), flags=IS_COMPONENTS_V2 | EPHEMERAL)),
    (on(plain()), {"flags": SUPPRESS_EMBEDS}),
    (on(plain({"type": 99})), {"content": "What stood there before is not looked at.", **NOBODY}),
    (on(plain(row(button()))), {"components": [], **NOBODY}),
    (on(layout(text())), {"components": [text()], **NOBODY}),
    (on(plain()), {"flags": IS_COMPONENTS_V2, "components": [text()], "content": None, **NOBODY}),
    (on({"content": "", "flags": EPHEMERAL}), layout(text())),
    (on(layout(text(), flags=1 << 15 | 64)), layout(text(), flags=IS_COMPONENTS_V2 | EPHEMERAL)),
]

globals().update(held_to(AT_MOST, REFUSED, TAKEN))


@pytest.mark.parametrize(
    ("lint", "body"),
    [
        (lint_post, NOBODY),
        (lint_post, plain(content=" \n")),
        (lint_follow, layout()),
        (on({"content": "a"}), {"content": "", **NOBODY}),
        (on(layout(text())), {"components": [], **NOBODY}),
    ],
)
def test_a_message_of_nothing_has_an_answer_of_its_own(lint: Lint, body: object) -> None:
    """50006 comes without a tree."""
    assert answer(lint(body)) == {"message": "Cannot send an empty message", "code": 50006}


def test_answer_is_a_tree_of_what_is_wrong_where() -> None:
    """As Discord's reference shows it."""
    found = lint_post(plain(row(button(label="a" * 81), button(1, style=9))))
    told = answer(found)
    assert (told["code"], told["message"]) == (50035, "Invalid Form Body")
    assert told["errors"]["components"]["0"]["components"]["0"]["label"] == {
        "_errors": [{"code": "BASE_TYPE_BAD_LENGTH", "message": "Must be between 1 and 80 in length."}]
    }
    assert "style" in told["errors"]["components"]["0"]["components"]["1"]
    long = answer(lint_post(plain(content="a" * 2001)))["errors"]["content"]["_errors"]
    assert long == [{"code": "BASE_TYPE_MAX_LENGTH", "message": "Must be 2000 or fewer in length."}]


def test_no_problem_quotes_what_it_is_about() -> None:
    """A journal's line in a broken body stays out of the report of it."""
    canary = "a canary " * 500
    body = plain(row(button(label=canary), select(placeholder=canary)), content=canary)
    form = modal(field(value=canary, custom_id=canary), title=canary)
    found = [*lint_post(body), *lint_post(body | {"content": canary[:2000]}), *press(form)]
    assert len(found) == 6
    assert "canary" not in str(found)
