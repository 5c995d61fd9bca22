"""What the doctor looks at of Slack: what was set, whether Slack takes it, and what it is good for."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterator

from adapters.slack.setup import scopes
from bot.app.finding import Finding, Health
from bot.app.platforms import HTTP, SOCKET
from bot.app.settings import Settings
from bot.errors import ReststopError

_WHERE = "It stands at OAuth & Permissions, Bot User OAuth Token"
_APP_WHERE = "Basic Information, App-Level Tokens"


def examine(settings: Settings, ways: Collection[str]) -> Iterator[Finding]:
    """Yield what is found of Slack, where all is set for these `ways` in."""
    shape = list(_shapes(settings))
    yield from shape
    if not shape:
        yield from asyncio.run(_asked(settings, ways))


def _shapes(settings: Settings) -> Iterator[Finding]:
    """Yield what can be seen of tokens without asking anybody: the wrong one in the wrong place."""
    for name, secret, begins, where in (
        ("SLACK_BOT_TOKEN", settings.slack_bot_token, "xoxb-", _WHERE),
        ("SLACK_APP_TOKEN", settings.slack_app_token, "xapp-", f"It stands at {_APP_WHERE}"),
    ):
        token = secret.reveal() if secret else begins
        if token.startswith("xoxe"):
            yield _found(
                "fix",
                f"{name} ends after twelve hours; a token that is set by hand has to last. Take an app"
                " without token rotation, or let people install it by HTTP.",
            )
        elif not token.startswith(begins):
            yield _found("fix", f"{name} begins with {begins}, and what is set does not. {where}.")


async def _asked(settings: Settings, ways: Collection[str]) -> list[Finding]:
    from adapters.slack.setup.checkup import Checkup  # noqa: PLC0415 - only where Slack's libraries are

    checkup = Checkup(settings.slack_api_url)
    found: list[Finding] = []
    try:
        if SOCKET in ways and settings.slack_bot_token and settings.slack_app_token:
            bot = await checkup.bot(settings.slack_bot_token)
            found += _of_bot(bot.refusal, bot.workspace, bot.scopes)
            found.append(_of_socket(await checkup.socket(settings.slack_app_token)))
        if HTTP in ways and settings.slack_client_id and settings.slack_client_secret:
            said = await checkup.credentials(settings.slack_client_id, settings.slack_client_secret)
            found.append(_of_credentials(said))
    except ReststopError as problem:
        found.append(_found("fix", f"{problem.sentence} Asked at {settings.slack_api_url}."))
    finally:
        await checkup.close()
    return found


def _of_bot(refusal: str, workspace: str, granted: frozenset[str]) -> Iterator[Finding]:
    if refusal:
        yield _found("fix", f"Slack does not take SLACK_BOT_TOKEN ({refusal}). {_WHERE}.")
        return
    yield _found("ok", f"the bot token is good, for {workspace}")
    lacking = list(scopes.lacking(granted))
    for feature in lacking:
        words = f"the token lacks {feature.scope}: {feature.without}."
        yield _found(
            "note" if feature.optional else "fix",
            f"{words} Add it at OAuth & Permissions, then reinstall.",
        )
    if not lacking:
        yield _found("ok", "it was given every scope that Reststop has a use for")
    more = sorted(granted - {feature.scope for feature in scopes.FEATURES})
    if more:
        yield _found("note", f"it may do more than Reststop needs: {', '.join(more)}. Take these away")


def _of_socket(refusal: str) -> Finding:
    if not refusal:
        return _found("ok", "the app token opens a socket")
    words = f"SLACK_APP_TOKEN opens no socket ({refusal}). It needs connections:write; {_APP_WHERE}."
    return _found("fix", words)


def _of_credentials(refusal: str) -> Finding:
    if not refusal:
        return _found("ok", "client id and secret are good; the signing secret shows with the first request")
    words = f"Slack does not take SLACK_CLIENT_ID and SLACK_CLIENT_SECRET ({refusal}). Basic Information."
    return _found("fix", words)


def _found(health: Health, words: str) -> Finding:
    return Finding(part="slack", health=health, words=words)
