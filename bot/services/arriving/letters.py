"""The letter that another door gets when one was added: content-free, and at once."""

from __future__ import annotations

from bot.services.cards import doors as cards
from bot.services.letters.kinds import Begun, Look
from bot.surface.card import Card


class DoorAdded:
    """Tells another door that one was added. Whoever did it is awake; whoever did not wants to know."""

    keeps_quiet = False

    def is_wanted(self, look: Look) -> bool:
        """Whether there is somebody to tell: their yes stands."""
        return look.person.has_said_yes

    def begin(self, look: Look) -> Begun | None:
        """Return the card; where the new door is gone, or is the only one to tell it at, the row goes."""
        card = self.again(look)
        if card is None:
            look.unit.agenda.remove(look.row.id)
        return Begun(card=card) if card else None

    def again(self, look: Look) -> Card | None:
        """Return the same card, while the door is there."""
        doors = look.unit.people.doors(look.person.id)
        added = next((door for door in doors if door.id == look.row.ref), None)
        return cards.added(added.surface) if added is not None and added.id != look.door.id else None

    def arrived(self, look: Look) -> None:
        """Remove the row: it has said what it was there for."""
        look.unit.agenda.remove(look.row.id)
