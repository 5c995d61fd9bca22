"""What an account is in, and how that ends for good: all that is held of theirs in a gathering goes along.

An account is a member, not a notebook: whoever has none is found the same way. What stands in a channel under
their name is taken away there by the lane, as far as Reststop still knows where it stands. What was released
without a name has no author, so nobody can take it along. A course is no circle, and is ended the same way:
nothing more of it comes to them, and what they showed or asked its trainers is there no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from uuid import UUID

from bot.domain.circles import Post, PostKind, Share, ShareState
from bot.domain.people import PersonId
from bot.domain.roles import Gathering
from bot.errors import KeyProblem
from bot.ports.store import Unit
from bot.services.cards.circles.aside import KEEPER, WRITER
from bot.services.circles import arriving
from bot.services.desk import Desk
from bot.services.gatherings import members, pages, posts
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.gatherings.proofs import is_by

Membership = tuple[Page, Member]
"""A gathering, and who an account is there."""
SHOWN_BY = "member"
"""The detail of what a learner shows or asks their trainers: whose it is."""
_OF_LEARNERS = frozenset({PostKind.COURSE_SHARE, PostKind.COURSE_QUESTION})
_WORDS = frozenset({PostKind.SHARE, PostKind.ANSWER})
_UNRELEASED = frozenset({ShareState.WAITING, ShareState.PENDING, ShareState.ASIDE})


def of_account(desk: Desk, unit: Unit, index: bytes) -> Sequence[Membership]:
    """Return what the account of an index is in, as far as it opens."""
    return list(_opened(desk, unit, index))


def circles_of(desk: Desk, unit: Unit, index: bytes) -> Sequence[Membership]:
    """Return the circles and team prompts among these."""
    return [each for each in _opened(desk, unit, index) if each[0].kind is not Gathering.COURSE]


def courses_of(desk: Desk, unit: Unit, index: bytes) -> Sequence[Membership]:
    """Return the courses among these."""
    return [each for each in _opened(desk, unit, index) if each[0].kind is Gathering.COURSE]


def shown_by(desk: Desk, unit: Unit, page: Page, member: Member) -> Sequence[Post]:
    """Return what a member shows the trainers of their course, in no order."""
    found = (post for post in _readable(desk, unit, page) if post.kind is PostKind.COURSE_SHARE)
    return [post for post in found if _is_theirs(desk, page, member, post)]


def called(page: Page) -> str:
    """Return the name of a gathering's channel when it was begun; "" where none was told."""
    name: str = page.part("setup").get("called", "")
    return name


def said_by(desk: Desk, unit: Unit, page: Page, member: Member) -> Sequence[tuple[PostKind, Share]]:
    """Return what a member shared and answered with their name, as far as it is held, in no order."""
    found = ((post.kind, _share(post)) for post in _readable(desk, unit, page))
    return [(kind, share) for kind, share in found if share is not None and share.member == member.id]


def end_of(desk: Desk, unit: Unit, person: PersonId) -> None:
    """End what a person's accounts are in, for good; once their doors are gone nobody knows which.

    Raises:
        NotSaved: the key store was not available.
    """
    for door in unit.people.doors(person):
        end_at(desk, unit, door.index)


def end_at(
    desk: Desk, unit: Unit, index: bytes, *, shares_stay: bool = False, learns_on: bool = False
) -> int:
    """End what one account is in, for good; return how many gatherings that were.

    `shares_stay`: what stands in a channel with their name stays there as long as its round. `learns_on`:
    they stay in courses that they do not look after, which end with their notebook.

    Raises:
        NotSaved: the key store was not available.
    """
    held = unit.gatherings.memberships(index)
    stays = set[UUID]()
    for page, member in of_account(desk, unit, index):
        if learns_on and page.kind is Gathering.COURSE and not member.is_keeper:
            stays.add(member.id)
        else:
            end(desk, unit, page, member, shares_stay=shares_stay)
    rows = unit.gatherings.memberships(index)
    left = [row.id for row in rows if row.id not in stays]  # what does not open
    desk.vault.bury(left)
    for row in left:
        _remove(unit, row)
    return len(held) - len(stays)


def end(desk: Desk, unit: Unit, page: Page, member: Member, *, shares_stay: bool = False) -> None:
    """End one membership, for good: a copy that is restored does not bring it back.

    What is held of theirs, or for them alone, goes along; what stands in the channel is deleted there, unless
    `shares_stay`.

    Raises:
        NotSaved: the key store was not available.
    """
    page = arriving.forget(desk, unit, page, member.id)
    gone = _take_out(desk, unit, page, member, shares_stay=shares_stay)
    if not shares_stay:
        _untie(desk, unit, page, member)
    desk.vault.bury([member.id, *gone])
    _remove(unit, member.id)


def _take_out(desk: Desk, unit: Unit, page: Page, member: Member, *, shares_stay: bool) -> Sequence[UUID]:
    """Drop what is a member's; return which posts these were."""
    theirs = [post for post in _readable(desk, unit, page) if _is_theirs(desk, page, member, post)]
    gone = [post for post in theirs if not (shares_stay and _stands(post))]
    for post in gone:
        _drop(desk, unit, page, post)
    return [post.id for post in gone]


def _untie(desk: Desk, unit: Unit, page: Page, member: Member) -> None:
    """Let nothing lead from a member to what came out without their name, nor their name stand beside it.

    Every such row of the circle is written again, so that none tells by its version whose it was.
    """
    for post in _readable(desk, unit, page):
        share = _share(post)
        if share is None or not share.is_unnamed or post.is_gone:
            continue
        if is_by(desk, page, share, member.account):
            aside = tuple(line for line in share.aside if line[0] in {KEEPER, WRITER})
            share = replace(share, proof="", aside=aside)
        posts.keep(desk, unit, page, posts.with_share(post, share))


def _remove(unit: Unit, member: UUID) -> None:
    """Remove a member, and what was to come to them as one."""
    unit.agenda.remove_for(member)
    unit.gatherings.remove_member(member)


def _opened(desk: Desk, unit: Unit, index: bytes) -> Iterator[Membership]:
    for row in unit.gatherings.memberships(index):
        with suppress(KeyProblem):
            page, member = pages.get(desk, unit, row.gathering), members.opened(desk, row)
            if page is not None and member is not None:
                yield page, member


def _readable(desk: Desk, unit: Unit, page: Page) -> Iterator[Post]:
    """Return all that is said for a gathering and opens: one damaged row holds nobody here."""
    for row in unit.gatherings.posts(page.id):
        with suppress(KeyProblem):
            yield posts.read(desk, row)


def _is_theirs(desk: Desk, page: Page, member: Member, post: Post) -> bool:
    if post.to is not None:
        return post.to == member.id
    if post.kind in _OF_LEARNERS:
        return post.details.get(SHOWN_BY) == member.id.hex
    share = _share(post)
    if share is None:
        return False
    if share.is_unnamed:
        return share.state in _UNRELEASED and is_by(desk, page, share, member.account)
    return share.member == member.id


def _share(post: Post) -> Share | None:
    """Return the share that a post is, or the answer to one; None where it is neither."""
    with suppress(LookupError, TypeError, ValueError):  # written by a later version
        return posts.share_in(post) if post.kind in _WORDS else None
    return None


def _stands(post: Post) -> bool:
    """Whether a post is in the channel, or on its way there at this moment."""
    return post.to is None and bool(post.message or post.by)


def _drop(desk: Desk, unit: Unit, page: Page, post: Post) -> None:
    """Forget a post. Where it stands in the channel its words go at once, and the message with the next."""
    if not _stands(post):
        posts.remove(unit, post.id)
        return
    share = _share(post)
    empty = Share(round=share.round if share else 0, text="", state=ShareState.GONE)
    posts.say(desk, unit, page, replace(posts.with_share(post, empty), is_gone=True), desk.clock.now())
