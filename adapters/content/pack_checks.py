"""The rules for what makes a folder a pack: prompts and flows of an organisation's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from adapters.content.models import PackFile
from adapters.content.problems import Place, Problem
from adapters.content.prompt_checks import COMMONS
from adapters.content.reading import PACK_FILE
from adapters.content.text_checks import check_words
from adapters.content.voice import Voice

OURS = {"steam", "wide", COMMONS, "flows", "safety", "core"}
"""What ids of the library that ships begin with, or may one day."""


def check_packs(packs: Mapping[str, PackFile], voice: Voice) -> Iterator[Problem]:
    """Each pack has an id of its own, and speaks as the library does."""
    seen: set[str] = set()
    for home, content in packs.items():
        place = Place(home + PACK_FILE, "meta")
        if content.meta.id in OURS:
            message = "Ids of Reststop's own library begin with this. Choose another word."
            yield place.at("id").problem("reserved_name", message)
        if content.meta.id in seen:
            yield place.at("id").problem("duplicate_id", "Another pack has this id. Give this one another.")
        seen.add(content.meta.id)
        yield from check_words(place.at("title"), content.meta.title, voice)
