"""Draws forms as modals, and reads back what was typed into them.

A `block_id` says which input it is (`bot/surface/inputs.py`): a long text stands in several, since one holds
3,000 characters. What was typed goes to the core alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import assert_never

from adapters.slack import limits, text
from adapters.slack.drawing.controls import draw_option, spoken
from adapters.slack.drawing.render import fitting
from adapters.slack.text import Json, Payload, plain
from bot.errors import SurfaceError
from bot.surface.form import ChoiceField, DateField, Field, Form, TextField, TimeField
from bot.surface.inputs import field_of, input_id, inputs_of, values_of

FORM = "form"
"""The `callback_id` of a form."""

_INPUT = "input"
"""The `action_id` of every input: its block says which it is."""
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def form_of(form: Form) -> Payload:
    """Return a form as a modal. Its `private_metadata` is its ref: opaque, and nobody's words.

    Raises:
        SurfaceError: Slack would not take it.
    """
    blocks = [{**spoken(form.intro), "block_id": "intro"}] if form.intro.strip() else []
    room = limits.INPUTS - len(form.fields)
    for field in form.fields:
        inputs = list(_draw(field, has_room=room > 0))
        room -= len(inputs) - 1
        blocks += inputs
    view = {
        "type": "modal",
        "callback_id": FORM,
        "private_metadata": form.ref,
        "title": plain(form.title),
        "submit": plain(form.submit),
        "close": plain(text.CANCEL),
        "notify_on_close": True,
        "blocks": blocks,
    }
    return fitting(view, form.text_id)


def typed_in(view: Json) -> dict[str, str]:
    """Return what stands in each field of a form that was sent, by the field's name; what is empty is ""."""
    values = view["state"]["values"]
    return values_of((block_id, _value(held[_INPUT])) for block_id, held in values.items())


def errors_at(view: Json, errors: Mapping[str, str]) -> dict[str, str]:
    """Return sentences by field name as Slack shows them: at an input.

    A long text has its sentence at the first of its inputs. What belongs to no field of this form stands at
    the first input of all. Several sentences at one input follow each other.
    """
    first: dict[str, str] = {}
    for block in view["blocks"]:
        if block["type"] == "input":
            first.setdefault(field_of(block["block_id"]), block["block_id"])
    top = next(iter(first.values()))
    placed: dict[str, str] = {}
    for name, sentence in errors.items():
        at = first.get(name, top)
        placed[at] = f"{placed[at]} {sentence}" if at in placed else sentence
    return placed


def _draw(field: Field, *, has_room: bool) -> Iterator[Payload]:
    match field:
        case TextField():
            yield from _text(field, has_room=has_room)
        case ChoiceField():
            yield _first(field, _choice(field))
        case TimeField(value=value):
            initial = {"initial_time": value} if _TIME.fullmatch(value) else {}
            yield _first(field, {"type": "timepicker", **initial})
        case DateField(value=value):
            initial = {"initial_date": value} if _is_day(value) else {}
            yield _first(field, {"type": "datepicker", **initial})
        case _:
            assert_never(field)


def _text(field: TextField, *, has_room: bool) -> Iterator[Payload]:
    """Walk the inputs of a text. A line break in a text of one line is kept by showing several."""
    kind = {"type": "plain_text_input", "multiline": field.long or "\n" in field.value}
    holds, label_holds = limits.INPUT_CHARS, limits.INPUT_LABEL_CHARS
    for one in inputs_of(field, holds=holds, label_holds=label_holds, has_room=has_room):
        initial = {"initial_value": one.value} if one.value else {}
        element = {**kind, "max_length": one.most, **initial}
        if one.is_first:
            yield _first(field, element)
        else:
            yield _input(one.id, one.label, element, is_optional=True)


def _choice(field: ChoiceField) -> Payload:
    options = {option.name: draw_option(option) for option in field.options}
    initial = {"initial_option": options[field.value]} if field.value in options else {}
    return {"type": "static_select", "options": list(options.values()), **initial}


def _first(field: Field, element: Payload) -> Payload:
    """Return the input of a field, or the first of several."""
    drawn = _input(input_id(field), field.label, element, is_optional=not field.required)
    return {**drawn, "hint": plain(field.hint)} if field.hint.strip() else drawn


def _input(block_id: str, label: str, element: Payload, *, is_optional: bool) -> Payload:
    if len(block_id) > limits.ID_CHARS:
        raise SurfaceError(f"a block_id: {len(block_id)} characters, {limits.ID_CHARS} fit")
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain(label),
        "optional": is_optional,
        "element": {**element, "action_id": _INPUT},
    }


def _value(held: Json) -> str:
    """Return what stands in one input, whichever kind it is of."""
    option = held.get("selected_option") or {}
    return (
        held.get("value")
        or option.get("value")
        or held.get("selected_time")
        or held.get("selected_date")
        or ""
    )


def _is_day(value: str) -> bool:
    """Whether this is an ISO date with its dashes, which alone a calendar opens at."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
