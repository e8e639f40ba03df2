"""What was found in a file that somebody else made, before it is bound into a pack: remarks with their pages and cure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from clair_desktop.domain.wording import Wording

_FEW = 6  # pages named one by one; more are counted


class Remark(StrEnum):
    """What is said of an enclosed file; none of these keeps it out, some must be looked at by a person first."""

    REPAIRED = "repaired"
    CONVERTED = "converted"
    FONT_ABSENT = "font_absent"
    FONT_NOT_EMBEDDED = "font_not_embedded"
    FONT_SUBSTITUTED = "font_substituted"
    FIELDS_SET = "fields_set"
    SCRIPTS_LEFT_OUT = "scripts_left_out"
    FILES_LEFT_OUT = "files_left_out"
    SIGNATURE_LEFT_OUT = "signature_left_out"
    LARGER_THAN_A4 = "larger_than_a4"
    SHRUNK = "shrunk"
    LYING = "lying"
    TURNED = "turned"
    EMPTY_PAGES = "empty_pages"
    PICTURE_REDUCED = "picture_reduced"


_MUST_BE_SEEN = {Remark.REPAIRED, Remark.CONVERTED, Remark.FONT_ABSENT, Remark.FONT_NOT_EMBEDDED}
_QUIET = {Remark.LYING, Remark.TURNED, Remark.EMPTY_PAGES, Remark.FIELDS_SET, Remark.FONT_SUBSTITUTED}

_SAID: Mapping[Remark, Wording] = {
    Remark.REPAIRED: Wording(
        "修復しました：ファイルが壊れていたため、読める部分から作り直しました。欠けた頁がないか、元の資料と見比べてください",
        "Repaired: the file was damaged and was rebuilt from what could be read. Compare it with the original for lost pages",
    ),
    Remark.CONVERTED: Wording(
        "変換しました：元のファイルからPDFを作りました。改頁や文字のあふれがないか確かめてください",
        "Converted: the PDF was made from the original file. Check its page breaks and that no text is cut",
    ),
    Remark.FONT_ABSENT: Wording(
        "{pages}の文字の書体がファイルにないため、文字が出ない箇所があります。作成元でPDFを作り直すのが確実です",
        "{pages}: a font that is used is missing from the file, so text may not show. Better have the PDF made anew",
    ),
    Remark.FONT_NOT_EMBEDDED: Wording(
        "{pages}の書体（{said}）が埋め込まれていないため、開くパソコンにより字形が変わります。"
        "作成元で「フォントを埋め込む」を選んで作り直すのが確実です",
        "{pages}: the font {said} is not embedded, so the letters vary with the PC. Better have the PDF made with fonts embedded",
    ),
    Remark.FONT_SUBSTITUTED: Wording(
        "{pages}の欧文書体（{said}）は埋め込まれていません（標準的な書体で表示されます）",
        "{pages}: the Latin font {said} is not embedded and is shown by a standard one",
    ),
    Remark.FIELDS_SET: Wording(
        "入力欄に入れられた値は、印字された文字として綴じ込みます",
        "What was typed into form fields is bound in as print",
    ),
    Remark.SCRIPTS_LEFT_OUT: Wording(
        "自動で動く仕掛け（{said}）は外して綴じ込みます", "What acts by itself ({said}) is left out"
    ),
    Remark.FILES_LEFT_OUT: Wording(
        "PDFの中に添付されたファイル（{said}）は綴じ込まれません。必要なら取り出して別に添付してください",
        "Files attached inside the PDF ({said}) are not bound in. Take them out and enclose them if they are needed",
    ),
    Remark.SIGNATURE_LEFT_OUT: Wording(
        "電子署名は綴じ込むと検証できません。署名を示す必要があれば、元のファイルを別に送ってください",
        "A digital signature cannot be verified once bound in. Send the original file apart if it must be shown",
    ),
    Remark.LARGER_THAN_A4: Wording(
        "{pages}はA4より大きい用紙（{said}）です。その大きさの用紙で印刷するか、「大きい頁をA4に縮める」を選んでください",
        "{pages}: larger than A4 ({said}). Print on paper of that size, or choose “Larger pages shrunk to A4”",
    ),
    Remark.SHRUNK: Wording(
        "{pages}（{said}）はA4に縮めて綴じ込みました。文字が読めるか確かめてください",
        "{pages} ({said}) was shrunk to A4. Check that it can be read",
    ),
    Remark.LYING: Wording("{pages}は横長です", "{pages}: landscape"),
    Remark.TURNED: Wording("{pages}は向きを変えて表示する頁です", "{pages}: shown turned"),
    Remark.EMPTY_PAGES: Wording("{pages}は白紙です", "{pages}: nothing stands there"),
    Remark.PICTURE_REDUCED: Wording(
        "{pages}の画像は大きすぎるため、600dpi相当に縮めて綴じ込みます（元のファイルはそのまま残ります）",
        "{pages}: too large a picture, bound in at 600 dpi (the file itself is kept as it came)",
    ),
}


@dataclass(frozen=True, slots=True)
class Remarked:
    """One remark, the pages it is about (from 1; none: the whole file) and what it names."""

    remark: Remark
    pages: tuple[int, ...] = ()
    said: str = ""

    @property
    def must_be_seen(self) -> bool:
        """Whether a person must look at the pages before they may leave the office."""
        return self.remark in _MUST_BE_SEEN

    @property
    def is_quiet(self) -> bool:
        """Told beside the file, not at every printing."""
        return self.remark in _QUIET

    @property
    def wording(self) -> Wording:
        return _SAID[self.remark].filled(pages=page_list(self.pages), said=self.said)


@dataclass(frozen=True, slots=True)
class Condition:
    """How many pages a file gives and what was found in it; ``seen_by`` looked at what had to be looked at."""

    pages: int
    remarks: tuple[Remarked, ...] = ()
    seen_by: str = ""

    @property
    def must_be_seen(self) -> bool:
        return not self.seen_by and any(one.must_be_seen for one in self.remarks)


def page_list(pages: Sequence[int]) -> Wording:
    """「2・5頁」 / “pages 2, 5”; a long list is cut and counted."""
    shown = [str(page) for page in pages[:_FEW]]
    if len(pages) > _FEW:
        return Wording(
            f"{'・'.join(shown)}頁ほか計{len(pages)}頁", f"pages {', '.join(shown)} and others, {len(pages)} in all"
        )
    return Wording(f"{'・'.join(shown)}頁", f"page{'s' if len(pages) > 1 else ''} {', '.join(shown)}")


def kept_condition(condition: Condition) -> dict[str, object]:
    """As JSON, for keeping and for the way between processes."""
    return {
        "pages": condition.pages,
        "remarks": [[one.remark.value, list(one.pages), one.said] for one in condition.remarks],
        "seen_by": condition.seen_by,
    }


def read_condition(kept: object) -> Condition | None:
    """A kept condition; remarks that this version does not know are passed over."""
    if not isinstance(kept, dict):
        return None
    known = {one.value for one in Remark}
    remarks = [
        Remarked(Remark(remark), tuple(pages), said) for remark, pages, said in kept["remarks"] if remark in known
    ]
    return Condition(int(kept["pages"]), tuple(remarks), str(kept.get("seen_by", "")))
