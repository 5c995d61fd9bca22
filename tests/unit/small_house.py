"""A house of working fakes: one person at a scripted surface, a clock that is moved by hand."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count

from bot.domain.people import Account, Person, PersonId, Place
from bot.domain.prompts import Prompt
from bot.ports.chat import Arrival, Change, ChatPort, Letter, Posting, Receipt, Sent
from bot.ports.vault import Cell, Sealed
from bot.services.delivery import agenda, deliveries
from bot.services.desk import Desk
from bot.services.router import Router
from bot.surface.capabilities import Capabilities
from bot.surface.card import Card, Control, LinkButton
from bot.surface.form import Form
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    DirectMessage,
    Facts,
    FormSubmitted,
    InboundEvent,
    OptionChosen,
    ScaleAnswered,
)
from bot.surface.outcome import Act, Open, Outcome, Refuse, Replace, Show
from bot.surface.refs import RefCodec
from bot.testing.catalogue import INVENTED_PROMPTS, FakeCatalogue
from bot.testing.chance import SeededChance
from bot.testing.engine import SteppingEngine
from bot.testing.faults import ArmedCrash
from bot.testing.flows_to_run import FLOWS_TO_RUN
from bot.testing.keys import MemoryKeyStore
from bot.testing.time import ManualClock
from bot.testing.vault import MemoryVault, TextShelf
from tests.unit import standing
from tests.unit.channels import Channels

MONDAY = datetime(2026, 1, 5, 8, tzinfo=UTC)
LANE = "chat/team"
ANA = Account(surface="chat", workspace="team", user="ana")
BEN = Account(surface="chat", workspace="team", user="ben")
TEAM = Place(surface="chat", workspace="team", channel="kitchen")
HOSTED = Capabilities(surface="chat", waits=False, hosted=True, foresees=True)


class ScriptedChat:
    """A surface whose receipts are laid out beforehand; without one, everything arrives."""

    def __init__(self, capabilities: Capabilities) -> None:
        """Begin with no letters."""
        self.capabilities = capabilities
        self.receipts: list[Receipt] = []
        self.letters: list[Letter] = []
        self.knows_letters = False
        self.arrivals: list[Arrival | Sent] = []
        self.foreseen: list[Sequence[Account]] = []
        self.removals: list[Receipt] = []
        self.taken_back: list[tuple[Account, str]] = []
        self.meanwhile: Callable[[], Awaitable[object]] | None = None
        """What happens, once, while the next letter is on its way."""
        self.channels = Channels()

    async def send(self, letter: Letter) -> Receipt:
        """Answer with the next receipt; only what is `Sent` was seen."""
        meanwhile, self.meanwhile = self.meanwhile, None
        if meanwhile is not None:
            await meanwhile()
        receipt = self.receipts.pop(0) if self.receipts else Sent()
        if isinstance(receipt, Sent):
            self.letters.append(letter)
        return receipt

    async def post(self, posting: Posting) -> Receipt:
        """Post in a channel."""
        return self.channels.post(posting)

    async def change(self, change: Change) -> Receipt:
        """Change what stands in a channel."""
        return self.channels.change(change)

    async def foresee(self, accounts: Sequence[Account]) -> None:
        """Write down who is about to be written to."""
        self.foreseen.append(accounts)

    async def was_sent(self, letter: Letter | Posting) -> Arrival | Sent:
        """Say what the script says."""
        if self.arrivals:
            return self.arrivals.pop(0)
        if isinstance(letter, Posting):
            handle = self.channels.keys.get(letter.key)
            return Sent(message=handle) if handle else Arrival.NOT_ARRIVED
        came = self.knows_letters or any(one.key == letter.key for one in self.letters)
        return Arrival.ARRIVED if came else Arrival.NOT_ARRIVED

    async def take_back(self, to: Account, file: str) -> Receipt:
        """Answer with the next receipt; without one, the file is gone."""
        receipt = self.removals.pop(0) if self.removals else Sent()
        if isinstance(receipt, Sent):
            self.taken_back.append((to, file))
        return receipt


class TryingVault(MemoryVault):
    """A vault that may take its time, or break while it holds somebody's words."""

    slowly: Callable[[], None] = staticmethod(lambda: None)
    breaks = False
    shreds_to: Sequence[Exception] = ()
    """What comes of the next shreddings, after the key went; nothing more of it when they are through."""

    def blind(self, *parts: str) -> bytes:
        """Return the blind index, in its own time."""
        self.slowly()
        return super().blind(*parts)

    def seal(self, cell: Cell, text: str) -> Sealed:
        """Seal, or fail as careless code does: with the text in the error."""
        if self.breaks:
            raise ValueError(text)
        return super().seal(cell, text)

    def shred(self, person: PersonId) -> None:
        """Shred, and then fail as one that could not finish."""
        super().shred(person)
        if self.shreds_to:
            trouble, *self.shreds_to = self.shreds_to
            raise trouble


class SmallHouse:
    """Everything real but the outside."""

    def __init__(
        self,
        prompts: Sequence[Prompt] | None,
        capabilities: Capabilities,
        beside: SmallHouse | None = None,
    ) -> None:
        """Stand on a Monday at eight, UTC; or `beside` another one as the second process of it."""
        self.clock: ManualClock = beside.clock if beside else ManualClock(MONDAY)
        self.crash = ArmedCrash()
        self.chat: ScriptedChat = beside.chat if beside else ScriptedChat(capabilities)
        self.ground = standing.ground()
        self.store = self.ground.open_store(clock=self.clock, crash_points=self.crash)
        self.keystore: MemoryKeyStore = (
            beside.keystore if beside else MemoryKeyStore(today=lambda: self.clock.now().date())
        )
        self.texts: TextShelf = beside.texts if beside else TextShelf()
        self.vault = TryingVault(self.keystore, shelf=self.texts)
        self._chats: dict[str, ChatPort] = {"chat": self.chat}
        self.desk = Desk(
            store=self.store,
            vault=self.vault,
            clock=self.clock,
            chance=SeededChance("house beside" if beside else "small house"),
            crash=self.crash,
            catalogue=FakeCatalogue(
                prompts=INVENTED_PROMPTS if prompts is None else tuple(prompts), flows=FLOWS_TO_RUN
            ),
            refs=RefCodec(b"k" * 32),
            chats=self._chats,
            operator="a test",
            is_shared=self.ground.is_shared,
        )
        self.engine = SteppingEngine(self.clock)
        self.router = Router(self.desk, changed=self.engine.wake)
        self.zone = "UTC"
        """What the surface tells with each event; empty where it tells none."""
        self.organisation = ""
        """Where each event happens, as the surface names it."""
        self.place: Place | None = None
        """In which channel each event happens; None in everybody's own conversation."""
        self.managers: dict[Account, bool | None] = {}
        """Of whom the surface says that they look after it, or that it was not asked; of nobody else."""
        self._ids: Iterator[int] = beside._ids if beside else count(1)  # noqa: SLF001 - its own kind
        self._begun = False

    def open_to(self, chats: Mapping[str, ChatPort]) -> None:
        """Let people come from other surfaces too."""
        self._chats.update(chats)

    async def hear(self, event: InboundEvent) -> Outcome:
        """Let the core hear an event, and let what is due now happen."""
        await self.begin()
        outcome = await self.router.hear(event)
        await self.engine.settle()
        return outcome

    async def begin(self) -> None:
        """Let time begin to pass."""
        if not self._begun:
            self._begun = True
            await self.engine.start(
                partial(agenda.tick, self.desk), partial(deliveries.drain, self.desk, self.engine.wake)
            )

    async def until(self, at: datetime) -> list[Card]:
        """Let time pass; return the cards that came."""
        await self.begin()
        before = len(self.chat.letters)
        await self.engine.advance(at)
        return [letter.card for letter in self.chat.letters[before:]]

    async def until_answering(self, at: datetime) -> list[Card]:
        """Let time pass with somebody who passes every check-in by; return the cards that came."""
        cards: list[Card] = []
        while self.clock.now() < at:
            came = await self.until(min(at, self.clock.now() + timedelta(hours=6)))
            for one in (one for card in came for one in card.controls if one.name == "checkin.skip"):
                await self.press(one)
            cards += came
        return cards

    async def command(self, text: str, who: Account = ANA) -> Outcome:
        """Let somebody type a command."""
        return await self.hear(CommandInvoked(**self.facts(who), text=text))

    async def say(self, text: str, who: Account = ANA) -> Outcome:
        """Let somebody type words."""
        return await self.hear(DirectMessage(**self.facts(who), text=text))

    async def press(self, control: Control, who: Account = ANA) -> Outcome:
        """Let somebody press a button."""
        return await self.hear(ActionPressed(**self.facts(who), ref=ref_of(control)))

    async def choose(self, control: Control, *names: str, who: Account = ANA) -> Outcome:
        """Let somebody choose."""
        return await self.hear(OptionChosen(**self.facts(who), ref=ref_of(control), values=names))

    async def rate(self, control: Control, value: int | None) -> Outcome:
        """Let Ana answer a scale."""
        return await self.hear(ScaleAnswered(**self.facts(ANA), ref=ref_of(control), value=value))

    async def submit(self, form: Form, **values: str) -> Outcome:
        """Let Ana send a form; fields without a value keep what stands."""
        return await self.submit_by(ANA, form, values)

    async def submit_by(self, who: Account, form: Form, values: Mapping[str, str]) -> Outcome:
        """Let somebody send a form; fields without a value keep what stands."""
        standing = {field.name: field.value for field in form.fields}
        return await self.hear(FormSubmitted(**self.facts(who), ref=form.ref, values=standing | dict(values)))

    async def settle_in(self, who: Account = ANA, **wish: str) -> None:
        """Let somebody say yes and choose an hour: weekdays at nine, UTC, unless they wish otherwise."""
        consent = card_of(await self.command("start", who))
        await self.press(control(consent, "consent.yes"), who)
        form = form_of(await self.command("settings", who))
        values = {"days": "weekdays", "at": "09:00", "zone": "UTC", "quiet": "20-8", "region": "elsewhere"}
        event = FormSubmitted(**self.facts(who), ref=form.ref, values=values | wish)
        assert isinstance((await self.hear(event)).first, Show)

    async def person(self, who: Account = ANA) -> Person:
        """Return somebody who has a row."""
        found = await self.store.run(lambda unit: unit.people.by_index(self.desk.index(who)))
        assert found is not None
        return found[0]

    def facts(self, who: Account) -> Facts:
        """Return what every event carries; each has an id of its own."""
        return Facts(
            event_id=f"e{next(self._ids)}",
            account=who,
            handle="h",
            zone=self.zone,
            organisation=self.organisation,
            manages=self.managers.get(who, False),
            place=self.place,
            place_name=self.place.channel if self.place else "",
            called=who.user.title(),
        )


@contextmanager
def small_house(
    prompts: Sequence[Prompt] | None = None, capabilities: Capabilities = HOSTED
) -> Iterator[SmallHouse]:
    """Open a house and close its store in the end."""
    house = SmallHouse(prompts, capabilities)
    try:
        yield house
    finally:
        house.store.close()


def on(day: int, hour: int, minute: int = 0) -> datetime:
    """Return an instant of January 2026."""
    return datetime(2026, 1, 1, hour, minute, tzinfo=UTC) + timedelta(days=day - 1)


def card_of(outcome: Outcome) -> Card:
    """Return the card of an outcome's first act."""
    return card_in(outcome.first)


def card_in(act: Act) -> Card:
    """Return the card that an act shows."""
    assert isinstance(act, Show | Replace)
    return act.card


def form_of(outcome: Outcome) -> Form:
    """Return the form that opened."""
    assert isinstance(outcome.first, Open)
    return outcome.first.form


def errors_of(outcome: Outcome) -> dict[str, str]:
    """Return the sentences at the fields."""
    assert isinstance(outcome.first, Refuse)
    return dict(outcome.first.errors)


def control(card: Card, name: str) -> Control:
    """Return a control by its name."""
    return next(one for one in card.controls if one.name == name)


def ref_of(one: Control) -> str:
    """Return what a control sends back."""
    assert not isinstance(one, LinkButton)
    return one.ref
