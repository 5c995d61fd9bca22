"""The tables of the main database. Each column says what class of data it holds.

No plain column holds anything that a person wrote, chose or marked. Whatever belongs to a person hangs
on their row and goes with it; whatever belongs to an organisation, on that.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    Time,
    UniqueConstraint,
    text,
)

from adapters.store.columns import (
    DataClass,
    Day,
    Id,
    Instant,
    KeyedHash,
    SealedBytes,
    column,
    hashes_only,
    sealed_only,
    sequence,
    word_of,
)
from bot.domain.agenda import AgendaKind
from bot.domain.checkins import RunState
from bot.domain.deliveries import ENDED, DeliveryState
from bot.domain.people import Standing
from bot.domain.roles import Gathering, Role
from bot.domain.sheets import SheetKind

S0, S1, S2, S3 = DataClass.S0, DataClass.S1, DataClass.S2, DataClass.S3

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMES)


def _person(name: str = "person", *, optional: bool = False) -> Column[Id]:
    """Return a column that ties a row to a person: when they go, it goes."""
    return column(name, Id, S1, ForeignKey("people.id", ondelete="CASCADE"), optional=optional)


def _organisation() -> Column[Id]:
    """Return a column that ties a row to an organisation: when it ends, the row goes."""
    return column("organisation", Id, S1, ForeignKey("organisations.id", ondelete="CASCADE"))


def _gathering() -> Column[Id]:
    """Return a column that ties a row to a gathering: when it is closed, the row goes."""
    return column("gathering", Id, S1, ForeignKey("gatherings.id", ondelete="CASCADE"))


def _quoted(words: frozenset[DeliveryState]) -> str:
    return ", ".join(f"'{word}'" for word in sorted(words))


people = Table(
    "people",
    metadata,
    column("id", Id, S1, key=True),
    column("standing", word_of(Standing), S1),
    column("consent_version", Integer, S1),
    column("zone", Text, S1, optional=True),
    column("region", Text, S1, optional=True),
    column("quiet_start", Time, S1),
    column("quiet_end", Time, S1),
    column("day_starts", Time, S1, unless="00:00:00.000000"),
    column("keep_days", Integer, S1, optional=True),
    column("away_until", Day, S1, optional=True),
)

doors = Table(
    "doors",
    metadata,
    column("id", Id, S1, key=True),
    _person(),
    column("surface", Text, S1),
    column("lane", Text, S1),
    column("index", KeyedHash, S2, unique=True),
    column("sealed", SealedBytes, S2),
    column("preferred", Boolean, S1, unless="1"),
    # No foreign key: an organisation has a row only once it has an admin, and people are there before.
    column("organisation", KeyedHash, S2, optional=True),
    *sealed_only("sealed"),
    *hashes_only("index", "organisation"),
    Index(None, "person"),
    Index(None, "lane", "person"),
    Index(None, "organisation", "person"),
)

PREFERRED = text("preferred")
"""The rows that `uq_doors_one_preferred_each` holds; a query says so in these very words."""

Index(
    "uq_doors_one_preferred_each",
    doors.c.person,
    unique=True,
    sqlite_where=PREFERRED,
    postgresql_where=PREFERRED,
)

agenda = Table(
    "agenda",
    metadata,
    column("id", Id, S1, key=True),
    column("kind", word_of(AgendaKind), S1),
    column("due_at", Instant, S1, optional=True),
    _person("owner", optional=True),
    column("ref", Id, S1, optional=True),
    column("rule", Text, S1, optional=True),
    column("zone", Text, S1, optional=True),
    column("slot_on", Day, S1, optional=True),
    column("slot", Text, S1, optional=True),
    column("lane", Text, S1, optional=True),
    # What plan() copies into a delivery has to be there.
    CheckConstraint(
        "kind <> 'checkin' OR due_at IS NULL OR (owner IS NOT NULL AND rule IS NOT NULL"
        " AND zone IS NOT NULL AND slot_on IS NOT NULL AND slot IS NOT NULL AND lane IS NOT NULL)",
        name="due_checkin_is_whole",
    ),
    # Paused is NULL here, and there is no `active` column. What a tick groups by and joins on stands in the
    # index: 09:00 in many zones may be one instant, and each zone's rows are found without the others'.
    Index("ix_agenda_due", "due_at", "kind", "zone", "rule", "slot_on", "slot"),
    Index(None, "owner", "kind"),
    Index(None, "ref"),
)
ONE_EACH = text("kind = 'checkin'")

Index(
    "uq_agenda_one_checkin_each",
    agenda.c.owner,
    unique=True,
    sqlite_where=ONE_EACH,
    postgresql_where=ONE_EACH,
)

OPEN = text(f"state NOT IN ({_quoted(ENDED)})")
"""The rows that `ix_deliveries_open` holds. A query says so in these very words, or misses the index.

NOT IN, because an IN would itself be looked up in the index, one state after another and out of order.
"""

deliveries = Table(
    "deliveries",
    metadata,
    sequence(),
    # No foreign key: an agenda row may go before its deliveries are pruned.
    column("agenda", Id, S1),
    column("slot_on", Day, S1),
    column("slot", Text, S1),
    # NULL where it is said for a gathering.
    _person("owner", optional=True),
    column("lane", Text, S1),
    column("due_at", Instant, S1),
    column("state", word_of(DeliveryState), S1),
    column("not_before", Instant, S1, optional=True),
    column("tries", Integer, S1),
    column("run", Id, S1, optional=True),
    # No foreign key: a door may go while what was sent by it is in doubt.
    column("door", Id, S1, optional=True),
    UniqueConstraint("agenda", "slot_on", "slot"),
    Index(None, "owner"),
)
Index(
    "ix_deliveries_open",
    deliveries.c.lane,
    deliveries.c.state,
    deliveries.c.due_at,
    deliveries.c.seq,
    deliveries.c.not_before,
    sqlite_where=OPEN,
    postgresql_where=OPEN,
)

NOT_LAPSED = text("state <> 'lapsed'")
"""The rows that `ix_runs_not_lapsed` holds; a query says so in these very words."""

runs = Table(
    "runs",
    metadata,
    sequence(),
    column("id", Id, S1, unique=True),
    _person(),
    column("day", Day, S1),
    column("state", word_of(RunState), S1),
    column("version", Integer, S1),
    # NULL only in rows from before what was asked was sealed.
    column("sealed", SealedBytes, S3, optional=True),
    *sealed_only("sealed"),
    Index(None, "person", "seq", "day"),
)
Index("ix_runs_not_lapsed", runs.c.person, sqlite_where=NOT_LAPSED, postgresql_where=NOT_LAPSED)

marks = Table(
    "marks",
    metadata,
    # The id of the run that they belong to.
    column("id", Id, S1, ForeignKey("runs.id", ondelete="CASCADE"), key=True),
    _person(),
    column("day", Day, S1),
    column("version", Integer, S1),
    column("sealed", SealedBytes, S3),
    *sealed_only("sealed"),
    Index(None, "person"),
)

entries = Table(
    "entries",
    metadata,
    sequence(),
    column("id", Id, S1, unique=True),
    _person(),
    column("day", Day, S1),
    column("version", Integer, S1),
    column("sealed", SealedBytes, S3),
    *sealed_only("sealed"),
    Index(None, "person", "seq"),
)

drafts = Table(
    "drafts",
    metadata,
    sequence(),
    column("id", Id, S1, unique=True),
    _person(),
    column("sealed", SealedBytes, S3),
    *sealed_only("sealed"),
    Index(None, "person", "seq"),
)

sheets = Table(
    "sheets",
    metadata,
    sequence(),
    column("id", Id, S1, unique=True),
    _person(),
    column("kind", word_of(SheetKind), S1),
    column("day", Day, S1),
    column("version", Integer, S1),
    column("sealed", SealedBytes, S3),
    *sealed_only("sealed"),
    Index(None, "person", "kind", "seq"),
)

inbox = Table(
    "inbox",
    metadata,
    column("digest", LargeBinary(32), S1, key=True),
    column("day", Day, S1),
    # Kept in the order of the hashes: a row's place tells nothing of when its event came.
    sqlite_with_rowid=False,
)

installations = Table(
    "installations",
    metadata,
    # The holder of a key of its own: a token is a secret of the house, and nobody's who writes here.
    column("id", Id, S1, key=True),
    column("index", KeyedHash, S2, unique=True),
    column("sealed", SealedBytes, S2),
    *sealed_only("sealed"),
    *hashes_only("index"),
)

organisations = Table(
    "organisations",
    metadata,
    # The holder of a key of its own, too: rules and roles are no single person's.
    column("id", Id, S1, key=True),
    column("index", KeyedHash, S2, unique=True),
    column("version", Integer, S1),
    column("sealed", SealedBytes, S3),
    *sealed_only("sealed"),
    *hashes_only("index"),
)

roles = Table(
    "roles",
    metadata,
    sequence(),
    column("id", Id, S1, unique=True),
    _organisation(),
    # That of an account, which may be nobody's door: who holds a role need have no notebook.
    column("index", KeyedHash, S2),
    column("role", word_of(Role), S1),
    column("sealed", SealedBytes, S3),
    *sealed_only("sealed"),
    *hashes_only("index"),
    UniqueConstraint("organisation", "index", "role"),
    Index(None, "index"),
)

reviews = Table(
    "reviews",
    metadata,
    column("id", Id, S1, key=True),
    _organisation(),
    column("about", Text, S0),
    column("version", Integer, S1),
    column("sealed", SealedBytes, S3),
    *sealed_only("sealed"),
    UniqueConstraint("organisation", "about"),
)

changes = Table(
    "changes",
    metadata,
    sequence(),
    column("id", Id, S1, unique=True),
    _organisation(),
    column("at", Instant, S1),
    # No foreign key: a role may go, and what its holder changed stays as it was written.
    column("by", Id, S1, optional=True),
    column("sealed", SealedBytes, S3),
    *sealed_only("sealed"),
    Index(None, "organisation", "seq"),
)

gatherings = Table(
    "gatherings",
    metadata,
    # The holder of a key of its own: what a circle is to several people is no single one's.
    column("id", Id, S1, key=True),
    _organisation(),
    column("kind", word_of(Gathering), S1),
    column("place", KeyedHash, S2),
    column("version", Integer, S1),
    column("sealed", SealedBytes, S3),
    *sealed_only("sealed"),
    *hashes_only("place"),
    UniqueConstraint("place", "kind"),
    Index(None, "organisation"),
)

members = Table(
    "members",
    metadata,
    column("id", Id, S1, key=True),
    _gathering(),
    # That of an account, as on roles: who is in a circle need have no notebook.
    column("index", KeyedHash, S2),
    column("version", Integer, S1),
    column("sealed", SealedBytes, S3),
    *sealed_only("sealed"),
    *hashes_only("index"),
    UniqueConstraint("gathering", "index"),
    Index(None, "index"),
    # Kept in the order of the ids, which are random: a row's place does not tell who came before whom.
    sqlite_with_rowid=False,
)

posts = Table(
    "posts",
    metadata,
    # No author, no time and no sequence, and kept in the order of random ids: nothing tells whose it is.
    column("id", Id, S1, key=True),
    _gathering(),
    column("version", Integer, S1),
    column("sealed", SealedBytes, S3),
    *sealed_only("sealed"),
    Index(None, "gathering"),
    sqlite_with_rowid=False,
)

notes = Table(
    "notes",
    metadata,
    column("name", Text, S0, key=True),
    column("value", Text, S1),
)
