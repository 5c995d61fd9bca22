"""Scenario 6, risk words: each gets exactly its answer, for its writer alone, and leaves no trace."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e.disk import rows
from tests.e2e.scenario_steps import WHO, do, left_behind, play, says, settling
from tests.e2e.sim_driver import Shown, Story, story_in_process
from tests.e2e.test_scenario_2 import SURFACES, settle
from tests.e2e.test_scenario_4 import LOOKING_BACK, MENDING
from tests.e2e.test_scenario_8 import BACK, PAUSING, written

ON_CALL = "extension 4400, day and night"
EMERGENCY = "In danger now: 999 or 112"
GENERAL = (
    "Samaritans: 116 123 to call, free, any hour (not yet checked here)",
    "Shout: SHOUT to 85258, by text, free, any hour (not yet checked here)",
)
ABUSE = (
    "National Domestic Abuse Helpline: 0808 2000 247 to call, free; run for women in England, any hour "
    "(not yet checked here)"
)
YOURS = f"Yours: {ON_CALL} \u00b7 someone you trust."
ALONE = "I cannot call anyone and nobody here has been told. You need not say your name or your job."
SUPPORTED = (
    "Please use your service's safety procedure and reach a person now: supervisor, on-call, emergency. "
    "Writing here informs no one and meets no duty to report."
)
HARM = (
    "Step away if you can and get someone with you now. Emergency: 999 or 112.",
    "If someone has been hurt, they need care first. Your duty to report is not met by writing here.",
)
HIGH, HIGH_CARD = "I want to die and I have clinic at nine.", (EMERGENCY, *GENERAL, YOURS, ALONE)
OTHER = "A client told me she wants to kill herself."
ROWS: dict[str, tuple[str, ...]] = {
    HIGH: HIGH_CARD,
    "Hopeless week.": ("Rough going. Your people and the lines are one tap away.",),
    "I am afraid to go home.": (EMERGENCY, ABUSE, YOURS, "Is this device safe to read on?", ALONE),
    "I slapped a resident this morning.": HARM,
    OTHER: (EMERGENCY, *GENERAL, YOURS),
    "My feet are killing me.": (),
    "A calm day and good tea.": (),
}
"""What the text looks like, and the answer to it, line by line."""
OPTIONS = [
    "me",
    "someone I support",
    "someone else (colleague, family)",
    "I might hurt someone, or have",
    "none of these",
]
TICKED: dict[tuple[str, ...], tuple[str, ...]] = {
    ("me",): (EMERGENCY, *GENERAL, YOURS, ALONE),
    ("supported",): (SUPPORTED,),
    ("harm",): HARM,
    ("me", "supported", "harm"): (EMERGENCY, *GENERAL, YOURS, ALONE, SUPPORTED, *HARM),
    ("supported", "none"): (SUPPORTED,),
    ("other",): ("The lines above are for them too, and for you.",),
    ("none",): ("Fine.",),
    (): ("Fine.",),
}


def page(story: Story, text: str) -> list[Shown]:
    """Write a page of its own."""
    story.command(WHO, "write")
    return story.submit(WHO, "entry", text=text)


def answers(shown: list[Shown]) -> list[Shown]:
    """Return the cards that a text got for what it may mean."""
    return [record for record in shown if str(record["text_id"]).startswith("danger.")]


@pytest.mark.parametrize("surface", SURFACES)
def test_each_kind_gets_exactly_its_answer(tmp_path: Path, surface: str) -> None:
    """After "Saved privately.", for her eyes alone; no question but where it is unclear, and that below."""
    with story_in_process(tmp_path / "data", operator_set={"on_call": ON_CALL}) as story:
        settle(story, "ben", surface)
        play(story, settling(surface))
        for text, lines in ROWS.items():
            saved, *answered = page(story, text)
            assert saved["text"] == "Saved privately."
            assert [record["text"] for record in answered] == (["\n\n".join(lines)] if lines else []), text
            assert {(one["to"], one["seen_by"], one["summary"]) for one in answered} <= {
                (WHO, "only_you", "For you.")
            }
            asks = [one for record in answered for one in record["controls"] if one["kind"] != "button"]
            assert [one["label"] for one in asks] == (["Is this about:"] if text == OTHER else [])
            taps = [one["name"] for record in answered for one in record["controls"][-2:]]
            assert taps == ["people.show", "help.now"] * len(answered)
            assert text in story.command(WHO, "journal last")[0]["text"]


@pytest.mark.parametrize("surface", SURFACES)
def test_several_may_be_ticked_and_none_of_it_is_kept(tmp_path: Path, surface: str) -> None:
    """Each tick has its answer on one card; not a byte of any row changes."""
    data = tmp_path / "data"
    with story_in_process(data, operator_set={"on_call": ON_CALL}) as story:
        play(story, settling(surface))
        page(story, OTHER)
        choice = story.control(WHO, "danger.about")
        assert (choice["kind"], [one["label"] for one in choice["options"]]) == ("multi", OPTIONS)
        before = rows(data)
        for ticked, lines in TICKED.items():
            [said] = story.choose(WHO, "danger.about", *ticked)
            assert (said["text"], said["seen_by"], said["to"]) == ("\n\n".join(lines), "only_you", WHO)
        assert rows(data) == before


@pytest.mark.parametrize(("surface", "tick"), [("console", "other"), ("slack", "none"), ("discord", "other")])
def test_somebody_else_is_asked_about_once_a_day(tmp_path: Path, surface: str, tick: str) -> None:
    """Not again that day, again the next; a writer at high risk gets the line each time."""
    with story_in_process(tmp_path / "data", operator_set={"on_call": ON_CALL}) as story:
        play(story, settling(surface))
        assert [one["text_id"] for one in answers(page(story, OTHER))] == ["danger.unclear"]
        story.choose(WHO, "danger.about", tick)
        assert [one["text_id"] for one in page(story, OTHER)] == ["entry.saved"]
        for _ in range(2):
            [line] = answers(page(story, HIGH))
            assert line["text"] == "\n\n".join(HIGH_CARD)
        story.clock("2026-01-05T23:59:59Z")
        assert answers(page(story, OTHER)) == []
        story.clock("2026-01-06T00:00:00Z")
        assert [one["text_id"] for one in answers(page(story, OTHER))] == ["danger.unclear"]


def in_a_flow(story: Story, text: str) -> list[Shown]:
    """Write it at a step of a flow."""
    play(story, [*PAUSING, BACK, *written("fresh", "fresh2")[:-1]])
    return story.submit(WHO, "flow.save", text=text)


def as_a_plan(story: Story, text: str) -> list[Shown]:
    """Write it as the plan that a flow ends with."""
    play(story, MENDING[:-2])
    return story.submit(WHO, "flow.save", text=text)


def at_a_check_in(story: Story, text: str) -> list[Shown]:
    """Write it under a check-in."""
    story.clock("2026-01-05T08:30:00Z")
    story.press(WHO, "checkin.write")
    return story.submit(WHO, "entry", text=text)


def typed(story: Story, text: str) -> list[Shown]:
    """Type it where no form is open."""
    return story.say(WHO, text)


def looking_back(story: Story, text: str) -> list[Shown]:
    """Write it when a plan came back."""
    play(story, [*MENDING, *LOOKING_BACK[:-1]])
    return story.submit(WHO, "entry", text=text)


def changing_a_page(story: Story, text: str) -> list[Shown]:
    """Write it over what a page said before."""
    page(story, "A calm day and good tea.")
    do(story, says("journal last", "journal.last"))
    story.press(WHO, "entry.edit")
    return story.submit(WHO, "entry", text=text)


WHERE: dict[Callable[[Story, str], list[Shown]], str] = {
    in_a_flow: "flow.keep",
    as_a_plan: "flow.rupture_repair.end_plan",
    at_a_check_in: "entry.saved",
    typed: "typed",
    looking_back: "entry.saved",
    changing_a_page: "entry.saved",
}


@pytest.mark.parametrize(
    ("where", "text"), [*((where, HIGH) for where in WHERE), (in_a_flow, OTHER), (typed, OTHER)]
)
def test_wherever_it_is_written(
    tmp_path: Path, where: Callable[[Story, str], list[Shown]], text: str
) -> None:
    """What was going on goes on: the line stands below a "Saved privately.", and above any question."""
    with story_in_process(tmp_path / "data", operator_set={"on_call": ON_CALL}) as story:
        play(story, settling("slack"))
        shown = where(story, text)
        is_saved = WHERE[where] == "entry.saved"
        went_on, line = shown if is_saved else shown[::-1]
        assert (went_on["text_id"], line["text"]) == (WHERE[where], "\n\n".join(ROWS[text]))
        assert (line["to"], line["seen_by"]) == (WHO, "only_you")


@pytest.mark.parametrize("point", ["before_commit", "after_commit"])
def test_a_crash_while_saving_loses_no_line(tmp_path: Path, point: str) -> None:
    """Sent again, the page is saved once and the line is there; only what settled the day is forgotten."""
    with story_in_process(tmp_path / "data") as story:
        play(story, settling("slack"))
        page(story, OTHER)
        story.choose(WHO, "danger.about", "other")
        story.command(WHO, "write")
        story.kill(point)
        assert story.submit(WHO, "entry", text=HIGH) == []
        assert [one["text_id"] for one in story.submit(WHO, "entry", text=HIGH)] == [
            "entry.saved",
            "danger.high",
        ]
        assert [entry["text"] for entry in left_behind(story)["entries"]] == [OTHER, HIGH]
        assert [one["text_id"] for one in answers(page(story, OTHER))] == ["danger.unclear"]


def _told(data: Path) -> dict[str, list[str]]:
    """Return every row of the main database, seals, hashes and ids by their length alone."""
    with closing(sqlite3.connect(data / "reststop.db")) as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        found = {name: database.execute(f"SELECT * FROM {name}").fetchall() for (name,) in names}  # noqa: S608 - our own tables
    return {
        name: sorted(repr([len(v) if isinstance(v, bytes) else v for v in row]) for row in each)
        for name, each in found.items()
    }


@pytest.mark.parametrize("text", [text for text, lines in ROWS.items() if lines])
def test_no_column_log_or_counter_tells_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    """The house looks as it does after a text of the same length that says nothing of this."""
    left: list[tuple[dict[str, list[str]], list[str], list[str]]] = []
    for said in (text, "a calm day and good tea with them"[: len(text)].ljust(len(text), ".")):
        caplog.clear()
        data = tmp_path / f"{len(left)}" / "data"
        with caplog.at_level(logging.DEBUG), story_in_process(data) as story:
            play(story, settling("console"))
            page(story, said)
            if said == OTHER:
                story.choose(WHO, "danger.about", "supported")
            story.clock("2026-01-06T12:00:00Z")
        logged = [one.getMessage() for one in caplog.records if one.name.startswith(("bot", "adapters"))]
        left.append((_told(data), sorted(path.name for path in data.rglob("*")), logged))
    assert left[0] == left[1]
