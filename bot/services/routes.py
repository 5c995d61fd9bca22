"""What can be said and pressed: every word and every control, and the use case behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.services import home
from bot.services.admin import menu as admin
from bot.services.admin import routes as admin_routes
from bot.services.arriving import homes, linking, onboarding
from bot.services.ask_desk import routes as ask_desk
from bot.services.attendance import routes as attendance
from bot.services.cards.erasing import unfinished
from bot.services.checkins import after, checkins, gentle, questions, snooze, topics
from bot.services.circles import routes as circles
from bot.services.company import routes as company
from bot.services.courses import shown
from bot.services.desk import Handler, Turn
from bot.services.doors import doors
from bot.services.evidence import routes as evidence
from bot.services.flows import beginning as flows
from bot.services.flows import leaving as flow_leaving
from bot.services.flows import steps as flow_steps
from bot.services.flows.offering import offering
from bot.services.insights import routes as insights
from bot.services.journal import drafts, journal, keeping, looking_back, masking, tags, threads, typed
from bot.services.journal import reading as journal_reading
from bot.services.learning import routes as learning
from bot.services.leaving import circles as circles_end
from bot.services.leaving import departures, erasing, unlinking
from bot.services.portfolio import routes as portfolio
from bot.services.post_tests import routes as post_tests
from bot.services.pushes import routes as pushes
from bot.services.pushes.hours import going_along
from bot.services.rhythm import changes, leave, schedule, shifts, travel, zone_offers
from bot.services.route import Route, looks, writes
from bot.services.supervision import routes as supervision
from bot.services.support import board, danger, let_be, my_people, readings
from bot.services.support import help as helping
from bot.services.takeout import copies, export, held, importing, without
from bot.services.training import routes as training
from bot.services.units import routes as units
from bot.surface.inbound import (
    DirectMessage,
    FileBrought,
    FileGiven,
    HomeOpened,
    MessageDeleted,
    MessageEdited,
    PersonChanged,
    PersonLeft,
)
from bot.surface.outcome import QUIET, Outcome


def _only_where(concerns: Callable[[Turn], bool]) -> Callable[[Turn], Outcome | None]:
    """Return a first look that goes on only where something is of concern, and else says nothing."""
    return lambda turn: None if concerns(turn) else QUIET


def _if_held(handler: Handler, otherwise: Handler = without.what_data) -> Handler:
    """Return a handler for whoever has a row, also after `stop`; who has none hears that nothing is held.

    A role and a place in a circle need no notebook: `otherwise` answers who has these and nothing else.
    """
    return lambda turn: otherwise(turn) if turn.visitor is None else handler(turn)


START = looks(onboarding.start, open=True)
HELP_NOW = looks(helping.help_now, open=True)
ASKS_BOARD = looks(board.asked, open=True)
"""A line that is no command, and a question of law or licence."""

COMMANDS: Mapping[str, Route] = {
    "start": START,
    # now
    "checkin": writes(checkins.now),
    "later": writes(snooze.later, words=True),
    "rough": writes(gentle.rough),
    "rest": writes(flows.rest),
    "repair": writes(flows.repair),
    "practise": writes(flows.practise),
    # what is one's own
    "write": looks(journal.write, words=True),
    "journal": looks(journal_reading.last),
    "journal last": looks(journal_reading.last),
    "journal search": looks(journal_reading.search, words=True),
    "search": looks(journal_reading.search, words=True),
    "plans": looks(looking_back.show_all),
    "people": looks(my_people.show),
    **insights.COMMANDS,
    **supervision.COMMANDS,
    **portfolio.COMMANDS,
    "import": looks(importing.how, words=True),
    **circles.COMMANDS,
    **training.COMMANDS,
    **learning.COMMANDS,
    **attendance.COMMANDS,
    **evidence.COMMANDS,
    **units.COMMANDS,
    **post_tests.COMMANDS,
    **ask_desk.COMMANDS,
    **pushes.COMMANDS,
    # when it comes
    "settings": looks(zone_offers.settings),
    "pause": writes(schedule.pause),
    "leave": writes(going_along(leave.leave), words=True),
    "resume": writes(going_along(schedule.resume)),
    "stop": writes(flow_leaving.stop_which),
    # by which ways
    "link": Route(handler=linking.link, writes=True, open=True, words=True, first=linking.look),
    "unlink": looks(_if_held(doors.show), open=True),
    # for who looks after an organisation
    "admin": looks(admin.show, open=True, words=True),
    # with or without a yes
    "privacy": looks(helping.privacy, open=True),
    "what-data": Route(handler=_if_held(held.what_data), open=True, within=export.MAKES_WITHIN),
    "export": looks(_if_held(export.offer, without.export), open=True),
    "erase": looks(_if_held(erasing.offer, circles_end.offer), open=True),
    "help": looks(helping.helped, open=True),
    "helpnow": HELP_NOW,
    "help now": HELP_NOW,
}
"""The words that are understood, in chat and in the terminal."""

_FIRST_CONTACT = {
    "consent.yes": writes(onboarding.accept, open=True),
    "consent.no": looks(onboarding.decline, open=True),
    "consent.more": looks(onboarding.more, open=True),
    "help.now": HELP_NOW,
}
_CHECKINS = {
    "checkin.open": writes(checkins.now),
    "checkin.mark": writes(checkins.mark),
    "checkin.prompt": writes(checkins.respond),
    "checkin.write": looks(checkins.write),
    "checkin.skip": writes(checkins.skip),
    "checkin.save": writes(after.save),
    "after.supervise": writes(after.supervise),
    "after.no": looks(after.no),
    "gentle.kind": writes(gentle.kind),
    "gentle.prompt": writes(gentle.respond),
    "gentle.write": looks(gentle.write),
    "gentle.no": writes(gentle.no),
    "topic.rest": writes(questions.rest_topic),
    "topic.keep": looks(questions.keep_topic),
    "topic.which": looks(topics.show),
    "topic.open": writes(topics.choose),
    "reading.which": looks(readings.show),
    "reading.open": looks(readings.choose),
    "reading.write": looks(journal.write),
    "silence.pause": writes(schedule.pause),
    "silence.three": writes(going_along(schedule.less_often)),
    "silence.as_it_was": writes(going_along(schedule.resume)),
}
_JOURNAL = {
    "entry.save": writes(journal.save),
    "entry.open": looks(journal_reading.open_entry),
    "entry.edit": looks(journal.edit),
    "entry.change": writes(journal.save_edit),
    "entry.delete": looks(journal.ask_removal),
    "entry.remove": writes(shown.going_along(journal.remove)),
    "entry.stay": looks(journal.stay),
    "entry.tags": looks(tags.show),
    "entry.retag": looks(tags.change),
    "entry.supervise": writes(tags.supervise),
    "tags.save": writes(tags.save),
    "tags.keep": looks(tags.keep),
    "tag.open": looks(tags.follow),
    "tag.more": looks(tags.follow_on),
    "search.find": looks(journal_reading.find),
    "search.more": looks(journal_reading.find_more),
    "draft.open": looks(drafts.open_draft),
    "draft.save": writes(journal.save_draft),
    "draft.drop": writes(drafts.drop_draft),
    "change.take": writes(typed.take_change),
    "change.leave": writes(typed.leave_change),
    "danger.about": looks(danger.about, open=True),
    "guard.show": looks(masking.show),
    "guard.mask": writes(masking.mask),
    "guard.keep": looks(masking.keep),
    "guard.never": writes(masking.never),
    "guard.fine": looks(masking.fine),
    "letbe.show": looks(let_be.show),
    "letbe.back": writes(let_be.take_back),
}
_FLOWS = {
    "flow.start": writes(flows.start),
    "flow.choose": writes(flows.choose),
    "flow.route": writes(flow_steps.choose_way),
    "flow.answer": writes(offering(flow_steps.take)),
    "flow.pass": writes(offering(flow_steps.pass_by)),
    "flow.write": writes(flow_steps.write),
    "flow.save": writes(offering(flow_steps.save)),
    "flow.stop": writes(flow_leaving.stop),
    "flow.on": writes(offering(flow_leaving.go_on)),
    "flow.keep": writes(offering(flow_leaving.keep)),
    "flow.drop": writes(offering(flow_leaving.drop)),
    "flow.when": writes(offering(flow_leaving.when)),
    "flow.day": writes(offering(flow_leaving.day)),
}
_PLANS_AND_PEOPLE = {
    "plan.due": looks(looking_back.show_due),
    "plan.pick": looks(looking_back.pick),
    "plan.more": looks(looking_back.show_all),
    "plan.threads": looks(threads.show),
    "plan.open": looks(looking_back.ask),
    "plan.went": writes(looking_back.went),
    "plan.write": looks(looking_back.write),
    "plan.reflect": writes(looking_back.reflect),
    "plan.later": looks(looking_back.another_day),
    "plan.again": writes(looking_back.again),
    "plan.move": looks(looking_back.move),
    "plan.day": writes(looking_back.take_day),
    "plan.close": writes(looking_back.close),
    "people.show": looks(my_people.show),
    "people.change": looks(my_people.change),
    "people.save": writes(my_people.save),
    "people.clear": writes(my_people.clear),
}
_SETTINGS = {
    "settings.ok": writes(going_along(schedule.agree)),
    "settings.change": looks(schedule.change),
    "settings.save": writes(going_along(schedule.save)),
    "settings.questions": looks(questions.show),
    "questions.change": looks(questions.change),
    "questions.save": writes(questions.save),
    "questions.rest": looks(questions.which_rest),
    "questions.back": looks(questions.which_back),
    "topics.rest": writes(questions.rest_topics),
    "topics.back": writes(questions.bring_back),
    "settings.shifts": looks(shifts.ask),
    "settings.shifts.save": writes(going_along(shifts.save)),
    "settings.elsewhere": looks(travel.ask),
    "settings.elsewhere.save": writes(going_along(travel.save)),
    "settings.home": writes(going_along(travel.home)),
    "zone.move": writes(going_along(zone_offers.move)),
    "zone.week": writes(going_along(zone_offers.week)),
    "zone.keep": writes(zone_offers.keep),
    "settings.keeping": looks(keeping.change),
    "keeping.save": writes(keeping.save),
    "leave.save": writes(going_along(leave.save)),
}
_DOORS = {
    "link.yes": writes(linking.confirm, open=True),
    "link.no": looks(linking.decline, open=True),
    "unlink.ask": looks(_if_held(doors.ask), open=True),
    "unlink.yes": writes(_if_held(unlinking.unlink), open=True),
    "unlink.no": looks(doors.keep, open=True),
    "settings.door": writes(doors.prefer),
    "settings.rules": writes(homes.choose),
}
_LEAVING = {
    "yes.back": writes(schedule.stop),
    "export.make": Route(handler=_if_held(export.make), open=True, within=export.MAKES_WITHIN),
    "export.not_now": looks(export.not_now, open=True),
    "export.remove": writes(_if_held(copies.remove_now), open=True),
    "erase.ask": writes(_if_held(erasing.ask_again), open=True),
    "erase.keep": looks(erasing.keep, open=True),
    "erase.circles": Route(
        handler=circles_end.end, writes=True, open=True, within=erasing.ERASES_WITHIN, unfinished=unfinished
    ),
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
    **admin_routes.ROUTES,
    **insights.ROUTES,
    **supervision.ROUTES,
    **portfolio.ROUTES,
    **importing.ROUTES,
    **circles.ROUTES,
    **company.ROUTES,
    **training.ROUTES,
    **learning.ROUTES,
    **attendance.ROUTES,
    **evidence.ROUTES,
    **units.ROUTES,
    **post_tests.ROUTES,
    **ask_desk.ROUTES,
    **pushes.ROUTES,
    **_LEAVING,
}
"""What a control's ref may ask for."""

TALK: Mapping[type[DirectMessage | MessageEdited | MessageDeleted | FileBrought], Route] = {
    DirectMessage: writes(typed.typed),
    MessageEdited: writes(typed.edited, open=True),
    MessageDeleted: writes(typed.deleted, open=True),
    FileBrought: Route(handler=importing.brought, writes=True, within=importing.TAKES_WITHIN),
}
"""Words that are no command, in somebody's own conversation, what becomes of such a message, and a file.

What becomes of it is open: who gave no yes is not asked for one because they changed a message.
"""

TOLD_WITHIN = 30.0
"""Seconds for what a platform only tells: nobody waits for an answer. What is not kept is told again."""

TOLD: Mapping[type[HomeOpened | PersonChanged | PersonLeft | FileGiven], Route] = {
    HomeOpened: looks(home.opened, open=True),
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
    FileGiven: writes(_if_held(copies.given), open=True),
}
"""What a platform tells of somebody who says nothing at that moment. Of strangers nothing is kept."""
