"""What must hold of every programme, present and future, because every interpreter of a declaration relies on it."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields as members
from dataclasses import is_dataclass
from enum import Enum

import pytest

from clair_desktop.domain.answers import read
from clair_desktop.domain.divisions import DIVISIONS
from clair_desktop.domain.document_parts import parts_of as worded_parts
from clair_desktop.domain.documents import PLACES, FieldTable, Form, Letter, PartTable, RowTable
from clair_desktop.domain.emphasis import faults
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fields import Choice, Choices, Rows
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.placeholders import placeholders
from clair_desktop.domain.registers import PART_SPINE
from clair_desktop.domain.rulings import Source, Verdict
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.domain.workflow import Workflow
from clair_desktop.services.gazetteer import load_gazetteer
from tests.services.casework import TODAY

NAMES = load_gazetteer()
JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
PLACE = re.compile(r"\{([\w.]+)\}")


def year_of_example(programme):
    return FiscalYear(programme.examples[0].year)


def all_fields(programme):
    return [field for section in programme.sections for field in section.fields]


def every_field(programme):
    """The fields and the columns of their tables."""
    return [one for field in all_fields(programme) for one in (field, *getattr(field, "columns", ()))]


def parts_of(declared: object) -> Iterator[tuple[str, object]]:
    """What a declaration holds, one level down."""
    if is_dataclass(declared):
        held = (member.name for member in members(declared) if member.name not in ("rulings", "examples"))
        yield from ((f".{name}", getattr(declared, name)) for name in held)
    elif isinstance(declared, Mapping):
        yield from ((f"[{key}]", value) for key, value in declared.items())
    elif isinstance(declared, Sequence):
        yield from ((f"[{number}]", value) for number, value in enumerate(declared))


def wordings(declared: object, path: str = "") -> Iterator[tuple[str, Wording]]:
    """Every official text of a declaration but its sources, which quote Japanese documents."""
    if isinstance(declared, Wording):
        yield path, declared
    elif not isinstance(declared, str | Enum | Source) and not callable(declared):
        for name, part in parts_of(declared):
            yield from wordings(part, path + name)


def duplicates(keys):
    keys = list(keys)
    return sorted({key for key in keys if keys.count(key) > 1})


def test_every_text_stands_in_both_languages_each_in_its_own(programme):
    found = list(wordings(programme))
    assert [path for path, wording in found if not wording.ja.strip() or not wording.en.strip()] == []
    assert [(path, wording.en) for path, wording in found if JAPANESE.search(wording.en)] == []


def test_no_key_is_used_twice(programme):
    assert duplicates(field.key for field in all_fields(programme)) == []
    assert duplicates(section.key for section in programme.sections) == []
    assert {section.key for section in programme.sections} & {f.key for f in all_fields(programme)} == set()
    assert duplicates(rule.key for rule in programme.rules) == []
    assert duplicates(state.key for state in programme.workflow.states) == []
    assert duplicates(step.key for step in programme.workflow.transitions) == []
    assert duplicates(pack.key for pack in programme.packs) == []
    assert duplicates(register.key for register in programme.registers) == []
    assert duplicates(kind.key for kind in programme.enclosures) == []
    for pack in programme.packs:
        assert duplicates(document.key for document in pack.documents) == []
    for table in all_fields(programme):
        assert duplicates(column.key for column in getattr(table, "columns", ())) == []


def test_no_choice_can_be_mistaken_for_another(programme):
    for field in every_field(programme):
        if isinstance(field, Choice | Choices):
            assert duplicates(option.key for option in field.options) == []
            for option in field.options:
                for language in Language:
                    shown = field.show(option.key if isinstance(field, Choice) else (option.key,), language, NAMES)
                    again = field.accept(shown, NAMES)
                    assert again in (option.key, (option.key,)), (field.key, shown)


def test_keys_and_desk_are_known(programme):
    assert programme.desk in DIVISIONS
    assert programme.title_field in {field.key for field in all_fields(programme)}
    by_key = {field.key: field for field in all_fields(programme)}
    for field in all_fields(programme):
        if field.required_when:
            other, value = field.required_when
            assert value in {option.key for option in by_key[other].options}
        if isinstance(field, Rows) and field.total:
            assert field.column(field.total).kind == "yen"


def layouts(programme):
    return [document.layout for pack in programme.packs for document in pack.documents]


def places_of(programme):
    return {
        place
        for _, wording in wordings(layouts(programme))
        for text in (wording.ja, wording.en)
        for place in PLACE.findall(text)
    }


def test_every_place_in_a_letter_has_a_value(programme):
    known = {*PLACES, *(field.key for field in all_fields(programme) if not isinstance(field, Rows))}
    asked = {part for place in places_of(programme) for part in place.split("_or_") if "." not in part}
    assert asked <= known


def test_every_place_of_a_row_stands_in_a_pack_made_from_that_table(programme):
    tables = {
        field.key: {one.key for one in field.columns} for field in all_fields(programme) if isinstance(field, Rows)
    }
    for pack in programme.packs:
        layouts_of_pack = [document.layout for document in pack.documents]
        texts = [text for _, said in wordings(layouts_of_pack) for text in (said.ja, said.en)]
        asked = {place for text in texts for place in PLACE.findall(text) if "." in place}
        each = pack.each
        known = {f"{each.rows}.{one}" for one in (*tables[each.rows], *each.reckoned)} if each else set()
        assert asked <= known, pack.key
        for need in each.needs if each else ():
            assert need in tables[each.rows] or need in each.reckoned or need in {f.key for f in all_fields(programme)}
        assert each is None or each.name in tables[each.rows]


def test_what_a_pack_needs_is_asked_enclosed_or_answered_by_an_office(programme):
    flow = programme.workflow
    parts = {state.key for state in flow.parts.states} if flow.parts else set()
    for pack in programme.packs:
        needs = pack.needs
        assert {*needs.answers, *needs.one_of} <= {field.key for field in all_fields(programme)}, pack.key
        assert {*needs.enclosed} <= {kind.key for kind in programme.enclosures} - pack.leaves_out, pack.key
        assert set(needs.parts_beyond) <= parts, pack.key
        assert set(pack.states) <= {state.key for state in flow.states}, pack.key
        assert pack.leaves_out <= {kind.key for kind in programme.enclosures}, pack.key
        issuing = [step for step in flow.transitions if step.issues == pack.key]
        assert all(set(needs.answers) <= set(step.needs) for step in issuing), pack.key


def test_documents_print_only_questions_that_are_asked(programme):
    tables = {field.key: field for field in all_fields(programme) if isinstance(field, Rows)}
    keys = {*(field.key for field in all_fields(programme)), *(section.key for section in programme.sections)}
    for layout in layouts(programme):
        for block in layout.blocks if isinstance(layout, Form) else ():
            if isinstance(block, FieldTable):
                assert set(block.fields) <= keys
            if isinstance(block, RowTable):
                assert {*block.columns} <= {column.key for column in tables[block.field].columns}
            if isinstance(block, PartTable):
                assert programme.workflow.parts


def test_every_answer_of_the_application_is_printed_somewhere(programme):
    printed = set()
    sections = {section.key: [field.key for field in section.fields] for section in programme.sections}
    for layout in layouts(programme):
        for block in layout.blocks if isinstance(layout, Form) else ():
            for key in block.fields if isinstance(block, FieldTable) else ():
                printed.update(sections.get(key, [key]))
            if isinstance(block, RowTable):
                printed.add(block.field)
    asked = {
        field.key for section in programme.sections if section.stage == "" for field in section.fields if field.required
    }
    assert asked - printed == set()


def test_a_letter_has_two_different_parties(programme):
    for layout in layouts(programme):
        if isinstance(layout, Letter):
            assert layout.to is not layout.sender


def test_steps_lead_from_declared_states_to_declared_states(programme):
    flow = programme.workflow
    states = {state.key for state in flow.states}
    fields, packs = {field.key for field in all_fields(programme)}, {pack.key for pack in programme.packs}
    part_states = {state.key for state in flow.parts.states} if flow.parts else set()
    for step in flow.transitions:
        assert {*step.sources, step.target} <= states, step.key
        assert set(step.needs) <= fields, step.key
        assert step.issues is None or step.issues in packs, step.key
        assert step.issues or not step.numbered, step.key
        assert {*step.needs_part_in, *step.moves_parts, *step.moves_parts.values()} <= part_states, step.key
        assert not step.opens_parts or programme.parts, step.key
    for step in flow.parts.transitions if flow.parts else ():
        assert {*step.sources, step.target} <= part_states, step.key
        assert not step.issues, step.key
    for deadline in programme.deadlines:
        assert set(deadline.states) <= states, deadline.key


def rolled(flow: Workflow, state: str) -> set[str]:
    if flow.parts is None:
        return set()
    keys = [one.key for one in flow.parts.states]
    return {flow.parts.roll_up(state, parts) for n in (1, 2) for parts in itertools.product(keys, repeat=n)}


def reachable(flow: Workflow) -> set[str]:
    found, waiting = set(), [flow.first]
    while waiting:
        state = waiting.pop()
        if state not in found:
            found.add(state)
            waiting += [step.target for step in flow.open_from(state)]
            waiting += rolled(flow, state)
    return found


def test_every_state_can_be_reached(programme):
    flow = programme.workflow
    assert {state.key for state in flow.states} - reachable(flow) == set()
    if flow.parts:
        targets = {step.target for step in flow.parts.transitions} | set().union(
            *(s.moves_parts.values() for s in flow.transitions)
        )
        assert {state.key for state in flow.parts.states} - targets == {"awaiting", "consult"}


def test_every_open_state_has_a_way_out_and_a_closed_one_none(programme):
    flow = programme.workflow
    for state in flow.states:
        assert bool(flow.open_from(state.key)) is not state.closed, state.key
    for state in flow.parts.states if flow.parts else ():
        moved = any(state.key in step.moves_parts for step in flow.transitions)
        assert (bool(flow.parts.open_from(state.key)) or moved) is not state.closed, state.key


def test_some_state_closes_the_case_and_the_first_does_not(programme):
    assert programme.workflow.closed_states()
    assert not programme.workflow.states[0].closed


def test_registers_hold_columns_that_exist(programme, office):
    year = year_of_example(programme)
    for register in programme.registers:
        assert duplicates(column.source for column in register.columns) == []
        tables = {field.key for field in all_fields(programme) if isinstance(field, Rows)}
        assert register.of in {"", "parts", *tables}
        if register.of != "parts":
            assert not {column.source for column in register.columns} & set(PART_SPINE)
    filled = office.registers.rows(programme.key, year.start_year, Language.EN)
    for sheet in filled.registers:
        assert all(column.head.ja and column.head.en for column in sheet.columns)


def test_rules_are_of_their_kind_and_every_ruling_has_a_source(programme):
    for rule in programme.rules:
        for ruling in rule.rulings:
            assert isinstance(ruling.value, rule.kind)
            assert ruling.source.title.ja
            assert ruling.source.locator.ja


def test_every_worked_case_is_judged_as_it_says(programme):
    for example in programme.examples:
        edition = programme.edition(FiscalYear(example.year))
        reading = read(edition.fields(), example.answers, NAMES)
        assert not reading.complaints, example.title.ja
        day = example.steps[0].on if example.steps else TODAY
        facts = Facts(reading.answers, day, NAMES, frozenset(example.enclosures))
        found = edition.findings(facts)
        for rule, verdict in example.expect.items():
            assert {one.verdict for one in found if one.rule == rule} == {verdict}, (example.title.ja, rule)
        assert example.grant_maximum in (None, edition.grant_maximum(facts)), example.title.ja


def test_findings_have_names_messages_in_both_languages_and_fields_that_exist(programme):
    answers = {field.key: field.options[-1].key for field in all_fields(programme) if isinstance(field, Choice)}
    cases = [({}, year) for year in (2024, 2025, 2026)] + [(answers, 2025)]
    cases += [(read(all_fields(programme), one.answers, NAMES).answers, one.year) for one in programme.examples]
    for given, year in cases:
        edition = programme.edition(FiscalYear(year))
        for one in edition.findings(Facts(given, TODAY, NAMES)):
            assert one.message.ja
            assert one.message.en
            assert not JAPANESE.search(one.message.en.replace("「", "")), one.message.en
            assert one.field is None or edition.field(one.field), one.rule
            assert edition.finding_name(one.rule).ja
            assert re.search("[A-Z]+-[0-9]+", one.rule) or edition.finding_name(one.rule).ja != one.rule, one.rule
            assert not one.source or one.source.mark.value in ("source", "web", "entered")


def test_before_any_source_nothing_is_ever_not_met_but_arithmetic(programme):
    """A rule without a ruling of the case's own year cannot fail a case; sums that do not agree can."""
    sums = {"cost_row", "cost_total", "eligible_total", "funding_total", "funding_grant", "amount_order", "period"}
    undated = {"RES-01", "RES-06"}  # the web page they rest on names no year
    before = FiscalYear(min(programme.years_with_rulings(), default=2025) - 1)
    for example in programme.examples:
        edition = programme.edition(before)
        given = read(edition.fields(), example.answers, NAMES).answers
        failed = {one.rule for one in edition.findings(Facts(given, TODAY, NAMES)) if one.verdict is Verdict.NOT_MET}
        assert failed <= sums | undated


@pytest.mark.parametrize("language", Language)
def test_deadlines_are_reckoned_for_an_empty_case_in_every_state(programme, language):
    edition = programme.edition(year_of_example(programme))
    ruled = {ruling.value for rule in programme.rules for ruling in rule.rulings}
    for state in programme.workflow.states:
        for due in edition.due(state.key, Facts({}, TODAY, NAMES)):
            assert due.deadline.label.in_(language)
            assert due.day is None or due.day in ruled


def test_words_that_came_later_keep_the_parts_and_places_of_what_they_stand_over(programme):
    for pack in programme.packs:
        for document in pack.documents:
            declared = {part.key: part.text for part in worded_parts(document)}
            for one in document.rewordings:
                for key, text in one.texts.items():
                    assert set(placeholders(text.en)) <= set(placeholders(f"{text.ja}{declared[key].en}")), key
                    assert set(placeholders(text.ja)) == set(placeholders(declared[key].ja)), key
                    assert not list(faults(text)), key


def test_no_letter_of_today_is_a_gloss_of_its_japanese(programme):
    if programme.until and programme.until < FiscalYear(2026):
        return
    letters = [one.layout for pack in programme.edition(FiscalYear(2026)).packs() for one in pack.documents]
    said = [t for one in letters if isinstance(one, Letter) for t in (one.subject.en, *(p.en for p in one.paragraphs))]
    assert not [text for text in said if re.search(r"Transmittal|hereby|we transmit|we send", text)]
