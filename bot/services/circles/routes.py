"""What can be said and pressed for team prompts and circles."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.circles import arriving, aside, creating, held, joining, mine, showing, team, unnamed
from bot.services.circles.standing import FACILITATORS
from bot.services.route import Route, admin_looks, admin_writes, looks, writes

COMMANDS: Mapping[str, Route] = {
    "circle": looks(showing.show, open=True),
    "circle show": looks(showing.show, open=True),
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
    "team.make": admin_writes(team.save, FACILITATORS),
    "team.change": looks(team.change, open=True),
    "team.save": writes(team.save_change, open=True),
    "team.stop": writes(team.stop, open=True),
    "team.circle": looks(team.begin_circle, open=True),
    "team.no_circle": looks(team.no_circle, open=True),
}
_SHARE: Mapping[str, Route] = {}
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
_COMPANY: Mapping[str, Route] = {}
_ROUND: Mapping[str, Route] = {
    "circle.arrive": writes(arriving.arrive, open=True),
}

ROUTES: Mapping[str, Route] = {**_BEGIN, **_SHARE, **_UNNAMED, **_COMPANY, **_ROUND}
"""The controls."""
