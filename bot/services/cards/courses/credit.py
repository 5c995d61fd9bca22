"""What an organiser says on credit: hours, and words on the evidence that stand beside Reststop's own."""

from __future__ import annotations

from bot.domain.courses.cohort import Cohort
from bot.domain.courses.course import EVIDENCE_ONLY
from bot.services.cards.courses.creating import hours_field
from bot.surface.form import Form, TextField

WORDING = "wording"
"""The field for words on the evidence."""
WORDING_MAX = 500
PROMISES = (
    "These words promise more than minutes can show; what they are worth, a board decides. What a board has "
    "approved has its own place, under *Details*."
)


def form(ref: str, cohort: Cohort) -> Form:
    """Return the form for hours and words on the evidence, with what was entered."""
    credit = cohort.course.credit
    return Form(
        text_id="course.credit_form",
        ref=ref,
        name="course.credit",
        title="Credit and evidence",
        intro=f"“{EVIDENCE_ONLY}” always stands there too. Learners see what you enter.",
        fields=(
            hours_field(credit.hours),
            TextField(
                name=WORDING,
                label="On the evidence, in your words",
                hint="Like whom to give it to. It stands on each file but the table.",
                value="" if credit.wording == EVIDENCE_ONLY else credit.wording,
                required=False,
                long=True,
                limit=WORDING_MAX,
            ),
        ),
    )
