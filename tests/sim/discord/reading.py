"""How a person sees what was drawn, and what Discord sends back of a form: the other side of drawing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.json_types import Json, ReadJson
from tests.sim.discord.markup import shown
from tests.sim.discord.shapes import BUTTON, LABEL, SELECT, TEXT_INPUT
from tests.sim.drawn import parts_of, squeezed

_PLAIN = ("title", "label", "description", "placeholder", "url")
"""The fields in which Discord reads no markdown."""


def marked_up(drawn: object) -> Iterator[str]:
    """Walk every text in which a client reads markdown, as it was sent."""
    return (part["content"] for part in parts_of(drawn) if part.get("content"))


def texts_in(drawn: object) -> Iterator[str]:
    """Walk every text as it is read."""
    for part in parts_of(drawn):
        if part.get("content"):
            yield shown(part["content"]).words
        yield from (part[key] for key in _PLAIN if key in part)


def read(drawn: object) -> str:
    """Return all that can be read, without white space."""
    return squeezed("".join(texts_in(drawn)))


def controls_in(drawn: object) -> list[str]:
    """Return the `custom_id` of every button and select, in order."""
    return [
        part["custom_id"]
        for part in parts_of(drawn)
        if part.get("type") in {BUTTON, SELECT} and "custom_id" in part
    ]


def sent(modal: ReadJson, **instead: str) -> list[Json]:
    """Return the components of a form that was sent as it opened, but for `instead` by `custom_id`."""
    return [_sent(part, instead) for part in modal["components"]]


def _sent(part: ReadJson, instead: Mapping[str, str]) -> Json:
    if part["type"] != LABEL:
        return {"type": part["type"], "id": 1}
    held = part["component"]
    custom_id = held["custom_id"]
    answer: Json = {"type": held["type"], "id": 3, "custom_id": custom_id}
    if held["type"] == TEXT_INPUT:
        answer["value"] = instead.get(custom_id, held.get("value", ""))
    else:
        stands = [option["value"] for option in held["options"] if option.get("default")]
        answer["values"] = [instead[custom_id]] if custom_id in instead else stands
    return {"type": LABEL, "id": 2, "component": answer}
