"""After an answer: what its prompt offers the person alone, once a day; docs/content.md, "After an answer".

The posted card shows nothing of it and nothing of it starts by itself. That it came stands on the sealed page
of the run, in the writing that keeps the answer: the rows are those of any other answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID, uuid5

from bot.domain.checkins import Asking, Run
from bot.domain.journal import SUPERVISION, Page
from bot.domain.prompts import Offer
from bot.services.cards import after as cards
from bot.services.cards import checkin as checkin_cards
from bot.services.cards.offers import FLOWS
from bot.services.checkins import answering
from bot.services.checkins.asking import history_of, kind_word_of, prompt_of
from bot.services.desk import Turn
from bot.services.journal import journal
from bot.services.journal.entries import read_entry, write_entry
from bot.services.journal.runs import asking_if_open, run_of
from bot.services.journal.tags import supervised
from bot.services.organisations.decisions import shelf_here
from bot.surface.audience import OnlyYou
from bot.surface.outcome import Act, Outcome, Replace, Show, answer

BESIDE_SMALL = (Offer.PUT_DOWN, Offer.RAISE)
"""What something small after a low mark offers as well, where the check-in asks what has an `after` of it."""


def follow(
    turn: Turn, run: Run, asking: Asking, place: int, entry: UUID | None = None
) -> tuple[Asking, tuple[Act, ...]]:
    """Return what follows the answer at a place, and the page of the run on which that is noted.

    The caller writes the page, as it does after any answer. `entry` is the page that was kept under the
    question, if one was just now. Nothing follows twice a day. Nor does an offer where something small was
    offered in this check-in today, after a low mark: one card, and not two.
    """
    asked = asking.questions[place]
    prompt = prompt_of(turn.desk, asked)
    after = answering.after(prompt, asked.answer) if prompt else None
    if after is None or asked.after_on == turn.today:
        return asking, ()
    if after.offers and asking.eased_on == turn.today:
        return asking, ()
    offers = _here(turn, after.offers)
    if not offers and after.say is None:
        return asking, ()
    supervise = (
        turn.mint("entry.supervise", entry, "on")
        if entry
        else turn.mint("after.supervise", run.id, str(place))
    )
    card = cards.after(turn.mint, after, offers, supervise)
    return asking.offered_after(place, turn.today), (Show(card=card, audience=OnlyYou()),)


def has_offered(turn: Turn, asking: Asking) -> bool:
    """Whether something was offered today after the answer to the check-in's own question."""
    prompt = prompt_of(turn.desk, asking.own)
    after = answering.after(prompt, asking.own.answer) if prompt else None
    return asking.own.after_on == turn.today and after is not None and bool(after.offers)


def beside_small(turn: Turn, asking: Asking) -> tuple[Offer, ...]:
    """Return what else something small offers, so that its one card is enough, whatever is answered later.

    It goes by the question alone and never by an answer.
    """
    prompt = prompt_of(turn.desk, asking.own)
    known = {offer for after in prompt.after for offer in after.offers} if prompt else set()
    return _here(turn, (offer for offer in BESIDE_SMALL if offer in known))


def save(turn: Turn) -> Outcome:
    """Keep what was written to a check-in, and say what follows."""
    return journal.save_for_run(turn, follow)


def no(_turn: Turn) -> Outcome:
    """Take a "No, thanks": a full answer, of which nothing is kept."""
    return Outcome(first=Replace(card=cards.passed()))


def supervise(turn: Turn) -> Outcome:
    """Put an answer that was chosen on the list for supervision: the question and what was chosen, no more.

    It is one page however often this is pressed, and one that was changed since stays as it is.
    """
    run = run_of(turn.unit, turn.person, turn.subject)
    asking = asking_if_open(turn.desk, run) if run else None
    asked = asking.at(int(turn.ref.arg or 0)) if asking else None
    prompt = prompt_of(turn.desk, asked) if asked else None
    chosen = ", ".join(answering.in_words(prompt, asked.answer)) if asked else ""
    if asked is None or prompt is None or not chosen:
        return answer(checkin_cards.earlier(turn.mint))
    entry = uuid5(turn.subject, f"supervision {turn.ref.arg}")
    before = turn.unit.journal.get(entry)
    if before is None:
        question = shelf_here(turn).asked(prompt, asked.wording).text
        page = Page(text=chosen, at=turn.now, question=question, tags=(SUPERVISION,))
    else:
        page = supervised(read_entry(turn.desk, turn.person, before))
    write_entry(turn.desk, turn.unit, turn.person, entry, page, before=before)
    return answer(cards.for_supervision())


def _here(turn: Turn, offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """Return the offers that can be kept here: a flow is in the library, a kind word may be asked."""
    return tuple(offer for offer in offers if _is_here(turn, offer))


def _is_here(turn: Turn, offer: Offer) -> bool:
    if offer is Offer.KIND_WORD:
        history = history_of(turn.desk, turn.unit, turn.person)
        return kind_word_of(turn, shelf_here(turn), history) is not None
    return offer not in FLOWS or turn.desk.catalogue.flow(FLOWS[offer]) is not None
