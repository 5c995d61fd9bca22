"""`reststop content`: what others read from it, and what a writer reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.app.cli.content import content
from bot.domain.prompts import Domain


def _run(*words: str) -> Result:
    return CliRunner().invoke(content, words)


def test_check_prints_one_json_object() -> None:
    """The keys that tools rely on, for the library that ships."""
    result = _run("check", "--json")
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    by_domain = told.pop("by_domain")
    assert told == {"prompts": 31, "flows": 8, "rounds": 0, "courses": 0, "problems": []}
    assert list(by_domain) == [*Domain, "commons"]
    assert sum(by_domain.values()) == 31


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
        "Found 31 prompts, 8 flows and no problems. All are drafts, not yet reviewed by a practitioner."
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
    assert "Found 31 prompts, 8 flows and 2 problems." in result.stdout


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("reviewed", "38 of them are drafts, not yet reviewed by a practitioner."),
        ("all", "All have been reviewed by a practitioner."),
        ("none", "Found no prompts, no flows and no problems. There is nothing to review."),
    ],
)
def test_check_tells_drafts_from_reviewed(copy: Path, status: str, sentence: str) -> None:
    """As practitioners read, the sentence follows, prompt by prompt."""
    draft = "{status: draft, author_role: drafter, reviewed_by_role: null, reviewed_on: null}"
    read = "{status: reviewed, author_role: drafter, reviewed_by_role: nurse, reviewed_on: 2026-01-31}"
    for file in [file for shelf in ("steam", "wide", "flows") for file in copy.glob(f"{shelf}/*.yaml")]:
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
        "review  draft, not yet reviewed by a practitioner\n"
    )


@pytest.mark.parametrize(
    ("prompt_id", "line"),
    [
        ("wide.attunement.N01", "  0 none ... 10 plenty"),
        ("steam.thoughts.T03", "  (a few lines of your own)"),
        ("steam.thoughts.T03", "asked   text, 30s, sensitivity 1, gentle"),
        ("steam.mentalizing.M01", "pair    steam.mentalizing.M02"),
    ],
)
def test_preview_shows_each_way_to_answer(prompt_id: str, line: str) -> None:
    """A scale shows its ends, a text says so, a sister is named."""
    assert line in _run("preview", prompt_id).stdout.splitlines()


def test_preview_tells_who_reviewed(copy: Path) -> None:
    """By role and day, never by name."""
    file = copy / "wide" / "rest.yaml"
    read = "{status: reviewed, author_role: drafter, reviewed_by_role: nurse, reviewed_on: 2026-01-31}"
    draft = "{status: draft, author_role: drafter, reviewed_by_role: null, reviewed_on: null}"
    file.write_text(file.read_text("utf-8").replace(draft, read), "utf-8")
    result = _run("preview", "wide.rest.R01", "--prompts", str(copy))
    assert result.stdout.endswith("review  reviewed by nurse on 2026-01-31\n")


def test_preview_of_an_unknown_id_is_wrong_usage(copy: Path) -> None:
    """Exit 2, with the ids it may have been, and a word on files that could not be read."""
    result = _run("preview", "steam.emotion.E1")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "steam.emotions.E01" in result.stderr
    assert "could not be read" not in result.stderr
    (copy / "steam" / "emotions.yaml").write_text("meta: [", "utf-8")
    result = _run("preview", "steam.emotions.E01", "--prompts", str(copy))
    assert result.exit_code == 2
    assert "could not be read" in result.stderr


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    """Exit 2, as for any wrong word on the command line."""
    assert _run("check", "--prompts", str(tmp_path / "nowhere")).exit_code == 2
