"""What to do in Discord about an outcome: the first answer, and what follows it. Pure, but for what is kept.

Which answer goes where is one table (docs/architecture.md, "Discord"). Cards of one outcome that go to the
same place are drawn together, in their order: a number to call stands above the next question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from adapters.discord import text
from adapters.discord.answering.calls import (
    Call,
    Change,
    First,
    Follow,
    Give,
    Nothing,
    Offer,
    OpenModal,
    Plan,
    Post,
    Remove,
    RemoveOriginal,
    Reply,
    Update,
)
from adapters.discord.answering.kept import Item, KeptCards, KeptForm
from adapters.discord.answering.refusal import drawn_again, given_back
from adapters.discord.drawing.controls import command_button, kept_button, row
from adapters.discord.drawing.forms import form_of
from adapters.discord.drawing.render import change_of, layout_line, layouts_of, post_line, post_of, way_in
from adapters.discord.hearing.places import Command, FormSent, Place, Posted, Talk, Whisper
from adapters.discord.limits import PAGES_AT_ONCE
from adapters.discord.text import Payload
from bot.domain.people import Account
from bot.errors import BeyondReach
from bot.surface import phrases
from bot.surface.card import Card, Reach
from bot.surface.outcome import Outcome, Refuse
from bot.surface.sorting import Sorted, sort

Keep = Callable[[Item], str]
"""Keeps something for a while, and returns the token of the button that shows it."""
Drawn = Callable[[str], KeptForm | None]
"""Returns a form as it was drawn, by its `custom_id`; None where that is not known any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What is kept for the person who acted (`kept.py`)."""

    keep: Keep
    drawn: Drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class _Where:
    """Where an answer may stand: on `at`, what was pressed; `stays` is the posted message that it is about.

    They are the same but for a form that a second button has opened again.
    """

    at: Posted | Whisper | None
    stays: Posted | None
    is_direct: bool = False


def plan(outcome: Outcome, place: Place, account: Account, memory: Memory) -> Plan:
    """Return what answers `account` at `place`.

    Raises:
        BeyondReach: a card that is not for everybody would take the place of one in a channel.
        SurfaceError: a card or form is more than Discord can hold.
    """
    if isinstance(place, Talk):
        acts = sort(outcome, account, replaces=False)
        return Plan(posts=(*_said(acts, place.command), *_posts(acts)))
    where = _where(place, memory)
    acts = sort(outcome, account, replaces=where.stays is not None)
    if acts.replaced and where.stays and where.stays.is_shared and acts.replaced.reach is not Reach.OPEN:
        raise BeyondReach
    if isinstance(place, FormSent) and acts.refused:
        return _refused(acts, acts.refused, place, memory)
    opened = KeptForm(modal=form_of(acts.form), origin=where.stays) if acts.form else None
    pages = layouts_of(acts.cards) if acts.beside else []
    if opened and isinstance(place, FormSent):
        pages.append(instead_of_opening(opened, memory.keep))  # Discord opens no form after a form
        opened = None
    first, calls = _answer(acts, where, opened, pages_at_once(pages, memory.keep))
    return Plan(
        first=first, calls=tuple(calls), posts=tuple(_posts(acts)), late=lambda: tuple(_late(acts, where))
    )


def plan_kept(item: Item | None, memory: Memory) -> Plan:
    """Return what answers the button of something that was kept; None where it has gone."""
    match item:
        case None:
            help_now = command_button("helpnow", text.HELP_NOW)
            return Plan(first=Reply(body=layout_line(text.GONE, help_now)))
        case KeptForm():
            return Plan(first=OpenModal(form=item), late=lambda: (Offer(item=item),))
        case KeptCards(pages=pages):
            first, *rest = pages_at_once(pages, memory.keep)
            return Plan(
                first=Reply(body=first), calls=tuple(_follows(rest)), late=lambda: (Offer(item=item),)
            )
        case _:
            assert_never(item)


def instead_of_opening(form: KeptForm, keep: Keep) -> Payload:
    """Return what is said where a form cannot open any more: a button opens it."""
    return layout_line(text.GOES_ON, kept_button(keep(replace(form, is_offered=True)), phrases.OPEN_HERE))


def pages_at_once(pages: Sequence[Payload], keep: Keep) -> list[Payload]:
    """Return as many messages as one answer may have; a button in the last of them shows the others."""
    if len(pages) <= PAGES_AT_ONCE:
        return list(pages)
    shown, others = pages[: PAGES_AT_ONCE - 1], pages[PAGES_AT_ONCE - 1 :]
    button = kept_button(keep(KeptCards(pages=tuple(others))), text.GO_ON)
    return [*shown, layout_line(text.MORE_OF_IT, button)]


def _where(place: Command | Posted | Whisper | FormSent, memory: Memory) -> _Where:
    match place:
        case Command(is_direct=is_direct):
            return _Where(at=None, stays=None, is_direct=is_direct)
        case Posted():
            return _Where(at=place, stays=place)
        case Whisper():
            return _Where(at=place, stays=None)
        case FormSent(below=below, is_direct=is_direct):
            drawn = memory.drawn(place.id)
            stays = below if isinstance(below, Posted) else None
            if drawn and drawn.origin:
                stays = drawn.origin
            return _Where(at=below, stays=stays, is_direct=is_direct)
        case _:
            assert_never(place)


def _answer(
    acts: Sorted, where: _Where, opened: KeptForm | None, pages: list[Payload]
) -> tuple[First, list[Call]]:
    """Return the first answer, and what follows: what becomes of a posted message, and further pages."""
    at, calls = where.at, list(_done_to(acts, where.stays))
    first: First | None = OpenModal(form=opened) if opened else None
    if first is None and calls and isinstance(at, Posted) and at == where.stays:
        # What was pressed changes in the answer itself, or goes by its right.
        first, calls = (_update(acts.replaced, at), []) if acts.replaced else (Nothing(), [RemoveOriginal()])
    if first is None and pages:
        page, *pages = pages
        first = Update(body=page) if isinstance(at, Whisper) else Reply(body=page)
    if first is None and isinstance(at, Whisper) and (acts.is_retracted or calls):
        first, calls = Nothing(), [RemoveOriginal(), *calls]
    return first or _word(acts, where), [*calls, *_follows(pages)]


def _update(card: Card, at: Posted) -> First:
    return Update(body=post_of(card, as_layout=at.is_layout))


def _word(acts: Sorted, where: _Where) -> First:
    """Return what is said where there is nothing for their eyes alone."""
    if not (acts.direct or acts.files):
        return Nothing() if where.at else Reply(body=layout_line(phrases.FINE))
    match where.at:
        case None:
            line = text.BELOW if where.is_direct else phrases.WRITTEN_TO_YOU
            return Reply(body=layout_line(line), promises=True)
        case Whisper():
            return Update(body=layout_line(phrases.WRITTEN_TO_YOU), promises=True)
        case Posted():
            return Nothing()
        case _:
            assert_never(where.at)


def _done_to(acts: Sorted, stays: Posted | None) -> Iterator[Call]:
    """Walk what becomes of the posted message that the answer is about."""
    if stays and acts.replaced:
        body = change_of(acts.replaced, is_layout=stays.is_layout)
        yield Change(channel=stays.channel, message=stays.message, body=body)
    elif stays and acts.is_retracted:
        yield Remove(channel=stays.channel, message=stays.message)


def _refused(acts: Sorted, refused: Refuse, place: FormSent, memory: Memory) -> Plan:
    """Give back what was typed; a card for their eyes, as who to call, stands above it.

    What was given back before, and opened the form again, makes way for it.
    """
    drawn = memory.drawn(place.id)
    again = memory.keep(drawn_again(drawn, place.typed)) if drawn else ""
    below = row(kept_button(again, text.AGAIN)) if again else None
    pages = layouts_of([*acts.cards, given_back(refused, place.typed, drawn)], below=below)
    first, *rest = pages_at_once(pages, memory.keep)
    is_again = isinstance(place.below, Whisper) and drawn is not None and drawn.is_offered
    return Plan(
        first=Update(body=first) if is_again else Reply(body=first),
        calls=tuple(_follows(rest)),
        posts=tuple(_posts(acts)),
        late=lambda: (Offer(item=KeptCards(pages=tuple(pages))),),
    )


def _late(acts: Sorted, where: _Where) -> Iterator[Call]:
    """Walk what is done where the right to answer has ended: in their conversation, and to what stays."""
    calls = [*_said(acts, origin=where.stays), *_done_to(acts, where.stays)]
    yield from calls
    if not (calls or acts.direct or acts.files):
        yield Post(body=post_line(phrases.TOO_LONG))


def _said(acts: Sorted, command: str = "", *, origin: Posted | None = None) -> Iterator[Call]:
    """Walk what is said in their conversation where nothing can be shown to them alone.

    What no message may hold, and a form, is behind a button: that of the `command` which was meant, where
    that brings it again, since such a button is good for ever. One button shows all that is kept.
    """
    behind = [each for each in acts.beside if each.is_sealed and not (command and each.is_reading)]
    for each in acts.beside:
        if behind and each is behind[0]:
            yield Offer(item=KeptCards(pages=tuple(layouts_of([one.card for one in behind]))))
        elif not each.is_sealed:
            yield Post(body=post_of(each.card))
    if command and (acts.form or any(each.is_reading for each in acts.beside)):
        yield Post(body=way_in(command))
    elif acts.form:
        yield Offer(item=KeptForm(modal=form_of(acts.form), origin=origin))


def _posts(acts: Sorted) -> Iterator[Call]:
    """Walk the messages that stay, and the files."""
    yield from (Post(body=post_of(card)) for card in acts.direct)
    yield from (Give(attach=attach) for attach in acts.files)


def _follows(pages: Iterable[Payload]) -> Iterator[Call]:
    return (Follow(body=page) for page in pages)
