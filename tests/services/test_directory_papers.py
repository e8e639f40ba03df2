"""The directory on paper: what stands on a day, with its documents; a number left out is never printed."""

from datetime import date

import pikepdf
import pytest

from clair_desktop.domain.directory import BodyKind
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.services.directory_facts import Chosen
from clair_desktop.services.directory_reading import BodyEntry
from tests.output.pdf.reading import page_texts

JA, EN = Language.JA, Language.EN
OFFICES = Chosen(kinds=[BodyKind.OVERSEAS_OFFICE])


@pytest.fixture
def booklet(office, tmp_path):
    """Both languages in one file, as of 20 November 2026."""
    return office.directory_papers.booklet(tmp_path / "名簿.pdf", Chosen(), [JA, EN])


def test_the_booklet_says_what_stands_and_where_it_stands(booklet):
    pages = page_texts(booklet.path)
    assert booklet.pages == len(pages)
    assert pages[0].startswith("機関名簿令和8年11月20日の文書に使う値（宮城県支部作成）")
    whole = "".join(pages)
    assert "〒102-0083東京都千代田区麹町1-7相互半蔵門ビル6・7F" in whole
    assert "所在地15Whitehall,LondonSW1A2DD,U.K.[2]" in whole
    assert "海外事務所－ロンドン事務所" in whole
    assert "ValuesforlettersOf20November2026".casefold() in whole.casefold()
    assert "自治体国際化協会事業概要（2025年6月現在）" in whole


def test_the_contents_lead_to_the_page_on_which_a_body_stands(booklet):
    pages = page_texts(booklet.path)
    for name in ("宮城県ソウル事務所", "ロンドン事務所", "市民国際プラザ"):
        (number,) = [page for page, text in enumerate(pages, start=1) if f"{name}" in text and page > 2 and
                     f"{name}{KIND[name]}" in text]  # fmt: skip
        contents = "".join(pages[:2])
        assert f"{name}{number}" in contents


KIND = {"宮城県ソウル事務所": "自治体の海外事務所", "ロンドン事務所": "海外事務所", "市民国際プラザ": "関係機関"}


def test_every_page_is_numbered_and_chapters_are_in_the_outline(booklet):
    pages = page_texts(booklet.path)
    assert all(text.endswith(f"{number}/{len(pages)}") for number, text in enumerate(pages, start=1))
    with pikepdf.open(booklet.path) as pdf, pdf.open_outline() as outline:
        titles = [str(one.title) for one in outline.root]
    assert titles[:4] == ["機関名簿", "本部", "本部の課", "海外事務所"]
    assert titles.count("出典一覧") == titles.count("Documents") == 1


def test_a_number_that_the_latest_document_leaves_out_is_said_in_words(office, booklet, tmp_path):
    sheet = page_texts(office.directory_papers.sheets(tmp_path / "英.pdf", Chosen(["london"])).path)[0]
    assert "FAX番号2025年資料に記載なし[1]" in sheet
    assert "7839-8191" not in sheet
    assert "7839-8191" not in "".join(page_texts(booklet.path))


def test_a_page_tells_how_each_number_is_dialled(office, tmp_path):
    page = page_texts(office.directory_papers.sheets(tmp_path / "本部.pdf", Chosen(["headquarters"])).path)[0]
    assert "03-5213-1730（国外から+81-3-5213-1730）" in page
    page = page_texts(office.directory_papers.sheets(tmp_path / "北京.pdf", Chosen(["beijing"])).path)[0]
    assert "86-10-6513-8791（日本から010-86-10-6513-8791" in page
    assert "8790" not in page


def test_a_day_before_that_document_has_the_older_number(office, tmp_path):
    made = office.directory_papers.sheets(tmp_path / "英.pdf", Chosen(["london"]), on=date(2016, 4, 1))
    assert "44-20-7839-8191" in page_texts(made.path)[0]


@pytest.mark.parametrize("key", ["headquarters", "london", "miyagi_seoul", "economic_exchange", "beijing"])
@pytest.mark.parametrize("language", [JA, EN])
def test_a_body_takes_one_page(office, tmp_path, key, language):
    made = office.directory_papers.sheets(tmp_path / "一枚.pdf", Chosen([key]), [language])
    assert (made.pages, page_texts(made.path)[0][-3:]) == (1, "1/1")


def test_the_page_of_miyagis_office_in_seoul_names_its_document(office, tmp_path):
    page = page_texts(office.directory_papers.sheets(tmp_path / "ソウル.pdf", Chosen(["miyagi_seoul"])).path)[0]
    assert page.startswith("宮城県ソウル事務所自治体の海外事務所団体コード040002韓国")
    assert "大韓民国ソウル特別市中区貞洞11-3ドゥビービル3階303号室[1]" in page
    assert "宮城県「海外の関係機関」" in page


def test_beijing_s_address_is_printed_in_its_own_characters(office, tmp_path):
    page = page_texts(office.directory_papers.sheets(tmp_path / "北京.pdf", Chosen(["beijing"])).path)[0]
    assert "中国北京市朝阳区建国门外大街甲26号" in page
    assert "〓" not in page


def test_a_character_that_no_font_has_is_named_and_never_printed_as_a_box(office, tmp_path):
    body = office.bodies.add_body(BodyEntry(kind="partner", name_ja="カトマンズ市（काठमाडौं）", country="ネパール"))
    page = page_texts(office.directory_papers.sheets(tmp_path / "名簿.pdf", Chosen([body.key])).path)[0]
    assert "カトマンズ市（〓" in page
    assert "〓は印刷用の書体にない文字：U+0915" in page


def test_bodies_of_which_only_the_name_is_known_stand_in_one_list(office, tmp_path):
    made = office.directory_papers.booklet(tmp_path / "支部.pdf", Chosen(kinds=[BodyKind.BRANCH]))
    whole = "".join(page_texts(made.path))
    assert made.bodies == 67
    assert "次の機関は、名称のほかに確かめられた値がありません。" in whole
    assert "宮城県支部040002" in whole
    assert "指定日平成元年4月1日[1]" in whole  # 仙台市


def test_the_telephone_list_has_numbers_as_dialled_from_japan_and_from_abroad(office, tmp_path):
    page = "".join(page_texts(office.directory_papers.phones(tmp_path / "電話.pdf", Chosen()).path))
    assert "宮城県ソウル事務所82-2-725-3978010-82-2-725-3978+82-2-725-397882-2-725-3979" in page
    assert "ロンドン事務所44-20-7839-8500010-44-20-7839-8500+44-20-7839-8500―" in page
    assert "記載なし" not in page
    assert "市民国際プラザ" not in page


def test_a_specimen_says_so(office, tmp_path):
    from dataclasses import replace

    office.branch.put(replace(office.branch.get(), demonstration=True))
    made = office.directory_papers.booklet(tmp_path / "見本.pdf", OFFICES)
    assert all("見本" in text for text in page_texts(made.path))


def test_an_unknown_body_and_a_missing_folder_are_refused_and_nothing_is_written(office, tmp_path):
    papers = office.directory_papers
    for act in (papers.booklet, papers.sheets, papers.phones):
        with pytest.raises(Refusal, match="holds no “atlantis”"):
            act(tmp_path / "x.pdf", Chosen(["atlantis"]))
        with pytest.raises(Refusal, match="cannot be written"):
            act(tmp_path / "ない" / "x.pdf", Chosen(["london"]))
    assert list(tmp_path.iterdir()) == []


def test_a_telephone_list_of_bodies_without_numbers_is_refused(office, tmp_path):
    with pytest.raises(Refusal, match="no telephone"):
        office.directory_papers.phones(tmp_path / "x.pdf", Chosen(["jiam"]))
