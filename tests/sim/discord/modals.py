"""Modals: what stands in their fields, and what Discord sends when they are submitted.

https://docs.discord.com/developers/components/reference
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.json_types import Json
from tests.sim.common.answers import NotPossible
from tests.sim.discord.controls import choose
from tests.sim.discord.objects import with_ids
from tests.sim.discord.words import modal_words, words
from tests.sim.discord.world import Channel, Message

ROW, SELECT, TEXT_INPUT, TEXT, LABEL, RADIO, CHECKBOXES, CHECKBOX = 1, 3, 4, 10, 18, 21, 22, 23
_FIELDS = {SELECT, TEXT_INPUT, RADIO, CHECKBOXES, CHECKBOX}
_TEXT_MOST = 4000

Value = str | Sequence[str] | bool
"""What is put into a field: words, chosen options, or a tick."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a modal, with the words by which a person knows it."""

    component: Json
    label: str

    @property
    def custom_id(self) -> str:
        """What the app calls it."""
        return str(self.component["custom_id"])

    @property
    def kind(self) -> int:
        """The type of its component."""
        return int(self.component["type"])

    @property
    def is_needed(self) -> bool:
        """Whether it has to be filled."""
        return bool(self.component.get("required", self.kind != CHECKBOX))


class Modal:
    """An open modal. `channel` is where it stands, `message` the one whose control opened it."""

    def __init__(self, body: Json, channel: Channel, message: Message | None) -> None:
        """Open it, with what the app put into it."""
        self.body = body | {"components": with_ids(body.get("components", []))}
        self.channel = channel
        self.message = message
        self.state: dict[str, Value] = {each.custom_id: _initial(each.component) for each in self.fields}

    @property
    def custom_id(self) -> str:
        """What the app calls it."""
        return str(self.body.get("custom_id", ""))

    @property
    def title(self) -> str:
        """Its title."""
        return str(self.body.get("title", ""))

    @property
    def text(self) -> str:
        """All that it says, what was in its fields when it opened too."""
        return modal_words(self.body)

    @property
    def fields(self) -> list[Field]:
        """Its fields, from top to bottom."""
        return list(_fields(self.body["components"]))

    def fill(self, wanted: str, value: Value) -> None:
        """Put something into a field, by its custom_id or its label.

        Raises:
            NotPossible: there is no such field, several have this label, or the value does not fit.
        """
        found = [each for each in self.fields if each.custom_id == wanted] or [
            each for each in self.fields if each.label == wanted
        ]
        if len(found) != 1:
            raise NotPossible(f"{len(found)} fields of the modal {self.title!r} are called {wanted!r}")
        self.state[found[0].custom_id] = _taken(found[0], value)

    def submission(self) -> Json:
        """Return the `data` of the interaction that submits it.

        Raises:
            NotPossible: a field is empty that has to be filled, or too short.
        """
        for field in self.fields:
            value = self.state[field.custom_id]
            if field.is_needed and not value:
                raise NotPossible(f"{field.label!r} has to be filled in")
            least = field.component.get("min_length") or 0
            if field.kind == TEXT_INPUT and value and isinstance(value, str) and len(value) < least:
                raise NotPossible(f"{field.label!r} takes {least} characters at least")
        return {
            "custom_id": self.custom_id,
            "components": [self._sent(each) for each in self.body["components"]],
        }

    def _sent(self, component: Json) -> Json:
        told: Json = {"type": component["type"], "id": component["id"]}
        match component["type"]:
            case 1:
                return told | {"components": [self._sent(each) for each in component["components"]]}
            case 18:
                return told | {"component": self._sent(component["component"])}
            case kind if kind in _FIELDS:
                value = self.state[component["custom_id"]]
                key = "values" if kind in {SELECT, CHECKBOXES} else "value"
                sent = (value or None) if kind == RADIO else value
                return told | {"custom_id": component["custom_id"], key: sent}
            case _:
                return told


def _fields(components: Sequence[Json]) -> Iterator[Field]:
    for component in components:
        if component["type"] == LABEL and component["component"]["type"] in _FIELDS:
            yield Field(component["component"], str(component.get("label", "")))
        elif component["type"] == ROW:
            for each in component["components"]:
                if each["type"] in _FIELDS:
                    yield Field(each, str(each.get("label", "")))


def _initial(component: Json) -> Value:
    chosen = [option["value"] for option in component.get("options", []) if option.get("default")]
    match component["type"]:
        case 4:
            return str(component.get("value") or "")
        case 21:
            return chosen[0] if chosen else ""
        case 23:
            return bool(component.get("default"))
        case _:
            return chosen


def _taken(field: Field, value: Value) -> Value:
    component = field.component
    if field.kind == TEXT_INPUT:
        most = component.get("max_length") or _TEXT_MOST
        if not isinstance(value, str) or len(value) > most:
            raise NotPossible(f"{field.label!r} takes {most} characters of text")
        return value if component.get("style") == _PARAGRAPH else value.replace("\n", " ")
    if field.kind == CHECKBOX:
        return bool(value)
    options = [value] if isinstance(value, str) and value else value
    chosen = choose(component, list(options) if isinstance(options, Sequence) else [], field.label)
    if field.kind == RADIO:
        return chosen[0] if chosen else ""
    return chosen


def said_by(fields: Mapping[str, Value]) -> str:
    """Return what somebody put into fields, as it stands on their screen."""
    return "\n".join(words([{"type": TEXT_INPUT, "value": value} for value in fields.values() if value]))


_PARAGRAPH = 2
