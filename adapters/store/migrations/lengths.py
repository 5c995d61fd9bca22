"""The rules that some bytes have a length, as each database says them; for migrations alone."""

import hashlib
from collections.abc import Callable, Mapping

import sqlalchemy as sa
from alembic import op

HASH = "= 32"
WRAPPED = ">= 48"
"""What the length of a keyed hash is, and of a wrapped key."""

_NAMED = {HASH: "is_a_hash", WRAPPED: "is_wrapped"}
_RULES = {"sqlite": '"{0}" >= x\'\' AND length("{0}") {1}', "postgresql": 'length("{0}") {1}'}


def held_to(table: str, columns: Mapping[str, str]) -> list[sa.CheckConstraint]:
    """Return the rules for columns of a table: of each, one constraint for each database, of one name."""
    return [
        sa.CheckConstraint(rule.format(column, length), name=f"ck_{table}_{column}_{_NAMED[length]}").ddl_if(
            dialect=dialect
        )
        for column, length in columns.items()
        for dialect, rule in _RULES.items()
    ]


def hold_to(table: str, columns: Mapping[str, str]) -> None:
    """Give a table of a server the rules for its columns."""
    for column, length in columns.items():
        name = f"ck_{table}_{column}_{_NAMED[length]}"
        op.create_check_constraint(name, table, sa.text(_RULES["postgresql"].format(column, length)))


def mend(
    table: str, key: str, column: str, length: str, mended: Callable[[bytes, bytes], bytes | None]
) -> None:
    """Write what `mended` makes of a row's id and its bytes, wherever these break a rule.

    No release has ever written such bytes. Somebody's hand or a broken disk may have, and one row that is
    not as it was must not keep a whole house from starting.
    """
    bind = op.get_bind()
    rule = _RULES[bind.dialect.name].format(column, length)
    broken = bind.execute(sa.text(f'SELECT "{key}", "{column}" FROM {table} WHERE NOT ({rule})')).all()  # noqa: S608 - our own names
    write = sa.text(f'UPDATE {table} SET "{column}" = :mended WHERE "{key}" = :row')  # noqa: S608 - our own names
    for row, held in broken:
        there = held.encode() if isinstance(held, str) else bytes(held)
        bind.execute(write, {"mended": mended(bytes(row), there), "row": row})


def found_by_nobody(row: bytes, _held: bytes) -> bytes:
    """Return a hash that is no account's: as before, a row with it stays, is sent to, and is not found."""
    return hashlib.sha256(b"reststop/found by nobody" + row).digest()
