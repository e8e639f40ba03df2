"""A clerk who does anything in any order: receive, type, save, step, enclose, decide, undo, look again.

After every act each case stands in a declared state, numbers are unique, the list shows what the answers say, and the
journal alone rebuilds every case.
"""

from collections.abc import Mapping
from datetime import datetime

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, precondition, rule

from clair_desktop.domain.answers import read
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.programmes.economic_grant.examples import TEA
from clair_desktop.programmes.overseas_research.examples import FIVE_COUNTRIES
from clair_desktop.services.office import Office
from clair_desktop.support.clock import FixedClock
from tests.services.casework import GRANT, JAPAN, RESEARCH, pdf

WHOLE = {GRANT: TEA, RESEARCH: FIVE_COUNTRIES}
AMOUNTS = ("requested", "awarded", "final_amount", "total_cost", "eligible_cost")
TYPED = st.one_of(
    st.sampled_from(
        [
            "",
            "0",
            "1,200千円",
            "２００万円",
            "令和8年4月1日",
            "R8.2.30",
            "海外",
            "はい",
            "富士市",
            "シンガポール",
            "𠮷",
            "🍵",
        ]
    ),
    st.integers(-1, 10**13).map(str),
    st.text(max_size=8),
)
ROWS = st.lists(
    st.dictionaries(st.sampled_from(["country", "area", "source", "amount", "question"]), TYPED, max_size=2), max_size=2
)


class Clerk(RuleBasedStateMachine):
    cases = Bundle("cases")

    def __init__(self) -> None:
        super().__init__()
        self.clock = FixedClock(datetime(2026, 11, 20, 9, 30, tzinfo=JAPAN))
        self.office = Office.in_memory(clock=self.clock, who="担当者")
        self.office.branch.choose_branch("040002")
        self.paper = self.office.folder / "資料.pdf"
        self.paper.write_bytes(pdf())

    def teardown(self) -> None:
        self.office.close()

    def sheet(self, number: str):
        try:
            return self.office.cases.get(number)
        except Refusal:
            return None

    @rule(
        target=cases,
        programme=st.sampled_from([GRANT, RESEARCH]),
        year=st.sampled_from([2024, 2025, 2026]),
        whole=st.booleans(),
    )
    def receive(self, programme, year, whole):
        raw = WHOLE[programme] if whole else {}
        answers = read(self.office.edition(programme, year).fields(), raw, self.office.names).answers
        return self.office.cases.new(programme, year, answers).number

    @rule(number=cases, data=st.data())
    def type_and_save(self, number, data):
        """Some questions are answered anew; what cannot be read stays as it was, as in the window."""
        if (sheet := self.sheet(number)) is None:
            return
        fields = list(sheet.edition.fields())
        chosen = data.draw(st.lists(st.sampled_from(fields), min_size=1, max_size=3, unique_by=lambda field: field.key))
        raw = {field.key: data.draw(ROWS if field.kind == "rows" else TYPED) for field in chosen}
        self.office.drafts.keep(sheet.id, {k: v for k, v in raw.items() if isinstance(v, str)}, sheet.version)
        reading = read(fields, raw, self.office.names)
        wrong = {complaint.field for complaint in reading.complaints}
        kept = {key: value for key, value in sheet.answers.items() if key not in raw or key in wrong}
        try:
            saved = self.office.cases.save(number, {**kept, **reading.answers}, base_version=sheet.version)
        except Refusal:
            assert sheet.closed
        else:
            assert saved.answers == {**kept, **reading.answers}
            assert self.office.drafts.find(sheet.id) is None

    @rule(number=cases)
    def save_a_stale_text(self, number):
        if (sheet := self.sheet(number)) is None or sheet.version == 1:
            return
        try:
            self.office.cases.save(number, {}, base_version=sheet.version - 1)
        except Refusal:
            assert self.office.cases.get(number) == sheet
        else:
            raise AssertionError("an older version was saved")

    @rule(number=cases, data=st.data(), numbered=st.booleans())
    def take_a_step(self, number, data, numbered):
        if (sheet := self.sheet(number)) is None:
            return
        open_steps = [(None, step) for step in sheet.next_steps]
        open_steps += [(part.key, step) for part in sheet.parts for step in part.next_steps]
        if not open_steps:
            assert sheet.closed
            return
        part, step = data.draw(st.sampled_from(open_steps))
        try:
            after = self.office.steps.take(
                number, step.key, part=part, document_number="国際第1号" if numbered else None
            )
        except Refusal:
            assert self.office.cases.get(number) == sheet
        else:
            assert len(after.events) == len(sheet.events) + 1
            assert part or after.state.key == step.target or step.opens_parts or sheet.parts

    @rule(number=cases, data=st.data())
    def enclose(self, number, data):
        if (sheet := self.sheet(number)) is None:
            return
        kinds = [kind.key for kind in sheet.edition.programme.enclosures]
        after = self.office.enclosures.add(number, [self.paper], data.draw(st.sampled_from([None, *kinds])))
        assert len(after.enclosures) == len(sheet.enclosures) + 1

    @rule(number=cases, data=st.data())
    def take_an_enclosure_out(self, number, data):
        sheet = self.sheet(number)
        if sheet and sheet.enclosures:
            self.office.enclosures.remove(number, data.draw(st.sampled_from([line.id for line in sheet.enclosures])))

    @rule(number=cases, data=st.data())
    def decide(self, number, data):
        if (sheet := self.sheet(number)) is None:
            return
        rules = sorted({one.rule for one in self.office.cases.judged(sheet).findings})
        try:
            self.office.rules.decide(
                number, data.draw(st.sampled_from(rules)) if rules else "ECO-01", "確認済み", "課長"
            )
        except Refusal:
            assert self.office.cases.get(number).decisions == sheet.decisions

    @rule(
        entry=st.sampled_from(
            [
                ("rounding_unit", "1,000円"),
                ("cap_abroad", "2,000万円"),
                ("headquarters_deadline", "R9.1.29"),
                ("branch_lead_days", "14日"),
            ]
        ),
        year=st.sampled_from([2024, 2025, 2026]),
    )
    def enter_a_rule(self, entry, year):
        self.office.rules.enter(GRANT, entry[0], year, entry[1], source_title="実施要綱")

    @rule(number=consumes(cases))
    def delete(self, number):
        if self.sheet(number):
            self.office.cases.delete(number)

    @rule(times=st.integers(1, 4))
    def undo(self, times):
        for _ in range(times):
            if self.office.undoable() is None:
                return
            self.office.undo()

    @precondition(lambda self: not self.office.cases.lines())
    @rule()
    def look_into_an_empty_office(self):
        assert self.office.registers.rows(GRANT, 2025, Language.JA).registers[0].rows == []

    @invariant()
    def every_case_stands(self):
        lines = self.office.cases.lines()
        assert len({line.number for line in lines}) == len(lines)
        for line in lines:
            sheet = self.office.cases.get(line.number)
            flow = sheet.edition.programme.workflow
            assert sheet.state in flow.states
            assert all(part.state in flow.parts.states for part in sheet.parts)
            assert (line.state, line.title, line.project_year) == (
                sheet.state.key,
                sheet.title,
                sheet.edition.year.start_year,
            )
            assert line.due_on == next((due.day for due in sheet.due if due.day), None)
            assert sheet.closed is not bool(sheet.next_steps)
            assert self.office.cases.judged(sheet).verdict

    @invariant()
    def the_lists_amounts_are_those_of_the_answers(self):
        with self.office._desk.database.reading() as work:
            for line in self.office.cases.lines():
                row = work.cases.get(line.number)
                answers: Mapping[str, object] = row.answers
                assert {key: getattr(row, key) for key in AMOUNTS} == {key: answers.get(key) for key in AMOUNTS}
                assert bool(row.frozen_rules) is self.office.cases.get(line.number).closed

    @invariant()
    def the_journal_tells_the_whole_case(self):
        with self.office._desk.database.reading() as work:
            for line in self.office.cases.lines():
                row = work.cases.get(line.number)
                told: dict[str, object] = {}
                for entry in reversed(work.journal.of_case(row.id)):
                    for change in entry.changes:
                        if change.table == "cases":
                            told = (
                                {}
                                if change.kind.value == "D"
                                else told | {name: new for name, (_, new) in change.columns.items()}
                            )
                assert {
                    name: told[name] for name in ("state", "answers", "title", "version", "due_on", "search_text")
                } == {
                    name: getattr(row, name)
                    for name in ("state", "answers", "title", "version", "due_on", "search_text")
                }


TestOffice = Clerk.TestCase
TestOffice.settings = settings(
    max_examples=10, stateful_step_count=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
