"""The acts of an outcome by what they ask of a platform, before anybody says which of them goes where."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from bot.domain.people import Account
from bot.surface.audience import Direct, Home, OnlyYou, Reading
from bot.surface.card import Card, Reach
from bot.surface.form import Form
from bot.surface.outcome import Attach, Open, Outcome, Quiet, Refuse, Replace, Retract, Show


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A card for one pair of eyes."""

    card: Card
    is_reading: bool = False

    @property
    def is_sealed(self) -> bool:
        """Whether it may not stand in a message."""
        return self.is_reading or self.card.reach is Reach.SEALED


@dataclass(slots=True, kw_only=True)
class Sorted:
    """Acts by their kind, each kind in order. `replaced` is what takes the place of a message that stays."""

    beside: list[Beside] = field(default_factory=list)
    direct: list[Card] = field(default_factory=list)
    replaced: Card | None = None
    is_retracted: bool = False
    form: Form | None = None
    refused: Refuse | None = None
    files: list[Attach] = field(default_factory=list)
    home: Card | None = None

    @property
    def cards(self) -> list[Card]:
        """The cards beside."""
        return [each.card for each in self.beside]

    @property
    def is_sealed(self) -> bool:
        """Whether anything beside may not stand in a message."""
        return any(each.is_sealed for each in self.beside)


def sort(outcome: Outcome, account: Account, *, replaces: bool) -> Sorted:
    """Sort what `account` is answered with: what is to be read by another is left out.

    `replaces` says whether a message that stays was pressed; elsewhere the card of a `Replace` joins those
    beside.
    """
    found = Sorted()
    for act in (outcome.first, *outcome.then):
        match act:
            case Show():
                _show(found, act, account)
            case Replace(card=card) if replaces:
                found.replaced = card
            case Replace(card=card):
                found.beside.append(Beside(card=card))
            case Retract():
                found.is_retracted = True
            case Open(form=form):
                found.form = form
            case Refuse():
                found.refused = act
            case Attach():
                found.files.append(act)
            case Quiet():
                pass
            case _:
                assert_never(act)
    return found


def _show(found: Sorted, act: Show, account: Account) -> None:
    match act.audience:
        case Direct():
            found.direct.append(act.card)
        case OnlyYou():
            found.beside.append(Beside(card=act.card))
        case Reading(to=to):
            if to == account:
                found.beside.append(Beside(card=act.card, is_reading=True))
        case Home():
            found.home = act.card
        case _:
            assert_never(act.audience)
