"""Being the user by hand: a screen as text, with numbers to press, and lines that do something on it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator

from tests.json_types import Json
from tests.sim.common.by_hand import attempt
from tests.sim.slack.actors import User
from tests.sim.slack.controls import Control, controls
from tests.sim.slack.views import View
from tests.sim.slack.words import words
from tests.sim.slack.world import Message

HELP = """\
/reststop start   a command             5 words   press, choose or fill in what has the number 5
anything else     a direct message      submit · close · home · messages
shortcut write    a global shortcut     keep 2    the shortcut "keep" on message 2
tz Europe/Paris   move                  install http://127.0.0.1:3000/slack/install
?                 this                  quit"""
_LAST = 8


class Prompt:
    """One person's Slack in a terminal. Numbers are those that `draw` gave last."""

    def __init__(self, user: User) -> None:
        """Be `user`."""
        self._user = user
        self._numbered: list[tuple[Message | View, Control]] = []
        self._errors = 0
        self._acts: dict[str, Callable[[str], Awaitable[object]]] = {
            "submit": lambda _: user.submit(),
            "close": lambda _: user.close(),
            "home": lambda _: user.open_home(),
            "messages": lambda _: user.open_messages(),
            "shortcut": user.shortcut,
            "keep": lambda rest: user.message_shortcut("keep", user.messages[-_LAST:][int(rest)]),
            "tz": user.set_tz,
        }

    def draw(self) -> str:
        """Return what is on the screen now: the last messages, the Home if it is open, the modal on top."""
        self._numbered = []
        lines = []
        for number, message in enumerate(self._user.messages[-_LAST:]):
            who = "you" if message.bot_id is None else "app, to you alone" if message.is_ephemeral else "app"
            lines.append(f"({number}) {who}: " + ("" if message.blocks else message.text))
            lines += self._blocks(message, message.blocks)
        if self._user.home is not None and self._user.screen.looks_at == "home":
            lines += ["-- Home --", *self._blocks(self._user.home, self._user.home.blocks)]
        if self._user.modals:
            top = self._user.modals[-1]
            lines += [f"== {top.title} =={' (submit)' if top.body.get('submit') else ''}"]
            lines += self._blocks(top, top.blocks)
            lines += [f"  ! {error}" for error in top.errors.values()]
        lines += [f"Slack: {error}" for error in self._user.errors[self._errors :]]
        self._errors = len(self._user.errors)
        return "\n".join(lines)

    def _blocks(self, place: Message | View, blocks: list[Json]) -> Iterator[str]:
        for block in blocks:
            found = list(controls([block]))
            if block["type"] not in {"actions", "input"}:
                alone = {key: value for key, value in block.items() if key != "accessory"}
                yield from (f"  {line}" for text in words(alone) for line in text.splitlines())
            for control in found:
                self._numbered.append((place, control))
                yield f"  [{len(self._numbered)}] {control.label}{_now(place, control)}"

    async def take(self, line: str) -> str:
        """Do what a line says, and return what the screen shows then, or why it could not be done."""
        return await attempt(self._take, line)

    async def _take(self, line: str) -> str:
        if line == "?":
            return HELP
        word, _, rest = line.partition(" ")
        if word == "install":
            page = await self._user.install(rest)
            return f"{page.status}\n{page.text}"
        if line.startswith("/"):
            await self._user.command(line)
        elif word.isdigit():
            await self._press(int(word), rest)
        elif word in self._acts:
            await self._acts[word](rest)
        elif line:
            await self._user.dm(line)
        return self.draw()

    async def _press(self, number: int, rest: str) -> None:
        place, control = self._numbered[number - 1]
        action_id = str(control.element["action_id"])
        if control.element["type"] == "button":
            await self._user.click(action_id, on=place)
        elif control.is_input:
            self._user.fill({str(control.block["block_id"]): rest})
        else:
            await self._user.select(action_id, *[each.strip() for each in rest.split(",") if each], on=place)


def _now(place: Message | View, control: Control) -> str:
    """What a control holds, or what can be chosen in it."""
    state = place.state.get(control.block["block_id"], {}).get(control.element.get("action_id", ""))
    if state is None:
        return ""
    held = ", ".join(words(state)) or next((str(value) for key, value in state.items() if key != "type"), "")
    offered = " / ".join(option["text"]["text"] for option in control.element.get("options", []))
    return f": {held if held not in {'None', '[]'} else '…'}" + (f"   ({offered})" if offered else "")
