"""My people: one to three names, sealed, shown to their writer alone. Nobody on it is ever contacted."""

from __future__ import annotations

from bot.domain.people import Person
from bot.domain.sheets import SheetKind, only_sheet
from bot.ports.store import Unit
from bot.services.cards import my_people as cards
from bot.services.desk import Desk, Turn
from bot.services.sheets import read_sheet, write_sheet
from bot.surface.audience import Reading
from bot.surface.outcome import Open, Outcome, Refuse, Show, answer
from bot.surface.text import kept


def people_of(desk: Desk, unit: Unit, person: Person) -> tuple[str, ...]:
    """Open a person's list; nobody where it is empty. It goes nowhere but into a reading of theirs."""
    sheet = unit.sheets.get(only_sheet(person.id, SheetKind.PEOPLE))
    return tuple(read_sheet(desk, person, sheet)["people"]) if sheet else ()


def show(turn: Turn) -> Outcome:
    """Show the list where no message remains."""
    people = people_of(turn.desk, turn.unit, turn.person)
    if not people:
        return answer(cards.nobody(turn.mint))
    reading = Reading(to=turn.event.account, handle=turn.event.handle)
    return Outcome(first=Show(card=cards.listed(turn.mint, people), audience=reading))


def change(turn: Turn) -> Outcome:
    """Open the form with those who are on it."""
    people = people_of(turn.desk, turn.unit, turn.person)
    return Outcome(first=Open(form=cards.form(turn.mint("people.save"), people)))


def save(turn: Turn) -> Outcome:
    """Keep the list as it stands in the form; with nothing in it, the list goes."""
    written = {name: " ".join(kept(turn.typed.get(name, "")).split()) for name in cards.FIELDS}
    errors = {name: cards.too_long(len(one)) for name, one in written.items() if len(one) > cards.LONGEST}
    if errors:
        return Outcome(first=Refuse(errors=errors))
    people = [one for one in written.values() if one]
    if not people:
        return clear(turn)
    sheet = only_sheet(turn.person.id, SheetKind.PEOPLE)
    write_sheet(
        turn.desk, turn.unit, turn.person, sheet=sheet, kind=SheetKind.PEOPLE, body={"people": people}
    )
    return answer(cards.kept())


def clear(turn: Turn) -> Outcome:
    """Remove everybody from the list."""
    turn.unit.sheets.remove(only_sheet(turn.person.id, SheetKind.PEOPLE))
    return answer(cards.cleared())
