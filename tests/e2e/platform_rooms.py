"""The channels of a story on platforms, by what it calls them.

As in the simulation, Reststop is in each of them, and so is everybody who did not leave it.
"""

from __future__ import annotations

from typing import Protocol

from bot.domain.people import Place
from bot.ports.chat import Why

JOIN, LEAVE, OPEN = "join", "leave", "open"


class Rooms(Protocol):
    """The channels of one platform. Each act returns when the app is done."""

    def room(self, where: str) -> Place:
        """Return a channel that a story calls so, made where there is none; the app is in it."""
        ...

    def joins(self, who: str, where: str) -> None:
        """Let somebody be in it: what stands there is before them. It may be so already."""
        ...

    def leaves(self, who: str, where: str) -> None:
        """Let somebody be in it no more."""
        ...

    async def change(self, where: str, why: Why | None) -> None:
        """Close it to the app, or let it be as it was; a new one of that name, where it was deleted."""
        ...

    async def command(self, who: str, text: str, where: str) -> None:
        """Let somebody type a command in it."""
        ...

    async def talk(self, who: str, text: str, where: str) -> None:
        """Let somebody write to the others in it."""
        ...


class StoryRooms:
    """Who is in which channel of one platform."""

    def __init__(self, rooms: Rooms) -> None:
        """Begin with none."""
        self._rooms = rooms
        self._names: dict[Place, str] = {}
        self._people: set[str] = set()
        self._left: set[tuple[str, str]] = set()

    def name_of(self, place: Place) -> str | None:
        """Return what the story calls a channel; None of one that it does not speak of."""
        return self._names.get(place)

    def sees(self, who: str, place: Place) -> bool:
        """Whether somebody is in a channel."""
        return place in self._names and who in self._people and (who, self._names[place]) not in self._left

    def arrives(self, who: str) -> None:
        """Somebody is there from now on."""
        if who not in self._people:
            self._people.add(who)
            for where in {*self._names.values()}:
                self._rooms.joins(who, where)

    def there(self, where: str) -> Rooms:
        """Return what can be done in the channels, of which this one is there."""
        if where not in self._names.values():
            self._names[self._rooms.room(where)] = where
            for who in self._people:
                self._rooms.joins(who, where)
        return self._rooms

    async def change(self, where: str, change: str, who: str | None) -> None:
        """Do what a line of a story says of a channel."""
        rooms = self.there(where)
        if who is None:
            await rooms.change(where, None if change == OPEN else Why(change))
            self._names[rooms.room(where)] = where
        elif change == JOIN:
            self._left.discard((who, where))
            rooms.joins(who, where)
        else:
            self._left.add((who, where))
            rooms.leaves(who, where)
