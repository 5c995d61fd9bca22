"""Files of which a platform keeps a copy: noted before it has one, and taken back whatever happens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.agenda import AgendaKind
from bot.domain.people import Account
from bot.domain.sheets import SheetKind
from bot.ports.chat import Later, MaybeSent, Receipt, Unreachable
from bot.services.delivery.outgoing import MOST_TRIES
from bot.services.takeout.copies import AGAIN_AFTER, STAY_FOR, TRIED_FOR
from bot.surface.card import Card
from bot.surface.inbound import FileGiven
from bot.surface.outcome import QUIET, Attach, Outcome
from bot.testing.faults import Killed
from bot.testing.store import Trouble
from tests.unit.leaving import installed, leaves, removed, tells
from tests.unit.small_house import ANA, BEN, card_of, control, on
from tests.unit.world import TERMINAL, World, world

MINUTE = timedelta(minutes=1)
BOTH = [(ANA, "F0-ana"), (ANA, "F1-ana")]
"""What `exported` hands over to Ana."""


async def exported(house: World, who: Account = ANA) -> Card:
    """Let somebody make their files, and the platform hand over both; return the card beside them."""
    offer = card_of(await house.command("export", who))
    outcome = await house.press(control(offer, "export.make"), who)
    for number, attached in enumerate(files_of(outcome)):
        assert await given(house, attached, f"F{number}-{who.user}", who) == QUIET
    return card_of(outcome)


def files_of(outcome: Outcome) -> list[Attach]:
    """The files of an outcome."""
    return [act for act in outcome.then if isinstance(act, Attach)]


async def given(house: World, attached: Attach, file: str, who: Account = ANA) -> Outcome:
    """Let the core hear that a file is on its way to where its platform keeps it."""
    assert attached.id is not None
    return await house.hear(FileGiven(**house.facts(who), attached=attached.id, file=file))


def taken_back(house: World) -> list[tuple[Account, str]]:
    """What is gone from where the platform kept it; those of one moment go in any order."""
    return sorted(house.chat.taken_back, key=lambda each: each[1])


def left(house: World) -> int:
    """How much of any file is kept: sheets and rows."""
    sheets = [each for each in house.tables.sheets.values() if each.kind is SheetKind.FILE]
    rows = [each for each in house.tables.agenda.values() if each.kind is AgendaKind.FILE_ENDS]
    assert len(sheets) == len(rows)
    return len(sheets)


async def test_files_go_by_themselves_after_the_minutes_that_were_said() -> None:
    """Both, not a moment before, and nothing is kept of them."""
    with world() as house:
        await house.settle_in()
        card = await exported(house)
        assert "they go from our direct messages after 14 minutes" in card.text
        assert timedelta(minutes=14) == STAY_FOR
        began = house.clock.now()
        await house.until(began + STAY_FOR - timedelta(seconds=1))
        assert (house.chat.taken_back, left(house)) == ([], 2)
        await house.until(began + STAY_FOR)
        assert taken_back(house) == BOTH
        assert left(house) == 0
        await house.until(began + timedelta(days=2))
        assert len(house.chat.taken_back) == 2


async def test_files_go_at_once_on_request() -> None:
    """A second press finds nothing more; nobody else's are touched."""
    with world() as house:
        await house.settle_in(ANA)
        await house.settle_in(BEN)
        card = await exported(house)
        await exported(house, BEN)
        pressed = await house.press(control(card, "export.remove"))
        assert card_of(pressed).text_id == "export.removing"
        assert taken_back(house) == BOTH
        again = await house.press(control(card, "export.remove"))
        assert card_of(again).text_id == "export.removed"
        assert left(house) == 2


async def test_a_terminal_keeps_no_copy() -> None:
    """The files are in its person's own folder: no button, no id, nothing to take back."""
    with world(capabilities=TERMINAL) as house:
        await house.settle_in()
        offer = card_of(await house.command("export"))
        outcome = await house.press(control(offer, "export.make"))
        assert [one.name for one in card_of(outcome).controls] == []
        assert [each.id for each in files_of(outcome)] == [None, None]


@pytest.mark.parametrize("word", ["pause", "stop", "leave until 2026-03-01"])
async def test_no_wish_of_its_person_leaves_a_file_behind(word: str) -> None:
    """Who wishes to hear nothing hears nothing, and the files go."""
    with world() as house:
        await house.settle_in()
        await exported(house)
        await house.command(word)
        assert await house.until(house.clock.now() + STAY_FOR) == []
        assert len(house.chat.taken_back) == 2


async def test_quiet_hours_leave_no_file_behind() -> None:
    """To take something away disturbs nobody."""
    with world() as house:
        await house.settle_in(quiet="20-8")
        await house.until(on(5, 19, 59))
        await exported(house)
        await house.until(on(5, 20, 30))
        assert len(house.chat.taken_back) == 2


@pytest.mark.parametrize(
    "receipts", [[Later(wait=MINUTE)] * 9, [MaybeSent()] * 2, [MaybeSent()] * MOST_TRIES * 3]
)
async def test_a_bad_hour_of_the_platform_only_makes_it_later(receipts: Sequence[Receipt]) -> None:
    """It is tried again until the copy is gone, also after so many doubts that a letter would be parked."""
    with world() as house:
        await house.settle_in()
        await exported(house)
        house.chat.removals = list(receipts)
        await house.until(house.clock.now() + STAY_FOR + 3 * AGAIN_AFTER)
        assert taken_back(house) == BOTH
        assert left(house) == 0


async def test_what_can_never_be_taken_back_is_let_go_of_in_the_end() -> None:
    """Tried for a week, held back by nobody's check-in, and then not even its id is kept."""
    with world() as house:
        await house.settle_in()
        await exported(house)
        house.chat.removals = [Unreachable()] * 1000
        await house.until_answering(house.clock.now() + TRIED_FOR - timedelta(days=1))
        assert len(house.chat.letters) == 5
        assert left(house) == 2
        await house.until_answering(house.clock.now() + timedelta(days=2))
        assert (left(house), house.chat.taken_back) == (0, [])


async def test_one_that_was_noted_is_taken_back_after_any_end_of_the_house() -> None:
    """Killed right after it was noted, and in the middle of taking it back: gone in the end, from both."""
    with world() as house:
        await house.settle_in()
        await exported(house)
        await house.restart()
        house.crash.arm("after_send")
        with pytest.raises(Killed):
            await house.until(house.clock.now() + STAY_FOR)
        await house.restart()
        await house.until(house.clock.now() + timedelta(minutes=5))
        assert set(taken_back(house)) == set(BOTH)
        assert left(house) == 0


async def test_a_sheet_that_does_not_open_holds_nobody_up() -> None:
    """One damaged page is one file's trouble: the other goes, and check-ins come."""
    with world() as house:
        await house.settle_in()
        await exported(house)
        first = next(each for each in house.tables.sheets.values() if each.kind is SheetKind.FILE)
        house.tables.sheets[first.id] = replace(first, sealed=first.sealed[:-1] + b"x")
        assert len(await house.until(house.clock.now() + timedelta(hours=2))) == 1
        assert house.chat.taken_back == [(ANA, "F1-ana")]


async def test_a_file_of_somebody_who_is_gone_is_not_handed_over() -> None:
    """Erased between the press and the upload: the answer is no quiet yes, and nothing is written."""
    with world() as house:
        await house.settle_in()
        offer = card_of(await house.command("export"))
        attached, _ = files_of(await house.press(control(offer, "export.make")))
        person = await house.person()
        await house.store.run(lambda unit: unit.people.remove(person.id))
        assert await given(house, attached, "F0") != QUIET
        assert left(house) == 0


async def test_who_asks_to_be_erased_has_their_files_taken_back_first() -> None:
    """While it is known where they are: by the second question they are on their way out."""
    with world() as house:
        await house.settle_in()
        await exported(house)
        sure = card_of(await house.press(control(card_of(await house.command("erase")), "erase.ask")))
        assert "The files that you made go from our direct messages first" in sure.text
        assert len(house.chat.taken_back) == 2
        receipt = card_of(await house.press(control(sure, "erase.confirm")))
        assert "could not be taken out" not in receipt.text


async def test_the_receipt_says_where_a_file_stays() -> None:
    """Nobody is kept from leaving by a platform that has a bad day, and nothing is promised for it."""
    with world() as house:
        await house.settle_in()
        await exported(house)
        house.chat.removals = [Later(wait=timedelta(hours=1))]
        sure = card_of(await house.press(control(card_of(await house.command("erase")), "erase.ask")))
        receipt = card_of(await house.press(control(sure, "erase.confirm")))
        assert receipt.text_id == "erased"
        assert "A file of yours could not be taken out of our direct messages in time" in receipt.text
        assert left(house) == 0


async def test_the_platforms_id_of_a_file_is_sealed_and_told_to_its_person_alone() -> None:
    """It stands in no row in the clear, and in the next export."""
    with world() as house:
        await house.settle_in()
        await exported(house)
        assert "F0-ana" not in repr(vars(house)) + repr(house.tables.sheets) + repr(house.tables.agenda)
        offer = card_of(await house.command("export"))
        outcome = await house.press(control(offer, "export.make"))
        assert all(b"F0-ana" in each.file.body for each in files_of(outcome))
        assert "2 ids of files that were sent here" in card_of(await house.command("what-data")).text


async def test_a_file_that_could_not_be_noted_is_not_handed_over() -> None:
    """The database was busy: the answer is no quiet yes, and the next try is one."""
    with world() as house:
        await house.settle_in()
        offer = card_of(await house.command("export"))
        attached, _ = files_of(await house.press(control(offer, "export.make")))
        house.store.refuse(Trouble.LOCKED)
        assert await given(house, attached, "F0") != QUIET
        house.store.refuse(None)
        assert await given(house, attached, "F0") == QUIET
        assert left(house) == 1


async def test_who_left_the_platform_leaves_no_file_there() -> None:
    """Their account was closed a minute after: what was promised is done all the same."""
    with world() as house:
        await house.settle_in()
        await exported(house)
        await leaves(house)
        await house.until(house.clock.now() + STAY_FOR)
        assert taken_back(house) == BOTH


async def test_nothing_is_asked_of_a_workspace_that_reststop_was_removed_from() -> None:
    """Nobody has leave there any more. Added again within the week, it takes back what it left."""
    with world() as house:
        await house.settle_in()
        await exported(house)
        await tells(house, removed())
        await house.until(house.clock.now() + timedelta(days=1))
        assert taken_back(house) == []
        await tells(house, installed())
        await house.until(house.clock.now() + AGAIN_AFTER)
        assert taken_back(house) == BOTH
