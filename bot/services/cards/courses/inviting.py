"""The ways into a course: its code, the button in a channel, and the code for another trainer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from bot.domain.courses.cohort import Cohort
from bot.services.cards.days import date_phrase
from bot.services.cards.plain import plain, press, row
from bot.services.cards.platforms import platform
from bot.services.codes import written
from bot.services.desk import Mint
from bot.surface.card import Block, Card, Reach, aside, say
from bot.surface.text import shown

JOIN = "learn.join"
"""Where the button in a channel leads: the card with which a learner joins."""
NOT_HERE = (
    "Courses are offered in other channels here, or by admins alone. Whoever looks after Reststop set it so."
)
ONLY_ONE = "You are the only trainer of this course. Bring another in first, or end the course."


def invite(mint: Mint, course: UUID, details: Mapping[str, object]) -> Card:
    """Return the card in a channel: what there is and when, and the way in. Up to 60 words."""
    title, begins = shown(str(details["title"])), shown(str(details["begins"]))
    is_open = bool(details["is_open"])
    way: tuple[Block, ...] = (
        (
            aside("The button shows what it is, and who sees what, before anything begins."),
            row(press(mint, JOIN, "Have a look", course)),
        )
        if is_open
        else (aside("Nobody new can join now."),)
    )
    return Card(
        text_id="course.invite",
        blocks=(say(f"There is a course: “{title}”. {begins}"), *way),
        summary="There is a course.",
        reach=Reach.OPEN,
    )


def published(
    mint: Mint, course: UUID, cohort: Cohort, typed: str, *, channel: str, hosted: bool, today: date
) -> Card:
    """Return that a course can be joined, and how; `typed` is what joins where the trainer is."""
    if cohort.course.units:
        later = cohort.first_day is not None and cohort.first_day > today
        begins = f"from {date_phrase(cohort.first_day, today)} on" if cohort.first_day and later else "now"
        sends = f"Each learner can begin {begins}, and goes in their own time. There is nothing to launch."
    else:
        sends = "Nothing is sent before you launch it, and nobody is written to who has not joined."
    launch = () if cohort.course.units else (press(mint, "course.launch", "Launch", course),)
    button = " In a channel, `/reststop course invite` puts a button there." if hosted else ""
    here = (press(mint, "course.invite", "A join button here", course, arg=channel),) if channel else ()
    return Card(
        text_id="course.published",
        title="Published",
        blocks=(
            say(f"“{shown(cohort.course.title)}” can be joined. Its code is {written(cohort.code)}."),
            say(f"Learners type `{typed}`.{button}"),
            aside(sends),
            row(
                *launch,
                *here,
                press(mint, "course.open", "See the course", course),
            ),
        ),
        summary="Your course is published.",
        reach=Reach.PERSONAL,
    )


def on_its_way(surface: str) -> Card:
    """Return that the button is on its way to the channel."""
    return plain("course.invited", f"A join button is on its way to this channel in {platform(surface)}.")


def nowhere() -> Card:
    """Return how a button comes to a channel."""
    return plain(
        "course.no_channel", "Please type `/reststop course invite` in the channel where it is to be."
    )


def no_channels() -> Card:
    """Return what is said where there are no channels."""
    return plain("course.terminal", "A terminal has no channels. Learners join with the code.")


def not_here() -> Card:
    """Return that an organisation wishes for no course in a channel."""
    return plain("course.not_here", NOT_HERE)


def not_open() -> Card:
    """Return that nobody can join a course as it stands."""
    return plain("course.not_open", "Nobody can join this course now, so there is no button for it.")


def trainer_code(mint: Mint, course: UUID, code: str, typed: str) -> Card:
    """Return a code for one more trainer, to hand on. It stands in no message that stays."""
    return Card(
        text_id="course.trainer_code",
        title="Another trainer",
        blocks=(
            say(f"A code to hand on: {written(code)}"),
            say(f"They type `{typed}` within 24 hours. It holds once."),
            aside(
                "Only who is an admin or a trainer here may take it. They see what you see, and may do what "
                "you may do."
            ),
            row(
                press(mint, "course.trainer.leave", "Stop being its trainer", course),
                press(mint, "course.open", "Back to the course", course),
            ),
        ),
        summary="A code for another trainer",
        reach=Reach.SEALED,
    )


def needs_role() -> Card:
    """Return what is said to who brings the code and holds no role for it."""
    return plain(
        "course.needs_role",
        "This course is run by admins and trainers of the place where it was begun, and I see no such role "
        "of yours here. In a direct message I may not be told of it: say it there. The code still holds.",
    )


def no_code() -> Card:
    """Return that a code is for nothing, or over."""
    return plain("course.no_trainer_code", "That code is not for a course here, or it is over.")


def tried_often() -> Card:
    """Return that somebody brought too many codes that are none."""
    return plain("course.tried_often", "Several codes were wrong. Please wait ten minutes before the next.")


def which_code() -> Card:
    """Return how the code for a trainer is brought."""
    return plain("course.which_code", "With a code from a trainer of the course: `course trainer CODE`.")


def not_trainer_now(*, is_learner: bool) -> Card:
    """Return that somebody runs a course no more."""
    more = " You are still a learner in it." if is_learner else ""
    return plain("course.left_running", f"You are its trainer no more.{more}")


def only_one() -> Card:
    """Return that a course needs one trainer."""
    return plain("course.only_trainer", ONLY_ONE)
