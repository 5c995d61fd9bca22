"""The first minute: what this is, what it is not, and a yes or a no."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.people import GONE_DOOR_DAYS, GONE_KEPT_DAYS
from bot.domain.reviews import Drafts
from bot.services.cards.closing import closes_line
from bot.services.cards.plain import of_drafts, press, row
from bot.services.cards.platforms import at_start, platform, seen_by, tells_of_leaving, what_runs
from bot.services.desk import Mint
from bot.surface.capabilities import Capabilities
from bot.surface.card import Button, Card, LinkButton, Paragraph, Reach, aside, say

_WHAT = (
    "A notebook with good questions, for people who look after others. "
    "It is not therapy, supervision, a clinical record or an alarm."
)
_CLIENTS = "Please leave out names and details of people you support."
_LEAVING = "Go any time, and take everything with you."
_MORE = (
    "It is for adults, it is voluntary, and nobody is told that you use it or what you write. "
    "A question comes at an hour you choose. You answer with a tap or a few words, or not at all.\n"
    "Reststop does not treat, advise, score or rank. Every sentence it sends was written beforehand, none "
    "is made up on the way.\n"
    "It reports nothing to anyone and starts no clock: duties to report or protect stay with you and "
    "your service. In danger it alerts nobody; Help now shows who to call.\n"
    "`privacy` says what is kept and who could read it."
)


def _reading(capabilities: Capabilities) -> str:
    if capabilities.hosted:
        return (
            f"What you write is encrypted. Whoever runs {what_runs([capabilities.surface])} could open it, "
            f"and {seen_by(capabilities.surface)}."
        )
    return "What you write is encrypted. Whoever runs this server could open it: here, that is you."


def when_gone(between: Sequence[str], *, doors: int = 1) -> tuple[Paragraph, ...]:
    """Return what becomes of everything when a platform has no such account any more (PRIVACY.md).

    `between`: the platforms that stand between at any of their doors.
    """
    silent = [surface for surface in between if not tells_of_leaving(surface)]
    untold = (
        say(
            f"{at_start(platform(surface))} tells me nothing of an account that is closed: `erase` before "
            "you close one."
        )
        for surface in silent
    )
    return (*_when_told(tells=len(silent) < len(between), doors=doors), *untold)


def _when_told(*, tells: bool, doors: int) -> tuple[Paragraph, ...]:
    if not tells:
        return ()
    if doors > 1:
        return (
            say(
                "If one of your accounts is closed, all goes on by another, and that one is forgotten "
                f"{GONE_DOOR_DAYS} days after. When none is left, all of it goes {GONE_KEPT_DAYS} days "
                "after, unless you come back."
            ),
        )
    return (
        say(
            "If your account here is closed, or Reststop is removed from your workspace, nothing more is "
            f"sent, and all of it goes {GONE_KEPT_DAYS} days after, unless you come back."
        ),
    )


def before_a_yes(
    capabilities: Capabilities, closes_on: date | None = None, *, what: str = _WHAT
) -> tuple[Paragraph, ...]:
    """Return what stands before any yes: what this is and is not, who could read, and what to leave out.

    `closes_on`: as on the first card of all.
    """
    first = (say(what), say(_reading(capabilities)), say(f"{_CLIENTS} {_LEAVING}"))
    return (*first, *_closing(capabilities, closes_on))


def _closing(capabilities: Capabilities, closes_on: date | None) -> tuple[Paragraph, ...]:
    return (say(closes_line([capabilities.surface], closes_on)),) if closes_on else ()


def consent(mint: Mint, capabilities: Capabilities, closes_on: date | None = None, *, here: str = "") -> Card:
    """Return the first card of all (docs/content.md, "First contact").

    `closes_on`: the day on which all of it ends, where its operator named one. `here`: the platform's id of
    where they were when it was shown; the yes carries it, since it may be pressed where none is told.
    """
    return Card(
        text_id="consent",
        title="Reststop",
        blocks=(
            *before_a_yes(capabilities, closes_on),
            row(*_yes_or_no(mint, here), *_more_or_help(mint, here)),
        ),
        summary="Reststop. Nothing is kept before your yes.",
        reach=Reach.PERSONAL,
    )


def consent_more(
    mint: Mint,
    capabilities: Capabilities,
    operator: str,
    closes_on: date | None = None,
    *,
    drafts: Drafts = Drafts.ALL,
    here: str = "",
) -> Card:
    """Return the longer answer before a yes; `closes_on` and `here` as above.

    `drafts`: how much of the library no practitioner has read.
    """
    return Card(
        text_id="consent_more",
        title="Before you say yes",
        blocks=(
            *(say(part) for part in _MORE.split("\n")),
            say(_reading(capabilities)),
            *when_gone([capabilities.surface] if capabilities.hosted else []),
            *_closing(capabilities, closes_on),
            *of_drafts(drafts),
            aside(f"Who runs {what_runs([capabilities.surface])}: {operator}."),
            row(*_yes_or_no(mint, here), help_button(mint)),
        ),
        summary="Before you say yes",
        reach=Reach.PERSONAL,
    )


def consent_declined() -> Card:
    """Return the answer to a no. It is true: nothing was kept."""
    return Card(
        text_id="consent_declined",
        blocks=(say("Fine, nothing was kept. `start` is here if you change your mind."),),
        summary="Fine, nothing was kept.",
        reach=Reach.PERSONAL,
    )


def welcome_back(standing: str, next_line: str) -> Card:
    """Return a short "here you are" for somebody who has said yes before."""
    return Card(
        text_id=f"welcome_back.{standing}",
        blocks=(say(next_line), aside("`write`, `checkin`, `journal last` and `help` are here any time.")),
        summary="Here you are.",
        reach=Reach.PERSONAL,
    )


def help_button(mint: Mint) -> Button:
    """Return the one step to help, the same on every card."""
    return press(mint, "help.now", "Help now")


def _yes_or_no(mint: Mint, here: str) -> tuple[Button | LinkButton, ...]:
    return (
        press(mint, "consent.yes", "Yes", arg=here),
        press(mint, "consent.no", "No"),
    )


def _more_or_help(mint: Mint, here: str) -> tuple[Button | LinkButton, ...]:
    return (
        press(mint, "consent.more", "Read more", arg=here),
        help_button(mint),
    )
