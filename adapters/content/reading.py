"""Reads folders of files into checked entries. What is broken is named; the rest is still read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from adapters.content.course_models import STAND_INS, CourseFile
from adapters.content.course_unit_sound import sound_units
from adapters.content.explain import place_of, saying_of
from adapters.content.files import KINDS, LibraryFile
from adapters.content.flow_models import FlowFile
from adapters.content.models import PackFile, PromptsFile, ReadingsFile, RegionsFile, VoiceFile, ZonesFile
from adapters.content.portfolio_models import PortfolioFile
from adapters.content.problems import Problem
from adapters.content.round_models import RoundFile
from adapters.content.yaml_file import read_yaml

REGIONS_FILE = "safety/regions.yaml"
ZONES_FILE = "safety/zones.yaml"
VOICE_FILE = "voice.yaml"
READINGS_FILE = "reading.yaml"
PACK_FILE = "pack.yaml"
"""What makes a folder a pack: prompts and flows beside a library."""
_EACH_ALONE = ("prompts", "push")
"""Lists of which the others are still read where one of them is broken."""
PACKS = "packs/"
"""Before the names of a pack's files, with the name of its folder."""
FLOWS = "flows"
"""The folder of guided flows, one a file."""
RETIRED = f"{FLOWS}/retired/"
"""Versions that nobody begins any more; a run that was begun may still be walked to its end."""
PORTFOLIO = "portfolio"
"""The folder of templates for a portfolio, one a file."""
ROUNDS = "rounds"
"""The folder of rounds for circles, one a file."""
COURSES = "courses"
"""The folder of courses, one a file."""


@dataclass(slots=True, kw_only=True)
class Reading:
    """What a library and its packs hold, as far as it could be read, and what could not."""

    prompts: dict[str, PromptsFile] = field(default_factory=dict)
    flows: dict[str, FlowFile] = field(default_factory=dict)
    readings: ReadingsFile | None = None
    templates: dict[str, PortfolioFile] = field(default_factory=dict)
    rounds: dict[str, RoundFile] = field(default_factory=dict)
    courses: dict[str, CourseFile] = field(default_factory=dict)
    regions: RegionsFile | None = None
    zones: ZonesFile | None = None
    voice: VoiceFile | None = None
    packs: dict[str, PackFile] = field(default_factory=dict)
    """By what the names of their files begin with, as in `packs/ward/`."""
    files: set[str] = field(default_factory=set)
    """Every file that is there, whether it could be read or not."""
    problems: list[Problem] = field(default_factory=list)


def is_pack(folder: Path) -> bool:
    """Whether a folder is a pack, and no library of its own."""
    return (folder / PACK_FILE).is_file()


def home_of(file: str) -> str:
    """What the name of a file begins with: its pack, as in `packs/ward/`, or nothing."""
    return file[: len(file) - len(inside(file))]


def inside(file: str) -> str:
    """The name of a file within its library or its pack."""
    return file.split("/", 2)[2] if file.startswith(PACKS) else file


def is_retired(file: str) -> bool:
    """Whether the flow in this file is an old version, kept for the runs that began with it."""
    return inside(file).startswith(RETIRED)


def flow_ids(reading: Reading) -> set[str]:
    """The ids of flows that may be begun, by the names of their files: a broken one is named for itself."""
    flows = (name for name in reading.files if inside(name).startswith(f"{FLOWS}/") and not is_retired(name))
    return {PurePosixPath(name).stem for name in flows}


def read_folders(library: Path, packs: Sequence[Path] = ()) -> Reading:
    """Read every YAML file below the folder of a library and of each pack. Never raises."""
    reading = Reading()
    if not library.is_dir():
        message = "There is no such folder. Give the one that holds steam/ and wide/."
        reading.problems.append(Problem(".", "", "no_folder", message))
        return reading
    for path in _yaml_below(library):
        _take(reading, path, path.relative_to(library).as_posix())
    _name_missing(reading, "", (REGIONS_FILE, ZONES_FILE, VOICE_FILE), "The library needs this file.")
    for folder in packs:
        home = f"{PACKS}{folder.resolve().name}/"
        if any(name.startswith(home) for name in reading.files):
            message = "Another pack has a folder of this name. Name this one otherwise."
            reading.problems.append(Problem(home.rstrip("/"), "", "pack_twice", message))
            continue
        for path in _yaml_below(folder):
            _take(reading, path, home + path.relative_to(folder).as_posix())
        _name_missing(reading, home, (PACK_FILE,), "A pack needs this file.")
    return reading


def _yaml_below(folder: Path) -> Iterator[Path]:
    found = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in {".yaml", ".yml"})
    return (path for path in found if path.is_file())


def _take(reading: Reading, path: Path, name: str) -> None:
    reading.files.add(name)
    data, faults = read_yaml(path)
    reading.problems += [Problem(name, fault.where, fault.code, fault.message) for fault in faults]
    if not faults:
        content, problems = understood(name, data)
        reading.problems += problems
        _keep(reading, name, content)


def _name_missing(reading: Reading, home: str, names: Sequence[str], why: str) -> None:
    for name in names:
        if home + name not in reading.files:
            message = f"{why} Put it back."
            reading.problems.append(Problem(home + name, "", "missing_file", message))


def understood(name: str, data: object) -> tuple[LibraryFile | None, tuple[Problem, ...]]:
    """Return what the data of a file say, if in a known form, and every problem with that form."""
    meta = data.get("meta") if isinstance(data, dict) else None
    kind = meta.get("kind") if isinstance(meta, dict) else None
    model = KINDS.get(kind) if isinstance(kind, str) else None
    if model is None:
        message = f"Say at the top of the file what it holds: {', '.join(KINDS)}."
        return None, (Problem(name, "meta.kind", "unknown_kind", message),)
    return _validated(name, model, data)


def _validated(
    name: str, model: type[LibraryFile], data: object
) -> tuple[LibraryFile | None, tuple[Problem, ...]]:
    """The file as its model; of its prompts, those that are sound when others are not."""
    try:
        # By way of JSON, where strict means: no guessing, yet a word may stand for a list's member.
        return model.model_validate_json(json.dumps(data, default=_day)), ()
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
    problems = tuple(Problem(name, place_of(each["loc"], data), *saying_of(each)) for each in found)
    sound = _sound(model, data, found) if isinstance(data, dict) else {}
    if not sound:
        return None, problems
    try:
        return model.model_validate_json(json.dumps(sound, default=_day)), problems
    except ValidationError:  # it is not these alone; all was named above
        return None, problems


def _sound(
    model: type[LibraryFile], data: dict[str, object], found: Sequence[ErrorDetails]
) -> dict[str, object]:
    """The data without what is broken and can be spared, for a look at the rest; empty if nothing can."""
    broken = {each["loc"][:2] for each in found}
    unknown = {
        each["loc"][0] for each in found if each["type"] == "extra_forbidden" and len(each["loc"]) == 1
    }
    lists = {
        key: [item for number, item in enumerate(listed) if (key, number) not in broken]
        for key in _EACH_ALONE
        if isinstance(listed := data.get(key), list)
    }
    if model is CourseFile and isinstance(units := data.get("units"), list):
        lists["units"] = sound_units(units, [each["loc"][1:] for each in found if each["loc"][0] == "units"])
    spared = {key: value for key, value in STAND_INS.items() if key in {place[0] for place in broken}}
    others = spared if model is CourseFile else {}
    if not (lists or others):
        return {}
    return {key: value for key, value in {**data, **lists, **others}.items() if key not in unknown}


def _day(value: object) -> str:
    """YAML reads 2026-01-31 as a day; JSON knows only words."""
    return value.isoformat() if isinstance(value, date) else str(value)


def _keep(reading: Reading, name: str, content: LibraryFile | None) -> None:
    match content:
        case None:
            return
        case PromptsFile():
            reading.prompts[name] = content
        case FlowFile() if inside(name).startswith(f"{FLOWS}/"):
            reading.flows[name] = content
        case PortfolioFile() if inside(name).startswith(f"{PORTFOLIO}/"):
            reading.templates[name] = content
        case RoundFile() if inside(name).startswith(f"{ROUNDS}/"):
            reading.rounds[name] = content
        case CourseFile() if inside(name).startswith(f"{COURSES}/"):
            reading.courses[name] = content
        case _:
            _keep_alone(reading, name, content)


def _keep_alone(reading: Reading, name: str, content: LibraryFile) -> None:
    """Keep a file of which there is one."""
    match content:
        case ReadingsFile() if name == READINGS_FILE:
            reading.readings = content
        case RegionsFile() if name == REGIONS_FILE:
            reading.regions = content
        case ZonesFile() if name == ZONES_FILE:
            reading.zones = content
        case VoiceFile() if name == VOICE_FILE:
            reading.voice = content
        case PackFile() if home_of(name) and inside(name) == PACK_FILE:
            reading.packs[home_of(name)] = content
        case _:
            message = "A file of this kind is not read from here. Move it to its own place."
            reading.problems.append(Problem(name, "meta.kind", "wrong_place", message))
