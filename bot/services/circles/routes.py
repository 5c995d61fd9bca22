"""What can be said and pressed for team prompts and circles."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.circles import arriving, changing, closing, creating, joining, showing, team
from bot.services.gatherings.standing import FACILITATORS
from bot.services.route import Route, admin_looks, admin_writes, looks, writes
from bot.services.shares import (
    answers,
    aside,
    held,
    keeping,
    look,
    mine,
    reports,
    sharing,
    unnamed,
    waiting,
)

_SHOW = Route(handler=showing.note, writes=True, open=True, first=showing.look)

COMMANDS: Mapping[str, Route] = {
    "circle": _SHOW,
    "circle show": _SHOW,
    "circle create": looks(creating.begin, open=True),
    "team": looks(team.prompt, open=True),
    "team prompt": looks(team.prompt, open=True),
}
"""The words."""
_BEGIN: Mapping[str, Route] = {
    "circle.duties": admin_looks(creating.take_on, FACILITATORS),
    "circle.make": admin_writes(creating.save, FACILITATORS),
    "circle.join": writes(joining.join, open=True),
    "circle.open": looks(showing.open_one, open=True),
    "circle.stay": looks(showing.open_one, open=True),
    "circle.leave": writes(joining.leave, open=True),
    "circle.leave.yes": writes(joining.leave_now, open=True),
    "circle.change": looks(changing.change, open=True),
    "circle.save": writes(changing.save, open=True),
    "circle.pause": writes(changing.pause, open=True),
    "circle.go_on": writes(changing.go_on, open=True),
    "circle.rest": looks(changing.rest, open=True),
    "circle.rest.save": writes(changing.save_rest, open=True),
    "circle.unnamed": writes(changing.unnamed, open=True),
    "circle.close": looks(closing.ask, open=True),
    "circle.close.yes": writes(closing.close, open=True),
    "circle.take": looks(closing.offer_duties, open=True),
    "circle.take.duties": looks(closing.take_on, open=True),
    "circle.take.save": writes(closing.take_over, open=True),
    "team.make": admin_writes(team.save, FACILITATORS),
    "team.change": looks(team.change, open=True),
    "team.save": writes(team.save_change, open=True),
    "team.stop": writes(team.stop, open=True),
    "team.circle": looks(team.begin_circle, open=True),
    "team.no_circle": looks(team.no_circle, open=True),
}
_SHARE: Mapping[str, Route] = {
    "share.open": looks(sharing.open_form, open=True),
    "share.send": writes(sharing.send, open=True),
    "share.change": looks(sharing.change, open=True),
    "share.anew": writes(sharing.send_anew, open=True),
    "share.back": writes(sharing.take_back, open=True),
    "share.masked": writes(waiting.masked, open=True),
    "share.as_it_is": writes(waiting.as_it_is, open=True),
    "share.edit": looks(waiting.edit, open=True),
    "share.again": writes(waiting.again, open=True),
    "share.drop": writes(waiting.drop, open=True),
    "share.about": looks(waiting.about, open=True),
    "share.heard": writes(answers.heard, open=True),
    "share.known": writes(answers.known, open=True),
    "share.keep": writes(keeping.keep),
    "share.report": writes(reports.report, open=True),
    "report.look": looks(reports.look, open=True),
    "report.stand": writes(reports.stand, open=True),
    "report.down": writes(reports.take_down, open=True),
    "circle.look": looks(look.show, open=True),
    "answer.open": looks(answers.open_form, open=True),
    "answer.send": writes(answers.send, open=True),
}
_UNNAMED: Mapping[str, Route] = {
    "unnamed.open": looks(unnamed.begin, open=True),
    "unnamed.write": looks(unnamed.write, open=True),
    "unnamed.send": writes(unnamed.send, open=True),
    "unnamed.masked": writes(unnamed.masked, open=True),
    "unnamed.as_it_is": writes(unnamed.as_it_is, open=True),
    "unnamed.about": looks(unnamed.about, open=True),
    "unnamed.change": looks(unnamed.change, open=True),
    "unnamed.again": writes(unnamed.again, open=True),
    "unnamed.back": writes(unnamed.withdraw, open=True),
    "unnamed.to_keeper": writes(held.to_keeper, open=True),
    "unnamed.to_keeper_named": writes(held.to_keeper_named, open=True),
    "unnamed.by_name": writes(held.by_name, open=True),
    "unnamed.held_about": looks(held.about, open=True),
    "share.mine": looks(mine.show, open=True),
    "aside.all": looks(aside.every, open=True),
    "aside.read": looks(aside.read, open=True),
    "aside.open": looks(aside.open_form, open=True),
    "aside.answer": looks(aside.open_form, open=True),
    "aside.answer_named": looks(aside.open_named, open=True),
    "aside.send": writes(aside.send, open=True),
    "unnamed.rest": writes(aside.let_rest, open=True),
    "unnamed.speak": writes(aside.let_speak, open=True),
}
_ROUND: Mapping[str, Route] = {
    "circle.arrive": writes(arriving.arrive, open=True),
}

ROUTES: Mapping[str, Route] = {**_BEGIN, **_SHARE, **_UNNAMED, **_ROUND}
"""The controls."""
