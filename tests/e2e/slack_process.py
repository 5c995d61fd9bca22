"""What is set for a process before a loopback Slack."""

from __future__ import annotations

from tests.sim.slack import SlackSim


def by_socket(slack: SlackSim) -> dict[str, str]:
    """Return what is set for Socket Mode."""
    return {
        "RESTSTOP_SLACK_API_URL": slack.url,
        "SLACK_BOT_TOKEN": slack.workspace("Harbour").bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
    }


def by_http(slack: SlackSim) -> dict[str, str]:
    """Return what is set for HTTP, at a free port."""
    return {
        "RESTSTOP_SLACK_API_URL": slack.url,
        "RESTSTOP_PORT": "0",
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_CLIENT_ID": slack.client_id,
        "SLACK_CLIENT_SECRET": slack.client_secret,
    }
