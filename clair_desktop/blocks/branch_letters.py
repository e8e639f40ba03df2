"""Letters of the branch to the local authority that any programme may need: what is to be corrected, what is still owed.

They are asked and printed from project year 2026 on; earlier years stay as they were.
"""

from collections.abc import Sequence

from clair_desktop.blocks.branch_papers import CHECKLIST, to_applicant, to_headquarters
from clair_desktop.blocks.rewording import by
from clair_desktop.domain.documents import Document, Item, Needs, Pack
from clair_desktop.domain.fields import Day, Field, Section, Text
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Wording

FIRST_YEAR = FiscalYear(2026)
ABOUT = Wording("{fiscal_year}{programme}", "{programme}, {fiscal_year}")

CONCERNING = Item(Wording("件名", "Concerning"), Wording("{title}", "{title_or_title_en}"))

_CORRECTED: Sequence[Field] = (
    Text(key="corrections", label=Wording("補正を求める事項", "What is to be corrected"), lines=4, since=FIRST_YEAR),
    Day(key="correct_by", label=Wording("補正の期限", "To be corrected by"), since=FIRST_YEAR),
)
OWED: Sequence[Field] = (
    Text(key="awaited", label=Wording("督促する書類", "Papers still owed"), lines=2, since=FIRST_YEAR),
    Day(key="awaited_by", label=Wording("督促後の提出期限", "New day for them"), since=FIRST_YEAR),
)
CORRECTION = Section(
    "correction", Wording("補正と督促", "Correction and reminder"), [*_CORRECTED, *OWED], stage="checking"
)
REMINDER = Section("reminder", Wording("督促", "Reminder"), OWED, stage="reminder")


def letter_to_applicant(
    key: str, name: Wording, subject: Wording, paragraphs: Sequence[Wording], items: Sequence[Item]
) -> Document:
    """As ``to_applicant``, from the first year of these letters on."""
    return _from_first_year(to_applicant(key, name, subject, paragraphs, items))


def letter_to_headquarters(
    key: str, name: Wording, subject: Wording, paragraphs: Sequence[Wording], items: Sequence[Item]
) -> Document:
    """As ``to_headquarters``, from the first year of these letters on."""
    return _from_first_year(to_headquarters(key, name, subject, paragraphs, items))


def _from_first_year(made: Document) -> Document:
    return Document(key=made.key, name=made.name, layout=made.layout, since=FIRST_YEAR)


_NOTHING = Needs()


def alone(
    document: Document, needs: Needs = _NOTHING, *, states: Sequence[str] = (), leaves_out: frozenset[str] | None = None
) -> Pack:
    """A letter by itself, named as it is; with ``leaves_out`` the case's other enclosures go with it."""
    return Pack(
        key=document.key,
        name=document.name,
        documents=[document],
        merges_enclosures=leaves_out is not None,
        leaves_out=leaves_out or frozenset(),
        needs=needs,
        states=states,
    )


def with_checklist(document: Document, name: Wording, needs: Needs = _NOTHING) -> Pack:
    """A letter to headquarters, with the branch's own checklist."""
    checklist = Document(
        key=CHECKLIST.key, name=CHECKLIST.name, layout=CHECKLIST.layout, internal=True, since=FIRST_YEAR
    )
    return Pack(key=document.key, name=name, documents=[document, checklist], merges_enclosures=False, needs=needs)


CORRECTION_LETTER = alone(
    letter_to_applicant(
        "correction",
        Wording("補正依頼文", "Letter asking for a correction"),
        Wording(f"{ABOUT.ja}に係る書類の補正について（依頼）", f"Corrections to your papers ({ABOUT.en})"),
        [
            Wording(
                "提出のありましたこのことについて、下記のとおり補正の上、再度御提出くださるようお願いします。",
                "Thank you for your papers. Before we can send them on, please correct them as set out below and submit "
                "them again.",
            )
        ],
        [
            CONCERNING,
            Item(Wording("補正事項", "To be corrected"), Wording("{corrections}", "{corrections}")),
            Item(Wording("提出期限", "Due by"), by("correct_by")),
        ],
    ),
    Needs(answers=["corrections"]),
)

REMINDER_LETTER = alone(
    letter_to_applicant(
        "reminder",
        Wording("督促文", "Reminder"),
        Wording(f"{ABOUT.ja}に係る書類の提出について（再依頼）", f"Reminder: papers still to be sent ({ABOUT.en})"),
        [
            Wording(
                "このことについて、下記の書類をまだ受け取っていません。お忙しいところ恐れ入りますが、期限までに御提出くださるよう"
                "お願いします。",
                "We have not yet received the papers named below. Please let us have them by the day given.",
            ),
            Wording(
                "期限までに提出できない事情がある場合は、お早めに御連絡ください。行き違いの場合は御容赦ください。",
                "Should anything prevent you from sending them in time, please tell us as soon as you can. If they are "
                "already on their way, please disregard this letter.",
            ),
        ],
        [
            CONCERNING,
            Item(Wording("提出書類", "Papers"), Wording("{awaited}", "{awaited}")),
            Item(Wording("提出期限", "Due by"), by("awaited_by")),
        ],
    ),
    Needs(answers=["awaited"]),
)
