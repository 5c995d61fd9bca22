"""A measure of both guards: by batch, and all that are open and all that are held back together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tools import guard_danger, guard_identifiers
from tools.guard_danger import Answered
from tools.guard_figures import Figure
from tools.guard_identifiers import Looked
from tools.guard_rows import FOLDER, is_open, notes, sayings


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifiers:
    """How the guard for identifiers did on some notes."""

    texts: int
    figures: dict[str, Figure]
    by_category: dict[str, dict[str, Figure]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Danger:
    """How the danger guard did on some texts. `confusion`: how often each label got each answer."""

    texts: int
    figures: dict[str, Figure]
    confusion: dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """How both did."""

    identifiers: Identifiers
    danger: Danger


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """`sides`: what is held back, if it was asked for, and what is open. `errors` are of open ones alone."""

    sides: dict[str, Both]
    batches: dict[str, Both]
    errors: tuple[str, ...] = field(repr=False)

    def as_json(self) -> dict[str, object]:
        """Return every number; no text is among them."""
        return {
            "sides": {name: asdict(both) for name, both in self.sides.items()},
            "batches": {name: asdict(both) for name, both in self.batches.items()},
        }


def measure(folder: Path = FOLDER, *, with_held: bool = False) -> Measure:
    """Measure both guards on the batches below `folder`, the open ones and, if asked for, those held back."""
    asked: Callable[[str], bool] = (lambda _: True) if with_held else is_open
    looked = [guard_identifiers.look(note) for note in notes(folder) if asked(note.batch)]
    answered = [guard_danger.ask(saying) for saying in sayings(folder) if asked(saying.batch)]
    batches = sorted({each.note.batch for each in looked} | {each.saying.batch for each in answered})
    open_looked = [each for each in looked if is_open(each.note.batch)]
    open_answered = [each for each in answered if is_open(each.saying.batch)]
    held = _both(
        [each for each in looked if not is_open(each.note.batch)],
        [each for each in answered if not is_open(each.saying.batch)],
    )
    return Measure(
        sides={**({"held": held} if with_held else {}), "open": _both(open_looked, open_answered)},
        batches={
            batch: _both(
                [each for each in looked if each.note.batch == batch],
                [each for each in answered if each.saying.batch == batch],
            )
            for batch in batches
        },
        errors=(*guard_identifiers.errors(open_looked), *guard_danger.errors(open_answered)),
    )


def _both(looked: Sequence[Looked], answered: Sequence[Answered]) -> Both:
    return Both(
        identifiers=Identifiers(
            texts=len(looked),
            figures=guard_identifiers.figures(looked),
            by_category=guard_identifiers.by_category(looked),
        ),
        danger=Danger(
            texts=len(answered),
            figures={
                **guard_danger.figures(answered),
                **guard_danger.everyday(each.note for each in looked),
            },
            confusion=guard_danger.confusion(answered),
        ),
    )
