"""The database itself refuses what is too short to be a wrapped key.

A key that is too short by then could never be opened. It is made longer, still opens nothing, and says so.
"""

import sqlalchemy as sa
from alembic import op

from adapters.store.migrations.lengths import WRAPPED, held_to, hold_to, mend

revision = "0002"
down_revision = "0001"

RULES = {"wrapped": WRAPPED}


def upgrade() -> None:
    """Give a rule to the table of keys."""
    mend("keys", "person", "wrapped", WRAPPED, lambda _, held: held.ljust(48, b"\0"))
    if op.get_bind().dialect.name == "postgresql":
        hold_to("keys", RULES)
        return
    op.create_table(
        "keys_0002",
        sa.Column("person", sa.LargeBinary(16), nullable=False),
        sa.Column("kek_id", sa.Text, nullable=False),
        sa.Column("generation", sa.Integer, nullable=False),
        sa.Column("wrapped", sa.LargeBinary, nullable=False),
        sa.Column("made_on", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("person", name="pk_keys"),
        *held_to("keys", RULES),
    )
    names = "person, kek_id, generation, wrapped, made_on"
    op.execute(f"INSERT INTO keys_0002 ({names}) SELECT {names} FROM keys")  # noqa: S608 - our own
    op.drop_table("keys")
    op.rename_table("keys_0002", "keys")
