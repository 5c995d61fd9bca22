"""A small house with glass walls: what it stores, holds sealed and says; and it can be started again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from typing import Any

from bot.domain.checkins import Run
from bot.domain.deliveries import Delivery
from bot.domain.people import Account
from bot.domain.prompts import Modality, Prompt
from bot.ports.faults import Point
from bot.ports.vault import Cell
from bot.services.router import Router
from bot.services.sealing import Body
from bot.surface.audience import Reading
from bot.surface.capabilities import Capabilities
from bot.surface.card import Button, Card, Choose, LinkButton, Scale
from bot.surface.inbound import FormSubmitted, OptionChosen, ScaleAnswered
from bot.surface.outcome import Outcome, Show
from bot.testing.catalogue import INVENTED_PROMPTS
from bot.testing.engine import SteppingEngine
from bot.testing.faults import Killed
from bot.testing.tables import Tables
from tests.json_types import Json
from tests.unit.small_house import ANA, HOSTED, SmallHouse, card_of, control, on, ref_of

TERMINAL = Capabilities(surface="chat", waits=True, hosted=False)
FIRST_SLOT = on(5, 9)
"""When the first check-in comes to who settled in on the Monday."""


ENDS: tuple[Point, ...] = ("before_commit", "after_commit", "after_send")
"""The crash points that tell apart what may be left behind: nothing, a unit, or a letter that came."""


class Countdown:
    """Crash points that kill at the nth pass of any that leaves something else behind."""

    def __init__(self, passes: int) -> None:
        """Let `passes` go by before the end."""
        self.left = passes

    def passing(self, point: Point) -> None:
        """End the house when the count is down."""
        self.left -= point in ENDS
        if self.left == 0:
            raise Killed(point)


class World(SmallHouse):
    """A small house with glass walls."""

    @property
    def tables(self) -> Tables:
        """Every row that is stored now."""
        return self.ground.tables(self.store)

    @property
    def outbox(self) -> list[Delivery]:
        """Every delivery, in the order of planning."""
        return list(self.tables.deliveries.values())

    @property
    def runs(self) -> list[Run]:
        """Every run, the oldest first."""
        return list(self.tables.runs.values())

    def end_after(self, passes: int) -> None:
        """Let the house end at this pass of any crash point, counted from now."""
        self.crash.passing = Countdown(passes).passing  # type: ignore[method-assign]  # counts, where arm names

    async def restart(self) -> None:
        """Begin again over the same rows, as the next process does: nothing that was in memory is left."""
        vars(self.crash).pop("passing", None)
        self.engine = SteppingEngine(self.clock)
        self.router = Router(self.desk, changed=self.engine.wake)
        await self.store.run(lambda unit: unit.deliveries.recover())
        self._begun = False
        await self.begin()

    async def arrive(self, who: Account = ANA) -> Card:
        """Let somebody say yes; return the check-in that comes at once."""
        consent = card_of(await self.command("start", who))
        return card_of(await self.press(control(consent, "consent.yes"), who))

    async def choose_hour(self, **wish: str) -> Card:
        """Let Ana fill in the settings: weekdays at nine, UTC, unless she wishes otherwise."""
        values = {"days": "weekdays", "at": "09:00", "zone": "UTC", "quiet": "20-8", "region": "elsewhere"}
        ref = self.desk.mint(ANA)("settings.save")
        return card_of(await self.hear(FormSubmitted(**self.facts(ANA), ref=ref, values=values | wish)))

    async def asked(self) -> Card:
        """Let Ana settle in and the first hour come; return its card."""
        await self.settle_in()
        [card] = await self.until(FIRST_SLOT)
        return card

    async def pick(self, card: Card, name: str, value: int | str | None) -> Outcome:
        """Answer a control of a card by its name: a step, an option, or "not now"."""
        ref = ref_of(control(card, name))
        if isinstance(value, str):
            return await self.hear(OptionChosen(**self.facts(ANA), ref=ref, values=(value,)))
        return await self.hear(ScaleAnswered(**self.facts(ANA), ref=ref, value=value))

    def steps(self, run: Run) -> object:
        """Open the marks of a run; None where it has none."""
        marks = self.tables.marks.get(run.id)
        if marks is None:
            return None
        return self._opened(run, "marks", marks.version, marks.sealed)

    def page(self, run: Run) -> Json:
        """Open the page of a run: what it asks, and what came of it."""
        assert run.sealed is not None
        opened: Json = self._opened(run, "runs", run.version, run.sealed)
        return opened

    def answers(self, run: Run) -> object:
        """Open what was chosen in a run; None where nothing was."""
        return answered(self.page(run))

    def prompt(self, run: Run) -> str | None:
        """Open which prompt a run asks; None in the very first one."""
        asked: str | None = self.page(run).get("prompt")
        return asked

    def beside(self, run: Run) -> list[Json]:
        """Open what was asked beside the own question of a run."""
        small: list[Json] = self.page(run).get("beside", [])
        return small

    def entries(self) -> list[Body]:
        """Open every entry, the oldest first."""
        found: list[Body] = []
        for entry in self.tables.entries.values():
            cell = Cell(
                person=entry.person, table="entries", row=entry.id, column="sealed", version=entry.version
            )
            found.append(json.loads(self.vault.open(cell, entry.sealed)))
        return found

    def _opened(self, run: Run, table: str, version: int, sealed: bytes) -> Any:  # noqa: ANN401 - JSON
        cell = Cell(person=run.person, table=table, row=run.id, column="sealed", version=version)
        return json.loads(self.vault.open(cell, sealed))


def answered(page: Mapping[str, object]) -> object:
    """Return what of a run's page, or of a question beside it, is an answer; None where there is none."""
    names = ("chosen", "scale", "passed", "written", "went_by")
    return {name: page[name] for name in names if name in page} or None


@contextmanager
def world(prompts: Sequence[Prompt] | None = None, capabilities: Capabilities = HOSTED) -> Iterator[World]:
    """Open a world and close its store in the end."""
    house = World(prompts, capabilities)
    try:
        yield house
    finally:
        house.store.close()


def only(modality: Modality) -> list[Prompt]:
    """Return the invented prompts of one modality that may come by themselves."""
    return [one for one in INVENTED_PROMPTS if one.modality is modality and one.sensitivity < 2]


def labels(card: Card) -> list[str]:
    """Return every word that can be pressed or chosen on a card."""
    found: list[str] = []
    for one in card.controls:
        match one:
            case Button() | LinkButton():
                found.append(one.label)
            case Choose():
                found += [option.label for option in one.options]
            case Scale():
                found += one.words
    return found


def word_count(card: Card) -> int:
    """Return how many words a person has before them: text, questions and everything to press."""
    return len(card.text.split()) + sum(len(label.split()) for label in labels(card))


def open_acts(outcome: Outcome) -> str:
    """Return all of an outcome but what is only there to be read."""
    acts = (outcome.first, *outcome.then)
    return " ".join(spelled_out(act) for act in acts if not _is_reading(act))


def spelled_out(*values: object) -> str:
    """Return all that values hold, to the last field: also what none of them prints of itself."""
    return " ".join(
        repr(asdict(value)) if is_dataclass(value) and not isinstance(value, type) else repr(value)
        for value in values
    )


def _is_reading(act: object) -> bool:
    return isinstance(act, Show) and isinstance(act.audience, Reading)
