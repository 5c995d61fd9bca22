"""Draws forms as modals, and reads back what was typed into them.

A `custom_id` says which input it is (`bot/surface/inputs.py`): a long text stands in several, since one holds
4,000 characters. Discord has no words of its own for sending a form: `submit` is not shown. What was typed
goes to the core alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, assert_never

from adapters.discord import limits, text
from adapters.discord.drawing.controls import SELECT, draw_option
from adapters.discord.drawing.render import TEXT
from adapters.discord.text import Payload, plain
from bot.errors import SurfaceError
from bot.surface import phrases
from bot.surface.form import ChoiceField, DateField, Field, Form, TextField, TimeField
from bot.surface.inputs import input_id, inputs_of, values_of
from bot.surface.parts import units

TEXT_INPUT, LABEL = 4, 18
"""Types of components (Discord, "Component reference")."""
_LINE, _LINES = 1, 2
"""Styles of an input."""
_MARK = "f~"
"""How the `custom_id` of a form begins."""


def form_of(form: Form) -> Payload:
    """Return a form as a modal. Its `custom_id` holds its ref: opaque, and nobody's words.

    Raises:
        SurfaceError: Discord would not take it.
    """
    parts = _parts(form, is_tight=False)
    if len(parts) > limits.MODAL_PARTS:
        parts = _parts(form, is_tight=True)
    if len(parts) > limits.MODAL_PARTS:
        raise SurfaceError(f"{form.text_id}: {len(parts)} parts, {limits.MODAL_PARTS} fit")
    return {
        "custom_id": _id(_MARK + form.ref),
        "title": _fitting(form.title, limits.MODAL_TITLE_CHARS, "a title"),
        "components": parts,
    }


def ref_of(custom_id: str) -> str | None:
    """Return the ref of the form that a modal's `custom_id` names; None if it is none of ours."""
    return custom_id.removeprefix(_MARK) if custom_id.startswith(_MARK) else None


def typed_in(components: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return what stands in each field of a form that was sent, by the field's name; what is empty is "".

    `components` are those of Discord's payload.
    """
    return values_of(_inputs(components))


def filled(form: Payload, components: Iterable[Mapping[str, Any]]) -> Payload:
    """Return the modal of a form, as it was drawn, with what was typed into it: it opens as it was left."""
    typed = dict(_inputs(components))
    return {**form, "components": [_filled(part, typed) for part in form["components"]]}


def _parts(form: Form, *, is_tight: bool) -> list[Payload]:
    parts = [{"type": TEXT, "content": text.escape(form.intro)}] if form.intro.strip() else []
    room = limits.MODAL_PARTS - len(parts) - len(form.fields)
    for field in form.fields:
        drawn = list(_draw(field, has_room=room > 0 and not is_tight, is_tight=is_tight))
        room -= len(drawn) - 1
        parts += drawn
    return parts


def _draw(field: Field, *, has_room: bool, is_tight: bool) -> Iterator[Payload]:
    match field:
        case TextField():
            yield from _text(field, has_room=has_room, is_tight=is_tight)
        case ChoiceField():
            yield _labelled(field, _choice(field))
        case TimeField(value=value):
            yield _labelled(field, {**_input(input_id(field), value), "placeholder": text.AN_HOUR})
        case DateField(value=value):
            yield _labelled(field, {**_input(input_id(field), value), "placeholder": text.A_DAY})
        case _:
            assert_never(field)


def _text(field: TextField, *, has_room: bool, is_tight: bool) -> Iterator[Payload]:
    """Walk the inputs of a text. A line break in a text of one line is kept by showing several."""
    style = _LINES if field.long or "\n" in field.value else _LINE
    parts = inputs_of(
        field,
        holds=limits.INPUT_CHARS,
        label_holds=limits.FIELD_LABEL_CHARS,
        has_room=has_room,
        is_tight=is_tight,
    )
    for one in parts:
        drawn = {**_input(one.id, one.value), "style": style, "max_length": one.most}
        if one.is_first:
            yield _labelled(field, drawn)
        else:
            yield _label(one.label, {**drawn, "required": False})


def _choice(field: ChoiceField) -> Payload:
    options = [draw_option(option) for option in field.options]
    if len(options) > limits.OPTIONS:
        raise SurfaceError(f"options: {len(options)}, {limits.OPTIONS} fit")
    drawn = {"type": SELECT, "custom_id": input_id(field), "options": options, "placeholder": phrases.CHOOSE}
    return _chosen(drawn, field.value)


def _chosen(select: Payload, value: str) -> Payload:
    """Return a select that opens at a value, if it has that."""
    options = [{"label": each["label"], "value": each["value"]} for each in select["options"]]
    drawn = [{**each, "default": True} if each["value"] == value else each for each in options]
    return {**select, "options": drawn}


def _input(custom_id: str, value: str) -> Payload:
    """Return an input that opens with a value, however long that is."""
    if units(value) > limits.INPUT_CHARS:
        raise SurfaceError(f"an input: {units(value)} characters, {limits.INPUT_CHARS} fit")
    initial = {"value": value} if value else {}
    return {"type": TEXT_INPUT, "custom_id": custom_id, "style": _LINE, **initial}


def _labelled(field: Field, component: Payload) -> Payload:
    """Return the input of a field, or the first of several, with what stands beside it."""
    drawn = _label(field.label, {**component, "required": field.required})
    if not field.hint.strip():
        return drawn
    return {**drawn, "description": _fitting(field.hint, limits.FIELD_HINT_CHARS, "a hint")}


def _label(label: str, component: Payload) -> Payload:
    _id(component["custom_id"])
    words = _fitting(label, limits.FIELD_LABEL_CHARS, "a label")
    return {"type": LABEL, "label": words, "component": component}


def _fitting(words: str, most: int, what: str) -> str:
    drawn = plain(words)
    if units(drawn) > most:
        raise SurfaceError(f"{what}: {units(drawn)} characters, {most} fit")
    return drawn


def _id(custom_id: str) -> str:
    if units(custom_id) > limits.ID_CHARS:
        raise SurfaceError(f"a custom_id: {units(custom_id)} characters, {limits.ID_CHARS} fit")
    return custom_id


def _inputs(components: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Walk all inputs of a form that was sent: each id, and what stands there."""
    for part in components:
        if part.get("component"):
            yield from _inputs([part["component"]])
        elif "custom_id" in part:
            yield part["custom_id"], part.get("value") or next(iter(part.get("values") or ()), "")


def _filled(part: Payload, typed: Mapping[str, str]) -> Payload:
    component = part.get("component")
    if component is None or component["custom_id"] not in typed:
        return part
    value = typed[component["custom_id"]]
    if component["type"] == SELECT:
        return {**part, "component": _chosen(component, value)}
    rest = {key: each for key, each in component.items() if key != "value"}
    return {**part, "component": {**rest, **({"value": value} if value else {})}}
