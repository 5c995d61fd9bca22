"""The HTTP and WebSocket server of the loopback Discord."""

from __future__ import annotations

from aiohttp import web

from tests.sim.discord.api import Api
from tests.sim.discord.core import Core


class Server:
    """Listens on 127.0.0.1 for everything that goes to discord.com, its gateway and its file server."""

    def __init__(self, core: Core) -> None:
        """Serve `core`; nothing listens yet."""
        self._core = core
        self.api = Api(core)
        app = web.Application(client_max_size=32 * 1024 * 1024)
        app.add_routes(
            [
                web.route("*", "/api/v10/{path:.*}", self.api.handle),
                web.get("/gateway/", core.gateway.serve),
                web.get("/attachments/{channel}/{file}/{name}", self._attachment),
            ]
        )
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)

    async def start(self, port: int) -> None:
        """Listen; with port 0, on a free one."""
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        host, bound = self._runner.addresses[0][:2]
        self._core.url = f"http://{host}:{bound}"
        self._core.gateway.url = f"ws://{host}:{bound}/gateway/"

    async def stop(self) -> None:
        """Listen no more."""
        self._core.faults.release()
        await self._core.gateway.stop()
        await self._runner.cleanup()

    async def _attachment(self, request: web.Request) -> web.StreamResponse:
        file = self._core.world.files.get(request.match_info["file"])
        if file is None:
            return web.Response(status=404)
        return web.Response(body=file.content)
