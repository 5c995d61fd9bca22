"""Who was there for a part claims that part: the file has minutes for each session, and no pass or fail."""

from __future__ import annotations

from tests.e2e.rows.attended_course import LENA, MIRO, attended, for_accreditor, own, table


async def test_the_file_adds_up_to_the_ledger() -> None:
    """95 of 120 minutes in the second session, and all of the others: 455."""
    async with attended() as hands:
        head, *rows = await table(hands)
        assert rows[0][:6] == ["Lena", "120", "95", "120", "120", "455"]
        ledger = [minutes for who in (LENA, MIRO) for minutes, _ in (await hands.noted(who)).values()]
        assert sum(int(row[5]) for row in rows) == sum(ledger) == 455
        assert [int(row[5]) for row in rows] == [sum(map(int, row[1:5])) for row in rows]
        assert head[2].endswith("of 120 minutes")


async def test_every_file_has_the_minutes_and_nobody_passes_or_fails() -> None:
    """The learner's own and the accreditor's say the same."""
    async with attended() as hands:
        one, all_of_it = await own(hands, LENA), await for_accreditor(hands)
        assert "455 of 480 minutes" in one
        assert "| 95 | 120 | confirmed by a trainer |" in one
        assert "| Lena | 120 | 95 | 120 | 120 | 455 |" in all_of_it
        assert not any(word in (one + all_of_it).lower() for word in ("passed", "failed", "complete", "%"))
