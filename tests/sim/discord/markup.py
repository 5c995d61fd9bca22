"""Discord's markdown, read as a client reads it: the words that are shown, and what was made of them.

A client goes through a text sign by sign and takes the first rule that fits there; a backslash before a sign
that is no letter, digit or space shows that sign (https://support.discord.com/hc/en-us/articles/210298617,
https://docs.discord.com/developers/reference#message-formatting, github.com/discord/SimpleAST). Where the
rules are not known to the last sign, more is taken for markup here than a client would take.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_AT_LINE_START = {
    "heading": re.compile(r" *#{1,6}\s+(?P<inner>[^\n]*)"),
    "small": re.compile(r" *-#\s+(?P<inner>[^\n]*)"),
    "quote": re.compile(r" *(?:>>>[\s\S]*|>[^\n]*)"),
    "list": re.compile(r"\s*(?:[-*+]|\d+[.)])(?:\s[^\n]*|$)", re.MULTILINE),
}
_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
_ANYWHERE = {
    "code": re.compile(r"(`+)[\s\S]*?[^`]\1(?!`)"),
    "link": re.compile(r"\[[^\]]*\]\([^)]*\)|<(?:\w+:)?//[^>]*>|\w+://\S+"),
    "address": re.compile(r"<(?:mailto:|tel:|sms:)?[^\s>]*(?:@[^\s>]+\.|\+)[^\s>]*>"),
    "mention": re.compile(r"<(?:@[!&]?|#)\d+>|@everyone|@here|</[^>]+:\d+>|<id:[^>]+>"),
    "time": re.compile(r"<t:[^>]+>"),
    "emoji": re.compile(r"<a?:\w+:\d+>|:[^\s:]+:"),
    "bold": re.compile(r"\*\*(?P<inner>(?:\\[\s\S]|[^\\])+?)\*\*(?!\*)"),
    "underlined": re.compile(r"__(?P<inner>(?:\\[\s\S]|[^\\])+?)__(?!_)"),
    "slanted": re.compile(r"([*_])(?P<inner>(?:\\[\s\S]|[^\\])+?)\1"),
    "struck": re.compile(r"~~(?P<inner>(?:\\[\s\S]|[^\\])+?)~~"),
    "spoiler": re.compile(r"\|\|(?P<inner>(?:\\[\s\S]|[^\\])+?)\|\|"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What a person sees, and by name all that was made of the text, in order."""

    words: str
    made: tuple[str, ...] = ()


def shown(text: str) -> Shown:
    """Return what a client shows of a text."""
    words, made = [], list[str]()
    at = 0
    while at < len(text):
        rules = _ANYWHERE if text[:at].rpartition("\n")[2].strip() else _AT_LINE_START | _ANYWHERE
        escape = _ESCAPE.match(text, at)
        found = None if escape else next(_matches(rules, text, at), None)
        if escape:
            words.append(escape[1])
            at = escape.end()
        elif found:
            name, match = found
            inner = shown(match["inner"]) if "inner" in match.re.groupindex else Shown("")
            words.append(inner.words)
            made += [name, *inner.made]
            at = match.end()
        else:
            words.append(text[at])
            at += 1
    return Shown("".join(words), tuple(made))


def _matches(rules: Mapping[str, re.Pattern[str]], text: str, at: int) -> Iterator[tuple[str, re.Match[str]]]:
    for name, pattern in rules.items():
        match = pattern.match(text, at)
        if match:
            yield name, match
