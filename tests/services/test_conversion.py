"""Word and Excel files become PDF by LibreOffice, else by Word or Excel; where all fail, a PDF is asked for."""

import os
import stat
import sys
from pathlib import Path

import pytest

from clair_desktop.domain.enclosed import Remark
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.output.pdf.foreign import conversion, office_programs
from tests.output.pdf.foreign import foreign_pdf
from tests.services.casework import burial

CONVERTS = """
out = sys.argv[sys.argv.index("--outdir") + 1]
assert any(one.startswith("-env:UserInstallation=file://") for one in sys.argv)
source = sys.argv[-1]
assert source.endswith("enclosed.xlsx") and open(source, "rb").read() == b"PK\\x03\\x04"
open(os.path.join(out, "enclosed.pdf"), "wb").write(open(PDF, "rb").read())
"""


@pytest.fixture
def soffice(tmp_path, monkeypatch):
    """Puts a program in LibreOffice's place."""

    def put(body: str) -> None:
        (tmp_path / "made.pdf").write_bytes(foreign_pdf("Sheet 1", "Sheet 2"))
        program = tmp_path / "soffice"
        program.write_text(f"#!{sys.executable}\nimport os, sys, time\nPDF = {str(tmp_path / 'made.pdf')!r}\n{body}")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)

    return put


@pytest.fixture
def enclosed(office, papers):
    """A case with 内訳.xlsx, which is sent as a file."""
    sheet = office.enclosures.add(burial(office).number, [papers("内訳.xlsx", b"PK\x03\x04")], "other")
    return sheet.number, sheet.enclosures[-1]


def test_a_workbook_is_bound_in_as_pdf_once_somebody_has_looked(office, enclosed, soffice, tmp_path):
    soffice(CONVERTS)
    number, line = enclosed
    assert line.is_convertible
    sheet = office.enclosures.add_as_pdf(number, line)
    assert [(one.name, one.merged, one.pages) for one in sheet.enclosures[-2:]] == [
        ("内訳.xlsx", False, None),
        ("内訳.pdf", True, 2),
    ]
    made = sheet.enclosures[-1]
    assert made.kind == "other"
    assert made.condition.remarks[0].remark is Remark.CONVERTED
    with pytest.raises(Refusal) as refusal:
        office.documents.print(number, "sounding", [Language.JA], tmp_path / "一式.pdf")
    assert "変換しました" in refusal.value.wording.ja
    office.enclosures.looked_at(number, made.id)
    assert office.documents.print(number, "sounding", [Language.JA], tmp_path / "一式.pdf").pages > 2


def test_the_pdf_stands_right_after_its_file(office, enclosed, soffice, papers):
    soffice(CONVERTS)
    number, line = enclosed
    office.enclosures.add(number, [papers("後.txt", b"1,200,000")])
    names = [one.name for one in office.enclosures.add_as_pdf(number, line).enclosures]
    assert names[-3:] == ["内訳.xlsx", "内訳.pdf", "後.txt"]


def refused(office, enclosed):
    number, line = enclosed
    before = office.cases.get(number)
    with pytest.raises(Refusal) as refusal:
        office.enclosures.add_as_pdf(number, line)
    assert office.cases.get(number) == before
    assert "「内訳.xlsx」" in refusal.value.wording.ja
    assert "種類をPDFにして保存し、そのPDFを添付" in refusal.value.wording.ja
    return refusal.value.wording.ja


def test_without_libreoffice_and_office_a_pdf_is_asked_for(office, enclosed, monkeypatch):
    monkeypatch.setattr(conversion, "converter", lambda: None)
    monkeypatch.setattr(office_programs, "power_shell", lambda: None)
    assert "このパソコンにはありません" in refused(office, enclosed)


@pytest.mark.parametrize(
    "body", ["", "sys.exit(1)", "open(sys.argv[sys.argv.index('--outdir') + 1] + '/enclosed.pdf', 'w')"]
)
def test_a_conversion_that_gives_nothing_is_refused_and_a_pdf_asked_for(office, enclosed, soffice, body):
    soffice(body)
    assert "変換できませんでした" in refused(office, enclosed)


def test_a_conversion_that_never_ends_is_given_up(office, enclosed, soffice, monkeypatch, tmp_path):
    soffice(f"open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid()))\ntime.sleep(600)")
    monkeypatch.setattr(conversion, "SECONDS", 3.0)
    assert "変換できませんでした" in refused(office, enclosed)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_libreoffice_is_found_where_windows_installs_it(tmp_path, monkeypatch):
    place = tmp_path / "LibreOffice" / "program" / "soffice.com"
    place.parent.mkdir(parents=True)
    place.touch()
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert conversion.converter() == Path(place)
    place.unlink()
    assert conversion.converter() is None


@pytest.mark.parametrize(("name", "can"), [("a.docx", True), ("a.XLSX", True), ("a.txt", False), ("a.zip", False)])
def test_what_libreoffice_reads_may_be_converted(office, papers, name, can):
    sheet = office.enclosures.add(burial(office).number, [papers(name, b"PK\x03\x04")])
    assert sheet.enclosures[-1].is_convertible is can


BY_EXCEL = """
script = sys.argv[sys.argv.index("-Command") + 1]
assert "New-Object -ComObject Excel.Application" in script and "$opened.ExportAsFixedFormat(0, $target)" in script
assert "-NoProfile" in sys.argv and "-NonInteractive" in sys.argv
source, target = os.environ["CLAIR_SOURCE"], os.environ["CLAIR_TARGET"]
assert source not in script and open(source, "rb").read() == b"PK\\x03\\x04"
open(target, "wb").write(open(PDF, "rb").read())
"""


@pytest.fixture
def powershell(tmp_path, monkeypatch, soffice):
    """Puts a program in the place of Windows' PowerShell, on a PC without LibreOffice."""

    def put(body: str) -> None:
        soffice(body)
        (tmp_path / "soffice").rename(tmp_path / "powershell")
        monkeypatch.setattr(conversion, "converter", lambda: None)

    return put


def test_excel_itself_makes_the_pdf_where_there_is_no_libreoffice(office, enclosed, powershell):
    powershell(BY_EXCEL)
    number, line = enclosed
    made = office.enclosures.add_as_pdf(number, line).enclosures[-1]
    assert (made.name, made.pages, made.condition.remarks[0].remark) == ("内訳.pdf", 2, Remark.CONVERTED)


def test_a_pc_without_excel_asks_for_a_pdf(office, enclosed, powershell):
    powershell("sys.exit(3)")
    assert "このパソコンにはありません" in refused(office, enclosed)


@pytest.mark.parametrize("body", ["", "sys.exit(1)", "open(os.environ['CLAIR_TARGET'], 'w')"])
def test_an_excel_that_gives_nothing_is_refused_and_a_pdf_asked_for(office, enclosed, powershell, body):
    powershell(body)
    assert "変換できませんでした" in refused(office, enclosed)


def test_an_excel_that_never_ends_is_given_up(office, enclosed, powershell, monkeypatch, tmp_path):
    powershell(
        "open(os.environ['CLAIR_STARTED'], 'w').write('4711')\n"
        f"open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid()))\ntime.sleep(600)"
    )
    monkeypatch.setattr(conversion, "SECONDS", 3.0)
    assert "変換できませんでした" in refused(office, enclosed)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_libreoffice_goes_before_excel(office, enclosed, soffice, tmp_path):
    soffice("sys.exit(3)")
    (tmp_path / "soffice").rename(tmp_path / "powershell")
    soffice(CONVERTS)
    number, line = enclosed
    assert office.enclosures.add_as_pdf(number, line).enclosures[-1].pages == 2


def test_powershell_is_found_where_windows_has_it(tmp_path, monkeypatch):
    place = tmp_path / "System32" / "WindowsPowerShell" / "v1.0" / "powershell.exe"
    place.parent.mkdir(parents=True)
    place.touch()
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    assert office_programs.power_shell() == place
    assert office_programs.can_open("議事録.DOCX")
    assert not office_programs.can_open("図面.odt")


@pytest.mark.parametrize(("suffix", "program"), [(".docx", "Word.Application"), (".xls", "Excel.Application")])
def test_what_word_and_excel_are_told_opens_read_only_without_macros_and_quits(suffix, program):
    script = office_programs.command(suffix)[-1]
    assert f"New-Object -ComObject {program}" in script
    assert "$program.AutomationSecurity = 3" in script
    assert "$program.Quit()" in script
    assert script.count("{") == script.count("}")
