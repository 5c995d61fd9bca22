"""A question of a learner to the instructor of their course: how it stands, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

QUESTION_MAX = 1_000
ANSWER_MAX = 3_000
"""Characters; a question, its answer and its wording for others fit one post."""


class State(StrEnum):
    """Where a question stands."""

    WAITING = "waiting"
    """Its writer has not chosen yet; nobody else reads it."""
    OPEN = "open"
    """It is with the instructor, and its clock runs."""
    ANSWERED = "answered"
    CLOSED = "closed"
    """Nobody answered it in all its time."""


class Public(StrEnum):
    """Whether other learners may read a question with its answer."""

    NO = "no"
    WISHED = "wished"
    """Its instructor asks for that, in a wording that its asker reads first."""
    YES = "yes"
    """Its asker said yes to that wording."""
    DECLINED = "declined"
    """Its asker said no, or took their yes back: nobody asks them again."""


class Word(StrEnum):
    """What its asker is told of a question, once each."""

    MOVED = "moved"
    """Days off let its answer come later than was said."""
    LATE = "late"
    ANSWERED = "answered"
    CORRECTED = "corrected"
    CLOSED = "closed"
    ENDED = "ended"
    """Its course ended while it waited."""
    WISHED = "wished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question. `member` asked it, as their `number`th; `due_at` is by when an answer was promised.

    `is_nudged`: its instructors heard that it waits; `is_late`: what was promised is over. `answered_by` is
    the member who answered. `wording` is the question as others read it, where that is wished or so. `word`
    is what its asker was told of last, or is to be.
    """

    id: UUID
    member: UUID
    number: int
    asked_at: datetime
    due_at: datetime
    text: str = field(repr=False)
    state: State = State.WAITING
    is_nudged: bool = False
    is_late: bool = False
    answer: str = field(default="", repr=False)
    answered_at: datetime | None = None
    answered_by: UUID | None = None
    public: Public = Public.NO
    wording: str = field(default="", repr=False)
    word: Word | None = None

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer to read."""
        return self.state is State.ANSWERED

    @property
    def is_private(self) -> bool:
        """Whether nobody else reads it, and nothing of that kind waits for its asker."""
        return self.public in {Public.NO, Public.DECLINED}

    @property
    def is_public(self) -> bool:
        """Whether every learner of the course may read it."""
        return self.is_answered and self.public is Public.YES

    def holds(self, words: str, *, for_others: bool) -> bool:
        """Whether each of these words stands in it, whatever its case; `for_others`: in what others read."""
        text = f"{self.wording if for_others else self.text}\n{self.answer}".casefold()
        return all(word in text for word in words.casefold().split())
