"""How Discord refuses.

https://docs.discord.com/developers/topics/opcodes-and-status-codes#json and …/reference#error-messages
"""

from __future__ import annotations

from tests.json_types import Json


class Refused(Exception):
    """A request is refused: an HTTP status, and a code of Discord's with its message."""

    def __init__(self, status: int, code: int, message: str, *, errors: Json | None = None) -> None:
        """Refuse; `errors` says what is wrong where."""
        super().__init__(f"{status}/{code} {message}")
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    def body(self) -> Json:
        """Return the answer."""
        body: Json = {"message": self.message, "code": self.code}
        return body if self.errors is None else body | {"errors": self.errors}


def bad_form(at: str, code: str, message: str) -> Refused:
    """Return the refusal of one field; `at` is its path, with dots."""
    tree: Json = {"_errors": [{"code": code, "message": message}]}
    for key in reversed(at.split(".")):
        tree = {key: tree}
    return Refused(400, 50035, "Invalid Form Body", errors=tree)


def unauthorized() -> Refused:
    """Return the refusal of a token."""
    return Refused(401, 0, "401: Unauthorized")


def not_found() -> Refused:
    """Return the refusal of a route that there is not."""
    return Refused(404, 0, "404: Not Found")


def unknown_interaction() -> Refused:
    """Return the refusal of an answer that comes too late, or to nothing."""
    return Refused(404, 10062, "Unknown interaction")


def already_answered() -> Refused:
    """Return the refusal of a second first answer."""
    return Refused(400, 40060, "Interaction has already been acknowledged.")


def unknown_webhook() -> Refused:
    """Return the refusal of a token that is spent, or good for nothing yet."""
    return Refused(404, 10015, "Unknown Webhook")


def unknown_channel() -> Refused:
    """Return the refusal of a channel that there is not."""
    return Refused(404, 10003, "Unknown Channel")


def unknown_message() -> Refused:
    """Return the refusal of a message that there is not."""
    return Refused(404, 10008, "Unknown Message")


def unknown_user() -> Refused:
    """Return the refusal of a user that there is not."""
    return Refused(404, 10013, "Unknown User")


def cannot_send() -> Refused:
    """Return the refusal of somebody who takes no direct messages of the app."""
    return Refused(403, 50007, "Cannot send messages to this user")


def no_mutual_guild() -> Refused:
    """Return the refusal of somebody who shares no server with the app."""
    return Refused(403, 50278, "Cannot send messages to this user due to having no mutual guilds")


def missing_access() -> Refused:
    """Return the refusal of what the app may not see."""
    return Refused(403, 50001, "Missing Access")


def not_the_author() -> Refused:
    """Return the refusal to change what somebody else wrote."""
    return Refused(403, 50005, "Cannot edit a message authored by another user")


def missing_permissions() -> Refused:
    """Return the refusal of what the app may see and not do."""
    return Refused(403, 50013, "Missing Permissions")


def thread_locked() -> Refused:
    """Return the refusal of a message in a thread that only moderators write in."""
    return Refused(400, 160005, "Thread is locked")


def thread_archived() -> Refused:
    """Return the refusal of a change in a thread that is put away."""
    return Refused(400, 50083, "Thread is archived")


def thread_there() -> Refused:
    """Return the refusal of a second thread that begins with the same message."""
    return Refused(400, 160004, "A thread has already been created for this message")


def no_threads_here() -> Refused:
    """Return the refusal of a thread where none can begin."""
    return Refused(400, 50024, "Cannot execute action on this channel type")


def channel_of_posts() -> Refused:
    """Return the refusal of a message in a channel that has only posts."""
    return Refused(400, 40058, "Cannot send a message in a forum channel")
