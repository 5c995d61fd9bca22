"""Drafts: words that are not an entry yet, held for some days and never kept by stealth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from bot.domain.agenda import AgendaKind
from bot.domain.journal import DRAFT_KEPT_DAYS, Draft
from bot.ports.vault import Cell
from bot.services.cards import journal as cards
from bot.services.desk import Turn
from bot.services.rhythm.wishes import wishes_of
from bot.services.sealing import Body, seal, unseal
from bot.services.support.danger import signpost
from bot.surface.form import Form
from bot.surface.outcome import Open, Outcome, Refuse, Replace, answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a draft says. `entry` is the entry that it would change; without one it becomes a new one.

    `source` and `state` go along with it to the entry. `message` is the keyed digest of the platform's
    message that it was typed as.
    """

    text: str = field(repr=False)
    scene: str = field(default="", repr=False)
    question: str = ""
    entry: UUID | None = None
    source: str = ""
    state: str = ""
    message: str = ""

    @property
    def words(self) -> str:
        """All that was written."""
        return f"{self.text}\n{self.scene}".strip()


def hold(turn: Turn, draft: UUID, held: Held) -> None:
    """Write a draft, or write it again; its days count from now."""
    turn.unit.journal.put_draft(
        Draft(
            id=draft,
            person=turn.person.id,
            sealed=seal(turn.desk.vault, _cell(turn, draft), _body(held)),
        )
    )
    turn.unit.agenda.remove_for(draft)
    turn.set_due(AgendaKind.DRAFT_ENDS, draft, turn.now + timedelta(days=DRAFT_KEPT_DAYS))


def hold_refused(turn: Turn, draft: UUID, held: Held, errors: Mapping[str, str]) -> Outcome:
    """Hold what is too long for where it was sent, and leave its form open with a sentence at each field."""
    hold(turn, draft, held)
    return Outcome(first=Refuse(errors=errors), then=signpost(turn, held.words))


def read_draft(turn: Turn, draft: Draft) -> Held:
    """Open a draft of who acts.

    Raises:
        KeyGone, Tampered: it stays closed.
    """
    body = unseal(turn.desk.vault, _cell(turn, draft.id), draft.sealed)
    entry = body.pop("entry", None)
    return Held(entry=UUID(entry) if entry else None, **body)


def let_go(turn: Turn, draft: UUID) -> None:
    """Remove a draft of who acts, and the row that would have ended it."""
    if turn.own(turn.unit.journal.draft(draft)) is not None:
        turn.unit.journal.drop_draft(draft)
        turn.unit.agenda.remove_for(draft)


def page(turn: Turn, ref: str, held: Held) -> Form:
    """Return the form that holds these words."""
    days = wishes_of(turn.desk, turn.unit, turn.person).scene_days
    return cards.writing(ref, held.question, text=held.text, scene=held.scene, scene_days=days)


def open_page(turn: Turn, draft: Draft) -> Outcome:
    """Open the page of a draft; one that changes an entry is sent as that change."""
    held = read_draft(turn, draft)
    ref = turn.mint("entry.change", held.entry) if held.entry else turn.mint("draft.save", draft.id)
    return Outcome(first=Open(form=page(turn, ref, held)))


def open_draft(turn: Turn) -> Outcome:
    """Open the page of the draft that a control is about."""
    draft = turn.own(turn.unit.journal.draft(turn.subject))
    return open_page(turn, draft) if draft else answer(cards.draft_gone())


def drop_draft(turn: Turn) -> Outcome:
    """Let a draft go. One that became an entry meanwhile is gone as a draft, and the entry stays."""
    if turn.own(turn.unit.journal.draft(turn.subject)) is None:
        return answer(cards.draft_gone())
    let_go(turn, turn.subject)
    return Outcome(first=Replace(card=cards.dropped()))


def _body(held: Held) -> Body:
    """Return what is sealed: what is empty is left out."""
    filled = {
        "scene": held.scene,
        "question": held.question,
        "entry": held.entry.hex if held.entry else "",
        "source": held.source,
        "state": held.state,
        "message": held.message,
    }
    return {"text": held.text} | {name: value for name, value in filled.items() if value}


def _cell(turn: Turn, draft: UUID) -> Cell:
    return Cell(person=turn.person.id, table="drafts", row=draft, column="sealed")
