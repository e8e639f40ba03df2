"""Handing a register out: in which form, by which medium, and under what name."""

from collections.abc import Mapping
from enum import StrEnum

from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Wording


class Form(StrEnum):
    XLSX = "xlsx"
    CSV_UTF8 = "csv-utf8"
    CSV_CP932 = "csv-cp932"


FORM_WORDS: Mapping[Form, Wording] = {
    Form.XLSX: Wording("Excelブック", "Excel workbook"),
    Form.CSV_UTF8: Wording("CSV（UTF-8）", "CSV (UTF-8)"),
    Form.CSV_CP932: Wording("CSV（シフトJIS・CP932）", "CSV (Shift JIS, CP932)"),
}


class Medium(StrEnum):
    """By what a file leaves; the rules on USB sticks ask for it."""

    UNSAID = "unsaid"
    USB = "usb"
    DISC = "disc"
    MAIL = "mail"
    UPLOAD = "upload"
    OTHER = "other"


MEDIUM_WORDS: Mapping[Medium, Wording] = {
    Medium.UNSAID: Wording("（記載なし）", "(not said)"),
    Medium.USB: Wording("USBメモリ", "USB stick"),
    Medium.DISC: Wording("CD・DVD", "CD or DVD"),
    Medium.MAIL: Wording("電子メール", "E-mail"),
    Medium.UPLOAD: Wording("ファイル転送・共有", "File transfer or share"),
    Medium.OTHER: Wording("その他", "Other"),
}


def file_name(branch_code: str, programme: str, year: FiscalYear, number: int, suffix: str = ".xlsx") -> str:
    """団体コード_事業_年度_版, by which headquarters' query finds the file: 040002_economic_grant_R8_v1.xlsx."""
    return f"{branch_code or '000000'}_{programme}_{year.prefix()}_v{number}{suffix}"
