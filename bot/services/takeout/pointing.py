"""What in a file may point at a person: in pages and drafts, and in the words of plans and sessions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from bot.domain.journal import Page
from bot.domain.sheets import SheetKind
from bot.services.journal.places import Places, places_on
from bot.services.takeout.brought import Brought, BroughtDraft, BroughtPage, BroughtSheet

_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
_WORDS: Mapping[SheetKind, tuple[str, str | None]] = {
    SheetKind.PLAN: ("words", None),
    SheetKind.HOURS: ("agreed", "what"),
}
"""Under which names own words stand on a sheet."""


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
        page = _sheet(each)
        if page is None:
            return each
        text, scene = _WORDS[each.kind]
        after = mask(page)
        return replace(each, body=each.body | {text: after.text} | ({scene: after.scene} if scene else {}))

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
        if words := _sheet(sheet):
            yield sheet.place.day, words


def _draft(draft: BroughtDraft) -> Page:
    return Page(text=draft.held.text, scene=draft.held.scene, at=_NO_TIME)


def _sheet(sheet: BroughtSheet) -> Page | None:
    """Return the own words of a sheet as a page; None where it has none that may point at anybody."""
    names = _WORDS.get(sheet.kind)
    if names is None:
        return None
    text, scene = names
    return Page(text=sheet.body[text], scene=sheet.body[scene] if scene else "", at=_NO_TIME)
