"""A key file that a service has closed: it opens by that service alone, and nothing stands in for it."""

from __future__ import annotations

import dataclasses
import stat
from collections.abc import Mapping
from pathlib import Path

import pytest

from adapters.vault import key_file, material, safe_file, wrapping
from adapters.vault.material import Material
from adapters.vault.providers import CREDENTIAL, KeyPlaces, Origin, find, find_material
from adapters.vault.safe import SafePlace
from bot.errors import (
    FolderTaken,
    KeyBroken,
    KeyElsewhere,
    KeyMissing,
    KeyProblem,
    KeyRefused,
    KeyUnreachable,
    KeyUnsafe,
    KeyWrong,
    NotSaved,
)
from bot.ports.vault import Secret
from tests.unit.keys.box_safe import BoxSafe
from tests.unit.keys.house import FIRST, KeyHouse

TROUBLES = (KeyUnreachable(), KeyRefused(), KeyWrong())


@pytest.fixture
def box() -> BoxSafe:
    """Give a safe."""
    return BoxSafe()


@pytest.fixture
def places(tmp_path: Path, box: BoxSafe) -> KeyPlaces:
    """Give an installation whose key a safe is to open, and which has none yet."""
    (tmp_path / "data").mkdir()
    closed = SafePlace(file=tmp_path / "config" / "reststop.key.kms", safe=box)
    return KeyPlaces(file=tmp_path / "config" / "reststop.key", data=tmp_path / "data", closed=closed)


def put_open_key(places: KeyPlaces) -> Material:
    """Write a key file that stands open."""
    places.file.parent.mkdir(parents=True, exist_ok=True)
    made = material.create()
    key_file.write_new(places.file, material.render(made))
    return made


def fits(_keys: Material) -> None:
    """Be content with any key."""


def everything(folder: Path) -> dict[Path, bytes]:
    """Return every file below a folder."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_first_start_makes_a_closed_key_file_and_no_open_one(places: KeyPlaces, tmp_path: Path) -> None:
    """For its owner alone; the next start opens it, and no byte of a key stands anywhere."""
    made = find_material(places, may_create=True)
    assert find(places, may_create=False).material == made
    assert find(places, may_create=False).origin is Origin.SAFE
    assert list(everything(tmp_path)) == [places.written]
    assert stat.S_IMODE(places.written.stat().st_mode) == 0o600
    text = places.written.read_text()
    assert [line for line in material.render(made).splitlines() if line in text and line[0] != "#"] == []


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.code)
@pytest.mark.parametrize("with_open_key", [True, False])
def test_a_safe_that_does_not_open_is_never_gone_around(
    places: KeyPlaces, box: BoxSafe, tmp_path: Path, trouble: KeyProblem, *, with_open_key: bool
) -> None:
    """Also where an open key, a value and a credential lie about: code 3, and nothing is written."""
    find_material(places, may_create=True)
    if with_open_key:
        made = material.render(put_open_key(places))
        (tmp_path / "run").mkdir()
        (tmp_path / "run" / CREDENTIAL).write_text(made)
        places = dataclasses.replace(places, value=Secret(made), credentials=tmp_path / "run")
    before = everything(tmp_path)
    box.forget()
    box.trouble = trouble
    for may_create in (True, False):
        with pytest.raises(type(trouble)) as caught:
            find_material(places, may_create=may_create)
        assert caught.value.exit_code == 3
    assert everything(tmp_path) == before


def test_a_safe_that_is_gone_at_the_first_start_leaves_nothing(
    places: KeyPlaces, box: BoxSafe, tmp_path: Path
) -> None:
    """No key is made that only this process would know."""
    box.trouble = KeyUnreachable()
    with pytest.raises(KeyUnreachable):
        find_material(places, may_create=True)
    assert everything(tmp_path) == {}


@pytest.mark.parametrize("may_create", [True, False])
def test_an_open_key_is_not_used_in_its_place(places: KeyPlaces, *, may_create: bool) -> None:
    """Whoever names a service and has not closed the file yet is told how, and no second key is made."""
    put_open_key(places)
    with pytest.raises(KeyMissing, match="keys wrap"):
        find_material(places, may_create=may_create)
    assert not places.written.exists()


def test_a_missing_closed_file_beside_data_is_never_replaced(places: KeyPlaces) -> None:
    """As with an open one."""
    with pytest.raises(KeyMissing, match=r"reststop\.key\.kms"):
        find_material(places, may_create=False)
    assert not places.written.exists()


def test_every_change_of_the_closed_file_is_noticed(places: KeyPlaces, box: BoxSafe) -> None:
    """A flipped bit in any line, another installation's line, another order: refused, and said plainly."""
    find_material(places, may_create=True)
    text, other = places.written.read_text(), safe_file.close(material.create(), box)
    lines, theirs = text.splitlines(), other.splitlines()
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    for number in range(first, len(lines)):
        name, _, value = lines[number].partition(" ")
        flipped = f"{name} {'B' if value[0] != 'B' else 'C'}{value[1:]}"
        for line in (flipped, theirs[number], f"{lines[number]} ", ""):
            changed = "\n".join([*lines[:number], line, *lines[number + 1 :]]) + "\n"
            with pytest.raises((KeyBroken, KeyWrong)):
                safe_file.open_text(changed, box)
    assert safe_file.open_text(text, box) == find_material(places, may_create=False)


def test_a_wrong_answer_is_not_remembered(places: KeyPlaces, box: BoxSafe) -> None:
    """A service that hands out another key once opens the file the next time."""
    find_material(places, may_create=True)
    text = places.written.read_text()
    closed = safe_file.parse(text)
    box.remember(closed.key, closed.bound_to, b"\0" * 32)
    with pytest.raises(KeyBroken):
        safe_file.open_text(text, box)
    assert safe_file.open_text(text, box) == find_material(places, may_create=False)


def test_what_a_safe_records_names_the_installation_and_no_key(box: BoxSafe) -> None:
    """The name stays over rotations, and another installation has another."""
    keys = material.create()
    closed = safe_file.parse(safe_file.close(keys, box))
    later = safe_file.parse(safe_file.close(material.with_new_kek(keys), box))
    assert closed.bound_to == later.bound_to
    assert closed.bound_to == {
        "reststop:purpose": "key file",
        "reststop:installation": safe_file.installation_of(keys),
    }
    assert safe_file.installation_of(keys) != safe_file.installation_of(material.create())
    assert keys.root.hex()[:8] not in str(closed.bound_to)
    assert closed.of in repr(closed)
    assert str(closed.sealed) not in repr(closed)


def test_a_closed_file_is_held_to_its_place_like_an_open_one(places: KeyPlaces, box: BoxSafe) -> None:
    """Not in the data folder, and for its owner alone."""
    find_material(places, may_create=True)
    places.written.chmod(0o640)
    with pytest.raises(KeyUnsafe, match="chmod 600"):
        find_material(places, may_create=False)
    inside = dataclasses.replace(places, closed=SafePlace(file=places.data / "closed", safe=box))
    with pytest.raises(KeyUnsafe):
        find_material(inside, may_create=True)
    assert list(places.data.iterdir()) == []


def test_wrapping_tries_the_file_before_it_stands_and_leaves_the_open_one(places: KeyPlaces) -> None:
    """The same keys come back from it; a second time only by its word."""
    made = put_open_key(places)
    before = places.file.read_bytes()
    assert wrapping.wrap(places, fits=fits).material == made
    assert (find_material(places, may_create=False), places.file.read_bytes()) == (made, before)
    kept = places.written.read_bytes()
    with pytest.raises(FolderTaken):
        wrapping.wrap(places, fits=fits)
    assert places.written.read_bytes() == kept
    wrapping.wrap(places, fits=fits, replaces=True)
    assert places.written.read_bytes() != kept


class ForgetfulSafe(BoxSafe):
    """A safe that opens to something else."""

    def open(self, closed: bytes, bound_to: Mapping[str, str]) -> bytes:
        """Open, and hand out the key of somebody else."""
        super().open(closed, bound_to)
        return BoxSafe().new_key(bound_to).plain


def test_what_does_not_come_back_is_not_kept(places: KeyPlaces) -> None:
    """A key that closes and does not open, one that does not fit the data, and a no: nothing is written."""
    put_open_key(places)

    def does_not_fit(_keys: Material) -> None:
        raise KeyWrong

    denied = BoxSafe()
    denied.trouble = KeyRefused()
    for safe, look in ((ForgetfulSafe(), fits), (BoxSafe(), does_not_fit), (denied, fits)):
        closed = SafePlace(file=places.written, safe=safe)
        with pytest.raises(KeyProblem):
            wrapping.wrap(dataclasses.replace(places, closed=closed), fits=look)
        assert not places.written.exists()


def test_the_way_back_writes_the_open_file_once(places: KeyPlaces) -> None:
    """It holds the same keys, and one that is there stays."""
    made = find_material(places, may_create=True)
    assert wrapping.unwrap(places, fits=fits) == made
    assert find_material(places.open, may_create=False) == made
    with pytest.raises(FolderTaken):
        wrapping.unwrap(places, fits=fits)
    with pytest.raises(KeyElsewhere):
        wrapping.wrap(places.open, fits=fits)


def test_a_house_that_runs_needs_the_safe_no_more(tmp_path: Path) -> None:
    """People come, write and read while it is down; only a rotation waits, and has changed nothing."""
    house = KeyHouse.at(tmp_path, closed=True)
    vault, care = house.open()
    house.write(vault, 3)
    box = box_of(house)
    box.trouble = KeyUnreachable()
    house.write(vault, 3)
    care.settle()
    house.see_that_all_can_be_read(vault)
    before = everything(tmp_path)
    with pytest.raises(KeyUnreachable):
        care.rotate()
    assert everything(tmp_path) == before
    box.trouble = None
    assert care.rotate().since == FIRST
    house.see_that_all_can_be_read(vault)


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.code)
def test_what_needs_a_key_that_the_safe_keeps_back_is_not_saved(tmp_path: Path, trouble: KeyProblem) -> None:
    """Another process rotated and the safe is gone: nothing new is sealed or read, and all comes back."""
    house = KeyHouse.at(tmp_path, closed=True)
    vault, _ = house.open()
    house.write(vault, 2)
    warm = dict(house.sealed)
    house.write(house.open()[0], 2)
    house.open()[1].rotate()
    box = box_of(house)
    box.forget()  # its answer went to the other process
    box.trouble = trouble
    kept = len(house.shelf.keys)
    for cell, sealed in house.sealed.items():
        if cell in warm:
            assert vault.open(cell, sealed) == str(cell.person)
        else:
            with pytest.raises(NotSaved):
                vault.open(cell, sealed)
    with pytest.raises(NotSaved):
        house.write(vault, 1)
    assert len(house.shelf.keys) == kept
    box.trouble = None
    house.see_that_all_can_be_read(vault)
    house.write(vault, 1)
    house.see_that_all_can_be_read()


def box_of(house: KeyHouse) -> BoxSafe:
    """Return the safe of an installation."""
    assert house.places.closed is not None
    assert isinstance(house.places.closed.safe, BoxSafe)
    return house.places.closed.safe
