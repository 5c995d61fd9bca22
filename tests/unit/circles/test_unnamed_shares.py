"""Sharing without a name: held, released together and mixed, or dropped; nobody learns whose it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.circles import SHARE_MAX, PostKind, Share, ShareState
from bot.domain.people import Account
from bot.ports.store import Unit
from bot.services.gatherings import posts
from bot.services.gatherings.pages import Page
from bot.services.gatherings.settings import keep_setup, setup_of
from bot.services.shares import aliases, release
from bot.surface.card import Button
from tests.unit.circles.circle_house import CAS, DEE, EVE, PEOPLE, CircleHouse, circle_world
from tests.unit.circles.hands import a_channel, a_circle, circle_page, join
from tests.unit.circles.unnamed_hands import (
    NAMED,
    OTHER,
    SIX,
    WORDS,
    closes,
    comes_out,
    hands_in,
    mine,
    opens,
    said,
    six,
)
from tests.unit.small_house import ANA, BEN, TEAM, card_of, control, errors_of, form_of, on
from tests.unit.world import World


async def test_it_is_off_by_default() -> None:
    """A control that somebody kept says so, and the opening has none."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        opening = await circle.open_round()
        card = card_of(await circle.press_there(circle.in_channel("unnamed.open", opening), BEN))
        assert "come with a name" in card.text


async def test_under_six_it_is_refused_with_the_reason() -> None:
    """Five could guess too well; with a name it works."""
    with circle_world() as house:
        circle, opening = await six(house, people=(*PEOPLE, EVE))
        card = card_of(await circle.press_there(circle.in_channel("unnamed.open", opening), BEN))
        assert card.text_id == "unnamed.refused"
        assert "6 people" in card.text


async def test_what_it_cannot_promise_is_said_beforehand() -> None:
    """That it waits, that a lone one is dropped, what could still tell, and words of danger."""
    with circle_world() as house:
        circle, opening = await six(house)
        card = card_of(await circle.press_there(circle.in_channel("unnamed.open", opening), BEN))
        for part in ("dropped when the round closes", "your style", "runs this server", "danger"):
            assert part in card.text


async def test_two_of_two_writers_come_out_together_under_their_two_words() -> None:
    """Before that nothing stands in the channel; nothing of an author is on the cards."""
    with circle_world() as house:
        circle, opening = await six(house)
        told = card_of(await hands_in(circle, opening, WORDS, BEN))
        assert told.text_id == "unnamed.waits"
        await hands_in(circle, opening, OTHER, CAS)
        assert not circle.cards
        assert {share.state for share in await circle.shares()} == {ShareState.PENDING}
        await comes_out(circle)
        assert sorted(said(circle.cards)) == sorted([WORDS, OTHER])
        text = " ".join(card.text for card in circle.cards)
        assert text.count("without a name") == 2
        assert "Ben" not in text
        assert "Cas" not in text


async def test_rows_that_came_out_are_new_ones() -> None:
    """No id of what waited is an id of what stands: watching rows appear tells nothing later."""
    with circle_world() as house:
        circle, opening = await six(house)
        await hands_in(circle, opening, WORDS, BEN)
        await hands_in(circle, opening, OTHER, CAS)
        before = {post.id for post in await circle.posts(PostKind.SHARE)}
        await comes_out(circle)
        assert before.isdisjoint({post.id for post in await circle.posts(PostKind.SHARE)})


async def test_no_row_but_its_own_is_written_for_what_waits() -> None:
    """No row of a member changes, and nothing is on the agenda."""
    with circle_world() as house:
        circle, opening = await six(house)
        members, agenda = dict(house.tables.members), dict(house.tables.agenda)
        await hands_in(circle, opening, WORDS, BEN)
        assert (house.tables.members, house.tables.agenda) == (members, agenda)
        assert not house.tables.people


async def test_two_of_one_writer_wait_and_a_lone_one_is_dropped_at_close() -> None:
    """Nothing is shown of it, and nothing is kept."""
    with circle_world() as house:
        circle, opening = await six(house)
        await hands_in(circle, opening, WORDS, BEN)
        await hands_in(circle, opening, OTHER, BEN)
        await comes_out(circle)
        assert not circle.cards
        await closes(circle)
        assert not await circle.shares()
        assert not circle.cards


async def test_a_circle_that_shrank_releases_nothing_and_tells_who_looks() -> None:
    """Six at writing, five at the release."""
    with circle_world() as house:
        circle, opening = await six(house)
        await hands_in(circle, opening, WORDS, BEN)
        await hands_in(circle, opening, OTHER, CAS)
        await circle.leave(DEE)
        await comes_out(circle)
        assert not circle.cards
        assert "fewer than 6" in (await mine(circle, opening, BEN)).text


@pytest.mark.parametrize(
    ("day", "hour", "comes"), [(0, 15, 2), (0, 16, 0), (0, 20, 0), (5, 10, 0), (1, 8, 0), (1, 9, 2)]
)
async def test_nothing_comes_out_when_nobody_is_there_to_look(day: int, hour: int, comes: int) -> None:
    """Not in the facilitator's last two hours, at night or on a day off, whatever made it so late."""
    with circle_world() as house:
        circle, opening = await six(house)
        await hands_in(circle, opening, WORDS, BEN)
        await hands_in(circle, opening, OTHER, CAS)
        await circle.until(house.clock.now().replace(hour=hour) + timedelta(days=day))
        await circle.run(lambda unit, page: release.batch(house.desk, unit, page, house.clock.now()))
        assert len(circle.cards) == comes


async def test_a_facilitator_who_wants_names_again_lets_nothing_come_out() -> None:
    """[My shares] says so to who looks."""
    with circle_world() as house:
        circle, opening = await six(house)
        await hands_in(circle, opening, WORDS, BEN)
        await hands_in(circle, opening, OTHER, CAS)
        await circle.run(
            lambda unit, page: keep_setup(
                house.desk, unit, page, replace(setup_of(page), is_unnamed_on=False)
            )
        )
        await comes_out(circle)
        assert not circle.cards
        assert "with a name in this circle now" in (await mine(circle, opening, BEN)).text


async def test_after_close_nobody_is_known_as_the_writer() -> None:
    """The words stay in the channel; no proof and no alias remain."""
    with circle_world() as house:
        circle, opening = await six(house)
        await hands_in(circle, opening, WORDS, BEN)
        await hands_in(circle, opening, OTHER, CAS)
        await comes_out(circle)
        await closes(circle)
        assert [(share.proof, share.alias) for share in await circle.shares()] == [("", "")] * 2
        assert len(circle.cards) == 2


async def test_only_who_wrote_it_sees_edits_and_withdraws_it() -> None:
    """By the proof; another's press with a copied control does nothing."""
    with circle_world() as house:
        circle, opening = await six(house)
        told = card_of(await hands_in(circle, opening, WORDS, BEN))
        assert WORDS in (await mine(circle, opening, BEN)).text
        assert WORDS not in (await mine(circle, opening, CAS)).text
        post = (await circle.posts(PostKind.SHARE))[0].id
        stolen = Button(ref=house.desk.mint(CAS)("unnamed.back", post), name="unnamed.back", label="Back")
        assert card_of(await house.press(stolen, CAS)).text_id == "share.gone"
        form = form_of(await house.press(control(told, "unnamed.change"), BEN))
        await house.submit_by(BEN, form, {"text": OTHER})
        assert [share.text for share in await circle.shares()] == [OTHER]
        card = card_of(await house.press(control(told, "unnamed.back"), BEN))
        assert "nothing was kept" in card.text
        assert not await circle.shares()


async def test_what_stands_in_the_channel_is_taken_back_by_its_writer() -> None:
    """Through [My shares]: the card in the channel goes, and its words with it."""
    with circle_world() as house:
        circle, opening = await six(house)
        await hands_in(circle, opening, WORDS, BEN)
        await hands_in(circle, opening, OTHER, CAS)
        await comes_out(circle)
        await house.press(control(await mine(circle, opening, BEN), "unnamed.back"), BEN)
        assert said(circle.cards) == [OTHER]
        assert WORDS not in [share.text for share in await circle.shares()]


async def test_words_that_could_tell_who_somebody_is_are_read_by_their_writer_first() -> None:
    """Nothing waits for others before the choice."""
    with circle_world() as house:
        circle, opening = await six(house)
        question = card_of(await hands_in(circle, opening, NAMED, BEN))
        assert question.text_id == "sharing.choice"
        assert [share.state for share in await circle.shares()] == [ShareState.WAITING]
        told = card_of(await house.press(control(question, "unnamed.masked"), BEN))
        assert told.text_id == "unnamed.waits"
        [share] = await circle.shares()
        assert share.state is ShareState.PENDING
        assert "Thompson" not in share.text


async def test_an_outsider_is_shown_the_way_in() -> None:
    """Who is in no circle hands nothing in."""
    with circle_world() as house:
        circle, opening = await six(house)
        button = circle.in_channel("unnamed.open", opening)
        assert card_of(await circle.press_there(button, EVE)).text_id == "circle.join"
        assert (
            card_of(await circle.press_there(circle.in_channel("share.mine", opening), EVE)).text_id
            == "circle.join"
        )


async def test_sharing_that_is_over_leaves_the_words_in_the_form() -> None:
    """They are not lost, and nothing waits."""
    with circle_world() as house:
        circle, opening = await six(house)
        card = card_of(await circle.press_there(circle.in_channel("unnamed.open", opening), BEN))
        form = form_of(await house.press(control(card, "unnamed.write"), BEN))
        await circle.to_answering()
        assert "Sharing is over" in errors_of(await house.submit_by(BEN, form, {"text": WORDS}))["text"]
        assert not await circle.shares()


async def test_a_name_holds_for_a_week_and_cannot_be_worked_out_after_it() -> None:
    """Two people have two; another week has others; and with all keys nobody finds those of before."""
    with circle_world() as house:
        circle, _ = await six(house)
        current = await circle.round()

        def name(who: Account) -> Callable[[Unit, Page], str]:
            return lambda _unit, page: aliases.alias_of(house.desk, page, current, who).key

        of_ana, of_ben = await circle.run(name(ANA)), await circle.run(name(BEN))
        assert of_ana != of_ben
        assert of_ana == await circle.run(name(ANA))
        await circle.until(on(8, 13))
        await closes(circle)
        assert not await circle.run(lambda _unit, page: aliases.has_aliases(page, current))
        await circle.until(on(12, 10))
        await opens(circle)
        current = await circle.round()
        assert of_ana != await circle.run(name(ANA))


async def test_a_name_rests_through_every_round_of_its_week() -> None:
    """A round that closes before another one opens in the same week leaves the names as they are."""
    with circle_world() as house:
        circle, opening = await six(house)
        await hands_in(circle, opening, WORDS, BEN)
        [share] = await circle.shares()
        current = await circle.round()
        await circle.run(lambda unit, page: aliases.let_rest(house.desk, unit, page, current, share.alias))
        await closes(circle)  # on Monday; the circle's own day is Thursday
        opening = await opens(circle)
        card = card_of(await circle.press_there(circle.in_channel("unnamed.open", opening), BEN))
        assert card.text_id == "unnamed.refused"


async def test_a_round_lets_them_come_out_by_its_own_steps() -> None:
    """On Thursday two hours before the facilitator's end; what is alone later is dropped on Friday."""
    with a_channel() as house:
        await a_circle(house)
        await join(house, BEN, *SIX[2:])
        page = await circle_page(house)
        assert page is not None
        setup = replace(setup_of(page), is_unnamed_on=True)
        await house.store.run(lambda unit: keep_setup(house.desk, unit, page, setup))
        await house.until(on(8, 12))
        opening = house.chat.channels.cards(TEAM)[-1]
        for who, text in ((BEN, WORDS), (CAS, OTHER)):
            before = card_of(await house.press(control(opening, "unnamed.open"), who))
            assert "15:00" in before.text
            form = form_of(await house.press(control(before, "unnamed.write"), who))
            told = card_of(await house.submit_by(who, form, {"text": text}))
            assert "15:00" in told.text
        await house.until(on(8, 14))
        assert not said(house.chat.channels.cards(TEAM))
        await house.until(on(8, 15))
        assert sorted(said(house.chat.channels.cards(TEAM))) == sorted([WORDS, OTHER])
        before = card_of(await house.press(control(opening, "unnamed.open"), DEE))
        assert "Friday 9 January, 09:00" in before.text
        form = form_of(await house.press(control(before, "unnamed.write"), DEE))
        await house.submit_by(DEE, form, {"text": "A third one."})
        await house.until(on(9, 20))
        assert len(said(house.chat.channels.cards(TEAM))) == 2
        assert "A third one." not in [share.text for share in await _held(house)]


async def _held(house: World) -> list[Share]:
    page = await circle_page(house)
    assert page is not None
    found = await house.store.run(lambda unit: posts.of(house.desk, unit, page, PostKind.SHARE))
    return [posts.share_in(post) for post in found]


async def test_its_writer_keeps_it_in_their_journal_with_one_press() -> None:
    """For who has a notebook; nobody else can, and no row of the journal leads to the share."""
    with circle_world() as house:
        circle, opening = await six(house)
        told = card_of(await hands_in(circle, opening, WORDS, BEN))
        await house.settle_in(BEN)
        kept = card_of(await house.press(control(told, "share.keep"), BEN))
        assert kept.text_id == "share.kept"
        assert WORDS in card_of(await house.command("journal", BEN)).text
        [post] = await circle.posts(PostKind.SHARE)
        assert not any(post.id.hex in repr(row) for row in house.tables.entries.values())
        await house.settle_in(CAS)
        stolen = Button(ref=house.desk.mint(CAS)("share.keep", post.id), name="share.keep", label="Keep")
        assert card_of(await house.press(stolen, CAS)).text_id == "share.gone"


async def test_nobody_hears_their_own() -> None:
    """Its writer is told so, alone, and the channel shows nothing of it."""
    with circle_world() as house:
        circle, opening = await six(house)
        await hands_in(circle, opening, WORDS, BEN)
        await hands_in(circle, opening, OTHER, CAS)
        await comes_out(circle)
        own = next(card for card in circle.cards if WORDS in said([card]))
        told = card_of(await circle.press_there(control(own, "share.heard"), BEN))
        assert told.text_id == "answer.own"
        assert not any("Heard" in card.text for card in circle.cards)


async def test_the_longest_and_the_shortest_are_of_one_size() -> None:
    """As many signs as fit, each of which takes most room: what waits tells nothing by its size."""
    with circle_world() as house:
        circle, opening = await six(house)
        await hands_in(circle, opening, "\N{GRINNING FACE}" * SHARE_MAX, BEN)
        await hands_in(circle, opening, "Yes.", CAS)
        waiting = {post.id for post in await circle.posts(PostKind.SHARE)}
        sizes = {len(row.sealed) for row in house.tables.posts.values() if row.id in waiting}
        assert (len(waiting), len(sizes)) == (2, 1)
