"""The HTTP and WebSocket server of the loopback Slack."""

from __future__ import annotations

import json

from aiohttp import web
from yarl import URL

from tests.json_types import Json
from tests.sim.slack.answers import Refused
from tests.sim.slack.api import Api
from tests.sim.slack.core import Core
from tests.sim.slack.journal import Entry
from tests.sim.slack.oauth import CLIENT_ID
from tests.sim.slack.posting import change, post, remove


class Server:
    """Listens on 127.0.0.1 for everything that goes to slack.com, wss-primary, hooks and files.slack.com."""

    def __init__(self, core: Core) -> None:
        """Serve `core`; nothing listens yet."""
        self._core = core
        self.api = Api(core)
        app = web.Application(client_max_size=8 * 1024 * 1024)
        app.add_routes(
            [
                web.route("*", "/api/{method}", self.api.method),
                web.get("/link/", core.sockets.serve),
                web.post("/hooks/{path:.+}", self._hook),
                web.post("/upload/v1/{file}", self._upload),
                web.get("/oauth/v2/authorize", self._authorize),
            ]
        )
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)

    async def start(self, port: int) -> None:
        """Listen; with port 0, on a free one."""
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        host, bound = self._runner.addresses[0][:2]
        self._core.url = f"http://{host}:{bound}"

    async def stop(self) -> None:
        """Listen no more."""
        self._core.faults.release()
        await self._core.sockets.close()
        await self._runner.cleanup()

    async def _hook(self, request: web.Request) -> web.StreamResponse:
        raw = await request.read()
        body: Json = json.loads(raw)
        path = "/" + request.match_info["path"]
        entry = Entry(
            at=self._core.timers.clock.now(), method="response_url", workspace="", args=body, raw=raw
        )
        return await self.api.answered(request, entry, lambda: self._answer_hook(path, body))

    def _answer_hook(self, path: str, body: Json) -> web.Response:
        try:
            hook = self._core.hooks.use(path)
            if body.get("delete_original") and hook.message is not None:
                remove(self._core, hook.team, hook.channel, hook.message)
            elif body.get("replace_original") and hook.message is not None:
                change(self._core, hook.team, hook.channel, hook.message, {"blocks": []} | body)
            else:
                to = None if body.get("response_type") == "in_channel" else hook.member.id
                post(self._core, hook.team, hook.channel, body, to=to)
        except Refused as refused:
            return web.Response(status=404, text=json.dumps(refused.body()), content_type="text/plain")
        return web.Response(text="ok")

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        file = self._core.world.files.get(request.match_info["file"])
        content = await request.read()
        if request.content_type == "multipart/form-data":
            part = (await request.post()).get("file") or (await request.post()).get("filename")
            content = part.file.read() if isinstance(part, web.FileField) else str(part or "").encode()
        entry = Entry(at=self._core.timers.clock.now(), method="upload", workspace="", args={}, raw=content)

        def answer() -> web.Response:
            if file is None or len(content) != file.length:
                return web.Response(status=400, text="no such upload, or not as long as it was said to be")
            file.content = content
            return web.Response(text=f"OK - {len(content)}")

        return await self.api.answered(request, entry, answer)

    async def _authorize(self, request: web.Request) -> web.StreamResponse:
        """The page where a person agrees. Who they are and what they say comes from `User.install`."""
        asked = request.query
        if asked.get("client_id") != CLIENT_ID:
            return web.Response(status=400, text="invalid_client_id")
        team = self._core.world.teams[asked["sim_team"]]
        back: dict[str, str] = {"state": asked.get("state", "")}
        if asked.get("sim_agrees") == "1":
            back["code"] = self._core.oauth.agree(
                team,
                team.members[asked["sim_user"]],
                scopes=asked.get("scope", "").split(","),
                redirect_uri=asked.get("redirect_uri", ""),
                is_org_wide=asked.get("sim_org") == "1",
            )
        else:
            back["error"] = "access_denied"
        location = str(URL(asked.get("redirect_uri") or self._core.oauth.redirect_uri).update_query(back))
        return web.Response(status=302, headers={"Location": location})
