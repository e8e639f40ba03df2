"""The heads of English letters: what is known in English stands in English, and the rest is said before printing."""

from dataclasses import replace

import pytest

from clair_desktop.domain.making_up import PackCopy
from clair_desktop.domain.pack_languages import PackLanguages, PaperLanguage
from clair_desktop.domain.posts import english_head
from clair_desktop.domain.wording import Language
from tests.programmes.test_papers import text_of
from tests.services.casework import TODAY, changed, grant


@pytest.mark.parametrize(
    ("typed", "code", "head"),
    [
        ("富士市長", "222101", "Mayor"),
        ("静岡県富士市長", "222101", "Mayor"),
        ("市長", "222101", "Mayor"),
        ("宮城県知事", "040002", "Governor"),
        ("知事", "040002", "Governor"),
        ("蔵王町長", "043010", "Mayor"),
        ("富士市長　髙﨑　太郎", "222101", ""),  # the name is not made up
        ("沼津市長", "222101", ""),
        ("理事長", "", ""),
    ],
)
def test_a_governor_or_mayor_is_known_in_english_and_nobody_else(office, typed, code, head):
    assert english_head(typed, office.names.authority(code)) == head


def english(office, sheet, pack, out):
    made = office.documents.preview(sheet, pack, [Language.EN], out / f"{pack}.pdf", on=TODAY)
    return text_of(made.path), [one for one in made.warnings if one.ja.startswith("要確認")]


def advice(office, sheet):
    return [one for one in office.cases.judged(sheet).findings if one.rule == "english_heads"]


def test_it_stands_among_the_findings_where_the_pack_is_made_in_english_until_it_is_entered(office):
    sheet = grant(office, 2026, representative="富士市長　髙﨑　太郎")
    assert advice(office, sheet) == []
    office.documents.keep_languages(sheet, "correction", PackCopy.APPLICANT, PackLanguages(PaperLanguage.BOTH))
    (said,) = advice(office, sheet)
    assert "「補正依頼文」の宛名に" in said.message.ja
    assert said.field == "representative_en"
    assert not said.blocks
    assert advice(office, changed(office, sheet, representative_en="Takasaki Taro, Mayor")) == []
    assert advice(office, changed(office, office.cases.get(sheet.number), representative="富士市長")) == []


def test_an_english_letter_addresses_the_mayor_in_english(office, tmp_path):
    sheet = grant(office, 2026, corrections="見積書に内訳を付けること。")
    text, doubts = english(office, sheet, "correction", tmp_path)
    assert "MayorFujiCity,ShizuokaPrefectureDearMayor," in text
    assert doubts == []


def test_in_english_the_office_stands_before_the_body_for_whom_it_signs_too(office, tmp_path):
    sheet = grant(office, 2026, corrections="見積書に内訳を付けること。")
    letter, _ = english(office, sheet, "correction", tmp_path)
    assert "Yourssincerely,Head,MiyagiPrefectureBranchCouncilofLocalAuthorities" in letter
    application, _ = english(office, sheet, "application", tmp_path)
    assert "MayorFujiCity,ShizuokaPrefectureApplication:" in application


def test_what_is_known_in_japanese_only_is_said_before_it_is_printed(office, tmp_path):
    office.branch.put(replace(office.branch.get(), contact="国際係 佐藤"))
    sheet = grant(office, 2026, corrections="見積書に内訳を付けること。", representative="富士市長　髙﨑　太郎")
    _text, (head, contact) = english(office, sheet, "correction", tmp_path)
    assert "宛名に、英語の名称が分からない語が日本語のまま入っています（「富士市長　髙﨑　太郎」）" in head.ja
    assert "“国際係 佐藤”" in contact.en.replace("Officer in charge: ", "")
    told = changed(office, sheet, representative_en="Takasaki Taro, Mayor")
    text, doubts = english(office, told, "correction", tmp_path)
    assert "TakasakiTaro,MayorFujiCity,ShizuokaPrefectureDearSirorMadam," in text
    assert len(doubts) == 1
