"""The database itself refuses what is no keyed hash of an account, an organisation or a place.

A row whose hash is none by then is found by nobody before and after; what is sealed in it stays.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from adapters.store.migrations.lengths import HASH, found_by_nobody, held_to, hold_to, mend
from adapters.store.migrations.sealed import sealed_only

revision = "0005"
down_revision = "0004"

_Column = sa.Column[bytes] | sa.Column[str] | sa.Column[int] | sa.Column[bool]

RULES = {
    "doors": {"index": HASH, "organisation": HASH},
    "installations": {"index": HASH},
    "organisations": {"index": HASH},
    "roles": {"index": HASH},
    "gatherings": {"place": HASH},
    "members": {"index": HASH},
}


def upgrade() -> None:
    """Give rules to six tables; on SQLite each is made anew."""
    for table, rules in RULES.items():
        for column, length in rules.items():
            # Which organisation a door is of is noted again when its person next writes.
            mend(table, "id", column, length, _unknown if column == "organisation" else found_by_nobody)
    if op.get_bind().dialect.name == "postgresql":
        for table, rules in RULES.items():
            hold_to(table, rules)
        return
    _doors()
    _installations()
    _organisations()
    _roles()
    _gatherings()
    _members()


def _unknown(_row: bytes, _held: bytes) -> None:
    return None


def _doors() -> None:
    _anew(
        "doors",
        [
            _bytes("id", 16),
            _bytes("person", 16),
            sa.Column("surface", sa.Text, nullable=False),
            sa.Column("lane", sa.Text, nullable=False),
            _bytes("index", 32),
            _bytes("sealed"),
            sa.Column("preferred", sa.Boolean, nullable=False, server_default="1"),
            sa.Column("organisation", sa.LargeBinary(32)),
        ],
        sa.PrimaryKeyConstraint("id", name="pk_doors"),
        *_rules_of("doors"),
        _belongs_to("people", "doors", "person"),
        sa.UniqueConstraint("index", name="uq_doors_index"),
    )
    op.create_index("ix_doors_person", "doors", ["person"])
    op.create_index("ix_doors_lane_person", "doors", ["lane", "person"])
    op.create_index("ix_doors_organisation_person", "doors", ["organisation", "person"])
    is_preferred = sa.text("preferred")
    op.create_index(
        "uq_doors_one_preferred_each", "doors", ["person"], unique=True, sqlite_where=is_preferred
    )


def _installations() -> None:
    _anew(
        "installations",
        [_bytes("id", 16), _bytes("index", 32), _bytes("sealed")],
        sa.PrimaryKeyConstraint("id", name="pk_installations"),
        *_rules_of("installations"),
        sa.UniqueConstraint("index", name="uq_installations_index"),
    )


def _organisations() -> None:
    _anew(
        "organisations",
        [
            _bytes("id", 16),
            _bytes("index", 32),
            sa.Column("version", sa.Integer, nullable=False),
            _bytes("sealed"),
        ],
        sa.PrimaryKeyConstraint("id", name="pk_organisations"),
        *_rules_of("organisations"),
        sa.UniqueConstraint("index", name="uq_organisations_index"),
    )


def _roles() -> None:
    _anew(
        "roles",
        [
            sa.Column("seq", sa.Integer, nullable=False),
            _bytes("id", 16),
            _bytes("organisation", 16),
            _bytes("index", 32),
            sa.Column("role", sa.String(16), nullable=False),
            _bytes("sealed"),
        ],
        sa.PrimaryKeyConstraint("seq", name="pk_roles"),
        *_rules_of("roles"),
        sa.UniqueConstraint("id", name="uq_roles_id"),
        sa.UniqueConstraint("organisation", "index", "role", name="uq_roles_organisation_index_role"),
        _belongs_to("organisations", "roles", "organisation"),
    )
    op.create_index("ix_roles_index", "roles", ["index"])


def _gatherings() -> None:
    _anew(
        "gatherings",
        [
            _bytes("id", 16),
            _bytes("organisation", 16),
            sa.Column("kind", sa.String(16), nullable=False),
            _bytes("place", 32),
            sa.Column("version", sa.Integer, nullable=False),
            _bytes("sealed"),
        ],
        sa.PrimaryKeyConstraint("id", name="pk_gatherings"),
        *_rules_of("gatherings"),
        sa.UniqueConstraint("place", "kind", name="uq_gatherings_place_kind"),
        _belongs_to("organisations", "gatherings", "organisation"),
    )
    op.create_index("ix_gatherings_organisation", "gatherings", ["organisation"])


def _members() -> None:
    _anew(
        "members",
        [
            _bytes("id", 16),
            _bytes("gathering", 16),
            _bytes("index", 32),
            sa.Column("version", sa.Integer, nullable=False),
            _bytes("sealed"),
        ],
        sa.PrimaryKeyConstraint("id", name="pk_members"),
        *_rules_of("members"),
        sa.UniqueConstraint("gathering", "index", name="uq_members_gathering_index"),
        _belongs_to("gatherings", "members", "gathering"),
        with_rowid=False,
    )
    op.create_index("ix_members_index", "members", ["index"])


def _anew(table: str, columns: Sequence[_Column], *rules: sa.Constraint, with_rowid: bool = True) -> None:
    """Make a table of SQLite's anew, to the letter, and move every row: it takes no rule in its place.

    What hangs on its rows stays: foreign keys rest while a file is migrated.
    """
    interim = f"{table}_0005"
    op.create_table(
        interim,
        *columns,
        *rules,
        sqlite_with_rowid=with_rowid,
    )
    names = ", ".join(f'"{column.name}"' for column in columns)
    op.execute(f"INSERT INTO {interim} ({names}) SELECT {names} FROM {table}")  # noqa: S608 - our own names
    op.drop_table(table)
    op.rename_table(interim, table)


def _rules_of(table: str) -> list[sa.CheckConstraint]:
    return [*sealed_only(table), *held_to(table, RULES[table])]


def _bytes(name: str, length: int | None = None) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(length), nullable=False)


def _belongs_to(parent: str, table: str, column: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_{parent}"
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=name, ondelete="CASCADE")
