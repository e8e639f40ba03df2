"""Handing a register out: in which form, by which medium, and under what name."""

import re
from collections.abc import Mapping
from enum import StrEnum

from clair_desktop.domain.wording import Wording

_NO_FILE_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


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


def file_name(branch_code: str, programme: Wording, project_year: int, number: int, suffix: str = ".xlsx") -> str:
    """団体コード_事業_年度_版, as headquarters sorts them: 040002_経済活動助成事業_2026_1.xlsx."""
    name = _NO_FILE_NAME.sub("", programme.ja)
    return "_".join([branch_code or "000000", name, str(project_year), str(number)]) + suffix
