"""What the core said to people on a platform, as `reststop sim` records it: drawn by the simulation's rules.

Only what the core said stands here. Whether anybody could read it is another question: `platform_eyes.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from adapters.sim.app import SimWorld
from adapters.sim.limits import Limits
from adapters.sim.render import Output
from adapters.sim.spots import Spot, Turn
from bot.domain.people import Account, Place
from bot.ports.chat import Arrival, Change, ChatPort, Letter, Posting, Receipt, Sent
from bot.ports.time import Clock
from bot.surface.capabilities import Capabilities
from bot.surface.inbound import (
    ActionPressed,
    FileGiven,
    FormDismissed,
    FormSubmitted,
    InboundEvent,
    OptionChosen,
    ScaleAnswered,
)
from bot.surface.outcome import Outcome


class Recorder:
    """Writes down each answer and each letter that arrived, with the names of the story's people.

    It stands outside the house, as the simulated world does: the ids of what was shown go on after a restart.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        out: Callable[[Output, Account | Place], None],
        name_of: Callable[[Account], str],
        room_of: Callable[[Place], str | None],
        surfaces: Iterable[str],
    ) -> None:
        """Write to `out`, for which account or in which channel.

        `name_of` is what a story calls an account, `room_of` a channel; None where it speaks of none.
        What the platforms of these `surfaces` cannot hold, they refuse themselves.
        """
        self._out = out
        self._name_of = name_of
        self._room_of = room_of
        self._account: Account | None = None
        self._place: Place | None = None
        self._messages: dict[str, str] = {}
        """The handle of a message in the records, by the platform's."""
        self._files: dict[str, str] = {}
        hosted = (Capabilities(surface=name, waits=False, hosted=True) for name in surfaces)
        limits = {each.surface: Limits(capabilities=each) for each in hosted}
        self._world = SimWorld(clock=clock, out=self._note, surfaces=limits)

    def told(self, event: InboundEvent, outcome: Outcome) -> None:
        """The core answered an event."""
        self._account, self._place = event.account, event.place
        if isinstance(event, FileGiven):
            self._files[event.file] = event.attached.hex
        self._world.tell(self._turn(event), outcome)

    async def arrived(self, letter: Letter) -> None:
        """A letter was sent."""
        self._account = letter.to
        self._world.direct(letter.to, is_open=True)
        await self._world.chats[letter.to.surface].send(letter)

    async def posted(self, posting: Posting, message: str) -> None:
        """Something was posted in a channel, and the platform calls it so."""
        self._place = posting.to
        under = self._messages.get(posting.under, posting.under)
        drawn = replace(posting, to=self._called(posting.to), under=under)
        receipt = await self._world.chats[posting.to.surface].post(drawn)
        assert isinstance(receipt, Sent)
        self._messages[message] = receipt.message

    async def changed(self, change: Change) -> None:
        """What stands in a channel was changed, or taken away."""
        self._place = change.to
        message = self._messages.get(change.message, change.message)
        drawn = replace(change, to=self._called(change.to), message=message)
        await self._world.chats[change.to.surface].change(drawn)

    async def taken_back(self, to: Account, file: str) -> None:
        """A file is gone."""
        self._account = to
        await self._world.chats[to.surface].take_back(to, self._files.get(file, file))

    def _turn(self, event: InboundEvent) -> Turn:
        """Return the turn that an event is, with the card whose control was used."""
        account = event.account
        source: Spot | None
        match event:
            case ActionPressed(ref=ref) | OptionChosen(ref=ref) | ScaleAnswered(ref=ref):
                source = self._world.control(ref, account).spot
            case FormSubmitted(ref=ref) | FormDismissed(ref=ref):
                source = self._world.form(ref, account).source
            case _:
                source = None
        where = self._room_of(event.place) if event.place else None
        return Turn(account=account, event=event, where=where, source=source)

    def _called(self, place: Place) -> Place:
        """Return a channel as the records know it: by its name in the story."""
        return replace(place, channel=self._room_of(place) or place.channel)

    def _note(self, output: Output) -> None:
        if output.to is None:
            assert self._place is not None
            self._out(output, self._place)
        else:
            assert self._account is not None
            self._out(replace(output, to=self._name_of(self._account)), self._account)


class RecordedChat:
    """A way out whose arrivals are written down."""

    def __init__(self, chat: ChatPort, recorder: Recorder) -> None:
        """Send through `chat`."""
        self._chat = chat
        self._recorder = recorder

    @property
    def capabilities(self) -> Capabilities:
        """What the surface can do."""
        return self._chat.capabilities

    async def send(self, letter: Letter) -> Receipt:
        """Send a letter; it is written down when it was shown."""
        receipt = await self._chat.send(letter)
        if isinstance(receipt, Sent):
            await self._recorder.arrived(letter)
        return receipt

    async def post(self, posting: Posting) -> Receipt:
        """Post in a channel; it is written down when it stands there."""
        receipt = await self._chat.post(posting)
        if isinstance(receipt, Sent):
            await self._recorder.posted(posting, receipt.message)
        return receipt

    async def change(self, change: Change) -> Receipt:
        """Change what stands in a channel; it is written down when that is done."""
        receipt = await self._chat.change(change)
        if isinstance(receipt, Sent):
            await self._recorder.changed(change)
        return receipt

    async def foresee(self, accounts: Sequence[Account]) -> None:
        """Pass it on."""
        await self._chat.foresee(accounts)

    async def was_sent(self, letter: Letter | Posting) -> Arrival | Sent:
        """Pass it on."""
        return await self._chat.was_sent(letter)

    async def take_back(self, to: Account, file: str) -> Receipt:
        """Take a file back; it is written down when it is gone."""
        receipt = await self._chat.take_back(to, file)
        if isinstance(receipt, Sent):
            await self._recorder.taken_back(to, file)
        return receipt
