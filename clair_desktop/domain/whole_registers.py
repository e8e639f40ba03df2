"""Headquarters' workbook in whole: the programme's own registers, those that every programme has, and the keys."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from clair_desktop.domain.programme import Edition
from clair_desktop.domain.registers import Column, ColumnKind, Register
from clair_desktop.domain.wording import Wording

ENCLOSURES, FINDINGS, CONTACTS, ANSWERS = "enclosures", "findings", "contacts", "answers"
CASE_KEY, LINE, PART = "case_key", "line", "part"
# What headquarters fills in; the seal leaves it out.
ANSWER_COLUMNS = ("answer_outcome", "answer_amount", "answer_conditions", "answer_number", "answer_on")
# What programs know a row by and people need not read: not printed.
KEYS = ("branch_code", CASE_KEY, LINE)

_CASE = (
    Column("case_number", width=12),
    Column("applicant", width=10),
    Column("applicant_name", width=20),
    Column("case_title", width=40),
)
_REACHED_BY = ("representative", "section", "contact", "phone", "fax", "email")
_ENCLOSURES = Register(
    key=ENCLOSURES,
    name=Wording("添付一覧", "Enclosures"),
    of=ENCLOSURES,
    columns=[
        *_CASE,
        Column("enclosure_kind", width=24),
        Column("enclosure_name", width=40),
        Column("enclosure_pages", kind=ColumnKind.NUMBER, width=10),
        Column("enclosure_size", kind=ColumnKind.NUMBER, width=14),
        Column("enclosure_sha256", width=66),
    ],
)
_FINDINGS = Register(
    key=FINDINGS,
    name=Wording("点検結果", "Findings"),
    of=FINDINGS,
    columns=[
        *_CASE,
        Column("finding_rule", width=24),
        Column("finding_verdict", kind=ColumnKind.CHOICE, width=18),
        Column("finding_message", width=60),
        Column("finding_source", width=40),
    ],
)


def whole_registers(edition: Edition) -> list[Register]:
    """Every register of the year, in the order of its sheets."""
    own = list(edition.programme.registers)
    held = {one.key for one in own}
    return [*own, *(one for one in _common(edition) if one.key not in held)]


def keyed(register: Register) -> Register:
    """The register with the keys that programs know its rows by, behind what people read."""
    there = {column.source for column in register.columns}
    line = (LINE,) if register.of not in ("", "parts") else ()
    part = (PART,) if register.of == "parts" else ()
    keys = [
        Column(source, width=38 if source == CASE_KEY else 12) for source in ("branch_code", CASE_KEY, *line, *part)
    ]
    return replace(register, columns=[*register.columns, *(one for one in keys if one.source not in there)])


def row_key(register: Register) -> Sequence[str]:
    """The columns that together know a row of a keyed register."""
    if register.of == "":
        return (CASE_KEY,)
    return (CASE_KEY, PART) if register.of == "parts" else (CASE_KEY, LINE)


def _common(edition: Edition) -> Iterator[Register]:
    yield _ENCLOSURES
    yield _FINDINGS
    reached = [Column(key, width=24) for key in _REACHED_BY if edition.field(key)]
    if edition.field("applicant") and reached:
        yield Register(key=CONTACTS, name=Wording("連絡先", "Contacts"), columns=[*_CASE, *reached])
    if edition.programme.outcomes:
        yield _answers(edition)


def _answers(edition: Edition) -> Register:
    """A line for each case, or for each part of it where parts are answered, with room for headquarters' answer."""
    in_parts = edition.programme.workflow.parts is not None
    asked = [Column("part_name", width=28), Column("part_state", kind=ColumnKind.CHOICE, width=16)]
    if not in_parts:
        asked = [Column("requested")] if edition.field("requested") else []
        asked.append(Column("state", kind=ColumnKind.CHOICE, width=18))
    return Register(
        key=ANSWERS,
        name=Wording("本部の回答", "Headquarters' answers"),
        of="parts" if in_parts else "",
        columns=[*_CASE, *asked, *_answer_columns(edition)],
    )


def _answer_columns(edition: Edition) -> Iterator[Column]:
    yield Column("answer_outcome", kind=ColumnKind.CHOICE, width=18)
    if any(one.amount for one in edition.programme.outcomes):
        yield Column("answer_amount", kind=ColumnKind.YEN)
    yield Column("answer_conditions", width=40)
    yield Column("answer_number", width=18)
    yield Column("answer_on", kind=ColumnKind.DATE)
