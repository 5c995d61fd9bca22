"""What to do about an outcome that came late: after its acknowledgement, or a modal that said to wait."""

from __future__ import annotations

from adapters.slack.answering.acts import plan
from adapters.slack.answering.calls import Call, OpenView, PushView, Respond, UpdateView
from adapters.slack.drawing.render import message_line, modal_line
from adapters.slack.hearing.places import CardView, Command, Place, Posted
from bot.domain.people import Account
from bot.surface import phrases
from bot.surface.outcome import Outcome


def plan_late(outcome: Outcome, place: Place, account: Account, *, view: str) -> tuple[Call, ...]:
    """Return what answers `account`. `view` is the modal that said to wait, empty where none opened.

    The answer stands in that modal. A posted message changes all the same.

    Raises:
        SurfaceError: as `acts.plan`.
    """
    if view and not _stays(place):
        place = CardView(trigger="", view=view)
    made = plan(outcome, place, account)
    if view:
        return _in_view(view, made.calls)
    if made.ack and isinstance(place, Command):
        return (Respond(url=place.response_url, body=made.ack), *made.calls)
    return made.calls


def unanswered(place: Place, *, view: str) -> tuple[Call, ...]:
    """Return what is said where there is no answer: nothing was done, and they may try again."""
    if view:
        return (UpdateView(view_id=view, view=modal_line(phrases.TOO_LONG)),)
    if isinstance(place, Command | Posted) and place.response_url:
        body = {"response_type": "ephemeral", "replace_original": False, **message_line(phrases.TOO_LONG)}
        return (Respond(url=place.response_url, body=body),)
    return ()


def _in_view(view: str, calls: tuple[Call, ...]) -> tuple[Call, ...]:
    """Return calls with which the modal that said to wait shows what would have opened, or changed."""
    opened = [call.view for call in calls if isinstance(call, OpenView | PushView)]
    changed = [call.view for call in calls if isinstance(call, UpdateView)]
    shown = [*opened, *changed, modal_line(phrases.FINE)][0]
    rest = (call for call in calls if not isinstance(call, OpenView | PushView | UpdateView))
    return (UpdateView(view_id=view, view=shown), *rest)


def _stays(place: Place) -> bool:
    """Whether something that was posted has to change, wherever the answer stands."""
    return isinstance(place, Posted) and not place.is_ephemeral
