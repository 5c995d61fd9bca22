"""Whoever looks after an organisation: everything is opened, and one sentence typed wherever asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from bot.domain.roles import GRANTED
from tests.e2e.sim_driver import Refused, Shown, Story

OURS = ("admin.", "role.", "review.")
"""How the names of what admins press begin."""
AT_MOST = 4
"""So often is one action used at most, each time with another row or choice."""


@dataclass
class LookingAfter:
    """What an admin by the platform does, and whoever they give a role. `words` fit where a name does."""

    story: Story
    who: str
    surface: str
    words: str
    refused: list[Shown] = field(default_factory=list)
    """Forms that took nothing of what was typed: what they want stands in `_typed`, for the next one."""
    used: set[str] = field(default_factory=set)
    """The actions of every control and form that was used."""
    _done: dict[str, set[str]] = field(default_factory=dict)

    def begin(self) -> None:
        """Be an admin, as the platform says."""
        self.story.send(do="role", who=self.who, role="admin", surface=self.surface)

    def whole(self) -> None:
        """Give every role, open everything."""
        for role in GRANTED:
            self.give(f"{self.who}-{role}", role)
        self.open_everything()

    def give(self, whom: str, role: str) -> None:
        """Make a code, and let somebody take the role under a name."""
        code = self.code_for(role)
        self.story.command(whom, f"admin {code}", surface=self.surface)
        form = self.story.form(whom, "role.take")
        self.story.send(do="submit", who=whom, ref=form["ref"], values={"name": self.words})

    def begin_in_a_channel(self, where: str) -> None:
        """Let a circle begin there, a question a week, and a course."""
        self.story.command(self.who, "circle create", surface=self.surface, where=where)
        self._note("circle.duties")
        self.story.choose(self.who, "circle.duties", "rules", "route", "own")
        self._note("circle")
        self.story.submit(self.who, "circle")
        self.story.command(self.who, "team prompt", surface=self.surface, where=where)
        self._note("team")
        self.story.submit(self.who, "team")
        self._begin_course(where)

    def _begin_course(self, where: str) -> None:
        """Begin a course there, that takes place at what is typed."""
        self.story.command(self.who, "course create", surface=self.surface, where=where)
        self._note("course.pick")
        [offered] = [
            control["options"][0]["name"]
            for record in self.story.shown[-3:]
            for control in record["controls"] or ()
            if control["name"] == "course.pick"
        ]
        self.story.choose(self.who, "course.pick", offered)
        self._note("course.dates")
        self.story.submit(self.who, "course.dates", first="2026-03-02", zone="UTC", where=self.words)

    def _note(self, name: str) -> None:
        """Note that a control or form is about to be used, by what it asks for."""
        latest = next(
            ref
            for record in reversed(self.story.shown)
            for ref in [
                *(one["ref"] for one in record["controls"] or () if one["name"] == name),
                *([record["form"]["ref"]] if (record["form"] or {}).get("name") == name else []),
            ]
        )
        self.used.add(latest.split(":")[1])

    def code_for(self, role: str) -> str:
        """Make a code for a role; "" where none is shown."""
        self.story.command(self.who, "admin", surface=self.surface)
        self.story.press(self.who, "admin.roles")
        self.story.press(self.who, "role.give")
        shown = self.story.choose(self.who, "role.code", role)
        return str(shown[-1]["text"]).partition("Code: ")[2][:9] if shown else ""

    def open_everything(self) -> None:
        """Press each button, choose each answer and fill in each form, once, from the first card on.

        Said again it begins anew: by then there is something to take back.
        """
        self._done.clear()
        left = self.story.command(self.who, "admin", surface=self.surface)
        while left:
            record, *left = left
            for act in self._ways(record):
                with suppress(Refused):  # a choice of an earlier card, of which a later one offers others
                    left += self.story.send(who=self.who, **act)
            left += self._filled(record["form"]) if record["form"] else []

    def _ways(self, record: Shown) -> Iterator[dict[str, object]]:
        for control in record["controls"] or ():
            if not control["name"].startswith(OURS):
                continue
            chosen = [option["name"] for option in control["options"] or ()]
            for act in [{"values": [name]} for name in chosen] or [{}]:
                if self._is_new(control["ref"].split(":")[1], f"{control['ref']} {act}"):
                    yield {"do": "choose" if chosen else "press", "ref": control["ref"], **act}

    def _filled(self, form: Shown) -> list[Shown]:
        if not self._is_new(form["ref"].split(":")[1], f"{form['name']} {form['title']}"):
            return []
        values = {each["name"]: self._typed(each) for each in form["fields"]}
        shown = self.story.send(do="submit", who=self.who, ref=form["ref"], values=values)
        self.refused += [record for record in shown if record["errors"]]
        return shown

    def _typed(self, one: Shown) -> str:
        if one["options"]:
            return str(one["options"][-1]["name"])
        known = {
            "policy": f"https://{self.words.split()[0]}.example/ending",
            "off_days": "2026-04-03",
            "quiet": "20-8",
            "people": "8",
            "until": "2026-02-01",
        }
        return known.get(one["name"], self.words)

    def _is_new(self, action: str, what: str) -> bool:
        """Whether this was not used yet, and its action not often: there are many texts to be signed."""
        done = self._done.setdefault(action, set())
        is_new = what not in done and len(done) < AT_MOST
        if is_new:
            done.add(what)
            self.used.add(action)
        return is_new
