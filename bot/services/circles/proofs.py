"""How the writer of a share without a name is known again, by nobody but themselves.

A keyed hash of the share and of the account, inside the sealed page of the share. It tells whether somebody
who stands here wrote it; it leads to nobody.
"""

from __future__ import annotations

from hmac import compare_digest
from uuid import UUID

from bot.domain.circles import Share
from bot.domain.people import Account
from bot.services.circles.pages import Page
from bot.services.desk import Desk


def proof_of(desk: Desk, page: Page, post: UUID, account: Account) -> str:
    """Return what the writer of a share, and nobody else, could bring again."""
    place = (account.surface, account.workspace, account.user)
    return desk.vault.digest("share", page.id.hex, post.hex, *place).hex()


def is_by(desk: Desk, page: Page, post: UUID, share: Share, account: Account) -> bool:
    """Whether an account wrote a share without a name; after its round nobody knows."""
    return bool(share.proof) and compare_digest(share.proof, proof_of(desk, page, post, account))
