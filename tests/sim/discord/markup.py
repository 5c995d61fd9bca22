"""Discord's markdown, read as a client reads it: the words that are shown, and what was made of them.

A client goes through a text sign by sign and takes the first rule that fits there; a backslash before a sign
that is no letter, digit or space shows that sign (https://support.discord.com/hc/en-us/articles/210298617,
https://docs.discord.com/developers/reference#message-formatting, github.com/discord/SimpleAST). Where the
rules are not known to the last sign, more is taken for markup here than a client would take. Times, mentions
and emoji stay as they were sent, where a client shows an hour, a name or a picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

_AT_LINE_START = {
    "heading": re.compile(r" *#{1,6}\s+(?P<inner>[^\n]*)"),
    "small": re.compile(r" *-#\s+(?P<inner>[^\n]*)"),
    "quote": re.compile(r" *(?:>>> ?(?P<inner>[\s\S]*)|> ?(?P<line>[^\n]*))"),
    "list": re.compile(r"(?P<before>\s*(?:[-*+]|\d+[.)]))(?P<inner>\s[^\n]*|$)", re.MULTILINE),
}
_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
_ANYWHERE = {
    "code": re.compile(r"(`+)(?:(?<=```)\w*\n)?(?P<plain>[\s\S]*?[^`])\1(?!`)"),
    "link": re.compile(r"\[(?P<inner>[^\]]*)\]\([^)]*\)|<(?P<plain>(?:\w+:)?//[^>]*)>|\w+://\S+"),
    "address": re.compile(r"<(?:mailto:|tel:|sms:)?(?P<plain>[^\s>]*(?:@[^\s>]+\.|\+)[^\s>]*)>"),
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


@lru_cache(maxsize=4096)
def shown(text: str) -> Shown:
    """Return what a client shows of a text."""
    words, made = [], list[str]()
    at = 0
    while at < len(text):
        if text[at].isalnum() and text[at - 1 : at].isalnum():  # in the middle of a word no rule begins
            words.append(text[at])
            at += 1
            continue
        rules = _ANYWHERE if text[:at].rpartition("\n")[2].strip() else _AT_LINE_START | _ANYWHERE
        escape = _ESCAPE.match(text, at)
        found = None if escape else next(_matches(rules, text, at), None)
        if escape:
            words.append(escape[1])
            at = escape.end()
        elif found:
            name, match = found
            inner = _inside(match)
            words.append(inner.words)
            made += [name, *inner.made]
            at = match.end()
        else:
            words.append(text[at])
            at += 1
    return Shown("".join(words), tuple(made))


def _inside(match: re.Match[str]) -> Shown:
    """What is shown of what a rule took: what stands inside, read on or as it is; or all of it."""
    groups = match.groupdict()
    if groups.get("plain") is not None:
        return Shown(groups["plain"])
    inner = groups.get("inner") if groups.get("inner") is not None else groups.get("line")
    if inner is None:
        return Shown(match[0])
    inside = shown(inner)
    return Shown((groups.get("before") or "") + inside.words, inside.made)


def _matches(rules: Mapping[str, re.Pattern[str]], text: str, at: int) -> Iterator[tuple[str, re.Match[str]]]:
    for name, pattern in rules.items():
        match = pattern.match(text, at)
        if match:
            yield name, match
