"""The rule that a column holds only what a vault sealed, as each database says it; for migrations alone."""

import sqlalchemy as sa

_RULES = {
    "sqlite": "substr(sealed, 1, 2) = x'5253' AND length(sealed) >= 48",
    "postgresql": r"substr(sealed, 1, 2) = '\x5253'::bytea AND length(sealed) >= 48",
}


def sealed_only(table: str) -> list[sa.CheckConstraint]:
    """Return the rule for the column `sealed` of a table: one constraint for each database, of one name."""
    name = f"ck_{table}_sealed_is_sealed"
    return [sa.CheckConstraint(rule, name=name).ddl_if(dialect=dialect) for dialect, rule in _RULES.items()]
