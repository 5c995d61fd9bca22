"""Measures the two guards on the labelled texts: `make guards`.

Open batches alone, unless `--held` or `--markdown` asks for those held back too. Of these it tells
numbers and never a text: who reads its errors writes rules for them, and then it measures nothing.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tools.guard_measure import measure
from tools.guard_rows import FOLDER
from tools.guard_tables import tables, write
from tools.venvs import ROOT

PAGE = ROOT / "docs" / "guards.md"


def main() -> None:
    """Print the tables, or write them where they are wanted."""
    asks = argparse.ArgumentParser(prog="python -m tools.measure_guards", description=__doc__)
    asks.add_argument("--data", type=Path, default=FOLDER, metavar="FOLDER", help="where the batches lie")
    asks.add_argument("--held", action="store_true", help="measure what is held back too")
    asks.add_argument("--errors", type=int, default=0, metavar="N", help="show N errors of open batches")
    asks.add_argument("--markdown", action="store_true", help="write the tables into docs/guards.md")
    asks.add_argument("--json", type=Path, metavar="FILE", help="write every number to a file")
    asked = asks.parse_args()
    measured = measure(asked.data, with_held=asked.held or asked.markdown)
    if asked.markdown:
        write(PAGE, measured)
    else:
        print(tables(measured))
    if asked.json:
        asked.json.write_text(json.dumps(measured.as_json(), indent=1), "utf-8")
    for error in _spread(measured.errors, asked.errors):
        print(error)


def _spread(lines: tuple[str, ...], many: int) -> tuple[str, ...]:
    """Return so many of these lines, from all over them."""
    return lines[:: max(1, len(lines) // many)][:many] if many else ()


if __name__ == "__main__":
    main()
