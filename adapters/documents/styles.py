"""How a document looks: A4, dark grey on white, one colour of ours for what stands aside."""

from __future__ import annotations

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from adapters.documents.letters import BOLD, PLAIN, SERIF

PAGE = A4
SIDE, ABOVE, BELOW = 27 * mm, 24 * mm, 22 * mm
"""The margins; the lower one grows by what stands at the foot."""
ACROSS = PAGE[0] - 2 * SIDE
"""How wide a line may be, in points."""
FOOT_AT = 13 * mm
"""Where the foot ends, above the edge."""
FOOT_ACROSS = 0.82 * ACROSS
"""How wide the foot is: the number of the page stands beside it."""
RULE = HexColor("#8fa3ad")
"""The line beside own words."""
RULE_WIDE = 1.6
BETWEEN_OWN = 7
"""Points between two paragraphs of own words."""
HAIR = HexColor("#d5dbdf")
"""The lines of a table."""

_INK, _QUIET = HexColor("#20282d"), HexColor("#55626a")

_OURS = ParagraphStyle(
    "ours",
    fontName=PLAIN,
    fontSize=9.5,
    leading=14.5,
    textColor=_INK,
    splitLongWords=1,
    allowWidows=0,
    allowOrphans=0,
)
TITLE = ParagraphStyle("title", _OURS, fontName=BOLD, fontSize=19, leading=25, spaceAfter=9)
HEADINGS = (
    ParagraphStyle("part", _OURS, fontName=BOLD, fontSize=12.5, leading=17, spaceBefore=20, spaceAfter=5),
    ParagraphStyle("inner", _OURS, fontName=BOLD, fontSize=10, leading=14.5, spaceBefore=13, spaceAfter=3),
)
"""A part of the document, and a part of that."""
ROOM = (130, 80)
"""Points that are left for what follows such a heading, or it stands on the next page."""
PROSE = ParagraphStyle("prose", _OURS, spaceBefore=4, spaceAfter=4)
OWN = ParagraphStyle(
    "own", _OURS, fontName=SERIF, fontSize=10, leading=15.5, leftIndent=12, spaceBefore=8, spaceAfter=0
)
OWN_NEXT = ParagraphStyle("own-next", OWN, spaceBefore=BETWEEN_OWN)
"""Own words, and those that go on after a blank line."""
ASIDE = ParagraphStyle(
    "aside", _OURS, fontSize=8.5, leading=12.5, textColor=_QUIET, spaceBefore=4, spaceAfter=4
)
FOOT = ParagraphStyle("foot", _OURS, fontSize=7.5, leading=10.5, textColor=_QUIET)
FOOT_DROP = FOOT.leading - FOOT.fontSize
"""How far above its lower edge a line of the foot is written, in points."""
NAME = ParagraphStyle("name", _OURS, fontSize=9, leading=13, textColor=_QUIET)
VALUE = ParagraphStyle("value", _OURS, fontSize=9, leading=13)
HEAD = ParagraphStyle("head", _OURS, fontName=BOLD, fontSize=8.5, leading=12)
CELL = ParagraphStyle("cell", _OURS, fontSize=8.5, leading=12.5)
