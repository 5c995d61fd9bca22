"""Channels of a guild, threads and posts, and what whoever looks after them does there."""

from __future__ import annotations

from tests.sim.discord.answers import Refused
from tests.sim.discord.core import Core
from tests.sim.discord.objects import channel_shape
from tests.sim.discord.posting import begin_thread, open_again, remove
from tests.sim.discord.world import RIGHTS, Channel, Message, UserRecord


class Room:
    """One channel, thread or post."""

    def __init__(self, core: Core, channel: Channel) -> None:
        """Stand for `channel`."""
        self._core = core
        self.record = channel

    @property
    def id(self) -> str:
        """Its id."""
        return self.record.id

    @property
    def messages(self) -> list[Message]:
        """What stands in it for everybody who is there, oldest first."""
        return [each for each in self.record.messages if not each.is_ephemeral]

    def thread_of(self, message: Message) -> Room | None:
        """Return the thread that begins with a message, if one does."""
        found = self._core.world.channels.get(message.id)
        return Room(self._core, found) if found is not None else None

    def thread(self, name: str, by: UserRecord) -> Room:
        """Let somebody begin a thread, or make a post where the channel has only those."""
        return Room(self._core, begin_thread(self._core, self.record, name, owner=by.id))

    def take_in(self, user: UserRecord) -> None:
        """Let a member of the guild be there; where everybody is, they are already."""
        if self.record.only is not None:
            self.record.only.add(user.id)

    def let_go(self, user: UserRecord) -> None:
        """Let a member of the guild be there no more, and everybody else as before."""
        if self.record.only is None:
            world = self._core.world
            self.record.only = {each.id for each in world.who_is_in(self.record)} | {world.bot.id}
        self.record.only.discard(user.id)

    def deny(self, *rights: str) -> None:
        """Take rights from the app's bot, all where none are named."""
        self.record.denied |= set(rights) or RIGHTS

    def allow(self) -> None:
        """Give it back all of them."""
        self.record.denied.clear()

    def put_out(self) -> None:
        """Make it a channel for those who read it now, without the app."""
        self.record.only = {user.id for user in self._core.world.who_is_in(self.record)}

    def let_in(self) -> None:
        """Let the app be there, too."""
        if self.record.only is not None:
            self.record.only.add(self._core.world.bot.id)

    def archive(self, *, locks: bool = False) -> None:
        """Put a thread away; `locks` leaves it to moderators to open it again."""
        self.record.is_archived = True
        self.record.is_locked = locks
        self._tell("THREAD_UPDATE")

    def lock(self) -> None:
        """Let moderators alone write in a thread."""
        self.record.is_locked = True
        self._tell("THREAD_UPDATE")

    def unlock(self) -> None:
        """Let everybody write in it again."""
        self.record.is_locked = False
        open_again(self._core, self.record)

    def delete(self) -> None:
        """Let it be gone, with the threads in it."""
        world = self._core.world
        self._tell("THREAD_DELETE" if self.record.kind == "thread" else "CHANNEL_DELETE")
        for each in [each.id for each in world.channels.values() if each.parent == self.id]:
            del world.channels[each]
        del world.channels[self.id]
        for guild in world.guilds.values():
            if self.id in guild.channels:
                guild.channels.remove(self.id)

    def delete_message(self, message: Message) -> None:
        """Delete a message, as whoever looks after the channel may.

        Raises:
            AssertionError: it stands there no more.
        """
        try:
            remove(self._core, message)
        except Refused:
            raise AssertionError("there is no such message") from None

    def _tell(self, event: str) -> None:
        world = self._core.world
        self._core.emit(event, channel_shape(self.record, world), guild=self.record.guild)
