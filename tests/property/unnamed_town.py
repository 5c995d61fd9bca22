"""Eight people who share without a name, and all that somebody sees who watches everything but the keys.

The onlooker sees who acts and in which order, the rows of the database before and after each act, how a file
of it lies, and what the channel shows with everything inside its controls.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random
from uuid import UUID

from adapters.store import folder as data_folder
from adapters.store.store import SqlStore, open_store
from bot.domain.circles import PostKind
from bot.domain.people import Account
from bot.ports.gatherings import PostRow
from bot.ports.store import Unit
from bot.services.gatherings import posts
from bot.services.gatherings.pages import Page
from bot.services.router import Router
from bot.surface.card import Button, Card
from bot.testing.chance import SeededChance
from tests.made_once import upgrade_once
from tests.unit.circles.circle_house import CircleHouse
from tests.unit.circles.unnamed_hands import closes, comes_out, hands_in, mine, opens, said
from tests.unit.small_house import ANA
from tests.unit.world import World, world

EIGHT = (ANA, *(Account(surface="chat", workspace="team", user=f"u{number}") for number in range(1, 8)))
_MINDED = (
    "rain",
    "bread",
    "stairs",
    "light",
    "chairs",
    "coats",
    "music",
    "plants",
    "keys",
    "tea",
    "post",
    "snow",
)
_NOT_WATCHED = {"inbox", "deliveries", "notes"}
"""An event's keyed hash and its day; what leaves, by its slot, which comes with a row of the agenda."""
Rows = Mapping[tuple[str, str], object]
"""Every row by its table and its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Somebody did something: the rows that came, and those that changed or went."""

    who: int
    came: frozenset[str]
    changed: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Out:
    """A share that came out. `author` is the truth, and `waited` the id under which it waited.

    `id` to `file` is what the onlooker has: the row's id, its shape, its place among the rows and in the
    channel, the key of its posting, and what stands in its controls.
    """

    author: int
    waited: str
    id: str
    shape: str
    file: int
    channel: int
    key: str
    controls: str
    alias: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One round, watched."""

    acts: tuple[Act, ...]
    shares: tuple[Out, ...]


async def watched(rounds: int, seed: int, folder: Path | None = None) -> list[Seen]:
    """Let eight people share without a name for some rounds, and watch; on SQLite, if in a folder."""
    dice, found = Random(seed), []  # noqa: S311 - who acts when, not a key
    with world() as house:
        house.desk = replace(house.desk, chance=SeededChance(f"eight people, {seed}"))
        house.router = Router(house.desk, changed=house.engine.wake)
        store = await _onto(house, folder) if folder else None
        circle = await CircleHouse.begin(house, people=EIGHT, is_unnamed_on=True)
        for _ in range(rounds):
            found.append(await _round(circle, dice, folder))
            await circle.until(house.clock.now() + timedelta(days=7))
        if store is not None:
            store.close()
    return found


async def _round(circle: CircleHouse, dice: Random, folder: Path | None) -> Seen:
    house, acts, written = circle.house, list[Act](), dict[str, int]()
    opening = await opens(circle)
    shown_before = len(circle.cards)
    for who in dice.sample(range(len(EIGHT)), len(EIGHT)):
        text = f"The shift went by with {' '.join(dice.sample(_MINDED, 8))} in mind."
        written[text] = who
        before = {} if folder else rows(house)
        await hands_in(circle, opening, text, EIGHT[who])
        acts.append(_act(who, before, {} if folder else rows(house)))
        if dice.random() < 0.2:
            await mine(circle, opening, EIGHT[dice.randrange(len(EIGHT))])
    waited = {posts.share_in(post).text: post.id.hex for post in await circle.posts(PostKind.SHARE)}
    await comes_out(circle)
    cards = circle.cards[shown_before:]
    out = await _out(circle, cards, written, waited, _lying(house, folder))
    await closes(circle)
    await _forget(circle)
    return Seen(acts=tuple(acts), shares=tuple(out))


async def _out(
    circle: CircleHouse,
    cards: Sequence[Card],
    written: Mapping[str, int],
    waited: Mapping[str, str],
    lying: Sequence[str],
) -> list[Out]:
    house = circle.house
    held = {posts.share_in(post).text: post for post in await circle.posts(PostKind.SHARE)}
    sealed = {post.id: await house.store.run(partial(_row, post.id)) for post in held.values()}
    keys = {handle: key for key, handle in house.chat.channels.keys.items()}
    found = []
    for at, card in enumerate(cards):
        [text] = said([card])
        post, row = held[text], sealed[held[text].id]
        found.append(
            Out(
                author=written[text],
                waited=waited[text],
                id=post.id.hex,
                shape=f"{row.version} {len(row.sealed)}",
                file=lying.index(post.id.hex),
                channel=at,
                key=keys[post.message].hex(),
                controls="".join(one.ref for one in card.controls if isinstance(one, Button)),
                alias=card.text.partition(" shares")[0],
            )
        )
    return found


def _row(post: UUID, unit: Unit) -> PostRow:
    found = unit.gatherings.post(post)
    assert found is not None
    return found


async def _forget(circle: CircleHouse) -> None:
    """Forget a round, as it is forgotten a week after its end."""
    gone: list[UUID] = [post.id for post in await circle.posts()]

    def work(unit: Unit, _page: Page) -> None:
        for each in gone:
            posts.remove(unit, each)

    await circle.run(work)


def rows(house: World) -> Rows:
    """Return every row as it is written; written again, it is another."""
    tables = house.tables
    return {
        (each.name, str(key) if isinstance(key, str) else key.hex): row
        for each in fields(tables)
        if each.name not in _NOT_WATCHED
        for key, row in getattr(tables, each.name).items()
    }


def _act(who: int, before: Rows, after: Rows) -> Act:
    came = {key for key in after if key not in before}
    changed = {key for key in before if after.get(key) is not before[key]}
    return Act(
        who=who,
        came=frozenset(key for table, key in came if table == "posts"),
        changed=frozenset(changed | {key for key in came if key[0] != "posts"}),
    )


def _lying(house: World, folder: Path | None) -> list[str]:
    """Return the ids of all posts as their rows lie: in a file of SQLite, or in the tables of the fake."""
    if folder is None:
        return [post.hex for post in house.tables.posts]
    with closing(sqlite3.connect(folder / data_folder.MAIN)) as database:
        ids = [str(each) for (each,) in database.execute("SELECT hex(id) FROM posts")]
    files = [folder / data_folder.MAIN, folder / f"{data_folder.MAIN}-wal"]
    raw = b"".join(file.read_bytes() for file in files if file.exists())
    return sorted((each.lower() for each in ids), key=lambda each: raw.rfind(bytes.fromhex(each)))


async def _onto(house: World, folder: Path) -> SqlStore:
    """Let a house stand on a real file from its first day."""
    upgrade_once(folder)
    store = open_store(folder, clock=house.clock, crash_points=house.crash)
    house.store = store  # type: ignore[assignment]  # the same port; only `tables` is not there
    house.desk = replace(house.desk, store=store)
    house.router = Router(house.desk, changed=house.engine.wake)
    return store
