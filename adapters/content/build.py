"""Makes the core's values of the entries in the files. What comes here has been checked."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from adapters.content.models import (
    ELSE,
    AfterEntry,
    LineEntry,
    PromptEntry,
    PromptsFile,
    PromptsMeta,
    ReadingsFile,
    RegionEntry,
    RegionsFile,
    ReviewEntry,
    ZonesFile,
)
from adapters.content.portfolio_models import PortfolioFile
from bot.domain.portfolios import Section, Template
from bot.domain.prompts import After, Domain, Option, Prompt, Review
from bot.domain.readings import Reading, Share
from bot.domain.regions import HelpLine, Region, Regions


def prompts_of(content: PromptsFile) -> list[Prompt]:
    """The prompts of one file; one that belongs to no domain is left out, and was reported."""
    found = []
    for entry in content.prompts:
        domain = content.meta.domain or entry.domain
        if domain is not None:
            found.append(_prompt(entry, domain, content.meta))
    return found


def _prompt(entry: PromptEntry, domain: Domain, meta: PromptsMeta) -> Prompt:
    return Prompt(
        id=entry.id,
        version=entry.version,
        locale=meta.locale,
        domain=domain,
        family=entry.family,
        tags=tuple(entry.tags),
        audience=tuple(entry.audience or meta.audience),
        moment=tuple(entry.moment),
        modality=entry.modality,
        depth=entry.depth,
        sensitivity=entry.sensitivity,
        gentle=entry.gentle,
        pair=entry.pair,
        text=entry.text,
        options=options_of(entry.options),
        own_words=entry.own_words,
        low_label=entry.low_label,
        high_label=entry.high_label,
        after=tuple(_after(answer, after) for answer, after in entry.after.items()),
        review=review_of(entry.review or meta.review),
    )


def _after(answer: str, entry: AfterEntry) -> After:
    return After(answer=None if answer == ELSE else answer, say=entry.say, offers=tuple(entry.offer))


def options_of(written: Mapping[str, str]) -> tuple[Option, ...]:
    """The options in the order of the file."""
    return tuple(Option(name=name, label=label) for name, label in written.items())


def review_of(entry: ReviewEntry) -> Review:
    """Who has read a text. Its author's role is for those who read the file."""
    return Review(
        status=entry.status,
        reviewed_by_role=entry.reviewed_by_role,
        reviewed_on=entry.reviewed_on,
    )


def readings_of(content: ReadingsFile) -> list[Reading]:
    """The cards to read, in the order of the file."""
    return [
        Reading(
            id=entry.id,
            version=entry.version,
            locale=content.meta.locale,
            title=entry.title,
            sensitivity=entry.sensitivity,
            text=tuple(entry.text),
            points=tuple(entry.points),
            shares=tuple(Share(label=share.label, percent=share.percent) for share in entry.shares),
            estimate=entry.estimate,
            ask=entry.ask,
            review=review_of(entry.review or content.meta.review),
        )
        for entry in content.readings
    ]


def template_of(content: PortfolioFile) -> Template:
    """The template of one file."""
    return Template(
        id=content.meta.id,
        version=content.meta.version,
        locale=content.meta.locale,
        title=content.meta.title,
        short_title=content.meta.short_title,
        about=content.about,
        note=content.note or "",
        sections=tuple(
            Section(name=name, label=each.label, kind=each.kind, hint=each.hint or "", fact=each.from_)
            for name, each in content.sections.items()
        ),
        sessions=frozenset(content.sessions),
        pages=content.pages,
        review=review_of(content.meta.review),
    )


def regions_of(content: RegionsFile, zones: ZonesFile) -> Regions:
    """The regions with the zones that lead to them."""
    return Regions(
        named=tuple(_region(entry) for entry in content.regions),
        directory=_region(content.directory),
        zones=MappingProxyType({zone: code for code, listed in zones.zones.items() for zone in listed}),
    )


def _region(entry: RegionEntry) -> Region:
    return Region(
        code=entry.code,
        name=entry.name,
        emergency=entry.emergency,
        lines=tuple(_line(line) for line in entry.lines),
    )


def _line(entry: LineEntry) -> HelpLine:
    return HelpLine(
        kind=entry.kind,
        label=entry.label,
        text=entry.text,
        numbers=tuple(entry.numbers),
        hours=entry.hours,
        checked_on=entry.checked_on,
    )
