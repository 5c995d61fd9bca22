"""The cards on the table: the one that counts, those pushed aside, and those that wait for their turn."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from adapters.console import text
from adapters.console.open_card import OpenCard
from adapters.console.render import draw, wrapped
from adapters.console.talk import Talk
from bot.surface.card import Card


class Table:
    """The last card with controls is the current one; while a question of it is open, others wait.

    A card that was pushed aside is within reach until a command is typed, and one that was interrupted
    until its person comes back to it.
    """

    def __init__(self, talk: Talk) -> None:
        """Begin with nothing on it; cards are drawn on `talk`."""
        self._talk = talk
        self._aside: list[OpenCard] = []
        self._waiting: deque[Card] = deque()
        self.current: OpenCard | None = None

    @property
    def is_asking(self) -> bool:
        """Whether a question is open."""
        return self.current is not None and self.current.ask is not None

    @property
    def within_reach(self) -> tuple[OpenCard, ...]:
        """The current card, then the others, the latest first."""
        return tuple(place for place in (self.current, *reversed(self._aside)) if place)

    def advance(self) -> None:
        """Read the current card out up to its next question, and then the cards that wait.

        A card without controls is read out and leaves the keys to the card before it.
        """
        while True:
            if self.current:
                is_pushed = self.current.ask is None and any(card.controls for card in self._waiting)
                self.current = self._draw(self.current, keyed=not is_pushed)
                if self.current.ask:
                    return
            if not self._waiting:
                return
            place = OpenCard(card=self._waiting.popleft())
            if place.card.controls:
                self.set_aside()
                self.current = place
            else:
                self._draw(place)

    def take(self, cards: Sequence[Card], *, at_once: bool = False) -> None:
        """Let cards wait for their turn; `at_once` puts them before those that wait already."""
        if at_once:
            self._waiting.extendleft(reversed(cards))
        else:
            self._waiting.extend(cards)

    def show_now(self, cards: Sequence[Card]) -> None:
        """Show cards before a form; an open question stays behind it, where it will be seen."""
        self.take(cards, at_once=True)
        if cards and not self.is_asking:
            self.advance()

    def show_rest(self) -> None:
        """Show what still waits behind a question: nothing that the core said is lost."""
        while self._waiting:
            self.current = None
            self.advance()

    def bring(self, place: OpenCard, changed: OpenCard) -> None:
        """Make a card of the table the current one, as `changed`."""
        if place is not self.current:
            self._aside = [other for other in self._aside if other is not place]
            self.set_aside()
        self.current = changed

    def become(self, card: Card) -> bool:
        """Let the current card be replaced; False where there is none."""
        if self.current is None:
            return False
        self.current = self.current.become(card)
        return True

    def retract(self) -> None:
        """Take the current card away."""
        self.current = None

    def set_aside(self) -> None:
        """Leave the current card within reach."""
        if self.current and self.current.is_waiting:
            self._aside.append(self.current)
        self.current = None

    def leave(self, place: OpenCard | None, *, to_come_back: bool) -> OpenCard | None:
        """Leave a card, and for good what was aside; returns it as it is then.

        An open question is interrupted by whatever comes, another card that is under way only by what is
        `to_come_back` from. What was interrupted before stays so; what came in between does not count.
        """
        before = self._interrupted
        if before and not before.ask and not to_come_back:
            before = None
        is_between = to_come_back and before is None
        is_interrupted = place and (place.ask or (is_between and place.is_under_way))
        left = place.interrupt() if place and is_interrupted else place
        if place and left:
            self.bring(place, left)
        self.set_aside()
        self._aside = [one for one in self._aside if one is before or one is left]
        return left

    def come_back(self, left: OpenCard | None, *, to_ask: bool, again: bool = False) -> None:
        """Give the keys back to a card that was left, if no other has them.

        An open question stays aside unless it is `to_ask`: who left it for something else is not asked
        twice. `again` draws it once more.
        """
        if left and self.current is None and (left.ask is None or to_ask):
            self.bring(left, left.look_again() if left.ask and again else left.resume())

    def look_again(self) -> None:
        """Show where its person is: at the card that something interrupted, or at the current one."""
        interrupted = None if self.is_asking else self._interrupted
        if interrupted:
            self.bring(interrupted, interrupted.look_again())
        elif self.current:
            self.current = self.current.look_again()

    def tell_the_way_back(self) -> None:
        """Say how to go on with the card that was interrupted, if its keys are another's now."""
        if self._interrupted and not self.is_asking:
            self._talk.show([tuple(wrapped(text.BACK, self._talk.width, "quiet"))])

    @property
    def _interrupted(self) -> OpenCard | None:
        """The card to come back to: the last with an open question, else the last."""
        found = [place for place in self._aside if place.is_interrupted]
        return next((place for place in reversed(found) if place.ask), found[-1] if found else None)

    def _draw(self, place: OpenCard, *, keyed: bool = True) -> OpenCard:
        groups, drawn = draw(place, self._talk.width, keyed=keyed, pictures=self._talk.draws)
        self._talk.show(groups)
        return drawn
