"""The gentle path: something small for one person alone, after a low mark or their own word for it.

It is offered once a day, nothing of it starts by itself, and the posted card shows nothing of it. It
stands on the sealed page of a run that is there anyway, or that `checkin` would have begun: the rows are
those of any other day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.domain.checkins import Answer, Asking, Question, Run, RunState
from bot.domain.prompts import Domain, Modality, Offer, Prompt
from bot.domain.reviews import Shelf
from bot.domain.rotation import follow_up
from bot.domain.rotation_past import History
from bot.services.cards import checkin as checkin_cards
from bot.services.cards import gentle as cards
from bot.services.checkins.after import beside_small, follow, has_offered
from bot.services.checkins.answering import tapped
from bot.services.checkins.asking import history_from, kind_word_of, next_of, pages_of, prompt_of
from bot.services.desk import Turn
from bot.services.journal import journal
from bot.services.journal.runs import asking_if_open, begin_asking, question_of, run_of, with_asking
from bot.services.organisations.decisions import shelf_here
from bot.services.rhythm.wishes import wishes_of
from bot.surface.audience import OnlyYou
from bot.surface.card import Card
from bot.surface.outcome import Act, Outcome, Replace, Show, answer

_NOTHING: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A question of a run that still takes answers, as a control names it."""

    run: Run
    asking: Asking
    place: int
    prompt: Prompt | None

    @property
    def question(self) -> Question:
        return self.asking.questions[self.place]

    def answered(
        self, turn: Turn, reply: Answer, state: RunState, *, follows: bool = False
    ) -> tuple[Act, ...]:
        """Keep an answer, and return what follows it where something may.

        The check-in itself stays as it is, but where its own question was this one.
        """
        asking, after = self.asking.answered(self.place, reply), _NOTHING
        if follows:
            asking, after = follow(turn, self.run, asking, self.place)
        page = with_asking(turn.desk, self.run, asking)
        turn.unit.runs.put(page if self.place else replace(page, state=state))
        return after


def after_low(turn: Turn, run: Run, asking: Asking) -> tuple[Asking, tuple[Act, ...]]:
    """Offer something small beside the answer to a low mark, and note it on the page of the run.

    The caller writes the page, as it does after any mark. Nothing where it was offered today, or where its
    own answer was followed by offers.
    """
    pages = pages_of(turn.desk, turn.unit, turn.person)
    if has_offered(turn, asking) or any(page.eased_on == turn.today for page in pages):
        return asking, ()
    asking, card = _small(turn, run, asking, pages)
    return asking, (Show(card=card, audience=OnlyYou()),)


def rough(turn: Turn) -> Outcome:
    """Take the word for a rough day: the same offer, with no mark. Said again, it is shown again.

    It is noted in the run that is open, or in today's; where there is none it asks one, as `checkin` does.
    """
    pages = pages_of(turn.desk, turn.unit, turn.person)
    run = turn.unit.runs.latest(turn.person.id)
    is_at_hand = run is not None and (
        run.state is RunState.OPEN or (run.day == turn.today and run.takes_answers)
    )
    asking = asking_if_open(turn.desk, run) if run is not None and is_at_hand else None
    if run is None or asking is None:
        return answer(_asked_alone(turn, pages))
    asking, card = _small(turn, run, asking, pages)
    turn.unit.runs.put(with_asking(turn.desk, run, replace(asking, rough_on=turn.today)))
    return answer(card)


def kind(turn: Turn) -> Outcome:
    """Open a kind question to oneself; pressed again the same day, it is the same one."""
    run = turn.unit.runs.latest(turn.person.id)
    asking = asking_if_open(turn.desk, run) if run is not None and run.takes_answers else None
    if run is None or asking is None:
        return answer(cards.none_left())
    shelf = shelf_here(turn)
    place = _asked_beside(turn, asking, lambda prompt: prompt.domain is Domain.SELF_COMPASSION)
    if place is not None:
        prompt = prompt_of(turn.desk, asking.questions[place])
    else:
        prompt = kind_word_of(turn, shelf, _history(turn, pages_of(turn.desk, turn.unit, turn.person)))
        place = len(asking.questions)
        if prompt is not None:
            asking = asking.beside(question_of(shelf.worded(prompt), turn.today))
            turn.unit.runs.put(with_asking(turn.desk, run, asking))
    if prompt is None:
        return answer(cards.none_left())
    if prompt.modality is Modality.TEXT:
        return journal.open_for_run(turn, run, prompt, place)
    worded = shelf.asked(prompt, asking.questions[place].wording)
    return answer(cards.alone(turn.mint, run, place, worded))


def respond(turn: Turn) -> Outcome:
    """Take the answer to something small; it is noted to its writer, and the check-in stays as it was."""
    found = _place(turn)
    tap = tapped(found.prompt, turn.event) if found and found.prompt else None
    if found is None or tap is None:
        return answer(checkin_cards.earlier(turn.mint))
    after = _NOTHING
    if tap.answer is not None:
        given = tap.answer.is_given
        state = RunState.ANSWERED if given else found.run.state
        after = found.answered(turn, tap.answer, state, follows=not tap.opens_page)
    if tap.opens_page:
        return journal.open_for_run(turn, found.run, found.prompt, found.place)
    return answer(cards.noted(), *after)


def write(turn: Turn) -> Outcome:
    """Open a page under something small."""
    found = _place(turn)
    if found is None:
        return answer(checkin_cards.earlier(turn.mint))
    return journal.open_for_run(turn, found.run, found.prompt, found.place)


def no(turn: Turn) -> Outcome:
    """Take a "No, thanks": a full answer. An answer that was given before it stays."""
    found = _place(turn) if turn.ref.subject else None
    waits = found is not None and (found.place > 0 or found.run.state is RunState.OPEN)
    if found is not None and waits and not found.question.answer.is_given:
        found.answered(turn, Answer(passed=True), RunState.PASSED)
    return Outcome(first=Replace(card=cards.passed()))


def _small(turn: Turn, run: Run, asking: Asking, pages: Sequence[Asking]) -> tuple[Asking, Card]:
    """Return the page of a run with today's small question on it, and the card that asks it."""
    shelf, history = shelf_here(turn), _history(turn, pages)
    place = _asked_beside(turn, asking, lambda prompt: prompt.gentle)
    if place is None and asking.rough_on == turn.today:
        place = _own_if_gentle(turn, asking)
    elif place is None:
        chosen = _follow_up(turn, shelf, history)
        if chosen is not None:
            question = question_of(shelf.worded(chosen), turn.today)
            place, asking = len(asking.questions), asking.beside(question)
    prompt = prompt_of(turn.desk, asking.questions[place]) if place is not None else None
    worded = shelf.asked(prompt, asking.questions[place].wording) if prompt and place is not None else None
    offers = _offers(turn, asking, shelf, history)
    card = cards.small(turn.mint, run, place, worded, offers)
    return replace(asking, eased_on=turn.today), card


def _asked_alone(turn: Turn, pages: Sequence[Asking]) -> Card:
    """Ask a check-in that asks little, and return the small card about it: where no run is at hand.

    Where a library has no question left, the offers stand alone.
    """
    shelf, known = shelf_here(turn), _history(turn, pages)
    history = replace(known, rough_days=known.rough_days | {turn.today})
    prompt = next_of(turn.desk, turn.unit, turn.person, shelf, history)
    if prompt is None:
        return cards.small(turn.mint, None, None, None, _offers(turn, None, shelf, history))
    question = question_of(shelf.worded(prompt), turn.today)
    asking = Asking(questions=(question,), rough_on=turn.today, eased_on=turn.today)
    run = begin_asking(turn.desk, turn.unit, turn.person, asking)
    turn.unit.runs.lapse_others(turn.person.id, run.id)
    place = _own_if_gentle(turn, asking)
    offers = _offers(turn, asking, shelf, history)
    return cards.small(turn.mint, run, place, shelf.worded(prompt), offers)


def _offers(turn: Turn, asking: Asking | None, shelf: Shelf, history: History) -> tuple[Offer, ...]:
    """Return what is offered beside what always is."""
    kind = (Offer.KIND_WORD,) if kind_word_of(turn, shelf, history) is not None else ()
    return (*kind, *(beside_small(turn, asking) if asking else ()))


def _own_if_gentle(turn: Turn, asking: Asking) -> int | None:
    prompt = prompt_of(turn.desk, asking.own)
    return 0 if prompt is not None and prompt.gentle else None


def _asked_beside(turn: Turn, asking: Asking, is_meant: Callable[[Prompt], bool]) -> int | None:
    """Return the place of such a prompt beside a check-in: one of today, or one that waits for an answer."""
    for place, question in enumerate(asking.questions):
        prompt = prompt_of(turn.desk, question)
        is_present = question.on == turn.today or not question.answer.is_given
        if place and is_present and prompt is not None and is_meant(prompt):
            return place
    return None


def _place(turn: Turn) -> _Place | None:
    """Return the question that a control is about, while a press on it still counts."""
    run = run_of(turn.unit, turn.person, turn.subject)
    asking = asking_if_open(turn.desk, run) if run is not None and run.takes_answers else None
    place = int(turn.ref.arg or 0)
    question = asking.at(place) if asking else None
    if run is None or asking is None or question is None:
        return None
    return _Place(run=run, asking=asking, place=place, prompt=prompt_of(turn.desk, question))


def _history(turn: Turn, pages: Sequence[Asking]) -> History:
    return history_from(turn.desk, turn.unit, turn.person, pages)


def _follow_up(turn: Turn, shelf: Shelf, history: History) -> Prompt | None:
    desk, wishes = turn.desk, wishes_of(turn.desk, turn.unit, turn.person)
    stock = desk.catalogue.stock()
    return follow_up(stock, history, wishes, turn.today, desk.chance.below, held=shelf.held(stock))
