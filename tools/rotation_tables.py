"""What docs/rotation.md says in numbers: the outcome of `reststop content simulate`, as Markdown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.app.cli.content_simulate import as_lines
from bot.app.rotation.figures import Figure, figures
from bot.app.rotation.simulated_year import Setting, Year, fingerprint, not_pushed, years
from bot.domain.prompts import Domain, Prompt
from bot.domain.stock import Stock

BEGIN = "<!-- measured: python -m tools.plot_rotation -->"
END = "<!-- /measured -->"
SETTINGS: Mapping[str, Setting] = {
    f"{rhythm}, {signed}": Setting(is_every_day=rhythm == "every day", is_signed=signed == "all signed")
    for rhythm in ("weekdays", "every day")
    for signed in ("nothing signed", "all signed")
}
SHARES = (Fraction(1), Fraction(3, 4), Fraction(1, 2), Fraction(1, 4))
"""Of each domain of the library, for the second table."""
_SMALL = ("repeats_mean", "all_repeats_mean", "smallest_gap", "smallest_gentle_gap", "unrested")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table: what was simulated, and what came of it."""

    head: str
    stock: Stock
    setting: Setting
    years: Sequence[Year]

    @property
    def figures(self) -> Mapping[str, Figure]:
        """Every figure by its name."""
        return {one.name: one for one in figures(self.years)}


def by_setting(stock: Stock) -> list[Column]:
    """Return a column for each way in which the whole library may be asked."""
    return [_column(head, stock, setting) for head, setting in SETTINGS.items()]


def by_share(stock: Stock) -> list[Column]:
    """Return a column for the library and for some that are smaller, on weekdays where nothing is signed."""
    made = ((f"{float(share):.0%}".replace("%", " %"), thinned(stock, share)) for share in SHARES)
    return [_column(head, smaller, Setting()) for head, smaller in made]


def thinned(stock: Stock, share: Fraction) -> Stock:
    """Return a share of each domain, gentle ones and others alike, the first by id; sisters stay together."""
    groups: defaultdict[tuple[Domain, bool], list[Prompt]] = defaultdict(list)
    for prompt in stock.prompts:
        groups[prompt.domain, prompt.gentle].append(prompt)
    kept = {one.id: one for group in groups.values() for one in group[: _up(len(group) * share)]}
    return Stock.of(one for one in kept.values() if one.pair is None or one.pair in kept)


def measured(columns: Sequence[Column], smaller: Sequence[Column]) -> str:
    """Return what stands between the two marks of the page."""
    first = columns[0]
    stock, setting = first.stock, first.setting
    library = f"{len(stock.prompts)} prompts, library {fingerprint(stock)}"
    lines = (
        f"{library}; {setting.people} people, {setting.days} days, seed {setting.seed}.",
        "",
        *_table(columns, [*first.figures], {"prompts that are pushed": [_pushed(one) for one in columns]}),
        "",
        "Of smaller libraries, on weekdays, with nothing signed:",
        "",
        *_table(smaller, _SMALL, {"prompts": [f"{len(one.stock.prompts)}" for one in smaller]}),
        "",
        "The first of these people, as `reststop content simulate --people 10` says it:",
        "",
        "```text",
        example(stock),
        "```",
    )
    return "\n".join(lines)


def example(stock: Stock) -> str:
    """Return what the command says of a few people: few enough for a test to play their years again."""
    few = Setting(people=10)
    return as_lines(stock, few, figures(years(stock, few)))


def page(before: str, between: str) -> str:
    """Return a page with these lines between its two marks, and everything else as it was."""
    head, begin, rest = before.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"docs/rotation.md has no place for tables: {BEGIN} and {END} are missing")
    return f"{head}{BEGIN}\n\n{between}\n\n{END}{tail}"


def _column(head: str, stock: Stock, setting: Setting) -> Column:
    return Column(head=head, stock=stock, setting=setting, years=tuple(years(stock, setting)))


def _table(
    columns: Sequence[Column], names: Iterable[str], above: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    yield _row("", [one.head for one in columns], "aimed at")
    yield _row("---", ["---:"] * len(columns), "---")
    for says, cells in above.items():
        yield _row(says, cells, "")
    found = [one.figures for one in columns]
    for name in names:
        told = [each[name] for each in found]
        yield _row(told[0].says, [_cell(one) for one in told], told[0].aim)


def _row(first: str, cells: Iterable[str], last: str) -> str:
    return f"| {' | '.join((first, *cells, last))} |".replace("|  |", "| |")


def _cell(figure: Figure) -> str:
    return f"{figure.shown} (misses)" if figure.ok is False else figure.shown


def _pushed(column: Column) -> str:
    stock = column.stock
    return f"{len(stock.all - not_pushed(stock, is_signed=column.setting.is_signed))}"


def _up(number: Fraction) -> int:
    return -(-number.numerator // number.denominator)
