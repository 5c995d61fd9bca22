"""The recovery file on the disk, beside the key file: made with new words, opened with them."""

from __future__ import annotations

from adapters.vault import key_file, recovery, words
from adapters.vault.material import Material
from adapters.vault.providers import KeyPlaces, find
from adapters.vault.recovery import Recovery
from bot.errors import KeyMissing


def read(places: KeyPlaces) -> Recovery | None:
    """Return what the recovery file says, where there is one; raises `KeyProblem`."""
    text = key_file.read(places.recovery, places.data)
    return None if text is None else recovery.parse(text)


def write(places: KeyPlaces, keys: Material, *, to: bytes) -> None:
    """Write it in the place of the old one.

    Raises:
        KeyMissing: it could not be written; the old one is still there.
        KeyUnsafe: it would stand in the data folder.
    """
    try:
        key_file.refuse_beside_data(places.recovery, places.data)
        key_file.replace(places.recovery, recovery.seal(keys, to=to), scrub=True)
    except OSError as problem:
        raise KeyMissing(
            f"The recovery file {places.recovery} could not be written: {problem.strerror}."
        ) from None


def write_for_words(places: KeyPlaces, secret: bytes) -> None:
    """Write one that the words of `secret` open; earlier ones open nothing then. Raises `KeyProblem`."""
    with key_file.held(places.written):
        keys = find(places, may_create=False).material
        write(places, keys, to=recovery.public_of(secret))


def open_text(text: str, typed: str) -> Material:
    """Return the key material in the `text` of a recovery file for the words that were typed.

    Raises:
        WordsWrong: these are not its words.
        KeyBroken: it is no recovery file, or was changed.
    """
    return recovery.open_with(recovery.parse(text), words.read_words(typed))
