"""Everything an official can do in one data folder, put together."""

import shutil
import tempfile
import weakref
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from clair_desktop.domain.parties import Names
from clair_desktop.domain.programme import Edition, Programme
from clair_desktop.domain.wording import Wording
from clair_desktop.model.database import Database
from clair_desktop.services.addresses import Addresses
from clair_desktop.services.agenda import Agenda
from clair_desktop.services.agenda_papers import AgendaPapers
from clair_desktop.services.answers import Answers
from clair_desktop.services.blanks import Blanks
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.calls import Calls
from clair_desktop.services.cases import Cases
from clair_desktop.services.copying import Copying
from clair_desktop.services.cost_sheets import CostSheets
from clair_desktop.services.coverage_papers import CoveragePapers
from clair_desktop.services.days import Days
from clair_desktop.services.desk import Desk, Listener
from clair_desktop.services.directory import Directory
from clair_desktop.services.directory_export import DirectoryExport
from clair_desktop.services.directory_intake import DirectoryIntake
from clair_desktop.services.directory_keeping import DirectoryKeeping
from clair_desktop.services.directory_mail import DirectoryMail
from clair_desktop.services.directory_papers import DirectoryPapers
from clair_desktop.services.directory_updates import DirectoryUpdates
from clair_desktop.services.documents import Documents
from clair_desktop.services.drafts import Drafts
from clair_desktop.services.enclosures import Enclosures
from clair_desktop.services.following import Following
from clair_desktop.services.gazetteer import load_gazetteer
from clair_desktop.services.hand_outs import HandOuts
from clair_desktop.services.hand_overs import HandOvers
from clair_desktop.services.history import History
from clair_desktop.services.intake import Intakes
from clair_desktop.services.intake_forms import IntakeForms
from clair_desktop.services.jobs import immediate_jobs, process_jobs
from clair_desktop.services.joining import Joining
from clair_desktop.services.letters import Letters
from clair_desktop.services.municipalities import Municipalities
from clair_desktop.services.notices import Notice, Notices
from clair_desktop.services.office_papers import OfficePapers
from clair_desktop.services.outgoing_ledger import OutgoingLedger
from clair_desktop.services.paper_styles import PaperStyles
from clair_desktop.services.plain_lists import PlainLists
from clair_desktop.services.printed_ledger import PrintedLedger
from clair_desktop.services.recognising import Recognising
from clair_desktop.services.registers import Registers
from clair_desktop.services.reminders import Reminders
from clair_desktop.services.rules import Rules
from clair_desktop.services.simulation import Effect, Simulator
from clair_desktop.services.simulation_job import simulated
from clair_desktop.services.statistic_papers import StatisticPapers
from clair_desktop.services.statistics import Statistics
from clair_desktop.services.steps import Steps
from clair_desktop.services.vcards import VCards
from clair_desktop.services.verifying import Verifying
from clair_desktop.services.watched import WatchedJobs
from clair_desktop.services.workbook_checks import WorkbookChecks
from clair_desktop.services.year_locks import YearLocks
from clair_desktop.support.clock import Clock
from clair_desktop.support.jobs import Jobs
from clair_desktop.support.watch import Watch


class Office:
    """The services of one data folder, sharing its file of cases."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.clock = desk.clock
        self.folder = desk.folder
        self.names: Names = desk.names
        self.branch = BranchSettings(desk)
        self.directory = Directory(desk)
        self.days = Days(desk, self.branch, self.directory)
        self.bodies = DirectoryKeeping(desk, self.directory)
        self.directory_intake = DirectoryIntake(desk, self.directory)
        self.directory_export = DirectoryExport(self.directory)
        self.directory_updates = DirectoryUpdates(desk, self.directory, self.directory_intake)
        self.directory_mail = DirectoryMail(desk, self.branch, self.directory)
        self.vcards = VCards(desk, self.directory)
        self.directory_papers = DirectoryPapers(desk, self.branch, self.directory)
        self.office_papers = OfficePapers(desk, self.branch)
        self.documents = Documents(desk, self.branch, self.directory)
        self.paper_styles = PaperStyles(desk, self.branch, self.directory)
        self.releases = self.documents.releases
        self.verifying = Verifying(desk, self.releases)
        self.ledger = PrintedLedger(desk, self.branch)
        self.blanks = Blanks(desk, self.branch, self.directory)
        self.cases = Cases(desk)
        self.steps = Steps(desk, self.documents)
        self.drafts = Drafts(desk)
        self.enclosures = Enclosures(desk)
        self.hand_overs = HandOvers(desk, self.branch)
        self.outgoing = OutgoingLedger(desk, self.branch)
        self.registers = Registers(desk, self.branch, self.hand_overs)
        self.following = Following(self.cases, self.documents)
        self.answers = Answers(desk, self.cases, self.steps, self.registers, self.following)
        self.intake_forms = IntakeForms(desk, self.branch)
        self._read_workbooks(desk)
        self.rules = Rules(desk)
        self.municipalities = Municipalities(desk)
        self.coverage_papers = CoveragePapers(desk, self.branch)
        self.history = History(desk)
        self.letters = Letters(desk, self.documents)
        self.notices = Notices(desk, self.letters)
        self.simulator = Simulator(desk, self.notices)
        self.copying = Copying(desk, self.cases)
        self.cost_sheets = CostSheets(desk, self.branch)
        self.statistics = Statistics(desk)
        self.years = YearLocks(desk)
        self.calls = Calls(desk, self.branch)
        self.agenda = Agenda(desk, self.calls)
        self.agenda_papers = AgendaPapers(desk, self.branch, self.agenda)
        self.addresses = Addresses(desk)
        self.reminders = Reminders(desk, self.branch, self.calls, self.addresses, self.directory)
        self.statistic_papers = StatisticPapers(desk, self.branch)

    def _read_workbooks(self, desk: Desk) -> None:
        """Files of others: municipalities', branches', anybody's; and the workbooks that they are handed."""
        self.intakes = Intakes(desk, self.cases)
        self.plain_lists = PlainLists(desk, self.cases)
        self.joining = Joining(desk)
        self.workbook_checks = WorkbookChecks(desk)
        self.hand_outs = HandOuts(desk, self.branch, self.intake_forms)
        self.recognising = Recognising(desk, self.branch)

    @classmethod
    def open(cls, folder: Path, *, clock: Clock, who: str, jobs: Jobs | None = None) -> "Office":
        """Open (or begin) the data folder; a newer or foreign file of cases is refused in words."""
        database = Database.open(folder, clock=clock, who=who)
        return cls(Desk(database, load_gazetteer(), clock, folder, jobs or process_jobs()))

    @classmethod
    def in_memory(cls, *, clock: Clock, who: str = "担当") -> "Office":
        """An office that is gone when the program ends, for tests and trials; packs go to a temporary folder."""
        folder = Path(tempfile.mkdtemp(prefix="clair-"))
        database = Database.in_memory(clock=clock, who=who)
        office = cls(Desk(database, load_gazetteer(), clock, folder, immediate_jobs()))
        weakref.finalize(office, shutil.rmtree, folder, ignore_errors=True)
        return office

    def programmes(self) -> Mapping[str, Programme]:
        return self._desk.programmes

    def edition(self, programme: str, year: int) -> Edition:
        """A programme in a project year, with the branch's own rulings laid over."""
        return self._desk.edition(programme, year)

    def on_change(self, listener: Listener) -> None:
        """Be told, after every change, which cases it touched; an empty set means anything."""
        self._desk.listeners.append(listener)

    def look_again(self, *cases: int) -> None:
        """Tell every listener of papers that were made: a letter that follows a step may be among them."""
        self._desk.changed(*cases)

    def simulated(self, notice: Notice, watch: Watch) -> list[Effect]:
        """What a notice would do, worked out where no window waits for it."""
        return simulated(self._desk, self.simulator, notice, watch)

    def watched(self, watch: Watch) -> "Office":
        """The same office for one long work: its jobs tell the watch how far they are and end when it is stopped."""
        return Office(replace(self._desk, jobs=WatchedJobs(self._desk.jobs, watch)))

    def undo(self) -> Wording:
        """Undo the newest act and give its title; refused in words where that is not possible."""
        with self._desk.database.work(Wording("元に戻す", "Undo")) as work:
            title = work.journal.undo_last()
        self._desk.changed()
        return title

    def undoable(self) -> Wording | None:
        with self._desk.database.reading() as work:
            return work.journal.last_undoable()

    def close(self) -> None:
        self._desk.database.close()
