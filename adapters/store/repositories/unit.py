"""One unit of work: every repository, over one connection that is in one transaction."""

from __future__ import annotations

from sqlalchemy import Connection

from adapters.store.failures import WantsToBeAlone
from adapters.store.repositories.agenda import SqlAgenda
from adapters.store.repositories.deliveries import SqlDeliveries
from adapters.store.repositories.gatherings import SqlGatherings
from adapters.store.repositories.inbox import SqlInbox
from adapters.store.repositories.installations import SqlInstallations
from adapters.store.repositories.journal import SqlJournal
from adapters.store.repositories.notes import SqlNotes
from adapters.store.repositories.organisations import SqlOrganisations
from adapters.store.repositories.people import SqlPeople
from adapters.store.repositories.runs import SqlRuns
from adapters.store.repositories.sheets import SqlSheets


class SqlUnit:
    """What `bot.ports.store.Unit` asks for. It cannot commit; the store does that."""

    def __init__(self, connection: Connection, *, is_alone: bool = True) -> None:
        """See what `connection` sees; `is_alone` where nobody else writes meanwhile."""
        self._is_alone = is_alone
        self.people = SqlPeople(connection)
        self.agenda = SqlAgenda(connection)
        self.deliveries = SqlDeliveries(connection)
        self.runs = SqlRuns(connection)
        self.journal = SqlJournal(connection)
        self.sheets = SqlSheets(connection)
        self.inbox = SqlInbox(connection)
        self.installations = SqlInstallations(connection)
        self.organisations = SqlOrganisations(connection)
        self.gatherings = SqlGatherings(connection)
        self.notes = SqlNotes(connection)

    def be_alone(self) -> None:
        """Go on where it is alone already; else let the store begin it anew so.

        Raises:
            WantsToBeAlone: for the store, which hears it.
        """
        if not self._is_alone:
            raise WantsToBeAlone
