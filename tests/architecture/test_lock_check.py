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
    optional-dependencies.postgres = ["psycopg>=3"]
    optional-dependencies.dev = ["pytest>=9,<10"]
    """
)
HASH = f" \\\n    --hash=sha256:{'0a' * 32}"
HEAD = f"{STAMP}{WANTED.digest}\n# Written by a tool.\n"
RUN = f"{HEAD}click==8.5.1{HASH}{HASH}\n    # via x\npyyaml==6.0.3{HASH}\nsetuptools==84.2.1{HASH}\n"
CHAT = f"{RUN}slack-sdk==3.47{HASH}\n"
SERVER = f"{CHAT}psycopg==3.3.9{HASH}\n"
DEV = f"{SERVER}colorama==0.4.6 ; sys_platform == 'win32'{HASH}\npytest==9.2.0{HASH}\n"


def found(run: str, dev: str, chat: str = CHAT, server: str = SERVER) -> list[str]:
    """What the check says about the locks, given as text."""
    locks = Locks(run=read_lock(run), chat=read_lock(chat), server=read_lock(server), dev=read_lock(dev))
    return problems(WANTED, locks)


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
    """What is asked for has to be pinned, the build's requirement and libraries of chats and servers too."""
    without = RUN.replace(f"setuptools==84.2.1{HASH}\n", "")
    assert found(without, DEV) == ["requirements.lock: setuptools is not pinned"]
    assert found(RUN, DEV, RUN) == ["requirements-chat.lock: slack-sdk is not pinned"]
    assert found(RUN, DEV, CHAT, CHAT) == ["requirements-server.lock: psycopg is not pinned"]


def test_tests_run_on_what_runs() -> None:
    """A pin that differs between the locks is named, from the smallest to the largest."""
    assert found(RUN, DEV.replace("click==8.5.1", "click==8.5.0")) == [
        "requirements-dev.lock: click 8.5.1 of requirements-server.lock is missing or differs"
    ]
    assert found(RUN, DEV, CHAT.replace("click==8.5.1", "click==8.5.0")) == [
        "requirements-chat.lock: click 8.5.1 of requirements.lock is missing or differs",
        "requirements-server.lock: click 8.5.0 of requirements-chat.lock is missing or differs",
    ]


@pytest.mark.parametrize(
    ("most", "lock"),
    [(35, "requirements.lock"), (65, "requirements-chat.lock"), (80, "requirements-server.lock")],
)
def test_too_many_packages_are_counted(most: int, lock: str) -> None:
    """The package beyond is a decision, not an accident: fewest for a terminal, most on servers."""

    def beyond(count: int) -> list[str]:
        """What the check says where the lock has `count` packages, and each larger one holds them too."""
        least = {"requirements.lock": 3, "requirements-chat.lock": 4, "requirements-server.lock": 5}
        more = "".join(f"extra-{number}==1{HASH}\n" for number in range(count - least[lock]))
        run = RUN + more if lock == "requirements.lock" else RUN
        chat = CHAT if lock == "requirements-server.lock" else CHAT + more
        return found(run, DEV + more, chat, SERVER + more)

    assert beyond(most) == []
    assert beyond(most + 1) == [f"{lock}: {most + 1} packages, and {most} are the most"]
