"""Papers that several programmes share: letters to and from the branch, lists of enclosures, the branch's checklist."""

from collections.abc import Sequence
from dataclasses import replace

from clair_desktop.domain.documents import (
    Block,
    Checklist,
    Document,
    EnclosureList,
    FieldTable,
    Form,
    Item,
    Letter,
    PartTable,
    Party,
)
from clair_desktop.domain.plain_blocks import Paragraph
from clair_desktop.domain.wording import Wording

_CHECKLIST = Wording("支部点検表", "Branch checklist")
CHECKLIST = Document(
    key="checklist",
    name=Wording("支部点検表（支部控）", "Branch checklist (kept by the branch)"),
    layout=Form(title=_CHECKLIST, blocks=[Checklist()]),
    internal=True,
)
CHECKLIST_WITH_PARTS = Document(
    key="checklist",
    name=CHECKLIST.name,
    layout=Form(title=_CHECKLIST, blocks=[PartTable(), Checklist()]),
    internal=True,
)
ENCLOSURES = Document(
    key="enclosures",
    name=Wording("添付書類一覧", "List of enclosures"),
    only_with_enclosures=True,
    layout=Form(
        title=Wording("添付書類一覧", "List of Enclosures"),
        blocks=[Paragraph(Wording("添付書類は次のとおりです。", "The following are enclosed.")), EnclosureList()],
    ),
)
SUBJECT_ITEM = Item(Wording("件名", "Subject"), Wording("{title}", "{title_or_title_en}"))
BODY_ITEM = Item(Wording("団体名", "Local authority"), Wording("{applicant_name}", "{applicant_name}"))


def to_headquarters(
    key: str, name: Wording, subject: Wording, paragraphs: Sequence[Wording], items: Sequence[Item]
) -> Document:
    """A letter of the branch to headquarters."""
    letter = Letter(to=Party.HEADQUARTERS, sender=Party.BRANCH, subject=subject, paragraphs=paragraphs, items=items)
    return Document(key=key, name=name, layout=letter)


def to_applicant(
    key: str, name: Wording, subject: Wording, paragraphs: Sequence[Wording], items: Sequence[Item]
) -> Document:
    """A letter of the branch to the local authority."""
    letter = Letter(to=Party.APPLICANT, sender=Party.BRANCH, subject=subject, paragraphs=paragraphs, items=items)
    return Document(key=key, name=name, layout=letter)


def statement(key: str, title: Wording, opening: Wording, fields: Sequence[str], *more: Block) -> Document:
    """A paper of the local authority to headquarters: an opening sentence and a table of answers."""
    layout = Form(
        title=title,
        to=Party.HEADQUARTERS,
        sender=Party.APPLICANT,
        blocks=[Paragraph(opening), FieldTable(fields), *more],
    )
    return Document(key=key, name=title, layout=layout)


def rows_annex(key: str, title: Wording, *blocks: Block) -> Document:
    """A paper without addressee that is made where one of its tables at least has a row."""
    return replace(annex(key, title, *blocks), only_with_rows=True)


def annex(key: str, title: Wording, *blocks: Block) -> Document:
    """A paper without addressee that goes with others."""
    return Document(key=key, name=title, layout=Form(title=title, blocks=blocks))
