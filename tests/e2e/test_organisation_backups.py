"""Rules of organisations live with people's keys, through a backup and a rotation; roles end with people."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from bot.domain.organisations import Organisation
from bot.domain.people import PersonId
from bot.domain.roles import Role
from bot.ports.organisations import OrganisationRow, RoleRow
from bot.ports.store import Unit
from bot.ports.vault import Cell
from bot.services.organisations.pages import body_of
from bot.services.sealing import seal, unseal
from tests.e2e.erasing import Inside, inside
from tests.e2e.shell import command
from tests.e2e.sim_driver import story_in_process
from tests.e2e.test_backup_and_restore import back_up

T = TypeVar("T")

STAYS, GOES = PersonId(UUID(int=1)), PersonId(UUID(int=2))
"""Two organisations, by the holders of their keys."""
LATER = "2026-01-09T08:00:00Z"
"""Days after everything here was made."""


def ask(house: Inside, work: Callable[[Unit], T]) -> T:
    """Run a unit in a folder."""
    return asyncio.run(house.store.run(work))


def cell(holder: PersonId) -> Cell:
    """Return where the rules of an organisation stand."""
    return Cell(person=holder, table="organisations", row=holder, column="sealed")


def begin(data: Path) -> PersonId:
    """Make a house with somebody in it, and two organisations that they look after; return who they are."""
    with story_in_process(data) as story:
        story.command("ana", "start")
        story.press("ana", "consent.yes")
    with inside(data) as house:
        [ana] = house.people()
        [door] = ask(house, lambda unit: unit.people.doors(ana))
        for holder in (STAYS, GOES):
            house.vault.create(holder)
            name = f"slack/{holder}"
            sealed = seal(house.vault, cell(holder), body_of(Organisation(id=holder, name=name)))
            index = house.vault.blind("organisation", name)
            row = OrganisationRow(id=holder, index=index, sealed=sealed)
            ask(house, partial(look_after, row=row, index=door.index))
    return ana


def look_after(unit: Unit, row: OrganisationRow, index: bytes) -> None:
    """Put an organisation, and an account that looks after it."""
    unit.organisations.put(row)
    unit.organisations.put_role(
        RoleRow(id=row.id, organisation=row.id, index=index, role=Role.ADMIN, sealed=row.sealed)
    )


def end(data: Path, holder: PersonId) -> None:
    """End an organisation: its key, then its rows."""
    with inside(data) as house:
        house.vault.shred(holder)
        ask(house, lambda unit: unit.organisations.remove(holder))


def found(data: Path) -> list[str]:
    """Return which organisations there are, opened, after a start and the first ticks of some days."""
    with story_in_process(data) as story:
        story.clock(LATER)
    with inside(data) as house:
        rows = ask(house, lambda unit: unit.organisations.every())
        cells = [replace(cell(row.id), version=row.version) for row in rows]
        return [unseal(house.vault, at, row.sealed)["name"] for at, row in zip(cells, rows, strict=True)]


def roles(data: Path) -> list[RoleRow]:
    """Return all roles in the two organisations."""
    with inside(data) as house:
        return ask(
            house,
            lambda unit: [*unit.organisations.roles(STAYS), *unit.organisations.roles(GOES)],
        )


def test_the_key_of_an_organisation_outlives_the_day(tmp_path: Path) -> None:
    """It has a holder, unlike that of a yes which was cut off."""
    data = tmp_path / "data"
    begin(data)
    assert found(data) == [f"slack/{STAYS}", f"slack/{GOES}"]


def test_an_ending_that_was_cut_off_is_finished_at_the_next_start(tmp_path: Path) -> None:
    """The key went, the rows did not: then they go, with the roles; people stay, and what else there is."""
    data = tmp_path / "data"
    ana = begin(data)
    for gone, left in ((GOES, [STAYS]), (STAYS, [])):
        with inside(data) as house:
            house.vault.shred(gone)
        with story_in_process(data) as story:
            story.command("ana", "help")
        assert [role.organisation for role in roles(data)] == left
        with inside(data) as house:
            assert ask(house, lambda unit: unit.organisations.all_ids()) == set(left)
            assert house.people() == {ana}


def test_a_backup_brings_an_organisation_back_unless_it_was_ended(tmp_path: Path) -> None:
    """An ended one is no erased person, and is not counted as one."""
    data = tmp_path / "data"
    begin(data)
    made = back_up(data)
    end(data, GOES)
    done = command(data, "restore", str(made), "--replace")
    assert (done.returncode, b"Erased" in done.stdout) == (0, False), done.stderr
    assert found(data) == [f"slack/{STAYS}"]


def test_rules_move_to_a_new_key(tmp_path: Path) -> None:
    """A rotation that destroys the older key at once loses none."""
    data = tmp_path / "data"
    begin(data)
    before = data.with_name("data.key").read_bytes()
    done = command(data, "keys", "rotate", "--now")
    assert done.returncode == 0, done.stderr
    assert data.with_name("data.key").read_bytes() != before
    assert found(data) == [f"slack/{STAYS}", f"slack/{GOES}"]


def test_roles_end_with_an_erasing_that_was_cut_off(tmp_path: Path) -> None:
    """Where only the key went, the next start takes roles along with all other rows; the rules stay."""
    data = tmp_path / "data"
    ana = begin(data)
    with inside(data) as house:
        house.vault.shred(ana)
    assert len(found(data)) == 2
    assert roles(data) == []


def test_a_backup_brings_no_role_of_an_erased_person_back(tmp_path: Path) -> None:
    """Nor do they look after anything again, once the copy has forgotten them."""
    data = tmp_path / "data"
    ana = begin(data)
    made = back_up(data)
    with inside(data) as house:
        house.erase(ana)
    done = command(data, "restore", str(made), "--replace")
    assert (done.returncode, b"Erased again: 1." in done.stdout) == (0, True), done.stderr
    assert (roles(data), len(found(data))) == ([], 2)


def test_an_operator_ends_a_role_that_has_no_notebook(tmp_path: Path) -> None:
    """It is said that nothing else was held; people and rules stay, and again there is nobody."""
    data = tmp_path / "data"
    begin(data)
    with inside(data) as house:
        index = house.vault.blind("slack", "sim", "zoe")
        row = RoleRow(id=UUID(int=9), organisation=STAYS, index=index, role=Role.TRAINER, sealed=b"")
        sealed = house.vault.seal(cell(STAYS), "Zoe")
        ask(house, lambda unit: unit.organisations.put_role(replace(row, sealed=sealed)))
    erase = ("person", "erase", "--surface", "slack", "--workspace", "sim", "--account", "zoe", "--yes")
    done = command(data, *erase)
    assert (done.returncode, done.stdout) == (0, b"erased role\n"), done.stderr
    assert b"Nothing else was held" in done.stderr
    assert [role.role for role in roles(data)] == [Role.ADMIN, Role.ADMIN]
    assert command(data, *erase).returncode == 1
