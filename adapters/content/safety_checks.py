"""The rules for help lines, for the zones that lead to them, and for the voice itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from adapters.content.models import (
    RegionEntry,
    RegionsFile,
    RequiredRule,
    VoiceFile,
    VoiceRule,
    ZonesFile,
)
from adapters.content.phrases import BadPhrase
from adapters.content.problems import Place, Problem
from adapters.content.required import required_of
from adapters.content.text_checks import check_review, check_words
from adapters.content.voice import Voice, rule_of
from bot.domain.zones import is_zone

Entry = TypeVar("Entry", VoiceRule, RequiredRule)
Made = TypeVar("Made")


def check_regions(file: str, content: RegionsFile, voice: Voice) -> Iterator[Problem]:
    """Help lines: every number can be read in the text that is shown."""
    top = Place(file)
    yield from check_review(top.at("meta").at("review"), content.meta.review)
    seen: set[str] = set()
    for region in content.regions:
        place = top.at("regions").item(region.code)
        if region.code in seen:
            yield place.at("code").problem("duplicate_id", "This region stands here twice. Keep one.")
        seen.add(region.code)
        yield from _check_lines(place, region, voice)
    yield from _check_lines(top.at("directory"), content.directory, voice)


def _check_lines(place: Place, region: RegionEntry, voice: Voice) -> Iterator[Problem]:
    yield from check_words(place.at("emergency"), region.emergency, voice)
    for number, line in enumerate(region.lines):
        here = place.at("lines").item(str(number))
        for key, text in (("label", line.label), ("text", line.text), ("hours", line.hours)):
            yield from check_words(here.at(key), text, voice)
        missing = [wanted for wanted in line.numbers if wanted not in line.text]
        if missing:
            message = f"{', '.join(missing)} does not stand in `text`. Write it the same in both."
            yield here.at("numbers").problem("number_unseen", message)


def check_zones(file: str, content: ZonesFile, regions: RegionsFile | None) -> Iterator[Problem]:
    """Every zone exists, once, and suggests a region that exists."""
    codes = {region.code for region in regions.regions} if regions else set(content.zones)
    seen: set[str] = set()
    for code, zones in content.zones.items():
        place = Place(file, "zones").at(code)
        if code not in codes:
            yield place.problem("unknown_region", "No region has this code. Correct it or remove it.")
        for zone in zones:
            if not is_zone(zone):
                message = f"{zone} is not in the time zone database. Correct it or remove it."
                yield place.problem("unknown_zone", message)
            if zone in seen:
                yield place.problem("duplicate_zone", f"{zone} stands here twice. Keep one.")
            seen.add(zone)


def check_voice(file: str, content: VoiceFile) -> tuple[Voice, list[Problem]]:
    """The voice itself, with the rules that could be read, and the phrases that could not."""
    rules, unread = _rules_of(Place(file, "rules"), content.rules, rule_of)
    required, more = _rules_of(Place(file, "required"), content.required, required_of)
    return Voice(tuple(rules), tuple(required)), [*unread, *more]


def _rules_of(
    place: Place, entries: Sequence[Entry], made_of: Callable[[Entry], Made]
) -> tuple[list[Made], list[Problem]]:
    made, problems = [], []
    for entry in entries:
        try:
            made.append(made_of(entry))
        except BadPhrase as error:
            message = f"The phrase `{error}` cannot be read. The top of the file says how to write one."
            problems.append(place.item(entry.code).problem("bad_phrase", message))
    return made, problems
