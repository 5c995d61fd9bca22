"""Figures of one pixel: for tests of what is drawn, and when, rather than of how it looks."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import asdict

from bot.domain.charts import Chart
from bot.errors import NotDrawn
from bot.ports.figures import Frame

_HEAD = b"\x89PNG\r\n\x1a\n"


class OnePixelFigures:
    """A working `Figures`: a PNG of one pixel, and what it was asked to draw, in order."""

    draws = True

    def __init__(self) -> None:
        """Begin with nothing drawn."""
        self.drawn: list[tuple[Chart, Frame]] = []
        self.breaks = False

    def draw(self, charts: Sequence[Chart], frame: Frame) -> tuple[bytes, ...]:
        """Return the pixel for each, with a note that tells charts and frames apart.

        Raises:
            NotDrawn: it `breaks`.
        """
        if self.breaks:
            raise NotDrawn
        self.drawn += [(chart, frame) for chart in charts]
        return tuple(_pixel(chart, frame) for chart in charts)


def _pixel(chart: Chart, frame: Frame) -> bytes:
    note = f"Comment\0{frame} {zlib.crc32(repr(asdict(chart)).encode())}"
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 6, 0, 0, 0)),
        (b"tEXt", note.encode()),
        (b"IDAT", zlib.compress(b"\0\0\0\0\0")),
        (b"IEND", b""),
    )
    return _HEAD + b"".join(_chunk(kind, body) for kind, body in chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
