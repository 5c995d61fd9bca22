"""The rules for templates of a portfolio: a name each, the voice, and a table that noted sessions fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from adapters.content.models import PackFile
from adapters.content.portfolio_models import PortfolioFile
from adapters.content.problems import Place, Problem
from adapters.content.reading import PORTFOLIO, inside
from adapters.content.text_checks import check_labels, check_review, check_words
from adapters.content.voice import Voice
from bot.domain.portfolios import Fact, SectionKind

_KINDS = {Fact.DAY: SectionKind.DAY, Fact.MINUTES: SectionKind.MINUTES}
"""How a fact of a session is written; the others are a line or words."""


def check_template(
    file: str, content: PortfolioFile, voice: Voice, pack: PackFile | None
) -> Iterator[Problem]:
    """One template."""
    top = Place(file)
    yield from _check_place(top, content, pack)
    yield from check_review(top.at("meta").at("review"), content.meta.review)
    labels = {name: section.label for name, section in content.sections.items()}
    yield from check_labels(top.at("sections"), labels)
    yield from _check_sessions(top, content)
    for place, text in _texts(top, content):
        yield from check_words(place, text, voice)


def check_across_templates(templates: Mapping[str, PortfolioFile]) -> Iterator[Problem]:
    """No two have one id, or one title: an account is known by it."""
    ids: set[str] = set()
    titles: set[str] = set()
    for file, content in templates.items():
        meta = Place(file, "meta")
        if content.meta.id in ids:
            yield meta.at("id").problem("duplicate_id", "Another template has this id. Choose another.")
        if content.meta.title.casefold() in titles:
            message = "Another template has this title, and an account is known by it. Reword one."
            yield meta.at("title").problem("same_title", message)
        ids.add(content.meta.id)
        titles.add(content.meta.title.casefold())


def _check_place(top: Place, content: PortfolioFile, pack: PackFile | None) -> Iterator[Problem]:
    place = top.at("meta").at("id")
    if pack and not content.meta.id.startswith(f"{pack.meta.id}_"):
        message = f"In this pack the id of a template begins with `{pack.meta.id}_`. Correct it."
        yield place.problem("wrong_id", message)
    elif inside(top.file) != f"{PORTFOLIO}/{content.meta.id}.yaml":
        message = f"This belongs in {PORTFOLIO}/{content.meta.id}.yaml. Rename the file, or correct the id."
        yield place.problem("wrong_id", message)


def _check_sessions(top: Place, content: PortfolioFile) -> Iterator[Problem]:
    seen: set[Fact] = set()
    for name, section in content.sections.items():
        place = top.at("sections").at(name)
        if section.from_ is None:
            continue
        if not content.sessions:
            message = "No noted session stands in this one. Name `sessions`, or remove this line."
            yield place.at("from").problem("session_unused", message)
        if section.from_ in seen:
            yield place.at("from").problem("session_twice", "This stands in another part already. Keep one.")
        seen.add(section.from_)
        wanted = _KINDS.get(section.from_)
        is_other = section.kind in _KINDS.values() if wanted is None else section.kind is not wanted
        if is_other:
            message = f"This is written as {wanted or 'line or words'}. Set `kind` so."
            yield place.at("kind").problem("session_kind", message)
    if content.sessions and not {Fact.DAY, Fact.MINUTES} <= seen:
        message = "A table of sessions has a part `from: day` and one `from: minutes`. Add what is missing."
        yield top.at("sections").problem("session_untold", message)


def _texts(top: Place, content: PortfolioFile) -> Iterator[tuple[Place, str]]:
    yield top.at("meta").at("title"), content.meta.title
    yield top.at("meta").at("short_title"), content.meta.short_title
    yield top.at("about"), content.about
    yield top.at("note"), content.note or ""
    for name, section in content.sections.items():
        place = top.at("sections").at(name)
        yield place.at("label"), section.label
        yield place.at("hint"), section.hint or ""
