"""What in a file may point at a person: in its pages, in drafts, and in the words of plans."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from bot.domain.journal import Page
from bot.domain.sheets import SheetKind
from bot.services.journal.places import Places, places_on
from bot.services.takeout.brought import Brought, BroughtDraft, BroughtPage, BroughtSheet

_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
_WORDS = "words"
"""Under which name the words of a plan stand on its sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointing:
    """The places in some words; `day` is that of their page, None of a draft."""

    day: date | None
    places: Places


def pointing(brought: Brought, let_be: Collection[str]) -> Iterator[Pointing]:
    """Walk all words of a file that have a place in them. It takes some milliseconds for each page."""
    for day, page in _written(brought):
        places = places_on(page, let_be)
        if places.count:
            yield Pointing(day=day, places=places)


def masked(brought: Brought, let_be: Collection[str]) -> Brought:
    """Return it with all of them masked; everything else stays as it is."""

    def mask(page: Page) -> Page:
        return places_on(page, let_be).masked()

    def masked_page(each: BroughtPage) -> BroughtPage:
        return replace(each, page=mask(each.page))

    def masked_draft(each: BroughtDraft) -> BroughtDraft:
        page = mask(_draft(each))
        return replace(each, held=replace(each.held, text=page.text, scene=page.scene))

    def masked_sheet(each: BroughtSheet) -> BroughtSheet:
        plan = _plan(each)
        return replace(each, body=each.body | {_WORDS: mask(plan).text}) if plan else each

    return replace(
        brought,
        pages=tuple(map(masked_page, brought.pages)),
        drafts=tuple(map(masked_draft, brought.drafts)),
        sheets=tuple(map(masked_sheet, brought.sheets)),
    )


def _written(brought: Brought) -> Iterator[tuple[date | None, Page]]:
    for page in brought.pages:
        yield page.place.day, page.page
    for draft in brought.drafts:
        yield None, _draft(draft)
    for sheet in brought.sheets:
        if plan := _plan(sheet):
            yield sheet.place.day, plan


def _draft(draft: BroughtDraft) -> Page:
    return Page(text=draft.held.text, scene=draft.held.scene, at=_NO_TIME)


def _plan(sheet: BroughtSheet) -> Page | None:
    return Page(text=sheet.body[_WORDS], at=_NO_TIME) if sheet.kind is SheetKind.PLAN else None
