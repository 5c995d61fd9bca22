"""`reststop admin`: the card of whoever looks after an organisation, for who sits at the data folder."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress

import click

from adapters.console.app import ConsoleSurface
from adapters.console.chat import open_talk
from adapters.engine.embedded import EmbeddedEngine
from bot.app.bootstrap import open_house
from bot.app.cli.organisations import refuse_misnamed, which
from bot.app.cli.run import leave_when_told
from bot.app.databases import refuse_without_data
from bot.app.logs import log_to_file
from bot.app.settings import Settings, read_settings, terminal_look
from bot.app.system import SystemChance, SystemClock, local_zone
from bot.domain.people import Account
from bot.ports.chat import ChatPort
from bot.services.organisations.standing import OPERATOR
from bot.surface.inbound import CommandInvoked, DirectMessage, InboundEvent
from bot.surface.outcome import Hear, Outcome

_LIKE = "reststop admin slack/T0123"
_WORDS = ("admin", "help now", "helpnow")
"""What is understood here; any other word shows the card again. Nobody has a notebook at it."""


@click.command()
@click.argument("organisation", default="", metavar="[ORGANISATION]")
def admin(organisation: str) -> None:
    """Look after an organisation: its settings, roles and log. Nothing that people wrote is in it.

    ORGANISATION is its platform and its id there, as slack/T0123; it may be left out where only one is known.
    Nothing else may work in the data folder meanwhile.
    """
    settings = read_settings()
    refuse_without_data(settings)
    refuse_misnamed(organisation, _LIKE)
    with suppress(asyncio.CancelledError, KeyboardInterrupt):  # a signal to leave is a way to leave
        asyncio.run(_look_after(settings, organisation))


async def _look_after(settings: Settings, named: str) -> None:
    """Open the house without letting time pass in it, and show the card."""
    leave_when_told()
    clock, chance, chats = SystemClock(), SystemChance(), dict[str, ChatPort]()
    house = await open_house(
        settings, clock=clock, chance=lambda _starts: chance, engine=EmbeddedEngine(clock), chats=chats
    )
    try:
        organisation = await which(house, named, _LIKE)
        log_to_file(settings.log_file)
        surface = ConsoleSurface(
            hear=_only_admin(house.hear),
            account=Account(surface="console", workspace=organisation, user=OPERATOR),
            talk=open_talk(sys.stdin, sys.stdout, words=_WORDS, look=terminal_look(plain=settings.plain)),
            new_id=lambda: chance.new_id().hex,
            arrived=_nobody_waits,
            zone=settings.zone or local_zone(),
            words=(*_WORDS, "help"),
            organisation=organisation,
            manages=True,
        )
        chats["console"] = surface
        await surface.run()
    finally:
        await house.stop()


def _only_admin(hear: Hear) -> Hear:
    """Return a way to hear that leads every word but those of this card back to it."""

    async def heard(event: InboundEvent) -> Outcome:
        match event:
            case CommandInvoked(text=text) | DirectMessage(text=text) if text.strip().lower() not in _WORDS:
                return await hear(
                    CommandInvoked(
                        event_id=event.event_id,
                        account=event.account,
                        zone=event.zone,
                        organisation=event.organisation,
                        manages=event.manages,
                        text=_WORDS[0],
                    )
                )
            case _:
                return await hear(event)

    return heard


async def _nobody_waits() -> None:
    """Bring nothing: no letter is written to an operator."""
