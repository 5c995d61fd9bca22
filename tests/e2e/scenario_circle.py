"""What the people of a peer team do in their channel, and what stands there meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.e2e.disk import rows
from tests.e2e.sim_driver import Shown, Story
from tests.e2e.test_scenario_14 import become_admin, give

WHERE = "#team"
ANY = ["slack"]
"""Where what is told of one platform is true of each that has channels."""
KEEPER = "fay"
"""Who may begin things in the channel: a facilitator, by a code of an admin's."""
PEERS = ("ana", "ben", "cy", "dot", "eli")
OPENS, CLOSES, ENDS = "2026-01-08T12:00:00Z", "2026-01-08T16:00:00Z", "2026-01-09T16:00:00Z"
"""Its first round: until when it is shared in, and until when answered."""
DUTIES = ("rules", "route", "own")


def facilitated(story: Story, data: Path, surface: str) -> None:
    """Let somebody be a facilitator of the organisation."""
    become_admin(story, data, surface)
    give(story, KEEPER, "facilitator", surface)


def questions_begin(story: Story) -> Shown:
    """Let a question come to the channel on Tuesdays at nine; return what its facilitator is told."""
    story.command(KEEPER, "team prompt", where=WHERE)
    return to(KEEPER, story.submit(KEEPER, "team", day="1", at="09:00", zone="UTC"))


def circle_begins(story: Story) -> Shown:
    """Let a circle begin that opens on Thursdays at noon; return the card that invites."""
    story.command(KEEPER, "circle create", where=WHERE)
    story.choose(KEEPER, "circle.duties", *DUTIES)
    [invitation] = in_channel(story.submit(KEEPER, "circle", day="3", at="12:00", zone="UTC"))
    return invitation


def come_in(story: Story, *people: str, surface: str) -> None:
    """Let people of whom nothing is known be in the channel."""
    for who in people:
        story.room(WHERE, "join", who=who, surface=surface)


def join(story: Story, *people: str, surface: str) -> list[Shown]:
    """Let people who are in the channel press Join on the invitation; return what came of it."""
    come_in(story, *people, surface=surface)
    return [record for who in people for record in story.press(who, "circle.join")]


def peers(story: Story, data: Path, surface: str, *people: str) -> None:
    """Let there be a circle of these people and of who looks after it."""
    facilitated(story, data, surface)
    circle_begins(story)
    join(story, *people, surface=surface)


def arrive(story: Story, *people: str, way: str) -> list[Shown]:
    """Let people tap how they arrive; return what came of it."""
    return [record for who in people for record in story.choose(who, "circle.arrive", way)]


def unnamed_on(story: Story) -> list[Shown]:
    """Let who looks after the circle press that shares may come without a name; return what came of it."""
    story.command(KEEPER, "circle", where=WHERE)
    return story.press(KEEPER, "circle.unnamed")


def share(story: Story, who: str, text: str, *, wish: str = "heard") -> list[Shown]:
    """Let somebody share something with their name in the round that is open; return what came of it."""
    story.press(who, "share.open")
    return story.submit(who, "share", text=text, wish=wish)


def hand_in(story: Story, who: str, text: str) -> Shown:
    """Let somebody share without a name; return what they read beforehand."""
    before = to(who, story.press(who, "unnamed.open"))
    story.press(who, "unnamed.write")
    story.submit(who, "unnamed", text=text)
    return before


def press_on(story: Story, who: str, card: Shown, name: str) -> list[Shown]:
    """Let somebody press the button of this name on one card of several that are alike."""
    [ref] = [control["ref"] for control in card["controls"] if control["name"] == name]
    return story.send(do="press", who=who, ref=ref)


def in_channel(shown: Sequence[Shown]) -> list[Shown]:
    """Return what came to the channel, for everybody there."""
    return [record for record in shown if record["seen_by"] == "channel"]


def ids(shown: Sequence[Shown]) -> list[str]:
    """Return which cards came to the channel."""
    return [record["text_id"] for record in in_channel(shown)]


def to(who: str, shown: Sequence[Shown]) -> Shown:
    """Return the one thing that came to somebody alone."""
    [one] = [record for record in shown if record["to"] == who]
    return one


def standing(story: Story) -> list[Shown]:
    """Return what stands in the channel now, the oldest first."""
    latest: dict[str, Shown] = {}
    for record in in_channel(story.shown):
        latest[record["id"]] = record
    return [record for record in latest.values() if record["kind"] != "retract"]


def words(record: Shown) -> int:
    """Return how many words there are to read on a card, those of its buttons among them."""
    read = " ".join((record["text"], *(control["label"] for control in record["controls"])))
    return sum(any(sign.isalnum() for sign in word) for word in read.split())


def kept(data: Path) -> dict[str, int]:
    """Return how many rows there are in each table in which there are any, in both databases."""
    return {table: len(held) for table, held in rows(data).items() if held}


def beside(before: dict[str, int], after: dict[str, int]) -> dict[str, int]:
    """Return how many rows came to each table, but for what was heard and sent: that goes by itself."""
    tables = (before.keys() | after.keys()) - {"reststop.db:inbox", "reststop.db:deliveries"}
    more = {table.partition(":")[2]: after.get(table, 0) - before.get(table, 0) for table in tables}
    return {table: count for table, count in more.items() if count}
