"""Files in Discord: noted first, handed over to one person, and taken back."""

from __future__ import annotations

import asyncio

import pytest

from adapters.discord.limits import FILE_BYTES
from bot.ports.chat import Later, MaybeSent, Sent, Unreachable
from bot.surface.outcome import Attach, File
from tests.contract.surface_samples import GIVEN
from tests.sim.discord import User
from tests.sim.discord.faults import MESSAGES
from tests.unit.discord.line import CHANGE, DELETE, GATEWAY, DiscordLine, discord_line, texts
from tests.unit.noted_files import Notes


async def give(here: DiscordLine, user: User, notes: Notes[list[bytes]], attach: Attach = GIVEN) -> bool:
    """Hand a file over as the surface does."""
    channel = await here.chat.direct(here.account(user))
    return await here.chat.files.give(channel, attach, notes.note)


def befall(here: DiscordLine, step: str, fault: str) -> None:
    """Let the next call of a step fail."""
    faults = here.sim.faults
    match fault:
        case "page":
            faults.page(step, 503)
        case "ban":
            faults.page(step, 429)
        case "closed":
            faults.fail(step, 403, 50007)
        case "token":
            faults.fail(step, 401)
        case _:
            faults.cut(step, accepted=fault == "cut after")


def contents(user: User) -> list[bytes]:
    """What somebody finds in the files of their direct messages."""
    return [file.content for file in user.files]


async def test_a_file_arrives_whole_in_one_persons_conversation() -> None:
    """Under its name, byte for byte, with no words beside it, and nobody else has it."""
    async with discord_line() as here:
        ana, ben = here.sim.user("ana"), here.sim.user("ben")
        assert await give(here, ana, Notes(lambda: contents(ana)))
        assert (contents(ana), contents(ben)) == ([GIVEN.file.body], [])
        assert ([file.name for file in ana.files], texts(ana)) == ([GIVEN.file.name], [""])


async def test_a_picture_goes_with_the_words_that_say_the_same() -> None:
    """Who cannot see it hears them; a file that is none has no such words."""
    picture = Attach(file=File(name="a.png", type="image/png", body=b"drawn", alt="Two dots."), id=GIVEN.id)
    async with discord_line() as here:
        ana = here.sim.user("ana")
        for attach in (picture, GIVEN):
            assert await give(here, ana, Notes(lambda: contents(ana)), attach)
        assert [file.description for file in ana.files] == ["Two dots.", ""]


async def test_it_is_noted_before_discord_has_a_byte_of_it() -> None:
    """By the id under which it can be taken back."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        notes = Notes(lambda: contents(ana))
        await give(here, ana, notes)
        assert notes.looks == [[]]
        assert await here.chat.take_back(here.account(ana), notes.files[0]) == Sent()
        assert ana.posts == []


async def test_what_nobody_notes_is_not_handed_over() -> None:
    """Discord gets nothing of it, and what stood for it goes."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        assert not await give(here, ana, Notes(lambda: contents(ana), takes=False))
        assert (here.calls(CHANGE), ana.posts) == ([], [])


@pytest.mark.parametrize("step", [MESSAGES, CHANGE])
@pytest.mark.parametrize("fault", ["page", "closed", "cut before", "cut after"])
async def test_a_step_that_fails_is_said_and_leaves_no_file(step: str, fault: str) -> None:
    """What may be there by then goes at once; at the worst a line of ours remains that nobody knows of."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        befall(here, step, fault)
        assert not await give(here, ana, Notes(lambda: contents(ana)))
        assert contents(ana) == []
        assert set(texts(ana)) <= {"One moment."}


async def test_one_that_could_not_be_removed_at_once_is_taken_back_later() -> None:
    """It was noted: the core knows of it."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        notes = Notes(lambda: contents(ana))
        here.sim.faults.cut(CHANGE, accepted=True)
        here.sim.faults.page(DELETE, 503)
        assert not await give(here, ana, notes)
        assert contents(ana) == [GIVEN.file.body]
        assert await here.chat.take_back(here.account(ana), notes.files[0]) == Sent()
        assert contents(ana) == []


async def test_a_fault_of_a_server_leaves_one_file_and_one_message() -> None:
    """The library sends both again; the file is whole the second time, too."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        here.sim.faults.fail(CHANGE, 500, accepted=True)
        assert await give(here, ana, Notes(lambda: contents(ana)))
        assert (contents(ana), len(ana.posts)) == ([GIVEN.file.body], 1)
        assert [set(asked.files.values()) for asked in here.calls(CHANGE)] == [{GIVEN.file.body}] * 2


async def test_one_that_is_gone_was_taken_back() -> None:
    """Twice, or one that never was, or in a conversation that is gone."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        notes, to = Notes(lambda: contents(ana)), here.account(ana)
        await give(here, ana, notes)
        assert [await here.chat.take_back(to, notes.files[0]) for _ in range(2)] == [Sent(), Sent()]
        assert await here.chat.take_back(to, f"{here.opened(ana)}/6") == Sent()
        assert await here.chat.take_back(to, "5/6") == Sent()


async def test_one_on_its_way_is_taken_back_when_it_is_there() -> None:
    """Pressed while it was still being sent: it does not come to stand there after all."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        notes = Notes(lambda: contents(ana))
        here.sim.faults.slow(CHANGE)
        giving = asyncio.create_task(give(here, ana, notes))
        await here.sim.until(lambda: bool(here.calls(CHANGE)))
        back = asyncio.create_task(here.chat.take_back(here.account(ana), notes.files[0]))
        await here.line.call("GET", "/gateway/bot")
        here.sim.faults.release()
        assert await giving
        assert await back == Sent()
        assert contents(ana) == []
        asked = [entry.route.partition(" ")[0] for entry in here.calls(CHANGE, DELETE, GATEWAY)]
        assert asked == ["PATCH", "GET", "DELETE"]


async def test_one_that_failed_on_its_way_lets_nobody_wait() -> None:
    """Neither does one that could not be removed."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        notes = Notes(lambda: contents(ana))
        here.sim.faults.page(CHANGE, 503)
        here.sim.faults.page(DELETE, 503)
        assert not await give(here, ana, notes)
        assert await here.chat.take_back(here.account(ana), notes.files[0]) == Sent()


@pytest.mark.parametrize(("fault", "receipt"), [("ban", Later), ("token", Later), ("page", MaybeSent)])
async def test_a_bad_moment_is_told_as_one(fault: str, receipt: type[object]) -> None:
    """The core asks again, and then it is gone."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        notes, to = Notes(lambda: contents(ana)), here.account(ana)
        await give(here, ana, notes)
        befall(here, DELETE, fault)
        assert isinstance(await here.chat.take_back(to, notes.files[0]), receipt)
        assert await here.chat.take_back(to, notes.files[0]) == Sent()
        assert contents(ana) == []


@pytest.mark.parametrize("file", ["", "5", "5/", "5/6/7", "../5", "F123"])
async def test_what_is_no_file_of_ours_is_not_asked_for(file: str) -> None:
    """It is not called gone."""
    async with discord_line() as here:
        assert await here.chat.take_back(here.account(here.sim.user("ana")), file) == Unreachable()
        assert here.calls() == []


async def test_what_discord_will_not_delete_is_said() -> None:
    """It is not called gone either: a message of its person's own."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        theirs = await ana.dm("Keep this.")
        assert await here.chat.take_back(here.account(ana), f"{theirs.channel}/{theirs.id}") == Unreachable()
        assert texts(ana) == ["Keep this."]


async def test_one_that_is_too_large_for_discord_is_not_begun() -> None:
    """Ten megabytes are fine, and not a byte more."""
    async with discord_line() as here:
        large = File(name="a.md", type="text/markdown", body=bytes(FILE_BYTES))
        larger = File(name="a.md", type="text/markdown", body=bytes(FILE_BYTES + 1))
        assert here.chat.files.fits(large)
        assert not here.chat.files.fits(larger)
        ana = here.sim.user("ana")
        notes = Notes(lambda: contents(ana))
        assert not await give(here, ana, notes, Attach(file=larger))
        assert (notes.files, ana.posts) == ([], [])
