"""`reststop person`: what whoever runs this server may do about one person. Reading is not among it."""

from __future__ import annotations

import asyncio

import click

from adapters.engine.embedded import EmbeddedEngine
from bot.app.bootstrap import open_house
from bot.app.databases import refuse_without_data
from bot.app.platforms import PLATFORMS
from bot.app.settings import Settings, read_settings
from bot.app.system import SystemChance, SystemClock
from bot.domain.people import Account
from bot.services.cards.days import day_in_full
from bot.services.leaving.erasing import Receipt

_SURE = "This destroys their key and every row of theirs. It cannot be undone. Go on?"
_SURFACES = ("console", *(kind.surface for kind in PLATFORMS))
_NOBODY = (
    "Nobody comes through this account, and it holds no role and is in no circle or course. "
    "Nothing was changed."
)
_NO_NOTEBOOK = (
    "It held a role or was in a circle or course, and that has ended. Nothing else was held: there is no "
    "receipt."
)


@click.group()
def person() -> None:
    """Do what the law or a person asks, for one person."""


@person.command()
@click.option("--surface", required=True, type=click.Choice(_SURFACES))
@click.option("--account", required=True, metavar="ID", help="Their id there; `me` in the terminal.")
@click.option("--workspace", default="local", show_default=True, metavar="ID", help="Where the account is.")
@click.option("--yes", "is_sure", is_flag=True, help="Do not ask.")
def erase(*, surface: str, account: str, workspace: str, is_sure: bool) -> None:
    """Erase a person, as they could themselves. Nothing else may work in the folder meanwhile."""
    settings = read_settings()
    refuse_without_data(settings)
    whose = Account(surface=surface, workspace=workspace, user=account)
    is_known, receipt = asyncio.run(_erase(settings, whose, is_sure=is_sure))
    if not is_known:
        click.echo(_NOBODY, err=True)
        raise SystemExit(1)
    if receipt is None:
        click.echo("erased role")
        click.echo(_NO_NOTEBOOK, err=True)
        return
    click.echo(f"erased {receipt.day.isoformat()} {receipt.code}")
    click.echo(
        f"Let no backup of the key store from before outlive {day_in_full(receipt.copies_end_on)}.", err=True
    )


async def _erase(settings: Settings, account: Account, *, is_sure: bool) -> tuple[bool, Receipt | None]:
    """Return whether anything was held, and the receipt where it was a notebook."""
    clock, chance = SystemClock(), SystemChance()
    house = await open_house(
        settings, clock=clock, chance=lambda _starts: chance, engine=EmbeddedEngine(clock), chats={}
    )
    try:
        if not await house.knows(account):
            return False, None
        if not is_sure:
            click.confirm(_SURE, abort=True, err=True)
        return True, await house.erase(account)
    finally:
        await house.stop()
