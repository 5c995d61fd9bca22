"""What was told of a course's group, as its page keeps it: once told, it stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import assert_never
from uuid import UUID

from bot.domain.suppression import Counts, Middle, NotShown, Share, Split, Told, Why
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.gatherings import pages
from bot.services.gatherings.pages import Page
from bot.services.sealing import Body

PART = "figures"

Whole = Counts | Middle | NotShown
Figure = Whole | Split[Counts] | Split[Middle]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of a course. `told` is by the question's id.

    `parts`: the questions that are to be told in two parts, each with the session by which: who was there
    live, and who was not. `groups` are for no eye: of whom was told before, of each kind of question.
    """

    told: Mapping[str, Figure] = field(default_factory=dict)
    parts: Mapping[str, int] = field(default_factory=dict)
    groups: Mapping[str, Told] = field(default_factory=dict, repr=False)


def figures_of(page: Page) -> Figures:
    """Return what was told of a course's group."""
    held = page.part(PART)
    return Figures(
        told={push: _figure(body) for push, body in held.get("told", {}).items()},
        parts=dict(held.get("parts", {})),
        groups={key: _told(body) for key, body in held.get("groups", {}).items()},
    )


def keep_figures(desk: Desk, unit: Unit, page: Page, figures: Figures) -> Page:
    """Write what was told; return the page so."""
    held: Body = {
        "told": {push: _body(figure) for push, figure in figures.told.items()},
        "parts": dict(figures.parts),
        "groups": {key: _told_body(told) for key, told in figures.groups.items()},
    }
    return pages.keep(desk, unit, page, **{PART: held})


def _body(figure: Figure) -> Body:
    match figure:
        case NotShown():
            return {"not": figure.why.value}
        case Counts():
            return {
                "band": figure.band,
                "shares": [[each.option, each.percent] for each in figure.shares],
                "other": figure.other,
                "leading": list(figure.leading),
            }
        case Middle():
            return {"band": figure.band, "median": figure.median}
        case Split():
            return {"sides": {side: _body(part) for side, part in figure.sides.items()}}
        case _:
            assert_never(figure)


def _figure(body: Body) -> Figure:
    if "sides" not in body:
        return _whole(body)
    sides = {side: _whole(part) for side, part in body["sides"].items()}
    counted = {side: part for side, part in sides.items() if isinstance(part, Counts)}
    scored = {side: part for side, part in sides.items() if isinstance(part, Middle)}
    return Split(sides=counted) if counted else Split(sides=scored)


def _whole(body: Body) -> Whole:
    if "not" in body:
        return NotShown(why=Why(body["not"]))
    if "median" in body:
        return Middle(band=body["band"], median=body["median"])
    return Counts(
        band=body["band"],
        shares=tuple(Share(option=option, percent=percent) for option, percent in body["shares"]),
        other=body["other"],
        leading=tuple(body["leading"]),
    )


def _told(body: Body) -> Told:
    return Told(
        until=datetime.fromisoformat(body["until"]) if body["until"] else None,
        groups=tuple(frozenset(UUID(hex=each) for each in group) for group in body["groups"]),
    )


def _told_body(told: Told) -> Body:
    return {
        "until": told.until.isoformat() if told.until else None,
        "groups": [sorted(each.hex for each in group) for group in told.groups],
    }
