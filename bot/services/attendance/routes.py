"""What can be said and pressed here."""

from __future__ import annotations

from collections.abc import Mapping

from bot.services.attendance import confirming, lists, showing, words
from bot.services.route import Route, looks, writes

COMMANDS: Mapping[str, Route] = {}
ROUTES: Mapping[str, Route] = {
    "attend.show": looks(showing.show, open=True),
    "attend.session": looks(showing.one, open=True),
    "attend.more": looks(showing.one, open=True),
    "attend.back": looks(showing.one, open=True),
    "attend.word": looks(words.show, open=True),
    "attend.here": looks(words.here),
    "attend.send": writes(words.send),
    "attend.mine": looks(words.mine),
    "attend.bring": looks(lists.bring, open=True),
    "attend.read": writes(lists.read, open=True),
    "attend.found": looks(lists.found, open=True),
    "attend.whose": looks(lists.whose_name, open=True),
    "attend.choose": writes(lists.choose, open=True),
    "attend.take": writes(lists.take, open=True),
    "attend.drop": writes(lists.drop, open=True),
    "attend.hand": looks(confirming.hand, open=True),
    "attend.whole": writes(confirming.whole, open=True),
    "attend.part": looks(confirming.part, open=True),
    "attend.confirm": writes(confirming.confirm, open=True),
}
"""A trainer needs no notebook: each of these looks at who acts in the course."""
