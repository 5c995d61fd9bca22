"""Acknowledgements: what Slack is told at once, as the responses that Bolt hands on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from slack_bolt.response import BoltResponse

from adapters.slack import text
from adapters.slack.drawing.forms import FORM, errors_at

Body = Mapping[str, Any]
"""JSON as it comes from Slack, or goes there. Any: JSON."""


def empty() -> BoltResponse:
    """Say that it was heard, and nothing more."""
    return BoltResponse(status=200, body="")


def says(body: Body) -> BoltResponse:
    """Say something with it; an empty body says nothing."""
    if not body:
        return empty()
    return BoltResponse(status=200, body=json.dumps(body), headers={"content-type": "application/json"})


def not_kept() -> BoltResponse:
    """Acknowledge nothing, so that it comes again."""
    return BoltResponse(status=503, body="")


def not_here(payload: Body) -> BoltResponse:
    """Say, where an acknowledgement can, that Reststop is not set up there. Nobody else is called."""
    if "command" in payload:
        return says({"response_type": "ephemeral", "text": text.NOT_HERE})
    if is_form(payload):
        return still_open(payload["view"], text.NOT_HERE)
    return empty()


def is_form(payload: Body) -> bool:
    """Whether somebody sent a form of ours."""
    view = payload.get("view")
    is_ours = isinstance(view, dict) and view.get("callback_id") == FORM
    return is_ours and payload.get("type") == "view_submission"


def still_open(view: Body, why: str) -> BoltResponse:
    """Let a form that was sent stay, with its words: an empty acknowledgement would close it.

    Slack does so by itself after a 500.
    """
    try:
        return says({"response_action": "errors", "errors": errors_at(view, {"": why})})
    except Exception:  # noqa: BLE001 - it has no inputs of ours
        return BoltResponse(status=500, body="")
