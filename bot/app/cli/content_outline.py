"""A prompt or a flow as a platform shows it, in outline: each card and form in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from bot.app.content_cards import Met
from bot.errors import SurfaceError


def outlined(of: Iterable[Met], draw: Callable[[Met], Iterable[str]]) -> str:
    """Return an outline. `draw` says what something is, and then each of its lines.

    What raises a `SurfaceError` there cannot be shown, and is named instead.
    """
    return "\n\n".join("\n".join(_met(met, draw)) for met in of)


def _met(met: Met, draw: Callable[[Met], Iterable[str]]) -> Iterator[str]:
    told = f" ({met.told_as})" if met.told_as else ""
    where = f"{met.at}{told}: " if met.at else ""
    try:
        kind, *lines = draw(met)
    except SurfaceError as problem:
        yield f"{where}cannot be shown. {problem.sentence}"
        return
    yield f"{where}{kind}"
    yield from (f"  {line}" for line in lines)
