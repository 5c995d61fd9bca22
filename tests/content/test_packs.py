"""A pack: prompts and flows of an organisation's own beside the library, under the same rules."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from adapters.content import pack_checks
from adapters.content.loader import examine, load
from bot.app.cli.content import content
from bot.app.library import library_folder
from bot.app.settings import read_settings
from bot.errors import BadSetting
from tests.content.own_pack import FLOW, HEAD, PROMPTS, written

ASKED = "Which lamp on the corridor is kindest at four in the morning?"


def _problems(*packs: Path) -> list[tuple[str, str, str]]:
    return [(one.file, one.path, one.code) for one in examine(library_folder(), packs).problems]


def test_a_pack_stands_beside_the_library(tmp_path: Path) -> None:
    """All of ours is there, and what is theirs by its own id."""
    ours = load(library_folder())
    both = load(library_folder(), [written(tmp_path / "ward")])
    assert {one.id for one in both.prompts()} - {one.id for one in ours.prompts()} == {"ward.rest.K01"}
    assert {one.id for one in both.flows()} - {one.id for one in ours.flows()} == {"ward_handover"}
    assert {one.id for one in ours.prompts()} <= {one.id for one in both.prompts()}


PLANTED = [
    ({"prompts": PROMPTS.replace("K01", "K01").replace("ward.rest", "wide.rest")}, "rest.yaml", "wrong_id"),
    ({"prompts": PROMPTS.replace("ward.rest", "ward.thoughts")}, "rest.yaml", "wrong_id"),
    ({"prompts": PROMPTS.replace("Which lamp", "You should say which lamp")}, "rest.yaml", "pressure"),
    (
        {"prompts": PROMPTS.replace("skip", "").replace("sensitivity: 1", "skip: false")},
        "rest.yaml",
        "missing",
    ),
    ({"flow": FLOW.replace("id: ward_", "id: night_")}, "flows/ward_handover.yaml", "wrong_id"),
    ({"flow": FLOW.replace("to: heavy", "to: light")}, "flows/ward_handover.yaml", "circle"),
    ({"head": HEAD.replace("id: ward", "id: wide")}, "pack.yaml", "reserved_name"),
    ({"head": HEAD.replace("id: ward", "id: Ward 7")}, "pack.yaml", "bad_form"),
    ({"head": HEAD.replace("Night ward", "Simply nights")}, "pack.yaml", "pressure"),
    ({"head": HEAD + "regions: []\n"}, "pack.yaml", "unknown_key"),
]


@pytest.mark.parametrize(("texts", "file", "code"), PLANTED)
def test_the_same_check_reads_a_pack(tmp_path: Path, texts: dict[str, str], file: str, code: str) -> None:
    """Each fault is named with the pack's file; the rest of the library is still sound."""
    found = _problems(written(tmp_path / "ward", **texts))
    assert (f"packs/ward/{file}", code) in {(one, what) for one, _, what in found}
    assert all(one.startswith("packs/ward/") for one, _, _ in found)


def test_a_paraphrase_of_ours_is_found_in_a_pack(tmp_path: Path) -> None:
    """Whoever writes for a pack hears, of their own file, that the library asks it already."""
    ours = load(library_folder()).prompts()[0].text
    found = _problems(written(tmp_path / "ward", prompts=PROMPTS.replace(ASKED, ours)))
    assert found == [("packs/ward/rest.yaml", "prompts[ward.rest.K01].text", "alike")]


def test_two_packs_have_two_ids_and_two_folders(tmp_path: Path) -> None:
    """Neither hides the other."""
    one, other = written(tmp_path / "a" / "ward"), written(tmp_path / "b" / "ward")
    assert ("packs/ward", "", "pack_twice") in _problems(one, other)
    moved = other.rename(other.with_name("ward2"))
    assert ("packs/ward2/pack.yaml", "meta.id", "duplicate_id") in _problems(one, moved)


def test_help_lines_and_the_voice_stay_ours(tmp_path: Path) -> None:
    """A pack adds questions; it does not change who to call, or what no text says."""
    pack = written(tmp_path / "ward")
    for name in ("voice.yaml", "safety/regions.yaml"):
        (pack / name).parent.mkdir(exist_ok=True)
        (pack / name).write_text((library_folder() / name).read_text("utf-8"), "utf-8")
    assert {(file, code) for file, _, code in _problems(pack)} == {
        ("packs/ward/voice.yaml", "wrong_place"),
        ("packs/ward/safety/regions.yaml", "wrong_place"),
    }


def test_every_code_of_a_pack_has_its_planted_fault() -> None:
    """A check that nothing tests would be a promise that nobody keeps."""
    source = Path(pack_checks.__file__).read_text("utf-8")
    assert set(re.findall(r'problem\("([a-z_]+)"', source)) == {"reserved_name", "duplicate_id"}


def test_the_commands_take_a_pack(tmp_path: Path) -> None:
    """Checked, counted and shown like ours."""
    pack = str(written(tmp_path / "ward"))
    before, after = (
        json.loads(CliRunner().invoke(content, ["check", "--json", *more]).stdout)
        for more in ([], ["--prompts", pack])
    )
    assert after["by_domain"]["rest"] == before["by_domain"]["rest"] + 1
    assert (after["flows"], after["problems"]) == (before["flows"] + 1, [])
    assert (
        "With Night ward (ward), version 2."
        in CliRunner().invoke(content, ["check", "--prompts", pack]).stdout
    )
    assert ASKED in CliRunner().invoke(content, ["preview", "ward.rest.K01", "--prompts", pack]).stdout


def test_the_setting_takes_packs_and_one_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a pack.yaml stands beside what ships; one without stands in its place."""
    pack, own = written(tmp_path / "ward"), tmp_path / "own"
    monkeypatch.setenv("RESTSTOP_PROMPTS", str(pack))
    assert read_settings().folders.library == library_folder()
    monkeypatch.setenv("RESTSTOP_PROMPTS", f"{own}, {pack}")
    assert (read_settings().folders.library, read_settings().folders.packs) == (own, (pack,))
    monkeypatch.setenv("RESTSTOP_PROMPTS", f"{own},{tmp_path}")
    with pytest.raises(BadSetting, match="RESTSTOP_PROMPTS"):
        read_settings()
