"""Opens the documents of a house: those of ReportLab where it is installed, else none."""

from __future__ import annotations

from importlib.util import find_spec
from threading import Lock

from bot.domain.documents import Document
from bot.ports.documents import Documents, NoDocuments, Pdf


def open_documents() -> Documents:
    """Return what makes documents here. ReportLab is an extra: it is imported when it is first needed.

    The letters come from matplotlib, which is looked for and never imported.
    """
    return ReportLabDocuments() if find_spec("reportlab") and find_spec("matplotlib") else NoDocuments()


class ReportLabDocuments:
    """Keeps the contract of `bot.ports.documents.Documents`."""

    makes_pdf = True

    def __init__(self) -> None:
        """ReportLab keeps its fonts in one place for all: one document is made at a time."""
        self._one_at_a_time = Lock()

    def pdf(self, document: Document) -> Pdf:
        """Return a PDF. Nothing is written to a disk."""
        with self._one_at_a_time:
            from adapters.documents.pages import made  # noqa: PLC0415 - see `open_documents`

            return made(document)
