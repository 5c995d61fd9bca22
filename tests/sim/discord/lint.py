"""What Discord refuses of a message, an answer to an interaction or a modal, found without Discord.

https://docs.discord.com/developers/resources/message, …/interactions/receiving-and-responding. Beyond what
Discord refuses, the house wants that nothing which is shown can mention anybody, or embed or read aloud
anything, and that no field is sent that Discord does not know.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.json_types import Json
from tests.sim.discord.checks import (
    EMPTY,
    Check,
    Path,
    Problem,
    all_of,
    flag,
    free,
    many,
    never,
    number,
    object_of,
    off,
    one_of,
    required,
    shape,
    words,
)
from tests.sim.discord.interactions import (
    CHOICES,
    DEFER,
    DEFER_UPDATE,
    MODAL,
    REPLY,
    UPDATE,
    answers_to,
)
from tests.sim.discord.lint_commands import OFFERED
from tests.sim.discord.shapes import FORM, LAYOUT, ROWS, together
from tests.sim.discord.world import EPHEMERAL, IS_COMPONENTS_V2, SUPPRESS_EMBEDS

SUPPRESS_NOTIFICATIONS = 1 << 12
"""A flag that nothing else here knows of."""

_CREATED = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | IS_COMPONENTS_V2
_EDITED = SUPPRESS_EMBEDS | IS_COMPONENTS_V2
_NONE = many(free, 0, 0)
_NOBODY = shape(
    {
        "parse": _NONE,
        "users": _NONE,
        "roles": _NONE,
        "replied_user": off,
    },
    "parse",
)
_ATTACHMENT = shape({"id": free, "filename": words(1024), "description": words(1024, 0)}, "id")
_SHOWN: dict[str, Check] = {
    "content": words(2000, 0),
    "components": free,  # looked at beside the flags, which say what may stand there
    "flags": number(0, 2**31 - 1),
    "allowed_mentions": _NOBODY,
    "attachments": many(_ATTACHMENT, 10, 0),
    "embeds": _NONE,
    "tts": off,
}
_ANSWERS = shape({"message_id": words(20), "fail_if_not_exists": flag}, "message_id")
_SENT = shape({**_SHOWN, "nonce": words(25), "enforce_nonce": flag, "message_reference": _ANSWERS})
_THREAD = shape({"name": words(100), "auto_archive_duration": one_of(60, 1440, 4320, 10080)}, "name")
_ANSWERED = shape(_SHOWN)
_DEFERRED = shape({"flags": one_of(0, EPHEMERAL)})
_MODAL = shape(
    {"custom_id": words(100), "title": words(45), "components": all_of(FORM, together)},
    "custom_id",
    "title",
    "components",
)


def lint_post(body: object) -> list[Problem]:
    """Return what is refused of a message to a channel: POST /channels/…/messages."""
    return list(all_of(_SENT, _new(_CREATED))(body, ()))


def lint_thread(body: object) -> list[Problem]:
    """Return what is refused of a thread: POST /channels/…/messages/…/threads."""
    return list(_THREAD(body, ()))


def lint_follow(body: object) -> list[Problem]:
    """Return what is refused of a follow-up: POST /webhooks/…; it may be for one person's eyes."""
    return list(all_of(_ANSWERED, _new(_CREATED | EPHEMERAL))(body, ()))


def lint_edit(body: object, before: Json) -> list[Problem]:
    """Return what is refused of a change of the message `before`: PATCH …/messages/…."""
    return list(all_of(_ANSWERED, _changed(before))(body, ()))


def lint_callback(body: object, interaction: int, before: Json | None = None) -> list[Problem]:
    """Return what is refused of the first answer to an interaction of a type: POST …/callback.

    `before` is the message whose control was used, or below which the form that was sent had been opened.
    """
    if not isinstance(body, dict) or "type" not in body:
        return [required(("type",))]
    kind, at = body["type"], ("data",)
    types = sorted(answers_to(interaction, has_message=before is not None))
    checks: Mapping[int, Check] = {
        REPLY: all_of(_ANSWERED, _new(_CREATED | EPHEMERAL)),
        DEFER: _DEFERRED,
        DEFER_UPDATE: never,
        UPDATE: all_of(_ANSWERED, _changed(before or {})),
        CHOICES: shape({"choices": OFFERED}, "choices"),
        MODAL: _MODAL,
    }
    problems = list(shape({"type": one_of(*types), "data": free}, "type")(body, ()))
    if problems or (kind in {DEFER, DEFER_UPDATE} and body.get("data") is None):
        return problems
    return list(checks[kind](body.get("data"), at))


def _new(flags: int) -> Check:
    """Take a new message with no flag but these."""

    def check(value: object, at: Path) -> Iterator[Problem]:
        body = object_of(value)
        if (body.get("flags") or 0) & ~flags:
            yield Problem((*at, "flags"), "BITWISE_FLAGS_INVALID", "A flag cannot be set here.")
        if body.get("enforce_nonce") and body.get("nonce") is None:
            yield required((*at, "nonce"))
        yield from _stands(body, body, at)

    return check


def _changed(before: Json) -> Check:
    """Take a change of a message that was so before."""

    def check(value: object, at: Path) -> Iterator[Problem]:
        body = object_of(value)
        had = before.get("flags") or 0
        flags = body.get("flags")
        if flags is not None:
            if flags & ~(_EDITED | had):
                yield Problem((*at, "flags"), "BITWISE_FLAGS_INVALID", "A flag cannot be set here.")
            if had & IS_COMPONENTS_V2 and not flags & IS_COMPONENTS_V2:
                text = "IS_COMPONENTS_V2 cannot be removed"
                yield Problem((*at, "flags"), "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG", text)
        yield from _stands(body, {**before, **body, "flags": (flags or 0) | (had & ~SUPPRESS_EMBEDS)}, at)

    return check


def _stands(body: Json, message: Json, at: Path) -> Iterator[Problem]:
    """Walk what is wrong with `message`, as it stands once `body` was taken."""
    is_layout = bool((message.get("flags") or 0) & IS_COMPONENTS_V2)
    content, held = message.get("content") or "", message.get("components")
    if is_layout and content:
        text = "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
        yield Problem((*at, "content"), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", text)
    if not (content.strip() or held or message.get("attachments")):
        yield Problem(at, "EMPTY", EMPTY)
    if body.get("components") is not None:
        yield from all_of(LAYOUT if is_layout else ROWS, together)(held, (*at, "components"))
    if ({"content", "components"} & body.keys()) and body.get("allowed_mentions") is None:
        yield Problem((*at, "allowed_mentions"), "HOUSE_MENTIONS", "What is shown mentions nobody.")
