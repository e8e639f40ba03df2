"""Workbooks for the tests: grants of 静岡県富士市 and 宮城県, as a service would fill them."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from clair_desktop.domain.registers import ColumnKind, FilledColumn, FilledRegister, FilledWorkbook
from clair_desktop.domain.wording import Wording

STATES = ("支部受付", "本部提出済", "採択", "交付決定", "完了")
COLUMNS = (
    FilledColumn("case_number", Wording("受付番号", "Case no."), ColumnKind.TEXT, 12),
    FilledColumn("fiscal_year", Wording("実施年度", "Fiscal year"), ColumnKind.TEXT, 12),
    FilledColumn("applicant", Wording("団体コード", "Authority code"), ColumnKind.TEXT, 10),
    FilledColumn("applicant_name", Wording("団体名", "Local authority"), ColumnKind.TEXT, 20),
    FilledColumn("title", Wording("事業名", "Project"), ColumnKind.TEXT, 40),
    FilledColumn("participants", Wording("参加者数（人）", "Participants"), ColumnKind.NUMBER, 10),
    FilledColumn("requested", Wording("申請額", "Requested"), ColumnKind.YEN, 14),
    FilledColumn("awarded", Wording("決定額", "Awarded"), ColumnKind.YEN, 14),
    FilledColumn("state", Wording("状態", "State"), ColumnKind.CHOICE, 14, STATES),
    FilledColumn("received_on", Wording("受付日", "Received on"), ColumnKind.DATE, 14),
)
FUJI = (
    *("R8-0001", "令和8年度", "222101", "静岡県富士市", "富士のほうじ茶海外販路開拓事業", Fraction(12)),
    *(1_200_000, 1_000_000, "交付決定", date(2026, 4, 1)),
)
MIYAGI = (
    *("R8-0002", "令和8年度", "040002", "宮城県", "県産品の欧州販路開拓", Fraction(5, 2)),
    *(2_100_001, None, "支部受付", None),
)
META = (
    ("program_version", "0.1.0"),
    ("programme", "economic_grant"),
    ("programme_name", "経済活動助成事業"),
    ("fiscal_year", "令和8年度"),
    ("branch", "宮城県支部"),
    ("made_at", "2026-11-20T10:30:00+09:00"),
)


def register(*rows: Sequence[object], key: str = "cases") -> FilledRegister:
    return FilledRegister(key, Wording("案件一覧", "Cases"), COLUMNS, rows)


def book(*registers: FilledRegister, sample: bool = False) -> FilledWorkbook:
    title = Wording("令和8年度　経済活動助成事業", "Economic activity grants, FY2026")
    return FilledWorkbook(title, registers or (register(FUJI, MIYAGI),), META, sample)


def titled(*titles: str) -> FilledWorkbook:
    """One case for each title."""
    rows = [(f"R8-{number:04d}", *FUJI[1:4], title, *FUJI[5:]) for number, title in enumerate(titles, start=1)]
    return book(register(*rows))
