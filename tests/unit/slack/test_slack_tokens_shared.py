"""Tokens of several processes on one database: one exchanges a refresh token, which is good once."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

import pytest

from adapters.slack.errors import LineCut
from tests.unit.slack.tokens import desk

REFRESH = "oauth.v2.access"


async def test_of_several_processes_one_refreshes_and_the_others_read(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Whether they come one after the other or at once; nobody is told to install anything anew."""
    async with desk(rotates=True, is_shared=True) as here:
        harbour = here.slack.workspace("Harbour")
        first = harbour.bot_token
        await here.keep(harbour)
        others = [here.beside() for _ in range(3)]
        assert {await each.tokens.token(harbour.id) for each in others} == {first}
        for turn in range(1, 4):
            here.later(hours=10, minutes=1)
            given = await asyncio.gather(*(each.tokens.token(harbour.id) for each in (*others, here)))
            assert harbour.bot_token in given
            assert set(given) <= {harbour.bot_token, first}
            here.later(minutes=1)
            then = [await each.tokens.token(harbour.id) for each in (here, *others)]
            assert set(then) == {harbour.bot_token}
            assert len(here.slack.journal.calls(REFRESH)) == turn
            first = harbour.bot_token
    assert [each for each in caplog.records if each.levelno >= logging.WARNING] == []


async def test_while_one_is_at_it_the_others_go_on_with_what_is_still_good() -> None:
    """And where that has expired they are told to come again: nothing is asked with it."""
    async with desk(rotates=True, is_shared=True) as here:
        harbour = here.slack.workspace("Harbour")
        first = harbour.bot_token
        await here.keep(harbour)
        other = here.beside()
        here.is_slow = True
        here.later(hours=10, minutes=1)
        is_at_it = asyncio.create_task(here.tokens.token(harbour.id))
        await here.has_answered.wait()
        assert await other.tokens.token(harbour.id) == first
        here.may_arrive.set()
        assert await is_at_it == harbour.bot_token != first
        here.later(minutes=2)
        assert await other.tokens.token(harbour.id) == harbour.bot_token


async def test_a_token_that_could_not_be_kept_yet_is_not_exchanged_by_another() -> None:
    """Its refresh token is spent: the others wait until the one that has the new one has kept it."""
    async with desk(rotates=True, is_shared=True) as here:
        harbour = here.slack.workspace("Harbour")
        first = harbour.bot_token
        await here.keep(harbour)
        other = here.beside()
        here.later(hours=10, minutes=1)
        here.shelf.may_save.clear()
        here.shelf.is_saving.clear()
        is_at_it = asyncio.create_task(here.tokens.token(harbour.id))
        await here.shelf.is_saving.wait()
        here.shelf.is_away = True
        here.shelf.may_save.set()
        assert await is_at_it == first
        here.shelf.is_away = False
        assert await other.tokens.token(harbour.id) == first
        here.later(minutes=2)
        assert await here.tokens.token(harbour.id) == harbour.bot_token != first
        here.later(minutes=2)
        assert await other.tokens.token(harbour.id) == harbour.bot_token
        assert len(here.slack.journal.calls(REFRESH)) == 1


async def test_a_process_that_died_at_it_holds_up_nobody_for_long() -> None:
    """Its lease runs out; until then an expired token is given to nobody."""
    async with desk(rotates=True, is_shared=True) as here:
        harbour = here.slack.workspace("Harbour")
        await here.keep(harbour)
        assert here.leases is not None
        dead, other = here.beside(), here.beside()
        here.later(hours=13)
        among = dead.tokens._among  # noqa: SLF001 - as one that dies between begin and finish
        assert among is not None
        assert await among.begin(harbour.id)
        with pytest.raises(LineCut):
            await other.tokens.token(harbour.id)
        here.clock.move_to(here.clock.now() + timedelta(minutes=11))
        assert await other.tokens.token(harbour.id) == harbour.bot_token
