"""What a learner wrote in a course, for them alone; and one page of it that they show their trainers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from bot.domain.prompts import Option
from bot.services.cards.days import date_phrase
from bot.services.cards.plain import plain, press, row
from bot.services.cards.reading import Listed, listing
from bot.services.desk import Mint
from bot.surface.card import (
    LABEL_MAX,
    OPTIONS_MAX,
    Block,
    Buttons,
    Card,
    Choose,
    Reach,
    aside,
    own_words,
    say,
    shared_words,
)
from bot.surface.text import shown

AT_ONCE = 5
"""Pages that a trainer reads on one card."""
_TAKING_BACK = (
    "You can take it back any day, and it is gone with their next look. By then they may have read it."
)
_NO_QUESTION = "A page of yours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A page of a learner's by what was asked. `is_shown`: its trainers may read it now."""

    entry: UUID
    question: str = field(repr=False)
    is_shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Readable:
    """A page that is shown, as a trainer reads it: by whom, since when, under which question."""

    called: str = field(repr=False)
    on: date
    question: str = field(repr=False)
    text: str = field(repr=False)


def back(mint: Mint, course: UUID, listed: Listed, today: date) -> Card:
    """Return what a learner wrote in a course, and the way to show one page of it."""
    show = press(mint, "learn.show.which", "Show my trainers a page", course)
    return listing(
        mint,
        listed,
        today,
        text_id="learn.back",
        title="What I wrote in this course",
        order="in the order of writing",
        below=(row(show),),
    )


def nothing_written() -> Card:
    """Return that nothing of a course is in somebody's journal."""
    return plain("learn.back.none", "Nothing of this course is in your journal yet.")


def which(mint: Mint, course: UUID, pages: Sequence[Titled], who: str) -> Card:
    """Return the pages of which one can be shown, or taken back."""
    hidden = [each for each in pages if not each.is_shown][:OPTIONS_MAX]
    out = [each for each in pages if each.is_shown][:OPTIONS_MAX]
    blocks: list[Block] = [
        say(f"{shown(who)} can read one page of yours, if you show it. You see first what they would read.")
    ]
    if hidden:
        blocks.append(_choose(mint, "learn.show", course, "Which one shall I show you first?", hidden))
    if out:
        blocks.append(_choose(mint, "learn.unshow", course, "Or take one back:", out))
    return Card(
        text_id="learn.show.which",
        title="Show my trainers a page",
        blocks=tuple(blocks),
        summary="Show my trainers a page",
        reach=Reach.SEALED,
    )


def _choose(mint: Mint, name: str, course: UUID, ask: str, pages: Sequence[Titled]) -> Choose:
    options = tuple(Option(name=each.entry.hex, label=_label(each)) for each in pages)
    return Choose(ref=mint(name, course), name=name, ask=ask, options=options)


def _label(page: Titled) -> str:
    """Return what was asked, as much of it as fits a label."""
    label = shown(page.question).strip() or _NO_QUESTION
    return label if len(label) <= LABEL_MAX else f"{label[: LABEL_MAX - 1].rsplit(maxsplit=1)[0]}\u2026"


def above(who: str, question: str) -> tuple[Block, ...]:
    """Return what stands above a page before it is shown: who would read it, and what was asked."""
    asked = (aside(shown(question)),) if question else ()
    return (say(f"{shown(who)} would read exactly this, with your name:"), *asked)


def preview(mint: Mint, entry: UUID, version: str, text: str, blocks: Sequence[Block]) -> Card:
    """Return a page as its readers would have it, and one choice. `blocks` stand above."""
    ways = row(
        press(mint, "learn.show.as_it_is", "Show them this", entry, arg=version),
        press(mint, "learn.show.drop", "Not now", entry),
    )
    return Card(
        text_id="learn.show",
        blocks=(*blocks, own_words(text), aside(_TAKING_BACK), ways),
        summary="For you to read.",
        reach=Reach.SEALED,
    )


def is_shown(mint: Mint, entry: UUID, who: str) -> Card:
    """Return that a page is shown, and the way back."""
    return _about_page(
        "learn.show.done",
        f"{shown(who)} can read it now. {_TAKING_BACK}",
        row(press(mint, "learn.unshow", "Take it back", entry)),
    )


def taken_back() -> Card:
    """Return that a page is shown no more."""
    return _about_page("learn.unshown", "Taken back. It is in your journal, for you alone.")


def not_shown() -> Card:
    """Return the answer to "Not now"."""
    return _about_page("learn.show.no", "Fine. Nothing was shown.")


def no_page() -> Card:
    """Return what is said of a page that is no page of a course, or is none any more."""
    return _about_page(
        "learn.show.gone", "That page is no longer here, or the course is over. Nothing is shown."
    )


def _about_page(text_id: str, text: str, *ways: Buttons) -> Card:
    return Card(text_id=text_id, blocks=(say(text), *ways), summary="Noted.", reach=Reach.SEALED)


WORD = "A learner shows you a page. It is there as long as they leave it there."
"""What trainers hear: of whom, and of what, stands where they read it."""


def to_trainer(mint: Mint, course: UUID, pages: Sequence[Readable], begins: int, today: date) -> Card:
    """Return what learners show, a few at once, for a trainer alone. It is drawn anew each time."""
    blocks: list[Block] = []
    for each in pages[begins : begins + AT_ONCE]:
        blocks.append(say(f"{shown(each.called) or 'A learner'}, {date_phrase(each.on, today)}"))
        blocks += [aside(shown(each.question))] if each.question else []
        blocks.append(shared_words(each.text))
    if begins + AT_ONCE < len(pages):
        blocks.append(row(press(mint, "learn.shared", "Further pages", course, arg=str(begins + AT_ONCE))))
    return Card(
        text_id="learn.shared",
        title="What learners show you",
        blocks=(*blocks, aside("They may take it back at any time. Please do not copy it.")),
        summary="What learners show you",
        reach=Reach.SEALED,
    )


def nothing_shown() -> Card:
    """Return that nobody shows anything now."""
    return plain("learn.shared.none", "Nothing is shown to you now.")
