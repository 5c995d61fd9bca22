"""What loosens a check says why, on its own line: whoever reads it there need not guess."""

import re
from collections.abc import Iterator

import pytest

from tests.architecture.test_house import ROOT, modules

LOOSE = {
    "a broad except": re.compile(r"^\s*except\b(?:\s*:|[^:#]*\b(?:Base)?Exception\b[^:#]*:)"),
    "Any": re.compile(r"^(?!\s*from\b).*(?:[\[(:,|=]|->)\s?Any\b(?=\s*(?:[\]),|:=#]|$))"),
    "cast": re.compile(r"\bcast\("),
    "type: ignore": re.compile(r"#\s*type:\s*ignore"),
    "noqa": re.compile(r"#\s*noqa", re.IGNORECASE),
}
ANY_OF_THEM = re.compile(r"except|Any|cast|type:|noqa", re.IGNORECASE)
REASON = re.compile(r"# (?:noqa: [A-Z0-9, ]+ - |type: ignore\[[a-z, -]+\]  # )?(?!noqa|type:)\w.{3,}$")
"""A comment: behind the codes where the checker reads those, `# noqa: BLE001 - why`; otherwise by itself."""


def unexplained(line: str) -> Iterator[str]:
    """Yield what a line loosens without a reason behind it."""
    if ANY_OF_THEM.search(line) and not REASON.search(line):
        yield from (what for what, found in LOOSE.items() if found.search(line))


def test_whatever_loosens_a_check_says_why() -> None:
    """One net here, one value of a library without types there: each is meant, and says for what."""
    found = [
        f"{path.relative_to(ROOT)}:{number}: {what}"
        for path in modules("bot", "adapters", "tests", "tools")
        if path.name != "test_reasons.py"
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        for what in unexplained(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("    except Exception as fault:", "a broad except"),
        ("except:", "a broad except"),
        ("    except (OSError, BaseException):", "a broad except"),
        ("Body = dict[str, Any]", "Any"),
        ("async def ask(self, **how: Any) -> str:", "Any"),
        ('    return cast("Clock", found)', "cast"),
        ("    run()  # type: ignore[arg-type]", "type: ignore"),
        ("    random()  # noqa: S311", "noqa"),
        ("    random()  # noqa: S311 - so", "noqa"),
    ],
)
def test_a_reason_that_is_missing_is_found(line: str, what: str) -> None:
    """It is missed on each, and taken where it stands behind."""
    assert [*unexplained(line)] == [what]
    said = f"{line.removesuffix(' - so')} - why it is so" if what == "noqa" else f"{line}  # why it is so"
    assert [*unexplained(said)] == []
