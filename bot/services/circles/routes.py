"""What can be said and pressed for team prompts and circles."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.circles import (
    answers,
    arriving,
    creating,
    joining,
    keeping,
    look,
    reports,
    sharing,
    showing,
    team,
    waiting,
)
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
_UNNAMED: Mapping[str, Route] = {}
_COMPANY: Mapping[str, Route] = {}
_ROUND: Mapping[str, Route] = {
    "circle.arrive": writes(arriving.arrive, open=True),
}

ROUTES: Mapping[str, Route] = {**_BEGIN, **_SHARE, **_UNNAMED, **_COMPANY, **_ROUND}
"""The controls."""
