"""Before words stand in the channel: their writer reads what others would read, and chooses once.

The text waits in a post of the circle, so that a notebook is not needed for it. Words of danger hold nothing
back here: who to call stands above, for the writer alone (docs/content.md, "Words that can mean danger").
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from bot.domain.circles import Post, PostKind, Share, ShareState
from bot.errors import KeyProblem
from bot.services.cards.circles import answering as answer_cards
from bot.services.cards.circles import sharing as cards
from bot.services.cards.sharing import ChoiceControls
from bot.services.desk import Turn
from bot.services.gatherings import posts
from bot.services.gatherings.pages import Page
from bot.services.gatherings.texts import texts_of
from bot.services.shares import words
from bot.services.shares.publishing import publish
from bot.services.shares.words import Words
from bot.services.sharing import choosing
from bot.services.sharing.proposals import Agreed, Proposal
from bot.services.support import let_be
from bot.services.support.danger import above
from bot.surface.outcome import Open, Outcome, Replace, answer

CONTROLS = ChoiceControls(
    masked="share.masked",
    edit="share.edit",
    as_it_is="share.as_it_is",
    drop="share.drop",
    about="share.about",
)


def take(turn: Turn, page: Page, kind: PostKind, new: Share, *, under: UUID | None = None) -> Outcome:
    """Take what a form brings as `new`, by who acts. It waits until nothing is in the way of it.

    The same form sent again is the same words: it changes what stands, and posts nothing twice.
    """
    text = words.typed(turn)
    if isinstance(text, Outcome):
        return text
    if not turn.desk.floods.takes_form(turn.event.account, page.id, turn.now, turn.event.event_id):
        return words.refuse(cards.TOO_MUCH)
    wish = cards.wish_in(turn.typed.get(cards.WISH, new.wish)) if kind is PostKind.SHARE else ""
    new = replace(new, text=text, wish=wish)
    post = words.same_id(turn, new.member.hex if new.member else "")
    stands = words.own(turn, post)
    if stands is not None and stands.share.state is not ShareState.WAITING:
        if (stands.share.text, stands.share.wish) == (text, wish):
            return answer(cards.on_its_way(turn.mint, post))
        new = replace(new, replaces=post)
        post = words.same_id(turn, post.hex)
    elif stands is None and turn.unit.gatherings.post(post) is not None:  # taken back, and on its way out
        return words.refuse(cards.IS_NOT_THERE)
    held = Words(page=page, post=Post(id=post, kind=kind, under=under), share=new)
    return offer(turn, words.put(turn, held.with_share(new)))


def offer(turn: Turn, waiting: Words) -> Outcome:
    """Ask about words that wait, where there is anything to ask; else let the channel show them."""
    asked = choosing.ask(turn, _proposal(turn, waiting), CONTROLS)
    return asked or above(turn, waiting.share.text, publish(turn, waiting, waiting.share.text))


def masked(turn: Turn) -> Outcome:
    """Post it with what may point at a person masked."""
    return _agreed(turn, is_masked=True)


def as_it_is(turn: Turn) -> Outcome:
    """Post it as it was written."""
    return _agreed(turn, is_masked=False)


def edit(turn: Turn) -> Outcome:
    """Open the page again, with what was written."""
    found = words.waiting(turn)
    if found is None:
        return answer(cards.gone())
    ref, texts, share = turn.mint("share.again", found.post.id), texts_of(turn.desk, found.page), found.share
    if found.post.kind is PostKind.SHARE:
        return Outcome(first=Open(form=cards.form(ref, texts, text=share.text, wish=share.wish)))
    answered = words.find(turn, found.post.under)
    if answered is None:
        return answer(cards.gone())
    return Outcome(first=Open(form=answer_cards.form(ref, answered.share, texts, text=share.text)))


def again(turn: Turn) -> Outcome:
    """Take the page that was opened again."""
    found = words.waiting(turn)
    if found is None:
        return words.refuse(cards.IS_NOT_THERE)
    text = words.typed(turn)
    if isinstance(text, Outcome):
        return text
    if not turn.desk.floods.takes_form(turn.event.account, found.page.id, turn.now, turn.event.event_id):
        return words.refuse(cards.TOO_MUCH)
    wish = cards.wish_in(turn.typed.get(cards.WISH, found.share.wish))
    return offer(turn, words.put(turn, found.with_share(replace(found.share, text=text, wish=wish))))


def drop(turn: Turn) -> Outcome:
    """Forget words that waited."""
    found = words.waiting(turn)
    if found is None:
        return answer(cards.gone())
    posts.remove(turn.unit, found.post.id)
    return Outcome(first=Replace(card=cards.dropped()))


def about(turn: Turn) -> Outcome:
    """Take the answer to "Is this about", and ask about the words again below it."""
    found = words.waiting(turn)
    return choosing.about(turn, _proposal(turn, found), CONTROLS) if found else answer(cards.gone())


def _agreed(turn: Turn, *, is_masked: bool) -> Outcome:
    found = words.waiting(turn)
    if found is None:
        return answer(cards.gone())
    said = choosing.agreed(turn, _proposal(turn, found), CONTROLS, is_masked=is_masked)
    return publish(turn, found, said.text) if isinstance(said, Agreed) else said


def _proposal(turn: Turn, found: Words) -> Proposal:
    return Proposal(row=found.post.id, text=found.share.text, let_be=_never_flagged(turn))


def _never_flagged(turn: Turn) -> Collection[str]:
    """Return the words that who acts, if they have a notebook, wishes never to have flagged there."""
    if turn.visitor is None or not turn.visitor.has_said_yes:
        return ()
    try:
        held = let_be.let_be_of(turn.desk, turn.unit, turn.visitor)
    except KeyProblem:  # it only adds a sentence
        return ()
    return held.compared if held else ()
