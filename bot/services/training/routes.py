"""What can be said and pressed here."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.courses.standing import TRAINERS
from bot.services.route import Route, admin_looks, admin_writes, looks, writes
from bot.services.training import (
    ahead,
    changing,
    creating,
    credit,
    details,
    ending,
    inviting,
    launching,
    overview,
    units,
)

DELETES_WITHIN = 30.0
"""Seconds for letting all of a course go: it may have a thousand learners."""

_SHOW = looks(overview.show, open=True)

COMMANDS: Mapping[str, Route] = {
    "course": _SHOW,
    "course show": _SHOW,
    "course create": looks(creating.begin, open=True),
    "course invite": Route(handler=inviting.invite, writes=True, open=True, first=inviting.look_to_invite),
    "course trainer": Route(
        handler=inviting.bring, writes=True, open=True, words=True, first=inviting.look_at_code
    ),
}
_BEGIN: Mapping[str, Route] = {
    "course.pick": admin_looks(creating.pick, TRAINERS),
    "course.begin": admin_writes(creating.save, TRAINERS),
    "course.open": looks(overview.open_one, open=True),
    "course.dates": looks(creating.dates, open=True),
    "course.dates.save": writes(creating.save_dates, open=True),
    "course.details": looks(details.details, open=True),
    "course.details.save": writes(details.save_details, open=True),
    "course.publish": writes(details.publish, open=True),
    "course.again": looks(creating.again, open=True),
    "course.again.save": writes(creating.save_again, open=True),
}
_WAYS_IN: Mapping[str, Route] = {
    "course.invite": writes(inviting.invite, open=True),
    "course.trainer": writes(inviting.make_code, open=True),
    "course.trainer.leave": writes(inviting.stop_running, open=True),
    "course.learners": looks(overview.learners, open=True),
}
_ON: Mapping[str, Route] = {
    "course.launch": looks(launching.ask, open=True),
    "course.launch.now": writes(launching.now, open=True),
    "course.launch.later": looks(launching.later, open=True),
    "course.launch.save": writes(launching.save_later, open=True),
    "course.change": looks(changing.menu, open=True),
    "course.session": looks(changing.which_session, open=True),
    "course.session.pick": looks(changing.pick_session, open=True),
    "course.session.look": looks(changing.look_at_move, open=True),
    "course.session.yes": writes(changing.move, open=True),
    "course.place": looks(changing.place, open=True),
    "course.place.save": writes(changing.save_place, open=True),
    "course.places": looks(changing.places, open=True),
    "course.places.save": writes(changing.save_places, open=True),
    "course.stop_new": writes(changing.stop_new, open=True),
    "course.take_new": writes(changing.take_new, open=True),
    "course.recordings": looks(changing.recordings, open=True),
    "course.recordings.save": writes(changing.save_recordings, open=True),
    "course.credit": looks(credit.credit, open=True),
    "course.credit.save": writes(credit.save_credit, open=True),
    "course.end": looks(ending.ask, open=True),
    "course.end.yes": writes(ending.end, open=True),
    "course.delete": looks(ending.ask_delete, open=True),
    "course.delete.yes": Route(handler=ending.delete, writes=True, open=True, within=DELETES_WITHIN),
}

_UNITS: Mapping[str, Route] = {
    "course.units": looks(units.which, open=True),
    "course.unit": looks(units.one, open=True),
    "course.unit.links": looks(units.links, open=True),
    "course.unit.links.save": writes(units.save_links, open=True),
    "course.item": looks(units.item, open=True),
    "course.item.add": looks(units.add, open=True),
    "course.item.added": writes(units.save_new, open=True),
    "course.item.fix": looks(units.fix, open=True),
    "course.item.fixed": writes(units.save_fixed, open=True),
    "course.item.out": writes(units.take_out, open=True),
    "course.item.in": writes(units.put_back, open=True),
}
_AHEAD: Mapping[str, Route] = {
    "ahead.look": looks(ahead.look, open=True),
    "ahead.zone": looks(ahead.zone, open=True),
    "ahead.page": looks(ahead.zone, open=True),
    "ahead.other": looks(ahead.other, open=True),
    "ahead.other.look": looks(ahead.look_at_other, open=True),
    "ahead.file": looks(ahead.file, open=True),
    "ahead.all": looks(ahead.ask_all, open=True),
    "ahead.all.yes": writes(ahead.send_all, open=True),
    "ahead.tap": looks(ahead.tap, open=True),
    "ahead.pass": looks(ahead.tap, open=True),
}

ROUTES: Mapping[str, Route] = {**_BEGIN, **_WAYS_IN, **_ON, **_UNITS, **_AHEAD}
