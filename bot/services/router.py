"""One event in, one outcome out: who acts, what is meant, and one unit of work around it.

An event that writes is committed together with its event id before it is answered; delivered again,
it does nothing (docs/architecture.md, "A person acts"). `hear` never raises, but where a platform tells of
somebody and it could not be kept.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import partial
from typing import assert_never

from bot.errors import KeyAway, KeyProblem, MaybeSaved, NotSaved, RefError, place_of
from bot.guards.board.questions import asks_board
from bot.ports.store import Unit
from bot.services.arriving import onboarding
from bot.services.cards import help as help_cards
from bot.services.cards import journal as journal_cards
from bot.services.cards import trouble
from bot.services.desk import Desk, Turn
from bot.services.doors import reach
from bot.services.doors.addresses import note_organisation, whose
from bot.services.journal import keeping
from bot.services.leaving import departures
from bot.services.letters import closing
from bot.services.organisations import gate
from bot.services.route import Route
from bot.services.routes import ACTIONS, ASKS_BOARD, COMMANDS, HELP_NOW, START, TALK, TOLD
from bot.surface.audience import Home
from bot.surface.card import Card
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    DirectMessage,
    FileBrought,
    FileGiven,
    FormDismissed,
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
from bot.surface.outcome import QUIET, Outcome, Refuse, Show, answer
from bot.surface.refs import ActionRef
from bot.surface.text import shown

WRITES_WITHIN = 2.0
"""Seconds in which an event that writes is committed, or says that it was not (Slack allows three)."""
READS_WITHIN = 10.0
"""Seconds in which an event that only reads is answered. Long, since a surface shows that it takes a moment
where one has passed: a look through many pages comes late rather than not at all."""

_log = logging.getLogger(__name__)


_NO_REF = ActionRef(action="none")
_NOWHERE = Route(handler=onboarding.start)
"""Before it is known what an event asks for: nothing was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meant:
    """What an event asks for."""

    route: Route
    ref: ActionRef = _NO_REF
    words: str = field(default="", repr=False)


class Router:
    """Hears every event of every surface."""

    def __init__(
        self, desk: Desk, changed: Callable[[], None], cut_off: Callable[[], None] | None = None
    ) -> None:
        """Work at `desk`; `changed` is called after each commit, so that time may pass differently.

        `cut_off` is called where an erasing may have destroyed a key and could not remove the rows.
        """
        self._desk = desk
        self._changed = changed
        self._cut_off = cut_off or changed

    async def hear(self, event: InboundEvent) -> Outcome:
        """Return what to answer. What goes wrong comes back as a sentence, and nothing is half done.

        Raises:
            NotSaved: of a `PersonChanged` or `PersonLeft`, which nobody waits to hear a sentence about.
        """
        route = _NOWHERE
        try:
            meant = self._meant(event)
            if isinstance(meant, Outcome):
                return meant
            route = meant.route
            outcome = await self._run(event, meant)
            return await asyncio.to_thread(outcome.unmade) if outcome.unmade else outcome
        except RefError:
            return _trouble(event, trouble.not_yours())
        except NotSaved as problem:
            if isinstance(event, PersonChanged | PersonLeft):
                raise
            card, at_field = _not_saved(problem, route)
            return _trouble(event, self._unfinished(route) or card, at_field=at_field)
        except KeyProblem as problem:
            return _trouble(event, trouble.stays_closed(problem.sentence))
        except Exception as fault:  # noqa: BLE001 - the one net: a surface must answer, the fault is logged by type
            _log.error("a handler failed: %s at %s", type(fault).__name__, place_of(fault))
            return _trouble(event, self._unfinished(route) or trouble.broken())

    def _unfinished(self, route: Route) -> Card | None:
        """Return what a route says of its own where something may have changed although it was cut off."""
        if route.unfinished is None:
            return None
        self._cut_off()
        return route.unfinished()

    async def _run(self, event: InboundEvent, meant: _Meant) -> Outcome:
        """Look first wherever there may be nothing to write, and write where there is."""
        route = meant.route
        within = route.within or (WRITES_WITHIN if route.writes else READS_WITHIN)
        if not route.writes or route.first is not None:
            look = partial(self._look, event=event, meant=meant)
            outcome = await self._desk.store.run(look, writes=False, within=within)
            if outcome is not None:
                return outcome
        work = partial(self._work, event=event, meant=meant)
        self._desk.crash.passing("before_hearing")
        outcome = await self._desk.store.run(work, within=within)
        self._desk.crash.passing("before_answer")
        self._changed()
        return outcome

    def _look(self, unit: Unit, event: InboundEvent, meant: _Meant) -> Outcome | None:
        """Answer what only reads; None where something is to be written."""
        turn = self._turn(unit, event, meant)
        if (refusal := gate.refused(turn, meant.route.roles)) is not None:
            return refusal
        if departures.is_back(turn) or reach.has_word(turn) or closing.has_word(turn):
            return None
        if meant.route.first is not None:
            return meant.route.first(turn)
        return _answered(turn, meant.route)

    def _work(self, unit: Unit, event: InboundEvent, meant: _Meant) -> Outcome:
        """Answer what writes, once; and let who was gone from their platform be back."""
        turn, route = self._turn(unit, event, meant), meant.route
        if (refusal := gate.refused(turn, route.roles)) is not None:
            return refusal
        is_let_in = route.open or _has_said_yes(turn)
        if route.writes and is_let_in and not unit.inbox.take(_digest(self._desk, event), turn.now.date()):
            return QUIET
        if departures.is_back(turn):
            departures.return_by(turn)
        if turn.visitor is not None and _is_news(turn):
            keeping.tell_anew(self._desk, unit, turn.visitor)
        return closing.said_above(turn, reach.said_above(turn, _answered(turn, route)))

    def _turn(self, unit: Unit, event: InboundEvent, meant: _Meant) -> Turn:
        desk = self._desk
        index = desk.index(event.account)
        try:
            visitor = whose(desk, unit, event.account, index)
        except (KeyProblem, KeyAway):
            if meant.route is not HELP_NOW:  # who to call is never kept from anybody
                raise
            visitor = None
        return Turn(
            desk=desk,
            unit=unit,
            event=event,
            now=desk.clock.now(),
            index=index,
            visitor=visitor,
            ref=meant.ref,
            words=meant.words,
        )

    def _meant(self, event: InboundEvent) -> _Meant | Outcome:
        match event:
            case CommandInvoked():
                return self._words(event, event.text)
            case DirectMessage() | MessageEdited() | MessageDeleted() | FileBrought():
                return _Meant(route=TALK[type(event)])
            case ActionPressed() | OptionChosen() | ScaleAnswered() | FormSubmitted():
                ref = self._desk.refs.unpack(event.ref, event.account, event.place)
                if ref.action == "command":
                    return self._words(event, ref.arg.replace("+", " "))
                return _Meant(route=ACTIONS.get(ref.action, START), ref=ref)
            case HomeOpened() | PersonChanged() | PersonLeft() | FileGiven():
                return _Meant(route=TOLD[type(event)])
            case FormDismissed():
                return QUIET
            case _:
                assert_never(event)

    def _words(self, event: InboundEvent, text: str) -> _Meant | Outcome:
        words = text.strip().split()
        if not words:
            return _Meant(route=START)
        for count in (2, 1):
            name = " ".join(words[:count]).lower()
            route = COMMANDS.get(name)
            if route is not None and (len(words) <= count or route.words):
                return _Meant(route=route, words="".join(text.split(maxsplit=count)[count:]).strip())
        if asks_board(text):
            return _Meant(route=ASKS_BOARD, words=text)
        typed = " ".join(words).lower()
        near = get_close_matches(typed, COMMANDS, n=1) or get_close_matches(words[0].lower(), COMMANDS, n=1)
        mint = self._desk.mint(event.account)
        return answer(help_cards.unknown(mint, _mistyped(words, near), near[0] if near else None))


def _mistyped(words: Sequence[str], near: Sequence[str]) -> str:
    """Return as much of a line as was meant to be a command: what follows may be somebody's own words."""
    meant = near[0].split() if near else []
    is_second = (
        len(meant) > 1 and bool(get_close_matches(words[1].lower(), meant[1:])) if words[1:] else False
    )
    return shown(" ".join(words[: 1 + is_second])[:40])


def _is_news(turn: Turn) -> bool:
    """Whether it is only known from this event on of which organisation somebody's account is."""
    event = turn.event
    return note_organisation(turn.desk, turn.unit, event.account, turn.index, event.organisation)


def _has_said_yes(turn: Turn) -> bool:
    return turn.visitor is not None and turn.visitor.has_said_yes


def _answered(turn: Turn, route: Route) -> Outcome:
    """Let a use case answer; without a yes only those that are open do, and words stay with their writer."""
    if route.open or _has_said_yes(turn):
        return route.handler(turn)
    if isinstance(turn.event, FormSubmitted):
        return _refused(turn.event, trouble.NO_YES)
    return onboarding.ask_consent(turn)


def _digest(desk: Desk, event: InboundEvent) -> bytes:
    account = event.account
    return desk.vault.digest("inbox", account.surface, account.workspace, event.event_id)


def _not_saved(problem: NotSaved, route: Route) -> tuple[Card, str]:
    """Return what is said, and what is said at the field of a form."""
    if isinstance(problem, MaybeSaved):
        return trouble.maybe_saved(), trouble.MAYBE_SAVED
    return trouble.not_saved() if route.writes else trouble.not_now(), journal_cards.NOT_SAVED


def _trouble(event: InboundEvent, card: Card, at_field: str | None = None) -> Outcome:
    """Answer with a card; a form stays open instead, with the words in it and a sentence at its field.

    Where a platform only tells of somebody, nobody waits to hear of it, and told again it would fail again; a
    file that could not be noted is not handed over, and that is told.
    """
    match event:
        case FormSubmitted():
            return _refused(event, at_field or card.text)
        case HomeOpened():
            return Outcome(first=Show(card=card, audience=Home()))
        case PersonChanged() | PersonLeft():
            return QUIET
        case _:
            return answer(card)


def _refused(event: FormSubmitted, sentence: str) -> Outcome:
    field = next(iter(event.values), journal_cards.FIELD)
    return Outcome(first=Refuse(errors={field: sentence}))
