"""What Slack refuses to show: messages and views that break a rule of Block Kit or a limit."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import cast

from tests.sim.slack.answers import Json, Refused
from tests.sim.slack.words import words

MOST_TEXT = 40_000
"""Characters of `text`. https://docs.slack.dev/reference/methods/chat.postMessage"""
MOST_BLOCK_TEXT = 13_000
"""Characters in all blocks of a message. Undocumented; refused at about 13,200 in slackapi/bolt-js#2509."""


def refuse_bad_message(body: Json) -> None:
    """Look at what an app wants to say.

    Raises:
        Refused: no_text, msg_too_long, msg_blocks_too_long, invalid_metadata_format or invalid_blocks.
    """
    text, blocks = body.get("text"), body.get("blocks") or []
    if not text and not blocks:
        raise Refused("no_text")
    if len(text or "") > MOST_TEXT:
        raise Refused("msg_too_long")
    if sum(map(len, words(blocks))) > MOST_BLOCK_TEXT:
        raise Refused("msg_blocks_too_long")
    metadata = body.get("metadata")
    if metadata is not None and not {"event_type", "event_payload"} <= set(metadata):
        raise Refused("invalid_metadata_format")
    found = _lint("lint_message", body)
    if found:
        raise Refused("invalid_blocks", response_metadata={"messages": found})


def refuse_bad_view(view: Json) -> None:
    """Look at a view that an app wants to show.

    Raises:
        Refused: invalid_arguments, with what is wrong in response_metadata.messages.
    """
    found = _lint("lint_home" if view.get("type") == "home" else "lint_view", view)
    if found:
        raise Refused("invalid_arguments", response_metadata={"messages": found})


def _lint(name: str, payload: Json) -> list[str]:
    try:
        module = importlib.import_module("tests.sim.slack.lint")
    except ModuleNotFoundError:
        return []
    return cast("Callable[[Json], list[str]]", getattr(module, name))(payload)
