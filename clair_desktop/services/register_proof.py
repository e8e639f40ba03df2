"""The workbook beside the papers: the same in both languages, and what a released pack told otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import cast

from clair_desktop.domain.fields import Count, Day, Field, Rows, Yen
from clair_desktop.domain.parties import Names
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.registers import FilledWorkbook, Register
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.model.release_tables import ReleaseRow
from clair_desktop.services.sheets import CaseSheet

_OTHERWISE = Wording(
    "{number}「{label}」：この台帳では{now}、発行済みの「{pack}」（{pack_id}）では{then}",
    "{number}, {label}: {now} in this workbook, {then} in the released {pack} ({pack_id})",
)
_NOTHING = Wording("（記入なし）", "(empty)")


def unlike(ja: FilledWorkbook, en: FilledWorkbook) -> list[Wording]:
    """Figures and days that the Japanese workbook would hold otherwise than the English one."""
    found = []
    for one, other in zip(ja.registers, en.registers, strict=True):
        for number, (row, row_en) in enumerate(zip(one.rows, other.rows, strict=True), start=1):
            for column, value, value_en in zip(one.columns, row, row_en, strict=True):
                if _is_figure(value, value_en) and value != value_en:
                    head = column.head
                    found.append(
                        Wording(
                            f"{one.name.ja}・{number}行目「{head.ja}」：{value}／{value_en}",
                            f"{one.name.en}, row {number}, {head.en}: {value} / {value_en}",
                        )
                    )
    return found


@dataclass(frozen=True, slots=True)
class _Cell:
    """One figure or day of the workbook, by the key that packs know it by."""

    key: str
    asked: Field
    value: object


def told_otherwise(
    edition: Edition, sheets: Sequence[CaseSheet], released: Mapping[int, Sequence[ReleaseRow]], names: Names
) -> list[Wording]:
    """Where the newest pack that told a figure or day of a case told another than the workbook does now.

    It is no fault: an application may have been changed since. But whoever sends the workbook should know.
    """
    return [said for sheet in sheets for said in _of_case(edition, sheet, released.get(sheet.id, ()), names)]


def _of_case(edition: Edition, sheet: CaseSheet, released: Sequence[ReleaseRow], names: Names) -> Iterator[Wording]:
    newest: dict[str, tuple[str, ReleaseRow]] = {}
    for row in released:
        newest.update({key: (str(value), row) for key, value in row.told.items()})
    cells = {cell.key: cell for register in edition.programme.registers for cell in _cells(edition, register, sheet)}
    for cell in cells.values():
        if cell.key not in newest:
            continue
        then, row = newest[cell.key]
        if _kept(cell.asked, cell.value) != then:
            yield _OTHERWISE.filled(
                number=sheet.number,
                label=cell.asked.label,
                now=_said(cell.asked, cell.value, names),
                then=_said(cell.asked, _read(cell.asked, then), names),
                pack=Wording(row.name_ja, row.name_en),
                pack_id=row.pack_id,
            )


def _cells(edition: Edition, register: Register, sheet: CaseSheet) -> Iterator[_Cell]:
    """What a register shows of a case, as far as papers tell it too."""
    rows = edition.field(register.of)
    inner = {one.key: one for one in rows.columns} if isinstance(rows, Rows) else {}
    for column in register.columns:
        if column.source in inner:
            answered = cast("Sequence[Mapping[str, object]]", sheet.answers.get(register.of, ()))
            for number, row in enumerate(answered, start=1):
                told = inner[column.source]
                if isinstance(told, Yen | Count | Day):
                    yield _Cell(f"{register.of}.{number}.{told.key}", told, row.get(told.key))
        elif isinstance(asked := edition.field(column.source), Yen | Count | Day):
            yield _Cell(asked.key, asked, sheet.answers.get(asked.key))


def _kept(asked: Field, value: object) -> str:
    return "" if value is None else str(asked.store(value))


def _read(asked: Field, kept: str) -> object:
    return asked.load(int(kept) if isinstance(asked, Yen) else kept)


def _said(asked: Field, value: object, names: Names) -> Wording:
    if value is None:
        return _NOTHING
    return Wording(*(asked.printed(value, language, names) for language in (Language.JA, Language.EN)))


def _is_figure(*values: object) -> bool:
    return any(isinstance(one, int | float | date | Fraction) for one in values)
