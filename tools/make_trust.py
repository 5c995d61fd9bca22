"""Writes what of docs/trust is made from code and locks: `make trust`."""

from tools import acceptance, make_sbom, trust_scopes, trust_tables
from tools.venvs import ROOT

TRUST = ROOT / "docs" / "trust"
PAGES = {
    TRUST / "acceptance.md": acceptance.page,
    TRUST / "data-classes.md": trust_tables.page,
    TRUST / "scopes.md": trust_scopes.page,
    make_sbom.SBOM: make_sbom.sbom,
}
"""Each file and what makes its text."""

if __name__ == "__main__":
    for path, made in PAGES.items():
        path.write_text(made(), "utf-8")
