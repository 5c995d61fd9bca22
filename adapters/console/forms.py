"""Asks a form field by field. What was typed is kept until the core has taken it or its writer leaves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from adapters.console import text
from adapters.console.inbound import named
from adapters.console.render import numbered, question, wrapped
from adapters.console.talk import CANCEL, Signal, Talk
from adapters.console.tones import Group, Line
from bot.surface.form import ChoiceField, DateField, Field, Form, TextField, TimeField
from bot.surface.text import shown

_EMPTY = "-"

Values = dict[str, str]


async def fill(form: Form, talk: Talk) -> Values | None:
    """Return what was typed into `form` by field name, or None if its writer left."""
    talk.show(_opening(form, talk.width))
    return await _ask(form.fields, {field.name: field.value for field in form.fields}, talk)


async def fill_again(form: Form, typed: Values, errors: Mapping[str, str], talk: Talk) -> Values | None:
    """Return `typed` with the refused fields asked once more, each below its sentence.

    A sentence that belongs to no field is shown first; if there is no other, Enter sends the same again.
    """
    names = {field.name for field in form.fields}
    for sentence in (sentence for name, sentence in errors.items() if name not in names):
        _say(sentence, talk)
    refused = [field for field in form.fields if field.name in errors]
    if refused:
        return await _ask(refused, typed, talk, errors)
    _say(text.SEND_AGAIN, talk)
    line = await talk.field()
    if line is Signal.END:
        _say(text.ENDED, talk)
    return None if isinstance(line, Signal) or line.strip() == CANCEL else typed


async def _ask(
    fields: Iterable[Field], standing: Values, talk: Talk, errors: Mapping[str, str] | None = None
) -> Values | None:
    """Ask `fields` in order. Where the input ends in a long text, the rest takes what stands.

    A long text that may stay empty, and is, is no question of its own: it is the end of the text before it.
    """
    values = dict(standing)
    left = list(fields)
    has_text = False
    while left:
        field, before = left[0], values[left[0].name]
        extra = next((other for other in left[1:2] if _is_extra(field, other, values)), None)
        talk.show([_above(field, before, (errors or {}).get(field.name), talk, extra)])
        answer = await _answer(field, before, talk, extra)
        if answer is Signal.END and has_text and (before or not field.required):
            answer = (before, "")
        if isinstance(answer, Signal):
            if answer is Signal.END:
                _say(text.ENDED, talk)
            return None
        has_text = has_text or _is_long(field)
        values[field.name] = answer[0]
        if extra:
            values[extra.name] = answer[1]
        left = left[2 if extra else 1 :]
    return values


def _is_extra(field: Field, other: Field, values: Values) -> bool:
    """Whether `other` is an empty long text beside a long text, which may stay as it is."""
    return _is_long(field) and _is_long(other) and not other.required and not values[other.name]


async def _answer(field: Field, standing: str, talk: Talk, extra: Field | None) -> tuple[str, str] | Signal:
    """Return an answer that `field` can hold, asked as often as it takes, and what goes to `extra`."""
    while True:
        typed = await _typed(field, standing, talk)
        if isinstance(typed, Signal):
            return typed
        if typed.strip() == CANCEL:
            return Signal.STOP
        typed, more = _parted(typed) if extra else (typed, "")
        answer = _words(standing, typed, talk) if _is_edited(field, talk) else _short(field, standing, typed)
        if answer is None:
            _say(text.NONE_OF_THESE, talk)
        elif field.required and not answer.strip():
            _say(text.NEEDED, talk)
        else:
            return answer, more


async def _typed(field: Field, standing: str, talk: Talk) -> str | Signal:
    """Return what is typed into a field; a text that stands is there to be edited."""
    if _is_long(field):
        return await talk.text(shown(standing))
    return await talk.field(shown(standing) if _is_edited(field, talk) else "")


def _parted(typed: str) -> tuple[str, str]:
    """Return what stands before and after the first line with only a plus."""
    lines = typed.split("\n")
    place = next((place for place, line in enumerate(lines) if line.strip() == text.MORE), len(lines))
    return "\n".join(lines[:place]), "\n".join(lines[place + 1 :])


def _words(standing: str, typed: str, talk: Talk) -> str:
    """Return what was written; left untouched, what stood there stays as it was."""
    is_untouched = typed == shown(standing) if talk.edits else typed == ""
    return standing if is_untouched else typed


def _short(field: Field, standing: str, typed: str) -> str | None:
    """Return what an answer of one line stands for; None if it is no choice."""
    said = typed.strip()
    if not said:
        return standing
    if said == _EMPTY and not field.required:
        return ""
    if not isinstance(field, ChoiceField):
        return typed
    return _chosen(field, said)


def _chosen(field: ChoiceField, said: str) -> str | None:
    """Return the option of that number or label, or the only one whose label begins so."""
    names = [option.name for option in field.options]
    if said in (keys := [str(n) for n in range(1, len(names) + 1)]):
        return names[keys.index(said)]
    labels = [option.label for option in field.options]
    at = named(said, labels, is_whole=True)
    at = named(said, labels, is_whole=False) if at is None else at
    return None if at is None else names[at]


def _opening(form: Form, width: int) -> list[Group]:
    intro = wrapped(form.intro, width) if form.intro else []
    return [(*wrapped(form.title, width, "title"), *intro, *wrapped(text.LEAVING, width, "quiet"))]


def _above(field: Field, standing: str, error: str | None, talk: Talk, extra: Field | None) -> Group:
    """Return what stands above the line to type: the sentence, the label, the hint, and how."""
    lines = wrapped(error, talk.width) if error else []
    match field:
        case ChoiceField():
            lines += question(field.label, numbered(option.label for option in field.options), (), talk.width)
            standing = next((option.label for option in field.options if option.name == standing), "")
        case TextField() | TimeField() | DateField():
            lines += wrapped(field.label, talk.width)
        case _:
            assert_never(field)
    if field.hint:
        lines += wrapped(field.hint, talk.width, "quiet")
    if extra:
        more = " ".join(part for part in (text.MORE_HOW.format(label=extra.label), extra.hint) if part)
        lines += wrapped(more, talk.width, "quiet")
    return (
        *lines,
        *(
            _long_how(standing, talk, again=bool(error))
            if _is_long(field)
            else _short_how(field, standing, talk)
        ),
    )


def _long_how(standing: str, talk: Talk, *, again: bool) -> list[Line]:
    how = wrapped(text.LONG_HOW_TYPED if talk.edits else text.LONG_HOW, talk.width, "quiet")
    if not standing or talk.edits:
        return how
    if again:
        return [*wrapped(text.WORDS_KEPT, talk.width), *how]
    return [*how, *wrapped(text.KEPT_ON_DOT, talk.width, "quiet"), *wrapped(standing, talk.width, "quiet", 6)]


def _short_how(field: Field, standing: str, talk: Talk) -> list[Line]:
    if not standing or _is_edited(field, talk):
        return []
    how = text.STANDING.format(value=f"[{standing}]")
    return wrapped(how if field.required else f"{how}, {text.CLEARING}", talk.width, "quiet")


def _is_edited(field: Field, talk: Talk) -> bool:
    """Whether the line or page itself is the answer: what stands in it is edited there, or kept by a dot."""
    return _is_long(field) or (isinstance(field, TextField) and talk.edits)


def _is_long(field: Field) -> bool:
    return isinstance(field, TextField) and field.long


def _say(sentence: str, talk: Talk) -> None:
    talk.show([tuple(wrapped(sentence, talk.width))])
