"""Whose rules hold, where people go from server to server: said in the settings, and theirs to choose."""

from __future__ import annotations

from enum import StrEnum

from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import Block, Card


class Whose(StrEnum):
    """Whose rules hold for what comes by an account."""

    THIS = "this"
    ANOTHER = "another"
    NONE = "none"


_SAID = {
    Whose.THIS: "This server's rules hold for what comes to you.",
    Whose.ANOTHER: "Another server's rules hold for what comes to you.",
    Whose.NONE: "No server's rules hold for what comes to you.",
}
_IN_A_CONVERSATION = "A server's rules hold for what comes to you. `settings` said there can change that."
_NOW = {
    Whose.THIS: "This server's rules hold for what comes to you from now on. Older pages keep their time.",
    Whose.NONE: "No server's rules hold for what comes to you from now on.",
}


def fact(whose: Whose, *, in_server: bool) -> str:
    """Return whose rules hold, as one fact of the settings."""
    return _SAID[whose] if in_server or whose is Whose.NONE else _IN_A_CONVERSATION


def ways(mint: Mint, whose: Whose | None) -> tuple[Block, ...]:
    """Return the press that changes it, in a server; none elsewhere, and where nothing is to be chosen."""
    match whose:
        case None:
            return ()
        case Whose.THIS:
            return (row(press(mint, "settings.rules", "No server's rules", arg=Whose.NONE)),)
        case _:
            return (row(press(mint, "settings.rules", "Let this server's rules hold", arg=Whose.THIS)),)


def chosen(whose: Whose) -> Card:
    """Return what holds from now on; it is shown after the commit, so it is true."""
    return plain("settings.rules", _NOW[whose])
