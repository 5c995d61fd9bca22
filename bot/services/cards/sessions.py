"""The log of sessions: the form for one, and what its owner alone reads of it. No sum is made of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from bot.domain.prompts import Option
from bot.domain.supervision import AGREED_MAX, MINUTES_MAX, WHAT_MAX, Session, SessionKind
from bot.services.cards.days import day_in_full
from bot.services.cards.plain import press, row
from bot.services.cards.plans import SPANS
from bot.services.cards.when import when
from bot.services.desk import Mint
from bot.surface.card import Block, Button, Card, Choose, Reach, aside, own_words, say
from bot.surface.form import ChoiceField, DateField, Form, TextField
from bot.surface.text import shown

ON = "on"
MINUTES = "minutes"
KIND = "kind"
WHAT = "what"
AGREED = "agreed"

KINDS = {
    SessionKind.ONE_TO_ONE: "One to one",
    SessionKind.GROUP: "In a group",
    SessionKind.PEER: "Among peers",
    SessionKind.TRAINING: "Training or reading",
}
BAD_MINUTES = f"Please write minutes as a number, up to {MINUTES_MAX:,}."
BAD_KIND = "Please choose one of these."

_SUMMARY = "For you to read."


def form(ref: str, session: Session | None, today: date) -> Form:
    """Return the form for a session, with what stands there."""
    return Form(
        text_id="session.form",
        ref=ref,
        name="session",
        title="It took place",
        fields=(
            DateField(
                name=ON,
                label="Day",
                hint="Like yesterday, 5 January or 2027-01-05.",
                value=(session.on if session else today).isoformat(),
            ),
            TextField(name=MINUTES, label="Minutes", value=str(session.minutes) if session else "", limit=5),
            ChoiceField(
                name=KIND,
                label="How",
                options=tuple(Option(name=kind, label=label) for kind, label in KINDS.items()),
                value=session.kind if session else SessionKind.ONE_TO_ONE,
            ),
            TextField(
                name=WHAT,
                label="What it was about, in a few words",
                hint="No names or details, please.",
                value=shown(session.what) if session else "",
                required=False,
                limit=WHAT_MAX,
            ),
            TextField(
                name=AGREED,
                label="What was agreed",
                hint="No names, please. Only you can read this back.",
                value=shown(session.agreed) if session else "",
                required=False,
                long=True,
                limit=AGREED_MAX,
            ),
        ),
    )


def too_long(length: int, most: int) -> str:
    """Return what stands at a field that holds too much."""
    return f"That is {length:,} characters; {most:,} fit."


def saved(mint: Mint, session: Session, *, points: int, listed: str) -> Card:
    """Return the answer to a session that was kept; `points`: in how many places it may point at a person.

    `listed` is what the list is known by where it is asked whether it comes off; else empty.
    """
    blocks: list[Block] = [say("Kept in your log.")]
    if points:
        places = "One place" if points == 1 else f"{points} places"
        blocks.append(say(f"{places} in it may point at a person."))
        blocks.append(row(press(mint, "session.edit", "Change it", session.id)))
    if session.agreed:
        blocks += [say("Shall what was agreed come back on a day?"), row(_bring(mint, session.id))]
    if listed:
        blocks.append(say("Does what was on your list come off it?"))
        blocks.append(
            row(
                press(mint, "supervision.clear", "Take it off", session.id, arg=listed),
                press(mint, "supervision.left", "Leave it on"),
            )
        )
    return Card(text_id="session.saved", blocks=tuple(blocks), summary=_SUMMARY, reach=Reach.SEALED)


def log(mint: Mint, sessions: Sequence[Session], more: int | None) -> Card:
    """Return a page of the log; `more` is where the next page begins, if there is one."""
    blocks: list[Block] = []
    for session in sessions:
        blocks.append(say(line(session)))
        blocks += [own_words(words) for words in (session.what, session.agreed) if words]
    options = tuple(
        Option(name=session.id.hex, label=f"{day_in_full(session.on)}, {session.minutes} minutes")
        for session in sessions
    )
    blocks.append(
        Choose(ref=mint("session.pick"), name="session.pick", ask="Open which one?", options=options)
    )
    if more is not None:
        blocks.insert(-1, aside("Older ones come with More."))
    ways = [press(mint, "session.add", "Add one")]
    if more is not None:
        ways.insert(0, press(mint, "session.log", "More", arg=str(more)))
    return Card(
        text_id="session.log",
        title="My log",
        blocks=(*blocks, row(*ways)),
        summary=_SUMMARY,
        reach=Reach.SEALED,
    )


def none_yet(mint: Mint) -> Card:
    """Return what stands in an empty log."""
    return Card(
        text_id="session.none",
        blocks=(
            say("Nothing is in your log yet: sessions of supervision or learning, and what was agreed."),
            row(press(mint, "session.add", "Add one")),
        ),
        summary=_SUMMARY,
        reach=Reach.SEALED,
    )


def opened(mint: Mint, session: Session) -> Card:
    """Return one session with what may be done with it."""
    words = [own_words(each) for each in (session.what, session.agreed) if each]
    return Card(
        text_id="session",
        title=line(session),
        blocks=(
            *(words or [say("Nothing more stands there.")]),
            row(
                *((_bring(mint, session.id),) if session.agreed else ()),
                press(mint, "session.edit", "Change", session.id),
                press(mint, "session.remove", "Remove", session.id),
                press(mint, "session.log", "Back"),
            ),
        ),
        summary=_SUMMARY,
        reach=Reach.SEALED,
    )


def line(session: Session) -> str:
    """Return the facts of a session on one line."""
    return f"{day_in_full(session.on)}, {session.minutes} minutes, {KINDS[session.kind].lower()}"


def bring(mint: Mint, session: UUID) -> Card:
    """Return the days on offer for what was agreed."""
    ask = when(mint("session.back", session), "session.back", SPANS)
    return Card(text_id="session.bring", blocks=(ask,), summary=_SUMMARY, reach=Reach.SEALED)


def not_brought() -> Card:
    """Return the answer to no day at all."""
    return _sealed("session.not_brought", "Fine. It stands in your log.")


def ask_removal(mint: Mint, session: UUID) -> Card:
    """Return the question before a session goes; what cannot be undone is said before."""
    return Card(
        text_id="session.remove",
        blocks=(
            say("Remove this session for good? There is no way back: nothing of it is kept."),
            row(press(mint, "session.gone", "Remove it", session), press(mint, "session.stay", "Keep it")),
        ),
        summary=_SUMMARY,
        reach=Reach.SEALED,
    )


def stays() -> Card:
    """Return the answer to a no to a removal."""
    return _sealed("session.stays", "It stays.")


def removed() -> Card:
    """Return the answer to a removal."""
    return _sealed("session.removed", "Removed from your log.")


def gone() -> Card:
    """Return what is said to a control of a session that is no longer there."""
    return _sealed("session.gone", "That one is no longer in your log.")


def _bring(mint: Mint, session: UUID) -> Button:
    return press(mint, "session.bring", "Bring it back to me", session)


def _sealed(text_id: str, text: str) -> Card:
    return Card(text_id=text_id, blocks=(say(text),), summary=_SUMMARY, reach=Reach.SEALED)
