"""Sheets; several doors; a person's day, leave and keeping time; what a run asks stands in the clear no more.

No key is at hand here, so that the prompts of earlier runs are forgotten, not sealed: a prompt that was asked
on a day after a low mark tells of it. Answers, marks and pages stay as they are.
"""

import sqlalchemy as sa
from alembic import op

from adapters.store.migrations.sealed import sealed_only

revision = "0002"
down_revision = "0001"

KEPT_DAYS = 365
"""What was promised to everyone who had said yes before they could choose."""


def upgrade() -> None:
    """Add columns with what they mean for the rows that are there, and one table."""
    op.add_column(
        "people", sa.Column("day_starts", sa.Time, nullable=False, server_default="00:00:00.000000")
    )
    op.add_column("people", sa.Column("keep_days", sa.Integer))
    op.add_column("people", sa.Column("away_until", sa.Integer))
    op.execute(sa.text("UPDATE people SET keep_days = :days").bindparams(days=KEPT_DAYS))
    op.create_index("ix_doors_lane_person", "doors", ["lane", "person"])
    op.add_column("doors", sa.Column("preferred", sa.Boolean, nullable=False, server_default="1"))
    op.drop_index("uq_doors_person", "doors")
    op.create_index("ix_doors_person", "doors", ["person"])
    is_preferred = sa.text("preferred")
    op.create_index(
        "uq_doors_one_preferred_each",
        "doors",
        ["person"],
        unique=True,
        sqlite_where=is_preferred,
        postgresql_where=is_preferred,
    )
    op.add_column("deliveries", sa.Column("door", sa.LargeBinary(16)))
    op.drop_column("runs", "prompt")
    op.drop_column("runs", "prompt_version")
    op.create_table(
        "sheets",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=False),
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("person", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_sheets"),
        *sealed_only("sheets"),
        sa.UniqueConstraint("id", name="uq_sheets_id"),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name="fk_sheets_person_people", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_sheets_person_kind_seq", "sheets", ["person", "kind", "seq"])
    op.create_table(
        "installations",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("index", sa.LargeBinary(32), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_installations"),
        *sealed_only("installations"),
        sa.UniqueConstraint("index", name="uq_installations_index"),
    )
