"""Sharing in a round under one's own name, and what its writer may do with it afterwards."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.circles import PostKind, Share, ShareState
from bot.services.cards.circles import answering as answer_cards
from bot.services.cards.circles import sharing as cards
from bot.services.desk import Turn
from bot.services.gatherings import members
from bot.services.gatherings.outsiders import card_for
from bot.services.gatherings.texts import texts_of
from bot.services.shares import words
from bot.services.shares.publishing import may_change
from bot.services.shares.waiting import take
from bot.services.shares.words import Words
from bot.surface.card import Card
from bot.surface.outcome import Open, Outcome, Replace, answer


def open_form(turn: Turn) -> Outcome:
    """Open the page on which something is shared in the round of an opening."""
    found = words.opened_by(turn, turn.subject)
    if found is None:
        return answer(cards.over())
    page, current = found
    if members.here(turn, page) is None:
        return card_for(turn, page)
    if not words.takes_shares(current):
        return answer(cards.sharing_over())
    ref = turn.mint("share.send", turn.subject, words.nonce(turn))
    return Outcome(first=Open(form=cards.form(ref, texts_of(turn.desk, page))))


def send(turn: Turn) -> Outcome:
    """Take what was written. It waits until nothing is in the way of it, and then the channel shows it."""
    found = words.opened_by(turn, turn.subject)
    if found is None:
        return words.refuse(cards.IS_OVER)
    page, current = found
    member = members.here(turn, page)
    if member is None:
        return words.refuse(cards.NOT_HERE)
    if not words.takes_shares(current):
        return words.refuse(cards.SHARING_IS_OVER)
    new = Share(round=current.number, text="", state=ShareState.WAITING, member=member.id)
    return take(turn, page, PostKind.SHARE, new)


def change(turn: Turn) -> Outcome:
    """Open the page of words that stand in the channel."""
    found = words.own(turn, turn.subject)
    if found is None:
        return answer(cards.gone())
    if not may_change(found):
        return answer(_cannot_change(found))
    texts, share = texts_of(turn.desk, found.page), found.share
    ref = turn.mint("share.anew", turn.subject, words.nonce(turn))
    if found.post.kind is PostKind.SHARE:
        return Outcome(first=Open(form=cards.form(ref, texts, text=share.text, wish=share.wish)))
    answered = words.find(turn, found.post.under)
    if answered is None:
        return answer(cards.gone())
    return Outcome(first=Open(form=answer_cards.form(ref, answered.share, texts, text=share.text)))


def send_anew(turn: Turn) -> Outcome:
    """Take the new words; the old ones stand until nothing is in the way of these."""
    found = words.own(turn, turn.subject)
    if found is None or not may_change(found):
        return words.refuse(_cannot_change(found).text if found else cards.IS_NOT_THERE)
    new = Share(
        round=found.share.round,
        text="",
        state=ShareState.WAITING,
        wish=found.share.wish,
        member=found.share.member,
        replaces=found.post.id,
    )
    return take(turn, found.page, found.post.kind, new, under=found.post.under)


def take_back(turn: Turn) -> Outcome:
    """Take words out of the channel again, with nothing kept of them, as long as they are known here."""
    found = words.own(turn, turn.subject)
    if found is None:
        return answer(cards.gone())
    gone = found.with_share(replace(found.share, text="", called="", state=ShareState.GONE))
    words.say(turn, replace(gone, post=replace(gone.post, is_gone=True)))
    return Outcome(first=Replace(card=cards.taken_back()))


def _cannot_change(found: Words) -> Card:
    return cards.over() if not found.is_of_open_round else cards.looked_at()
