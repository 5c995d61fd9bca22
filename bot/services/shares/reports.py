"""A share or an answer that somebody asks to have looked at: hidden until whoever looks after the circle has.

Who asked is known nowhere. What was looked at and left standing is not hidden a second time.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.circles import Post, PostKind, Share, ShareState
from bot.ports.store import Unit
from bot.services.cards.circles import looking as cards
from bot.services.cards.circles import sharing as share_cards
from bot.services.desk import Desk, Turn
from bot.services.gatherings import members, posts, standing
from bot.services.gatherings.outsiders import card_for
from bot.services.gatherings.pages import Page
from bot.services.shares import words
from bot.services.shares.words import Words
from bot.surface.audience import Reading
from bot.surface.card import Card
from bot.surface.outcome import Outcome, Replace, Show, answer


def report(turn: Turn) -> Outcome:
    """Hide what somebody asks to have looked at, and tell who looks after the circle, alone."""
    found = words.find(turn, turn.subject)
    if found is None:
        return answer(share_cards.gone())
    member = members.here(turn, found.page)
    if member is None:
        return card_for(turn, found.page)
    if found.are_by(member):
        return answer(cards.own(turn.mint, found.post.id))
    if (card := _why_not(turn, found)) is not None:
        return answer(card)
    words.say(turn, found.with_share(replace(found.share, state=ShareState.HIDDEN)))
    _ask(turn.desk, turn.unit, found.page, found.post)
    return answer(cards.is_hidden())


def tell_all(desk: Desk, unit: Unit, page: Page) -> None:
    """Tell who looks after a circle from now on of all that is hidden there, each by itself."""
    for post in posts.of(desk, unit, page, *words.KINDS):
        if not post.is_gone and posts.share_in(post).state is ShareState.HIDDEN:
            _ask(desk, unit, page, post)


def _ask(desk: Desk, unit: Unit, page: Page, post: Post) -> None:
    keeper = members.keeper(desk, unit, page)
    if keeper is not None:  # else whoever takes the circle over is asked then
        told = posts.new(desk, PostKind.REPORT, to=keeper.id, about=post.id.hex)
        posts.say(desk, unit, page, told, desk.clock.now())


def _why_not(turn: Turn, found: Words) -> Card | None:
    """Return what is said where something is not hidden, or rests already; None where it is to be."""
    if found.share.state is not ShareState.OUT:
        is_hidden = found.share.state is ShareState.HIDDEN
        return share_cards.looked_at() if is_hidden else share_cards.gone()
    if found.share.is_let_stand:
        return cards.was_looked_at()
    takes = turn.desk.floods.takes_report(
        turn.event.account, found.page.id, found.share.round, turn.event.event_id
    )
    return None if takes else cards.enough_reports()


def look(turn: Turn) -> Outcome:
    """Show what is hidden to who looks after the circle, with the choice; to nobody else."""
    found = _hidden(turn)
    if isinstance(found, Outcome):
        return found
    reads = Reading(to=turn.event.account, handle=turn.event.handle)
    card = cards.decide(turn.mint, found.post.id, found.share)
    return Outcome(first=Show(card=card, audience=reads))


def stand(turn: Turn) -> Outcome:
    """Let it stand in the channel again, for good."""
    found = _hidden(turn)
    if isinstance(found, Outcome):
        return found
    _write(turn, found, replace(found.share, state=ShareState.OUT, is_let_stand=True))
    return Outcome(first=Replace(card=cards.stands_again()))


def take_down(turn: Turn) -> Outcome:
    """Take it out of the channel; who wrote it with their name hears so, alone."""
    found = _hidden(turn)
    if isinstance(found, Outcome):
        return found
    gone = replace(found.share, text="", called="", state=ShareState.GONE)
    taken = found.with_share(gone)
    words.say(turn, replace(taken, post=replace(taken.post, is_gone=True)))
    if found.share.member is not None:
        note = posts.new(turn.desk, PostKind.NOTE, to=found.share.member, text=cards.WAS_TAKEN_DOWN)
        posts.say(turn.desk, turn.unit, found.page, note, turn.now)
    return Outcome(first=Replace(card=cards.taken_down()))


def _hidden(turn: Turn) -> Words | Outcome:
    """Return what is hidden, for who looks after its circle; else what they are told."""
    found = words.find(turn, turn.subject)
    if found is None:
        return answer(share_cards.gone())
    if not standing.is_keeper(turn, found.page):
        return answer(cards.not_yours())
    return found if found.share.state is ShareState.HIDDEN else answer(cards.was_looked_at())


def _write(turn: Turn, found: Words, share: Share) -> None:
    words.say(turn, found.with_share(share))
