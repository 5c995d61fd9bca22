"""What everything that makes documents keeps to. Subclass `DocumentsContract` and give it `documents`."""

from __future__ import annotations

import io
import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from pypdf import PdfReader
from pypdf.generic import Destination, DictionaryObject

from bot.domain.documents import Aside, Document, Heading, Pairs, Part, Prose, Rows
from bot.ports.documents import Documents
from bot.surface.text import shown
from tests.property.drawn_documents import documents as drawn

MISSING = "\u25a1"
"""What stands for a sign without a letter."""
FIRST_WITHOUT_LETTERS = "\u0560"
"""Latin, Greek, Cyrillic and their marks come before it: all of them can be written."""
SIGNS_AWAY = re.compile(r"[\s\u200c\u200d\u034f\ufe00-\ufe0f]|[^\S\n]")
"""What nobody sees."""
SOME = Document(
    title="A record of supervision",
    foot="Evidence, not accreditation.",
    parts=(
        Aside(text="Chosen by who wrote it."),
        Pairs(pairs=(("Made on", "Monday 5 January 2026"), ("Pages", "2"))),
        Heading(text="A late handover"),
        Heading(text="What happened", level=2),
        Prose(text="It ran late.\n\nI said <b>so</b> & left; whānau, Ελληνικά, Привет.", own=True),
        Rows(head=("Day", "Minutes"), rows=(("2026-01-05", "60"), ("2026-01-12", "45"))),
    ),
)


def texts(part: Part) -> list[str]:
    """Return everything that a part says."""
    match part:
        case Pairs(pairs=pairs):
            return [text for pair in pairs for text in pair]
        case Rows(head=head, rows=rows):
            return [text for row in (head, *rows) for text in row]
        case _:
            return [part.text]


def pages(body: bytes) -> list[str]:
    """Return the text of each page, as another program reads it, without spaces and line ends."""
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(body), strict=True).pages]


def run_together(text: str) -> str:
    """Return a text as it is shown, without what nobody sees."""
    return SIGNS_AWAY.sub("", shown(text))


class DocumentsContract:
    """The promises of `bot.ports.documents.Documents`, of one that makes PDF."""

    def test_documents_make_pdf(self, documents: Documents) -> None:
        """It is offered, and what comes is a PDF."""
        assert documents.makes_pdf
        assert documents.pdf(SOME).body.startswith(b"%PDF-")

    def test_documents_say_everything_in_order(self, documents: Documents) -> None:
        """Other programs read all of it, in the order that it was given, and nothing else."""
        made = documents.pdf(SOME)
        wanted = [SOME.title, *(text for part in SOME.parts for text in texts(part)), SOME.foot, "1 of 1"]
        assert pages(made.body) == [run_together("".join(wanted))]
        assert made.unwritten == 0

    @settings(suppress_health_check=[HealthCheck.differing_executors, HealthCheck.function_scoped_fixture])
    @given(drawn)
    def test_documents_lose_nothing(self, documents: Documents, document: Document) -> None:
        """Whatever stands in one is read back, sign by sign; what has no letter leaves a mark."""
        made = documents.pdf(document)
        read = pages(made.body)
        told = [document.title, *(text for part in document.parts for text in texts(part))]
        wanted = Counter(run_together("".join([*told, *[document.foot] * len(read)])))
        numbers = "".join(f"{number}of{len(read)}" for number in range(1, len(read) + 1))
        wanted.update(numbers)
        found = Counter("".join(read))
        assert found - wanted == Counter({MISSING: made.unwritten} if made.unwritten else {})
        assert all(sign >= FIRST_WITHOUT_LETTERS for sign in wanted - found)

    def test_documents_are_the_same_each_time(self, documents: Documents) -> None:
        """Byte for byte, whatever was made in between, and from several threads at once."""
        first = documents.pdf(SOME)
        documents.pdf(Document(title="Another", parts=(Prose(text="Ђ"),)))
        with ThreadPoolExecutor(4) as threads:
            assert list(threads.map(documents.pdf, [SOME] * 4)) == [first] * 4

    def test_documents_say_what_they_are(self, documents: Documents) -> None:
        """A reader, or a voice that reads it, is told the title and the language; nobody is named."""
        reader = PdfReader(io.BytesIO(documents.pdf(SOME).body), strict=True)
        assert reader.metadata is not None
        assert (reader.metadata.title, reader.metadata.author or "") == (SOME.title, "")
        root = reader.trailer["/Root"].get_object()
        assert isinstance(root, DictionaryObject)
        assert str(root["/Lang"]) == "en-GB"

    def test_documents_have_an_outline(self, documents: Documents) -> None:
        """Each heading is found in the list of parts, one below the other."""
        reader = PdfReader(io.BytesIO(documents.pdf(SOME).body), strict=True)
        first, below = reader.outline
        assert isinstance(first, Destination)
        assert isinstance(below, list)
        assert (first.title, [each.title for each in below if isinstance(each, Destination)]) == (
            "A late handover",
            ["What happened"],
        )

    @pytest.mark.parametrize(
        "part",
        [
            pytest.param(Prose(text="o" * 8_000), id="a word over pages"),
            pytest.param(Prose(text="one more word " * 1_500, own=True), id="own words over pages"),
            pytest.param(Heading(text="a heading of a few words " * 200), id="a heading over pages"),
            pytest.param(Pairs(pairs=(("n" * 300, "a fact " * 1_200),)), id="a fact over pages"),
            pytest.param(Rows(head=("a", "b"), rows=(("x" * 500, "cell " * 2_000),)), id="a cell over pages"),
            pytest.param(Rows(head=("h" * 3_000, "b"), rows=(("1", "2"),)), id="a head over pages"),
            pytest.param(Rows(head=tuple("abcdefghijkl"), rows=(tuple("mnopqrstuvwx"),)), id="many columns"),
        ],
    )
    def test_documents_take_long_parts(self, documents: Documents, part: Part) -> None:
        """What is longer or wider than a page goes on; all of it is there."""
        read = pages(documents.pdf(Document(title="t", parts=(part,))).body)
        assert Counter(run_together("".join(texts(part)))) - Counter("".join(read)) == Counter()

    def test_documents_number_their_pages(self, documents: Documents) -> None:
        """Each says which it is of how many, with the foot beside it; a table names its columns on each."""
        rows = tuple((f"day {number}", "agreed") for number in range(120))
        document = Document(title="Log", parts=(Rows(head=("When", "What"), rows=rows),), foot="Not a score.")
        read = pages(documents.pdf(document).body)
        assert len(read) > 3
        for number, page in enumerate(read, 1):
            assert page.count("Notascore.") == page.count("WhenWhat") == 1
            assert f"{number}of{len(read)}" in page
        assert Counter(re.findall(r"day\d+?(?=agreed)", "".join(read))) == {f"day{n}": 1 for n in range(120)}

    @pytest.mark.parametrize(
        ("text", "unwritten"),
        [
            ("whānau, naïve, Łódź, Đặng, Ελληνικά, Привет", 0),
            ("x\u0301 and e\u0301", 0),
            ("手 and 紙", 2),
            ("\u05e9\u05dc\u05d5\u05dd", 4),
            ("\U0001f468\u200d\U0001f469\u200d\U0001f467", 1),
            ("\u0926\u093f", 1),
        ],
    )
    def test_documents_count_what_they_cannot_write(
        self, documents: Documents, text: str, unwritten: int
    ) -> None:
        """An empty box stands in its place; a family is one sign, and so is a letter with its marks."""
        made = documents.pdf(Document(title="t", parts=(Prose(text=f"a {text} z", own=True),)))
        assert made.unwritten == unwritten
        (page,) = pages(made.body)
        assert page.count(MISSING) == unwritten
