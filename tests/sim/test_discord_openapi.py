"""Discord's own description of its API can be held against requests and answers."""

from __future__ import annotations

import pytest

from tests.json_schema import problems
from tests.json_types import Json
from tests.sim.discord.checks import answer
from tests.sim.discord.interactions import DEFER, REPLY, UPDATE
from tests.sim.discord.lint import lint_post
from tests.sim.discord.openapi import FILE, Contract, Exchange, contract
from tests.sim.discord.world import EPHEMERAL, IS_COMPONENTS_V2
from tests.sim.discord_bodies import (
    button,
    command,
    container,
    field,
    label,
    layout,
    link,
    modal,
    offered,
    option,
    plain,
    row,
    select,
    text,
)

at_hand = pytest.mark.skipif(not FILE.exists(), reason="Discord's description of its API is not at hand")

KIND = {"type": "integer", "oneOf": [{"const": 1}, {"const": 2}]}
NUT: Json = {
    "type": "object",
    "properties": {
        "type": {"type": "integer", "enum": [1], "allOf": [{"$ref": "#/components/schemas/Kind"}]},
        "turns": {"anyOf": [{"type": "null"}, {"type": "integer"}]},
    },
    "required": ["type", "turns"],
}
BOLT: Json = {
    "type": "object",
    "properties": {"type": {"type": "integer", "enum": [2]}, "long": {"type": "string", "maxLength": 2}},
    "required": ["type", "long"],
}
PART = {"oneOf": [{"$ref": "#/components/schemas/Nut"}, {"$ref": "#/components/schemas/Bolt"}]}
THING: Json = {
    "type": "object",
    "properties": {
        "size": {"type": "number", "minimum": 1, "maximum": 9.5},
        "parts": {"type": ["array", "null"], "items": PART},
        "names": {"type": "object", "additionalProperties": {"type": "string"}, "maxProperties": 2},
    },
}


def as_json(schema: Json) -> Json:
    """A body that fits a schema."""
    return {"content": {"application/json": {"schema": schema}}}


MAKE: Json = {
    "requestBody": as_json({"$ref": "#/components/schemas/Thing"}),
    "responses": {
        "200": as_json({"type": "string"}),
        "204": {},
        "4XX": {"$ref": "#/components/responses/Refusal"},
    },
}
SMALL: Json = {
    "paths": {
        "/things/{id}": {"parameters": [], "post": MAKE, "get": {"responses": {"200": as_json(NUT)}}},
        "/things/@me": {"get": {"responses": {"200": as_json({"type": "null"})}}},
    },
    "components": {
        "responses": {"Refusal": as_json({"type": "object", "required": ["code"]})},
        "schemas": {"Thing": THING, "Kind": KIND, "Nut": NUT, "Bolt": BOLT},
    },
}
"""A description with every word that Discord's uses."""


def told(body: object, status: int = 204, reply: object = None, path: str = "/things/5") -> list[str]:
    """What is not as SMALL says."""
    return Contract(SMALL).complaints([Exchange("POST", path, body, status, reply)])


FITS: list[Json] = [
    {},
    {"size": 1},
    {"size": 9.5},
    {"parts": None},
    {"parts": [{"type": 1, "turns": None}, {"type": 1, "turns": 3}, {"type": 2, "long": "ab"}]},
    {"names": {"de": "a", "fr": "b"}},
    {"more": True},
]


@pytest.mark.parametrize("body", FITS)
def test_what_fits_is_not_complained_about(body: Json) -> None:
    """Each word of a schema, held to."""
    assert told(body) == []


BREAKS: dict[str, tuple[object, str]] = {
    "another type": ([], "$: no object"),
    "too little": ({"size": 0.5}, "$.size: less than 1"),
    "too much": ({"size": 10}, "$.size: more than 9.5"),
    "true for a number": ({"size": True}, "$.size: no number"),
    "something missing of the first kind": ({"parts": [{"type": 1}]}, "$.parts[0]: no turns"),
    "something wrong of the second kind": (
        {"parts": [{"type": 2, "long": "abc"}]},
        "$.parts[0].long: 3 is too short or too long",
    ),
    "neither kind": ({"parts": [{"type": 3, "turns": 1}]}, "$.parts[0].type: none of [1]"),
    "neither of two types": ({"parts": [{"type": 1, "turns": "x"}]}, "$.parts[0].turns: no null"),
    "another value than may be": ({"names": {"de": 5}}, "$.names.de: no string"),
    "more than may be": ({"names": dict.fromkeys("abc", "")}, "$.names: 3 is too short or too long"),
}


@pytest.mark.parametrize("what", BREAKS)
def test_what_breaks_a_word_is_named_for_the_branch_that_was_meant(what: str) -> None:
    """One complaint, of the kind that `type` names."""
    body, complaint = BREAKS[what]
    assert complaint in told(body)[0]


def test_answers_are_judged_as_requests_are() -> None:
    """By their status; what was refused is not judged for what was asked."""
    assert told({}, 200, "a") == []
    assert told({}, 200, 5) == ["POST /things/{id} answered 200: $: no string"]
    assert told({}, 204, "a") == ["POST /things/{id}: answers 204 with nothing"]
    assert told({}, 201) == ["POST /things/{id}: answers no 201"]
    assert told({"size": 0}, 404, {"code": 1}) == []
    assert told({}, 404, {}) == ["POST /things/{id} answered 404: $: no code"]
    assert told({}, 500, "a page") == []
    assert told({}, path="/others/5/tokentoken1") == ["POST /others/…/…: no such route"]
    mine = Exchange("GET", "/things/@me", None, 200, None)
    assert Contract(SMALL).complaints([mine, mine]) == []


def test_an_unknown_word_of_a_schema_is_not_passed_over() -> None:
    """A description that says more than the judge understands cannot be held to."""
    with pytest.raises(NotImplementedError):
        problems(1, {"exclusiveMinimum": 3})


CALLBACK = "/interactions/1/token/callback"
SENT: list[tuple[str, str, object]] = [
    ("POST", "/channels/1/messages", plain(row(button(), link()), row(select(3, max_values=3)), nonce="n")),
    ("POST", "/channels/1/messages", layout(container(text(), row(button())), {"type": 14})),
    ("PATCH", "/channels/1/messages/2", plain()),
    ("POST", "/webhooks/1/token", layout(text(), flags=IS_COMPONENTS_V2 | EPHEMERAL)),
    ("PATCH", "/webhooks/1/token/messages/@original", layout(text())),
    ("POST", CALLBACK, {"type": REPLY, "data": plain()}),
    ("POST", CALLBACK, {"type": UPDATE, "data": plain(row(button()))}),
    ("POST", CALLBACK, {"type": DEFER, "data": {"flags": EPHEMERAL}}),
    ("POST", CALLBACK, modal(text(), field(value="a"), label(select(), description="Which"))),
    ("POST", CALLBACK, offered(3)),
    ("PUT", "/applications/1/commands", [command(option(1, options=[option(autocomplete=True)]))]),
    ("POST", "/users/@me/channels", {"recipient_id": 5}),
]


@at_hand
@pytest.mark.parametrize(("method", "path", "body"), SENT, ids=range(len(SENT)))
def test_what_passes_our_own_rules_is_what_discord_describes(method: str, path: str, body: object) -> None:
    """The numbers of the lint are no looser than the file's."""
    found = contract().complaints([Exchange(method, path, body, 204, None)])
    assert [each for each in found if not each.endswith("answers no 204")] == []


@at_hand
def test_what_is_wrong_is_found() -> None:
    """In a row, deep in a layout, in a modal, in a command."""
    broken = [
        ("POST", "/channels/1/messages", layout(container(row(button(custom_id="c" * 101))))),
        ("POST", CALLBACK, modal(field(style=3))),
        ("PUT", "/applications/1/commands", [command(option(description=""))]),
    ]
    found = contract().complaints([Exchange(*each, 204, None) for each in broken])
    places = (
        "components[0].components[0].components[0].custom_id",
        "component.style",
        "[0].options[0].description",
    )
    for place in places:
        assert any(f"{place}: " in each for each in found)


@at_hand
def test_a_refusal_of_the_lint_is_one_that_discord_describes() -> None:
    """A tree of errors, and the code of a message of nothing."""
    for body in (plain(row(button(label="a" * 81))), plain(content="")):
        refusal = Exchange("POST", "/channels/1/messages", body, 400, answer(lint_post(body)))
        assert contract().complaints([refusal]) == []
