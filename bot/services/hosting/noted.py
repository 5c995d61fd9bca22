"""A line that a surface keeps over restarts: of its platform, and never of anybody in it."""

from __future__ import annotations

from bot.ports.store import Store, Unit


class Noted:
    """One such line, under its name among the notes of the house."""

    def __init__(self, store: Store, name: str) -> None:
        """Keep it in `store` as `name`."""
        self._store = store
        self._name = name

    async def known(self) -> str:
        """Return what was noted last; "" where nothing was.

        Raises:
            NotSaved: the database is not there.
        """

        def work(unit: Unit) -> str:
            return unit.notes.get(self._name) or ""

        return await self._store.run(work, writes=False)

    async def note(self, line: str) -> None:
        """Note a line in the place of the last one.

        Raises:
            NotSaved: it could not be kept.
        """

        def work(unit: Unit) -> None:
            unit.notes.put(self._name, line)

        await self._store.run(work)
