"""What is held, what a facilitator and a writer say to each other alone, and letting a name rest."""

from __future__ import annotations

import pytest

from bot.domain.circles import PostKind, ShareState
from bot.domain.people import Account
from bot.surface.card import Button, Card
from bot.surface.outcome import Outcome
from tests.unit.circles.circle_house import CAS, CircleHouse, circle_world
from tests.unit.circles.unnamed_hands import (
    DANGER,
    OTHER,
    WORDS,
    closes,
    comes_out,
    hands_in,
    mine,
    said,
    six,
)
from tests.unit.small_house import ANA, BEN, card_of, control, errors_of, form_of


async def _two_out(circle: CircleHouse) -> None:
    opening = (await circle.round()).opening
    await hands_in(circle, opening, WORDS, BEN)
    await hands_in(circle, opening, OTHER, CAS)
    await comes_out(circle)


async def _all_for(circle: CircleHouse, who: Account) -> Card:
    opening = (await circle.round()).opening
    return card_of(await circle.press_there(circle.in_channel("aside.all", opening), who))


async def _about(circle: CircleHouse, name: str, text: str, who: Account, arg: str = "") -> Outcome:
    """Press a control that is about the share with a text."""
    [post] = [each for each in await circle.posts(PostKind.SHARE) if each.details["text"] == text]
    ref = circle.house.desk.mint(who)(name, post.id, arg)
    return await circle.house.press(Button(ref=ref, name=name, label=name), who)


async def test_words_of_danger_are_held_with_who_to_call_and_five_ways() -> None:
    """For the writer alone; nothing waits for others, and nobody is told."""
    with circle_world() as house:
        circle, opening = await six(house)
        card = card_of(await hands_in(circle, opening, DANGER, BEN))
        assert card.text_id == "sharing.held"
        names = {one.name for one in card.controls}
        assert {
            "unnamed.to_keeper_named",
            "unnamed.to_keeper",
            "unnamed.by_name",
            "unnamed.change",
            "unnamed.back",
        } <= names
        await hands_in(circle, opening, OTHER, CAS)
        await comes_out(circle)
        assert not circle.cards
        assert not circle.told(ANA)


@pytest.mark.parametrize("is_named", [False, True])
async def test_a_held_text_goes_to_the_facilitator_alone(*, is_named: bool) -> None:
    """With the writer's name or without; never to the channel, and the letter says nothing of it."""
    with circle_world() as house:
        circle, opening = await six(house)
        card = card_of(await hands_in(circle, opening, DANGER, BEN))
        name = "unnamed.to_keeper_named" if is_named else "unnamed.to_keeper"
        assert card_of(await house.press(control(card, name), BEN)).text_id == "aside.sent"
        [letter] = circle.told(ANA)
        assert DANGER not in letter.text
        read = card_of(await house.press(control(letter, "aside.read"), ANA))
        assert said([read]) == [DANGER]
        assert ("Ben" in read.text) is is_named
        await comes_out(circle)
        assert not circle.cards
        form = form_of(await house.press(control(read, "aside.open"), ANA))
        await house.submit_by(ANA, form, {"text": "Thank you for saying it."})
        assert "Thank you for saying it." in (await mine(circle, opening, BEN)).text
        assert "Thank you for saying it." not in (await mine(circle, opening, CAS)).text


async def test_a_held_text_can_be_shared_by_name() -> None:
    """Then it stands in the channel as any other share, and waits nowhere."""
    with circle_world() as house:
        circle, opening = await six(house)
        card = card_of(await hands_in(circle, opening, DANGER, BEN))
        await house.press(control(card, "unnamed.by_name"), BEN)
        assert "Ben shares:" in circle.cards[-1].text
        assert [share.proof for share in await circle.shares()] == [""]


async def test_a_held_text_that_is_edited_may_wait_like_any_other() -> None:
    """And one that is withdrawn is gone."""
    with circle_world() as house:
        circle, opening = await six(house)
        card = card_of(await hands_in(circle, opening, DANGER, BEN))
        form = form_of(await house.press(control(card, "unnamed.change"), BEN))
        assert card_of(await house.submit_by(BEN, form, {"text": WORDS})).text_id == "unnamed.waits"
        await house.press(control(card_of(await hands_in(circle, opening, DANGER, BEN)), "unnamed.back"), BEN)
        assert [(each.text, each.state) for each in await circle.shares()] == [(WORDS, ShareState.PENDING)]


async def test_a_facilitator_answers_a_writer_alone_and_learns_nobody() -> None:
    """Under [My shares] of the writer; they may answer, without their name or with it."""
    with circle_world() as house:
        circle, opening = await six(house)
        await _two_out(circle)
        seen = await _all_for(circle, ANA)
        assert "Ben" not in seen.text
        form = form_of(await _about(circle, "aside.open", WORDS, ANA))
        await house.submit_by(ANA, form, {"text": "I read it."})
        assert not circle.told(BEN)
        own = await mine(circle, opening, BEN)
        assert "I read it." in own.text
        assert "I read it." not in (await mine(circle, opening, CAS)).text
        form = form_of(await house.press(control(own, "aside.answer"), BEN))
        await house.submit_by(BEN, form, {"text": "Good to know."})
        text = (await _all_for(circle, ANA)).text
        assert "Good to know." in text
        assert "Ben" not in text
        form = form_of(await house.press(control(own, "aside.answer_named"), BEN))
        await house.submit_by(BEN, form, {"text": "It is me."})
        assert "Ben" in (await _all_for(circle, ANA)).text
        assert all("I read it." not in card.text for card in circle.cards)


async def test_only_who_looks_after_the_circle_has_any_of_it() -> None:
    """The list, an answer aside, and letting a name rest."""
    with circle_world() as house:
        circle, _ = await six(house)
        await _two_out(circle)
        assert (await _all_for(circle, CAS)).text_id == "aside.not_yours"
        for name in ("aside.open", "aside.read", "unnamed.rest", "unnamed.speak"):
            assert card_of(await _about(circle, name, WORDS, CAS)).text_id == "aside.not_yours"


async def test_a_name_that_rests_hands_nothing_in_and_stays_unknown() -> None:
    """Its writer hears why; others go on; with a name it works; after the round nothing can be done."""
    with circle_world() as house:
        circle, opening = await six(house)
        await _two_out(circle)
        told = card_of(await _about(circle, "unnamed.rest", WORDS, ANA))
        assert "Ben" not in told.text
        card = card_of(await circle.press_there(circle.in_channel("unnamed.open", opening), BEN))
        assert card.text_id == "unnamed.refused"
        assert "rest" in card.text
        assert card_of(await hands_in(circle, opening, WORDS + " Again.", CAS)).text_id == "unnamed.waits"
        await house.press(control(told, "unnamed.speak"), ANA)
        assert card_of(await hands_in(circle, opening, OTHER + " Again.", BEN)).text_id == "unnamed.waits"
        await closes(circle)
        assert card_of(await _about(circle, "unnamed.rest", WORDS, ANA)).text_id == "share.gone"


async def test_what_waits_of_a_name_that_rests_does_not_come_out() -> None:
    """[My shares] tells its writer."""
    with circle_world() as house:
        circle, opening = await six(house)
        await _two_out(circle)
        await hands_in(circle, opening, WORDS + " Again.", BEN)
        await hands_in(circle, opening, OTHER + " Again.", CAS)
        await _about(circle, "unnamed.rest", WORDS, ANA)
        await comes_out(circle)
        assert len(circle.cards) == 2
        assert "let this name rest" in (await mine(circle, opening, BEN)).text


async def test_what_is_said_aside_has_its_limits() -> None:
    """Nothing typed, too long, too much for one row, or gone: a sentence each, and the words stay."""
    with circle_world() as house:
        circle, opening = await six(house)
        await _two_out(circle)
        form = form_of(await _about(circle, "aside.open", WORDS, ANA))
        assert "Nothing is written" in errors_of(await house.submit_by(ANA, form, {"text": " "}))["text"]
        assert "400" in errors_of(await house.submit_by(ANA, form, {"text": "a" * 401}))["text"]
        await house.submit_by(ANA, form, {"text": "\N{OWL}" * 300})
        full = await house.submit_by(ANA, form, {"text": "\N{FOX FACE}" * 400})
        assert "No more fits" in errors_of(full)["text"]
        await house.press(control(await mine(circle, opening, BEN), "unnamed.back"), BEN)
        assert "not here" in errors_of(await house.submit_by(ANA, form, {"text": "Hello."}))["text"]
        sizes = {len(row.sealed) for row in house.tables.posts.values()}
        assert len(sizes) == 1
