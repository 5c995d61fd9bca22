"""Sharing without a name: what is said beforehand, the form, the choices before it waits, and taking it back.

Nothing here writes a member's row, and no row of the agenda comes before the release: what a share without a
name leaves is one sealed row like all others.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.circles import Post, PostKind, Round, Share, ShareState
from bot.domain.round_plan import Step
from bot.domain.sharing import Hold
from bot.services.cards.circles import rounds as round_cards
from bot.services.cards.circles import sharing as share_cards
from bot.services.cards.circles import unnamed as cards
from bot.services.desk import Turn
from bot.services.gatherings import members, posts
from bot.services.gatherings.current import round_of
from bot.services.gatherings.outsiders import card_for
from bot.services.gatherings.pages import Page
from bot.services.gatherings.proofs import proof_of
from bot.services.gatherings.settings import setup_of
from bot.services.gatherings.texts import texts_of
from bot.services.shares import aliases, mine, release, words
from bot.services.shares.words import Words
from bot.services.sharing import choosing, holding
from bot.services.sharing.proposals import Agreed, Proposal
from bot.surface.outcome import Open, Outcome, Replace, answer

MOST = 5
"""So many shares without a name somebody may have in one round."""


def begin(turn: Turn) -> Outcome:
    """Answer [Share without a name]: what it is, what it cannot promise, and the way on; or why not."""
    found = words.opened_by(turn, turn.subject)
    if found is None:
        return answer(share_cards.over())
    page, current = found
    if members.here(turn, page) is None:
        return card_for(turn, page)
    if (reason := _refused(turn, page, current)) is not None:
        return answer(cards.refused(reason))
    return answer(cards.before(turn.mint, turn.subject, _comes(turn, page, current)))


def write(turn: Turn) -> Outcome:
    """Open the page on which something is shared without a name."""
    found = words.opened_by(turn, turn.subject)
    if found is None:
        return answer(share_cards.over())
    page, current = found
    if members.here(turn, page) is None:
        return card_for(turn, page)
    if (reason := _refused(turn, page, current)) is not None:
        return answer(cards.refused(reason))
    ref = turn.mint("unnamed.send", turn.subject, turn.desk.chance.new_id().hex[:12])
    called = aliases.alias_of(turn.desk, page, current, turn.event.account).called
    return Outcome(first=Open(form=cards.form(ref, texts_of(turn.desk, page), called)))


def send(turn: Turn) -> Outcome:
    """Take what was written; it waits, sealed, until nothing is in the way of it, and then for others."""
    found = words.opened_by(turn, turn.subject)
    if found is None:
        return words.refuse(share_cards.IS_OVER)
    page, current = found
    text = _typed(turn, page, current)
    if isinstance(text, Outcome):
        return text
    post = Post(id=words.same_id(turn), kind=PostKind.SHARE)
    if len([each for each in mine.of_writer(turn, page, current) if each.post.id != post.id]) >= MOST:
        return words.refuse(cards.enough(MOST))
    return offer(turn, _put(turn, Words(page=page, post=post, share=_begun(turn, page, current)), text))


def change(turn: Turn) -> Outcome:
    """Open the page again, with what was written, while it waits."""
    found = held(turn)
    if found is None:
        return answer(share_cards.gone())
    ref = turn.mint("unnamed.again", found.post.id)
    form = cards.form(
        ref,
        texts_of(turn.desk, found.page),
        found.share.called,
        text=found.share.text,
        wish=found.share.wish,
    )
    return Outcome(first=Open(form=form))


def again(turn: Turn) -> Outcome:
    """Take the page that was opened again."""
    found = held(turn)
    current = round_of(found.page) if found else None
    if found is None or current is None:
        return words.refuse(cards.NOT_HELD)
    text = _typed(turn, found.page, current)
    return text if isinstance(text, Outcome) else offer(turn, _put(turn, found, text))


def offer(turn: Turn, waiting: Words) -> Outcome:
    """Ask about a share that waits, where there is anything to ask; else let it wait for others."""
    asked = choosing.ask(turn, proposal(waiting), cards.CHOICE)
    return asked or settle(turn, waiting, after_choice=False)


def masked(turn: Turn) -> Outcome:
    """Take it with what may point at a person masked."""
    return _agreed(turn, is_masked=True)


def as_it_is(turn: Turn) -> Outcome:
    """Take it as it was written."""
    return _agreed(turn, is_masked=False)


def about(turn: Turn) -> Outcome:
    """Take the answer to "Is this about", and ask about the share again below it."""
    found = held(turn)
    return choosing.about(turn, proposal(found), cards.CHOICE) if found else answer(share_cards.gone())


def withdraw(turn: Turn) -> Outcome:
    """Take it back, whether it waits or stands in the channel; nothing of it is kept."""
    found = mine.alone(turn, turn.subject)
    if found is None:
        return answer(share_cards.gone())
    if found.post.message or found.share.state in {ShareState.OUT, ShareState.HIDDEN}:
        empty = Share(round=found.share.round, text="", state=ShareState.GONE)
        words.say(turn, replace(found, post=replace(posts.with_share(found.post, empty), is_gone=True)))
        return Outcome(first=Replace(card=cards.taken_back()))
    posts.remove(turn.unit, found.post.id)
    return Outcome(first=Replace(card=cards.dropped()))


def held(turn: Turn) -> Words | None:
    """Return the share of who acts that a control is about, while it has not come out."""
    found = mine.unnamed(turn, turn.subject)
    waits = {ShareState.WAITING, ShareState.PENDING}
    return found if found is not None and found.share.state in waits else None


def proposal(found: Words) -> Proposal:
    """Return a share as what its writer wishes to share."""
    return Proposal(row=found.post.id, text=found.share.text)


def settle(turn: Turn, found: Words, *, after_choice: bool) -> Outcome:
    """Let a share wait for others; words of danger are held, and their writer reads what may be done."""
    decision = holding.decide(proposal(found).words)
    if isinstance(decision, Hold):
        return holding.show(turn, proposal(found), cards.HELD, decision)
    current = round_of(found.page)
    reason = _refused(turn, found.page, current) if current else share_cards.IS_OVER
    if reason is not None or current is None or members.here(turn, found.page) is None:
        return answer(cards.refused(reason or share_cards.NOT_HERE))
    pending = found.with_share(replace(found.share, state=ShareState.PENDING))
    words.put(turn, pending)
    told = cards.waits(turn.mint, pending.post.id, found.share.called, _comes(turn, found.page, current))
    return holding.released(turn, proposal(pending), answer(told), after_choice=after_choice)


def _agreed(turn: Turn, *, is_masked: bool) -> Outcome:
    found = held(turn)
    if found is None:
        return answer(share_cards.gone())
    said = choosing.agreed(turn, proposal(found), cards.CHOICE, is_masked=is_masked)
    if not isinstance(said, Agreed):
        return said
    chosen = words.put(turn, found.with_share(replace(found.share, text=said.text)))
    return settle(turn, chosen, after_choice=True)


def _begun(turn: Turn, page: Page, current: Round) -> Share:
    account = turn.event.account
    alias = aliases.alias_of(turn.desk, page, current, account)
    return Share(
        round=current.number,
        text="",
        state=ShareState.WAITING,
        alias=alias.key,
        called=alias.called,
        proof=proof_of(turn.desk, page, turn.desk.chance.new_id(), account),
    )


def _typed(turn: Turn, page: Page, current: Round) -> str | Outcome:
    """Return what was written without a name, or the form again with a sentence at its field."""
    if members.here(turn, page) is None:
        return words.refuse(share_cards.NOT_HERE)
    if (reason := _refused(turn, page, current)) is not None:
        return words.refuse(reason)
    text = words.typed(turn)
    if isinstance(text, str) and not turn.desk.floods.takes_form(
        turn.event.account, page.id, turn.now, turn.event.event_id
    ):
        return words.refuse(share_cards.TOO_MUCH)
    return text


def _put(turn: Turn, found: Words, text: str) -> Words:
    """Write what was typed; it waits for its writer's choice."""
    wish = share_cards.wish_of(replace(found.share, wish=turn.typed.get(share_cards.WISH, found.share.wish)))
    share = replace(found.share, text=text, wish=wish.value, state=ShareState.WAITING)
    return words.put(turn, found.with_share(share))


def _refused(turn: Turn, page: Page, current: Round) -> str | None:
    """Return why nothing is taken without a name from who acts; None where it is."""
    if not setup_of(page).is_unnamed_on or not aliases.has_aliases(page, current):
        return cards.OFF
    if not words.takes_shares(current):
        return share_cards.SHARING_IS_OVER
    if release.is_small(turn.unit, page):
        return cards.TOO_FEW
    key = aliases.alias_of(turn.desk, page, current, turn.event.account).key
    return cards.RESTS if aliases.rests(page, current, key) else None


def _comes(turn: Turn, page: Page, current: Round) -> str:
    """Return when shares without a name come out next, in words; "" where no such time is left."""
    at = next((at for step, at in current.steps if step is Step.RELEASE), None)
    return round_cards.until(at, turn.now, setup_of(page).zone) if at else ""
