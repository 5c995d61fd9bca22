"""People, their agenda and deliveries, runs with marks, the journal, the inbox and the notes."""

import sqlalchemy as sa
from alembic import op

from adapters.store.migrations.sealed import sealed_only

revision = "0001"
down_revision = None

OPEN = sa.text("state NOT IN ('expired', 'parked', 'sent', 'unreachable')")
NOT_LAPSED = sa.text("state <> 'lapsed'")
ONE_EACH = sa.text("kind = 'checkin'")


def upgrade() -> None:
    """Make the tables, those that others point at first."""
    _people_and_doors()
    _agenda_and_deliveries()
    _runs_and_marks()
    _entries_and_drafts()
    _inbox_and_notes()


def _people_and_doors() -> None:
    op.create_table(
        "people",
        _id("id"),
        sa.Column("standing", sa.String(16), nullable=False),
        sa.Column("consent_version", sa.Integer, nullable=False),
        sa.Column("zone", sa.Text),
        sa.Column("region", sa.Text),
        sa.Column("quiet_start", sa.Time, nullable=False),
        sa.Column("quiet_end", sa.Time, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
    )
    op.create_table(
        "doors",
        _id("id"),
        _id("person"),
        sa.Column("surface", sa.Text, nullable=False),
        sa.Column("lane", sa.Text, nullable=False),
        sa.Column("index", sa.LargeBinary(32), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_doors"),
        *sealed_only("doors"),
        _belongs_to("people", "doors", "person"),
        sa.UniqueConstraint("index", name="uq_doors_index"),
    )
    op.create_index("uq_doors_person", "doors", ["person"], unique=True)


def _agenda_and_deliveries() -> None:
    op.create_table(
        "agenda",
        _id("id"),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("due_at", sa.BigInteger),
        sa.Column("owner", sa.LargeBinary(16)),
        sa.Column("ref", sa.LargeBinary(16)),
        sa.Column("rule", sa.Text),
        sa.Column("zone", sa.Text),
        sa.Column("slot_on", sa.Integer),
        sa.Column("slot", sa.Text),
        sa.Column("lane", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_agenda"),
        sa.CheckConstraint(
            "kind <> 'checkin' OR due_at IS NULL OR (owner IS NOT NULL AND rule IS NOT NULL"
            " AND zone IS NOT NULL AND slot_on IS NOT NULL AND slot IS NOT NULL AND lane IS NOT NULL)",
            name="ck_agenda_due_checkin_is_whole",
        ),
        _belongs_to("people", "agenda", "owner"),
    )
    op.create_index("ix_agenda_due", "agenda", ["due_at", "kind", "zone", "rule", "slot_on", "slot"])
    op.create_index("ix_agenda_owner_kind", "agenda", ["owner", "kind"])
    op.create_index("ix_agenda_ref", "agenda", ["ref"])
    op.create_index(
        "uq_agenda_one_checkin_each",
        "agenda",
        ["owner"],
        unique=True,
        sqlite_where=ONE_EACH,
        postgresql_where=ONE_EACH,
    )
    op.create_table(
        "deliveries",
        _seq(),
        _id("agenda"),
        sa.Column("slot_on", sa.Integer, nullable=False),
        sa.Column("slot", sa.Text, nullable=False),
        _id("owner"),
        sa.Column("lane", sa.Text, nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("not_before", sa.BigInteger),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("run", sa.LargeBinary(16)),
        sa.PrimaryKeyConstraint("seq", name="pk_deliveries"),
        sa.UniqueConstraint("agenda", "slot_on", "slot", name="uq_deliveries_agenda_slot_on_slot"),
        _belongs_to("people", "deliveries", "owner"),
    )
    op.create_index("ix_deliveries_owner", "deliveries", ["owner"])
    op.create_index(
        "ix_deliveries_open",
        "deliveries",
        ["lane", "state", "due_at", "seq", "not_before"],
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )


def _runs_and_marks() -> None:
    op.create_table(
        "runs",
        _seq(),
        _id("id"),
        _id("person"),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("prompt", sa.Text),
        sa.Column("prompt_version", sa.Integer, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary),
        sa.PrimaryKeyConstraint("seq", name="pk_runs"),
        *sealed_only("runs"),
        sa.UniqueConstraint("id", name="uq_runs_id"),
        _belongs_to("people", "runs", "person"),
    )
    op.create_index("ix_runs_person_seq_day", "runs", ["person", "seq", "day"])
    op.create_index(
        "ix_runs_not_lapsed", "runs", ["person"], sqlite_where=NOT_LAPSED, postgresql_where=NOT_LAPSED
    )
    op.create_table(
        "marks",
        _id("id"),
        _id("person"),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_marks"),
        *sealed_only("marks"),
        _belongs_to("runs", "marks", "id"),
        _belongs_to("people", "marks", "person"),
    )
    op.create_index("ix_marks_person", "marks", ["person"])


def _entries_and_drafts() -> None:
    op.create_table(
        "entries",
        _seq(),
        _id("id"),
        _id("person"),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_entries"),
        *sealed_only("entries"),
        sa.UniqueConstraint("id", name="uq_entries_id"),
        _belongs_to("people", "entries", "person"),
    )
    op.create_index("ix_entries_person_seq", "entries", ["person", "seq"])
    op.create_table(
        "drafts",
        _seq(),
        _id("id"),
        _id("person"),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_drafts"),
        *sealed_only("drafts"),
        sa.UniqueConstraint("id", name="uq_drafts_id"),
        _belongs_to("people", "drafts", "person"),
    )
    op.create_index("ix_drafts_person_seq", "drafts", ["person", "seq"])


def _inbox_and_notes() -> None:
    op.create_table(
        "inbox",
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_inbox"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "notes",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_notes"),
    )


def _id(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(16), nullable=False)


def _seq() -> sa.Column[int]:
    return sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=False)


def _belongs_to(whom: str, table: str, column: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_{whom}"
    return sa.ForeignKeyConstraint([column], [f"{whom}.id"], name=name, ondelete="CASCADE")
