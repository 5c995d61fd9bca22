"""Entries: what a person writes for themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from bot.domain.people import PersonId

ENTRY_MAX = 8_000
"""Characters in one entry."""
SCENE_MAX = 3_000
"""Characters in the scene of an entry: with the rest of its page it fits the inputs of every platform."""
SCENE_KEPT_DAYS = 7
"""Days after which a scene goes, unless its writer chose otherwise."""
TAG_MAX = 40
"""Characters in one tag."""
TAGS_MAX = 10
"""Tags on one entry."""
SUPERVISION = "for supervision"
"""The tag that is one tap away."""
DRAFT_MAX = 200_000
"""Characters that are kept as a draft until they are shortened: a pasted document still fits."""
DRAFT_KEPT_DAYS = 7
"""Days after which an abandoned draft is dropped. Its writer is told so when it is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What an entry says, once it is open.

    `at` is when it was first written, with an offset. `question` is what was asked, if anything was.
    `scene` is the part that goes after some days; `text` is what stays. `source` names the flow that it
    came from, `state` how that ended. `message` is the keyed digest of the platform's message that it was
    typed as, if it was.
    """

    text: str = field(repr=False)
    at: datetime
    question: str = ""
    scene: str = field(default="", repr=False)
    tags: tuple[str, ...] = field(default=(), repr=False)
    source: str = ""
    state: str = ""
    message: str = ""

    @property
    def is_account(self) -> bool:
        """Whether a template for a portfolio made it: that is where it came from and what was asked."""
        return bool(self.source) and self.source == self.question

    @property
    def words(self) -> str:
        """All that was written."""
        return f"{self.text}\n{self.scene}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One sealed entry. Everything but its local day stands inside the seal: it opens to a `Page`.

    `version` rises with each rewrite.
    """

    id: UUID
    person: PersonId
    day: date
    version: int = 1
    sealed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Words not yet kept as an entry, sealed: too long, or typed where no form was open."""

    id: UUID
    person: PersonId
    sealed: bytes = field(repr=False)
