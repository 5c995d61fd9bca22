"""Where a key may come from, and what is refused about where it stands."""

from __future__ import annotations

import os
import re
import resource
import stat
from pathlib import Path

import pytest

from adapters.vault import material
from adapters.vault.material import Material
from adapters.vault.providers import CREDENTIAL, KeyPlaces, find_material
from bot.errors import KeyBroken, KeyMissing, KeyProblem, KeyUnsafe
from bot.ports.vault import Secret


@pytest.fixture
def places(tmp_path: Path) -> KeyPlaces:
    """Give an installation: a data folder, and a key file that is yet to be made elsewhere."""
    (tmp_path / "data").mkdir()
    return KeyPlaces(file=tmp_path / "config" / "reststop.key", data=tmp_path / "data")


def put_key(path: Path, *, mode: int = 0o600) -> Material:
    """Write a key file with this mode and return what it holds."""
    made = material.create()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(material.render(made))
    path.chmod(mode)
    return made


def moved(places: KeyPlaces, file: Path) -> KeyPlaces:
    """Return the same installation with its key file elsewhere."""
    return KeyPlaces(file=file, data=places.data)


def refused(places: KeyPlaces, kind: type[KeyProblem], *, may_create: bool = False) -> str:
    """Return the sentence with which this installation is refused."""
    with pytest.raises(KeyProblem) as caught:
        find_material(places, may_create=may_create)
    assert type(caught.value) is kind
    return caught.value.sentence


def test_key_from_settings_comes_first(places: KeyPlaces, tmp_path: Path) -> None:
    """A value, then a credential, then the file; a blank value counts as none."""
    value, credential = material.create(), put_key(tmp_path / "run" / CREDENTIAL)
    kept = put_key(places.file)
    text = Secret(material.render(value))

    def found(value: Secret | None, credentials: Path | None) -> Material:
        here = KeyPlaces(value=value, credentials=credentials, file=places.file, data=places.data)
        return find_material(here, may_create=False)

    assert found(text, tmp_path / "run") == value
    assert found(Secret(" \n"), tmp_path / "run") == credential
    assert found(None, tmp_path / "none") == kept
    assert found(None, None) == kept


def test_key_from_settings_may_be_one_line(places: KeyPlaces) -> None:
    """Where a setting cannot span lines, semicolons part them."""
    made = material.create()
    lines = [line for line in material.render(made).splitlines() if not line.startswith("#")]
    value = Secret("; ".join(lines))
    here = KeyPlaces(value=value, file=places.file, data=places.data)
    assert find_material(here, may_create=False) == made


def test_key_from_settings_is_refused_when_malformed(places: KeyPlaces) -> None:
    """A wrong value is an error; it does not fall through to another key."""
    put_key(places.file)
    here = KeyPlaces(value=Secret("hunter2 hunter2"), file=places.file, data=places.data)
    assert "hunter2" not in refused(here, KeyBroken)


def test_credential_is_not_held_to_mode_600(places: KeyPlaces, tmp_path: Path) -> None:
    """A service manager grants access by list, which looks like a right of the group."""
    made = put_key(tmp_path / "run" / CREDENTIAL, mode=0o440)
    here = KeyPlaces(credentials=tmp_path / "run", file=places.file, data=places.data)
    assert find_material(here, may_create=False) == made


def test_key_file_is_made_when_nothing_was_ever_sealed(places: KeyPlaces) -> None:
    """The first start makes a key for its owner alone, in a folder of its own; the next reads it."""
    made = find_material(places, may_create=True)
    assert stat.S_IMODE(places.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(places.file.parent.stat().st_mode) == 0o700
    assert find_material(places, may_create=True) == made
    assert find_material(places, may_create=False) == made


def test_key_file_is_private_under_any_umask(places: KeyPlaces) -> None:
    """The file is never wider than its owner, whatever the account's habits."""
    before = os.umask(0)
    try:
        find_material(places, may_create=True)
    finally:
        os.umask(before)
    assert stat.S_IMODE(places.file.stat().st_mode) == 0o600


def test_missing_key_beside_data_is_never_replaced(places: KeyPlaces) -> None:
    """With data here a new key would hide the loss of the old one: the sentence says where to put it."""
    assert str(places.file) in refused(places, KeyMissing)
    assert not places.file.exists()


def test_key_file_in_a_folder_that_cannot_be_made_is_missing(places: KeyPlaces) -> None:
    """What cannot be written is said with the reason, and leaves nothing behind."""
    blocked = places.data.parent / "a-file"
    blocked.write_text("")
    assert "Not a directory" in refused(moved(places, blocked / "key"), KeyMissing, may_create=True)


def test_key_file_is_whole_or_absent(places: KeyPlaces) -> None:
    """A full disk leaves no half key file behind, so that the next start can make one."""
    _, hard = before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, hard))
    try:
        sentence = refused(places, KeyMissing, may_create=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "File too large" in sentence
    assert not places.file.exists()
    find_material(places, may_create=True)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644, 0o610, 0o601, 0o777])
def test_key_file_that_others_may_use_is_unsafe(places: KeyPlaces, mode: int) -> None:
    """Any right of group or world is refused, with the command that takes it away."""
    put_key(places.file, mode=mode)
    assert f"chmod 600 {places.file}" in refused(places, KeyUnsafe)


@pytest.mark.parametrize("mode", [0o600, 0o400])
def test_key_file_of_its_owner_alone_is_read(places: KeyPlaces, mode: int) -> None:
    """Modes 600 and 400 are both well."""
    made = put_key(places.file, mode=mode)
    assert find_material(places, may_create=False) == made


@pytest.mark.parametrize("inside", ["reststop.key", "keys/reststop.key", "../data/reststop.key"])
@pytest.mark.parametrize("may_create", [True, False])
def test_key_file_in_the_data_folder_is_unsafe(places: KeyPlaces, inside: str, *, may_create: bool) -> None:
    """A copy of the data must never carry the key: neither read there nor made there."""
    here = moved(places, places.data / inside)
    if not may_create:
        put_key(here.file)
    assert str(places.data) in refused(here, KeyUnsafe, may_create=may_create)
    assert here.file.exists() is not may_create


def test_key_file_that_points_into_the_data_folder_is_unsafe(places: KeyPlaces) -> None:
    """A link to a key beside the data is the key beside the data, by file or by folder."""
    put_key(places.data / "hidden.key")
    link = places.data.parent / "link.key"
    link.symlink_to(places.data / "hidden.key")
    refused(moved(places, link), KeyUnsafe)
    folder = places.data.parent / "linked"
    folder.symlink_to(places.data, target_is_directory=True)
    refused(moved(places, folder / "hidden.key"), KeyUnsafe)
    refused(KeyPlaces(file=places.data / "hidden.key", data=folder), KeyUnsafe)


def test_link_in_the_data_folder_is_unsafe(places: KeyPlaces) -> None:
    """A link from the data to the key is refused too: a copy that follows links takes it along."""
    put_key(places.file)
    link = places.data / "reststop.key"
    link.symlink_to(places.file)
    refused(moved(places, link), KeyUnsafe)


def test_link_to_a_key_elsewhere_is_read(places: KeyPlaces) -> None:
    """Platforms that mount secrets do so by links; what counts is where they lead."""
    made = put_key(places.data.parent / "mount" / "v1" / "key")
    link = places.data.parent / "reststop.key"
    link.symlink_to(places.data.parent / "mount" / "v1" / "key")
    assert find_material(moved(places, link), may_create=False) == made


def test_dangling_link_is_not_written_through(places: KeyPlaces) -> None:
    """A new key is made where the settings say, never where a link leads."""
    link = places.data.parent / "reststop.key"
    link.symlink_to(places.data.parent / "elsewhere")
    refused(moved(places, link), KeyMissing, may_create=True)
    assert not (places.data.parent / "elsewhere").exists()


def test_key_that_is_no_plain_file_is_unsafe(places: KeyPlaces) -> None:
    """A folder or a pipe in the place of the key is refused, and nobody waits at the pipe."""
    pipe = places.data.parent / "pipe"
    os.mkfifo(pipe, 0o600)
    for path in (pipe, places.data.parent):
        assert "plain file" in refused(moved(places, path), KeyUnsafe)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"hunter2", b"root " * 20_000])
def test_key_file_of_something_else_is_broken(places: KeyPlaces, content: bytes) -> None:
    """Whatever is no key file is left as it is and not quoted, even where a new key might be made."""
    put_key(places.file)
    places.file.write_bytes(content)
    assert "hunter2" not in refused(places, KeyBroken, may_create=True)
    assert places.file.read_bytes() == content


def test_key_sentences_are_plain(places: KeyPlaces) -> None:
    """Every refusal is a sentence or two with no type names and no codes."""
    put_key(places.file, mode=0o644)
    assert re.fullmatch(r"[A-Z][^{}<>\[\]]+[.\w]", refused(places, KeyUnsafe))
