"""Holds the locks against pyproject.toml: `python -m tools.check_lock`, a part of `make check`."""

import sys
from collections.abc import Iterator

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.make_locks import RESOLVER_LOCK
from tools.make_venv import DEV_LOCK, RUN_LOCK
from tools.pins import Lock, Wanted, read_lock, read_wanted
from tools.venvs import ROOT

MOST_PACKAGES = 35
"""So few packages does Reststop need to run; more is a decision to take, with this number."""


def problems(wanted: Wanted, run: Lock, dev: Lock) -> list[str]:
    """Everything that is wrong with the two locks, in sentences; empty when all is well."""
    return [
        *(f"{RUN_LOCK.name}: {problem}" for problem in own_problems(run, wanted.in_run, wanted.digest)),
        *(f"{DEV_LOCK.name}: {problem}" for problem in own_problems(dev, wanted.in_dev, wanted.digest)),
        *(f"{RUN_LOCK.name}: {problem}" for problem in size_problems(run)),
        *(f"{DEV_LOCK.name}: {problem}" for problem in overlap_problems(run, dev)),
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


def size_problems(run: Lock) -> Iterator[str]:
    """More packages than Reststop allows itself."""
    if (count := len({pin.name for pin in run.pins})) > MOST_PACKAGES:
        yield f"{count} packages, and {MOST_PACKAGES} are the most"


def overlap_problems(run: Lock, dev: Lock) -> Iterator[str]:
    """Pins of the run lock that the dev lock does not repeat: tests would not test what runs."""
    for pin in run.pins:
        if pin not in dev.pins:
            yield f"{pin.name} {pin.version} of {RUN_LOCK.name} is missing or differs"


def main() -> int:
    """Print what is wrong, or how many packages are pinned. The exit code is 1 if anything is wrong."""
    wanted = read_wanted((ROOT / "pyproject.toml").read_text("utf-8"))
    run, dev, resolver = (read_lock(lock.read_text("utf-8")) for lock in (RUN_LOCK, DEV_LOCK, RESOLVER_LOCK))
    found = problems(wanted, run, dev)
    found += [f"{RESOLVER_LOCK.name}: {problem}" for problem in line_problems(resolver)]
    for problem in found:
        print(problem, file=sys.stderr)
    if not found:
        print(f"Locks: {len(run.pins)} packages to run, {len(dev.pins)} with tests, all pinned and hashed.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
