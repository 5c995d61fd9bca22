"""Words that can mean danger: wherever own words are saved, their writer alone sees who is there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot.domain.journal import DRAFT_MAX, ENTRY_MAX
from bot.domain.prompts import Modality
from bot.services.takeout import takeout
from bot.surface.audience import OnlyYou
from bot.surface.card import Card, Reach
from bot.surface.inbound import DirectMessage, MessageEdited
from bot.surface.outcome import Outcome, Refuse, Show
from bot.testing.store import Trouble
from tests.unit.flows.walks import Answer, begin, open_form, walk
from tests.unit.plans import house as plan_house
from tests.unit.small_house import ANA, card_of, control, form_of
from tests.unit.world import World, only, world

WORDS = "I want to die."
SIGN = "danger.high"
BOAT: list[Answer] = ["mine", "no", "oar", 7, {"by": "3 January 2026"}]

Way = Callable[[World], Awaitable[Outcome]]


async def _page(house: World) -> Outcome:
    await house.settle_in()
    return await house.submit(form_of(await house.command("write")), text=WORDS)


async def _scene(house: World) -> Outcome:
    await house.settle_in()
    return await house.submit(form_of(await house.command("write")), scene=WORDS)


async def _checkin(house: World) -> Outcome:
    form = form_of(await house.press(control(await house.asked(), "checkin.write")))
    return await house.submit(form, text=WORDS)


async def _edit(house: World) -> Outcome:
    await house.settle_in()
    await house.submit(form_of(await house.command("write")), text="a calm day")
    page = card_of(await house.command("journal last"))
    return await house.submit(form_of(await house.press(control(page, "entry.edit"))), text=WORDS)


async def _too_long(house: World) -> Outcome:
    await house.settle_in()
    return await house.submit(form_of(await house.command("write")), text=f"{WORDS} {'x' * ENTRY_MAX}")


async def _typed(house: World) -> Outcome:
    await house.settle_in()
    return await house.say(WORDS)


async def _typed_and_kept(house: World) -> Outcome:
    offer = control(_last(await _typed(house)), "draft.open")
    return await house.submit(form_of(await house.press(offer)))


async def _changed_while_it_waits(house: World) -> Outcome:
    await house.settle_in()
    await house.hear(DirectMessage(**house.facts(ANA), text="a calm day", message="m"))
    return await house.hear(MessageEdited(**house.facts(ANA), text=WORDS, message="m"))


async def _changed_after_it_was_kept(house: World) -> Outcome:
    await house.settle_in()
    offer = await house.hear(DirectMessage(**house.facts(ANA), text="a calm day", message="m"))
    await house.submit(form_of(await house.press(control(card_of(offer), "draft.open"))))
    return await house.hear(MessageEdited(**house.facts(ANA), text=WORDS, message="m"))


async def _change_taken(house: World) -> Outcome:
    return await house.press(control(_last(await _changed_after_it_was_kept(house)), "change.take"))


async def _flow_text(house: World) -> Outcome:
    card = await walk(house, await begin(house, "repair"), BOAT)
    return await house.submit(await open_form(house, card), text=WORDS)


async def _flow_text_again(house: World) -> Outcome:
    card = await walk(house, await begin(house, "repair"), BOAT)
    form = await open_form(house, card)
    await house.submit(form, text="a calm trip")
    return await house.submit(form, text=WORDS)


async def _flow_text_too_long(house: World) -> Outcome:
    card = await walk(house, await begin(house, "repair"), BOAT)
    return await house.submit(await open_form(house, card), text=f"{WORDS} {'x' * ENTRY_MAX}")


async def _flow_plan(house: World) -> Outcome:
    card = await walk(house, await begin(house, "repair"), [*BOAT, None])
    return await house.submit(await open_form(house, card), text=WORDS, by="friday")


async def _reflection(house: World) -> Outcome:
    plan_house.stock(house, plan_house.FLOW)
    await house.settle_in()
    await plan_house.keep(house)
    question = await plan_house.asked(house)
    reflecting = card_of(await house.choose(control(question, "plan.went"), "tried"))
    return await house.submit(form_of(await house.press(control(reflecting, "plan.write"))), text=WORDS)


@pytest.mark.parametrize(
    "way",
    [
        _page,
        _scene,
        _checkin,
        _edit,
        _too_long,
        _typed,
        _typed_and_kept,
        _changed_while_it_waits,
        _changed_after_it_was_kept,
        _change_taken,
        _flow_text,
        _flow_text_again,
        _flow_text_too_long,
        _flow_plan,
        _reflection,
    ],
)
async def test_the_sign_comes_after_every_saved_word(way: Way) -> None:
    """Once, to the writer alone, above any question, and the words are there when it comes."""
    with world(only(Modality.TEXT)) as house:
        outcome = await way(house)
        acts = [act for act in (outcome.first, *outcome.then) if not isinstance(act, Refuse)]
        signs = [act for act in acts if isinstance(act, Show) and act.card.text_id == SIGN]
        assert [(sign.audience, sign.card.reach) for sign in signs] == [(OnlyYou(), Reach.SEALED)]
        asking = [place for place, act in enumerate(acts) if isinstance(act, Show) and _asks(act.card)]
        assert acts.index(signs[0]) <= min(asking, default=len(acts))
        person = await house.person()
        held = await house.store.run(
            lambda unit: takeout.document(house.desk, unit, person, house.clock.now()), writes=False
        )
        assert WORDS in takeout.as_json(held).decode()


async def test_no_sign_where_nothing_was_saved() -> None:
    """The store was not there, or the words fit nowhere: what is said then is that nothing was kept."""
    with world() as house:
        await house.settle_in()
        form = form_of(await house.command("write"))
        house.store.refuse(Trouble.LOCKED)
        refused = await house.submit(form, text=WORDS)
        house.store.refuse(None)
        much = await house.submit(form, text=WORDS + "x" * DRAFT_MAX)
        said = await house.say(WORDS + "x" * DRAFT_MAX)
        assert [refused.then, much.then, said.then] == [(), (), ()]
        assert isinstance(refused.first, Refuse)
        assert isinstance(much.first, Refuse)
        assert card_of(said).text_id == "typed.too_long"


def _last(outcome: Outcome) -> Card:
    last = (outcome.first, *outcome.then)[-1]
    assert isinstance(last, Show)
    return last.card


def _asks(card: Card) -> bool:
    return card.text_id != SIGN and bool(card.controls)
