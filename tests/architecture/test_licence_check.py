"""The licence check reads licences as packages name them, and refuses what reaches into ours."""

import pytest

from tools.check_licences import agreed


@pytest.mark.parametrize(
    "licence",
    [
        "MIT",
        "MIT License",
        "Apache-2.0 OR BSD-3-Clause",
        "(MIT AND BSD-2-Clause) OR Apache-2.0",
        "Apache Software License; MIT License",
        "Mozilla Public License 2.0 (MPL 2.0)",
    ],
)
def test_free_licences_are_agreed_to(licence: str) -> None:
    """An SPDX expression and a row of classifiers are read alike."""
    assert agreed(licence)


@pytest.mark.parametrize(
    "licence",
    [
        "UNKNOWN",
        "",
        "LGPL-3.0-only",
        "GNU Lesser General Public License v3 (LGPLv3)",
        "MIT; GNU General Public License (GPL)",
        "(MIT OR Apache-2.0) AND GPL-3.0-or-later",
        "GPL-2.0-only OR MIT",
        "GPL-3.0-only WITH Classpath-exception-2.0",
    ],
)
def test_other_licences_wait_for_a_person(licence: str) -> None:
    """Copyleft, an unknown licence and a choice between two are for a person to decide."""
    assert not agreed(licence)
