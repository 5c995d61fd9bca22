"""The agenda: everything that happens later is one of its rows, and nothing else plans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.people import PersonId
from bot.domain.recurrence import Occurrence


class AgendaKind(StrEnum):
    """What falls due. Each kind maps to one function in bot/services/agenda."""

    CHECKIN = "checkin"
    """An enrolment: one recurring row for each person."""
    SNOOZE = "snooze"
    """A check-in comes once more, later the same day."""
    FLOW_GOES_ON = "flow_goes_on"
    """A flow that was silent for a while asks its next step."""
    PLAN = "plan"
    """A plan comes back on its date."""
    LOOK_BACK = "look_back"
    """A look back, once a week or a month as somebody chose: one row for each of them."""
    SUPERVISION = "supervision"
    """The day before somebody's supervision: one line that their list is here."""
    KEEPING = "keeping"
    """What a person keeps is looked through, and what is over its time goes: one row for each."""
    KEEPING_ENDS = "keeping_ends"
    """A week before entries go: one line that offers to take them along."""
    SCENE_ENDS = "scene_ends"
    """The scene of an entry goes; what was learned stays."""
    ZONE_ENDS = "zone_ends"
    """A week in another zone is over."""
    FILE_ENDS = "file_ends"
    """The copy of a file that a platform keeps is taken back, tried once an hour until it is gone."""
    ZONE_OFFER = "zone_offer"
    """Once: whether check-ins go along to the zone that a platform names now."""
    ACCOUNT_ENDS = "account_ends"
    """No account of somebody's is left, and with this date everything of theirs goes: one row for each."""
    DOOR_ENDS = "door_ends"
    """A door is shut, and with this date it is forgotten. `ref` is the door; `lane` stands where it is shut
    only because Reststop was removed there."""
    DOOR_ADDED = "door_added"
    """Once, at another door: that this one, `ref`, opens the notebook too now."""
    LINK_CODE = "link_code"
    """A one-time code is forgotten. The row's id is a keyed hash of it, `ref` the door where it was made."""
    ROLE_CODE = "role_code"
    """The house's own: a one-time code for a role is forgotten. The row's id is a keyed hash of it."""
    NOT_REACHED = "not_reached"
    """The last letter to somebody did not reach them by the door `ref`, which is to be said. Never due."""
    LANE_CLOSES = "lane_closes"
    """The house's own: Reststop was removed from a workspace. `ref` is the last person seen to."""
    LANE_OPENS = "lane_opens"
    """The house's own: Reststop is there again. `ref` as above."""
    ORGANISATION_ENDS = "organisation_end"
    """The house's own: Reststop was removed from an organisation, `ref`, which goes with this date."""
    NOTICE = "notice"
    """Once: what everybody of an organisation, or of the house, is told. `ref` is the row that says what."""
    LAST_CALL = "last_call"
    """As a notice: this server closes in a week, and everything of theirs goes with it."""
    NOTICE_GOES_OUT = "notice_goes_out"
    """The house's own: a notice (`slot`) about a day (`slot_on`) is on its way. `ref` as for a lane."""
    NOTICE_STANDS = "notice_stands"
    """The house's own: everybody was seen to; until this row goes, what still waits may be told."""
    DRAFT_ENDS = "draft_ends"
    """A draft that nobody came back to is dropped."""
    TEAM_PROMPT = "team_prompt"
    """A gathering's: the prompt of the week for a channel. `ref` is the gathering."""
    ROUND = "round"
    """A gathering's: a step of a circle's round. `ref` is the gathering, `slot` names the step."""
    POST = "post"
    """A gathering's: something is said in its channel, or to a member. `ref` is the post."""
    COMPANY = "company"
    """A gathering's: a wish for company is looked at again. `ref` is the gathering, `slot` the wish."""
    COURSE_PUSH = "course_push"
    """Once: something of a course comes to a learner. `ref` is the member, `rule` names what comes."""
    COURSE = "course"
    """A gathering's: a step of a course. `ref` is the gathering, `slot` names the step."""
    COURSE_ASKED = "course_asked"
    """A gathering's: a question to the instructor of a course waits. `ref` is the post, `slot` the step."""
    HOUSEKEEPING = "housekeeping"
    """Daily: hashes of old events and addresses of old deliveries go."""


SENT_ONCE = frozenset(
    {
        AgendaKind.SNOOZE,
        AgendaKind.FLOW_GOES_ON,
        AgendaKind.PLAN,
        AgendaKind.LOOK_BACK,
        AgendaKind.SUPERVISION,
        AgendaKind.KEEPING_ENDS,
        AgendaKind.ZONE_OFFER,
        AgendaKind.DOOR_ADDED,
        AgendaKind.COURSE_PUSH,
        AgendaKind.NOTICE,
        AgendaKind.LAST_CALL,
    }
)
"""The kinds of which a row is sent once and then gone. It is never written again with another time:
a new time is a new row, because its delivery is known by the row. With a `lane` it leaves there if it can."""
AWAITED = frozenset({AgendaKind.FLOW_GOES_ON, AgendaKind.DOOR_ADDED})
"""What somebody began and waits for at this moment: neither a pause nor a leave holds it back."""
PRESSING = AWAITED | {AgendaKind.LAST_CALL}
"""What neither a pause nor a leave holds back: what is awaited, and what would come too late after them."""
ONCE = "once"
"""The slot of what is sent once and has no rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """One thing that happens later.

    `due_at` None means paused. `slot_on` and `slot` name the occurrence that `due_at` stands for: the
    date and the wall-clock that the rule asks for. `lane` is where its deliveries leave.
    """

    id: UUID
    kind: AgendaKind
    due_at: datetime | None
    owner: PersonId | None = None
    ref: UUID | None = None
    rule: str | None = None
    zone: str | None = None
    slot_on: date | None = None
    slot: str | None = None
    lane: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DueGroup:
    """Recurring rows that are due and share rule, zone and occurrence: their next one is computed once."""

    rule: str
    zone: str
    due_at: datetime
    slot_on: date
    slot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """What to do with one due group: which occurrence is sent, and which one the rows then wait for."""

    group: DueGroup
    sends: Occurrence
    then: Occurrence
