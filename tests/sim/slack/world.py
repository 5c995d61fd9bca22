"""Who and what is on the loopback Slack: organisations, workspaces, users, channels, messages, files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from tests.json_types import Json
from tests.sim.common.clock import Timers
from tests.sim.slack.answers import Refused
from tests.sim.slack.ids import Ids

Kind = Literal["im", "public", "private"]
TOMBSTONE = "tombstone"
Role = Literal["member", "admin", "owner", "primary_owner", "guest", "single_channel_guest"]
"""What somebody is in a workspace. Whoever is more is all that is less: an owner is an admin, too."""


@dataclass(kw_only=True)
class Org:
    """An Enterprise organisation."""

    id: str
    name: str
    admins: set[str] = field(default_factory=set)
    """The ids of those who look after all of it."""


@dataclass(kw_only=True)
class Member:
    """A user of one workspace, a bot's among them."""

    id: str
    team_id: str
    name: str
    tz: str
    role: Role = "member"
    is_bot: bool = False
    is_deleted: bool = False
    dnd: tuple[datetime, datetime] | None = None
    """The next time without notifications, from and to."""
    updated: float = 0.0
    wishes: str = ""
    """What they wish to be called, if not by their name."""


@dataclass(kw_only=True)
class File:
    """An uploaded file."""

    id: str
    team_id: str
    name: str
    length: int
    alt: str = ""
    title: str = ""
    content: bytes | None = None
    is_complete: bool = False
    is_deleted: bool = False


@dataclass(kw_only=True, eq=False)
class Message:
    """A message as it stands now. An ephemeral one has `to`, the only user who sees it."""

    ts: str
    channel: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    bot_id: str | None = None
    subtype: str | None = None
    metadata: Json | None = None
    edited: str | None = None
    to: str | None = None
    thread_ts: str | None = None
    """The message below which it stands."""
    files: list[File] = field(default_factory=list)
    state: dict[str, dict[str, Json]] = field(default_factory=dict)
    """What is chosen in its selects, by block and action."""

    @property
    def is_ephemeral(self) -> bool:
        """Whether only one user sees it, and Slack does not keep it."""
        return self.to is not None

    @property
    def is_tombstone(self) -> bool:
        """Whether it was deleted, and stands only for those below it."""
        return self.subtype == TOMBSTONE


@dataclass(kw_only=True)
class Channel:
    """A channel, or the direct messages of the app with one user.

    Who runs a workspace may let only some post in it (`lets_apps_post`), may close threads in it to answers,
    by the `ts` of what they stand below, and may delete all of it.
    """

    id: str
    team_id: str
    name: str
    kind: Kind
    members: set[str]
    user: str | None = None
    """The one whom a direct channel is with."""
    is_archived: bool = False
    is_deleted: bool = False
    lets_apps_post: bool = True
    locked_threads: set[str] = field(default_factory=set)
    created: float
    messages: list[Message] = field(default_factory=list)

    def message(self, ts: str) -> Message:
        """Return a message that can be changed: never an ephemeral one.

        Raises:
            Refused: message_not_found.
        """
        for message in reversed(self.messages):
            if message.ts == ts and not message.is_ephemeral and not message.is_tombstone:
                return message
        raise Refused("message_not_found")

    def below(self, ts: str) -> list[Message]:
        """Return what stands in the thread below a message, the oldest first."""
        return [each for each in self.messages if each.thread_ts == ts and not each.is_ephemeral]


@dataclass(kw_only=True)
class Team:
    """A workspace. `bot_user` and `bot_id` are those that the app has in it, installed or not."""

    id: str
    name: str
    domain: str
    org: Org | None
    bot_user: str
    bot_id: str
    members: dict[str, Member] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    directs: dict[str, Channel] = field(default_factory=dict)
    """The direct channels that were ever opened, by user."""

    def member(self, user: str, *, error: str = "user_not_found") -> Member:
        """Return one of its users.

        Raises:
            Refused: with `error`, if there is none.
        """
        if user not in self.members:
            raise Refused(error)
        return self.members[user]


class World:
    """Everything that Slack keeps, whether an app runs or not."""

    def __init__(self, timers: Timers, ids: Ids) -> None:
        """Begin empty."""
        self.timers = timers
        self.ids = ids
        self.app_id = ids.new("A")
        self.orgs: dict[str, Org] = {}
        self.teams: dict[str, Team] = {}
        self.files: dict[str, File] = {}

    def add_team(self, name: str, org: str | None) -> Team:
        """Make a workspace with the app's bot in it; in an organisation the bot is the same in each."""
        if org is not None and org not in self.orgs:
            self.orgs[org] = Org(id=self.ids.new("E"), name=org)
        sister = next(self.teams_of(self.orgs[org]), None) if org is not None else None
        team = Team(
            id=self.ids.new("T"),
            name=name,
            domain=name.lower().replace(" ", "-"),
            org=self.orgs[org] if org is not None else None,
            bot_user=sister.bot_user if sister else self.ids.new("U"),
            bot_id=sister.bot_id if sister else self.ids.new("B"),
        )
        bot = Member(id=team.bot_user, team_id=team.id, name="reststop", tz="UTC", is_bot=True)
        team.members[bot.id] = bot
        self.teams[team.id] = team
        return team

    def add_member(self, team: Team, name: str, tz: str) -> Member:
        """Make a user of a workspace. Who has this name elsewhere in its organisation is the same, by id."""
        sisters = self.teams_of(team.org) if team.org else ()
        namesakes = (each for sister in sisters for each in sister.members.values() if each.name == name)
        known = next(namesakes, None)
        member = Member(
            id=known.id if known else self.ids.new("U"),
            team_id=team.id,
            name=name,
            tz=tz,
            updated=self.timers.now(),
        )
        team.members[member.id] = member
        return member

    def add_channel(self, team: Team, name: str, kind: Kind, members: set[str]) -> Channel:
        """Make a channel with these members; the bot is in it only if it is among them."""
        letter = "C" if kind == "public" else "G"
        channel = Channel(
            id=self.ids.new(letter),
            team_id=team.id,
            name=name,
            kind=kind,
            members=members,
            created=self.timers.now(),
        )
        team.channels[channel.id] = channel
        return channel

    def open_direct(self, team: Team, user: str) -> tuple[Channel, bool]:
        """Return the direct channel of the app with a user, and whether it was open already."""
        if user in team.directs:
            return team.directs[user], True
        channel = Channel(
            id=self.ids.new("D"),
            team_id=team.id,
            name="directmessage",
            kind="im",
            members={user, team.bot_user},
            user=user,
            created=self.timers.now(),
        )
        team.channels[channel.id] = team.directs[user] = channel
        return channel, False

    def add_file(self, team: Team, name: str, length: int, alt: str = "") -> File:
        """Make a file of a workspace, without its content yet."""
        file = File(id=self.ids.new("F"), team_id=team.id, name=name, length=length, alt=alt)
        self.files[file.id] = file
        return file

    def post(self, channel: Channel, message: Message) -> Message:
        """Let a message stand in a channel."""
        channel.messages.append(message)
        return message

    def new_ts(self) -> str:
        """Return the ts of whatever happens now."""
        return self.ids.ts(self.timers.now())

    def teams_of(self, org: Org) -> Iterator[Team]:
        """The workspaces of an organisation."""
        return (team for team in self.teams.values() if team.org == org)
