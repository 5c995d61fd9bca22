"""How the writer of a share without a name is known again, by nobody but themselves.

A keyed hash of the account and of a random number, both inside the sealed page of the share: it holds
wherever the share stands, and no row's id leads to it. It tells whether somebody who stands here wrote it; it
leads to nobody.
"""

from __future__ import annotations

from hmac import compare_digest
from uuid import UUID

from bot.domain.circles import Share
from bot.domain.people import Account
from bot.services.desk import Desk
from bot.services.gatherings.pages import Page

_SALT = 32
"""Hexadecimal digits of the random number, which comes first."""


def proof_of(desk: Desk, page: Page, salt: UUID, account: Account) -> str:
    """Return what the writer of a share, and nobody else, could bring again."""
    place = (account.surface, account.workspace, account.user)
    return salt.hex + desk.vault.digest("share", page.id.hex, salt.hex, *place).hex()


def is_by(desk: Desk, page: Page, share: Share, account: Account) -> bool:
    """Whether an account wrote a share without a name; after its round nobody knows."""
    if not share.proof:
        return False
    salt = UUID(hex=share.proof[:_SALT])
    return compare_digest(share.proof, proof_of(desk, page, salt, account))
