"""People: what they do in Slack."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime

from yarl import URL

from tests.json_types import Json
from tests.sim.common.answers import AppFault, NotPossible
from tests.sim.slack import payloads
from tests.sim.slack.answers import Refused
from tests.sim.slack.controls import Control, Wanted, filled, find, is_empty, pressed
from tests.sim.slack.controls import controls as controls_of
from tests.sim.slack.core import Core
from tests.sim.slack.deliveries import Answer, Kind
from tests.sim.slack.installing import Browser, Page
from tests.sim.slack.objects import dnd_shape, message_shape, user_shape
from tests.sim.slack.posting import post, show
from tests.sim.slack.sight import Sight
from tests.sim.slack.tokens import Grant
from tests.sim.slack.views import View
from tests.sim.slack.world import Channel, Member, Message, Role, Team

ON = Message | View | None
Settled = Callable[[], Awaitable[None]]


class User(Sight):
    """One user of one workspace. Each act returns when the app has answered and is done, or was too late."""

    def __init__(self, core: Core, team: Team, member: Member, settled: Settled) -> None:
        """Act as `member`."""
        super().__init__(core, team, member)
        self._settled = settled

    # What they do: talk

    async def command(self, text: str, channel: Channel | None = None) -> Answer:
        """Type a slash command, "/reststop start", in the app's direct messages or in `channel`."""
        self._awake()
        self.screen.looks_at = "messages"
        where = channel or self._direct()
        name, _, rest = text.partition(" ")
        payload = payloads.command(
            *self._by_command(),
            channel=where,
            name=name,
            text=rest.strip(),
            trigger_id=self._trigger(),
            response_url=self._hook("commands", where),
        )
        answer = await self._send("slash_commands", payload, f"{name} failed with the error")
        if not answer.error and (answer.payload.get("text") or answer.payload.get("blocks")):
            to = None if answer.payload.get("response_type") == "in_channel" else self.id
            try:
                post(self._core, self._team, where, answer.payload, to=to)
            except Refused as refused:
                raise AppFault(f"the answer to {name} is refused: {refused.body()}") from refused
        await self._settled()
        return answer

    async def talk(self, channel: Channel, text: str, *, below: Message | None = None) -> Message:
        """Write to the others in a channel. An app that reads no channel hears nothing of it."""
        self._awake()
        ts, thread = self._core.world.new_ts(), below.ts if below else None
        message = Message(ts=ts, channel=channel.id, user=self.id, text=text, thread_ts=thread)
        self._core.world.post(channel, message)
        show(self._core, self._team, channel, message)
        await self._settled()
        return message

    async def dm(self, text: str, *, files: Sequence[str] = ()) -> Message:
        """Write to the app, with files of these names."""
        self._awake()
        self.screen.looks_at = "messages"
        channel = self._direct()
        message = Message(ts=self._core.world.new_ts(), channel=channel.id, user=self.id, text=text)
        if files:
            message.subtype = "file_share"
            message.files = [self._core.world.add_file(self._team, name, len(name)) for name in files]
        self._core.world.post(channel, message)
        show(self._core, self._team, channel, message)
        await self._tell("message.im", payloads.message_posted(message, channel, self._team))
        return message

    async def edit(self, message: Message, text: str) -> None:
        """Change a message of theirs to the app."""
        self._awake()
        channel = self._direct()
        before = message_shape(message, self._team, "")
        message.text = text
        message.edited = ts = self._core.world.new_ts()
        await self._tell("message.im", payloads.message_changed(message, before, channel, self._team, ts))

    async def delete(self, message: Message) -> None:
        """Delete a message of theirs to the app."""
        self._awake()
        channel = self._direct()
        channel.messages.remove(message)
        ts = self._core.world.new_ts()
        await self._tell("message.im", payloads.message_deleted(message, channel, self._team, ts))

    # What they do: press, choose, fill in

    async def click(self, wanted: Wanted, on: ON = None) -> Answer:
        """Press a button: by action_id, by its words, or by a predicate on its element.

        Without `on` it is looked for on the modal on top; else on the Home, if that is open; else in the
        messages from the newest back, those to them first. A message or view that was copied before it
        changed can be pressed too.
        """
        place, control = self._find(wanted, on)
        return await self._press(place, control, None)

    async def select(self, wanted: Wanted, *values: str, on: ON = None) -> Answer:
        """Choose options of a select by value or words; none empties it. An input waits to be submitted."""
        place, control = self._find(wanted, on)
        state = filled(control, values)
        place.state.setdefault(control.block["block_id"], {})[control.element["action_id"]] = state
        if control.is_input and not control.block.get("dispatch_action"):
            return Answer()
        return await self._press(place, control, state)

    async def pick_time(self, wanted: Wanted, time: str, on: ON = None) -> Answer:
        """Choose a time, "HH:MM"."""
        return await self.select(wanted, time, on=on)

    def fill(self, values: Mapping[str, str]) -> None:
        """Type into, or choose in, inputs of the modal on top, by block_id or label.

        Raises:
            NotPossible: there is no such input, no such option, or the words are too long.
        """
        view = self._top()
        for wanted, value in values.items():
            control = find([block for block in view.blocks if block["type"] == "input"], wanted)
            if control is None:
                raise NotPossible(f"no input {wanted!r} on the modal {view.title!r}")
            state = filled(control, [value] if value else [])
            view.state[control.block["block_id"]][control.element["action_id"]] = state

    async def submit(self) -> Answer:
        """Press the button that submits the modal on top.

        Raises:
            NotPossible: there is none, or an input that has to be filled is empty.
        """
        self._awake()
        view = self._top()
        if not view.body.get("submit"):
            raise NotPossible(f"the modal {view.title!r} has nothing to submit")
        for control in controls_of(view.blocks):
            block = control.block
            is_needed = control.is_input and not block.get("optional")
            if is_needed and is_empty(view.state[block["block_id"]][control.element["action_id"]]):
                raise NotPossible(f"{control.label!r} has to be filled in")
        view.errors = {}
        payload = payloads.view_submission(*self._who(), view=view, trigger_id=self._trigger())
        answer = await self._send("interactive", payload, "We had some trouble connecting:")
        if not answer.error:
            self._apply(view, answer.payload)
        await self._settled()
        return answer

    def _apply(self, view: View, answer: Json) -> None:
        """What the answer to a submission does with the stack of modals."""
        views = self._core.views
        try:
            match answer.get("response_action"):
                case None if not answer:
                    if view in self.modals:
                        views.close(self._member, whole=False)
                case "clear":
                    views.close(self._member, whole=True)
                case "errors":
                    views.refuse(view, answer.get("errors"))
                    self._core.screens.see(self._member, view.text)
                case "update":
                    views.update(view, answer["view"])
                case "push":
                    views.push(self._team, self._member, answer["view"])
                case _:
                    raise AppFault("the answer to a submission has no known response_action")
        except Refused as refused:
            raise AppFault(f"the answer to a submission is refused: {refused.body()}") from refused

    async def close(self, *, whole: bool = False) -> None:
        """Close the modal on top by its close button, or the whole stack by the cross."""
        self._awake()
        grant = self._grant()
        whole = whole or bool(self._top().body.get("clear_on_close"))
        for view in self._core.views.close(self._member, whole=whole):
            if view.body.get("notify_on_close"):
                payload = payloads.view_closed(
                    self._team, self._member, grant, self._core.world.app_id, view=view, is_cleared=whole
                )
                await self._core.deliveries.deliver("interactive", payload)
        await self._settled()

    # What they do: elsewhere in Slack

    async def open_home(self) -> None:
        """Open the app's Home tab."""
        await self._open_tab("home")

    async def open_messages(self) -> None:
        """Open the app's Messages tab."""
        await self._open_tab("messages")

    async def shortcut(self, callback_id: str) -> Answer:
        """Use a global shortcut."""
        self._awake()
        ts = self._core.world.new_ts()
        payload = payloads.shortcut(
            *self._by_command(), callback_id=callback_id, trigger_id=self._trigger(), ts=ts
        )
        answer = await self._send("interactive", payload, "The shortcut failed:")
        await self._settled()
        return answer

    async def message_shortcut(self, callback_id: str, message: Message) -> Answer:
        """Use a shortcut on a message."""
        self._awake()
        channel = self._team.channels[message.channel]
        payload = payloads.message_action(
            *self._by_command(),
            callback_id=callback_id,
            trigger_id=self._trigger(),
            ts=self._core.world.new_ts(),
            message=message,
            channel=channel,
            response_url=self._hook("app", channel, message),
        )
        answer = await self._send("interactive", payload, "The shortcut failed:")
        await self._settled()
        return answer

    async def set_tz(self, tz: str) -> None:
        """Move to another time zone."""
        self._member.tz = tz
        await self._changed()

    async def be_called(self, name: str) -> None:
        """Wish to be called otherwise."""
        self._member.wishes = name
        await self._changed()

    async def set_role(self, role: Role) -> None:
        """Be made an admin, an owner, a guest, or a member like others again, by whoever may."""
        self._member.role = role
        await self._changed()

    async def set_dnd(self, start: datetime, end: datetime) -> None:
        """Want no notifications from `start` to `end`."""
        self._member.dnd = (start, end)
        status = dnd_shape(self._member, self._core.timers.clock.now())
        event: Json = {"type": "dnd_updated_user", "user": self.id, "dnd_status": status}
        await self._tell("dnd_updated_user", event | {"event_ts": self._core.world.new_ts()})

    async def deactivate(self) -> None:
        """Leave: an admin deactivates the account. Their modals close."""
        self._core.views.close(self._member, whole=True)
        self._member.is_deleted = True
        await self._changed()

    async def reactivate(self) -> None:
        """Come back after a deactivation."""
        self._member.is_deleted = False
        await self._changed()

    async def install(self, install_url: str, *, agrees: bool = True, org_wide: bool = False) -> Page:
        """Install the app from its own page with a browser, or refuse to; return the last page.

        Raises:
            NotPossible: the way through the pages breaks off.
        """
        browser = Browser(self._team, self._member, URL(install_url).origin())
        try:
            asked = await browser.begin(install_url)
            page = await browser.go(await browser.decide(asked, agrees=agrees, org_wide=org_wide))
        finally:
            await browser.close()
        await self._settled()
        return page

    # How it is done

    async def _changed(self) -> None:
        self._member.updated = self._core.timers.now()
        shape = user_shape(self._member, self._team, self._core.timers.clock.now())
        event: Json = {"type": "user_change", "user": shape, "cache_ts": int(self._member.updated)}
        await self._tell("user_change", event | {"event_ts": self._core.world.new_ts()})

    async def _open_tab(self, tab: str) -> None:
        self._awake()
        self.screen.looks_at = "home" if tab == "home" else "messages"
        channel, ts = self._direct(), self._core.world.new_ts()
        if self.home is not None and tab == "home":
            self._core.screens.see(self._member, self.home.text)
        event = payloads.app_home_opened(self._member, channel, tab=tab, home=self.home, ts=ts)
        await self._tell("app_home_opened", event)

    async def _tell(self, name: str, event: Json) -> None:
        envelope = self._core.event(self._team, name, event)
        if envelope is not None:
            await self._core.deliveries.event(envelope)
        await self._settled()

    async def _press(self, place: Message | View, control: Control, state: Json | None) -> Answer:
        self._awake()
        channel = None if isinstance(place, View) else self._team.channels[place.channel]
        payload = payloads.block_actions(
            *self._who(),
            action=pressed(control, self._core.world.new_ts(), state),
            trigger_id=self._trigger(),
            on=place,
            channel=channel,
            response_url=self._hook("actions", channel, _as_it_stands(channel, place)) if channel else None,
        )
        answer = await self._send("interactive", payload, "The button shows a warning sign:")
        if answer.payload:
            raise AppFault("a block action is acknowledged with a payload, which Slack ignores")
        await self._settled()
        return answer

    async def _send(self, kind: Kind, payload: Json, failed: str) -> Answer:
        answer = await self._core.deliveries.deliver(kind, payload)
        if answer.error:
            self._core.screens.fail(self._member, f'{failed} "{_ERROR_WORDS[answer.error]}"')
        return answer

    def _find(self, wanted: Wanted, on: ON) -> tuple[Message | View, Control]:
        places: list[Message | View] = [on] if on else []
        if not places and self.modals:
            places = [self.modals[-1]]
        elif not places:
            places = [self.home] if self.home and self.screen.looks_at == "home" else []
            places += reversed(self.messages)
            places += [message for channel in self.channels for message in reversed(self.reads(channel))]
        for place in places:
            control = find(place.blocks, wanted)
            if control is not None:
                return place, control
        raise NotPossible(f"{wanted!r} stands nowhere on the screen of {self._member.name}")

    def _top(self) -> View:
        if not self.modals:
            raise NotPossible(f"{self._member.name} has no modal open")
        return self.modals[-1]

    def _awake(self) -> None:
        if self._member.is_deleted:
            raise NotPossible(f"{self._member.name} is deactivated")

    def _direct(self) -> Channel:
        return self._core.world.open_direct(self._team, self.id)[0]

    def _trigger(self) -> str:
        return self._core.triggers.give(self._team, self._member)

    def _hook(self, kind: str, channel: Channel, message: Message | None = None) -> str:
        path = self._core.hooks.give(kind, self._team, self._member, channel, message)
        return f"{self._core.url}/hooks{path}"

    def _grant(self) -> Grant:
        grant = self._core.tokens.installed_in(self._team)
        if grant is None:
            raise NotPossible(f"the app is not installed in {self._team.name}")
        return grant

    def _by_command(self) -> tuple[Team, Member, Grant, str]:
        """For what only an app with the scope `commands` has: commands and shortcuts."""
        if "commands" not in self._grant().scopes:
            raise NotPossible("the app has no commands and no shortcuts without the scope commands")
        return self._who()

    def _who(self) -> tuple[Team, Member, Grant, str]:
        return self._team, self._member, self._grant(), self._core.world.app_id


def _as_it_stands(channel: Channel, place: Message | View) -> Message | None:
    """The message that a copy was made of; None if it is gone."""
    same = (each for each in channel.messages if isinstance(place, Message) and each.ts == place.ts)
    return next(same, None)


_ERROR_WORDS = {
    "timeout": "operation_timeout",
    "connection_failed": "dispatch_failed",
    "error": "dispatch_unexpected_response",
}
