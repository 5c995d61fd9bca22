"""Whether a tag looks like somebody. It is asked about and never refused: a name may be a word as well."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.guards.identifiers.labels import may_name


def like_somebody(tags: Sequence[str], let_be: Collection[str] = ()) -> tuple[str, ...]:
    """Return those of some tags that look like somebody, without the words to let be."""
    return tuple(tag for tag in tags if may_name(tag, let_be))
