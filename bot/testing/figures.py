"""Figures of one pixel: for tests of what is drawn, and when, rather than of how it looks."""

from __future__ import annotations

import struct
import zlib

from bot.domain.charts import Chart
from bot.ports.figures import Frame

_HEAD = b"\x89PNG\r\n\x1a\n"


class OnePixelFigures:
    """A working `Figures`: a PNG of one pixel, and what it was asked to draw, in order."""

    draws = True

    def __init__(self) -> None:
        """Begin with nothing drawn."""
        self.drawn: list[tuple[Chart, Frame]] = []

    def draw(self, chart: Chart, frame: Frame) -> bytes:
        """Return the pixel, with a note of the frame: the same bytes for the same chart."""
        self.drawn.append((chart, frame))
        pixel = zlib.compress(b"\0\0\0\0\0")
        return _HEAD + b"".join(
            _chunk(kind, body)
            for kind, body in (
                (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 6, 0, 0, 0)),
                (b"tEXt", b"Comment\0" + frame.encode()),
                (b"IDAT", pixel),
                (b"IEND", b""),
            )
        )


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
