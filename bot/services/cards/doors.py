"""What opens a notebook: the list, taking one away, where check-ins come, and that nothing arrived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.domain.people import GONE_DOOR_DAYS
from bot.services.cards.days import day_in_full
from bot.services.cards.plain import plain
from bot.services.cards.platforms import at, at_start, platform
from bot.services.desk import Mint
from bot.surface.card import Block, Button, Buttons, Card, Reach, aside, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A door as its person knows it. `number` tells several on one platform apart; 0 where there is one."""

    id: UUID
    surface: str
    number: int
    since: date | None
    here: bool
    preferred: bool
    shut: bool

    @property
    def name(self) -> str:
        """What it is called in the middle of a sentence."""
        return platform(self.surface, self.number)


def listed(mint: Mint, doors: Sequence[Named]) -> Card:
    """Return what opens the notebook. The last way that is open cannot be taken away."""
    removable = [door for door in doors if any(each.id != door.id and not each.shut for each in doors)]
    return Card(
        text_id="unlink",
        title="What opens your notebook",
        blocks=(
            *(say(_told(door)) for door in doors),
            *_ways_away(mint, removable),
        ),
        summary="What opens your notebook",
        reach=Reach.PERSONAL,
    )


def ask(mint: Mint, door: Named) -> Card:
    """Return the one question before it."""
    moves = " Check-ins then come by the other." if door.preferred else ""
    return Card(
        text_id="unlink.ask",
        blocks=(
            say(
                f"Unlink {door.name}? Your notebook stays as it is and no longer opens there.{moves} "
                "`link` is the way back."
            ),
            Buttons(
                buttons=(
                    Button(ref=mint("unlink.yes", door.id), name="unlink.yes", label="Unlink"),
                    Button(ref=mint("unlink.no", door.id), name="unlink.no", label="Not now"),
                )
            ),
        ),
        summary=f"Unlink {door.name}?",
        reach=Reach.PERSONAL,
    )


def unlinked(gone: Named, comes_by: Named) -> Card:
    """Return the answer: it is shown after the commit, so it is true."""
    comes = f" Check-ins come {at(comes_by.name)} now." if gone.preferred else ""
    return plain("unlink.done", f"{at_start(gone.name)} no longer opens your notebook.{comes}")


def kept() -> Card:
    """Return the answer to a change of mind."""
    return plain("unlink.no", "Fine. Nothing was changed.")


def added(surface: str) -> Card:
    """Return what another door is told when one was added. It says nothing of what is in the notebook."""
    return plain(
        "door.added",
        f"{at_start(platform(surface))} opens your notebook too now. If that was not you: `unlink`.",
    )


def preferred(door: Named) -> Card:
    """Return the answer to another place for check-ins."""
    return plain("settings.door", f"Check-ins come {at(door.name)} from now on.")


def comes_fact(door: Named) -> str:
    """Return where check-ins come, for who has more than one place."""
    return f"Check-ins come {at(door.name)}."


def instead(mint: Mint, doors: Sequence[Named]) -> tuple[Block, ...]:
    """Return the presses that let check-ins come elsewhere; none where there is no other place."""
    others = [door for door in doors if not door.preferred and not door.shut]
    buttons = tuple(
        Button(
            ref=mint("settings.door", door.id),
            name=f"settings.door.{place}" if place else "settings.door",
            label=f"Come {at(door.name)} instead",
        )
        for place, door in enumerate(others)
    )
    return (Buttons(buttons=buttons),) if buttons else ()


def not_reached(surface: str, *, here: bool) -> Card:
    """Return what is said, once, where a message could not be brought; never what it was."""
    where = "here" if here else at(platform(surface))
    return Card(
        text_id="not_reached",
        blocks=(
            say(f"I could not write to you {where}. Your direct messages may be closed."),
            aside("Who may write to you is set in the platform's own settings, under privacy or messages."),
        ),
        summary=f"I could not write to you {where}.",
        reach=Reach.PERSONAL,
    )


def _told(door: Named) -> str:
    since = f", since {day_in_full(door.since)}" if door.since else ""
    facts = [f"{at_start(door.name)}{since}."]
    facts += ["You are here."] if door.here else []
    facts += ["Check-ins come by it."] if door.preferred and not door.shut else []
    if door.shut:
        facts.append(
            f"That account is gone; it is forgotten {GONE_DOOR_DAYS} days after, unless you come back."
        )
    return " ".join(facts)


def _ways_away(mint: Mint, removable: Sequence[Named]) -> tuple[Block, ...]:
    if not removable:
        return (
            aside(
                "It is the one way to your notebook, so it stays. `stop` ends check-ins, `erase` removes "
                "everything, `link` adds a second way."
            ),
        )
    buttons = tuple(
        Button(
            ref=mint("unlink.ask", door.id),
            name=f"unlink.ask.{place}" if place else "unlink.ask",
            label=f"Unlink {door.name}",
        )
        for place, door in enumerate(removable)
    )
    return (Buttons(buttons=buttons),)
