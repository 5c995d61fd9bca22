"""Who has no notebook and is in a circle or a course, or looks after something: what is held of them.

A place in one and a role hang on an account. Whoever asks for theirs reads all of it at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.domain.roles import Gathering
from bot.ports.store import Unit
from bot.services.cards import memberships as cards
from bot.services.cards.memberships import Kept
from bot.services.cards.takeout import nothing_held, only_a_role
from bot.services.circles import memberships
from bot.services.circles.memberships import Membership
from bot.services.courses.learners import is_learner
from bot.services.desk import Desk, Turn
from bot.services.sealing import Body
from bot.services.takeout import circles, courses
from bot.surface.audience import Reading
from bot.surface.outcome import Outcome, Show, answer


def kept_of(desk: Desk, unit: Unit, indexes: Iterable[bytes]) -> Sequence[Kept]:
    """Return what some accounts are in, with what they shared there with their name."""
    return [
        _kept(desk, unit, each) for index in indexes for each in memberships.of_account(desk, unit, index)
    ]


def what_data(turn: Turn) -> Outcome:
    """Tell who has no notebook what is held of them; nothing, where nothing is."""
    kept, holds_role = kept_of(turn.desk, turn.unit, [turn.index]), has_role(turn)
    if not kept:
        return answer(only_a_role() if holds_role else nothing_held())
    capabilities = turn.capabilities
    between = (capabilities.surface,) if capabilities.hosted else ()
    return answer(cards.held(kept, holds_role=holds_role, operator=turn.desk.operator, between=between))


def export(turn: Turn) -> Outcome:
    """Let who has no notebook read all that is held of them: no file of it is made."""
    found = memberships.of_account(turn.desk, turn.unit, turn.index)
    if not found:
        return what_data(turn)
    kept = [_kept(turn.desk, turn.unit, each) for each in found]
    bodies = [_opened(turn.desk, turn.unit, each) for each in found]
    card = cards.opened(list(zip(kept, bodies, strict=True)), holds_role=has_role(turn))
    return Outcome(first=Show(card=card, audience=Reading(to=turn.event.account, handle=turn.event.handle)))


def has_role(turn: Turn) -> bool:
    """Whether who acts looks after something."""
    return bool(turn.unit.organisations.roles_of(turn.index))


def _kept(desk: Desk, unit: Unit, membership: Membership) -> Kept:
    page, member = membership
    if page.kind is Gathering.COURSE:
        return Kept(
            kind=page.kind,
            surface=member.account.surface,
            name=courses.title_of(page),
            keeps=member.is_keeper,
            learns=is_learner(member),
            in_units=courses.has_units(page),
            shares=["" for _ in memberships.shown_by(desk, unit, page, member)],
            asked=len(memberships.asked_by(desk, unit, page, member)),
        )
    return Kept(
        kind=page.kind,
        surface=page.place.surface,
        name=memberships.called(page),
        keeps=member.is_keeper,
        shares=[share.text for _, share in memberships.said_by(desk, unit, page, member) if share.text],
    )


def _opened(desk: Desk, unit: Unit, membership: Membership) -> Body:
    if membership[0].kind is Gathering.COURSE:
        return courses.opened(desk, unit, membership)
    return circles.opened(desk, unit, membership)
