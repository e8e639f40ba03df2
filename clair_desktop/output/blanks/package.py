"""The package of a blank: opened with every doubt said in words, and copied with all but the touched parts as they were."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from posixpath import dirname, join, normpath
from zipfile import ZipFile, ZipInfo

from clair_desktop.domain.blanks import BlankKind
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.output.archives import DAMAGED, OLE, Limits, Unfit, unfit
from clair_desktop.output.blanks.spans import Node, read

_MOST_BYTES = 50_000_000
_LIMITS = Limits(part=60_000_000, total=200_000_000)
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_PAPER = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MAIN = {_WORKBOOK: BlankKind.WORKBOOK, _PAPER: BlankKind.PAPER}
_STRICT = "http://purl.oclc.org/ooxml"

ENCRYPTED = Wording(
    "「{name}」はパスワードで保護されているか、古い形式（.xls・.doc）です。保護を外した.xlsxまたは.docxを本部に求めてください。",
    "“{name}” is locked with a password or of the old form (.xls, .doc). Ask headquarters for an .xlsx or .docx without it.",
)
NO_PACKAGE = Wording(
    "「{name}」はExcelブック（.xlsx）でもWord文書（.docx）でもありません。ファイルを確かめてください。",
    "“{name}” is neither an Excel workbook (.xlsx) nor a Word document (.docx). Check the file.",
)
BROKEN = Wording(
    "「{name}」は壊れています（{part}）。本部からもう一度受け取ってください。",
    "“{name}” is damaged ({part}). Get it from headquarters again.",
)
TOO_LARGE = Wording(
    "「{name}」は大きすぎます（50MBまで、展開後200MBまで）。", "“{name}” is too large (50 MB; 200 MB unpacked)."
)
MACROS = Wording(
    "「{name}」にはマクロが含まれています。記入後の動作を保証できないため取り込みません。マクロのない様式を本部に求めてください。",
    "“{name}” holds macros, whose work after filling cannot be answered for. Ask headquarters for one without.",
)
SIGNED = Wording(
    "「{name}」には電子署名があります。記入すると署名が無効になるため取り込みません。",
    "“{name}” is digitally signed; filling it in would break the signature.",
)
STRICT = Wording(
    "「{name}」は「Strict Open XML」形式です。通常の.xlsxまたは.docxで受け取ってください。",
    "“{name}” is a Strict Open XML file. Get it as an ordinary .xlsx or .docx.",
)


@dataclass(frozen=True)
class Package:
    """A checked package, all in memory; ``kind`` says which program it is for."""

    name: str
    content: bytes
    parts: Mapping[str, bytes]

    @cached_property
    def types(self) -> Mapping[str, str]:
        """The content type of every part: its own, else that of its ending."""
        root = read(self.parts["[Content_Types].xml"], "[Content_Types].xml")
        usual = {_ending(one): one.attributes.get("ContentType", "") for one in root.all("Default")}
        by_ending = {part: usual.get(part.rpartition(".")[2].lower(), "") for part in self.parts}
        own = (one.attributes for one in root.all("Override"))
        return by_ending | {one.get("PartName", "").lstrip("/"): one.get("ContentType", "") for one in own}

    @cached_property
    def main(self) -> tuple[str, BlankKind]:
        """The part that is the workbook or the document itself."""
        targets = self.related("", "officeDocument")
        found = [(part, _MAIN[self.types[part]]) for part in targets.values() if self.types.get(part) in _MAIN]
        if len(found) != 1:
            raise Refusal(NO_PACKAGE.filled(name=self.name))
        return found[0]

    @property
    def kind(self) -> BlankKind:
        return self.main[1]

    def xml(self, part: str) -> Node:
        if part not in self.parts:
            raise Refusal(BROKEN.filled(name=self.name, part=part))
        return read(self.parts[part], f"{self.name} / {part}")

    def related(self, part: str, kind: str) -> dict[str, str]:
        """The parts that a part refers to, by the id of the reference; ``kind`` ends the reference's type."""
        folder, _, name = part.rpartition("/")
        path = join(folder, "_rels", f"{name}.rels")
        if path not in self.parts:
            return {}
        rows = [one.attributes for one in self.xml(path).all("Relationship")]
        return {
            one.get("Id", ""): _target(part, one.get("Target", ""))
            for one in rows
            if one.get("Type", "").rpartition("/")[2] == kind and one.get("TargetMode") != "External"
        }

    def with_parts(self, touched: Mapping[str, bytes]) -> bytes:
        """A copy of the package in which only these parts differ; order, names and times stay."""
        made = BytesIO()
        with ZipFile(BytesIO(self.content)) as old, ZipFile(made, "w") as new:
            for member in old.infolist():
                new.writestr(_same(member), touched.get(member.filename, self.parts.get(member.filename, b"")))
        return made.getvalue()


def opened(name: str, content: bytes) -> Package:
    """The package of a file's bytes; what cannot be filled safely is refused, with what to ask of headquarters."""
    if content.startswith(OLE):
        raise Refusal(ENCRYPTED.filled(name=name))
    if len(content) > _MOST_BYTES:
        raise Refusal(TOO_LARGE.filled(name=name))
    package = Package(name, content, _parts(name, content))
    if "[Content_Types].xml" not in package.parts:
        raise Refusal(NO_PACKAGE.filled(name=name))
    _demand_plain(package)
    return package


def _parts(name: str, content: bytes) -> dict[str, bytes]:
    try:
        with ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            if wrong := unfit(members, _LIMITS):
                raise Refusal((TOO_LARGE if wrong is Unfit.TOO_LARGE else BROKEN).filled(name=name, part="zip"))
            return {one.filename: archive.read(one) for one in members if not one.is_dir()}
    except DAMAGED as fault:
        known = BROKEN if content.startswith(b"PK") else NO_PACKAGE
        raise Refusal(known.filled(name=name, part="zip")) from fault


def _demand_plain(package: Package) -> None:
    types = " ".join(package.types.values())
    if "macroEnabled" in types or any(part.lower().endswith("vbaproject.bin") for part in package.parts):
        raise Refusal(MACROS.filled(name=package.name))
    if any(part.startswith("_xmlsignatures/") for part in package.parts):
        raise Refusal(SIGNED.filled(name=package.name))
    main, _kind = package.main
    if package.xml(main).space.startswith(_STRICT):
        raise Refusal(STRICT.filled(name=package.name))


def _same(member: ZipInfo) -> ZipInfo:
    """A member that bears what the original bore; its sizes are counted anew."""
    made = ZipInfo(member.filename, member.date_time)
    made.compress_type, made.external_attr = member.compress_type, member.external_attr
    made.create_system, made.extra = member.create_system, b""
    return made


def _ending(default: Node) -> str:
    return default.attributes.get("Extension", "").lower()


def _target(part: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))
