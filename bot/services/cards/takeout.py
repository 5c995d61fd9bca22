"""Taking everything along: what is said before and after the files are made."""

from __future__ import annotations

from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import Block, Card, Reach, aside, say

COPIES_STAY = 14
"""Minutes in which files stay in a conversation before they are taken back."""

_HOSTED = (
    "{they_are} sent into our direct messages. The platform keeps a copy of {them}, which whoever runs it, "
    "or a workspace there, may be able to see. I remove {them} from there after {stay} minutes, or sooner if "
    "you say so; what was stored elsewhere meanwhile I can't reach."
)
_TERMINAL = "They are laid into the folder from which you started Reststop, for your account alone to read."
UNSEALED = "Outside of here they are not encrypted: whoever has them can read them."


def where(*, hosted: bool, is_one: bool = False) -> str:
    """Return where files go, or one, and where a copy of them stays: said before there are any."""
    if not hosted:
        return _TERMINAL
    they_are, them = ("It is", "it") if is_one else ("They are", "them")
    return _HOSTED.format(they_are=they_are, them=them, stay=COPIES_STAY)


def offer(mint: Mint, *, hosted: bool) -> Card:
    """Return what the files are and where a copy of them stays, before there are any."""
    return Card(
        text_id="export",
        title="Take everything along",
        blocks=(
            say(
                "I can make two files of all that is held about you: one to read, day by day, and one for "
                "programs. Pages, marks, answers, plans, lists, drafts and settings are in both."
            ),
            say(where(hosted=hosted)),
            say(UNSEALED),
            row(press(mint, "export.make", "Make the files"), press(mint, "export.not_now", "Not now")),
        ),
        summary="Take everything along",
        reach=Reach.PERSONAL,
    )


def made(mint: Mint, closed: int, *, hosted: bool) -> Card:
    """Return what is said beside the files; how many pages did not open is no secret to their owner."""
    missing = (
        aside(
            f"Not in them: {closed} of your pages, which no longer open here. The last part of the file for "
            "programs names their days."
        ),
    )
    return Card(
        text_id="export.made",
        blocks=(
            say("Everything that is held about you, as it stands now."),
            *(missing if closed else ()),
            aside("Nothing here was changed. They are yours to keep in a safe place, or to delete."),
            *(copies(mint) if hosted else ()),
        ),
        summary="Your files are made.",
        reach=Reach.PERSONAL,
    )


def of_a_list(mint: Mint, *, hosted: bool) -> Card:
    """Return what is said beside the file of a list."""
    return Card(
        text_id="export.list",
        blocks=(say("Your list, as it stands now."), *(copies(mint) if hosted else ())),
        summary="Your file is made.",
        reach=Reach.PERSONAL,
    )


def copies(mint: Mint) -> tuple[Block, ...]:
    """Return how long the copies stay here, and the way to have it shorter."""
    return (
        say(f"Save them somewhere of yours: they go from our direct messages after {COPIES_STAY} minutes."),
        row(press(mint, "export.remove", "Remove the files now")),
    )


def removing() -> Card:
    """Return the answer to who wishes the files gone; it is not said that they are before they are."""
    return plain("export.removing", "I am taking them out of our direct messages now.")


def removed() -> Card:
    """Return the answer where there is nothing to remove."""
    return plain("export.removed", "No file of yours is kept in our direct messages.")


def not_now() -> Card:
    """Return the answer to "Not now"."""
    return plain("export.not_now", "Fine. `export` is here any time.")


def only_a_role() -> Card:
    """Return what is said to who has no notebook here and looks after something."""
    return plain(
        "only_a_role",
        "There is no notebook of yours here. What is kept is a role that you hold, under the name that you "
        "typed for it. `admin` shows it, and ends it.",
    )


def nothing_held() -> Card:
    """Return what a visitor hears: there is no row of theirs."""
    return plain("nothing_held", "Nothing about you is kept here. `start` is the way in.")
