"""海外活動支援: letters to the bodies visited, one for each row, by how far the arrangements with it have come."""

import re
from datetime import date
from pathlib import Path

import pytest

from clair_desktop.domain.making_up import MakeUp, PackCopy
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Language
from clair_desktop.programmes.overseas_support import PROGRAMME
from clair_desktop.programmes.overseas_support.examples import SCHOOLS, SEOUL
from clair_desktop.services.office import Office
from clair_desktop.services.sheets import CaseSheet
from tests.output.pdf.reading import page_texts
from tests.programmes.abroad import branch_of_miyagi, findings, received, verdicts

KEY = PROGRAMME.key
REQUEST, CHANGE, CANCELLATION, THANKS = (
    "appointment_request", "appointment_change", "appointment_cancellation", "thanks",
)  # fmt: skip


@pytest.fixture(scope="module")
def office() -> Office:
    return branch_of_miyagi()


@pytest.fixture(scope="module")
def schools(office: Office) -> CaseSheet:
    """Four schools: one to be asked, one to be given a new time, one called off, one visited."""
    return received(office, KEY, 2025, SCHOOLS, date(2025, 9, 1))


def pages(
    office: Office, sheet: CaseSheet, pack: str, tmp_path: Path, language: Language = Language.EN, **how: object
) -> list[str]:
    out = tmp_path / f"{pack}_{language}.pdf"
    office.documents.print(sheet.number, pack, [language], out, **{"on": date(2025, 10, 27), **how})
    return [re.sub(r"\s", "", text) for text in page_texts(out)]


def targets(**changed: object) -> list[dict[str, object]]:
    """The one body of the case in Seoul, changed."""
    rows = SEOUL["targets"]
    assert isinstance(rows, list)
    return [{**rows[0], **changed}]


def refused(office: Office, sheet: CaseSheet, pack: str, tmp_path: Path, **how: object) -> Refusal:
    out = tmp_path / "手紙.pdf"
    with pytest.raises(Refusal) as raised:
        office.documents.print(sheet.number, pack, [Language.EN], out, on=date(2026, 10, 14), **how)
    assert not out.exists()
    return raised.value


def test_a_request_carries_what_clairs_model_carries(office: Office, tmp_path: Path) -> None:
    sheet = received(office, KEY, 2026, SEOUL, date(2026, 10, 13))
    text = "".join(pages(office, sheet, REQUEST, tmp_path, on=date(2026, 10, 14)))
    for said in (
        "14October2026", "ChiefExecutive(Specimen)Airline(Specimen),SeoulSouthKorea", "DearSirorMadam,",
        "Subject:RequestforanappointmentduringourvisittoSeoul", "onbehalfofTottoriPrefecture,alocalauthorityinJapan",
        "Thepurposeofourvisitisasfollows.Wewishtodiscuss", "Theoutlookfortheroute", "attachedlist",
        "Seoulfrom8December2026to10December2026", "9December2026at10:30a.m.localtime,for60minutes",
        "9December2026at3:00p.m.wouldsuit", "earlyreply", "Yourssincerely,(Specimen)GovernorTottoriPrefecture",
        "Whatistheoutlookfortheroute?",
    ):  # fmt: skip
        assert said in text, said
    assert "Officialseal" not in text


def test_each_letter_goes_to_the_bodies_that_have_come_so_far(
    office: Office, schools: CaseSheet, tmp_path: Path
) -> None:
    for pack, number in ((REQUEST, 1), (CHANGE, 2), (CANCELLATION, 3), (THANKS, 4)):
        text = "".join(pages(office, schools, pack, tmp_path))
        assert [n for n in (1, 2, 3, 4) if f"(Specimen)SchoolNo.{n}" in text] == [number], pack


def test_a_change_names_their_letter_what_was_agreed_who_was_to_attend_and_the_new_times(
    office: Office, schools: CaseSheet, tmp_path: Path
) -> None:
    text = "".join(pages(office, schools, CHANGE, tmp_path))
    for said in (
        "Inyourletterof20October2025", "12November2025at10:00a.m.,attheschooloffice", "thedeputyprincipal",
        "Ourflighthasbeenmoved", "13November2025at2:00p.m.localtimeoron14November2025at9:30a.m.", "apologise", "confirm",
    ):  # fmt: skip
        assert said in text, said


def test_a_confirmed_visit_is_thanked_for_once_its_day_has_passed(office: Office, tmp_path: Path) -> None:
    fixed = targets(progress="confirmed", confirmed_day="2026-12-09", confirmed_time="10:30")
    sheet = received(office, KEY, 2026, {**SEOUL, "targets": fixed}, date(2026, 10, 13))
    assert "確定日" in refused(office, sheet, THANKS, tmp_path).wording.ja
    text = "".join(pages(office, sheet, THANKS, tmp_path, on=date(2026, 12, 14)))
    assert "receivingourdelegationon9December2026" in text
    assert "following" not in text  # nothing is said of what was learnt where nothing is entered


def test_a_new_time_that_has_been_agreed_asks_for_no_change(office: Office, tmp_path: Path) -> None:
    day, time = "2026-12-10", "14:00"
    agreed = targets(progress="confirmed", confirmed_day=day, confirmed_time=time, new_day=day, new_time=time)
    sheet = received(office, KEY, 2026, {**SEOUL, "targets": agreed}, date(2026, 10, 13))
    assert refused(office, sheet, CHANGE, tmp_path).field == "targets"


def test_an_hour_that_ends_a_sentence_brings_no_second_full_stop(office: Office, tmp_path: Path) -> None:
    told = {"replied_on": "2026-10-20", "confirmed_day": "2026-12-09", "confirmed_time": "14:00"}
    dropped = targets(progress="cancelled", change_reason="The trip is cancelled.", **told)
    sheet = received(office, KEY, 2026, {**SEOUL, "targets": dropped}, date(2026, 10, 13))
    text = "".join(pages(office, sheet, CANCELLATION, tmp_path))
    assert "2:00p.m." in text
    assert "p.m.." not in text


def test_a_request_without_an_answer_can_be_withdrawn_too(office: Office, tmp_path: Path) -> None:
    dropped = targets(progress="cancelled", change_reason="The trip is cancelled.")
    sheet = received(office, KEY, 2026, {**SEOUL, "targets": dropped}, date(2026, 10, 13))
    text = "".join(pages(office, sheet, CANCELLATION, tmp_path))
    assert "WehadaskedyouforanappointmentduringourvisittoSeoul." in text


def test_what_is_missing_is_named_by_row_before_anything_is_printed(office: Office, tmp_path: Path) -> None:
    bare = [*targets(), *targets(address=None, city=None, body_abroad=None, body="ソウル特別市")]
    answers = {key: value for key, value in SEOUL.items() if key not in ("signer", "purpose_en")}
    sheet = received(office, KEY, 2026, {**answers, "targets": bare}, date(2026, 10, 13))
    refusal = refused(office, sheet, REQUEST, tmp_path)
    said = [one.ja for one in refusal.details]
    assert "「署名者の氏名（ローマ字）」を入力してください。" in said
    assert "「訪問の目的（英語）」を入力してください。" in said
    second = [one for one in said if "2行目（ソウル特別市）" in one]
    assert [re.findall("「(.+)」", one)[0] for one in second] == [
        "手紙：機関名（英語）", "所在地", "手紙：都市（英語）", "希望日時",
    ]  # fmt: skip
    assert not any("1行目" in one for one in said)


def test_a_name_in_latin_letters_need_not_be_typed_twice(office: Office, tmp_path: Path) -> None:
    latin = targets(body="City of Ōmuta's Sister, São Paulo", body_abroad=None, area="Seoul", city=None)
    sheet = received(office, KEY, 2026, {**SEOUL, "targets": latin}, date(2026, 10, 13))
    assert "CityofŌmuta'sSister,SãoPaulo" in pages(office, sheet, REQUEST, tmp_path)[0]


def test_several_bodies_each_get_their_own_letter_questions_and_page_numbers(office: Office, tmp_path: Path) -> None:
    rows = SCHOOLS["targets"]
    assert isinstance(rows, list)
    both = [{key: value for key, value in row.items() if key in rows[0]} for row in rows[:2]]
    sheet = received(office, KEY, 2025, {**SCHOOLS, "targets": both}, date(2025, 9, 1))
    sheet = office.cases.save(
        sheet.number,
        {**sheet.answers, "slots": tuple(r for r in sheet.answers["slots"] if r["target"] in (1, 2))},
    )
    texts = pages(office, sheet, REQUEST, tmp_path)
    numbers = [re.search(r"(\d+)/(\d+)$", text) for text in texts]
    counted = [(int(found[1]), int(found[2])) for found in numbers if found]
    half = len(texts) // 2
    assert counted == [(n, half) for n in range(1, half + 1)] * 2
    first, second = "".join(texts[:half]), "".join(texts[half:])
    assert "Whichmonthssuityoubest?" in first
    assert "Howaretheparentsinformed?" not in first
    assert "Howaretheparentsinformed?" in second
    assert "Wholooksafterexchanges" in first
    assert "Wholooksafterexchanges" in second


def test_the_reading_copy_says_in_japanese_what_the_letter_says(
    office: Office, schools: CaseSheet, tmp_path: Path
) -> None:
    text = "".join(pages(office, schools, CHANGE, tmp_path, Language.JA))
    for said in ("英文書簡の和文控え", "訪問校2（見本）", "令和7年11月13日午後2時", "杉並区教育委員会教育長"):
        assert said in text, said


def test_one_row_can_be_printed_again_by_its_number(office: Office, schools: CaseSheet, tmp_path: Path) -> None:
    assert "(Specimen)SchoolNo.4" in "".join(pages(office, schools, REQUEST, tmp_path, rows=(4,)))
    out_of_range = refused(office, schools, REQUEST, tmp_path, rows=(5,))
    assert "5行目はありません" in out_of_range.wording.ja


def test_a_case_with_a_letter_typed_by_hand_keeps_and_prints_it(office: Office, tmp_path: Path) -> None:
    """Until FY2026 one letter was typed at a time; nothing of it is lost."""
    typed = {
        **SEOUL,
        "letter_day": "2026-10-14",
        "letter_to": "The Mayor\n(Specimen) City",
        "letter_dear": "Mayor",
        "letter_purpose": "to learn about your festival.",
        "letter_signed": "(Specimen)\nGovernor",
    }
    sheet = received(office, KEY, 2026, typed, date(2026, 10, 13))
    offered = {pack.key for pack in office.documents.packs(sheet)}
    assert "request_by_hand" in offered
    assert "thanks_by_hand" not in offered
    text = "".join(pages(office, sheet, "request_by_hand", tmp_path))
    assert "TheMayor(Specimen)City" in text
    assert "tolearnaboutyourfestival." in text
    saved = office.cases.save(sheet.number, {**sheet.answers, "title": "改めた件名"})
    assert saved.answers["letter_dear"] == "Mayor"


def test_a_case_without_one_is_not_offered_it(office: Office, schools: CaseSheet) -> None:
    assert not any(pack.kept_for for pack in office.documents.packs(schools))


def test_a_letter_typed_by_hand_without_its_signature_is_pointed_out(office: Office) -> None:
    begun = {**SEOUL, "letter_day": "2026-10-14", "letter_to": "The Mayor", "letter_dear": "Mayor"}
    assert verdicts(findings(office, KEY, 2026, begun), "letter") == [Verdict.UNDECIDED]
    assert verdicts(findings(office, KEY, 2026, SEOUL), "letter") == []


def test_the_branch_files_each_bodys_letter_with_its_reading_copy_and_bilingual_annexes(
    office: Office, tmp_path: Path
) -> None:
    sheet = received(office, KEY, 2026, SEOUL, date(2026, 10, 13))
    out, filed = tmp_path / "控.pdf", office.documents.languages(sheet, REQUEST, PackCopy.BRANCH)
    made = office.documents.print(
        sheet.number, REQUEST, filed, out, on=date(2026, 10, 14), made_up=MakeUp(copy=PackCopy.BRANCH)
    )
    texts = page_texts(out)
    assert "（英文書簡の和文控え）" in texts[0]
    assert "DearSirorMadam" in texts[1]
    assert [text for text in texts if "Questions" in text and "質問" in text]
    assert all(f"{number}/{len(texts)}" in text for number, text in enumerate(texts, start=1))
    assert made.pages < office.documents.preview(sheet, REQUEST, list(Language), out, on=date(2026, 10, 14)).pages


def test_bilingual_papers_of_several_bodies_are_numbered_for_each(
    office: Office, schools: CaseSheet, tmp_path: Path
) -> None:
    out, on = tmp_path / "礼状.pdf", date(2025, 10, 27)
    both = MakeUp(bilingual=True)
    office.documents.preview(schools, THANKS, list(Language), out, on=on, rows=[3, 4], made_up=both)
    texts = page_texts(out)
    assert ["SchoolNo.3" in text for text in texts] == [False, True, False, False]
    assert ["SchoolNo.4" in text for text in texts] == [False, False, False, True]
    numbers = [found[-1] for text in texts if (found := re.findall(r"[1-9]/[1-9]", text))]
    assert numbers == ["1/2", "2/2", "1/2", "2/2"]
