"""What a learner asked, its answers, and what others may read of it: with their yes alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.courses.asking import Asked, Public
from bot.services.ask_desk.around import Held, around, own
from bot.services.cards.courses import asking as cards
from bot.services.cards.courses import asking_desk as desk_cards
from bot.services.cards.courses.overview import no_free_text
from bot.services.cards.courses.plain import none_yet
from bot.services.courses import learners, questions
from bot.services.courses.as_learner import Place, meant
from bot.services.courses.pages import cohort_of
from bot.services.courses.standing import is_trainer
from bot.services.desk import Turn
from bot.services.gatherings.ending import is_ending
from bot.services.sharing.proposals import Proposal, to_read, version
from bot.surface.outcome import Open, Outcome, answer
from bot.surface.text import kept


def mine(turn: Turn) -> Outcome:
    """List what a learner asked."""
    found = meant(turn)
    if isinstance(found, Outcome):
        return found
    asked = questions.by_member(turn.desk, turn.unit, *found)
    if not asked:
        return answer(cards.nothing_asked())
    return to_read(turn, cards.mine(turn.mint, around(turn, found[0]), asked))


def look(turn: Turn) -> Outcome:
    """Show a question to who asked it, as it stands now."""
    held = own(turn)
    return _shown(turn, held) if held else answer(cards.gone())


def take_back(turn: Turn) -> Outcome:
    """Let a question go for good, also where it was answered, or others may read it."""
    held = own(turn)
    if held is not None:
        questions.forget(turn.desk, turn.unit, [held.asked])
    return answer(cards.taken_back())


def let_read(turn: Turn) -> Outcome:
    """Let all learners read it, in the very wording that its asker saw; in another one it is shown again."""
    held = own(turn)
    if held is None or not held.asked.is_answered or held.asked.is_private:
        return answer(cards.gone())
    if held.asked.public is not Public.YES:
        if turn.ref.arg != _seen(turn, held.asked):
            return _shown(turn, held)
        questions.keep(turn.desk, turn.unit, held.page, replace(held.asked, public=Public.YES))
    return answer(cards.public())


def hide(turn: Turn) -> Outcome:
    """Let no other learner read it, as its asker or a trainer of the course wishes; at any time."""
    held = own(turn)
    if held is not None:
        _hide(turn, held)
        return answer(cards.hidden())
    found = questions.get(turn.desk, turn.unit, turn.ref.subject)
    if found is None or not is_trainer(turn, found[0]):
        return answer(cards.gone())
    page, asked = found
    questions.keep(turn.desk, turn.unit, page, replace(asked, public=Public.NO, wording=""))
    return answer(desk_cards.hidden())


def answers(turn: Turn) -> Outcome:
    """Show the answers that a learner may read: to their own questions, and those for all."""
    found = meant(turn)
    return found if isinstance(found, Outcome) else _found(turn, found, "")


def search(turn: Turn) -> Outcome:
    """Open the page for words to look for."""
    found = meant(turn)
    if isinstance(found, Outcome):
        return found
    return Outcome(first=Open(form=cards.search_form(turn.mint("ask.found", found[0].id))))


def search_for(turn: Turn) -> Outcome:
    """Show the answers in which all the words stand."""
    found = meant(turn)
    words = kept(turn.typed.get(cards.WORDS, ""))
    return found if isinstance(found, Outcome) else _found(turn, found, words)


def command(turn: Turn) -> Outcome:
    """Answer `course answers`: to a learner what they may read; a trainer has no way to what is written."""
    every = learners.in_which(turn)
    if not every:
        return answer(none_yet())
    found = [
        (page, member)
        for page, member in every
        if cohort_of(page).course.ask is not None and not is_ending(page) and learners.is_learner(member)
    ]
    if not found or turn.visitor is None or not turn.visitor.has_said_yes:
        return answer(no_free_text())
    return _found(turn, found[0], turn.words, found[1:])


def _found(turn: Turn, place: Place, words: str, others: Sequence[Place] = ()) -> Outcome:
    """Show what a learner may read; `others`: courses of theirs that are looked through as well."""
    page, member = place
    readable = [
        each
        for course, who in (place, *others)
        for each in questions.every(turn.desk, turn.unit, course)
        if (each.member == who.id and each.is_answered and each.holds(words, for_others=False))
        or (each.is_public and each.holds(words, for_others=True))
    ]
    readable.sort(key=lambda each: (each.answered_at or each.asked_at, each.id), reverse=True)
    own = {member.id, *(who.id for _, who in others)}
    return to_read(turn, cards.answers(turn.mint, page.id, readable, own, words=words))


def _shown(turn: Turn, held: Held) -> Outcome:
    return to_read(turn, cards.one(turn.mint, around(turn, held.page), held.asked, _seen(turn, held.asked)))


def _hide(turn: Turn, held: Held) -> None:
    if not held.asked.is_private:
        hidden = replace(held.asked, public=Public.DECLINED, wording="")
        questions.keep(turn.desk, turn.unit, held.page, hidden)


def _seen(turn: Turn, asked: Asked) -> str:
    """Return what a press carries to know again the wording, and the answer, that stood on its card."""
    return version(turn, Proposal(row=asked.id, text=asked.wording), asked.answer)
