"""What admins set lies nowhere in clear, and nothing that people write stands in what admins see.

The one is looked for wherever somebody else could look; the other on the screens of everybody with a role.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable

import pytest
from sqlalchemy import Connection

from adapters.store.repositories.organisations import SqlOrganisations
from adapters.vault.vault import SealingVault
from bot.domain.organisations import Rules
from bot.ports.vault import Cell
from bot.services.cards.admin import menu as cards
from bot.services.cards.plain import plain
from bot.services.routes import ACTIONS
from bot.surface.card import Fields
from tests.e2e.canary_admins import LookingAfter
from tests.e2e.canary_story import Life
from tests.e2e.canary_watch import Watch
from tests.e2e.disk import found_in, sentence
from tests.e2e.sim_driver import Story, story_in_process

OURS, THEIRS = sentence("admins").rsplit(" ", 1)[0], sentence("a person")
WHO = sentence("a person/who").replace(" ", "-")
"""What admins type, what a person writes, and how that person is called."""
BOSS = "boss"
_log = logging.getLogger("bot.planted")


def _in_clear(watch: Watch, story: Story) -> list[str]:
    """Return where what admins set can be read, beside the screens that show it to those whom it is for."""
    return [place for place in watch.findings(story, OURS) if not place.startswith("screen: ")]


def _seen_by_admins(story: Story) -> list[str]:
    """Return what an admin, or whoever holds a role, saw of a person."""
    shown = [record for record in story.shown if str(record["to"]).startswith(BOSS)]
    told = [(record["text_id"], json.dumps(record, ensure_ascii=False).encode()) for record in shown]
    return [name for name, text in told if found_in(text, THEIRS) or found_in(text, WHO)]


def test_nothing_that_admins_set_lies_in_clear_and_nothing_of_people_is_theirs(watch: Watch) -> None:
    """Every card and every form of theirs, beside somebody's notebook; killed, begun again, and looked at."""
    with story_in_process(watch.home / "data") as story:
        life = Life(story, watch.home / "data", WHO, "slack", THEIRS)
        life.arrive()
        life.type_and_keep()
        life.list_people()
        boss = LookingAfter(story, BOSS, "slack", OURS)
        boss.begin()
        boss.begin_in_a_channel("#team")
        story.kill("after_commit")
        assert boss.code_for("trainer") == ""
        boss.whole()
        assert boss.refused == []
        assert any(OURS in str(record["text"]) for record in story.shown)
        assert (_in_clear(watch, story), _seen_by_admins(story)) == ([], [])
        story.restart()
        story.clock("2026-01-06T13:00:00Z")
        boss.open_everything()
        assert {name for name, route in ACTIONS.items() if route.roles} - boss.used == set()
        assert (_in_clear(watch, story), watch.findings(story, THEIRS)) == ([], [])
        assert OURS in str(story.command(WHO, "help now"))  # told to everybody here in a sentence of ours
        story.restart()
        assert [place for place in _in_clear(watch, story) if not place.startswith("memory: ")] == []
        assert _seen_by_admins(story) == []


Patch = pytest.MonkeyPatch


def _overhear(patch: Patch, table: str, then: Callable[[str], None]) -> None:
    """Call `then` with whatever is sealed for a table: planted code has it in hand, as ours has."""
    seal = SealingVault.seal

    def overheard(vault: SealingVault, cell: Cell, text: str) -> object:
        if cell.table == table:
            then(text)
        return seal(vault, cell, text)

    patch.setattr(SealingVault, "seal", overheard)


def _beside(table: str, method: str) -> Callable[[Patch], None]:
    """Return a leak that writes what is sealed for a table beside it, in clear, in the same unit."""

    def plant(patch: Patch) -> None:
        heard: list[str] = []
        _overhear(patch, table, heard.append)
        put = getattr(SqlOrganisations, method)

        def telling(organisations: SqlOrganisations, row: object) -> None:
            put(organisations, row)
            connection: Connection = organisations._connection  # noqa: SLF001 - a careless change would be inside
            connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS plain (body TEXT)")
            connection.exec_driver_sql("INSERT INTO plain VALUES (?)", (heard[-1],))

        patch.setattr(SqlOrganisations, method, telling)

    return plant


def _in_the_log(patch: Patch) -> None:
    _overhear(patch, "roles", lambda text: _log.warning("a role: %s", json.loads(text)))


def _fields_that_print_themselves(patch: Patch) -> None:
    patch.setattr(Fields, "__repr__", lambda fields: f"Fields(pairs={fields.pairs!r})")


def _rules_that_print_themselves(patch: Patch) -> None:
    patch.setattr(Rules, "__repr__", lambda rules: f"Rules(on_call={rules.on_call!r})")


LEAKS = {
    "a plain row of an organisation": (_beside("organisations", "put"), "data/reststop.db"),
    "a plain row of a role": (_beside("roles", "put_role"), "data/reststop.db"),
    "a plain row of the log": (_beside("changes", "add_change"), "data/reststop.db"),
    "a role in the log": (_in_the_log, "everything.log"),
    "rules that print themselves": (_rules_that_print_themselves, "memory: Rules"),
    "a card that prints a name": (_fields_that_print_themselves, "memory: Fields"),
}


def _short(story: Story, watch: Watch) -> None:
    Life(story, watch.home / "data", WHO, "slack", THEIRS).arrive()
    story.say(WHO, THEIRS)
    boss = LookingAfter(story, BOSS, "slack", OURS)
    boss.begin()
    boss.give(f"{BOSS}-trainer", "trainer")
    story.command(BOSS, "admin", surface="slack")
    story.press(BOSS, "admin.links")
    story.submit(BOSS, "admin.links", policy="", on_call=OURS, staff=OURS)
    story.command(BOSS, "admin", surface="slack")
    story.press(BOSS, "admin.roles")


@pytest.mark.parametrize(("plant", "place"), LEAKS.values(), ids=LEAKS)
def test_a_planted_leak_of_what_admins_set_is_found(
    watch: Watch, monkeypatch: Patch, plant: Callable[[Patch], None], place: str
) -> None:
    """In each new table, in the log and in memory, where it was planted."""
    plant(monkeypatch)
    with story_in_process(watch.home / "data") as story:
        _short(story, watch)
        assert [found for found in _in_clear(watch, story) if found.startswith(place)] != []


def test_a_card_of_admins_that_shows_what_somebody_wrote_is_found(watch: Watch, monkeypatch: Patch) -> None:
    """However small the place in which it stands."""
    heard: list[str] = []
    _overhear(monkeypatch, "drafts", heard.append)
    monkeypatch.setattr(cards, "menu", lambda *_: plain("admin.menu", json.loads(heard[-1])["text"]))
    with story_in_process(watch.home / "data") as story:
        Life(story, watch.home / "data", WHO, "slack", THEIRS).arrive()
        story.say(WHO, THEIRS)
        LookingAfter(story, BOSS, "slack", OURS).begin()
        story.command(BOSS, "admin", surface="slack")
        assert _seen_by_admins(story) == ["admin.menu"]
