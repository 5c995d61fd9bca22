"""`reststop close`: refused before its day, asked once, and whatever cuts it off, nothing is left."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from bot.app.bootstrap import hold, open_house
from bot.app.cli import close as command
from bot.app.cli.sim import story_settings
from bot.app.house import House
from bot.domain.people import Account, PersonId
from bot.domain.roles import Role
from bot.errors import FolderInUse, TooEarly
from bot.ports.faults import CrashPoints, NoCrash
from bot.ports.organisations import OrganisationRow, RoleRow
from bot.ports.store import Unit
from bot.ports.vault import SEALED_MARK, Secret
from bot.surface.inbound import ActionPressed, CommandInvoked
from bot.testing.chance import SeededChance
from bot.testing.engine import SteppingEngine
from bot.testing.faults import ArmedCrash, Killed
from bot.testing.time import ManualClock
from tests.made_once import make_once
from tests.unit.small_house import HOSTED, MONDAY, ScriptedChat, card_of, control, ref_of
from tests.unit.world import Countdown

ON = date(2026, 1, 31)
IT_HAS_COME = datetime(2026, 1, 31, 12, tzinfo=UTC)
TABLES = ("people", "doors", "organisations", "roles", "installations", "inbox", "runs", "deliveries")


@pytest.fixture(autouse=True)
def _made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What each house begins with is made once for all tests here."""
    make_once(monkeypatch)


async def opened(data: Path, clock: ManualClock, crash: CrashPoints | None = None) -> House:
    """Open a house in a folder, not begun."""
    return await open_house(
        story_settings(data),
        clock=clock,
        chance=lambda starts: SeededChance(str(starts)),
        engine=SteppingEngine(clock),
        chats={"chat": ScriptedChat(HOSTED)},
        crash=crash or NoCrash(),
    )


async def lived_in(data: Path, clock: ManualClock) -> None:
    """Let three people say yes, a fourth be cut off in it, and a workspace and an organisation be there."""
    house = await opened(data, clock)
    await house.start()
    for user in ("ana", "ben", "cara"):
        who = Account(surface="chat", workspace="team", user=user)
        first = await house.hear(CommandInvoked(event_id=f"{user} 1", account=who, text="start"))
        yes = ref_of(control(card_of(first), "consent.yes"))
        await house.hear(ActionPressed(event_id=f"{user} 2", account=who, ref=yes, zone="UTC"))
    await house.installations.save("chat", "team", Secret("a token"))
    desk = house._desk  # noqa: SLF001 - an organisation is put there by hand
    holder = PersonId(desk.chance.new_id())

    def look_after(unit: Unit) -> None:
        desk.vault.create(holder)
        index = desk.organisation_index("chat/team")
        sealed = SEALED_MARK + b"x" * 100
        unit.organisations.put(OrganisationRow(id=holder, index=index, sealed=sealed))
        role = desk.chance.new_id()
        unit.organisations.put_role(
            RoleRow(id=role, organisation=holder, index=index, role=Role.ADMIN, sealed=sealed)
        )

    await desk.store.run(look_after)
    desk.vault.create(PersonId(desk.chance.new_id()))  # a yes that was cut off
    await house.stop()


async def runs(data: Path, clock: ManualClock) -> None:
    """Let the house run for as long as it takes to tell everybody what is to be told."""
    engine = SteppingEngine(clock)
    house = await open_house(
        story_settings(data),
        clock=clock,
        chance=lambda starts: SeededChance(str(starts)),
        engine=engine,
        chats={"chat": ScriptedChat(HOSTED)},
    )
    await house.start()
    await engine.settle()
    await house.stop()


@pytest.fixture
def clock() -> ManualClock:
    """A Monday in January."""
    return ManualClock(MONDAY)


@pytest.fixture
def data(tmp_path: Path, clock: ManualClock) -> Path:
    """A folder in which people live."""
    asyncio.run(lived_in(tmp_path / "data", clock))
    return tmp_path / "data"


def left(data: Path) -> dict[str, int]:
    """How many rows and keys there are, of what is anybody's or any organisation's."""
    counts: dict[str, int] = {}
    for file, tables in (("reststop.db", TABLES), ("keys.db", ("keys",))):
        with closing(sqlite3.connect(data / file)) as database:
            for name in tables:
                [(counts[name],)] = database.execute(f"SELECT count(*) FROM {name}").fetchall()  # noqa: S608 - a name of ours
    return {name: count for name, count in counts.items() if count}


def says(data: Path, clock: ManualClock, *words: str, typed: str = "") -> Result:
    """What the command says in a folder, at the time that the clock tells."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(command, "SystemClock", lambda: clock)
        patch.setattr(command, "read_settings", lambda: story_settings(data))
        return CliRunner().invoke(command.close, words, input=typed)


def test_a_day_is_named_seen_and_taken_back(data: Path, clock: ManualClock) -> None:
    """For programs a word and a day; nothing of anybody is touched by any of it."""
    before = left(data)
    assert says(data, clock).stdout == "open\n"
    assert says(data, clock, "--cancel").exit_code == 1
    named = says(data, clock, "--on", "2026-01-31")
    assert (named.exit_code, named.stdout) == (0, "closes 2026-01-31\n")
    stands = says(data, clock)
    assert (stands.stdout, "Days to go: 26." in stands.stderr) == ("closes 2026-01-31\n", True)
    assert says(data, clock, "--cancel").stdout == "stays 2026-01-31\n"
    assert left(data) == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--on", "2026-01-11"), 2),
        (("--on", "2027-01-07"), 2),
        (("--on", "soon"), 2),
        (("--on", "2026-01-31", "--cancel"), 2),
        (("--on", "2026-01-12"), 0),
        (("--on", "2027-01-06"), 0),
    ],
)
def test_a_day_is_a_week_ahead_and_within_a_year(
    data: Path, clock: ManualClock, words: tuple[str, ...], code: int
) -> None:
    """So that everybody can be told, and nobody of a day that is forgotten."""
    assert says(data, clock, *words).exit_code == code
    assert (says(data, clock).stdout == "open\n") is (code != 0)


def test_nothing_ends_before_the_day_has_begun_everywhere(data: Path, clock: ManualClock) -> None:
    """Nor where nobody was told: the sentence says why, and nothing is touched."""
    before = left(data)
    assert isinstance(says(data, clock, "--finish", "--yes").exception, TooEarly)
    says(data, clock, "--on", ON.isoformat())
    clock.move_to(IT_HAS_COME - timedelta(minutes=1))
    refused = says(data, clock, "--finish", "--yes").exception
    assert isinstance(refused, TooEarly)
    assert "Saturday 31 January 2026" in refused.sentence
    assert left(data) == before


def test_nothing_ends_that_nobody_was_told_of(data: Path, clock: ManualClock) -> None:
    """The house was never begun again, or a clock was set forward: it says so, and touches nothing."""
    before = left(data)
    says(data, clock, "--on", ON.isoformat())
    clock.move_to(IT_HAS_COME)
    refused = says(data, clock, "--finish", "--yes").exception
    assert isinstance(refused, TooEarly)
    assert "Not everybody was told" in refused.sentence
    assert "not everybody was told" in says(data, clock).stderr.lower()
    assert left(data) == before
    says(data, clock, "--on", "2026-02-28")
    asyncio.run(runs(data, clock))
    clock.move_to(datetime(2026, 2, 28, 12, tzinfo=UTC))
    assert (says(data, clock, "--finish", "--yes").exit_code, left(data)) == (0, {})


def test_where_nobody_is_nobody_has_to_be_told(tmp_path: Path, clock: ManualClock) -> None:
    """A server that nobody came to closes on its day all the same."""
    data = tmp_path / "data"
    asyncio.run(runs(data, clock))
    says(data, clock, "--on", ON.isoformat())
    clock.move_to(IT_HAS_COME)
    assert says(data, clock, "--finish", "--yes").stdout == "erased 0 0 0\n"


def test_on_the_day_everything_goes(data: Path, clock: ManualClock) -> None:
    """Asked once; a no changes nothing. It says how many, and until when a copy may live."""
    says(data, clock, "--on", ON.isoformat())
    asyncio.run(runs(data, clock))
    before = left(data)
    assert before["people"] == 3
    clock.move_to(IT_HAS_COME)
    assert says(data, clock, "--finish", typed="n\n").exit_code == 1
    assert left(data) == before
    done = says(data, clock, "--finish", typed="y\n")
    assert (done.exit_code, done.stdout) == (0, "erased 3 1 1\n"), done.exception
    assert "outlive Saturday 28 February 2026" in done.stderr
    assert left(data) == {}
    with closing(sqlite3.connect(data / "reststop.db")) as main:
        assert main.execute("SELECT kind FROM agenda").fetchall() in ([], [("housekeeping",)])
    assert says(data, clock).stdout == "closed 2026-01-31\n"
    assert says(data, clock, "--finish", "--yes").exit_code == 0


@pytest.mark.parametrize("passes", range(1, 16))
def test_cut_off_anywhere_it_goes_on(data: Path, clock: ManualClock, passes: int) -> None:
    """At whichever commit a kill strikes, the next call ends all that is left."""

    async def cut_off() -> None:
        crash = ArmedCrash()
        house = await opened(data, clock, crash)
        crash.passing = Countdown(passes).passing  # type: ignore[method-assign]  # counts, where arm names
        try:
            await house.end_everything(lambda: None)
        except Killed:
            house.abandon()
            return
        await house.stop()

    says(data, clock, "--on", ON.isoformat())
    asyncio.run(runs(data, clock))
    clock.move_to(IT_HAS_COME)
    asyncio.run(cut_off())
    done = says(data, clock, "--finish", "--yes")
    assert (done.exit_code, left(data)) == (0, {}), done.exception


def test_a_running_one_is_named(data: Path, clock: ManualClock) -> None:
    """The folder belongs to it, and it would not hear of the day."""
    with hold(data):
        assert isinstance(says(data, clock, "--on", ON.isoformat()).exception, FolderInUse)
        assert says(data, clock).stdout == "open\n"


def test_no_folder_is_made(tmp_path: Path, clock: ManualClock) -> None:
    """Where nothing is, there is nothing to close."""
    assert says(tmp_path / "data", clock, "--on", ON.isoformat()).exit_code == 1
    assert list(tmp_path.iterdir()) == []
    assert isinstance(command.close, click.Command)
