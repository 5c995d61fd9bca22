"""A learner asks their instructor: what that is and is not comes first, then the form, then a receipt.

Words that can mean danger are answered with who to call before anything is sent, and their writer chooses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from bot.domain.courses.asking import QUESTION_MAX, Asked, State
from bot.errors import KeyProblem
from bot.services.ask_desk import clock
from bot.services.ask_desk.around import Held, around, has_instructor, own, takes_questions
from bot.services.cards.courses import asking as cards
from bot.services.cards.courses import asking_words, plain
from bot.services.cards.courses import joining as joining_cards
from bot.services.cards.sharing import ChoiceControls
from bot.services.courses import learners, questions
from bot.services.courses import pages as cohorts
from bot.services.courses.as_learner import Place, meant
from bot.services.courses.words import tell_trainers
from bot.services.desk import Turn
from bot.services.gatherings.ending import is_ending
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.sharing import choosing
from bot.services.sharing.proposals import Agreed, Proposal, said_about, signs, to_read, version
from bot.services.support import danger, let_be
from bot.surface.card import OPTIONS_MAX
from bot.surface.inbound import OptionChosen
from bot.surface.outcome import Act, Open, Outcome, Refuse, Show, answer
from bot.surface.text import kept, shown

CONTROLS = ChoiceControls(
    masked="ask.masked",
    edit="ask.edit",
    as_it_is="ask.as_it_is",
    drop="ask.drop",
    about="ask.about",
    readers="Who runs the course will read this.",
)
_QUIET_SIGN = "danger.low"
"""One quiet line, and no question: it stands above the receipt."""


def command(turn: Turn) -> Outcome:
    """Answer `course ask`: of several courses one is chosen first.

    Where none takes questions now, those in which somebody asked lead to what they asked.
    """
    every = learners.in_which(turn)
    mine = [(page, one) for page, one in every if learners.is_learner(one)]
    there = [(page, one) for page, one in mine if not is_ending(page)]
    found = [(page, one) for page, one in there if takes_questions(page)]
    found = found or [place for place in there if questions.by_member(turn.desk, turn.unit, *place)]
    if len(found) == 1:
        return _before(turn, *found[0])
    if not found:
        return answer(cards.not_taken() if there else cards.of_learners() if every else plain.none_yet())
    listed = [(page.id, cohorts.cohort_of(page).course.title) for page, _ in found[:OPTIONS_MAX]]
    return answer(joining_cards.which(turn.mint("ask.open"), listed))


def begin(turn: Turn) -> Outcome:
    """Say what a question is, before one is written."""
    found = _place(turn)
    return found if isinstance(found, Outcome) else _before(turn, *found)


def write(turn: Turn) -> Outcome:
    """Open the page of a question."""
    found = meant(turn)
    if isinstance(found, Outcome):
        return found
    page, member = found
    if not takes_questions(page):
        return answer(cards.not_taken())
    if not has_instructor(turn, page):
        return _before(turn, page, member)
    ref = turn.mint("ask.send", page.id, turn.desk.chance.new_id().hex[:12])
    return Outcome(first=Open(form=cards.form(ref, around(turn, page))))


def send(turn: Turn) -> Outcome:
    """Take a question. It waits until nothing is in the way of it; the same form again is the same one."""
    found = meant(turn)
    if isinstance(found, Outcome):
        return _refused(cards.NOT_OPEN, danger.signpost(turn, turn.typed.get(cards.FIELD, "")))
    page, member = found
    text = _typed(turn)
    if isinstance(text, Outcome):
        return text
    if not takes_questions(page) or not has_instructor(turn, page):
        return _refused(cards.NOT_OPEN, danger.signpost(turn, text))
    if not turn.desk.floods.takes_form(turn.event.account, page.id, turn.now, turn.event.event_id):
        return _refused(cards.TOO_MUCH, danger.signpost(turn, text))
    digest = turn.desk.vault.digest("asked", page.id.hex, member.id.hex, turn.ref.arg)
    post = UUID(bytes=digest[:16], version=4)
    stands = questions.get(turn.desk, turn.unit, post)
    if stands is not None and stands[1].state is not State.WAITING:
        return answer(cards.receipt(turn.mint, around(turn, page), stands[1]))
    return _offer(turn, _waiting(turn, page, member, post, text))


def masked(turn: Turn) -> Outcome:
    """Send it with what may point at a person masked."""
    return _agreed(turn, is_masked=True)


def as_it_is(turn: Turn) -> Outcome:
    """Send it as it was written."""
    return _agreed(turn, is_masked=False)


def edit(turn: Turn) -> Outcome:
    """Open the page again, with what was written."""
    held = _own_waiting(turn)
    if held is None:
        return answer(cards.gone())
    form = cards.form(turn.mint("ask.again", held.asked.id), around(turn, held.page), text=held.asked.text)
    return Outcome(first=Open(form=form))


def again(turn: Turn) -> Outcome:
    """Take the page that was opened again."""
    held = _own_waiting(turn)
    if held is None:
        return _refused(cards.IS_GONE, danger.signpost(turn, turn.typed.get(cards.FIELD, "")))
    text = _typed(turn)
    if isinstance(text, Outcome):
        return text
    return _offer(turn, _waiting(turn, held.page, held.member, held.asked.id, text))


def drop(turn: Turn) -> Outcome:
    """Forget words that waited."""
    held = _own_waiting(turn)
    if held is not None:
        questions.forget(turn.desk, turn.unit, [held.asked])
    return answer(cards.not_sent())


def about(turn: Turn) -> Outcome:
    """Take the answer to "Is this about", and ask about the question again below it."""
    held = _waiting_row(turn)
    if held is None:
        return answer(cards.gone())
    proposal = _proposal(turn, held)
    if choosing.ask(turn, proposal, CONTROLS) is not None:
        return choosing.about(turn, proposal, CONTROLS)
    said = said_about(turn)
    return to_read(
        turn,
        cards.preview(turn.mint, held.asked, version(turn, proposal, proposal.words), proposal.words, said),
    )


def _place(turn: Turn) -> Place | Outcome:
    """Return the course that was chosen, or that a control is about, to who learns in it."""
    if isinstance(turn.event, OptionChosen):
        places = {page.id.hex: (page, member) for page, member in learners.in_which(turn)}
        found = places.get(turn.choice)
        if found is None or not learners.is_learner(found[1]) or is_ending(found[0]):
            return answer(cards.not_taken())
        return found
    return meant(turn)


def _before(turn: Turn, page: Page, member: Member) -> Outcome:
    if cohorts.cohort_of(page).course.ask is None:
        return answer(cards.not_taken())
    has_asked = bool(questions.by_member(turn.desk, turn.unit, page, member))
    if not has_instructor(turn, page):
        return answer(cards.nobody_there(turn.mint, around(turn, page), has_asked=has_asked))
    return answer(
        cards.before(turn.mint, around(turn, page), has_asked=has_asked, is_open=takes_questions(page))
    )


def _waiting(turn: Turn, page: Page, member: Member, post: UUID, text: str) -> Held:
    """Write a question that waits for its writer; it goes where nobody comes back to it."""
    asked = Asked(
        id=post,
        member=member.id,
        number=_next_number(turn, page, member),
        asked_at=turn.now,
        due_at=clock.promised(page, turn.now),
        text=text,
    )
    questions.keep(turn.desk, turn.unit, page, asked)
    clock.plan(turn.unit, page, asked)
    return Held(page=page, member=member, asked=asked)


def _offer(turn: Turn, held: Held) -> Outcome:
    """Ask about a question that waits, where there is anything to ask; else it is sent."""
    proposal = _proposal(turn, held)
    asked = choosing.ask(turn, proposal, CONTROLS)
    if asked is not None:
        return asked
    acts = danger.signpost(turn, proposal.words)
    if any(isinstance(act, Show) and act.card.text_id != _QUIET_SIGN for act in acts):
        seen = version(turn, proposal, proposal.words)
        above = signs(turn, proposal, CONTROLS.about)
        return to_read(turn, cards.preview(turn.mint, held.asked, seen, proposal.words, above))
    return danger.above(turn, proposal.words, _send(turn, held, proposal.words))


def _agreed(turn: Turn, *, is_masked: bool) -> Outcome:
    held = _waiting_row(turn)
    if held is None:
        return answer(cards.gone())
    if held.asked.state is not State.WAITING:  # pressed twice
        return answer(cards.receipt(turn.mint, around(turn, held.page), held.asked))
    proposal = _proposal(turn, held)
    if choosing.ask(turn, proposal, CONTROLS) is None:
        seen = version(turn, proposal, proposal.words)
        return _send(turn, held, proposal.words) if turn.ref.arg == seen else _offer(turn, held)
    said = choosing.agreed(turn, proposal, CONTROLS, is_masked=is_masked)
    return _send(turn, held, said.text) if isinstance(said, Agreed) else said


def _send(turn: Turn, held: Held, text: str) -> Outcome:
    """Let the instructors have a question: its clock begins, and its asker has a receipt."""
    page = held.page
    if not takes_questions(page) or not has_instructor(turn, page):
        return answer(cards.not_taken())
    asked = replace(
        held.asked,
        text=text,
        state=State.OPEN,
        number=_next_number(turn, page, held.member),
        asked_at=turn.now,
        due_at=clock.promised(page, turn.now),
    )
    questions.keep(turn.desk, turn.unit, page, asked)
    clock.plan(turn.unit, page, asked)
    tell_trainers(turn.desk, turn.unit, page, asking_words.NEW, way=clock.WAY, label=asking_words.LABEL)
    return answer(cards.receipt(turn.mint, around(turn, page), asked))


def _next_number(turn: Turn, page: Page, member: Member) -> int:
    """Return as which of theirs the next question is sent; what was not sent has none."""
    theirs = questions.by_member(turn.desk, turn.unit, page, member)
    return max((each.number for each in theirs if each.state is not State.WAITING), default=0) + 1


def _own_waiting(turn: Turn) -> Held | None:
    held = own(turn)
    return held if held is not None and held.asked.state is State.WAITING else None


def _waiting_row(turn: Turn) -> Held | None:
    """Return the question that a control is about; a choice on its card is about danger, not about it."""
    found = questions.get(turn.desk, turn.unit, turn.ref.subject)
    member = learners.here(turn, found[0]) if found else None
    if found is None or member is None or member.id != found[1].member:
        return None
    return Held(page=found[0], member=member, asked=found[1])


def _proposal(turn: Turn, held: Held) -> Proposal:
    try:
        kept_words = let_be.let_be_of(turn.desk, turn.unit, turn.person)
    except KeyProblem:  # it only adds a sentence
        kept_words = None
    return Proposal(row=held.asked.id, text=held.asked.text, let_be=kept_words.compared if kept_words else ())


def _typed(turn: Turn) -> str | Outcome:
    """Return what was written, or the form again with a sentence at its field."""
    text = shown(kept(turn.typed.get(cards.FIELD, ""))).strip()
    if not text:
        return _refused(cards.NOTHING_TYPED)
    if len(text) > QUESTION_MAX:
        return _refused(cards.too_long(len(text)), danger.signpost(turn, text))
    return text


def _refused(sentence: str, signs: Sequence[Act] = ()) -> Outcome:
    """Return the form again with a sentence; `signs`: who to call, where its words can mean danger."""
    return Outcome(first=Refuse(errors={cards.FIELD: sentence}), then=tuple(signs))
