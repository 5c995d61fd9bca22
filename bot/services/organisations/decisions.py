"""What an organisation decided of the library's texts, sealed under its key; and who is given what of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID, uuid5

from bot.domain.organisations import NO_RULES, Organisation
from bot.domain.people import PersonId
from bot.domain.reviews import Decision, Drafts, Shelf, Verdict
from bot.errors import KeyProblem
from bot.ports.catalogue import Catalogue
from bot.ports.organisations import OrganisationRow, ReviewRow
from bot.ports.store import Unit
from bot.ports.vault import Cell
from bot.services.cards.safety import SafetyText, safety_texts
from bot.services.desk import Desk, Turn
from bot.services.organisations.rules import index_here, keep, opened, row_at
from bot.services.sealing import Body, seal, unseal

_UNDECIDED = Shelf()
"""What an organisation has that decided nothing."""
_NOBODYS = Shelf(is_organisation=False)


def shelf_here(turn: Turn) -> Shelf:
    """Return the library as it is given where a turn happens.

    Never fails by what stands in a row of an organisation: who to call is drawn with it.
    """
    row = row_at(turn.unit, index_here(turn))
    return shelf_in(turn.desk, turn.unit, row, hosted=turn.capabilities.hosted)


def shelf_in(desk: Desk, unit: Unit, row: OrganisationRow | None, *, hosted: bool) -> Shelf:
    """Return the library as an organisation gives it, by its row. `hosted`: a platform stands between.

    On a platform there is an organisation, whether anybody looks after it or not: one without a row signed
    nothing, nor did one whose row does not open.
    """
    if row is None:
        return _UNDECIDED if hosted else _NOBODYS
    known = desk.shelves.get(row)
    if known is not None:
        return known
    try:
        organisation = opened(desk, row)
        decisions = decisions_of(desk, unit, row.id)
    except KeyProblem:
        return _UNDECIDED
    rules = organisation.rules if organisation else NO_RULES
    shelf = Shelf(decisions=decisions, only_reviewed=rules.only_reviewed)
    desk.shelves.put(row, shelf)
    return shelf


def drafts_here(turn: Turn) -> Drafts:
    """Return how much of what is asked where a turn happens no practitioner has read."""
    catalogue = turn.desk.catalogue
    return shelf_here(turn).drafts_among(catalogue.prompts(), catalogue.flows())


def is_safety_signed(turn: Turn) -> bool:
    """Whether all that is never switched off is signed where a turn happens; it is said in any case."""
    shelf = shelf_here(turn)
    return all(shelf.is_signed(text.id, text.version) for text in safety_in(turn.desk.catalogue))


def safety_in(catalogue: Catalogue) -> Sequence[SafetyText]:
    """Return the texts that no decision switches off."""
    return safety_texts(catalogue.regions(), catalogue.region(None))


def decisions_of(desk: Desk, unit: Unit, organisation: PersonId) -> Mapping[str, Decision]:
    """Return what an organisation decided, by text; what does not open is undecided."""
    rows = unit.organisations.reviews(organisation)
    return {row.about: decision for row in rows if (decision := _opened(desk, row)) is not None}


def decide(desk: Desk, unit: Unit, organisation: Organisation, decision: Decision) -> Organisation:
    """Write a decision, in place of an earlier one of the same text; return the organisation as it is then.

    The organisation's own row is written again, so that every process knows that something is new.
    """
    row = ReviewRow(
        id=_id(organisation.id, decision.about),
        organisation=organisation.id,
        about=decision.about,
        version=organisation.version + 1,  # never one that was there before
        sealed=b"",
    )
    sealed = seal(desk.vault, _cell(row), _body(decision))
    unit.organisations.put_review(replace(row, sealed=sealed))
    return keep(desk, unit, organisation)


def take_back(desk: Desk, unit: Unit, organisation: Organisation, about: str) -> Organisation:
    """Let a text be undecided again."""
    unit.organisations.remove_review(_id(organisation.id, about))
    return keep(desk, unit, organisation)


def _opened(desk: Desk, row: ReviewRow) -> Decision | None:
    """Return what was decided; None where it does not open, or a later version wrote it."""
    try:
        return _decision(row, unseal(desk.vault, _cell(row), row.sealed))
    except (KeyProblem, LookupError, TypeError, ValueError):
        return None


def _decision(row: ReviewRow, body: Body) -> Decision | None:
    if body["about"] != row.about:
        return None
    return Decision(
        about=row.about,
        version=body["version"],
        verdict=Verdict(body["verdict"]),
        role=body["role"],
        on=date.fromisoformat(body["on"]),
        at=datetime.fromisoformat(body["at"]),
        by=body["by"],
        words=body["words"],
    )


def _body(decision: Decision) -> Body:
    return {
        "about": decision.about,
        "version": decision.version,
        "verdict": decision.verdict,
        "role": decision.role,
        "on": decision.on.isoformat(),
        "at": decision.at.isoformat(),
        "by": decision.by,
        "words": decision.words,
    }


def _id(organisation: PersonId, about: str) -> UUID:
    """Return the id of the one row for a text: deciding twice at a time writes one."""
    return uuid5(organisation, about)


def _cell(row: ReviewRow) -> Cell:
    return Cell(person=row.organisation, table="reviews", row=row.id, column="sealed", version=row.version)
