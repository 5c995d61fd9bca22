"""`reststop slack`: what an admin needs to make the app at Slack. No library of Slack's is loaded."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import click

from adapters.slack.setup.manifest import manifest as slack_manifest
from bot.app.settings import read_settings


@click.group()
def slack() -> None:
    """Prepare the app at Slack."""


@slack.command()
@click.option("--http", "url", metavar="URL", help="For many workspaces: the public https address.")
def manifest(url: str | None) -> None:
    """Print the manifest to paste at api.slack.com/apps, for Socket Mode unless told otherwise."""
    address = _address(url) if url is not None else ""
    rotates = read_settings().slack_token_rotation
    made = slack_manifest("http" if address else "socket", address, rotates_tokens=rotates)
    click.echo(json.dumps(made, ensure_ascii=False, indent=2))


def _address(given: str) -> str:
    """Return a public address without a path.

    Raises:
        UsageError: Slack would not take it, or what is below it would not be ours.
    """
    url = urlsplit(given.strip())
    if url.scheme != "https" or not url.hostname or url.path not in {"", "/"} or url.query or url.fragment:
        raise click.UsageError(
            "The address begins with https:// and ends with the name: https://example.org."
        )
    return f"https://{url.netloc}"
