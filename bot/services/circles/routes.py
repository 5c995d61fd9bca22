"""What can be said and pressed for team prompts and circles."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.circles import arriving, changing, closing, creating, joining, showing, team
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
_SHARE: Mapping[str, Route] = {}
_UNNAMED: Mapping[str, Route] = {}
_COMPANY: Mapping[str, Route] = {}
_ROUND: Mapping[str, Route] = {
    "circle.arrive": writes(arriving.arrive, open=True),
}

ROUTES: Mapping[str, Route] = {**_BEGIN, **_SHARE, **_UNNAMED, **_COMPANY, **_ROUND}
"""The controls."""
