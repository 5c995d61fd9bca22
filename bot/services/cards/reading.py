"""Reading back: one page, what a search found, tags. For their writer alone, where no message remains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from bot.domain.journal import SUPERVISION, TAG_MAX, TAGS_MAX, Page
from bot.domain.prompts import Option
from bot.services.cards.days import day_phrase
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import LABEL_MAX, Button, Buttons, Card, Choose, Paragraph, Reach, aside, own_words, say
from bot.surface.form import Form, TextField
from bot.surface.text import shown

WORDS = "words"
TAGS = "tags"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One page with what stands before and after it; `scene_goes` is the day of its scene's end.

    `is_chosen`: whether it is one for a portfolio; None where that cannot be told.
    """

    id: UUID
    day: date
    page: Page
    scene_goes: date | None
    older: UUID | None
    newer: UUID | None
    is_chosen: bool | None


def entry(mint: Mint, seen: Seen, today: date) -> Card:
    """Return a page to its writer. Own words: it may only be read, never posted."""
    page = seen.page
    blocks: list[Paragraph] = [aside(page.question)] if page.question else []
    if page.text:
        blocks.append(own_words(page.text))
    if page.scene:
        goes = f", goes: {day_phrase(seen.scene_goes, today)}" if seen.scene_goes else ""
        blocks += [aside(f"Scene{goes}"), own_words(page.scene)]
    if page.tags:
        blocks += [aside("Tags"), own_words(", ".join(page.tags))]
    is_last = seen.newer is None
    return Card(
        text_id="journal.last" if is_last else "journal.entry",
        title=day_phrase(seen.day, today),
        blocks=(*(blocks or [say("Nothing stands on this page.")]), *_buttons(mint, seen)),
        summary="Your last entry." if is_last else "One of your entries.",
        reach=Reach.SEALED,
    )


def _buttons(mint: Mint, seen: Seen) -> tuple[Buttons, Buttons]:
    presses = [
        press(mint, "entry.edit", "Edit", seen.id),
        press(mint, "entry.tags", "Tags", seen.id),
        press(mint, "entry.delete", "Delete", seen.id),
    ]
    if seen.newer is not None:
        presses.insert(0, Button(ref=mint("entry.open", seen.newer), name="entry.newer", label="Newer"))
    if seen.older is not None:
        presses.insert(0, Button(ref=mint("entry.open", seen.older), name="entry.older", label="Older"))
    is_for_it = SUPERVISION in seen.page.tags
    mark = press(
        mint,
        "entry.supervise",
        "Not for supervision" if is_for_it else "For supervision",
        seen.id,
        arg="off" if is_for_it else "on",
    )
    return row(*presses), row(mark, *_portfolio_mark(mint, seen))


def _portfolio_mark(mint: Mint, seen: Seen) -> tuple[Button, ...]:
    if seen.is_chosen is None:
        return ()
    label, arg = ("Not for my portfolio", "off") if seen.is_chosen else ("For my portfolio", "on")
    return (press(mint, "entry.portfolio", label, seen.id, arg=arg),)


def nothing_yet() -> Card:
    """Return what stands in an empty journal."""
    return plain("journal.empty", "Nothing is written yet. `write` opens a page.")


def looking(ref: str) -> Form:
    """Return the form that asks what to look for: typed there, it leaves no message."""
    return Form(
        text_id="search.form",
        ref=ref,
        name="search",
        title="Look for what?",
        fields=(
            TextField(
                name=WORDS,
                label="Words",
                hint="Part of a word is enough. Capitals and accents do not count.",
                limit=200,
            ),
        ),
        submit="Look",
    )


NO_WORDS = "Nothing to look for is written yet."


def nothing_found() -> Card:
    """Return what is said where no page holds the words. They are not repeated."""
    return Card(
        text_id="journal.nothing_found",
        blocks=(
            say("No page here holds that. Part of a word is enough; capitals and accents do not count."),
        ),
        summary="No page here holds that.",
        reach=Reach.SEALED,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One page in a list: when it was written, in its writer's zone, and a line of it."""

    id: UUID
    day: date
    at: datetime
    context: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Some of the pages that were found. `more` is the ref of what shows the next ones, if there are any."""

    lines: Sequence[Line]
    total: int
    first: int
    more: str | None
    narrows: bool
    """Whether more pages hold the words than can be paged through."""


def found(mint: Mint, listed: Listed, today: date) -> Card:
    """Return what a search found, the newest first."""
    count = "One page holds" if listed.total == 1 else f"{listed.total:,} pages hold"
    return listing(
        mint, listed, today, text_id="journal.found", title=f"{count} that", order="the newest first"
    )


def tagged(mint: Mint, listed: Listed, today: date, tag: str) -> Card:
    """Return the pages under one tag, in the order in which they were written."""
    return listing(
        mint,
        listed,
        today,
        text_id="journal.tagged",
        title="Under one tag",
        order="in the order of writing",
        above=(own_words(tag),),
    )


def from_then(mint: Mint, listed: Listed, today: date) -> Card:
    """Return the pages of this month last year, in the order in which they were written."""
    return listing(
        mint,
        listed,
        today,
        text_id="then",
        title="From this month last year",
        order="in the order of writing",
    )


def listing(
    mint: Mint,
    listed: Listed,
    today: date,
    *,
    text_id: str,
    title: str,
    order: str,
    above: tuple[Paragraph, ...] = (),
    below: tuple[Buttons, ...] = (),
) -> Card:
    """Return pages that were found, a line of each, with a way to open one."""
    last = listed.first + len(listed.lines) - 1
    lines = [
        own_words(f"{day_phrase(line.day, today)}, {line.at:%H:%M}: {line.context}") for line in listed.lines
    ]
    narrows = (aside("Another word beside it finds fewer."),) if listed.narrows else ()
    more = (row(Button(ref=listed.more, name="journal.more", label="More")),) if listed.more else ()
    return Card(
        text_id=text_id,
        title=title,
        blocks=(
            *above,
            *((aside(f"{listed.first} to {last} of {listed.total:,}, {order}"),) if listed.total > 1 else ()),
            *lines,
            *narrows,
            Choose(
                ref=mint("entry.open"),
                name="entry.open",
                ask="Which one shall I open?",
                options=tuple(Option(name=line.id.hex, label=_label(line, today)) for line in listed.lines),
            ),
            *more,
            *below,
        ),
        summary="What stands in your journal.",
        reach=Reach.SEALED,
    )


def _label(line: Line, today: date) -> str:
    return f"{day_phrase(line.day, today)}, {line.at:%H:%M}"


def tags(mint: Mint, entry: UUID, page: Page) -> Card:
    """Return the tags of a page: one to see its pages in order, or a way to change them."""
    options = tuple(
        Option(name=f"tag{place}", label=shown(tag)[:LABEL_MAX]) for place, tag in enumerate(page.tags)
    )
    change = press(mint, "entry.retag", "Change the tags", entry)
    return Card(
        text_id="entry.tags",
        title="Tags of this page",
        blocks=(
            own_words(", ".join(page.tags)),
            Choose(
                ref=mint("tag.open", entry),
                name="tag.open",
                ask="Which one shall I follow through your journal?",
                options=options,
            ),
            row(change),
        ),
        summary="Tags of this page.",
        reach=Reach.SEALED,
    )


def tagging(ref: str, standing: Sequence[str]) -> Form:
    """Return the form with the tags of a page."""
    return Form(
        text_id="tags.form",
        ref=ref,
        name="tags",
        title="Tags of this page",
        fields=(
            TextField(
                name=TAGS,
                label="Tags, with commas between",
                hint=f"Short words of your own, up to {TAGS_MAX}. No names, please.",
                value=shown(", ".join(standing)),
                required=False,
                limit=TAGS_MAX * (TAG_MAX + 2),
            ),
        ),
    )


TAG_TOO_LONG = f"A tag has up to {TAG_MAX} characters."
TOO_MANY_TAGS = f"A page has up to {TAGS_MAX} tags."


def retagged(mint: Mint, entry: UUID, *, names: int) -> Card:
    """Return the answer to changed tags; which ones is not said. `names`: how many look like somebody."""
    noted = "Noted. `journal search` finds a page by its tags too."
    if not names:
        return _noted("entry.tagged", noted)
    asks = "One of them looks" if names == 1 else f"{names} of them look"
    ways = (press(mint, "entry.retag", "Change it", entry), press(mint, "tags.keep", "Keep it", entry))
    return Card(
        text_id="entry.tagged_name",
        blocks=(
            say(noted),
            say(f"{asks} like somebody's name or initials. Another word for it may serve as well."),
            row(*ways),
        ),
        summary="Noted.",
        reach=Reach.SEALED,
    )


def tag_stays() -> Card:
    """Return the answer to a tag that is nobody's name."""
    return _noted("entry.tag_stays", "Fine. It stays.")


def for_supervision(*, is_on: bool) -> Card:
    """Return the answer to the one tap."""
    if is_on:
        return _noted("entry.supervise", "Noted. `journal search for supervision` lists these pages.")
    return _noted("entry.supervise", "Noted. It is off that list.")


def _noted(text_id: str, text: str) -> Card:
    return Card(text_id=text_id, blocks=(say(text),), summary="Noted.", reach=Reach.SEALED)
