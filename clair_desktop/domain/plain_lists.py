"""A municipality's own list: which of its columns answers which question, kept as a mapping that a person confirms."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from clair_desktop.domain.fields import Field, Rows
from clair_desktop.domain.place_names import plain
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording

FORMAT = "clair-list-mapping"
# What lists call a question beside its own label, by the field's key.
_ALSO: Mapping[str, Sequence[str]] = {
    "applicant": ("団体コード", "団体名", "自治体名", "市町村名", "市区町村名", "市町村", "市区町村", "申請団体名", "実施団体"),
    "representative": ("代表者", "首長名", "首長", "代表者名"),
    "section": ("所属", "担当課", "部署", "課名", "担当部署", "所属名"),
    "contact": ("担当者", "担当者名", "担当者氏名", "氏名"),
    "phone": ("電話番号", "tel", "連絡先"),
    "fax": ("ファックス", "fax番号"),
    "email": ("メール", "メールアドレス", "eメール", "mail"),
    "title": ("事業名", "案件名", "件名", "事業の名称"),
    "purpose": ("目的", "事業目的"),
    "starts": ("開始日", "実施期間(開始)", "事業開始日", "着手日", "開始予定日"),
    "ends": ("終了日", "実施期間(終了)", "事業終了日", "完了日", "終了予定日"),
    "total_cost": ("総事業費", "事業費", "総額"),
    "eligible_cost": ("助成対象経費", "対象経費"),
    "requested": ("申請額", "助成申請額", "助成金申請額", "要望額", "希望額"),
}  # fmt: skip
_KEYS = ("受付番号", "整理番号", "管理番号", "番号", "no", "no.", "№")
_UNIT = re.compile(r"[(（\[［](?P<unit>[^)）\]］]*)[)）\]］]\s*$")
_SCALES = ("百万円", "千円", "万円", "億円")


@dataclass(frozen=True, slots=True)
class ListMapping:
    """``columns`` gives the heading for each question's key; ``key`` is the heading by which a row is known again.

    ``body`` is the authority whose list it is, where the list itself does not say so.
    """

    programme: str
    year: int
    body: str = ""
    sheet: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    key: str = ""

    def as_json(self) -> dict[str, object]:
        return {
            "format": FORMAT, "programme": self.programme, "project_year": self.year, "body": self.body,
            "sheet": self.sheet, "key": self.key, "columns": dict(self.columns),
        }  # fmt: skip

    def fitting(self, heads: Sequence[str]) -> "ListMapping":
        """The mapping as far as the headings are there, however they are spelled now."""
        by_plain = {plain_head(head): head for head in heads}
        columns = {
            key: by_plain[plain_head(head)] for key, head in self.columns.items() if plain_head(head) in by_plain
        }
        return replace(self, columns=columns, key=by_plain.get(plain_head(self.key), "") if self.key else "")


def mapping_from(told: Any) -> ListMapping:
    """A mapping as a file or the settings hold it; anything else is refused in words."""
    if not isinstance(told, dict) or told.get("format") != FORMAT or not isinstance(told.get("columns"), dict):
        raise Refusal(
            Wording(
                "列の対応づけのファイルではありません。import --list --dry-run --json の「mapping」を保存して使ってください。",
                "This is no mapping of columns. Save the “mapping” that import --list --dry-run --json gives.",
            ),
            field="mapping",
        )
    try:
        year = int(told["project_year"])
    except (KeyError, TypeError, ValueError) as fault:
        said = Wording("列の対応づけに実施年度がありません。", "The mapping of columns tells no project year.")
        raise Refusal(said, field="mapping") from fault
    columns = {str(key): str(head) for key, head in told["columns"].items() if head}
    texts = {key: str(told.get(key) or "") for key in ("programme", "body", "sheet", "key")}
    return ListMapping(texts["programme"], year, texts["body"], texts["sheet"], columns, texts["key"])


def proposed(fields: Sequence[Field], heads: Sequence[str]) -> dict[str, str]:
    """Which heading seems to answer which question: by its own label first, then by what lists usually call it."""
    found: dict[str, str] = {}
    for wanted in (_labels, _usual, _within):
        for asked in mappable(fields):
            taken = set(found.values())
            free = [head for head in heads if head not in taken]
            matches = [head for head in free if asked.key not in found and wanted(asked, plain_head(head))]
            if len(matches) == 1:
                found[asked.key] = matches[0]
    return found


def proposed_key(heads: Sequence[str]) -> str:
    """The heading of a column that numbers the rows."""
    return next((head for wanted in _KEYS for head in heads if plain_head(head) == plain_head(wanted)), "")


def mappable(fields: Sequence[Field]) -> Iterator[Field]:
    """A cell of a list answers one question; a table within a case needs a sheet of its own."""
    return (one for one in fields if not isinstance(one, Rows))


def plain_head(head: str) -> str:
    """A heading without its unit, spaces and width."""
    return plain(_UNIT.sub("", head).strip()) or plain(head)


def scale_of(head: str) -> str:
    """千円 of 申請額（千円）: what a bare number below the heading counts in."""
    found = _UNIT.search(head)
    unit = found["unit"] if found else ""
    return next((one for one in _SCALES if one in unit), "")


def _labels(asked: Field, head: str) -> bool:
    return head in (plain(asked.label.ja), plain(asked.label.en), plain(asked.key), plain_head(asked.label.ja))


def _usual(asked: Field, head: str) -> bool:
    return head in {plain(one) for one in _ALSO.get(asked.key, ())}


def _within(asked: Field, head: str) -> bool:
    label = plain_head(asked.label.ja)
    return len(label) > 2 and len(head) > 2 and (label in head or head in label)
