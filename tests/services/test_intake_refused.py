"""Files that are not taken in at all: each is refused in words, in both languages, and nothing is kept."""

import io
import struct
import zipfile
from datetime import datetime

import pytest
from openpyxl import Workbook

from clair_desktop.domain.intake import META_KEYS, seal
from clair_desktop.domain.refusal import Refusal
from clair_desktop.services.office import Office
from clair_desktop.support.clock import FixedClock
from tests.services import casework
from tests.services.spoilt import Paper

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WHOLE = 'name="申請内容"'


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    office = Office.in_memory(clock=FixedClock(datetime(2026, 11, 20, 9, 30, tzinfo=casework.JAPAN)), who="宮城県支部")
    office.branch.choose_branch("040002")
    yield office, Paper.filled(office, tmp_path_factory.mktemp("forms") / "041009.xlsx")
    office.close()


def with_meta(paper, *, sealed=True, **changed):
    """The workbook with other facts of its own, sealed anew as a cheat or a later version would."""
    meta = {}
    for key in (*META_KEYS, "sha256"):
        part, at = paper.places[f"m_{key}"]
        found = paper.text(part).partition(f'<c r="{at}"')[2].partition("</c>")[0]
        meta[key] = found.partition("<t>")[2].partition("</t>")[0]
    meta |= changed
    meta["sha256"] = seal(meta) if sealed else meta["sha256"]
    for key, value in meta.items():
        paper.say(f"m_{key}", value)
    return paper.packed()


def plain_workbook(paper):
    held = io.BytesIO()
    book = Workbook()
    book.active["A1"] = "申請書"
    book.save(held)
    return held.getvalue()


def twice(paper):
    held = io.BytesIO(paper.packed())
    with zipfile.ZipFile(held, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/workbook.xml", paper.parts["xl/workbook.xml"])
    return held.getvalue()


def locked_member(paper):
    """The flag of a zip's own password on its first member, in its header and in the directory."""
    made = bytearray(paper.packed())
    made[6] |= 1
    made[made.index(b"PK\x01\x02") + 8] |= 1
    return bytes(made)


def lying(paper):
    """A member that says it is smaller than it is."""
    made = bytearray(paper.packed(xl__media__note__xml=b"<a/>", **{"xl__big.xml": b"<a>" + b"x" * 100_000 + b"</a>"}))
    at = made.rindex(b"xl/big.xml", 0, made.rindex(b"PK\x05\x06"))
    made[at - 22 : at - 18] = struct.pack("<I", 10)
    return bytes(made)


def spelt(part, old, new):
    return lambda paper: paper.change(part, old, new).packed()


DTD = '<!DOCTYPE workbook [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook'
REFUSED = [
    ("古い形式.xls", lambda p: OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"), "古い形式"),
    ("パスワード.xlsx", lambda p: OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "パスワード"),
    ("zipのパスワード.xlsx", locked_member, "パスワード"),
    ("マクロ.xlsm", lambda p: p.packed(xl__vbaProject__bin=b"", **{"xl__vbaProject.bin": b"x"}), "マクロ"),
    ("旧マクロ.xlsx", lambda p: p.packed(**{"xl__macrosheets__sheet1.xml": b"<a/>"}), "マクロ"),
    ("バイナリ.xlsb", lambda p: p.packed(**{"xl__workbook.bin": b"x"}), "xlsb"),
    ("表.ods", lambda p: p.packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "OpenDocument"),
    ("文書.docx", lambda p: zipped({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"}), "Excelブックではありません"),
    ("一覧.csv", lambda p: "団体,金額\r\n仙台市,100\r\n".encode("cp932"), "Excelブックではありません"),
    ("申請.pdf", lambda p: b"%PDF-1.7\n", "Excelブックではありません"),
    ("空.xlsx", lambda p: b"", "中身が空"),
    ("途中まで.xlsx", lambda p: p.packed()[:5000], "壊れています"),
    ("化けた.xlsx", lambda p: p.packed()[:200] + b"\xff" * 400 + p.packed()[600:], "壊れています"),
    ("膨らむ.xlsx", lambda p: p.packed(**{"xl__sharedStrings2.xml": b"0" * (65 << 20)}), "大きくなりすぎ"),
    ("偽の大きさ.xlsx", lying, ""),
    ("大きすぎる.xlsx", lambda p: b"PK\x03\x04" + b"\0" * (20 << 20), "20 MB"),
    ("外部実体.xlsx", spelt("xl/workbook.xml", "<workbook", DTD), "DTD"),
    ("UTF-16の外部実体.xlsx", lambda p: p.packed(**{"xl__a.xml": DTD.encode("utf-16")}), "DTD"),
    ("同名の部品.xlsx", twice, "同じ名前"),
    ("外へ出る名前.xlsx", lambda p: p.packed(**{"..__..__evil.xml": b"<a/>"}), "部品の名前"),
    ("壊れたXML.xlsx", spelt("xl/workbook.xml", "</sheets>", ""), "壊れています"),
    ("ない文字列.xlsx", lambda p: p.put("f_title", "<v>999999</v>", 't="s"').packed(), "壊れています"),
    ("数でない数.xlsx", lambda p: p.put("f_requested", "<v>abc</v>").packed(), "壊れています"),
    ("シートがない.xlsx", lambda p: Paper({k: v for k, v in p.parts.items() if "sheet2.xml" not in k}, {}).packed(), "壊れています"),
    ("自作の表.xlsx", plain_workbook, "記入用Excelではありません"),
    ("別の版.xlsx", lambda p: with_meta(p, schema_version="2"), "様式の版が違います"),
    ("書き換え.xlsx", lambda p: with_meta(p, sealed=False, project_year="2025"), "書き換えられています"),
    ("知らない事業.xlsx", lambda p: with_meta(p, programme="moon_grant"), "扱えません"),
]  # fmt: skip


def zipped(members):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name, content in members.items():
            made.writestr(name, content)
    return held.getvalue()


@pytest.mark.parametrize(("name", "spoil", "said"), REFUSED, ids=[row[0] for row in REFUSED])
def test_it_is_refused_in_words(filled, tmp_path, name, spoil, said) -> None:
    office, paper = filled
    path = tmp_path / name
    path.write_bytes(spoil(paper.copy()))
    with pytest.raises(Refusal) as refused:
        office.intakes.read(path)
    assert said in refused.value.wording.ja
    assert name in refused.value.wording.ja
    assert name in refused.value.wording.en
    assert office.cases.lines() == []


def test_a_file_that_is_not_there_and_a_folder_are_refused(filled, tmp_path) -> None:
    office, _ = filled
    for path in (tmp_path / "ない.xlsx", tmp_path):
        with pytest.raises(Refusal, match="cannot be read"):
            office.intakes.read(path)


def test_a_workbook_of_another_programme_or_year_is_not_taken_for_this_one(filled, tmp_path) -> None:
    office, paper = filled
    path = tmp_path / "041009.xlsx"
    path.write_bytes(paper.packed())
    for expected in (("economic_grant", None), (None, 2025), ("exchange_grant", 2027)):
        with pytest.raises(Refusal, match=r"workbook of .*2026"):
            office.intakes.read(path, expected=expected)
    assert office.intakes.read(path, expected=("exchange_grant", 2026)).case is None
