"""The pages of who watches: of a house and its platforms, and of a worker that has none."""

from __future__ import annotations

import asyncio
import re
import signal
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession

from adapters.metrics.metrics import NoMetrics
from adapters.metrics.registry import Registry
from adapters.web.server import Watched
from bot.app.cli.sim import story_settings
from bot.app.house import House
from bot.app.roles import choose
from bot.app.serving import LEAVES_WITHIN, serve
from bot.app.watch_pages import watched
from bot.surface.capabilities import Capabilities
from bot.testing.engine import SteppingEngine
from bot.testing.keys import MemoryKeyStore
from bot.testing.store import Trouble
from tests.made_once import know_library
from tests.unit.small_house import ScriptedChat
from tests.unit.world import FIRST_SLOT, World, world


class Line:
    """A platform whose line stands, or does not."""

    pages = ()

    def __init__(self, surface: str, health: Mapping[str, object]) -> None:
        """Say `health` of itself."""
        self.chat = ScriptedChat(Capabilities(surface=surface, waits=False, hosted=True))
        self.how = dict(health)

    async def open(self) -> None:
        """Be open."""

    async def begin(self, at: str) -> list[str]:
        """Say nothing."""
        del at
        return []

    async def health(self) -> Mapping[str, object]:
        """Say it."""
        return self.how

    async def end(self) -> None:
        """End."""

    async def close(self) -> None:
        """Close."""


@contextmanager
def pages(*platforms: Line, leaving: Callable[[], bool] = lambda: False) -> Iterator[tuple[Watched, World]]:
    """Give what the pages of a house say, and the house."""
    with world() as given:
        engine = SteppingEngine(given.clock)
        keys = MemoryKeyStore(today=FIRST_SLOT.date)
        house = House(
            given.desk,
            engine,
            keys,
            look_after_keys=lambda: None,
            tend=lambda _is_over: None,
            let_go=lambda: None,
        )
        yield watched(house, platforms, Registry(), is_leaving=leaving), given


async def test_a_line_that_does_not_stand_is_not_ready() -> None:
    """By the platform's name; one that is called by its platform has no line to stand."""
    socket, http = Line("slack", {"connected": True, "silent": 3}), Line("discord", {"mode": "http"})
    with pages(socket, http) as (told, _):
        assert list(await told.lacks()) == []
        socket.how["connected"] = False
        assert list(await told.lacks()) == ["slack"]
        page = await told.metrics()
    assert page is not None
    assert 'reststop_line_up{surface="slack"} 0.0' in page
    assert 'reststop_line_up{surface="discord"}' not in page
    assert 'reststop_lane_lag_seconds{surface="slack"} 0.0' in page


async def test_a_database_that_is_away_leaves_the_page_of_metrics_there() -> None:
    """It is when it is away that somebody looks."""
    with pages() as (told, given):
        given.store.refuse(Trouble.AWAY)
        assert list(await told.lacks()) == ["database"]
        assert "reststop_not_saved_total" in (await told.metrics() or "")


async def test_who_was_told_to_leave_is_not_ready() -> None:
    """Before anything ends: a balancer that looks sends nobody any more."""
    is_told = False
    with pages(leaving=lambda: is_told) as (told, _):
        assert list(await told.lacks()) == []
        is_told = True
        assert list(await told.lacks()) == ["stopping"]


def test_without_the_library_nothing_is_shown_and_all_is_noted() -> None:
    """Notes go nowhere, and the page says how the library comes."""
    assert NoMetrics().page() is None


@pytest.fixture
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    know_library(monkeypatch)
    monkeypatch.setattr("bot.app.serving.log_to_file", lambda _: None)


async def _soon(look: Callable[[], Awaitable[str]], *, holds: str) -> str:
    """Return what a look shows once it holds something."""
    async with asyncio.timeout(20):
        while holds not in (found := await look()):
            pass
    return found


@pytest.mark.usefixtures("_quiet")
async def test_a_worker_without_a_platform_is_watched_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says where, lives, is ready, counts its ticks; told to leave it leaves, well within its time."""
    settings = story_settings(tmp_path / "data").model_copy(update={"port": 0})
    serving = asyncio.create_task(serve(settings, choose("engine,health", settings)))

    async def said() -> str:
        await asyncio.sleep(0.01)
        return capsys.readouterr().err

    found = re.search(r"Listening at (\S+)\.", await _soon(said, holds="Listening at"))
    assert found is not None
    async with ClientSession(f"http://{found[1]}") as browser:

        async def page(path: str = "/metrics") -> str:
            async with browser.get(path) as answer:
                return await answer.text()

        assert await page("/healthz") == "alive\n"
        assert '"ready": true' in await page("/readyz")
        told = await _soon(page, holds='reststop_work_seconds_count{work="tick"} 1.0')
        assert "reststop_key_age_days 0.0" in told
        assert re.search(r"reststop_loop_lag_seconds_count [1-9]", told)
    began = asyncio.get_running_loop().time()
    signal.raise_signal(signal.SIGTERM)
    await serving
    assert asyncio.get_running_loop().time() - began < LEAVES_WITHIN
