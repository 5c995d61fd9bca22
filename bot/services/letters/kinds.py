"""Letters: what an agenda row becomes when its time has come. Each kind of row has one of these."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Protocol
from uuid import UUID

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.deliveries import Delivery
from bot.domain.organisations import Rules
from bot.domain.people import Account, Person
from bot.ports.organisations import OrganisationRow
from bot.ports.store import Door, Unit
from bot.services.desk import Desk, Mint
from bot.services.doors.addresses import Address
from bot.services.letters.absence import is_away, put_off
from bot.services.organisations.rules import row_at, rules_in
from bot.surface.card import Card


@dataclass(frozen=True, kw_only=True)  # no slots: what was read is kept in it
class Look:
    """The world as it is just before a send, or just after it, and the door that it leaves by.

    `rows` are all that the agenda has of the person, `row` is the one that is about to be sent. `waits`: the
    surface is not always open.
    """

    desk: Desk
    unit: Unit
    person: Person
    row: AgendaRow
    rows: Sequence[AgendaRow]
    delivery: Delivery
    door: Door
    address: Address
    mint: Mint
    waits: bool
    now: datetime

    def row_of(self, kind: AgendaKind) -> AgendaRow | None:
        """Return the person's row of a kind that exists once for each."""
        return next((row for row in self.rows if row.kind is kind), None)

    @cached_property
    def organisation(self) -> OrganisationRow | None:
        """The row of the organisation in which that door is at home, read when it is first asked for."""
        return row_at(self.unit, self.door.organisation)

    @property
    def rules(self) -> Rules:
        """The rules that hold there."""
        return rules_in(self.desk, self.organisation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A card to send, and the run that it asks, if any: a run that was never shown is removed again."""

    card: Card
    run: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """Instead of a card: the copy of a file that an account has is to go, by the platform's id of it."""

    file: str = field(repr=False)
    to: Account


class LetterKind(Protocol):
    """How rows of one kind leave."""

    @property
    def keeps_quiet(self) -> bool:
        """Whether quiet hours hold it back: what somebody waits for at this moment is not held."""
        ...

    def is_wanted(self, look: Look) -> bool:
        """Whether it may still be sent; if not it is let go in silence."""
        ...

    def begin(self, look: Look) -> Begun | Removal | None:
        """Write what has to be there, and return the card; None where there is nothing to say after all."""
        ...

    def again(self, look: Look) -> Card | None:
        """Return the card as it was when it was sent, for a surface that is asked whether it came."""
        ...

    def arrived(self, look: Look) -> None:
        """Note that it was shown."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """A row that is sent once, late rather than never, and is gone when it was shown."""

    card: Callable[[Look], Card | None]
    keeps_quiet: bool = True
    is_pressing: bool = False
    """Whether neither a pause nor a leave holds it back; a yes that was taken back does."""

    def is_wanted(self, _look: Look) -> bool:
        """Late rather than never: who took their yes back meanwhile gets it when they give it again."""
        return True

    def begin(self, look: Look) -> Begun | None:
        """Return the card; who went away or stopped since it was planned gets it when they are back.

        Where there is nothing to say after all, the row goes.
        """
        is_held = not (self.is_pressing and look.person.has_said_yes)
        if is_held and is_away(look.person, look.now):
            put_off(look.desk, look.unit, look.person, look.row)
            return None
        card = self.card(look)
        if card is None:
            look.unit.agenda.remove(look.row.id)
            return None
        return Begun(card=card)

    def again(self, look: Look) -> Card | None:
        """Return the same card: nothing about it has changed meanwhile."""
        return self.card(look)

    def arrived(self, look: Look) -> None:
        """Remove the row: it has said what it was there for."""
        look.unit.agenda.remove(look.row.id)
