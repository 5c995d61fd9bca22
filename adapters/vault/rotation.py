"""Key-encryption keys over time: a new one becomes current, keys move under it, an old one is destroyed.

The order is such that a crash between any two steps leaves every key readable, and the next `settle`
goes on from there: the recovery file first, then the key file, then the note of who is current, then
people's keys. A KEK goes once no key stands under it, and not before `RETIRED_FOR` after it stopped being
current: by then copies of the key store from before are past their time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from adapters.vault import key_file, material, recovery_file, safe_file
from adapters.vault.material import Material
from adapters.vault.providers import Found, KeyPlaces, Origin, find
from adapters.vault.ring import CURRENT, KeyRing
from bot.errors import KeyElsewhere, KeyMissing, KeyProblem
from bot.ports.keys import KeyStore

RETIRED_FOR: Final = timedelta(days=14)
"""As long as a copy of the key store is kept."""

_RETIRED = "kek/retired/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where the rotation of keys stands."""

    origin: Origin
    current: str
    since: date | None
    """The day on which the current KEK became so, where it was noted."""
    awaiting: frozenset[str]
    """Older KEKs under which keys of people still stand."""
    goes_on: Mapping[str, date]
    """Older KEKs that no key needs, and the first day on which each may be destroyed."""

    def due(self, today: date) -> frozenset[str]:
        """Return the older KEKs that may be destroyed by `today`."""
        return frozenset(kek_id for kek_id, day in self.goes_on.items() if day <= today)


class KeyCare:
    """Looks after the keys of one installation. Two processes may do so at once: one waits for the other."""

    def __init__(
        self,
        places: KeyPlaces,
        keystore: KeyStore,
        ring: KeyRing,
        *,
        today: Callable[[], date],
        every: timedelta | None = None,
    ) -> None:
        """Rotate by itself `every` so often, or never; the rest happens as it falls due."""
        self._places = places
        self._keystore = keystore
        self._ring = ring
        self._today = today
        self._every = every

    def settle(self) -> Standing:
        """Finish what was begun, and do what is due: to be called at a start and once a day.

        Raises:
            KeyProblem: the key's place is not as it was at the start.
            NotSaved: the key store was not available; called again, it goes on.
        """
        with key_file.held(self._places.written):
            found = self._adopted()
            standing = standing_of(found, self._keystore)
            if found.origin.is_ours and self._is_due(standing):
                found, standing = self._renewed(found)
            return self._without(found, standing, standing.due(self._today()))

    def rotate(self, *, at_once: bool = False, moved: Callable[[int], None] = lambda _: None) -> Standing:
        """Make a new KEK current, move every key under it, destroy what is due; `moved` hears of each batch.

        With `at_once` every older KEK goes now. Nothing else may work with the keys meanwhile.

        Raises:
            KeyElsewhere: the key does not come from a file.
            KeyMissing: the file could not be written. Nothing was changed.
            KeyUnreachable, KeyRefused: the service that closes it did not. Nothing was changed.
        """
        with key_file.held(self._places.written):
            found = self._adopted(moved)
            if not found.origin.is_ours:
                raise KeyElsewhere(
                    f"The key comes from {found.origin}, where nothing can be written from here. "
                    "`reststop keys rotate --print` prints new lines to put there."
                )
            found, standing = self._renewed(found, moved)
            return self._without(found, standing, standing.due(date.max if at_once else self._today()))

    def _adopted(self, moved: Callable[[int], None] = lambda _: None) -> Found:
        """Take up what stands at the key's place now, and move every key under its last KEK."""
        found = find(self._places, may_create=False)
        if found.origin.is_ours:
            for path in (self._places.written, self._places.recovery):
                key_file.sweep(path)
        self._renew_recovery(found.material)
        self._ring.adopt(found.material)
        self._note(found.material)
        for count in self._ring.rewrap():
            moved(count)
        return found

    def _renewed(self, found: Found, moved: Callable[[int], None] = lambda _: None) -> tuple[Found, Standing]:
        self._write(material.with_new_kek(found.material))
        found = self._adopted(moved)
        return found, standing_of(found, self._keystore)

    def _without(self, found: Found, standing: Standing, kek_ids: frozenset[str]) -> Standing:
        if not kek_ids or not found.origin.is_ours:
            return standing
        left = material.without(found.material, kek_ids)
        self._write(left, scrub=True)
        self._ring.adopt(left)
        return standing_of(Found(material=left, origin=found.origin), self._keystore)

    def _write(self, keys: Material, *, scrub: bool = False) -> None:
        closed, path = self._places.closed, self._places.written
        content = safe_file.close(keys, closed.safe) if closed else material.render(keys)
        self._renew_recovery(keys)
        try:
            key_file.replace(path, content, scrub=scrub)
        except OSError as problem:
            raise KeyMissing(
                f"The key file {path} could not be written: {problem.strerror}. The old one is still there."
            ) from None

    def _renew_recovery(self, keys: Material) -> None:
        """Seal the recovery file anew where there is one and it holds other keys.

        One that is broken or another's is left as it is: the doctor names it.
        """
        try:
            kept = recovery_file.read(self._places)
        except KeyProblem:
            return
        if kept is not None and kept.is_of(keys) and not kept.holds(keys):
            recovery_file.write(self._places, keys, to=kept.to)

    def _note(self, keys: Material) -> None:
        """Note which KEK is current since when, and since when each older one is not."""
        *older, current = keys.keks
        today = self._today().isoformat().encode()
        if (self._keystore.note(CURRENT) or b"").split()[:1] != [current.id.encode()]:
            if self._keystore.note(_RETIRED + current.id):  # an older key file was put back
                self._keystore.set_note(_RETIRED + current.id, b"")
            self._keystore.set_note(CURRENT, current.id.encode() + b" " + today)
        for kek in older:
            if not self._keystore.note(_RETIRED + kek.id):
                self._keystore.set_note(_RETIRED + kek.id, today)

    def _is_due(self, standing: Standing) -> bool:
        if self._every is None or standing.since is None:
            return False
        return self._today() - standing.since >= self._every


def standing_of(found: Found, keystore: KeyStore) -> Standing:
    """Look, and change nothing."""
    *older, current = found.material.keks
    noted = (keystore.note(CURRENT) or b"").decode().split()
    needed = keystore.kek_ids()
    retired = {kek.id: keystore.note(_RETIRED + kek.id) for kek in older if kek.id not in needed}
    return Standing(
        origin=found.origin,
        current=current.id,
        since=date.fromisoformat(noted[1]) if noted[:1] == [current.id] else None,
        awaiting=needed - {current.id},
        goes_on={
            kek_id: date.fromisoformat(day.decode()) + RETIRED_FOR for kek_id, day in retired.items() if day
        },
    )
