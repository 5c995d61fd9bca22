"""Controls: what each carries, how it is drawn, and how what was chosen is read back.

A `custom_id` is a kind's letter, an argument, "~" and a ref. It holds all that is needed when it comes back,
so that a control outlives every restart. A second "~" begins a number that only tells equal ids apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never
from urllib.parse import unquote

from adapters.discord import limits, text
from adapters.discord.text import Payload, plain
from bot.domain.prompts import Option
from bot.errors import SurfaceError
from bot.surface import phrases
from bot.surface.card import Button, Buttons, Choose, LinkButton, Scale
from bot.surface.parts import units

ROW, BUTTON, SELECT = 1, 2, 3
"""Types of components (Discord, "Component reference")."""
_GREY, _LINK = 2, 5
"""Styles of buttons. No answer is coloured: none is better than another."""

NOT_NOW = "-"
"""The step that is none."""


class Kind(StrEnum):
    """What comes back when a control is used.

    The argument is its name, or nothing where that has no room, unless a line says otherwise.
    """

    PRESS = "p"
    """A button."""
    PICK = "o"
    """One answer of a question, drawn as a button; the argument is the option's name."""
    MENU = "m"
    """A select of one answer; its value is the option's name."""
    SEVERAL = "s"
    """A select of several answers; its values are the options' names. They come together, once."""
    RATE = "r"
    """A step of a scale, drawn as a button; the argument is the step, or NOT_NOW."""
    RATES = "R"
    """A select of steps; its value is the step, or NOT_NOW."""
    COMMAND = "c"
    """A command as a button; the argument is the command with + for spaces."""
    KEPT = "k"
    """What is kept in memory for a while; the argument is its token."""


_KINDS = {kind.value: kind for kind in Kind}


@dataclass(frozen=True, slots=True)
class ControlId:
    """What a control carries as its `custom_id`."""

    kind: Kind
    arg: str
    ref: str = ""

    @property
    def fits(self) -> bool:
        """Whether Discord takes it, and a number behind it."""
        return units(self._packed) <= limits.ID_CHARS - limits.ID_ROOM

    def pack(self) -> str:
        """Return it as Discord carries it.

        Raises:
            SurfaceError: Discord would not take it.
        """
        if not self.fits:
            raise SurfaceError(
                f"a custom_id: {units(self._packed)} characters, {limits.ID_CHARS - limits.ID_ROOM} fit"
            )
        return self._packed

    @property
    def _packed(self) -> str:
        return f"{self.kind}{_quoted(self.arg)}~{_quoted(self.ref)}"

    @staticmethod
    def unpack(custom_id: str) -> ControlId | None:
        """Return what a control carries; None if it is none of ours."""
        kind, rest = custom_id[:1], custom_id[1:]
        arg, tilde, numbered = rest.partition("~")
        if kind not in _KINDS or not tilde:
            return None
        return ControlId(_KINDS[kind], unquote(arg), unquote(numbered.partition("~")[0]))


def step_of(step: str) -> int | None:
    """Return the step that a RATE's argument or a RATES's value names; None for "not now".

    Raises:
        ValueError: it is no step of ours.
    """
    return None if step == NOT_NOW else int(step)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is drawn: what stands above its controls, and the rows that they are in."""

    above: tuple[str, ...]
    rows: tuple[Payload, ...]


def command_button(command: str, label: str) -> Payload:
    """Return a button that stands for a command."""
    return _button(ControlId(Kind.COMMAND, command.replace(" ", "+")), label)


def kept_button(token: str, label: str) -> Payload:
    """Return a button that stands for what is kept under a token."""
    return _button(ControlId(Kind.KEPT, token), label)


def row(*elements: Payload) -> Payload:
    """Return a row of controls."""
    return {"type": ROW, "components": list(elements)}


def draw_choose(ask: Choose, *, in_one_row: bool = False) -> Asked:
    """Return a question with its answers: buttons while they are few, a select, or one of several.

    `in_one_row` is for where several questions stand apart from their rows: a select that names its own.

    Raises:
        SurfaceError: Discord cannot hold it.
    """
    above = tuple(_question(ask.ask))
    buttons = [ControlId(Kind.PICK, one.name, ask.ref) for one in ask.options]
    are_short = all(button.fits for button in buttons) and _are_labels(one.label for one in ask.options)
    if ask.at_most == 1 and len(buttons) <= limits.ROW_BUTTONS and are_short and not in_one_row:
        drawn = (_button(button, option.label) for button, option in zip(buttons, ask.options, strict=True))
        return Asked(above, (row(*drawn),))
    kind, hint = (Kind.SEVERAL, phrases.CHOOSE_ANY) if ask.at_most > 1 else (Kind.MENU, phrases.CHOOSE)
    select = _select(_named(kind, ask.name, ask.ref), ask.options, _hint(ask.ask, hint, named=in_one_row))
    if ask.at_most > 1:
        select |= {"min_values": 1, "max_values": min(ask.at_most, len(ask.options))}
    return Asked(above, (row(select),))


def draw_scale(scale: Scale, *, in_one_row: bool = False) -> Asked:
    """Return a scale and the way to pass: a button for each word while they are few, else a select.

    `in_one_row` is as for a choice; passing is then one of the steps.

    Raises:
        SurfaceError: Discord cannot hold it.
    """
    words, steps = scale.worded, scale.steps
    above = tuple(_question(scale.ask))
    skip = _button(ControlId(Kind.RATE, NOT_NOW, scale.ref), phrases.NOT_NOW)
    is_worded = len(words) == len(steps)
    if is_worded and len(steps) <= limits.ROW_BUTTONS and _are_labels(scale.words) and not in_one_row:
        buttons = [_button(ControlId(Kind.RATE, str(step), scale.ref), words[step]) for step in steps]
        return Asked(above, tuple(_rows([*buttons, skip])))
    labels = {step: _label(step, words, is_worded=is_worded) for step in steps}
    if any(units(label) > limits.OPTION_CHARS for label in labels.values()):
        labels = {step: str(step) for step in steps}
        above = (*above, *(text.small(f"{step}: {word}") for step, word in words.items()))
    options = [Option(name=str(step), label=label) for step, label in labels.items()]
    options += [Option(name=NOT_NOW, label=phrases.NOT_NOW)] if in_one_row else []
    control = _named(Kind.RATES, scale.name, scale.ref)
    select = _select(control, options, _hint(scale.ask, phrases.CHOOSE, named=in_one_row))
    return Asked(above, (row(select),) if in_one_row else (row(select), row(skip)))


def draw_buttons(buttons: Buttons) -> Payload:
    """Return a row of presses.

    Raises:
        SurfaceError: Discord cannot hold it.
    """
    return row(*(_press(button) for button in buttons.buttons))


def draw_option(option: Option) -> Payload:
    """Return one line of a select.

    Raises:
        SurfaceError: Discord cannot hold it.
    """
    label = plain(option.label)
    if (
        not option.name.strip()
        or units(option.name) > limits.OPTION_CHARS
        or units(label) > limits.OPTION_CHARS
    ):
        raise SurfaceError(f"an option: {limits.OPTION_CHARS} characters of name and of label fit")
    return {"label": label, "value": option.name}


def told_apart(components: Iterable[Payload]) -> list[Payload]:
    """Return the components of one message with no id twice: from the second on, one has a number."""
    seen: dict[str, int] = {}
    return [_told_apart(component, seen) for component in components]


def _told_apart(component: Payload, seen: dict[str, int]) -> Payload:
    if "components" in component:
        inside = [_told_apart(each, seen) for each in component["components"]]
        return {**component, "components": inside}
    if "custom_id" not in component:
        return component
    custom_id = component["custom_id"]
    seen[custom_id] = seen.get(custom_id, 0) + 1
    count = seen[custom_id]
    return {**component, "custom_id": f"{custom_id}~{count}"} if count > 1 else component


def _quoted(part: str) -> str:
    return part.replace("%", "%25").replace("~", "%7E")


def _question(words: str) -> Iterator[str]:
    if words.strip():
        yield text.escape(words)


def _hint(ask: str, otherwise: str, *, named: bool) -> str:
    """Return what a select shows before anything is chosen: its question where that stands elsewhere."""
    hint = ask if named and ask.strip() else otherwise
    if units(hint) > limits.PLACEHOLDER_CHARS:
        raise SurfaceError(
            f"a question in a select: {units(hint)} characters, {limits.PLACEHOLDER_CHARS} fit"
        )
    return hint


def _named(kind: Kind, name: str, ref: str) -> ControlId:
    """Return a control with its name, or without where it has no room: the ref says all."""
    control = ControlId(kind, name, ref)
    return control if control.fits else ControlId(kind, "", ref)


def _are_labels(words: Iterable[str]) -> bool:
    return all(units(each) <= limits.LABEL_CHARS for each in words)


def _label(step: int, words: Mapping[int, str], *, is_worded: bool) -> str:
    """Return a step as an option: its word alone where all have one, else its number and what word it has."""
    if is_worded:
        return words[step]
    return f"{step} \u00b7 {words[step]}" if step in words else str(step)


def _press(button: Button | LinkButton) -> Payload:
    match button:
        case Button():
            return _button(_named(Kind.PRESS, button.name, button.ref), button.label)
        case LinkButton():
            if units(button.url) > limits.URL_CHARS:
                raise SurfaceError(f"a link: {units(button.url)} characters, {limits.URL_CHARS} fit")
            return {"type": BUTTON, "style": _LINK, "label": plain(button.label), "url": button.url}
        case _:
            assert_never(button)


def _select(control: ControlId, options: Iterable[Option], placeholder: str) -> Payload:
    drawn = [draw_option(option) for option in options]
    if len(drawn) > limits.OPTIONS:
        raise SurfaceError(f"options: {len(drawn)}, {limits.OPTIONS} fit")
    return {
        "type": SELECT,
        "custom_id": control.pack(),
        "options": drawn,
        "placeholder": placeholder,
    }


def _button(control: ControlId, label: str) -> Payload:
    drawn = plain(label)
    if units(drawn) > limits.LABEL_CHARS:
        raise SurfaceError(f"a label: {units(drawn)} characters, {limits.LABEL_CHARS} fit")
    return {"type": BUTTON, "style": _GREY, "label": drawn, "custom_id": control.pack()}


def _rows(elements: list[Payload]) -> Iterator[Payload]:
    for start in range(0, len(elements), limits.ROW_BUTTONS):
        yield row(*elements[start : start + limits.ROW_BUTTONS])
