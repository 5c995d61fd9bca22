"""Scenarios 3 to 9 at the terminal: the real house on disk, closed and opened in the middle of things."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tests.e2e.disk import hits
from tests.e2e.test_console_scenarios import CANARY, terminal

HELLO = ("yes", "3", "n", "ok")
"""Arrive, with check-ins at half past twelve in Auckland, where it is Monday evening."""
PLAN = "open with the question"
MENDING = (
    "repair", "long", "someone I support", "no", "we expected different things", "pass",
    "an urge to explain, worry", "pass", "pass", "pass", "yes, some", "pass", "yes",
    "ask how they would like it to go next time",
)  # fmt: skip


async def test_a_strain_is_mended_and_comes_back(tmp_path: Path) -> None:
    """Closed at each question; the plan and its days are listed, and on its day nothing is said of it."""
    data = tmp_path / "data"
    async with terminal(data) as desk:
        await desk.enter(*HELLO, *MENDING[:3])
    for line in MENDING[3:]:
        async with terminal(data) as desk:
            await desk.enter("practise", "go on", line)
    async with terminal(data) as desk:
        await desk.enter("practise", "go on", "write", PLAN, "thursday")
    async with terminal(data) as desk:
        await desk.enter("practise", "in a week")
        listed = " ".join((await desk.enter("plans")).split())
        assert f"Your plans {PLAN} A working relationship that needs mending. Written: Today." in listed
        assert "State: planned. By: Thursday 8 January. Comes back: Monday 12 January." in listed
    async with terminal(data, datetime(2026, 1, 11, 23, 30, tzinfo=UTC)) as desk:
        assert "You asked me to bring something back today." in desk.stage.seen
        assert PLAN not in desk.stage.seen
        await desk.enter("open", "I tried it", "write", CANARY, ".")
        assert "No plan is open." in await desk.enter("plans")
        assert CANARY in await desk.enter("journal last")
    assert (hits(tmp_path, PLAN), hits(tmp_path, CANARY)) == ([], [])


async def test_a_rough_day_is_met_with_something_small(tmp_path: Path) -> None:
    """After "empty" the offers stand there; none starts by itself, and "No, thanks" ends it."""
    async with terminal(tmp_path / "data") as desk:
        await desk.enter(*HELLO)
        await desk.until(datetime(2026, 1, 5, 23, 30, tzinfo=UTC))
        shown = await desk.enter("empty", "n", "n")
        assert "Something small today." in shown
        assert all(offer in shown for offer in ("Rest stop, 3 min", "A kind word to yourself", "No, thanks"))
        assert "In danger" not in shown
        assert "Fine." in await desk.enter("no, thanks")
        assert await desk.until(datetime(2026, 1, 6, 23, 29, tzinfo=UTC)) == ""


async def test_danger_comes_first(tmp_path: Path) -> None:
    """A yes brings the safety text and the region's lines, and after discard nothing is there."""
    async with terminal(tmp_path / "data") as desk:
        await desk.enter(*HELLO, "repair", "short", "a colleague")
        shown = " ".join((await desk.enter("yes")).split())
        assert "In danger, you or someone: 111 Need to Talk: 1737, call or text" in shown
        assert "Leave this for now; safety comes first." in shown
        assert "Fine, nothing was kept." in await desk.enter("discard")
        assert "Nothing is written yet." in await desk.enter("journal last")
        await desk.enter("repair", "short", "a colleague", "not sure")
        assert "Your place is kept for 7 days." in await desk.enter("stop here and keep my place")
    async with terminal(tmp_path / "data") as desk:
        await desk.enter("practise", "go on")
        assert "Which is nearest?" in await desk.enter("go on")


async def test_risk_words_are_answered_for_her_alone(tmp_path: Path) -> None:
    """The line, then whether to keep it; below an unclear page one question, where several may be ticked."""
    async with terminal(tmp_path / "data", on_call="extension 4400") as desk:
        await desk.enter(*HELLO)
        typed = " ".join((await desk.enter("I want to die and I have clinic at nine.")).split())
        assert typed.startswith("In danger now: 111 Need to Talk: 1737, call or text")
        assert "Yours: extension 4400" in typed
        assert typed.index("nobody here has been told") < typed.index("Shall I keep these words")
        await desk.enter("no")
        page = await desk.enter("write", "A client told me she wants to kill herself.", ".")
        assert (
            page.index("Saved privately.") < page.index("In danger now: 111") < page.index("Is this about:")
        )
        said = " ".join((await desk.enter("me, someone I support")).split())
        assert said.index("nobody here has been told") < said.index("Please use your service's safety")
        assert "kill herself" in await desk.enter("journal last")


async def test_an_ending_opens_where_mending_is_not_possible(tmp_path: Path) -> None:
    """By one answer; the organisation's page stands there, and "not at all" is an answer."""
    page = "https://intranet.example.org/endings"
    async with terminal(tmp_path / "data", policy=page) as desk:
        await desk.enter(*HELLO, "repair", "short", "someone I support", "no", "trust was broken")
        await desk.enter("pass", "pass", "not that I can see", "no")
        assert "Have you looked at it for this?" in await desk.enter("begin: ending with care", "long")
        await desk.enter("not yet")
        assert page in desk.stage.seen
        await desk.enter("an open talk about ending, my supervisor knows", *["pass"] * 3)
        await desk.enter("my supervisor", "write", "name two other services", "")
        assert "Fine, no reminder. `plans` has it." in await desk.enter("not at all")


async def test_three_minutes_of_rest(tmp_path: Path) -> None:
    """Nothing on the screen for 180 seconds, then one question; what is not to be kept is nowhere."""
    async with terminal(tmp_path / "data") as desk:
        await desk.enter(*HELLO, "rest", "three minutes")
        assert await desk.until(datetime(2026, 1, 5, 8, 2, 59, 999_999, tzinfo=UTC)) == ""
        assert "What would help most now?" in await desk.until(datetime(2026, 1, 5, 8, 3, tzinfo=UTC))
        assert "in your journal?" in await desk.enter("a fresh look", "write", CANARY, ".")
        assert "Off you go, or stay a while." in await desk.enter("discard")
        assert "Nothing is written yet." in await desk.enter("journal last")
    assert hits(tmp_path, CANARY) == []


async def test_five_days_of_silence(tmp_path: Path) -> None:
    """Opened each day and closed without a word: one question, then nothing; `resume` names the next slot."""
    data = tmp_path / "data"
    async with terminal(data) as desk:
        await desk.enter(*HELLO)
    for day in (6, 7, 8, 9, 12):
        async with terminal(data, datetime(2026, 1, day, tzinfo=UTC)) as desk:
            assert desk.stage.seen.count("How much is in the tank?") == 1
    async with terminal(data, datetime(2026, 1, 13, tzinfo=UTC)) as desk:
        assert desk.stage.seen.count("Five went by, and that is fine.") == 1
    async with terminal(data, datetime(2026, 2, 12, tzinfo=UTC)) as desk:
        assert ("Five went by" in desk.stage.seen, "the tank?" in desk.stage.seen) == (False, False)
        assert "Good to see you. Tomorrow at 12:30, then." in await desk.enter("resume")
