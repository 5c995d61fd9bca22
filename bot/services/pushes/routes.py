"""What can be said and pressed here."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.pushes import answers, figures, missed, own, unsent
from bot.services.route import Route, looks, writes

COMMANDS: Mapping[str, Route] = {}
_OWN: Mapping[str, Route] = {
    "own.write": looks(own.write, open=True),
    "own.save": writes(own.save, open=True),
    "own.change": looks(own.change, open=True),
    "own.send": writes(own.send, open=True),
    "own.drop": writes(own.drop, open=True),
    "own.coming": looks(unsent.show, open=True),
    "own.look": looks(unsent.look, open=True),
    "own.back": writes(unsent.back, open=True),
    "missed.show": looks(missed.show, open=True),
    "missed.again": writes(missed.again, open=True),
    "figure.show": looks(figures.show, open=True),
    "figure.parts": writes(figures.in_parts, open=True),
}
ROUTES: Mapping[str, Route] = {
    **_OWN,
    "push.write": looks(answers.write),
    "push.save": writes(answers.save),
    "push.answer": writes(answers.respond),
    "push.flow": writes(answers.begin_flow),
    "push.read": writes(answers.read),
    "push.pass": looks(answers.pass_by),
    "push.no": looks(answers.no_checkins),
}
