"""What a person can press, choose and fill in: finding it in blocks, and what Slack reports of it.

https://docs.slack.dev/reference/block-kit/block-elements
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.json_types import Json
from tests.sim.common.answers import NotPossible
from tests.sim.slack.ids import Ids

State = dict[str, dict[str, Json]]
"""What is chosen or typed, by block_id and action_id, as `state.values`."""

Wanted = str | Callable[[Json], bool]
"""A control by its action_id, its block_id, the words on it, or a predicate on its element."""

_VALUE = {
    "plain_text_input": "value",
    "number_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "static_select": "selected_option",
    "radio_buttons": "selected_option",
    "multi_static_select": "selected_options",
    "checkboxes": "selected_options",
    "timepicker": "selected_time",
    "datepicker": "selected_date",
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "multi_users_select": "selected_users",
    "multi_conversations_select": "selected_conversations",
    "multi_channels_select": "selected_channels",
}
_PRESSED = {"button", "overflow"}


@dataclass(frozen=True, slots=True)
class Control:
    """An interactive element with the block that it stands in."""

    block: Json
    element: Json

    @property
    def is_input(self) -> bool:
        """Whether it stands in an input block, so that only a submission tells of it."""
        return bool(self.block["type"] == "input")

    @property
    def label(self) -> str:
        """The words by which a person knows it."""
        if self.element["type"] == "button":
            return str(self.element["text"]["text"])
        if self.is_input:
            return str(self.block["label"]["text"])
        words = self.block.get("text") or self.element.get("placeholder") or {}
        return str(words.get("text", ""))

    @property
    def placeholder(self) -> str:
        """The grey words in an empty select."""
        return str((self.element.get("placeholder") or {}).get("text", ""))


def controls(blocks: Sequence[Json]) -> Iterator[Control]:
    """Every interactive element, from top to bottom."""
    for block in blocks:
        elements = [*block.get("elements", []), block.get("accessory"), block.get("element")]
        for element in elements:
            if element and element["type"] in {*_VALUE, *_PRESSED}:
                yield Control(block, element)


def find(blocks: Sequence[Json], wanted: Wanted) -> Control | None:
    """Return the control that is meant: by its ids first, then by its words.

    Raises:
        NotPossible: several have these words.
    """
    if callable(wanted):
        return next((control for control in controls(blocks) if wanted(control.element)), None)
    for control in controls(blocks):
        if wanted in {control.element.get("action_id"), control.block.get("block_id")}:
            return control
    named = [each for each in controls(blocks) if wanted in {each.label, each.placeholder}]
    if len(named) > 1:
        raise NotPossible(f"{len(named)} controls say {wanted!r}")
    return named[0] if named else None


def with_ids(blocks: Sequence[Json], ids: Ids) -> list[Json]:
    """Return a copy in which every block and control has an id; Slack gives those that the app did not."""
    copied = copy.deepcopy(list(blocks))
    for block in copied:
        block.setdefault("block_id", ids.word("block", 5))
    for control in controls(copied):
        control.element.setdefault("action_id", ids.word("action", 5))
    return copied


def first_state(blocks: Sequence[Json], before: Mapping[str, Mapping[str, Json]] | None = None) -> State:
    """Return what stands in the controls of new blocks.

    What was typed or chosen `before` stays where both ids and the kind are the same, as views.update does.
    """
    state: State = {}
    for control in controls(blocks):
        kind = control.element["type"]
        if kind in _PRESSED:
            continue
        block_id, action_id = control.block["block_id"], control.element["action_id"]
        kept = (before or {}).get(block_id, {}).get(action_id)
        if kept is not None and kept["type"] == kind:
            state.setdefault(block_id, {})[action_id] = kept
        else:
            state.setdefault(block_id, {})[action_id] = {
                "type": kind,
                _VALUE[kind]: _initial(control.element),
            }
    return state


def _initial(element: Json) -> object:
    key = _VALUE[element["type"]]
    nothing: list[Json] | None = [] if key.endswith("s") else None
    return element.get("initial_" + key.removeprefix("selected_"), nothing)


def filled(control: Control, values: Sequence[str]) -> Json:
    """Return the state of a control after a person has put `values` into it; none at all empties it.

    Raises:
        NotPossible: there is no such option, there are too many, or the words are too long for the field.
    """
    element = control.element
    key = _VALUE.get(element["type"])
    if key is None:
        raise NotPossible(f"{control.label!r} is pressed, not filled")
    if key == "selected_options":
        most = element.get("max_selected_items", len(element["options"]))
        if len(values) > most:
            raise NotPossible(f"{control.label!r} takes {most} at most")
        return {"type": element["type"], key: [_option(control, value) for value in values]}
    if key.endswith("s"):
        return {"type": element["type"], key: list(values)}
    value = values[0] if values else None
    if key == "selected_option":
        return {"type": element["type"], key: None if value is None else _option(control, value)}
    if key == "value" and value is not None:
        most = element.get("max_length", 3000)
        if len(value) > most:
            raise NotPossible(f"{control.label!r} takes {most} characters, not {len(value)}")
        value = value or None
    return {"type": element["type"], key: value}


def _option(control: Control, wanted: str) -> Json:
    options: list[Json] = list(control.element.get("options", []))
    for group in control.element.get("option_groups", []):
        options += group["options"]
    for option in options:
        if wanted in {option["value"], option["text"]["text"]}:
            return option
    raise NotPossible(f"{control.label!r} has no option {wanted!r}")


def is_empty(state: Json) -> bool:
    """Whether nothing was typed or chosen."""
    return not state[_VALUE[state["type"]]]


def pressed(control: Control, action_ts: str, state: Json | None) -> Json:
    """Return what stands in `actions` of a block_actions payload; `state` is that of a select."""
    element = control.element
    action: Json = {"action_id": element["action_id"], "block_id": control.block["block_id"]}
    action |= {"type": element["type"], "action_ts": action_ts}
    for key in ("text", "value", "style", "url"):
        if key in element and element["type"] == "button":
            action[key] = element[key]
    if state is not None:
        key = _VALUE[element["type"]]
        action[key] = state[key]
        initial = "initial_" + key.removeprefix("selected_")
        for name in ("placeholder", initial):
            if name in element:
                action[name] = element[name]
    return action
