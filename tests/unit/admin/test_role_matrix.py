"""Every word and every control, as everybody who may be there: what comes is what the page of roles says.

The routes are walked through, not listed: one that is added is in it by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from uuid import UUID

import pytest

from bot.domain.roles import Role
from bot.services.cards.admin.menu import NOT_YOURS
from bot.services.cards.trouble import NO_YES
from bot.services.route import Route
from bot.services.routes import ACTIONS, COMMANDS, TALK, TOLD
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    DirectMessage,
    FileBrought,
    FileGiven,
    FormSubmitted,
    HomeOpened,
    InboundEvent,
    MessageDeleted,
    MessageEdited,
    OptionChosen,
    PersonChanged,
    PersonLeft,
    ScaleAnswered,
)
from bot.surface.outcome import Outcome, Refuse, Replace, Show
from tests.unit.admin.matrix_house import ACCOUNTS, MatrixHouse, matrix_house
from tests.unit.world import spelled_out
from tools.make_roles import ACTORS, ADMIN, ELSEWHERE, PAGE, PERSON, VISITOR, Actor, Comes, page

ASKS_ANYWAY = {"start", "link", "HomeOpened"}
"""What shows the first card to whoever has no yes, since that is what it is for."""
TELLS_WHO_DOES = {"admin", "course create"}
"""What tells whoever holds no role who does, or where to say it."""
STRANGE = UUID(int=7)

_TALKED: Mapping[type, Callable[[MatrixHouse, Actor], InboundEvent]] = {
    DirectMessage: lambda at, who: DirectMessage(**at.facts(who), text="some words", message="m1"),
    MessageEdited: lambda at, who: MessageEdited(**at.facts(who), message="m1", text="other words"),
    MessageDeleted: lambda at, who: MessageDeleted(**at.facts(who), message="m1"),
    FileBrought: lambda at, who: FileBrought(**at.facts(who), name="notes.md", body=b"Some words."),
    HomeOpened: lambda at, who: HomeOpened(**at.facts(who)),
    PersonChanged: lambda at, who: PersonChanged(**at.facts(who), conversation="D1"),
    PersonLeft: lambda at, who: PersonLeft(**at.facts(who)),
    FileGiven: lambda at, who: FileGiven(**at.facts(who), attached=STRANGE, file="F1"),
}


@pytest.fixture(scope="module")
def at() -> Iterator[MatrixHouse]:
    """One house for all: whatever is done in it is undone."""
    with matrix_house() as house:
        yield house


def test_the_page_of_roles_is_made_from_the_routes() -> None:
    """`python -m tools.make_roles` writes it anew."""
    assert PAGE.read_text("utf-8") == page()


@pytest.mark.parametrize("who", ACTORS, ids=lambda who: who.name)
async def test_what_comes_is_what_the_page_says(at: MatrixHouse, who: Actor) -> None:
    """Answered, asked for a yes, or refused; and whoever is not answered has written nothing."""
    for name, route, event in _everything(at, who):
        came = await at.hear(event)
        place = f"{who.name}: {name} as {type(event).__name__}"
        match who.comes(route):
            case Comes.REFUSED:
                assert _is_refused(came.outcome), place
            case Comes.ASKED:
                assert _is_asked(came.outcome), place
            case Comes.ANSWERED:
                assert name in TELLS_WHO_DOES or not _is_refused(came.outcome), place
                assert name in ASKS_ANYWAY or not _is_asked(came.outcome), place
        if who.comes(route) is not Comes.ANSWERED:
            assert at.wrote_nothing(came), place
        else:
            assert not at.touches_ben(came), place


@pytest.mark.parametrize("who", [PERSON, ADMIN], ids=lambda who: who.name)
async def test_a_control_that_names_somebody_elses_row_leads_nowhere(at: MatrixHouse, who: Actor) -> None:
    """Their page, draft, run, flow, plan, door, role: nothing is shown of it, and nothing happens to it."""
    rows = [*at.ids_of(at.ben), *(at.roles.values() if who is PERSON else ())]
    assert len(rows) > 10
    for name in (name for name, route in ACTIONS.items() if who.comes(route) is Comes.ANSWERED):
        for subject in rows:
            came = await at.hear(ActionPressed(**at.facts(who), ref=_ref(at, who, name, subject)))
            assert not at.touches_ben(came), name
            assert came.tables.roles == at.base.roles or who is ADMIN, name


async def test_words_that_are_there_are_read_by_who_wrote_them(at: MatrixHouse) -> None:
    """What nobody else is shown is there to be shown."""
    came = await at.hear(CommandInvoked(**at.facts(PERSON), text="journal last"))
    assert "her own words" in spelled_out(came.outcome)


@pytest.mark.parametrize("who", [VISITOR, PERSON, ELSEWHERE, ADMIN], ids=lambda who: who.name)
async def test_an_action_that_is_none_does_no_more_than_start(at: MatrixHouse, who: Actor) -> None:
    """Of an earlier version, or of a part that is not here: with any row, and for everybody."""
    for name in ("none", "admin", "admin.everything", "entry.dump", "role.grant", "command.x"):
        assert name not in ACTIONS
        for event in _sent(at, who, _ref(at, who, name, at.entry_of(at.ben))):
            came = await at.hear(event)
            start = await at.hear(CommandInvoked(**at.facts(who), text="start"))
            assert spelled_out(came.outcome) == spelled_out(start.outcome)
            assert at.wrote_nothing(came)


def _everything(at: MatrixHouse, who: Actor) -> Iterator[tuple[str, Route, InboundEvent]]:
    own, others = (at.entry_of(person) for person in (at.ana, at.ben))
    for name, route in COMMANDS.items():
        yield name, route, CommandInvoked(**at.facts(who), text=name)
        yield name, route, ActionPressed(**at.facts(who), ref=_command(at, who, name))
        if route.words and name != "admin":
            yield name, route, CommandInvoked(**at.facts(who), text=f"{name} 2 hours")
    for name, route in ACTIONS.items():
        for subject in (own, others, None):
            yield name, route, ActionPressed(**at.facts(who), ref=_ref(at, who, name, subject))
        for event in _sent(at, who, _ref(at, who, name, at.roles[ADMIN.name] if route.roles else own)):
            yield name, route, event
    for kind, route in (*TALK.items(), *TOLD.items()):
        yield kind.__name__, route, _TALKED[kind](at, who)


def _sent(at: MatrixHouse, who: Actor, ref: str) -> Iterator[InboundEvent]:
    yield FormSubmitted(**at.facts(who), ref=ref, values={"text": "some words", "name": "Somebody"})
    yield OptionChosen(**at.facts(who), ref=ref, values=(Role.ADMIN,))
    yield ScaleAnswered(**at.facts(who), ref=ref, value=3)


def _ref(at: MatrixHouse, who: Actor, name: str, subject: UUID | None) -> str:
    return at.house.desk.mint(ACCOUNTS[who])(name, subject)


def _command(at: MatrixHouse, who: Actor, name: str) -> str:
    return at.house.desk.mint(ACCOUNTS[who])("command", arg=name.replace(" ", "+"))


def _is_refused(outcome: Outcome) -> bool:
    return _says(outcome, {"admin.not_yours"}, NOT_YOURS)


def _is_asked(outcome: Outcome) -> bool:
    return _says(outcome, {"consent"}, NO_YES)


def _says(outcome: Outcome, cards: set[str], at_field: str) -> bool:
    match outcome.first:
        case Show(card=card) | Replace(card=card):
            return card.text_id in cards
        case Refuse(errors=errors):
            return at_field in errors.values()
        case _:
            return False
