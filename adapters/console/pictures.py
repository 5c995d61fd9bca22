"""Pictures in half blocks: each sign is two pixels, one above the other."""

# ruff: noqa: PLC0415 - Pillow is an extra and slow to load: it is imported where a picture is drawn

from __future__ import annotations

import io
from collections.abc import Iterator

from adapters.console.limits import INDENT, PICTURE_ROWS

Cells = tuple[tuple[str, str], ...]
"""One line of a picture: how each stretch of it looks, and its signs."""

_UPPER, _LOWER = "\u2580", "\u2584"
_SEEN = 128
"""From here on a pixel is seen; below, the terminal's own ground shows."""

_Pixel = tuple[int, int, int, int]


def picture(png: bytes, width: int) -> list[Cells]:
    """Return the lines of a picture that fits `width` columns; none where it cannot be drawn.

    It keeps its shape and is never enlarged. Where Pillow is missing, or the PNG is broken, its words
    stand alone.
    """
    try:
        from PIL import Image
    except ImportError:
        return []
    try:
        with Image.open(io.BytesIO(png), formats=("PNG",)) as opened:
            image = opened.convert("RGBA")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return []
    image.thumbnail((width - INDENT, 2 * PICTURE_ROWS), Image.Resampling.LANCZOS)
    across, down = image.size
    data: bytes = image.tobytes()
    rows = [_pixels(data[4 * across * y : 4 * across * (y + 1)]) for y in range(down)]
    nothing = [(0, 0, 0, 0)] * across
    pairs = zip(rows[::2], [*rows[1::2], nothing], strict=False)
    return [_line(upper, lower) for upper, lower in pairs]


def _pixels(row: bytes) -> list[_Pixel]:
    return [(row[at], row[at + 1], row[at + 2], row[at + 3]) for at in range(0, len(row), 4)]


def _line(upper: list[_Pixel], lower: list[_Pixel]) -> Cells:
    """Return one line, with cells that look alike in one stretch."""
    stretches: list[tuple[str, str]] = [("", " " * INDENT)]
    for look, sign in _cells(upper, lower):
        last, signs = stretches[-1]
        if last == look:
            stretches[-1] = (look, signs + sign)
        else:
            stretches.append((look, sign))
    if len(stretches) > 1 and not stretches[-1][0]:  # nothing is seen up to the edge
        stretches.pop()
    return tuple(stretches)


def _cells(upper: list[_Pixel], lower: list[_Pixel]) -> Iterator[tuple[str, str]]:
    for top, bottom in zip(upper, lower, strict=True):
        match top[3] >= _SEEN, bottom[3] >= _SEEN:
            case True, True:
                yield f"fg:{_colour(top)} bg:{_colour(bottom)}", _UPPER
            case True, False:
                yield f"fg:{_colour(top)}", _UPPER
            case False, True:
                yield f"fg:{_colour(bottom)}", _LOWER
            case _:
                yield "", " "


def _colour(pixel: _Pixel) -> str:
    red, green, blue, _ = pixel
    return f"#{red:02x}{green:02x}{blue:02x}"
