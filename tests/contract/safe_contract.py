"""What every safe keeps: a data key comes back for what it was bound to, and a no is a no."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

import pytest

from adapters.vault.safe import Safe
from bot.errors import KeyProblem, KeyRefused, KeyUnreachable, KeyWrong

PURPOSE = {"purpose": "a test", "installation": "this one"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A safe and the ways to trouble it."""

    safe: Safe
    other: Safe
    """One with another key."""
    asked: Callable[[], int]
    """How often the service was asked so far."""
    down: Callable[[], AbstractContextManager[None]]
    refuses: Callable[[], AbstractContextManager[None]]


class SafeContract:
    """Subclass it with a fixture `stage`."""

    @pytest.fixture
    def stage(self) -> Stage:
        """Give a safe."""
        raise NotImplementedError

    def test_safe_opens_what_it_closed(self, stage: Stage) -> None:
        """Also when it has forgotten its last answer; two keys never are the same."""
        key, again = stage.safe.new_key(PURPOSE), stage.safe.new_key(PURPOSE)
        stage.safe.forget()
        assert stage.safe.open(key.closed, PURPOSE) == key.plain
        assert (len(key.plain), key.plain == again.plain, key.closed == again.closed) == (32, False, False)
        assert key.plain not in key.closed
        assert str(key.plain) not in repr(key)

    def test_safe_is_asked_once_for_one_key(self, stage: Stage) -> None:
        """Who has had the answer goes on while the service is gone."""
        key = stage.safe.new_key(PURPOSE)
        stage.safe.forget()
        before = stage.asked()
        stage.safe.open(key.closed, PURPOSE)
        with stage.down():
            assert stage.safe.open(key.closed, PURPOSE) == key.plain
        assert stage.asked() == before + 1

    def test_safe_holds_a_key_to_what_it_was_bound_to(self, stage: Stage) -> None:
        """Another purpose, more or less of it, and another key open nothing."""
        key = stage.safe.new_key(PURPOSE)
        for bound_to in (PURPOSE | {"purpose": "other"}, {"purpose": "a test"}, PURPOSE | {"more": "of it"}):
            with pytest.raises(KeyWrong):
                stage.safe.open(key.closed, bound_to)
        with pytest.raises(KeyProblem):
            stage.other.open(key.closed, PURPOSE)
        with pytest.raises(KeyWrong):
            stage.safe.open(key.closed[:-1] + bytes([key.closed[-1] ^ 1]), PURPOSE)

    def test_safe_that_does_not_answer_makes_nothing_up(self, stage: Stage) -> None:
        """Neither a new key nor an opened one; afterwards it is as it was."""
        key = stage.safe.new_key(PURPOSE)
        stage.safe.forget()
        for trouble, said in ((stage.down, KeyUnreachable), (stage.refuses, KeyRefused)):
            with trouble():
                for ask in (
                    lambda: stage.safe.new_key(PURPOSE),
                    lambda: stage.safe.open(key.closed, PURPOSE),
                ):
                    with pytest.raises(said):
                        ask()
        assert stage.safe.open(key.closed, PURPOSE) == key.plain
