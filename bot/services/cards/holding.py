"""A text that is not posted without a name: why, and what its writer may do with it. For its writer alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from bot.domain.sharing import Hold, Offer, Reason
from bot.services.cards.plain import press, row
from bot.services.cards.sharing import SUMMARY
from bot.services.cards.welcome import help_button
from bot.services.desk import Mint
from bot.surface.card import Block, Buttons, Card, Reach, own_words, say

_REASONS: Mapping[Reason, str] = {
    Reason.OTHER_AT_RISK: (
        "This sounds as if somebody may be at risk. Without a name, whoever reads it could not ask or help, "
        "so it is held."
    ),
    Reason.WRITER_AT_RISK: (
        "This sounds as if you may be in danger. Without a name, whoever reads it could not reach you, so it "
        "is not posted that way."
    ),
    Reason.BEING_HURT: (
        "This sounds as if somebody is hurting you. Without a name, whoever reads it could not stand by you, "
        "so it is not posted that way."
    ),
    Reason.HARM: (
        "This sounds as if somebody may be hurt, or was. Without a name, whoever reads it could not help, so "
        "it is not posted that way."
    ),
}
_SO_FAR = "Nothing was posted, and nobody was told."
_FACILITATOR = (
    "You can send it to the facilitator only. They may read it some hours from now, and their answer reaches "
    "you alone."
)
_HELD_NO_MORE = (
    "This text has changed since, and is held no more. Nothing was posted. This is what stands here now:"
)
_LABELS: Mapping[Offer, str] = {
    Offer.FACILITATOR_NAMED: "To the facilitator, with my name",
    Offer.FACILITATOR_UNNAMED: "To the facilitator, without my name",
    Offer.BY_NAME: "Share by name",
    Offer.EDIT: "Edit",
    Offer.WITHDRAW: "Withdraw",
}
_TO_FACILITATOR = (Offer.FACILITATOR_NAMED, Offer.FACILITATOR_UNNAMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldControls:
    """The names of the controls that a feature answers itself, one for each offer, each a route of its own.

    `about` takes the answer to "Is this about": it calls `holding.about`.
    """

    facilitator_named: str
    facilitator_unnamed: str
    by_name: str
    edit: str
    withdraw: str
    about: str

    def of(self, offer: Offer) -> str:
        """Return the name of the control for an offer."""
        return {
            Offer.FACILITATOR_NAMED: self.facilitator_named,
            Offer.FACILITATOR_UNNAMED: self.facilitator_unnamed,
            Offer.BY_NAME: self.by_name,
            Offer.EDIT: self.edit,
            Offer.WITHDRAW: self.withdraw,
        }[offer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A text and the row where it waits.

    `shown` is what a control carries to know again which text stood on its card.
    """

    row: UUID
    shown: str
    text: str = field(repr=False)


def held(mint: Mint, controls: HoldControls, hold: Hold, waiting: Waiting, above: Sequence[Block]) -> Card:
    """Return why it is held, the text, and the offers; `above` is who to call, and what changed."""
    first = [offer for offer in hold.offers if offer in _TO_FACILITATOR]
    others = [offer for offer in hold.offers if offer not in _TO_FACILITATOR]
    return Card(
        text_id="sharing.held",
        blocks=(
            *above,
            say(f"{_REASONS[hold.reason]} {_SO_FAR}"),
            own_words(waiting.text),
            say(_FACILITATOR),
            _row(mint, controls, waiting, first),
            _row(mint, controls, waiting, others),
            *(() if any(isinstance(block, Buttons) for block in above) else (row(help_button(mint)),)),
        ),
        summary=SUMMARY,
        reach=Reach.SEALED,
    )


def held_no_more(mint: Mint, controls: HoldControls, waiting: Waiting, above: Sequence[Block] = ()) -> Card:
    """Return what is said where the text that was held became one that may go out: it is sent anew."""
    ways = _row(mint, controls, waiting, (Offer.EDIT, Offer.WITHDRAW))
    return Card(
        text_id="sharing.held_no_more",
        blocks=(*above, say(_HELD_NO_MORE), own_words(waiting.text), ways),
        summary=SUMMARY,
        reach=Reach.SEALED,
    )


def _row(mint: Mint, controls: HoldControls, waiting: Waiting, offers: Sequence[Offer]) -> Buttons:
    return row(
        *(press(mint, controls.of(each), _LABELS[each], waiting.row, arg=waiting.shown) for each in offers)
    )
