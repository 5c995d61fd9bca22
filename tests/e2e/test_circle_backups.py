"""Circles live with people's keys through a backup and a rotation; who left for good does not come back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bot.domain.circles import Post, PostKind, Share, ShareState
from bot.domain.people import Account, PersonId, Place
from bot.domain.roles import Gathering
from bot.ports.faults import NoCrash
from bot.ports.store import Unit
from bot.services.circles import memberships
from bot.services.desk import Desk, Turn
from bot.services.gatherings import members, pages, posts
from bot.services.organisations import rules
from bot.surface.inbound import CommandInvoked
from bot.surface.refs import ActionRef, RefCodec
from bot.testing.catalogue import FakeCatalogue
from bot.testing.chance import SeededChance
from bot.testing.time import ManualClock
from tests.e2e.erasing import Inside, inside
from tests.e2e.shell import command
from tests.e2e.sim_driver import story_in_process
from tests.e2e.test_backup_and_restore import back_up
from tests.unit.small_house import MONDAY

T = TypeVar("T")

KITCHEN = Place(surface="slack", workspace="sim", channel="kitchen")
ANA, ZOE = (Account(surface="slack", workspace="sim", user=name) for name in ("ana", "zoe"))
CANARIES = ("heliotrope", "quince")
"""What Ana and Zoe shared, each one word that stands nowhere else."""


def ask(house: Inside, work: Callable[[Desk, Unit], T]) -> T:
    """Run a unit in a folder, at a desk over its own keys."""
    desk = Desk(
        store=house.store,
        vault=house.vault,
        clock=ManualClock(MONDAY),
        chance=SeededChance("circles in a folder"),
        crash=NoCrash(),
        catalogue=FakeCatalogue(),
        refs=RefCodec(b"k" * 32),
        chats={},
        operator="a test",
    )
    return asyncio.run(house.store.run(lambda unit: work(desk, unit)))


def turn_of(desk: Desk, unit: Unit, who: Account) -> Turn:
    """Return what somebody does in the channel."""
    event = CommandInvoked(
        event_id="by hand",
        account=who,
        organisation="slack/sim",
        place=KITCHEN,
        called=who.user,
        text="circle",
    )
    index, ref = desk.index(who), ActionRef(action="none")
    return Turn(desk=desk, unit=unit, event=event, now=MONDAY, index=index, visitor=None, ref=ref)


def _begun(desk: Desk, unit: Unit) -> PersonId:
    home = rules.make(turn_of(desk, unit, ANA)).id
    page = pages.begin(desk, unit, organisation=home, kind=Gathering.CIRCLE, place=KITCHEN)
    for who, text in zip((ANA, ZOE), CANARIES, strict=True):
        member = members.add(turn_of(desk, unit, who), page, is_keeper=who == ANA)
        share = Share(round=1, text=text, state=ShareState.WAITING, member=member.id, called=who.user)
        post: Post = posts.with_share(posts.new(desk, PostKind.SHARE), share)
        posts.keep(desk, unit, page, post)
    return page.id


def begin(data: Path) -> PersonId:
    """Make a house with Ana in it, and a circle of hers with Zoe, who has no notebook; return which it is."""
    with story_in_process(data) as story:
        story.command("ana", "start")
        story.press("ana", "consent.yes")
    with inside(data) as house:
        return ask(house, _begun)


def told(data: Path) -> set[tuple[str, str]]:
    """Return who is in circles and what they shared there, opened, after a start."""
    with story_in_process(data) as story:
        story.command("ana", "help")

    def work(desk: Desk, unit: Unit) -> set[tuple[str, str]]:
        return {
            (member.account.user, share.text)
            for who in (ANA, ZOE)
            for page, member in memberships.of_account(desk, unit, desk.index(who))
            for _, share in memberships.said_by(desk, unit, page, member)
        }

    with inside(data) as house:
        return ask(house, work)


def shares(data: Path) -> int:
    """Return how many posts there are, whoever they are of."""
    with inside(data) as house:
        rows = ask(
            house, lambda _desk, unit: [unit.gatherings.posts(one) for one in unit.gatherings.all_ids()]
        )
        return sum(map(len, rows))


ALL = set(zip(("ana", "zoe"), CANARIES, strict=True))


def test_a_backup_brings_circles_back_but_nobody_who_left_for_good(tmp_path: Path) -> None:
    """With a notebook or without one: neither their place nor what they shared, and what stays opens."""
    data = tmp_path / "data"
    begin(data)
    made = back_up(data)
    assert told(data) == ALL
    with inside(data) as house:
        ask(house, lambda desk, unit: memberships.end_at(desk, unit, desk.index(ZOE)))
    done = command(data, "restore", str(made), "--replace")
    assert (done.returncode, b"Erased" in done.stdout) == (0, False), done.stderr
    assert told(data) == {("ana", "heliotrope")}
    assert shares(data) == 1
    with inside(data) as house:
        ask(house, lambda desk, unit: memberships.end_at(desk, unit, desk.index(ANA)))
    done = command(data, "restore", str(made), "--replace")
    assert done.returncode == 0, done.stderr
    assert (told(data), shares(data)) == (set(), 0)


def test_a_backup_brings_no_circle_back_that_was_closed(tmp_path: Path) -> None:
    """Its key was destroyed: with it every row goes, and the organisation stays."""
    data = tmp_path / "data"
    circle = begin(data)
    made = back_up(data)
    with inside(data) as house:
        ask(house, lambda desk, unit: pages.end(desk, unit, circle))
    done = command(data, "restore", str(made), "--replace")
    assert done.returncode == 0, done.stderr
    assert (told(data), shares(data)) == (set(), 0)
    with inside(data) as house:
        assert ask(house, lambda _desk, unit: unit.organisations.count()) == 1


def test_circles_move_to_a_new_key(tmp_path: Path) -> None:
    """A rotation that destroys the older key at once loses none."""
    data = tmp_path / "data"
    begin(data)
    assert command(data, "keys", "rotate", "--now").returncode == 0
    assert told(data) == ALL


def test_an_operator_ends_circles_of_who_has_no_notebook(tmp_path: Path) -> None:
    """And says so; asked again, there is nobody."""
    data = tmp_path / "data"
    begin(data)
    erase = ("person", "erase", "--surface", "slack", "--workspace", "sim", "--account", "zoe", "--yes")
    done = command(data, *erase)
    assert done.returncode == 0, done.stderr
    assert b"was in a circle" in done.stderr
    assert told(data) == {("ana", "heliotrope")}
    assert command(data, *erase).returncode == 1


def test_no_word_and_no_account_of_a_circle_lies_in_clear(tmp_path: Path) -> None:
    """In no file of the folder."""
    data = tmp_path / "data"
    begin(data)
    lies = [*CANARIES, "kitchen", '"zoe"']
    files = [path for path in data.rglob("*") if path.is_file()]
    assert files
    assert [(path.name, word) for path in files for word in lies if word.encode() in path.read_bytes()] == []
