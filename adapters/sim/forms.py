"""Forms as records, and the values that somebody sends with one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from adapters.sim.errors import BadJson
from bot.domain.prompts import Option
from bot.surface.form import ChoiceField, DateField, Field, Form, TextField, TimeField


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnField:
    """One input. The order of the fields is the order of the keys in a record."""

    name: str
    kind: str
    label: str
    options: tuple[Option, ...] | None = None
    low: int | None = None
    high: int | None = None
    max: int | None = None
    required: bool
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnForm:
    """A form as it opens. The order of the fields is the order of the keys in a record."""

    ref: str
    name: str
    title: str
    intro: str | None
    submit: str
    fields: tuple[DrawnField, ...]


def draw_form(form: Form) -> DrawnForm:
    """Return a form for a record; what is empty is None."""
    return DrawnForm(
        ref=form.ref,
        name=form.name,
        title=form.title,
        intro=form.intro or None,
        submit=form.submit,
        fields=tuple(_draw(field) for field in form.fields),
    )


def _draw(field: Field) -> DrawnField:
    name, label, required, value = field.name, field.label, field.required, field.value or None
    match field:
        case TextField():
            kind = "long" if field.long else "short"
            return DrawnField(
                name=name, kind=kind, label=label, max=field.limit, required=required, value=value
            )
        case ChoiceField():
            return DrawnField(
                name=name, kind="choice", label=label, options=field.options, required=required, value=value
            )
        case TimeField():
            return DrawnField(name=name, kind="time", label=label, required=required, value=value)
        case DateField():
            return DrawnField(name=name, kind="date", label=label, required=required, value=value)
        case _:
            assert_never(field)


def hints(form: Form) -> str | None:
    """Return what stands beside the inputs, which a record has no other place for."""
    return "\n\n".join(field.hint for field in form.fields if field.hint) or None


def holding(form: Form, values: Mapping[str, str]) -> Form:
    """Return the form with `values` in its fields, as it stands open after a refusal."""
    return replace(form, fields=tuple(replace(field, value=values[field.name]) for field in form.fields))


def filled(form: Form, given: Mapping[str, object]) -> dict[str, str]:
    """Return a value for each field: what was given, else what stood there already; None empties it.

    Whether a field may be empty or hold so much is the core's to say, as for any surface.

    Raises:
        BadJson: a field or an option that the form does not have, or a value that is no text.
    """
    if not given.keys() <= {field.name for field in form.fields}:
        raise BadJson("This form has no such field.")
    return {field.name: _value(field, given.get(field.name, field.value)) for field in form.fields}


def _value(field: Field, given: object) -> str:
    value = "" if given is None else given
    if not isinstance(value, str):
        raise BadJson("What is typed into a field is text.")
    if isinstance(field, ChoiceField) and value and value not in {o.name for o in field.options}:
        raise BadJson("This field has no such option.")
    return value
