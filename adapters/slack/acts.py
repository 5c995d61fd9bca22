"""What to do in Slack about an outcome: the acknowledgement, and the calls after it. Pure.

Which answer goes where is one table (docs/architecture.md, "Slack"). Cards of one outcome that go to the
same place are drawn together, in their order: a number to call stands above the next question.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from adapters.slack import text
from adapters.slack.calls import (
    Call,
    DeleteMessage,
    Give,
    OpenView,
    Plan,
    Post,
    Publish,
    PushView,
    Respond,
    UpdateMessage,
    UpdateView,
    Whisper,
)
from adapters.slack.forms import errors_at, form_of
from adapters.slack.places import CardView, Command, FormView, HomeTab, Nowhere, Place, Posted, Shortcut, Talk
from adapters.slack.render import home_of, message_line, message_of, modal_line, modal_of, way_in, whisper_of
from adapters.slack.text import Payload
from bot.domain.people import Account
from bot.errors import SurfaceError
from bot.surface.audience import Direct, Home, OnlyYou, Otherwise, Reading
from bot.surface.card import Card, Reach
from bot.surface.form import Form
from bot.surface.outcome import Attach, Open, Outcome, Quiet, Refuse, Replace, Retract, Show


@dataclass(slots=True, kw_only=True)
class _Sorted:
    """The acts of an outcome by what they ask of Slack. `beside` are cards for one pair of eyes, in order."""

    beside: list[Card] = field(default_factory=list)
    dropped_in_talk: set[int] = field(default_factory=set)
    """Places in `beside` of cards that are rather left out than posted."""
    is_reading: bool = False
    direct: list[Card] = field(default_factory=list)
    replaced: Card | None = None
    is_retracted: bool = False
    form: Form | None = None
    refused: Refuse | None = None
    files: list[Attach] = field(default_factory=list)
    home: Card | None = None

    @property
    def is_sealed(self) -> bool:
        """Whether anything of it may not stand in a message."""
        return self.is_reading or any(card.reach is Reach.SEALED for card in self.beside)

    @property
    def posts(self) -> list[Call]:
        """The messages that stay, and the files."""
        return [*(Post(message=message_of(card)) for card in self.direct), *map(_give, self.files)]


def plan(outcome: Outcome, place: Place, account: Account) -> Plan:
    """Return what answers `account` at `place`.

    Raises:
        SurfaceError: a card or form is more than Slack can hold.
    """
    acts = _sort(outcome, account, replaces=isinstance(place, Posted) and not place.is_ephemeral)
    home = [Publish(view=home_of(acts.home))] if acts.home else []
    match place:
        case Command():
            made = _to_command(acts, place)
        case Posted():
            made = _to_message(acts, place)
        case CardView():
            made = _in_modal(acts, place)
        case FormView():
            made = _to_form(acts, place)
        case HomeTab() | Shortcut():
            made = _from_elsewhere(acts, place)
        case Talk():
            made = _to_talk(acts, place)
        case Nowhere():
            made = Plan(calls=(*_kept_from_nowhere(acts), *acts.posts))
        case _:
            assert_never(place)
    return Plan(ack=made.ack, calls=(*made.calls, *home))


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
            if otherwise is Otherwise.DROP:
                found.dropped_in_talk.add(len(found.beside))
            found.beside.append(act.card)
        case Reading(to=to):
            if to == account:
                found.beside.append(act.card)
                found.is_reading = True
        case Home():
            found.home = act.card
        case _:
            assert_never(act.audience)


def _to_command(acts: _Sorted, place: Command) -> Plan:
    late = Respond(url=place.response_url, body=_alone(_late(acts)))
    opened = _opened(acts, place.trigger, late)
    ack: Payload = {}
    if acts.beside and not acts.is_sealed:
        ack = _alone(message_of(*acts.beside))
    elif acts.direct and not acts.beside and not place.is_direct:
        ack = _alone(message_line(text.WRITTEN_TO_YOU))
    return Plan(ack=ack, calls=(*opened, *acts.posts))


def _to_message(acts: _Sorted, place: Posted) -> Plan:
    if place.is_ephemeral:
        return _to_whisper(acts, place)
    changed: list[Call] = []
    if acts.replaced:
        changed.append(UpdateMessage(channel=place.channel, ts=place.ts, message=message_of(acts.replaced)))
    elif acts.is_retracted:
        changed.append(DeleteMessage(channel=place.channel, ts=place.ts))
    late = Whisper(channel=place.channel, message=_late(acts))
    # What opens goes first: its trigger runs out. What was answered in a modal is beside the message.
    opened = _opened(acts, place.trigger, late, holds_all=True)
    return Plan(calls=(*opened, *changed, *acts.posts))


def _to_whisper(acts: _Sorted, place: Posted) -> Plan:
    late = Respond(url=place.response_url, body=_alone(_late(acts)))
    opened = _opened(acts, place.trigger, late)
    changed: list[Call] = []
    if acts.beside and not acts.is_sealed:
        body = {"replace_original": True, **_alone(message_of(*acts.beside))}
        changed.append(Respond(url=place.response_url, body=body))
    elif acts.is_retracted:
        changed.append(Respond(url=place.response_url, body={"delete_original": True}))
    return Plan(calls=(*opened, *changed, *acts.posts))


def _in_modal(acts: _Sorted, place: CardView) -> Plan:
    calls: list[Call] = []
    if acts.form:
        form = form_of(acts.form)
        calls.append(PushView(trigger=place.trigger, view=form, instead_of=place.view))
    shown = _instead(acts)
    if shown is not None:
        calls.append(UpdateView(view_id=place.view, view=shown, hash="" if acts.form else place.hash))
    return Plan(calls=(*calls, *acts.posts))


def _to_form(acts: _Sorted, place: FormView) -> Plan:
    if acts.refused:
        errors = errors_at(place.inputs, acts.refused.errors)
        return Plan(ack={"response_action": "errors", "errors": errors}, calls=tuple(acts.posts))
    if acts.form:
        ack = {"response_action": "update", "view": form_of(acts.form)}
        return Plan(ack=ack, calls=tuple(acts.posts))
    if not acts.beside and acts.direct:
        return Plan(ack={"response_action": "clear"}, calls=tuple(acts.posts))
    shown = _instead(acts)
    if shown is None:
        return Plan(calls=tuple(acts.posts))
    if place.below:
        # The form closes, and the card below it, which it answered, becomes the next one.
        return Plan(calls=(UpdateView(view_id=place.below, view=shown), *acts.posts))
    return Plan(ack={"response_action": "update", "view": shown}, calls=tuple(acts.posts))


def _from_elsewhere(acts: _Sorted, place: HomeTab | Shortcut) -> Plan:
    late = Post(message=_late(acts))
    opened = _opened(acts, place.trigger, late, holds_all=True)
    if not opened and acts.direct:
        opened = [OpenView(trigger=place.trigger, view=modal_line(text.WRITTEN_TO_YOU), late=late)]
    return Plan(calls=(*opened, *acts.posts))


def _to_talk(acts: _Sorted, place: Talk) -> Plan:
    if acts.form or acts.is_reading:
        way = [Post(message=way_in(place.command))] if place.command else []
        return Plan(calls=(*way, *acts.posts))
    answers: list[Call] = []
    for number, card in enumerate(acts.beside):
        if card.reach is Reach.SEALED:
            answers.append(Whisper(channel=place.channel, message=whisper_of(card)))
        elif number not in acts.dropped_in_talk:
            answers.append(Post(message=message_of(card)))
    return Plan(calls=(*answers, *acts.posts))


def _kept_from_nowhere(acts: _Sorted) -> list[Call]:
    """Return what is posted instead, since nobody stands anywhere: nothing that no message may hold."""
    return [
        Post(message=message_of(card))
        for number, card in enumerate(acts.beside)
        if card.reach is not Reach.SEALED and number not in acts.dropped_in_talk
    ]


def _opened(
    acts: _Sorted, trigger: str, late: Post | Whisper | Respond, *, holds_all: bool = False
) -> list[Call]:
    """Return the modal that opens: a form, or cards that no message may hold (`holds_all`: any cards)."""
    if acts.form:
        if acts.beside and acts.is_sealed:
            raise SurfaceError("a form and cards beside it open at once")
        return [OpenView(trigger=trigger, view=form_of(acts.form), late=late)]
    if acts.beside and (holds_all or acts.is_sealed):
        return [OpenView(trigger=trigger, view=modal_of(acts.beside), late=late)]
    return []


def _instead(acts: _Sorted) -> Payload | None:
    """Return what a modal shows after a press in it; None where it stays as it is."""
    if acts.beside:
        return modal_of(acts.beside)
    if acts.form:
        return None
    if acts.direct:
        return modal_line(text.WRITTEN_TO_YOU)
    return modal_line(text.FINE) if acts.is_retracted else None


def _late(acts: _Sorted) -> Payload:
    """Return what is said where nothing can be opened any more: the cards, if a message may hold them."""
    if acts.beside and not acts.is_sealed:
        return message_of(*acts.beside)
    return message_line(text.TOO_LONG)


def _alone(message: Payload) -> Payload:
    return {"response_type": "ephemeral", **message}


def _give(attach: Attach) -> Call:
    return Give(attach=attach)
