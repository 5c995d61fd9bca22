"""What to do in Discord about an outcome: the first answer, and what follows it. Pure.

Which answer goes where is one table (docs/architecture.md, "Discord"). Cards of one outcome that go to the
same place are drawn together, in their order: a number to call stands above the next question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from adapters.discord import limits, text
from adapters.discord.calls import (
    Call,
    Change,
    First,
    Follow,
    Give,
    Nothing,
    OpenModal,
    Plan,
    Post,
    RemoveOriginal,
    Reply,
    Update,
)
from adapters.discord.controls import kept_button, row
from adapters.discord.forms import filled, form_of, typed_in
from adapters.discord.kept import Item, KeptCards, KeptForm
from adapters.discord.places import Command, FormSent, Nowhere, Place, Posted, Talk, Whisper
from adapters.discord.render import layout_line, layouts_of, post_of, way_in, way_in_kept
from adapters.discord.text import Payload
from bot.domain.people import Account
from bot.surface.audience import Direct, Home, OnlyYou, Otherwise, Reading
from bot.surface.card import Card, Reach, aside, own_words, say
from bot.surface.form import Form
from bot.surface.outcome import Attach, Open, Outcome, Quiet, Refuse, Replace, Retract, Show

Keep = Callable[[Item], str]
"""Keeps something for a while, and returns the token of the button that shows it."""
Drawn = Callable[[str], Payload | None]
"""Returns a form as it was drawn, by its `custom_id`; None where that is not known any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What is kept for the person who acted (`kept.py`)."""

    keep: Keep
    drawn: Drawn


@dataclass(slots=True, kw_only=True)
class _Sorted:
    """The acts of an outcome by what they ask of Discord, each kind in order.

    `beside` are cards for one pair of eyes; `sealed` and `open` are the same, apart, for where nothing but
    messages can be shown: `sealed` may stand in none.
    """

    beside: list[Card] = field(default_factory=list)
    sealed: list[Card] = field(default_factory=list)
    open: list[Card] = field(default_factory=list)
    direct: list[Card] = field(default_factory=list)
    replaced: Card | None = None
    is_retracted: bool = False
    form: Form | None = None
    refused: Refuse | None = None
    files: list[Attach] = field(default_factory=list)

    @property
    def pages(self) -> list[Payload]:
        """The cards beside, as they are drawn for one pair of eyes."""
        return layouts_of(self.beside) if self.beside else []

    @property
    def posts(self) -> list[Call]:
        """The messages that stay, and the files."""
        posts: list[Call] = [Post(body=post_of(card)) for card in self.direct]
        return [*posts, *(Give(attach=attach) for attach in self.files)]


def plan(outcome: Outcome, place: Place, account: Account, memory: Memory) -> Plan:
    """Return what answers `account` at `place`.

    Raises:
        SurfaceError: a card or form is more than Discord can hold.
    """
    stays = place.below if isinstance(place, FormSent) else place
    acts = _sort(outcome, account, replaces=isinstance(stays, Posted))
    match place:
        case Command():
            return _to_command(acts, place)
        case Posted() | Whisper():
            return _to_control(acts, place, _opened(acts))
        case FormSent():
            return _to_form(acts, place, memory)
        case Talk():
            return Plan(calls=(*_said(acts, place, memory), *acts.posts))
        case Nowhere():
            return Plan(calls=(*_posted(acts), *acts.posts))
        case _:
            assert_never(place)


def plan_kept(item: Item | None) -> Plan:
    """Return what answers the button of something that was kept; None where it has gone."""
    match item:
        case None:
            return Plan(first=Reply(body=layout_line(text.GONE)))
        case KeptForm(modal=modal):
            return Plan(first=OpenModal(modal=modal))
        case KeptCards(pages=pages):
            return Plan(first=Reply(body=pages[0]), calls=tuple(_follows(pages[1:])))


def instead_of_opening(modal: Payload, keep: Keep) -> Payload:
    """Return what is said where a form cannot open any more: a button opens it."""
    return _with_button(layout_line(text.NEXT_FORM), keep(KeptForm(modal=modal)), text.OPEN_HERE)


def _sort(outcome: Outcome, account: Account, *, replaces: bool) -> _Sorted:
    """Sort acts. Only a posted message is `replaced` by itself; elsewhere its card joins those beside it."""
    found = _Sorted()
    for act in (outcome.first, *outcome.then):
        match act:
            case Show():
                _show(found, act, account)
            case Replace(card=card) if replaces:
                found.replaced = card
            case Replace(card=card):
                found.beside.append(card)
                found.open.append(card)
            case Retract():
                found.is_retracted = True
            case Open(form=form):
                found.form = form
            case Refuse():
                found.refused = act
            case Attach():
                found.files.append(act)
            case Quiet():
                pass
            case _:
                assert_never(act)
    return found


def _show(found: _Sorted, act: Show, account: Account) -> None:
    match act.audience:
        case Direct():
            found.direct.append(act.card)
        case OnlyYou(otherwise=otherwise):
            found.beside.append(act.card)
            if act.card.reach is Reach.SEALED:
                found.sealed.append(act.card)
            elif otherwise is not Otherwise.DROP:
                found.open.append(act.card)
        case Reading(to=to):
            if to == account:
                found.beside.append(act.card)
                found.sealed.append(act.card)
        case Home():
            pass  # Discord has no such page
        case _:
            assert_never(act.audience)


def _to_command(acts: _Sorted, place: Command) -> Plan:
    if acts.form:
        return _first(_opened(acts), [], acts)
    if acts.beside:
        return _first(None, acts.pages, acts)
    if acts.direct:
        return _line(text.JUST_BELOW if place.is_direct else text.WRITTEN_TO_YOU, acts)
    return _line(text.FINE, acts)


def _to_control(acts: _Sorted, place: Posted | Whisper, opened: OpenModal | None) -> Plan:
    """Answer a press, or a form that was opened by one: what was pressed changes in the first answer."""
    if isinstance(place, Posted):
        return _to_posted(acts, place, opened)
    if acts.beside and not opened:
        first, *rest = acts.pages
        return Plan(first=Update(body=first), calls=(*_follows(rest), *acts.posts))
    if acts.direct and not acts.is_retracted and not opened:
        return Plan(first=Update(body=layout_line(text.WRITTEN_TO_YOU)), calls=tuple(acts.posts))
    return _kept_as_it_is(opened, acts)


def _to_posted(acts: _Sorted, place: Posted, opened: OpenModal | None) -> Plan:
    changed = post_of(acts.replaced, as_layout=place.is_layout) if acts.replaced else None
    if changed and opened:
        change = Change(channel=place.channel, message=place.message, body=changed)
        return Plan(first=opened, calls=(change, *_follows(acts.pages), *acts.posts))
    if changed:
        return Plan(first=Update(body=changed), calls=(*_follows(acts.pages), *acts.posts))
    if acts.beside and not opened and not acts.is_retracted:
        return _first(None, acts.pages, acts)
    return _kept_as_it_is(opened, acts)


def _kept_as_it_is(opened: OpenModal | None, acts: _Sorted) -> Plan:
    """Return an answer that changes nothing of what was pressed; it may go afterwards."""
    removed = [RemoveOriginal()] if acts.is_retracted else []
    return Plan(first=opened or Nothing(), calls=(*removed, *_follows(acts.pages), *acts.posts))


def _to_form(acts: _Sorted, place: FormSent, memory: Memory) -> Plan:
    if acts.refused:
        return _refused(acts, acts.refused, place, memory)
    if acts.form:
        # Discord opens no form after a form: a button does.
        way = instead_of_opening(form_of(acts.form), memory.keep)
        pages = [*acts.pages, way]
        if isinstance(place.below, Whisper):
            return Plan(first=Update(body=pages[0]), calls=(*_follows(pages[1:]), *acts.posts))
        if isinstance(place.below, Posted) and acts.replaced:
            changed = post_of(acts.replaced, as_layout=place.below.is_layout)
            return Plan(first=Update(body=changed), calls=(*_follows(pages), *acts.posts))
        return _first(None, pages, acts)
    if place.below:
        return _to_control(acts, place.below, None)
    return _to_command(acts, Command(is_direct=False))


def _refused(acts: _Sorted, refused: Refuse, place: FormSent, memory: Memory) -> Plan:
    """Give back what was typed, in full, with a button that opens the form again: Discord has closed it."""
    drawn = memory.drawn(place.id)
    typed = [words for words in typed_in(place.typed).values() if words.strip()]
    why = Card(
        text_id="refused",
        blocks=(
            *(say(sentence) for sentence in dict.fromkeys(refused.errors.values())),
            *((say(text.YOUR_WORDS),) if typed else ()),
            *map(own_words, typed),
            aside(text.OPENS_AGAIN if drawn else text.COPY_THEM),
        ),
        summary=text.PRODUCT,
        reach=Reach.SEALED,
    )
    pages = layouts_of([*acts.beside, why])
    if drawn:
        token = memory.keep(KeptForm(modal=filled(drawn, place.typed)))
        pages = [*pages[:-1], *_closed_with(pages[-1], token)]
    return _first(None, pages, acts)


def _said(acts: _Sorted, place: Talk, memory: Memory) -> Iterator[Call]:
    """Walk what is said in their conversation: what no message may hold, and a form, by a button."""
    yield from _posted(acts)
    if not acts.sealed and not acts.form:
        return
    if place.command:
        yield Post(body=way_in(place.command))
        return
    if acts.sealed:
        pages = tuple(layouts_of(acts.sealed))
        yield Post(body=way_in_kept(memory.keep(KeptCards(pages=pages))))
    if acts.form:
        yield Post(body=way_in_kept(memory.keep(KeptForm(modal=form_of(acts.form)))))


def _posted(acts: _Sorted) -> Iterator[Call]:
    for card in acts.open:
        yield Post(body=post_of(card))


def _first(first: First | None, pages: list[Payload], acts: _Sorted) -> Plan:
    """Return a first answer for one pair of eyes, of `pages` where none is given, and all that follows."""
    if first is None:
        return Plan(first=Reply(body=pages[0]), calls=(*_follows(pages[1:]), *acts.posts))
    return Plan(first=first, calls=(*_follows(acts.pages), *acts.posts))


def _line(line: str, acts: _Sorted) -> Plan:
    return Plan(first=Reply(body=layout_line(line)), calls=tuple(acts.posts))


def _opened(acts: _Sorted) -> OpenModal | None:
    return OpenModal(modal=form_of(acts.form)) if acts.form else None


def _follows(pages: Sequence[Payload]) -> Iterator[Call]:
    return (Follow(body=page) for page in pages)


def _closed_with(page: Payload, token: str) -> list[Payload]:
    """Return a page with the button that opens a form again; on one of its own where there is no room."""
    if _count(page["components"]) + 2 <= limits.LAYOUT_PARTS:
        return [_with_button(page, token, text.AGAIN)]
    return [page, _with_button(layout_line(text.OPENS_AGAIN), token, text.AGAIN)]


def _count(components: Sequence[Payload]) -> int:
    return sum(1 + _count(component.get("components", ())) for component in components)


def _with_button(page: Payload, token: str, label: str) -> Payload:
    return {**page, "components": [*page["components"], row(kept_button(token, label))]}
