"""Writes what was measured as tables of docs/guards.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tools.guard_figures import Figure
from tools.guard_measure import Danger, Identifiers, Measure

BEGIN = "<!-- measured: make guards ARGS=--markdown -->"
END = "<!-- /measured -->"
HEADS = {"held": "Held back", "open": "Open"}
MAIN_IDENTIFIERS = ("all: F1", "all: found", "all: right", "names: F1", "false alarm on a clean note")
REGIONS_FROM = 20
"""A region shows once so many places of it were marked; the JSON has all."""
MAIN_DANGER = (
    "writer at high risk: strong answer",
    "writer at high risk: missed",
    "somebody else at risk: rightly met",
    "somebody else at risk: alarmed",
    "idiom: alarmed",
    "neutral: alarmed",
    "neutral: any note",
    "macro F1",
)


def page(before: str, measure: Measure) -> str:
    """Return a page with its tables as they are measured now, and everything else as it was."""
    head, begin, rest = before.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"docs/guards.md has no place for tables: {BEGIN} and {END} are missing")
    return f"{head}{BEGIN}\n\n{tables(measure)}\n{END}{tail}"


def write(path: Path, measure: Measure) -> None:
    """Write the tables into a page."""
    path.write_text(page(path.read_text("utf-8"), measure), "utf-8")


def tables(measure: Measure) -> str:
    """Return every table, as Markdown; the details are those of what is held back, where it was measured."""
    return "\n".join([*_identifiers(measure), *_danger(measure)])


def _identifiers(measure: Measure) -> Iterable[str]:
    sides = {side: each.identifiers for side, each in measure.sides.items()}
    yield "### Identifiers\n"
    yield _side_by_side({HEADS[side]: each.figures for side, each in sides.items()}, _sizes(sides))
    for side, each in list(sides.items())[:1]:
        yield f"By kind, {HEADS[side].lower()}:\n"
        yield _table(
            ("Kind", "marked", "found", "right", "F1"),
            (
                (kind, str(of["found"].of), *(str(of[name]) for name in ("found", "right", "F1")))
                for kind, of in each.by_category.items()
            ),
        )
    yield "By batch:\n"
    batches = {name: each.identifiers.figures for name, each in measure.batches.items()}
    yield _by_batch(batches, MAIN_IDENTIFIERS)


def _danger(measure: Measure) -> Iterable[str]:
    sides = {side: each.danger for side, each in measure.sides.items()}
    yield "### Danger\n"
    yield _side_by_side({HEADS[side]: each.figures for side, each in sides.items()}, _sizes(sides))
    for side, each in list(sides.items())[:1]:
        yield f"Each label (rows) and the answers it got (columns), {HEADS[side].lower()}:\n"
        yield _table(
            ("", *(f"`{label}`" for label in each.confusion)),
            ((f"`{label}`", *map(str, got.values())) for label, got in each.confusion.items()),
        )
    yield "By batch:\n"
    yield _by_batch({name: each.danger.figures for name, each in measure.batches.items()}, MAIN_DANGER)


def _sizes(sides: Mapping[str, Identifiers] | Mapping[str, Danger]) -> tuple[str, ...]:
    return tuple(f"{HEADS[side]}, {each.texts} texts" for side, each in sides.items())


def _side_by_side(columns: Mapping[str, Mapping[str, Figure]], heads: Sequence[str]) -> str:
    names = dict.fromkeys(name for figures in columns.values() for name in figures)
    missing = Figure(value=0, low=0, high=0, of=0, is_share=True)
    return _table(
        ("", *(cell for head in heads for cell in (head, "of"))),
        (
            (
                name,
                *(
                    cell
                    for figures in columns.values()
                    for figure in [figures.get(name, missing)]
                    for cell in (str(figure), str(figure.of))
                ),
            )
            for name in names
            if not name.startswith("found, region ") or _is_enough(name, columns)
        ),
    )


def _is_enough(name: str, columns: Mapping[str, Mapping[str, Figure]]) -> bool:
    return any(name in figures and figures[name].of >= REGIONS_FROM for figures in columns.values())


def _by_batch(batches: Mapping[str, Mapping[str, Figure]], names: Sequence[str]) -> str:
    return _table(
        ("Batch", *names),
        (
            (batch, *(str(figures[name]) for name in names))
            for batch, figures in batches.items()
            if any(figures[name].of for name in names)
        ),
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
