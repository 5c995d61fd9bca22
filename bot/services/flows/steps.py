"""The steps of a flow, answered: a choice, a scale, a pass, or words from a form."""

from __future__ import annotations

from datetime import date

from bot.domain.dates import day_meant
from bot.domain.flow_answers import Answer, Planned, may_skip, takes
from bot.domain.flow_runs import FlowRun, answered, answered_again, on_way, told_to
from bot.domain.flow_walk import text_of
from bot.domain.flows import (
    ChoiceStep,
    DateStep,
    EndStep,
    MultiStep,
    PlanStep,
    Route,
    SayStep,
    ScaleStep,
    Step,
    TextStep,
)
from bot.domain.journal import DRAFT_MAX
from bot.errors import BadInput
from bot.services.cards import flow_ends as end_cards
from bot.services.cards import flow_steps as cards
from bot.services.cards import journal as journal_cards
from bot.services.cards.flows import closed
from bot.services.cards.when import DAY
from bot.services.desk import Turn
from bot.services.flows import ends as flow_ends
from bot.services.flows.runs import draft_id, entry_id, find_run, write_run
from bot.services.flows.standing import Place, arrive, beside, earlier, meet, meet_at_step
from bot.services.journal import drafts
from bot.services.journal.drafts import Held
from bot.services.journal.entries import read_entry
from bot.services.support import danger
from bot.surface.inbound import OptionChosen, ScaleAnswered
from bot.surface.outcome import Open, Outcome, Refuse, answer
from bot.surface.text import kept

_Errors = dict[str, str]


def choose_way(turn: Turn) -> Outcome:
    """Take the short way or the long one, and ask the first question."""
    place = meet(turn)
    if isinstance(place, Outcome):
        return place
    if place.run.route is not None:
        return earlier(turn, place)
    run = on_way(place.flow, place.run, Route(turn.ref.arg), turn.now)
    return answer(arrive(turn, place.flow, run))


def take(turn: Turn) -> Outcome:
    """Take what was chosen among answers or on a scale, and go on."""
    place = meet_at_step(turn)
    if isinstance(place, Outcome):
        return place
    step, chosen = place.flow.step(place.run.step), _chosen(turn, place)
    if isinstance(step, ChoiceStep | MultiStep | ScaleStep) and takes(step, chosen):
        return _go_on(turn, place, chosen)
    lead = (cards.NEEDED,) if chosen is None else ()
    return answer(arrive(turn, place.flow, place.run, lead))


def pass_by(turn: Turn) -> Outcome:
    """Take a pass: a full answer, where the way does not need another."""
    place = meet_at_step(turn)
    if isinstance(place, Outcome):
        return place
    if not may_skip(place.flow.step(place.run.step)):
        return answer(arrive(turn, place.flow, place.run, (cards.NEEDED,)))
    return _go_on(turn, place, None)


def write(turn: Turn) -> Outcome:
    """Open the form of the present step. The first one of a run asks for no names."""
    place = meet_at_step(turn)
    if isinstance(place, Outcome):
        return place
    flow, run = place.flow, place.run
    step = flow.step(run.step)
    if not isinstance(step, TextStep | DateStep | PlanStep):
        return earlier(turn, place)
    written = (flow.step(given.step) for given in run.given if given.value is not None)
    is_first = not any(isinstance(one, TextStep | PlanStep) for one in written)
    question = text_of(step, run.route or Route.LONG) or ""
    ref = turn.mint("flow.save", run.id, step.id)
    waiting = turn.unit.journal.draft(draft_id(run.id, step.id))
    text = drafts.read_draft(turn, waiting).words if waiting else ""
    return Outcome(first=Open(form=cards.form(ref, flow, step, question, text=text, is_first=is_first)))


def save(turn: Turn) -> Outcome:
    """Take what was written. The form of an earlier step, sent again, writes that step again."""
    if find_run(turn.desk, turn.unit, turn.person, turn.subject) is None:
        return _too_late(turn)
    place = meet(turn)
    if isinstance(place, Outcome):  # the flow is another by now
        return Outcome(first=Refuse(errors={_field(turn): cards.CLOSED_WORDS}))
    flow, run, step_id = place.flow, place.run, turn.ref.arg
    if step_id != run.step and step_id not in {given.step for given in run.given}:
        return Outcome(first=Refuse(errors={_field(turn): cards.CLOSED_WORDS}))
    step = flow.step(step_id)
    if too_long := _too_long(turn, step):
        held = _held(turn, step, run)
        return drafts.hold_refused(turn, draft_id(run.id, step_id), held, too_long)
    read = _read(turn, step)
    if isinstance(read, dict):
        return Outcome(first=Refuse(errors=read))
    drafts.let_go(turn, draft_id(run.id, step_id))
    outcome = _go_on(turn, place, read) if step_id == run.step else _again(turn, place, read)
    text = read.text if isinstance(read, Planned) else read
    return danger.above(turn, text, outcome) if isinstance(text, str) else outcome


def _go_on(turn: Turn, place: Place, given: Answer) -> Outcome:
    """Go on to the next step; where that only keeps the place, the question stays the present one."""
    moved = answered(place.flow, place.run, given, turn.now)
    end = place.flow.step(moved.step)
    if isinstance(end, EndStep) and end.keeps_place:
        write_run(turn, place.run)
        above = cards.said(beside(turn), told_to(place.flow, moved), moved)
        return answer(end_cards.place_kept(turn.mint, place.run, end, above))
    return answer(arrive(turn, place.flow, moved))


def _again(turn: Turn, place: Place, given: Answer) -> Outcome:
    """Write an earlier step again, in the entry too where there is one by now; the run stays where it is."""
    run = answered_again(place.flow, place.run, turn.ref.arg, given)
    if run.is_settled:
        flow_ends.keep_entry(turn, run, flow_ends.KEEPS_ALL, flow_ends.end_of(place.flow, run).state)
    return answer(arrive(turn, place.flow, run, (cards.KEPT_THERE,)))


def _too_late(turn: Turn) -> Outcome:
    """Answer a form whose run has ended: what is in the entry is saved, anything else stays in the form."""
    entry = turn.unit.journal.get(entry_id(turn.subject))
    page = read_entry(turn.desk, turn.person, entry) if entry else None
    words = kept(turn.typed.get(cards.TEXT, "")).strip()
    if not words:
        return answer(closed())
    if page is not None and words in f"{page.text}\n{page.scene}":
        return answer(end_cards.kept())
    return Outcome(first=Refuse(errors={cards.TEXT: cards.CLOSED_WORDS}))


def _chosen(turn: Turn, place: Place) -> Answer:
    step = place.flow.step(place.run.step)
    match turn.event:
        case OptionChosen(values=values) if isinstance(step, ChoiceStep) and len(values) == 1:
            return values[0]
        case OptionChosen(values=values):
            return values or None
        case ScaleAnswered(value=value):
            return value
        case _:
            return None


def _field(turn: Turn) -> str:
    return cards.TEXT if cards.TEXT in turn.typed else DAY


def _read(turn: Turn, step: Step) -> Answer | _Errors:
    """Return the answer that a form holds, or a sentence for each field that cannot be taken."""
    text, day = _text(turn), turn.typed.get(DAY, "").strip()
    refused = _refused(text)
    match step:
        case TextStep():
            return refused or text
        case DateStep():
            return _day(day, None, turn.today)
        case PlanStep():
            by = _day(day, turn.today, turn.today) if day else None
            errors = refused | (by if isinstance(by, dict) else {})
            return errors or Planned(text=text.strip(), by=by if isinstance(by, date) else None)
        case ChoiceStep() | MultiStep() | ScaleStep() | SayStep() | EndStep():
            return {_field(turn): cards.CLOSED_WORDS}


def _text(turn: Turn) -> str:
    return kept(turn.typed.get(cards.TEXT, ""))


def _held(turn: Turn, step: Step, run: FlowRun) -> Held:
    """Return the draft of a text that its step cannot hold: a scene stays one, and goes as one."""
    question, text = text_of(step, run.route or Route.LONG) or "", _text(turn)
    if isinstance(step, TextStep) and step.scene:
        return Held(text="", scene=text, question=question, source=run.title)
    return Held(text=text, question=question, source=run.title)


def _refused(text: str) -> _Errors:
    """Return the sentence for a text that cannot be kept at all; nothing where it can."""
    if not text.strip():
        return {cards.TEXT: cards.EMPTY}
    return {cards.TEXT: journal_cards.far_too_long(len(text))} if len(text) > DRAFT_MAX else {}


def _too_long(turn: Turn, step: Step) -> _Errors:
    """Return the sentence for a text that its step cannot hold, and a draft can; nothing where it can."""
    length, limit = len(_text(turn)), cards.longest_of(step)
    if not limit < length <= DRAFT_MAX:
        return {}
    return {cards.TEXT: journal_cards.too_long(length, "this one", limit)}


def _day(typed: str, earliest: date | None, today: date) -> date | _Errors:
    try:
        day = day_meant(typed, today)
    except BadInput as problem:
        return {DAY: problem.sentence}
    return {DAY: cards.PAST_DAY} if earliest is not None and day < earliest else day
