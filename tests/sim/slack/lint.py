"""What Slack would refuse, found without Slack: each problem says what and where, and quotes no text.

Slack's own models of slack_sdk have the last word. They miss what is checked here before: two blocks or two
controls of one id, a modal whose inputs cannot be sent, numbers out of range, elements that are unknown.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from tests.json_types import ReadJson
from tests.sim.slack import shapes
from tests.sim.slack.shapes import (
    AnyBlock,
    ElementOf,
    Flag,
    Like,
    Many,
    Number,
    OneOf,
    Part,
    Rule,
    Shape,
    Text,
    Words,
)


def lint_message(payload: ReadJson) -> list[str]:
    """Return what Slack refuses of a message's `text` and `blocks`; other keys are left alone."""
    drawn = {key: value for key, value in payload.items() if key in shapes.MESSAGE.keys}
    problems = [*_shaped(drawn, shapes.MESSAGE, ""), *_ids(drawn)]
    size = sum(len(text) for text in texts_of(drawn.get("blocks")))
    if size > shapes.MESSAGE_CHARS:
        problems.append(f"msg_blocks_too_long: {size} characters [json-pointer:/blocks]")
    return problems or list(_models_of(drawn.get("blocks", [])))


def lint_view(view: ReadJson) -> list[str]:
    """Return what Slack refuses of a modal."""
    problems = _view(view, "modal", shapes.MODAL)
    if "submit" not in view and any(block.get("type") == "input" for block in _blocks(view)):
        problems.append("a modal with inputs needs a button to send them [json-pointer:/submit]")
    return problems or list(_model_of(view))


def lint_home(view: ReadJson) -> list[str]:
    """Return what Slack refuses of a Home tab."""
    return _view(view, "home", shapes.HOME) or list(_model_of(view))


def texts_of(value: object) -> Iterator[str]:
    """Walk the texts of all text objects in `value`, in order."""
    match value:
        case {"type": "plain_text" | "mrkdwn" | "text", "text": str(text)}:
            yield text
        case Mapping():
            for each in value.values():
                yield from texts_of(each)
        case list() | tuple():
            for each in value:
                yield from texts_of(each)
        case _:
            pass


def _view(view: ReadJson, kind: str, shape: Shape) -> list[str]:
    problems = [*_shaped(view, shape, "", kind), *_ids(view)]
    size = len(json.dumps(view, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    if size > shapes.VIEW_BYTES:
        problems.append(f"view_too_large: {size} bytes [json-pointer:/]")
    if sum(value is True for value in _values(view, "focus_on_load")) > 1:
        problems.append("only one element can have the focus [json-pointer:/blocks]")
    return problems


def _shaped(value: object, shape: Shape, at: str, kind: str | None = None) -> Iterator[str]:
    """Walk what does not fit `shape`; `kind` is the type that it must name, if it names one."""
    if not isinstance(value, Mapping):
        yield _at("must be an object", at)
        return
    keys = {**shape.keys, **({"type": OneOf(frozenset({kind}))} if kind else {})}
    for key in (*shape.needs, *(("type",) if kind else ())):
        if key not in value:
            yield _at("missing required field", f"{at}/{key}")
    if shape.either and not any(key in value for key in shape.either):
        yield _at(f"needs one of {', '.join(shape.either)}", at)
    if {"options", "option_groups"} <= value.keys():
        yield _at("options and option_groups exclude each other", at)
    for key, each in value.items():
        rule = keys.get(key)
        yield from (
            [_at("no such field", f"{at}/{key}")] if rule is None else _ruled(each, rule, f"{at}/{key}")
        )


def _ruled(value: object, rule: Rule, at: str) -> Iterator[str]:
    match rule:
        case Text():
            yield from _text(value, rule, at)
        case Many():
            yield from _many(value, rule, at)
        case Part():
            yield from _shaped(value, shapes.PARTS[rule.name], at)
        case ElementOf():
            yield from _element(value, rule.block, at)
        case AnyBlock():
            yield from _block(value, at)
        case Words() | Like() | Number() | Flag() | OneOf():
            problem = _by_itself(value, rule)
            yield from [_at(problem, at)] if problem else []
        case _:
            assert_never(rule)


def _by_itself(value: object, rule: Words | Like | Number | Flag | OneOf) -> str | None:
    match rule:
        case Words():
            return _words(value, rule)
        case Like():
            fits = isinstance(value, str) and re.fullmatch(rule.pattern, value) is not None
            return None if fits else f"must look like {rule.pattern}"
        case Number():
            fits = type(value) is int and rule.low <= value <= rule.high
            return None if fits else f"must be a number from {rule.low} to {rule.high}"
        case Flag():
            return None if isinstance(value, bool) else "must be true or false"
        case OneOf():
            fits = isinstance(value, str) and value in rule.names
            return None if fits else f"must be one of {', '.join(sorted(rule.names))}"
        case _:
            assert_never(rule)


def _words(value: object, rule: Words) -> str | None:
    if not isinstance(value, str):
        return "must be a string"
    if len(value) > rule.most:
        return f"must be less than {rule.most + 1} characters"
    if len(value) < rule.least:
        return f"must be more than {rule.least - 1} characters"
    if any("\ud800" <= char <= "\udfff" for char in value):
        return "must be writable as UTF-8"
    return None


def _text(value: object, rule: Text, at: str) -> Iterator[str]:
    kind = value.get("type") if isinstance(value, Mapping) else None
    if isinstance(value, Mapping) and isinstance(text := value.get("text"), str) and not text.strip():
        yield _at("must be more than 0 characters", f"{at}/text")
    elif kind == "mrkdwn" and rule.mrkdwn:
        yield from _shaped(value, Shape({"text": Words(rule.most), "verbatim": Flag()}, ("text",)), at, kind)
    else:
        shape = Shape({"text": Words(rule.most), "emoji": Flag()}, ("text",))
        yield from _shaped(value, shape, at, "plain_text")


def _many(value: object, rule: Many, at: str) -> Iterator[str]:
    if not isinstance(value, list | tuple):
        yield _at("must be an array", at)
        return
    if len(value) > rule.most:
        yield _at(f"no more than {rule.most} items allowed", at)
    if len(value) < rule.least:
        yield _at(f"no less than {rule.least} items allowed", at)
    for place, each in enumerate(value):
        yield from _ruled(each, rule.each, f"{at}/{place}")


def _block(value: object, at: str) -> Iterator[str]:
    kind = value.get("type") if isinstance(value, Mapping) else None
    if not isinstance(kind, str) or kind not in shapes.BLOCKS:
        yield _at("unknown block", at)
        return
    shape = shapes.BLOCKS[kind]
    keys = {**shape.keys, "block_id": shapes.BLOCK_ID}
    yield from _shaped(value, Shape(keys, shape.needs, shape.either), at, kind)


def _element(value: object, block: str, at: str) -> Iterator[str]:
    kind = value.get("type") if isinstance(value, Mapping) else None
    if not isinstance(value, Mapping) or not isinstance(kind, str) or kind not in shapes.STANDS_IN[block]:
        yield _at(f"no element that stands in {block}", at)
    elif kind in {"plain_text", "mrkdwn"}:
        yield from _text(value, Text(3000, mrkdwn=True), at)
    elif block == "rich_text":
        yield from _shaped(value, shapes.RICH, at, kind)
    else:
        yield from _shaped(value, shapes.ELEMENTS[kind], at, kind)
        yield from _consistent(value, at)


def _consistent(element: ReadJson, at: str) -> Iterator[str]:
    """Walk what fits by itself, but not beside the rest of its element."""
    options = [*_list(element.get("options"))]
    for group in _list(element.get("option_groups")):
        options += _list(group.get("options")) if isinstance(group, Mapping) else []
    chosen = [*_list(element.get("initial_options"))]
    chosen += [element["initial_option"]] if "initial_option" in element else []
    if not all(option in options for option in chosen):
        yield _at("what is chosen at first must be among the options", at)
    values = [option.get("value") for option in options if isinstance(option, Mapping)]
    if len(values) != len({repr(value) for value in values}):
        yield _at("two options have one value", at)
    if len(chosen) > _int(element.get("max_selected_items"), 100):
        yield _at("more is chosen at first than may be", at)
    most = _int(element.get("max_length"), 3000)
    initial = element.get("initial_value", "")
    if _int(element.get("min_length"), 0) > most or (isinstance(initial, str) and len(initial) > most):
        yield _at("does not fit its own max_length", at)


def _ids(payload: ReadJson) -> Iterator[str]:
    """Walk the ids that stand twice: of blocks in one payload, of controls in one block."""
    yield from _twice(_values(_blocks(payload), "block_id"), "block_id", "/blocks")
    for place, block in enumerate(_blocks(payload)):
        yield from _twice(_values(block, "action_id"), "action_id", f"/blocks/{place}")


def _twice(ids: Iterator[object], what: str, at: str) -> Iterator[str]:
    if any(count > 1 for count in Counter(map(repr, ids)).values()):
        yield _at(f"{what} already exists", at)


def _values(value: object, key: str) -> Iterator[object]:
    """Walk everything that stands under `key`, however deep."""
    match value:
        case Mapping():
            if key in value:
                yield value[key]
            for each in value.values():
                yield from _values(each, key)
        case list() | tuple():
            for each in value:
                yield from _values(each, key)
        case _:
            pass


def _blocks(payload: ReadJson) -> list[ReadJson]:
    return [block for block in _list(payload.get("blocks")) if isinstance(block, Mapping)]


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else []


def _int(value: object, otherwise: int) -> int:
    return value if isinstance(value, int) else otherwise


def _models_of(blocks: object) -> Iterator[str]:
    """Walk what the models of slack_sdk refuse of blocks that have passed so far."""
    for place, block in enumerate(_list(blocks)):
        try:
            model = Block.parse(dict(block)) if isinstance(block, Mapping) else None
            if model is None:
                yield _at("unknown to slack_sdk", f"/blocks/{place}")
            else:
                model.to_dict()
        except SlackObjectFormationError as problem:
            yield _at(str(problem), f"/blocks/{place}")


def _model_of(view: ReadJson) -> Iterator[str]:
    problems = list(_models_of(view["blocks"]))
    yield from problems
    try:
        View(**view).to_dict()
    except SlackObjectFormationError as problem:
        if not problems:
            yield _at(str(problem), "/")


def _at(problem: str, at: str) -> str:
    return f"{problem} [json-pointer:{at or '/'}]"
