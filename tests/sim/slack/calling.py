"""What of a message would be more than words: whom it calls, where it leads, what unfolds, what is drawn.

https://docs.slack.dev/messaging/formatting-message-text and …/reference/block-kit/blocks/rich-text-block
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.json_types import ReadJson
from tests.sim.drawn import parts_of

_CONTROL = re.compile(r"<[^<>\s][^<>]*>")
"""What stands between signs that were not escaped: a mention, a link, a date."""
_BARE = re.compile(r"https?://|www\.|@\w|#\w|(?<!\w)[*_~`]\S|:\w+:|^>", re.MULTILINE)
"""What Slack looks for by itself where it is not told to leave a text alone."""
_WORDS = {"text"}


def calls_in(body: ReadJson) -> Iterator[str]:
    """Walk what of the arguments of a post or a change is more than words; our own bold names are known."""
    yield from (f"text: {found}" for found in _CONTROL.findall(str(body.get("text") or "")))
    if body.get("parse") == "full" or _is_set(body.get("link_names")):
        yield "names are looked for"
    if _is_set(body.get("unfurl_links")) or body.get("unfurl_media") not in {None, False, "false", "0"}:
        yield "previews are looked for"
    for part in parts_of(body.get("blocks") or []):
        yield from _of_part(part.get("type"), part)


def _of_part(kind: object, part: ReadJson) -> Iterator[str]:
    match kind:
        case "mrkdwn":
            words = str(part.get("text"))
            bare = words.removeprefix("*").removesuffix("*") if part.get("verbatim") else words
            yield from (f"mrkdwn: {found}" for found in _CONTROL.findall(words))
            yield from (f"mrkdwn: {found}" for found in _BARE.findall(bare))
        case "rich_text_section" | "rich_text_quote" | "rich_text_list" | "rich_text_preformatted":
            elements = [each for each in part.get("elements") or [] if isinstance(each, dict)]
            yield from (f"rich text: {each.get('type')}" for each in elements if _is_more(each))
        case _:
            pass


def _is_more(element: ReadJson) -> bool:
    return element.get("type") not in _WORDS or bool(element.get("style"))


def _is_set(flag: object) -> bool:
    return flag in {True, "true", "1"}
