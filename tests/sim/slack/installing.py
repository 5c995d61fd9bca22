"""A person installs the app with their browser: the app's page, Slack's page, and back again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

import aiohttp
from yarl import URL

from tests.sim.common.answers import NotPossible
from tests.sim.slack.world import Member, Team

_LINK = re.compile(r'href="([^"]*/oauth/v2/authorize[^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What the browser shows at the end."""

    status: int
    text: str


class Browser:
    """One person's browser, with its cookies, from `open` to `close`."""

    def __init__(self, team: Team, member: Member, origin: URL) -> None:
        """Belong to `member`. Cookies that are meant for https are kept for the app at `origin` too."""
        self._team = team
        self._member = member
        jar = aiohttp.CookieJar(unsafe=True, treat_as_secure_origin=origin)
        self._session = aiohttp.ClientSession(cookie_jar=jar)

    async def close(self) -> None:
        """Close it; its cookies are gone."""
        await self._session.close()

    async def begin(self, install_url: str) -> URL:
        """Open the app's page and return where it sends its visitor to agree.

        Raises:
            NotPossible: it neither redirects nor links there.
        """
        async with self._session.get(install_url, allow_redirects=False) as response:
            if "Location" in response.headers:
                return URL(response.headers["Location"])
            link = _LINK.search(await response.text())
        if link is None:
            raise NotPossible("the page of the app leads to no page of Slack")
        return URL(unescape(link[1]))

    async def decide(self, authorize: URL, *, agrees: bool, org_wide: bool) -> URL:
        """Agree or refuse on Slack's page, and return where it leads back to.

        Raises:
            NotPossible: Slack shows an error page instead.
        """
        who = {"sim_team": self._team.id, "sim_user": self._member.id}
        said = {"sim_agrees": str(int(agrees)), "sim_org": str(int(org_wide))}
        async with self._session.get(authorize.update_query(who | said), allow_redirects=False) as response:
            if "Location" not in response.headers:
                raise NotPossible(await response.text())
            return URL(response.headers["Location"])

    async def go(self, back: URL) -> Page:
        """Open a page."""
        async with self._session.get(back) as response:
            return Page(status=response.status, text=await response.text())
