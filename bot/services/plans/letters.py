"""What comes on the day of a plan: one message that says nothing of it, also where several are back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from bot.domain.agenda import AgendaKind
from bot.domain.deliveries import ENDED
from bot.errors import KeyProblem
from bot.services.cards import plans as cards
from bot.services.letters.kinds import Look, Once
from bot.services.plans.plans import looking_back_of, plan_of
from bot.surface.card import Card


def letter(look: Look) -> Card | None:
    """Return what comes on the day; None where the plan has ended or is gone."""
    if look.row.ref is None:
        return None
    try:
        plan = plan_of(look.desk, look.unit, look.person, look.row.ref)
    except KeyProblem:  # one sealed page that stays closed is said when it is opened; no lane waits for it
        return cards.notice(look.mint, look.row.ref, cards.PLAIN.notice)
    if plan is None or not plan.is_open:
        return None
    if next(_beside(look), None) is not None:
        return cards.notices(look.mint)
    return cards.notice(look.mint, plan.id, looking_back_of(look.desk.catalogue, plan).notice)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLetter(Once):
    """Plans that are back at one moment come in one message: the first that arrives speaks for all."""

    def arrived(self, look: Look) -> None:
        """Remove the rows of all that it spoke for."""
        for row in (look.row.id, *_beside(look)):
            look.unit.agenda.remove(row)


def _beside(look: Look) -> Iterator[UUID]:
    """Yield the rows of other plans that became due at the same moment and were not shown yet."""
    plans = {row.id for row in look.unit.agenda.every(look.person.id) if row.kind is AgendaKind.PLAN}
    for each in look.unit.deliveries.every(look.person.id):
        is_due_too = each.due_at == look.delivery.due_at and each.state not in ENDED
        if is_due_too and each.agenda in plans and each.agenda != look.row.id:
            yield each.agenda
