"""Accounts for a portfolio: which kinds there are, and the form of one. Nothing of a person stands here."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.journal import ENTRY_MAX
from bot.domain.portfolios import Section, SectionKind, Template
from bot.domain.prompts import Option
from bot.domain.supervision import MINUTES_MAX
from bot.services.cards.plain import UNREAD, plain, press, row
from bot.services.desk import Mint
from bot.surface.card import OPTIONS_MAX, Block, Card, Choose, Fields, Reach, aside
from bot.surface.form import DateField, Field, Form, TextField

EVIDENCE = (
    "Evidence, not accreditation: what counts is for your board, regulator or organisation to say. Ask there."
)
_HINTS = {
    SectionKind.DAY: "Like 4 January, friday or 2026-01-04.",
    SectionKind.MINUTES: "A number, like 90.",
    SectionKind.LINE: "",
    SectionKind.WORDS: "",
}

NO_MINUTES = f"Minutes are a number here, from 1 to {MINUTES_MAX:,}."


def which(mint: Mint, templates: Sequence[Template]) -> Card:
    """Return the kinds of account that may be written."""
    return _kinds(mint, templates, "portfolio.template", "Write an account")


def which_to_take(mint: Mint, templates: Sequence[Template]) -> Card:
    """Return the kinds of document that may be made."""
    return _kinds(mint, templates, "portfolio.preview", "Take it along")


def _kinds(mint: Mint, templates: Sequence[Template], action: str, title: str) -> Card:
    if not templates:
        return plain("portfolio.no_kinds", "There is no template for a portfolio in this library.")
    lists: list[Block] = [
        Choose(
            ref=mint(action, None, str(n)),
            name=action,
            ask="Or one of these?" if n else "Which kind?",
            options=tuple(Option(name=one.id, label=one.title) for one in templates[n : n + OPTIONS_MAX]),
        )
        for n in range(0, len(templates), OPTIONS_MAX)
    ]
    return Card(
        text_id=action,
        title=title,
        blocks=(
            Fields(pairs=tuple((one.title, one.about) for one in templates)),
            aside(EVIDENCE),
            *((aside(UNREAD),) if any(one.review.is_draft for one in templates) else ()),
            *lists,
            row(press(mint, "portfolio.show", "My portfolio")),
        ),
        summary=title,
        reach=Reach.PERSONAL,
    )


def form(ref: str, template: Template, today: str = "") -> Form:
    """Return the form of an account. `today` stands where a day is asked for."""
    return Form(
        text_id="portfolio.form",
        ref=ref,
        name="account",
        title=template.short_title,
        fields=tuple(_field(template, section, today) for section in template.sections),
    )


def written() -> Card:
    """Return the one line that remains. It is shown after the commit, so it is true."""
    return plain("portfolio.written", "Saved privately, for your portfolio. `portfolio` shows it.")


def written_only(most: int) -> Card:
    """Return the same where no more pages fit: the account itself was kept."""
    return plain(
        "portfolio.written_only",
        f"Saved privately. Your portfolio holds {most} pages and is full, so this one is not in it.",
    )


def _field(template: Template, section: Section, today: str) -> Field:
    hint = section.hint or _HINTS[section.kind]
    if section.kind is SectionKind.DAY:
        return DateField(name=section.name, label=section.label, hint=hint, value=today, required=False)
    if section.kind is SectionKind.MINUTES:
        return TextField(
            name=section.name,
            label=section.label,
            hint=hint,
            required=False,
            limit=len(str(MINUTES_MAX)),
        )
    return TextField(
        name=section.name,
        label=section.label,
        hint=hint,
        required=False,
        long=section.kind is SectionKind.WORDS,
        limit=template.limit(section, ENTRY_MAX),
    )
