"""Team prompts and circles, each with its members and what is said there; deliveries that go to no person.

What is said has no author and no order: two of the tables are kept in the order of random ids.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Let a delivery have no owner, and add three tables."""
    with op.batch_alter_table("deliveries", recreate="always") as deliveries:
        deliveries.alter_column("owner", existing_type=sa.LargeBinary(16), nullable=True)
    op.create_table(
        "gatherings",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("organisation", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("place", sa.LargeBinary(32), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_gatherings"),
        _sealed("gatherings"),
        sa.UniqueConstraint("place", "kind", name="uq_gatherings_place_kind"),
        sa.ForeignKeyConstraint(
            ["organisation"],
            ["organisations.id"],
            name="fk_gatherings_organisation_organisations",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_gatherings_organisation", "gatherings", ["organisation"])
    op.create_table(
        "members",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("gathering", sa.LargeBinary(16), nullable=False),
        sa.Column("index", sa.LargeBinary(32), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_members"),
        _sealed("members"),
        sa.UniqueConstraint("gathering", "index", name="uq_members_gathering_index"),
        _gathering("members"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_members_index", "members", ["index"])
    op.create_table(
        "posts",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("gathering", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_posts"),
        _sealed("posts"),
        _gathering("posts"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_posts_gathering", "posts", ["gathering"])


def _sealed(table: str) -> sa.CheckConstraint:
    rule = "substr(sealed, 1, 2) = x'5253' AND length(sealed) >= 48"
    return sa.CheckConstraint(rule, name=f"ck_{table}_sealed_is_sealed").ddl_if(dialect="sqlite")


def _gathering(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_gathering_gatherings"
    return sa.ForeignKeyConstraint(["gathering"], ["gatherings.id"], name=name, ondelete="CASCADE")
