"""Texts meant for others without a name: what words of danger decide, row by row of what the docs say."""

from __future__ import annotations

import pytest

from bot.domain.sharing import OFFERS, Decision, Hold, Reason, Release
from bot.services.sharing.holding import decide
from tests.unit.sharing.circle import CHOICE, HOLD, WAYS
from tests.unit.sharing.test_sharing_choice import choices, sent, with_a_circle
from tests.unit.small_house import card_of, control, form_of

OTHER = "My client wants to kill herself."
HIGH = "I want to kill myself."
HURT = "My husband hits me."
HARM = "I hit a client today."
WORN = "I am burnt out and it is all pointless."
IDIOM = "This rota is killing me."
PLAIN = "We laughed a lot today."
LABELS = [
    "To the facilitator, with my name",
    "To the facilitator, without my name",
    "Share by name",
    "Edit",
    "Withdraw",
]


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        (OTHER, Hold(reason=Reason.OTHER_AT_RISK)),
        (HIGH, Hold(reason=Reason.WRITER_AT_RISK)),
        (HURT, Hold(reason=Reason.BEING_HURT)),
        (HARM, Hold(reason=Reason.HARM)),
        (WORN, Release()),
        (IDIOM, Release()),
        (PLAIN, Release()),
    ],
)
def test_what_a_text_looks_like_decides(text: str, decision: Decision) -> None:
    """A hold has its reason, and never a post without a name among its offers."""
    assert decide(text) == decision
    assert [offer.value for offer in OFFERS] == [
        "facilitator_named",
        "facilitator_unnamed",
        "by_name",
        "edit",
        "withdraw",
    ]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (OTHER, "In danger now", "so it is held."),
        (HIGH, "In danger now", "you may be in danger"),
        (HURT, "Is this device safe to read on?", "somebody is hurting you"),
        (HARM, "Step away if you can", "somebody may be hurt, or was"),
    ],
)
async def test_a_held_text_says_why_below_who_to_call(
    monkeypatch: pytest.MonkeyPatch, text: str, line: str, reason: str
) -> None:
    """The facilitator comes first, then the name, the pen and the way out; nothing went anywhere."""
    async with with_a_circle(monkeypatch) as (house, circle):
        card = card_of(await sent(house, text))
        assert -1 < card.text.index(line) < card.text.index(reason)
        assert "Nothing was posted, and nobody was told." in card.text
        assert text in card.text
        assert choices(card)[-5:] == LABELS
        assert circle.posted == []


@pytest.mark.parametrize("text", [OTHER, HIGH])
@pytest.mark.parametrize("press", WAYS)
async def test_each_offer_is_taken_for_the_text_that_was_shown(
    monkeypatch: pytest.MonkeyPatch, text: str, press: str
) -> None:
    """To the facilitator with and without the name, or by name."""
    async with with_a_circle(monkeypatch) as (house, circle):
        await house.press(control(card_of(await sent(house, text)), press))
        assert circle.posted == [(WAYS[press], text)]


async def test_a_held_text_is_withdrawn_or_edited(monkeypatch: pytest.MonkeyPatch) -> None:
    """Edited it is looked at anew, and may go out then."""
    async with with_a_circle(monkeypatch) as (house, circle):
        await house.press(control(card_of(await sent(house, HIGH)), HOLD.withdraw))
        assert (circle.posted, house.tables.drafts) == ([], {})
        form = form_of(await house.press(control(card_of(await sent(house, OTHER)), HOLD.edit)))
        assert form.fields[0].value == OTHER
        await house.submit(form, text=PLAIN)
        assert circle.posted == [("no name", PLAIN)]


@pytest.mark.parametrize(("text", "says"), [(HIGH, "you may be in danger"), (PLAIN, "is held no more")])
async def test_an_offer_for_a_text_that_changed_shares_nothing(
    monkeypatch: pytest.MonkeyPatch, text: str, says: str
) -> None:
    """What stands there now is shown, held or not."""
    async with with_a_circle(monkeypatch) as (house, circle):
        before = card_of(await sent(house, OTHER))
        form = form_of(await house.press(control(before, HOLD.edit)))
        circle.is_slow = True
        await house.submit(form, text=text)
        again = card_of(await house.press(control(before, HOLD.facilitator_named)))
        assert "This text has changed since" in again.text
        assert says in again.text
        assert circle.posted == []


async def test_what_a_held_text_is_about_is_asked_once_and_the_offers_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is answered stands above them; who said "none of these" is not asked again that day."""
    async with with_a_circle(monkeypatch) as (house, circle):
        card = card_of(await sent(house, OTHER))
        again = card_of(await house.choose(control(card, "danger.about"), "none"))
        assert again.text.startswith("Fine.\n\nThis sounds as if somebody may be at risk.")
        assert choices(again)[-5:] == LABELS
        third = card_of(await sent(house, OTHER))
        assert "Is this about" not in third.text
        assert choices(third) == [*LABELS, "Help now"]
        await house.press(control(third, HOLD.by_name))
        assert circle.posted == [("name", OTHER)]


async def test_who_is_worn_out_reads_one_quiet_line_and_the_text_goes_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Once: after a choice it stood above that."""
    line = "Rough going. Your people and the lines are one tap away."
    async with with_a_circle(monkeypatch) as (house, circle):
        outcome = await sent(house, WORN)
        assert line in card_of(outcome).text
        assert len(outcome.then) == 1
        card = card_of(await sent(house, f"{WORN} Mrs Fern saw it."))
        assert card.text.startswith(line)
        after = await house.press(control(card, CHOICE.as_it_is))
        assert (card_of(after).text_id, after.then) == ("circle.thanks", ())
        assert [text for _, text in circle.posted] == [WORN, f"{WORN} Mrs Fern saw it."]


async def test_the_choice_comes_first_and_then_the_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is held is what was chosen."""
    async with with_a_circle(monkeypatch) as (house, circle):
        card = card_of(await sent(house, f"{HIGH} Mrs Fern knows."))
        assert card.text_id == "sharing.choice"
        held = card_of(await house.press(control(card, CHOICE.masked)))
        assert held.text_id == "sharing.held"
        assert held.text.startswith("In danger now")
        assert "Fern" not in held.text
        await house.press(control(held, HOLD.facilitator_unnamed))
        [(way, text)] = circle.posted
        assert (way, "Fern" in text) == ("facilitator, no name", False)
