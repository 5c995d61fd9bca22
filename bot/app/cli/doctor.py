"""`reststop doctor`: one line for each thing that must be right, and what to do where it is not."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

import click

from adapters.content.loader import load
from adapters.store.databases import ServerDatabases
from bot.app.bootstrap import occupy, ready_folder
from bot.app.cli.doctor_admins import examine_admins
from bot.app.cli.doctor_keys import examine_backups, examine_keys
from bot.app.cli.doctor_server import examine_server
from bot.app.databases import databases_of
from bot.app.finding import Finding
from bot.app.fitting import examine_library
from bot.app.platforms import PLATFORMS, WAYS, Kind
from bot.app.roles import is_begun, refuse_nameless, refuse_without_libraries, ways_into
from bot.app.settings import ENV_FILE, Settings, read_settings
from bot.app.system import SystemClock, local_zone
from bot.errors import FolderInUse, ReststopError
from bot.ports.vault import Secret


@click.command()
def doctor() -> None:
    """Look at the set-up and say what to mend. Nothing is changed, nobody's words are read."""
    settings = read_settings()
    findings = list(examine_all(settings))
    for finding in findings:
        click.echo(f"{finding.part:<9}{finding.health:<6}{finding.words}")
    if any(finding.health == "fix" for finding in findings):
        sys.exit(1)


def examine_all(settings: Settings) -> Iterator[Finding]:
    """Yield what was found, a part at a time; a part that cannot be looked at is itself a finding."""
    parts: tuple[tuple[str, Callable[[Settings], Iterator[Finding]]], ...] = (
        ("python", _python),
        ("settings", _settings_file),
        ("data", _data),
        ("keys", examine_keys),
        ("backup", examine_backups),
        ("content", _content),
        ("help", _help_lines),
        ("zone", _zone),
        ("operator", _operator),
        ("admin", examine_admins),
        *((kind.surface, partial(_platform, kind)) for kind in PLATFORMS),
    )
    for part, look in parts:
        try:
            yield from look(settings)
        except ReststopError as problem:
            yield Finding(part=part, health="fix", words=problem.sentence)


def _platform(kind: Kind, settings: Settings) -> Iterator[Finding]:
    ways = ways_into(kind, settings)
    if ways:
        refuse_without_libraries([kind])
        yield from kind.examine(settings, ways)


def _python(_settings: Settings) -> Iterator[Finding]:
    version = ".".join(str(part) for part in sys.version_info[:3])
    yield Finding(part="python", health="ok", words=version)


def _settings_file(settings: Settings) -> Iterator[Finding]:
    """Yield a word where other accounts may read the file of settings, and a key or a token in it."""
    secrets = [value.reveal() for _, value in settings if isinstance(value, Secret) and value]
    with suppress(OSError):
        shared = ENV_FILE.stat().st_mode & 0o077
        if shared and any(secret in ENV_FILE.read_text("utf-8") for secret in secrets):
            words = "other accounts may use .env, where a secret stands. This mends it: chmod 600 .env"
            yield Finding(part="settings", health="fix", words=words)


def _data(settings: Settings) -> Iterator[Finding]:
    databases = databases_of(settings)
    if isinstance(databases, ServerDatabases):
        yield from examine_server(databases)
        return
    if not settings.data.exists():
        words = f"{settings.data} is made at the first start"
        if ready_folder(settings.data.resolve()).exists():
            words = f"a restoring was cut off; the next start puts {settings.data} in its place"
        yield Finding(part="data", health="note", words=words)
        return
    shared = settings.data.stat().st_mode & 0o077
    if shared:
        yield Finding(
            part="data",
            health="fix",
            words=f"other accounts may enter the data folder. This mends it: chmod 700 {settings.data}",
        )
    try:
        with occupy(settings):
            pass
    except FolderInUse as problem:
        yield Finding(part="data", health="note", words=problem.sentence)
    else:
        if not shared:
            yield Finding(part="data", health="ok", words=f"{settings.data}, for its owner alone")


def _content(settings: Settings) -> Iterator[Finding]:
    report = examine_library(settings.folders)
    if report.problems:
        words = f"{len(report.problems)} problems; `reststop content check` names each"
        yield Finding(part="content", health="fix", words=words)
        return
    drafts = sum(prompt.review.is_draft for prompt in report.prompts)
    words = f"{len(report.prompts)} prompts, {drafts} of them not yet reviewed by a practitioner"
    for pack in report.packs:
        words += f"; with {pack.title}, version {pack.version}"
    yield Finding(part="content", health="ok", words=words)


def _help_lines(settings: Settings) -> Iterator[Finding]:
    today = SystemClock().now().date()
    regions = load(settings.folders.library).regions()
    stale = sorted({region.name for region in regions for line in region.lines if line.is_stale(today)})
    if stale:
        mend = "Call or visit each, then date it in prompts/safety/regions.yaml"
        words = f"not checked in the last 180 days: {', '.join(stale)}. {mend}"
        yield Finding(part="help", health="note", words=words)
    else:
        yield Finding(part="help", health="ok", words="every help line was checked in the last 180 days")


def _zone(settings: Settings) -> Iterator[Finding]:
    zone = settings.zone or local_zone()
    if zone is None:
        words = "this machine tells no time zone; RESTSTOP_ZONE can, or the settings line in the chat"
        yield Finding(part="zone", health="note", words=words)
    else:
        yield Finding(part="zone", health="ok", words=zone)


def _operator(settings: Settings) -> Iterator[Finding]:
    if any(is_begun(way, settings) for way in WAYS):
        refuse_nameless(settings)
    if settings.operator:
        yield Finding(part="operator", health="ok", words=settings.operator)
    else:
        words = "nobody is named; a server for others needs RESTSTOP_OPERATOR_NAME and _CONTACT"
        yield Finding(part="operator", health="note", words=words)
