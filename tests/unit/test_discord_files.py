"""Files in Discord: noted first, handed over to one person, and taken back."""

from __future__ import annotations

import asyncio

import pytest

from adapters.discord.limits import FILE_BYTES
from bot.ports.chat import Later, MaybeSent, Sent, Unreachable
from bot.surface.outcome import File
from tests.unit.discord_line import ANA, BEN, DiscordLine, account, discord_line

POST, FILL, DELETE = "POST messages", "PATCH messages", "DELETE messages"
FILE = File(name="reststop-export-2026-01-05.md", type="text/markdown", body=b"# Everything\n")


class Notes:
    """A core that takes note of files, or does not."""

    def __init__(self, here: DiscordLine, *, takes: bool = True) -> None:
        """Begin with none; `held` is what Discord had of a file when each was noted."""
        self.files: list[str] = []
        self.held: list[list[bytes | None]] = []
        self._here = here
        self._takes = takes

    async def note(self, file: str) -> bool:
        """Take note of a file."""
        self.files.append(file)
        self.held.append(contents(self._here, ANA))
        return self._takes


async def give(here: DiscordLine, notes: Notes, file: File = FILE) -> bool:
    """Hand a file over as the surface does."""
    channel = await here.chat.direct(account(ANA))
    return await here.chat.files.give(channel, file, notes.note)


def contents(here: DiscordLine, user: str) -> list[bytes | None]:
    """What somebody finds in their conversation: files, or None where a message has none."""
    return [message.file for message in here.discord.of(user)]


async def test_a_file_arrives_whole_in_one_persons_conversation() -> None:
    """Under its name, byte for byte, with no words beside it, and nobody else has it."""
    async with discord_line() as here:
        await here.chat.direct(account(BEN))
        assert await give(here, Notes(here))
        assert (contents(here, ANA), contents(here, BEN)) == ([FILE.body], [])
        [message] = here.discord.of(ANA)
        assert message.body["content"] == ""
        assert [each["filename"] for each in message.body["attachments"]] == [FILE.name]


async def test_it_is_noted_before_discord_has_a_byte_of_it() -> None:
    """By the id under which it can be taken back."""
    async with discord_line() as here:
        notes = Notes(here)
        await give(here, notes)
        assert notes.held == [[None]]
        assert await here.chat.take_back(account(ANA), notes.files[0]) == Sent()
        assert contents(here, ANA) == []


async def test_what_nobody_notes_is_not_handed_over() -> None:
    """Discord gets nothing of it, and what stood for it goes."""
    async with discord_line() as here:
        assert not await give(here, Notes(here, takes=False))
        assert (here.discord.calls(FILL), contents(here, ANA)) == ([], [])


@pytest.mark.parametrize("step", [POST, FILL])
@pytest.mark.parametrize(
    "how", [{"status": 503}, {"status": 403, "code": 50007}, {"cut": True}, {"cut": True, "accepted": True}]
)
async def test_a_step_that_fails_is_said_and_leaves_no_file(step: str, how: dict[str, object]) -> None:
    """What may be there by then goes at once; at the worst a line of ours remains that nobody knows of."""
    async with discord_line() as here:
        await here.chat.direct(account(ANA))
        here.discord.fail(step, **how)
        assert not await give(here, Notes(here))
        assert [content for content in contents(here, ANA) if content] == []
        assert set(here.discord.texts(ANA)) <= {"One moment."}


async def test_one_that_could_not_be_removed_at_once_is_taken_back_later() -> None:
    """It was noted: the core knows of it."""
    async with discord_line() as here:
        notes = Notes(here)
        here.discord.fail(FILL, cut=True, accepted=True)
        here.discord.fail(DELETE, status=503)
        assert not await give(here, notes)
        assert contents(here, ANA) == [FILE.body]
        assert await here.chat.take_back(account(ANA), notes.files[0]) == Sent()
        assert contents(here, ANA) == []


async def test_a_fault_of_a_server_leaves_one_file_and_one_message() -> None:
    """The library sends both again; the file is whole the second time, too."""
    async with discord_line() as here:
        here.discord.fail(FILL, status=500, accepted=True)
        assert await give(here, Notes(here))
        assert contents(here, ANA) == [FILE.body]


async def test_one_that_is_gone_was_taken_back() -> None:
    """Twice, or one that never was, or in a conversation that is gone."""
    async with discord_line() as here:
        notes, ana = Notes(here), account(ANA)
        await give(here, notes)
        assert [await here.chat.take_back(ana, notes.files[0]) for _ in range(2)] == [Sent(), Sent()]
        here.discord.fail(DELETE, status=404, code=10003)
        assert await here.chat.take_back(ana, "5/6") == Sent()


async def test_one_on_its_way_is_taken_back_when_it_is_there() -> None:
    """Pressed while it was still being sent: it does not come to stand there after all."""
    async with discord_line() as here:
        notes, back = Notes(here), list[asyncio.Task[object]]()

        async def note(file: str) -> bool:
            back.append(asyncio.get_running_loop().create_task(here.chat.take_back(account(ANA), file)))
            return await notes.note(file)

        channel = await here.chat.direct(account(ANA))
        assert await here.chat.files.give(channel, FILE, note)
        assert await back[0] == Sent()
        assert contents(here, ANA) == []


async def test_one_that_failed_on_its_way_lets_nobody_wait() -> None:
    """Neither does one that could not be removed."""
    async with discord_line() as here:
        notes = Notes(here)
        here.discord.fail(FILL, status=503)
        here.discord.fail(DELETE, status=503)
        assert not await give(here, notes)
        assert await here.chat.take_back(account(ANA), notes.files[0]) == Sent()


@pytest.mark.parametrize(
    ("how", "receipt"),
    [({"status": 429, "body": "<html>"}, Later), ({"status": 503}, MaybeSent), ({"status": 401}, Later)],
)
async def test_a_bad_moment_is_told_as_one(how: dict[str, object], receipt: type[object]) -> None:
    """The core asks again, and then it is gone."""
    async with discord_line() as here:
        notes = Notes(here)
        await give(here, notes)
        here.discord.fail(DELETE, **how)
        assert isinstance(await here.chat.take_back(account(ANA), notes.files[0]), receipt)
        assert await here.chat.take_back(account(ANA), notes.files[0]) == Sent()
        assert contents(here, ANA) == []


@pytest.mark.parametrize("file", ["", "5", "5/", "5/6/7", "../5", "F123"])
async def test_what_is_no_file_of_ours_is_not_asked_for(file: str) -> None:
    """It is not called gone."""
    async with discord_line() as here:
        assert await here.chat.take_back(account(ANA), file) == Unreachable()
        assert here.discord.asked == []


async def test_what_discord_will_not_delete_is_said() -> None:
    """It is not called gone either."""
    async with discord_line() as here:
        here.discord.fail(DELETE, status=403, code=50013)
        assert await here.chat.take_back(account(ANA), "5/6") == Unreachable()


async def test_one_that_is_too_large_for_discord_is_not_begun() -> None:
    """Ten megabytes are fine, and not a byte more."""
    async with discord_line() as here:
        large = File(name="a.md", type="text/markdown", body=bytes(FILE_BYTES))
        larger = File(name="a.md", type="text/markdown", body=bytes(FILE_BYTES + 1))
        assert here.chat.files.fits(large)
        assert not here.chat.files.fits(larger)
        notes = Notes(here)
        assert not await give(here, notes, larger)
        assert (notes.files, here.discord.messages) == ([], [])
