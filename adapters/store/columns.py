"""Column types that refuse what does not belong, and the class of data that each column declares."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, Enum, ForeignKey, Integer, LargeBinary
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from bot.errors import StoreFault
from bot.ports.keys import WRAPPED_LEAST
from bot.ports.vault import SEALED_LEAST, SEALED_MARK

HASH_BYTES = 32

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class DataClass(StrEnum):
    """How much a value tells about a person. Every column declares one; a test finds those that do not."""

    S0 = "public"
    """Says nothing about anybody."""
    S1 = "operational"
    """Plain: needed to be on time and in the right place. It tells that somebody wrote, and on which day."""
    S2 = "address"
    """Names an account: a keyed hash, or sealed."""
    S3 = "own words and numbers"
    """Always sealed under the person's key; what admins wrote, under their organisation's."""


class Instant(TypeDecorator[datetime]):
    """An aware instant as whole microseconds since 1970 in UTC; a naive one is refused."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Count the microseconds."""
        del dialect
        if value is None:
            return None
        if value.utcoffset() is None:
            raise StoreFault("An instant without a zone is no instant.")
        return (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Return the instant in UTC."""
        del dialect
        return None if value is None else _EPOCH + timedelta(microseconds=value)


class Day(TypeDecorator[date]):
    """A local date as its ordinal number."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> int | None:
        """Return the ordinal."""
        del dialect
        return None if value is None else value.toordinal()

    def process_result_value(self, value: int | None, dialect: Dialect) -> date | None:
        """Return the date."""
        del dialect
        return None if value is None else date.fromordinal(value)


class Id(TypeDecorator[UUID]):
    """A random id as its 16 bytes."""

    impl = LargeBinary(16)
    cache_ok = True

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> bytes | None:
        """Return the bytes."""
        del dialect
        return None if value is None else value.bytes

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> UUID | None:
        """Return the id."""
        del dialect
        return None if value is None else UUID(bytes=bytes(value))


class SealedBytes(TypeDecorator[bytes]):
    """What a vault sealed. Text never gets through, and neither do bytes that no vault made."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Refuse what is not sealed, without quoting it."""
        del dialect
        return _held_to(
            value,
            lambda held: len(held) >= SEALED_LEAST and held[:2] == SEALED_MARK,
            "Only what a vault has sealed is stored here.",
        )


class KeyedHash(TypeDecorator[bytes]):
    """The 32 bytes by which an account, an organisation or a place is found."""

    impl = LargeBinary(HASH_BYTES)
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Refuse what is no keyed hash, without quoting it."""
        del dialect
        return _held_to(value, lambda held: len(held) == HASH_BYTES, "Only a keyed hash is stored here.")


class WrappedBytes(TypeDecorator[bytes]):
    """A key that a vault wrapped, or what it is overwritten with."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Refuse what is no wrapped key, without quoting it."""
        del dialect
        return _held_to(value, lambda held: len(held) >= WRAPPED_LEAST, "Only a wrapped key is stored here.")


def _held_to(value: bytes | None, is_right: Callable[[bytes], bool], refusal: str) -> bytes | None:
    if value is None:
        return None
    if not isinstance(value, bytes) or not is_right(value):
        raise StoreFault(refusal)
    return bytes(value)


def word_of(words: type[StrEnum]) -> Enum:
    """Return the type of a column that holds one of these words, as text."""
    return Enum(
        words,
        native_enum=False,
        create_constraint=False,
        length=16,
        values_callable=lambda members: [member.value for member in members],
    )


def column(
    name: str,
    kind: TypeEngine[Any] | type[TypeEngine[Any]],  # Any: what a column's type yields is its own matter
    holds: DataClass,
    *constraints: ForeignKey,
    key: bool = False,
    unique: bool = False,
    optional: bool = False,
    unless: str | None = None,
) -> Column[Any]:  # Any: the same
    """Return a column that declares what class of data it holds; not null unless `optional`.

    `unless` is what the database writes into rows that were there before the column was.
    """
    return Column(
        name,
        kind,
        *constraints,
        primary_key=key,
        unique=unique or None,
        nullable=optional,
        server_default=unless,
        info={"holds": holds},
    )


def sequence() -> Column[int]:
    """Return the column in which the database counts rows as they are first written. It never leaves."""
    return Column(
        "seq",
        BigInteger().with_variant(Integer, "sqlite"),
        primary_key=True,
        autoincrement=True,
        info={"holds": DataClass.S1},
    )


def sealed_only(name: str) -> list[CheckConstraint]:
    """Return the rule by which the database itself refuses what is not sealed in column `name`.

    Each database has bytes of its own writing, so it is one constraint for each, of one name.
    """
    mark = SEALED_MARK.hex()
    bytes_of = {"sqlite": f"x'{mark}'", "postgresql": rf"'\x{mark}'::bytea"}
    return _each(
        f"{name}_is_sealed",
        {
            dialect: f"substr({name}, 1, {len(SEALED_MARK)}) = {written} AND length({name}) >= {SEALED_LEAST}"
            for dialect, written in bytes_of.items()
        },
    )


def hashes_only(*names: str) -> list[CheckConstraint]:
    """Return the rules by which the database itself refuses what is no keyed hash in columns `names`."""
    return [
        rule for name in names for rule in _each(f"{name}_is_a_hash", _bytes_only(name, f"= {HASH_BYTES}"))
    ]


def wrapped_only(name: str) -> list[CheckConstraint]:
    """Return the rule by which the database itself refuses what is no wrapped key in column `name`."""
    return _each(f"{name}_is_wrapped", _bytes_only(name, f">= {WRAPPED_LEAST}"))


def _bytes_only(name: str, length: str) -> dict[str, str]:
    rule = f'length("{name}") {length}'
    return {
        # Of a text SQLite counts the letters; no text is as great as bytes are.
        "sqlite": f"\"{name}\" >= x'' AND {rule}",
        "postgresql": rule,
    }


def _each(name: str, rules: dict[str, str]) -> list[CheckConstraint]:
    return [CheckConstraint(rule, name=name).ddl_if(dialect=dialect) for dialect, rule in rules.items()]
