"""`reststop doctor`: a line for each part, what to do where it is wrong, and nothing changed."""

from __future__ import annotations

import re
from pathlib import Path

from tests.e2e.terminal import ROOT, reststop


def _lines(data: Path, *, operator: str = "", prompts: str = "") -> tuple[int, dict[str, str]]:
    """Return the exit code, and what is said of each part and health."""
    done = reststop(data, "doctor", RESTSTOP_OPERATOR_NAME=operator, RESTSTOP_PROMPTS=prompts)
    assert done.stderr == b""
    split = [line.split(None, 2) for line in done.stdout.decode().splitlines()]
    return done.returncode, {f"{part} {health}": words for part, health, words in split}


def test_a_new_machine_needs_no_doctor(tmp_path: Path) -> None:
    """Before the first start there is nothing to mend, and looking makes nothing."""
    data = tmp_path / "data"
    code, said = _lines(data)
    assert code == 0
    assert "made at the first start" in said["data note"]
    assert "the first start makes one" in said["keys note"]
    assert re.match(r"(\d+) prompts, \1 of them not yet reviewed", said["content ok"])
    assert list(tmp_path.iterdir()) == []


def test_a_house_in_order_is_told_so(data: Path) -> None:
    """The key, the folder, who runs it."""
    code, said = _lines(data, operator="Ward 7, extension 12")
    assert code == 0
    assert said["keys ok"] == "one key file, mode 600, outside the data folder"
    assert said["data ok"].endswith("for its owner alone")
    assert said["operator ok"] == "Ward 7, extension 12"


def test_what_is_wrong_is_named_with_its_mend(data: Path, tmp_path: Path) -> None:
    """Everything in one look, exit code 1."""
    data.chmod(0o755)
    data.with_name("data.key").chmod(0o644)
    settings = tmp_path / ".env"
    settings.write_text("SLACK_CLIENT_SECRET=marlow\n")
    settings.chmod(0o644)
    prompts = tmp_path / "prompts"
    prompts.symlink_to(ROOT / "docs")
    code, said = _lines(data, prompts=str(prompts))
    assert code == 1
    assert "chmod 700" in said["data fix"]
    assert "chmod 600" in said["keys fix"]
    assert said["settings fix"].endswith("chmod 600 .env")
    assert "marlow" not in "".join(said.values())
    assert "content check" in said["content fix"]


def test_a_lost_file_is_named(data: Path, tmp_path: Path) -> None:
    """Either of the two is of no use alone, and the doctor makes no new one."""
    for name in ("keys.db", "reststop.db"):
        kept = (data / name).rename(tmp_path / name)
        code, said = _lines(data)
        assert code == 1
        assert name in said["keys fix"]
        assert not (data / name).exists()
        kept.rename(data / name)
