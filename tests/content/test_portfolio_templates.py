"""Templates of a portfolio: what ships, what an organisation may bring, and the faults found in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from adapters.content import portfolio_checks
from adapters.content.loader import Report, examine, load
from bot.app.cli.content import content
from bot.app.library import library_folder
from bot.domain.portfolios import Fact, SectionKind
from bot.services.cards.accounts import EVIDENCE
from tests.content.own_pack import written
from tests.content.planted_faults import Planted
from tests.made_once import our_library

TEMPLATES = {template.id: template for template in our_library().templates()}
C = "portfolio/ce_log.yaml"
N = "portfolio/nmc_account.yaml"
S = "portfolio/supervision.yaml"
PLANTED = (
    Planted(C, "id: ce_log", "id: other", "wrong_id", "meta.id"),
    Planted(S, "title: Supervision record", "title: Continuing education log", "same_title", "meta.title"),
    Planted(C, "label: Day", "label: Minutes", "same_label", "sections.minutes"),
    Planted(C, "from: what", "from: agreed", "session_twice", "sections.took.from"),
    Planted(
        C,
        "kind: line\n    label: What it was",
        "kind: day\n    label: What",
        "session_kind",
        "sections.what.kind",
    ),
    Planted(C, "    kind: day", "    kind: line", "session_kind", "sections.day.kind"),
    Planted(C, "    from: minutes\n", "", "session_untold", "sections"),
    Planted(C, "sessions: [training]", "sessions: []", "session_unused", "sections.day.from"),
    Planted(C, "sessions: [training]", "sessions: [seance]", "not_in_list", "sessions[0]"),
    Planted(C, "Boards differ", "Boards should agree", "pressure", "about"),
    Planted(N, "hint: A course", "hint: Just a course", "pressure", "sections.activity.hint"),
    Planted(N, "label: How it bears on the Code", f"label: {'x' * 46}", "too_long", "sections.code.label"),
    Planted(N, "pages: true", "paces: true", "unknown_key", "paces"),
    Planted(N, "status: draft", "status: reviewed", "review_untold", "meta.review"),
)
OWN = """meta:
  schema: reststop/v1
  kind: portfolio
  id: ward_account
  version: 1
  locale: en
  title: Night ward account
  short_title: Night account
  review: {status: draft, author_role: clinical lead, reviewed_by_role: null, reviewed_on: null}

about: "For our own folder, once a year."
sections:
  seen:
    kind: words
    label: What the night was like
"""


@pytest.mark.parametrize("fault", PLANTED)
def test_a_fault_in_a_template_is_named(plant: Callable[[str, str, str], Report], fault: Planted) -> None:
    """With its place and its code."""
    problems = plant(fault.file, fault.old, fault.new).problems
    assert (fault.file, fault.path, fault.code) in {(p.file, p.path, p.code) for p in problems}


def test_every_code_has_a_planted_fault() -> None:
    """A check that nothing tests would be a promise that nobody keeps."""
    source = Path(portfolio_checks.__file__).read_text("utf-8")
    found = set(re.findall(r'problem\(\s*"([a-z_]+)"', source))
    assert found - {"duplicate_id"} <= {fault.code for fault in PLANTED}


def test_four_ship_and_all_are_drafts() -> None:
    """An account as a nurse in the UK gathers them, two tables, and a plain one; nobody has reviewed them."""
    assert set(TEMPLATES) == {"ce_log", "nmc_account", "own_form", "supervision"}
    assert all(template.review.is_draft for template in TEMPLATES.values())


def test_an_account_for_a_nurse_asks_four_things_and_claims_no_approval() -> None:
    """What it was, what was learned, what changed, and the Code with its four themes by their names."""
    template = TEMPLATES["nmc_account"]
    assert [section.kind for section in template.sections] == [SectionKind.WORDS] * 4
    hint = template.sections[-1].hint.lower()
    assert all(word in hint for word in ("prioritise", "effectively", "safety", "professionalism"))
    said = f"{template.title} {template.about} {template.note}".lower()
    assert "nmc-style" in said
    assert "the regulator has seen none of them" in said
    assert not re.search(r"certif|accredit|approved by|official|endorsed", said)


def test_tables_take_over_what_was_noted() -> None:
    """Supervision and training go into different ones, each with its day and its minutes."""
    logs = [template for template in TEMPLATES.values() if template.is_log]
    assert [template.id for template in logs] == ["ce_log", "supervision"]
    assert not logs[0].sessions & logs[1].sessions
    for template in logs:
        assert {Fact.DAY, Fact.MINUTES} <= {section.fact for section in template.sections}


def test_no_text_of_a_portfolio_says_that_anything_is_certified() -> None:
    """Row 24: evidence only; the board has the last word."""
    assert EVIDENCE.startswith("Evidence, not accreditation")
    for template in TEMPLATES.values():
        said = f"{template.title} {template.about} {template.note}"
        assert not re.search(
            r"certif|approved by|accredited|credits? (?:earned|awarded)", said, re.IGNORECASE
        )


def test_an_organisation_brings_its_own(tmp_path: Path) -> None:
    """In its pack, beside those that ship; checked by the same rules, and found by the id."""
    pack = written(tmp_path / "ward")
    (pack / "portfolio").mkdir()
    file = pack / "portfolio" / "ward_account.yaml"
    file.write_text(OWN, "utf-8")
    assert {one.id for one in load(library_folder(), [pack]).templates()} == {*TEMPLATES, "ward_account"}
    shown = CliRunner().invoke(content, ["preview", "ward_account", "--prompts", str(pack)]).stdout
    assert "What the night was like" in shown
    file.write_text(OWN.replace("ward_account", "night_account"), "utf-8")
    [problem] = examine(library_folder(), [pack]).problems
    assert (problem.file, problem.code) == ("packs/ward/portfolio/ward_account.yaml", "wrong_id")
    file.write_text(OWN.replace("id: ward_account", "id: nmc_account"), "utf-8")
    assert {one.code for one in examine(library_folder(), [pack]).problems} == {"wrong_id", "duplicate_id"}


@pytest.mark.parametrize("surface", ["slack", "discord"])
def test_a_template_is_shown_as_people_see_it(surface: str) -> None:
    """The card that names it, and its form."""
    shown = CliRunner().invoke(content, ["preview", "nmc_account", "--on", surface]).stdout
    assert "What I do differently since" in shown
    assert "Evidence, not accreditation" in shown
