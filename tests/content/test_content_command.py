"""`reststop content`: what others read from it, and what a writer reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.app.cli.content import content
from bot.domain.prompts import Domain
from tests.made_once import our_library

LIBRARY = our_library()
PROMPTS, FLOWS, READINGS = len(LIBRARY.prompts()), len(LIBRARY.flows()), len(LIBRARY.readings())
TEMPLATES, ROUNDS, COURSES = len(LIBRARY.templates()), len(LIBRARY.rounds()), len(LIBRARY.courses())
RESTFUL = sum(one.id.startswith("wide.rest.") for one in LIBRARY.prompts())
_REST = f"{READINGS} cards to read, {TEMPLATES} templates, {ROUNDS} rounds, {COURSES} courses"
FOUND = f"Found {PROMPTS} prompts, {FLOWS} flows, {_REST}"
NOTHING = "Found no prompts, no flows, no cards to read, no templates, no rounds, no courses and no problems."
UNREAD = PROMPTS + FLOWS + READINGS + TEMPLATES + ROUNDS + COURSES - RESTFUL


def _run(*words: str) -> Result:
    return CliRunner().invoke(content, words)


def test_check_prints_one_json_object() -> None:
    """The keys that tools rely on, for the library that ships."""
    result = _run("check", "--json")
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    by_domain = told.pop("by_domain")
    assert told == {"prompts": PROMPTS, "flows": FLOWS, "rounds": ROUNDS, "courses": COURSES, "problems": []}
    assert list(by_domain) == [*Domain, "commons"]
    assert sum(by_domain.values()) == PROMPTS


def test_check_exits_1_and_names_the_problem(copy: Path) -> None:
    """File, path, code and message, and nothing else."""
    file = copy / "wide" / "rest.yaml"
    file.write_text(file.read_text("utf-8").replace("sort of\n", "sort of!\n"), "utf-8")
    result = _run("check", "--json", "--prompts", str(copy))
    assert result.exit_code == 1
    assert json.loads(result.stdout)["problems"] == [
        {
            "file": "wide/rest.yaml",
            "path": "prompts[wide.rest.R01].options.sort_of",
            "code": "exclamation",
            "message": "An exclamation mark stands here. End the sentence quietly.",
        }
    ]


def test_check_in_words_ends_with_counts_and_says_draft() -> None:
    """Nobody can take the library for reviewed."""
    result = _run("check")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == (
        f"{FOUND} and no problems. All are drafts, not yet reviewed by a practitioner."
    )


def test_check_in_words_has_a_problem_a_line(copy: Path) -> None:
    """A writer reads where, what and what to do."""
    (copy / "voice.yaml").unlink()
    (copy / "steam" / "empty.yaml").touch()
    result = _run("check", "--prompts", str(copy))
    assert result.exit_code == 1
    assert result.stdout.splitlines()[:2] == [
        "steam/empty.yaml: There is nothing in this file. Fill it or remove it. (empty)",
        "voice.yaml: The library needs this file. Put it back. (missing_file)",
    ]
    assert f"{FOUND} and 2 problems." in result.stdout


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("reviewed", f"{UNREAD} of them are drafts, not yet reviewed by a practitioner."),
        ("all", "All have been reviewed by a practitioner."),
        (
            "none",
            f"{NOTHING} There is nothing to review.",
        ),
    ],
)
def test_check_tells_drafts_from_reviewed(copy: Path, status: str, sentence: str) -> None:
    """As practitioners read, the sentence follows, prompt by prompt."""
    draft = "{status: draft, author_role: drafter, reviewed_by_role: null, reviewed_on: null}"
    read = "{status: reviewed, author_role: drafter, reviewed_by_role: nurse, reviewed_on: 2026-01-31}"
    for file in [
        file
        for shelf in (
            "steam/",
            "wide/",
            "flows/",
            "flows/retired/",
            "commons/",
            "portfolio/",
            "rounds/",
            "courses/",
            "read",
        )
        for file in copy.glob(f"{shelf}*.yaml")
    ]:
        if status == "none":
            file.unlink()
        elif status == "all" or file.name == "rest.yaml":
            file.write_text(file.read_text("utf-8").replace(draft, read), "utf-8")
    result = _run("check", "--prompts", str(copy))
    assert result.exit_code == 0
    assert result.stdout.rstrip().endswith(sentence)


def test_preview_shows_a_choice_as_it_would_be_asked() -> None:
    """The question, every option, a free answer, a way to pass, and what is known about it."""
    result = _run("preview", "steam.emotions.E01")
    assert result.exit_code == 0
    assert result.stdout == (
        "How it feels\n\nWhich word is nearest to today so far?\n\n"
        "  [steady]\n  [flat]\n  [tender]\n  [tense]\n  [glad]\n  [heavy]\n  [mixed]\n"
        "  [my own word]\n  [not today]\n\n"
        "id      steam.emotions.E01, version 1, en\n"
        "domain  emotions, family word-for-today\n"
        "asked   choice, 30s, sensitivity 0\n"
        "for     clinician, team, cohort\n"
        "when    any\n"
        "tags    aware\n"
        "comes   by itself\n"
        "review  draft, not yet reviewed by a practitioner\n"
    )


@pytest.mark.parametrize(
    ("prompt_id", "line"),
    [
        ("wide.attunement.N01", "  0 none ... 10 plenty"),
        ("steam.thoughts.T03", "  (a few lines of your own)"),
        ("steam.thoughts.T03", "asked   text, 30s, sensitivity 1, gentle"),
        ("steam.mentalizing.M01", "pair    steam.mentalizing.M02"),
        (
            "wide.exposure.H01",
            "comes   by itself where the organisation signed it (`content review`), else only opened",
        ),
        (
            "wide.rupture_repair.X01",
            "after   (any other answer) put_down, supervision, people, help_now, raise",
        ),
        (
            "wide.own_patterns.O01",
            "comes   only when a person opens it; marked where nobody there signed it",
        ),
    ],
)
def test_preview_shows_each_way_to_answer(prompt_id: str, line: str) -> None:
    """A scale shows its ends, a text says so, a sister is named."""
    assert line in _run("preview", prompt_id).stdout.splitlines()


def test_preview_tells_what_follows_an_answer(copy: Path) -> None:
    """A line for each, by its label."""
    file = copy / "wide" / "rest.yaml"
    after = "after: {eaten: {say: Fine., offer: [people, raise]}, _: {offer: [rest_stop]}}"
    file.write_text(file.read_text("utf-8").replace("    options:", f"    {after}\n    options:", 1), "utf-8")
    shown = _run("preview", "wide.rest.R01", "--prompts", str(copy)).stdout
    assert 'after   [yes] "Fine.", people, raise\n        (any other answer) rest_stop\n' in shown


def test_preview_tells_who_reviewed(copy: Path) -> None:
    """By role and day, never by name."""
    file = copy / "wide" / "rest.yaml"
    read = "{status: reviewed, author_role: drafter, reviewed_by_role: nurse, reviewed_on: 2026-01-31}"
    draft = "{status: draft, author_role: drafter, reviewed_by_role: null, reviewed_on: null}"
    file.write_text(file.read_text("utf-8").replace(draft, read), "utf-8")
    result = _run("preview", "wide.rest.R01", "--prompts", str(copy))
    assert result.stdout.endswith("review  reviewed by nurse on 2026-01-31\n")


def test_preview_shows_a_flow_step_by_step() -> None:
    """Every step with its answers and where they lead, and what is known about the flow."""
    result = _run("preview", "rest_stop")
    assert result.exit_code == 0
    steps = result.stdout.split("\n\n")
    assert steps[0] == "Rest stop"
    assert steps[2] == (
        "settle (say)\n"
        "  Rest your eyes, or a hand, on something that asks nothing of you. Breathe as you do anyway. "
        "I will be back.\n"
        "  (quiet for 1 min or 3 min, as chosen at pull_in)\n"
        "  -> need"
    )
    assert steps[6] == (
        "people2 (choice)\n"
        "  Your list of trusted people is yours to use. Want to see it?\n"
        "  [show it to me] -> people3\n"
        "  [not now] -> done\n"
        "  [pass] -> done"
    )
    assert steps[-2] == "done (ends: rested)\n  Off you go, or stay a while."
    assert steps[-1] == (
        "id      rest_stop, version 1, en\n"
        "domain  rest\n"
        "forms   Rest stop\n"
        "asked   2min, sensitivity 0, gentle, at most 3 questions\n"
        "for     clinician, team, cohort\n"
        "comes   only when a person begins it; marked where nobody there signed it\n"
        "review  draft, not yet reviewed by a practitioner\n"
    )


@pytest.mark.parametrize(
    ("flow_id", "part"),
    [
        ("rupture_repair", "  [yes] -> urgent\n\n"),
        (
            "rupture_repair",
            "  (shows help_now)\n  [go on] -> kind\n  [stop here and keep my place] -> end_paused\n",
        ),
        ("rupture_repair", "  (no end yet: the place is kept)\n"),
        ("rupture_repair", "  (asks whether to keep what was written)\n"),
        ("rupture_repair", "  (offers ending_well)\n"),
        ("rupture_repair", "back? [in two days] [in a week] [in two weeks] [another day] [not at all]\n"),
        (
            "rupture_repair",
            "The short way\n  leaves out listen, protect, feel\n  valid: Had you only listened:",
        ),
        ("rupture_repair", "  [not yet] -> another day\n"),
        (
            "rupture_repair",
            "Other words with `colleague` at open (colleague)\n  listen: If you had heard your colleague out",
        ),
        ("rupture_repair", "  valid, on the short way: Had you heard them out"),
        ("rupture_repair", "at most 13 questions, 10 on the short way\n"),
        ("fit_and_referral", "  0 nothing yet ... 10 a great deal\n"),
        ("fit_and_referral", "  (only with `consent` at refer1; else plan_consent)\n"),
        ("boundaries_review", "  (shows admin_policy)\n"),
        ("boundaries_review", "  (up to 3 of them)\n"),
        ("hard_one", "  (a few lines of your own, gone after some days)\n"),
    ],
)
def test_preview_shows_all_that_a_flow_can_hold(flow_id: str, part: str) -> None:
    """What is shown beside a step, what an end offers, and what the short way leaves out."""
    assert part in _run("preview", flow_id).stdout


def test_preview_of_an_unknown_id_is_wrong_usage(copy: Path) -> None:
    """Exit 2, with the ids it may have been, and a word on files that could not be read."""
    result = _run("preview", "steam.emotion.E01")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "steam.emotions.E01" in result.stderr
    assert "rest_stop" in _run("preview", "reststop").stderr
    assert "could not be read" not in result.stderr
    (copy / "steam" / "emotions.yaml").write_text("meta: [", "utf-8")
    result = _run("preview", "steam.emotions.E01", "--prompts", str(copy))
    assert result.exit_code == 2
    assert "could not be read" in result.stderr


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    """Exit 2, as for any wrong word on the command line."""
    assert _run("check", "--prompts", str(tmp_path / "nowhere")).exit_code == 2
