"""The pages of a document: its parts one after the other, a foot on each, and which of how many it is."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import assert_never

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, PageTemplate, Paragraph

from adapters.documents import styles
from adapters.documents.letters import Pen
from adapters.documents.tables import facts, table
from bot.domain.documents import Aside, Document, Heading, Pairs, Part, Prose, Rows
from bot.ports.documents import Pdf
from bot.surface.text import shown

_LANGUAGE = "en-GB"
"""The language of our own words in it."""
_FOOT_MOST = styles.PAGE[1] / 5
"""How high a foot may be, in points; a longer one stands once, at the end."""


def made(document: Document) -> Pdf:
    """Return a document as PDF, the same bytes each time."""
    pen, page = Pen(), io.BytesIO()
    title = _one_line(document.title)
    foot = Paragraph(pen.line(document.foot, styles.FOOT.fontName), styles.FOOT)
    _, high = foot.wrap(styles.FOOT_ACROSS, styles.PAGE[1])
    stands_once = high > _FOOT_MOST
    parts = (*document.parts, Aside(text=document.foot)) if stands_once else document.parts
    story: list[Flowable] = [Paragraph(pen.line(title, styles.TITLE.fontName), styles.TITLE)]
    story += _flowables(pen, parts)
    below = styles.BELOW + (0 if stands_once else high)

    def end(canvas: Canvas, _template: BaseDocTemplate) -> None:
        canvas.setViewerPreference("DisplayDocTitle", "true")
        if not stands_once:
            foot.drawOn(canvas, styles.SIDE, styles.FOOT_AT)
        canvas.doForm(_number(canvas.getPageNumber()))

    room = Frame(styles.SIDE, below, styles.ACROSS, styles.PAGE[1] - styles.ABOVE - below, 0, 0, 0, 0)
    BaseDocTemplate(
        page,
        pageTemplates=[PageTemplate(frames=[room], onPageEnd=end, pagesize=styles.PAGE)],
        pagesize=styles.PAGE,
        title=title,
        author="",
        subject="",
        creator="Reststop",
        lang=_LANGUAGE,
        invariant=1,  # no date, no chance
        pageCompression=1,
    ).build([*story, _Count()])
    return Pdf(body=page.getvalue(), unwritten=pen.unwritten)


def _flowables(pen: Pen, parts: tuple[Part, ...]) -> Iterator[Flowable]:
    """Yield what flows over the pages; a heading stands in the outline no deeper than one below the last."""
    depth = -1
    for at, part in enumerate(parts):
        match part:
            case Heading(text=text, level=level):
                kind = min(max(level, 1), len(styles.HEADINGS)) - 1
                style, depth = styles.HEADINGS[kind], min(kind, depth + 1)
                yield CondPageBreak(styles.ROOM[kind])
                heading = _Heading(pen.line(text, style.fontName), style)
                heading.place = (f"part-{at}", _one_line(text), depth)
                yield heading
            case Prose(text=text, own=own):
                yield from _prose(pen, text, own=own)
            case Aside(text=text):
                yield Paragraph(pen.line(text, styles.ASIDE.fontName), styles.ASIDE)
            case Pairs():
                yield from facts(pen, part)
            case Rows():
                yield from table(pen, part)
            case _:
                assert_never(part)


def _prose(pen: Pen, text: str, *, own: bool) -> Iterator[Flowable]:
    """Yield the paragraphs of a text, parted where it has blank lines."""
    first = True
    for some in _paragraphs(shown(text)):
        if own:
            yield _Own(pen.markup(some, styles.OWN.fontName), styles.OWN if first else styles.OWN_NEXT)
        else:
            yield Paragraph(pen.markup(some, styles.PROSE.fontName), styles.PROSE)
        first = False


def _paragraphs(text: str) -> Iterator[str]:
    lines: list[str] = []
    for line in (*text.splitlines(), ""):
        if line.strip():
            lines.append(line.rstrip())
        elif lines:
            yield "\n".join(lines)
            lines = []


def _one_line(text: str) -> str:
    return " ".join(shown(text).split())


def _number(page: int) -> str:
    return f"number-{page}"


class _Heading(Paragraph):  # type: ignore[misc] # ReportLab has no types
    """A heading, and its place in the outline: a name in the file, its text, and how deep it stands.

    A piece of one that is broken over two pages has no place.
    """

    place: tuple[str, str, int] | None = None

    def draw(self) -> None:
        if self.place is not None:
            name, title, depth = self.place
            self.canv.bookmarkHorizontal(name, 0, self.height)
            self.canv.addOutlineEntry(title, name, depth)
        super().draw()


class _Own(Paragraph):  # type: ignore[misc] # ReportLab has no types
    """Somebody's own words: a line stands beside each piece of them, also after a page has ended."""

    def draw(self) -> None:
        self.canv.saveState()
        self.canv.setStrokeColor(styles.RULE)
        self.canv.setLineWidth(styles.RULE_WIDE)
        above = styles.BETWEEN_OWN + 0.5 if self.style is styles.OWN_NEXT else 0
        self.canv.line(0, 0, 0, self.height + above)
        self.canv.restoreState()
        super().draw()


class _Count(Flowable):  # type: ignore[misc] # ReportLab has no types
    """The last of a document: only here is it known of how many each page is one."""

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        pages: int = self.canv.getPageNumber()
        for page in range(1, pages + 1):
            self.canv.beginForm(_number(page))
            self.canv.setFont(styles.FOOT.fontName, styles.FOOT.fontSize)
            self.canv.setFillColor(styles.FOOT.textColor)
            self.canv.drawRightString(
                styles.PAGE[0] - styles.SIDE, styles.FOOT_AT + styles.FOOT_DROP, f"{page} of {pages}"
            )
            self.canv.endForm()
