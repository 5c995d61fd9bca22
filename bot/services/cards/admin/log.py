"""What was changed in an organisation, by whom, newest first: settings, and never what people wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.services.cards.admin.facts import short
from bot.services.cards.admin.menu import back
from bot.services.cards.plain import press, row
from bot.services.cards.platforms import platform
from bot.services.desk import Mint
from bot.surface.card import Card, Fields, Reach, aside, say
from bot.surface.text import shown

_VALUE_MAX = 90
SOMEBODY = "somebody whose role ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One change as it is read: when, what, from what to what, by whom."""

    when: str
    what: str = field(repr=False)
    before: str = field(repr=False)
    after: str = field(repr=False)
    by: str = field(repr=False)

    @property
    def pair(self) -> tuple[str, str]:
        """The change as a short fact; what began here has no "before"."""
        what = short(shown(self.what), _VALUE_MAX)
        was = f"{_value(self.before)} \u2192 " if self.before else ""
        return f"{self.when}, {what}", f"{was}{_value(self.after)}, by {self.by}"


def by_platform(surface: str) -> str:
    """Return who was an admin by what their platform says."""
    return f"an admin, as {platform(surface)} says"


BY_OPERATOR = "the operator"
BY_SETTINGS = "an admin named in the server's settings"


def page(mint: Mint, lines: Sequence[Line], page_number: int, *, is_more: bool) -> Card:
    """Return some changes; further back is one press away."""
    earlier = (press(mint, "admin.log", "Earlier", arg=str(page_number + 1)),) if is_more else ()
    told = Fields(pairs=tuple(line.pair for line in lines)) if lines else say("Nothing was changed yet.")
    return Card(
        text_id="admin.log",
        title="What was changed",
        blocks=(
            told,
            aside("Settings, roles and texts. What people write is never in here."),
            row(*earlier, back(mint)),
        ),
        summary="What was changed",
        reach=Reach.PERSONAL,
    )


def _value(text: str) -> str:
    return short(" ".join(shown(text).split()), _VALUE_MAX) or "nothing"
