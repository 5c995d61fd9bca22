"""A key that AWS KMS opens, from the first step to the last: a KMS on this machine, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.e2e.shell import command
from tests.e2e.terminal import HELLO, reststop, session, visit
from tests.sim.kms_here import OTHER, REFUSALS, RESET, KmsHere, kms_here


@pytest.fixture(scope="module")
def running() -> Iterator[KmsHere]:
    """Give a KMS on this machine."""
    with kms_here() as kms:
        yield kms


@pytest.fixture
def kms(running: KmsHere) -> Iterator[KmsHere]:
    """Give it in order, and leave it so."""
    running.trouble = ""
    running.asked.clear()
    yield running
    running.trouble = ""


@pytest.fixture
def wrapped(data: Path, kms: KmsHere) -> Path:
    """Give a house whose key KMS opens, and no open one."""
    done = typed(kms, data, "keys", "wrap")
    assert done.returncode == 0
    data.with_name("data.key").unlink()
    return data


def typed(kms: KmsHere, data: Path, *words: str) -> CompletedProcess[bytes]:
    """Run a command with the settings of somebody whose key KMS opens."""
    return command(data, *words, typed=b"", **kms.settings)


def databases(data: Path) -> dict[str, bytes]:
    """Return what stands in the databases."""
    return {path.name: path.read_bytes() for path in data.iterdir() if path.suffix == ".db"}


def test_a_key_is_closed_tried_and_then_used(data: Path, kms: KmsHere) -> None:
    """The open one stays until somebody takes it away, and the doctor says so."""
    key = data.with_name("data.key")
    assert reststop(data, "run", typed=b"", **kms.settings).returncode == 3
    before = key.read_bytes()
    done = typed(kms, data, "keys", "wrap")
    assert (done.returncode, key.read_bytes()) == (0, before)
    assert "it opened to the same keys" in done.stdout.decode()
    assert [name for name, _ in kms.asked] == ["GenerateDataKey", "Decrypt"]
    said = typed(kms, data, "doctor")
    assert said.returncode == 1
    assert f"{key} is used no more and opens everything" in said.stdout.decode()
    key.unlink()
    said = typed(kms, data, "doctor")
    assert f"{kms.key_id} in AWS KMS opened just now" in said.stdout.decode()
    assert "fix" not in said.stdout.decode()
    assert "one entry" in visit(data, "journal last", **kms.settings)
    assert typed(kms, data, "keys", "wrap").returncode == 3


def test_a_first_start_needs_no_open_key(tmp_path: Path, kms: KmsHere) -> None:
    """It is drawn, closed, and stands open nowhere."""
    data = tmp_path / "data"
    visit(data, *HELLO, "write", "one entry", ".", **kms.settings)
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["data.key.kms"]
    assert "one entry" in visit(data, "journal last", **kms.settings)
    assert reststop(data, "run").returncode == 3


@pytest.mark.parametrize("trouble", [REFUSALS[0], OTHER])
def test_a_start_that_kms_does_not_help_ends_and_writes_nothing(
    wrapped: Path, kms: KmsHere, trouble: str
) -> None:
    """Exit code 3 and a sentence, for every command that needs the key; with KMS back all is there."""
    before = databases(wrapped)
    kms.trouble = trouble
    assert reststop(wrapped, "run", typed=b"", **kms.settings).returncode == 3
    for words in (("keys", "rotate"), ("keys", "unwrap")):
        done = typed(kms, wrapped, *words)
        assert (done.returncode, done.stdout) == (3, b"")
        assert b"Traceback" not in done.stderr
    assert typed(kms, wrapped, "doctor").returncode == 1
    assert databases(wrapped) == before
    assert not wrapped.with_name("data.key").exists()
    kms.trouble = ""
    assert "one entry" in visit(wrapped, "journal last", **kms.settings)


def test_a_rotation_beside_a_session_goes_by_kms(wrapped: Path, kms: KmsHere) -> None:
    """Who sits there reads and writes on; while KMS is down a rotation changes nothing."""
    closed = wrapped.with_name("data.key.kms")
    with session(wrapped, **kms.settings) as here:
        kms.trouble, before = RESET, closed.read_bytes()
        assert typed(kms, wrapped, "keys", "rotate").returncode == 3
        assert closed.read_bytes() == before
        here.enter("write")
        here.enter("while it was down", ".")
        kms.trouble = ""
        done = typed(kms, wrapped, "keys", "rotate")
        assert done.returncode == 0
        assert str(closed).encode() in done.stderr
        assert "while it was down" in here.enter("journal last")
        here.enter("write")
        here.enter("after the rotation", ".")
        assert here.leave() == 0
    assert "after the rotation" in visit(wrapped, "journal last", **kms.settings)


def test_what_is_asked_of_aws_names_the_installation_and_nothing_else(wrapped: Path, kms: KmsHere) -> None:
    """Once a start: a purpose, and a name that the operator was told."""
    kms.asked.clear()
    visit(wrapped, "journal last", **kms.settings)
    [(asked, bound_to)] = kms.asked
    assert asked == "Decrypt"
    assert sorted(bound_to) == ["reststop:installation", "reststop:purpose"]


def test_the_way_back_needs_kms_once(wrapped: Path, kms: KmsHere) -> None:
    """Then the open file serves as before."""
    assert typed(kms, wrapped, "keys", "unwrap").returncode == 0
    kms.trouble = RESET
    assert "one entry" in visit(wrapped, "journal last")
    assert typed(kms, wrapped, "keys", "unwrap").returncode == 3


def test_a_credential_as_systemd_makes_it_is_read_and_never_written(data: Path, tmp_path: Path) -> None:
    """LoadCredential and LoadCredentialEncrypted give a read-only folder with the plain lines in it."""
    handed = tmp_path / "credentials"
    handed.mkdir()
    key = data.with_name("data.key").rename(handed / "reststop.key")
    key.chmod(0o400)
    handed.chmod(0o500)
    where = {"CREDENTIALS_DIRECTORY": str(handed), "RESTSTOP_ROTATE_EVERY": "1"}
    before = key.read_bytes()
    assert "one entry" in visit(data, "journal last", **where)
    done = command(data, "keys", "rotate", typed=b"", **where)
    assert (done.returncode, done.stdout) == (3, b"")
    assert b"the service manager" in done.stderr
    said = command(data, "doctor", typed=b"", **where).stdout.decode()
    assert "handed over by the service manager" in said
    assert "RESTSTOP_ROTATE_EVERY cannot change a key from the service manager" in said
    assert (key.read_bytes(), list(handed.iterdir())) == (before, [key])
