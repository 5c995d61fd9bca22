"""From an open key file to one that a service opens, and back: nothing is taken away, all of it is tried."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from adapters.vault import key_file, material, safe_file
from adapters.vault.material import Material
from adapters.vault.providers import Found, KeyPlaces, find
from adapters.vault.safe import SafePlace
from bot.errors import FolderTaken, KeyBroken, KeyElsewhere, KeyMissing

Fits = Callable[[Material], None]
"""Raises `KeyWrong` where key material does not belong to the data."""


def wrap(places: KeyPlaces, *, fits: Fits, replaces: bool = False) -> Found:
    """Write the closed key file, once it was opened again and came back the same; return what was closed.

    Raises:
        FolderTaken: there is one already, and `replaces` was not said.
        KeyProblem: there is no key that stands open, it does not fit, or the service said no.
    """
    closed = _place_of(places)
    found = find(places.open, may_create=False)
    fits(found.material)
    with key_file.held(closed.file):
        if closed.file.exists() and not replaces:
            raise FolderTaken(f"There is a closed key file at {closed.file}. With --replace I write it anew.")
        text = safe_file.close(found.material, closed.safe)
        closed.safe.forget()
        if safe_file.open_text(text, closed.safe) != found.material:
            raise KeyBroken("What was closed did not come back as it was. Nothing was changed.")
        _put(closed.file, places.data, text)
    return found


def unwrap(places: KeyPlaces, *, fits: Fits) -> Material:
    """Write the key file as it stands open, from the closed one; return what is in it.

    Raises:
        FolderTaken: there is a key file already.
        KeyProblem: the closed one is not there, does not fit, or the service said no.
    """
    found = find(places, may_create=False)
    _place_of(places)
    fits(found.material)
    with key_file.held(places.file):
        if places.file.exists():
            raise FolderTaken(f"There is a key file at {places.file} already, and it stays.")
        _put(places.file, places.data, material.render(found.material))
    return found.material


def _place_of(places: KeyPlaces) -> SafePlace:
    if places.closed is None:
        raise KeyElsewhere("No key in AWS KMS is named. RESTSTOP_KMS_KEY_ID names it.")
    return places.closed


def _put(path: Path, data: Path, text: str) -> None:
    try:
        key_file.refuse_beside_data(path, data)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        key_file.replace(path, text, scrub=True)
    except OSError as problem:
        raise KeyMissing(f"{path} could not be written: {problem.strerror}.") from None
