"""The simulated world: who exists, what was shown to whom, and which letters arrived.

It stands outside the house, as platforms do: a house that is torn down and built again finds it as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import assert_never

from adapters.sim.chat import SimChat
from adapters.sim.errors import NotYours, UnknownRef
from adapters.sim.forms import draw_form, hints, holding
from adapters.sim.limits import DEFAULT_SURFACE, SURFACES, Limits, refuse_too_long
from adapters.sim.render import Output, SeenBy, draw_card, draw_file
from adapters.sim.rooms import Rooms
from adapters.sim.spots import Placed, PlacedForm, Spot, Turn
from adapters.sim.text import write_instant
from bot.domain.people import Account, Place
from bot.errors import SurfaceError
from bot.ports.time import Clock
from bot.surface.audience import Audience, Direct, Home, OnlyYou, Reading
from bot.surface.card import Card, LinkButton
from bot.surface.form import Form
from bot.surface.inbound import FileGiven, FormSubmitted
from bot.surface.outcome import Act, Attach, Hear, Open, Outcome, Quiet, Refuse, Replace, Retract, Show

WORKSPACE = "sim"


class SimWorld:
    """Everything that a story's people can see. What is shown goes to `out` at once, in order."""

    def __init__(
        self,
        *,
        clock: Clock,
        out: Callable[[Output], None],
        zone: str | None = None,
        surfaces: Mapping[str, Limits] = SURFACES,
    ) -> None:
        """Begin with nobody and nothing; `zone` is where everyone's machine stands, if it is known."""
        self._clock = clock
        self._zone = zone
        self._limits = surfaces
        self._out = out
        self._shown = 0
        self._first_surface: dict[str, str] = {}
        self._in_charge: set[Account] = set()
        self._controls: dict[str, Placed] = {}
        self._forms: dict[str, PlacedForm] = {}
        self.chats = {
            name: SimChat(limits, self._post, put=self._put, again=self._again)
            for name, limits in surfaces.items()
        }

    def account(self, who: str, surface: str | None) -> Account:
        """Return the account of `who`: on the surface that is named, else where they were first seen."""
        surface = surface or self._first_surface.get(who, DEFAULT_SURFACE)
        return Account(surface=surface, workspace=WORKSPACE, user=who)

    def arrives(self, account: Account) -> bool:
        """Somebody does something and is known from now on; True if that opens their terminal."""
        self._first_surface.setdefault(account.user, account.surface)
        chat = self.chats[account.surface]
        chat.opens(account)
        return chat.capabilities.waits and chat.comes(account)

    def closes(self, account: Account) -> None:
        """A platform closes somebody's account. Nobody becomes known by that."""
        self.chats[account.surface].closes(account)

    def removed(self, surface: str) -> None:
        """Reststop is taken away from a platform."""
        self.chats[surface].is_removed = True

    def added(self, surface: str) -> bool:
        """Somebody acts on a platform, so Reststop is there; True if it was taken away before."""
        was_removed = self.chats[surface].is_removed
        self.chats[surface].is_removed = False
        return was_removed

    def direct(self, account: Account, *, is_open: bool) -> None:
        """Somebody lets direct messages in, or shuts them out; at a terminal, comes or goes."""
        self._first_surface.setdefault(account.user, account.surface)
        chat = self.chats[account.surface]
        if is_open:
            chat.comes(account)
        else:
            chat.leaves(account)

    def zone(self, account: Account) -> str | None:
        """Return what the surface of an account tells of its time zone."""
        return self._zone if self._limits[account.surface].tells_zone else None

    def organisation(self, account: Account) -> str:
        """Return the organisation that an account is in: there is one on each surface."""
        return f"{account.surface}/{account.workspace}"

    def appoint(self, account: Account, *, is_admin: bool) -> None:
        """A platform says from now on that somebody looks after their organisation, or that they do not."""
        if is_admin:
            self._in_charge.add(account)
        else:
            self._in_charge.discard(account)

    def manages(self, account: Account) -> bool:
        """Whether the platform of an account says that."""
        return account in self._in_charge

    def house_ends(self) -> None:
        """The house is torn down: its terminals close with it."""
        for chat in self.chats.values():
            chat.all_leave()

    def control(self, ref: str, account: Account) -> Placed:
        """Return the control with this ref.

        Raises:
            UnknownRef: no such control was shown.
            NotYours: it was shown to somebody else, or stands in a channel in which they are not.
        """
        placed = self._controls.get(ref)
        if placed is None:
            raise UnknownRef
        rooms = self.chats[account.surface].rooms
        if placed.spot.to != account and not rooms.is_before(account, placed.spot):
            raise NotYours
        return placed

    def surface_of(self, ref: str) -> str | None:
        """Return the surface of the channel in which a control stands; None where it is somebody's own."""
        placed = self._controls.get(ref)
        return placed.spot.place.surface if placed and placed.spot.place else None

    def place(self, surface: str, where: str | None) -> Place | None:
        """Return the channel that a story calls `where`; None where there is none, as at a terminal."""
        if where is None or not self.chats[surface].capabilities.hosted:
            return None
        return Place(surface=surface, workspace=WORKSPACE, channel=where)

    def room(self, surface: str, where: str) -> tuple[Rooms, Place]:
        """Return a channel by its place, among those of a surface; at a terminal nothing comes of it."""
        return self.chats[surface].rooms, Place(surface=surface, workspace=WORKSPACE, channel=where)

    def form(self, ref: str, account: Account) -> PlacedForm:
        """Return the form with this ref, open or not: what was sent can be sent again.

        Raises:
            UnknownRef: no such form was opened.
            NotYours: it was opened for somebody else.
        """
        placed = self._forms.get(ref)
        if placed is None:
            raise UnknownRef
        if placed.to != account:
            raise NotYours
        return placed

    async def note_files(self, turn: Turn, outcome: Outcome, hear: Hear) -> Outcome:
        """Tell the core of each file before a platform has it; return the outcome with what may be shown."""
        if not self.chats[turn.account.surface].capabilities.hosted:
            return outcome
        shown: list[Act] = []
        for act in outcome.then:
            if isinstance(act, Attach) and act.id is not None:
                name = act.id.hex
                given = FileGiven(
                    event_id=f"file:{name}",
                    account=turn.account,
                    organisation=self.organisation(turn.account),
                    manages=self.manages(turn.account),
                    attached=act.id,
                    file=name,
                )
                if not isinstance((await hear(given)).first, Quiet):
                    continue
            shown.append(act)
        return replace(outcome, then=tuple(shown))

    def tell(self, turn: Turn, outcome: Outcome) -> None:
        """Show what the core answers to a turn."""
        for act in (outcome.first, *outcome.then):
            self._act(act, turn)

    def _act(self, act: Act, turn: Turn) -> None:
        match act:
            case Show():
                seen_by = _seen_by(act.audience)
                where = None if seen_by == "direct" else turn.where
                if not isinstance(act.audience, Reading) or act.audience.to == turn.account:
                    self._show(act.card, self._next_spot(turn.account, where, seen_by))
            case Replace():
                self._replace(act.card, turn)
            case Retract():
                if turn.source is not None:
                    self._become(turn.source, None)
            case Open():
                self._open(act.form, turn)
            case Refuse():
                self._keep_typed(turn)
                base = self._base(self._next_spot(turn.account, turn.where, "only_you"))
                self._out(replace(base, kind="errors", errors=dict(act.errors)))
            case Attach(file=file):
                base = self._base(self._next_spot(turn.account, turn.where, "only_you"))
                self._out(draw_file(file, base))
            case Quiet():
                pass
            case _:
                assert_never(act)

    def _post(self, account: Account, card: Card) -> None:
        self._show(card, self._next_spot(account, None, "direct"))

    def _put(self, place: Place, card: Card, under: str) -> Spot:
        base = self._next_spot(None, place.channel, "channel")
        spot = replace(base, place=place, under=under)
        self._show(card, spot)
        return spot

    def _replace(self, card: Card, turn: Turn) -> None:
        if turn.source is not None:
            self._become(turn.source, card)
        else:
            self._show(card, self._next_spot(turn.account, turn.where, "only_you"))

    def _become(self, spot: Spot, card: Card | None) -> None:
        """What was pressed becomes another card, or goes: for everybody, where it is nobody's own."""
        if spot.place is not None:
            self.chats[spot.place.surface].rooms.become(spot, card)
        else:
            self._again(spot, card)

    def _again(self, spot: Spot, card: Card | None) -> None:
        if card is None:
            self._out(replace(self._base(spot), kind="retract"))
        else:
            self._show(card, spot, changed=True)

    def _show(self, card: Card, spot: Spot, *, changed: bool = False) -> None:
        if spot.seen_by == "direct" and spot.to is not None:
            refuse_too_long(card, self._limits[spot.to.surface])
        for control in card.controls:
            if not isinstance(control, LinkButton):
                self._controls[control.ref] = Placed(control=control, spot=spot)
        base = self._base(spot)
        self._out(draw_card(card, replace(base, kind="replace") if changed else base))

    def _open(self, form: Form, turn: Turn) -> None:
        if (
            isinstance(turn.event, FormSubmitted)
            and not self._limits[turn.account.surface].form_may_follow_form
        ):
            raise SurfaceError("a form cannot follow a form here")
        spot = self._next_spot(turn.account, turn.where, "only_you")
        self._forms[form.ref] = PlacedForm(form=form, to=turn.account, where=turn.where, source=turn.source)
        base = replace(self._base(spot), kind="form", text_id=form.text_id, text=hints(form))
        self._out(replace(base, form=draw_form(form)))

    def _keep_typed(self, turn: Turn) -> None:
        """A refused form stays open with everything that was typed into it."""
        if isinstance(turn.event, FormSubmitted) and turn.event.ref in self._forms:
            placed = self._forms[turn.event.ref]
            self._forms[turn.event.ref] = replace(placed, form=holding(placed.form, turn.event.values))

    def _next_spot(self, to: Account | None, where: str | None, seen_by: SeenBy) -> Spot:
        self._shown += 1
        return Spot(id=f"o{self._shown}", to=to, where=where, seen_by=seen_by)

    def _base(self, spot: Spot) -> Output:
        base = Output(
            at=write_instant(self._clock.now()),
            id=spot.id,
            to=spot.to.user if spot.to else None,
            where=spot.where,
            seen_by=spot.seen_by,
            kind="card",
        )
        return base.below(spot.under) if spot.under else base


def _seen_by(audience: Audience) -> SeenBy:
    match audience:
        case Direct():
            return "direct"
        case OnlyYou():
            return "only_you"
        case Reading():
            return "reading"
        case Home():
            return "home"
        case _:
            assert_never(audience)
