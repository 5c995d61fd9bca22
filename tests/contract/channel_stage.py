"""Where the channel contract plays: a channel with Reststop and two people in it, driven from outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from bot.domain.people import Account, Place
from bot.ports.chat import ChatPort, Why
from bot.surface.outcome import Hear


class ChannelStage(Protocol):
    """One channel of one surface. Each act returns when it was answered."""

    @property
    def place(self) -> Place:
        """The channel, by the platform's id."""
        ...

    @property
    def place_name(self) -> str:
        """What the platform calls it where somebody acts; "" where it does not say."""
        ...

    @property
    def people(self) -> tuple[Account, Account]:
        """Two people who are in it."""
        ...

    @property
    def chat(self) -> ChatPort:
        """The way out of the surface that stands, from `arrive` on."""
        ...

    @property
    def closings(self) -> Sequence[Why]:
        """Why this channel can be closed to Reststop. A stage that leaves one out has the reason."""
        ...

    async def arrive(self) -> None:
        """Begin: the surface is connected."""
        ...

    def called(self, who: Account) -> str:
        """Return what the platform calls one of the two."""
        ...

    def mention(self, who: Account) -> str:
        """Return how one of the two is called to in a message of this platform."""
        ...

    async def command(self, who: Account, text: str) -> None:
        """Let somebody give a command where the channel is before them."""
        ...

    async def talk(self, who: Account, text: str) -> None:
        """Let somebody write to the others in the channel."""
        ...

    async def press(self, who: Account, name: str) -> None:
        """Let somebody press the newest button of that name that the core offered."""
        ...

    async def choose(self, who: Account, name: str, *options: str) -> None:
        """Let somebody choose options by their names."""
        ...

    async def fill(self, who: Account, values: Mapping[str, str]) -> None:
        """Let somebody type into the form that opened for them, and send it."""
        ...

    def stands(self) -> Sequence[str]:
        """Return what everybody in the channel can read now, what stands below others too, oldest first.

        Each message of Reststop's with all its words and labels; what people wrote is left out.
        """
        ...

    def below(self, message: str) -> Sequence[str]:
        """Return what of that stands below a message, by the handle of `Sent`."""
        ...

    def alone(self, who: Account) -> str:
        """Return all that somebody alone could read until now: answers, forms, their own conversation."""
        ...

    def calls(self) -> Sequence[str]:
        """Return what in the channel ever called somebody, led somewhere, unfolded, or was drawn as markup.

        A message as such calls nobody: only what stands in it.
        """
        ...

    async def close(self, why: Why) -> None:
        """Close the channel to Reststop."""
        ...

    async def open_again(self) -> None:
        """Let it be as it was, where that can be: what is gone stays gone."""
        ...


OpenChannel = Callable[[Hear], ChannelStage]


def together(texts: Sequence[str]) -> str:
    """Return texts as one, wherever lines were broken."""
    return " ".join("\n".join(texts).split())


def among(texts: Sequence[str], words: str) -> bool:
    """Whether `words` are read whole in one of the texts."""
    wanted = together([words])
    return any(wanted in together([text]) for text in texts)
