"""What is held about a person: counts of pages and a day, no word of what stands on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.roles import Role
from bot.domain.sheets import SheetKind
from bot.services.cards.days import day_in_full
from bot.services.cards.help import readers
from bot.services.cards.memberships import Kept, told_of
from bot.services.cards.platforms import at
from bot.services.cards.welcome import when_gone
from bot.surface.card import Block, Card, Reach, aside, say

_WORDS: Mapping[SheetKind, tuple[str, str]] = {
    SheetKind.PLAN: ("plan", "plans"),
    SheetKind.PEOPLE: ("list of people", "lists of people"),
    SheetKind.WISHES: ("sheet of wishes", "sheets of wishes"),
    SheetKind.LET_BE: ("list of words never flagged", "lists of words never flagged"),
    SheetKind.FLOW: ("flow that is open", "flows that are open"),
    SheetKind.FILE: ("id of a file that was sent here", "ids of files that were sent here"),
    SheetKind.PORTFOLIO: ("list of pages for a portfolio", "lists of pages for a portfolio"),
    SheetKind.SUPERVISION: ("day of supervision", "days of supervision"),
    SheetKind.HOURS: ("session in your log", "sessions in your log"),
    SheetKind.LOOK: ("look back", "looks back"),
    SheetKind.IMPORT: ("file that was brought along", "files that were brought along"),
}
"""What one sheet of a kind is called, and several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much of each kind there is."""

    pages: int
    drafts: int
    checkins: int
    sheets: Mapping[SheetKind, int]


def what_data(
    *,
    counts: Counts,
    oldest: date | None,
    keep_days: int | None,
    limits: Sequence[str],
    operator: str,
    between: Sequence[str],
    doors: Sequence[str],
    roles: Sequence[tuple[Role, str]],
    circles: Sequence[Kept],
    conversations: bool,
) -> Card:
    """Return what is held. How often somebody wrote follows from answers: the card is sealed.

    `between` are the platforms that stand between, `doors` those of their accounts, `roles` what those hold,
    `circles` what they are in; `conversations`: where they are written to is known, too. `limits` say what
    organisations set.
    """
    accounts = "account" if len(doors) == 1 else f"{len(doors)} accounts ({', '.join(doors)})"
    ids = f"the id{'s' if len(doors) > 1 else ''} of your {accounts}"
    ids += " and of our conversations" if conversations else ""
    since = f" The oldest is from {day_in_full(oldest)}." if oldest else ""
    kept = f"Pages are kept for {keep_days} days" if keep_days else "Pages are kept until you delete them"
    if keep_days and counts.sheets.get(SheetKind.PORTFOLIO):
        kept += ", those in your portfolio until you take them off"
    return Card(
        text_id="what_data",
        title="What is held about you",
        blocks=(
            say(f"Sealed: {', '.join(_sealed(counts)) or 'nothing yet'}; and {ids}.{since}"),
            say(
                "In the clear: your zone, hours and region, what comes when, and on which days you were "
                "asked, answered or wrote."
            ),
            *_roles(roles),
            *told_of(circles),
            say(f"{kept}, drafts and flows left open for seven days, the record of a sending for 35."),
            *((say(" ".join(limits)),) if limits else ()),
            *readers(operator, between),
            *when_gone(between, doors=len(doors)),
            aside("`export` takes everything along. `erase` removes it for good."),
        ),
        summary="What is held about you",
        reach=Reach.SEALED,
    )


def _roles(held: Sequence[tuple[Role, str]]) -> Iterator[Block]:
    if held:
        told = ", ".join(f"{role} {at(name)}" for role, name in held)
        yield say(f"Also in the clear, your roles: {told}.")


def _sealed(counts: Counts) -> Iterator[str]:
    for number, one, more in (
        (counts.pages, "page", "pages"),
        (counts.checkins, "check-in", "check-ins"),
        (counts.drafts, "draft", "drafts"),
        *((number, *_WORDS[kind]) for kind, number in counts.sheets.items()),
    ):
        if number:
            yield f"{number:,} {one if number == 1 else more}"
