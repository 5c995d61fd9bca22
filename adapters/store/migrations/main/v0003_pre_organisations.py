"""Organisations, who looks after them, what they signed and changed; and which of them a door is of.

The doors that are there name none: only their people know where they are at home, and no name stands here. It
is noted when they next write.
"""

import sqlalchemy as sa
from alembic import op

from adapters.store.migrations.sealed import sealed_only

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add a column, and four tables."""
    op.add_column("doors", sa.Column("organisation", sa.LargeBinary(32)))
    op.create_index("ix_doors_organisation_person", "doors", ["organisation", "person"])
    op.create_table(
        "organisations",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("index", sa.LargeBinary(32), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organisations"),
        *sealed_only("organisations"),
        sa.UniqueConstraint("index", name="uq_organisations_index"),
    )
    op.create_table(
        "roles",
        _sequence(),
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("organisation", sa.LargeBinary(16), nullable=False),
        sa.Column("index", sa.LargeBinary(32), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_roles"),
        *sealed_only("roles"),
        sa.UniqueConstraint("id", name="uq_roles_id"),
        sa.UniqueConstraint("organisation", "index", "role", name="uq_roles_organisation_index_role"),
        _organisation("roles"),
    )
    op.create_index("ix_roles_index", "roles", ["index"])
    op.create_table(
        "reviews",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("organisation", sa.LargeBinary(16), nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
        *sealed_only("reviews"),
        sa.UniqueConstraint("organisation", "about", name="uq_reviews_organisation_about"),
        _organisation("reviews"),
    )
    op.create_table(
        "changes",
        _sequence(),
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("organisation", sa.LargeBinary(16), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("by", sa.LargeBinary(16)),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_changes"),
        *sealed_only("changes"),
        sa.UniqueConstraint("id", name="uq_changes_id"),
        _organisation("changes"),
    )
    op.create_index("ix_changes_organisation_seq", "changes", ["organisation", "seq"])


def _sequence() -> sa.Column[int]:
    return sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=False)


def _organisation(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_organisation_organisations"
    return sa.ForeignKeyConstraint(["organisation"], ["organisations.id"], name=name, ondelete="CASCADE")
