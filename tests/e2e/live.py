"""What lives in memory, as a careless log would print it: our values, and every exception."""

from __future__ import annotations

import gc
import threading
import traceback
from contextlib import suppress

from tests.e2e.disk import found_in

_OURS = ("bot.", "adapters.")
_SHOWN = ("adapters.sim.", "adapters.console.render.")
"""What was shown to its person stands there, as drawn: the screen is the place where they read."""


class Live:
    """All that any value or exception said of itself at the moments in which somebody looked."""

    def __init__(self) -> None:
        """Begin with nothing seen; what lived before is nobody's words."""
        self._said: set[str] = set()
        self._kinds: dict[type, bool] = {}
        self._one_at_a_time = threading.Lock()
        gc.freeze()

    def close(self) -> None:
        """Let the collector see again what lived before."""
        gc.unfreeze()

    def look(self) -> None:
        """Let everything print itself that has come since the last look: our values do not change."""
        with self._one_at_a_time:
            for each in gc.get_objects():
                if self._speaks(type(each)):
                    with suppress(AttributeError):  # one that is only half made has no fields yet
                        self._said.add(_printed(each))
            gc.freeze()  # what is frozen is not among `get_objects` any more

    def everything(self) -> str:
        """Return all that was ever said."""
        with self._one_at_a_time:
            return "\n".join(sorted(self._said))

    def hits(self, text: str) -> list[str]:
        """Return in which kinds of value a text could be read."""
        if not found_in(self.everything().encode(), text):
            return []
        kinds = {said.partition("(")[0][:40] for said in self._said if found_in(said.encode(), text)}
        return [f"memory: {kind}" for kind in sorted(kinds)]

    def _speaks(self, kind: type) -> bool:
        if kind not in self._kinds:
            self._kinds[kind] = _says_something(kind)
        return self._kinds[kind]


def _printed(each: object) -> str:
    if isinstance(each, BaseException):
        return repr(each) + "".join(traceback.format_exception(each))
    return repr(each)


def _says_something(kind: type) -> bool:
    """Whether values of a class are exceptions, or ours and print more than their class's name."""
    if issubclass(kind, BaseException):
        return True
    place = f"{kind.__module__}."
    is_ours = place.startswith(_OURS) and not place.startswith(_SHOWN)
    return is_ours and kind.__repr__ is not object.__repr__
