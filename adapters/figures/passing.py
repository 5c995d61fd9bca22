"""What goes to the process that draws, and what comes back: through pipes, and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import TypedDict

from bot.domain.charts import BalanceChart, BalanceRow, Chart, Dot, Level, MarkChart
from bot.ports.figures import Frame

_SIZE = 4
"""Bytes that tell how long a picture is."""

_day = date.fromisoformat


class _Dot(TypedDict):
    day: str
    step: int


class _Level(TypedDict):
    since: str
    until: str
    median: float
    n: int


class _Row(TypedDict):
    name: str
    asked: int
    met: int


class _Marks(TypedDict):
    ask: str
    words: tuple[str, str, str, str, str]
    dots: list[_Dot]
    levels: list[_Level]
    since: str
    until: str


class _Balance(TypedDict):
    rows: list[_Row]
    since: str
    until: str


def packed(charts: Sequence[Chart], frame: Frame) -> bytes:
    """Return charts and their frame as bytes."""
    told = [{"is_balance": isinstance(chart, BalanceChart), "chart": asdict(chart)} for chart in charts]
    return json.dumps({"frame": frame, "charts": told}, default=date.isoformat).encode()


def unpacked(raw: bytes) -> tuple[tuple[Chart, ...], Frame]:
    """Return what `packed` was given."""
    told = json.loads(raw)
    charts = (_balance(one["chart"]) if one["is_balance"] else _marks(one["chart"]) for one in told["charts"])
    return tuple(charts), Frame(told["frame"])


def joined(pictures: Iterable[bytes]) -> bytes:
    """Return pictures in one piece."""
    return b"".join(len(picture).to_bytes(_SIZE, "big") + picture for picture in pictures)


def parted(raw: bytes) -> tuple[bytes, ...]:
    """Return what `joined` was given."""
    pictures: list[bytes] = []
    at = 0
    while at < len(raw):
        start = at + _SIZE
        at = start + int.from_bytes(raw[at:start], "big")
        pictures.append(raw[start:at])
    return tuple(pictures)


def _marks(its: _Marks) -> MarkChart:
    first, second, third, fourth, fifth = its["words"]
    return MarkChart(
        ask=its["ask"],
        words=(first, second, third, fourth, fifth),
        dots=tuple(Dot(day=_day(dot["day"]), step=dot["step"]) for dot in its["dots"]),
        levels=tuple(_level(level) for level in its["levels"]),
        since=_day(its["since"]),
        until=_day(its["until"]),
    )


def _level(its: _Level) -> Level:
    since, until = _day(its["since"]), _day(its["until"])
    return Level(since=since, until=until, median=its["median"], n=its["n"])


def _balance(its: _Balance) -> BalanceChart:
    rows = tuple(BalanceRow(name=row["name"], asked=row["asked"], met=row["met"]) for row in its["rows"])
    return BalanceChart(rows=rows, since=_day(its["since"]), until=_day(its["until"]))
