"""A working surface in memory: it shows cards to one account and passes on what that account does."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TypeVar, assert_never

from bot.domain.people import Account
from bot.errors import SurfaceError
from bot.ports.chat import Arrival, Letter, NoChannels, NotOpen, Posting, Receipt, Sent
from bot.surface.audience import Audience, Direct, Reading
from bot.surface.capabilities import Capabilities
from bot.surface.card import (
    Block,
    Button,
    Buttons,
    Card,
    Choose,
    Control,
    Fields,
    LinkButton,
    Paragraph,
    Picture,
    Scale,
    Shared,
)
from bot.surface.form import ChoiceField, Form
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    DirectMessage,
    Facts,
    FormDismissed,
    FormSubmitted,
    InboundEvent,
    OptionChosen,
    ScaleAnswered,
)
from bot.surface.outcome import Attach, File, Hear, Open, Outcome, Quiet, Refuse, Replace, Retract, Show

MEMORY = Capabilities(surface="memory", waits=False, hosted=False)
ME = Account(surface="memory", workspace="local", user="me")

_C = TypeVar("_C", bound=Control)


@dataclass(slots=True, kw_only=True)
class Posted:
    """A card where its person sees it: an answer for an audience, or a letter."""

    card: Card
    audience: Audience
    is_gone: bool = False


@dataclass(slots=True, kw_only=True)
class OpenForm:
    """A form that stands open, with what was typed and the sentences at its fields."""

    form: Form
    on: Posted | None
    typed: dict[str, str]
    errors: Mapping[str, str] = field(default_factory=dict)


class MemorySurface(NoChannels):
    """One account's screen. Every control is reached by its name, on the newest card that has it.

    `refusals` are receipts for the next letters, which are then not shown: a platform's bad day.
    """

    def __init__(
        self,
        *,
        hear: Hear,
        account: Account = ME,
        zone: str | None = None,
        organisation: str = "",
        manages: bool | None = False,
        capabilities: Capabilities = MEMORY,
        new_id: Callable[[], str] | None = None,
    ) -> None:
        """Show an open, empty screen; events are named by `new_id`, or m1, m2 and so on.

        `organisation` and `manages` are as on `Inbound`; a screen without another one is its own.
        """
        numbers = count(1)
        self.posted: list[Posted] = []
        self.files: list[File] = []
        self.letters: list[Letter] = []
        self.open_form: OpenForm | None = None
        self.refusals: deque[Receipt] = deque()
        self.is_open = True
        self._hear = hear
        self._account = account
        self._zone = zone
        self._organisation = organisation or f"{account.surface}/{account.workspace}"
        self._manages = manages
        self._capabilities = capabilities
        self._new_id = new_id or (lambda: f"m{next(numbers)}")
        self._read: list[str] = []

    @property
    def capabilities(self) -> Capabilities:
        """What the screen was made with."""
        return self._capabilities

    @property
    def seen(self) -> str:
        """Everything that was ever to be read, oldest first; cards with their labels."""
        return "\n\n".join(self._read)

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards that stand now, oldest first."""
        return tuple(posted.card for posted in self.posted if not posted.is_gone)

    async def send(self, letter: Letter) -> Receipt:
        """Show a letter, once for each key, unless nobody is there or a refusal is next."""
        if not self.is_open or letter.to != self._account:
            return NotOpen()
        if self.refusals:
            return self.refusals.popleft()
        if await self.was_sent(letter) is Arrival.NOT_ARRIVED:
            self.letters.append(letter)
            self._post(letter.card, Direct())
        return Sent()

    async def foresee(self, accounts: Sequence[Account]) -> None:
        """Ask nobody anything: here nothing has to be known before."""
        del accounts

    async def was_sent(self, letter: Letter | Posting) -> Arrival:
        """Say whether a letter with this key was shown."""
        came = any(letter.key == earlier.key for earlier in self.letters)
        return Arrival.ARRIVED if came else Arrival.NOT_ARRIVED

    async def take_back(self, to: Account, file: str) -> Receipt:
        """Say that the copy is gone: nobody but this screen holds files."""
        del to, file
        return Sent()

    async def command(self, text: str) -> Outcome:
        """Type a command."""
        return await self._act(CommandInvoked(**self._facts(), text=text), None)

    async def say(self, text: str) -> Outcome:
        """Type words that are no command."""
        return await self._act(DirectMessage(**self._facts(), text=text), None)

    async def press(self, name: str) -> Outcome:
        """Press a button."""
        on, button = self._find(name, Button)
        return await self._act(ActionPressed(**self._facts(), ref=button.ref), on)

    async def choose(self, name: str, *options: str) -> Outcome:
        """Choose answers by their names."""
        on, choose = self._find(name, Choose)
        _refuse_unknown(set(options) - {option.name for option in choose.options})
        return await self._act(OptionChosen(**self._facts(), ref=choose.ref, values=options), on)

    async def rate(self, name: str, value: int | None) -> Outcome:
        """Answer a scale, or None for "not now"."""
        on, scale = self._find(name, Scale)
        return await self._act(ScaleAnswered(**self._facts(), ref=scale.ref, value=value), on)

    async def submit(self, values: Mapping[str, str]) -> Outcome:
        """Type `values` into the open form, over what stands there, and send it."""
        opened = self._form()
        _refuse_unknown(set(values) - set(opened.typed))
        opened.typed.update(values)
        event = FormSubmitted(**self._facts(), ref=opened.form.ref, values=dict(opened.typed))
        outcome = await self._hear(event)
        if not isinstance(outcome.first, Refuse):
            self.open_form = None
        self._apply(outcome, opened.on)
        return outcome

    async def dismiss(self) -> Outcome:
        """Close the open form."""
        opened = self._form()
        self.open_form = None
        return await self._act(FormDismissed(**self._facts(), ref=opened.form.ref), opened.on)

    async def _act(self, event: InboundEvent, on: Posted | None) -> Outcome:
        outcome = await self._hear(event)
        self._apply(outcome, on)
        return outcome

    def _apply(self, outcome: Outcome, on: Posted | None) -> None:  # noqa: C901 - one case for each act
        for act in (outcome.first, *outcome.then):
            match act:
                case Show(card=card, audience=audience):
                    self._post(card, audience)
                case Replace(card=card) if on:
                    on.card = card
                    self._read.append(_words(card))
                case Replace(card=card):
                    self._post(card, Direct())
                case Retract():
                    if on:
                        on.is_gone = True
                case Open(form=form):
                    typed = {one.name: one.value for one in form.fields}
                    self.open_form = OpenForm(form=form, on=on, typed=typed)
                    self._read.append(_form_words(form))
                case Refuse(errors=errors):
                    self._form().errors = errors
                    self._read.extend(errors.values())
                case Attach(file=file):
                    self.files.append(file)
                case Quiet():
                    pass
                case _:
                    assert_never(act)

    def _post(self, card: Card, audience: Audience) -> None:
        if isinstance(audience, Reading) and audience.to != self._account:
            return
        self.posted.append(Posted(card=card, audience=audience))
        self._read.append(_words(card))

    def _find(self, name: str, kind: type[_C]) -> tuple[Posted, _C]:
        for posted in reversed([posted for posted in self.posted if not posted.is_gone]):
            for control in posted.card.controls:
                if control.name == name and isinstance(control, kind):
                    return posted, control
        raise SurfaceError(f"no card shows {name}")

    def _form(self) -> OpenForm:
        if self.open_form is None:
            raise SurfaceError("no form is open")
        return self.open_form

    def _facts(self) -> Facts:
        return Facts(
            event_id=self._new_id(),
            account=self._account,
            zone=self._zone,
            organisation=self._organisation,
            manages=self._manages,
        )


def _refuse_unknown(names: set[str]) -> None:
    if names:
        raise SurfaceError(f"there is no {', '.join(sorted(names))} here")


def _words(card: Card) -> str:
    """Return all that a card shows: its text, and what can be pressed or chosen."""
    return "\n\n".join([card.title, *(_block_words(block) for block in card.blocks)]).strip()


def _block_words(block: Block) -> str:
    match block:
        case Paragraph(text=text) | Shared(text=text):
            return text
        case Fields(pairs=pairs):
            return "\n".join(f"{name}: {value}" for name, value in pairs)
        case Picture(alt=alt):
            return alt
        case Choose(ask=ask, options=options):
            return "\n".join([ask, *(option.label for option in options)])
        case Scale(ask=ask, words=words):
            return "\n".join([ask, *words])
        case Buttons(buttons=buttons):
            return "\n".join(
                f"{one.label}: {one.url}" if isinstance(one, LinkButton) else one.label for one in buttons
            )
        case _:
            assert_never(block)


def _form_words(form: Form) -> str:
    words = [form.title, form.intro]
    for one in form.fields:
        words += [one.label, one.hint]
        words += [option.label for option in one.options] if isinstance(one, ChoiceField) else []
    return "\n\n".join(part for part in [*words, form.submit] if part)
