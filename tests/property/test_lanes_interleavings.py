"""Any order of ticks, sends, answers, words and crashes over some days: each slot is shown once at most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.checkins import WINDOW, RunState
from bot.domain.deliveries import ENDED, DeliveryState
from bot.domain.people import Standing
from bot.ports.chat import Later, Letter, MaybeSent, NotOpen, Receipt, Sent, Unreachable
from bot.services.router import Router
from bot.surface.inbound import FormSubmitted
from bot.testing.faults import Killed
from bot.testing.store import Trouble
from tests.unit.small_house import ANA, HOSTED, LANE, ScriptedChat, ref_of
from tests.unit.world import World, world

Mood = Literal["shut", "later", "gone", "lost", "arrived late"]
Step = tuple[str, object]

MOODS: dict[Mood, Receipt] = {
    "shut": NotOpen(),
    "later": Later(wait=timedelta(minutes=25)),
    "gone": Unreachable(),
    "lost": MaybeSent(),
    "arrived late": MaybeSent(),
}
HOURS = ("07:00", "09:00", "15:30")
steps = st.one_of(
    st.tuples(st.just("pass"), st.integers(1, 1_500)),
    st.tuples(st.just("bad luck"), st.lists(st.sampled_from(sorted(MOODS)), min_size=1, max_size=3)),
    st.tuples(st.just("crash"), st.integers(1, 9)),
    st.tuples(st.just("trouble"), st.sampled_from([None, *Trouble])),
    st.tuples(st.just("answer"), st.integers(1, 5)),
    st.tuples(st.just("say"), st.sampled_from(["pause", "resume", "checkin"])),
    st.tuples(st.just("choose"), st.sampled_from(HOURS)),
    st.tuples(st.sampled_from(["wake", "restart"]), st.none()),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A letter on somebody's screen: when, under which key, for which run, and whether it was wished."""

    at: datetime
    key: bytes
    run: UUID | None
    standing: Standing


class HonestPlatform(ScriptedChat):
    """Shows what it is sent as often as it is sent, remembers it truly, and has bad luck as laid out."""

    def __init__(self, house: World) -> None:
        """Begin with an empty screen."""
        super().__init__(HOSTED)
        self.luck: list[Mood] = []
        self.shown: list[Shown] = []
        self._house = house

    async def send(self, letter: Letter) -> Receipt:
        """Show a letter, or have bad luck; one that arrives late was shown and is not acknowledged."""
        mood = self.luck.pop(0) if self.luck else None
        if mood is None or mood == "arrived late":
            self._show(letter)
        return MOODS[mood] if mood else Sent()

    def _show(self, letter: Letter) -> None:
        self.letters.append(letter)
        run = self._house.desk.refs.unpack(ref_of(letter.card.controls[0]), ANA).subject
        [person] = self._house.tables.people.values()
        now = self._house.clock.now()
        self.shown.append(Shown(at=now, key=letter.key, run=run, standing=person.standing))


@contextmanager
def _platform_world() -> Iterator[tuple[World, HonestPlatform]]:
    with world() as house:
        platform = house.chat = HonestPlatform(house)
        house.desk = replace(house.desk, chats={"chat": platform})
        house.router = Router(house.desk, changed=house.engine.wake)
        yield house, platform


async def _play(house: World, platform: HonestPlatform, verb: str, what: object) -> None:
    """Let something happen to the house, or Ana do something."""
    match verb, what:
        case "pass", int(minutes):
            await house.until(house.clock.now() + timedelta(minutes=minutes))
        case "bad luck", list(moods):
            platform.luck = moods.copy()
        case "crash", int(passes):
            house.end_after(passes)
        case "trouble", Trouble() | None as trouble:
            house.store.refuse(trouble)
        case "wake", _:
            house.engine.wake(LANE)
            await house.engine.settle()
        case "restart", _:
            await _restart(house)
        case _:
            await _act(house, platform, verb, what)


async def _act(house: World, platform: HonestPlatform, verb: str, what: object) -> None:
    match verb, what:
        case "answer", int(step):
            if platform.letters:
                await house.rate(platform.letters[-1].card.controls[0], step)
        case "say", str(word):
            await house.command(word)
        case "choose", str(hour):
            ref = house.desk.mint(ANA)("settings.save")
            values = {"days": "daily", "at": hour, "zone": "UTC", "quiet": "none", "region": "elsewhere"}
            await house.hear(FormSubmitted(**house.facts(ANA), ref=ref, values=values))
        case _:
            raise LookupError(verb)


async def _restart(house: World) -> None:
    house.store.refuse(None)
    await house.restart()
    await house.engine.settle()


def _check(house: World, platform: HonestPlatform) -> None:
    """See that no screen shows too much, and that every state tells the truth about the screen."""
    assert max(Counter(one.key for one in platform.shown).values(), default=0) <= 1
    assert all(one.standing is Standing.ACTIVE for one in platform.shown)
    on_screen = Counter(one.run for one in platform.shown)
    due = {delivery.run: delivery.due_at for delivery in house.outbox if delivery.run}
    for delivery in house.outbox:
        if delivery.state is DeliveryState.SENT:
            assert on_screen[delivery.run] == 1
        elif delivery.state in ENDED or delivery.state is DeliveryState.PLANNED:
            assert delivery.run is None
    for one in platform.shown:
        assert one.run in due
        assert due[one.run] <= one.at < due[one.run] + WINDOW
    runs = {run.id: run for run in house.runs}
    assert all(one.run in runs for one in platform.shown)


@given(st.lists(steps, min_size=4, max_size=18))
async def test_no_order_of_events_shows_a_slot_twice_or_leaves_it_hanging(told: list[Step]) -> None:
    """After each step the outbox tells the truth, and in the end everything planned has ended."""
    with _platform_world() as (house, platform):
        await house.settle_in(days="daily", quiet="none")
        for verb, what in told:
            try:
                await _play(house, platform, verb, what)
            except Killed:
                await _restart(house)
            _check(house, platform)
        platform.luck = []
        await _play(house, platform, "restart", None)
        await house.until(house.clock.now() + WINDOW + timedelta(hours=1))
        _check(house, platform)
        now = house.clock.now()
        assert all(each.state in ENDED or each.due_at + WINDOW > now for each in house.outbox)
        sent = [each.run for each in house.outbox if each.state is DeliveryState.SENT]
        assert sorted(map(str, sent)) == sorted(str(one.run) for one in platform.shown)
        assert sum(run.state is RunState.OPEN for run in house.runs) <= 1
        assert house.engine.failures == ()
