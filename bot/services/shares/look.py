"""Where nobody answered through Reststop: whoever looks after a circle is asked to look, and nobody else.

The thread itself is not read. What is shown is what stands in the channel; who was silent is known nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.circles import Post, PostKind, Round, Share, ShareState
from bot.ports.store import Unit
from bot.services.cards.circles import looking as cards
from bot.services.desk import Desk, Turn
from bot.services.gatherings import members, pages, posts, standing
from bot.services.gatherings.current import round_of
from bot.services.gatherings.pages import Page
from bot.surface.audience import Reading
from bot.surface.outcome import Outcome, Show, answer

PART = "look"
"""The part of a page that knows of which shares was told in the round that is open."""


def unanswered(desk: Desk, unit: Unit, page: Page, current: Round) -> Page:
    """Ask whoever looks after a circle to look at what has no answer; of each share once. Return the page."""
    told = page.part(PART).get("told", []) if page.part(PART).get("round") == current.number else []
    new = [post.id.hex for post, _ in _lonely(desk, unit, page, current.number) if post.id.hex not in told]
    keeper = members.keeper(desk, unit, page)
    if not new or keeper is None:
        return page
    page = pages.keep(desk, unit, page, **{PART: {"round": current.number, "told": [*told, *new]}})
    posts.say(desk, unit, page, posts.new(desk, PostKind.LOOK, to=keeper.id), desk.clock.now())
    return page


def show(turn: Turn) -> Outcome:
    """Show who looks after a circle which shares have no answer now; anybody else nothing."""
    page = pages.get(turn.desk, turn.unit, turn.ref.subject)
    if page is None or not standing.is_keeper(turn, page):
        return answer(cards.not_yours())
    number = page.part(PART).get("round")
    current = round_of(page)
    if current is not None:
        number = current.number
    lonely = [share for _, share in _lonely(turn.desk, turn.unit, page, number)]
    if not lonely:
        return answer(cards.all_answered())
    reads = Reading(to=turn.event.account, handle=turn.event.handle)
    return Outcome(first=Show(card=cards.which(lonely), audience=reads))


def _lonely(desk: Desk, unit: Unit, page: Page, number: int | None) -> Sequence[tuple[Post, Share]]:
    """Return the shares of a round that stand in the channel and had no answer through Reststop."""
    found = ((post, posts.share_in(post)) for post in posts.of(desk, unit, page, PostKind.SHARE))
    return [
        (post, share)
        for post, share in found
        if share.round == number
        and share.state is ShareState.OUT
        and post.message
        and not post.is_gone
        and not share.is_answered
    ]
