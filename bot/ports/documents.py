"""Documents to take along. Optional: a house may make no PDF, and then they are Markdown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from bot.domain.documents import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Pdf:
    """A document as PDF. `unwritten`: how many signs its letters could not write, which is to be said."""

    body: bytes = field(repr=False)
    unwritten: int = 0


class Documents(Protocol):
    """Makes a document into a file."""

    @property
    def makes_pdf(self) -> bool:
        """Whether PDF can be made here; if not, none is offered."""
        ...

    def pdf(self, document: Document) -> Pdf:
        """Return a PDF, the same bytes for the same document. Slow: it is called off the event loop.

        Raises:
            LookupError: none can be made here, which who asks has not looked for.
        """
        ...


class NoDocuments:
    """The documents of a house that makes no PDF."""

    makes_pdf = False

    def pdf(self, _document: Document) -> Pdf:
        """Raise: no PDF was offered."""
        raise LookupError("no PDF is made here")
