"""A look back over some days: the line that says it is here, what was kept, what is open, and one offer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from bot.domain.looks import WEEK
from bot.domain.prompts import Domain, Option
from bot.services.cards.days import day_phrase
from bot.services.cards.my_people import people_button
from bot.services.cards.plain import plain, press, row
from bot.services.cards.reading import Line
from bot.services.cards.welcome import help_button
from bot.services.desk import Mint
from bot.surface.card import Block, Button, Card, Choose, Fields, Reach, aside, own_words, say

_SUMMARY = "Looking back"
_NOTHING = "Nothing was kept in these days, and that is fine."
_TO_SOMEONE = "Would you like to take this to someone?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What was kept in some days up to today: the latest pages, of so many, and how many check-ins."""

    days: int
    since: date
    lines: Sequence[Line]
    pages: int
    checkins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What is open. `draft` is the one that waits, `flows` how many guided reflections were left open."""

    plans: int = 0
    flows: int = 0
    draft: UUID | None = None
    for_supervision: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lower:
    """A mark that was lower lately, by the name of its kind, and the sentence that says so."""

    name: str
    sentence: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Which ways lead on. `comes`: it comes by itself already."""

    comes: bool
    has_pages: bool
    has_then: bool


def letter(mint: Mint, days: int) -> Card:
    """Return the line that comes at the hour that was chosen. It may be seen by others, and says no more."""
    text = f"{_of(days)} here to look back on."
    return Card(
        text_id="week.letter",
        blocks=(
            say(text),
            row(
                press(mint, "week.open", "Look back", arg=str(days)),
                press(mint, "week.no", "Not this time"),
                help_button(mint),
            ),
        ),
        summary=text,
        reach=Reach.PERSONAL,
    )


def not_this_time() -> Card:
    """Return the answer to "Not this time"."""
    return plain("week.no", "Fine.")


def week(
    mint: Mint, kept: Kept, waiting: Waiting, today: date, *, offer: Sequence[Block], below: Sequence[Block]
) -> Card:
    """Return some days to their writer: what was kept, what is open, one `offer`, and ways on `below`."""
    return Card(
        text_id="week",
        title="Your week" if kept.days == WEEK else "Your last four weeks",
        blocks=(
            aside(f"From {day_phrase(kept.since, today)} to today."),
            *_kept(mint, kept, today),
            *_waiting(mint, waiting),
            *offer,
            *below,
        ),
        summary=_SUMMARY,
        reach=Reach.SEALED,
    )


def offer_someone(mint: Mint, lower: Lower) -> tuple[Block, ...]:
    """Return what marks that were lower say, and to whom that may be taken."""
    ways = (
        press(mint, "week.supervise", "For supervision", arg=lower.name),
        people_button(mint),
        help_button(mint),
    )
    return (say(lower.sentence), say(_TO_SOMEONE), row(*ways))


def offer_topic(mint: Mint, topic: Domain, sentence: str) -> tuple[Block, ...]:
    """Return what is said of a topic that is rarely met, and the way to a question on it."""
    button = Button(ref=mint("topic.open", arg=topic), name="topic.open", label="A question on it")
    return (say(sentence), row(button))


def offer_supervision(mint: Mint) -> tuple[Block, ...]:
    """Return the way to the pages that wait for supervision."""
    ask = "Would you like to go through what waits for supervision?"
    return (say(ask), row(_command(mint, "supervision", "The list")))


def offer_then(mint: Mint) -> tuple[Block, ...]:
    """Return that something was written in this month last year, and the way to it."""
    return (say("There are pages of yours from this month last year."), row(_then_button(mint)))


def ways(mint: Mint, known: Ways, *, days: int | None = None, is_offered: bool = False) -> tuple[Block, ...]:
    """Return the ways on from a look back. `days`: one over so many days is shown; None: the marks are.

    `is_offered`: the one offer leads to last year already.
    """
    buttons = [_other(mint, days)]
    if days is not None:
        marks = Button(ref=mint("command", arg="look+back"), name="week.marks", label="Marks and topics")
        buttons.append(marks)
    if known.has_then and not is_offered:
        buttons.append(_then_button(mint))
    if known.has_pages:
        buttons.append(press(mint, "then.any", "Another page"))
    when = press(mint, "week.when", "When it comes" if known.comes else "Let it come by itself")
    return (row(*buttons), row(when, *((help_button(mint),) if days is not None else ())))


def for_supervision() -> Card:
    """Return the answer to the one press."""
    text = "On your list for supervision: that sentence, and nothing more."
    return Card(text_id="week.supervised", blocks=(say(text),), summary="Noted.", reach=Reach.SEALED)


def changed_since() -> Card:
    """Return what is said to a press about marks that compare otherwise by now."""
    text = "That has changed since. `look back` shows it as it is."
    return Card(text_id="week.changed", blocks=(say(text),), summary=_SUMMARY, reach=Reach.SEALED)


def nothing_from_then() -> Card:
    """Return what is said where nothing was written in this month last year."""
    return _one_line("then.nothing", "Nothing from then.")


def _kept(mint: Mint, kept: Kept, today: date) -> tuple[Block, ...]:
    if not kept.pages and not kept.checkins:
        return (say(_NOTHING),)
    checkins = ("1 check-in" if kept.checkins == 1 else f"{kept.checkins} check-ins") if kept.checkins else ""
    counts = ", ".join(filter(None, (_pages(kept.pages), checkins)))
    blocks: list[Block] = [say(f"{counts[:1].upper()}{counts[1:]}.")]
    if not kept.lines:
        return tuple(blocks)
    blocks += [own_words(f"{_when(line, today)}: {line.context}") for line in kept.lines]
    if kept.pages > len(kept.lines):
        blocks.append(aside("Earlier ones: `journal`, then Older."))
    options = tuple(Option(name=line.id.hex, label=_when(line, today)) for line in kept.lines)
    ask = "Which one shall I open?"
    blocks.append(Choose(ref=mint("entry.open"), name="entry.open", ask=ask, options=options))
    return tuple(blocks)


def _waiting(mint: Mint, waiting: Waiting) -> tuple[Block, ...]:
    pairs: list[tuple[str, str]] = []
    buttons: list[Button] = []
    if waiting.plans:
        pairs.append(("Plans", f"{waiting.plans} open"))
        buttons.append(_command(mint, "plans", "Plans"))
    if waiting.flows:
        pairs.append(("A guided reflection", "begun, not finished"))
        buttons.append(_command(mint, "practise", "Go on"))
    if waiting.draft is not None:
        pairs.append(("A draft", "not kept yet"))
        buttons.append(press(mint, "draft.open", "Open the draft", waiting.draft))
    if waiting.for_supervision:
        pairs.append(("For supervision", f"{_pages(waiting.for_supervision)}, `supervision` lists them"))
    facts = (Fields(pairs=tuple(pairs)),) if pairs else ()
    return (*facts, row(*buttons)) if buttons else facts


def _other(mint: Mint, days: int | None) -> Button:
    """Return the way to the other span, or from the marks to the week."""
    if days is None:
        return press(mint, "week.open", "This week", arg=str(WEEK))
    label, other = ("Four weeks", 4 * WEEK) if days == WEEK else ("One week", WEEK)
    return press(mint, "week.open", label, arg=str(other))


def _then_button(mint: Mint) -> Button:
    return press(mint, "then.month", "Something from this month last year")


def _command(mint: Mint, word: str, label: str) -> Button:
    return Button(ref=mint("command", arg=word), name=f"week.{word}", label=label)


def _when(line: Line, today: date) -> str:
    return f"{day_phrase(line.day, today)}, {line.at:%H:%M}"


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count or 'no'} page{'s' if count else ''}"


def _of(days: int) -> str:
    return "Your week is" if days == WEEK else "Your last four weeks are"


def _one_line(text_id: str, text: str) -> Card:
    return Card(text_id=text_id, blocks=(say(text),), summary=text, reach=Reach.SEALED)
