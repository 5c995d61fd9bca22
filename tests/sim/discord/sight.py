"""What a person sees of Discord."""

from __future__ import annotations

from tests.sim.discord.core import Core
from tests.sim.discord.modals import Modal
from tests.sim.discord.screens import Screen
from tests.sim.discord.words import links
from tests.sim.discord.world import Channel, File, Message, UserRecord


class Sight:
    """The screen of one user."""

    def __init__(self, core: Core, user: UserRecord) -> None:
        """Look at the screen of `user`."""
        self._core = core
        self._user = user

    @property
    def id(self) -> str:
        """Their user id."""
        return self._user.id

    @property
    def record(self) -> UserRecord:
        """They as Discord keeps them."""
        return self._user

    @property
    def screen(self) -> Screen:
        """Their screen."""
        return self._core.screens.of(self._user)

    @property
    def direct(self) -> Channel | None:
        """Their direct messages with the app, if they were ever opened."""
        return self._core.world.directs.get(self.id)

    @property
    def messages(self) -> list[Message]:
        """Their direct messages with the app, and what it showed to them alone anywhere; oldest first."""
        channels = self._core.world.channels.values()
        seen = [
            message
            for channel in channels
            for message in channel.messages
            if message.to == self.id or (channel.user == self.id and message.to is None)
        ]
        return sorted(seen, key=lambda message: int(message.id))

    @property
    def standing(self) -> list[Message]:
        """All that they could read now, in the channels of their guilds too; oldest first."""
        world = self._core.world
        found = {id(each): each for each in self.messages}
        for channel in world.channels.values():
            if channel.guild is not None and self._user in world.who_is_in(channel):
                found |= {id(each): each for each in channel.messages if each.to is None}
        return sorted(found.values(), key=lambda message: int(message.id))

    def name_of(self, message: Message) -> str:
        """Return the name of the channel of a guild in which a message stands; "" in direct messages."""
        return self._core.world.channels[message.channel].name or ""

    @property
    def posts(self) -> list[Message]:
        """What stands in their direct messages with the app for good, whoever wrote it; oldest first."""
        return [message for message in self.messages if not message.is_ephemeral]

    @property
    def whispers(self) -> list[Message]:
        """The ephemeral answers that stand on their screen; oldest first."""
        return [message for message in self.messages if message.is_ephemeral]

    @property
    def modal(self) -> Modal | None:
        """The modal that is open."""
        return self.screen.modal

    @property
    def errors(self) -> list[str]:
        """What Discord itself said had gone wrong."""
        return self.screen.errors

    @property
    def seen(self) -> list[str]:
        """Every text that their screen ever showed."""
        return self.screen.seen

    @property
    def links(self) -> list[str]:
        """Where the buttons lead that are links and stand there now."""
        return [link for message in self.messages for link in links(message.components)]

    @property
    def files(self) -> list[File]:
        """The files that the app has sent and that stand there now."""
        bot = self._core.world.bot.id
        return [file for message in self.messages if message.author == bot for file in message.files]

    def screen_text(self) -> str:
        """Return all the words that they can read now: messages and the modal."""
        parts = [message.text for message in self.messages]
        return "\n".join([*parts, *([self.modal.text] if self.modal else [])])
