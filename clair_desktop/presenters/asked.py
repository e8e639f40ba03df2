"""What a municipality must tell so that a pack can be made: the questions its papers print, in the order of the entry."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter

from clair_desktop.domain.documents import Document, FieldTable, Form, Letter, Pack, Party, RowTable
from clair_desktop.domain.fields import Choice, Choices, Field, Rows
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.wording import Wording, same

_KINDS: Mapping[str, Wording] = {
    "text": Wording("文字", "words"),
    "yen": Wording("金額（円）", "amount in yen"),
    "count": Wording("数", "number"),
    "date": Wording("年月日", "date"),
    "authority": Wording("団体名又は団体コード", "local authority or its code"),
    "country": Wording("国・地域名", "country or territory"),
}
_FORM = Wording("様式・別紙", "form or annex")
_PARTIES: Mapping[Party, Wording] = {
    Party.HEADQUARTERS: Wording("本部", "headquarters"),
    Party.BRANCH: Wording("支部", "branch"),
    Party.APPLICANT: Wording("申請団体", "applicant"),
}
_OUTSIDE = Wording("相手方（1通ずつ）", "each receiver")
REQUIRED = Wording("必須", "required")
OPTIONAL = Wording("任意", "optional")
BY_CASE = Wording("場合により必須", "required in some cases")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it is put to a municipality: what, whether it must be answered, and how."""

    section: Wording
    label: Wording
    need: Wording
    how: Wording
    hint: Wording | None


def asked_by(pack: Pack, edition: Edition) -> list[Asked]:
    named = {key for document in pack.documents for key in _named_by(document)}
    named |= {pack.each.rows, *pack.each.needs} if pack.each else set()
    return [
        Asked(section.title, one.label, _need(one), _how(one), one.hint)
        for section in edition.sections()
        for one in section.fields
        if one.key in named or section.key in named
    ]


def _named_by(document: Document) -> Iterator[str]:
    """The keys of fields and sections that a document prints."""
    layout = document.layout
    if isinstance(layout, Letter):
        texts = [layout.subject, *layout.paragraphs, *(item.text for item in layout.items)]
        yield from _places([*texts, *layout.signature, *(layout.contact or ())])
        return
    for block in layout.blocks:
        if isinstance(block, FieldTable):
            yield from block.fields
        elif isinstance(block, RowTable):
            yield block.field


def _places(texts: Iterable[Wording]) -> Iterator[str]:
    for text in texts:
        yield from (name.partition(".")[0] for _, name, _, _ in Formatter().parse(text.ja) if name)


def _need(one: Field) -> Wording:
    if one.required_when is not None:
        return BY_CASE
    return REQUIRED if one.required else OPTIONAL


def _how(one: Field) -> Wording:
    if isinstance(one, Choices):
        return _listed(Wording("選択（複数可）：", "any of: "), [option.label for option in one.options])
    if isinstance(one, Choice):
        return _listed(Wording("選択：", "one of: "), [option.label for option in one.options])
    if isinstance(one, Rows):
        return _listed(Wording("表：", "table: "), [column.label for column in one.columns])
    return _KINDS.get(one.kind, same(""))


def _listed(head: Wording, labels: Sequence[Wording]) -> Wording:
    return Wording(head.ja + "、".join(one.ja for one in labels), head.en + ", ".join(one.en for one in labels))


def paper_of(document: Document) -> Wording:
    """What kind of paper it is: a letter with who writes to whom, or a form with its number where a source gives one."""
    layout = document.layout
    if isinstance(layout, Form):
        return layout.form_number or _FORM
    sender = _PARTIES[layout.sender]
    to = _PARTIES[layout.to] if isinstance(layout.to, Party) else _OUTSIDE
    return Wording(f"公文（{sender.ja}から{to.ja}へ）", f"letter ({sender.en} to {to.en})")
