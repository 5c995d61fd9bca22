"""What can be said and pressed here."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.ask_desk import asking, desk, reading
from bot.services.route import Route, looks, writes

COMMANDS: Mapping[str, Route] = {
    "course ask": looks(asking.command, open=True),
    "course answers": looks(reading.command, open=True, words=True),
}
"""The words."""
_ASKING: Mapping[str, Route] = {
    "ask.open": looks(asking.begin),
    "ask.write": looks(asking.write),
    "ask.send": writes(asking.send),
    "ask.masked": writes(asking.masked),
    "ask.as_it_is": writes(asking.as_it_is),
    "ask.edit": looks(asking.edit),
    "ask.again": writes(asking.again),
    "ask.drop": writes(asking.drop),
    "ask.about": looks(asking.about),
}
_READING: Mapping[str, Route] = {
    "ask.mine": looks(reading.mine),
    "ask.look": looks(reading.look),
    "ask.back": writes(reading.take_back, open=True),
    "ask.yes": writes(reading.let_read),
    "ask.hide": writes(reading.hide, open=True),
    "ask.answers": looks(reading.answers),
    "ask.search": looks(reading.search),
    "ask.found": looks(reading.search_for),
}
_DESK: Mapping[str, Route] = {
    "ask.desk": looks(desk.show, open=True),
    "ask.read": looks(desk.read, open=True),
    "ask.reread": looks(desk.read, open=True),
    "ask.answer": looks(desk.open_answer, open=True),
    "ask.reply": writes(desk.reply, open=True),
    "ask.publish": looks(desk.open_wording, open=True),
    "ask.publish.ask": writes(desk.ask_for_yes, open=True),
    "ask.days": looks(desk.open_days, open=True),
    "ask.days.save": writes(desk.save_days, open=True),
}
ROUTES: Mapping[str, Route] = {**_ASKING, **_READING, **_DESK}
"""The controls."""
