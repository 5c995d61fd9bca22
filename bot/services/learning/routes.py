"""What can be said and pressed here."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.journal import journal
from bot.services.learning import joining, leaving, rating, sharing, showing
from bot.services.route import Route, looks, writes

_JOIN_BY_CODE = looks(joining.join, open=True, words=True)
_HELP = looks(showing.helped, open=True)

COMMANDS: Mapping[str, Route] = {
    "join": _JOIN_BY_CODE,
    "course join": _JOIN_BY_CODE,
    "course continue": looks(showing.show, open=True),
    "help course": _HELP,
    "course help": _HELP,
}
"""The words."""
_JOIN: Mapping[str, Route] = {
    "learn.join": looks(joining.pressed, open=True),
    "learn.about": looks(joining.about, open=True),
    "learn.agree": looks(joining.agree, open=True),
    "learn.in": writes(joining.come_in, open=True),
}
_COURSE: Mapping[str, Route] = {
    "learn.open": looks(showing.open_one, open=True),
    "learn.stay": looks(showing.open_one, open=True),
    "learn.readings": looks(showing.readings),
    "learn.tick": writes(showing.tick),
    "learn.recording": looks(showing.recording),
    "learn.leave": looks(leaving.ask, open=True),
    "learn.leave.yes": writes(leaving.leave, open=True),
}
_SHARE: Mapping[str, Route] = {
    "learn.back": looks(sharing.look_back),
    "learn.back.more": looks(sharing.further),
    "learn.show.which": looks(sharing.which),
    "learn.show": looks(sharing.show),
    "learn.show.masked": writes(sharing.show_masked),
    "learn.show.edit": looks(journal.edit),
    "learn.show.as_it_is": writes(sharing.show_as_it_is),
    "learn.show.drop": looks(sharing.drop),
    "learn.show.about": looks(sharing.about),
    "learn.unshow": writes(sharing.take_back, open=True),
    "learn.shared": writes(sharing.to_trainer, open=True),
}
_RATE: Mapping[str, Route] = {
    "rate.open": looks(rating.begin),
    "rate.met": writes(rating.met),
    "rate.line": looks(rating.line),
    "rate.line.save": writes(rating.save_line),
    "rate.done": looks(rating.done),
    "rate.told": looks(rating.figures, open=True),
}

ROUTES: Mapping[str, Route] = {**_JOIN, **_COURSE, **_SHARE, **_RATE}
"""The controls."""
