"""What somebody asks to have looked at is hidden, until whoever looks after the circle has looked."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid5

import pytest

from bot.domain.circles import PostKind, ShareState
from bot.domain.people import Account
from bot.ports.store import Unit
from bot.services.floods import REPORTS_MOST
from bot.services.gatherings import members
from bot.services.gatherings.pages import Page
from bot.services.organisations.standing import Source
from bot.services.shares import reports
from bot.surface.card import Button, Card, Control
from tests.unit.circles.circle_house import CAS, DEE, EVE, CircleHouse, circle_world
from tests.unit.circles.sharing_hands import WORDS, answers, said, shared, shares
from tests.unit.small_house import ANA, BEN, card_in, card_of, control, form_of, ref_of
from tests.unit.world import World


async def _asked(circle: CircleHouse, who: Account = CAS) -> Card:
    """Let somebody ask for a look at the share that stands; return what Ana, who looks after it, was told."""
    told = card_of(await circle.press_there(control(circle.cards[-1], "share.report"), who))
    assert told.text_id == "report.hidden"
    return circle.told(ANA)[-1]


async def test_it_is_hidden_at_once_and_nobody_is_named() -> None:
    """In the channel stand none of its words, and who looks after it reads them alone, not who asked."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        await shared(circle)
        letter = await _asked(circle)
        assert WORDS not in circle.cards[-1].text
        assert WORDS not in letter.text
        shown = card_of(await house.press(control(letter, "report.look"), ANA))
        assert said(shown) == [WORDS]
        assert "Cas" not in shown.text + letter.text


async def test_let_stand_it_is_there_again_and_not_hidden_a_second_time() -> None:
    """Whoever asks after that hears that it was looked at."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        await shared(circle)
        shown = card_of(await house.press(control(await _asked(circle), "report.look"), ANA))
        await house.press(control(shown, "report.stand"), ANA)
        assert said(circle.cards[-1]) == [WORDS]
        again = card_of(await circle.press_there(control(circle.cards[-1], "share.report"), DEE))
        assert again.text_id == "report.was_looked_at"
        assert said(circle.cards[-1]) == [WORDS]


async def test_taken_down_it_is_gone_and_its_writer_alone_hears_so() -> None:
    """Nothing of it is kept either."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        await shared(circle)
        shown = card_of(await house.press(control(await _asked(circle), "report.look"), ANA))
        await house.press(control(shown, "report.down"), ANA)
        assert not circle.cards
        assert await circle.posts(PostKind.SHARE) == []
        assert "taken down" in circle.told(BEN)[-1].text
        assert not circle.told(CAS)
        assert card_of(await house.press(control(shown, "report.stand"), ANA)).text_id == "share.gone"


async def test_an_answer_can_be_reported_too() -> None:
    """It is hidden alone; its share stays."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        card = await shared(circle)
        await answers(circle, card, "You could simply leave earlier.", CAS)
        await _asked(circle, DEE)
        states = [
            (await circle.posts(kind))[0].details["state"] for kind in (PostKind.SHARE, PostKind.ANSWER)
        ]
        assert states == [ShareState.OUT, ShareState.HIDDEN]


@pytest.mark.parametrize("name", ["report.look", "report.stand", "report.down"])
async def test_nobody_else_decides(name: str) -> None:
    """Neither its writer, nor who asked, nor somebody from outside; and no word of it is shown to them."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        await shared(circle)
        await _asked(circle)
        post = (await circle.posts(PostKind.SHARE))[0].id
        for who in (BEN, CAS, EVE):
            stolen = Button(ref=house.desk.mint(who)(name, post), name=name, label=name)
            told = card_of(await house.press(stolen, who))
            assert told.text_id == "circle.not_yours"
        assert (await circle.shares())[0].state is ShareState.HIDDEN


async def test_a_flood_of_reports_ends_in_a_sentence() -> None:
    """In one round somebody may ask for so many looks; what comes after that hides nothing."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        opening = await circle.open_round()
        for number in range(REPORTS_MOST + 1):
            await shares(circle, opening, f"Number {'i' * (number + 1)}.", (BEN, DEE, ANA)[number % 3])
        cards = [card for card in circle.cards if said(card)]
        told = [
            card_of(await circle.press_there(control(card, "share.report"), CAS)).text_id for card in cards
        ]
        assert told == [*["report.hidden"] * REPORTS_MOST, "report.enough"]
        assert sum(bool(said(card)) for card in circle.cards) == 1


async def test_an_outsider_hides_nothing() -> None:
    """They see the way in."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        card = await shared(circle)
        assert card_of(await circle.press_there(control(card, "share.report"), EVE)).text_id == "circle.join"
        assert said(circle.cards[-1]) == [WORDS]


async def test_what_rests_takes_no_answers() -> None:
    """A press on it says so, and the second report of it tells nobody anew."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        card = await shared(circle)
        await _asked(circle)
        before = len(circle.told(ANA))
        for name, who in (("share.heard", DEE), ("share.report", DEE)):
            assert card_of(await circle.press_there(control(card, name), who)).text_id == "share.looked_at"
        assert len(circle.told(ANA)) == before


async def test_ones_own_words_are_taken_back_and_not_reported() -> None:
    """Nothing is hidden and nobody is asked; the way back is one press away."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        card = await shared(circle)
        told = card_of(await circle.press_there(control(card, "share.report"), BEN))
        assert told.text_id == "report.own"
        assert said(circle.cards[-1]) == [WORDS]
        await house.press(control(told, "share.back"), BEN)
        assert not circle.cards
        assert not circle.told(ANA)


async def test_words_that_were_changed_can_be_looked_at_anew() -> None:
    """What was let stand were other words; while something is hidden it is not changed."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        told = card_of(await shares(circle, await circle.open_round(), WORDS))
        change = control(told, "share.change")
        shown = card_of(await house.press(control(await _asked(circle), "report.look"), ANA))
        assert card_of(await house.press(change, BEN)).text_id == "share.looked_at"
        await house.press(control(shown, "report.stand"), ANA)
        await house.submit_by(BEN, form_of(await house.press(change, BEN)), {"text": "Other words."})
        await _asked(circle, DEE)
        assert (await circle.shares())[0].state is ShareState.HIDDEN


async def test_who_looks_after_it_from_now_on_is_told_of_all_that_is_hidden() -> None:
    """Each by itself; what stands or was taken back is not among it."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        opening = await circle.open_round()
        for who in (BEN, CAS):
            await shares(circle, opening, f"{WORDS} {who.user}", who)
        await _asked(circle, DEE)
        ana, dee = await circle.member(ANA), await circle.member(DEE)

        def taken_over(unit: Unit, page: Page) -> None:
            for each, is_keeper in ((ana, False), (dee, True)):
                members.keep(house.desk, unit, replace(each, is_keeper=is_keeper))
            reports.tell_all(house.desk, unit, page)

        await circle.run(taken_over)
        assert [card.text_id for card in circle.told(DEE)] == ["circle.please_decide"]


async def test_no_row_of_a_journal_tells_from_which_share_it_came() -> None:
    """Whoever reads the database without its keys and tries every pair of ids finds none that fits."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        told = card_of(await shares(circle, await circle.open_round(), WORDS))
        await house.settle_in(BEN)
        await house.press(control(told, "share.keep"), BEN)
        [entry] = house.tables.entries.values()
        [post] = await circle.posts(PostKind.SHARE)
        known = (post.id, entry.person, circle.id, (await circle.member(BEN)).id)
        tried = {uuid5(one, each) for one in known for other in known for each in (str(other), other.hex)}
        assert entry.id not in tried


async def test_one_press_keeps_it_in_ones_own_journal() -> None:
    """For who has a notebook, once however often it is pressed; who has none reads the first card."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        told = card_of(await shares(circle, await circle.open_round(), WORDS))
        keeps = control(told, "share.keep")
        assert card_of(await house.press(keeps, BEN)).text_id.startswith("consent")
        await house.settle_in(BEN)
        for _ in range(2):
            assert card_of(await house.press(keeps, BEN)).text_id == "share.kept"
        person = await house.person(BEN)
        entries = [each for each in house.tables.entries.values() if each.person == person.id]
        assert len(entries) == 1
        last = card_in((await house.command("journal", BEN)).first)
        assert WORDS in last.text
        assert card_of(await house.press(_stolen(house, keeps), CAS)).text_id.startswith("consent")


def _stolen(house: World, one: Control) -> Button:
    """Return a control of Ben's as Cas would have to bring it."""
    ref = house.desk.refs.unpack(ref_of(one), BEN)
    return Button(ref=house.desk.mint(CAS)(ref.action, ref.subject, ref.arg), name=one.name, label=one.name)


@pytest.mark.parametrize("manages", [None, False])
async def test_in_ones_own_conversation_what_was_known_last_holds(*, manages: bool | None) -> None:
    """A platform that tells nothing there keeps nobody from looking; one that says "no more" does."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        member = await circle.member(ANA)
        await circle.run(
            lambda unit, _page: members.keep(house.desk, unit, member, None, keeping={"by": Source.PLATFORM})
        )
        await shared(circle)
        letter = await _asked(circle)
        house.managers[ANA] = manages
        shown = card_of(await house.press(control(letter, "report.look"), ANA))
        assert shown.text_id == ("report.decide" if manages is None else "circle.not_yours")
        house.organisation = ""  # as in a direct conversation in Discord
        shown = card_of(await house.press(control(letter, "report.look"), ANA))
        assert shown.text_id == "report.decide"
