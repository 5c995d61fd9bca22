"""The units of a course on a card: where somebody is in them, and one with its items, its test, its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import assert_never
from uuid import UUID

from bot.domain.courses.course import Course
from bot.domain.courses.learners import Learner
from bot.domain.courses.materials import Item, Kind
from bot.domain.courses.post_tests import Door, Standing
from bot.domain.courses.progress import Progress, UnitProgress
from bot.domain.courses.took import Took, in_words
from bot.domain.prompts import Option
from bot.domain.zones import zone_of
from bot.services.cards.courses.dates import at_phrase, on_day
from bot.services.cards.courses.materials import in_rows, is_link
from bot.services.cards.courses.schedule import lasts, length
from bot.services.cards.plain import plain, press, row
from bot.services.cards.welcome import help_button
from bot.services.desk import Mint
from bot.surface.card import (
    LABEL_MAX,
    OPTIONS_MAX,
    Block,
    Button,
    Card,
    Choose,
    LinkButton,
    Reach,
    aside,
    say,
    shared_words,
)
from bot.surface.text import shown

KINDS = {Kind.READING: "Reading", Kind.WEBINAR: "Webinar", Kind.VIDEO: "Video", Kind.HANDOUT: "Handout"}
"""How each kind is called."""
_DONE, _OPEN = "■", "□"
_NO_CLOCK = "Units can be done in any order. No clock runs."
_SUMMARY = "A unit of your course"
_WORDED = frozenset({Door.COOLING, Door.SPENT, Door.PASSED})
"""How a test stands that says how it went."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenUnit:
    """A unit at a moment, for one learner. `zone` is theirs; `following` is the unit to go on with after it.

    `takes_steps`: something can be ticked or tested now. `is_last`: nothing is left but this, or nothing at
    all.
    """

    course_id: UUID
    course: Course = field(repr=False)
    progress: Progress = field(repr=False)
    found: UnitProgress = field(repr=False)
    learner: Learner = field(repr=False)
    test: Standing
    zone: str
    now: datetime
    takes_steps: bool = True

    @property
    def listed(self) -> Sequence[tuple[str, Item]]:
        """What is in it, each named as its tick is."""
        unit = self.found.unit
        return [(f"{unit.n}.{at}", item) for at, item in enumerate(unit.items) if not item.is_withdrawn]

    @property
    def ticked(self) -> str:
        """What is ticked of it by place, as the card has it: a press means the other."""
        names = (f"{self.found.unit.n}.{at}" for at in range(len(self.found.unit.items)))
        return "".join("1" if name in self.learner.ticks else "0" for name in names)


def overview(course: Course, progress: Progress, *, goes_on: bool) -> tuple[Block, ...]:
    """Return where somebody is in a course: in words first, then the same as a bar, then each unit."""
    done, total = progress.finished_count, len(progress.units)
    all_of = (
        f"All {total} units are finished." if progress.is_complete else f"{done} of {total} units finished."
    )
    listed = "\n".join(f"- {_line(each)}" for each in progress.units)
    return (
        say(all_of),
        aside(f"{_DONE * done}{_OPEN * (total - done)}"),
        say(listed),
        aside(f"As its author reckons: {lasts(course)}.{f' {_NO_CLOCK}' if goes_on else ''}"),
    )


def ways(mint: Mint, course_id: UUID, progress: Progress, *, goes_on: bool) -> tuple[Button, ...]:
    """Return a press for each unit, the one to go on with first, while the course `goes_on`."""
    current = progress.current if goes_on else None
    first = () if current is None else (_open(mint, course_id, current, _go_on(progress)),)
    rest = (each for each in progress.units if each != current)
    return (*first, *(_open(mint, course_id, each, "Unit") for each in rest))


def unit(mint: Mint, seen: SeenUnit) -> Card:
    """Return a unit to who learns in it."""
    found = seen.found
    reach = Reach.SEALED if seen.test.door in _WORDED and found.unit.asked else Reach.PERSONAL
    head = f"{length(found.unit.minutes)}, as its author reckons." if found.unit.minutes else ""
    return Card(
        text_id="unit.shown",
        title=f"Unit {found.unit.n}: {shown(found.unit.title)}",
        blocks=(
            *((aside(head),) if head else ()),
            *_items(mint, seen),
            *(_test(mint, seen) if seen.takes_steps else ()),
            *_end(mint, seen),
            row(press(mint, "learn.stay", "The course", seen.course_id)),
        ),
        summary=_SUMMARY,
        reach=reach,
    )


def _items(mint: Mint, seen: SeenUnit) -> tuple[Block, ...]:
    ticks, listed = seen.learner.ticks, seen.listed
    if not listed:
        return (say("There is nothing in this unit to read or to watch."),)
    links = [
        LinkButton(
            name=f"item.{name}", label=f"{KINDS[item.kind]}: {shown(item.title)}"[:LABEL_MAX], url=item.link
        )
        for name, item in listed
        if is_link(item.link)
    ]
    options = tuple(
        Option(
            name=name,
            label=f"{'Untick' if name in ticks else 'Tick'}: {KINDS[item.kind]}, {shown(item.title)}"[
                :LABEL_MAX
            ],
        )
        for name, item in listed[:OPTIONS_MAX]
    )
    tick = Choose(
        ref=mint("unit.tick", seen.course_id, seen.ticked),
        name="unit.tick",
        ask="Done with one? A tick is for you; your trainers see it, too.",
        options=options,
    )
    return (
        say("\n".join(f"- {_said(item, is_ticked=name in ticks)}" for name, item in listed)),
        *in_rows(links),
        *(shared_words(item.link) for _, item in listed if item.link and not is_link(item.link)),
        *((tick,) if seen.takes_steps else ()),
    )


def _test(mint: Mint, seen: SeenUnit) -> tuple[Block, ...]:
    unit = seen.found.unit
    if not unit.asked:
        return ()
    line, label = _test_stands(seen)
    if not label:
        return (say(line),)
    way = row(press(mint, "test.open", label, seen.course_id, arg=str(unit.n)))
    return (say(line), way) if line else (way,)


def _test_stands(seen: SeenUnit) -> tuple[str, str]:
    """Return what is said of a test, and the label of the press that leads there."""
    match seen.test.door:
        case Door.LOCKED:
            what = "this is" if len(seen.found.open_items) == 1 else "these are"
            return f"Its test opens once {what} ticked: {_still_open(seen)}.", ""
        case Door.OPEN:
            return "Its test is open.", "The test"
        case Door.GOING_ON:
            return "Its test waits where you left it.", "Go on with the test"
        case Door.COOLING:
            at = seen.test.opens_at or seen.now
            return (
                f"Its test can be taken again from {at_phrase(at, seen.zone, seen.now)} your time.",
                "The test",
            )
        case Door.SPENT:
            return "Its test has no attempt left. Your trainer can give one more.", "The test"
        case Door.PASSED:
            return "Its test is passed." if not seen.found.is_finished else "", "The test"
        case _:
            assert_never(seen.test.door)


def _still_open(seen: SeenUnit) -> str:
    items = dict(seen.listed)
    return "; ".join(
        f"{KINDS[items[each].kind]}, {shown(items[each].title)}" for each in seen.found.open_items
    )


def _end(mint: Mint, seen: SeenUnit) -> tuple[Block, ...]:
    """Return, of a finished unit, when that was, how long it took them, and what follows."""
    found, today = seen.found, seen.now.astimezone(zone_of(seen.zone)).date()
    if found.finished_at is None:
        return ()
    day = on_day(found.finished_at.astimezone(zone_of(seen.zone)).date(), today)
    blocks: list[Block] = [say(f"You finished this unit {day}.")]
    said = seen.learner.took.get(found.unit.n)
    if said is None and seen.takes_steps:
        blocks.append(how_long(mint, seen.course_id, found))
    elif said is not None and (words := in_words(said, found.unit.minutes)):
        blocks.append(aside(f"How long it took you, as you say: {words}."))
    ways: list[Button] = []
    if said is not None and seen.takes_steps:
        ways.append(
            press(mint, "unit.took.ask", "Say how long it took", seen.course_id, arg=str(found.unit.n))
        )
    following = seen.progress.current
    if following is not None and seen.takes_steps:
        ways.insert(0, _open(mint, seen.course_id, following, "Go on with unit"))
    if following is None:
        blocks.append(say("That was all of the course. `course` has your record to take along."))
    return (*blocks, *((row(*ways),) if ways else ()))


def how_long(mint: Mint, course_id: UUID, found: UnitProgress) -> Choose:
    """Return the question how long a unit took, for whoever likes to say."""
    labels = {
        Took.UNDER_HALF: "Under half of that",
        Took.ABOUT: "About that",
        Took.LONGER: "Longer",
        Took.UNSAID: "Rather not say",
    }
    return Choose(
        ref=mint("unit.took", course_id, str(found.unit.n)),
        name="unit.took",
        ask=(
            f"If you like to say: how long did it take you? It is meant for {length(found.unit.minutes)}. "
            "Your trainers do not see it; it stands on your own record only if you wish."
        ),
        options=tuple(Option(name=each.value, label=label) for each, label in labels.items()),
    )


def ask_how_long(mint: Mint, course_id: UUID, found: UnitProgress) -> Card:
    """Return that question by itself: what was said before can be said otherwise."""
    return Card(
        text_id="unit.how_long",
        title=f"Unit {found.unit.n}: {shown(found.unit.title)}",
        blocks=(how_long(mint, course_id, found),),
        summary=_SUMMARY,
        reach=Reach.PERSONAL,
    )


def nudge(mint: Mint, course_id: UUID, course: Course, *, is_last: bool) -> Card:
    """Return the word to who was idle for some days. `is_last`: silence follows until they go on."""
    rest = " I will not bring it up again until you go on." if is_last else ""
    return Card(
        text_id="unit.nudge",
        title=shown(course.short_title),
        blocks=(
            say(f"Your place in this course is kept, for whenever it suits you.{rest}"),
            row(
                press(mint, "learn.open", "Go on", course_id),
                press(mint, "nudge.stop", "No more reminders", course_id),
                help_button(mint),
            ),
        ),
        summary="A word about your course.",
        reach=Reach.PERSONAL,
    )


def no_more(mint: Mint, course_id: UUID) -> Card:
    """Return that no reminder comes any more."""
    return Card(
        text_id="unit.no_nudges",
        blocks=(
            say("No more reminders of this course. `course continue` goes on with it at any time."),
            row(press(mint, "nudge.again", "Remind me after all", course_id)),
        ),
        summary="No more reminders.",
        reach=Reach.PERSONAL,
    )


def reminds(course: Course) -> Card:
    """Return that reminders come again."""
    days = " and ".join(str(each) for each in course.nudges)
    return plain("unit.nudges", f"After {days} days without a step I will say so once, and then no more.")


def none_such() -> Card:
    """Return that a unit is in the course no more."""
    return plain(
        "unit.none", "That unit is not in the course any more. `course continue` has those that are."
    )


def not_begun(line: str) -> Card:
    """Return that units are not open yet; `line` says when they are."""
    return plain("unit.not_begun", line)


def _line(each: UnitProgress) -> str:
    state = ", finished" if each.is_finished else ""
    minutes = f", {length(each.unit.minutes)}" if each.unit.minutes else ""
    return f"Unit {each.unit.n}: {shown(each.unit.title)}{minutes}{state}"


def _go_on(progress: Progress) -> str:
    return "Go on with unit" if progress.finished_count else "Begin with unit"


def _open(mint: Mint, course_id: UUID, each: UnitProgress, what: str) -> Button:
    n = each.unit.n
    return Button(ref=mint("unit.open", course_id, str(n)), name=f"unit.open.{n}", label=f"{what} {n}")


def _said(item: Item, *, is_ticked: bool) -> str:
    need = "required" if item.required else "optional"
    return f"{KINDS[item.kind]}: {shown(item.title)} ({need}{', ticked' if is_ticked else ''})"
