"""What can be said and pressed: every word and every control, and the use case behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.services import (
    checkins,
    drafts,
    journal,
    journal_reading,
    keeping,
    onboarding,
    schedule,
    snooze,
    tags,
    typed,
)
from bot.services import help as helping
from bot.services.desk import Handler
from bot.surface.inbound import DirectMessage, MessageDeleted, MessageEdited


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Where an event goes.

    `open` ones need no yes; the rest answer a visitor with the consent card. `words`: something may
    stand after the command's own word.
    """

    handler: Handler
    writes: bool = False
    open: bool = False
    words: bool = False


START = Route(handler=onboarding.start, open=True)
_HELP_NOW = Route(handler=helping.help_now, open=True)
_LAST = Route(handler=journal_reading.last)
_SEARCH = Route(handler=journal_reading.search, words=True)
_CHECKIN = Route(handler=checkins.now, writes=True)

COMMANDS: Mapping[str, Route] = {
    "start": START,
    "checkin": _CHECKIN,
    "later": Route(handler=snooze.later, writes=True, words=True),
    "write": Route(handler=journal.write, words=True),
    "journal": _LAST,
    "journal last": _LAST,
    "journal search": _SEARCH,
    "search": _SEARCH,
    "settings": Route(handler=schedule.show),
    "pause": Route(handler=schedule.pause, writes=True),
    "resume": Route(handler=schedule.resume, writes=True),
    "stop": Route(handler=schedule.stop, writes=True),
    "privacy": Route(handler=helping.privacy, open=True),
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
    "change.take": Route(handler=typed.take_change, writes=True),
    "change.leave": Route(handler=typed.leave_change, writes=True),
    "silence.pause": Route(handler=schedule.pause, writes=True),
    "silence.three": Route(handler=schedule.less_often, writes=True),
    "silence.as_it_was": Route(handler=schedule.resume, writes=True),
    "settings.ok": Route(handler=schedule.agree, writes=True),
    "settings.change": Route(handler=schedule.change),
    "settings.save": Route(handler=schedule.save, writes=True),
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
