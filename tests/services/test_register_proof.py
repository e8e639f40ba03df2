"""The workbook beside the papers: equal in both languages, and what a released pack told otherwise is said."""

from dataclasses import replace
from datetime import date

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.services.register_proof import unlike
from clair_desktop.services.register_rows import RegisterFilling
from tests.services.casework import GRANT, changed, grant

JA, EN = Language.JA, Language.EN


def export(office, tmp_path, language=JA):
    return office.registers.export(GRANT, 2025, tmp_path / f"台帳{language}.xlsx", language)


def test_a_workbook_that_says_what_the_papers_said_has_nothing_to_tell(office, tmp_path):
    sheet = grant(office)
    assert not export(office, tmp_path).otherwise
    office.documents.print(sheet.number, "application", [JA], tmp_path / "一式.pdf")
    assert not export(office, tmp_path).otherwise
    assert not export(office, tmp_path, EN).otherwise


def test_an_amount_that_changed_since_the_pack_left_is_told_with_both_values(office, tmp_path):
    sheet = grant(office)
    office.documents.print(sheet.number, "application", [JA], tmp_path / "一式.pdf")
    sheet = changed(office, sheet, requested=1_200_000)
    told = export(office, tmp_path).otherwise
    assert [one.ja for one in told] == [
        f"{sheet.number}「助成金申請額」：この台帳では1,200,000円、発行済みの「申請書一式（進達）」（{sheet.number}-P01）では2,100,000円"
    ]
    assert "¥1,200,000 in this workbook, ¥2,100,000 in the released" in told[0].en
    office.documents.print(sheet.number, "application", [JA], tmp_path / "一式.pdf")
    assert not export(office, tmp_path).otherwise


def test_a_value_that_was_taken_out_is_told_as_empty(office, tmp_path):
    sheet = grant(office)
    office.documents.print(sheet.number, "application", [JA], tmp_path / "一式.pdf")
    changed(office, sheet, requested=None)
    assert "（記入なし）" in export(office, tmp_path).otherwise[0].ja


def test_a_workbook_whose_languages_differ_in_a_figure_is_not_written(office, tmp_path, monkeypatch):
    grant(office)
    original = RegisterFilling._typed

    def wrong(self, asked, value):
        said = original(self, asked, value)
        return said + 1_000 if asked.key == "requested" and self.language is EN else said

    monkeypatch.setattr(RegisterFilling, "_typed", wrong)
    with pytest.raises(Refusal) as refused:
        export(office, tmp_path)
    assert "2100000／2101000" in refused.value.details[0].ja
    assert not list(tmp_path.glob("*.xlsx"))


def test_words_may_differ_between_the_languages_and_days_may_not(office):
    grant(office)
    ja, en = (office.registers.rows(GRANT, 2025, one) for one in (JA, EN))
    assert not unlike(ja, en)
    register = en.registers[0]
    days = [place for place, value in enumerate(register.rows[0]) if isinstance(value, date)]
    row = [*register.rows[0]]
    row[days[0]] = date(2001, 1, 1)
    other = replace(en, registers=[replace(register, rows=[row]), *en.registers[1:]])
    assert len(unlike(ja, other)) == 1
