"""ReportLab's documents keep the port's promises, and leave nothing behind."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from adapters.documents.documents import ReportLabDocuments, open_documents
from bot.ports.documents import Documents, NoDocuments
from tests.contract.documents_contract import SOME, DocumentsContract

ALONE = """
import hashlib, os, sys
written = []
def look(event, args):
    if event == "open" and (args[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        written.append(args[0])
sys.addaudithook(look)
sys.dont_write_bytecode = True
from adapters.documents.documents import open_documents
from tests.contract.documents_contract import SOME
documents = open_documents()
assert "reportlab" not in sys.modules
print(hashlib.sha256(documents.pdf(SOME).body).hexdigest())
print("reportlab" in sys.modules, "matplotlib" in sys.modules, written)
"""


class TestReportLabDocuments(DocumentsContract):
    """The contract, on ReportLab."""

    @pytest.fixture
    def documents(self) -> Documents:
        """Give what a house opens where both libraries are."""
        made = open_documents()
        assert isinstance(made, ReportLabDocuments)
        return made

    def test_documents_leave_nothing_on_a_disk(self, documents: Documents, tmp_path: Path) -> None:
        """Another process makes the same bytes, writes no file, and loads ReportLab when it makes one."""
        made = subprocess.run(
            [sys.executable, "-c", ALONE],
            capture_output=True,
            check=True,
            text=True,
            env={
                "PYTHONHASHSEED": "7",
                "PYTHONPATH": str(Path.cwd()),
                "TMPDIR": str(tmp_path),
                "HOME": str(tmp_path),
            },
        )
        digest, rest = made.stdout.splitlines()
        assert digest == hashlib.sha256(documents.pdf(SOME).body).hexdigest()
        assert rest == "True False []"
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("missing", ["reportlab", "matplotlib"])
def test_no_pdf_is_offered_without_its_libraries(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A house without one of them makes Markdown alone, and who asks all the same has not looked."""
    monkeypatch.setitem(sys.modules, missing, None)
    documents = open_documents()
    assert isinstance(documents, NoDocuments)
    assert not documents.makes_pdf
    with pytest.raises(LookupError):
        documents.pdf(SOME)
