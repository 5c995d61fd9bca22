"""Asks a form field by field. What was typed is kept until the core has taken it or its writer leaves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from adapters.console import text
from adapters.console.chat import CANCEL, Signal, Talk
from adapters.console.inbound import named
from adapters.console.render import numbered, question, wrapped
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
    """Ask `fields` in order. Where the input ends in a long text, the rest takes what stands."""
    values = dict(standing)
    has_text = False
    for field in fields:
        before = values[field.name]
        talk.show([_above(field, before, (errors or {}).get(field.name), talk)])
        answer = await _answer(field, before, talk)
        if answer is Signal.END and has_text and (before or not field.required):
            answer = before
        if isinstance(answer, Signal):
            if answer is Signal.END:
                _say(text.ENDED, talk)
            return None
        has_text = has_text or _is_long(field)
        values[field.name] = answer
    return values


async def _answer(field: Field, standing: str, talk: Talk) -> str | Signal:
    """Return an answer that `field` can hold, asked as often as it takes."""
    while True:
        typed = await _typed(field, standing, talk)
        if isinstance(typed, Signal):
            return typed
        if typed.strip() == CANCEL:
            return Signal.STOP
        answer = typed if _is_edited(field, talk) else _short(field, standing, typed)
        if answer is None:
            _say(text.NONE_OF_THESE, talk)
        elif field.required and not answer.strip():
            _say(text.NEEDED, talk)
        else:
            return answer


async def _typed(field: Field, standing: str, talk: Talk) -> str | Signal:
    """Return what is typed into a field; words that are left untouched stay as they are."""
    if not _is_edited(field, talk):
        return await talk.field()
    seen = shown(standing)
    typed = await (talk.text(seen) if _is_long(field) else talk.field(seen))
    is_untouched = typed == seen if talk.edits else typed == ""
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


def _above(field: Field, standing: str, error: str | None, talk: Talk) -> Group:
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
