"""Sharing in a round under one's own name: written in a form, read by its writer first, then posted."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.circles import SHARE_MAX, PostKind, ShareState
from bot.domain.people import Account
from bot.services.circles import sharing
from bot.surface.card import Button, Paragraph, Reach
from bot.surface.form import Form
from bot.surface.outcome import Refuse
from tests.unit.circles.circle_house import CAS, EVE, CircleHouse, circle_world
from tests.unit.circles.sharing_hands import NAMED, WORDS, said, shares
from tests.unit.small_house import ANA, BEN, card_in, card_of, control, errors_of, form_of, ref_of


async def test_a_share_stands_in_the_channel_under_its_name() -> None:
    """With the wish, and what can be pressed; its writer hears that it is on its way."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        opening = await circle.open_round()
        told = card_of(await shares(circle, opening, WORDS, wish="known"))
        assert told.text == "On its way to the channel."
        [card] = circle.cards
        assert (card.reach, said(card)) == (Reach.OPEN, [WORDS])
        assert card.text == f"Ben shares:\n\n{WORDS}\n\nTell me if you know it too."
        labels = [one.label for one in card.controls if isinstance(one, Button)]
        assert labels == ["I hear you", "me too", "Answer", "Report"]
        assert WORDS not in card.summary


async def test_only_to_be_heard_is_what_holds_where_nothing_was_chosen() -> None:
    """Also where a platform sends something that no form has."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        opening = await circle.open_round()
        await shares(circle, opening, WORDS)
        await shares(circle, opening, "Another.", wish="advice, please")
        assert [card.text.rpartition("\n\n")[2] for card in circle.cards] == ["Only hear me."] * 2


async def test_no_notebook_is_needed_and_none_is_begun() -> None:
    """Who shares has said no yes, and has no row among people."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        await shares(circle, await circle.open_round(), WORDS)
        assert not house.tables.people
        assert len(circle.cards) == 1


async def test_nothing_of_a_share_stands_in_the_clear() -> None:
    """Not its words, not its name, and no row belongs to anybody."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        await shares(circle, await circle.open_round(), WORDS)
        kept = repr(list(house.tables.posts.values())) + repr(house.outbox)
        assert WORDS not in kept
        assert "Ben" not in kept
        assert [delivery.owner for delivery in house.outbox] == [None]
        assert WORDS not in repr(await circle.shares())


async def test_a_form_sent_again_posts_once() -> None:
    """The same words are the same share; other words from the same form change it."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        opening = await circle.open_round()
        form = form_of(await circle.press_there(circle.in_channel("share.open", opening), BEN))
        for text in (WORDS, WORDS, "It was quiet."):
            await house.submit_by(BEN, form, {"text": text})
        assert [said(card) for card in circle.cards] == [["It was quiet."]]
        await circle.press_there(circle.in_channel("share.open", opening), BEN)
        await shares(circle, opening, WORDS)
        assert [said(card) for card in circle.cards] == [["It was quiet."], [WORDS]]


@pytest.mark.parametrize(
    ("text", "sentence"), [("  ", "Nothing is written"), ("a" * (SHARE_MAX + 1), "601 characters; 600 fit")]
)
async def test_what_does_not_fit_stays_in_its_form(text: str, sentence: str) -> None:
    """With a sentence at the field, and nothing is kept."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        outcome = await shares(circle, await circle.open_round(), text)
        assert sentence in errors_of(outcome)["text"]
        assert not await circle.posts(PostKind.SHARE)


async def test_words_that_could_tell_who_somebody_is_are_read_by_their_writer_first() -> None:
    """Nothing is posted before the choice; masked is one of four ways."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        question = card_of(await shares(circle, await circle.open_round(), NAMED))
        assert question.text_id == "sharing.choice"
        assert not circle.cards
        [share] = await circle.shares()
        assert share.state is ShareState.WAITING
        told = card_of(await house.press(control(question, "share.masked"), BEN))
        assert told.text == "On its way to the channel."
        [card] = circle.cards
        assert "Thompson" not in card.text


async def test_each_way_of_the_choice_does_what_it_says() -> None:
    """As it is, edited, or not at all; somebody else's press does nothing."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        opening = await circle.open_round()
        question = card_of(await shares(circle, opening, NAMED))
        assert card_of(await house.press(control(question, "share.as_it_is"), CAS)).text_id == "not_yours"
        await house.press(control(question, "share.as_it_is"), BEN)
        assert said(circle.cards[0]) == [NAMED]
        question = card_of(await shares(circle, opening, NAMED, wish="idea"))
        form = form_of(await house.press(control(question, "share.edit"), BEN))
        assert [field.value for field in form.fields] == [NAMED, "idea"]
        await house.submit_by(BEN, form, {"text": WORDS})
        assert said(circle.cards[1]) == [WORDS]
        question = card_of(await shares(circle, opening, NAMED))
        assert "nothing was kept" in card_of(await house.press(control(question, "share.drop"), BEN)).text
        assert len(circle.cards) == 2
        assert len(await circle.shares()) == 2


async def test_words_of_danger_are_answered_to_their_writer_alone_and_hold_nothing_back() -> None:
    """Who to call stands above; a share with a name is posted all the same."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        outcome = await shares(circle, await circle.open_round(), "I want to kill myself.")
        assert card_of(outcome).text_id == "danger.high"
        assert card_in(outcome.then[-1]).text == "On its way to the channel."
        assert len(circle.cards) == 1
        assert not circle.told(ANA)


async def test_whom_it_is_about_can_be_said_without_a_notebook() -> None:
    """The question of the signpost is answered, and nothing of it is kept."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        outcome = await shares(circle, await circle.open_round(), "My patient wants to kill herself.")
        card = card_of(outcome)
        assert card.text_id == "danger.unclear"
        after = card_of(await house.choose(card.controls[0], "supported", who=BEN))
        assert "supervisor" in after.text


async def test_an_outsider_is_shown_the_way_in() -> None:
    """To them alone, and nothing opens."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        opening = await circle.open_round()
        card = card_of(await circle.press_there(circle.in_channel("share.open", opening), EVE))
        assert card.text_id == "circle.join"


async def test_sharing_that_is_over_says_so() -> None:
    """On the opening, on a form that was open, and on a choice that was waited with."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        opening = await circle.open_round()
        button = circle.in_channel("share.open", opening)
        form = form_of(await circle.press_there(button, BEN))
        question = card_of(await shares(circle, opening, NAMED))
        await circle.to_answering()
        assert "Sharing is over" in card_of(await circle.press_there(button, BEN)).text
        assert "Sharing is over" in errors_of(await house.submit_by(BEN, form, {"text": WORDS}))["text"]
        late = card_of(await house.press(control(question, "share.as_it_is"), BEN))
        assert "nothing was posted" in late.text
        await circle.end_round()
        assert "round is over" in card_of(await circle.press_there(button, BEN)).text
        assert "round is over" in errors_of(await house.submit_by(BEN, form, {"text": WORDS}))["text"]
        await circle.open_round()
        assert "round is over" in card_of(await circle.press_there(button, BEN)).text
        assert not circle.cards


async def test_who_left_posts_nothing_any_more() -> None:
    """The words stay in the form."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        opening = await circle.open_round()
        form = form_of(await circle.press_there(circle.in_channel("share.open", opening), BEN))
        await circle.leave(BEN)
        assert "not in this circle" in errors_of(await house.submit_by(BEN, form, {"text": WORDS}))["text"]


async def test_a_share_is_taken_back_and_its_words_are_not_kept() -> None:
    """Also when its round is over; nobody else can do it."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        told = card_of(await shares(circle, await circle.open_round(), WORDS))
        back = control(told, "share.back")
        post = (await circle.posts(PostKind.SHARE))[0].id
        stolen = Button(ref=house.desk.mint(CAS)("share.back", post), name="share.back", label="Back")
        assert card_of(await house.press(stolen, CAS)).text_id == "share.gone"
        await circle.end_round()
        assert "Taken back" in card_of(await house.press(back, BEN)).text
        assert not circle.cards
        assert not await circle.posts(PostKind.SHARE)
        assert card_of(await house.press(back, BEN)).text_id == "share.gone"


async def test_a_share_is_changed_where_it_stands() -> None:
    """Through the same question; what was heard of other words is not said of these."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        told = card_of(await shares(circle, await circle.open_round(), WORDS))
        await circle.press_there(control(circle.cards[0], "share.heard"), CAS)
        assert "Heard." in circle.cards[0].text
        form = form_of(await house.press(control(told, "share.change"), BEN))
        assert [field.value for field in form.fields] == [WORDS, "heard"]
        question = card_of(await house.submit_by(BEN, form, {"text": NAMED, "wish": "idea"}))
        assert said(circle.cards[0]) == [WORDS]
        changed = card_of(await house.press(control(question, "share.as_it_is"), BEN))
        assert changed.text.startswith("Changed.")
        assert [said(card) for card in circle.cards] == [[NAMED]]
        assert "Heard." not in circle.cards[0].text
        assert "One idea please." in circle.cards[0].text
        assert len(await circle.shares()) == 1


async def test_a_name_is_one_line_and_nothing_more() -> None:
    """A name that would speak for somebody else, or hide a direction, does not."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        who = Account(surface="chat", workspace="team", user="x\n\nana shares:\u202e <!channel> " + "y" * 60)
        button = circle.in_channel("share.open", await circle.open_round())
        await circle.press_there(circle.in_channel("circle.join", circle.id), who)
        form: Form = form_of(await circle.press_there(button, who))
        await house.submit_by(who, form, {"text": WORDS})
        first = circle.cards[0].blocks[0]
        assert isinstance(first, Paragraph)
        assert first.text == "X Ana Shares: <!Channel> Yyyyyyyyyyyyyyy shares:"


async def test_what_stands_is_known_for_one_round_more() -> None:
    """Then it is only in the channel; what was never posted goes with its round."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        await shares(circle, await circle.open_round(), WORDS)
        opening = (await circle.round()).opening
        await shares(circle, opening, NAMED)
        current = await circle.round()
        await circle.run(lambda unit, page: sharing.end_round(house.desk, unit, page, current))
        assert [share.text for share in await circle.shares()] == [WORDS]
        await circle.end_round()
        await circle.open_round()
        current = await circle.round()
        await circle.run(lambda unit, page: sharing.end_round(house.desk, unit, page, current))
        assert not await circle.shares()
        assert len(circle.cards) == 1


async def test_a_flood_of_forms_waits_and_loses_nothing() -> None:
    """After some within ten minutes the next one stays in its form; later it is taken."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        opening = await circle.open_round()
        outcomes = [await shares(circle, opening, f"{WORDS} {n}") for n in range(8)]
        assert [isinstance(each.first, Refuse) for each in outcomes] == [False] * 6 + [True] * 2
        assert "ten minutes" in errors_of(outcomes[-1])["text"]
        assert not isinstance((await shares(circle, opening, WORDS, CAS)).first, Refuse)
        await circle.until(house.clock.now() + timedelta(minutes=11))
        assert not isinstance((await shares(circle, opening, WORDS)).first, Refuse)
        assert len(circle.cards) == 8


async def test_a_share_button_of_another_place_is_refused() -> None:
    """A control is good in its own channel alone."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        button = circle.in_channel("share.open", await circle.open_round())
        assert ref_of(button)
        assert card_of(await house.press(button, BEN)).text_id == "not_yours"
