"""Words of somebody in a round: a share, or an answer below one. Where they stand, and whose they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from bot.domain.circles import SHARE_MAX, Post, PostKind, Round, Share, ShareState, Stage
from bot.services.cards.circles import sharing as cards
from bot.services.desk import Turn
from bot.services.gatherings import members, pages, posts
from bot.services.gatherings.current import round_of
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.surface.outcome import Outcome, Refuse
from bot.surface.text import kept, shown

KINDS = frozenset({PostKind.SHARE, PostKind.ANSWER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A share or an answer that is kept, and the gathering in which it is."""

    page: Page
    post: Post
    share: Share

    @property
    def is_of_open_round(self) -> bool:
        """Whether the round in which they were said is still open."""
        current = round_of(self.page)
        return current is not None and current.number == self.share.round

    def are_by(self, member: Member | None) -> bool:
        """Whether a member said so, with their name."""
        return member is not None and self.share.member == member.id

    def with_share(self, share: Share) -> Words:
        """Return them as they are now."""
        return replace(self, post=posts.with_share(self.post, share), share=share)


def find(turn: Turn, post: UUID | None) -> Words | None:
    """Return the words in a post; None where nothing is kept there, or it was taken away.

    Raises:
        KeyGone, Tampered: as the vault says.
    """
    row = turn.unit.gatherings.post(post) if post else None
    page = pages.get(turn.desk, turn.unit, row.gathering) if row else None
    if row is None or page is None:
        return None
    held = posts.read(turn.desk, row)
    if held.kind not in KINDS or held.is_gone:
        return None
    return Words(page=page, post=held, share=posts.share_in(held))


def own(turn: Turn, post: UUID | None) -> Words | None:
    """Return words of who acts, said with their name; None where there are none of theirs."""
    found = find(turn, post)
    return found if found and found.are_by(members.here(turn, found.page)) else None


def waiting(turn: Turn) -> Words | None:
    """Return the words of who acts, about which a control is, while their writer has not chosen yet."""
    found = own(turn, turn.subject)
    return found if found and found.share.state is ShareState.WAITING else None


def put(turn: Turn, words: Words) -> Words:
    """Write words; nothing leaves by it."""
    posts.keep(turn.desk, turn.unit, words.page, words.post)
    return words


def say(turn: Turn, words: Words) -> Words:
    """Write words, and let the channel show them as they are now."""
    posts.say(turn.desk, turn.unit, words.page, words.post, turn.now)
    return words


def opened_by(turn: Turn, opening: UUID) -> tuple[Page, Round] | None:
    """Return the gathering of an opening and its round; None where that round is over."""
    row = turn.unit.gatherings.post(opening)
    page = pages.get(turn.desk, turn.unit, row.gathering) if row else None
    current = round_of(page) if page else None
    is_open = current is not None and current.opening == opening
    return (page, current) if page is not None and current is not None and is_open else None


def takes_shares(current: Round | None) -> bool:
    """Whether something new may be shared in a round."""
    return current is not None and current.stage is Stage.SHARING


def nonce(turn: Turn) -> str:
    """Return what tells one opening of a form from another."""
    return turn.desk.chance.new_id().hex[:12]


def same_id(turn: Turn, *parts: str) -> UUID:
    """Return the id of what a form writes: the same, whenever it is sent; it tells nobody whose it is."""
    digest = turn.desk.vault.digest("words", turn.subject.hex, turn.ref.arg, *parts)
    return UUID(bytes=digest[:16], version=4)


def called(turn: Turn, member: Member) -> str:
    """Return what stands above somebody's words: how their platform calls them now."""
    return turn.event.called or member.called


def typed(turn: Turn) -> str | Outcome:
    """Return what was written on a form, or the form again with a sentence at its field."""
    text = shown(kept(turn.typed.get(cards.FIELD, ""))).strip()
    if not text:
        return refuse(cards.NOTHING_TYPED)
    return text if len(text) <= SHARE_MAX else refuse(cards.too_long(len(text)))


def refuse(sentence: str) -> Outcome:
    """Leave a form open with a sentence at its words."""
    return Outcome(first=Refuse(errors={cards.FIELD: sentence}))
