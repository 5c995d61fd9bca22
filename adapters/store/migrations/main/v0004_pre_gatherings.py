"""Team prompts and circles, each with its members and what is said there; deliveries that go to no person.

What is said has no author and no order: two of the tables are kept in the order of random ids.
"""

import sqlalchemy as sa
from alembic import op

from adapters.store.migrations.sealed import sealed_only

revision = "0004"
down_revision = "0003"

OPEN = sa.text("state NOT IN ('expired', 'parked', 'sent', 'unreachable')")


def upgrade() -> None:
    """Let a delivery have no owner, and add three tables."""
    _deliveries_without_owner()
    op.create_table(
        "gatherings",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("organisation", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("place", sa.LargeBinary(32), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_gatherings"),
        *sealed_only("gatherings"),
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
        *sealed_only("members"),
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
        *sealed_only("posts"),
        _gathering("posts"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_posts_gathering", "posts", ["gathering"])


def _deliveries_without_owner() -> None:
    """Make the table anew, to the letter, and move every row: SQLite changes no column in its place."""
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("deliveries", "owner", nullable=True)
        return
    op.create_table(
        "deliveries_0004",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=False),
        sa.Column("agenda", sa.LargeBinary(16), nullable=False),
        sa.Column("slot_on", sa.Integer, nullable=False),
        sa.Column("slot", sa.Text, nullable=False),
        sa.Column("owner", sa.LargeBinary(16)),
        sa.Column("lane", sa.Text, nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("not_before", sa.BigInteger),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("run", sa.LargeBinary(16)),
        sa.Column("door", sa.LargeBinary(16)),
        sa.PrimaryKeyConstraint("seq", name="pk_deliveries"),
        sa.UniqueConstraint("agenda", "slot_on", "slot", name="uq_deliveries_agenda_slot_on_slot"),
        sa.ForeignKeyConstraint(
            ["owner"], ["people.id"], name="fk_deliveries_owner_people", ondelete="CASCADE"
        ),
    )
    names = "seq, agenda, slot_on, slot, owner, lane, due_at, state, not_before, tries, run, door"
    op.execute(f"INSERT INTO deliveries_0004 ({names}) SELECT {names} FROM deliveries")  # noqa: S608 - our own
    op.drop_table("deliveries")
    op.rename_table("deliveries_0004", "deliveries")
    op.create_index("ix_deliveries_owner", "deliveries", ["owner"])
    op.create_index(
        "ix_deliveries_open",
        "deliveries",
        ["lane", "state", "due_at", "seq", "not_before"],
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )


def _gathering(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_gathering_gatherings"
    return sa.ForeignKeyConstraint(["gathering"], ["gatherings.id"], name=name, ondelete="CASCADE")
