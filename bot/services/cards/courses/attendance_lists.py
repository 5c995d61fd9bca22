"""Lists of attendance: the form for one, what is found in it, and whose a name is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from bot.domain.courses.attendance_files import CHARACTERS_MAX, Broken
from bot.domain.courses.course import Session
from bot.domain.courses.matching import Matched, likeliest
from bot.domain.prompts import Option
from bot.services.cards.courses.attendance import CHOSEN_FROM, minutes, named
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import LABEL_MAX, Block, Button, Card, Choose, Reach, aside, say, shared_words
from bot.surface.form import Form, TextField
from bot.surface.text import shown

PARTS = ("list", "list_2", "list_3")
"""The fields of the form: a long list goes into several."""
ZONE = "zone"
NOBODY = "nobody"
EMPTY = "Nothing is pasted yet."
_PART_HOLDS = 4_000
_NAMES_SHOWN = 30
ROWS_SHOWN = 10
_INTRO = (
    f"Paste the attendance report of Zoom or Teams, with its line of headings, up to {CHARACTERS_MAX:,} "
    "characters. A longer one is for whoever runs this server: reststop course attendance FILE. Addresses "
    "in it are not kept."
)
_SUMMARY = "A list of attendance"


def form(ref: str, zone: str) -> Form:
    """Return the form for a list."""
    first, second, third = PARTS
    return Form(
        text_id="attend.list_form",
        ref=ref,
        name="attend.bring",
        title="Bring in a list",
        intro=_INTRO,
        fields=(
            TextField(name=first, label="The list", long=True, limit=_PART_HOLDS),
            TextField(name=second, label="More of it", long=True, required=False, limit=_PART_HOLDS),
            TextField(name=third, label="And the rest", long=True, required=False, limit=_PART_HOLDS),
            TextField(
                name=ZONE,
                label="The zone of its times",
                hint="Lists name none. It is that of whoever made it.",
                value=zone,
            ),
        ),
        submit="Read it",
    )


def found(mint: Mint, cohort: UUID, session: Session, people: Mapping[UUID, str], matched: Matched) -> Card:
    """Return what a list says of whom, before anything is noted."""
    n = str(session.n)
    there = {who: count for who, count in matched.minutes().items() if who in people}
    take = (press(mint, "attend.take", "Take these minutes", cohort, arg=n),) if there else ()
    names = (press(mint, "attend.whose", "Names in doubt", cohort, arg=_at(matched, 0)),)
    return Card(
        text_id="attend.found",
        title=f"{named(session)}: a list",
        blocks=(
            *_found(session, people, there, matched),
            row(
                *take,
                *(names if matched.left else ()),
                press(mint, "attend.drop", "Not now", cohort, arg=n),
            ),
        ),
        summary=_SUMMARY,
        reach=Reach.SEALED,
    )


def whose(mint: Mint, cohort: UUID, place: int, people: Mapping[UUID, str], matched: Matched) -> Card:
    """Return one name that is in doubt, and the learners whose it may be, the likeliest first."""
    name, count = matched.minutes_left()[place]
    some = likeliest(name, people)[:CHOSEN_FROM]
    options = (
        *(Option(name=who.hex, label=people[who][:LABEL_MAX]) for who in some),
        Option(name=NOBODY, label="nobody in this course"),
    )
    at = _at(matched, place)
    ways: list[Button] = []
    if place + 1 < len(matched.left):
        ways.append(press(mint, "attend.whose", "Another name", cohort, arg=_at(matched, place + 1)))
    ways.append(press(mint, "attend.found", "Back to the list", cohort, arg=str(matched.session)))
    rest = len(people) - len(some)
    return Card(
        text_id="attend.whose",
        title="A name in doubt",
        blocks=(
            shared_words(f"{_clean(name)}: {minutes(count)}"),
            Choose(
                ref=mint("attend.choose", cohort, at),
                name="attend.choose",
                ask="Which learner is it?",
                options=options,
            ),
            *((aside(f"{rest} others can be confirmed by hand."),) if rest > 0 else ()),
            row(*ways),
        ),
        summary=_SUMMARY,
        reach=Reach.SEALED,
    )


def not_now() -> Card:
    """Return the answer to "Not now"."""
    return plain("attend.not_now", "Fine. Nothing of that list is kept.")


def gone() -> Card:
    """Return what is said where a list waits no more: it is kept in memory alone, and not for long."""
    return plain("attend.list_gone", "That list is not at hand any more. Please bring it in again.")


def broken_said(broken: Sequence[Broken], most: int = ROWS_SHOWN) -> Sequence[str]:
    """Return which rows could not be read, a line each, up to so many; none of them is quoted."""
    said = [f"Row {number}: {why}." for number, why in broken[:most]]
    more = len(broken) - len(said)
    return [*said, f"And {more} more."] if more > 0 else said


def _found(
    session: Session, people: Mapping[UUID, str], there: Mapping[UUID, int], matched: Matched
) -> Iterator[Block]:
    if there:
        yield say(f"On it: {_counted(len(there))}. Nothing is noted yet.")
        yield shared_words(
            "\n".join(_some([f"{people[who]}: {minutes(there[who])}" for who in people if who in there]))
        )
        if not any(there.values()):
            yield say(f"None of its times lie in {named(session)}. They may be in another zone.")
    else:
        yield say("None of its names is known here for sure.")
    if matched.left:
        yield say("Names that are in doubt, or nobody's in this course. They are not kept:")
        yield shared_words(
            "\n".join(_some([f"{_clean(name)}: {minutes(count)}" for name, count in matched.minutes_left()]))
        )
    missing = [name for who, name in people.items() if who not in there]
    if missing and there:
        yield say("Not on it:")
        yield shared_words("\n".join(_some(missing)))
    if matched.broken:
        yield say("Rows that could not be read, and count as nothing:")
        yield aside("\n".join(broken_said(matched.broken)))
    yield aside("Where you confirmed something by hand, that stays.")


def _some(lines: Sequence[str]) -> Sequence[str]:
    more = len(lines) - _NAMES_SHOWN
    return [*lines[:_NAMES_SHOWN], f"and {more} more"] if more > 0 else lines


def _counted(count: int) -> str:
    return "one learner" if count == 1 else f"{count} learners"


def _clean(name: str) -> str:
    return " ".join(shown(name).split())


def _at(matched: Matched, place: int) -> str:
    """Return which name is meant, so that a press on a card of before is known as one."""
    return f"{matched.session}.{place}.{len(matched.left)}"
