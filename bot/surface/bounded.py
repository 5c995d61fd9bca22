"""What is remembered of many, up to a number: the one that was asked for longest ago goes first."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Bounded(Generic[K, V]):
    """A mapping of up to `most`. Everything in it can be learned again: a restart loses nothing."""

    def __init__(self, most: int) -> None:
        """Begin with nothing."""
        self._most = most
        self._held: OrderedDict[K, V] = OrderedDict()
        self._alone = Lock()

    def __len__(self) -> int:
        """How many there are."""
        return len(self._held)

    def get(self, key: K) -> V | None:
        """Return what stands at a key; None where nothing does."""
        with self._alone:
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def put(self, key: K, value: V) -> None:
        """Write it, and forget the one that was asked for longest ago where there are too many."""
        with self._alone:
            self._held[key] = value
            self._held.move_to_end(key)
            if len(self._held) > self._most:
                self._held.popitem(last=False)

    def drop(self, key: K) -> None:
        """Forget one."""
        with self._alone:
            self._held.pop(key, None)
