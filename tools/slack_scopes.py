"""Writes docs/slack-scopes.md from adapters/slack/setup/scopes.py: `python -m tools.slack_scopes`."""

from adapters.slack.setup import scopes
from tools.venvs import ROOT

PAGE = ROOT / "docs" / "slack-scopes.md"

HEAD = """\
# What Reststop asks of a Slack workspace

For the admin of a workspace: what each permission is for, and what is missing without it.

Made from the table in `adapters/slack/setup/scopes.py` by `python -m tools.slack_scopes`; a test holds the
two together. `reststop slack manifest` prints the manifest that asks for it, and `reststop doctor` compares
it with what a token was given.

| Scope | What for | Without it |
| --- | --- | --- |
"""


def page() -> str:
    """Return the page as it should be."""
    return HEAD + "".join(map(_row, scopes.FEATURES)) + _events() + _never()


def _row(feature: scopes.Feature) -> str:
    kind = "Optional. " if feature.optional else ""
    return (
        f"| `{feature.scope}` | {feature.does} | {kind}{feature.without[0].upper()}{feature.without[1:]}. |\n"
    )


def _events() -> str:
    lines = [f"`{event}` with `{each.scope}`" for each in scopes.FEATURES for event in each.events]
    base = ", ".join(f"`{event}`" for event in scopes.BASE_EVENTS)
    return f"\nEvents: {', '.join(lines)}; and without a scope {base}.\n"


def _never() -> str:
    names = ", ".join(f"`{scope}`" for scope in sorted(scopes.NEVER))
    return f"\nNever asked for: {names}, any `admin` scope, any token of a user.\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
