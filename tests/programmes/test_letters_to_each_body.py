"""照会・募集の回付: the letter, the notice and the reminder, one for each body."""

import re
from datetime import date
from pathlib import Path

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.programmes.announcement import PROGRAMME
from clair_desktop.programmes.announcement.examples import STUDY_CAMP
from clair_desktop.services.office import Office
from clair_desktop.services.sheets import CaseSheet
from tests.output.pdf.reading import page_texts
from tests.programmes.abroad import branch_of_miyagi, received

KEY = PROGRAMME.key
BODIES = [
    {"body": "042021", "answer": "answer", "answered_on": "2025-07-01"},
    {"body": "042056"},
    {"body": "042153", "answer": "none", "answered_on": "2025-07-02"},
    {"name": "（見本）市国際交流協会"},
]


@pytest.fixture(scope="module")
def office() -> Office:
    return branch_of_miyagi()


def camp(office: Office, **changed: object) -> CaseSheet:
    """The call received, with headquarters' letter enclosed."""
    sheet = received(office, KEY, 2025, {**STUDY_CAMP, "bodies": BODIES, **changed}, date(2025, 6, 4))
    letter = office.folder / "募集通知.txt"
    letter.write_text("体験塾の参加者を募集します。", encoding="utf-8")
    return office.enclosures.add(sheet.number, [letter], "notice")


def pages(office: Office, sheet: CaseSheet, pack: str, tmp_path: Path, language: Language = Language.JA) -> list[str]:
    out = tmp_path / f"{pack}.pdf"
    office.documents.print(sheet.number, pack, [language], out, on=date(2025, 7, 7), document_number="国際第33号")
    return [re.sub(r"\s", "", text) for text in page_texts(out)]


def test_every_body_asked_gets_its_own_letter_and_answer_sheet(office: Office, tmp_path: Path) -> None:
    texts = pages(office, camp(office), "circular_each", tmp_path)
    assert len(texts) == 2 * len(BODIES)
    addressed = texts[::2]
    for text, name in zip(addressed, ("気仙沼市", "大崎市", "登米市", "（見本）市国際交流協会"), strict=False):
        assert "多文化共生主管課長様" in text
        assert text.endswith("1/2"), name
    assert "宮城県気仙沼市" in addressed[1]
    assert all("回答票" in text for text in texts[1::2])
    assert "宮城県気仙沼市" in texts[3]


def test_a_reminder_goes_only_to_those_who_have_not_answered(office: Office, tmp_path: Path) -> None:
    text = "".join(pages(office, camp(office), "reminder_each", tmp_path))
    assert "宮城県気仙沼市" in text
    assert "（見本）市国際交流協会" in text
    assert text.count("貴団体の回答をまだ受け取っていません。") == 2
    assert "石巻市" not in text


def test_where_no_post_is_named_the_body_itself_is_addressed(office: Office, tmp_path: Path) -> None:
    text = "".join(pages(office, camp(office, representative=None), "reminder_each", tmp_path))
    assert "宮城県気仙沼市御中" in text


def test_in_english_it_is_a_block_letter_to_the_body(office: Office, tmp_path: Path) -> None:
    text = pages(office, camp(office), "reminder_each", tmp_path, Language.EN)[0]
    assert "DearSirorMadam," in text
    assert "Wehavenotyetreceivedyouranswer" in text


def test_when_everybody_has_answered_there_is_nobody_to_remind(office: Office, tmp_path: Path) -> None:
    answered = [{**row, "answer": "none", "answered_on": "2025-07-02"} for row in BODIES]
    sheet = camp(office, bodies=answered)
    for pack in ("reminder_each", "reminder"):
        with pytest.raises(Refusal) as refused:
            pages(office, sheet, pack, tmp_path)
        assert "回答が空欄の団体" in refused.value.wording.ja
        assert [one.ja for one in refused.value.details] == [
            "宮城県石巻市：令和7年7月2日回答（該当なし）",
            "宮城県気仙沼市：令和7年7月2日回答（該当なし）",
            "宮城県大崎市：令和7年7月2日回答（該当なし）",
            "（見本）市国際交流協会：令和7年7月2日回答（該当なし）",
        ]


def test_whoever_has_answered_is_not_reminded_by_its_row_either(office: Office, tmp_path: Path) -> None:
    sheet = camp(office)
    with pytest.raises(Refusal) as refused:
        office.documents.print(sheet.number, "reminder_each", [Language.JA], tmp_path / "督促.pdf", rows=[1])
    assert [one.ja for one in refused.value.details] == ["宮城県石巻市：令和7年7月1日回答"]


def test_a_row_that_names_nobody_is_named_before_printing(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        pages(office, camp(office, bodies=[*BODIES, {"contents": "（見本）"}]), "circular_each", tmp_path)
    assert [one.ja for one in refused.value.details] == [
        "回付先5行目：「地方公共団体又はその他の団体」を入力してください。"
    ]
