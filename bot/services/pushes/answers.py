"""How a learner answers what a course asks: kept as a page of their own notebook, and for nobody else.

The course itself knows that a push was answered, not how; but for a tap that a figure about the group is
still to be made of, until that closes (docs/suppression.md).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from bot.domain.courses.course import Course, Does, Push
from bot.domain.courses.windows import is_open
from bot.domain.journal import ENTRY_MAX, Entry, Page
from bot.services.cards.checkin import OWN_WORDS
from bot.services.cards.courses import pushes as cards
from bot.services.courses import learners as kept
from bot.services.courses import pages as cohorts
from bot.services.courses import shown
from bot.services.courses.pages import cohort_of
from bot.services.courses.reviewed import is_signed
from bot.services.desk import Turn
from bot.services.flows import beginning as flows
from bot.services.flows.runs import open_run
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page as CoursePage
from bot.services.journal import drafts
from bot.services.journal.drafts import Held
from bot.services.journal.entries import draft_of, read_entry, remove_entry, write_entry
from bot.services.journal.journal import keep_typed
from bot.surface.inbound import OptionChosen, ScaleAnswered
from bot.surface.outcome import Open, Outcome, Refuse, Replace, answer

_BREAK = "\n\n"
_RUNS = 8
"""Runs of one push's flow that the course finds again; a further one is a page of the journal alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A push that a control is about, in the course of who pressed it."""

    page: CoursePage
    course: Course
    member: Member
    push: Push


def entry_of(member: UUID, push_id: str) -> UUID:
    """Return which page of their notebook a learner's answer to a push is."""
    return uuid5(member, push_id)


def flow_pages(member: UUID, push: Push) -> Sequence[UUID]:
    """Return which pages of their notebook a learner's runs of a push's flow may be, the first run first."""
    entry = entry_of(member, push.id)
    return [uuid5(entry, f"flow.{n}") for n in range(_RUNS)] if push.does is Does.FLOW else []


def write(turn: Turn) -> Outcome:
    """Open the page of an answer, with what stands there already."""
    asked = _asked(turn)
    return _open(turn, asked) if asked else answer(cards.gone())


def save(turn: Turn) -> Outcome:
    """Keep what was written. Words are never lost: also where the course is over meanwhile."""
    asked = _asked(turn)
    entry = _entry_here(turn, asked.push.id if asked else turn.ref.arg)
    asked = _afresh(turn, asked) if asked else None
    outcome = keep_typed(turn, entry, draft=draft_of(entry), about=_held(asked))
    if asked is not None and not isinstance(outcome.first, Refuse):
        _note(turn, asked)
    return outcome


def respond(turn: Turn) -> Outcome:
    """Take a tap: it becomes a page, and takes the place of the one before. Own words open that page."""
    asked = _asked(turn)
    if asked is None:
        return answer(cards.gone())
    asked = _afresh(turn, asked)
    match turn.event:
        case ScaleAnswered(value=step) if asked.push.does is Does.SCALE:
            return _rate(turn, asked, step)
        case OptionChosen(values=names) if asked.push.does in {Does.CHOICE, Does.MULTI}:
            return _choose(turn, asked, names)
        case _:
            return answer(cards.gone())


def begin_flow(turn: Turn) -> Outcome:
    """Begin the flow that a push names, where no message remains. In the middle of another it waits."""
    asked = _asked(turn)
    if asked is None or asked.push.does is not Does.FLOW:
        return answer(cards.gone())
    pages = flow_pages(asked.member.id, asked.push)
    free = next((each for each in pages if turn.unit.journal.get(each) is None), None)
    outcome = flows.start_for(turn, asked.push.flow, free)
    run = open_run(turn.desk, turn.unit, turn.person)
    if run is not None and run.flow == asked.push.flow:
        _note(turn, asked)
    return outcome


def read(turn: Turn) -> Outcome:
    """Take that somebody read what there was to read."""
    asked = _asked(turn)
    if asked is None:
        return answer(cards.gone())
    _note(turn, asked)
    return _noted(turn, asked)


def pass_by(_turn: Turn) -> Outcome:
    """Take a "Not now": a full answer, and nothing asks again. It is not kept."""
    return Outcome(first=Replace(card=cards.passed()))


def no_checkins(_turn: Turn) -> Outcome:
    """Take the no to daily check-ins; they are offered once."""
    return Outcome(first=Replace(card=cards.passed()))


def _rate(turn: Turn, asked: Asked, step: int | None) -> Outcome:
    """Keep a step; "not now" takes the one before back, and where there is none it is the answer."""
    if step is None:
        if asked.push.id not in kept.learner_of(asked.member).done:
            return pass_by(turn)
        _take_back(turn, asked)
        return _noted(turn, asked, noted=False)
    if not cards.LOW <= step <= cards.HIGH:
        return answer(cards.gone())
    _keep_tap(turn, asked, cards.rated(asked.push, step))
    _note(turn, asked, step)
    return _noted(turn, asked)


def _choose(turn: Turn, asked: Asked, names: tuple[str, ...]) -> Outcome:
    push = asked.push
    own = {OWN_WORDS} if push.own_words else set()
    is_too_many = push.does is Does.CHOICE and len(names) > 1
    if not names or is_too_many or not {option.name for option in push.options} | own >= set(names):
        return answer(cards.gone())
    taken = tuple(name for name in names if name != OWN_WORDS)
    if taken:
        _keep_tap(turn, asked, cards.chosen(push, taken))
        _note(turn, asked, taken[0])
    return _open(turn, asked) if OWN_WORDS in names else _noted(turn, asked)


def _asked(turn: Turn) -> Asked | None:
    """Return what a control is about; None where it is in the course no more, or who acts is not."""
    held = turn.unit.gatherings.member(turn.subject)
    page = cohorts.get(turn.desk, turn.unit, held.gathering) if held else None
    member = kept.here(turn, page) if page else None
    if page is None or member is None or member.id != turn.subject or not kept.is_learner(member):
        return None
    course = cohort_of(page).course
    push = next((each for each in course.pushes if cards.word_for(each.id) == turn.ref.arg), None)
    return Asked(page=page, course=course, member=member, push=push) if push else None


def _afresh(turn: Turn, asked: Asked) -> Asked:
    """Return it once no copy is shown of a page of this answer that its writer deleted."""
    entry = _entry_here(turn, asked.push.id)
    return replace(asked, member=shown.take_back_gone(turn, asked.page, asked.member, entry))


def _open(turn: Turn, asked: Asked) -> Outcome:
    """Open the page of an answer. Pressing twice writes one."""
    before = _page_of(turn, asked)
    ref = turn.mint("push.save", asked.member.id, cards.word_for(asked.push.id))
    held = replace(_held(asked), text=before[1].text, scene=before[1].scene) if before else _held(asked)
    return Outcome(first=Open(form=drafts.page(turn, ref, held)))


def _held(asked: Asked | None) -> Held:
    return Held(text="", question=asked.push.text, source=asked.course.title) if asked else Held(text="")


def _entry_here(turn: Turn, push_id: str) -> UUID:
    """Return the page of an answer; another, where that is in the notebook that this account had before."""
    entry = entry_of(turn.subject, push_id)
    held = turn.unit.journal.get(entry)
    return entry if held is None or turn.own(held) else uuid5(entry, turn.person.id.hex)


def _page_of(turn: Turn, asked: Asked) -> tuple[Entry, Page] | None:
    """Return what stands on the page of an answer; None where there is none, or it was deleted."""
    entry = turn.unit.journal.get(_entry_here(turn, asked.push.id))
    return (entry, read_entry(turn.desk, turn.person, entry)) if entry else None


def _keep_tap(turn: Turn, asked: Asked, said: str) -> None:
    """Keep what was tapped on the page of the answer, above whatever its writer wrote there."""
    before = _page_of(turn, asked)
    if before is None:
        held = _held(asked)
        page, entry = Page(text=said, at=turn.now, question=held.question, source=held.source), None
    else:
        entry, page = before
        page = replace(page, text=_above(asked.push, said, page.text))
    if len(page.text) <= ENTRY_MAX:
        id_ = entry.id if entry else _entry_here(turn, asked.push.id)
        write_entry(turn.desk, turn.unit, turn.person, id_, page, before=entry)


def _take_back(turn: Turn, asked: Asked) -> None:
    """Let a tap be as if it never was; what its writer wrote below it stays, and is an answer still."""
    before = _page_of(turn, asked)
    words = _above(asked.push, "", before[1].text) if before else ""
    if before and words:
        page = replace(before[1], text=words)
        write_entry(turn.desk, turn.unit, turn.person, before[0].id, page, before=before[0])
    elif before:
        remove_entry(turn.unit, before[0].id)
    _note(turn, _afresh(turn, asked), done=bool(words))


def _above(push: Push, said: str, text: str) -> str:
    """Return a text with the tap of now in place of the one before; words that were written stay."""
    first, _, rest = text.partition(_BREAK)
    words = rest if _is_tap(push, first) else text
    return _BREAK.join(filter(None, (said, words)))


def _is_tap(push: Push, line: str) -> bool:
    if push.does is Does.SCALE:
        return any(line == cards.rated(push, step) for step in range(cards.LOW, cards.HIGH + 1))
    label = "|".join(re.escape(option.label) for option in push.options)
    return re.fullmatch(f"(?:{label})(?:, (?:{label}))*", line) is not None


def _note(turn: Turn, asked: Asked, tap: str | int | None = None, *, done: bool = True) -> None:
    """Note that a push was answered, and the tap for as long as a figure is to be made of it."""
    learner = kept.learner_of(asked.member)
    answers: Mapping[str, str | int] = {
        push: given for push, given in learner.answers.items() if push != asked.push.id
    }
    if tap is not None and is_open(asked.course, asked.push, turn.now) and not _is_told(asked):
        answers = {**answers, asked.push.id: tap}
    answered = learner.done | {asked.push.id} if done else learner.done - {asked.push.id}
    now = replace(learner, done=answered, answers=answers)
    if now != learner:
        kept.keep_learner(turn.desk, turn.unit, asked.member, now, turn)


def _is_told(asked: Asked) -> bool:
    """Whether the figure of a question was told already: nothing later changes it."""
    return asked.push.id in asked.page.part("figures").get("told", {})


def _noted(turn: Turn, asked: Asked, *, noted: bool = True) -> Outcome:
    clock = (turn.person.zone, turn.now)
    unread = not is_signed(turn.desk, turn.unit, asked.page)
    card = cards.push(turn.mint, asked.member.id, asked.course, asked.push, clock, noted=noted, unread=unread)
    return Outcome(first=Replace(card=card))
