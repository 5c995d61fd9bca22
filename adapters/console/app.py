"""The console as a surface: one person, one card at a time, for as long as the session runs."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import assert_never

from adapters.console import text
from adapters.console.files import keep_file, read_file
from adapters.console.forms import fill, fill_again
from adapters.console.inbound import (
    HELP_COMMANDS,
    IMPORT_COMMAND,
    LIST_COMMAND,
    Answer,
    Chosen,
    Command,
    Followed,
    NoSuchKey,
    Passed,
    Pressed,
    Rated,
    Sender,
    Step,
    TooMany,
    Words,
    read,
)
from adapters.console.open_card import HELP_NOW, OpenCard
from adapters.console.render import link_lines, wrapped
from adapters.console.table import Table
from adapters.console.talk import Signal, Talk
from bot.domain.people import Account
from bot.errors import ScreenGone
from bot.ports.chat import Arrival, Letter, NoChannels, NotOpen, Posting, Receipt, Sent
from bot.surface.audience import Audience, Reading
from bot.surface.capabilities import Capabilities
from bot.surface.card import Card
from bot.surface.form import Form
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    DirectMessage,
    FileBrought,
    FormDismissed,
    FormSubmitted,
    InboundEvent,
    OptionChosen,
    ScaleAnswered,
)
from bot.surface.outcome import Act, Attach, Hear, Open, Outcome, Quiet, Refuse, Replace, Retract, Show

CAPABILITIES = Capabilities(surface="console", waits=True, hosted=False)

_SLOW = 3.0
"""Seconds after which whoever waits for an answer is told that it is on its way."""
_VERY_SLOW = 30.0
"""Seconds between one such line and the next."""
_TAKES_A_MOMENT = 200_000
"""Bytes of a file that is not looked through at once."""


class ConsoleSurface(NoChannels):
    """Shows cards to one person and tells the core what they type.

    While a question is open, or a line is being answered, further answers wait in order and letters
    find nobody: `arrived` is called again when there is room for them.
    """

    def __init__(
        self,
        *,
        hear: Hear,
        account: Account,
        talk: Talk,
        new_id: Callable[[], str],
        arrived: Callable[[], Awaitable[None]],
        zone: str | None = None,
        words: Collection[str] = (),
        folder: Path | None = None,
        organisation: str = "",
        manages: bool = False,
    ) -> None:
        """Speak with `account` over `talk`.

        `new_id` names events, `words` are the command words, files are laid into `folder`. `arrived`
        returns when what waited for this person was sent: it is called at the start, and when a letter
        that came at a bad moment may come. `organisation` is where this is, the terminal's own folder unless
        another is named; `manages`: whoever sits here looks after it.
        """
        self._core = hear
        self._sender = Sender(
            account=account,
            zone=zone,
            new_id=new_id,
            organisation=organisation or f"{CAPABILITIES.surface}/{account.workspace}",
            manages=manages,
        )
        self._talk = talk
        self._arrived = arrived
        self._words = frozenset(words)
        self._folder = folder or Path()
        self._table = Table(talk)
        self._is_open = False
        self._is_busy = False
        self._is_missed = False
        self._has_left = False

    @property
    def capabilities(self) -> Capabilities:
        """It is not always open, and nobody stands between."""
        return CAPABILITIES

    async def send(self, letter: Letter) -> Receipt:
        """Show the letter's card if its person is here and has nothing else before them."""
        if not self._is_open or letter.to != self._sender.account:
            return NotOpen()
        if not self._has_room:
            self._is_missed = True
            return NotOpen()
        try:
            self._table.take([letter.card])
            self._table.advance()
        except ScreenGone:
            self._is_open = False
            return NotOpen()
        return Sent()

    async def foresee(self, accounts: Sequence[Account]) -> None:
        """Ask nobody anything: here nothing has to be known before."""
        del accounts

    async def was_sent(self, letter: Letter | Posting) -> Arrival:
        """Say that it did not come: a screen remembers nothing, so after a crash a letter is shown again."""
        del letter
        return Arrival.NOT_ARRIVED

    async def take_back(self, to: Account, file: str) -> Receipt:
        """Leave a file in its folder: no platform keeps a copy, and it is its person's."""
        del to, file
        return Sent()

    async def run(self) -> None:
        """Hold one session: until the end of the input, `quit`, or until nobody reads any more."""
        with self._talk.session():
            self._is_open = True
            try:
                await self._live()
            except ScreenGone:
                pass  # whoever read has left, and that is a way to leave too
            finally:
                self._is_open = False

    async def _live(self) -> None:
        await self._arrived()
        outcome = await self._hear(CommandInvoked(**self._sender.facts(), text="start"))
        self._is_busy = True
        self._table.take(await self._perform((outcome.first, *outcome.then)))
        self._table.advance()
        was_stopped = False
        while self._is_open:
            await self._rest()
            line = await self._talk.command()
            self._is_busy = True
            if line is Signal.END or (line is Signal.STOP and was_stopped):
                break
            was_stopped = line is Signal.STOP
            if isinstance(line, Signal):
                self._say(text.TO_LEAVE)
            elif not await self._take(line):
                break
        self._table.show_rest()

    @property
    def _has_room(self) -> bool:
        """Whether a card may come now: no question is open and no line is being answered."""
        return not self._is_busy and not self._table.is_asking

    async def _rest(self) -> None:
        """Wait for the next line; whoever came at a bad moment may come now."""
        self._is_busy = False
        if self._is_missed and self._has_room:
            self._is_missed = False
            await self._arrived()

    async def _take(self, line: str) -> bool:
        """Do what a line means; False leaves."""
        match read(line, self._table.within_reach, self._words):
            case Step.LEAVE:
                return False
            case Step.LOOK:
                self._table.look_again()
            case Command(text=command) if self._comes_between(command):
                event = CommandInvoked(**self._sender.facts(), text=command)
                await self._interrupt(event, self._table.current)
            case Command(text=command) if said := self._file_in(command):
                await self._bring(said)
            case Command(text=command):
                await self._depart(CommandInvoked(**self._sender.facts(), text=command))
                if command.casefold() == LIST_COMMAND:
                    self._say(text.TO_LEAVE)
            case Words(text=words):
                await self._depart(DirectMessage(**self._sender.facts(), text=words))
            case answer:
                await self._answer(answer)
        self._table.advance()
        return True

    def _comes_between(self, command: str) -> bool:
        """Whether a word asks for help, or is no command: then nobody meant to leave what is under way."""
        first, _, _ = command.casefold().partition(" ")
        return command.casefold() in HELP_COMMANDS or (first != "" and first not in self._words)

    def _file_in(self, command: str) -> str:
        """Return the place of a file that is to be brought in; nothing where a line says no such thing."""
        word, _, said = command.partition(" ")
        is_it = word.casefold() == IMPORT_COMMAND and IMPORT_COMMAND in self._words
        return said.strip() if is_it else ""

    async def _bring(self, said: str) -> None:
        """Read a file and let the core have it; where it cannot be read, say so, and nothing else changes."""
        found = await asyncio.to_thread(read_file, self._folder, said)
        if isinstance(found, str):
            self._say(found)
            self._table.look_again()
            return
        if len(found.body) > _TAKES_A_MOMENT:
            self._say(text.ONE_MOMENT)
        await self._depart(FileBrought(**self._sender.facts(), name=found.name, body=found.body))

    async def _hear(self, event: InboundEvent) -> Outcome:
        """Let the core hear an event; as long as its answer takes, a line now and then says that it comes."""
        waiting = asyncio.create_task(self._say_that_it_takes_long())
        try:
            return await self._core(event)
        finally:
            waiting.cancel()

    async def _say_that_it_takes_long(self) -> None:
        with suppress(ScreenGone):  # whoever waits for the answer finds out
            await asyncio.sleep(_SLOW)
            self._say(text.ONE_MOMENT)
            while True:
                await asyncio.sleep(_VERY_SLOW)
                self._say(text.STILL_AT_IT)

    async def _answer(self, answer: Answer) -> None:
        """Do what a number or a label means."""
        match answer:
            case Pressed(on=place, button=button) if button.name == HELP_NOW:
                await self._interrupt(ActionPressed(**self._sender.facts(), ref=button.ref), place)
            case Pressed(on=place, button=button):
                pressed = ActionPressed(**self._sender.facts(), ref=button.ref)
                await self._act(pressed, place, place.press(), at_once=True)
            case Chosen(on=place, ask=choose, options=options):
                names = tuple(option.name for option in options)
                chosen = OptionChosen(**self._sender.facts(), ref=choose.ref, values=names)
                await self._act(chosen, place, place.settle(choose))
            case Rated(on=place, ask=scale, value=value):
                rated = ScaleAnswered(**self._sender.facts(), ref=scale.ref, value=value)
                await self._act(rated, place, place.settle(scale))
            case Passed(on=place, ask=ask):
                self._table.bring(place, place.settle(ask).look_again())
            case Followed(link=link):
                self._talk.show([tuple(link_lines(link, self._talk.width))])
            case NoSuchKey(key=key):
                self._say(text.NO_SUCH.format(key=key))
                self._table.look_again()
            case TooMany(at_most=at_most):
                self._say(text.TOO_MANY.format(at_most=at_most))
                self._table.look_again()
            case _:
                assert_never(answer)

    async def _act(
        self, event: InboundEvent, before: OpenCard, after: OpenCard, *, at_once: bool = False
    ) -> None:
        """Tell the core what was done with a card. If that opened a form that was left, it stands again."""
        self._table.bring(before, after)
        self._has_left = False
        outcome = await self._hear(event)
        cards = await self._perform((outcome.first, *outcome.then), on_card=True)
        self._table.take(cards, at_once=at_once)
        if self._has_left and self._table.current is after and not isinstance(event, ScaleAnswered):
            self._table.bring(after, before.look_again())

    async def _interrupt(self, event: InboundEvent, place: OpenCard | None) -> None:
        """Tell the core something that comes between: a call for help, or a word that is none we know.

        What was under way keeps its keys if nothing else has any, and else is one Enter away.
        """
        left = self._table.leave(place, to_come_back=True)
        await self._tell(event)
        self._table.come_back(left, to_ask=True)
        self._table.tell_the_way_back()

    async def _depart(self, event: InboundEvent) -> None:
        """Tell the core something that leaves the current card; one with an open question is put aside."""
        left = self._table.leave(self._table.current, to_come_back=False)
        self._has_left = False
        await self._tell(event)
        self._table.come_back(left, to_ask=self._has_left, again=self._has_left)

    async def _tell(self, event: InboundEvent) -> None:
        """Tell the core something that is not about the current card; what it says comes at once."""
        outcome = await self._hear(event)
        self._table.take(await self._perform((outcome.first, *outcome.then)), at_once=True)
        self._table.advance()

    async def _perform(self, acts: Iterable[Act], *, on_card: bool = False) -> list[Card]:
        """Do what the core answers; returns the cards that are to be shown after it, in order."""
        cards: list[Card] = []
        for act in acts:
            match act:
                case Show(card=card, audience=audience):
                    cards += [card] if self._is_for(audience) else []
                case Replace(card=card):
                    cards += [] if on_card and self._table.become(card) else [card]
                case Retract():
                    if on_card:
                        self._table.retract()
                case Open(form=form):
                    self._table.show_now(cards)
                    cards = await self._fill(form, on_card=on_card)
                case Refuse(errors=errors):
                    self._say(*errors.values())
                case Attach(file=file):
                    place = keep_file(self._folder, file)
                    self._say(text.FILE_AT.format(place=place.absolute()) if place else text.NO_FILE)
                case Quiet():
                    pass
                case _:
                    assert_never(act)
        return cards

    async def _fill(self, form: Form, *, on_card: bool) -> list[Card]:
        """Ask a form until the core takes it or its writer leaves; returns the cards of the answers."""
        cards: list[Card] = []
        typed = await fill(form, self._talk)
        while typed is not None:
            outcome = await self._hear(FormSubmitted(**self._sender.facts(), ref=form.ref, values=typed))
            if not isinstance(outcome.first, Refuse):
                break
            cards += await self._perform(outcome.then)
            typed = await fill_again(form, typed, outcome.first.errors, self._talk)
        else:
            self._has_left = True
            outcome = await self._hear(FormDismissed(**self._sender.facts(), ref=form.ref))
        return cards + await self._perform((outcome.first, *outcome.then), on_card=on_card)

    def _say(self, *sentences: str) -> None:
        self._talk.show([tuple(wrapped(sentence, self._talk.width)) for sentence in sentences])

    def _is_for(self, audience: Audience) -> bool:
        """Whether an audience is the person here: another's words stay unread."""
        return not isinstance(audience, Reading) or audience.to == self._sender.account
