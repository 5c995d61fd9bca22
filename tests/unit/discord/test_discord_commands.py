"""The commands that Discord offers: all of ours, in every language, told once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import discord
import pytest
from discord import app_commands

from adapters.discord.errors import Refused
from adapters.discord.limits import COMMAND_CHARS
from adapters.discord.line.api import Line, point_at
from adapters.discord.setup.commands import Commands, reststop
from bot.errors import SurfaceError
from bot.ports.vault import Secret
from bot.services.cards.help import COMMANDS as ABOUT
from bot.services.routes import COMMANDS
from bot.testing.time import ManualClock
from tests.json_types import Json
from tests.sim.discord import DiscordSim


@dataclass
class Told:
    """What Discord was told last, in memory."""

    digest: str = ""
    times: list[str] = field(default_factory=list)

    async def known(self) -> str:
        """Return it."""
        return self.digest

    async def note(self, told: str) -> None:
        """Keep it."""
        self.digest = told
        self.times.append(told)


class Pseudo(app_commands.Translator):
    """A language in which each text has an accent more."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """Put it in one language alone."""
        del context
        return f"{string.message}\u00e9" if locale is discord.Locale.german else None


def nodes(node: Json) -> Iterator[Json]:
    """Walk a command and all below it."""
    yield node
    for below in node.get("options", []):
        yield from nodes(below)


def paths(node: Json, *above: str) -> Iterator[str]:
    """Walk what can be chosen, as it is typed."""
    for below in node.get("options", []):
        if below["type"] in {1, 2}:
            yield from paths(below, *above, below["name"])
    if node["type"] == 1 and above:
        yield " ".join(above).removeprefix("more ")


async def told(translator: app_commands.Translator | None = None) -> Json:
    """Return what Discord is told."""
    line = Line(Secret("a token"), ManualClock(datetime(2026, 1, 5, tzinfo=UTC)))
    return await Commands(line, reststop(COMMANDS, ABOUT), Told(), translator=translator).payload()


async def test_whatever_can_be_asked_for_has_a_place_in_the_menu() -> None:
    """By one name at least, and nothing stands there that the core does not know."""
    offered = set(paths(await told()))
    assert offered <= set(COMMANDS)
    handlers = {COMMANDS[name].handler for name in offered}
    assert {name for name, route in COMMANDS.items() if route.handler not in handlers} == set()


async def test_words_can_stand_where_the_core_takes_them_and_a_zone_where_it_is_asked() -> None:
    """Optional: a form asks for what was not typed."""
    found = {node["name"]: node for node in nodes(await told()) if node["type"] == 1}
    assert found["write"]["options"][0]["name"] == "words"
    assert found["search"]["options"][0]["required"] is False
    assert found["start"]["options"][0] == found["settings"]["options"][0]
    assert found["start"]["options"][0]["autocomplete"] is True
    assert found["rough"]["options"] == []


async def test_it_is_there_wherever_somebody_may_be_and_in_no_talk_of_others() -> None:
    """In servers and in direct messages with Reststop, added by a server or by a person."""
    payload = await told()
    assert (payload["contexts"], payload["integration_types"]) == ([0, 1], [0, 1])
    assert payload["default_member_permissions"] is None


async def test_a_language_leaves_no_text_out() -> None:
    """Names and descriptions, of groups, commands and options."""
    every = list(nodes(await told(Pseudo())))
    assert len(every) > 20
    for node in every:
        assert node["name_localizations"] == {"de": f"{node['name']}\u00e9"}
        assert node["description_localizations"] == {"de": f"{node['description']}\u00e9"}


async def test_discord_takes_it() -> None:
    """Counts and lengths of its reference."""
    every = list(nodes(await told()))
    assert max(len(node.get("options", [])) for node in every) <= 25
    assert sum(len(node["name"]) + len(node["description"]) for node in every) <= COMMAND_CHARS
    assert {len(node["description"]) > 100 or "`" in node["description"] for node in every} == {False}


@asynccontextmanager
async def line_to(sim: DiscordSim) -> AsyncIterator[Line]:
    """Give a line to a loopback Discord."""
    point_at(sim.api_url, sim.gateway_url)
    line = Line(Secret(sim.token), ManualClock(datetime(2026, 1, 5, tzinfo=UTC)))
    try:
        yield line
    finally:
        await line.close()


async def test_discord_is_told_where_that_is_news_to_it_and_no_more() -> None:
    """It takes 200 a day: a start that changes nothing tells nothing, also not after a restart."""
    known = Told()
    async with DiscordSim() as sim, line_to(sim) as line:
        group = reststop(COMMANDS, ABOUT)
        assert await Commands(line, group, known).sync() is True
        assert await Commands(line, group, known).sync() is False
        assert len(sim.journal.calls("PUT /applications/*/commands")) == 1
        assert await Commands(line, group, known, translator=Pseudo()).sync() is True
        assert await Commands(line, group, known).sync() is True
        assert await Commands(line, group, known).sync(anyway=True) is True
        assert len(sim.journal.calls("PUT /applications/*/commands")) == 4


async def test_another_application_is_told_too() -> None:
    """A token that was changed for another bot's: what the first one knows, the second does not."""
    known = Told()
    for seed in (1, 2):
        async with DiscordSim(seed=seed) as sim, line_to(sim) as line:
            assert await Commands(line, reststop(COMMANDS, ABOUT), known).sync() is True


async def test_what_discord_does_not_take_is_told_again_the_next_time() -> None:
    """Nothing is noted that it does not know."""
    known = Told()
    async with DiscordSim() as sim, line_to(sim) as line:
        commands = Commands(line, reststop(COMMANDS, ABOUT), known)
        sim.faults.fail("PUT /applications/*/commands", status=400, code=50035)
        with pytest.raises(Refused):
            await commands.sync()
        assert known.digest == ""
        assert await commands.sync() is True


@pytest.mark.parametrize(
    "about",
    [{"start": "x" * 101}, {"help": "", "start": "Begin"}, {"nowhere": "A command of nobody's"}],
    ids=["too long", "without words", "not known"],
)
def test_what_has_no_place_is_an_error_and_not_left_out(about: dict[str, str]) -> None:
    """It is found when the commands are put together, and not by who looks for one."""
    with pytest.raises(SurfaceError):
        reststop(COMMANDS, about)
