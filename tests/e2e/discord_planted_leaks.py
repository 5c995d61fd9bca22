"""Leaks into Discord: each puts somebody's words into a place where Discord would keep or print them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

import discord

from adapters.discord.answering import acts
from adapters.discord.drawing import render
from adapters.discord.hearing.inbound import Given, Heard, Reader, Said
from adapters.discord.line import api, gateway
from adapters.discord.line.api import Line
from bot.surface.card import Card
from tests.e2e.planted_leaks import Leak, Overheard, Patch
from tests.json_types import Json

POSTED = "discord: POST /channels/{channel}/messages, "
FILLED = "discord: PATCH /channels/{channel}/messages/{message}, "
FOLLOWED = "discord: POST /webhooks/{application}/{token}, "
ANSWERED = "discord: POST /interactions/{interaction}/{token}/callback, "

_log = logging.getLogger("adapters.planted")


def _into_calls(put: Callable[[Json, str], None]) -> Callable[[Patch], None]:
    """Return a leak that puts the words of a draft into each message that is posted, and its address."""

    def plant(patch: Patch) -> None:
        heard, call = Overheard(patch), Line.call

        async def careless(line: Line, method: str, path: str, **how: Any) -> object:  # noqa: ANN401 - passed on
            if method == "POST" and path.endswith("/messages") and heard.words:
                put(how, heard.words)
            return await call(line, method, path, **how)

        patch.setattr(Line, "call", careless)

    return plant


def _as_content(how: Json, words: str) -> None:
    how["body"] = how["body"] | {"content": f"{how['body']['content']} {words}"}


def _as_nonce(how: Json, words: str) -> None:
    how["body"] = how["body"] | {"nonce": f"{words.split(maxsplit=1)[0]} {how['body']['nonce'][:8]}"}


def _as_custom_id(how: Json, words: str) -> None:
    how["body"] = _with_row(how["body"], {"type": 2, "style": 2, "label": "Here", "custom_id": words})


def _as_placeholder(how: Json, words: str) -> None:
    options = [{"label": "One", "value": "1"}]
    select = {"type": 3, "custom_id": "here", "placeholder": words, "options": options}
    how["body"] = _with_row(how["body"], select)


def _as_link(how: Json, words: str) -> None:
    address = f"https://example.org/?about={quote(words)}"
    how["body"] = _with_row(how["body"], {"type": 2, "style": 5, "label": "Here", "url": address})


def _with_row(body: Json, *controls: Json) -> Json:
    return body | {"components": [*body.get("components", ()), {"type": 1, "components": [*controls]}]}


def _as_query(how: Json, words: str) -> None:
    how["query"] = {"about": words}


def _as_description(patch: Patch) -> None:
    heard, upload = Overheard(patch), Line.upload

    async def careless(line: Line, method: str, path: str, *, body: Json, **how: Any) -> None:  # noqa: ANN401 - passed on
        told = [each | {"description": heard.words} for each in body["attachments"]]
        await upload(line, method, path, body=body | {"attachments": told}, **how)

    patch.setattr(Line, "upload", careless)


def _a_posted_card_that_echoes(patch: Patch) -> None:
    heard, post_of = Overheard(patch), render.post_of

    def careless(card: Card, **how: bool) -> Json:
        body = post_of(card, **how)
        return body | ({"content": f"{body['content']} {heard.words}"} if "content" in body else {})

    patch.setattr(acts, "post_of", careless)


def _an_answer_that_carries_words(patch: Patch) -> None:
    heard, layouts_of = Overheard(patch), render.layouts_of

    def careless(cards: Sequence[Card], **how: Any) -> list[Json]:  # noqa: ANN401 - passed on
        button = {"type": 2, "style": 2, "label": "Here", "custom_id": heard.words}
        return [_with_row(body, button) if heard.words else body for body in layouts_of(cards, **how)]

    patch.setattr(acts, "layouts_of", careless)


def _an_answer_for_everybody(patch: Patch) -> None:
    send = discord.InteractionResponse.send_message

    async def careless(response: Any, **how: Any) -> object:  # noqa: ANN401 - passed on
        answered = await send(response, **how)
        await response._parent.followup.send(**how | {"ephemeral": False})  # noqa: SLF001 - made inside
        return answered

    patch.setattr(discord.InteractionResponse, "send_message", careless)


def _a_talkative_library(patch: Patch) -> None:
    def let_it_speak() -> None:
        """Leave the library as it is."""

    for module in (api, gateway):
        patch.setattr(module, "hush", let_it_speak)
    patch.setattr(logging.getLogger("discord"), "propagate", True)


def _a_payload_in_the_log(patch: Patch) -> None:
    read, said = Reader.read, Reader.said

    def telling(reader: Reader, given: Given) -> object:
        _log.debug("heard %s", given.data)
        return read(reader, given)

    def repeating(reader: Reader, words: Said) -> object:
        _log.debug("heard %s", words.content)
        return said(reader, words)

    patch.setattr(Reader, "read", telling)
    patch.setattr(Reader, "said", repeating)


def _an_event_that_prints_itself(patch: Patch) -> None:
    patch.setattr(Heard, "__repr__", lambda heard: f"Heard({getattr(heard.event, 'text', '')!r})")


def _words_that_print_themselves(patch: Patch) -> None:
    patch.setattr(Said, "__repr__", lambda said: f"Said({said.content!r})")


DISCORD_LEAKS = {
    "the text of a message": Leak(_into_calls(_as_content), f"{POSTED}in what stays"),
    "a hint in a message": Leak(_into_calls(_as_placeholder), f"{POSTED}in what stays"),
    "the nonce of a message": Leak(_into_calls(_as_nonce), f"{POSTED}in a nonce"),
    "what a button carries along": Leak(_into_calls(_as_custom_id), f"{POSTED}in a custom_id"),
    "where a button leads": Leak(_into_calls(_as_link), f"{POSTED}in a url"),
    "the address of a call": Leak(_into_calls(_as_query), f"{POSTED}in the address"),
    "what is said of a file": Leak(_as_description, f"{FILLED}in what stays"),
    "a message that is changed": Leak(_a_posted_card_that_echoes, f"{ANSWERED}in what stays"),
    "an answer for everybody": Leak(_an_answer_for_everybody, f"{FOLLOWED}in what stays"),
    "what an answer carries along": Leak(_an_answer_that_carries_words, f"{ANSWERED}in a custom_id"),
    "discord.py at DEBUG": Leak(_a_talkative_library, "everything.log"),
    "a payload in the log": Leak(_a_payload_in_the_log, "everything.log"),
    "an event that prints itself": Leak(_an_event_that_prints_itself, "memory: Heard"),
    "words that print themselves": Leak(_words_that_print_themselves, "memory: Said"),
}
