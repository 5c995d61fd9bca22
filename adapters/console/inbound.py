"""What a typed line means, given the cards on the table. Numbers and labels come before commands."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from string import ascii_lowercase
from unicodedata import decimal

from adapters.console.limits import COMMAND_WORDS
from adapters.console.open_card import HELP_KEY, HELP_NOW, SKIP_KEY, Ask, OpenCard, keyed_buttons
from bot.domain.people import Account
from bot.domain.prompts import Option
from bot.surface.card import Button, Card, Choose, LinkButton, Scale
from bot.surface.inbound import Facts
from bot.surface.phrases import NOT_NOW

LIST_COMMAND = "help"
IMPORT_COMMAND = "import"
HELP_COMMAND = "helpnow"
HELP_COMMANDS = frozenset({HELP_COMMAND, "help now"})
_PRODUCT = "reststop"
_LEAVING = frozenset({"quit", "exit"})
_ARTICLES = (["a"], ["an"], ["the"])


class Step(Enum):
    """What needs no card."""

    LOOK = auto()
    """An empty line: show again where we are."""
    LEAVE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """A button of a card."""

    on: OpenCard
    button: Button


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Some named answers to a question."""

    on: OpenCard
    ask: Choose
    options: tuple[Option, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """A step of a scale, or None for "not now"."""

    on: OpenCard
    ask: Scale
    value: int | None = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """A question left out. Only a scale tells the core so."""

    on: OpenCard
    ask: Choose


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A link, to be read out again."""

    link: LinkButton


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuchKey:
    """A number, or beside a card a letter, that stands for nothing here."""

    key: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class TooMany:
    """More answers than the question takes."""

    at_most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command, without slash and product name."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words that are no command."""

    text: str = field(repr=False)


Answer = Pressed | Chosen | Rated | Passed | Followed | NoSuchKey | TooMany
Meaning = Step | Answer | Command | Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who types, where, and whether they look after that place. `new_id` gives each event its own id."""

    account: Account
    zone: str | None
    new_id: Callable[[], str]
    organisation: str
    manages: bool

    def facts(self) -> Facts:
        """Return what the next event carries."""
        return Facts(
            event_id=self.new_id(),
            account=self.account,
            zone=self.zone,
            organisation=self.organisation,
            manages=self.manages,
        )


def read(line: str, table: Sequence[OpenCard], words: Collection[str]) -> Meaning:
    """Return what `line` means; `table` has the current card first, `words` are the command words.

    The beginning of a button's label counts before a command, that of an answer after one. A card that
    was pushed aside is reached by its labels alone, and only where they are no command.
    """
    said = _plain(line)
    if not said:
        return Step.LOOK
    on_current = _on_current(said, table[0]) if table else None
    return on_current or _anywhere(said) or _begun(said, table[:1]) or _typed(line, said, table, words)


def _anywhere(said: str) -> Meaning | None:
    """Return what works at any time."""
    if said == HELP_KEY:
        return Command(text=HELP_COMMAND)
    return Step.LEAVE if said.removeprefix("/") in _LEAVING else None


def _typed(line: str, said: str, table: Sequence[OpenCard], words: Collection[str]) -> Meaning:
    """Return the command, the answer that is begun, the card pushed aside or the words that `line` is."""
    command = _command(line.strip())
    if _is_known(line.strip(), command, words):
        return Command(text=command)
    for place in table[:1]:
        if place.ask and (answer := _answered(said, place, place.ask, is_whole=False)):
            return answer
    for place in table[1:]:
        if answer := _labelled(said, place) or _begun(said, [place]):
            return answer
    if _numbers(said) or (table and len(said) == 1 and said in ascii_lowercase):
        return NoSuchKey(key=said)
    return Command(text=command) if len(said.split()) <= COMMAND_WORDS else Words(text=line)


def _on_current(said: str, place: OpenCard) -> Answer | None:
    """Return what of the current card is meant, by label or by key."""
    if labelled := _labelled(said, place):
        return labelled
    match place.ask:
        case Choose() | Scale() as ask if said in {SKIP_KEY, NOT_NOW}:
            return _passed(place, ask)
        case Choose() as ask if answer := _chosen(said, place, ask):
            return answer
        case Scale() as ask if numbers := _numbers(said):
            steps = {str(value): value for value in ask.steps}
            is_step = len(numbers) == 1 and numbers[0] in steps
            return Rated(on=place, ask=ask, value=steps[numbers[0]]) if is_step else NoSuchKey(key=said)
        case _:
            return _keyed(said, place)


def _begun(said: str, current: Sequence[OpenCard]) -> Answer | None:
    """Return the button whose label alone begins so: in sight of [Stop here], "stop" is that.

    Help is called by its whole name or its key, since `help` is a word of its own.
    """
    for place in current:
        controls = [one for one in _pressable(place.card) if one.name != HELP_NOW]
        at = named(said, [one.label for one in controls], is_whole=False)
        if at is not None:
            return _press(place, controls[at])
    return None


def _keyed(said: str, place: OpenCard) -> Pressed | None:
    """Return the button of that key."""
    numbers = _numbers(said)
    button = dict(keyed_buttons(place.card)).get(numbers[0] if len(numbers) == 1 else said)
    return Pressed(on=place, button=button) if button else None


def _chosen(said: str, place: OpenCard, ask: Choose) -> Answer | None:
    """Return the answers that numbers, or labels between commas, stand for."""
    numbers = _numbers(said)
    parts = numbers or [part.strip() for part in said.split(",")]
    labels = [option.label for option in ask.options]
    if numbers:
        by_number = {str(n): n - 1 for n in range(1, len(labels) + 1)}
        found = [by_number.get(part) for part in parts]
    else:
        found = [named(part, labels, is_whole=True) for part in parts]
    if None in found:
        return NoSuchKey(key=parts[found.index(None)]) if numbers else None
    options = tuple(dict.fromkeys(ask.options[at] for at in found if at is not None))
    if len(options) > ask.at_most:
        return TooMany(at_most=ask.at_most)
    return Chosen(on=place, ask=ask, options=options)


def _labelled(said: str, place: OpenCard) -> Answer | None:
    """Return the control with that label: the open question comes before the row, then the others."""
    asks = [ask for ask in place.asks if ask is not place.ask]
    if place.ask and (answer := _answered(said, place, place.ask)):
        return answer
    controls = _pressable(place.card)
    at = named(said, [one.label for one in controls], is_whole=True)
    if at is not None:
        return _press(place, controls[at])
    return next((answer for ask in asks if (answer := _answered(said, place, ask))), None)


def _answered(said: str, place: OpenCard, ask: Ask, *, is_whole: bool = True) -> Answer | None:
    if isinstance(ask, Choose):
        at = named(said, [option.label for option in ask.options], is_whole=is_whole)
        return None if at is None else Chosen(on=place, ask=ask, options=(ask.options[at],))
    at = named(said, ask.words, is_whole=is_whole)
    return None if at is None else Rated(on=place, ask=ask, value=list(ask.worded)[at])


def _pressable(card: Card) -> list[Button | LinkButton]:
    return [control for control in card.controls if isinstance(control, Button | LinkButton)]


def _press(place: OpenCard, control: Button | LinkButton) -> Answer:
    return Followed(link=control) if isinstance(control, LinkButton) else Pressed(on=place, button=control)


def named(said: str, labels: Sequence[str], *, is_whole: bool) -> int | None:
    """Return which label is said, the first of equals; else the only one that begins with these words.

    A label may begin with an article, as in "colleague" for "a colleague".
    """
    said, plain = _plain(said), [_plain(label) for label in labels]
    if is_whole:
        return plain.index(said) if said in plain else None
    begun = said.split()
    found = [n for n, label in enumerate(plain) if begun and _begins(label, begun)]
    return found[0] if len(found) == 1 else None


def _begins(label: str, begun: Sequence[str]) -> bool:
    words = [word.rstrip(",.:;") for word in label.split()]
    bare = words[1:] if words[:1] in _ARTICLES else words
    return begun in (words[: len(begun)], bare[: len(begun)])


def _passed(place: OpenCard, ask: Ask) -> Answer:
    return Rated(on=place, ask=ask, value=None) if isinstance(ask, Scale) else Passed(on=place, ask=ask)


def _command(line: str) -> str:
    """Return `line` without a slash and the product's name."""
    bare = line.removeprefix("/").lstrip()
    first, _, rest = bare.partition(" ")
    return rest.strip() if first.casefold() == _PRODUCT else bare


def _is_known(line: str, command: str, words: Collection[str]) -> bool:
    """Whether a line says itself that it is a command: by a slash, our name or its first word."""
    return line != command or command.partition(" ")[0].casefold() in words


def _numbers(said: str) -> list[str]:
    """Return the numbers of a line that holds nothing else, in plain digits."""
    parts = [part for part in re.split(r"[\s,]+", said) if part]
    return [_digits(part) for part in parts] if all(part.isdecimal() for part in parts) else []


def _digits(number: str) -> str:
    return "".join(str(decimal(char)) for char in number).lstrip("0") or "0"


def _plain(label: str) -> str:
    return " ".join(label.split()).casefold()
