"""Supervision: the list of what is to be taken there, the next day of it, and the line the day before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from bot.domain.journal import Page
from bot.domain.prompts import Option
from bot.domain.supervision import Meeting
from bot.services.cards import reading
from bot.services.cards.days import date_phrase
from bot.services.cards.plain import press, row
from bot.services.cards.takeout import where
from bot.services.cards.welcome import help_button
from bot.services.desk import Mint
from bot.surface.card import Block, Buttons, Card, Reach, aside, own_words, say
from bot.surface.form import ChoiceField, DateField, Form, TimeField

ON = "on"
AT = "at"
WEEKS = "weeks"
AGAIN = {
    "0": "Not by itself",
    "1": "Every week",
    "2": "Every two weeks",
    "3": "Every three weeks",
    "4": "Every four weeks",
    "6": "Every six weeks",
    "8": "Every eight weeks",
    "12": "Every twelve weeks",
}
"""How often it comes again, by the number of weeks."""
BAD_AT = "An hour looks like 14:00. It may be left empty."
BAD_WEEKS = "Please choose one of these."

_TITLE = "For supervision"
_SUMMARY = "For you to read."
_EMPTY = 'Nothing is on your list. Any page of yours has "For supervision" below it.'


def listed(mint: Mint, meeting: Meeting | None, some: reading.Listed | None, today: date) -> Card:
    """Return the list with the next day. `some` is None where no page is on it."""
    above, below = (
        (say(_next_line(meeting, today)),),
        _ways(mint, has_pages=some is not None, has_day=meeting is not None),
    )
    if some is None:
        return Card(
            text_id="supervision",
            title=_TITLE,
            blocks=(*above, say(_EMPTY), *below),
            summary=_SUMMARY,
            reach=Reach.SEALED,
        )
    return reading.listing(
        mint,
        some,
        today,
        text_id="supervision",
        title=_TITLE,
        order="in the order of writing",
        above=above,
        below=below,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some pages of the list in full, each with its day. `after`: the last of them, where others follow."""

    pages: Sequence[tuple[str, Page]] = field(repr=False)
    first: int
    total: int
    after: UUID | None


def in_full(mint: Mint, part: Part) -> Card:
    """Return a part of the list, to be copied by whoever wrote it."""
    last = part.first + len(part.pages) - 1
    blocks: list[Block] = [aside(f"{part.first} to {last} of {part.total:,}")] if part.total > 1 else []
    more = (press(mint, "supervision.take", "More", part.after),) if part.after else ()
    for day, page in part.pages:
        question = f" {page.question}" if page.question else ""
        blocks.append(aside(f"{day}.{question}"))
        blocks += [own_words(words) for words in (page.scene, page.text) if words]
    return Card(
        text_id="supervision.all",
        title=_TITLE,
        blocks=(
            *blocks,
            row(
                *more,
                press(mint, "supervision.file", "As a file"),
                press(mint, "supervision.open", "Back"),
            ),
        ),
        summary=_SUMMARY,
        reach=Reach.SEALED,
    )


def nothing_marked() -> Card:
    """Return what is said where no page is on the list."""
    return _sealed("supervision.none", _EMPTY)


def ask_file(mint: Mint) -> Card:
    """Return where a copy of a file stays, before there is one."""
    return Card(
        text_id="supervision.ask_file",
        title="Your list as a file",
        blocks=(
            say(where(hosted=True, is_one=True)),
            say("Outside of here it is not encrypted: whoever has it can read it."),
            say("To copy it from the screen leaves no message."),
            row(press(mint, "supervision.make", "Make the file"), press(mint, "supervision.left", "Not now")),
        ),
        summary="Your list as a file",
        reach=Reach.PERSONAL,
    )


def when_form(ref: str, meeting: Meeting | None) -> Form:
    """Return the form for the next day."""
    return Form(
        text_id="supervision.form",
        ref=ref,
        name="supervision",
        title="When is it?",
        intro="A line comes the day before, at the hour of your check-ins. It says nothing of your list.",
        fields=(
            DateField(
                name=ON,
                label="The next one",
                hint="Like 15 January, friday or 2027-01-15.",
                value=meeting.on.isoformat() if meeting else "",
            ),
            TimeField(
                name=AT,
                label="At what hour, if you like",
                hint="Like 14:00",
                value=f"{meeting.at:%H:%M}" if meeting and meeting.at else "",
                required=False,
            ),
            ChoiceField(
                name=WEEKS,
                label="Does it come again?",
                options=tuple(Option(name=name, label=label) for name, label in AGAIN.items()),
                value=str(meeting.every_weeks) if meeting else "0",
            ),
        ),
    )


def kept(meeting: Meeting, today: date, *, is_told: bool, is_paused: bool) -> Card:
    """Return the answer to a day. `is_told`: a line comes before one of them, or would but for a pause."""
    line = "I'll write a line the day before." if is_told else "That is too near for a line the day before."
    if is_paused and is_told:
        line = "All is paused, so a line the day before comes only after `resume`."
    return _sealed("supervision.kept", f"{_phrase(meeting, today)}, then. {line}")


def no_day() -> Card:
    """Return the answer to no next day."""
    return _sealed("supervision.no_day", "Fine. No line comes.")


def notice(mint: Mint, *, is_today: bool) -> Card:
    """Return the line the day before, or late on the day. Others may see it: nothing of the list is on it."""
    text = (
        f"{'Today' if is_today else 'Tomorrow'} is the day that you set aside. What you kept for it is here."
    )
    return Card(
        text_id="supervision.notice",
        blocks=(
            say(text),
            row(
                press(mint, "supervision.open", "Open"),
                press(mint, "supervision.when", "Another day"),
                help_button(mint),
            ),
        ),
        summary=text,
        reach=Reach.PERSONAL,
    )


def cleared() -> Card:
    """Return the answer to taking all pages off the list."""
    return _sealed("supervision.cleared", "Your list is empty now. The pages themselves stay.")


def changed() -> Card:
    """Return what is said where the list is another by now: nothing comes off that was not meant."""
    return _sealed("supervision.changed", "Your list has changed since, so nothing came off it.")


def left() -> Card:
    """Return the answer to leaving everything as it is."""
    return _sealed("supervision.left", "Fine. It stays as it is.")


def _ways(mint: Mint, *, has_pages: bool, has_day: bool) -> tuple[Buttons, ...]:
    take = (press(mint, "supervision.take", "Take it along"),) if has_pages else ()
    no_day = (press(mint, "supervision.forget", "Forget the day"),) if has_day else ()
    when = press(mint, "supervision.when", "Another day" if has_day else "When is it?")
    return (
        row(*take, when, *no_day),
        row(press(mint, "session.add", "It took place"), press(mint, "session.log", "My log")),
    )


def _next_line(meeting: Meeting | None, today: date) -> str:
    return f"Next: {_phrase(meeting, today)}." if meeting else "No day is set for the next one."


def _phrase(meeting: Meeting, today: date) -> str:
    again = f", {AGAIN[str(meeting.every_weeks)].lower()}" if meeting.every_weeks else ""
    at = f" at {meeting.at:%H:%M}" if meeting.at else ""
    return f"{date_phrase(meeting.on, today)}{at}{again}"


def _sealed(text_id: str, text: str) -> Card:
    return Card(text_id=text_id, blocks=(say(text),), summary=_SUMMARY, reach=Reach.SEALED)
