"""A life with one sentence in it: it goes through every place of the product that takes words."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.shell import command
from tests.e2e.sim_driver import Shown, Story

TOO_MUCH = " and so on" * 900
MESSAGE = "1767600017.004200"
"""What the platform calls the message that was typed."""
CHOSEN = ("stirred", "explain", "own_words")
"""Answers that are chosen on the way, and named nowhere else."""
OF_OTHERS, OF_ONESELF = "A client told me she wants to kill herself.", "I want to kill myself."
"""What a text can say of danger, whichever the rules."""
FLOW = "rupture_repair"
"""The flow that is gone through."""


@contextmanager
def locked(data: Path) -> Iterator[None]:
    """Let somebody else hold the database for a while."""
    with closing(sqlite3.connect(data / "reststop.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@dataclass(frozen=True)
class Life:
    """What one person does on one surface, with the same words wherever words are asked for."""

    story: Story
    data: Path
    who: str
    surface: str
    words: str
    too_much: str = TOO_MUCH
    """More than one entry holds; where a platform lets nobody type so much, what it does let them type."""

    @property
    def named(self) -> str:
        """One of the words as somebody's name: what a guard finds on a page."""
        return f"Mr {self.words.split()[-1].capitalize()}"

    def whole(self, home: Path, look: Callable[[], None]) -> None:
        """All of it, to the point of leaving; somebody looks in between. Copies are made in `home`."""
        self.arrive()
        self.type_and_keep()
        self.write_on_pages()
        look()
        self.be_pointed_at()
        look()
        self.story.restart()
        self.look_through()
        self.answer()
        look()
        self.mend()
        self.look_back()
        self.list_people()
        self.gather()
        self.copy(home)
        self.export()
        look()
        self.let_go()

    def arrive(self) -> None:
        """Say yes, give the first mark, choose an hour."""
        self.story.command(self.who, "start", surface=self.surface)
        self.story.press(self.who, "consent.yes")
        self.story.scale(self.who, "checkin.energy", 3)
        self.story.press(self.who, "settings.change")
        self.submit("settings", days="daily", at="12:30", zone="UTC", quiet="none", region="GB")

    def type_and_keep(self) -> None:
        """Type where no form is open, keep it, change the message, take the change, too."""
        self.story.say(self.who, self.words, message=MESSAGE)
        self.story.press(self.who, "draft.open")
        self.submit("entry", text=self.words)
        self.story.send(do="edit", who=self.who, message=MESSAGE, text=f"{self.words} once more")
        self.story.press(self.who, "change.take")
        self.story.say(self.who, self.words)  # and one more that stays a draft

    def write_on_pages(self) -> None:
        """A page with a scene: too long, locked out, killed before and after, and then kept."""
        self.story.press(self.who, "draft.drop")
        self.story.command(self.who, f"write {self.words}")
        self.submit("entry", text=self.words + self.too_much)
        self.story.command(self.who, "write")
        with locked(self.data):
            [unsaved] = self.submit("entry", text=self.words, scene=self.words)
        assert "Not saved yet." in str(unsaved["errors"])
        for point in ("before_commit", "after_commit"):
            self.story.kill(point)
            assert self.submit("entry", text=self.words, scene=self.words) == []
        saved, *_ = self.submit("entry", text=self.words, scene=self.words)
        assert saved["text"] == "Saved privately."  # and below it what a guard may take for a name

    def be_pointed_at(self) -> None:
        """A name, an address, words of danger: shown, masked, let be, taken back, kept, and left alone."""
        page = f"{self.named} cancelled. {self.words.split()[0]}@example.org wrote."
        self._guarded(f"{OF_OTHERS} {page}", ["danger.unclear", "guard.offer"])
        self.story.choose(self.who, "danger.about", "supported")
        offered = self._guarded(f"{OF_OTHERS} {page}", ["danger.unclear", "guard.offer"])
        assert self.named in offered["text"]
        self.story.kill("before_commit")
        assert self.story.press(self.who, "guard.mask") == []
        [masked] = self.story.press(self.who, "guard.mask")
        assert masked["text_id"] == "guard.masked"
        [read] = self.story.press(self.who, "entry.open")
        assert self.named not in read["text"]
        self._guarded(page, ["guard.offer"])
        self.story.kill("after_commit")
        assert self.story.press(self.who, "guard.never") == []
        offered = self._guarded(f"{page} Again.", ["guard.offer"])
        assert f"\u00ab{self.named}\u00bb" not in offered["text"]
        self.story.press(self.who, "guard.keep")
        self.story.command(self.who, "settings")
        [listed] = self.story.press(self.who, "letbe.show")
        assert self.named in listed["text"]
        self.story.choose(self.who, "letbe.back", "w0")
        self._guarded(page, ["guard.offer"])
        self.story.press(self.who, "guard.never")
        self._guarded(f"{OF_ONESELF} {page}", ["danger.high"])

    def _guarded(self, text: str, shown: list[str]) -> Shown:
        """Write a page; return what its writer is shown last, of which these are the names."""
        self.story.command(self.who, "write")
        saved, *below = self.submit("entry", text=text)
        assert [saved["text_id"], *(one["text_id"] for one in below)] == ["entry.saved", *shown]
        return below[-1]

    def look_through(self) -> None:
        """Edit, tag, search, follow a tag; mistype a command with the words behind it."""
        self.read()
        self.story.press(self.who, "entry.edit")
        self.submit("entry", text=self.words, scene=self.words)
        self.read()
        self.story.press(self.who, "entry.tags")
        self.submit("tags", tags=", ".join(self.words.split()))
        self.read()
        self.story.press(self.who, "entry.tags")
        [found] = self.story.command(self.who, f"search {self.words}")
        assert (found["text_id"], found["seen_by"]) == ("journal.found", "reading")
        [typo] = self.story.command(self.who, f"serch {self.words}")
        assert typo["text_id"] == "unknown"
        self.story.command(self.who, "search")
        self.submit("search", words=self.words.split()[0])

    def answer(self) -> None:
        """A check-in that cannot be sent at first, then its Write; a choice by own words on a later day."""
        self.story.send(do="direct", who=self.who, open=False)
        assert self.story.clock("2026-01-05T12:30:00Z") == []
        self.story.send(do="direct", who=self.who, open=True)
        self.story.command(self.who, "checkin")
        self.story.scale(self.who, "checkin.energy", 1)
        self.story.press(self.who, "checkin.write")
        self.submit("entry", text=self.words)
        self.story.command(self.who, "settings")
        self.story.press(self.who, "settings.questions")
        self.story.press(self.who, "questions.change")
        self.submit("questions", third_mark="load", longest="10min")
        for day in range(6, 32):
            came = self.story.clock(f"2026-01-{day:02}T13:00:00Z")
            if "own_words" in _offered(came):
                break
            self.story.press(self.who, "checkin.skip")
        self.story.choose(self.who, "checkin.prompt", "own_words")
        self.submit("entry", text=self.words)

    def mend(self) -> None:
        """A guided flow from end to end, killed in the middle, with a plan that comes back."""
        self.story.command(self.who, "repair")
        self.story.press(self.who, "flow.long")
        chosen, written = list[str](), 0
        while "flow.when" not in (names := _names(self.story.shown[-1])):
            if "flow.answer" in names:
                offered = [one["name"] for one in self.story.control(self.who, "flow.answer")["options"]]
                chosen.append(next((one for one in offered if one in CHOSEN), offered[0]))
                self.story.choose(self.who, "flow.answer", chosen[-1])
                continue
            [form] = self.story.press(self.who, "flow.write")
            fields = {field["name"] for field in form["form"]["fields"]}
            values = {"text": self.words} | ({"by": "in two weeks"} if "by" in fields else {})
            written += 1
            if written == 2:
                self.story.kill("after_commit")
                assert self.submit("flow.save", **values) == []
            self.submit("flow.save", **values)
        assert (written > 3, {*CHOSEN} - {*chosen}) == (True, {"own_words"})
        self.story.choose(self.who, "flow.when", "P2D")
        self.read()

    def look_back(self) -> None:
        """The plan is read on its list, comes back by itself, and is reflected on."""
        [listed] = self.story.command(self.who, "plans")
        assert (listed["text_id"], listed["seen_by"]) == ("plans", "reading")
        self.story.clock("2026-02-03T13:00:00Z")
        [asked] = self.story.press(self.who, "plan.open")
        assert self.words in asked["text"]
        self.story.choose(self.who, "plan.went", "tried")
        self.story.press(self.who, "plan.write")
        self.submit("entry", text=self.words)

    def list_people(self) -> None:
        """Whom they would turn to, kept and read."""
        self.story.command(self.who, "people")
        self.story.press(self.who, "people.change")
        self.submit("people", one=self.words)
        [read] = self.story.command(self.who, "people")
        assert self.words in read["text"]

    def gather(self) -> None:
        """Two accounts for a portfolio, a chosen page, a look, the files; then all is taken off again."""
        self.read()
        self.story.press(self.who, "entry.portfolio")
        self._account("nmc_account", activity=self.words, code=self.words)
        self._account("ce_log", minutes="45", what=self.words, took=self.words)
        self.story.command(self.who, "portfolio")
        for template in ("nmc_account", "ce_log"):
            self.story.press(self.who, "portfolio.take")
            [seen] = self.story.choose(self.who, "portfolio.preview", template)
            assert (seen["text_id"], seen["seen_by"]) == ("portfolio.preview", "reading")
            [read] = self.story.press(self.who, "portfolio.read")
            assert self.words in read["text"]
            [listed] = self.story.command(self.who, "portfolio")
            assert self.words in listed["text"]
        self.story.press(self.who, "portfolio.take")
        self.story.choose(self.who, "portfolio.preview", "ce_log")
        self.story.press(self.who, "portfolio.offer")
        made, *files = self.story.press(self.who, "portfolio.make")
        assert (made["text_id"], len(files) > 1) == ("portfolio.made", True)
        self.story.command(self.who, "portfolio")
        self.story.press(self.who, "portfolio.off")
        offered = self.story.control(self.who, "portfolio.remove")["options"]
        self.story.choose(self.who, "portfolio.remove", *(one["name"] for one in offered))

    def _account(self, template: str, **parts: str) -> None:
        self.story.command(self.who, "portfolio")
        self.story.press(self.who, "portfolio.write")
        self.story.choose(self.who, "portfolio.template", template)
        assert self.submit("account", **parts)[0]["text_id"] == "portfolio.written"

    def copy(self, home: Path) -> None:
        """Somebody makes a backup, and puts it up elsewhere, while this house stands."""
        made = command(self.data, "backup", "--to", str(home / "backups"))
        assert made.returncode == 0, made.stderr
        other = home / "restored" / "data"
        other.parent.mkdir()
        shutil.copy2(self.data.with_name("data.key"), other.with_name("data.key"))
        done = command(other, "restore", made.stdout.decode().strip())
        assert done.returncode == 0, done.stderr

    def export(self) -> None:
        """Take everything along."""
        self.story.command(self.who, "export")
        assert [len(record["files"]) for record in self.story.press(self.who, "export.make")[1:]] == [1, 1]

    def let_go(self) -> None:
        """Keep pages for a month from now on, and let that month go by; then nothing is left to read."""
        self.story.command(self.who, "settings")
        self.story.press(self.who, "settings.keeping")
        self.submit("keeping", pages="month")
        self.story.clock("2026-03-20T13:00:00Z")
        assert self.read()["text_id"] == "journal.empty"

    def leave(self) -> None:
        """Write once more, leave a draft, then erase everything."""
        self.story.command(self.who, "write")
        self.submit("entry", text=self.words)
        self.story.say(self.who, self.words)
        self.story.command(self.who, "erase")
        self.story.press(self.who, "erase.ask")
        [receipt] = self.story.press(self.who, "erase.confirm")
        assert receipt["text_id"] == "erased"

    def read(self) -> Shown:
        """Read the last page, where one reads."""
        [read] = [one for one in self.story.command(self.who, "journal last") if one["kind"] == "card"][-1:]
        return read

    def submit(self, form: str, **values: str) -> list[Shown]:
        """Send the form of a name."""
        return self.story.submit(self.who, form, **values)


def _names(record: Shown) -> list[str]:
    return [control["name"] for control in record["controls"] or ()]


def _offered(shown: list[Shown]) -> set[str]:
    """Return the names of all answers that cards offer."""
    controls = [control for record in shown for control in record["controls"] or ()]
    return {option["name"] for control in controls for option in control["options"] or ()}
