"""The safe in memory, and AWS KMS by boto3, keep one contract; the latter beside all that AWS may answer."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Barrier, Thread

import pytest

from adapters.vault.kms import RESTS_FOR, Kms
from bot.errors import KeyMissing, KeyProblem, KeyRefused, KeyUnreachable
from tests.contract.safe_contract import PURPOSE, SafeContract, Stage
from tests.sim.kms_here import (
    ASKS_AS,
    DOWN,
    NONSENSE,
    OTHER,
    REFUSALS,
    REGION,
    SLOW,
    KmsHere,
    Minutes,
    kms_here,
)
from tests.unit.keys.box_safe import BoxSafe


@pytest.fixture(scope="module")
def running() -> Iterator[KmsHere]:
    """Give a KMS on this machine for all tests here."""
    with kms_here() as kms:
        yield kms


@pytest.fixture
def kms(running: KmsHere, monkeypatch: pytest.MonkeyPatch) -> Iterator[KmsHere]:
    """Give the KMS, and somebody who may ask it."""
    for name, value in ASKS_AS.items():
        monkeypatch.setenv(name, value)
    yield running
    running.trouble = ""


def asking(kms: KmsHere, key_id: str = "") -> Kms:
    """Return a safe that asks this KMS, and is not patient."""
    return Kms(key_id or kms.key_id, region=REGION, url=kms.url, monotonic=Minutes(), within=0.2)


class TestBoxSafe(SafeContract):
    """The one in memory."""

    @pytest.fixture
    def stage(self) -> Stage:
        """Give a box."""
        box = BoxSafe()

        @contextmanager
        def troubled(trouble: KeyProblem) -> Iterator[None]:
            box.trouble = trouble
            yield
            box.trouble = None

        return Stage(
            safe=box,
            other=BoxSafe(),
            asked=lambda: box.asked,
            down=lambda: troubled(KeyUnreachable()),
            refuses=lambda: troubled(KeyRefused()),
        )


class TestKms(SafeContract):
    """AWS KMS."""

    @pytest.fixture
    def stage(self, kms: KmsHere) -> Stage:
        """Give a key in a KMS on this machine."""

        @contextmanager
        def troubled(trouble: str) -> Iterator[None]:
            kms.trouble = trouble
            yield
            kms.trouble = ""

        return Stage(
            safe=asking(kms),
            other=asking(kms, kms.new_key()),
            asked=lambda: len(kms.asked),
            down=lambda: troubled(NONSENSE),
            refuses=lambda: troubled(REFUSALS[0]),
        )


@pytest.mark.parametrize("trouble", [*DOWN, *REFUSALS])
def test_whatever_aws_answers_is_one_of_our_errors(kms: KmsHere, trouble: str) -> None:
    """In a sentence that names the key and nothing that was sent; nothing of the library's gets out."""
    safe = asking(kms)
    key = safe.new_key(PURPOSE)
    safe.forget()
    kms.trouble = trouble
    with pytest.raises(KeyUnreachable if trouble in DOWN else KeyRefused) as caught:
        safe.open(key.closed, PURPOSE)
    assert kms.key_id in caught.value.sentence
    assert "no" not in caught.value.sentence.partition("code")[2].split()
    assert (caught.value.exit_code, caught.value.__cause__) == (3, None)


def test_a_service_that_did_not_answer_rests(kms: KmsHere) -> None:
    """Many ask in a row, and none waits for it again until a while has passed."""
    now = 100.0
    safe = Kms(kms.key_id, region=REGION, url=kms.url, monotonic=lambda: now, within=0.2)
    key = safe.new_key(PURPOSE)
    safe.forget()
    kms.trouble = SLOW
    for _ in range(5):
        with pytest.raises(KeyUnreachable):
            safe.open(key.closed, PURPOSE)
    asked = [name for name, bound_to in kms.asked if name == "Decrypt" and bound_to == PURPOSE]
    kms.trouble = ""
    with pytest.raises(KeyUnreachable):
        safe.open(key.closed, PURPOSE)
    assert [name for name, bound_to in kms.asked if name == "Decrypt" and bound_to == PURPOSE] == asked
    now += RESTS_FOR
    assert safe.open(key.closed, PURPOSE) == key.plain


def test_another_key_than_the_right_one_is_handed_on_as_it_came(kms: KmsHere) -> None:
    """The safe cannot know; the file that it was to open stays closed, as the vault's tests show."""
    safe = asking(kms)
    key = safe.new_key(PURPOSE)
    safe.forget()
    kms.trouble = OTHER
    assert safe.open(key.closed, PURPOSE) != key.plain


def test_of_many_that_ask_at_once_one_does(kms: KmsHere) -> None:
    """Ten threads, one question."""
    safe = asking(kms)
    key = safe.new_key(PURPOSE)
    safe.forget()
    before, start, opened = len(kms.asked), Barrier(10), list[bytes]()

    def ask() -> None:
        start.wait()
        opened.append(safe.open(key.closed, PURPOSE))

    threads = [Thread(target=ask) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (opened, len(kms.asked) - before) == ([key.plain] * 10, 1)


def test_what_aws_needs_and_does_not_have_is_said(kms: KmsHere, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody to ask as, no region: nothing is asked, and the sentence says what is missing."""
    before = len(kms.asked)
    with pytest.raises(KeyRefused, match="RESTSTOP_KMS_REGION"):
        Kms(kms.key_id, url=kms.url).new_key(PURPOSE)
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    with pytest.raises(KeyRefused, match="does not know who asks"):
        asking(kms).new_key(PURPOSE)
    assert len(kms.asked) == before


def test_without_awss_library_it_is_said_how_to_get_it(kms: KmsHere, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an extra; the key stays where it is."""
    monkeypatch.setitem(sys.modules, "boto3", None)
    with pytest.raises(KeyMissing, match="make server"):
        asking(kms).new_key(PURPOSE)
