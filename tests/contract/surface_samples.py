"""Cards and forms that the surface contract shows, and all the words that are to be read on them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from uuid import UUID

from bot.domain.journal import ENTRY_MAX
from bot.domain.prompts import Option
from bot.surface.audience import Audience, OnlyYou
from bot.surface.card import (
    Block,
    Button,
    Buttons,
    Card,
    Choose,
    Fields,
    LinkButton,
    Picture,
    Reach,
    Scale,
    aside,
    say,
)
from bot.surface.form import ChoiceField, Form, TextField, TimeField
from bot.surface.outcome import Attach, File, Outcome, Show

ZONE = "Pacific/Auckland"
HERE = "Your check-in is here."
GIVEN = Attach(
    file=File(name="reststop-export-2026-01-05.md", type="text/markdown", body=b"# Everything\n"),
    id=UUID(int=7),
)
"""A file of which a platform keeps a copy."""


def card(*blocks: Block, title: str = "", reach: Reach = Reach.PERSONAL) -> Card:
    """Return a card of these blocks."""
    return Card(text_id="test.card", title=title, blocks=blocks, summary="Something is here.", reach=reach)


def a_check_in(run: str = "1") -> Card:
    """Return a card as a check-in is one: a sentence and two buttons, of which the first is of a run."""
    buttons = Buttons(
        buttons=(
            Button(ref=f"{run}:skip", name="checkin.skip", label="Not now"),
            Button(ref="1:help", name="help.now", label="Help now"),
        )
    )
    return Card(text_id="checkin", blocks=(say(HERE), buttons), summary=HERE, reach=Reach.PERSONAL)


def shows(shown: Card, audience: Audience | None = None) -> Outcome:
    """Return an outcome that shows a card, to its person alone unless told otherwise."""
    return Outcome(first=Show(card=shown, audience=audience or OnlyYou()))


def long_text(length: int, word: str) -> str:
    """Return a text of this length that begins and ends with its own words."""
    end = f" the end of {word}"
    return (f"{word} " * length)[: length - len(end)] + end


def png(rows: Sequence[Sequence[tuple[int, int, int, int]]]) -> bytes:
    """Return a PNG of these rows of pixels: red, green, blue, and how far each can be seen."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    lines = b"".join(b"\0" + bytes(value for pixel in row for value in pixel) for row in rows)
    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 6, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(lines)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


RED, BLUE, CLEAR = (255, 0, 0, 255), (0, 0, 255, 255), (0, 0, 0, 0)
WEEK = Picture(alt="Your week: low on Monday, good on Friday.", png=png([[RED, BLUE], [BLUE, RED]]))
TANK = Scale(
    ref="1:mark:tank", name="mark.energy", ask="How much is in the tank?", low=1, high=5,
    words=("empty", "low", "some", "good", "full"),
)  # fmt: skip
WEIGHT = Scale(
    ref="1:mark:weight",
    name="mark.weight",
    ask="How heavy is it?",
    low=0,
    high=10,
    words=("a feather", "a stone"),
)
KIND = Choose(
    ref="1:kind", name="kind", ask="Who is it with?",
    options=(Option(name="one", label="someone I support"), Option(name="peer", label="a colleague")),
)  # fmt: skip
SEVERAL = Choose(
    ref="1:several", name="several", ask="Which of these?", at_most=2,
    options=(
        Option(name="a", label="rest"), Option(name="b", label="a walk"), Option(name="c", label="quiet"),
    ),
)  # fmt: skip
ROW = Buttons(
    buttons=(
        Button(ref="1:write", name="checkin.write", label="Set it down"),
        Button(ref="1:skip", name="checkin.skip", label="Not today"),
        Button(ref="1:help", name="help.now", label="Help now"),
        LinkButton(name="policy", label="Our policy", url="https://example.org/policy?a=1"),
    )
)
FORM = Form(
    text_id="test.form", ref="1:form", name="entry", title="Just for you", submit="Save",
    intro="What would you like to do on purpose tomorrow?",
    fields=(
        TextField(name="plan", label="In one line", hint="No names or details, please."),
        TextField(
            name="words", label="Your words", hint="Only you can read this back.", long=True, limit=ENTRY_MAX
        ),
        ChoiceField(
            name="keep", label="Keep it for", value="year",
            options=(Option(name="month", label="a month"), Option(name="year", label="a year")),
        ),
        TimeField(name="at", label="At what hour", value="12:30"),
    ),
)  # fmt: skip
WORDS = "First line.\n\n  Second, with * _ < > & @here and naïve 日本語 🙂\nLast."
WHOLE = card(
    say("An ordinary one."),
    aside("A quiet one."),
    Fields(pairs=(("Next check-in", "Monday 12:30"), ("Quiet", "20:00 to 08:00"))),
    WEEK, TANK, WEIGHT, KIND, SEVERAL, ROW,
    title="Today",
)  # fmt: skip
WORDS_OF_WHOLE = (
    "Today", "An ordinary one.", "A quiet one.", "Next check-in", "Monday 12:30", "Quiet", "20:00 to 08:00",
    WEEK.alt, TANK.ask, *TANK.words, WEIGHT.ask, *WEIGHT.words, KIND.ask, SEVERAL.ask,
    *(option.label for option in (*KIND.options, *SEVERAL.options)),
    *(button.label for button in ROW.buttons), "https://example.org/policy?a=1",
)  # fmt: skip
FILLED = {"plan": "open with the question", "words": WORDS, "keep": "month", "at": "08:15"}
