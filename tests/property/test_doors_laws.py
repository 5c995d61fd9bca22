"""Any order of linking, unlinking, preferring, leaving, sends and crashes: one slot, once, in one lane."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agenda import AgendaKind
from bot.domain.checkins import WINDOW
from bot.domain.deliveries import ENDED, Delivery, DeliveryState
from bot.domain.people import Account
from bot.ports.chat import Arrival, Later, Letter, MaybeSent, NotOpen, Posting, Receipt, Sent, Unreachable
from bot.services.doors.ways import shut_row
from bot.surface.capabilities import Capabilities
from bot.surface.card import Button, Card
from bot.surface.outcome import Outcome, Replace, Show
from bot.testing.faults import Killed
from tests.unit.doors.two import DISCORD, TERMINAL, code_on
from tests.unit.leaving import leaves
from tests.unit.small_house import ANA, ScriptedChat
from tests.unit.world import World, world

Step = tuple[str, object]

OTHER = Account(surface="discord", workspace="app", user="78")
"""A second account in the lane of the first."""
ACCOUNTS = (ANA, DISCORD, OTHER, TERMINAL)
MOODS: Mapping[str, Receipt] = {
    "shut": NotOpen(),
    "later": Later(wait=timedelta(minutes=25)),
    "gone": Unreachable(),
    "lost": MaybeSent(),
    "arrived late": MaybeSent(),
}
accounts = st.sampled_from(ACCOUNTS)
quiet_steps = st.one_of(
    st.tuples(st.just("pass"), st.integers(1, 1_500)),
    st.tuples(st.just("link"), accounts),
    st.tuples(st.just("unlink"), accounts),
    st.tuples(st.just("prefer"), accounts),
    st.tuples(st.just("restart"), st.none()),
    st.tuples(st.just("crash"), st.integers(1, 9)),
)
steps = st.one_of(
    quiet_steps,
    st.tuples(
        st.just("luck"),
        st.tuples(accounts, st.lists(st.sampled_from(sorted(MOODS)), min_size=1, max_size=3)),
    ),
    st.tuples(st.just("closed"), accounts),
    st.tuples(st.just("comes"), accounts),
)


class Platform(ScriptedChat):
    """Shows what it is sent as often as it is sent, remembers it truly, and has bad luck as laid out."""

    def __init__(self, surface: str) -> None:
        """Begin with an empty screen."""
        super().__init__(Capabilities(surface=surface, waits=False, hosted=True))
        self.luck: list[str] = []
        self.shown: list[bytes] = []

    async def send(self, letter: Letter) -> Receipt:
        """Show a letter, or have bad luck; one that arrives late was shown and is not acknowledged."""
        assert letter.to.surface == self.capabilities.surface
        mood = self.luck.pop(0) if self.luck else None
        if mood is None or mood == "arrived late":
            self.letters.append(letter)
            self.shown.append(letter.key)
        return MOODS[mood] if mood else Sent()

    async def was_sent(self, letter: Letter | Posting) -> Arrival | Sent:
        """Say what is true; it is asked about nobody of another platform."""
        assert letter.to.surface == self.capabilities.surface
        return await super().was_sent(letter)


class Ground:
    """Somebody with up to four accounts, and what may happen to them."""

    def __init__(self, house: World) -> None:
        """Open a house to three platforms."""
        self.house = house
        self.platforms = {name: Platform(name) for name in ("chat", "discord", "console")}
        house.chat = self.platforms["chat"]
        house.open_to(self.platforms)

    @property
    def mine(self) -> list[Account]:
        """The accounts that open the notebook now."""
        indexes = {door.index for door in self.house.tables.doors.values()}
        return [each for each in ACCOUNTS if self.house.desk.index(each) in indexes]

    @property
    def checkins(self) -> list[Delivery]:
        """The deliveries of check-ins, each slot once."""
        rows = {row.id for row in self.house.tables.agenda.values() if row.kind is AgendaKind.CHECKIN}
        return [each for each in self.house.outbox if each.agenda in rows]

    async def play(self, verb: str, what: object) -> None:
        """Let something happen."""
        match verb, what:
            case "pass", int(minutes):
                await self.house.until(self.house.clock.now() + timedelta(minutes=minutes))
            case "crash", int(passes):
                self.house.end_after(passes)
            case "luck", (Account() as account, list(moods)):
                self.platforms[account.surface].luck = moods.copy()
            case "restart", _:
                await self.restart()
            case "closed", Account() as account:
                await leaves(self.house, account)
            case "comes", Account() as account if account in self.mine:
                await self.house.command("help", account)
            case "link", Account() as account if account not in self.mine:
                await self.link(account)
            case "unlink" | "prefer", Account() as account if account in self.mine:
                await self.press("unlink.yes" if verb == "unlink" else "settings.door", account)
            case _:
                pass

    async def link(self, account: Account) -> None:
        """Let one more account open the notebook."""
        made = await self.house.command("link", self.mine[0])
        card = _shown(made, "link.code")
        brought = _shown(await self.house.command(f"link {code_on(card)}", account), "link.confirm")
        [yes] = [one for one in brought.controls if one.name == "link.yes"]
        await self.house.press(yes, account)

    async def press(self, action: str, account: Account) -> None:
        """Let a button about a door be pressed, at whichever door is there."""
        index = self.house.desk.index(account)
        [door] = [each for each in self.house.tables.doors.values() if each.index == index]
        at = self.mine[-1]
        ref = self.house.desk.mint(at)(action, door.id)
        await self.house.press(Button(ref=ref, name=action, label="press"), at)

    async def restart(self) -> None:
        """Let the house begin again."""
        await self.house.restart()
        await self.house.engine.settle()

    def check(self) -> None:
        """See that no screen shows too much, and that what is planned is in the preferred door's lane."""
        keys = Counter(key for platform in self.platforms.values() for key in platform.shown)
        assert max(keys.values(), default=0) <= 1
        doors = list(self.house.tables.doors.values())
        [preferred] = [door for door in doors if door.preferred]
        shut = {door.id for door in doors if shut_row(door.index) in self.house.tables.agenda}
        assert preferred.id not in shut or len(shut) == len(doors)
        [row] = [row for row in self.house.tables.agenda.values() if row.kind is AgendaKind.CHECKIN]
        assert row.lane == preferred.lane
        planned = [each for each in self.checkins if each.state is DeliveryState.PLANNED]
        assert {each.lane for each in planned} <= {preferred.lane}
        assert all(
            each.door is None for each in self.checkins if each.state in {*ENDED, DeliveryState.PLANNED}
        )

    async def end(self) -> None:
        """Let all that is on its way come to its end, and see that it did."""
        for platform in self.platforms.values():
            platform.luck = []
        await self.restart()
        await self.house.until(self.house.clock.now() + WINDOW + timedelta(hours=1))
        self.check()
        now = self.house.clock.now()
        assert all(each.state in ENDED or each.due_at + WINDOW > now for each in self.checkins)
        sent = sum(each.state is DeliveryState.SENT for each in self.checkins)
        cards = [letter.card.text_id for one in self.platforms.values() for letter in one.letters]
        came = len(cards) - cards.count("door.added")
        parked = sum(each.state is DeliveryState.PARKED for each in self.checkins)
        assert sent <= came <= sent + parked  # what was parked may have been seen, and nobody could be asked
        assert self.house.engine.failures == ()


def _shown(outcome: Outcome, text_id: str) -> Card:
    """Return the card of this name among what is answered."""
    acts = [act for act in (outcome.first, *outcome.then) if isinstance(act, Show | Replace)]
    [card] = [act.card for act in acts if act.card.text_id == text_id]
    return card


@contextmanager
def ground() -> Iterator[Ground]:
    """Open a world with three honest platforms."""
    with world() as house:
        yield Ground(house)


async def _tell(stage: Ground, told: list[Step]) -> None:
    await stage.house.settle_in(days="daily", quiet="none")
    for verb, what in told:
        try:
            await stage.play(verb, what)
        except Killed:
            await stage.restart()
        stage.check()
    await stage.end()


@given(st.lists(steps, min_size=4, max_size=16))
async def test_no_order_of_events_shows_a_slot_twice_or_by_two_ways(told: list[Step]) -> None:
    """After each step everything planned is in one lane, and what is in doubt is asked where it was sent."""
    with ground() as stage:
        await _tell(stage, told)


@given(st.lists(quiet_steps, min_size=4, max_size=16))
async def test_no_slot_is_lost_by_what_becomes_of_doors(told: list[Step]) -> None:
    """Where platforms are well, each slot comes, but for one whose door went while that was not known."""
    with ground() as stage:
        await _tell(stage, told)
        ended = {each.state for each in stage.checkins if each.state in ENDED}
        assert ended <= {DeliveryState.SENT, DeliveryState.PARKED}
