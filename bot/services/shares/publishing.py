"""Letting words of somebody stand in the channel, under their name, once nothing is in the way of it."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.circles import PostKind, Share, ShareState
from bot.services.cards.circles import sharing as cards
from bot.services.desk import Turn
from bot.services.gatherings import members, posts
from bot.services.gatherings.current import round_of
from bot.services.shares import words
from bot.services.shares.words import Words
from bot.services.support import danger
from bot.surface.outcome import Outcome, answer


def publish(turn: Turn, waiting: Words, text: str) -> Outcome:
    """Let the channel show `text`, which is what its writer agreed to of words that waited.

    Where there is nothing to post to any more, nothing is posted, and that is said.
    """
    member = members.here(turn, waiting.page)
    if member is None or not _has_a_place(turn, waiting):
        return answer(cards.too_late(turn.mint, waiting.post.id))
    out = replace(
        waiting.share, text=text, state=ShareState.OUT, called=words.called(turn, member), replaces=None
    )
    if waiting.share.replaces is not None:
        return _in_place_of(turn, waiting, out)
    words.say(turn, waiting.with_share(out))
    if waiting.post.kind is PostKind.ANSWER:
        _note_answer(turn, waiting)
    is_urgent = danger.is_urgent(danger.signpost(turn, text))
    return answer(cards.on_its_way(turn.mint, waiting.post.id, is_urgent=is_urgent))


def may_change(found: Words) -> bool:
    """Whether words that stand in the channel may be changed: not while a facilitator is to look at them."""
    return found.is_of_open_round and found.share.state is ShareState.OUT


def _has_a_place(turn: Turn, waiting: Words) -> bool:
    """Whether its round still takes it, and what it answers or replaces is still there."""
    if not waiting.is_of_open_round:
        return False
    if waiting.share.replaces is not None:
        before = words.own(turn, waiting.share.replaces)
        return before is not None and may_change(before)
    if waiting.post.kind is PostKind.ANSWER:
        above = words.find(turn, waiting.post.under)
        return above is not None and above.share.state is ShareState.OUT
    return words.takes_shares(round_of(waiting.page))


def _in_place_of(turn: Turn, waiting: Words, out: Share) -> Outcome:
    """Write the new words where the old ones stand. Who heard the old ones did not hear these."""
    before = words.own(turn, waiting.share.replaces)
    if before is None:  # looked at just before, in the same unit
        return answer(cards.gone())
    is_same = before.share.text == out.text
    now = replace(
        out,
        is_heard=before.share.is_heard and is_same,
        is_known=before.share.is_known and is_same,
        is_answered=before.share.is_answered,
        is_let_stand=before.share.is_let_stand and is_same,
    )
    posts.remove(turn.unit, waiting.post.id)
    words.say(turn, before.with_share(now))
    return answer(cards.changed(turn.mint, before.post.id))


def _note_answer(turn: Turn, waiting: Words) -> None:
    above = words.find(turn, waiting.post.under)
    if above is not None and not above.share.is_answered:
        words.put(turn, above.with_share(replace(above.share, is_answered=True)))
