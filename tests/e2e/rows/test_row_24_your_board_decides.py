"""What is handed over is evidence: the reader's board decides, and nobody is called certified."""

from __future__ import annotations

import re

import pytest

from bot.app.library import library_folder
from bot.domain.courses.course import EVIDENCE_ONLY
from tests.content.code_texts import texts_in_code
from tests.e2e.rows.attended_course import LENA, MIRO, attended, for_accreditor, own, table
from tests.unit.small_house import card_of

ROOT = library_folder().parent
ROOMS = ("bot/domain/courses", "bot/services", "bot/app/cli", "adapters/slack", "adapters/discord")
CALLED = re.compile(
    r"certif|\baccredited\b|\bentitle|\bqualif(?:y|ies|ied)\b|\bCME\b|\bCEUs?\b", re.IGNORECASE
)
OF_MACHINES = frozenset({"bot/app/cli/doctor.py"})


async def test_every_export_says_what_it_is() -> None:
    """Each line of the table, and the head and foot of the others; so does the card before it is made."""
    async with attended() as hands:
        rows = (await table(hands))[1:]
        assert {row[-1] for row in rows} == {EVIDENCE_ONLY}
        for made in (await own(hands, LENA), await own(hands, MIRO), await for_accreditor(hands)):
            assert made.splitlines()[2] == f"*{EVIDENCE_ONLY}*"
            assert made.rstrip().endswith(f"*{EVIDENCE_ONLY}*")
            assert CALLED.search(made) is None
        assert EVIDENCE_ONLY in card_of(await hands.way(LENA, "attend.mine")).text


@pytest.mark.parametrize("room", ROOMS)
def test_no_text_of_reststop_calls_anybody_certified(room: str) -> None:
    """Nothing that stands in code, wherever courses are spoken of."""
    found = [
        f"{file.name}:{text.line}: {text.text}"
        for file in sorted((ROOT / room).rglob("*.py"))
        for text in texts_in_code(file.read_text("utf-8"))
        if CALLED.search(text.text)
    ]
    assert found == []


def test_no_course_of_the_library_does() -> None:
    """Nor does anything else that is in the library."""
    found = [
        file.name
        for file in sorted((ROOT / "prompts").rglob("*.yaml"))
        if CALLED.search(file.read_text("utf-8"))
    ]
    assert found == []
