"""The library as the core sees it: a catalogue in memory that nothing changes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict

from bot.domain.prompts import Prompt
from bot.domain.regions import Region, Regions

_VERSION_DIGITS = 12


class Library:
    """Every prompt and every help line of one folder. Keeps the contract of bot/ports/catalogue.py."""

    def __init__(self, prompts: tuple[Prompt, ...], regions: Regions) -> None:
        """Take what was read and checked; the order of `prompts` does not matter."""
        self._prompts = tuple(sorted(prompts, key=lambda prompt: prompt.id))
        self._by_id = {prompt.id: prompt for prompt in self._prompts}
        self._regions = regions
        self._version = _hash_of(self._prompts, regions)

    @property
    def version(self) -> str:
        """A short hash over the content, whatever the files' layout and comments."""
        return self._version

    def prompts(self) -> tuple[Prompt, ...]:
        """Every prompt, ordered by id."""
        return self._prompts

    def prompt(self, prompt_id: str) -> Prompt | None:
        """The prompt of that id, or None."""
        return self._by_id.get(prompt_id)

    def regions(self) -> tuple[Region, ...]:
        """The regions that have a code, without the directory."""
        return self._regions.named

    def region(self, code: str | None) -> Region:
        """The region of that code, else the directory entry."""
        return self._regions.get(code)

    def region_of_zone(self, zone: str) -> str | None:
        """The region code that a zone suggests, or None."""
        return self._regions.of_zone(zone)


def _hash_of(prompts: tuple[Prompt, ...], regions: Regions) -> str:
    content = [
        [asdict(prompt) for prompt in prompts],
        [asdict(region) for region in (*regions.named, regions.directory)],
        dict(regions.zones),
    ]
    written = json.dumps(content, sort_keys=True, default=str)
    return hashlib.sha256(written.encode()).hexdigest()[:_VERSION_DIGITS]
