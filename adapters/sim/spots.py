"""Where things stand in the simulated world, and what somebody's act has to do with them."""

from __future__ import annotations

from dataclasses import dataclass

from adapters.sim.render import SeenBy
from bot.domain.people import Account, Place
from bot.surface.card import Button, Choose, Scale
from bot.surface.form import Form
from bot.surface.inbound import InboundEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a card stands: what it takes to change it later.

    In a channel it is nobody's own: `to` is None there, `place` is the channel, and `under` is the id of the
    card below which it stands.
    """

    id: str
    to: Account | None
    where: str | None
    seen_by: SeenBy
    place: Place | None = None
    under: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A control where it was shown."""

    control: Choose | Scale | Button
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedForm:
    """A form with the one for whom it opened, and the card whose control opened it."""

    form: Form
    to: Account
    where: str | None
    source: Spot | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One thing that somebody did: the event for the core, and where its answer belongs.

    `event` is None where the core never hears of it: talk in a room.
    """

    account: Account
    event: InboundEvent | None
    where: str | None = None
    source: Spot | None = None
