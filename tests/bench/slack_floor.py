"""What slack_bolt does by itself: the smallest app that answers a command, in a process of its own.

`python -m tests.bench.slack_floor socket` is for one workspace over Socket Mode, as slack_bolt's guide has
it. `… web` is for many workspaces over HTTP, with the store of installations of slack_sdk on SQLite, and
everything else as it comes. Where Slack stands is read from the environment.
"""

from __future__ import annotations

import asyncio
import os
import sys

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.oauth.installation_store.models.installation import Installation
from slack_sdk.oauth.installation_store.sqlalchemy import AsyncSQLAlchemyInstallationStore
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.ext.asyncio import create_async_engine

CLIENT_ID = "sim-client"


async def over_a_socket(url: str, bot_token: str, app_token: str) -> None:
    """Answer the commands of one workspace for ever."""
    app = AsyncApp(token=bot_token, client=AsyncWebClient(token=bot_token, base_url=url))
    app.command("/reststop")(_echo)
    await AsyncSocketModeHandler(app, app_token).start_async()  # type: ignore[no-untyped-call]  # ships no type for it


def over_the_web(url: str, signing_secret: str, port: int, database: str, tokens: dict[str, str]) -> None:
    """Answer the commands of many workspaces for ever; `tokens` are theirs, by id."""
    store = AsyncSQLAlchemyInstallationStore(
        client_id=CLIENT_ID, engine=create_async_engine(f"sqlite+aiosqlite:///{database}")
    )
    asyncio.run(_install(store, tokens))
    app = AsyncApp(
        signing_secret=signing_secret, installation_store=store, client=AsyncWebClient(base_url=url)
    )
    app.command("/reststop")(_echo)
    app.start(port=port)


async def _echo(ack: AsyncAck, command: dict[str, str]) -> None:
    await ack(command["text"])


async def _install(store: AsyncSQLAlchemyInstallationStore, tokens: dict[str, str]) -> None:
    await store.create_tables()  # type: ignore[no-untyped-call]  # ships no type for it
    for team, token in tokens.items():
        kept = Installation(app_id="A1", team_id=team, user_id="U1", bot_token=token, bot_id="B1")
        await store.async_save(kept)
    await store.engine.dispose()


def main() -> None:
    """Run the app that the first argument names."""
    url = os.environ["FLOOR_SLACK_API_URL"]
    if sys.argv[1] == "socket":
        asyncio.run(over_a_socket(url, os.environ["FLOOR_BOT_TOKEN"], os.environ["FLOOR_APP_TOKEN"]))
    else:
        tokens = dict(pair.split("=") for pair in os.environ["FLOOR_TOKENS"].split(","))
        port = int(os.environ["FLOOR_PORT"])
        over_the_web(url, os.environ["FLOOR_SIGNING_SECRET"], port, os.environ["FLOOR_DATABASE"], tokens)


if __name__ == "__main__":
    main()
