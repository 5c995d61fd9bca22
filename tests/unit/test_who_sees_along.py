"""Who sees along is said of the platform where somebody is, and never of another one."""

from __future__ import annotations

from uuid import UUID

import pytest

from bot.domain.people import Account
from bot.services.cards import held, help, typed, welcome  # noqa: A004 - the cards of `help`
from bot.services.desk import Mint
from bot.surface.capabilities import Capabilities
from bot.surface.refs import RefCodec

SLACK, DISCORD = (Capabilities(surface=name, waits=False, hosted=True) for name in ("slack", "discord"))
TERMINAL = Capabilities(surface="console", waits=True, hosted=False)
OWNERS = "workspace's owners"
DISCORD_SEES = "Discord itself can see that we have messages, and what they say."
MINT = Mint(RefCodec(b"of no house at all"), Account(surface="discord", workspace="1", user="2"))


def said(capabilities: Capabilities) -> str:
    """Return all that is said before and after a yes of who could read along there."""
    between = [capabilities.surface] if capabilities.hosted else []
    cards = (
        welcome.consent(MINT, capabilities),
        welcome.consent_more(MINT, capabilities, "Ward 7"),
        help.privacy("Ward 7", between=between, doors=1),
        held.what_data(
            counts=held.Counts(pages=0, drafts=0, checkins=0, sheets={}),
            oldest=None,
            keep_days=None,
            limits=(),
            operator="Ward 7",
            between=between,
            doors=[capabilities.surface],
            roles=[],
            circles=[],
            conversations=False,
        ),
        typed.typed(MINT, UUID(int=1), capabilities),
    )
    return "\n".join(card.text for card in cards)


def test_in_slack_it_is_the_owners() -> None:
    """On some plans they can read it; and Slack tells of closed accounts."""
    text = said(SLACK)
    assert OWNERS in text
    assert "30 days after" in text
    assert "Discord" not in text


def test_in_discord_it_is_discord() -> None:
    """It has no workspace and no owners who could read along, and it tells nobody of a closed account."""
    text = said(DISCORD)
    assert DISCORD_SEES in text
    assert "only you can delete it" in text
    assert "Discord tells me nothing of an account that is closed: `erase` before you close one." in text
    assert "workspace" not in text
    assert "days after" not in text


def test_in_discord_a_server_is_no_machine() -> None:
    """There it is a community of people, whose owner opens nothing here."""
    text = said(DISCORD)
    assert "server" not in text
    assert text.count("Whoever runs Reststop could open it") == 4
    assert "Who runs Reststop: Ward 7." in text
    assert "Whoever runs this server could open it" in said(SLACK)


def test_in_a_terminal_it_is_nobody() -> None:
    """But who sits there."""
    text = said(TERMINAL)
    assert "here, that is you" in text
    assert "can see that we have messages" not in text


@pytest.mark.parametrize("doors", [2, 3])
def test_who_comes_by_several_hears_of_all(doors: int) -> None:
    """Of each platform once, and of forms once."""
    text = help.privacy("Ward 7", between=["discord", "slack"], doors=doors).text
    assert OWNERS in text
    assert DISCORD_SEES in text
    assert text.count("What you write in a form") == 1
    assert "If one of your accounts is closed" in text
    assert "Discord tells me nothing" in text
