"""Lines: what stands in one, and the turn that a person's line means."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from adapters.sim.app import SimWorld
from adapters.sim.errors import BadJson, MissingField, UnknownRef
from adapters.sim.forms import filled
from adapters.sim.limits import SURFACES
from adapters.sim.spots import Placed, PlacedForm, Turn
from adapters.sim.text import read_instant
from bot.domain.people import Account
from bot.errors import BadInput
from bot.ports.chat import Why
from bot.surface.card import Button, Choose, Scale
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    DirectMessage,
    Facts,
    FileBrought,
    FormDismissed,
    FormSubmitted,
    MessageDeleted,
    MessageEdited,
    OptionChosen,
    ScaleAnswered,
)

_IN_AND_OUT = ("join", "leave")
_OPEN = "open"
_ADMIN = "admin"
_ROLES = (_ADMIN, "member")
"""What a platform may say of somebody in an organisation."""


@dataclass(frozen=True, slots=True)
class Line:
    """One JSON object, read key by key: each reading says what it expects, or refuses the line."""

    keys: dict[str, object] = field(repr=False)

    def get(self, key: str) -> object:
        """Return what stands at a key.

        Raises:
            MissingField: nothing does.
        """
        if key not in self.keys:
            raise MissingField(f'This line needs "{key}".')
        return self.keys[key]

    def text(self, key: str) -> str:
        """Return a text, which may be empty."""
        value = self.get(key)
        if not isinstance(value, str):
            raise BadJson(f'"{key}" is a text.')
        return value

    def name(self, key: str) -> str:
        """Return a text that names something: not empty, and writable as UTF-8."""
        value = self.text(key)
        if not value or any("\ud800" <= char <= "\udfff" for char in value):
            raise BadJson(f'"{key}" is a name.')
        return value

    def name_or_none(self, key: str) -> str | None:
        """Return a name, or None where there is none."""
        return None if self.keys.get(key) is None else self.name(key)

    def content(self, key: str) -> bytes:
        """Return bytes that are written in base 64."""
        try:
            return b64decode(self.text(key), validate=True)
        except ValueError:
            raise BadJson(f'"{key}" is bytes in base 64.') from None

    def flag(self, key: str) -> bool:
        """Return true or false."""
        value = self.get(key)
        if not isinstance(value, bool):
            raise BadJson(f'"{key}" is true or false.')
        return value

    def instant(self, key: str) -> datetime:
        """Return an instant in UTC."""
        text = self.text(key)
        try:
            return read_instant(text)
        except BadInput as problem:
            raise BadJson(problem.sentence) from None

    def surface(self) -> str | None:
        """Return the surface that is named, if one is."""
        surface = self.name_or_none("surface")
        if surface is not None and surface not in SURFACES:
            raise BadJson("A surface is console, slack or discord.")
        return surface

    def is_admin(self) -> bool:
        """Whether the role that is named is that of an admin."""
        role = self.text("role")
        if role not in _ROLES:
            raise BadJson(f"A role is {' or '.join(_ROLES)}.")
        return role == _ADMIN

    def change_of_room(self, world: SimWorld) -> Callable[[], None]:
        """Return what a line lets happen to a channel: somebody joins or leaves it, or it closes or opens."""
        change, where = self.text("change"), self.name("where")
        if change in _IN_AND_OUT:
            account = self.account(world)
            rooms, place = world.room(account.surface, where)
            return partial(rooms.joins if change == _IN_AND_OUT[0] else rooms.leaves, account, place)
        rooms, place = world.room(self.surface() or "slack", where)
        if change == _OPEN:
            return partial(rooms.open, place)
        if change not in {*Why}:
            raise BadJson(f'"change" is one of {", ".join((*_IN_AND_OUT, _OPEN, *Why))}.')
        return partial(rooms.close, place, Why(change))

    def account(self, world: SimWorld, default: str | None = None) -> Account:
        """Return whose line this is, on the surface that is named or is `default`.

        Nobody becomes known by being named.
        """
        return world.account(self.name("who"), self.surface() or default)


def read_line(raw: bytes) -> Line:
    """Return what a line holds.

    Raises:
        BadJson: it is not one JSON object in UTF-8.
    """
    try:
        value = json.loads(raw, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise BadJson from None
    if not isinstance(value, dict):
        raise BadJson
    return Line(value)


def _refuse_constant(_: str) -> None:
    raise BadJson


Read = Callable[[Line, SimWorld, str], Turn]
"""Reads one kind of line into a turn, under an event id. Raises LineRefused; nothing has changed then."""


def _facts(line: Line, world: SimWorld, event_id: str, default: str | None = None) -> Facts:
    account = line.account(world, default)
    return Facts(
        event_id=event_id,
        account=account,
        handle=event_id,
        zone=world.zone(account),
        organisation=world.organisation(account),
        manages=world.manages(account),
        called=account.user,
    )


def _there(facts: Facts, world: SimWorld, where: str | None) -> Facts:
    """Return the facts of what somebody does in a room, where their surface has any."""
    place = world.place(facts["account"].surface, where)
    return {**facts, "place": place, "place_name": place.channel.removeprefix("#")} if place else facts


def _command(line: Line, world: SimWorld, event_id: str) -> Turn:
    where = line.name_or_none("where")
    facts = _there(_facts(line, world, event_id), world, where)
    event = CommandInvoked(**facts, text=command_text(line.text("text")))
    return Turn(account=facts["account"], event=event, where=where)


def command_text(text: str) -> str:
    """Return a command without a leading slash and without the product's name."""
    text = text.strip().removeprefix("/")
    first, _, rest = text.partition(" ")
    return rest.strip() if first.casefold() == "reststop" else text


def _say(line: Line, world: SimWorld, event_id: str) -> Turn:
    message = line.name_or_none("message") or ""
    facts = _facts(line, world, event_id)
    return _talk(line, DirectMessage(**facts, text=line.text("text"), message=message))


def _edit(line: Line, world: SimWorld, event_id: str) -> Turn:
    facts = _facts(line, world, event_id)
    return _talk(line, MessageEdited(**facts, text=line.text("text"), message=line.name("message")))


def _delete(line: Line, world: SimWorld, event_id: str) -> Turn:
    facts = _facts(line, world, event_id)
    return _talk(line, MessageDeleted(**facts, message=line.name("message")))


def _talk(line: Line, event: DirectMessage | MessageEdited | MessageDeleted) -> Turn:
    """Return what somebody says or takes back; of what stands in a room the core never hears."""
    where = line.name_or_none("where")
    return Turn(account=event.account, event=event if where is None else None, where=where)


def _file(line: Line, world: SimWorld, event_id: str) -> Turn:
    event = FileBrought(**_facts(line, world, event_id), name=line.name("name"), body=line.content("base64"))
    return Turn(account=event.account, event=event)


def _press(line: Line, world: SimWorld, event_id: str) -> Turn:
    facts, placed = _control(line, world, event_id)
    if not isinstance(placed.control, Button):
        raise UnknownRef("No button has this ref.")
    return _turn(line, ActionPressed(**facts, ref=placed.control.ref), placed)


def _choose(line: Line, world: SimWorld, event_id: str) -> Turn:
    facts, placed = _control(line, world, event_id)
    control = placed.control
    if not isinstance(control, Choose):
        raise UnknownRef("No choice has this ref.")
    return _turn(line, OptionChosen(**facts, ref=control.ref, values=_chosen(line, control)), placed)


def _chosen(line: Line, control: Choose) -> tuple[str, ...]:
    given = line.keys["values"] if "values" in line.keys else [line.get("value")]
    if not isinstance(given, list):
        raise BadJson('"values" is a list of names.')
    names = [option.name for option in control.options]
    if not all(name in names for name in given) or len(set(given)) != len(given):
        raise BadJson("Each value is the name of one of the options, once.")
    fewest = 1 if control.at_most == 1 else 0
    if not fewest <= len(given) <= control.at_most:
        raise BadJson("So many of the options cannot be chosen.")
    return tuple(given)


def _scale(line: Line, world: SimWorld, event_id: str) -> Turn:
    facts, placed = _control(line, world, event_id)
    control, value = placed.control, line.get("value")
    if not isinstance(control, Scale):
        raise UnknownRef("No scale has this ref.")
    if value is not None and (type(value) is not int or not control.low <= value <= control.high):
        raise BadJson('"value" is a step of the scale, or null.')
    return _turn(line, ScaleAnswered(**facts, ref=control.ref, value=value), placed)


def _control(line: Line, world: SimWorld, event_id: str) -> tuple[Facts, Placed]:
    """Return a control with the facts of who uses it: on the surface of its channel, if it stands in one."""
    ref = line.name("ref")
    facts = _facts(line, world, event_id, default=world.surface_of(ref))
    placed = world.control(ref, facts["account"])
    return _there(facts, world, placed.spot.where), placed


def _turn(line: Line, event: ActionPressed | OptionChosen | ScaleAnswered, placed: Placed) -> Turn:
    where = placed.spot.where or line.name_or_none("where")
    return Turn(account=event.account, event=event, where=where, source=placed.spot)


def _submit(line: Line, world: SimWorld, event_id: str) -> Turn:
    facts, placed = _form(line, world, event_id)
    given = line.get("values")
    if not isinstance(given, dict):
        raise BadJson('"values" is an object of values by field name.')
    event = FormSubmitted(**facts, ref=placed.form.ref, values=filled(placed.form, given))
    return Turn(account=placed.to, event=event, where=placed.where, source=placed.source)


def _dismiss(line: Line, world: SimWorld, event_id: str) -> Turn:
    facts, placed = _form(line, world, event_id)
    event = FormDismissed(**facts, ref=placed.form.ref)
    return Turn(account=placed.to, event=event, where=placed.where, source=placed.source)


def _form(line: Line, world: SimWorld, event_id: str) -> tuple[Facts, PlacedForm]:
    facts = _facts(line, world, event_id)
    return facts, world.form(line.name("ref"), facts["account"])


TURNS: dict[str, Read] = {
    "command": _command,
    "say": _say,
    "edit": _edit,
    "delete": _delete,
    "file": _file,
    "press": _press,
    "choose": _choose,
    "scale": _scale,
    "submit": _submit,
    "dismiss": _dismiss,
}
"""What a person can do in a story, by the word in `do`."""
