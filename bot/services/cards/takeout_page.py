"""The file to read: everything that is held about a person, by days, in words. Markdown.

Own words stand as quotations, line for line, so that nothing in them is taken for a heading of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from bot.services.cards.days import day_in_full
from bot.services.cards.platforms import at, platform
from bot.services.cards.takeout_sheets import coming, in_words
from bot.services.sealing import Body
from bot.surface.text import shown

HEADING = "# Everything from Reststop"
"""How the file to read begins."""

_SHEETS = {
    "plans": "Plans",
    "my_people": "Whom I would turn to",
    "wishes": "How I wish to be asked",
    "words_never_flagged": "Words that are never flagged",
    "open_flows": "Begun, not finished",
    "files_given": "Files that the platform still has",
    "portfolio": "Pages for a portfolio",
    "supervision": "Supervision",
    "hours": "Sessions",
    "looks_back": "Looking back",
    "to_bring_in": "Files brought along",
}
_NUMBERS = ("id", "day", "version", "entry")
"""What only a program follows: ids and counts."""
_KINDS = {"team": "team prompt", "circle": "circle", "course": "course"}
_IN_A_COURSE = frozenset({"title", "surface", "called", "looks_after_it"})
"""What of a course stands on one line."""
_SETTINGS = {
    "zone": "Time zone",
    "quiet_hours": "Quiet hours",
    "day_starts": "My day begins at",
    "region": "Help lines for",
    "away_until": "Away until",
    "keep_days": "Days an entry is kept",
    "standing": "Check-ins",
}


def page(made: Body) -> str:
    """Return the document of `bot.services.takeout.takeout` as a text to read."""
    return "\n".join(_lines(made)) + "\n"


def _lines(made: Body) -> Iterator[str]:
    at = datetime.fromisoformat(made["made_at"])
    yield HEADING
    yield from ("", f"Made on {day_in_full(at.date())} at {at:%H:%M}, {made['person']['zone'] or 'UTC'}.")
    for day, items in sorted(_by_day(made).items()):
        yield from ("", f"## {day_in_full(date.fromisoformat(day))}")
        for item in items:
            yield ""
            yield from _checkin(item) if "marks" in item else _entry(item)
    if made["drafts"]:
        yield from ("", "## Drafts")
        for draft in made["drafts"]:
            yield ""
            yield from _entry(draft)
    for name, title in _SHEETS.items():
        if made[name]:
            yield from ("", f"## {title}")
            for sheet in made[name]:
                yield from ("", f"From {day_in_full(date.fromisoformat(sheet['day']))}:", "")
                yield from _named(in_words(sheet["body"]))
    yield from _settings(made)
    if made["stays_closed"]:
        yield from ("", "## What did not open", "")
        yield from _named({"pages": len(made["stays_closed"])})


def _by_day(made: Body) -> dict[str, list[Body]]:
    """Return check-ins and entries by their day, in the order of writing: a check-in before its page."""
    days: dict[str, list[Body]] = {}
    for item in (*made["checkins"], *made["entries"]):
        days.setdefault(item["day"], []).append(item)
    return days


def _checkin(run: Body) -> Iterator[str]:
    yield "**Check-in**, not today" if run["answer"].get("passed") else "**Check-in**"
    for mark in run["marks"]:
        yield from ("", f"{mark['ask'] or mark['name']} {mark['word'] or mark['step']}")
    yield from _question(run)
    for small in run["beside"]:
        yield from ("", "Beside it:")
        yield from _question(small)
    if run["called_rough_on"]:
        yield from ("", "You called it rough.")


def _question(asked: Body) -> Iterator[str]:
    prompt = asked["prompt"]
    if prompt is not None:
        yield from ("", f"*{_on_one_line(prompt['text'] or prompt['id'])}*")
        if asked["in_words"]:
            yield from ("", ", ".join(_on_one_line(each) for each in asked["in_words"]))


def _entry(entry: Body) -> Iterator[str]:
    """Yield a page with everything on it; a name that is not known here is told as it is."""
    known = ("text", "question", "scene", "tags", "written_at", *_NUMBERS)
    at = entry.get("written_at")
    yield f"**Written** at {datetime.fromisoformat(at):%H:%M}" if at else "**Waiting**"
    if entry.get("question"):
        yield from ("", f"*{_on_one_line(entry['question'])}*")
    if entry.get("scene"):
        yield from ("", "What happened:", "", *_quoted(entry["scene"]))
        yield from ("", "What stays:") if entry.get("text") else ()
    if entry.get("text"):
        yield from ("", *_quoted(entry["text"]))
    if entry.get("tags"):
        yield from ("", f"Tags: {', '.join(_on_one_line(tag) for tag in entry['tags'])}")
    more = {name: value for name, value in entry.items() if name not in known and value}
    if more:
        yield ""
        yield from _named(more)


def _settings(made: Body) -> Iterator[str]:
    yield from ("", "## Settings", "")
    quiet = made["person"]["quiet"]
    person = made["person"] | {"quiet_hours": f"{quiet['start']} to {quiet['end']}"}
    yield from _named({label: person[name] for name, label in _SETTINGS.items()})
    for held in made["roles"]:
        name = f", as {shown(held['name'])}" if held["name"] else ""
        yield f"- Role: {held['role']}, {at(platform(held['surface']))}{name}"
    for held in made["circles"]:
        yield f"- {_circle(held)}"
        yield from (line for said in held["shares"] if said["text"] for line in _said(said))
        yield from _named({f"company {name}": value for name, value in held["company"].items()}, 1)
    for held in made["courses"]:
        yield f"- {_course(held)}"
        yield from _named({name: value for name, value in held.items() if name not in _IN_A_COURSE}, 1)
    for row in made["coming"]:
        if row["due_at"]:
            due = datetime.fromisoformat(row["due_at"])
            yield f"- To come: {coming(row['kind'])}, {day_in_full(due.date())} at {due:%H:%M}"


def _circle(held: Body) -> str:
    channel = f"{_on_one_line(held['channel'])} " if held["channel"] else ""
    called = f", as {_on_one_line(held['called'])}" if held["called"] else ""
    keeps = ", looked after by me" if held["looks_after_it"] else ""
    return f"In a {_KINDS[held['kind']]}: {channel}{at(platform(held['surface']))}{called}{keeps}"


def _course(held: Body) -> str:
    called = f", as {_on_one_line(held['called'])}" if held["called"] else ""
    keeps = ", looked after by me" if held["looks_after_it"] else ""
    return f"In a course: {_on_one_line(held['title'])} {at(platform(held['surface']))}{called}{keeps}"


def _said(said: Body) -> Iterator[str]:
    yield f"  - {'Answered' if said['kind'] == 'answer' else 'Shared'} there with my name:"
    yield from (f"    {line}" for line in _quoted(said["text"]))


def _named(body: Mapping[str, object], depth: int = 0) -> Iterator[str]:
    """Yield whatever stands in a body by its names; what is empty says nothing."""
    for name, value in body.items():
        if value is not None and value not in ("", [], {}):
            yield from _item(f"{'  ' * depth}- {_on_one_line(name).replace('_', ' ')}:", value, depth)


def _item(lead: str, value: object, depth: int) -> Iterator[str]:
    match value:
        case dict():
            yield lead
            yield from _named(value, depth + 1)
        case list() if all(_is_short(each) for each in value):
            yield f"{lead} {', '.join(_short(each) for each in value)}"
        case list():
            for each in value:
                yield from _item(lead, each, depth)
        case str() if not _is_short(value):
            yield lead
            yield from (f"{'  ' * (depth + 1)}{line}" for line in _quoted(value))
        case _:
            yield f"{lead} {_short(value)}"


def _is_short(value: object) -> bool:
    """Whether a value is told on one line."""
    return not isinstance(value, dict | list) and "\n" not in shown(str(value)).strip()


def _short(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _on_one_line(str(value))


def _on_one_line(text: str) -> str:
    return " ".join(shown(text).split())


def _quoted(text: str) -> Iterable[str]:
    return (f"> {line}".rstrip() for line in shown(text).split("\n"))
