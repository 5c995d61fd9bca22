"""A19: in the whole suite no socket to any host outside of the fakes, no DNS look-up from a person's text.

The tripwire is around every worker: the last test of one that reached out fails.
"""

from __future__ import annotations

import pytest

from tests.acceptance.payloads import KINDS
from tests.tripwire import tripwire
from tests.unit.small_house import form_of
from tests.unit.world import world

HELD_BY = (
    "tests/unit/test_tripwire.py::test_a_line_to_another_machine_is_refused_and_seen",
    "tests/unit/test_tripwire.py::test_a_line_of_the_event_loop_is_seen_too",
    "tests/architecture/test_egress.py::test_only_the_rooms_of_platforms_can_reach_anybody",
    "tests/unit/slack/test_slack_chat.py::test_nothing_but_slack_is_answered",
)


def test_a19_the_wire_is_around_this_test_as_around_every_other(request: pytest.FixtureRequest) -> None:
    """It comes by itself, for the whole of each process."""
    assert "_nobody_else_is_reached" in request.fixturenames


async def test_a19_no_name_in_a_text_is_looked_up() -> None:
    """Addresses, domains and mails: typed, kept, searched for, exported."""
    with tripwire() as reached, world() as house:
        await house.settle_in()
        for text in (*KINDS["masked link"], "www.example.org and a@example.org and //example.org/x"):
            await house.say(text)
            await house.submit(form_of(await house.command("write")), text=text)
            await house.command(f"journal search {text}")
        await house.command("export")
    assert reached == []
