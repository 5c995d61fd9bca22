"""A run's page is of one size, whatever the library asks on it and however much of it is chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from adapters.content.loader import load
from adapters.vault.material import create
from adapters.vault.vault import open_vault
from bot.app.library import library_folder
from bot.domain.checkins import Answer, Asking, Question, Run
from bot.domain.people import PersonId
from bot.domain.prompts import Domain, Prompt
from bot.services.journal.runs import with_asking
from bot.testing.keys import MemoryKeyStore
from tests.unit.small_house import small_house

DAY = date(2026, 1, 5)
PERSON = PersonId(UUID(int=1))


def _full(prompt: Prompt) -> Question:
    """Return a question with everything chosen that can be, and written to."""
    names = tuple(option.name for option in prompt.options)
    return Question(
        prompt=prompt.id, version=prompt.version, on=DAY, answer=Answer(chosen=names, written=True)
    )


def _room(question: Question) -> int:
    """Return about how much room a question takes."""
    return len(repr(question))


def test_every_page_has_one_size() -> None:
    """A bare first check-in, and each prompt beside the longest gentle one and the longest kind word."""
    library = load(library_folder()).prompts()
    kind = [_full(prompt) for prompt in library if prompt.domain is Domain.SELF_COMPASSION]
    gentle = [_full(prompt) for prompt in library if prompt.gentle]
    small = (max(gentle, key=_room), max(kind, key=_room))
    pages = [Asking(questions=(Question(on=DAY),))]
    pages += [Asking(questions=(_full(prompt), *small), rough_on=DAY, eased_on=DAY) for prompt in library]
    vault = open_vault(create(), MemoryKeyStore(today=lambda: DAY), "sizes")
    vault.create(PERSON)
    with small_house() as house:
        desk = replace(house.desk, vault=vault)
    runs = [with_asking(desk, Run(id=UUID(int=2), person=PERSON, day=DAY), page) for page in pages]
    assert len({len(run.sealed or b"") for run in runs}) == 1
