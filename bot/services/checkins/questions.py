"""What somebody wishes to be asked: seen, changed and undone, and a topic that is passed often may rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.checkins import Asking
from bot.domain.marks import CHOSEN
from bot.domain.prompts import Depth, Domain
from bot.domain.rotation import often_passed
from bot.domain.wishes import Wishes
from bot.services.cards import questions as cards
from bot.services.checkins.asking import history_of, prompt_of
from bot.services.desk import Turn
from bot.services.rhythm.wishes import keep_wishes, wishes_of
from bot.surface.audience import OnlyYou
from bot.surface.outcome import Act, Open, Outcome, Refuse, Replace, Show, answer


def show(turn: Turn) -> Outcome:
    """Show what is asked, to the person alone."""
    return answer(cards.shown(turn.mint, _wishes(turn)))


def change(turn: Turn) -> Outcome:
    """Open the form with what is set."""
    return Outcome(first=Open(form=cards.form(turn.mint("questions.save"), _wishes(turn))))


def save(turn: Turn) -> Outcome:
    """Take the form; nothing changes until all of it can be read."""
    values = turn.typed
    third, longest = values.get("third_mark", cards.NO_MARK), values.get("longest", "")
    errors: dict[str, str] = {}
    if third not in {cards.NO_MARK, *(kind.name for kind in CHOSEN)}:
        errors["third_mark"] = cards.BAD_MARK
    if longest not in set(Depth):
        errors["longest"] = cards.BAD_LENGTH
    effort = values.get("effort", cards.NO_EFFORT)
    if effort not in {cards.EFFORT, cards.NO_EFFORT}:
        errors["effort"] = cards.BAD_EFFORT
    if errors:
        return Outcome(first=Refuse(errors=errors))
    mark = None if third == cards.NO_MARK else third
    wishes = replace(_wishes(turn), third_mark=mark, longest=Depth(longest))
    return _kept(turn, replace(wishes, asks_effort=effort == cards.EFFORT))


def which_rest(turn: Turn) -> Outcome:
    """Show the topics that may be let rest."""
    return answer(cards.which_rest(turn.mint, _wishes(turn)))


def which_back(turn: Turn) -> Outcome:
    """Show the topics that may come again."""
    return answer(cards.which_back(turn.mint, _wishes(turn)))


def rest_topics(turn: Turn) -> Outcome:
    """Let the chosen topics rest, beside those that do."""
    wishes = _wishes(turn)
    return _kept(turn, replace(wishes, muted=wishes.muted | _topics(turn.chosen)))


def bring_back(turn: Turn) -> Outcome:
    """Let the chosen topics come again."""
    wishes = _wishes(turn)
    return _kept(turn, replace(wishes, muted=wishes.muted - _topics(turn.chosen)))


def after_skip(turn: Turn, asking: Asking) -> tuple[Act, ...]:
    """Ask once whether a topic may rest, where its check-ins were passed three times in four weeks."""
    prompt = prompt_of(turn.desk, asking.own)
    if prompt is None:
        return ()
    wishes, topic = _wishes(turn), prompt.domain
    if topic in wishes.rest_offered or topic in wishes.muted:
        return ()
    history = history_of(turn.desk, turn.unit, turn.person)
    if topic not in often_passed(turn.desk.catalogue.stock(), history, turn.today):
        return ()
    offered = {**wishes.rest_offered, topic: turn.today}
    keep_wishes(turn.desk, turn.unit, turn.person, replace(wishes, rest_offered=offered))
    return (Show(card=cards.offer_rest(turn.mint, topic), audience=OnlyYou()),)


def rest_topic(turn: Turn) -> Outcome:
    """Let the topic rest that was offered to."""
    wishes = _wishes(turn)
    muted = wishes.muted | _topics([turn.ref.arg])
    keep_wishes(turn.desk, turn.unit, turn.person, replace(wishes, muted=muted))
    return Outcome(first=Replace(card=cards.rests()))


def keep_topic(_turn: Turn) -> Outcome:
    """Leave the topic as it is; the question about it does not come back."""
    return Outcome(first=Replace(card=cards.stays()))


def _kept(turn: Turn, wishes: Wishes) -> Outcome:
    keep_wishes(turn.desk, turn.unit, turn.person, wishes)
    return answer(cards.shown(turn.mint, wishes))


def _wishes(turn: Turn) -> Wishes:
    return wishes_of(turn.desk, turn.unit, turn.person)


def _topics(names: Iterable[str]) -> frozenset[Domain]:
    """Return the topics of these names; a name that is none is passed over."""
    return frozenset(topic for topic in Domain if topic in set(names))
