"""Only who was there live has minutes: a recording counts as nothing, however often it is seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.courses.learners import Source
from bot.surface.card import LinkButton
from tests.e2e.rows.attended_course import LENA, MIRO, RECORDING, ahead, attended, own, table
from tests.unit.courses.attendance_hands import SECOND
from tests.unit.small_house import card_of, errors_of

VIEWED = "Viewer,Email,Views,Total Viewed (Minutes)\nMiro,miro@invented.example,3,360\n"


async def test_who_saw_the_recording_has_no_live_minutes() -> None:
    """The link is there for all, and Miro was in no session: 0 of 480."""
    async with ahead() as hands:
        await hands.course.change(lambda cohort: replace(cohort, recordings={2: RECORDING}))
        await hands.house.until(SECOND + timedelta(days=2))
        for _ in range(3):
            shown = card_of(await hands.house.command("course", MIRO))
            opened = card_of(await hands.press_on(shown, "learn.recording.2", MIRO))
            assert RECORDING in [one.url for one in opened.controls if isinstance(one, LinkButton)]
        rows = {row[0]: row for row in await table(hands)}
        assert rows["Miro"][1:6] == ["0"] * 5
        assert "0 of 480 minutes" in await own(hands, MIRO)
        assert await hands.noted(MIRO) == {}


async def test_a_word_in_a_recording_is_taken_no_more() -> None:
    """Whoever hears it there hears it too late."""
    async with ahead() as hands:
        await hands.at(30)
        word = await hands.word(2)
        form = await hands.way(MIRO, "attend.here")
        await hands.at(131)
        assert card_of(await hands.way(MIRO, "attend.here")).text_id == "attend.not_on"
        late = getattr(form.first, "form", None)
        assert late is not None
        assert "word" in errors_of(await hands.house.submit_by(MIRO, late, {"word": word}))
        assert await hands.noted(MIRO) == {}


async def test_a_list_of_who_saw_a_recording_is_no_list_of_attendance() -> None:
    """It is refused, and there is no fourth way by which minutes come."""
    async with attended() as hands:
        assert "no list of attendance" in errors_of(await hands.bring(2, VIEWED))["list"]
        assert {each.value for each in Source} == {"word", "file", "hand"}
        assert await hands.noted(LENA) == {n: (m, "hand") for n, m in ((1, 120), (2, 95), (3, 120), (4, 120))}
