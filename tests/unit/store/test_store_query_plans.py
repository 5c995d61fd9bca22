"""No question that is asked often walks a table: the database says how it would answer each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Connection, Engine, event

from adapters.store import folder as data_folder
from adapters.store import sqlite
from adapters.store.repositories.unit import SqlUnit
from bot.domain.agenda import AgendaKind, DueGroup
from bot.domain.roles import Gathering
from bot.ports.store import Unit
from tests.contract.store_samples import LANE, NOW, TODAY, a_checkin, a_door, a_person, step
from tests.made_once import upgrade_once

PERSON = a_person().id
ROW = uuid4()
GROUP = DueGroup(rule="day/1 09:00", zone="Etc/UTC", due_at=NOW, slot_on=TODAY, slot="09:00")

QUESTIONS: dict[str, tuple[Callable[[Unit], object], str]] = {
    "due": (lambda unit: unit.agenda.due([AgendaKind.HOUSEKEEPING], NOW, 10), "ix_agenda_due"),
    "due_groups": (lambda unit: unit.agenda.due_groups(NOW, 10), "ix_agenda_due"),
    "next_due": (lambda unit: unit.agenda.next_due(), "ix_agenda_due"),
    "of": (lambda unit: unit.agenda.of(PERSON, AgendaKind.CHECKIN), "ix_agenda_owner_kind"),
    "remove_for": (lambda unit: unit.agenda.remove_for(ROW), "ix_agenda_ref"),
    "plan": (lambda unit: unit.agenda.plan([step(GROUP)]), "ix_agenda_due"),
    "was_planned": (
        lambda unit: unit.deliveries.was_planned(ROW, TODAY, "09:00"),
        "autoindex_deliveries",
    ),
    "claim": (lambda unit: unit.deliveries.claim(LANE, NOW, 10), "ix_deliveries_open"),
    "in_doubt": (lambda unit: unit.deliveries.in_doubt(LANE, NOW), "ix_deliveries_open"),
    "recover": (lambda unit: unit.deliveries.recover(), "ix_deliveries_open"),
    "waiting": (lambda unit: unit.deliveries.waiting(NOW), "ix_deliveries_open"),
    "waiting_and_begun": (lambda unit: unit.deliveries.waiting(NOW, and_begun=True), "ix_deliveries_open"),
    "waiting_since": (lambda unit: unit.deliveries.waiting_since(NOW), "ix_deliveries_open"),
    "next_not_before": (lambda unit: unit.deliveries.next_not_before(NOW), "ix_deliveries_open"),
    "next_in_lane": (lambda unit: unit.deliveries.next_not_before(NOW, LANE), "ix_deliveries_open"),
    "let_go": (lambda unit: unit.deliveries.let_go(ROW), "autoindex_deliveries"),
    "move": (lambda unit: unit.deliveries.move(ROW, LANE), "autoindex_deliveries"),
    "by_index": (lambda unit: unit.people.by_index(b"i" * 32), "autoindex_doors"),
    "door": (lambda unit: unit.people.door(PERSON), "uq_doors_one_preferred_each"),
    "door_at": (lambda unit: unit.people.door_at(b"i" * 32), "autoindex_doors"),
    "doors": (lambda unit: unit.people.doors(PERSON), "ix_doors_person"),
    "prefer": (lambda unit: unit.people.prefer(a_door(PERSON)), "uq_doors_one_preferred_each"),
    "some": (lambda unit: unit.people.some(PERSON, 10), "autoindex_people"),
    "in_lane": (lambda unit: unit.people.in_lane(LANE, PERSON, 10), "ix_doors_lane_person"),
    "in_organisation": (
        lambda unit: unit.people.in_organisation(b"o" * 32, PERSON, 10),
        "ix_doors_organisation_person",
    ),
    "count_in_organisation": (
        lambda unit: unit.people.count_in_organisation(b"o" * 32),
        "ix_doors_organisation_person",
    ),
    "organisation": (lambda unit: unit.organisations.by_index(b"o" * 32), "autoindex_organisations"),
    "roles": (lambda unit: unit.organisations.roles(PERSON), "autoindex_roles"),
    "roles_of": (lambda unit: unit.organisations.roles_of(b"i" * 32), "ix_roles_index"),
    "reviews": (lambda unit: unit.organisations.reviews(PERSON), "autoindex_reviews"),
    "changes": (lambda unit: unit.organisations.changes(PERSON, 10), "ix_changes_organisation_seq"),
    "gathering": (lambda unit: unit.gatherings.at(b"p" * 32, Gathering.CIRCLE), "autoindex_gatherings"),
    "gatherings": (lambda unit: unit.gatherings.of(PERSON), "ix_gatherings_organisation"),
    "members": (lambda unit: unit.gatherings.members(PERSON), "autoindex_members"),
    "member_at": (lambda unit: unit.gatherings.member_at(PERSON, b"i" * 32), "autoindex_members"),
    "memberships": (lambda unit: unit.gatherings.memberships(b"i" * 32), "ix_members_index"),
    "posts": (lambda unit: unit.gatherings.posts(PERSON), "ix_posts_gathering"),
    "latest": (lambda unit: unit.runs.latest(PERSON), "ix_runs_person_seq_day"),
    "asked": (lambda unit: unit.runs.asked(PERSON, TODAY), "ix_runs_person_seq_day"),
    "lapse_others": (lambda unit: unit.runs.lapse_others(PERSON, ROW), "ix_runs_not_lapsed"),
    "marks": (lambda unit: unit.runs.marks(ROW), "autoindex_marks"),
    "last": (lambda unit: unit.journal.last(PERSON), "ix_entries_person_seq"),
    "neighbours": (lambda unit: unit.journal.neighbours(ROW), "autoindex_entries"),
    "every": (lambda unit: unit.journal.every(PERSON), "ix_entries_person_seq"),
    "before": (lambda unit: unit.journal.before(PERSON, TODAY), "ix_entries_person_seq"),
    "first_day": (lambda unit: unit.journal.first_day(PERSON, TODAY), "ix_entries_person_seq"),
    "forget_marks": (lambda unit: unit.runs.forget_marks(PERSON, TODAY), "ix_runs_person_seq_day"),
    "forget": (lambda unit: unit.runs.forget(PERSON, TODAY), "ix_runs_person_seq_day"),
    "drafts": (lambda unit: unit.journal.drafts(PERSON), "ix_drafts_person_seq"),
    "put": (lambda unit: unit.agenda.get(a_checkin(PERSON).id), "autoindex_agenda"),
}
"""What is asked, and the index that has to serve it."""


@pytest.mark.parametrize("name", QUESTIONS)
def test_question_is_answered_from_an_index(tmp_path: Path, name: str) -> None:
    """That index is used, and no table is walked but the small one that a plan makes for itself."""
    ask, index = QUESTIONS[name]
    upgrade_once(tmp_path)
    engine = sqlite.open_engine(tmp_path / data_folder.MAIN, connections=1, patience=1.0)
    plans = plans_of(engine, ask)
    engine.dispose()
    assert any(index in line for line in plans)
    walked = {line for line in plans if line.startswith("SCAN") and "USING" not in line}
    assert walked <= {"SCAN steps", "SCAN taken"}  # few rows each, and made by the statement itself


def plans_of(engine: Engine, ask: Callable[[Unit], object]) -> list[str]:
    """Return how the database would answer each statement of a question."""
    asked: list[tuple[str, object]] = []

    def note(_connection: Connection, _cursor: object, statement: str, values: object, *_: object) -> None:
        asked.append((statement, values))

    event.listen(engine, "before_cursor_execute", note)
    plans: list[str] = []
    with sqlite.for_writing(engine).begin() as connection:
        ask(SqlUnit(connection))
        statements = tuple(asked)
        for statement, values in statements:
            if statement.startswith(("SELECT", "UPDATE", "DELETE", "WITH", "INSERT INTO deliveries")):
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)  # type: ignore[arg-type]  # as the driver had them
                plans += [row.detail for row in plan]
    return plans
