"""Draws cards as lines of text, one question at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from adapters.console import text
from adapters.console.columns import broken, columns
from adapters.console.limits import HANGING, INDENT, OWN_INDENT
from adapters.console.open_card import (
    HELP_KEY,
    HELP_NOW,
    SKIP_KEY,
    Ask,
    Face,
    OpenCard,
    face,
    faces,
    keyed_buttons,
    row_face,
    rows,
)
from adapters.console.pictures import picture
from adapters.console.tones import Group, Line, Tone
from bot.surface import phrases
from bot.surface.card import (
    Button,
    Buttons,
    Card,
    Choose,
    Fields,
    LinkButton,
    Paragraph,
    Picture,
    Scale,
    Shared,
)
from bot.surface.text import shown


def draw(
    place: OpenCard, width: int, *, keyed: bool = True, pictures: bool = False
) -> tuple[list[Group], OpenCard]:
    """Return what is to be read next of a card, and the card as it stands then.

    Its text is drawn up to the next question. The row of buttons stands below its first question and
    its last, so that every way out is in sight. Without `keyed` the row has no keys: another card
    follows at once, and keys are that card's. Without `pictures` their words stand alone.
    """
    groups: list[Group] = []
    told = set(place.told)
    head: list[Line] = []
    for name, lines in _reading(place, width, pictures=pictures):
        if name in told or (name in place.late and place.ask):
            continue
        told.add(name)
        if name[0] == "title":
            head = lines
        else:
            groups.append((*head, *lines))
            head = []
    here = replace(place, told=frozenset(told))
    if place.ask is None:
        return _with_row(groups, head, here, width, keyed=keyed)
    return _with_ask(groups, head, here, place.ask, width)


def _with_ask(
    groups: list[Group], head: Sequence[Line], place: OpenCard, ask: Ask, width: int
) -> tuple[list[Group], OpenCard]:
    """Return `groups` with the question that stands now, and the row where it belongs below it."""
    if not groups and not head and place.at == face(ask):
        return [], place
    groups.append((*head, *_question(place, ask, width)))
    has_row = bool(rows(place.card)) and (place.row is None or place.is_at_last)
    if has_row:
        groups.append(tuple(_row(place.card, width, keyed=True)))
    return groups, replace(place, at=face(ask), row=row_face(place.card) if has_row else ())


def _with_row(
    groups: list[Group], head: Sequence[Line], place: OpenCard, width: int, *, keyed: bool
) -> tuple[list[Group], OpenCard]:
    """Return `groups` with the row of a card that asks nothing more, unless it stands in sight."""
    here = row_face(place.card)
    row = _row(place.card, width, keyed=keyed) if groups or head or here != (place.row or ()) else []
    if head or row:
        groups.append((*head, *row))
    return groups, replace(place, at=(), row=here)


def wrapped(words: str, width: int, tone: Tone = "plain", indent: int = INDENT) -> list[Line]:
    """Return `words` cleaned for the screen and broken between words; line ends are kept."""
    lines: list[Line] = []
    for part in shown(words).expandtabs(4).split("\n"):
        lines += [Line(" " * indent + row, tone) for row in broken(part, width - indent)] or [Line("", tone)]
    return lines


def flowing(pieces: Iterable[str], width: int, gap: int = 2) -> list[Line]:
    """Return `pieces` side by side, as many on a line as fit; one that is longer hangs below its key."""
    flow: list[str] = []
    for piece in (shown(each).replace("\n", " ") for each in pieces):
        joined = f"{flow[-1]}{' ' * gap}{piece}" if flow else piece
        if flow and columns(joined) <= width - INDENT:
            flow[-1] = joined
        else:
            flow.append(piece)
    lines: list[Line] = []
    for row in flow:
        first, *rest = broken(row, width - INDENT - HANGING) if columns(row) > width - INDENT else [row]
        lines += [Line(" " * INDENT + first), *(Line(" " * (INDENT + HANGING) + more) for more in rest)]
    return lines


def question(words: str, answers: Sequence[str], last: Sequence[str], width: int) -> list[Line]:
    """Return a question with its numbered answers, on one line where they fit."""
    one = "   ".join((f"{shown(words)}   ", "  ".join(answers), *last))
    if "\n" not in one and columns(one) <= width - INDENT:
        return [Line(" " * INDENT + one)]
    return [*wrapped(words, width), *flowing([*answers, *last], width)]


def numbered(labels: Iterable[str]) -> list[str]:
    """Return `labels`, each with its number before it."""
    return [f"[{n}] {shown(label)}" for n, label in enumerate(labels, start=1)]


def link_lines(link: LinkButton, width: int) -> list[Line]:
    """Return a link with its address."""
    return wrapped(f"{link.label}: {link.url}", width)


def _reading(place: OpenCard, width: int, *, pictures: bool) -> Iterator[tuple[Face, list[Line]]]:
    """Walk what is to be read before the question that stands now, or all of it."""
    for name, block in faces(place.card):
        if block is not None and block is place.ask:
            return
        match block:
            case None:
                yield name, wrapped(place.card.title, width, "title")
            case Paragraph(text=words, own=True) | Shared(text=words):
                yield name, wrapped(words, width, "own", OWN_INDENT)
            case Paragraph(text=words, quiet=quiet):
                yield name, wrapped(words, width, "quiet" if quiet else "plain")
            case Fields(pairs=pairs):
                yield name, [line for pair in pairs for line in wrapped(": ".join(pair), width)]
            case Picture(alt=alt, png=png):
                drawn = [Line("", cells=cells) for cells in picture(png, width)] if pictures else []
                yield name, [*drawn, *wrapped(alt, width, "quiet")]
            case Choose() | Scale() | Buttons():
                pass
            case _:
                assert_never(block)


def _question(place: OpenCard, ask: Ask, width: int) -> list[Line]:
    match ask:
        case Choose():
            skip = () if _has_way_out(place) else (_skip(),)
            answers = numbered(option.label for option in ask.options)
            return question(f"{ask.ask}{_how_many(ask)}", answers, skip, width)
        case Scale():
            return question(ask.ask, _steps(ask), [_skip()], width)
        case _:
            assert_never(ask)


def _how_many(ask: Choose) -> str:
    """Return how several answers are typed, where there may be several."""
    if ask.at_most == 1:
        return ""
    how = text.ANY if ask.at_most >= len(ask.options) else text.SEVERAL.format(at_most=ask.at_most)
    return f" {how}"


def _has_way_out(place: OpenCard) -> bool:
    """Whether the row below the last question leads on by itself: there is nothing to pass to."""
    return place.is_at_last and any(button.name != HELP_NOW for _, button in keyed_buttons(place.card))


def _steps(ask: Scale) -> list[str]:
    worded = [f"[{step}] {shown(word)}" for step, word in ask.worded.items()]
    return worded if len(worded) == len(ask.steps) else [" … ".join(worded)]


def _row(card: Card, width: int, *, keyed: bool) -> list[Line]:
    lines: list[Line] = []
    keys = {id(button): key for key, button in keyed_buttons(card) if keyed or key == HELP_KEY}
    for row in rows(card):
        presses = [one for one in row.buttons if isinstance(one, Button)]
        lines += flowing((_press(one, keys.get(id(one))) for one in presses), width, gap=3)
        for link in row.buttons:
            if isinstance(link, LinkButton):
                lines += link_lines(link, width)
    return lines


def _press(button: Button, key: str | None) -> str:
    return f"[{key}] {button.label}" if key else f"[{button.label}]"


def _skip() -> str:
    return f"[{SKIP_KEY}] {phrases.NOT_NOW}"
