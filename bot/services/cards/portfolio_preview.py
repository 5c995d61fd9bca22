"""A portfolio before it is made: what stands in it, what may point at a person, and where the files go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from bot.domain.portfolios import Template
from bot.domain.prompts import Option
from bot.services.cards import takeout
from bot.services.cards.accounts import EVIDENCE
from bot.services.cards.days import day_in_full
from bot.services.cards.masking import count_of, more_places
from bot.services.cards.plain import UNREAD, plain, press, row
from bot.services.desk import Mint
from bot.surface.card import OPTIONS_MAX, Block, Button, Card, Choose, Paragraph, Reach, aside, own_words, say

LINES_MAX = 10
"""Lines with a place that are shown at once."""

_SUMMARY = "For you to read."
_COUNTS = ("no", "one", "two", "three")
_MARKED = "What may point at a person stands between \u00ab and \u00bb."
_NO_PDF = "No PDF among them: what makes it is not installed here."


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """What stands in a document, in counts, and what was found in it."""

    template: Template
    state: UUID
    accounts: int
    pages: int
    sessions: int
    days: Sequence[date]
    places: int
    is_soft: bool
    lines: Sequence[tuple[str, str, int]] = field(repr=False)
    """Of some lines: where it stands, the line, and how many places are on it."""
    entries: Sequence[tuple[UUID, str]]
    """The pages on which something was found, and what each is called."""
    scenes: int
    closed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One chapter to read, with what was found in it marked. `number` counts from nought."""

    template: Template
    state: UUID
    number: int
    of: int
    title: str
    blocks: Sequence[Paragraph] = field(repr=False)
    entry: UUID | None


def preview(mint: Mint, inside: Inside, *, has_changed: bool) -> Card:
    """Return what the document holds, and each place that may point at a person, before anything is made."""
    template = inside.template
    above = (say("Something has changed since. This is how it stands now."),) if has_changed else ()
    return Card(
        text_id="portfolio.preview",
        title=template.title,
        blocks=(
            *above,
            say(_held(inside)),
            *_found(inside),
            *_opens(mint, inside),
            *_left_out(inside),
            aside(EVIDENCE),
            *((aside(UNREAD),) if template.review.is_draft else ()),
            row(
                press(mint, "portfolio.read", "Read it whole", arg=f"0.{template.id}"),
                _on(mint, template, inside.state),
                press(mint, "portfolio.not_now", "Not now"),
            ),
        ),
        summary=_SUMMARY,
        reach=Reach.SEALED,
    )


def nothing_in_it(mint: Mint, template: Template) -> Card:
    """Return what is said where nothing stands in a document yet."""
    more = "Pages that you choose stand in it too. " if template.pages else ""
    log = "Sessions that are noted under `supervision` stand in it too. " if template.is_log else ""
    return Card(
        text_id="portfolio.nothing",
        blocks=(
            say(f"Nothing stands in this one yet. {more}{log}".strip()),
            row(
                press(mint, "portfolio.write", "Write an account"),
                press(mint, "portfolio.show", "My portfolio"),
            ),
        ),
        summary="Nothing stands in this one yet.",
        reach=Reach.SEALED,
    )


def read(mint: Mint, view: View) -> Card:
    """Return one chapter to its writer, with a way to the ones around it."""
    ways: list[Button] = []
    if view.number:
        ways.append(_turn(mint, view, -1, "portfolio.back", "Back"))
    if view.number + 1 < view.of:
        ways.append(_turn(mint, view, 1, "portfolio.next", "Next"))
    if view.entry is not None:
        ways.append(press(mint, "entry.open", "Open the page", view.entry))
    return Card(
        text_id="portfolio.read",
        title=view.title,
        blocks=(
            aside(f"{view.number + 1} of {view.of:,}. {_MARKED}"),
            *view.blocks,
            row(*ways, _on(mint, view.template, view.state)),
        ),
        summary=_SUMMARY,
        reach=Reach.SEALED,
    )


def offer(mint: Mint, template: Template, state: UUID, *, hosted: bool, pdf: bool) -> Card:
    """Return what the files are and where a copy of them stays, before there are any."""
    files = ["one to read and change (Markdown)"]
    files += ["one to hand over (PDF)"] if pdf else []
    files += ["a table for a spreadsheet (CSV)"] if template.is_log else []
    if len(files) == 1:
        made = f"I can make a file of it: {files[0]}."
    else:
        made = f"I can make {_COUNTS[len(files)]} files of it: {', '.join(files[:-1])} and {files[-1]}."
    return Card(
        text_id="portfolio.offer",
        title=template.title,
        blocks=(
            say(made),
            *(() if pdf else (aside(_NO_PDF),)),
            say(takeout.where(hosted=hosted)),
            say(takeout.UNSEALED),
            aside(EVIDENCE),
            row(
                press(mint, "portfolio.make", "Make the files", state, arg=template.id),
                press(mint, "portfolio.not_now", "Not now"),
            ),
        ),
        summary="Take it along",
        reach=Reach.PERSONAL,
    )


def made(mint: Mint, *, unwritten: int, hosted: bool) -> Card:
    """Return what is said beside the files."""
    signs = "One sign" if unwritten == 1 else f"{unwritten:,} signs"
    missing = f"{signs} could not be written in the PDF. The Markdown file has all of them."
    return Card(
        text_id="portfolio.made",
        blocks=(
            say("Your portfolio, as it stands now."),
            *((say(missing),) if unwritten else ()),
            aside("Nothing here was changed. The files are yours to keep in a safe place, or to delete."),
            *(takeout.copies(mint) if hosted else ()),
        ),
        summary="Your files are made.",
        reach=Reach.PERSONAL,
    )


def not_now() -> Card:
    """Return the answer to "Not now"."""
    return plain("portfolio.not_now", "Fine. `portfolio` is here any time.")


def _held(inside: Inside) -> str:
    things = (
        _count(inside.accounts, "account"),
        _count(inside.pages, "page"),
        _count(inside.sessions, "noted session"),
    )
    held = " and ".join(thing for thing in things if thing)
    if not inside.days:
        return f"In it: {held}."
    first, last = day_in_full(inside.days[0]), day_in_full(inside.days[-1])
    return f"In it: {held}, from {first if first == last else f'{first} to {last}'}."


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}" if number else ""


def _found(inside: Inside) -> Sequence[Paragraph]:
    if not inside.places:
        return (say("I found nothing in it that may point at a person. I miss some, so please read it too."),)
    some = inside.lines[:LINES_MAX]
    left = inside.places - sum(places for _, _, places in some)
    return (
        say(count_of(inside.places, is_soft=inside.is_soft)),
        *(own_words(f"{where}: {line}") for where, line, _ in some),
        *((aside(more_places(left)),) if left else ()),
        aside("I miss some, so please read it too."),
    )


def _opens(mint: Mint, inside: Inside) -> Sequence[Block]:
    options = tuple(Option(name=entry.hex, label=title) for entry, title in inside.entries[:OPTIONS_MAX])
    if not options:
        return ()
    ask = "Which page shall I show you, to mask or change it?"
    return (Choose(ref=mint("guard.show"), name="guard.show", ask=ask, options=options),)


def _left_out(inside: Inside) -> Sequence[Paragraph]:
    lines: list[Paragraph] = []
    if inside.scenes:
        lines.append(aside("Scenes are not in it: they go by themselves, and a file would stay."))
    if inside.closed:
        closed = _count(inside.closed, "page").replace("pages", "of your pages")
        lines.append(aside(f"Not in it: {closed}, no longer to be opened here."))
    return lines


def _on(mint: Mint, template: Template, state: UUID) -> Button:
    return press(mint, "portfolio.offer", "Take it along", state, arg=template.id)


def _turn(mint: Mint, view: View, by: int, name: str, label: str) -> Button:
    ref = mint("portfolio.read", None, f"{view.number + by}.{view.template.id}")
    return Button(ref=ref, name=name, label=label)
