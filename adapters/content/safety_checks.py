"""The rules for help lines, for the zones that lead to them, and for the voice itself."""

from __future__ import annotations

from collections.abc import Iterator

from adapters.content.models import RegionEntry, RegionsFile, VoiceFile, ZonesFile
from adapters.content.problems import Place, Problem
from adapters.content.text_checks import check_review, check_words
from adapters.content.voice import BadPhrase, Voice, rule_of
from bot.domain.zones import is_zone


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
    rules, problems = [], []
    for entry in content.rules:
        try:
            rules.append(rule_of(entry))
        except BadPhrase as error:
            message = f"The phrase `{error}` cannot be read. The top of the file says how to write one."
            place = Place(file, "rules").item(entry.code)
            problems.append(place.problem("bad_phrase", message))
    return Voice(tuple(rules)), problems
