"""What a person does on their Slack screen, found by the refs that its controls and forms carry.

Somebody looks at what is before them: what stands on no modal, message or Home cannot be pressed, and a field
takes no more than Slack lets them type. The refs are read from `action_id` ("kind:argument:ref") and from the
`private_metadata` of forms, as Slack hands them back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.dates import day_meant
from tests.e2e.platform_hands import NotOnScreen
from tests.json_types import Json
from tests.sim.slack.actors import User
from tests.sim.slack.controls import Control, controls
from tests.sim.slack.views import View
from tests.sim.slack.world import Channel, Message

GAPS = {"n": "\n", "s": " "}
"""What stood where a long text was parted, sign by sign, by the last part of a `block_id`."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A control where it stands, with the argument that it carries."""

    place: View | Message
    control: Control
    arg: str

    @property
    def action_id(self) -> str:
        """What it carries."""
        return str(self.control.element["action_id"])


class Hands:
    """One person's hands. Their own client is one device: before they type, they close what is open.

    Where a message or the Home is pressed, a form may stay open, as on another device; cards are closed.
    """

    def __init__(self, user: User) -> None:
        """Move for `user`."""
        self.user = user
        self.said: dict[str, Message] = {}
        """Their own messages, by what a story calls them."""

    names_submit = True

    @property
    def id(self) -> str:
        """Their user id."""
        return self.user.id

    @property
    def seen(self) -> Sequence[str]:
        """Every text that their screen ever showed."""
        return self.user.seen

    def files(self, name: str) -> list[bytes]:
        """Return the contents of all files of that name that stand in their direct messages."""
        held = [file for message in self.user.messages for file in message.files]
        return [file.content or b"" for file in held if file.name == name and not file.is_deleted]

    async def uncover(self) -> None:
        """Slack shows everything at once."""

    async def command(self, text: str, channel: Channel | None = None) -> None:
        """Type `/reststop` with some words, to the app or in a channel."""
        await self._close_all()
        text = text.strip().removeprefix("/")
        typed = text if text.partition(" ")[0] == "reststop" else f"/reststop {text}"
        await self.user.command(typed, channel)

    async def say(self, text: str, message: str | None) -> None:
        """Write to the app; `message` is what a story calls it."""
        await self._close_all()
        said = await self.user.dm(text)
        if message is not None:
            self.said[message] = said

    async def edit(self, message: str, text: str) -> None:
        """Change what was written."""
        await self._close_all()
        await self.user.edit(self.said[message], text)

    async def delete(self, message: str) -> None:
        """Delete what was written."""
        await self._close_all()
        await self.user.delete(self.said.pop(message))

    async def press(self, ref: str) -> None:
        """Press a button."""
        await self._click(await self._reach(ref, {"press"}))

    async def choose(self, ref: str, values: Sequence[str]) -> None:
        """Choose answers by the names of options."""
        found = await self._reach(ref, {"pick", "menu", "several"}, args={*values})
        kind = found.action_id.partition(":")[0]
        if kind == "pick":
            await self._click(found)
            return
        await self.user.select(found.action_id, *values, on=found.place)
        if kind == "several":
            await self._click(await self._reach(ref, {"next"}))

    async def scale(self, ref: str, value: int | None) -> None:
        """Answer a scale; None is "not now"."""
        step = "-" if value is None else str(value)
        found = await self._reach(ref, {"rate", "rates"}, args={step})
        if found.action_id.startswith("rates:"):
            await self.user.select(found.action_id, step, on=found.place)
        else:
            await self._click(found)

    async def submit(self, ref: str, values: Mapping[str, str | None], today: date) -> None:
        """Type into a form and send it; fields without a value stay as they are."""
        view = await self._raise(ref)
        for field, value in values.items():
            self.user.fill(_typed(view, field, value or "", today))
        await self.user.submit()

    async def dismiss(self, ref: str) -> None:
        """Close a form."""
        await self._raise(ref)
        await self.user.close()

    def can_reach(self, ref: str) -> bool:
        """Whether a control, an answer of a question or a form with this ref stands before them."""
        if any(view.body.get("private_metadata") == ref for view in self.user.modals):
            return True
        return next(self._standing(ref), None) is not None

    async def _click(self, found: _Found) -> None:
        await self.user.click(found.action_id, on=found.place)

    async def _reach(self, ref: str, kinds: Collection[str], args: Collection[str] = ()) -> _Found:
        """Find a control; on a modal that lies below another, by closing what lies on it."""
        for found in self._standing(ref):
            kind = found.action_id.partition(":")[0]
            if kind not in kinds or (kind in {"pick", "rate"} and found.arg not in args):
                continue
            await self._close_above(found.place)
            return found
        raise NotOnScreen(f"{self.user.member.name} sees no {' or '.join(sorted(kinds))} with this ref")

    def _standing(self, ref: str) -> Iterator[_Found]:
        """Everything that carries a ref: on modals from the top, messages from the newest back, the Home.

        Behind these what stands in the channels where they are.
        """
        places: list[View | Message] = [*reversed(self.user.modals), *reversed(self.user.messages)]
        for channel in self.user.channels:
            places += [each for each in reversed(self.user.reads(channel)) if not each.is_ephemeral]
        if self.user.home is not None and self.user.screen.looks_at == "home":
            places.append(self.user.home)
        for place in places:
            for control in controls(place.blocks):
                _, _, rest = str(control.element["action_id"]).partition(":")
                arg, _, carried = rest.partition(":")
                if carried == ref:
                    yield _Found(place, control, arg)

    async def _raise(self, ref: str) -> View:
        """Bring a form to the top, by closing what lies on it."""
        for view in reversed(self.user.modals):
            if view.body.get("callback_id") == "form" and view.body.get("private_metadata") == ref:
                await self._close_above(view)
                return view
        raise NotOnScreen(f"{self.user.member.name} has no form with this ref open")

    async def _close_above(self, place: View | Message) -> None:
        while self.user.modals and self.user.modals[-1] is not place:
            if isinstance(place, Message) and self.user.modals[-1].body.get("callback_id") == "form":
                return
            await self.user.close()

    async def _close_all(self) -> None:
        while self.user.modals:
            await self.user.close()


def _typed(view: View, field: str, value: str, today: date) -> dict[str, str]:
    """Return what goes into each input of a field, by block_id.

    A date is pressed in a calendar: what a story says in words is looked up in it first.
    """
    inputs = [each for each in controls(view.blocks) if each.block["block_id"].partition("|")[0] == field]
    if not inputs:
        raise NotOnScreen(f"the form has no field {field}")
    if inputs[0].element["type"] == "datepicker" and value:
        value = day_meant(value, today).isoformat()
    typed: dict[str, str] = {}
    for number, each in enumerate(inputs):
        last = number + 1 == len(inputs)
        here, value = (value, "") if last else _parted(value, each.element, _gap(inputs[number + 1]))
        typed[each.block["block_id"]] = here
    return typed


def _gap(control: Control) -> str:
    """Return what joins the words of an input to those of the one before."""
    return "".join(GAPS[sign] for sign in control.block["block_id"].rpartition("|")[2])


def _parted(value: str, element: Json, separator: str) -> tuple[str, str]:
    """Return what goes into an input and what into the next, whose words begin after `separator`."""
    most = int(element.get("max_length", 3000))
    if len(value) <= most:
        return value, ""
    at = value.rfind(separator, 0, most + 1) if separator else most
    return value[:at], value[at + len(separator) :]
