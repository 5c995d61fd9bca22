"""What is held about somebody in the circles that their accounts are in, opened, as plain JSON.

What was handed in without a name has no author: nobody, this included, can tell whose it is.
"""

from __future__ import annotations

from bot.ports.store import Unit
from bot.services.circles import memberships
from bot.services.circles.memberships import Membership
from bot.services.company import book
from bot.services.desk import Desk
from bot.services.gatherings import members
from bot.services.sealing import Body
from bot.services.takeout.parts import Holding


def circles(held: Holding) -> list[Body]:
    """What somebody's accounts are in, by the channel's name, and what is held of them there."""
    return [
        opened(held.desk, held.unit, each)
        for door in held.unit.people.doors(held.person.id)
        for each in memberships.circles_of(held.desk, held.unit, door.index)
    ]


def opened(desk: Desk, unit: Unit, membership: Membership) -> Body:
    """Return what one membership is, what was shared by it with a name, and what was set for company."""
    page, member = membership
    offer, wish = book.volunteer_of(member), book.wish_of(page, member.id)
    others = (members.get(desk, unit, page, each) for each in book.apart_of(member))
    return {
        "kind": page.kind,
        "surface": page.place.surface,
        "channel": memberships.called(page),
        "called": member.called,
        "looks_after_it": member.is_keeper,
        "shares": [
            {"kind": kind, "text": share.text, "state": share.state}
            for kind, share in memberships.said_by(desk, unit, page, member)
        ],
        "company": {
            "offers": offer.most if offer else None,
            "given_on": [day.isoformat() for day in offer.given] if offer else [],
            "never_with": [other.called for other in others if other is not None],
            "wish": wish.stage if wish else None,
        },
    }
