"""What a surface may rely on to keep its tokens.

Subclass `InstallationsContract` in a test file and give it a fixture `installations`.
"""

from __future__ import annotations

from bot.ports.installations import Installations
from bot.ports.vault import Secret

FIRST, SECOND = Secret("a token of the workspace"), Secret('{"a": "newer token", "for": "it"}')


class InstallationsContract:
    """The promises of `bot.ports.installations.Installations`."""

    async def test_what_was_saved_is_found_for_its_workspace_alone(
        self, installations: Installations
    ) -> None:
        """Neither another workspace nor another surface is given it."""
        await installations.save("slack", "T1", FIRST)
        await installations.save("slack", "T2", SECOND)
        assert await installations.find("slack", "T1") == FIRST
        assert await installations.find("slack", "T2") == SECOND
        assert await installations.find("slack", "T3") is None
        assert await installations.find("discord", "T1") is None

    async def test_a_later_secret_takes_the_place_of_the_earlier(self, installations: Installations) -> None:
        """A token that was refreshed."""
        await installations.save("slack", "T1", FIRST)
        await installations.save("slack", "T1", SECOND)
        assert await installations.find("slack", "T1") == SECOND

    async def test_what_was_ended_is_not_found_and_others_are(self, installations: Installations) -> None:
        """A second ending does nothing."""
        await installations.save("slack", "T1", FIRST)
        await installations.save("slack", "T2", SECOND)
        for _ in range(2):
            await installations.end("slack", "T1")
        assert await installations.find("slack", "T1") is None
        assert await installations.find("slack", "T2") == SECOND

    async def test_a_workspace_can_come_back(self, installations: Installations) -> None:
        """Removed and added again, as often as they like."""
        for secret in (FIRST, SECOND):
            await installations.save("slack", "T1", secret)
            assert await installations.find("slack", "T1") == secret
            await installations.end("slack", "T1")
