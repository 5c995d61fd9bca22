"""Row 67, over the wire: nothing that a platform is sent names anybody on the list, or goes to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import bot
from tests.e2e.discord_driver import OnDiscord
from tests.e2e.discord_watch import told_to_discord
from tests.e2e.disk import sentence
from tests.e2e.scenario_steps import WHO, play, settling
from tests.e2e.sim_driver import Story, told_by
from tests.e2e.slack_driver import OnSlack
from tests.e2e.slack_watch import told_to_slack

BEN = "ben"
"""Somebody who is there, too: the list names them by their platform's id, by mail and by telephone."""
MAIL = f"{sentence('row 67').split()[0]}.{sentence('row 67').split()[2]}@example.org"
PHONE = "+64 21 555 01 67"
WEEKS = 3
_OPENS = re.compile(r"SheetKind\.PEOPLE\b|\bpeople_of\b")


def _list(story: Story) -> Sequence[str]:
    """Put Ben on the list in three ways; return what stands on it."""
    listed = (f"<@{story.id_of(BEN)}> at noon", f"write to mailto:{MAIL}", f"call tel:{PHONE}")
    story.command(WHO, "people")
    story.press(WHO, "people.change")
    story.submit(WHO, "people", **dict(zip(("one", "two", "three"), listed, strict=True)))
    return listed


def _live(story: Story) -> None:
    """Some weeks with all that could lead to somebody: hard days, a flow, a plan, supervision, leave."""
    story.command(WHO, "supervision")
    story.press(WHO, "supervision.when")
    story.submit(WHO, "supervision", on="2026-01-08", at="14:00", weeks="1")
    for week in range(WEEKS):
        for day in (7, 9):
            story.clock(f"2026-{1 + (day + 7 * week) // 32:02}-{(day + 7 * week - 1) % 31 + 1:02}T10:00:00Z")
            story.send(do="direct", who=WHO, open=True)
            with suppress(LookupError):
                story.scale(WHO, "checkin.energy", 1)
            story.command(WHO, "helpnow")
            assert story.press(WHO, "people.show")[0]["seen_by"] == "reading"
        story.command(WHO, "rough")
        story.command(WHO, "write")
        story.submit(WHO, "entry", text="I might tell someone on my list about it.")
        story.command(WHO, "supervision")
        story.press(WHO, "session.add")
        story.submit(WHO, "session", minutes="60", agreed="ask somebody whom I trust")
        story.press(WHO, "session.bring")
        story.choose(WHO, "session.back", "P1W")
    for word in ("plans", "look back", "portfolio", "what-data", "settings", "help"):
        story.command(WHO, word)
    story.command(WHO, "leave two weeks")
    story.clock("2026-03-05T10:00:00Z")
    story.command(WHO, "resume")
    story.restart()
    story.clock("2026-03-12T10:00:00Z")


def _words(listed: Sequence[str]) -> Sequence[str]:
    return (*listed, MAIL, PHONE)


def test_on_slack_no_request_names_them_and_no_conversation_is_theirs(tmp_path: Path) -> None:
    """Over the wire, with the libraries that ship: modals before its owner alone have their names."""
    with told_by(OnSlack(tmp_path / "data")) as (story, slack):
        story.command(BEN, "help")
        ben = slack.hands(BEN)
        play(story, settling("slack"))
        listed, seen, sent = _list(story), len(ben.user.seen), len(slack.slack.journal.entries)
        _live(story)
        assert ben.user.seen[seen:] == []
        told = slack.slack.journal
        assert [told_to_slack(told, words) for words in _words(listed)] == [[]] * 5
        named = [one.method for one in told.entries[sent:] if story.id_of(BEN) in one.raw.decode()]
        assert set(named) <= {"views.open", "views.update", "views.push", "ack:interactive"}
        assert "chat.postMessage" in {one.method for one in told.entries[sent:]}


def test_on_discord_no_request_names_them_and_no_conversation_is_theirs(tmp_path: Path) -> None:
    """Over the wire, likewise: only what is before its owner alone has their names."""
    with told_by(OnDiscord(tmp_path / "data")) as (story, discord):
        story.command(BEN, "help")
        ben = discord.hands(BEN)
        play(story, settling("discord"))
        listed, seen, sent = _list(story), len(ben.seen), len(discord.discord.journal.entries)
        _live(story)
        assert ben.seen[seen:] == []
        told = discord.discord.journal
        assert [told_to_discord(told, words) for words in _words(listed)] == [[]] * 5
        opened = [one for one in told.entries[sent:] if one.route == "POST /users/@me/channels"]
        assert [one for one in opened if story.id_of(BEN) in str(one.args)] == []
        posts = {one.route for one in told.entries[sent:]}
        assert "POST /channels/{channel}/messages" in posts


def test_the_list_is_opened_in_one_room_and_taken_along_in_another() -> None:
    """No sender, and nothing that makes a letter, knows of it; cards only tell that there is one."""
    root = Path(bot.__file__).parent
    knowing = {file.relative_to(root) for file in root.rglob("*.py") if _OPENS.search(file.read_text())}
    others = {file for file in knowing if file.parts[1] not in {"takeout", "cards"}}
    assert others == {Path("services/support/my_people.py")}
