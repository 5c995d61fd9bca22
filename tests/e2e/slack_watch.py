"""What of somebody's words Slack was given, and in which of its places."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.e2e.disk import found_in
from tests.json_types import Json
from tests.sim.slack.journal import Entry, RequestJournal

VIEWS = {"views.open", "views.update", "views.push"}
"""Where words may stand: a modal is before its owner alone, and Slack keeps no message of it."""
_CARRIED = {"action_id", "block_id", "value"}
SUBMISSION = "ack:interactive"
"""The answer to a submission, which may show a view in the place of the form."""


def told_to_slack(journal: RequestJournal, text: str) -> list[str]:
    """Return each place of Slack, but the blocks of modals, that was given a text in whatever disguise."""
    return [f"slack: {entry.method}" for entry in journal if _stands_outside(entry, text)]


def shown_in_modals(journal: RequestJournal, text: str) -> list[str]:
    """Return the methods that put a text into modals."""
    return [entry.method for entry in journal if _may_show(entry) and found_in(entry.raw, text)]


def _may_show(entry: Entry) -> bool:
    is_a_view = entry.method == SUBMISSION and entry.args.get("response_action") in {"update", "push"}
    return is_a_view or entry.method in VIEWS


def _stands_outside(entry: Entry, text: str) -> bool:
    if not found_in(entry.raw, text):
        return False
    return not _may_show(entry) or bool(found_in(_without_blocks(entry.args).encode(), text))


def _without_blocks(args: Json) -> str:
    """Return a request without what its view shows, but with `private_metadata`, ids and the like."""
    view = {key: value for key, value in args["view"].items() if key != "blocks"}
    carried = [*_carried(args["view"].get("blocks"))]
    return json.dumps(args | {"view": view, "carried": carried}, ensure_ascii=False)


def _carried(of: object) -> Iterator[str]:
    """Walk what blocks carry along and do not show; what stands in a field is its `initial_value`."""
    if isinstance(of, list):
        for each in of:
            yield from _carried(each)
    elif isinstance(of, dict):
        for name, value in of.items():
            if name in _CARRIED and isinstance(value, str):
                yield value
            yield from _carried(value)
