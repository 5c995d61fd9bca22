"""Cards: what the core says. A card is a value; each surface draws it in its own way."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from bot.domain.prompts import Option
from bot.errors import SurfaceError
from bot.surface.text import is_shown_clean, shown

TITLE_MAX = 150
ASK_MAX = 320
LABEL_MAX = 75
OPTIONS_MAX = 25
BUTTONS_MAX = 5
ALT_MAX = 256

_PNG = b"\x89PNG\r\n\x1a\n"
"""How every PNG begins."""


class Reach(IntEnum):
    """How far a card may travel. Order is from far to near."""

    OPEN = 0
    """Any audience."""
    PERSONAL = 1
    """Never a channel."""
    SEALED = 2
    """What follows from an answer: only the person, where no message of others stands beside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Some sentences. `quiet` ones may be drawn smaller; `own` ones are a person's own words."""

    text: str
    quiet: bool = False
    own: bool = False

    def __post_init__(self) -> None:
        """Refuse what a screen must not see; `own_words` makes a paragraph of anything."""
        _refuse_unclean(self.text, "paragraph")

    def __repr__(self) -> str:
        """Print what we say, and never what a person wrote."""
        return "Paragraph(own=True)" if self.own else f"Paragraph(text={self.text!r}, quiet={self.quiet})"


def say(text: str) -> Paragraph:
    """Return an ordinary paragraph."""
    return Paragraph(text=text)


def aside(text: str) -> Paragraph:
    """Return a quiet paragraph."""
    return Paragraph(text=text, quiet=True)


def own_words(text: str) -> Paragraph:
    """Return a person's own words, cleaned for the screen. Its card may only be read, never posted."""
    return Paragraph(text=shown(text), own=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Words that somebody chose to share with others, cleaned for the screen by `shared_words`.

    A surface draws them as plain text, set apart: nothing in them is markup, a mention or a preview.
    """

    text: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse what a screen must not see."""
        _refuse_unclean(self.text, "shared words")


def shared_words(text: str) -> Shared:
    """Return what somebody shares with others, cleaned for the screen."""
    return Shared(text=shown(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """Short facts, each with its name."""

    pairs: tuple[tuple[str, str], ...] = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse what a screen must not see."""
        for name, value in self.pairs:
            _refuse_unclean(name + value, "fields")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture with the words that stand for it: who cannot see it, or may not yet, reads `alt`."""

    alt: str
    png: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a picture that says nothing in words, and what is no PNG."""
        if not self.alt.strip():
            raise SurfaceError("a picture says in words what it shows")
        _refuse_long(self.alt, ALT_MAX, "alt")
        if not self.png.startswith(_PNG):
            raise SurfaceError("a picture is a PNG")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose:
    """A question with named answers. Up to five and one choice are drawn as buttons, else a select."""

    ref: str
    name: str
    ask: str
    options: tuple[Option, ...]
    at_most: int = 1

    def __post_init__(self) -> None:
        """Refuse what no platform can hold."""
        _refuse_long(self.ask, ASK_MAX, "ask")
        _refuse_many(len(self.options), OPTIONS_MAX, "options")
        _refuse_unequal_names(tuple(option.name for option in self.options))
        for option in self.options:
            _refuse_long(option.label, LABEL_MAX, "label")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A question answered on steps from `low` to `high`; it may always be skipped.

    `words` are either one for each step (a mark) or the two ends.
    """

    ref: str
    name: str
    ask: str
    low: int
    high: int
    words: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse a scale whose words do not fit its steps."""
        _refuse_long(self.ask, ASK_MAX, "ask")
        if len(self.words) not in {2, self.high - self.low + 1} or self.low >= self.high:
            raise SurfaceError("a scale needs a word for each step or for its two ends")

    @property
    def steps(self) -> range:
        """All steps, from the lowest on."""
        return range(self.low, self.high + 1)

    @property
    def worded(self) -> dict[int, str]:
        """The steps that have a word, each with it: every one, or the two ends."""
        steps = self.steps if len(self.words) == len(self.steps) else (self.low, self.high)
        return dict(zip(steps, self.words, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A press that comes back as its `ref`. `name` is stable: tests and stories speak of it.

    A label may quote what somebody wrote: none is printed.
    """

    ref: str
    name: str
    label: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a label that no platform can hold."""
        _refuse_long(self.label, LABEL_MAX, "label")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkButton:
    """A press that opens a page. Nothing comes back."""

    name: str
    label: str
    url: str

    def __post_init__(self) -> None:
        """Refuse anything but https."""
        _refuse_long(self.label, LABEL_MAX, "label")
        if not self.url.startswith("https://"):
            raise SurfaceError("a link opens https only")


@dataclass(frozen=True, slots=True, kw_only=True)
class Buttons:
    """One row of presses."""

    buttons: tuple[Button | LinkButton, ...]

    def __post_init__(self) -> None:
        """Refuse a row that is too long for a platform."""
        _refuse_many(len(self.buttons), BUTTONS_MAX, "buttons in a row")
        _refuse_unequal_names(tuple(button.name for button in self.buttons))


Block = Paragraph | Shared | Fields | Picture | Choose | Scale | Buttons
Control = Choose | Scale | Button | LinkButton


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Something to show: blocks in order, a line for the lock screen, and how far it may travel.

    `text_id` names the wording for stories and tests. `summary` says nothing of a person's answers.
    """

    text_id: str
    blocks: tuple[Block, ...]
    summary: str
    reach: Reach
    title: str = ""

    def __post_init__(self) -> None:
        """Refuse a card that some surface would have to cut, or that would carry words too far."""
        _refuse_long(self.title, TITLE_MAX, "title")
        _refuse_unclean(self.title + self.summary, "title or summary")
        if not self.blocks:
            raise SurfaceError("a card says something")
        if self.has_own_words and self.reach is not Reach.SEALED:
            raise SurfaceError("a card with a person's own words is sealed")

    @property
    def has_own_words(self) -> bool:
        """Whether a person's own words stand on it."""
        return any(isinstance(block, Paragraph) and block.own for block in self.blocks)

    @property
    def controls(self) -> tuple[Control, ...]:
        """Everything that can be pressed or chosen, in order."""
        found: list[Control] = []
        for block in self.blocks:
            if isinstance(block, Choose | Scale):
                found.append(block)
            elif isinstance(block, Buttons):
                found.extend(block.buttons)
        return tuple(found)

    @property
    def text(self) -> str:
        """The words without the controls, blocks joined by blank lines: what a plain reader gets."""
        parts = [self.title] if self.title else []
        for block in self.blocks:
            if isinstance(block, Paragraph | Shared):
                parts.append(block.text)
            elif isinstance(block, Fields):
                parts.append("\n".join(f"{name}: {value}" for name, value in block.pairs))
            elif isinstance(block, Picture):
                parts.append(block.alt)
            elif isinstance(block, Choose | Scale):
                parts.append(block.ask)
        return "\n\n".join(parts)


def _refuse_long(text: str, limit: int, what: str) -> None:
    if len(text) > limit:
        raise SurfaceError(f"{what}: {len(text)} characters, {limit} fit")
    _refuse_unclean(text, what)


def _refuse_many(count: int, limit: int, what: str) -> None:
    if not 0 < count <= limit:
        raise SurfaceError(f"{what}: {count}, from 1 to {limit} fit")


def _refuse_unequal_names(names: tuple[str, ...]) -> None:
    if len(set(names)) != len(names):
        raise SurfaceError("two controls share a name")


def _refuse_unclean(text: str, what: str) -> None:
    if not is_shown_clean(text):
        raise SurfaceError(f"{what}: a control or direction character")
