"""Leaving for good: what goes, a second question, and the receipt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from bot.services.cards.days import day_in_full
from bot.services.cards.memberships import ON_ITS_WAY, Kept, ends_too
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import Button, Card, Fields, Reach, aside, say

_REMAINS = (
    "The messages between us stay where they are. You can delete yours; of mine I keep no list by which they "
    "could be found."
)


def offer(
    mint: Mint, *, hosted: bool, doors: Sequence[str], holds_role: bool, circles: Sequence[Kept]
) -> Card:
    """Return what goes, and the way to take it along first; of several `doors` the names of all.

    `holds_role`: one of these accounts looks after something, and that ends with the notebook; so does what
    they are in (`circles`).
    """
    remains = aside(_REMAINS)
    everywhere = say(f"That is one notebook behind all of these: {', '.join(doors)}.")
    role = say("What you look after for others here ends with it; what was set there stays.")
    return Card(
        text_id="erase",
        title="Erase everything",
        blocks=(
            say(
                "Everything that you wrote, marked, planned and set goes, and the key that opens it. "
                "Check-ins end. There is no way back, for you or for anybody."
            ),
            *((everywhere,) if len(doors) > 1 else ()),
            *((role,) if holds_role else ()),
            *ends_too(circles),
            *((remains,) if hosted else ()),
            row(
                Button(ref=mint("command", None, "export"), name="erase.export", label="Copy it first"),
                press(mint, "erase.ask", "Erase everything"),
                press(mint, "erase.keep", "Not now"),
            ),
        ),
        summary="Erase everything",
        reach=Reach.PERSONAL,
    )


def sure(mint: Mint, whose: UUID, asked: str, *, files_go: bool) -> Card:
    """Return the second question. To keep stands where to erase stood: a second quick tap changes nothing.

    `whose` stands for the notebook: in another one, begun after that, the button erases nothing.
    `files_go`: what was made to take along is still where the platform keeps it, and nobody could find it
    afterwards.
    """
    files = say("The files that you made go from our direct messages first; I am taking them out now.")
    return Card(
        text_id="erase.sure",
        blocks=(
            say("The next press destroys your key, and then every row. Nobody can undo it."),
            *((files,) if files_go else ()),
            row(
                press(mint, "erase.confirm", "Yes, erase it for good", whose, arg=asked),
                press(mint, "erase.keep", "Keep it all"),
            ),
        ),
        summary="Erase everything",
        reach=Reach.PERSONAL,
    )


def kept() -> Card:
    """Return the answer to a change of mind."""
    return plain("erase.kept", "Fine. Nothing was changed.")


def erased(
    *,
    day: date,
    code: str,
    copies_end_on: date,
    operator: str,
    hosted: bool,
    files_stay: bool,
    was_in_circles: bool,
    was_in_courses: bool,
) -> Card:
    """Return the receipt. It is shown after the commit, so it is true."""
    circles = say(f"You are in no circle any more. {ON_ITS_WAY}")
    courses = say("You are in no course any more, and its trainers see nothing of yours.")
    files = say("A file of yours could not be taken out of our direct messages in time, and stays there.")
    remains = say(_REMAINS)
    return Card(
        text_id="erased",
        title="Erased",
        blocks=(
            say(
                "Gone: your key, what you wrote, marked and planned, your settings, every account of yours "
                "here, and all that was to come. Nothing more is sent."
            ),
            Fields(pairs=(("Day", day_in_full(day)), ("Receipt", code))),
            say(
                "A backup from before may still hold a copy of the key. Whoever runs Reststop "
                f"({operator}) is asked to let none outlive {day_in_full(copies_end_on)}."
            ),
            *((circles,) if was_in_circles else ()),
            *((courses,) if was_in_courses else ()),
            *((remains,) if hosted else ()),
            *((files,) if files_stay else ()),
            aside("Files that you took along stay with you. `start` begins as with somebody new."),
        ),
        summary="Erased.",
        reach=Reach.PERSONAL,
    )


def unfinished() -> Card:
    """Return what is said when an erasing could not be finished: never that it was, nor that it was not."""
    return plain(
        "erase.unfinished", "That is not finished yet. Say `erase` once more; it goes on where it stopped."
    )
