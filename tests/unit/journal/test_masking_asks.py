"""When the journal asks about what stands on a page, and when it does not: in danger, and twice."""

from __future__ import annotations

import pytest

from bot.guards.identifiers.lines import Line
from bot.services.cards import masking as cards
from bot.surface.audience import OnlyYou
from bot.surface.card import Reach
from bot.surface.outcome import Outcome, Show
from tests.unit.flows.walks import begin, button, open_form, walk
from tests.unit.journal.test_offered_masks import BOAT, NAME, another, offer_in, offers, written
from tests.unit.small_house import ANA, card_in, card_of, control, form_of
from tests.unit.world import labels, world

DENSE = (
    "Saw the retired lighthouse keeper again. 84, Baptist, lives above the harbour with one blue "
    "parrot. He spoke about his brother's wedding."
)
ASKED = "Could a colleague still recognise this person?"
RISKS = {
    "I want to die.": "danger.high",
    "My husband hits me.": "danger.being_hurt",
    "Hopeless week.": "danger.low",
    "I slapped a resident this morning.": "danger.harm",
}
"""What is written, and what its writer sees."""
OTHER = "A client told me she wants to kill herself."


def cards_of(outcome: Outcome) -> list[str]:
    """Return what was shown, in order."""
    return [act.card.text_id for act in (outcome.first, *outcome.then) if isinstance(act, Show)]


@pytest.mark.parametrize("rest", [f" {NAME} came.", f" {DENSE}"])
@pytest.mark.parametrize("risk", RISKS)
async def test_a_writer_at_risk_is_asked_nothing(risk: str, rest: str) -> None:
    """Who to call stands there, and no question of ours beside it."""
    with world() as house:
        assert cards_of(await written(house, risk + rest)) == ["entry.saved", RISKS[risk]]


async def test_with_somebody_else_at_risk_it_stands_below() -> None:
    """The lines first; of rare detail it does not ask there at all."""
    with world() as house:
        outcome = await written(house, f"{OTHER} {NAME} came.")
        assert cards_of(outcome) == ["entry.saved", "danger.unclear", "guard.offer"]
        assert cards_of(await another(house, f"{OTHER} {DENSE}")) == ["entry.saved", "danger.unclear"]
        masked = card_of(await house.press(control(offer_in(outcome), "guard.mask")))
        assert ASKED not in masked.text


async def test_a_flow_with_words_of_danger_in_it_ends_without_a_question() -> None:
    """Who to call came with the words; the page is kept, and nothing is offered at its end."""
    with world() as house:
        card = await walk(house, await begin(house, "repair"), BOAT)
        said = await house.submit(await open_form(house, card), text=f"{NAME} came. I want to die.")
        card = card_in(said.then[-1])
        card = card_of(await house.press(button(card, "flow.stop")))
        outcome = await house.press(button(card, "flow.keep"))
        assert offers(outcome) == []
        assert NAME in house.entries()[0]["text"]


async def test_of_rare_detail_it_asks_once_of_a_page() -> None:
    """After it was first kept, without showing a word of it; never after a change."""
    with world() as house:
        outcome = await written(house, DENSE)
        [asked] = outcome.then
        assert isinstance(asked, Show)
        assert (asked.audience, asked.card.reach) == (OnlyYou(), Reach.SEALED)
        assert (asked.card.text, labels(asked.card)) == (ASKED, ["Edit", "It is fine"])
        assert card_of(await house.press(control(asked.card, "guard.fine"))).text == "Fine."
        form = form_of(await house.press(control(asked.card, "entry.edit")))
        again = await house.submit(form, text=f"{DENSE} {NAME} came.")
        masked = card_of(await house.press(control(offer_in(again), "guard.mask")))
        assert masked.text == "Masked."


async def test_of_rare_detail_it_asks_after_a_mask() -> None:
    """Where names were masked on the page as it was first kept; it is read and edited from there."""
    with world() as house:
        outcome = await written(house, f"{DENSE} {NAME} came.")
        assert cards_of(outcome) == ["entry.saved", "guard.offer"]
        masked = card_of(await house.press(control(offer_in(outcome), "guard.mask")))
        assert masked.text.split("\n\n") == ["Masked.", ASKED]
        assert labels(masked) == ["Read it", "Edit", "It is fine"]
        form = form_of(await house.press(control(masked, "entry.edit")))
        assert form.fields[0].value.startswith(DENSE)
        assert (await house.submit(form)).then == ()


@pytest.mark.parametrize(
    ("count", "is_soft", "said"),
    [
        (1, False, "One place may point at a person:"),
        (9, False, "Nine places may point at a person:"),
        (10, False, "10 places may point at a person:"),
        (1, True, "This may name a colleague:"),
        (2, True, "These may name colleagues:"),
    ],
)
async def test_it_counts_in_words_and_speaks_softly_of_colleagues(
    count: int, said: str, *, is_soft: bool
) -> None:
    """Up to nine; what is not shown is counted below."""
    with world() as house:
        await house.settle_in()
        line = Line(text="x", masked="y", places=1)
        offered = cards.Offered(
            entry=house.desk.chance.new_id(), version=1, count=count, is_soft=is_soft, lines=[line], names=[]
        )
        card = cards.offer(house.desk.mint(ANA), offered)
        more = {1: [], 2: ["and one more place"]}.get(count, [f"and {count - 1} more places"])
        assert card.text.split("\n\n") == [said, "x", *more, "Masked:", "y"]
