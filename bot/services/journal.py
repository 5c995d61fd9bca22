"""The journal: opening a page, keeping words, and reading them back to their writer alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid5

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.checkins import Run, RunState
from bot.domain.journal import DRAFT_KEPT_DAYS, DRAFT_MAX, ENTRY_MAX, Draft, Page
from bot.domain.prompts import Prompt
from bot.ports.vault import Cell
from bot.services.cards import journal as cards
from bot.services.desk import Turn
from bot.services.entries import read_entry, write_entry
from bot.services.runs import asking_if_open, with_asking
from bot.services.sealing import Body, seal, unseal
from bot.surface.audience import Reading
from bot.surface.inbound import DirectMessage, FormSubmitted
from bot.surface.outcome import QUIET, Open, Outcome, Refuse, Replace, Show, answer
from bot.surface.text import kept


def write(turn: Turn) -> Outcome:
    """Open a page: with the words after the command, or with a draft that waits, or empty."""
    drafts = () if turn.words else turn.unit.journal.drafts(turn.person.id)
    if drafts:
        return _open_draft(turn, drafts[0])
    ref = turn.mint("entry.save", turn.desk.chance.new_id())
    return Outcome(first=Open(form=cards.writing(ref, value=turn.words)))


def open_for_run(turn: Turn, run: Run, prompt: Prompt | None, place: int = 0) -> Outcome:
    """Open a page under a question of a run. Its ref names the entry: pressing twice writes one."""
    nonce = turn.desk.chance.new_id().hex[:12]
    ref = turn.mint("checkin.save", run.id, f"{place}.{nonce}")
    return Outcome(first=Open(form=cards.writing(ref, prompt.text if prompt else "")))


def save(turn: Turn) -> Outcome:
    """Keep what was written on a free page."""
    return _save(turn, turn.subject, question="")


def save_for_run(turn: Turn) -> Outcome:
    """Keep what was written to a check-in. A late one is kept too: words are never lost."""
    run = turn.unit.runs.get(turn.subject)
    asking = asking_if_open(turn.desk, run) if run else None
    place = int(turn.ref.arg.rpartition(".")[0] or 0)
    asked = asking.at(place) if asking else None
    prompt = turn.desk.catalogue.prompt(asked.prompt) if asked and asked.prompt else None
    outcome = _save(turn, uuid5(turn.subject, turn.ref.arg), question=prompt.text if prompt else "")
    is_kept = not isinstance(outcome.first, Refuse)
    if run and asking and asked and run.takes_answers and is_kept:
        written = asking.answered(place, replace(asked.answer, written=True))
        state = (
            run.state if place else RunState.ANSWERED
        )  # words to what came beside leave the check-in as it is
        turn.unit.runs.put(replace(with_asking(turn.desk, run, written), state=state))
    return outcome


def save_draft(turn: Turn) -> Outcome:
    """Keep a draft's words as an entry; the draft goes with it."""
    draft, entry = turn.unit.journal.draft(turn.subject), uuid5(turn.subject, "entry")
    kept_before = turn.unit.journal.get(entry)
    question = ""
    if draft is not None:
        question = _opened(turn, draft)["question"]
    elif kept_before is not None:
        question = read_entry(turn.desk, turn.person, kept_before).question
    outcome = _save(turn, entry, question=question, draft=turn.subject)
    if not isinstance(outcome.first, Refuse):
        _drop(turn, turn.subject)
    return outcome


def typed(turn: Turn) -> Outcome:
    """Hold words that were typed where no form was open, and ask whether to keep them."""
    text = kept(turn.event.text) if isinstance(turn.event, DirectMessage) else ""
    if not text.strip():
        return QUIET  # a picture alone, say
    if len(text) > DRAFT_MAX:
        return answer(cards.much_too_long(len(text), DRAFT_MAX))
    draft = turn.desk.chance.new_id()
    _hold(turn, draft, text, question="")
    return answer(cards.typed(turn.mint, draft, hosted=turn.capabilities.hosted))


def open_draft(turn: Turn) -> Outcome:
    """Open the page of a draft."""
    draft = turn.unit.journal.draft(turn.subject)
    return _open_draft(turn, draft) if draft else answer(cards.draft_gone())


def drop_draft(turn: Turn) -> Outcome:
    """Let a draft go. One that became an entry meanwhile is gone as a draft, and the entry stays."""
    if turn.unit.journal.draft(turn.subject) is None:
        return answer(cards.draft_gone())
    _drop(turn, turn.subject)
    return Outcome(first=Replace(card=cards.dropped()))


def last(turn: Turn) -> Outcome:
    """Read the last entry back to its writer, where no message remains."""
    entry = turn.unit.journal.last(turn.person.id)
    if entry is None:
        return answer(cards.nothing_yet())
    page = read_entry(turn.desk, turn.person, entry)
    card = cards.last(entry.day, turn.today, page.question, page.text)
    reading = Reading(to=turn.event.account, handle=turn.event.handle)
    return Outcome(first=Show(card=card, audience=reading))


def _save(turn: Turn, entry: UUID, *, question: str, draft: UUID | None = None) -> Outcome:
    values = turn.event.values if isinstance(turn.event, FormSubmitted) else {}
    text = kept(values.get(cards.FIELD, ""))
    if not text.strip():
        return _refused(cards.EMPTY)
    if len(text) > DRAFT_MAX:
        return _refused(cards.far_too_long(len(text), DRAFT_MAX))
    draft = draft or uuid5(entry, "draft")
    if len(text) > ENTRY_MAX:
        _hold(turn, draft, text, question)
        return _refused(cards.too_long(len(text)))
    page = Page(text=text, at=turn.now, question=question)
    write_entry(turn.desk, turn.unit, turn.person, entry, page)
    _drop(turn, draft)
    return answer(cards.saved())


def _refused(sentence: str) -> Outcome:
    return Outcome(first=Refuse(errors={cards.FIELD: sentence}))


def _draft_cell(turn: Turn, draft: UUID) -> Cell:
    return Cell(person=turn.person.id, table="drafts", row=draft, column="sealed")


def _opened(turn: Turn, draft: Draft) -> Body:
    return unseal(turn.desk.vault, _draft_cell(turn, draft.id), draft.sealed)


def _open_draft(turn: Turn, draft: Draft) -> Outcome:
    opened = _opened(turn, draft)
    ref = turn.mint("draft.save", draft.id)
    return Outcome(first=Open(form=cards.writing(ref, opened["question"], opened["text"])))


def _hold(turn: Turn, draft: UUID, text: str, question: str) -> None:
    sealed = seal(turn.desk.vault, _draft_cell(turn, draft), {"text": text, "question": question})
    turn.unit.journal.put_draft(Draft(id=draft, person=turn.person.id, sealed=sealed))
    turn.unit.agenda.remove_for(draft)
    turn.unit.agenda.put(
        AgendaRow(
            id=turn.desk.chance.new_id(),
            kind=AgendaKind.DRAFT_ENDS,
            owner=turn.person.id,
            ref=draft,
            due_at=turn.now + timedelta(days=DRAFT_KEPT_DAYS),
        )
    )


def _drop(turn: Turn, draft: UUID) -> None:
    turn.unit.journal.drop_draft(draft)
    turn.unit.agenda.remove_for(draft)
