"""Draws cards as lines of text, one question at a time."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, assert_never

from adapters.console import text
from adapters.console.limits import INDENT, OWN_INDENT
from bot.surface.card import Block, Button, Buttons, Card, Choose, Fields, LinkButton, Paragraph, Scale
from bot.surface.text import shown

HELP_NOW = "help.now"
HELP_KEY = "h"
"""The key of that button on every card; the others have numbers."""

Tone = Literal["plain", "title", "quiet", "own"]
Ask = Choose | Scale
Face = tuple[str, ...]
"""What of a block is seen: two blocks with one face need not be read twice."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the screen."""

    text: str
    tone: Tone = "plain"


Group = tuple[Line, ...]
"""Lines that stand together; a blank line comes between groups."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCard:
    """A card as far as it was shown and answered.

    `settled` are the asks that were answered or passed, `told` is what was drawn, `late` what came by
    a replacement (read out when nothing is left to ask), `at` the ask or row that was drawn last.
    """

    card: Card
    settled: frozenset[str] = frozenset()
    told: frozenset[Face] = frozenset()
    late: frozenset[Face] = frozenset()
    at: Face = ()
    was_pressed: bool = False

    @property
    def asks(self) -> tuple[Ask, ...]:
        """All questions of the card."""
        return tuple(block for block in self.card.blocks if isinstance(block, Choose | Scale))

    @property
    def ask(self) -> Ask | None:
        """The question that stands now, if any is left."""
        return next((ask for ask in self.asks if ask.name not in self.settled), None)

    @property
    def is_waiting(self) -> bool:
        """Whether there is something on it that its person has not come to yet."""
        return bool(self.card.controls) and not self.was_pressed

    def settle(self, name: str) -> OpenCard:
        """Return it with one question answered or passed."""
        return replace(self, settled=self.settled | {name}, at=())

    def pass_asks(self) -> OpenCard:
        """Return it with no question left."""
        return replace(self, settled=frozenset(ask.name for ask in self.asks))

    def press(self) -> OpenCard:
        """Return it with a button pressed: nothing of it is read out any more."""
        done = replace(self.pass_asks(), was_pressed=True)
        return replace(done, told=_faces(self.card), at=_place(done))

    def become(self, card: Card) -> OpenCard:
        """Return its replacement: what was answered or read stays so, by name and by wording."""
        new = (_faces(card) - _faces(self.card)) | self.late
        return replace(self, card=card, late=new, was_pressed=False)

    def look_again(self) -> OpenCard:
        """Return it with its ask or row to be drawn once more."""
        return replace(self, at=())


def draw(place: OpenCard, width: int, *, keyed: bool = True) -> tuple[list[Group], OpenCard]:
    """Return what is to be read next of a card, and the card as it stands then.

    Its text is drawn up to the next question; when none is left, the row of buttons follows. Without
    `keyed` the row has no numbers: another card follows at once, and numbers are that card's.
    """
    groups: list[Group] = []
    told = set(place.told)
    head: list[Line] = []
    for face, lines in _reading(place, width):
        if face in told or (face in place.late and place.ask):
            continue
        told.add(face)
        if lines[0].tone == "title":
            head = lines
        else:
            groups.append((*head, *lines))
            head = []
    here = _place(place)
    if here and (groups or head or here != place.at):
        groups.append((*head, *_choices(place, width, keyed=keyed)))
    elif head:
        groups.append(tuple(head))
    return groups, replace(place, told=frozenset(told), at=here)


def keyed_buttons(card: Card) -> tuple[tuple[str, Button], ...]:
    """Return the buttons with the key of each: h for help, numbers for the others."""
    buttons = [control for control in card.controls if isinstance(control, Button)]
    numbered = [button for button in buttons if button.name != HELP_NOW]
    return tuple(
        (HELP_KEY if button.name == HELP_NOW else str(numbered.index(button) + 1), button)
        for button in buttons
    )


def wrapped(words: str, width: int, tone: Tone = "plain", indent: int = INDENT) -> list[Line]:
    """Return `words` cleaned for the screen and broken between words; line ends are kept."""
    lines: list[Line] = []
    for part in shown(words).expandtabs(4).split("\n"):
        rows = textwrap.wrap(part, width - indent, break_long_words=False, break_on_hyphens=False)
        lines += [Line(" " * indent + row, tone) for row in rows] or [Line("", tone)]
    return lines


def flowing(pieces: Iterable[str], width: int, gap: int = 2) -> list[Line]:
    """Return `pieces` side by side, as many on a line as fit."""
    rows: list[str] = []
    for piece in pieces:
        joined = f"{rows[-1]}{' ' * gap}{piece}" if rows else piece
        if rows and len(joined) <= width - INDENT:
            rows[-1] = joined
        else:
            rows.append(piece)
    return [line for row in rows for line in wrapped(row, width)]


def question(words: str, answers: Sequence[str], last: Sequence[str], width: int) -> list[Line]:
    """Return a question with its numbered answers, on one line where they fit."""
    one = "   ".join((f"{shown(words)}   ", "  ".join(answers), *last))
    if "\n" not in one and len(one) <= width - INDENT:
        return [Line(" " * INDENT + one)]
    return [*wrapped(words, width), *flowing([*answers, *last], width)]


def numbered(labels: Iterable[str]) -> list[str]:
    """Return `labels`, each with its number before it."""
    return [f"[{n}] {shown(label)}" for n, label in enumerate(labels, start=1)]


def _reading(place: OpenCard, width: int) -> Iterator[tuple[Face, list[Line]]]:
    """Walk what is to be read before the question that stands now, or all of it."""
    card = place.card
    if card.title:
        yield _title_face(card), wrapped(card.title, width, "title")
    for block in card.blocks:
        if block is place.ask:
            return
        match block:
            case Paragraph(text=words, own=True):
                yield _face(block), wrapped(words, width, "own", OWN_INDENT)
            case Paragraph(text=words, quiet=quiet):
                yield _face(block), wrapped(words, width, "quiet" if quiet else "plain")
            case Fields(pairs=pairs):
                yield (
                    _face(block),
                    [line for pair in pairs for line in wrapped(": ".join(pair), width)],
                )
            case Choose() | Scale() | Buttons():
                pass
            case _:
                assert_never(block)


def _choices(place: OpenCard, width: int, *, keyed: bool) -> list[Line]:
    match place.ask:
        case None:
            return _row(place.card, width, keyed=keyed)
        case Choose() as ask:
            words = ask.ask if ask.at_most == 1 else f"{ask.ask} {text.SEVERAL.format(at_most=ask.at_most)}"
            answers = numbered(option.label for option in ask.options)
            return question(words, answers, [_skip()], width)
        case Scale() as ask:
            return question(ask.ask, _steps(ask), [_skip()], width)
        case _:
            assert_never(place.ask)


def _steps(ask: Scale) -> list[str]:
    if len(ask.words) == ask.high - ask.low + 1:
        return [f"[{ask.low + n}] {shown(word)}" for n, word in enumerate(ask.words)]
    low, high = ask.words
    return [f"[{ask.low}] {shown(low)} … [{ask.high}] {shown(high)}"]


def _row(card: Card, width: int, *, keyed: bool) -> list[Line]:
    lines: list[Line] = []
    keys = {button.ref: key for key, button in keyed_buttons(card) if keyed or key == HELP_KEY}
    for row in _rows(card):
        presses = [button for button in row.buttons if isinstance(button, Button)]
        labels = [
            f"[{keys[one.ref]}] {one.label}" if one.ref in keys else f"[{one.label}]" for one in presses
        ]
        lines += flowing(labels, width, gap=3)
        for link in row.buttons:
            if isinstance(link, LinkButton):
                lines += link_lines(link, width)
    return lines


def link_lines(link: LinkButton, width: int) -> list[Line]:
    """Return a link with its address."""
    return wrapped(f"{link.label}: {link.url}", width)


def _skip() -> str:
    return f"[n] {text.NOT_NOW}"


def _rows(card: Card) -> list[Buttons]:
    return [block for block in card.blocks if isinstance(block, Buttons)]


def _place(place: OpenCard) -> Face:
    """Return the face of what its person is at: the open ask, or the row."""
    if place.ask:
        return ("ask", place.ask.name)
    return tuple(label for row in _rows(place.card) for label in _face(row))


def _face(block: Block) -> Face:
    match block:
        case Paragraph(text=words):
            return ("paragraph", words)
        case Fields(pairs=pairs):
            return ("fields", *(word for pair in pairs for word in pair))
        case Choose(name=name) | Scale(name=name):
            return ("ask", name)
        case Buttons(buttons=buttons):
            return ("row", *(button.label for button in buttons))
        case _:
            assert_never(block)


def _title_face(card: Card) -> Face:
    return ("title", card.title)


def _faces(card: Card) -> frozenset[Face]:
    return frozenset((_title_face(card), *(_face(block) for block in card.blocks)))
