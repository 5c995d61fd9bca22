"""Why nothing could be posted in a channel, and what would help: for who looks after it alone."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.circles import PostKind
from bot.ports.chat import Why

_INVITE = {"slack": "/invite it there", "discord": "let it see and write in that channel"}

_WHY: Mapping[Why, str] = {
    Why.GONE: "the channel, or the message it belonged to, is not there any more",
    Why.ARCHIVED: "the channel is archived",
    Why.LOCKED: "the thread is locked, and only its moderators can open it",
    Why.NOT_THERE: "Reststop is not in the channel",
    Why.NO_RIGHTS: "Reststop may not write there",
}
_WHAT: Mapping[PostKind, str] = {
    PostKind.TEAM_PROMPT: "The team prompt",
    PostKind.TEAM_OFFER: "The offer of a circle",
    PostKind.COURSE_INVITE: "The join button of your course",
    PostKind.OPENING: "The opening of your circle's round",
    PostKind.SHARE: "A share",
    PostKind.ANSWER: "An answer",
    PostKind.CLOSING: "The closing of your circle's round",
}


def not_posted(surface: str, kind: PostKind, why: Why | None) -> str:
    """Say what was not posted, why, and what would let it through."""
    what = _WHAT.get(kind, "A line in your channel")
    if why is None:
        return f"{what} may not have arrived, and I cannot find out. Please look in the channel."
    said = f"{what} was not posted: {_WHY[why]}."
    if why in {Why.NOT_THERE, Why.NO_RIGHTS}:
        said += f" To let it in: {_INVITE.get(surface, 'let it into the channel')}."
    return f"{said} What comes next is tried again."


def not_taken_away(_surface: str, kind: PostKind, why: Why | None) -> str:
    """Say that something was taken back and may still stand in the channel."""
    what = _WHAT.get(kind, "A line of mine")
    known = f": {_WHY[why]}" if why else ""
    return (
        f"{what} was taken back, and may still stand in the channel{known}. It can be deleted there by hand."
    )


def own_not_posted(why: Why | None) -> str:
    """Say to whoever wrote something that it does not stand in the channel, and who knows of it."""
    if why is None:
        return "What you said in your circle may not have arrived, and I cannot find out. Please look there."
    return (
        f"What you said in your circle was not posted: {_WHY[why]}. Whoever looks after the circle is told "
        "that something was not posted, without your words."
    )
