"""The process that draws pages: charts come in on standard input, pictures go out on standard output."""

from __future__ import annotations

import os
import sys

from adapters.figures.passing import joined, unpacked

_GIVES_WAY = 10
"""So far a drawing stands back behind whoever answers people on the same machine."""


def main() -> None:
    """Draw what comes in, each chart on a page."""
    if hasattr(os, "nice"):
        os.nice(_GIVES_WAY)
    from adapters.figures.pages import page  # noqa: PLC0415 - loading matplotlib is most of the work, and gives way

    charts, frame = unpacked(sys.stdin.buffer.read())
    sys.stdout.buffer.write(joined(page(chart, frame) for chart in charts))


if __name__ == "__main__":
    main()
