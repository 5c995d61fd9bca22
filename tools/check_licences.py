"""Refuses dependencies under licences that we have not agreed to: `python -m tools.check_licences`."""

import json
import re
import subprocess
import sys

AGREED = frozenset(
    {
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC0-1.0",
        "ISC",
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "MPL-2.0",
        "PSF-2.0",
        "Zlib",
        # As packages without an SPDX expression name them: by classifier.
        "Apache Software License",
        "BSD License",
        "ISC License (ISCL)",
        "MIT License",
        "Mozilla Public License 2.0 (MPL 2.0)",
        "Python Software Foundation License",
    }
)
"""What may be used by anyone who runs Reststop, without obligations that reach into it. No GPL, no LGPL."""

BY_NAME = dict.fromkeys(("psycopg", "psycopg-binary", "psycopg-pool"), "LGPL-3.0-only")
"""What was agreed to by itself: the driver of PostgreSQL, in the extra for servers alone, loaded as it comes
and not a part of what we ship (docs/decisions/0020-postgresql-for-several-processes.md).
"""


def agreed(licence: str, name: str = "") -> bool:
    """Whether every licence named is agreed to, in an "A OR B" too: choosing is for a person.

    With the `name` of the package, also where that package alone was agreed to.
    """
    if licence in AGREED or (name in BY_NAME and BY_NAME[name] == licence):
        return True
    named = re.split(r"; | OR | AND ", re.sub(r"[()]", "", licence))
    return all(name.strip() in AGREED for name in named)


def known_licences() -> dict[str, str]:
    """Return the licence of each package that is installed here, as the package itself names it."""
    command = [sys.executable, "-m", "piplicenses", "--format=json", "--with-system"]
    report = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    packages: list[dict[str, str]] = json.loads(report)
    return {package["Name"]: package["License"] for package in packages}


def main() -> int:
    """Print each package whose licence is not agreed to. The exit code is 1 if there is one."""
    packages = known_licences()
    refused = {name: licence for name, licence in packages.items() if not agreed(licence, name)}
    for name, licence in refused.items():
        print(f"{name}: {licence} is not agreed to", file=sys.stderr)
    if not refused:
        print(f"Licences: {len(packages)} packages, all agreed to.")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
