"""What can be said and pressed: every word and every control, and the use case behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.domain.roles import ADMINS, REVIEWERS, Role
from bot.services import home
from bot.services.admin import adoption as admin_adoption
from bot.services.admin import hush as admin_hush
from bot.services.admin import leaving as admin_leaving
from bot.services.admin import lines as admin_lines
from bot.services.admin import log as admin_log
from bot.services.admin import menu as admin
from bot.services.admin import review
from bot.services.admin import roles as admin_roles
from bot.services.admin import settings as admin_settings
from bot.services.arriving import linking, onboarding
from bot.services.cards.erasing import unfinished
from bot.services.cards.takeout import nothing_held, only_a_role
from bot.services.checkins import checkins, gentle, questions, snooze, topics
from bot.services.desk import Handler, Turn
from bot.services.doors import doors
from bot.services.flows import beginning as flows
from bot.services.flows import leaving as flow_leaving
from bot.services.flows import steps as flow_steps
from bot.services.journal import drafts, journal, keeping, looking_back, tags, typed
from bot.services.journal import reading as journal_reading
from bot.services.leaving import departures, erasing
from bot.services.rhythm import changes, leave, schedule, shifts, travel, zone_offers
from bot.services.support import board, danger, my_people
from bot.services.support import help as helping
from bot.services.takeout import copies, export, held
from bot.surface.card import Card
from bot.surface.inbound import (
    DirectMessage,
    FileGiven,
    HomeOpened,
    MessageDeleted,
    MessageEdited,
    PersonChanged,
    PersonLeft,
)
from bot.surface.outcome import QUIET, Outcome, answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Where an event goes.

    `open` ones need no yes; the rest answer a visitor with the consent card. `words`: something may
    stand after the command's own word. `within` is a limit in seconds of its own. `unfinished` is said
    where it could not be finished and something may have changed all the same. `first` looks first: what it
    answers is all, and nothing is written; None where there is something to write. `roles`: only who holds
    one of these where they act comes this far; none named means that no role is needed.
    """

    handler: Handler
    writes: bool = False
    open: bool = False
    words: bool = False
    within: float | None = None
    unfinished: Callable[[], Card] | None = None
    first: Callable[[Turn], Outcome | None] | None = None
    roles: frozenset[Role] = frozenset()


def _looks(handler: Handler, *, open: bool = False, words: bool = False) -> Route:  # noqa: A002 - as on Route
    return Route(handler=handler, open=open, words=words)


def _writes(handler: Handler, *, open: bool = False, words: bool = False) -> Route:  # noqa: A002 - as on Route
    return Route(handler=handler, writes=True, open=open, words=words)


def _admin_looks(handler: Handler, roles: frozenset[Role] = ADMINS) -> Route:
    """Return a route for who looks after an organisation: a notebook is not needed for it."""
    return Route(handler=handler, open=True, roles=roles)


def _admin_writes(handler: Handler, roles: frozenset[Role] = ADMINS) -> Route:
    return Route(handler=handler, writes=True, open=True, roles=roles)


def _only_where(concerns: Callable[[Turn], bool]) -> Callable[[Turn], Outcome | None]:
    """Return a first look that goes on only where something is of concern, and else says nothing."""
    return lambda turn: None if concerns(turn) else QUIET


def _if_held(handler: Handler) -> Handler:
    """Return a handler for whoever has a row, also after `stop`; who has none hears that nothing is held.

    A role needs no notebook: who holds one and nothing else hears that, and where it ends.
    """

    def held_or_not(turn: Turn) -> Outcome:
        if turn.visitor is not None:
            return handler(turn)
        return answer(only_a_role() if turn.unit.organisations.roles_of(turn.index) else nothing_held())

    return held_or_not


START = _looks(onboarding.start, open=True)
HELP_NOW = _looks(helping.help_now, open=True)
ASKS_BOARD = _looks(board.asked, open=True)
"""A line that is no command, and a question of law or licence."""

COMMANDS: Mapping[str, Route] = {
    "start": START,
    # now
    "checkin": _writes(checkins.now),
    "later": _writes(snooze.later, words=True),
    "rough": _writes(gentle.rough),
    "rest": _writes(flows.rest),
    "repair": _writes(flows.repair),
    "practise": _writes(flows.practise),
    # what is one's own
    "write": _looks(journal.write, words=True),
    "journal": _looks(journal_reading.last),
    "journal last": _looks(journal_reading.last),
    "journal search": _looks(journal_reading.search, words=True),
    "search": _looks(journal_reading.search, words=True),
    "plans": _looks(looking_back.show_all),
    "people": _looks(my_people.show),
    # when it comes
    "settings": _looks(zone_offers.settings),
    "pause": _writes(schedule.pause),
    "leave": _writes(leave.leave, words=True),
    "resume": _writes(schedule.resume),
    "stop": _writes(flow_leaving.stop_which),
    # by which ways
    "link": Route(handler=linking.link, writes=True, open=True, words=True, first=linking.look),
    "unlink": _looks(_if_held(doors.show), open=True),
    # for who looks after an organisation
    "admin": _looks(admin.show, open=True, words=True),
    # with or without a yes
    "privacy": _looks(helping.privacy, open=True),
    "what-data": Route(handler=_if_held(held.what_data), open=True, within=export.MAKES_WITHIN),
    "export": _looks(_if_held(export.offer), open=True),
    "erase": _looks(_if_held(erasing.offer), open=True),
    "help": _looks(helping.helped, open=True),
    "helpnow": HELP_NOW,
    "help now": HELP_NOW,
}
"""The words that are understood, in chat and in the terminal."""

_FIRST_CONTACT = {
    "consent.yes": _writes(onboarding.accept, open=True),
    "consent.no": _looks(onboarding.decline, open=True),
    "consent.more": _looks(onboarding.more, open=True),
    "help.now": HELP_NOW,
}
_CHECKINS = {
    "checkin.open": _writes(checkins.now),
    "checkin.mark": _writes(checkins.mark),
    "checkin.prompt": _writes(checkins.respond),
    "checkin.write": _looks(checkins.write),
    "checkin.skip": _writes(checkins.skip),
    "checkin.save": _writes(journal.save_for_run),
    "gentle.kind": _writes(gentle.kind),
    "gentle.prompt": _writes(gentle.respond),
    "gentle.write": _looks(gentle.write),
    "gentle.no": _writes(gentle.no),
    "topic.rest": _writes(questions.rest_topic),
    "topic.keep": _looks(questions.keep_topic),
    "topic.which": _looks(topics.show),
    "topic.open": _writes(topics.choose),
    "silence.pause": _writes(schedule.pause),
    "silence.three": _writes(schedule.less_often),
    "silence.as_it_was": _writes(schedule.resume),
}
_JOURNAL = {
    "entry.save": _writes(journal.save),
    "entry.open": _looks(journal_reading.open_entry),
    "entry.edit": _looks(journal.edit),
    "entry.change": _writes(journal.save_edit),
    "entry.delete": _looks(journal.ask_removal),
    "entry.remove": _writes(journal.remove),
    "entry.stay": _looks(journal.stay),
    "entry.tags": _looks(tags.show),
    "entry.retag": _looks(tags.change),
    "entry.supervise": _writes(tags.supervise),
    "tags.save": _writes(tags.save),
    "tag.open": _looks(tags.follow),
    "tag.more": _looks(tags.follow_on),
    "search.find": _looks(journal_reading.find),
    "search.more": _looks(journal_reading.find_more),
    "draft.open": _looks(drafts.open_draft),
    "draft.save": _writes(journal.save_draft),
    "draft.drop": _writes(drafts.drop_draft),
    "change.take": _writes(typed.take_change),
    "change.leave": _writes(typed.leave_change),
    "danger.about": _looks(danger.about),
}
_FLOWS = {
    "flow.start": _writes(flows.start),
    "flow.choose": _writes(flows.choose),
    "flow.route": _writes(flow_steps.choose_way),
    "flow.answer": _writes(flow_steps.take),
    "flow.pass": _writes(flow_steps.pass_by),
    "flow.write": _writes(flow_steps.write),
    "flow.save": _writes(flow_steps.save),
    "flow.stop": _writes(flow_leaving.stop),
    "flow.on": _writes(flow_leaving.go_on),
    "flow.keep": _writes(flow_leaving.keep),
    "flow.drop": _writes(flow_leaving.drop),
    "flow.when": _writes(flow_leaving.when),
    "flow.day": _writes(flow_leaving.day),
}
_PLANS_AND_PEOPLE = {
    "plan.due": _looks(looking_back.show_due),
    "plan.pick": _looks(looking_back.pick),
    "plan.more": _looks(looking_back.show_all),
    "plan.open": _looks(looking_back.ask),
    "plan.went": _writes(looking_back.went),
    "plan.write": _looks(looking_back.write),
    "plan.reflect": _writes(looking_back.reflect),
    "plan.later": _looks(looking_back.another_day),
    "plan.again": _writes(looking_back.again),
    "plan.move": _looks(looking_back.move),
    "plan.day": _writes(looking_back.take_day),
    "plan.close": _writes(looking_back.close),
    "people.show": _looks(my_people.show),
    "people.change": _looks(my_people.change),
    "people.save": _writes(my_people.save),
    "people.clear": _writes(my_people.clear),
}
_SETTINGS = {
    "settings.ok": _writes(schedule.agree),
    "settings.change": _looks(schedule.change),
    "settings.save": _writes(schedule.save),
    "settings.questions": _looks(questions.show),
    "questions.change": _looks(questions.change),
    "questions.save": _writes(questions.save),
    "questions.rest": _looks(questions.which_rest),
    "questions.back": _looks(questions.which_back),
    "topics.rest": _writes(questions.rest_topics),
    "topics.back": _writes(questions.bring_back),
    "settings.shifts": _looks(shifts.ask),
    "settings.shifts.save": _writes(shifts.save),
    "settings.elsewhere": _looks(travel.ask),
    "settings.elsewhere.save": _writes(travel.save),
    "settings.home": _writes(travel.home),
    "zone.move": _writes(zone_offers.move),
    "zone.week": _writes(zone_offers.week),
    "zone.keep": _writes(zone_offers.keep),
    "settings.keeping": _looks(keeping.change),
    "keeping.save": _writes(keeping.save),
    "leave.save": _writes(leave.save),
}
_DOORS = {
    "link.yes": _writes(linking.confirm, open=True),
    "link.no": _looks(linking.decline, open=True),
    "unlink.ask": _looks(_if_held(doors.ask), open=True),
    "unlink.yes": _writes(_if_held(doors.unlink), open=True),
    "unlink.no": _looks(doors.keep, open=True),
    "settings.door": _writes(doors.prefer),
}
_ADMIN = {
    "role.take": _writes(admin_roles.take, open=True),
    "role.mine": _looks(admin_roles.ask_lay_down, open=True),
    "role.down": _writes(admin_roles.lay_down, open=True),
    "admin.roles": _admin_looks(admin_roles.show),
    "role.give": _admin_looks(admin_roles.which),
    "role.code": _admin_writes(admin_roles.make_code),
    "role.whose": _admin_looks(admin_roles.whose),
    "role.ask": _admin_looks(admin_roles.ask_back),
    "role.back": _admin_writes(admin_roles.take_back),
    # settings
    "admin.links": _admin_looks(admin_settings.links),
    "admin.links.save": _admin_writes(admin_settings.save_links),
    "admin.keeping": _admin_looks(admin_settings.keeping),
    "admin.keeping.change": _admin_looks(admin_settings.change_keeping),
    "admin.keeping.save": _admin_writes(admin_settings.save_keeping),
    "admin.keeping.back": _admin_writes(admin_settings.take_keeping_back),
    "admin.group": _admin_looks(admin_settings.group),
    "admin.group.save": _admin_looks(admin_settings.ask_group),
    "admin.group.raise": _admin_writes(admin_settings.raise_group),
    "admin.days": _admin_looks(admin_settings.time_off),
    "admin.days.save": _admin_writes(admin_settings.save_time_off),
    "admin.creating": _admin_looks(admin_settings.creating),
    "admin.creating.save": _admin_writes(admin_settings.save_creating),
    "admin.lines": _admin_looks(admin_lines.show),
    "admin.lines.region": _admin_looks(admin_lines.of_region),
    "admin.lines.tick": _admin_writes(admin_lines.tick),
    "admin.lines.all": _admin_writes(admin_lines.tick_all),
    "admin.lines.none": _admin_writes(admin_lines.untick_all),
    "admin.hush": _admin_looks(admin_hush.show),
    "admin.hush.set": _admin_writes(admin_hush.choose),
    "admin.hush.save": _admin_writes(admin_hush.save),
    "admin.hush.lift": _admin_writes(admin_hush.lift),
    "admin.adoption": _admin_looks(admin_adoption.show),
    "admin.log": _admin_looks(admin_log.show),
    "admin.reviewed": _admin_looks(admin_settings.reviewed),
    "admin.reviewed.save": _admin_writes(admin_settings.save_reviewed),
    # review
    "admin.review": _admin_looks(review.show, REVIEWERS),
    "review.next": _admin_looks(review.next_one, REVIEWERS),
    "review.topics": _admin_looks(review.topics, REVIEWERS),
    "review.topic": _admin_looks(review.topic, REVIEWERS),
    "review.text": _admin_looks(review.text, REVIEWERS),
    "review.show": _admin_looks(review.text, REVIEWERS),
    "review.sign": _admin_looks(review.ask_sign, REVIEWERS),
    "review.edit": _admin_looks(review.ask_edit, REVIEWERS),
    "review.retire": _admin_looks(review.ask_retire, REVIEWERS),
    "review.save": _admin_writes(review.save, REVIEWERS),
    "review.undo": _admin_writes(review.undo, REVIEWERS),
    # leaving
    "admin.leaving": _admin_looks(admin_leaving.show),
    "admin.leaving.tell": _admin_writes(admin_leaving.tell),
}
_LEAVING = {
    "yes.back": _writes(schedule.stop),
    "export.make": Route(handler=_if_held(export.make), open=True, within=export.MAKES_WITHIN),
    "export.not_now": _looks(export.not_now, open=True),
    "export.remove": _writes(_if_held(copies.remove_now), open=True),
    "erase.ask": _writes(_if_held(erasing.ask_again), open=True),
    "erase.keep": _looks(erasing.keep, open=True),
    "erase.confirm": Route(
        handler=_if_held(erasing.confirm),
        writes=True,
        open=True,
        within=erasing.ERASES_WITHIN,
        unfinished=unfinished,
    ),
}

ACTIONS: Mapping[str, Route] = {
    **_FIRST_CONTACT,
    **_CHECKINS,
    **_JOURNAL,
    **_FLOWS,
    **_PLANS_AND_PEOPLE,
    **_SETTINGS,
    **_DOORS,
    **_ADMIN,
    **_LEAVING,
}
"""What a control's ref may ask for."""

TALK: Mapping[type[DirectMessage | MessageEdited | MessageDeleted], Route] = {
    DirectMessage: _writes(typed.typed),
    MessageEdited: _writes(typed.edited, open=True),
    MessageDeleted: _writes(typed.deleted, open=True),
}
"""Words that are no command, in somebody's own conversation, and what becomes of such a message there.

What becomes of it is open: who gave no yes is not asked for one because they changed a message.
"""

TOLD_WITHIN = 30.0
"""Seconds for what a platform only tells: nobody waits for an answer. What is not kept is told again."""

TOLD: Mapping[type[HomeOpened | PersonChanged | PersonLeft | FileGiven], Route] = {
    HomeOpened: _looks(home.opened, open=True),
    PersonChanged: Route(
        handler=changes.take,
        writes=True,
        open=True,
        within=TOLD_WITHIN,
        first=_only_where(changes.has_news),
    ),
    PersonLeft: Route(
        handler=departures.left,
        writes=True,
        open=True,
        within=TOLD_WITHIN,
        first=_only_where(departures.is_known),
    ),
    FileGiven: _writes(_if_held(copies.given), open=True),
}
"""What a platform tells of somebody who says nothing at that moment. Of strangers nothing is kept."""
