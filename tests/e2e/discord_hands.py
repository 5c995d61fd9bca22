"""What a person does on their Discord screen, found by the refs that its controls and forms carry.

Somebody looks at what is before them: what stands in no message and on no ephemeral answer cannot be
pressed, and a field takes no more than Discord lets them type. The refs are read from `custom_id` ("kind
argument ~ ref"), as Discord hands them back. A form that was refused, or follows another, opens by a button.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from tests.e2e.platform_hands import NotOnScreen
from tests.json_types import Json
from tests.sim.common.answers import NotPossible
from tests.sim.discord import Room, User
from tests.sim.discord.controls import LINK_STYLE, controls
from tests.sim.discord.guilds import Guild
from tests.sim.discord.modals import Field, Modal
from tests.sim.discord.world import Message

GAPS = {"n": "\n", "s": " "}
"""What stood where a long text was parted, sign by sign, by the last part of an input's `custom_id`."""
PRESS, PICK, MENU, SEVERAL, STEP, STEPS, KEPT = "pomsrRk"
_SELDOM = ("plans", "people", "supervision", "portfolio", "unlink", "import", "what-data")
IN_MENU = {"search": "journal search", "join": "course join"} | {word: f"more {word}" for word in _SELDOM}
"""What stands in the menu of commands in another place than it is typed in."""
WHOLE = {
    "circle": "circle show",
    "team": "more team",
    "team prompt": "more team",
    "course": "course show",
}
"""What is said in one word and stands there in two."""
MOST = 4_000
"""Characters that an input takes where it does not say."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A control where it stands, with its kind and the argument that it carries."""

    message: Message
    control: Json
    kind: str
    arg: str

    @property
    def custom_id(self) -> str:
        """What it carries."""
        return str(self.control["custom_id"])


class Hands:
    """One person's hands. Before they type, they close a form that is open; Discord tells nobody.

    Where a message is pressed, a form may stay open, as on another device.
    """

    def __init__(self, user: User, guild: Guild | None = None) -> None:
        """Move for `user`, who types commands in `guild`, or in the app's direct messages."""
        self.user = user
        self._guild = guild
        self.said: dict[str, Message] = {}
        """Their own messages, by what a story calls them."""
        self._uncovered: set[str] = set()

    names_submit = False

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
        return [file.content for file in self.user.files if file.name == name]

    async def uncover(self) -> None:
        """Press each button that shows what was kept for their eyes, once, when it has come."""
        for found, _ in list(self._standing()):
            if found.kind == KEPT and found.custom_id not in self._uncovered:
                self._uncovered.add(found.custom_id)
                await self.user.press(found.custom_id, on=found.message)

    async def command(self, text: str, *, room: Room | None = None, **options: str) -> None:
        """Choose a command below `/reststop`; what is none of its menu is typed into the conversation.

        `options` are given along, by their names. It is typed in a `room` where there is one.
        """
        self._close()
        text = text.strip().removeprefix("/").removeprefix("reststop").strip() or "start"
        first, _, rest = text.partition(" ")
        text = WHOLE.get(text, f"{IN_MENU.get(first, first)} {rest}".strip())
        for count in (2, 1):
            words = "".join(text.split(maxsplit=count)[count:])
            path = " ".join(text.lower().split()[:count])
            typed = options | ({"words": words} if words else {})
            with suppress(NotPossible):
                await self.user.command(path, guild=self._guild, room=room, **typed)
                return
        await self.user.dm(f"/reststop {text}")

    async def say(self, text: str, message: str | None) -> None:
        """Write to the app; `message` is what a story calls it."""
        self._close()
        said = await self.user.dm(text)
        if message is not None:
            self.said[message] = said

    async def edit(self, message: str, text: str) -> None:
        """Change what was written."""
        self._close()
        await self.user.edit(self.said[message], text)

    async def delete(self, message: str) -> None:
        """Delete what was written."""
        self._close()
        await self.user.delete(self.said.pop(message))

    async def press(self, ref: str) -> None:
        """Press a button."""
        found = self._reach(ref, {PRESS})
        await self.user.press(found.custom_id, on=found.message)

    async def choose(self, ref: str, values: Sequence[str]) -> None:
        """Choose answers by the names of options."""
        found = self._reach(ref, {PICK, MENU, SEVERAL}, args={*values})
        if found.kind == PICK:
            await self.user.press(found.custom_id, on=found.message)
        else:
            await self.user.select(found.custom_id, *values, on=found.message)

    async def scale(self, ref: str, value: int | None) -> None:
        """Answer a scale; None is "not now"."""
        step = "-" if value is None else str(value)
        found = self._reach(ref, {STEP, STEPS}, args={step})
        if found.kind == STEP:
            await self.user.press(found.custom_id, on=found.message)
        else:
            await self.user.select(found.custom_id, step, on=found.message)

    async def submit(self, ref: str, values: Mapping[str, str | None], today: date) -> None:
        """Type into a form and send it; fields without a value stay as they are. Dates are typed in words."""
        del today
        modal = await self._raise(ref)
        for field, value in values.items():
            self.user.fill(_typed(modal, field, value or ""))
        await self.user.submit()

    async def dismiss(self, ref: str) -> None:
        """Close a form."""
        await self._raise(ref)
        self.user.close()

    def can_reach(self, ref: str) -> bool:
        """Whether a control, an answer of a question or a form with this ref stands before them."""
        if self.user.modal is not None and _form(self.user.modal) == ref:
            return True
        return any(carried == ref for _, carried in self._standing())

    def _reach(self, ref: str, kinds: Collection[str], args: Collection[str] = ()) -> _Found:
        for found, carried in self._standing():
            if carried != ref or found.kind not in kinds:
                continue
            if found.kind in {PICK, STEP} and found.arg not in args:
                continue
            if found.kind in {MENU, SEVERAL, STEPS} and not set(args) <= _values(found.control):
                continue
            return found
        raise NotOnScreen(f"{self.user.record.name} sees no {' or '.join(sorted(kinds))} with this ref")

    def _standing(self) -> Iterator[tuple[_Found, str]]:
        """Everything that can be used, with the ref that it carries: from the newest message back."""
        for message in reversed(self.user.standing):
            for control in controls(message.components):
                if control.get("style") != LINK_STYLE:
                    kind, arg, ref = _read(str(control["custom_id"]))
                    yield _Found(message, control, kind, arg), ref

    async def _raise(self, ref: str) -> Modal:
        """Have a form before them: it is open, or a button on the newest answers opens it."""
        if self.user.modal is None or _form(self.user.modal) != ref:
            self._close()
            for found, _ in list(self._standing()):
                if found.kind == KEPT:
                    await self.user.press(found.custom_id, on=found.message)
                    break
        if self.user.modal is None or _form(self.user.modal) != ref:
            raise NotOnScreen(f"{self.user.record.name} has no form with this ref open")
        return self.user.modal

    def _close(self) -> None:
        if self.user.modal is not None:
            self.user.close()


def _read(custom_id: str) -> tuple[str, str, str]:
    """Return the kind, the argument and the ref of a control."""
    arg, _, rest = custom_id[1:].partition("~")
    return custom_id[:1], arg, rest.partition("~")[0]


def _form(modal: Modal) -> str:
    """Return the ref of a form."""
    return modal.custom_id.partition("~")[2]


def _values(select: Json) -> set[str]:
    return {str(option["value"]) for option in select.get("options", [])}


def _typed(modal: Modal, field: str, value: str) -> dict[str, str]:
    """Return what goes into each input of a field, by its `custom_id`."""
    inputs = [each for each in modal.fields if each.custom_id.partition("|")[0] == field]
    if not inputs:
        raise NotOnScreen(f"the form has no field {field}")
    typed: dict[str, str] = {}
    for number, each in enumerate(inputs):
        last = number + 1 == len(inputs)
        here, value = (value, "") if last else _parted(value, each, _gap(inputs[number + 1]))
        typed[each.custom_id] = here
    return typed


def _gap(field: Field) -> str:
    """Return what joins the words of an input to those of the one before."""
    return "".join(GAPS[sign] for sign in field.custom_id.rpartition("|")[2])


def _parted(value: str, field: Field, separator: str) -> tuple[str, str]:
    """Return what goes into an input and what into the next, whose words begin after `separator`."""
    most = int(field.component.get("max_length", MOST))
    if len(value) <= most:
        return value, ""
    at = value.rfind(separator, 0, most + 1) if separator else most
    return value[:at], value[at + len(separator) :]
