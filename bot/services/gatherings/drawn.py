"""Which card each post is, as things are when it leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from bot.domain.circles import Post, PostKind, ShareState, Stage
from bot.domain.courses.written import push_of
from bot.domain.reviews import Shelf
from bot.ports.store import Unit
from bot.services.cards.circles import answering, company, joining, looking, plain, sharing, team, unnamed
from bot.services.cards.circles import rounds as round_cards
from bot.services.cards.circles.sharing import mine_button, share_button
from bot.services.cards.courses import ahead as course_previews
from bot.services.cards.courses import inviting as course_invites
from bot.services.cards.courses import plain as course_words
from bot.services.desk import Desk, Mint
from bot.services.gatherings import posts
from bot.services.gatherings.current import round_of
from bot.services.gatherings.pages import Page
from bot.services.gatherings.settings import setup_of
from bot.services.gatherings.texts import texts_of
from bot.services.organisations.decisions import shelf_in
from bot.surface.card import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A post that leaves, and the world around it. `mint` makes refs for who will see it."""

    desk: Desk
    unit: Unit
    page: Page
    post: Post
    mint: Mint


Draw = Callable[[Drawing], Card | None]


def draw(drawing: Drawing) -> Card | None:
    """Return the card of a post; None where there is nothing to say any more."""
    return DRAWN[drawing.post.kind](drawing)


def _line(drawing: Drawing) -> Card:
    return plain.line(str(drawing.post.details["text"]))


def _note(drawing: Drawing) -> Card:
    return plain.note(str(drawing.post.details["text"]))


def _invite(drawing: Drawing) -> Card:
    return joining.invite(drawing.mint, drawing.page.id, setup_of(drawing.page))


def _opening(drawing: Drawing) -> Card | None:
    """The opening of a round, as the round is now; it is not begun where sharing is over."""
    post, current = drawing.post, round_of(drawing.page)
    template = drawing.desk.catalogue.round(str(post.details.get("template", "")))
    if current is None or current.opening != post.id:
        return round_cards.over(template.title if template else "") if post.message else None
    if template is None:
        return None
    now, zone = drawing.desk.clock.now(), setup_of(drawing.page).zone
    mine = mine_button(drawing.mint, post.id)
    if current.stage is Stage.ANSWERING:
        ends = round_cards.until(current.ends, now, zone)
        return round_cards.answering(template, ends, (mine,)) if post.message else None
    if now >= current.sharing_ends:
        return None
    ends = round_cards.until(current.sharing_ends, now, zone)
    without = (unnamed.button(drawing.mint, post.id),) if setup_of(drawing.page).is_unnamed_on else ()
    ways = (share_button(drawing.mint, post.id), *without, mine)
    unread = _shelf(drawing).is_marked_round(template)
    return round_cards.opening(drawing.mint, post.id, template, ends, ways, unread=unread)


def _closing(drawing: Drawing) -> Card:
    details = drawing.post.details
    return round_cards.closing(str(details["text_id"]), str(details["text"]))


def _team_prompt(drawing: Drawing) -> Card | None:
    """Draw the question in the organisation's own words; none where it was retired meanwhile."""
    desk, page = drawing.desk, drawing.page
    asked = desk.catalogue.prompt(str(drawing.post.details["prompt"]))
    shelf = _shelf(drawing)
    if asked is None or shelf.held_back(asked):
        return None
    worded = shelf.worded(asked)
    return team.posted(drawing.mint, page.id, worded, is_marked=shelf.is_marked(worded))


def _shelf(drawing: Drawing) -> Shelf:
    organisation = drawing.unit.organisations.get(drawing.page.row.organisation)
    return shelf_in(drawing.desk, drawing.unit, organisation, hosted=True)


def _team_offer(drawing: Drawing) -> Card:
    return team.offer(drawing.mint, drawing.page.id)


def _look(drawing: Drawing) -> Card:
    return looking.please_look(drawing.mint, drawing.page.id)


def _report(drawing: Drawing) -> Card:
    return looking.please_decide(drawing.mint, UUID(hex=str(drawing.post.details["about"])))


def _share(drawing: Drawing) -> Card | None:
    share = posts.share_in(drawing.post)
    match share.state:
        case ShareState.OUT:
            texts = texts_of(drawing.desk, drawing.page)
            return sharing.posted(drawing.mint, drawing.post.id, share, texts)
        case ShareState.HIDDEN:
            return sharing.hidden()
        case ShareState.WAITING | ShareState.PENDING | ShareState.ASIDE | ShareState.GONE:
            return None
        case _:
            assert_never(share.state)


def _aside(drawing: Drawing) -> Card:
    return unnamed.letter(drawing.mint, UUID(hex=str(drawing.post.details["share"])))


def _company(drawing: Drawing) -> Card:
    details = drawing.post.details
    word = company.Word(str(details["word"]))
    return company.letter(drawing.mint, drawing.page.id, word, str(details["wish"]))


def _answer(drawing: Drawing) -> Card | None:
    share = posts.share_in(drawing.post)
    match share.state:
        case ShareState.OUT:
            return answering.posted(drawing.mint, drawing.post.id, share)
        case ShareState.HIDDEN:
            return sharing.hidden()
        case ShareState.WAITING | ShareState.PENDING | ShareState.ASIDE | ShareState.GONE:
            return None
        case _:
            assert_never(share.state)


def _course_invite(drawing: Drawing) -> Card:
    return course_invites.invite(drawing.mint, drawing.page.id, drawing.post.details)


def _course_preview(drawing: Drawing) -> Card:
    details = drawing.post.details
    held = details["push"]
    if not isinstance(held, dict):
        raise TypeError(PostKind.COURSE_PREVIEW)
    one = course_previews.Previewed(
        title=str(details["title"]),
        asked=push_of(held),
        number=int(str(details["number"])),
        of=int(str(details["of"])),
        when=str(details["when"]),
        unread=bool(details.get("unread")),
    )
    return course_previews.preview(drawing.mint, drawing.page.id, one)


def _course_word(drawing: Drawing) -> Card:
    details = drawing.post.details
    title, text, way, label = (str(details[name]) for name in ("course", "text", "way", "label"))
    said = course_words.Word(title=title, text=text, way=way, label=label)
    return course_words.word(drawing.mint, drawing.page.id, said)


def _never_sent(_drawing: Drawing) -> None:
    """What a learner shows or asks is read where it lies, as long as they leave it there."""


DRAWN: Mapping[PostKind, Draw] = {
    PostKind.TEAM_PROMPT: _team_prompt,
    PostKind.TEAM_OFFER: _team_offer,
    PostKind.ANSWER: _answer,
    PostKind.INVITE: _invite,
    PostKind.OPENING: _opening,
    PostKind.CLOSING: _closing,
    PostKind.ASIDE: _aside,
    PostKind.COMPANY: _company,
    PostKind.COURSE_INVITE: _course_invite,
    PostKind.COURSE_PREVIEW: _course_preview,
    PostKind.COURSE_QUESTION: _never_sent,
    PostKind.COURSE_SHARE: _never_sent,
    PostKind.ATTENDANCE_LIST: _never_sent,
    PostKind.COURSE_WORD: _course_word,
    PostKind.LINE: _line,
    PostKind.LOOK: _look,
    PostKind.REPORT: _report,
    PostKind.NOTE: _note,
    PostKind.SHARE: _share,
}
"""By kind. Each is drawn in the module that says it."""
