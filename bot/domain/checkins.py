"""Check-ins: one run of a flow of one prompt, with two marks before it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from bot.domain.people import PersonId

WINDOW = timedelta(hours=3)
"""How late a check-in may still be sent where people are always reachable; then it is let go."""


class RunState(StrEnum):
    """Where a run stands. An answered one stays open to a changed mind until the next slot."""

    OPEN = "open"
    ANSWERED = "answered"
    PASSED = "passed"
    """The person said "not today"."""
    LAPSED = "lapsed"
    """The next one came; no word is said about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One asking of somebody: what stands in the clear of it, and the sealed page with all the rest.

    `day` is the person's local day; the hour of an ask is not kept. `sealed` opens to an `Asking`, from the
    first writing on (bot/services/journal/runs.py), and `version` rises with each rewrite of it; None stands
    only in rows from before questions were sealed.
    """

    id: UUID
    person: PersonId
    day: date
    state: RunState = RunState.OPEN
    version: int = 0
    sealed: bytes | None = field(default=None, repr=False)

    @property
    def takes_answers(self) -> bool:
        """Whether a press on its card still counts."""
        return self.state is not RunState.LAPSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back to a question: names or a step that were chosen, or that it was passed or written to.

    `went_by`: nothing did, and a silence was spoken of.
    """

    chosen: tuple[str, ...] = field(default=(), repr=False)
    scale: int | None = field(default=None, repr=False)
    passed: bool = False
    written: bool = False
    went_by: bool = False

    @property
    def is_given(self) -> bool:
        """Whether there is any."""
        return self != _NO_ANSWER

    @property
    def is_skipped(self) -> bool:
        """Whether it was a "not today" and no words."""
        return self.passed and not self.written


_NO_ANSWER = Answer()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One prompt as it was asked, in this version and on this day; None has marks alone.

    `wording` tells an organisation's own words apart in which it was asked; empty in the library's.
    `after_on` is the day on which something was said or offered after its answer, if it was.
    """

    prompt: str | None = None
    version: int = 0
    wording: str = ""
    on: date
    answer: Answer = _NO_ANSWER
    after_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What a run asks and what came of it. It tells how a day was, and so all of it is sealed.

    `questions`: the check-in's own, and after it whatever was asked beside it, after a low mark or the
    person's own word. `rough_on` is the day on which they called it rough, `eased_on` the one on which
    something small was offered.
    """

    questions: tuple[Question, ...]
    rough_on: date | None = None
    eased_on: date | None = None

    @property
    def own(self) -> Question:
        """The question of the check-in itself."""
        return self.questions[0]

    @property
    def is_silent(self) -> bool:
        """Whether nothing was said in it, marks aside: no answer, and no word for the day."""
        return self.rough_on is None and not any(one.answer.is_given for one in self.questions)

    @property
    def bare(self) -> Asking:
        """What was asked, and nothing of what came of it."""
        return Asking(
            questions=tuple(replace(one, answer=_NO_ANSWER, after_on=None) for one in self.questions)
        )

    def at(self, place: int) -> Question | None:
        """Return the question at a place: 0 is the check-in's own."""
        return self.questions[place] if 0 <= place < len(self.questions) else None

    def answered(self, place: int, answer: Answer) -> Asking:
        """Return it with the answer to the question at a place, in place of the one before."""
        return self._with(place, replace(self.questions[place], answer=answer))

    def offered_after(self, place: int, on: date) -> Asking:
        """Return it with the day on which something was offered after the answer at a place."""
        return self._with(place, replace(self.questions[place], after_on=on))

    def _with(self, place: int, question: Question) -> Asking:
        return replace(self, questions=(*self.questions[:place], question, *self.questions[place + 1 :]))

    def beside(self, question: Question) -> Asking:
        """Return it with one question more beside the check-in's own."""
        return replace(self, questions=(*self.questions, question))


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The sealed marks of one run, whose `id` they have: which ones were given is nobody's business.

    `sealed` opens to JSON with a step for each mark that was given, `{"energy": 3}`.
    """

    id: UUID
    person: PersonId
    day: date
    version: int = 1
    sealed: bytes = field(repr=False)


def is_in_time(now: datetime, slot_at: datetime, next_at: datetime, *, waits: bool) -> bool:
    """Whether a check-in of `slot_at` may still be sent at `now`.

    Until the next slot where people come and go (a terminal), else for at most three hours: after an
    outage there is no pile-up and nothing arrives at an hour that nobody chose.
    """
    return now < (next_at if waits else min(next_at, slot_at + WINDOW))
