"""What Slack refuses to show: messages and views that break a rule of Block Kit or a limit."""

from __future__ import annotations

from tests.json_types import Json
from tests.sim.slack.answers import Refused
from tests.sim.slack.lint import lint_home, lint_message, lint_view
from tests.sim.slack.shapes import MESSAGE_TEXT


def refuse_bad_message(body: Json) -> None:
    """Look at what an app wants to say. No blocks at all, `[]`, is a message of text alone.

    Raises:
        Refused: no_text, msg_too_long, msg_blocks_too_long, invalid_metadata_format or invalid_blocks.
    """
    text = body.get("text")
    if not text and not body.get("blocks"):
        raise Refused("no_text")
    if len(text or "") > MESSAGE_TEXT:
        raise Refused("msg_too_long")
    metadata = body.get("metadata")
    if metadata is not None and not {"event_type", "event_payload"} <= set(metadata):
        raise Refused("invalid_metadata_format")
    found = lint_message({key: value for key, value in body.items() if key != "blocks" or value})
    if found:
        is_length = any("msg_blocks_too_long" in each for each in found)
        error = "msg_blocks_too_long" if is_length else "invalid_blocks"
        raise Refused(error, response_metadata={"messages": found})


def refuse_bad_view(view: Json) -> None:
    """Look at a view that an app wants to show.

    Raises:
        Refused: invalid_arguments, with what is wrong in response_metadata.messages.
    """
    found = lint_home(view) if view.get("type") == "home" else lint_view(view)
    if found:
        raise Refused("invalid_arguments", response_metadata={"messages": found})
