"""What every store keeps to.

Subclass `StoreContract` in a test file and give it a fixture `open_store`: a callable that opens one
more store over the same bytes each time, with the fixtures `clock` and `crash`, all closed at teardown.
"""

from __future__ import annotations

import pytest

from bot.ports.store import Store
from bot.testing.faults import ArmedCrash
from bot.testing.time import ManualClock
from tests.contract.store_contract_agenda import AgendaContract, DeliveriesContract
from tests.contract.store_contract_doors import DoorsContract
from tests.contract.store_contract_gatherings import GatheringsContract
from tests.contract.store_contract_installations import InstallationsContract
from tests.contract.store_contract_keeping import KeepingContract
from tests.contract.store_contract_lanes import LanesContract
from tests.contract.store_contract_organisations import OrganisationsContract
from tests.contract.store_contract_people import JournalContract, PeopleContract, RunsContract
from tests.contract.store_contract_sheets import (
    AddedDeliveriesContract,
    AllOfSomebodyContract,
    SheetsContract,
)
from tests.contract.store_contract_units import UnitsBesideTheLoopContract, UnitsContract
from tests.contract.store_samples import NOW, OpenStore


class StoreContract(
    UnitsContract,
    UnitsBesideTheLoopContract,
    PeopleContract,
    DoorsContract,
    AgendaContract,
    DeliveriesContract,
    LanesContract,
    RunsContract,
    JournalContract,
    KeepingContract,
    SheetsContract,
    AllOfSomebodyContract,
    AddedDeliveriesContract,
    InstallationsContract,
    OrganisationsContract,
    GatheringsContract,
):
    """The promises of `bot.ports.store.Store` and of what its units see."""

    @pytest.fixture
    def clock(self) -> ManualClock:
        """Give the store and the test the same time."""
        return ManualClock(NOW)

    @pytest.fixture
    def crash(self) -> ArmedCrash:
        """Let a test end the house at a crash point."""
        return ArmedCrash()

    @pytest.fixture
    def store(self, open_store: OpenStore) -> Store:
        """Open the first store."""
        return open_store()
