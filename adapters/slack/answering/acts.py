"""What to do in Slack about an outcome: the acknowledgement, and the calls after it. Pure.

Which answer goes where is one table (docs/architecture.md, "Slack"). Cards of one outcome that go to the
same place are drawn together, in their order: a number to call stands above the next question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import assert_never

from adapters.slack import text
from adapters.slack.answering.calls import (
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
from adapters.slack.drawing.forms import errors_at, form_of
from adapters.slack.drawing.render import (
    home_of,
    message_line,
    message_of,
    modal_line,
    modal_of,
    way_in,
    whisper_of,
)
from adapters.slack.hearing.places import (
    CardView,
    Command,
    FormView,
    HomeTab,
    Nowhere,
    Place,
    Posted,
    Shortcut,
    Talk,
)
from adapters.slack.text import Payload
from bot.domain.people import Account
from bot.errors import BeyondReach, SurfaceError
from bot.surface import phrases
from bot.surface.card import Card, Reach, aside, say
from bot.surface.outcome import Outcome, Refuse
from bot.surface.sorting import Sorted, sort


def plan(outcome: Outcome, place: Place, account: Account) -> Plan:
    """Return what answers `account` at `place`.

    Raises:
        BeyondReach: a card that is not for everybody would take the place of one that is.
        SurfaceError: a card or form is more than Slack can hold.
    """
    acts = sort(outcome, account, replaces=isinstance(place, Posted) and not place.is_ephemeral)
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
            made = Plan(calls=(*_kept_from_nowhere(acts), *_posts(acts)))
        case _:
            assert_never(place)
    return Plan(ack=made.ack, calls=(*made.calls, *home))


def _to_command(acts: Sorted, place: Command) -> Plan:
    opened = _opened(acts, place.trigger, lambda late: Respond(url=place.response_url, body=_alone(late)))
    ack: Payload = {}
    if acts.beside and not acts.is_sealed:
        ack = _alone(message_of(*acts.cards))
    elif acts.direct and not acts.beside and not place.is_direct:
        ack = _alone(message_line(phrases.WRITTEN_TO_YOU))
    return Plan(ack=ack, calls=(*opened, *_posts(acts)))


def _to_message(acts: Sorted, place: Posted) -> Plan:
    if place.is_ephemeral:
        return _to_whisper(acts, place)
    changed: list[Call] = []
    if acts.replaced:
        if place.is_shared and acts.replaced.reach is not Reach.OPEN:
            raise BeyondReach
        changed.append(UpdateMessage(channel=place.channel, ts=place.ts, message=message_of(acts.replaced)))
    elif acts.is_retracted:
        changed.append(DeleteMessage(channel=place.channel, ts=place.ts))

    def whisper(late: Payload) -> Whisper:
        return Whisper(channel=place.channel, thread=place.thread, message=late)

    # What opens goes first: its trigger runs out. What was answered in a modal is beside the message.
    opened = _opened(acts, place.trigger, whisper, holds_all=True)
    if place.is_shared and acts.direct and not opened:
        opened = [_told_elsewhere(place.trigger, whisper(message_line(phrases.WRITTEN_TO_YOU)))]
    return Plan(calls=(*opened, *changed, *_posts(acts)))


def _to_whisper(acts: Sorted, place: Posted) -> Plan:
    opened = _opened(acts, place.trigger, lambda late: Respond(url=place.response_url, body=_alone(late)))
    changed: list[Call] = []
    if acts.beside and not acts.is_sealed:
        body = {"replace_original": True, **_alone(message_of(*acts.cards))}
        changed.append(Respond(url=place.response_url, body=body))
    elif acts.is_retracted:
        changed.append(Respond(url=place.response_url, body={"delete_original": True}))
    return Plan(calls=(*opened, *changed, *_posts(acts)))


def _in_modal(acts: Sorted, place: CardView) -> Plan:
    calls: list[Call] = []
    shown = _instead(acts)
    if shown is not None:
        calls.append(UpdateView(view_id=place.view, view=shown, hash="" if acts.form else place.hash))
    if acts.form:
        # Last, since it takes the place of that modal where nothing can be put on top.
        form = form_of(acts.form)
        calls.append(PushView(trigger=place.trigger, view=form, instead_of=place.view))
    return Plan(calls=(*calls, *_posts(acts)))


def _to_form(acts: Sorted, place: FormView) -> Plan:
    if acts.refused:
        return _refused(acts, acts.refused, place)
    if acts.form:
        _refuse_two(acts)
        ack = {"response_action": "update", "view": form_of(acts.form)}
        return Plan(ack=ack, calls=tuple(_posts(acts)))
    if not acts.beside and acts.direct:
        return Plan(ack={"response_action": "clear"}, calls=tuple(_posts(acts)))
    shown = _instead(acts)
    if shown is None:
        return Plan(calls=tuple(_posts(acts)))
    if place.below:
        # The form closes, and the card below it, which it answered, becomes the next one.
        return Plan(calls=(UpdateView(view_id=place.below, view=shown), *_posts(acts)))
    return Plan(ack={"response_action": "update", "view": shown}, calls=tuple(_posts(acts)))


def _refused(acts: Sorted, refused: Refuse, place: FormView) -> Plan:
    """Leave the form open. A card for their eyes, as who to call, stands on top of it with what was refused.

    An acknowledgement holds either of the two. Below what was put on top, the form keeps what was typed.
    """
    if acts.beside and not place.is_on_top_of_all:
        sentences = (say(sentence) for sentence in dict.fromkeys(refused.errors.values()))
        why = Card(
            text_id="refused",
            blocks=(*sentences, aside(text.BELOW_THIS)),
            summary=phrases.PRODUCT,
            reach=Reach.SEALED,
        )
        ack = {"response_action": "push", "view": modal_of([*acts.cards, why])}
        return Plan(ack=ack, calls=tuple(_posts(acts)))
    ack = {"response_action": "errors", "errors": errors_at(place.inputs, refused.errors)}
    return Plan(ack=ack, calls=(*_said(acts, channel=""), *_posts(acts)))


def _from_elsewhere(acts: Sorted, place: HomeTab | Shortcut) -> Plan:
    opened = _opened(acts, place.trigger, lambda late: Post(message=late), holds_all=True)
    if not opened and acts.direct:
        late = Post(message=_late(acts))
        opened = [_told_elsewhere(place.trigger, late)]
    return Plan(calls=(*opened, *_posts(acts)))


def _to_talk(acts: Sorted, place: Talk) -> Plan:
    opens = acts.form is not None or any(each.is_reading for each in acts.beside)
    way = [Post(message=way_in(place.command))] if opens and place.command else []
    return Plan(calls=(*_said(acts, channel=place.channel), *way, *_posts(acts)))


def _said(acts: Sorted, *, channel: str) -> Iterator[Call]:
    """Walk what is said in a conversation of the cards beside; what no message may hold, to their eyes."""
    for each in acts.beside:
        if each.is_reading:
            continue  # nothing of it stands in any message
        if each.is_sealed:
            yield Whisper(channel=channel, message=whisper_of(each.card))
        else:
            yield Post(message=message_of(each.card))


def _kept_from_nowhere(acts: Sorted) -> Iterator[Call]:
    """Walk what is posted instead, since nobody stands anywhere: nothing that no message may hold."""
    for each in acts.beside:
        if not each.is_sealed:
            yield Post(message=message_of(each.card))


def _opened(
    acts: Sorted,
    trigger: str,
    says: Callable[[Payload], Post | Whisper | Respond],
    *,
    holds_all: bool = False,
) -> list[Call]:
    """Return the modal that opens: a form, or cards that no message may hold (`holds_all`: any cards).

    Where it opens too late, `says` is the way to say so.
    """
    if acts.form:
        if holds_all or acts.is_sealed:
            _refuse_two(acts)
        return [OpenView(trigger=trigger, view=form_of(acts.form), late=says(_late(acts)))]
    if acts.beside and (holds_all or acts.is_sealed):
        return [OpenView(trigger=trigger, view=modal_of(acts.cards), late=says(_late(acts)))]
    return []


def _told_elsewhere(trigger: str, late: Post | Whisper) -> Call:
    """Return a modal that says where the answer is: somebody looks at something else than that."""
    return OpenView(trigger=trigger, view=modal_line(phrases.WRITTEN_TO_YOU), late=late)


def _refuse_two(acts: Sorted) -> None:
    """See that no card is lost behind a form, where one window holds either.

    Raises:
        SurfaceError: there is one.
    """
    if acts.beside:
        raise SurfaceError("a form and cards beside it open at once")


def _instead(acts: Sorted) -> Payload | None:
    """Return what a modal shows after a press in it; None where it stays as it is."""
    if acts.beside:
        return modal_of(acts.cards)
    if acts.form:
        return None
    if acts.direct:
        return modal_line(phrases.WRITTEN_TO_YOU)
    return modal_line(phrases.FINE) if acts.is_retracted else None


def _late(acts: Sorted) -> Payload:
    """Return what is said where nothing can be opened any more: the cards, if a message may hold them."""
    if acts.beside and not acts.is_sealed:
        return message_of(*acts.cards)
    return message_line(phrases.TOO_LONG)


def _alone(message: Payload) -> Payload:
    return {"response_type": "ephemeral", **message}


def _posts(acts: Sorted) -> list[Call]:
    """Return the messages that stay, and the files."""
    posts: list[Call] = [Post(message=message_of(card)) for card in acts.direct]
    return [*posts, *(Give(attach=attach) for attach in acts.files)]
