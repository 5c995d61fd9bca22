"""A text of danger that was meant to have no name: what its writer may do with it instead."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.circles import Post, PostKind, Share, ShareState
from bot.services.cards.circles import aside as aside_cards
from bot.services.cards.circles import sharing as share_cards
from bot.services.cards.circles import unnamed as cards
from bot.services.desk import Turn
from bot.services.gatherings import members, posts
from bot.services.gatherings.current import round_of
from bot.services.shares import unnamed, words
from bot.services.shares.words import Words
from bot.services.sharing import holding
from bot.services.sharing.proposals import Agreed
from bot.surface.outcome import Outcome, answer


def to_keeper(turn: Turn) -> Outcome:
    """Send a held text to who looks after the circle alone, without a name."""
    return _to_keeper(turn, is_named=False)


def to_keeper_named(turn: Turn) -> Outcome:
    """Send a held text to who looks after the circle alone, with the writer's name."""
    return _to_keeper(turn, is_named=True)


def by_name(turn: Turn) -> Outcome:
    """Let a held text stand in the channel under its writer's name."""
    found = _agreed(turn)
    if isinstance(found, Outcome):
        return found
    member = members.here(turn, found.page)
    if member is None or not words.takes_shares(round_of(found.page)):
        return answer(share_cards.sharing_over())
    share = Share(
        round=found.share.round,
        text=found.share.text,
        state=ShareState.OUT,
        wish=found.share.wish,
        member=member.id,
        called=words.called(turn, member),
    )
    named = _moved(turn, found, share)
    words.say(turn, named)
    return answer(share_cards.on_its_way(turn.mint, named.post.id))


def about(turn: Turn) -> Outcome:
    """Take the answer to "Is this about", and show the offers again below it."""
    found = unnamed.held(turn)
    if found is None:
        return answer(share_cards.gone())
    return holding.about(turn, unnamed.proposal(found), cards.HELD)


def _to_keeper(turn: Turn, *, is_named: bool) -> Outcome:
    found = _agreed(turn)
    if isinstance(found, Outcome):
        return found
    member = members.here(turn, found.page)
    keeper = members.keeper(turn.desk, turn.unit, found.page)
    if member is None:
        return answer(share_cards.gone())
    if keeper is None:
        return answer(aside_cards.nobody())
    share = replace(found.share, text=found.share.text, state=ShareState.ASIDE)
    if is_named:
        share = replace(share, member=member.id, called=words.called(turn, member), alias="", proof="")
    sent = _moved(turn, found, share)
    words.put(turn, sent)
    letter = posts.new(turn.desk, PostKind.ASIDE, to=keeper.id, share=sent.post.id.hex)
    posts.say(turn.desk, turn.unit, found.page, letter, turn.now)
    return answer(aside_cards.sent())


def _agreed(turn: Turn) -> Words | Outcome:
    """Return the held text in the words that were shown to its writer; else what they are told."""
    found = unnamed.held(turn)
    if found is None:
        return answer(share_cards.gone())
    said = holding.agreed(turn, unnamed.proposal(found), cards.HELD)
    if not isinstance(said, Agreed):
        return said
    return found.with_share(replace(found.share, text=said.text))


def _moved(turn: Turn, found: Words, share: Share) -> Words:
    """Return a text in a row of its own; the one in which it waited is gone."""
    posts.remove(turn.unit, found.post.id)
    post = Post(id=turn.desk.chance.new_id(), kind=PostKind.SHARE)
    return Words(page=found.page, post=post, share=share).with_share(share)
