"""What a trainer and the learners of a live course do, and what comes to each of them."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.e2e.sim_driver import Shown, Story
from tests.e2e.test_scenario_14 import become_admin, give

TRAINER = "tom"
LEARNER = "lena"
VIEWER = "vera"
"""Somebody who watches the recordings and was not there."""
COURSE = "ACT stance and the working relationship"
"""The course of four sessions, as it is called in the library."""
WHERE = "https://meet.example.org/evening"
FIRST = "2026-02-02"
"""Four Mondays at four in New York. Her clock is eighteen hours ahead of it."""
ZONE = "America/New_York"
DISCLOSURES = "None of us has anything to disclose."
WATCHES = "https://watch.example.org"
READS = "https://read.example.org"


def trains(story: Story, data: Path, surface: str) -> None:
    """Let somebody be a trainer of the organisation."""
    become_admin(story, data, surface)
    give(story, TRAINER, "trainer", surface)


def drafted(story: Story, *, first: str = FIRST, title: str = COURSE) -> Shown:
    """Let a course begin as a draft; return it as its trainer sees it."""
    story.command(TRAINER, "course create")
    [option] = [
        each["name"] for each in story.control(TRAINER, "course.pick")["options"] if each["label"] == title
    ]
    story.choose(TRAINER, "course.pick", option)
    return to(
        TRAINER,
        story.submit(TRAINER, "course.dates", first=first, at="16:00", zone=ZONE, where=WHERE),
    )


def entered(story: Story, *, disclosures: str = DISCLOSURES) -> Shown:
    """Let the trainer enter what an organiser says, and a link for whatever is read."""
    story.press(TRAINER, "course.details")
    form = story.form(TRAINER, "course.details")
    [links] = [field["value"] for field in form["fields"] if field["name"] == "links"]
    named = "\n".join(
        f"{line.rstrip().removesuffix(':')}: {READS}/{n}" for n, line in enumerate(links.splitlines())
    )
    return to(
        TRAINER,
        story.submit(
            TRAINER,
            "course.details",
            disclosures=disclosures,
            approvals="Approved by an invented board.",
            contact="course@example.org",
            access="access@example.org",
            links=named,
        ),
    )


def published(story: Story, *, first: str = FIRST) -> str:
    """Let a course be ready to be joined; return its code."""
    drafted(story, first=first)
    entered(story)
    return code_on(to(TRAINER, story.press(TRAINER, "course.publish")))


def code_on(card: Shown) -> str:
    """Return the code that stands on a card."""
    found = re.search(r"code is ([A-Z0-9-]+)\.", card["text"])
    assert found is not None
    return found[1]


def launched(story: Story) -> list[Shown]:
    """Let the trainer launch the course now; return what came of it."""
    opened(story)
    story.press(TRAINER, "course.launch")
    return story.press(TRAINER, "course.launch.now")


def opened(story: Story) -> Shown:
    """Let the trainer look at the course."""
    return to(TRAINER, story.command(TRAINER, "course"))


def joins(story: Story, who: str, code: str, surface: str) -> Shown:
    """Let somebody of whom nothing is known join by a code; return what they are told."""
    story.command(who, f"join {code}", surface=surface)
    story.press(who, "learn.agree")
    return to(who, story.submit(who, "learn", agreed="yes", **zone_asked(story, who)))


def zone_asked(story: Story, who: str, zone: str = "UTC") -> dict[str, str]:
    """Return the zone for the form of who joins, where it asks for one."""
    fields = [field["name"] for field in story.form(who, "learn")["fields"]]
    return {"zone": zone} if "zone" in fields else {}


def settles_in_auckland(story: Story, surface: str) -> None:
    """Let the learner have a notebook: three check-ins a week, quiet from eight to eight, far away."""
    story.command(LEARNER, "start", surface=surface)
    story.press(LEARNER, "consent.yes")
    story.command(LEARNER, "settings")
    wish = {"days": "three", "at": "12:30", "zone": "Pacific/Auckland", "quiet": "20-8", "region": "NZ"}
    story.submit(LEARNER, "settings", **wish)


def lives(story: Story, to_: str, who: str = LEARNER) -> list[Shown]:
    """Let days go by for somebody who passes each check-in by; return what came to them of a course."""
    until, came = instant(to_), list[Shown]()
    while (now := instant(story.at)) < until:
        shown = story.clock(written(min(until, now + timedelta(days=1))))
        for record in shown:
            if record["to"] == who and "checkin.skip" in names(record):
                story.press(who, "checkin.skip")
        came += [record for record in shown if record["to"] == who and is_of_course(record)]
    return came


def code_of(story: Story) -> str:
    """Return the code of the course, as its trainer reads it."""
    found = re.search(r"Code to join: (\S+)", opened(story)["text"])
    assert found is not None
    return found[1]


def recorded(story: Story, *sessions: int) -> None:
    """Let the trainer enter the recordings of some sessions."""
    opened(story)
    story.press(TRAINER, "course.change")
    story.press(TRAINER, "course.recordings")
    lines = "\n".join(f"{n} {WATCHES}/{n}" for n in sessions)
    story.submit(TRAINER, "course.recordings", links=lines)


def confirmed(story: Story, who: str, n: int, minutes: int) -> None:
    """Let the trainer confirm by hand how long somebody was in a session."""
    opened(story)
    story.press(TRAINER, "attend.show")
    story.choose(TRAINER, "attend.session", str(n))
    story.press(TRAINER, "attend.hand")
    [option] = [
        each["name"]
        for each in story.control(TRAINER, "attend.part")["options"]
        if each["label"].casefold() == who
    ]
    story.choose(TRAINER, "attend.part", option)
    story.submit(TRAINER, "attend.minutes", minutes=str(minutes))


def files_of(story: Story, kind: str) -> list[bytes]:
    """Return the files that the trainer takes along."""
    opened(story)
    story.press(TRAINER, "attend.show")
    story.press(TRAINER, "evidence.which")
    story.press(TRAINER, "evidence.accreditor" if kind == "accreditor" else "evidence.offer")
    made = story.press(TRAINER, "evidence.make")
    return [b64decode(file["base64"]) for record in made for file in record["files"] or ()]


COHORT = ("ana", "ben", "cy", "dot", "eli", "flo", "gus", "hal", "ivy", "jan", "kit", "lou")
"""Twelve who learn together."""
LAUNCHED = "2026-02-19T12:00:00Z"
"""After the third session, so that one question comes before the next."""


def cohort_begins(
    story: Story,
    data: Path,
    surface: str,
    people: Sequence[str] = COHORT,
    elsewhere: Mapping[str, str] | None = None,
) -> str:
    """Let people learn in a course that is launched after its third session; return its code.

    `elsewhere` are the surfaces of those who come by another one.
    """
    trains(story, data, surface)
    code = published(story)
    for who in people:
        joins(story, who, code, (elsewhere or {}).get(who, surface))
    story.clock(LAUNCHED)
    launched(story)
    return code


def figures(story: Story) -> str:
    """Return what the trainer is told of how the group answered."""
    opened(story)
    return str(to(TRAINER, story.press(TRAINER, "figure.show"))["text"])


def confirmed_whole(story: Story, n: int, *people: str) -> None:
    """Let the trainer confirm who was there throughout a session."""
    opened(story)
    story.press(TRAINER, "attend.show")
    story.choose(TRAINER, "attend.session", str(n))
    story.press(TRAINER, "attend.hand")
    named = {
        each["label"].casefold(): each["name"] for each in story.control(TRAINER, "attend.whole")["options"]
    }
    story.choose(TRAINER, "attend.whole", *(named[who] for who in people))


def answers_open(story: Story, who: str, text: str) -> None:
    """Let the question before the fourth session come, and somebody answer it in words of their own."""
    story.clock("2026-02-23T09:00:00Z")
    story.press(who, "push.write")
    [saved, *_] = story.submit(who, "entry", text=text)
    assert saved["text"] == "Saved privately."


def shows_a_page(story: Story, who: str, of: str = "") -> list[Shown]:
    """Let somebody show their trainers a page as `reads_before_showing` finds it; return what came of it."""
    reads_before_showing(story, who, of)
    return story.press(who, "learn.show.as_it_is")


def reads_before_showing(story: Story, who: str, of: str = "") -> Shown:
    """Let somebody read a page of theirs as their trainers would: the one to a question with these words."""
    story.command(who, "course")
    story.press(who, "learn.back")
    story.press(who, "learn.show.which")
    [page] = [
        option["name"] for option in story.control(who, "learn.show")["options"] if of in option["label"]
    ]
    return to(who, story.choose(who, "learn.show", page))


def links(record: Shown) -> list[str]:
    """Return the links that a card opens."""
    return [control["ref"] for control in record["controls"] or () if control["kind"] == "link"]


def is_of_course(record: Shown) -> bool:
    """Whether something came by itself, from a course."""
    return record["kind"] == "card" and str(record["text_id"]).partition(".")[0] in {"push", "course"}


def pushed(shown: Sequence[Shown], who: str | None = None) -> list[Shown]:
    """Return the questions of a course among what was shown, to one of them or to all."""
    return [
        record
        for record in shown
        if record["kind"] == "card" and record["text_id"] == "push" and who in {None, record["to"]}
    ]


def asks(record: Shown) -> str:
    """Return all that a card says, its questions with what is pressed below them."""
    return "\n".join((record["text"], *(control["label"] for control in record["controls"] or ())))


def names(record: Shown) -> list[str]:
    """Return what can be pressed on a card."""
    return [control["name"] for control in record["controls"] or ()]


def to(who: str, shown: Sequence[Shown]) -> Shown:
    """Return the one thing that came to somebody alone."""
    [one] = [record for record in shown if record["to"] == who]
    return one


def instant(at: str) -> datetime:
    """Read an instant."""
    return datetime.fromisoformat(at).astimezone(UTC)


def written(at: datetime) -> str:
    """Write an instant."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


TIMES: Mapping[str, str] = {
    "Recall a meeting": "2026-01-28T21:00:00Z",
    "Which part of the stance": "2026-02-03T23:00:00Z",
    "mostly in the tool": "2026-02-06T23:00:00Z",
    "what are you bringing in": "2026-02-09T19:00:00Z",
    "Name one inner signal": "2026-02-10T23:00:00Z",
    "when did you manage both": "2026-02-13T23:00:00Z",
    "Which working relationship would": "2026-02-16T19:00:00Z",
    "Is there something between you": "2026-02-17T23:00:00Z",
    "How willing are you": "2026-02-20T23:00:00Z",
    "Which small strain": "2026-02-22T21:00:00Z",
    "walk through one strain": "2026-02-24T23:00:00Z",
    "What has stayed": "2026-03-09T22:00:00Z",
}
"""When each comes to who lives in Auckland.

Before the second and third session at eight in her morning, since the course has them at seven; the last an
hour earlier, since New York moved its clock meanwhile."""
