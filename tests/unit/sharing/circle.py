"""A small circle for tests: it takes a text by `write`, asks what is to be asked, and posts it to a list.

It calls the services as a real one will, with routes of its own beside the house's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pytest

from bot.domain.sharing import Hold, Release
from bot.services import router
from bot.services.cards.holding import HoldControls
from bot.services.cards.plain import plain
from bot.services.cards.sharing import ChoiceControls
from bot.services.desk import Handler, Turn
from bot.services.journal import drafts
from bot.services.journal.drafts import Held
from bot.services.route import Route, looks, writes
from bot.services.routes import ACTIONS, COMMANDS
from bot.services.sharing import choosing, holding
from bot.services.sharing.proposals import Agreed, Proposal
from bot.surface.card import Card
from bot.surface.form import Form, TextField
from bot.surface.outcome import Open, Outcome, answer
from bot.surface.text import kept

CHOICE = ChoiceControls(
    masked="circle.masked",
    edit="circle.edit",
    as_it_is="circle.as_it_is",
    drop="circle.drop",
    about="circle.about",
)
HOLD = HoldControls(
    facilitator_named="circle.fac_named",
    facilitator_unnamed="circle.fac_unnamed",
    by_name="circle.by_name",
    edit="circle.edit",
    withdraw="circle.drop",
    about="circle.held_about",
)
WAYS = {
    HOLD.facilitator_named: "facilitator",
    HOLD.facilitator_unnamed: "facilitator, no name",
    HOLD.by_name: "name",
}


class Circle:
    """What others read of it is `posted`, each with the way by which it came."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Stand beside the routes of the house, until the test is over."""
        self.posted: list[tuple[str, str]] = []
        self.let_be: Collection[str] = ()
        self.is_slow = False
        """What is sent is kept, and its question is still on the way: an older card is pressed meanwhile."""
        monkeypatch.setattr(router, "COMMANDS", {**COMMANDS, "write": looks(_write)})
        monkeypatch.setattr(router, "ACTIONS", {**ACTIONS, **self._routes()})

    def _routes(self) -> Mapping[str, Route]:
        return {
            "circle.send": writes(self._send),
            CHOICE.masked: writes(self._chosen(is_masked=True)),
            CHOICE.as_it_is: writes(self._chosen(is_masked=False)),
            CHOICE.edit: looks(self._edit),
            CHOICE.drop: writes(self._drop),
            CHOICE.about: looks(lambda turn: choosing.about(turn, self._waiting(turn), CHOICE)),
            HOLD.about: looks(lambda turn: holding.about(turn, self._waiting(turn), HOLD)),
            **{name: writes(self._taken(way)) for name, way in WAYS.items()},
        }

    def _send(self, turn: Turn) -> Outcome:
        drafts.hold(turn, turn.subject, Held(text=kept(turn.typed["text"])))
        if self.is_slow:
            return answer(_thanks())
        question = choosing.ask(turn, self._waiting(turn), CHOICE)
        return question or self._release(turn, after_choice=False)

    def _chosen(self, *, is_masked: bool) -> Handler:
        def take(turn: Turn) -> Outcome:
            said = choosing.agreed(turn, self._waiting(turn), CHOICE, is_masked=is_masked)
            if not isinstance(said, Agreed):
                return said
            drafts.hold(turn, turn.subject, Held(text=said.text))
            return self._release(turn, after_choice=True)

        return take

    def _release(self, turn: Turn, *, after_choice: bool) -> Outcome:
        waiting = self._waiting(turn)
        match holding.decide(waiting.words):
            case Hold() as hold:
                return holding.show(turn, waiting, HOLD, hold)
            case Release():
                self._post(turn, "no name", waiting.words)
                return holding.released(turn, waiting, answer(_thanks()), after_choice=after_choice)

    def _taken(self, way: str) -> Handler:
        def take(turn: Turn) -> Outcome:
            said = holding.agreed(turn, self._waiting(turn), HOLD)
            if not isinstance(said, Agreed):
                return said
            self._post(turn, way, said.text)
            return answer(_thanks())

        return take

    def _post(self, turn: Turn, way: str, text: str) -> None:
        drafts.let_go(turn, turn.subject)
        self.posted.append((way, text))

    def _edit(self, turn: Turn) -> Outcome:
        return Outcome(
            first=Open(form=_form(turn.mint("circle.send", turn.subject), self._waiting(turn).words))
        )

    def _drop(self, turn: Turn) -> Outcome:
        drafts.let_go(turn, turn.subject)
        return answer(plain("circle.dropped", "It goes nowhere."))

    def _waiting(self, turn: Turn) -> Proposal:
        draft = turn.own(turn.unit.journal.draft(turn.subject))
        assert draft is not None
        return Proposal(row=draft.id, text=drafts.read_draft(turn, draft).text, let_be=self.let_be)


def _write(turn: Turn) -> Outcome:
    return Outcome(first=Open(form=_form(turn.mint("circle.send", turn.desk.chance.new_id()), "")))


def _form(ref: str, text: str) -> Form:
    field = TextField(name="text", label="For the circle", value=text, long=True, limit=4_000)
    return Form(text_id="circle.form", ref=ref, name="circle", title="Without your name", fields=(field,))


def _thanks() -> Card:
    return plain("circle.thanks", "It is on its way.")
