"""What is remembered until a person's day is over: in memory alone, and gone when the house ends."""

from __future__ import annotations

from datetime import date

from bot.domain.people import PersonId


class Today:
    """Who need not be asked again today. It is never written anywhere."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._settled: dict[PersonId, date] = {}

    def settle(self, person: PersonId, day: date) -> None:
        """Ask this person no more on this day of theirs; what other days left is forgotten."""
        self._settled = {who: until for who, until in self._settled.items() if until >= day}
        self._settled[person] = day

    def is_settled(self, person: PersonId, day: date) -> bool:
        """Whether this person said enough on this day."""
        return self._settled.get(person) == day
