"""Answering a share: heard, known, or in words below it. Nobody is counted; advice only if asked for."""

from __future__ import annotations

from itertools import permutations

import pytest

from bot.domain.circles import PostKind
from bot.domain.people import Account
from bot.surface.card import Button
from tests.unit.circles.circle_house import CAS, DEE, EVE, CircleHouse, circle_world
from tests.unit.circles.sharing_hands import NAMED, WORDS, answers, said, shared
from tests.unit.small_house import ANA, BEN, TEAM, card_of, control, errors_of, form_of

HEARD = "Heard."
BOTH = "Heard, and somebody knows it too."


async def test_a_press_says_once_that_it_was_heard() -> None:
    """No name and no number; whoever presses next changes nothing, and is told the same."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        card = await shared(circle)
        told = [
            card_of(await circle.press_there(control(card, "share.heard"), who)) for who in (CAS, DEE, ANA)
        ]
        assert {each.text for each in told} == {"Passed on. Nobody sees that it was you, and nobody counts."}
        [now] = circle.cards
        assert now.text.count("Heard") == 1
        assert not any(name in now.text for name in ("Cas", "Dee", "Ana", "2", "3"))


@pytest.mark.parametrize("order", sorted(set(permutations(("share.heard", "share.known", "share.known")))))
async def test_the_channel_says_the_same_in_whatever_order_people_press(order: tuple[str, ...]) -> None:
    """It tells that somebody knows it too, and not who came first."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        card = await shared(circle)
        for name, who in zip(order, (CAS, DEE, ANA), strict=True):
            await circle.press_there(control(card, name), who)
        assert BOTH in circle.cards[0].text
        assert HEARD not in circle.cards[0].text


async def test_an_answer_in_words_stands_below_its_share_under_a_name() -> None:
    """In its thread; and the share counts as answered."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        card = await shared(circle)
        told = card_of(await answers(circle, card, "What I hear is relief.", CAS))
        assert told.text == "On its way to the channel."
        [answer] = house.chat.channels.under(house.chat.channels.handle_of(circle.cards[0]))
        assert answer.text == "Cas:\n\nWhat I hear is relief."
        [share] = await circle.shares()
        assert share.is_answered
        assert HEARD not in circle.cards[0].text


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        ("heard", "They ask to be heard, and nothing more. Say what you heard, without advice."),
        ("known", "They ask who knows it too. Say what you know of it from yourself, without advice."),
        ("idea", "They ask for one idea. Say first what you heard; then one idea is welcome."),
    ],
)
async def test_the_form_says_which_answers_are_wished_for(wish: str, sentence: str) -> None:
    """And has first words for who looks for some."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        card = await shared(circle, wish=wish)
        form = form_of(await circle.press_there(control(card, "answer.open"), CAS))
        assert form.intro == sentence
        assert form.fields[0].hint == "What I hear is … · I know something like it …"


async def test_an_answer_goes_through_the_same_choice_before_others_read_it() -> None:
    """Its share counts as answered only when it is posted."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        card = await shared(circle)
        question = card_of(await answers(circle, card, NAMED, CAS))
        assert question.text_id == "sharing.choice"
        assert len(circle.cards) == 1
        assert not (await circle.shares())[0].is_answered
        form = form_of(await house.press(control(question, "share.edit"), CAS))
        assert (form.name, form.fields[0].value) == ("answer", NAMED)
        await house.submit_by(CAS, form, {"text": "I hear you sat with somebody."})
        assert len(circle.cards) == 2
        assert (await circle.shares())[0].is_answered


async def test_an_answer_is_changed_and_taken_back_like_a_share() -> None:
    """By its writer alone."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        told = card_of(await answers(circle, await shared(circle), "I know it.", CAS))
        form = form_of(await house.press(control(told, "share.change"), CAS))
        assert form.name == "answer"
        changed = card_of(await house.submit_by(CAS, form, {"text": "I know it well."}))
        assert said(circle.cards[1]) == ["I know it well."]
        await house.press(control(changed, "share.back"), CAS)
        assert [said(card) for card in circle.cards] == [[WORDS]]
        assert not await circle.posts(PostKind.ANSWER)


async def test_what_cannot_be_answered_says_why() -> None:
    """One's own, what is gone, a round that is over, and a circle that one is not in: a sentence each."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        card = await shared(circle)

        async def pressed(name: str, who: Account = CAS) -> str:
            return card_of(await circle.press_there(control(card, name), who)).text_id

        names = ("share.heard", "share.known", "answer.open")
        assert {await pressed(name, BEN) for name in names} == {"answer.own"}
        assert {await pressed(name, EVE) for name in names} == {"circle.join"}
        form = form_of(await circle.press_there(control(card, "answer.open"), CAS))
        await circle.to_answering()
        assert await pressed("share.heard") == "answer.passed_on"
        await circle.end_round()
        assert {await pressed(name) for name in names} == {"share.over"}
        assert "round is over" in errors_of(await house.submit_by(CAS, form, {"text": "Late."}))["text"]
        [post] = await circle.posts(PostKind.SHARE)
        await circle.run(lambda unit, _page: unit.gatherings.remove_post(post.id))
        assert {await pressed(name) for name in names} == {"share.gone"}
        assert "not there any more" in errors_of(await house.submit_by(CAS, form, {"text": "Late."}))["text"]


async def test_a_share_that_was_taken_back_takes_no_answer() -> None:
    """A choice that was waited with is told so, and the words can be kept."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        card = await shared(circle)
        question = card_of(await answers(circle, card, NAMED, CAS))
        [post] = await circle.posts(PostKind.SHARE)
        back = Button(ref=house.desk.mint(BEN)("share.back", post.id), name="share.back", label="Back")
        await house.press(back, BEN)
        late = card_of(await house.press(control(question, "share.masked"), CAS))
        assert late.text_id == "share.too_late"
        assert not house.chat.channels.cards(TEAM)
