"""One act of a user upon what is kept: every repository, in one transaction."""

from datetime import datetime

from sqlalchemy import event
from sqlalchemy.orm import Session

from clair_desktop.model.belongings import Decisions, Enclosures, Events, Prints
from clair_desktop.model.calls import Addresses, Calls
from clair_desktop.model.caseload import Caseload
from clair_desktop.model.cases import Cases, Parts
from clair_desktop.model.directory import DirectoryEntries
from clair_desktop.model.hand_overs import HandOvers
from clair_desktop.model.journal import Journal
from clair_desktop.model.letters import AddresseeRevisions, TextRevisions
from clair_desktop.model.office import Drafts, RuleRevisions, Settings
from clair_desktop.model.releases import Ledger, Releases
from clair_desktop.model.tables import CaseRow
from clair_desktop.support.clock import Clock

_ENTERED = """
SELECT EXISTS (SELECT 1 FROM rule_revisions WHERE programme = ?1)
    OR EXISTS (SELECT 1 FROM text_revisions WHERE programme = ?1)
    OR EXISTS (SELECT 1 FROM addressee_revisions WHERE programme = ?1)
"""


class Work:
    """The repositories of one transaction; rows taken from them stay readable after it."""

    def __init__(self, session: Session, clock: Clock, operation: int | None = None) -> None:
        self._clock = clock
        self._session = session
        self.is_writing = operation is not None
        self.cases = Cases(session)
        self.caseload = Caseload(session)
        self.calls = Calls(session)
        self.addresses = Addresses(session)
        self.parts = Parts(session)
        self.events = Events(session)
        self.enclosures = Enclosures(session)
        self.drafts = Drafts(session, clock)
        self.rule_revisions = RuleRevisions(session)
        self.text_revisions = TextRevisions(session)
        self.addressee_revisions = AddresseeRevisions(session)
        self.decisions = Decisions(session)
        self.prints = Prints(session)
        self.releases = Releases(session)
        self.ledger = Ledger(session)
        self.hand_overs = HandOvers(session)
        self.directory = DirectoryEntries(session)
        self.settings = Settings(session)
        self.journal = Journal(session, clock, operation)
        if self.is_writing:
            event.listen(session, "before_flush", self._date_cases)

    def has_entered(self, programme: str) -> bool:
        """Whether the branch has entered a ruling, a wording or an addressee of the programme; of most it has none."""
        return bool(self._session.connection().exec_driver_sql(_ENTERED, (programme,)).scalar())

    def _date_cases(self, session: Session, *_: object) -> None:
        now: datetime = self._clock.now()
        for row in session.new:
            if isinstance(row, CaseRow):
                row.created_at = row.updated_at = now
        for row in session.dirty:
            if isinstance(row, CaseRow) and session.is_modified(row):
                row.updated_at = now
