"""Plans, open flows and files brought along, in the file to read: in words, without what programs follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from bot.domain.agenda import AgendaKind
from bot.domain.looks import Drop
from bot.domain.marks import EFFORT
from bot.services.cards.days import day_in_full
from bot.services.cards.threads import TURNS
from bot.services.sealing import Body

_PLAN = frozenset({"flow", "version", "title", "ended_as", "words", "by", "back_on", "thread"})
_FLOW = frozenset({"flow", "version", "title", "step", "given"})
_SESSION = frozenset({"on", "minutes", "kind", "what", "agreed"})
_MEETING = frozenset({"on", "every_weeks"})
_WAITING = frozenset({"name", "form", "parts"})
_CAME_IN = frozenset({"name", "on", "taken"})
_LOOK = frozenset({"worth", "effort", "drop"})
_DROPPED: Mapping[str, str] = {
    Drop.CHECKINS: "some check-ins",
    Drop.LENGTH: "the longer questions",
    Drop.TOPIC: "a topic, for a while",
    Drop.LOOK_BACK: "the look back by itself",
    Drop.NOTHING: "nothing",
    Drop.WORDS: "something else, on a page",
}
_COMING: Mapping[str, str] = {
    AgendaKind.CHECKIN: "a check-in",
    AgendaKind.SNOOZE: "a question, once more",
    AgendaKind.FLOW_GOES_ON: "the next step of a flow",
    AgendaKind.PLAN: "a plan comes back",
    AgendaKind.KEEPING: "what is over its time goes",
    AgendaKind.KEEPING_ENDS: "a line before pages go",
    AgendaKind.SCENE_ENDS: "a scene goes",
    AgendaKind.ZONE_ENDS: "my own time zone again",
    AgendaKind.ZONE_OFFER: "a question about my time zone",
    AgendaKind.ACCOUNT_ENDS: "everything of mine goes, as my account is gone",
    AgendaKind.DOOR_ENDS: "an account of mine that is gone is forgotten",
    AgendaKind.DOOR_ADDED: "a line that another account opens my notebook too",
    AgendaKind.LINK_CODE: "a code to link an account is forgotten",
    AgendaKind.NOTICE: "a line about my organisation or this server",
    AgendaKind.LAST_CALL: "a line that this server closes",
    AgendaKind.DRAFT_ENDS: "something unfinished goes",
    AgendaKind.FILE_ENDS: "the platform's copy of a file goes",
    AgendaKind.LOOK_BACK: "a look back",
    AgendaKind.SUPERVISION: "a line the day before supervision",
    AgendaKind.COURSE_PUSH: "something of a course",
}


def in_words(body: Body) -> Body:
    """Return what stands on a sheet as it is read; a sheet of another shape as it is."""
    if body.keys() == {"pages"}:
        return {"chosen": _pages(len(body["pages"]))}
    if "on" in body and not body.keys().isdisjoint(_LOOK):
        return _look(body)
    return next((told(body) for names, told in _TOLD if body.keys() >= names), body)


def coming(kind: str) -> str:
    """Return what a row of the agenda will bring."""
    return _COMING.get(kind, kind.replace("_", " "))


def _pages(count: int) -> str:
    return "one page" if count == 1 else f"{count:,} pages"


def _plan(body: Body) -> Body:
    turned = [f"{TURNS.get(state, state)} on {_day(on)}" for state, on in body["thread"]]
    return {
        "from": body["title"],
        "which ended as": body["ended_as"].replace("_", " "),
        "in my words": body["words"],
        "by": body["by"] and _day(body["by"]),
        "comes back": body["back_on"] and _day(body["back_on"]),
        "since then": ", ".join(turned),
    }


def _flow(body: Body) -> Body:
    given = {each["question"]: each.get("words", each["value"]) or "passed" for each in body["given"]}
    return {"of": body["title"]} | given


def _look(body: Body) -> Body:
    said = {"on": _day(body["on"]), "is this worth my time": body.get("worth")}
    if "effort" in body:
        said["who did most of the work"] = EFFORT.words[body["effort"] - 1]
    return said | {"what I would drop": _DROPPED.get(body.get("drop", ""))}


def _meeting(body: Body) -> Body:
    weeks = body["every_weeks"]
    again = "every week" if weeks == 1 else f"every {weeks} weeks"
    return {"day": _day(body["on"]), "hour": body.get("at"), "again": again if weeks else None}


def _session(body: Body) -> Body:
    return {
        "day": _day(body["on"]),
        "kind": body["kind"].replace("_", " "),
        "minutes": body["minutes"],
        "about": body["what"],
        "agreed": body["agreed"],
    }


def _day(written: str) -> str:
    return day_in_full(date.fromisoformat(written))


def _waiting(body: Body) -> Body:
    return {"file": body["name"], "pages": len(body["parts"]["entries"])}


def _came_in(body: Body) -> Body:
    return {"file": body["name"], "came in on": _day(body["on"]), "pages": len(body["taken"]["pages"])}


_TOLD: Sequence[tuple[frozenset[str], Callable[[Body], Body]]] = (
    (_PLAN, _plan),
    (_SESSION, _session),
    (_MEETING, _meeting),
    (_WAITING, _waiting),
    (_CAME_IN, _came_in),
    (_FLOW, _flow),
)
"""What a sheet has that is read in words, and how."""
