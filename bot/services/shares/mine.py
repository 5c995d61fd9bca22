"""Words without a name, for who brings the proof; and what somebody shared in the round that is open."""

from __future__ import annotations

from uuid import UUID

from bot.domain.circles import PostKind, Round, ShareState
from bot.services.cards.circles import sharing as share_cards
from bot.services.cards.circles import unnamed as cards
from bot.services.desk import Turn
from bot.services.gatherings import members, posts, standing
from bot.services.gatherings.outsiders import card_for
from bot.services.gatherings.pages import Page
from bot.services.gatherings.proofs import is_by
from bot.services.gatherings.settings import setup_of
from bot.services.shares import aliases, release, words
from bot.services.shares.words import Words
from bot.services.sharing.proposals import to_read
from bot.surface.outcome import Outcome, answer

MOST_SHOWN = 10
"""So many fit on one page; nobody has more without a name."""


def unnamed(turn: Turn, post: UUID | None) -> Words | None:
    """Return a share without a name that who acts wrote, while its round is open; else None."""
    found = words.find(turn, post)
    if found is None or found.post.kind is not PostKind.SHARE or not found.is_of_open_round:
        return None
    return found if is_by(turn.desk, found.page, found.share, turn.event.account) else None


def alone(turn: Turn, post: UUID | None) -> Words | None:
    """Return a share of who acts about which they and who looks after the circle speak alone; else None."""
    found = unnamed(turn, post) or words.own(turn, post)
    if found is None or found.share.is_unnamed or found.share.state is ShareState.ASIDE:
        return found
    return None


def show(turn: Turn) -> Outcome:
    """Answer [My shares]: what who presses shared in this round, for them alone."""
    found = words.opened_by(turn, turn.subject)
    if found is None:
        return answer(share_cards.over())
    page, current = found
    member = members.here(turn, page)
    theirs = of_writer(turn, page, current)
    if member is None and not theirs:
        return card_for(turn, page)
    stands = [_stand(turn, current, each) for each in theirs[:MOST_SHOWN]]
    looks_after = standing.is_keeper(turn, page)
    return to_read(turn, cards.mine(turn.mint, turn.subject, stands, is_keeper=looks_after))


def of_writer(turn: Turn, page: Page, current: Round) -> list[Words]:
    """Return what who acts shared in a round, with their name and without; the order tells nothing."""
    member = members.here(turn, page)
    found = []
    for post in posts.of(turn.desk, turn.unit, page, PostKind.SHARE):
        held = Words(page=page, post=post, share=posts.share_in(post))
        is_theirs = held.are_by(member) or is_by(turn.desk, page, held.share, turn.event.account)
        if is_theirs and not post.is_gone and held.share.round == current.number:
            found.append(held)
    return found


def _stand(turn: Turn, current: Round, held: Words) -> cards.Stand:
    share = held.share
    is_waiting = share.is_unnamed and share.state is ShareState.PENDING
    return cards.Stand(
        post=held.post.id,
        share=share,
        is_off=is_waiting and not setup_of(held.page).is_unnamed_on,
        is_small=is_waiting and release.is_small(turn.unit, held.page),
        rests=is_waiting and aliases.rests(held.page, current, share.alias),
    )
