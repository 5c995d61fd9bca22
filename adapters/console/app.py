"""The console as a surface: one person, one card at a time, for as long as the session runs."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import assert_never

from adapters.console import text
from adapters.console.chat import Signal, Talk
from adapters.console.files import keep_file
from adapters.console.forms import fill, fill_again
from adapters.console.inbound import (
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
from adapters.console.render import OpenCard, draw, link_lines, wrapped
from bot.domain.people import Account
from bot.errors import ScreenGone
from bot.ports.chat import Letter, NotOpen, Receipt, Sent
from bot.surface.audience import Audience, Reading
from bot.surface.capabilities import Capabilities
from bot.surface.card import Card
from bot.surface.form import Form
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    DirectMessage,
    FormDismissed,
    FormSubmitted,
    InboundEvent,
    OptionChosen,
    ScaleAnswered,
)
from bot.surface.outcome import Act, Attach, Hear, Open, Quiet, Refuse, Replace, Retract, Show

CAPABILITIES = Capabilities(surface="console", waits=True, hosted=False)


class ConsoleSurface:
    """Shows cards to one person and tells the core what they type.

    The last card with controls is the current one. While a question of it is open, or a line is being
    answered, further answers wait here in order and letters find nobody: `arrived` is called again when
    there is room for them.
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
    ) -> None:
        """Speak with `account` over `talk`.

        `new_id` names events, `words` are the command words, files are laid into `folder`. `arrived`
        returns when what waited for this person was sent: it is called at the start, and when a letter
        that came at a bad moment may come.
        """
        self._hear = hear
        self._sender = Sender(account=account, zone=zone, new_id=new_id)
        self._talk = talk
        self._arrived = arrived
        self._words = frozenset(words)
        self._folder = folder or Path()
        self._current: OpenCard | None = None
        self._aside: list[OpenCard] = []
        self._answers: deque[Card] = deque()
        self._is_open = False
        self._is_busy = False
        self._is_missed = False

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
            self._answers.append(letter.card)
            self._advance()
        except ScreenGone:
            self._is_open = False
            return NotOpen()
        return Sent()

    async def was_sent(self, letter: Letter) -> bool:
        """Return False: a screen remembers nothing, so after a crash a letter is shown again."""
        del letter
        return False

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
        self._enqueue(await self._perform((outcome.first, *outcome.then)), at_once=False)
        self._advance()
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
        self._show_rest()

    @property
    def _has_room(self) -> bool:
        """Whether a card may come now: no question is open and no line is being answered."""
        return not self._is_busy and not self._is_asking

    @property
    def _is_asking(self) -> bool:
        return self._current is not None and self._current.ask is not None

    async def _rest(self) -> None:
        """Wait for the next line; whoever came at a bad moment may come now."""
        self._is_busy = False
        if self._is_missed and self._has_room:
            self._is_missed = False
            await self._arrived()

    async def _take(self, line: str) -> bool:
        """Do what a line means; False leaves."""
        table = [place for place in (self._current, *reversed(self._aside)) if place]
        match read(line, table, self._words):
            case Step.LEAVE:
                return False
            case Step.LOOK:
                self._look_again()
            case Command(text=command):
                await self._depart(CommandInvoked(**self._sender.facts(), text=command))
            case Words(text=words):
                await self._depart(DirectMessage(**self._sender.facts(), text=words))
            case answer:
                await self._answer(answer)
        self._advance()
        return True

    async def _answer(self, answer: Answer) -> None:
        """Do what a number or a label means."""
        match answer:
            case Pressed(on=place, button=button):
                self._bring(place, place.press())
                await self._act(ActionPressed(**self._sender.facts(), ref=button.ref), at_once=True)
            case Chosen(on=place, ask=choose, options=options):
                self._bring(place, place.settle(choose.name))
                names = tuple(option.name for option in options)
                await self._act(OptionChosen(**self._sender.facts(), ref=choose.ref, values=names))
            case Rated(on=place, ask=scale, value=value):
                self._bring(place, place.settle(scale.name))
                await self._act(ScaleAnswered(**self._sender.facts(), ref=scale.ref, value=value))
            case Passed(on=place, ask=ask):
                self._bring(place, place.settle(ask.name))
            case Followed(link=link):
                self._talk.show([tuple(link_lines(link, self._talk.width))])
            case NoSuchKey(key=key):
                self._say(text.NO_SUCH.format(key=key))
                self._look_again()
            case TooMany(at_most=at_most):
                self._say(text.TOO_MANY.format(at_most=at_most))
                self._look_again()
            case _:
                assert_never(answer)

    async def _act(self, event: InboundEvent, *, at_once: bool = False) -> None:
        """Tell the core what was done with the current card."""
        outcome = await self._hear(event)
        self._enqueue(await self._perform((outcome.first, *outcome.then), on_card=True), at_once=at_once)

    async def _depart(self, event: CommandInvoked | DirectMessage) -> None:
        """Tell the core something that leaves the current card; one with an open question is put aside."""
        left, self._current = self._current, None
        self._aside = [left] if left and left.is_waiting else []
        outcome = await self._hear(event)
        self._enqueue(await self._perform((outcome.first, *outcome.then)), at_once=True)
        self._advance()
        if self._current is None and left and left.ask is None:
            self._bring(left, left)

    async def _perform(self, acts: Iterable[Act], *, on_card: bool = False) -> list[Card]:
        """Do what the core answers; returns the cards that are to be shown after it, in order."""
        cards: list[Card] = []
        for act in acts:
            match act:
                case Show(card=card, audience=audience):
                    cards += [card] if self._is_for(audience) else []
                case Replace(card=card) if on_card and self._current:
                    self._current = self._current.become(card)
                case Replace(card=card):
                    cards.append(card)
                case Retract():
                    self._current = None if on_card else self._current
                case Open(form=form):
                    self._show_before(cards)
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
            outcome = await self._hear(FormDismissed(**self._sender.facts(), ref=form.ref))
        return cards + await self._perform((outcome.first, *outcome.then), on_card=on_card)

    def _advance(self) -> None:
        """Read the current card out up to its next question, and then the cards that wait.

        A card without controls is read out and leaves the keys to the card before it.
        """
        while True:
            if self._current:
                is_pushed = self._current.ask is None and any(card.controls for card in self._answers)
                groups, self._current = draw(self._current, self._talk.width, keyed=not is_pushed)
                self._talk.show(groups)
                if self._current.ask:
                    return
            if not self._answers:
                return
            place = OpenCard(card=self._answers.popleft())
            if place.card.controls:
                self._set_aside()
                self._current = place
            else:
                self._talk.show(draw(place, self._talk.width)[0])

    def _enqueue(self, cards: Sequence[Card], *, at_once: bool) -> None:
        """Let cards wait for their turn; `at_once` puts them before those that wait already."""
        if at_once:
            self._answers.extendleft(reversed(cards))
        else:
            self._answers.extend(cards)

    def _bring(self, place: OpenCard, changed: OpenCard) -> None:
        """Make a card of the table the current one, as `changed`."""
        if place is not self._current:
            self._aside = [other for other in self._aside if other is not place]
            self._set_aside()
        self._current = changed

    def _set_aside(self) -> None:
        """Leave the current card; its labels stay within reach until a command is typed."""
        if self._current and self._current.is_waiting:
            self._aside.append(self._current)
        self._current = None

    def _show_rest(self) -> None:
        """Show the answers that still wait behind a question: nothing that the core said is lost."""
        while self._answers:
            self._current = None
            self._advance()

    def _show_before(self, cards: Sequence[Card]) -> None:
        """Show cards before a form; an open question stays behind it, where it will be seen."""
        self._enqueue(cards, at_once=True)
        if cards and not self._is_asking:
            self._advance()

    def _look_again(self) -> None:
        if self._current:
            self._current = self._current.look_again()

    def _say(self, *sentences: str) -> None:
        self._talk.show([tuple(wrapped(sentence, self._talk.width)) for sentence in sentences])

    def _is_for(self, audience: Audience) -> bool:
        """Whether an audience is the person here: another's words stay unread."""
        return not isinstance(audience, Reading) or audience.to == self._sender.account
