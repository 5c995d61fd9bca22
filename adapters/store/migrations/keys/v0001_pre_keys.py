"""Keys, tombstones and notes."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "keys",
        sa.Column("person", sa.LargeBinary(16), nullable=False),
        sa.Column("kek_id", sa.Text, nullable=False),
        sa.Column("generation", sa.Integer, nullable=False),
        sa.Column("wrapped", sa.LargeBinary, nullable=False),
        sa.Column("made_on", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("person", name="pk_keys"),
    )
    op.create_table(
        "tombstones",
        sa.Column("mark", sa.LargeBinary(32), nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("mark", name="pk_tombstones"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "key_notes",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_key_notes"),
    )
