"""Holds the locks against pyproject.toml: `python -m tools.check_lock`, a part of `make check`."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.make_locks import RESOLVER_LOCK
from tools.make_venv import CHAT_LOCK, DEV_LOCK, RUN_LOCK, SERVER_LOCK
from tools.pins import Lock, Wanted, read_lock, read_wanted
from tools.venvs import ROOT

MOST_PACKAGES = {RUN_LOCK: 35, CHAT_LOCK: 65, SERVER_LOCK: 80}
"""So few packages does Reststop need to run; more is a decision to take, with this number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Locks:
    """The four locks of the project. Each holds all of the one before it."""

    run: Lock
    chat: Lock
    server: Lock
    dev: Lock


def problems(wanted: Wanted, locks: Locks) -> list[str]:
    """Everything that is wrong with the locks, in sentences; empty when all is well."""
    each = (
        (RUN_LOCK, locks.run, wanted.in_run),
        (CHAT_LOCK, locks.chat, wanted.in_chat),
        (SERVER_LOCK, locks.server, wanted.in_server),
        (DEV_LOCK, locks.dev, wanted.in_dev),
    )
    return [
        *(
            f"{file.name}: {one}"
            for file, lock, asked in each
            for one in own_problems(lock, asked, wanted.digest)
        ),
        *(
            f"{file.name}: {one}"
            for file, lock, _ in each
            for one in size_problems(lock, MOST_PACKAGES.get(file))
        ),
        *(f"{CHAT_LOCK.name}: {one}" for one in overlap_problems(RUN_LOCK.name, locks.run, locks.chat)),
        *(f"{SERVER_LOCK.name}: {one}" for one in overlap_problems(CHAT_LOCK.name, locks.chat, locks.server)),
        *(f"{DEV_LOCK.name}: {one}" for one in overlap_problems(SERVER_LOCK.name, locks.server, locks.dev)),
    ]


def own_problems(lock: Lock, wishes: tuple[str, ...], digest: str) -> Iterator[str]:
    """What is wrong with one lock by itself: its fingerprint, its lines, its pins for each of `wishes`."""
    if lock.digest != digest:
        yield "pyproject.toml has changed since; `make lock` writes it again"
    yield from line_problems(lock)
    for wish in map(Requirement, wishes):
        versions = [pin.version for pin in lock.pins if pin.name == canonicalize_name(wish.name)]
        if not versions:
            yield f"{wish.name} is not pinned"
        for version in versions:
            if not wish.specifier.contains(version, prereleases=True):
                yield f"{wish.name} {version} does not keep to {wish}"


def line_problems(lock: Lock) -> Iterator[str]:
    """Lines that are no pin, such as addresses and options, and pins without a hash."""
    yield from (f"not a pin: {line}" for line in lock.strange)
    yield from (f"{pin.name} has no hash" for pin in lock.pins if not pin.hashed)


def size_problems(lock: Lock, most: int | None) -> Iterator[str]:
    """More packages than Reststop allows itself, where it allows itself only so many."""
    count = len({pin.name for pin in lock.pins})
    if most is not None and count > most:
        yield f"{count} packages, and {most} are the most"


def overlap_problems(name: str, smaller: Lock, larger: Lock) -> Iterator[str]:
    """Pins of one lock, called `name`, that a larger one does not repeat: tests would not test what runs."""
    for pin in smaller.pins:
        if pin not in larger.pins:
            yield f"{pin.name} {pin.version} of {name} is missing or differs"


def main() -> int:
    """Print what is wrong, or how many packages are pinned. The exit code is 1 if anything is wrong."""
    wanted = read_wanted((ROOT / "pyproject.toml").read_text("utf-8"))
    files = (RUN_LOCK, CHAT_LOCK, SERVER_LOCK, DEV_LOCK, RESOLVER_LOCK)
    run, chat, server, dev, resolver = (read_lock(lock.read_text("utf-8")) for lock in files)
    found = problems(wanted, Locks(run=run, chat=chat, server=server, dev=dev))
    found += [f"{RESOLVER_LOCK.name}: {problem}" for problem in line_problems(resolver)]
    for problem in found:
        print(problem, file=sys.stderr)
    if not found:
        counts = (
            f"{len(run.pins)} packages to run, {len(chat.pins)} with chat, {len(server.pins)} on servers,"
            f" {len(dev.pins)} with tests"
        )
        print(f"Locks: {counts}, all pinned and hashed.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
