"""People: what they do in Discord."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from tests.json_types import Json
from tests.sim.common.answers import NotPossible
from tests.sim.discord.channels import Room
from tests.sim.discord.commands import IN_DIRECT, IN_GUILD, data_of
from tests.sim.discord.controls import BUTTON, LINK_STYLE, SELECT, Wanted, choose, find, label
from tests.sim.discord.core import Core
from tests.sim.discord.guilds import Guild
from tests.sim.discord.interactions import AUTOCOMPLETE, COMMAND, COMPONENT, SUBMIT, Interaction
from tests.sim.discord.modals import Modal, Value, said_by
from tests.sim.discord.payloads import interaction_create
from tests.sim.discord.posting import post, remove, tell
from tests.sim.discord.sight import Sight
from tests.sim.discord.world import Channel, GuildRecord, Message, UserRecord

Settled = Callable[[Interaction | None], Awaitable[None]]
"""Returns when the app has done what it does; without settling, when the interaction is over."""


class User(Sight):
    """One user. Each act returns when the app has answered and is done, or was too late."""

    def __init__(self, core: Core, user: UserRecord, settled: Settled) -> None:
        """Act as `user`."""
        super().__init__(core, user)
        self._settled = settled

    # What they do: commands and words

    async def command(
        self, path: str, *, guild: Guild | None = None, room: Room | None = None, **options: object
    ) -> Interaction:
        """Type a slash command, "journal search", in the app's direct messages or in a guild.

        There it is typed in the first channel, or in a `room`.

        Raises:
            NotPossible: there is no such command or option, or not there; nobody types in an archived thread.
        """
        here = self._here(guild)
        channel = self._channel(here)
        if room is not None:
            channel = room.record
            here = self._core.world.guilds[channel.guild or ""]
            if self._user not in self._core.world.who_is_in(channel) or channel.is_archived:
                raise NotPossible(f"{self._user.name} can type nothing there")
        leaf = self._core.commands.typed(path, guild=here, has_installed=self._user.has_installed)
        return await self._act(COMMAND, data_of(leaf, options), channel)

    async def say(self, text: str, room: Room) -> Message:
        """Write to the others in a channel of a guild.

        Raises:
            NotPossible: they are not there.
        """
        self._awake()
        if self._user not in self._core.world.who_is_in(room.record):
            raise NotPossible(f"{self._user.name} is not there")
        message = post(self._core, room.record, {"content": text}, {}, author=self.id)
        await self._settled(None)
        return message

    async def autocomplete(self, path: str, *, guild: Guild | None = None, **options: str) -> list[str]:
        """Return what is offered while the last of the options is typed.

        Raises:
            NotPossible: there is no such command or option, or it offers nothing.
        """
        here = self._here(guild)
        leaf = self._core.commands.typed(path, guild=here, has_installed=self._user.has_installed)
        data = data_of(leaf, options, focused=list(options)[-1])
        interaction = await self._act(AUTOCOMPLETE, data, self._channel(here))
        return [str(choice["value"]) for choice in interaction.choices]

    async def dm(self, text: str) -> Message:
        """Write to the app."""
        self._awake()
        channel = self._core.world.direct(self.id)
        message = Message(
            id=self._core.ids.snowflake(),
            channel=channel.id,
            author=self.id,
            at=self._core.timers.clock.now(),
            content=text,
        )
        channel.messages.append(message)
        self._core.screens.see(self._user, text)
        tell(self._core, "MESSAGE_CREATE", message)
        await self._settled(None)
        return message

    async def edit(self, message: Message, text: str) -> None:
        """Change a message of theirs to the app."""
        self._own(message)
        message.content = text
        message.edited_at = self._core.timers.clock.now()
        self._core.screens.see(self._user, text)
        tell(self._core, "MESSAGE_UPDATE", message)
        await self._settled(None)

    async def delete(self, message: Message) -> None:
        """Delete a message of theirs to the app."""
        self._own(message)
        remove(self._core, message)
        await self._settled(None)

    # What they do: press, choose, fill in

    async def press(self, wanted: Wanted, on: Message | None = None) -> Interaction:
        """Press a button: by custom_id, by its words, or by a predicate on its component.

        Without `on` it is looked for in the messages from the newest back. One that was kept from before it
        changed can be pressed too, if it stands there still.

        Raises:
            NotPossible: there is none, it is a link, or it is switched off.
        """
        message, control = self._find(wanted, on, BUTTON)
        if control.get("style") == LINK_STYLE:
            raise NotPossible(f"{label(control)!r} is a link")
        data: Json = {"custom_id": control["custom_id"], "component_type": BUTTON, "id": control["id"]}
        return await self._act(COMPONENT, data, self._place(message), message)

    async def select(self, wanted: Wanted, *values: str, on: Message | None = None) -> Interaction:
        """Choose options of a select, by value or words.

        Raises:
            NotPossible: there is no such select or option, or they are too few or too many.
        """
        message, control = self._find(wanted, on, SELECT)
        chosen = choose(control, values, label(control))
        if not chosen and control.get("min_values", 1):
            raise NotPossible(f"{label(control)!r} takes one option at least")
        data: Json = {"custom_id": control["custom_id"], "component_type": SELECT, "id": control["id"]}
        return await self._act(COMPONENT, data | {"values": chosen}, self._place(message), message)

    def fill(self, values: Mapping[str, Value]) -> None:
        """Type into, or choose in, fields of the modal, by custom_id or label.

        Raises:
            NotPossible: there is no such field, no such option, or the words are too long.
        """
        modal = self._open_modal()
        for wanted, value in values.items():
            modal.fill(wanted, value)

    async def submit(self) -> Interaction:
        """Submit the modal. It closes when the app answers, and stays open if it does not.

        Raises:
            NotPossible: none is open, or a field that has to be filled is empty.
        """
        modal = self._open_modal()
        data = modal.submission()
        self._core.screens.see(self._user, said_by(modal.state))
        return await self._act(SUBMIT, data, modal.channel, modal.message, modal)

    def close(self) -> None:
        """Close the modal; Discord tells nobody."""
        self._open_modal()
        self.screen.modal = None

    def dismiss(self, message: Message | None = None) -> None:
        """Dismiss an ephemeral answer, or all of them, as a client that is restarted does; nobody is told."""
        for each in self.whispers if message is None else [message]:
            self._core.world.channels[each.channel].messages.remove(each)

    # What they do: elsewhere in Discord

    def close_dms(self) -> None:
        """Take no direct messages of the app any more."""
        self._user.takes_dms = False

    def open_dms(self) -> None:
        """Take direct messages again."""
        self._user.takes_dms = True

    def install(self) -> None:
        """Add the app to their own account."""
        self._user.has_installed = True

    def uninstall(self) -> None:
        """Remove the app from their own account; Discord tells nobody who listens here."""
        self._user.has_installed = False

    async def join(self, guild: Guild) -> None:
        """Come into a guild."""
        self._awake()
        await guild.take_in(self._user)

    def manage(self, guild: Guild) -> None:
        """Be given Manage Server in a guild; Discord tells it with whatever they do there."""
        guild.record.managers.add(self.id)

    def stop_managing(self, guild: Guild) -> None:
        """Have it taken away again."""
        guild.record.managers.discard(self.id)

    async def leave(self, guild: Guild) -> None:
        """Leave a guild."""
        await guild.let_go(self._user)

    async def delete_account(self) -> None:
        """Delete their account: they leave every guild."""
        self._user.is_deleted = True
        self.screen.modal = None
        for record in self._core.world.guilds.values():
            if self.id in record.members:
                await Guild(self._core, record, self._settled).let_go(self._user)

    # How it is done

    async def _act(
        self,
        kind: int,
        data: Json,
        channel: Channel,
        message: Message | None = None,
        modal: Modal | None = None,
    ) -> Interaction:
        self._awake()
        core = self._core
        interaction = Interaction(
            id=core.ids.snowflake(),
            token=core.ids.word("interaction", 48),
            kind=kind,
            user=self._user,
            channel=channel,
            at=core.timers.now(),
            data=data,
            context=IN_DIRECT if channel.guild is None else IN_GUILD,
            owners=self._owners(channel),
            message=message,
            modal=modal,
        )
        core.interactions.begin(interaction)
        core.emit(
            "INTERACTION_CREATE", interaction_create(interaction, core.world, core.url), guild=channel.guild
        )
        await self._settled(interaction)
        return interaction

    def _owners(self, channel: Channel) -> Json:
        """By what installation the app is here; in direct messages a guild's says "0"."""
        world, owners = self._core.world, {}
        if channel.guild is not None and world.bot.id in world.guilds[channel.guild].members:
            owners["0"] = channel.guild
        elif channel.guild is None and world.shares_a_guild(self.id):
            owners["0"] = "0"
        return owners | ({"1": self.id} if self._user.has_installed else {})

    def _find(self, wanted: Wanted, on: Message | None, kind: int) -> tuple[Message, Json]:
        for message in [on] if on is not None else reversed(self.standing):
            control = find(message.components, wanted)
            if control is not None and control["type"] == kind:
                if control.get("disabled"):
                    raise NotPossible(f"{label(control)!r} is switched off")
                return message, control
        raise NotPossible(f"{wanted!r} stands nowhere on the screen of {self._user.name}")

    def _place(self, message: Message) -> Channel:
        return self._core.world.channels[message.channel]

    def _here(self, guild: Guild | None) -> GuildRecord | None:
        if guild is None:
            return None
        if self.id not in guild.record.members:
            raise NotPossible(f"{self._user.name} is not in {guild.name}")
        return guild.record

    def _channel(self, guild: GuildRecord | None) -> Channel:
        world = self._core.world
        return world.direct(self.id) if guild is None else world.channels[guild.channels[0]]

    def _open_modal(self) -> Modal:
        if self.modal is None:
            raise NotPossible(f"{self._user.name} has no modal open")
        return self.modal

    def _own(self, message: Message) -> None:
        self._awake()
        if message.author != self.id:
            raise NotPossible("only one's own messages can be changed")

    def _awake(self) -> None:
        if self._user.is_deleted:
            raise NotPossible(f"{self._user.name} has no account any more")
