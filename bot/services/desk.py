"""What the use cases work with: the ports, and one event being handled in one unit of work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Protocol, TypeVar
from uuid import UUID

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.closing import Closing
from bot.domain.organisations import Organisation
from bot.domain.people import Account, Person, PersonId, Place
from bot.domain.reviews import Shelf
from bot.domain.zones import zone_of
from bot.errors import UnknownZone
from bot.ports.catalogue import Catalogue
from bot.ports.chance import Chance
from bot.ports.chat import ChatPort
from bot.ports.documents import Documents, NoDocuments
from bot.ports.faults import CrashPoints
from bot.ports.figures import Figures, NoFigures
from bot.ports.holidays import HolidayCalendar, NoHolidays
from bot.ports.organisations import OrganisationRow
from bot.ports.store import Store, Unit
from bot.ports.telemetry import NoTelemetry, Telemetry
from bot.ports.time import Clock
from bot.ports.vault import Vault
from bot.services.code_tries import CodeTries
from bot.services.floods import Floods
from bot.services.today import Today
from bot.surface.bounded import Bounded
from bot.surface.capabilities import Capabilities
from bot.surface.inbound import FormSubmitted, InboundEvent, OptionChosen
from bot.surface.outcome import Outcome
from bot.surface.refs import ActionRef, Owner, RefCodec

ORGANISATIONS_KNOWN = 1_000
"""So many organisations are kept open in memory; another is opened when it is asked for."""
CHANNELS_KNOWN = 1_000
"""Of so many channels the name is remembered, while something is about to begin there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Every port that a use case may need, and what this house says of itself.

    `operator` is who runs this server, for `privacy`. `policy` is the address of the organisation's own
    page on ending and referring, `on_call` how its staff reach somebody now; empty where none was given, and
    an organisation's own come first. `admins` are organisations, each with the platform's id of somebody who
    looks after it by the settings. `closing` is what its operator had said of its end at the start, if
    anything (`bot.services.end_said`). `today`, `tries`, `floods`, `organisations`, `shelves` and `channels`
    are remembered in memory alone.
    """

    store: Store
    vault: Vault
    clock: Clock
    chance: Chance
    crash: CrashPoints
    catalogue: Catalogue
    refs: RefCodec
    chats: Mapping[str, ChatPort]
    operator: str
    policy: str = ""
    on_call: str = ""
    admins: frozenset[tuple[str, str]] = field(default=frozenset(), repr=False)
    today: Today = field(default_factory=Today)
    tries: CodeTries = field(default_factory=CodeTries)
    floods: Floods = field(default_factory=Floods)
    organisations: Bounded[OrganisationRow, Organisation] = field(
        default_factory=lambda: Bounded(ORGANISATIONS_KNOWN), repr=False
    )
    shelves: Bounded[OrganisationRow, Shelf] = field(
        default_factory=lambda: Bounded(ORGANISATIONS_KNOWN), repr=False
    )
    channels: Bounded[tuple[str, str, str], tuple[Place, str]] = field(
        default_factory=lambda: Bounded(CHANNELS_KNOWN), repr=False
    )
    holidays: HolidayCalendar = field(default_factory=NoHolidays)
    figures: Figures = field(default_factory=NoFigures)
    documents: Documents = field(default_factory=NoDocuments)
    telemetry: Telemetry = field(default_factory=NoTelemetry)
    closing: Closing | None = None
    is_shared: bool = False
    """Whether other processes stand on the same databases."""

    def capabilities(self, account: Account) -> Capabilities:
        """Return what the surface of an account can do."""
        return self.chats[account.surface].capabilities

    def mint(self, owner: Owner) -> Mint:
        """Return what makes refs for the controls of an account, or of a card in a channel."""
        return Mint(self.refs, owner)

    def index(self, account: Account) -> bytes:
        """Return the keyed blind index under which an account is found."""
        return self.vault.blind(account.surface, account.workspace, account.user)

    def organisation_index(self, name: str) -> bytes:
        """Return the keyed blind index under which an organisation is found; `name` is `surface/id`."""
        return self.vault.blind("organisation", name)


@dataclass(frozen=True, slots=True)
class Mint:
    """Makes the refs that the controls of one account carry, or those in one channel."""

    codec: RefCodec
    owner: Owner

    def __call__(self, action: str, subject: UUID | None = None, arg: str = "") -> str:
        """Return a packed ref."""
        return self.codec.pack(ActionRef(action=action, subject=subject, arg=arg), self.owner)


class Owned(Protocol):
    """A row of somebody's."""

    @property
    def person(self) -> PersonId:
        """Whose it is."""
        ...


R = TypeVar("R", bound=Owned)


def own(person: Person, row: R | None) -> R | None:
    """Return a row if it is this person's: a control's account may have opened another notebook before."""
    return row if row is not None and row.person == person.id else None


def local_day(person: Person, now: datetime) -> date:
    """Return the person's own date at an instant; UTC's while no zone is known.

    Who works nights may let their day begin later than midnight: until then it is still the day before.
    """
    local = now.astimezone(zone_of(person.zone) if person.zone else UTC)
    return local.date() - timedelta(days=local.time() < person.day_starts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One event being handled. `visitor` is None for who has no row: before a yes nothing is stored.

    `index` is the blind index of the account, by which its door is found.
    """

    desk: Desk
    unit: Unit
    event: InboundEvent
    now: datetime
    index: bytes = field(repr=False)
    visitor: Person | None
    ref: ActionRef
    words: str = field(default="", repr=False)
    """What stands after a command's own word."""

    @property
    def person(self) -> Person:
        """Who acts. The router lets nobody without a yes come this far.

        Raises:
            LookupError: a handler for people was reached by a visitor, which is a bug.
        """
        if self.visitor is None:
            raise LookupError("no person in this turn")
        return self.visitor

    @property
    def subject(self) -> UUID:
        """The row that the pressed control is about.

        Raises:
            LookupError: its ref carries none, which is a bug.
        """
        if self.ref.subject is None:
            raise LookupError("no subject in this ref")
        return self.ref.subject

    def own(self, row: R | None) -> R | None:
        """Return a row that a control led to, where it is of who acts."""
        return own(self.person, row)

    def set_due(self, kind: AgendaKind, ref: UUID, at: datetime) -> None:
        """Let a row of theirs come due, in a row of the agenda of its own."""
        self.unit.agenda.put(
            AgendaRow(id=self.desk.chance.new_id(), kind=kind, owner=self.person.id, ref=ref, due_at=at)
        )

    @property
    def place(self) -> Place | None:
        """The channel in which they act; None in their own conversation, and of a form."""
        return self.event.place

    @property
    def zone_told(self) -> str | None:
        """The zone that the surface tells of; None where it tells none, or this machine knows no such."""
        try:
            return zone_of(self.event.zone).key if self.event.zone else None
        except UnknownZone:
            return None

    @property
    def today(self) -> date:
        """The person's own date."""
        return local_day(self.person, self.now)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of the options that were chosen; none where this is no choice."""
        return self.event.values if isinstance(self.event, OptionChosen) else ()

    @property
    def choice(self) -> str:
        """The one option that was chosen; empty where it was none, or several."""
        return self.chosen[0] if len(self.chosen) == 1 else ""

    @property
    def typed(self) -> Mapping[str, str]:
        """What was typed into a form, by field; nothing where none was sent."""
        return self.event.values if isinstance(self.event, FormSubmitted) else {}

    @property
    def mint(self) -> Mint:
        """What makes refs for the controls of the answer."""
        return self.desk.mint(self.event.account)

    @property
    def capabilities(self) -> Capabilities:
        """What the surface of this event can do."""
        return self.desk.capabilities(self.event.account)

    def as_person(self, person: Person) -> Turn:
        """Return this turn with the person as they are now."""
        return replace(self, visitor=person)


Handler = Callable[[Turn], Outcome]
"""One use case: a plain function inside one unit of work."""
