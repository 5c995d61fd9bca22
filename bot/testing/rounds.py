"""Rounds for tests: invented texts, and the hours that a test needs."""

from __future__ import annotations

from datetime import time, timedelta

from bot.domain.prompts import Option, Review, ReviewStatus
from bot.domain.round_hours import Hours
from bot.domain.rounds import UNSAID, Arriving, RoundTemplate


def invented_round(
    round_id: str = "working_day",
    *,
    hours: Hours | None = None,
    opens_on: int = 3,
    opens_at: time = time(12),
    sharing: timedelta = timedelta(hours=4),
    answering: int = 1,
    fewest: int = 4,
    most: int = 12,
) -> RoundTemplate:
    """A round with four ways to arrive."""
    return RoundTemplate(
        id=round_id,
        version=1,
        locale="en",
        title=f"An invented round, {round_id}",
        short_title="Invented round",
        about="Everybody arrives and shares, then there is a day to answer.",
        hours=hours or Hours(),
        opens_on=opens_on,
        opens_at=opens_at,
        sharing=sharing,
        answering=answering,
        fewest=fewest,
        most=most,
        rules=("Invented names only.", "Listen first. Advice only if somebody asks for it."),
        arrive=Arriving(
            ask="By which door did you come in?",
            options=tuple(
                Option(name=name, label=f"{name} door") for name in ("front", "back", "side", UNSAID)
            ),
            told="How we came in",
            few="Whoever came in: here is a chair.",
        ),
        share="One thing from the way here.",
        wishes=(
            Option(name="heard", label="only hear me"),
            Option(name="known", label="tell me if you know it too"),
            Option(name="idea", label="one idea please"),
        ),
        heard="I hear you",
        known="me too",
        answer="Answer",
        starters=("What I hear is", "I know something like it"),
        closing="One word for the way back.",
        review=Review(status=ReviewStatus.DRAFT),
    )


INVENTED_ROUNDS = (invented_round("shift_start", sharing=timedelta(hours=1)), invented_round())
"""What the fake catalogue holds, ordered by id."""
