"""Words that can mean danger, in Slack: who to call is seen there too, by their writer alone."""

from __future__ import annotations

from bot.domain.people import Account
from tests.sim.slack import SlackSim
from tests.sim.slack_surface import on_slack
from tests.unit.small_house import small_house

WORDS = ("I want to die. " * 600).strip()
"""More than a page holds: it is refused, and kept for later."""
SIGN = "In danger now"


async def test_a_page_that_is_refused_has_who_to_call_on_top_of_it() -> None:
    """With why it was refused; closed, it shows the page below with every word that was typed."""
    with small_house() as house:
        async with SlackSim() as slack, on_slack(slack, house.hear):
            ana, workspace = slack.workspace().user("ana"), slack.workspace()
            house.open_to({"slack": house.chat})
            await house.settle_in(Account(surface="slack", workspace=workspace.id, user=ana.id))
            await ana.dm(WORDS)
            await ana.command("/reststop write")
            page = ana.modals[-1]
            await ana.submit()
            assert ana.modals[-1] is not page
            assert SIGN in ana.modals[-1].text
            assert "8,999 characters" in ana.modals[-1].text
            await ana.close()
            assert ana.modals == [page]
            typed = [held["value"] or "" for block in page.state.values() for held in block.values()]
            assert "".join(typed).count("I want to die.") == 600
            assert ana.errors == []
