"""A12: 12 bad variants: 401, 0 handler calls, no stack trace; a valid one again: 200 and 1 effect."""

from __future__ import annotations

from tests.unit.slack import test_slack_ways_in as ways_in

HELD_BY = (
    "tests/unit/slack/test_slack_ways_in.py::test_what_slack_did_not_sign_is_a_bare_401",
    "tests/unit/slack/test_slack_ways_in.py::test_two_signatures_are_none",
    "tests/unit/slack/test_slack_ways_in.py::test_what_is_signed_and_no_payload_breaks_nothing",
    "tests/unit/slack/test_slack_ways_in.py::test_a_request_that_comes_twice_does_one_thing",
    "tests/unit/slack/test_slack_ways_in.py::test_an_event_that_comes_again_is_heard_once",
)


def test_a12_there_are_twelve_bad_variants_and_more() -> None:
    """Signature, time, body and secret, each wrong in several ways."""
    bad = ways_in._bad()  # noqa: SLF001 - how many it tries
    assert len(bad) >= 12
    assert len({(body, tuple(sorted(headers.items()))) for body, headers in bad.values()}) >= 12
