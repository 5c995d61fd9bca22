"""views.*: modals and the App Home.

Each is documented at https://docs.slack.dev/reference/methods/ under its name.
"""

from __future__ import annotations

from tests.json_types import Json
from tests.sim.slack.methods import Call, method
from tests.sim.slack.triggers import Trigger
from tests.sim.slack.views import View


@method("views.open", tier=4)
def open_(call: Call) -> Json:
    """Open a modal for a trigger."""
    trigger = _trigger(call)
    view = call.core.views.open(trigger.team, trigger.member, _view(call))
    trigger.is_used = True
    return {"view": view.shape()}


@method("views.push", tier=4)
def push(call: Call) -> Json:
    """Open a modal on top of the one from which the trigger comes."""
    trigger = _trigger(call)
    view = call.core.views.push(trigger.team, trigger.member, _view(call))
    trigger.is_used = True
    return {"view": view.shape()}


@method("views.update", tier=4)
def update(call: Call) -> Json:
    """Change an open modal."""
    teams = [team.id for team in call.teams]
    view_id, external_id = call.args.get("view_id"), call.args.get("external_id")
    view: View = call.core.views.find(teams, view_id=view_id, external_id=external_id)
    call.core.views.update(view, _view(call), hash_=call.args.get("hash") or None)
    return {"view": view.shape()}


@method("views.publish", tier=4)
def publish(call: Call) -> Json:
    """Change a user's App Home."""
    user = call.get("user_id")
    team = call.team_of_user(user)
    hash_ = call.args.get("hash") or None
    view = call.core.views.publish(team, team.member(user), _view(call), hash_=hash_)
    return {"view": view.shape()}


def _trigger(call: Call) -> Trigger:
    return call.core.triggers.look(call.get("trigger_id"))


def _view(call: Call) -> Json:
    view: Json = call.args.get("view") or {}
    return view
