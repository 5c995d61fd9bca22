"""How a person sees blocks, and what Slack sends back of a form: the other side of drawing."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from tests.json_types import Json, ReadJson
from tests.sim.drawn import parts_of, squeezed


def texts_in(drawn: object) -> Iterator[str]:
    """Walk every text as it is read: without its escapes, and without the stars that make it bold."""
    for part in parts_of(drawn):
        match part:
            case {"type": "plain_text" | "text", "text": str(text)}:
                yield text
            case {"type": "mrkdwn", "text": str(text)}:
                yield unescape(text.strip("*"))
            case {"type": "button", "url": str(url)}:
                yield url
            case _:
                pass


def read(drawn: object) -> str:
    """Return all that can be read, without white space."""
    return squeezed("".join(texts_in(drawn)))


def actions_in(drawn: object) -> list[str]:
    """Return the `action_id` of every control, in order."""
    return [part["action_id"] for part in parts_of(drawn) if "action_id" in part]


def state_of(view: ReadJson) -> dict[str, dict[str, Json]]:
    """Return `state.values` of a form that was opened and sent as it stood."""
    inputs = [block for block in view["blocks"] if block["type"] == "input"]
    return {
        block["block_id"]: {block["element"]["action_id"]: _initial(block["element"])} for block in inputs
    }


def _initial(element: ReadJson) -> Json:
    """Return the state of an element before anybody touched it. An empty input is null."""
    kind = element["type"]
    match kind:
        case "plain_text_input":
            return {"type": kind, "value": element.get("initial_value")}
        case "static_select":
            return {"type": kind, "selected_option": element.get("initial_option")}
        case "timepicker":
            return {"type": kind, "selected_time": element.get("initial_time")}
        case "datepicker":
            return {"type": kind, "selected_date": element.get("initial_date")}
        case _:
            raise LookupError(kind)
