"""`reststop content review`: texts are decided of from the data folder, for one organisation at a time."""

from __future__ import annotations

from pathlib import Path
from subprocess import CompletedProcess

from tests.e2e.disk import found_in
from tests.e2e.shell import command
from tests.e2e.terminal import visit

TEAM = ("--organisation", "slack/T0123")
HEARD = "wide.exposure.H01"
OWN = "Is something from this week staying with you?"
LEAD = ("--sign", "clinical lead")


def review(data: Path, *words: str, typed: bytes = b"") -> str:
    """Run the command where it can do what was asked; return what it printed."""
    done = command(data, "content", "review", *words, typed=typed)
    assert (done.returncode, done.stderr if words[:1] != TEAM[:1] else b"") == (0, b"")
    return done.stdout.decode()


def refused(data: Path, *words: str) -> CompletedProcess[bytes]:
    """Run the command where it cannot."""
    done = command(data, "content", "review", *words)
    assert (done.returncode, done.stdout) == (2, b"")
    return done


def ids(listed: str) -> list[str]:
    """Return the ids of a list."""
    return [line.split()[0] for line in listed.splitlines()[:-1]]


def test_what_waits_is_listed_signed_and_taken_back(data: Path) -> None:
    """What is held back comes first; the organisation is made with the first signature and named once."""
    visit(data)
    first = review(data, *TEAM)
    assert f"{HEARD}  What stays with us, held back until it is signed" in first.splitlines()
    assert {"safety.help_now", "safety.regions", "safety.danger", "rest_stop"} < set(ids(first))
    assert "Please name one" in refused(data).stderr.decode()
    said = command(data, "content", "review", *TEAM, HEARD, *LEAD)
    assert said.stdout.decode().startswith(f"{HEARD}: signed, clinical lead, 20")
    assert set(ids(first)) - set(ids(review(data))) == {HEARD}
    assert f"{HEARD}, version 1: signed, clinical lead, 20" in review(data, HEARD)
    assert review(data, HEARD, "--undo") == f"{HEARD} is undecided.\n"
    assert review(data, HEARD, "--undo") == f"{HEARD} was undecided.\n"
    assert review(data) == first


def test_other_words_are_asked_in_a_terminal_of_ones_own_and_lie_nowhere_in_clear(data: Path) -> None:
    """By pipe as by hand; who makes an organisation of a terminal is asked what it signed, without a mark."""
    visit(data, "1")
    here = ("--organisation", "console/local")
    command(data, "content", "review", *here, HEARD, *LEAD, "--edit", "-", typed=f"{OWN}\n".encode())
    shown = review(data, HEARD)
    assert OWN in shown
    assert "signed in other words, clinical lead, 20" in shown
    for other in ids(review(data)):
        if other.startswith("wide.exposure.") and other != HEARD:
            review(data, other, *LEAD, "--retire")
    topic = ("practise", "A question on a topic", "what stays with us")
    screen = visit(data, "3", "n", "1", *topic, "n", "n")
    asked = " ".join(screen.partition("A question about what?")[2].split())
    assert f"This one can touch something tender. \u201cNot today\u201d is a full answer. {OWN}" in asked
    assert "Not yet reviewed" not in asked
    files = [path for path in data.parent.rglob("*") if path.is_file()]
    assert [path.name for path in files if found_in(path.read_bytes(), OWN)] == []


def test_what_was_retired_is_listed_as_decided(data: Path) -> None:
    """And a flow or a safety text can be signed, and no more."""
    visit(data)
    said = command(data, "content", "review", *TEAM, "steam.emotions.E01", "--retire", *LEAD).stdout.decode()
    assert said.startswith("steam.emotions.E01: retired, clinical lead, 20")
    assert "steam.emotions.E01" not in ids(review(data))
    for text in ("rest_stop", "safety.regions"):
        assert (
            "neither put in other words nor retired" in refused(data, text, "--retire", *LEAD).stderr.decode()
        )
        assert review(data, text, *LEAD).startswith(f"{text}: signed, clinical lead, 20")
    assert "Samaritans" in review(data, "safety.regions")
    assert "pull_in (choice)" in review(data, "rest_stop")


def test_courses_and_rounds_are_read_whole_and_signed(data: Path) -> None:
    """From the first word that people meet to the last; they are put in no other words."""
    visit(data)
    course, kept = "course.two_week_starter", "round.shift_end"
    assert {f"{course}  Courses", f"{kept}  Rounds of a circle"} < set(review(data, *TEAM).splitlines())
    signed = command(data, "content", "review", *TEAM, course, *LEAD).stdout.decode()
    assert signed.startswith(f"{course}: signed, clinical lead, 20")
    shown = review(data, course)
    assert "On day 1:" in shown
    assert f"{course}, version 1: signed, clinical lead, 20" in shown
    assert "One word for the day behind us, or none." in review(data, kept)
    for text in (course, kept):
        assert "neither put in other words" in refused(data, text, "--retire", *LEAD).stderr.decode()
    assert review(data, kept, *LEAD).startswith(f"{kept}: signed, clinical lead, 20")
    assert {course, kept}.isdisjoint(ids(review(data)))
    assert review(data, course, "--undo") == f"{course} is undecided.\n"


def test_what_does_not_go_together_changes_nothing(data: Path) -> None:
    """Each gets a sentence, and exit code 2."""
    visit(data)
    for words, sentence in (
        ((HEARD, "--edit", OWN), "--sign ROLE"),
        ((HEARD, "--retire"), "--sign ROLE"),
        ((HEARD, "--retire", "--undo"), "one at a time"),
        ((HEARD, "--undo", *LEAD), "one at a time"),
        ((HEARD, "--sign", "r" * 61), "Your role, please, and not your name"),
        ((HEARD, "--edit", "Good!", *LEAD), "exclamation mark"),
        ((HEARD, "--edit", " ", *LEAD), "Some words"),
        (LEAD, "name the text"),
        (("wide.exposure.H0", *LEAD), "Near it: wide.exposure.H0"),
        (("--organisation", "T0123"), "like `reststop content review --organisation slack/T0123`"),
    ):
        named = () if "--organisation" in words else TEAM
        assert sentence in " ".join(refused(data, *named, *words).stderr.decode().split()), words
    assert "Please name one" in refused(data).stderr.decode()


def test_without_data_there_is_nothing_to_decide(tmp_path: Path) -> None:
    """And looking makes none."""
    done = command(tmp_path / "data", "content", "review", *TEAM)
    assert done.returncode != 0
    assert not (tmp_path / "data").exists()
