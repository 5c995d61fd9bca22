"""Where an answer goes: for each place and each act one row, and the laws that hold in all of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from typing import assert_never

import pytest

from adapters.slack.answering.acts import plan
from adapters.slack.answering.calls import (
    Call,
    DeleteMessage,
    Give,
    OpenView,
    Plan,
    Post,
    Publish,
    PushView,
    Respond,
    UpdateMessage,
    UpdateView,
    Whisper,
)
from adapters.slack.answering.late import plan_late, unanswered
from adapters.slack.drawing.forms import form_of
from adapters.slack.hearing.places import (
    CardView,
    Command,
    FormView,
    HomeTab,
    Nowhere,
    Place,
    Posted,
    Shortcut,
    Talk,
)
from bot.errors import BeyondReach, SurfaceError
from bot.surface import phrases
from bot.surface.outcome import Act, Outcome, Replace
from tests.sim.slack.reading import texts_in
from tests.unit.some_acts import (
    ANA,
    DIRECT,
    FILE,
    FIRST,
    FORM,
    HOME,
    KNOWN,
    NOT_TO_BEN,
    OPEN,
    QUIET,
    READING,
    REFUSE,
    REPLACE,
    RETRACT,
    SHOWN,
    YOU,
    YOU_SEALED,
)

COMMAND = Command(trigger="t", response_url="https://hooks", is_direct=False)
IN_DIRECT = Command(trigger="t", response_url="https://hooks", is_direct=True)
POSTED = Posted(trigger="t", channel="D1", ts="1.0", is_ephemeral=False, response_url="https://hooks")
WHISPERED = Posted(trigger="t", channel="D1", ts="1.0", is_ephemeral=True, response_url="https://hooks")
SHARED = replace(POSTED, channel="C1", thread="0.5")
ALL = Replace(card=FIRST.card)
CARD = CardView(trigger="t", view="V1", hash="h")
PUSHED, ROOT = (FormView(below=below, inputs={"blocks": form_of(FORM)["blocks"]}) for below in ("V1", ""))
THIRD = replace(PUSHED, is_on_top_of_all=True)
TAB, SHORTCUT = HomeTab(trigger="t"), Shortcut(trigger="t")
TALK, ASKED, NOWHERE = Talk(channel="D1"), Talk(channel="D1", command="journal last"), Nowhere()

PLACES: tuple[Place, ...] = (
    COMMAND, IN_DIRECT, POSTED, WHISPERED, CARD, PUSHED, ROOT, THIRD, TAB, SHORTCUT, TALK, ASKED, NOWHERE,
)  # fmt: skip

ROWS: list[tuple[str, Place, tuple[Act, ...], list[str]]] = [
    # what is for everybody in their own conversation
    ("direct, by a command elsewhere", COMMAND, (DIRECT,), ["ack ephemeral: written", "post: plain"]),
    ("direct, by a command there", IN_DIRECT, (DIRECT,), ["post: plain"]),
    ("direct, by a posted button", POSTED, (DIRECT,), ["post: plain"]),
    ("direct, in a card", CARD, (DIRECT,), ["update V1 h: written", "post: plain"]),
    ("direct, by a form", ROOT, (DIRECT,), ["ack clear", "post: plain"]),
    ("direct, from the Home", TAB, (DIRECT,), ["open: written", "post: plain"]),
    ("direct, in talk", TALK, (DIRECT,), ["post: plain"]),
    ("direct, from nowhere", NOWHERE, (DIRECT,), ["post: plain"]),
    # what is for one pair of eyes
    ("you, by a command", COMMAND, (YOU,), ["ack ephemeral: plain"]),
    ("you, by a whisper", WHISPERED, (YOU,), ["respond replace: plain"]),
    ("you, by a posted button", POSTED, (YOU,), ["open: plain"]),
    ("you, by a shortcut", SHORTCUT, (YOU,), ["open: plain"]),
    ("you, from the Home", TAB, (YOU,), ["open: plain"]),
    ("you, in a card", CARD, (YOU,), ["update V1 h: plain"]),
    ("you, by a form alone", ROOT, (YOU,), ["ack update: plain"]),
    ("you, by a form on a card", PUSHED, (YOU,), ["update V1: plain"]),
    ("you, in talk", TALK, (YOU,), ["post: plain"]),
    ("two for you, by a command", COMMAND, (FIRST, YOU), ["ack ephemeral: danger, plain"]),
    ("two for you, in a card", CARD, (FIRST, YOU), ["update V1 h: danger, plain"]),
    ("two for you, by a form", ROOT, (FIRST, YOU), ["ack update: danger, plain"]),
    # what no message may hold
    ("sealed, by a command", COMMAND, (YOU_SEALED,), ["open: sealed"]),
    ("sealed beside danger, by a command", COMMAND, (FIRST, YOU_SEALED), ["open: danger, sealed"]),
    ("sealed, by a whisper", WHISPERED, (YOU_SEALED,), ["open: sealed"]),
    ("sealed, by a posted button", POSTED, (YOU_SEALED,), ["open: sealed"]),
    ("sealed, in a card", CARD, (YOU_SEALED,), ["update V1 h: sealed"]),
    ("sealed, by a form alone", ROOT, (YOU_SEALED,), ["ack update: sealed"]),
    ("sealed, by a form on a card", PUSHED, (YOU_SEALED,), ["update V1: sealed"]),
    ("sealed, in talk", TALK, (YOU_SEALED,), ["whisper D1: sealed"]),
    ("sealed, from nowhere", NOWHERE, (YOU_SEALED,), []),
    ("reading, by a command", COMMAND, (READING,), ["open: own"]),
    ("reading, by a posted button", POSTED, (READING,), ["open: own"]),
    ("reading, in a card", CARD, (READING,), ["update V1 h: own"]),
    ("reading, in talk that was a command", ASKED, (READING,), ["post: way in"]),
    ("reading, in talk", TALK, (READING,), []),
    ("reading, from nowhere", NOWHERE, (READING,), []),
    ("reading of another", COMMAND, (NOT_TO_BEN,), []),
    # what takes the place of something
    ("replace, by a posted button", POSTED, (REPLACE,), ["change 1.0: plain"]),
    ("replace and read, posted", POSTED, (REPLACE, READING), ["open: own", "change 1.0: plain"]),
    ("replace, by a whisper", WHISPERED, (REPLACE,), ["respond replace: plain"]),
    ("replace, in a card", CARD, (REPLACE,), ["update V1 h: plain"]),
    ("replace, from the Home", TAB, (REPLACE,), ["open: plain"]),
    ("replace, by a command", COMMAND, (REPLACE,), ["ack ephemeral: plain"]),
    ("retract, posted", POSTED, (RETRACT,), ["delete 1.0"]),
    ("retract and say, posted", POSTED, (RETRACT, DIRECT), ["delete 1.0", "post: plain"]),
    ("retract, by a whisper", WHISPERED, (RETRACT,), ["respond delete"]),
    ("retract, in a card", CARD, (RETRACT,), ["update V1 h: fine"]),
    ("retract and say, in a card", CARD, (RETRACT, YOU), ["update V1 h: plain"]),
    # what stands before others
    ("direct, in a channel", SHARED, (DIRECT,), ["open: written", "post: plain"]),
    ("direct and you, in a channel", SHARED, (DIRECT, YOU), ["open: plain", "post: plain"]),
    ("you, in a channel", SHARED, (YOU,), ["open: plain"]),
    ("sealed, in a channel", SHARED, (YOU_SEALED,), ["open: sealed"]),
    ("reading, in a channel", SHARED, (READING,), ["open: own"]),
    ("reading of another, in a channel", SHARED, (NOT_TO_BEN,), []),
    ("form, in a channel", SHARED, (OPEN,), ["open: form"]),
    ("replace for all, in a channel", SHARED, (ALL,), ["change 1.0: danger"]),
    ("replace for all and say, in a channel", SHARED, (ALL, YOU), ["open: plain", "change 1.0: danger"]),
    ("retract, in a channel", SHARED, (RETRACT,), ["delete 1.0"]),
    ("a file, in a channel", SHARED, (FILE,), ["give a.md"]),
    ("nothing, in a channel", SHARED, (QUIET,), []),
    # what opens
    ("form, by a command", COMMAND, (OPEN,), ["open: form"]),
    ("form beside danger, by a command", COMMAND, (OPEN, FIRST), ["ack ephemeral: danger", "open: form"]),
    ("form, by a posted button", POSTED, (OPEN,), ["open: form"]),
    ("form, by a whisper", WHISPERED, (OPEN,), ["open: form"]),
    ("form, by a shortcut", SHORTCUT, (OPEN,), ["open: form"]),
    ("form, in a card", CARD, (OPEN,), ["push on V1: form"]),
    ("form and card, in a card", CARD, (OPEN, YOU), ["update V1: plain", "push on V1: form"]),
    ("form, by a form", ROOT, (OPEN,), ["ack update: form"]),
    ("form, in talk that was a command", ASKED, (OPEN,), ["post: way in"]),
    ("form, in talk", TALK, (OPEN,), []),
    ("form beside danger, in talk", ASKED, (OPEN, FIRST), ["post: danger", "post: way in"]),
    ("reading beside a card, in talk", ASKED, (READING, YOU_SEALED), ["whisper D1: sealed", "post: way in"]),
    # what else a form is answered with
    ("refused", ROOT, (REFUSE,), ["ack errors"]),
    ("refused on a card", PUSHED, (REFUSE,), ["ack errors"]),
    ("refused beside danger", ROOT, (REFUSE, YOU_SEALED), ["ack push: sealed, refused"]),
    ("refused beside danger, on a card", PUSHED, (REFUSE, YOU_SEALED), ["ack push: sealed, refused"]),
    ("refused beside danger, on top of all", THIRD, (REFUSE, YOU_SEALED), ["ack errors", "whisper : sealed"]),
    ("nothing, by a form", ROOT, (QUIET,), []),
    # the rest
    ("nothing, by a command", COMMAND, (QUIET,), []),
    ("the Home", NOWHERE, (HOME,), ["publish: plain"]),
    ("the Home, by a command", COMMAND, (YOU, HOME), ["ack ephemeral: plain", "publish: plain"]),
    ("a file, by a command", COMMAND, (YOU, FILE), ["ack ephemeral: plain", "give a.md"]),
    ("a file, in a card", CARD, (YOU, FILE), ["update V1 h: plain", "give a.md"]),
    ("a file, in talk", TALK, (FILE,), ["give a.md"]),
]

LATE: list[tuple[str, Place, tuple[Act, ...], str, list[str]]] = [
    ("you, by a command", COMMAND, (YOU,), "V9", ["update V9: plain"]),
    ("you, by a command without a modal", COMMAND, (YOU,), "", ["respond: plain"]),
    ("form, by a command", COMMAND, (OPEN,), "V9", ["update V9: form"]),
    ("form and card, by a command", COMMAND, (OPEN, YOU), "V9", ["update V9: form"]),
    ("reading, by a shortcut", SHORTCUT, (READING,), "V9", ["update V9: own"]),
    ("replace, posted", POSTED, (REPLACE,), "V9", ["update V9: fine", "change 1.0: plain"]),
    ("retract, posted", POSTED, (RETRACT,), "V9", ["update V9: fine", "delete 1.0"]),
    ("replace and read, posted", POSTED, (REPLACE, READING), "V9", ["update V9: own", "change 1.0: plain"]),
    ("replace, posted without a modal", POSTED, (REPLACE,), "", ["change 1.0: plain"]),
    ("replace for all, in a channel", SHARED, (ALL,), "V9", ["update V9: fine", "change 1.0: danger"]),
    ("you, in a channel", SHARED, (YOU,), "V9", ["update V9: plain"]),
    ("you, by a whisper", WHISPERED, (YOU,), "V9", ["update V9: plain"]),
    ("you, in a card", CARD, (YOU,), "V1", ["update V1: plain"]),
    ("direct, by a command", COMMAND, (DIRECT,), "V9", ["update V9: written", "post: plain"]),
    ("nothing", COMMAND, (QUIET,), "V9", ["update V9: fine"]),
    ("a file", COMMAND, (YOU, FILE), "V9", ["update V9: plain", "give a.md"]),
]


@pytest.mark.parametrize(("place", "acts", "told"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_where_an_answer_goes(place: Place, acts: tuple[Act, ...], told: list[str]) -> None:
    """The table of docs/architecture.md, row by row: the acknowledgement, then calls in their order."""
    assert list(_told(plan(Outcome(first=acts[0], then=acts[1:]), place, ANA))) == told


@pytest.mark.parametrize(
    ("place", "acts", "view", "told"), [row[1:] for row in LATE], ids=[row[0] for row in LATE]
)
def test_where_a_late_answer_goes(place: Place, acts: tuple[Act, ...], view: str, told: list[str]) -> None:
    """In the modal that said to wait; a message that was pressed changes all the same."""
    calls = plan_late(Outcome(first=acts[0], then=acts[1:]), place, ANA, view=view)
    assert [_call(call) for call in calls] == told


@pytest.mark.parametrize(
    ("place", "view", "told"),
    [
        (COMMAND, "V9", ["update V9: late"]),
        (COMMAND, "", ["respond: late"]),
        (WHISPERED, "", ["respond: late"]),
        (TALK, "", []),
        (NOWHERE, "", []),
    ],
)
def test_where_it_is_said_that_there_is_no_answer(place: Place, view: str, told: list[str]) -> None:
    """To who waits, and to nobody else."""
    assert [_call(call) for call in unanswered(place, view=view)] == told


@pytest.mark.parametrize("view", ["", "V9"])
def test_a_card_for_one_never_stands_before_all(view: str) -> None:
    """Not though the core said so: that is its fault, and nobody sees it."""
    with pytest.raises(BeyondReach):
        plan_late(Outcome(first=REPLACE), SHARED, ANA, view=view)


@pytest.mark.parametrize("place", [*PLACES, SHARED], ids=repr)
@pytest.mark.parametrize("act", [YOU_SEALED, READING])
def test_nothing_sealed_is_in_what_stays(place: Place, act: Act) -> None:
    """Wherever somebody acts, no message that Slack keeps holds it, nor an answer to their command."""
    made = plan(Outcome(first=act), place, ANA)
    stays = [call for call in made.calls if isinstance(call, Post | UpdateMessage | Respond)]
    late = [call.late for call in made.calls if isinstance(call, OpenView)]
    kept = json.dumps([repr(stays), repr(late), made.ack if "view" not in made.ack else {}])
    assert "sealed" not in kept
    assert "own" not in kept


@pytest.mark.parametrize("place", PLACES, ids=repr)
def test_what_is_another_persons_goes_nowhere(place: Place) -> None:
    """A page is drawn for the account that acted, or not at all."""
    made = plan(Outcome(first=NOT_TO_BEN), place, ANA)
    assert "own" not in repr(made)


@pytest.mark.parametrize("place", [place for place in PLACES if place != NOWHERE], ids=repr)
@pytest.mark.parametrize("names", [*permutations(SHOWN, 2)], ids=" and ".join)
def test_nothing_is_lost_beside_anything_else(place: Place, names: tuple[str, str]) -> None:
    """Each of two that come together is shown; a core that asks for two windows at once is told."""
    acts = [SHOWN[name][0] for name in names]
    try:
        told = " ".join(_told(plan(Outcome(first=acts[0], then=(acts[1],)), place, ANA)))
    except SurfaceError:
        assert "form" in names
        return
    expected = {SHOWN[name][1] for name in names}
    if isinstance(place, Talk):
        expected -= {"form"}  # nothing opens from there
    assert all(word in told for word in expected), told


@pytest.mark.parametrize(
    ("place", "act", "said"),
    [
        (COMMAND, YOU_SEALED, "respond: late"),
        (COMMAND, OPEN, "respond: late"),
        (POSTED, YOU, "whisper D1: plain"),
        (POSTED, READING, "whisper D1: late"),
        (SHARED, YOU, "whisper C1 below 0.5: plain"),
        (SHARED, READING, "whisper C1 below 0.5: late"),
        (SHARED, DIRECT, "whisper C1 below 0.5: written"),
        (TAB, YOU, "post: plain"),
        (SHORTCUT, OPEN, "post: late"),
    ],
)
def test_what_is_said_where_nothing_opens_any_more(place: Place, act: Act, said: str) -> None:
    """The cards, if a message may hold them, or to press again."""
    [opened] = [call for call in plan(Outcome(first=act), place, ANA).calls if isinstance(call, OpenView)]
    assert _call(opened.late) == said


def _told(made: Plan) -> Iterator[str]:
    """Tell of a plan in words."""
    match made.ack:
        case {"response_action": "update" | "push" as action, "view": view}:
            yield f"ack {action}: {_words(view)}"
        case {"response_action": str(action)}:
            yield f"ack {action}"
        case {"response_type": str(kind)}:
            yield f"ack {kind}: {_words(made.ack)}"
        case _:
            assert made.ack == {}
    yield from map(_call, made.calls)


def _call(call: Call) -> str:  # noqa: C901, PLR0911 - one for each kind
    match call:
        case Post():
            return f"post: {_words(call.message)}"
        case Whisper():
            where = f"{call.channel} below {call.thread}" if call.thread else call.channel
            return f"whisper {where}: {_words(call.message)}"
        case Respond() if call.body.get("delete_original"):
            return "respond delete"
        case Respond():
            return f"respond{' replace' * bool(call.body.get('replace_original'))}: {_words(call.body)}"
        case OpenView():
            return f"open: {_words(call.view)}"
        case PushView():
            return f"push on {call.instead_of}: {_words(call.view)}"
        case UpdateView():
            return f"update {call.view_id}{' ' * bool(call.hash)}{call.hash}: {_words(call.view)}"
        case UpdateMessage():
            return f"change {call.ts}: {_words(call.message)}"
        case DeleteMessage():
            return f"delete {call.ts}"
        case Publish():
            return f"publish: {_words(call.view)}"
        case Give():
            return f"give {call.attach.file.name}"
        case _:
            assert_never(call)


_NAMES = {
    phrases.WRITTEN_TO_YOU: "written",
    phrases.FINE: "fine",
    phrases.TOO_LONG: "late",
    phrases.FOR_YOUR_EYES: "way in",
}


def _words(drawn: object) -> str:
    """Return which of the cards of this file stand in something drawn, in order."""
    found = [_NAMES.get(each, each) for each in texts_in(drawn)]
    return ", ".join(each for each in found if each in KNOWN or each in _NAMES.values())
