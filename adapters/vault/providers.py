"""Where the key material comes from, and where a key file may stand.

In this order: a value from the settings, a credential that the service manager hands over, the key
file. Where a service is to open the key file, that is the only place: no other one stands in for it. A
file is made when it is missing and nothing was ever sealed. What the settings say comes as plain
parameters; the environment is not read here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from adapters.vault import key_file, material, safe_file
from adapters.vault.material import Material
from adapters.vault.safe import SafePlace
from bot.errors import KeyMissing
from bot.ports.vault import Secret

CREDENTIAL = "reststop.key"
"""The name of the credential in the folder of the service manager."""


class Origin(StrEnum):
    """From which place a key came."""

    VALUE = "RESTSTOP_KEY"
    CREDENTIAL = "the service manager"
    FILE = "the key file"
    SAFE = "AWS KMS"

    @property
    def is_ours(self) -> bool:
        """Whether a new key can be written there from here."""
        return self in {Origin.FILE, Origin.SAFE}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPlaces:
    """Where to look for the key, first to last, and the folder that it must stand apart from."""

    value: Secret | None = None
    """The lines of a key file; in a setting of one line, `;` stands between them."""
    credentials: Path | None = None
    """The folder in which the service manager puts credentials."""
    file: Path
    data: Path
    closed: SafePlace | None = None
    """Where the key file stands that a service opens; then nothing else is looked at."""

    @property
    def written(self) -> Path:
        """Which file a new key is written to."""
        return self.closed.file if self.closed else self.file

    @property
    def open(self) -> KeyPlaces:
        """The places at which a key stands that needs no service."""
        return replace(self, closed=None)

    @property
    def recovery(self) -> Path:
        """Where the recovery file stands: beside the place of the key file, and named for it."""
        return self.file.with_name(self.file.name + ".recovery")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Key material, and where it came from."""

    material: Material
    origin: Origin


def find(places: KeyPlaces, *, may_create: bool) -> Found:
    """Return the key material of the first place that has any.

    Args:
        places: where to look.
        may_create: whether nothing was ever sealed, so that a new key file does no harm.

    Raises:
        KeyMissing: no place has a key and none may be made, or the one there cannot be read.
        KeyUnsafe: the key stands where others could read it, or beside the data.
        KeyBroken: what is there is no key material.
        KeyUnreachable, KeyRefused, KeyWrong: the service that opens it did not.
    """
    if places.closed is not None:
        return Found(material=_in_safe(places, places.closed, may_create=may_create), origin=Origin.SAFE)
    if places.value is not None and places.value.reveal().strip():
        text = places.value.reveal().replace(";", "\n")
        return Found(material=material.parse(text), origin=Origin.VALUE)
    if places.credentials is not None:
        # Not held to mode 0600: systemd grants access by list, which shows as a group's right.
        handed = key_file.read(places.credentials / CREDENTIAL, places.data, shared=True)
        if handed is not None:
            return Found(material=material.parse(handed), origin=Origin.CREDENTIAL)
    kept = key_file.read(places.file, places.data)
    if kept is not None:
        return Found(material=material.parse(kept), origin=Origin.FILE)
    if not may_create:
        way_back = "Put a copy of the key file there"
        if places.recovery.exists():
            way_back += ", or write it again with the recovery words: reststop keys recover"
        raise KeyMissing(
            f"There is data here, but no key to open it. It was looked for at {places.file}. {way_back}."
        )
    return Found(material=_create(places.file, places.data), origin=Origin.FILE)


def find_material(places: KeyPlaces, *, may_create: bool) -> Material:
    """Return the key material alone; see `find`."""
    return find(places, may_create=may_create).material


def _in_safe(places: KeyPlaces, closed: SafePlace, *, may_create: bool) -> Material:
    """Return what the service opens. A key that still stands open is never used in its place."""
    kept = safe_file.read(closed, places.data)
    if kept is not None:
        return kept
    is_open = places.value or places.file.exists() or _is_handed(places)
    if is_open or not may_create:
        way = "`reststop keys wrap` makes it from the key of today" if is_open else "Put a copy of it there"
        if not is_open and places.recovery.exists():
            way += ", or begin with the recovery words: reststop keys recover"
        raise KeyMissing(f"There is no key file closed by AWS KMS at {closed.file}. {way}.")
    made = material.create()
    _write_new(closed.file, places.data, safe_file.close(made, closed.safe))
    return made


def _is_handed(places: KeyPlaces) -> bool:
    return places.credentials is not None and (places.credentials / CREDENTIAL).exists()


def _create(path: Path, data: Path) -> Material:
    made = material.create()
    _write_new(path, data, material.render(made))
    return made


def _write_new(path: Path, data: Path, content: str) -> None:
    try:
        key_file.refuse_beside_data(path, data)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        key_file.write_new(path, content)
    except OSError as problem:
        raise KeyMissing(f"No key file could be made at {path}: {problem.strerror}.") from None
