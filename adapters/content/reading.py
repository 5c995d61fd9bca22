"""Reads a folder's files into checked entries. What is broken is named; the rest is still read."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from adapters.content.explain import place_of, saying_of
from adapters.content.files import KINDS, LibraryFile
from adapters.content.flow_models import FlowFile
from adapters.content.models import PromptsFile, RegionsFile, VoiceFile, ZonesFile
from adapters.content.problems import Problem
from adapters.content.yaml_file import read_yaml

REGIONS_FILE = "safety/regions.yaml"
ZONES_FILE = "safety/zones.yaml"
VOICE_FILE = "voice.yaml"
FLOWS = "flows"
"""The folder of guided flows, one a file."""
RETIRED = f"{FLOWS}/retired/"
"""Versions that nobody begins any more; a run that was begun may still be walked to its end."""


@dataclass(slots=True, kw_only=True)
class Reading:
    """What a folder holds, as far as it could be read, and what could not."""

    prompts: dict[str, PromptsFile] = field(default_factory=dict)
    flows: dict[str, FlowFile] = field(default_factory=dict)
    regions: RegionsFile | None = None
    zones: ZonesFile | None = None
    voice: VoiceFile | None = None
    files: set[str] = field(default_factory=set)
    """Every file that is there, whether it could be read or not."""
    problems: list[Problem] = field(default_factory=list)


def is_retired(file: str) -> bool:
    """Whether the flow in this file is an old version, kept for the runs that began with it."""
    return file.startswith(RETIRED)


def read_folder(folder: Path) -> Reading:
    """Read every YAML file below `folder`. Never raises."""
    reading = Reading()
    if not folder.is_dir():
        message = "There is no such folder. Give the one that holds steam/ and wide/."
        reading.problems.append(Problem(".", "", "no_folder", message))
        return reading
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in {".yaml", ".yml"} and path.is_file():
            name = path.relative_to(folder).as_posix()
            reading.files.add(name)
            _keep(reading, name, _read(reading, path, name))
    for name in (REGIONS_FILE, ZONES_FILE, VOICE_FILE):
        if name not in reading.files:
            message = "The library needs this file. Put it back."
            reading.problems.append(Problem(name, "", "missing_file", message))
    return reading


def _read(reading: Reading, path: Path, name: str) -> LibraryFile | None:
    data, faults = read_yaml(path)
    reading.problems += [Problem(name, fault.where, fault.code, fault.message) for fault in faults]
    if faults:
        return None
    meta = data.get("meta") if isinstance(data, dict) else None
    kind = meta.get("kind") if isinstance(meta, dict) else None
    model = KINDS.get(kind) if isinstance(kind, str) else None
    if model is None:
        message = f"Say at the top of the file what it holds: {', '.join(KINDS)}."
        reading.problems.append(Problem(name, "meta.kind", "unknown_kind", message))
        return None
    return _validated(reading, name, model, data)


def _validated(reading: Reading, name: str, model: type[LibraryFile], data: object) -> LibraryFile | None:
    """The file as its model; of a file of prompts, those that are sound when others are not."""
    try:
        # By way of JSON, where strict means: no guessing, yet a word may stand for a list's member.
        return model.model_validate_json(json.dumps(data, default=_day))
    except ValidationError as error:
        broken = set()
        for found in error.errors(include_url=False, include_input=False):
            code, message = saying_of(found)
            place = place_of(found["loc"], data)
            reading.problems.append(Problem(name, place, code, message))
            broken.add(found["loc"][:2])
    if not isinstance(data, dict) or not isinstance(data.get("prompts"), list):
        return None
    sound = [item for number, item in enumerate(data["prompts"]) if ("prompts", number) not in broken]
    try:
        return model.model_validate_json(json.dumps({**data, "prompts": sound}, default=_day))
    except ValidationError:  # it is not the prompts alone; all was named above
        return None


def _day(value: object) -> str:
    """YAML reads 2026-01-31 as a day; JSON knows only words."""
    return value.isoformat() if isinstance(value, date) else str(value)


def _keep(reading: Reading, name: str, content: LibraryFile | None) -> None:
    match content:
        case None:
            return
        case PromptsFile():
            reading.prompts[name] = content
        case FlowFile() if name.startswith(f"{FLOWS}/"):
            reading.flows[name] = content
        case RegionsFile() if name == REGIONS_FILE:
            reading.regions = content
        case ZonesFile() if name == ZONES_FILE:
            reading.zones = content
        case VoiceFile() if name == VOICE_FILE:
            reading.voice = content
        case _:
            message = "A file of this kind is not read from here. Move it to its own place."
            reading.problems.append(Problem(name, "meta.kind", "wrong_place", message))
