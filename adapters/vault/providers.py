"""Where the key material comes from, and where a key file may stand.

In this order: a value from the settings, a credential that the service manager hands over, the key
file. The last is made when it is missing and nothing was ever sealed. What the settings say comes as
plain parameters; the environment is not read here.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from adapters.vault import material
from adapters.vault.material import Material
from bot.errors import KeyMissing, KeyUnsafe
from bot.ports.vault import Secret

CREDENTIAL = "reststop.key"
"""The name of the credential in the folder of the service manager."""

_READ_AT_MOST = 65_536
_SHARED = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPlaces:
    """Where to look for the key, first to last, and the folder that it must stand apart from."""

    value: Secret | None = None
    """The lines of a key file; in a setting of one line, `;` stands between them."""
    credentials: Path | None = None
    """The folder in which the service manager puts credentials."""
    file: Path
    data: Path


def find_material(places: KeyPlaces, *, may_create: bool) -> Material:
    """Return the key material of the first place that has any.

    Args:
        places: where to look.
        may_create: whether nothing was ever sealed, so that a new key file does no harm.

    Raises:
        KeyMissing: no place has a key and none may be made, or the one there cannot be read.
        KeyUnsafe: the key stands where others could read it, or beside the data.
        KeyBroken: what is there is no key material.
    """
    if places.value is not None and places.value.reveal().strip():
        return material.parse(places.value.reveal().replace(";", "\n"))
    if places.credentials is not None:
        # Not held to mode 0600: systemd grants access by list, which shows as a group's right.
        handed = _read(places.credentials / CREDENTIAL, places.data, shared=True)
        if handed is not None:
            return handed
    kept = _read(places.file, places.data, shared=False)
    if kept is not None:
        return kept
    if not may_create:
        raise KeyMissing(
            f"There is data here, but no key to open it. It was looked for at {places.file}. "
            "Put a copy of the key file there."
        )
    return _create(places.file, places.data)


def _read(path: Path, data: Path, *, shared: bool) -> Material | None:
    """Return what the file says, or None where no file is; its mode is judged once it is open."""
    try:
        opened = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)  # never wait at a pipe
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise KeyMissing(f"The key at {path} cannot be read: {problem.strerror}.") from None
    try:
        _refuse_beside_data(path, data)
        found = os.fstat(opened)
        if not stat.S_ISREG(found.st_mode):
            raise KeyUnsafe(f"{path} is not a plain file. A key stands in a file of its own.")
        if found.st_mode & _SHARED and not shared:
            raise KeyUnsafe(f"Other accounts may use the key file. This mends it: chmod 600 {path}")
        content = os.read(opened, _READ_AT_MOST)
    finally:
        os.close(opened)
    return material.parse(content.decode("utf-8", "replace"))  # what is no text is no key line


def _create(path: Path, data: Path) -> Material:
    made = material.create()
    try:
        _refuse_beside_data(path, data)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_new(path, material.render(made).encode())
    except OSError as problem:
        raise KeyMissing(f"No key file could be made at {path}: {problem.strerror}.") from None
    return made


def _write_new(path: Path, content: bytes) -> None:
    """Write a file that was not there, and return when it would survive a power cut."""
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(opened, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(opened)
    except OSError:
        path.unlink()  # half a key file would stand in the way of the next start
        raise
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _refuse_beside_data(path: Path, data: Path) -> None:
    """Refuse a key that goes wherever a copy of the data folder goes."""
    for place in (path.parent.resolve() / path.name, path.resolve()):
        if any(_same_folder(parent, data.resolve()) for parent in place.parents):
            raise KeyUnsafe(
                f"The key file {path} stands in the data folder, so a copy of one is a copy of both. "
                f"Move it out of {data} and set its new place."
            )


def _same_folder(one: Path, other: Path) -> bool:
    """Compare as the file system does, where names may differ in case or by a mount."""
    return one == other or (one.exists() and other.exists() and one.samefile(other))
