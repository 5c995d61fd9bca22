"""Random stories with crashes between any two steps: nothing acknowledged is lost, nothing comes twice."""

from __future__ import annotations

import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.e2e.sim_driver import Shown, Story, story_in_process

WHO = "ana"
VERBS = ["write", "again", "pause", "resume", "restart", "shut", "open", "skip"]
steps = st.one_of(
    st.tuples(st.just("clock"), st.integers(1, 2_000)),
    st.tuples(st.just("kill"), st.sampled_from(["before_commit", "after_commit", "after_send"])),
    st.tuples(st.just("tap"), st.integers(1, 5)),
    st.tuples(st.sampled_from(VERBS), st.none()),
)


class Teller:
    """Plays steps and remembers what was promised."""

    def __init__(self, story: Story) -> None:
        """Let somebody arrive on a platform, with check-ins every day at nine, UTC."""
        self.story = story
        self.letters: list[str] = []
        self.written = 0
        self.acknowledged = 0
        story.command(WHO, "start", surface="slack")
        story.press(WHO, "consent.yes")
        story.scale(WHO, "checkin.energy", 3)
        story.press(WHO, "settings.change")
        story.submit(WHO, "settings", days="daily", at="09:00", zone="UTC", quiet="none", region="GB")

    def play(self, verb: str, much: object) -> None:
        """Do one step; what came is looked through."""
        match verb, much:
            case "clock", int(minutes):
                now = datetime.fromisoformat(self.story.at)
                self.note(self.story.clock((now + timedelta(minutes=minutes)).isoformat()))
            case "kill", str(point):
                self.note(self.story.send(do="kill", at=point))
            case "tap", int(step):
                self.note(self.story.scale(WHO, "checkin.energy", step))
            case "skip", _:
                if any(control["name"] == "checkin.skip" for control in self._controls()):
                    self.note(self.story.press(WHO, "checkin.skip"))
            case "write", _:
                self.note(self.story.command(WHO, "write"))
                self.submit()
            case "again", _:
                self.submit()
            case "restart", _:
                self.note(self.story.restart())
            case "shut" | "open", _:
                self.note(self.story.send(do="direct", who=WHO, open=verb == "open"))
            case _:
                self.note(self.story.command(WHO, verb))

    def submit(self) -> None:
        """Send the form that opened last, with a number of its own."""
        try:
            self.story.form(WHO, "entry")
        except LookupError:
            return
        self.written += 1
        shown = self.story.submit(WHO, "entry", text=f"number {self.written:04}")
        self.note(shown)
        if any(record["text"] == "Saved privately." for record in shown):
            self.acknowledged = self.written

    def note(self, shown: list[Shown]) -> None:
        """Remember the check-ins that came."""
        self.letters += [record["at"] for record in shown if _is_letter(record)]

    def _controls(self) -> list[Shown]:
        return [control for record in self.story.shown for control in record["controls"] or ()]


def _is_letter(record: Shown) -> bool:
    return bool(record["text_id"] == "checkin" and record["kind"] == "card")


def _is_answer(record: Shown) -> bool:
    """Whether it answers a command; above it may stand that a letter did not reach them."""
    return not _is_letter(record) and bool(record["text_id"] != "not_reached")


@settings(max_examples=25, deadline=None)
@given(st.lists(steps, min_size=3, max_size=12), st.integers(0, 9))
def test_no_story_loses_or_doubles_anything(told: list[tuple[str, object]], seed: int) -> None:
    """At most one check-in a day, never before its hour; the last entry is an acknowledged one or newer."""
    with tempfile.TemporaryDirectory() as folder, story_in_process(Path(folder) / "data", seed=seed) as story:
        teller = Teller(story)
        for verb, much in told:
            teller.play(verb, much)
        for _ in range(
            1 + sum(verb == "kill" for verb, _ in told)
        ):  # an armed end may strike a start as well
            teller.note(story.restart())
        days = [letter[:10] for letter in teller.letters]
        assert len(days) == len(set(days))
        assert all("09:00" <= letter[11:16] < "12:00" for letter in teller.letters)
        [last] = [record for record in story.command(WHO, "journal last") if _is_answer(record)]
        if teller.acknowledged:
            assert int(last["text"].rpartition("number ")[2][:4]) >= teller.acknowledged
