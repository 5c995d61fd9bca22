"""Answering what somebody shares: by a press, without a name and without a number, or in words below it."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.circles import PostKind, Share, ShareState
from bot.services.cards.circles import answering as cards
from bot.services.cards.circles import sharing as share_cards
from bot.services.desk import Turn
from bot.services.gatherings import members
from bot.services.gatherings.outsiders import card_for
from bot.services.gatherings.proofs import is_by
from bot.services.gatherings.texts import texts_of
from bot.services.shares import words
from bot.services.shares.waiting import take
from bot.services.shares.words import Words
from bot.surface.outcome import Open, Outcome, answer


def heard(turn: Turn) -> Outcome:
    """Pass on that somebody heard it."""
    return _press(turn, is_known=False)


def known(turn: Turn) -> Outcome:
    """Pass on that somebody knows it too."""
    return _press(turn, is_known=True)


def open_form(turn: Turn) -> Outcome:
    """Open the page of an answer, with which answers are wished for."""
    found = _answerable(turn)
    if isinstance(found, Outcome):
        return found
    ref = turn.mint("answer.send", turn.subject, words.nonce(turn))
    return Outcome(first=Open(form=cards.form(ref, found.share, texts_of(turn.desk, found.page))))


def send(turn: Turn) -> Outcome:
    """Take an answer. It waits until nothing is in the way of it, and then it stands below its share."""
    above = words.find(turn, turn.subject)
    if above is None or above.share.state is not ShareState.OUT:
        return words.refuse(cards.IS_GONE)
    member = members.here(turn, above.page)
    if member is None:
        return words.refuse(share_cards.NOT_HERE)
    if not above.is_of_open_round:
        return words.refuse(share_cards.IS_OVER)
    new = Share(round=above.share.round, text="", state=ShareState.WAITING, member=member.id)
    return take(turn, above.page, PostKind.ANSWER, new, under=above.post.id)


def _press(turn: Turn, *, is_known: bool) -> Outcome:
    found = _answerable(turn)
    if isinstance(found, Outcome):
        return found
    share = found.share
    now = replace(share, is_heard=True, is_known=share.is_known or is_known, is_answered=True)
    if now != share:
        words.say(turn, found.with_share(now))
    return answer(cards.passed_on())


def _answerable(turn: Turn) -> Words | Outcome:
    """Return a share that who acts may answer now, else what they are told."""
    found = words.find(turn, turn.subject)
    if found is None or found.post.kind is not PostKind.SHARE:
        return answer(share_cards.gone())
    member = members.here(turn, found.page)
    if member is None:
        return card_for(turn, found.page)
    if not found.is_of_open_round:
        return answer(share_cards.over())
    if found.share.state is ShareState.HIDDEN:
        return answer(share_cards.looked_at())
    if found.share.state is not ShareState.OUT:
        return answer(share_cards.gone())
    is_own = found.are_by(member) or is_by(turn.desk, found.page, found.share, turn.event.account)
    return answer(cards.own()) if is_own else found
