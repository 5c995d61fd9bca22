"""Bringing notes along: what was found in a file, what is asked before it is kept, and what is said after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from bot.domain.journal import DRAFT_KEPT_DAYS
from bot.domain.sheets import SheetKind
from bot.guards.identifiers.lines import Line
from bot.services.cards.days import date_phrase, day_in_full
from bot.services.cards.journal import days
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import Block, Button, Card, Reach, aside, own_words, say

EXPORT, TO_READ, NOTES = "export", "to_read", "notes"
"""What a file may be: one's own export, the file to read beside it, notes."""
LINES_MAX = 5
"""Lines with places that are shown at once."""

TOO_BIG = "That file is larger than the 16 MB that I read. In parts, it comes in too."
NO_TEXT = "That file is no text that I can read. Notes as text or Markdown work, in UTF-8."

_FORMS: Mapping[str, str] = {
    EXPORT: "Your own export.",
    TO_READ: "The file to read from your own export. The one for programs beside it, which ends in .json, "
    "brings back everything as it was; this one brings its days, each as one page.",
}
_SHEETS: Mapping[SheetKind, tuple[str, str]] = {
    SheetKind.PLAN: ("plan", "plans"),
    SheetKind.HOURS: ("session in your log", "sessions in your log"),
    SheetKind.LOOK: ("look back", "looks back"),
}
_LISTS: Mapping[SheetKind, str] = {
    SheetKind.PEOPLE: "your people",
    SheetKind.WISHES: "how you wish to be asked",
    SheetKind.LET_BE: "words never flagged",
    SheetKind.PORTFOLIO: "the list for your portfolio",
    SheetKind.SUPERVISION: "your next supervision",
}
_COUNTS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
_SUMMARY = "For you to read."
_HOW = (
    "`import FILE` brings in notes of your own: a text or Markdown file, or the file for programs that "
    "`export` made. You see what was found before anything is kept."
)
_HOW_HOSTED = (
    "Notes are brought in at a terminal, so that no platform keeps a copy of the file. `link` opens this "
    "notebook there; then it is `import FILE`, with your notes as text or Markdown, or with the file for "
    "programs that `export` made."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What comes in besides pages."""

    checkins: int
    drafts: int
    sheets: Sequence[SheetKind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found in a file that waits on a sheet. `days` are those of its pages.

    `known` rows are here already, `unread` ones could not be read, `over` pages are older than is kept.
    """

    sheet: UUID
    name: str = field(repr=False)
    form: str
    made_on: date | None
    days: Sequence[date]
    beside: Beside
    known: int
    unread: int
    over: int
    keep_days: int | None


def how(mint: Mint, waits: UUID | None, last: tuple[UUID, date] | None, today: date, *, hosted: bool) -> Card:
    """Return where and how a file is brought along, and the ways to one that waits or came in lately."""
    ways: list[Button] = []
    if waits is not None:
        ways.append(press(mint, "import.look", "Look at the file that waits", waits))
    if last is not None:
        on = date_phrase(last[1], today)
        ways.append(press(mint, "import.undo", f"Take out again what came in on {on}", last[0]))
    return Card(
        text_id="import.how",
        title="Bring notes in",
        blocks=(say(_HOW_HOSTED if hosted else _HOW), *((row(*ways),) if ways else ())),
        summary="Bring notes in",
        reach=Reach.PERSONAL,
    )


def found(mint: Mint, found: Found, places: int) -> Card:
    """Return what was found in a file, to its owner alone, with what may be done with it."""
    made = f" Made on {day_in_full(found.made_on)}." if found.made_on else ""
    return Card(
        text_id="import.found",
        title="To bring in",
        blocks=(
            own_words(found.name),
            *((say(f"{_FORMS[found.form]}{made}"),) if found.form in _FORMS else ()),
            *(say(line) for line in _contents(found)),
            *(aside(line) for line in _notes(found)),
            say(_places(places)),
            aside(
                f"It waits here, sealed, and goes after {days(DRAFT_KEPT_DAYS)}. Your file stays where it is."
            ),
            *_ways(mint, found.sheet, has_places=places > 0),
            *((row(press(mint, "settings.keeping", "How long pages stay")),) if found.over else ()),
        ),
        summary=_SUMMARY,
        reach=Reach.SEALED,
    )


def places(mint: Mint, sheet: UUID, lines: Sequence[tuple[date | None, Line]], more: int | None) -> Card:
    """Return lines with what may point at a person, as they stand and masked; `more` is where it goes on."""
    on = (row(press(mint, "import.places", "More", sheet, arg=str(more))),) if more is not None else ()
    none = (say("As far as I see, nothing more in it points at a person."),)
    return Card(
        text_id="import.places",
        title="What may point at a person",
        blocks=(
            *(own_words(f"{day_in_full(day)}: {line.text}" if day else line.text) for day, line in lines),
            *((aside("Masked:"),) if lines else none),
            *(own_words(line.masked) for _, line in lines),
            *on,
            *_ways(mint, sheet, has_places=bool(lines), shows=False),
        ),
        summary=_SUMMARY,
        reach=Reach.SEALED,
    )


def refused(sentence: str) -> Card:
    """Return why a file does not come in. Nothing of it is kept."""
    return plain("import.refused", sentence)


def nothing_new(known: int, unread: int) -> Card:
    """Return what is said of a file of which nothing would come in."""
    if known:
        text = "All of it is here already. Nothing was changed."
    elif unread:
        text = "Nothing in that file could be read. Nothing was taken."
    else:
        text = "Nothing is written in that file."
    return plain("import.nothing_new", text)


def done(mint: Mint, sheet: UUID, *, pages: int, known: int) -> Card:
    """Return what is said once it is true, and the way back."""
    count = f"It is in: {_counted(pages, 'page', 'pages').lower()}." if pages else "It is in."
    here = " What was here already stays as it was." if known else ""
    return Card(
        text_id="import.done",
        blocks=(
            say(f"{count}{here}"),
            aside(f"For {days(DRAFT_KEPT_DAYS)}, `import` can take it out again."),
            row(press(mint, "import.undo", "Take it out again", sheet)),
        ),
        summary="It is in.",
        reach=Reach.SEALED,
    )


def out_again(stay: int) -> Card:
    """Return the answer to who took it out again."""
    what = _counted(stay, "thing that you changed since stays", "things that you changed since stay")
    return plain("import.out", f"It is out again. {what}." if stay else "It is out again.")


def not_now() -> Card:
    """Return the answer to "Not now"."""
    return plain("import.not_now", "Fine. Nothing of it stays here.")


def gone() -> Card:
    """Return what is said of a file that waits no more."""
    return plain("import.gone", "That file waits here no more. `import FILE` brings it again.")


def _contents(found: Found) -> Iterator[str]:
    if found.days:
        first, last = day_in_full(min(found.days)), day_in_full(max(found.days))
        days = f"of {first}" if first == last else f"from {first} to {last}"
        yield f"{_counted(len(found.days), 'page', 'pages')}, {days}."
    beside = list(_beside(found.beside))
    if beside:
        yield f"{'Besides' if found.days else 'In it'}: {', '.join(beside)}."


def _beside(beside: Beside) -> Iterator[str]:
    counts = Counter(beside.sheets)
    for number, one, more in (
        (beside.checkins, "check-in", "check-ins"),
        (beside.drafts, "draft", "drafts"),
        *((counts[kind], *words) for kind, words in _SHEETS.items()),
    ):
        if number:
            yield _counted(number, one, more).lower()
    yield from (what for kind, what in _LISTS.items() if counts[kind])


def _notes(found: Found) -> Iterator[str]:
    if found.known:
        are = "is" if found.known == 1 else "are"
        yield f"{_counted(found.known, 'part', 'parts')} of it {are} here already. Nothing of that changes."
    if found.unread:
        stay = "stays" if found.unread == 1 else "stay"
        yield f"{_counted(found.unread, 'row', 'rows')} in the file could not be read, and {stay} out."
    if found.over:
        page = _counted(found.over, "page is", "pages are")
        yield (
            f"{page} older than pages are kept here. I tell you a week before anything of that goes, as "
            "with any page."
        )
        if found.beside.checkins:
            yield "Marks and answers of that age go sooner, without a line."
    if found.form == EXPORT:
        yield "Accounts, roles, hours and flows that are open stay out: they belong to where they were."


def _places(count: int) -> str:
    if not count:
        return "I found no place in it that may point at a person. I don't find all of them."
    return f"{_counted(count, 'place', 'places')} in it may point at a person. I don't find all of them."


def _counted(number: int, one: str, more: str) -> str:
    """Return so many of something at the beginning of a sentence."""
    said = _COUNTS[number] if number < len(_COUNTS) else f"{number:,}"
    return f"{said} {one if number == 1 else more}"


def _ways(mint: Mint, sheet: UUID, *, has_places: bool, shows: bool = True) -> tuple[Block, ...]:
    take = press(mint, "import.take", "Bring it in", sheet)
    not_now = press(mint, "import.not_now", "Not now", sheet)
    if not has_places:
        return (row(take, not_now),)
    mask = Button(
        ref=mint("import.take", sheet, "masked"),
        name="import.mask",
        label="Mask what may point at a person, then bring it in",
    )
    show = (press(mint, "import.places", "Show the places", sheet),) if shows else ()
    return (row(take, mask, *show, not_now),)
