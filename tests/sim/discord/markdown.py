"""Text as Discord's client shows it: escapes undone, and the signs gone that only give it a form.

https://support.discord.com/hc/en-us/articles/210298617. What stands here is the part that shows whether
somebody's own words come back as they were written. Not here: times, which a client shows in its own zone.
"""

from __future__ import annotations

import re

_PRIVATE = 0xE000
"""Where signs are put that mean themselves, until all forms are gone."""
_HELD = re.compile(r"\\([!-/:-@\[-`{-~])|```(?:\w*\n)?(.+?)```|(`+)(.+?)\3", re.DOTALL)
_SHOWN = (
    (re.compile(r"\[([^\]\n]+)\]\(<?https?://[^)\s]+>?\)"), r"\1"),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"<(?:@[!&]?|#)\d+>"), "@…"),
    (re.compile(r"<a?(:\w+:)\d+>"), r"\1"),
    (re.compile(r"\*\*\*(?=\S)(.+?)\*\*\*", re.DOTALL), r"\1"),
    (re.compile(r"\*\*(?=\S)(.+?)\*\*", re.DOTALL), r"\1"),
    (re.compile(r"__(.+?)__", re.DOTALL), r"\1"),
    (re.compile(r"~~(.+?)~~", re.DOTALL), r"\1"),
    (re.compile(r"\|\|(.+?)\|\|", re.DOTALL), r"\1"),
    (re.compile(r"\*(?=\S)([^*]+?)(?<=\S)\*"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"^(?:#{1,3}|-#|>>>|>) ", re.MULTILINE), ""),
    (re.compile(r"^(\s*)[-*] ", re.MULTILINE), r"\1• "),
)


def shown(text: str) -> str:
    """Return a text as a person reads it."""
    held = _HELD.sub(lambda found: _hold(found[1] or found[2] or found[4]), text)
    for pattern, instead in _SHOWN:
        held = pattern.sub(instead, held)
    return "".join(chr(ord(sign) - _PRIVATE) if _is_held(sign) else sign for sign in held)


def _hold(text: str) -> str:
    return "".join(
        chr(_PRIVATE + ord(sign)) if sign.isascii() and not sign.isalnum() else sign for sign in text
    )


def _is_held(sign: str) -> bool:
    return _PRIVATE <= ord(sign) < _PRIVATE + 128
