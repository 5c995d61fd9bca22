"""What a file with a template for a portfolio may hold. What each key means: docs/portfolio.md."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from adapters.content.models import (
    ONE_LINE,
    Entry,
    Label,
    Locale,
    OptionName,
    ReviewEntry,
    Schema,
    Title,
    Words,
)
from bot.domain.portfolios import SECTIONS_MAX, Fact, SectionKind
from bot.domain.supervision import SessionKind

TemplateId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=16)]
FieldLabel = Annotated[str, StringConstraints(pattern=ONE_LINE, max_length=45)]
Hint = Annotated[str, StringConstraints(pattern=ONE_LINE, max_length=100)]


class PortfolioMeta(Entry):
    """What holds for the template as a whole."""

    schema_: Annotated[Schema, Field(alias="schema")]
    kind: Literal["portfolio"]
    id: Annotated[TemplateId, Field(description="The name of the file without .yaml.")]
    version: Annotated[int, Field(ge=1)]
    locale: Locale
    title: Annotated[Label, Field(description="Heads the document; an account is known by it, so it stays.")]
    short_title: Annotated[Title, Field(description="Heads the form in which an account is written.")]
    review: ReviewEntry


class SectionEntry(Entry):
    """One part of an account, and one input of its form."""

    kind: SectionKind
    label: FieldLabel
    hint: Hint | None = None
    from_: Annotated[
        Fact | None, Field(alias="from", description="What of a noted session stands here, in a table.")
    ] = None


class PortfolioFile(Entry):
    """One template: the parts of an account, and what a document made of it holds."""

    meta: PortfolioMeta
    about: Annotated[Words, Field(description="Who it is for, and what it is not.")]
    note: Annotated[Words | None, Field(description="A quiet line on the first page.")] = None
    sessions: Annotated[
        list[SessionKind],
        Field(
            default_factory=list,
            description="Makes a table of accounts and of the noted sessions of these kinds.",
        ),
    ]
    pages: Annotated[
        bool, Field(description="Whether chosen pages that no template made stand in it too.")
    ] = False
    sections: Annotated[Mapping[OptionName, SectionEntry], Field(min_length=1, max_length=SECTIONS_MAX)]
