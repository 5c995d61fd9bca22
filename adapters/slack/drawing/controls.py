"""Controls: what each carries, how it is drawn, and how what was chosen is read back.

An `action_id` is `kind:arg:ref`. It holds all that is needed when it comes back, so that a control outlives
every restart. An argument is escaped; a ref may have colons, since it stands last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, assert_never
from urllib.parse import unquote

from adapters.slack import limits, text
from adapters.slack.text import Payload, plain
from bot.domain.prompts import Option
from bot.errors import SurfaceError
from bot.surface import phrases
from bot.surface.card import Button, Buttons, Choose, LinkButton, Scale

NOT_NOW = "-"
"""The argument of a step that is none."""


class Kind(StrEnum):
    """What comes back when a control is used. The argument is its name, unless a line says otherwise."""

    PRESS = "press"
    """A button."""
    PICK = "pick"
    """One answer of a question, drawn as a button; the argument is the option's name."""
    MENU = "menu"
    """A select of one answer; its value is the option's name."""
    SEVERAL = "several"
    """A select of several answers. Nothing follows from it: `next` reads what stands in it."""
    NEXT = "next"
    """The button that sends several answers."""
    RATE = "rate"
    """A step of a scale, drawn as a button; the argument is the step, or NOT_NOW."""
    RATES = "rates"
    """A select of steps; its value is the step."""
    LINK = "link"
    """A page that opens. Slack tells of it, and nothing follows."""
    COMMAND = "command"
    """A command as a button; the argument is the command with + for spaces."""


_KINDS = {kind.value: kind for kind in Kind}


@dataclass(frozen=True, slots=True)
class ControlId:
    """What a control carries as its `action_id`."""

    kind: Kind
    arg: str
    ref: str = ""

    def pack(self) -> str:
        """Return it as Slack carries it.

        Raises:
            SurfaceError: Slack would not take it.
        """
        packed = f"{self.kind}:{self.arg.replace('%', '%25').replace(':', '%3A')}:{self.ref}"
        if len(packed) > limits.ID_CHARS:
            raise SurfaceError(f"an action_id: {len(packed)} characters, {limits.ID_CHARS} fit")
        return packed

    @staticmethod
    def unpack(action_id: str) -> ControlId | None:
        """Return what a control carries; None if it is none of ours."""
        kind, _, rest = action_id.partition(":")
        arg, colon, ref = rest.partition(":")
        if kind not in _KINDS or not colon:
            return None
        return ControlId(_KINDS[kind], unquote(arg), ref)


def command_button(command: str, label: str) -> Payload:
    """Return a row with one button that stands for a command."""
    return _row([_button(ControlId(Kind.COMMAND, command.replace(" ", "+")), label)])


def draw_choose(ask: Choose) -> list[Payload]:
    """Return a question with its answers: buttons while they are few, a menu, or a menu of several.

    Raises:
        SurfaceError: Slack cannot hold it.
    """
    if ask.at_most > 1:
        return _several(ask)
    if len(ask.options) > limits.BUTTONS_OF_A_QUESTION:
        menu = _menu(
            "static_select", ControlId(Kind.MENU, ask.name, ask.ref), _options(ask.options), phrases.CHOOSE
        )
        return [*_question(ask.ask), _row([menu])]
    buttons = [_button(ControlId(Kind.PICK, one.name, ask.ref), one.label) for one in ask.options]
    return [*_question(ask.ask), _row(buttons)]


def draw_scale(scale: Scale) -> list[Payload]:
    """Return a scale: a button for each word while they are few, else a menu; and the way to pass.

    Raises:
        SurfaceError: Slack cannot hold it.
    """
    words, steps = scale.worded, scale.steps
    skip = _button(ControlId(Kind.RATE, NOT_NOW, scale.ref), phrases.NOT_NOW)
    fits = all(len(word) <= limits.LABEL_CHARS for word in scale.words)
    if fits and len(words) == len(steps) <= limits.BUTTONS_OF_A_QUESTION:
        buttons = [_button(ControlId(Kind.RATE, str(step), scale.ref), words[step]) for step in steps]
        return [*_question(scale.ask), _row([*buttons, skip])]
    labels = {step: f"{step} \u00b7 {words[step]}" if step in words else str(step) for step in steps}
    ends: list[Payload] = []
    if any(len(label) > limits.LABEL_CHARS for label in labels.values()):
        labels = {step: str(step) for step in steps}
        ends = [quiet(f"{step}: {word}") for step, word in words.items()]
    options = _options(tuple(Option(name=str(step), label=label) for step, label in labels.items()))
    menu = _menu("static_select", ControlId(Kind.RATES, scale.name, scale.ref), options, phrases.CHOOSE)
    return [*_question(scale.ask), *ends, _row([menu, skip])]


def draw_buttons(row: Buttons) -> Payload:
    """Return a row of presses.

    Raises:
        SurfaceError: Slack cannot hold it.
    """
    return _row([_press(button) for button in row.buttons])


def chosen(state: Mapping[str, Any], ref: str) -> tuple[str, ...]:
    """Return what is chosen in the select of several with this ref, in the order of choosing.

    `state` is the `state` of a message's or a view's payload; of what was never touched, nothing is chosen.
    """
    for held in (state.get("values") or {}).values():
        for action_id, value in held.items():
            control = ControlId.unpack(action_id)
            if control and (control.kind, control.ref) == (Kind.SEVERAL, ref):
                return tuple(option["value"] for option in value.get("selected_options") or ())
    return ()


def quiet(words: str) -> Payload:
    """Return a small line."""
    return {"type": "context", "elements": [plain(words)]}


def spoken(words: str) -> Payload:
    """Return a text that is shown in full, however long."""
    return {"type": "section", "text": plain(words), "expand": True}


def _question(words: str) -> Iterator[Payload]:
    if words.strip():
        yield spoken(words)


def _several(ask: Choose) -> list[Payload]:
    """Return a menu of several beside its question, and the button that sends it.

    Slack tells of each single choice; the core hears of all together. In a row of its own such a menu may
    not stand.
    """
    control = ControlId(Kind.SEVERAL, ask.name, ask.ref)
    menu = _menu("multi_static_select", control, _options(ask.options), phrases.CHOOSE_ANY)
    menu["max_selected_items"] = min(ask.at_most, len(ask.options))
    send = _button(ControlId(Kind.NEXT, ask.name, ask.ref), text.NEXT)
    return [{**spoken(ask.ask), "accessory": menu}, _row([send])]


def _press(button: Button | LinkButton) -> Payload:
    match button:
        case Button():
            return _button(ControlId(Kind.PRESS, button.name, button.ref), button.label)
        case LinkButton():
            if len(button.url) > limits.URL_CHARS:
                raise SurfaceError(f"a link: {len(button.url)} characters, {limits.URL_CHARS} fit")
            return {**_button(ControlId(Kind.LINK, button.name), button.label), "url": button.url}
        case _:
            assert_never(button)


def _options(options: tuple[Option, ...]) -> list[Payload]:
    if len(options) > limits.OPTIONS:
        raise SurfaceError(f"options: {len(options)}, {limits.OPTIONS} fit")
    return [draw_option(option) for option in options]


def draw_option(option: Option) -> Payload:
    """Return one line of a menu.

    Raises:
        SurfaceError: Slack cannot hold it.
    """
    if not 0 < len(option.name) <= limits.VALUE_CHARS or len(option.label) > limits.LABEL_CHARS:
        raise SurfaceError(
            f"an option: {limits.VALUE_CHARS} characters of name, {limits.LABEL_CHARS} of label fit"
        )
    return {"text": plain(option.label), "value": option.name}


def _menu(kind: str, control: ControlId, options: list[Payload], placeholder: str) -> Payload:
    return {
        "type": kind,
        "action_id": control.pack(),
        "options": options,
        "placeholder": plain(placeholder),
    }


def _button(control: ControlId, label: str) -> Payload:
    return {"type": "button", "action_id": control.pack(), "text": plain(label)}


def _row(elements: list[Payload]) -> Payload:
    return {"type": "actions", "elements": elements}
