"""What can be said and pressed: every word and every control, and the use case behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.services import (
    checkins,
    danger,
    drafts,
    erasing,
    export,
    flow_leaving,
    flow_steps,
    flows,
    gentle,
    held,
    journal,
    journal_reading,
    keeping,
    leave,
    looking_back,
    my_people,
    onboarding,
    questions,
    schedule,
    shifts,
    snooze,
    tags,
    travel,
    typed,
)
from bot.services import help as helping
from bot.services.cards.erasing import unfinished
from bot.services.desk import Handler
from bot.surface.card import Card
from bot.surface.inbound import DirectMessage, MessageDeleted, MessageEdited


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Where an event goes.

    `open` ones need no yes; the rest answer a visitor with the consent card. `words`: something may
    stand after the command's own word. `within` is a limit in seconds of its own. `unfinished` is said
    where it could not be finished and something may have changed all the same.
    """

    handler: Handler
    writes: bool = False
    open: bool = False
    words: bool = False
    within: float | None = None
    unfinished: Callable[[], Card] | None = None


START = Route(handler=onboarding.start, open=True)
_HELP_NOW = Route(handler=helping.help_now, open=True)
_LAST = Route(handler=journal_reading.last)
_SEARCH = Route(handler=journal_reading.search, words=True)
_CHECKIN = Route(handler=checkins.now, writes=True)
_PLANS = Route(handler=looking_back.show_all)
_PEOPLE = Route(handler=my_people.show)

COMMANDS: Mapping[str, Route] = {
    "start": START,
    "checkin": _CHECKIN,
    "later": Route(handler=snooze.later, writes=True, words=True),
    "rough": Route(handler=gentle.rough, writes=True),
    "write": Route(handler=journal.write, words=True),
    "journal": _LAST,
    "journal last": _LAST,
    "plans": _PLANS,
    "people": _PEOPLE,
    "rest": Route(handler=flows.rest, writes=True),
    "repair": Route(handler=flows.repair, writes=True),
    "practise": Route(handler=flows.practise, writes=True),
    "journal search": _SEARCH,
    "search": _SEARCH,
    "settings": Route(handler=schedule.show),
    "pause": Route(handler=schedule.pause, writes=True),
    "leave": Route(handler=leave.leave, writes=True, words=True),
    "resume": Route(handler=schedule.resume, writes=True),
    "stop": Route(handler=schedule.stop, writes=True),
    "privacy": Route(handler=helping.privacy, open=True),
    "what-data": Route(handler=held.what_data, open=True, within=export.MAKES_WITHIN),
    "export": Route(handler=export.offer, open=True),
    "erase": Route(handler=erasing.offer, open=True),
    "help": Route(handler=helping.helped, open=True),
    "helpnow": _HELP_NOW,
    "help now": _HELP_NOW,
}
"""The words that are understood, in chat and in the terminal."""

ACTIONS: Mapping[str, Route] = {
    "consent.yes": Route(handler=onboarding.accept, writes=True, open=True),
    "consent.no": Route(handler=onboarding.decline, open=True),
    "consent.more": Route(handler=onboarding.more, open=True),
    "help.now": _HELP_NOW,
    "checkin.open": _CHECKIN,
    "checkin.mark": Route(handler=checkins.mark, writes=True),
    "checkin.prompt": Route(handler=checkins.respond, writes=True),
    "checkin.write": Route(handler=checkins.write),
    "checkin.skip": Route(handler=checkins.skip, writes=True),
    "checkin.save": Route(handler=journal.save_for_run, writes=True),
    "gentle.kind": Route(handler=gentle.kind, writes=True),
    "gentle.no": Route(handler=gentle.no, writes=True),
    "entry.save": Route(handler=journal.save, writes=True),
    "entry.open": Route(handler=journal_reading.open_entry),
    "entry.edit": Route(handler=journal.edit),
    "entry.change": Route(handler=journal.save_edit, writes=True),
    "entry.delete": Route(handler=journal.ask_removal),
    "entry.remove": Route(handler=journal.remove, writes=True),
    "entry.stay": Route(handler=journal.stay),
    "entry.tags": Route(handler=tags.show),
    "entry.retag": Route(handler=tags.change),
    "entry.supervise": Route(handler=tags.supervise, writes=True),
    "tags.save": Route(handler=tags.save, writes=True),
    "tag.open": Route(handler=tags.follow),
    "tag.more": Route(handler=tags.follow_on),
    "search.find": Route(handler=journal_reading.find),
    "search.more": Route(handler=journal_reading.find_more),
    "draft.open": Route(handler=drafts.open_draft),
    "draft.save": Route(handler=journal.save_draft, writes=True),
    "draft.drop": Route(handler=drafts.drop_draft, writes=True),
    "danger.about": Route(handler=danger.about),
    "plan.open": Route(handler=looking_back.ask),
    "plan.went": Route(handler=looking_back.went, writes=True),
    "plan.later": Route(handler=looking_back.another_day),
    "plan.again": Route(handler=looking_back.again, writes=True),
    "plan.move": Route(handler=looking_back.move),
    "plan.day": Route(handler=looking_back.take_day, writes=True),
    "plan.close": Route(handler=looking_back.close, writes=True),
    "plan.write": Route(handler=looking_back.write),
    "plan.reflect": Route(handler=looking_back.reflect, writes=True),
    "plan.pick": Route(handler=looking_back.pick),
    "plan.more": _PLANS,
    "people.show": _PEOPLE,
    "people.change": Route(handler=my_people.change),
    "people.save": Route(handler=my_people.save, writes=True),
    "people.clear": Route(handler=my_people.clear, writes=True),
    "flow.start": Route(handler=flows.start, writes=True),
    "flow.choose": Route(handler=flows.choose, writes=True),
    "flow.route": Route(handler=flow_steps.choose_way, writes=True),
    "flow.answer": Route(handler=flow_steps.take, writes=True),
    "flow.pass": Route(handler=flow_steps.pass_by, writes=True),
    "flow.write": Route(handler=flow_steps.write, writes=True),
    "flow.save": Route(handler=flow_steps.save, writes=True),
    "flow.stop": Route(handler=flow_leaving.stop, writes=True),
    "flow.on": Route(handler=flow_leaving.go_on, writes=True),
    "flow.keep": Route(handler=flow_leaving.keep, writes=True),
    "flow.drop": Route(handler=flow_leaving.drop, writes=True),
    "flow.when": Route(handler=flow_leaving.when, writes=True),
    "flow.day": Route(handler=flow_leaving.day, writes=True),
    "change.take": Route(handler=typed.take_change, writes=True),
    "change.leave": Route(handler=typed.leave_change, writes=True),
    "silence.pause": Route(handler=schedule.pause, writes=True),
    "silence.three": Route(handler=schedule.less_often, writes=True),
    "silence.as_it_was": Route(handler=schedule.resume, writes=True),
    "settings.ok": Route(handler=schedule.agree, writes=True),
    "settings.change": Route(handler=schedule.change),
    "settings.save": Route(handler=schedule.save, writes=True),
    "export.make": Route(handler=export.make, open=True, within=export.MAKES_WITHIN),
    "export.not_now": Route(handler=export.not_now, open=True),
    "erase.ask": Route(handler=erasing.ask_again, open=True),
    "erase.keep": Route(handler=erasing.keep, open=True),
    "erase.confirm": Route(
        handler=erasing.confirm,
        writes=True,
        open=True,  # whoever has a row may erase it, also after `stop`
        within=erasing.ERASES_WITHIN,
        unfinished=unfinished,
    ),
    "settings.questions": Route(handler=questions.show),
    "questions.change": Route(handler=questions.change),
    "questions.save": Route(handler=questions.save, writes=True),
    "questions.rest": Route(handler=questions.which_rest),
    "questions.back": Route(handler=questions.which_back),
    "topics.rest": Route(handler=questions.rest_topics, writes=True),
    "topics.back": Route(handler=questions.bring_back, writes=True),
    "topic.rest": Route(handler=questions.rest_topic, writes=True),
    "topic.keep": Route(handler=questions.keep_topic),
    "settings.shifts": Route(handler=shifts.ask),
    "settings.shifts.save": Route(handler=shifts.save, writes=True),
    "settings.elsewhere": Route(handler=travel.ask),
    "settings.elsewhere.save": Route(handler=travel.save, writes=True),
    "settings.home": Route(handler=travel.home, writes=True),
    "leave.save": Route(handler=leave.save, writes=True),
    "settings.keeping": Route(handler=keeping.change),
    "keeping.save": Route(handler=keeping.save, writes=True),
}
TALK: Mapping[type[DirectMessage | MessageEdited | MessageDeleted], Route] = {
    DirectMessage: Route(handler=typed.typed, writes=True),
    MessageEdited: Route(handler=typed.edited, writes=True, open=True),
    MessageDeleted: Route(handler=typed.deleted, writes=True, open=True),
}
"""Words that are no command, in somebody's own conversation, and what becomes of such a message there.

What becomes of it is open: who gave no yes is not asked for one because they changed a message.
"""
