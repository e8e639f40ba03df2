"""A foreign workbook looked at from outside, before anything in it is read: what is refused, and in which words.

Only lengths, names and first bytes count here; the limits hold whatever the file says of itself.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.output.archives import DAMAGED, OLE, ZIP, Unfit, unfit
from clair_desktop.output.excel.acts import TAKEN_IN, Act
from clair_desktop.output.excel.locking import opened_with

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DTD = re.compile(rb"<\s*!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_XML = (".xml", ".rels", ".vml")
_CHUNK = 1 << 20


def read_foreign(path: Path, password: str | None = None, act: Act = TAKEN_IN) -> bytes:
    """The package's bytes, unlocked, once it is sure that reading them can do no harm; else a ``Refusal``."""
    content = _bytes(path, act)
    if not content:
        raise _refusal(path, act, Wording("中身が空です。", "it is empty."))
    if content.startswith(OLE):
        if _ENCRYPTED not in content:
            raise _refusal(path, act, Wording("古い形式（.xls など）です。", "it is in an old format such as .xls."))
        content = opened_with(path, content, password)
    if not content.startswith(ZIP):
        raise _not_a_workbook(path, act)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_archive(path, act, archive)
    except DAMAGED as fault:
        raise broken(path, act) from fault
    return content


def _bytes(path: Path, act: Act) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(act.largest + 1)
    except (OSError, ValueError) as fault:
        raise Refusal(
            Wording(
                f"「{path}」を読めません。ファイルの場所と、他のプログラムで開いていないかを確かめてください。",
                f"“{path}” cannot be read. Check where it is and that no other program holds it.",
            ),
            field="file",
        ) from fault
    if len(content) > act.largest:
        raise _refusal(path, act, _LARGE.filled(most=act.largest >> 20))
    return content


def _check_archive(path: Path, act: Act, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if wrong := unfit(members, act.unpacked):
        raise _unfit(path, act, wrong)
    _check_kind(
        path, act, [name.replace("\\", "/") for name in archive.namelist()]
    )  # some programs divide names as Windows does
    for one in members:
        if one.filename.casefold().endswith(_XML):
            _check_part(path, act, archive, one)


def _unfit(path: Path, act: Act, wrong: Unfit) -> Refusal:
    if wrong is Unfit.LOCKED:
        return _password(path, act)
    if wrong is Unfit.TWINS:
        return _refusal(path, act, Wording("同じ名前の部品が2つあります。", "two of its parts bear the same name."))
    if wrong is Unfit.NAMES:
        return _refusal(
            path, act, Wording("部品の名前が正しくありません。", "a part of it has a name that is not allowed.")
        )
    return _bomb(path, act)


def _check_kind(path: Path, act: Act, names: list[str]) -> None:
    plain = [name.casefold() for name in names]
    if "mimetype" in plain:
        raise _refusal(path, act, Wording("OpenDocument形式です。", "it is an OpenDocument file."))
    if "xl/workbook.bin" in plain:
        raise _refusal(path, act, Wording("バイナリ形式（.xlsb）です。", "it is a binary workbook (.xlsb)."))
    if "[content_types].xml" not in plain or not any(name.startswith("xl/") for name in plain):
        raise _not_a_workbook(path, act)
    if any(name.endswith("vbaproject.bin") or name.startswith("xl/macrosheets/") for name in plain):
        raise _refusal(
            path,
            act,
            Wording("マクロを含んでいます。マクロは読みません。", "it contains macros, which are never read."),
        )


def _check_part(path: Path, act: Act, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Unpacks a part once: no longer than it says, and without declarations that could draw other files in."""
    length, tail = 0, b""
    for chunk in _chunks(archive, member):
        length += len(chunk)
        if length > member.file_size or length > act.unpacked.part:
            raise _bomb(path, act)
        seen = tail + chunk.replace(b"\0", b"")  # UTF-16 spells ASCII with zeros between
        if _DTD.search(seen):
            raise _refusal(
                path,
                act,
                Wording(
                    "外部を参照できる宣言（DTD）を含んでいます。",
                    "it holds a declaration (DTD) that may reach outside.",
                ),
            )
        tail = seen[-64:]


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as part:
        while chunk := part.read(_CHUNK):
            yield chunk


def _password(path: Path, act: Act) -> Refusal:
    return Refusal(
        Wording(
            f"「{path.name}」はパスワードで保護されています。送付元にパスワードを確かめ、Excelで開いて"
            f"「情報」→「ブックの保護」→「パスワードを使用して暗号化」を空にし、{act.after_saving.ja}",
            f"“{path.name}” is protected by a password. Ask the sender for it, open the file in Excel, clear "
            f"“Encrypt with Password” under Info, {act.after_saving.en}",
        ),
        field="file",
    )


def _bomb(path: Path, act: Act) -> Refusal:
    return _refusal(path, act, _UNPACKED.filled(most=act.unpacked.total >> 20))


def broken(path: Path, act: Act) -> Refusal:
    return _refusal(path, act, Wording("壊れています。", "it is damaged."))


def _not_a_workbook(path: Path, act: Act) -> Refusal:
    return _refusal(path, act, Wording("Excelブックではありません。", "it is not an Excel workbook."))


def _refusal(path: Path, act: Act, why: Wording) -> Refusal:
    return act.refusal(path, _SAVED_AGAIN.filled(why=why))


_SAVED_AGAIN = Wording(
    "{why}Excelブック（.xlsx）で保存し直してもらってください。",
    "{why} Have it saved again as an Excel workbook (.xlsx).",
)
_LARGE = Wording("{most} MBを超えています。画像などを除いてください。", "it is above {most} MB; take pictures out.")
_UNPACKED = Wording(
    "展開すると大きくなりすぎます（全部で{most} MBまで）。",
    "it would grow too large when unpacked (at most {most} MB in all).",
)
