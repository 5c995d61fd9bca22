"""The document of a portfolio, of what was gathered for it. Pure: the same in, the same out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import assert_never
from uuid import UUID

from bot.domain.documents import Aside, Document, Heading, Pairs, Part, Prose, Rows
from bot.domain.portfolios import BESIDE, Fact, Template, account_parts
from bot.domain.supervision import Session
from bot.services.cards.days import day_in_full
from bot.services.cards.sessions import KINDS
from bot.services.portfolio.gathering import Chosen, Gathered
from bot.surface.text import shown

EVIDENCE = "Evidence, not accreditation. What counts is for a board, a regulator or an organisation to say."
"""The first thing that a reader of it sees."""
FOOT = "Evidence, not accreditation."
"""What stands on each page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A part of the document that stands for itself; `entry` is the page that it was made of, if any."""

    title: str
    parts: tuple[Part, ...] = field(repr=False)
    entry: UUID | None = None


def document(gathered: Gathered, made_on: date) -> Document:
    """Return the document: what it is, then all that was gathered, in order."""
    template = gathered.template
    note = (Aside(text=template.note),) if template.note else ()
    facts = [("Made on", day_in_full(made_on))]
    days = days_of(gathered)
    if days:
        first, last = day_in_full(days[0]), day_in_full(days[-1])
        facts.append(("Covers", first if first == last else f"{first} to {last}"))
    front = (Aside(text=EVIDENCE), *note, Pairs(pairs=tuple(facts)))
    inside = (part for each in chapters(gathered) for part in (Heading(text=each.title), *each.parts))
    return Document(title=template.title, parts=(*front, *inside), foot=FOOT)


def days_of(gathered: Gathered) -> Sequence[date]:
    """Return the days of all that stands in it, in order: in a table those that its rows say."""
    pages = {each.day for each in gathered.pages}
    if not gathered.template.is_log:
        return sorted(pages | {each.day for each in gathered.accounts})
    at = _column(gathered.template, Fact.DAY)
    said = (_day(row[at]) for row, _ in _rows(gathered))
    return sorted(pages | {day for day in said if day is not None})


def chapters(gathered: Gathered) -> Sequence[Chapter]:
    """Return the document in chapters: its table, or its accounts each by itself; then the other pages."""
    accounts = (
        list(_log(gathered))
        if gathered.template.is_log
        else [_account(gathered.template, each) for each in gathered.accounts]
    )
    return [*accounts, *(_page(each) for each in gathered.pages)]


def to_look_through(gathered: Gathered) -> Sequence[Chapter]:
    """Return the same with each row of a table as a chapter of its own, so that it leads to its page."""
    if not gathered.template.is_log:
        return chapters(gathered)
    at = _column(gathered.template, Fact.DAY)
    rows = (
        Chapter(
            title=row[at] if _day(row[at]) else "No day",
            parts=(Rows(head=(), rows=(row,)),),
            entry=entry,
        )
        for row, entry in _rows(gathered)
    )
    beside = (chapter for chapter in chapters(gathered) if chapter.entry is not None)
    return [*rows, *beside]


def table(gathered: Gathered) -> Rows:
    """Return the sessions as a table, by their days: those that were noted, and those of accounts."""
    labels = tuple(each.label for each in gathered.template.sections)
    return Rows(head=labels, rows=tuple(row for row, _ in _rows(gathered)))


def _rows(gathered: Gathered) -> Sequence[tuple[tuple[str, ...], UUID | None]]:
    """Return the rows in their order, each with the page that it was made of, if it is one."""
    template, rows = gathered.template, list[tuple[tuple[str, ...], UUID | None]]()
    for session in gathered.sessions:
        facts = (_told(session, each.fact) for each in template.sections)
        rows.append((tuple(map(shown, facts)), None))
    for chosen in gathered.accounts:
        parts = _parts(template, chosen)
        if parts.keys() - {BESIDE}:
            rows.append((tuple(parts.get(each.name, "") for each in template.sections), chosen.id))
    at = _column(template, Fact.DAY)
    return sorted(rows, key=lambda each: each[0][at] or "~")


def _told(session: Session, fact: Fact | None) -> str:
    """Return what of a noted session stands in a part."""
    match fact:
        case None:
            return ""
        case Fact.DAY:
            return session.on.isoformat()
        case Fact.MINUTES:
            return str(session.minutes)
        case Fact.KIND:
            return KINDS[session.kind]
        case Fact.WHAT:
            return session.what
        case Fact.AGREED:
            return session.agreed
        case _:
            assert_never(fact)


def _day(written: str) -> date | None:
    """Return the day that stands in a row; None where it was changed into something else."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _column(template: Template, fact: Fact) -> int:
    return [each.fact for each in template.sections].index(fact)


def minutes_in(template: Template, rows: Rows) -> int | None:
    """Return the sum of the minutes as they were entered; None where there are none."""
    at = _column(template, Fact.MINUTES)
    entered = [int(row[at]) for row in rows.rows if row[at].isascii() and row[at].isdecimal()]
    return sum(entered) if entered else None


def _log(gathered: Gathered) -> Iterator[Chapter]:
    """Walk the table, and below it what stands on a page of it and in none of its parts."""
    rows = table(gathered)
    if rows.rows:
        minutes = minutes_in(gathered.template, rows)
        entered = () if minutes is None else (Aside(text=f"Minutes, as entered: {minutes:,} in all."),)
        yield Chapter(title="Sessions", parts=(rows, *entered))
    for each in gathered.accounts:
        beside = _parts(gathered.template, each).get(BESIDE)
        if beside:
            yield Chapter(title=day_in_full(each.day), parts=(Prose(text=beside, own=True),), entry=each.id)


def _account(template: Template, chosen: Chosen) -> Chapter:
    parts = _parts(template, chosen)
    inside: list[Part] = [Prose(text=parts[BESIDE], own=True)] if BESIDE in parts else []
    for section in template.sections:
        if section.name in parts:
            inside += [Heading(text=section.label, level=2), Prose(text=parts[section.name], own=True)]
    return Chapter(title=day_in_full(chosen.day), parts=tuple(inside), entry=chosen.id)


def _page(chosen: Chosen) -> Chapter:
    question = (Heading(text=shown(chosen.page.question), level=2),) if chosen.page.question else ()
    words = Prose(text=shown(chosen.page.text), own=True)
    return Chapter(title=day_in_full(chosen.day), parts=(*question, words), entry=chosen.id)


def _parts(template: Template, chosen: Chosen) -> dict[str, str]:
    return dict(account_parts(template, shown(chosen.page.text)))
