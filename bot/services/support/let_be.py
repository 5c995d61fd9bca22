"""Words never flagged: what somebody wishes not to be pointed at again, sealed, and how it is taken back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID

from bot.domain.people import Person
from bot.domain.sheets import SheetKind
from bot.guards.identifiers.finding import as_let_be
from bot.ports.store import Unit
from bot.services.cards import let_be as cards
from bot.services.desk import Desk, Turn
from bot.services.sheets import read_sheet, write_sheet
from bot.surface.audience import Reading
from bot.surface.outcome import Outcome, Show, answer

WORDS_MAX = 200
"""Words on one list."""
LONGEST = 80
"""Characters of words that can stand on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetBe:
    """A list of words as they were written, in the order in which they came. `version` rises with a change.

    A list that was emptied is gone, and the next one has another id: no control of the one is the other's.
    """

    id: UUID
    version: int
    words: tuple[str, ...] = field(repr=False)

    @property
    def compared(self) -> Collection[str]:
        """The words as `bot.guards.identifiers.finding.find` compares them."""
        return frozenset(map(as_let_be, self.words))

    def place_of(self, words: str) -> int:
        """Return at which place of the list words stand that are on it."""
        return [as_let_be(each) for each in self.words].index(as_let_be(words))


def let_be_of(desk: Desk, unit: Unit, person: Person) -> LetBe | None:
    """Open a person's list; None where there is none.

    Raises:
        KeyGone, Tampered: it stays closed.
    """
    sheets = unit.sheets.of(person.id, SheetKind.LET_BE)
    if not sheets:
        return None
    words = tuple(read_sheet(desk, person, sheets[0])["words"])
    return LetBe(id=sheets[0].id, version=sheets[0].version, words=words)


def add(turn: Turn, words: str) -> LetBe | None:
    """Put words on the list of who acts, and return it; None where it is full, or they are too long for it.

    Words that are on it already leave it as it is.
    """
    held = let_be_of(turn.desk, turn.unit, turn.person)
    words = " ".join(words.split())
    if held is not None and as_let_be(words) in held.compared:
        return held
    before = held.words if held else ()
    if len(before) >= WORDS_MAX or not words or len(words) > LONGEST:
        return None
    _write(turn, held.id if held else turn.desk.chance.new_id(), (*before, words))
    return let_be_of(turn.desk, turn.unit, turn.person)


def show(turn: Turn) -> Outcome:
    """Show the list, a part at a time, where no message remains."""
    held = let_be_of(turn.desk, turn.unit, turn.person)
    return _shown(turn, held, int(turn.ref.arg or 0)) if held else answer(cards.nothing())


def take_back(turn: Turn) -> Outcome:
    """Take one off the list: the one that a button leads to, or that was chosen. Only its place travels."""
    held = let_be_of(turn.desk, turn.unit, turn.person)
    version, _, place = turn.ref.arg.partition(".")
    place = place or turn.choice.removeprefix("w")
    if held is None:
        return answer(cards.nothing())
    if held.id != turn.subject or version != str(held.version) or not place.isdecimal():
        return _shown(turn, held, 0, has_changed=True)
    left = [words for at, words in enumerate(held.words) if at != int(place)]
    if left:
        _write(turn, held.id, left)
    else:
        turn.unit.sheets.remove(held.id)
    return answer(cards.taken_back())


def _shown(turn: Turn, held: LetBe, begins: int, *, has_changed: bool = False) -> Outcome:
    part = cards.Part(list=held.id, version=held.version, words=held.words, begins=begins)
    card = cards.listed(turn.mint, part, has_changed=has_changed)
    return Outcome(first=Show(card=card, audience=Reading(to=turn.event.account, handle=turn.event.handle)))


def _write(turn: Turn, sheet: UUID, words: Collection[str]) -> None:
    write_sheet(
        turn.desk,
        turn.unit,
        turn.person,
        sheet=sheet,
        kind=SheetKind.LET_BE,
        body={"words": list(words)},
    )
