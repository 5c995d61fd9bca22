"""What watches a server keeps up with it: alerts, metrics and their pages, and the units of systemd."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from adapters.metrics.registry import Registry
from bot.app.logs import FIELDS
from bot.app.roles import ROLES
from bot.app.serving import LEAVES_WITHIN
from bot.app.settings import variables
from bot.errors import BadSetting, KeyUnreachable
from tests.contract.test_telemetry import note_everything

ROOT = Path(__file__).resolve().parents[2]
ANALYZE = shutil.which("systemd-analyze")
UNITS = sorted((ROOT / "deploy/systemd").glob("*.service"))

_METRIC = re.compile(r"\breststop_[a-z_]+")
_RUNBOOK = re.compile(r"^#### (\w+)\n(.*?)(?=^#)", re.MULTILINE | re.DOTALL)
_FIRST_CELL = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)


def operations() -> str:
    """The page for who runs it."""
    return (ROOT / "docs/operations.md").read_text("utf-8")


def alerts() -> dict[str, dict[str, object]]:
    """Every rule, by its name."""
    [group] = yaml.safe_load((ROOT / "deploy/prometheus/alerts.yml").read_text("utf-8"))["groups"]
    return {rule["alert"]: rule for rule in group["rules"]}


def shown() -> set[str]:
    """Every name on the page of metrics, once everything was noted."""
    registry = Registry()
    note_everything(registry)
    return {found[0] for line in (registry.page() or "").splitlines() if (found := _METRIC.match(line))}


def described() -> set[str]:
    """The metrics that the page describes."""
    return {name for name in _FIRST_CELL.findall(operations()) if name.startswith("reststop_")}


def test_every_alert_has_its_runbook() -> None:
    """What it means, where to look, what to do and who is told; and none is left of an alert that is gone."""
    runbooks = {name: text for name, text in _RUNBOOK.findall(operations()) if name.startswith("Reststop")}
    assert runbooks.keys() == alerts().keys()
    for name, text in runbooks.items():
        assert re.findall(r"^- \*\*(\w+)\*\*: ", text, re.MULTILINE) == ["Means", "Look", "Do", "Tell"], name


@pytest.mark.parametrize("name", alerts())
def test_an_alert_asks_for_what_is_shown(name: str) -> None:
    """Metrics by the names that they have on the page, a severity, and a link to its runbook."""
    rule = alerts()[name]
    assert set(_METRIC.findall(str(rule["expr"]))) <= shown()
    assert rule["labels"] in ({"severity": "page"}, {"severity": "look"})
    assert rule["annotations"]["runbook"] == f"docs/operations.md#{name.lower()}"  # type: ignore[index]  # as YAML has it


def test_every_metric_is_described() -> None:
    """And none that is gone. A histogram stands there by its own name."""
    assert {re.sub(r"_(bucket|count|sum)$", "", name) for name in shown()} == described()


def test_every_field_of_the_log_is_described() -> None:
    """A line holds what the page says, and nothing else."""
    part = operations().partition("### The log")[2].partition("\n#")[0]
    assert _FIRST_CELL.findall(part) == list(FIELDS)


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_gives_away_nothing_and_waits_long_enough(unit: Path) -> None:
    """No rights that it does not need, a key that is handed over, settings that exist, time to finish."""
    given = configparser.RawConfigParser(strict=False)
    given.optionxform = str  # type: ignore[assignment,method-assign]  # as the module's own page says
    given.read(unit)
    service = given["Service"]
    assert {service[name] for name in ("NoNewPrivileges", "ProtectHome", "PrivateTmp")} == {"yes"}
    assert (service["ProtectSystem"], service["LimitCORE"], service["UMask"]) == ("strict", "0", "0077")
    assert service["CapabilityBoundingSet"] == ""
    assert service["LoadCredential"].startswith("reststop.key:")
    assert service["User"] != "root"
    assert int(service["TimeoutStopSec"]) > LEAVES_WITHIN
    stays_down = {int(code) for code in service["RestartPreventExitStatus"].split()}
    assert stays_down == {BadSetting.exit_code}
    assert KeyUnreachable.exit_code not in stays_down  # a machine that starts before its network does
    names = {one.partition("=")[0] for one in service["Environment"].split()}
    assert names <= set(variables())


@pytest.mark.skipif(ANALYZE is None, reason="there is no systemd here")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_takes_the_units(unit: Path, tmp_path: Path) -> None:
    """Without a word of doubt."""
    here = tmp_path / unit.name.replace("@.", "@worker.")
    here.write_text(unit.read_text("utf-8").replace("/opt/reststop/.venv/bin/reststop", "/bin/true"))
    looked = subprocess.run(
        [str(ANALYZE), "verify", "--man=no", str(here)], capture_output=True, text=True, check=False
    )
    assert (looked.returncode, looked.stdout, looked.stderr) == (0, "", "")


def test_the_procfile_names_roles_that_there_are() -> None:
    """And a process for each way in."""
    lines = (ROOT / "Procfile").read_text("utf-8").splitlines()
    asked = [role for line in lines if "--roles" in line for role in line.split("--roles ")[1].split(",")]
    assert set(asked) <= set(ROLES)
    assert lines[0] == "release: reststop db upgrade"


def test_each_process_of_the_procfile_is_watched_at_a_port_of_its_own() -> None:
    """Ticks and sends are counted where they happen: unwatched, an alert would call that nobody ticks."""
    lines = (ROOT / "Procfile").read_text("utf-8").splitlines()[1:]
    assert all("health" in line.split("--roles ")[1].split(",") for line in lines)
    ports = [found[1] if (found := re.search(r"RESTSTOP_PORT=(\d+)", line)) else "8000" for line in lines]
    assert sorted(set(ports)) == sorted(ports)
