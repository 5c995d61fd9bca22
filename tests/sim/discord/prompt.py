"""Being the user by hand: a screen as text, with numbers to press, and lines that do something on it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator, Sequence

from tests.json_types import Json
from tests.sim.common.by_hand import attempt
from tests.sim.discord.actors import User
from tests.sim.discord.controls import BUTTON, LINK_STYLE, SELECT, label
from tests.sim.discord.guilds import Guild
from tests.sim.discord.markup import shown
from tests.sim.discord.modals import Field
from tests.sim.discord.shapes import LABEL, SEPARATOR, TEXT
from tests.sim.discord.world import Message

HELP = """\
/start zone=Europe/Paris  a command      5 words   press, choose or fill in what has the number 5
anything else             a message      submit · close · dismiss · open · shut (your direct messages)
offer start zone=paris    what is offered while it is typed
there · here              type commands in the server, or in your direct messages again
edit 2 words · delete 2   your message with that number
?                         this           quit"""
_LAST = 8
_OPTION = re.compile(r"\s(\w+)=")

Control = tuple[Message, Json] | Field
"""A button or a select of a message, or a field of the modal."""


class Prompt:
    """One person's Discord in a terminal. Numbers are those that `draw` gave last."""

    def __init__(self, user: User, guild: Guild) -> None:
        """Be `user`, who is in `guild` and begins in their direct messages with the app."""
        self._user = user
        self._guild = guild
        self._is_there = False
        self._numbered: list[Control] = []
        self._errors = 0
        self._acts: dict[str, Callable[[str], Awaitable[object] | None]] = {
            "submit": lambda _: user.submit(),
            "close": lambda _: user.close(),
            "dismiss": lambda _: user.dismiss(),
            "open": lambda _: user.open_dms(),
            "shut": lambda _: user.close_dms(),
            "there": lambda _: self._go(is_there=True),
            "here": lambda _: self._go(is_there=False),
            "edit": self._edit,
            "delete": lambda rest: user.delete(self._message(rest)),
        }

    def draw(self) -> str:
        """Return what is on the screen now: the last messages, the modal on top."""
        self._numbered = []
        lines = []
        for number, message in enumerate(self._user.standing[-_LAST:]):
            theirs = message.author == self._user.id
            who = "you" if theirs else "app, to you alone" if message.is_ephemeral else "app"
            said = "…" if message.is_loading else shown(message.content).words
            lines.append(f"({number}) {who}{self._where(message)}: {said}")
            lines += [f"  file {file.name}" for file in message.files]
            lines += self._components(message, message.components)
        if (modal := self._user.modal) is not None:
            lines += [f"== {modal.title} == (submit)", *self._fields(modal.body["components"], modal.fields)]
        lines += [f"Discord: {error}" for error in self._user.errors[self._errors :]]
        self._errors = len(self._user.errors)
        return "\n".join(lines)

    def _where(self, message: Message) -> str:
        """Where something stands that others see too."""
        name = self._user.name_of(message)
        return f", in #{name}" if name and not message.is_ephemeral else ""

    def _components(self, message: Message, components: Sequence[Json]) -> Iterator[str]:
        for component in components:
            match component["type"]:
                case kind if kind == TEXT:
                    yield from _indented(shown(component["content"]).words)
                case kind if kind == SEPARATOR:
                    yield "  ---"
                case kind if kind in {BUTTON, SELECT} and component.get("style") != LINK_STYLE:
                    yield self._number((message, component)) + label(component) + _offered(component)
                case kind if kind == BUTTON:
                    yield f"  {label(component)}: {component['url']}"
                case _:
                    below = [*component.get("components", []), component.get("accessory")]
                    yield from self._components(message, [each for each in below if each])

    def _fields(self, components: Sequence[Json], fields: Sequence[Field]) -> Iterator[str]:
        for component in components:
            if component["type"] == LABEL:
                field = next(each for each in fields if each.component is component["component"])
                held = self._user.modal.state[field.custom_id] if self._user.modal else ""
                held = (
                    held if isinstance(held, str) else ", ".join(held) if isinstance(held, Sequence) else ""
                )
                yield f"{self._number(field)}{field.label}: {held or '…'}{_offered(field.component)}"
                yield from _indented(component.get("description") or "")
            else:
                yield from _indented(shown(component.get("content", "")).words)

    def _number(self, control: Control) -> str:
        self._numbered.append(control)
        return f"  [{len(self._numbered)}] "

    async def take(self, line: str) -> str:
        """Do what a line says, and return what the screen shows then, or why it could not be done."""
        return await attempt(self._take, line)

    async def _take(self, line: str) -> str:
        if line == "?":
            return HELP
        word, _, rest = line.partition(" ")
        here = self._guild if self._is_there else None
        if word == "offer":
            path, options = _typed(rest)
            return "\n".join(await self._user.autocomplete(path, guild=here, **options))
        if line.startswith("/"):
            path, options = _typed(line[1:])
            await self._user.command(path, guild=here, room=None, **options)
        elif word.isdigit():
            await self._press(int(word), rest)
        elif word in self._acts:
            done = self._acts[word](rest)
            if done is not None:
                await done
        elif line:
            await self._user.dm(line)
        return self.draw()

    async def _press(self, number: int, rest: str) -> None:
        control = self._numbered[number - 1]
        chosen = [each.strip() for each in rest.split(",") if each]
        if isinstance(control, Field):
            self._user.fill({control.custom_id: chosen if control.kind == SELECT else rest})
            return
        message, component = control
        if component["type"] == BUTTON:
            await self._user.press(component["custom_id"], on=message)
        else:
            await self._user.select(component["custom_id"], *chosen, on=message)

    async def _edit(self, rest: str) -> None:
        number, _, words = rest.partition(" ")
        await self._user.edit(self._message(number), words)

    def _message(self, number: str) -> Message:
        return self._user.standing[-_LAST:][int(number)]

    def _go(self, *, is_there: bool) -> None:
        self._is_there = is_there


def _typed(line: str) -> tuple[str, dict[str, str]]:
    """A command's path, and what is put into its options by name."""
    path, *given = _OPTION.split(f"{line} ")
    pairs = zip(given[::2], given[1::2], strict=True)
    return path.strip(), {name: value.strip() for name, value in pairs}


def _offered(component: Json) -> str:
    """What can be chosen."""
    names = " / ".join(str(option["label"]) for option in component.get("options", []))
    return f"   ({names})" if names else ""


def _indented(text: str) -> Iterator[str]:
    return (f"  {line}" for line in text.splitlines())
