"""Looking for somebody's words where they must not stand on Discord.

A message that is not ephemeral stays, and others may see it; what is ephemeral, or stands in a modal, is for
one person's eyes. A custom_id, a nonce, the address of a link or the name of a file are kept by Discord
whoever sees the message, and the address of a request stands in the logs of whatever lies between.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from urllib.parse import unquote_plus

from tests.json_types import Json
from tests.sim.discord.interactions import REPLY, UPDATE
from tests.sim.discord.journal import Entry
from tests.sim.discord.markup import shown
from tests.sim.discord.shapes import TEXT_INPUT
from tests.sim.discord.world import EPHEMERAL

_KEPT = {"custom_id", "nonce", "url", "filename", "value"}
"""Keys under which nobody's words stand, whoever reads the message; `value` is that of an option."""


def leaks(entries: Iterable[Entry], planted: Collection[str]) -> list[str]:
    """Return where any of the planted words went that must not; the words are not quoted.

    Letters count the same in either case, blanks as one, and markdown is read as a client reads it. What a
    file holds is not looked at: it was asked for.
    """
    wanted = [_plain(words) for words in planted]
    found = (
        f"{entry.route}: {place}"
        for entry in entries
        for place, text in exposed(entry)
        if any(words in _plain(text) or words in _plain(shown(text).words) for words in wanted)
    )
    return list(dict.fromkeys(found))


def exposed(entry: Entry) -> Iterator[tuple[str, str]]:
    """Walk the texts that somebody else could read, each with where it stands."""
    yield "in the address", unquote_plus(entry.path)
    for name, value in entry.query.items():
        yield "in the address", f"{name}={value}"
    stays = _stays(entry)
    for key, text in _texts(entry.args):
        if key in _KEPT:
            yield f"in a {key}", text
        elif stays:
            yield "in what stays", text


def _stays(entry: Entry) -> bool:
    """Whether others than one person may read what a request says."""
    if entry.status >= 400 or not isinstance(entry.args, dict):
        return entry.status < 400
    reply = entry.reply if isinstance(entry.reply, dict) else {}
    if entry.route.startswith("POST /interactions/"):
        if entry.args.get("type") not in {REPLY, UPDATE}:
            return False
        message = reply.get("resource", {}).get("message") or (
            entry.args.get("data", {}) if entry.args["type"] == REPLY else {}
        )
        return not _flags(message) & EPHEMERAL
    if "/webhooks/" in entry.route:
        return not _flags(reply) & EPHEMERAL
    return True


def _flags(message: Json) -> int:
    return message.get("flags") or 0


def _texts(of: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Walk all strings with the key each stands under. What stands in a field of a modal has no key."""
    if isinstance(of, str):
        yield key, of
    elif isinstance(of, list):
        for each in of:
            yield from _texts(each, key)
    elif isinstance(of, dict):
        is_field = of.get("type") == TEXT_INPUT
        for name, value in of.items():
            yield "", name
            yield from _texts(value, "" if is_field and name == "value" else name)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
