"""Self-made blanks in the manner of Japanese official forms: merged cells, 様式第1号, a seal's shape, controls, bookmarks."""

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/>{more}</Types>'
)
_RELS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
    'Target="{target}"/></Relationships>'
)
_FRAME = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<w:document xmlns:w="{W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"><w:body>{body}'
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'
)


def picture() -> bytes:
    """A red square."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\xcc\x22\x22" * 12 for _row in range(12))
    head = struct.pack(">IIBBBBB", 12, 12, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def workbook(*, protected: bool = False) -> bytes:
    """様式第1号 交付申請書 with merged cells, a text box, a picture, a comment, a list, a formula and print settings."""
    made = BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    sheet = book.add_worksheet("様式第1号")
    ruled = book.add_format({"border": 1, "valign": "vcenter", "text_wrap": True})
    head = book.add_format({"bold": True, "font_size": 16, "align": "center"})
    open_ = book.add_format({"border": 1, "locked": False, "text_wrap": True})
    money = book.add_format({"border": 1, "num_format": "#,##0", "locked": False})
    day = book.add_format({"border": 1, "num_format": '[$-411]ggge"年"m"月"d"日"', "locked": False})
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 6, 12)
    sheet.write("A1", "様式第1号（第4条関係）")
    sheet.merge_range("A3:G3", "経済活動助成事業交付申請書", head)
    sheet.write("A5", "団体名", ruled)
    sheet.merge_range("B5:G5", "", open_)
    sheet.write("A6", "事業名", ruled)
    sheet.merge_range("B6:G6", "", open_)
    sheet.write("A7", "申請額（円）", ruled)
    sheet.write_blank("B7", None, money)
    sheet.write("A8", "開始日", ruled)
    sheet.write_blank("B8", None, day)
    sheet.write("A9", "終了日　令和", ruled)
    for column, after in ((1, "年"), (3, "月"), (5, "日")):
        sheet.write_blank(8, column, None, open_)
        sheet.write(8, column + 1, after)
    sheet.write("A10", "実施場所", ruled)
    sheet.write_blank("B10", None, open_)
    sheet.data_validation("B10", {"validate": "list", "source": ["日本国内", "海外"]})
    sheet.write("A11", "目的（30字以内）", ruled)
    sheet.merge_range("B11:G11", "", open_)
    sheet.data_validation("B11", {"validate": "length", "criteria": "<=", "value": 30})
    for row in range(3):
        sheet.write(12 + row, 0, f"費目{row + 1}", ruled)
        sheet.write_blank(12 + row, 1, None, open_)
        sheet.write_blank(12 + row, 2, None, money)
    sheet.write("A16", "合計", ruled)
    sheet.write_formula("C16", "=SUM(C13:C15)", money, 0)
    sheet.write_array_formula("E13:E15", "{=C13:C15*2}", money, 0)
    sheet.insert_textbox("E1", "受付印", {"width": 120, "height": 60})
    sheet.insert_image("F18", "印.png", {"image_data": BytesIO(picture())})
    sheet.write_comment("A7", "千円未満切捨て")
    sheet.set_paper(9)
    sheet.set_header("&C様式第1号")
    sheet.print_area("A1:G20")
    book.define_name("申請額", "='様式第1号'!$B$7")
    if protected:
        sheet.protect()
    book.add_worksheet("記入要領").write("A1", "記入要領")
    book.close()
    return made.getvalue()


def edited(package: bytes, **parts: "bytes | None") -> bytes:
    """The package with parts of other content (``__`` for /, ``_dot_`` for .); new ones are added, None leaves one out."""
    named = {key.replace("__", "/").replace("_dot_", "."): value for key, value in parts.items()}
    made = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = named.pop(member.filename, old.read(member))
            if content is not None:
                new.writestr(member.filename, content)
        for name, content in named.items():
            new.writestr(name, content or b"")
    return made.getvalue()


def part(package: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(package)) as archive:
        return archive.read(name)


def control(tag: str, content: str, *, more: str = "", alias: str = "") -> str:
    named = f'<w:alias w:val="{alias}"/>' if alias else ""
    return (
        f'<w:sdt><w:sdtPr>{named}<w:tag w:val="{tag}"/><w:id w:val="1"/>{more}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def words(text: str, look: str = "") -> str:
    return f"<w:r>{look}<w:t>{text}</w:t></w:r>"


PROMPT = words("ここに入力", '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>')
_DOWN = '<w:dropDownList><w:listItem w:displayText="日本国内" w:value="1"/><w:listItem w:displayText="海外" w:value="2"/></w:dropDownList>'
_BOX = (
    '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2611" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
)

_BOLD, _PROMPTS, _LINES = "<w:rPr><w:b/></w:rPr>", "<w:showingPlcHdr/>", '<w:text w:multiLine="1"/>'
_DAY = '<w:date><w:dateFormat w:val="ggge年M月d日"/></w:date>'
_BOTH, _LOCK = '<w:pPr><w:jc w:val="both"/></w:pPr>', '<w:lock w:val="sdtContentLocked"/>'
_TABLE = "<w:tbl><w:tr><w:tc><w:p>{head}</w:p></w:tc><w:tc><w:p>{cell}</w:p></w:tc></w:tr></w:tbl>"
_BOUND = '<w:dataBinding w:xpath="/a" w:storeItemID="x"/><w:text/>'


def mark(number: int, name: str, content: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def paper(body: str | None = None, *, settings: str = "") -> bytes:
    """様式第2号 with controls of every kind, bookmarks, a table and a shape."""
    gothic = '<w:rPr><w:rFonts w:eastAsia="ＭＳ ゴシック"/><w:sz w:val="24"/></w:rPr>'
    usual = "".join([
        f"<w:p>{words('様式第2号')}</w:p>",
        f"<w:p>{words('団体名：')}{control('applicant', PROMPT, alias='団体名', more=_BOLD + _PROMPTS + '<w:text/>')}</w:p>",
        f"<w:p>{words('事業名：')}{control('title', words('　', gothic), more=_LINES)}</w:p>",
        f"<w:p>{words('場所：')}{control('place', PROMPT, more=_PROMPTS + _DOWN)}</w:p>",
        f"<w:p>{control('abroad', words('☐'), more=_BOX)}{words('海外で実施')}</w:p>",
        f"<w:p>{words('開始：')}{control('starts', PROMPT, more=_PROMPTS + _DAY)}</w:p>",
        control("purpose", f"<w:p>{_BOTH}{PROMPT}</w:p>", more=_PROMPTS),
        _TABLE.format(head=words("申請額"), cell=mark(7, "申請額", words("　　", gothic)) + words("円")),
        f"<w:p>{words('支部：')}{mark(8, '支部', '')}</w:p>",
        f"<w:p>{control('locked', words('固定'), more=_LOCK)}</w:p>",
        f"<w:p>{control('bound', words('連結'), more=_BOUND)}</w:p>",
        f"<w:p>{control('seal', '<w:r><w:drawing/></w:r>')}</w:p>",
        f"<w:p>{mark(9, '長い', words('一') + '</w:p><w:p>' + words('二'))}</w:p>",
    ])  # fmt: skip
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        more = ""
        if settings:
            archive.writestr("word/settings.xml", f'<w:settings xmlns:w="{W}">{settings}</w:settings>')
            archive.writestr("word/_rels/document.xml.rels", _RELS.format(kind="settings", target="settings.xml"))
        archive.writestr("[Content_Types].xml", _TYPES.format(more=more))
        archive.writestr("_rels/.rels", _RELS.format(kind="officeDocument", target="word/document.xml"))
        archive.writestr("word/document.xml", _FRAME.format(body=usual if body is None else body))
    return made.getvalue()
