"""What Discord hands on, read into events of the core and the place where each happened.

Shapes: https://discord.com/developers/docs/interactions/receiving-and-responding. Pure: the same payload is
always the same event. What is none of ours, or says nothing, is None.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from adapters.discord.drawing.controls import ControlId, Kind, step_of
from adapters.discord.drawing.forms import ref_of, typed_in
from adapters.discord.drawing.render import IS_LAYOUT
from adapters.discord.hearing.places import Command, FormSent, Place, Posted, Talk, Whisper
from adapters.discord.text import Json
from bot.domain import people
from bot.domain.people import Account
from bot.domain.zones import zone_meant
from bot.errors import UnknownZone
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    DirectMessage,
    Facts,
    FormSubmitted,
    InboundEvent,
    MessageDeleted,
    MessageEdited,
    OptionChosen,
    ScaleAnswered,
)
from bot.surface.words import PRODUCT, Words

SURFACE = "discord"
_EPHEMERAL = 1 << 6
_LOOKS_AFTER = 1 << 3 | 1 << 5
"""Administrator and Manage Server, among somebody's permissions
(https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags)."""
_BELOW = {1, 2}
"""Types of options that have others below them: commands and groups of them."""
_ZONE, _MORE = "zone", "more"

ZoneOf = Callable[[Account], str | None]


class InteractionType(IntEnum):
    """Of what somebody did."""

    COMMAND = 2
    COMPONENT = 3
    TYPING = 4
    """Choices are to be offered while they type."""
    SUBMIT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An interaction: what somebody did. `guild` is "" in the direct conversation, and nowhere else.

    `message` is that on which a control stands, or from which a form was opened; "" where there is none.
    `server` is the id of a server that added Reststop, `permissions` what they may do there; "" and 0
    wherever else, also where only the person added it: whose server that is has no say here.
    `room` is the channel of a server that it belongs to, with its name if that is told: that of the thread
    itself, or of the channel where Reststop began the thread by an answer. `called` is their name there.
    """

    id: str
    type: int
    application: str
    user: str = field(repr=False)
    guild: str
    channel: str = field(repr=False)
    data: Json = field(repr=False)
    message: str
    flags: int
    server: str = ""
    permissions: int = 0
    room: str = field(default="", repr=False)
    room_name: str = field(default="", repr=False)
    called: str = field(default="", repr=False)

    @property
    def account(self) -> Account:
        """Who did it."""
        return Account(surface=SURFACE, workspace=self.application, user=self.user)

    @property
    def organisation(self) -> str:
        """Where it was done: a server; "" in a conversation, which is no organisation's."""
        return f"{SURFACE}/{self.server}" if self.server else ""

    @property
    def manages(self) -> bool:
        """Whether they look after that server. No number below zero is a set of permissions."""
        return bool(self.server) and self.permissions > 0 and bool(self.permissions & _LOOKS_AFTER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A message in a direct conversation. `edited_at` is "" as long as nobody changed it."""

    id: str
    application: str
    user: str = field(repr=False)
    channel: str = field(repr=False)
    content: str = field(repr=False)
    edited_at: str = ""
    called: str = field(default="", repr=False)

    @property
    def account(self) -> Account:
        """Who wrote it."""
        return Account(surface=SURFACE, workspace=self.application, user=self.user)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What somebody did, and where."""

    event: InboundEvent
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Somebody wishes to see what is kept under a token."""

    account: Account
    token: str = field(repr=False)


class Reader:
    """Reads what is handed on, with what is known here beside it: zones, and which words are commands."""

    def __init__(self, zone_of: ZoneOf, commands: Collection[str]) -> None:
        """Ask `zone_of` for what is known of somebody's zone; `commands` are words that stand alone."""
        self._zone_of = zone_of
        self._commands = Words(commands)

    def read(self, given: Given) -> Heard | Wanted | None:
        """Return what an interaction says."""
        match given.type:
            case InteractionType.COMMAND:
                return self._command(given)
            case InteractionType.COMPONENT:
                return self._pressed(given)
            case InteractionType.SUBMIT:
                return self._sent(given)
            case _:
                return None

    def said(self, said: Said) -> Heard | None:
        """Return what somebody wrote; None where there are no words in it."""
        if not said.content.strip():
            return None
        facts = self._facts(f"message:{said.id}", said.account)
        facts["called"] = said.called
        command = self._commands.meant(said.content)
        if command is not None:
            place = Talk(command=self._commands.name(command))
            return Heard(event=CommandInvoked(**facts, text=command), place=place)
        event = DirectMessage(**facts, text=said.content, message=said.id)
        return Heard(event=event, place=Talk())

    def edited(self, said: Said) -> Heard | None:
        """Return what a message says now; None where Discord only shows a link in it."""
        if not said.edited_at:
            return None
        facts = self._facts(f"edited:{said.id}:{said.edited_at}", said.account)
        facts["called"] = said.called
        event = MessageEdited(**facts, message=said.id, text=said.content)
        return Heard(event=event, place=Talk())

    def deleted(self, account: Account, message: str) -> Heard:
        """Return that a message of somebody's is gone."""
        facts = self._facts(f"deleted:{message}", account)
        return Heard(event=MessageDeleted(**facts, message=message), place=Talk())

    def _command(self, given: Given) -> Heard | None:
        if given.data.get("name") != PRODUCT:
            return None
        path, options = _chosen(given.data)
        zone = next((value for name, value in options if name == _ZONE), None)
        words = " ".join(value for name, value in options if name != _ZONE)
        facts = self._of(given)
        if zone is not None:
            facts["zone"] = _known(zone)
        event = CommandInvoked(**facts, text=f"{' '.join(path)} {words}".strip(), names_zone=zone is not None)
        return Heard(event=event, place=Command(is_direct=not given.guild))

    def _pressed(self, given: Given) -> Heard | Wanted | None:
        control = ControlId.unpack(str(given.data.get("custom_id", "")))
        place = _below(given)
        if control is None or place is None:
            return None
        if control.kind is Kind.KEPT:
            return Wanted(account=given.account, token=control.arg)
        event = self._control(control, given)
        return Heard(event=event, place=place) if event else None

    def _control(  # noqa: PLR0911 - one for each kind
        self, control: ControlId, given: Given
    ) -> InboundEvent | None:
        facts, ref = self._of(given), control.ref
        values = tuple(str(value) for value in given.data.get("values") or ())
        match control.kind:
            case Kind.PRESS:
                return ActionPressed(**facts, ref=ref)
            case Kind.PICK:
                return OptionChosen(**facts, ref=ref, values=(control.arg,))
            case Kind.MENU | Kind.SEVERAL:
                return OptionChosen(**facts, ref=ref, values=values) if values else None
            case Kind.RATE | Kind.RATES:
                step = control.arg if control.kind is Kind.RATE else "".join(values[:1])
                try:
                    return ScaleAnswered(**facts, ref=ref, value=step_of(step))
                except ValueError:
                    return None
            case Kind.COMMAND:
                return CommandInvoked(**facts, text=control.arg.replace("+", " "))
            case Kind.KEPT:
                return None

    def _sent(self, given: Given) -> Heard:
        name, typed = str(given.data.get("custom_id", "")), given.data.get("components") or ()
        ref = ref_of(name) or ""  # of one that is none of ours, the core has its words given back
        event = FormSubmitted(**self._of(given), ref=ref, values=typed_in(typed))
        return Heard(
            event=event, place=FormSent(id=name, below=_below(given), is_direct=not given.guild, typed=typed)
        )

    def _of(self, given: Given) -> Facts:
        facts = self._facts(f"interaction:{given.id}", given.account)
        facts["organisation"], facts["manages"] = given.organisation, given.manages
        facts["called"] = given.called
        if given.room and given.type != InteractionType.SUBMIT:
            facts["place"] = people.Place(surface=SURFACE, workspace=given.application, channel=given.room)
            facts["place_name"] = given.room_name
        return facts

    def _facts(self, event_id: str, account: Account) -> Facts:
        return Facts(event_id=event_id, account=account, handle=event_id, zone=self._zone_of(account))


def typed_so_far(given: Given) -> str:
    """Return what stands in the option in which somebody types at this moment."""
    return next((value for name, value in _chosen(given.data)[1] if name == _ZONE), "")


def _known(zone: str) -> str | None:
    """Return the IANA name of a zone that somebody typed; None where it is none."""
    try:
        return zone_meant(zone).key
    except UnknownZone:
        return None


def _below(given: Given) -> Posted | Whisper | None:
    """Return the message on which a control stands, or from which a form was opened."""
    if not given.message:
        return None
    if given.flags & _EPHEMERAL:
        return Whisper()
    is_layout = bool(given.flags & IS_LAYOUT)
    return Posted(
        channel=given.channel, message=given.message, is_layout=is_layout, is_shared=bool(given.guild)
    )


def _chosen(data: Json) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the names below a command that were chosen, and what was typed behind them, by its name."""
    path: list[str] = []
    options: Sequence[Json] = data.get("options") or ()
    while options and options[0].get("type") in _BELOW:
        path.append(str(options[0]["name"]))
        options = options[0].get("options") or ()
    return [name for name in path if name != _MORE], list(_typed(options))


def _typed(options: Sequence[Json]) -> Iterator[tuple[str, str]]:
    for option in options:
        yield str(option["name"]), str(option.get("value", ""))
