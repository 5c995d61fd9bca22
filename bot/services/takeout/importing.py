"""Bringing notes along: a file of one's own is read, looked at and kept, sealed, when its owner says so.

Until then it waits on a sheet, sealed. When it is in, the sheet says what came in, so that it can be taken
out again; it goes by itself as a draft does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from bot.domain.agenda import AgendaKind
from bot.domain.journal import DRAFT_KEPT_DAYS
from bot.domain.keeping import Keeping
from bot.domain.sheets import Sheet, SheetKind
from bot.errors import BadInput, KeyProblem, Tampered
from bot.guards.crisis.reading import read
from bot.services.cards import importing as cards
from bot.services.desk import Turn
from bot.services.journal.keeping import tell_of
from bot.services.journal.reading import reading
from bot.services.organisations.ceilings import spans_of
from bot.services.route import Route, looks, writes
from bot.services.sealing import Body
from bot.services.sheets import read_sheet, write_sheet
from bot.services.support.danger import is_urgent, signpost_of
from bot.services.support.let_be import let_be_of
from bot.services.takeout.bringing_in import bring_in, take_out, taken_body, taken_in
from bot.services.takeout.brought import Brought
from bot.services.takeout.news import News, news
from bot.services.takeout.notes_file import is_own_page, parts_of_notes, text_in
from bot.services.takeout.own_export import brought_in, document_in
from bot.services.takeout.pointing import Pointing, masked, pointing
from bot.surface.card import Card
from bot.surface.inbound import FILE_MAX, FileBrought
from bot.surface.outcome import Act, Outcome, answer, made_after

TAKES_WITHIN = 1_200.0
"""Seconds in which a file is read and kept. Whoever brings the largest one and has all of it masked waits
minutes; nearly everybody waits no moment."""
LATELY = timedelta(days=7)
"""Pages of so many days are read for words that mean danger, as one that is written here is."""

_WAITS, _IS_IN = "parts", "taken"
"""By which name a sheet is told that waits, and one of what came in."""
_MASKED = "masked"


def how(turn: Turn) -> Outcome:
    """Say where and how a file is brought along, and lead to one that waits or came in lately."""
    waits = next((sheet.id for sheet, _ in _sheets(turn, _WAITS)), None)
    came = [(sheet.id, date.fromisoformat(body["on"])) for sheet, body in _sheets(turn, _IS_IN)]
    last = came[-1] if came else None
    return answer(cards.how(turn.mint, waits, last, turn.today, hosted=turn.capabilities.hosted))


def brought(turn: Turn) -> Outcome:
    """Take a file in sealed, and show what was found in it. One that waited before it goes."""
    if not isinstance(turn.event, FileBrought):
        return how(turn)
    try:
        body = _body(turn, turn.event)
    except BadInput as problem:
        return answer(cards.refused(problem.sentence))
    found = news(turn, brought_in(body[_WAITS]))
    if found.brought.is_empty:
        return answer(cards.nothing_new(found.known, found.brought.unread))
    for sheet, _ in _sheets(turn, _WAITS):
        _let_go(turn, sheet.id)
    sheet_id = turn.desk.chance.new_id()
    _write(turn, sheet_id, body)
    return _shown(turn, sheet_id, body, found)


def look(turn: Turn) -> Outcome:
    """Show again what was found in a file that waits."""
    body = _waiting(turn)
    if body is None:
        return _no_longer(turn)
    return _shown(turn, turn.subject, body, news(turn, brought_in(body[_WAITS])))


def places(turn: Turn) -> Outcome:
    """Show lines with what may point at a person, some at a time."""
    body = _waiting(turn)
    if body is None:
        return _no_longer(turn)
    some, let_be, begins = news(turn, brought_in(body[_WAITS])).brought, _let_be(turn), int(turn.ref.arg or 0)
    return made_after(lambda: reading(turn, _lines(turn, pointing(some, let_be), begins)))


def take(turn: Turn) -> Outcome:
    """Keep what is not here yet, masked or as it is; say so once it is true."""
    body = _waiting(turn)
    if body is None:
        return _no_longer(turn)
    found = news(turn, brought_in(body[_WAITS]))
    coming = masked(found.brought, _let_be(turn)) if turn.ref.arg == _MASKED else found.brought
    taken = bring_in(turn, coming)
    tell_of(turn, [entry for page in taken.pages if (entry := turn.unit.journal.get(page))])
    _write(
        turn, turn.subject, {"name": body["name"], "on": turn.today.isoformat(), _IS_IN: taken_body(taken)}
    )
    done = cards.done(turn.mint, turn.subject, pages=len(coming.pages), known=found.known)
    return answer(done, *_signposts(turn, coming))


def not_now(turn: Turn) -> Outcome:
    """Take a "not now": what waited goes."""
    if _waiting(turn) is None:
        return _no_longer(turn)
    _let_go(turn, turn.subject)
    return answer(cards.not_now())


def undo(turn: Turn) -> Outcome:
    """Take out again what came in; what was changed since stays."""
    body = _own(turn)
    if body is None or _IS_IN not in body:
        return answer(cards.gone())
    stay = take_out(turn, taken_in(body[_IS_IN]))
    _let_go(turn, turn.subject)
    return answer(cards.out_again(stay))


def _body(turn: Turn, event: FileBrought) -> Body:
    """Return a file as it waits.

    Raises:
        BadInput: it is too large, no text, another program's, damaged or too new.
    """
    if len(event.body) > FILE_MAX:
        raise BadInput(cards.TOO_BIG)
    text = text_in(event.body)
    if text is None:
        raise BadInput(cards.NO_TEXT)
    body: Body = {"name": event.name, "made_at": None}
    parts = document_in(text)
    if parts is not None:
        return body | {"made_at": parts.pop("made_at"), "form": cards.EXPORT, _WAITS: parts}
    form = cards.TO_READ if is_own_page(text) else cards.NOTES
    return body | {"form": form, _WAITS: parts_of_notes(turn, event.name, text)}


def _shown(turn: Turn, sheet: UUID, body: Body, found: News) -> Outcome:
    """Return what shows a file once its pages were looked through, which may take a while."""
    made_at = body["made_at"]
    said = cards.Found(
        sheet=sheet,
        name=body["name"],
        form=body["form"],
        made_on=datetime.fromisoformat(made_at).date() if made_at else None,
        days=[page.place.day for page in found.brought.pages],
        beside=cards.Beside(
            checkins=len(found.brought.runs),
            drafts=len(found.brought.drafts),
            sheets=[each.kind for each in found.brought.sheets],
        ),
        known=found.known,
        unread=found.brought.unread,
        over=_over(turn, found.brought),
        keep_days=turn.person.keep_days,
    )
    let_be = _let_be(turn)

    def made() -> Outcome:
        count = sum(each.places.count for each in pointing(found.brought, let_be))
        return reading(turn, cards.found(turn.mint, said, count))

    return made_after(made)


def _lines(turn: Turn, found: Iterator[Pointing], begins: int) -> Card:
    lines = ((each.day, line) for each in found for line in each.places.lines())
    skipped = [line for _, line in zip(range(begins), lines, strict=False)]
    some = [line for _, line in zip(range(cards.LINES_MAX + 1), lines, strict=False)]
    more = len(skipped) + cards.LINES_MAX if len(some) > cards.LINES_MAX else None
    return cards.places(turn.mint, turn.subject, some[: cards.LINES_MAX], more)


def _over(turn: Turn, brought: Brought) -> int:
    """Return how many pages are over the time for which pages are kept here, and were not chosen to stay."""
    keeping = _keeping(turn)
    if keeping is None:
        return 0
    lists = (each.body for each in brought.sheets if each.kind is SheetKind.PORTFOLIO)
    chosen = {UUID(page) for body in lists for page in body["pages"]}
    old = (page for page in brought.pages if page.place.id not in chosen)
    return sum(keeping.is_over(page.place.day) for page in old)


def _keeping(turn: Turn) -> Keeping | None:
    try:
        spans = spans_of(turn.desk, turn.unit, turn.person)
    except KeyProblem:
        return None  # nothing goes as long as that does not open
    return Keeping(today=turn.today, spans=spans, told_on=None)


def _signposts(turn: Turn, brought: Brought) -> tuple[Act, ...]:
    """Return who to call, where a page of these days can mean danger; the most pressing, and once."""
    lately = [page.page.words for page in brought.pages if page.place.day > turn.today - LATELY]
    signs = [acts for words in lately if (acts := signpost_of(turn, read(words)))]
    return next((acts for acts in signs if is_urgent(acts)), signs[0] if signs else ())


def _let_be(turn: Turn) -> Collection[str]:
    held = let_be_of(turn.desk, turn.unit, turn.person)
    return held.compared if held else ()


def _sheets(turn: Turn, name: str) -> Iterator[tuple[Sheet, Body]]:
    """Walk the sheets that wait, or those of what came in, the first first; one that stays closed is none."""
    for sheet in turn.unit.sheets.of(turn.person.id, SheetKind.IMPORT):
        try:
            body = read_sheet(turn.desk, turn.person, sheet)
        except Tampered:
            continue
        if name in body:
            yield sheet, body


def _own(turn: Turn) -> Body | None:
    sheet = turn.own(turn.unit.sheets.get(turn.subject))
    if sheet is None or sheet.kind is not SheetKind.IMPORT:
        return None
    return read_sheet(turn.desk, turn.person, sheet)


def _waiting(turn: Turn) -> Body | None:
    body = _own(turn)
    return body if body is not None and _WAITS in body else None


def _no_longer(turn: Turn) -> Outcome:
    """Answer a control of a file that waits no more: it is in, or gone."""
    body = _own(turn)
    if body is None or _IS_IN not in body:
        return answer(cards.gone())
    return answer(cards.done(turn.mint, turn.subject, pages=len(body[_IS_IN]["pages"]), known=0))


def _write(turn: Turn, sheet: UUID, body: Body) -> None:
    """Write a sheet; its days count from now."""
    write_sheet(turn.desk, turn.unit, turn.person, sheet=sheet, kind=SheetKind.IMPORT, body=body)
    turn.unit.agenda.remove_for(sheet)
    turn.set_due(AgendaKind.DRAFT_ENDS, sheet, turn.now + timedelta(days=DRAFT_KEPT_DAYS))


def _let_go(turn: Turn, sheet: UUID) -> None:
    turn.unit.sheets.remove(sheet)
    turn.unit.agenda.remove_for(sheet)


ROUTES: Mapping[str, Route] = {
    "import.look": looks(look),
    "import.places": looks(places),
    "import.take": Route(handler=take, writes=True, within=TAKES_WITHIN),
    "import.not_now": writes(not_now),
    "import.undo": Route(handler=undo, writes=True, within=TAKES_WITHIN),
}
