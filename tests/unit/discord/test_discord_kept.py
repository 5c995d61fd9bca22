"""What a button may show once more: for its person, for a while, and in memory alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from adapters.discord.answering.kept import Kept, KeptCards, KeptForm
from adapters.discord.hearing.places import Posted
from adapters.discord.limits import KEPT_EACH, KEPT_FOR, KEPT_MOST, OPEN_FOR
from bot.domain.people import Account
from bot.testing.chance import SeededChance
from bot.testing.time import ManualClock

ANA, BEN = (Account(surface="discord", workspace="9", user=user) for user in "12")
CARDS = KeptCards(pages=({"components": []},))
FORM = KeptForm(
    modal={"custom_id": "f~1", "title": "Write"}, origin=Posted(channel="7", message="70", is_layout=False)
)
SECOND = timedelta(seconds=1)


@pytest.fixture
def clock() -> ManualClock:
    """A clock that stands still."""
    return ManualClock(datetime(2026, 1, 5, tzinfo=UTC))


@pytest.fixture
def kept(clock: ManualClock) -> Kept:
    """Nothing is kept yet."""
    return Kept(clock, SeededChance("kept"))


def test_what_is_kept_is_found_by_its_token_and_its_person_alone(kept: Kept) -> None:
    """A token that somebody else sends says nothing."""
    token = kept.keep(ANA, CARDS)
    assert kept.find(ANA, token) == CARDS
    assert kept.find(ANA, token) == CARDS
    assert kept.find(BEN, token) is None
    assert kept.find(ANA, "other") is None


def test_a_token_is_new_each_time_and_says_nothing(kept: Kept) -> None:
    """And a button has room for it."""
    tokens = {kept.keep(ANA, CARDS) for _ in range(3)}
    assert len(tokens) == 3
    assert all(len(token) == 32 and token.isalnum() for token in tokens)


def test_it_goes_after_a_quarter_of_an_hour(kept: Kept, clock: ManualClock) -> None:
    """And not a second earlier."""
    token = kept.keep(ANA, CARDS)
    clock.move_to(clock.now() + KEPT_FOR - SECOND)
    assert kept.find(ANA, token) == CARDS
    clock.move_to(clock.now() + SECOND)
    assert kept.find(ANA, token) is None
    assert len(kept) == 0


def test_the_oldest_goes_where_there_is_too_much(kept: Kept) -> None:
    """Nobody fills the memory."""
    first = kept.keep(ANA, CARDS)
    others = [Account(surface="discord", workspace="9", user=str(user)) for user in range(10, 10 + KEPT_MOST)]
    tokens = [kept.keep(other, CARDS) for other in others]
    assert kept.find(ANA, first) is None
    assert kept.find(others[0], tokens[0]) == CARDS
    assert len(kept) == KEPT_MOST


def test_nobody_pushes_out_what_is_kept_of_others(kept: Kept) -> None:
    """Of one account so much is kept and no more: its own oldest goes."""
    first, own = kept.keep(ANA, CARDS), kept.keep(BEN, CARDS)
    kept.opened(ANA, FORM)
    for number in range(KEPT_MOST):
        kept.keep(BEN, CARDS)
        kept.opened(BEN, KeptForm(modal={"custom_id": f"f~{number}"}))
    assert kept.find(ANA, first) == CARDS
    assert kept.drawn(ANA, "f~1") == FORM
    assert kept.find(BEN, own) is None
    assert len(kept) == 2 + 2 * KEPT_EACH


def test_who_is_forgotten_has_nothing_kept(kept: Kept) -> None:
    """And others have."""
    tokens = [kept.keep(who, CARDS) for who in (ANA, BEN)]
    kept.opened(ANA, FORM)
    kept.forget(ANA)
    assert (kept.find(ANA, tokens[0]), kept.drawn(ANA, "f~1")) == (None, None)
    assert kept.find(BEN, tokens[1]) == CARDS


def test_a_form_is_remembered_as_it_was_drawn_last(kept: Kept) -> None:
    """By what Discord says of it when it is sent; to its person."""
    kept.opened(ANA, FORM)
    filled = KeptForm(modal={**FORM.modal, "title": "Write again"})
    kept.opened(ANA, filled)
    assert kept.drawn(ANA, "f~1") == filled
    assert kept.drawn(BEN, "f~1") is None
    assert kept.drawn(ANA, "f~2") is None


def test_somebody_may_write_for_longer_than_a_button_is_good_for(kept: Kept, clock: ManualClock) -> None:
    """A form that is refused after hours opens again all the same."""
    kept.opened(ANA, FORM)
    clock.move_to(clock.now() + OPEN_FOR - SECOND)
    assert kept.drawn(ANA, "f~1") == FORM
    clock.move_to(clock.now() + SECOND)
    assert kept.drawn(ANA, "f~1") is None


def test_nothing_that_was_typed_is_printed(kept: Kept) -> None:
    """Not by what is kept, nor by what keeps it."""
    form = KeptForm(modal={"custom_id": "f~1", "components": ["canary"]})
    kept.opened(ANA, form)
    assert "canary" not in repr(form) + repr(KeptCards(pages=({"content": "canary"},))) + repr(kept)
