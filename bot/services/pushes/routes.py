"""What can be said and pressed here."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.pushes import answers
from bot.services.route import Route, looks, writes

COMMANDS: Mapping[str, Route] = {}
ROUTES: Mapping[str, Route] = {
    "push.write": looks(answers.write),
    "push.save": writes(answers.save),
    "push.answer": writes(answers.respond),
    "push.flow": writes(answers.begin_flow),
    "push.read": writes(answers.read),
    "push.pass": looks(answers.pass_by),
    "push.no": looks(answers.no_checkins),
}
