"""A world whose library has an invented flow that ends in a plan, and the ways to a plan in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.flow_answers import Planned
from bot.domain.flows import EndStep, Flow, LookingBack, PlanAbout
from bot.domain.prompts import AudienceKind, Depth, Domain, Option, Sensitivity
from bot.ports.store import Unit
from bot.services.desk import Turn
from bot.services.plans.plans import NewPlan, keep_plan
from bot.services.router import Router
from bot.surface.audience import Reading
from bot.surface.card import Card, Choose
from bot.surface.inbound import CommandInvoked
from bot.surface.outcome import Outcome, Show
from bot.surface.refs import ActionRef
from bot.testing.catalogue import DRAFT, FakeCatalogue
from tests.unit.small_house import ANA, control, on
from tests.unit.world import World, world

WORDS = "ask the heron how deep the water is"
NOTICE = "Something of yours is back today."
BACK = LookingBack(
    notice=NOTICE,
    ask="How was the crossing?",
    options=(
        Option(name="tried", label="I crossed"),
        Option(name="changed", label="by another bridge"),
        Option(name="not_yet", label="not yet"),
        Option(name="closed", label="the river is gone"),
    ),
    again=("not_yet",),
    reflect="What did the other bank look like?",
)
FLOW = Flow(
    id="crossing",
    version=1,
    locale="en",
    title="A river to cross",
    short_title="A river",
    domain=Domain.RUPTURE_REPAIR,
    depth=Depth.SHORT,
    sensitivity=Sensitivity.PERSONAL,
    audience=(AudienceKind.CLINICIAN,),
    start="end",
    steps=(EndStep(id="end", state="planned"),),
    looking_back=BACK,
    review=DRAFT,
)
"""Of its steps nothing is needed here: the engine of flows hands over what it ended with."""


@contextmanager
def plan_world() -> Iterator[World]:
    """Open a world with the flow in its library."""
    with world() as house:
        stock(house, FLOW)
        yield house


def stock(house: World, *flows: Flow) -> None:
    """Let the library hold these flows and no others."""
    house.desk = replace(house.desk, catalogue=FakeCatalogue(flows=flows))
    house.router = Router(house.desk, changed=house.engine.wake)


async def keep(
    house: World, words: str | None = WORDS, *, back_on: date | None = None, by: date | None = None
) -> None:
    """Let a flow of Ana's end with a plan, as the engine of flows does in the unit of its last step."""
    event = CommandInvoked(**house.facts(ANA), text="invented")
    planned = Planned(text=words, by=by) if words is not None else None
    run, index = house.desk.chance.new_id(), house.desk.index(ANA)
    plan = NewPlan(
        run=run, flow=FLOW, state="planned", about=PlanAbout.MOVE, planned=planned, back_on=back_on
    )

    def work(unit: Unit) -> None:
        turn = Turn(
            desk=house.desk,
            unit=unit,
            event=event,
            now=house.clock.now(),
            index=index,
            visitor=unit.people.by_index(index),
            ref=ActionRef(action="none"),
        )
        keep_plan(turn, plan)

    await house.begin()
    await house.store.run(work)
    house.engine.wake()
    await house.engine.settle()


async def week(house: World) -> None:
    """Let Ana settle in, keep a plan for Saturday, and pass every check-in of the week by."""
    await house.settle_in()
    await keep(house, back_on=january(10))
    await house.until_answering(on(9, 23))


def january(day: int) -> date:
    """Return a day of January 2026; the house begins on Monday the fifth."""
    return date(2026, 1, day)


def notices(house: World) -> list[Card]:
    """Return every plan's notice that arrived."""
    return [letter.card for letter in house.chat.letters if letter.card.text_id == "plan.notice"]


def rows(house: World) -> list[AgendaRow]:
    """Return every row of the agenda that is about a plan."""
    return [row for row in house.tables.agenda.values() if row.kind is AgendaKind.PLAN]


def read(outcome: Outcome) -> Card:
    """Return a card that was there for its reader alone."""
    assert isinstance(outcome.first, Show)
    assert isinstance(outcome.first.audience, Reading)
    assert outcome.first.audience.to == ANA
    return outcome.first.card


async def listed(house: World) -> str:
    """Return what `plans` says."""
    shown = (await house.command("plans")).first
    assert isinstance(shown, Show)
    return shown.card.text


async def opened(house: World) -> Card:
    """Let Ana open the newest plan of her list; return what she reads."""
    page = read(await house.command("plans"))
    choose = control(page, "plan.pick")
    return read(await house.choose(choose, names(page, "plan.pick")[0]))


async def asked(house: World) -> Card:
    """Let Ana say that she wants to look back on the newest plan; return the question."""
    return read(await house.press(control(await opened(house), "plan.open")))


def names(card: Card, name: str) -> list[str]:
    """Return the names of what a control offers."""
    choose = control(card, name)
    assert isinstance(choose, Choose)
    return [option.name for option in choose.options]
