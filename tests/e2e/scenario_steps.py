"""A scenario as a list of steps, each done again until it is answered, and what it leaves behind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.e2e.sim_driver import Shown, Story
from tests.e2e.test_scenario_15 import export
from tests.json_types import Json

WHO = "ana"
MOST_TRIES = 3
"""How often a step is done again that was not answered."""

_WORKINGS = frozenset({"id", "ref", "wakes", "version", "made_at"})
"""What the house numbers by itself: another number after a crash is no other state."""
_OF_A_LOOK = "file_ends"
"""What looking leaves where a platform keeps a copy of the export: it goes by itself."""
_LEFT = ("entries", "drafts", "plans", "my_people", "open_flows", "stays_closed")

Act = Callable[[Story], list[Shown]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that somebody does. It is answered when one of the `until` cards comes.

    `over` is what may come instead where the step was cut off after its commit: it was done already.
    """

    act: Act
    until: str
    over: str = ""


def says(words: str, until: str, **also: object) -> Step:
    """Type a command."""
    return Step(act=lambda story: story.command(WHO, words, **also), until=until)


def begins(words: str, until: str) -> Step:
    """Begin a flow by its word; who began it already, and did not see it, goes on."""
    return Step(act=lambda story: _into(story, story.command(WHO, words)), until=until)


def begins_next(flow: str, until: str) -> Step:
    """Begin the flow that was offered next, as `begins` does; who missed the offer finds it in the list."""

    def act(story: Story) -> list[Shown]:
        if any(record["text_id"] == "flow.closed" for record in story.shown):
            story.command(WHO, "practise")
            return _into(story, story.choose(WHO, "flow.choose", flow))
        return _into(story, story.press(WHO, "flow.start"))

    return Step(act=act, until=until)


def presses(name: str, until: str, over: str = "") -> Step:
    """Press the button of this name that was seen last."""
    return Step(act=lambda story: story.press(WHO, name), until=until, over=over)


def chooses(name: str, *values: str, until: str, over: str = "") -> Step:
    """Choose by the names of options."""
    return Step(act=lambda story: story.choose(WHO, name, *values), until=until, over=over)


def writes(name: str, until: str, over: str = "", **values: object) -> Step:
    """Send the form of this name that opened last."""
    return Step(act=lambda story: story.submit(WHO, name, **values), until=until, over=over)


def waits(to: str, until: str) -> Step:
    """Let time pass, and sit down again at whatever was closed meanwhile."""

    def act(story: Story) -> list[Shown]:
        return [*story.clock(to), *story.send(do="direct", who=WHO, open=True)]

    return Step(act=act, until=until)


def play(story: Story, steps: Sequence[Step], before: Callable[[Story, int], None] | None = None) -> None:
    """Do all steps in order; `before` is called with the number of each, and may end the house."""
    for number, step in enumerate(steps):
        if before is not None:
            before(story, number)
        do(story, step)


def do(story: Story, step: Step) -> list[Shown]:
    """Do one step, again if need be, as who got no answer would; return what came of the last time."""
    wanted = step.until.split()
    for _ in range(MOST_TRIES):
        shown = step.act(story)
        if any(record["text_id"] in wanted for record in shown):
            return shown
        wanted += step.over.split()
    raise AssertionError(f"never answered: {step.until}")


def left_behind(story: Story) -> Json:
    """Return what somebody could read now: all that is kept, what is still to come, and what is listed."""
    story.send(do="direct", who=WHO, open=True)
    listed = [record["text"] for word in ("plans", "journal last") for record in story.command(WHO, word)]
    held = export(story, WHO)
    coming = [(row["kind"], _when(row)) for row in held["coming"] if row["kind"] != _OF_A_LOOK]
    return {"listed": listed, "coming": sorted(coming)} | {part: _told(held[part]) for part in _LEFT}


def _into(story: Story, shown: list[Shown]) -> list[Shown]:
    is_open = any(record["text_id"] == "flow.middle" for record in shown)
    return story.press(WHO, "flow.on") if is_open else shown


def _when(row: Mapping[str, str]) -> str:
    """Return when something comes; of the daily look through a journal nothing, since its minute is drawn."""
    return "daily" if row["kind"] == "keeping" else row["due_at"]


def _told(part: object) -> object:
    """Return a part of the export without what the house numbers by itself."""
    match part:
        case dict():
            return {name: _told(value) for name, value in part.items() if name not in _WORKINGS}
        case list():
            return [_told(each) for each in part]
        case _:
            return part


def settling(surface: str) -> list[Step]:
    """Say yes and choose three mornings a week, in UTC, so that a week has no silence to ask about."""
    wish = {"days": "three", "at": "08:30", "zone": "UTC", "quiet": "20-8", "region": "GB"}
    return [
        says("start", "consent", surface=surface),
        presses("consent.yes", "checkin.first settings.offer"),
        says("settings", "settings.form"),
        writes("settings", "settings.changed", **wish),
    ]
