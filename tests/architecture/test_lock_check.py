"""The lock check finds what would let something unpinned, unhashed or unasked-for in."""

import pytest

from tools.check_lock import Locks, problems
from tools.pins import STAMP, read_lock, read_wanted

WANTED = read_wanted(
    """
    build-system.requires = ["setuptools>=80"]
    [project]
    dependencies = ["click>=8.3", "PyYAML>=6"]
    optional-dependencies.slack = ["slack-sdk>=3"]
    optional-dependencies.dev = ["pytest>=9,<10"]
    """
)
HASH = f" \\\n    --hash=sha256:{'0a' * 32}"
HEAD = f"{STAMP}{WANTED.digest}\n# Written by a tool.\n"
RUN = f"{HEAD}click==8.5.1{HASH}{HASH}\n    # via x\npyyaml==6.0.3{HASH}\nsetuptools==84.2.1{HASH}\n"
CHAT = f"{RUN}slack-sdk==3.47{HASH}\n"
DEV = f"{CHAT}colorama==0.4.6 ; sys_platform == 'win32'{HASH}\npytest==9.2.0{HASH}\n"


def found(run: str, dev: str, chat: str = CHAT) -> list[str]:
    """What the check says about the locks, given as text."""
    return problems(WANTED, Locks(run=read_lock(run), chat=read_lock(chat), dev=read_lock(dev)))


def test_good_locks_have_no_problem() -> None:
    """Markers, several hashes, comments and a name in other letters are all fine."""
    assert found(RUN, DEV) == []


def test_other_dependencies_make_a_lock_stale() -> None:
    """A wish changed in pyproject.toml is seen even where every pin still keeps to it."""
    stale = RUN.replace(WANTED.digest, "0" * 64)
    assert found(stale, DEV) == [
        "requirements.lock: pyproject.toml has changed since; `make lock` writes it again"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://example.org/simple",
        "--find-links ./wheels",
        "-e .",
        "evil @ https://example.org/evil.whl",
        "# see https://example.org",
        "click>=8",
    ],
)
def test_only_pins_may_stand_in_a_lock(line: str) -> None:
    """An option, an address, a path or a range is named as what it is."""
    assert found(f"{RUN}{line}\n", DEV) == [f"requirements.lock: not a pin: {line}"]


def test_pin_without_hash_is_named() -> None:
    """One missing hash is enough."""
    assert found(RUN, DEV.replace(f"pytest==9.2.0{HASH}", "pytest==9.2.0")) == [
        "requirements-dev.lock: pytest has no hash"
    ]


def test_pin_outside_its_range_is_named() -> None:
    """A lock edited by hand cannot leave what pyproject.toml allows."""
    assert found(RUN, DEV.replace("pytest==9.2.0", "pytest==10.0")) == [
        "requirements-dev.lock: pytest 10.0 does not keep to pytest<10,>=9"
    ]


def test_missing_dependency_is_named() -> None:
    """What is asked for has to be pinned, the build's requirement and the libraries of chats too."""
    without = RUN.replace(f"setuptools==84.2.1{HASH}\n", "")
    assert found(without, DEV) == ["requirements.lock: setuptools is not pinned"]
    assert found(RUN, DEV, RUN) == ["requirements-chat.lock: slack-sdk is not pinned"]


def test_tests_run_on_what_runs() -> None:
    """A pin that differs between the locks is named, from the smallest to the largest."""
    assert found(RUN, DEV.replace("click==8.5.1", "click==8.5.0")) == [
        "requirements-dev.lock: click 8.5.1 of requirements-chat.lock is missing or differs"
    ]
    assert found(RUN, DEV, CHAT.replace("click==8.5.1", "click==8.5.0")) == [
        "requirements-chat.lock: click 8.5.1 of requirements.lock is missing or differs",
        "requirements-dev.lock: click 8.5.0 of requirements-chat.lock is missing or differs",
    ]


@pytest.mark.parametrize(("most", "lock"), [(35, "requirements.lock"), (65, "requirements-chat.lock")])
def test_too_many_packages_are_counted(most: int, lock: str) -> None:
    """The package beyond is a decision, not an accident: fewer for a terminal than with a chat."""
    run, chat, dev = RUN, CHAT, DEV
    more = "".join(f"extra-{number}==1{HASH}\n" for number in range(most - 3 - (most == 65)))
    full = (run + more if most == 35 else run, dev + more, chat + more)
    assert found(*full) == []
    one = f"one-more==1{HASH}\n"
    full = (full[0] + one if most == 35 else run, full[1] + one, full[2] + one)
    assert found(*full) == [f"{lock}: {most + 1} packages, and {most} are the most"]
