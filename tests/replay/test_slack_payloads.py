"""What Slack sends, in the shapes that it sends, is always the same event at the same place.

The payloads are invented in the shapes of Slack's references. Each comes over a socket, as an object, and by
HTTP, as a form or as JSON that slack_bolt takes apart.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from urllib.parse import urlencode

import pytest
from slack_bolt.request.async_request import AsyncBoltRequest

from adapters.slack.hearing.inbound import Heard, NotTheirs, Reader
from adapters.slack.hearing.places import Place
from bot.domain.people import Account
from bot.domain.people import Place as Room
from bot.services.routes import COMMANDS
from bot.surface.inbound import InboundEvent
from tests.json_types import Json

HERE = Path(__file__).parent / "slack"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json"}


def _cases() -> Iterator[object]:
    """Every payload of every file, by what it promises."""
    for path in sorted(HERE.glob("*.json")):
        for case in json.loads(path.read_text("utf-8")):
            yield pytest.param(case, id=f"{path.stem}: {case['promise']}")


def by_socket(payload: Json) -> Json:
    """Return what slack_bolt makes of an envelope's payload."""
    return AsyncBoltRequest(mode="socket_mode", body=payload).body


def by_http(payload: Json) -> Json:
    """Return what slack_bolt makes of a request's body."""
    if payload.get("type") == "event_callback":
        return AsyncBoltRequest(body=json.dumps(payload), headers=dict(JSON)).body
    form = payload if "command" in payload else {"payload": json.dumps(payload)}
    return AsyncBoltRequest(body=urlencode(form), headers=dict(FORM)).body


@pytest.mark.parametrize("way", [by_socket, by_http], ids=["socket", "http"])
@pytest.mark.parametrize("case", [*_cases()])
def test_a_payload_is_what_it_says(case: Json, way: Callable[[Json], Json]) -> None:
    """Exactly this event, with all its fields, and exactly this place; or nothing at all."""
    reader = Reader(_zone_of, lambda _: None, COMMANDS)
    heard = reader.read(way(case["payload"]))
    match heard:
        case None:
            told: object = (None, None)
        case Heard():
            told = (_told(heard.event), _told(heard.place))
        case NotTheirs():
            told = ({"type": "NotTheirs", "account": _plain(heard.account)}, _told(heard.place))
    assert told == (case["event"], case["place"])


@pytest.mark.parametrize("case", [*_cases()])
def test_bolt_finds_the_same_installation(case: Json) -> None:
    """The workspace whose token answers is the one under which the person is known."""
    if case["event"] is None:
        return
    for way in (by_socket, by_http):
        payload = way(case["payload"])
        context = AsyncBoltRequest(mode="socket_mode", body=payload).context
        found = context.enterprise_id if context.is_enterprise_install else context.team_id
        assert found == case["event"]["account"]["workspace"]


def test_no_payload_shows_what_somebody_said() -> None:
    """What was read prints neither words nor answers."""
    reader = Reader(_zone_of, lambda _: None, COMMANDS)
    for case in json.loads((HERE / "views.json").read_text("utf-8")):
        assert "kind end" not in repr(reader.read(case["payload"]))
    for case in json.loads((HERE / "events.json").read_text("utf-8")):
        assert "morning" not in repr(reader.read(case["payload"]))


def _zone_of(_: Account) -> str:
    return "Pacific/Auckland"


def _told(what: InboundEvent | Place) -> Json:
    """Return all fields of an event or a place as JSON has them.

    None of a form's inputs, nor what Slack never says: that somebody named a zone; of the others, those that
    most payloads do not say are there only where this one does.
    """
    left_out = {"inputs", "names_zone"}
    seldom = {"place", "place_name", "called", "thread"}
    named = {
        each.name: _plain(getattr(what, each.name)) for each in fields(what) if each.name not in left_out
    }
    said = {name: value for name, value in named.items() if value or name not in seldom}
    return {"type": type(what).__name__, **said}


def _plain(value: object) -> object:
    if isinstance(value, Account | Room):
        return {each.name: getattr(value, each.name) for each in fields(value)}
    return json.loads(json.dumps(value))
