"""Leaks into Slack: each puts somebody's words into a place where Slack would keep or print them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from adapters.slack import sockets
from adapters.slack.answering import acts
from adapters.slack.drawing import forms
from adapters.slack.hearing.inbound import Heard, Payload, Reader
from adapters.slack.line import api
from adapters.slack.line.api import Client
from tests.e2e.planted_leaks import Leak, Overheard, Patch
from tests.json_types import Json

_log = logging.getLogger("adapters.planted")


def _into(method: str, put: Callable[[Json, str], None]) -> Callable[[Patch], None]:
    """Return a leak that puts the words of a draft into each call of a method."""

    def plant(patch: Patch) -> None:
        heard, call = Overheard(patch), Client.api_call

        async def careless(client: Client, api_method: str, **how: Any) -> object:  # noqa: ANN401 - passed on
            if api_method == method and heard.words:
                put(how["json"], heard.words)
            return await call(client, api_method, **how)

        patch.setattr(Client, "api_call", careless)

    return plant


def _as_text(body: Json, words: str) -> None:
    body["text"] = words


def _as_metadata(body: Json, words: str) -> None:
    body["metadata"] = {"event_type": "draft", "event_payload": {"about": words}}


def _as_private_metadata(body: Json, words: str) -> None:
    if body["view"]["callback_id"] == "card":
        body["view"] = body["view"] | {"private_metadata": words}


def _as_title(body: Json, words: str) -> None:
    title = {"type": "plain_text", "text": words.split(maxsplit=1)[0]}
    if body["view"]["callback_id"] == "card":
        body["view"] = body["view"] | {"title": title}


def _as_block(body: Json, words: str) -> None:
    block = {"type": "section", "text": {"type": "plain_text", "text": words}}
    body["view"] = body["view"] | {"blocks": [*body["view"]["blocks"], block]}


def _an_answer_that_echoes(patch: Patch) -> None:
    heard, alone = Overheard(patch), acts._alone  # noqa: SLF001 - a careless change would be made inside
    patch.setattr(acts, "_alone", lambda message: alone(message) | {"text": f"You wrote: {heard.words}"})


def _an_error_that_quotes(patch: Patch) -> None:
    heard, errors_at = Overheard(patch), forms.errors_at

    def quoting(view: Payload, errors: dict[str, str]) -> dict[str, str]:
        return errors_at(view, {name: f"{said} {heard.words}" for name, said in errors.items()})

    patch.setattr(acts, "errors_at", quoting)


def _a_talkative_library(logger: logging.Logger) -> Callable[[Patch], None]:
    return lambda patch: patch.setattr(logger, "disabled", False)


def _a_payload_in_the_log(patch: Patch) -> None:
    read = Reader.read

    def telling(reader: Reader, payload: Payload) -> object:
        _log.debug("heard %s", payload)
        return read(reader, payload)

    patch.setattr(Reader, "read", telling)


def _an_event_that_prints_itself(patch: Patch) -> None:
    patch.setattr(Heard, "__repr__", lambda heard: f"Heard({getattr(heard.event, 'text', '')!r})")


SLACK_LEAKS = {
    "the text of a message": Leak(_into("chat.postMessage", _as_text), "slack: chat.postMessage"),
    "the metadata of a message": Leak(_into("chat.postMessage", _as_metadata), "slack: chat.postMessage"),
    "a message that is changed": Leak(_into("chat.update", _as_text), "slack: chat.update"),
    "what a modal carries along": Leak(_into("views.open", _as_private_metadata), "slack: views.open"),
    "the title of a modal": Leak(_into("views.open", _as_title), "slack: views.open"),
    "the Home tab": Leak(_into("views.publish", _as_block), "slack: views.publish"),
    "the answer to a command": Leak(_an_answer_that_echoes, "slack: ack:slash_commands"),
    "the answer to a press": Leak(_an_answer_that_echoes, "slack: response_url"),
    "what is wrong with a field": Leak(_an_error_that_quotes, "slack: ack:interactive"),
    "slack_sdk at DEBUG": Leak(_a_talkative_library(api._SILENT), "everything.log"),  # noqa: SLF001
    "a socket at DEBUG": Leak(_a_talkative_library(sockets._SILENT), "everything.log"),  # noqa: SLF001
    "a payload in the log": Leak(_a_payload_in_the_log, "everything.log"),
    "an event that prints itself": Leak(_an_event_that_prints_itself, "memory: Heard"),
}
