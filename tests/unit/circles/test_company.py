"""Company in a circle: both say yes before either is named, and nobody else hears of it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.people import Account
from bot.domain.roles import Role
from bot.ports.organisations import RoleRow
from bot.ports.store import Unit
from bot.services.circles.memberships import end
from bot.services.gatherings.pages import Page
from bot.services.organisations.standing import put_role
from bot.surface.card import Button, Card
from bot.surface.outcome import Outcome
from tests.unit.circles.circle_house import CAS, DEE, EVE, CircleHouse, circle_world
from tests.unit.small_house import ANA, BEN, card_of, control, ref_of

SEES = ("company.can_you", "company.an_answer", "company.reach_out", "company.not_needed")


class Peers:
    """A circle of Ana, who looks after it, Ben, Cas and Dee; Ben offers company, Cas asks for it."""

    def __init__(self, circle: CircleHouse) -> None:
        """Act in `circle`."""
        self.circle, self.house = circle, circle.house

    async def shows(self, who: Account) -> Card:
        """Open what company is."""
        shown = await self.circle.command_there("circle", who)
        return card_of(await self.house.press(control(card_of(shown), "company.show"), who))

    async def offers(self, who: Account, times: str = "m4") -> Card:
        """Offer company, or say that one leads others here."""
        asked = card_of(await self.house.press(control(await self.shows(who), "company.offer"), who))
        if asked.text_id != "company.offer":
            return asked
        return card_of(await self.house.choose(control(asked, "company.most"), times, who=who))

    async def asks(self, who: Account = CAS) -> Card:
        """Ask for company."""
        before = card_of(await self.house.press(control(await self.shows(who), "company.ask"), who))
        return card_of(await self.house.press(control(before, "company.ask.yes"), who))

    async def never(self, who: Account, other: Account) -> Card:
        """Keep somebody apart."""
        asked = card_of(await self.house.press(control(await self.shows(who), "company.apart"), who))
        member = await self.circle.member(other)
        return card_of(await self.house.choose(control(asked, "company.apart.save"), member.id.hex, who=who))

    def letters(self, who: Account) -> list[Card]:
        """Return what came to somebody about company."""
        return [card for card in self.circle.told(who) if card.text_id in SEES]

    async def answers(self, who: Account, name: str) -> Outcome:
        """Press something on the last letter that came to somebody."""
        return await self.house.press(control(self.letters(who)[-1], name), who)

    async def looks(self, who: Account) -> Card:
        """Look up what the last letter is about."""
        return card_of(await self.answers(who, "company.look"))


@asynccontextmanager
async def peers() -> AsyncIterator[Peers]:
    """Begin such a circle."""
    with circle_world() as house:
        found = Peers(await CircleHouse.begin(house))
        yield found


async def test_both_say_yes_and_then_know_of_each_other() -> None:
    """The volunteer is asked without a name, who asked chooses, and only then each reads who it is."""
    async with peers() as here:
        await here.offers(BEN)
        assert (await here.asks()).text_id == "company.is_asked"
        assert "Cas" not in here.letters(BEN)[-1].text
        await here.answers(BEN, "company.can")
        assert "Ben" not in here.letters(CAS)[-1].text
        could = await here.looks(CAS)
        assert "Ben could reach out to you" in could.text
        assert len(here.letters(BEN)) == 1
        said = card_of(await here.house.press(control(could, "company.yes"), CAS))
        assert "Ben will write to you" in said.text
        assert "Cas would like company" in (await here.looks(BEN)).text
        assert "Ben will write to you" in (await here.looks(CAS)).text


async def test_nobody_else_hears_or_sees_anything() -> None:
    """Nothing stands in the channel, and who looks after the circle gets nothing and reads nothing of it."""
    async with peers() as here:
        before = list(here.circle.cards)
        await here.offers(BEN)
        await here.never(CAS, DEE)
        await here.asks()
        await here.answers(BEN, "company.can")
        await here.house.press(control(await here.looks(CAS), "company.yes"), CAS)
        assert list(here.circle.cards) == before
        assert here.letters(ANA) == here.letters(DEE) == []
        shown = await here.shows(ANA)
        assert not any(name in shown.text for name in ("Ben", "Cas", "Dee"))


async def test_nothing_of_it_stands_in_the_clear() -> None:
    """A reader of the rows finds no names, no accounts, and nothing of who is apart from whom."""
    async with peers() as here:
        await here.offers(BEN)
        await here.never(CAS, DEE)
        await here.asks()
        rows = repr(here.house.tables)
        cas = (await here.circle.member(CAS)).id
        assert "'cas'" not in rows
        assert f"ref={cas!r}" not in rows


async def test_not_now_is_told_to_nobody_and_the_next_is_asked() -> None:
    """Who asked never hears who could not, and at the end that nobody is free."""
    async with peers() as here:
        await here.offers(BEN)
        await here.asks()
        await here.offers(DEE)
        assert (await _said(here.answers, BEN, "company.cannot")).text_id == "company.not_now"
        assert len(here.letters(DEE)) == 1
        assert here.letters(CAS) == []
        await here.answers(DEE, "company.cannot")
        nobody = await here.looks(CAS)
        assert nobody.text_id == "company.nobody"
        assert "Ben" not in nobody.text + here.letters(CAS)[-1].text


async def test_somebody_else_may_be_wished_for() -> None:
    """The first hears only that it is not needed, not whose wish it was."""
    async with peers() as here:
        await here.offers(BEN)
        await here.asks()
        await here.answers(BEN, "company.can")
        await here.offers(DEE)
        could = await here.looks(CAS)
        said = card_of(await here.house.press(control(could, "company.other"), CAS))
        assert said.text_id == "company.is_asked"
        assert here.letters(BEN)[-1].text_id == "company.not_needed"
        assert "Cas" not in here.letters(BEN)[-1].text
        assert here.letters(DEE)[-1].text_id == "company.can_you"


async def test_when_nobody_is_free_it_is_said_at_once() -> None:
    """With who else there is, and nothing is left behind."""
    async with peers() as here:
        nobody = await here.asks()
        assert nobody.text_id == "company.nobody"
        assert control(nobody, "help.now")
        assert not [row for row in here.house.tables.agenda.values() if row.kind == "company"]


@pytest.mark.parametrize(("lists", "other"), [(CAS, BEN), (BEN, CAS)])
async def test_who_is_kept_apart_is_never_matched_whichever_of_the_two_wished_so(
    lists: Account, other: Account
) -> None:
    """A list holds both ways, and neither hears of it."""
    async with peers() as here:
        await here.offers(BEN)
        await here.never(lists, other)
        assert (await here.asks()).text_id == "company.nobody"
        assert here.letters(BEN) == here.letters(CAS) == []


async def test_who_leads_others_is_not_asked() -> None:
    """Neither who says so, nor who holds a role by which they may; also where it was given afterwards."""
    async with peers() as here:
        assert (await here.offers(BEN, "above")).text_id == "company.above"
        assert (await here.offers(ANA)).text_id == "company.above"
        await here.offers(DEE)
        await _give(here, DEE, Role.SUPERVISOR)
        assert (await here.asks()).text_id == "company.nobody"


async def test_who_does_not_answer_is_passed_over_after_two_working_days() -> None:
    """Silence is a no; who asked hears of it only when nobody is left."""
    async with peers() as here:
        await here.offers(BEN)
        await here.asks()
        await here.circle.until(here.house.clock.now() + timedelta(days=4, minutes=1))
        assert (await here.looks(CAS)).text_id == "company.nobody"
        assert (await _said(here.answers, BEN, "company.can")).text_id == "company.over"


async def test_a_wish_that_is_not_answered_ends_and_the_volunteer_hears_that_it_is_not_needed() -> None:
    """Who asked may change their mind without a word."""
    async with peers() as here:
        await here.offers(BEN)
        await here.asks()
        await here.answers(BEN, "company.can")
        await here.circle.until(here.house.clock.now() + timedelta(days=5, minutes=1))
        assert here.letters(BEN)[-1].text_id == "company.not_needed"
        assert (await here.looks(CAS)).text_id == "company.over"


async def test_pressed_twice_it_happens_once() -> None:
    """A second yes, on either side, changes nothing."""
    async with peers() as here:
        await here.offers(BEN)
        await here.asks()
        await here.answers(BEN, "company.can")
        await here.house.press(control(here.letters(BEN)[0], "company.can"), BEN)
        could = await here.looks(CAS)
        for _ in range(2):
            await here.house.press(control(could, "company.yes"), CAS)
        assert [card.text_id for card in here.letters(CAS)] == ["company.an_answer"]
        assert [card.text_id for card in here.letters(BEN)] == ["company.can_you", "company.reach_out"]


async def test_somebody_asks_once_at_a_time() -> None:
    """Asked again while somebody is asked, nobody else is."""
    async with peers() as here:
        await here.offers(BEN)
        await here.offers(DEE)
        await here.asks()
        shown = await here.shows(CAS)
        assert control(shown, "company.look")
        again = await here.house.press(here.circle.in_channel("company.ask.yes", here.circle.id), DEE)
        assert len(here.letters(BEN)) + len(here.letters(DEE)) == 1
        assert again


@pytest.mark.parametrize(
    "name", ["company.can", "company.cannot", "company.look", "company.yes", "company.no_more"]
)
async def test_nobody_else_can_answer(name: str) -> None:
    """Not who looks after the circle, not another member, and an outsider sees the way in."""
    async with peers() as here:
        await here.offers(BEN)
        await here.asks()
        wish = here.letters(BEN)[-1]
        arg = here.house.desk.refs.unpack(ref_of(control(wish, "company.can")), BEN).arg
        for who in (ANA, DEE, EVE):
            ref = here.house.desk.mint(who)(name, here.circle.id, arg)
            said = card_of(await here.house.press(Button(ref=ref, name=name, label=name), who))
            assert said.text_id == ("circle.join" if who == EVE else "company.over")
        assert len(here.letters(CAS)) == 0


@pytest.mark.parametrize("who", [BEN, CAS])
async def test_who_leaves_in_between_takes_it_along(who: Account) -> None:
    """The other is neither named nor left waiting for ever."""
    async with peers() as here:
        await here.offers(BEN)
        await here.asks()
        await here.answers(BEN, "company.can")
        could = await here.looks(CAS)
        member = await here.circle.member(who)
        await here.circle.run(lambda unit, page: end(here.house.desk, unit, page, member))
        other = BEN if who == CAS else CAS
        said = card_of(await here.house.press(control(could, "company.yes"), CAS))
        assert "Ben" not in said.text
        await here.circle.until(here.house.clock.now() + timedelta(days=10))
        assert not any("Cas" in card.text for card in here.letters(other))


async def _said(answers: Callable[[Account, str], Awaitable[Outcome]], who: Account, name: str) -> Card:
    return card_of(await answers(who, name))


async def _give(here: Peers, who: Account, role: Role) -> UUID:
    def work(unit: Unit, page: Page) -> UUID:
        row = RoleRow(
            id=here.house.desk.chance.new_id(),
            organisation=page.row.organisation,
            index=here.house.desk.index(who),
            role=role,
            sealed=b"",
        )
        return put_role(here.house.desk, unit, row, "by hand").id

    return await here.circle.run(work)
