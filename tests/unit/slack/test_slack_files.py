"""Files in Slack: noted first, handed over to one person, and taken back."""

from __future__ import annotations

import asyncio

import pytest

from bot.ports.chat import Later, MaybeSent, Sent, Unreachable
from bot.surface.outcome import Attach, File
from tests.contract.surface_samples import GIVEN
from tests.sim.slack import User
from tests.sim.slack.faults import How
from tests.sim.slack.journal import Entry
from tests.sim.slack.sim import SCOPES
from tests.unit.noted_files import Notes
from tests.unit.slack.line import Line, line

MAY = SCOPES | {"files:write"}


async def give(here: Line, user: User, notes: Notes[list[Entry]]) -> bool:
    """Hand a file over as the surface does."""
    account = here.account(user)
    channel = await here.chat.direct(account)
    return await here.chat.files.give(account, channel, GIVEN, notes.note)


def contents(user: User) -> list[bytes | None]:
    """What somebody finds in the files of their direct messages."""
    return [file.content for message in user.messages for file in message.files]


async def test_a_file_arrives_whole_in_one_persons_conversation() -> None:
    """Under its name, byte for byte, and nobody else has it."""
    async with line(scopes=MAY) as here:
        ana, ben = here.workspace.user("ana"), here.workspace.user("ben")
        assert await give(here, ana, Notes(here.calls))
        assert (contents(ana), contents(ben)) == ([GIVEN.file.body], [])
        assert [file.title for message in ana.messages for file in message.files] == [GIVEN.file.name]


async def test_a_picture_goes_with_the_words_that_say_the_same() -> None:
    """Who cannot see it hears them; a file that is none has no such words."""
    async with line(scopes=MAY) as here:
        ana, account = here.workspace.user("ana"), here.account(here.workspace.user("ana"))
        picture = Attach(
            file=File(name="a.png", type="image/png", body=b"drawn", alt="Two dots."), id=GIVEN.id
        )
        channel = await here.chat.direct(account)
        for attach in (picture, GIVEN):
            assert await here.chat.files.give(account, channel, attach, Notes(here.calls).note)
        assert [file.alt for message in ana.messages for file in message.files] == ["Two dots.", ""]


async def test_it_is_noted_before_slack_has_a_byte_of_it() -> None:
    """By the id under which it can be taken back."""
    async with line(scopes=MAY) as here:
        ana, notes = here.workspace.user("ana"), Notes(here.calls)
        await give(here, ana, notes)
        [asked] = notes.looks
        assert {"upload", "files.completeUploadExternal"} & {entry.method for entry in asked} == set()
        assert await here.chat.take_back(here.account(ana), notes.files[0]) == Sent()
        assert contents(ana) == [None]


async def test_what_nobody_notes_is_not_handed_over() -> None:
    """Slack gets nothing of it."""
    async with line(scopes=MAY) as here:
        ana = here.workspace.user("ana")
        assert not await give(here, ana, Notes(here.calls, takes=False))
        assert (here.calls("upload"), contents(ana)) == ([], [])


@pytest.mark.parametrize("step", ["files.getUploadURLExternal", "upload", "files.completeUploadExternal"])
@pytest.mark.parametrize("how", ["ratelimited", "http_500", "reset", "error"])
async def test_a_step_that_fails_is_said_and_leaves_nothing_unknown(step: str, how: How) -> None:
    """Whatever is there by then is what was noted, and goes when it is taken back."""
    async with line(scopes=MAY) as here:
        ana, notes = here.workspace.user("ana"), Notes(here.calls)
        here.slack.faults.fail(step, how)
        assert not await give(here, ana, notes)
        for file in notes.files:
            assert await here.chat.take_back(here.account(ana), file) == Sent()
        assert {content for content in contents(ana) if content} == set()


async def test_one_that_is_gone_was_taken_back() -> None:
    """Twice, or one that never was."""
    async with line(scopes=MAY) as here:
        ana, notes = here.workspace.user("ana"), Notes(here.calls)
        await give(here, ana, notes)
        account = here.account(ana)
        assert [await here.chat.take_back(account, notes.files[0]) for _ in range(2)] == [Sent(), Sent()]
        assert await here.chat.take_back(account, "F-never") == Sent()


async def test_one_on_its_way_is_taken_back_when_it_is_there() -> None:
    """Pressed while it was still being sent: it does not come to stand there after all."""
    async with line(scopes=MAY) as here:
        ana, notes = here.workspace.user("ana"), Notes(here.calls)
        account, back = here.account(ana), list[asyncio.Task[object]]()

        async def note(attach: Attach, file: str) -> bool:
            back.append(asyncio.get_running_loop().create_task(here.chat.take_back(account, file)))
            return await notes.note(attach, file)

        channel = await here.chat.direct(account)
        assert await here.chat.files.give(account, channel, GIVEN, note)
        assert await back[0] == Sent()
        assert contents(ana) == [None]


@pytest.mark.parametrize(
    ("how", "receipt"),
    [("ratelimited", Later), ("reset", MaybeSent), ("http_500", MaybeSent), ("error", MaybeSent)],
)
async def test_a_bad_moment_is_told_as_one(how: How, receipt: type[object]) -> None:
    """The core asks again, and then it is gone."""
    async with line(scopes=MAY) as here:
        ana, notes = here.workspace.user("ana"), Notes(here.calls)
        await give(here, ana, notes)
        here.slack.faults.fail("files.delete", how)
        assert isinstance(await here.chat.take_back(here.account(ana), notes.files[0]), receipt)
        assert await here.chat.take_back(here.account(ana), notes.files[0]) == Sent()
        assert contents(ana) == [None]


@pytest.mark.parametrize("word", ["missing_scope", "cant_delete_file"])
async def test_what_slack_will_not_delete_is_said(word: str) -> None:
    """It is not called gone."""
    async with line(scopes=MAY) as here:
        ana, notes = here.workspace.user("ana"), Notes(here.calls)
        await give(here, ana, notes)
        here.slack.faults.fail("files.delete", "error", error=word)
        assert await here.chat.take_back(here.account(ana), notes.files[0]) == Unreachable()


async def test_whether_files_may_be_sent_is_known_from_the_token() -> None:
    """Slack is asked once at most; where it cannot be asked, they may not."""
    async with line(scopes=MAY) as here:
        bare = here.slack.workspace("Quay", installed=False)
        bare.install(scopes=SCOPES)
        assert await here.chat.files.may(here.workspace.id)
        assert not await here.chat.files.may(bare.id)
        asked = len(here.calls())
        assert await here.chat.files.may(here.workspace.id)
        assert len(here.calls()) == asked
        assert not await here.chat.files.may("T-none")
