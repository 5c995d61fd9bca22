"""Where an answer goes: for each place and each act one row, and the laws that hold in all of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from adapters.discord.answering.acts import plan
from adapters.discord.answering.calls import Call, Change, Nothing, OpenModal, Plan, Post, Update
from adapters.discord.hearing.places import Command, FormSent, Place, Talk, Whisper
from bot.surface.outcome import Act, Outcome
from tests.sim.discord.reading import sent, texts_in
from tests.unit.discord.plans import AGAIN_ID, DRAWN, POSTED, Remembered, told_first, told_of
from tests.unit.some_acts import (
    ANA,
    DIRECT,
    DROPPED,
    FILE,
    FIRST,
    HOME,
    NOT_TO_BEN,
    OPEN,
    QUIET,
    READING,
    REFUSE,
    REPLACE,
    RETRACT,
    SHOWN,
    WHO_TO_CALL,
    YOU,
    YOU_SEALED,
)

COMMAND, IN_DIRECT = Command(is_direct=False), Command(is_direct=True)
LAID_OUT = replace(POSTED, is_layout=True)
OTHER = replace(POSTED, message="71")
WHISPER = Whisper()
TYPED = sent(DRAWN, **{"words|0|": "typed"})
ALONE, BELOW, ON_WHISPER = (
    FormSent(id=DRAWN["custom_id"], below=below, typed=TYPED) for below in (None, POSTED, WHISPER)
)
AGAIN, LATER = (FormSent(id=AGAIN_ID, below=below, typed=TYPED) for below in (WHISPER, OTHER))
"""Forms that were opened from the posted message, refused, and opened again by another button."""
UNKNOWN = FormSent(id="f~gone", below=None, typed=TYPED)
TALK, ASKED = Talk(channel="7"), Talk(channel="7", command="journal last")

PLACES: tuple[Place, ...] = (
    COMMAND, IN_DIRECT, POSTED, LAID_OUT, WHISPER,
    ALONE, BELOW, ON_WHISPER, AGAIN, LATER, UNKNOWN, TALK, ASKED,
)  # fmt: skip


ROWS: list[tuple[str, Place, tuple[Act, ...], list[str]]] = [
    # what stays in their own conversation
    ("direct, by a command elsewhere", COMMAND, (DIRECT,), ["reply: written", "post: plain"]),
    ("direct, by a command there", IN_DIRECT, (DIRECT,), ["reply: below", "post: plain"]),
    ("direct, by a posted button", POSTED, (DIRECT,), ["nothing", "post: plain"]),
    ("direct, by a whisper", WHISPER, (DIRECT,), ["update: written", "post: plain"]),
    ("direct, by a form alone", ALONE, (DIRECT,), ["reply: written", "post: plain"]),
    ("direct, by a form there", replace(ALONE, is_direct=True), (DIRECT,), ["reply: below", "post: plain"]),
    ("direct, by a form on a message", BELOW, (DIRECT,), ["nothing", "post: plain"]),
    ("direct, by a form on a whisper", ON_WHISPER, (DIRECT,), ["update: written", "post: plain"]),
    ("direct, in talk", TALK, (DIRECT,), ["post: plain"]),
    # what is for one pair of eyes
    ("you, by a command", COMMAND, (YOU,), ["reply: plain"]),
    ("you, by a posted button", POSTED, (YOU,), ["reply: plain"]),
    ("you, by a whisper", WHISPER, (YOU,), ["update: plain"]),
    ("you, by a form alone", ALONE, (YOU,), ["reply: plain"]),
    ("you, by a form on a message", BELOW, (YOU,), ["reply: plain"]),
    ("you, by a form on a whisper", ON_WHISPER, (YOU,), ["update: plain"]),
    ("you, in talk", TALK, (YOU,), ["post: plain"]),
    ("you or nothing, in talk", TALK, (DROPPED,), []),
    ("you or nothing, by a command", COMMAND, (DROPPED,), ["reply: plain"]),
    ("two for you, by a command", COMMAND, (FIRST, YOU), ["reply: danger, plain"]),
    ("two for you, by a whisper", WHISPER, (FIRST, YOU), ["update: danger, plain"]),
    ("two for you, in talk", TALK, (FIRST, YOU), ["post: danger", "post: plain"]),
    ("you and direct, by a command", COMMAND, (YOU, DIRECT), ["reply: plain", "post: plain"]),
    # what no message may hold
    ("sealed, by a command", COMMAND, (YOU_SEALED,), ["reply: sealed"]),
    ("sealed, by a posted button", POSTED, (YOU_SEALED,), ["reply: sealed"]),
    ("sealed, by a whisper", WHISPER, (YOU_SEALED,), ["update: sealed"]),
    ("sealed, by a form on a message", BELOW, (YOU_SEALED,), ["reply: sealed"]),
    ("sealed, in talk", TALK, (YOU_SEALED,), ["offer: sealed"]),
    ("sealed before a question, in talk", TALK, (WHO_TO_CALL, YOU), ["offer: call", "post: plain"]),
    ("sealed after a question, in talk", TALK, (YOU, WHO_TO_CALL), ["post: plain", "offer: call"]),
    ("two sealed, in talk", TALK, (WHO_TO_CALL, YOU, YOU_SEALED), ["offer: call, sealed", "post: plain"]),
    ("sealed, in talk that was a command", ASKED, (YOU_SEALED,), ["offer: sealed"]),
    ("reading, by a command", COMMAND, (READING,), ["reply: own"]),
    ("reading, by a posted button", POSTED, (READING,), ["reply: own"]),
    ("reading, by a whisper", WHISPER, (READING,), ["update: own"]),
    ("reading, in talk that was a command", ASKED, (READING,), ["post: way in journal+last"]),
    ("reading, in talk", TALK, (READING,), ["offer: own"]),
    ("reading of another", COMMAND, (NOT_TO_BEN,), ["reply: fine"]),
    # what takes the place of something
    ("replace, by a posted button", POSTED, (REPLACE,), ["update plain: plain"]),
    ("replace, by a posted layout", LAID_OUT, (REPLACE,), ["update: plain"]),
    ("replace and read, posted", POSTED, (REPLACE, READING), ["update plain: plain", "follow: own"]),
    ("replace, by a whisper", WHISPER, (REPLACE,), ["update: plain"]),
    ("replace, by a command", COMMAND, (REPLACE,), ["reply: plain"]),
    ("replace, by a form on a message", BELOW, (REPLACE,), ["update plain: plain"]),
    ("replace, by a form on a whisper", ON_WHISPER, (REPLACE,), ["update: plain"]),
    ("replace, by a form again", AGAIN, (REPLACE,), ["nothing", "remove original", "change 70: plain"]),
    ("replace and say, by a form again", AGAIN, (REPLACE, YOU), ["update: plain", "change 70: plain"]),
    ("replace, by a form later", LATER, (REPLACE,), ["nothing", "change 70: plain"]),
    ("retract, posted", POSTED, (RETRACT,), ["nothing", "remove original"]),
    ("retract and say, posted", POSTED, (RETRACT, DIRECT), ["nothing", "remove original", "post: plain"]),
    ("retract and show, posted", POSTED, (RETRACT, YOU), ["nothing", "remove original", "follow: plain"]),
    ("retract, by a whisper", WHISPER, (RETRACT,), ["nothing", "remove original"]),
    ("retract and say, by a whisper", WHISPER, (RETRACT, YOU), ["update: plain"]),
    ("retract, by a form again", AGAIN, (RETRACT,), ["nothing", "remove original", "remove 70"]),
    ("retract, by a command", COMMAND, (RETRACT,), ["reply: fine"]),
    # what opens
    ("form, by a command", COMMAND, (OPEN,), ["open: form"]),
    ("form beside danger, by a command", COMMAND, (OPEN, FIRST), ["open: form", "follow: danger"]),
    ("form, by a posted button", POSTED, (OPEN,), ["open from 70: form"]),
    ("form and replace, posted", POSTED, (OPEN, REPLACE), ["open from 70: form", "change 70: plain"]),
    ("form and retract, posted", POSTED, (OPEN, RETRACT), ["open from 70: form", "remove 70"]),
    ("form, by a whisper", WHISPER, (OPEN,), ["open: form"]),
    ("form and card, by a whisper", WHISPER, (OPEN, YOU), ["open: form", "follow: plain"]),
    ("form, by a form alone", ALONE, (OPEN,), ["reply: kept form"]),
    ("form, by a form on a whisper", ON_WHISPER, (OPEN,), ["update: kept form"]),
    ("form, by a form on a message", BELOW, (OPEN,), ["reply: kept form"]),
    ("form and replace, by a form", BELOW, (OPEN, REPLACE), ["update plain: plain", "follow: kept form"]),
    ("form and danger, by a form", ALONE, (FIRST, OPEN), ["reply: danger", "follow: kept form"]),
    ("form, in talk that was a command", ASKED, (OPEN,), ["post: way in journal+last"]),
    ("form, in talk", TALK, (OPEN,), ["offer: form"]),
    ("form beside danger, in talk", ASKED, (OPEN, FIRST), ["post: danger", "post: way in journal+last"]),
    ("reading beside, in talk", ASKED, (READING, YOU_SEALED), ["offer: sealed", "post: way in journal+last"]),
    # what else a form is answered with
    ("refused", ALONE, (REFUSE,), ["reply: refused, yours, typed, again, kept form typed"]),
    ("refused on a message", BELOW, (REFUSE,), ["reply: refused, yours, typed, again, kept form typed"]),
    ("refused on a whisper", ON_WHISPER, (REFUSE,), ["reply: refused, yours, typed, again, kept form typed"]),
    ("refused again", AGAIN, (REFUSE,), ["update: refused, yours, typed, again, kept form typed"]),
    ("refused, after a restart", UNKNOWN, (REFUSE,), ["reply: refused, yours, typed, copy"]),
    ("refused beside danger", UNKNOWN, (WHO_TO_CALL, REFUSE), ["reply: call, refused, yours, typed, copy"]),
    ("nothing, by a form alone", ALONE, (QUIET,), ["reply: fine"]),
    ("nothing, by a form on a message", BELOW, (QUIET,), ["nothing"]),
    # the rest
    ("nothing, by a command", COMMAND, (QUIET,), ["reply: fine"]),
    ("nothing, by a posted button", POSTED, (QUIET,), ["nothing"]),
    ("nothing, by a whisper", WHISPER, (QUIET,), ["nothing"]),
    ("nothing, in talk", TALK, (QUIET,), []),
    ("a Home that there is none of", COMMAND, (YOU, HOME), ["reply: plain"]),
    ("a file, by a command", COMMAND, (YOU, FILE), ["reply: plain", "give a.md"]),
    ("a file alone, by a command", COMMAND, (FILE,), ["reply: written", "give a.md"]),
    ("a file, by a whisper", WHISPER, (YOU, FILE), ["update: plain", "give a.md"]),
    ("a file, in talk", TALK, (FILE,), ["give a.md"]),
]  # fmt: skip

LATE: list[tuple[str, Place, tuple[Act, ...], list[str]]] = [
    ("you", COMMAND, (YOU,), ["post: plain"]),
    ("you or nothing", COMMAND, (DROPPED,), ["post: late"]),
    ("sealed", COMMAND, (YOU_SEALED,), ["offer: sealed"]),
    ("reading", WHISPER, (READING,), ["offer: own"]),
    ("danger before a question", WHISPER, (WHO_TO_CALL, YOU), ["offer: call", "post: plain"]),
    ("replace, posted", POSTED, (REPLACE,), ["change 70: plain"]),
    ("replace, by a whisper", WHISPER, (REPLACE,), ["post: plain"]),
    ("retract, posted", POSTED, (RETRACT,), ["remove 70"]),
    ("retract, by a whisper", WHISPER, (RETRACT,), ["post: late"]),
    ("form", POSTED, (OPEN,), ["offer: form from 70"]),
    ("form, by a form", ALONE, (OPEN,), ["offer: form"]),
    ("refused", UNKNOWN, (REFUSE,), ["offer: refused, yours, typed, copy"]),
    ("refused beside danger", UNKNOWN, (WHO_TO_CALL, REFUSE), ["offer: call, refused, yours, typed, copy"]),
    ("direct", COMMAND, (DIRECT,), []),
    ("nothing", POSTED, (QUIET,), ["post: late"]),
]


@pytest.mark.parametrize(("place", "acts", "told"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_where_an_answer_goes(place: Place, acts: tuple[Act, ...], told: list[str]) -> None:
    """The table of docs/architecture.md, row by row: the first answer, then what follows in its order."""
    assert _told(place, *acts) == told


@pytest.mark.parametrize(("place", "acts", "told"), [row[1:] for row in LATE], ids=[row[0] for row in LATE])
def test_what_is_done_where_the_right_to_answer_has_ended(
    place: Place, acts: tuple[Act, ...], told: list[str]
) -> None:
    """In their conversation, as far as a message may hold it; else by a button, and never nothing at all."""
    kept = Remembered()
    made = plan(Outcome(first=acts[0], then=acts[1:]), place, ANA, kept.memory())
    assert [told_of(call, kept) for call in made.late()] == told


@pytest.mark.parametrize("place", PLACES, ids=repr)
@pytest.mark.parametrize("act", [YOU_SEALED, READING, REFUSE])
def test_nothing_sealed_is_in_what_stays(place: Place, act: Act) -> None:
    """Wherever somebody acts, no message that stays holds it: not one that is pressed, posted, or late."""
    made = plan(Outcome(first=act), place, ANA, Remembered().memory())
    bodies = [call.body for call in (*_all(made), *made.late()) if isinstance(call, Post | Change)]
    if isinstance(made.first, Update) and not isinstance(place, Whisper) and _at(place) != WHISPER:
        bodies.append(made.first.body)
    words = " ".join(each for body in bodies for each in texts_in(body))
    assert not {"sealed", "own", "typed"} & set(words.split())


@pytest.mark.parametrize("place", PLACES, ids=repr)
def test_what_is_another_persons_goes_nowhere(place: Place) -> None:
    """A page is drawn for the account that acted, or not at all."""
    assert "own" not in " ".join(_told(place, NOT_TO_BEN))


@pytest.mark.parametrize("place", PLACES, ids=repr)
@pytest.mark.parametrize("names", [*permutations(SHOWN, 2)], ids=" and ".join)
def test_nothing_is_lost_beside_anything_else(place: Place, names: tuple[str, str]) -> None:
    """Each of two that come together is shown, or can be opened; in time, and too late."""
    acts = [SHOWN[name][0] for name in names]
    expected = {SHOWN[name][1] for name in names}
    kept = Remembered()
    made = plan(Outcome(first=acts[0], then=(acts[1],)), place, ANA, kept.memory())
    told = [" ".join(_told(place, *acts))]
    if not isinstance(place, Talk):
        told.append(" ".join(told_of(call, kept) for call in made.late()))
    for each in told:
        assert all(word in each.replace("way in", "form") for word in expected), each


@pytest.mark.parametrize("place", PLACES, ids=repr)
@pytest.mark.parametrize("act", [DIRECT, YOU, YOU_SEALED, READING, REPLACE, RETRACT, OPEN, QUIET, FILE])
def test_discord_is_answered_whatever_was_done(place: Place, act: Act) -> None:
    """Nobody reads that an interaction failed, and a command is never answered by nothing."""
    made = plan(Outcome(first=act), place, ANA, Remembered().memory())
    assert (made.first is None) == isinstance(place, Talk)
    if _at(place) is None:
        assert not isinstance(made.first, Nothing | Update)
    if isinstance(place, FormSent):
        assert not isinstance(made.first, OpenModal)


def _told(place: Place, *acts: Act) -> list[str]:
    """Tell of a plan in words."""
    kept = Remembered()
    made = plan(Outcome(first=acts[0], then=acts[1:]), place, ANA, kept.memory())
    first = [told_first(made.first, kept)] if made.first else []
    return [*first, *(told_of(call, kept) for call in _all(made))]


def _all(made: Plan) -> tuple[Call, ...]:
    return (*made.calls, *made.posts)


def _at(place: Place) -> Place | None:
    if isinstance(place, Command):
        return None
    return place.below if isinstance(place, FormSent) else place
