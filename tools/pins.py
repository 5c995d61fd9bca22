"""What pyproject.toml asks for, and what a lock pins: the two sides that have to agree."""

import hashlib
import json
import re
import tomllib
from dataclasses import dataclass, field, replace

CHAT_EXTRAS = ("slack", "discord", "pictures", "documents")
"""The extras with which Reststop runs where people chat; in a terminal they bring pictures and PDF too."""
SERVER_EXTRAS = (*CHAT_EXTRAS, "postgres", "metrics", "aws")
"""Those with which several processes stand on one PostgreSQL."""
STAMP = "# dependencies: sha256:"
PIN = re.compile(
    r"(?P<name>[a-z0-9][a-z0-9-]*)==(?P<version>[^\s;]+)"
    r"(?: ; (?P<marker>[^#@/]+?))?(?P<hashes>(?: --hash=sha256:[0-9a-f]{64})*)"
)
HASH = re.compile(r"sha256:([0-9a-f]{64})")
VIA = re.compile(r"# via (.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What pyproject.toml asks for: requirements as it writes them."""

    build: tuple[str, ...]
    run: tuple[str, ...]
    extras: dict[str, list[str]]

    @property
    def digest(self) -> str:
        """A fingerprint of everything asked for; each lock carries the one that it was made from."""
        tables = [sorted(self.build), sorted(self.run), self.extras]
        return hashlib.sha256(json.dumps(tables, sort_keys=True).encode()).hexdigest()

    @property
    def in_run(self) -> tuple[str, ...]:
        """What the run lock has to pin. The build's requirement too: the project is installed from here."""
        return (*self.build, *self.run)

    @property
    def in_chat(self) -> tuple[str, ...]:
        """What the chat lock has to pin: what runs, and the libraries of chat platforms."""
        return (*self.in_run, *(wish for extra in CHAT_EXTRAS for wish in self.extras.get(extra, ())))

    @property
    def in_server(self) -> tuple[str, ...]:
        """What the server lock has to pin: what runs in a chat, and what several processes need."""
        return (*self.in_run, *(wish for extra in SERVER_EXTRAS for wish in self.extras.get(extra, ())))

    @property
    def in_dev(self) -> tuple[str, ...]:
        """What the dev lock has to pin: everything."""
        return (*self.in_run, *(wish for extra in self.extras.values() for wish in extra))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """One package of a lock."""

    name: str
    version: str
    marker: str | None
    hashes: tuple[str, ...]
    """SHA-256 of each file that may be installed for it, in hex."""
    wanted_by: tuple[str, ...] = field(default=(), compare=False)
    """The packages that ask for it; `reststop` where the project itself does."""

    @property
    def hashed(self) -> bool:
        """Whether only files that are known may be installed for it."""
        return bool(self.hashes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """A lock as read: its fingerprint, its pins, and the lines that are no pin at all."""

    digest: str | None
    pins: tuple[Pin, ...]
    strange: tuple[str, ...]


def read_wanted(pyproject: str) -> Wanted:
    """Read the dependency tables out of the text of pyproject.toml."""
    tables = tomllib.loads(pyproject)
    project = tables["project"]
    return Wanted(
        build=tuple(tables["build-system"]["requires"]),
        run=tuple(project["dependencies"]),
        extras=project.get("optional-dependencies", {}),
    )


def read_lock(text: str) -> Lock:
    """Read a lock. Only pins count as lines: an address, a path or an option is reported as strange."""
    digest: str | None = None
    pins: list[Pin] = []
    strange: list[str] = []
    for line in text.replace("\\\n", " ").splitlines():
        if line.startswith(STAMP):
            digest = line.removeprefix(STAMP)
        elif "://" in line:
            strange.append(line.strip())
        elif content := " ".join(line.partition("#")[0].split()):
            if found := PIN.fullmatch(content):
                name, version, marker, hashes = found.group("name", "version", "marker", "hashes")
                known = tuple(sorted(HASH.findall(hashes)))
                pins.append(Pin(name=name, version=version, marker=marker, hashes=known))
            else:
                strange.append(content)
        elif pins and (asked := VIA.fullmatch(line.strip())):
            wanted_by = tuple(name for name in asked[1].split(", ") if not name.startswith("-"))
            pins[-1] = replace(pins[-1], wanted_by=tuple(name.partition(" ")[0] for name in wanted_by))
    return Lock(digest=digest, pins=tuple(pins), strange=tuple(strange))
