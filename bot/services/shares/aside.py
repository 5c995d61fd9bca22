"""Between who looks after a circle and the writer of a share alone; and letting a name rest for a week.

The writer of a share without a name is reached through it and in no other way: no letter goes to them.
"""

from __future__ import annotations

import json
from dataclasses import replace

from bot.domain.circles import PostKind, Round, ShareState
from bot.services.cards.circles import aside as cards
from bot.services.cards.circles import sharing as share_cards
from bot.services.desk import Turn
from bot.services.gatherings import members, posts, standing
from bot.services.gatherings.current import round_of
from bot.services.shares import aliases, mine, words
from bot.services.shares.words import Words
from bot.services.sharing.proposals import to_read
from bot.services.support.danger import above
from bot.surface.outcome import Open, Outcome, answer
from bot.surface.text import kept, shown

MOST_SHOWN = 8
_ROOM = posts.ALL_OF_ONE_SIZE - 1_000
"""Characters of a share with all that was said aside: more would tell its row from others by its size."""
_NAMED = "named"


def every(turn: Turn) -> Outcome:
    """Show who looks after a circle what came out without a name, and what was sent to them alone."""
    found = words.opened_by(turn, turn.subject)
    if found is None:
        return answer(share_cards.over())
    page, current = found
    if not standing.is_keeper(turn, page):
        return answer(cards.not_for_you())
    seen = []
    for post in posts.of(turn.desk, turn.unit, page, PostKind.SHARE):
        held = Words(page=page, post=post, share=posts.share_in(post))
        if _is_seen(held) and held.share.round == current.number and not post.is_gone:
            seen.append(_seen(held, current))
    return to_read(turn, cards.every(turn.mint, seen[:MOST_SHOWN], max(0, len(seen) - MOST_SHOWN)))


def read(turn: Turn) -> Outcome:
    """Show who looks after a circle what was sent to them alone."""
    found = _for_keeper(turn)
    if isinstance(found, Outcome):
        return found
    return to_read(turn, cards.one(turn.mint, _seen(found, round_of(found.page))))


def open_form(turn: Turn) -> Outcome:
    """Open the page on which who looks after a circle, or the writer, says something aside."""
    return _open(turn, is_named=False)


def open_named(turn: Turn) -> Outcome:
    """Open the page on which a writer answers with their name."""
    return _open(turn, is_named=True)


def send(turn: Turn) -> Outcome:
    """Take what is said aside."""
    found = mine.alone(turn, turn.subject) or _for_keeper(turn)
    if isinstance(found, Outcome):
        return words.refuse(cards.NOT_THERE)
    text = shown(kept(turn.typed.get(share_cards.FIELD, ""))).strip()
    if not text:
        return words.refuse(cards.NOTHING_TYPED)
    if len(text) > cards.LONGEST:
        return words.refuse(cards.TOO_LONG)
    if not turn.desk.floods.takes_form(turn.event.account, found.page.id, turn.now, turn.event.event_id):
        return words.refuse(share_cards.TOO_MUCH)
    line = (_by(turn, found), text)
    if line not in found.share.aside[-1:]:
        more = replace(found.share, aside=(*found.share.aside, line))
        if len(json.dumps(posts.of_share(more))) > _ROOM:
            return words.refuse(cards.NO_ROOM)
        words.put(turn, found.with_share(more))
    return above(turn, text, answer(cards.said()))


def let_rest(turn: Turn) -> Outcome:
    """Let the name of a share rest for the week; nobody learns whose it is."""
    found = _for_keeper(turn)
    if isinstance(found, Outcome):
        return found
    current = round_of(found.page)
    if current is None or not found.share.alias:
        return answer(share_cards.gone())
    aliases.let_rest(turn.desk, turn.unit, found.page, current, found.share.alias)
    return answer(cards.at_rest(turn.mint, found.post.id, found.share.called))


def let_speak(turn: Turn) -> Outcome:
    """Let a name that rested speak again."""
    found = _for_keeper(turn)
    if isinstance(found, Outcome):
        return found
    current = round_of(found.page)
    if current is None or not found.share.alias:
        return answer(share_cards.gone())
    aliases.let_speak(turn.desk, turn.unit, found.page, current, found.share.alias)
    return answer(cards.speaks(found.share.called))


def _open(turn: Turn, *, is_named: bool) -> Outcome:
    theirs = mine.alone(turn, turn.subject)
    if theirs is not None:
        ref = turn.mint("aside.send", turn.subject, _NAMED if is_named else "")
        return Outcome(
            first=Open(form=cards.form(ref, cards.TO_KEEPER_NAMED if is_named else cards.TO_KEEPER))
        )
    found = _for_keeper(turn)
    if isinstance(found, Outcome):
        return found
    return Outcome(first=Open(form=cards.form(turn.mint("aside.send", turn.subject), cards.TO_WRITER)))


def _by(turn: Turn, found: Words) -> str:
    if mine.alone(turn, turn.subject) is None:
        return cards.KEEPER
    member = members.here(turn, found.page)
    if member is not None and (turn.ref.arg == _NAMED or not found.share.is_unnamed):
        return share_cards.name_of(replace(found.share, called=words.called(turn, member)))
    return cards.WRITER


def _for_keeper(turn: Turn) -> Words | Outcome:
    """Return a share that who looks after its circle may answer alone; else what they are told."""
    found = words.find(turn, turn.subject)
    if found is None or not _is_seen(found):
        return answer(share_cards.gone())
    return found if standing.is_keeper(turn, found.page) else answer(cards.not_for_you())


def _is_seen(found: Words) -> bool:
    """Whether who looks after a circle sees a share here: it is out without a name, or was sent aside."""
    share = found.share
    is_out = share.is_unnamed and share.state in {ShareState.OUT, ShareState.HIDDEN}
    return is_out or share.state is ShareState.ASIDE


def _seen(found: Words, current: Round | None) -> cards.Seen:
    is_of_it = current is not None and current.number == found.share.round and bool(found.share.alias)
    rests = is_of_it and current is not None and aliases.rests(found.page, current, found.share.alias)
    return cards.Seen(post=found.post.id, share=found.share, rests=rests)
