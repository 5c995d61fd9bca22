"""Supervision: every word and control of it, and the use case behind each."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.route import Route, looks, writes
from bot.services.supervision import agreed, listing, log, meeting

COMMANDS: Mapping[str, Route] = {"supervision": looks(listing.show)}
ROUTES: Mapping[str, Route] = {
    "supervision.open": looks(listing.show),
    "supervision.more": looks(listing.further),
    "supervision.take": looks(listing.take_along),
    "supervision.file": looks(listing.ask_file),
    "supervision.make": looks(listing.make_file),
    "supervision.clear": writes(listing.clear),
    "supervision.left": looks(listing.leave),
    "supervision.when": looks(meeting.ask),
    "supervision.keep": writes(meeting.save),
    "supervision.forget": writes(meeting.forget),
    "session.add": looks(log.ask),
    "session.save": writes(log.save),
    "session.log": looks(log.show),
    "session.pick": looks(log.pick),
    "session.edit": looks(log.edit),
    "session.remove": looks(log.ask_removal),
    "session.gone": writes(log.remove),
    "session.stay": looks(log.stay),
    "session.bring": looks(agreed.ask),
    "session.back": writes(agreed.choose),
    "session.back_day": writes(agreed.day),
}
