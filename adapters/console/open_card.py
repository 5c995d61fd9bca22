"""A card as far as it was shown and answered, and the keys of its buttons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from string import ascii_lowercase
from typing import assert_never

from bot.surface.card import Block, Button, Buttons, Card, Choose, Fields, Paragraph, Picture, Scale, Shared

HELP_NOW = "help.now"
HELP_KEY = "h"
"""The key of that button on every card."""
SKIP_KEY = "n"
"""The key that passes a question."""

Ask = Choose | Scale
Face = tuple[str, ...]
"""What of a block is seen. A replacement is read where its faces are new, each by its place among equals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCard:
    """A card as far as it was shown and answered.

    `settled` are the asks that were answered or passed, `told` is what was drawn, `late` what came by
    a replacement (read out when nothing is left to ask). `at` is the ask that was drawn last, `row` the
    row as it stands in sight, None before it was ever drawn. `is_interrupted`: something else
    came in the middle of it, and an empty line leads back to it.
    """

    card: Card
    settled: frozenset[Face] = frozenset()
    told: frozenset[Face] = field(default=frozenset(), repr=False)
    late: frozenset[Face] = field(default=frozenset(), repr=False)
    at: Face = field(default=(), repr=False)
    row: Face | None = field(default=None, repr=False)
    was_pressed: bool = False
    is_interrupted: bool = False

    @property
    def asks(self) -> tuple[Ask, ...]:
        """All questions of the card."""
        return tuple(block for block in self.card.blocks if isinstance(block, Choose | Scale))

    @property
    def ask(self) -> Ask | None:
        """The question that stands now, if any is left."""
        return next((ask for ask in self.asks if face(ask) not in self.settled), None)

    @property
    def is_at_last(self) -> bool:
        """Whether nothing is left to read below the question that stands now but the row."""
        if self.ask is None:
            return True
        below = self.card.blocks[self.card.blocks.index(self.ask) + 1 :]
        return all(isinstance(block, Buttons) for block in below)

    @property
    def is_under_way(self) -> bool:
        """Whether its person is in the middle of it: a question is open, or it offers help as those do."""
        helps = any(isinstance(one, Button) and one.name == HELP_NOW for one in self.card.controls)
        return self.ask is not None or (helps and self.is_waiting)

    @property
    def is_waiting(self) -> bool:
        """Whether there is something on it that its person has not come to yet."""
        return bool(self.card.controls) and not self.was_pressed

    def settle(self, ask: Ask) -> OpenCard:
        """Return it with one question answered or passed."""
        return replace(self, settled=self.settled | {face(ask)}, at=())

    def pass_asks(self) -> OpenCard:
        """Return it with no question left."""
        return replace(self, settled=frozenset(face(ask) for ask in self.asks))

    def press(self) -> OpenCard:
        """Return it with a button pressed: nothing of it is read out any more."""
        told = frozenset(face for face, _ in faces(self.card))
        return replace(self.pass_asks(), was_pressed=True, told=told, row=row_face(self.card))

    def interrupt(self) -> OpenCard:
        """Return it put aside, to come back to."""
        return replace(self, is_interrupted=True)

    def resume(self) -> OpenCard:
        """Return it as it was before something came in between."""
        return replace(self, is_interrupted=False)

    def become(self, card: Card) -> OpenCard:
        """Return its replacement: what was answered or read stays so, by its wording and place."""
        before, after = (frozenset(face for face, _ in faces(one)) for one in (self.card, card))
        return replace(self, card=card, late=(after - before) | self.late, was_pressed=False)

    def look_again(self) -> OpenCard:
        """Return it with its question and row to be drawn once more."""
        return replace(self.resume(), at=(), row=None)


def keyed_buttons(card: Card) -> tuple[tuple[str, Button], ...]:
    """Return the buttons with the key of each: h for help.

    The others have numbers, and letters of their own labels on a card whose numbers are the answers.
    """
    buttons = [control for control in card.controls if isinstance(control, Button)]
    others = [button for button in buttons if button.name != HELP_NOW]
    asks = [block for block in card.blocks if isinstance(block, Choose | Scale)]
    keys = _letters([one.label for one in others], asks) if asks else [str(n + 1) for n in range(len(others))]
    of = {id(button): key for button, key in zip(others, keys, strict=False)}
    return tuple(
        (HELP_KEY if button.name == HELP_NOW else of[id(button)], button)
        for button in buttons
        if button.name == HELP_NOW or id(button) in of
    )


def _letters(labels: Sequence[str], asks: Iterable[Ask]) -> list[str]:
    """Return a letter for each label: one that begins a word of it, else one in it, else any."""
    taken = {HELP_KEY, SKIP_KEY}
    for ask in asks:
        words = [option.label for option in ask.options] if isinstance(ask, Choose) else ask.words
        taken |= {word.strip().casefold() for word in words}
    keys: list[str] = []
    for label in labels:
        said = label.casefold()
        wanted = (*(word[0] for word in said.split()), *said, *ascii_lowercase)
        key = next((char for char in wanted if char in ascii_lowercase and char not in taken), None)
        if key is None:
            break
        taken.add(key)
        keys.append(key)
    return keys


def rows(card: Card) -> list[Buttons]:
    """Return the rows of buttons, in order."""
    return [block for block in card.blocks if isinstance(block, Buttons)]


def row_face(card: Card) -> Face:
    """Return the face of all rows: their labels, each with its key."""
    keys = {id(button): key for key, button in keyed_buttons(card)}
    return tuple(f"{keys.get(id(one), '')} {one.label}" for row in rows(card) for one in row.buttons)


def face(block: Block) -> Face:
    """Return what of a block is seen."""
    match block:
        case Paragraph(text=words) | Shared(text=words):
            return ("paragraph", words)
        case Fields(pairs=pairs):
            return ("fields", *(word for pair in pairs for word in pair))
        case Picture(alt=alt):
            return ("picture", alt)
        case Choose(name=name, ask=words) | Scale(name=name, ask=words):
            return ("ask", name, words)
        case Buttons(buttons=buttons):
            return ("row", *(button.label for button in buttons))
        case _:
            assert_never(block)


def faces(card: Card) -> Iterator[tuple[Face, Block | None]]:
    """Walk what is seen of a card, each by its place among its equals; the title has no block."""
    seen: Counter[Face] = Counter()
    if card.title:
        yield ("title", card.title), None
    for block in card.blocks:
        seen[face(block)] += 1
        yield (*face(block), str(seen[face(block)])), block
