"""Searching as clerks type: any width, any kana, any variant of a kanji; names themselves stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clair_desktop.domain.searched import normalised
from clair_desktop.model.database import Database
from clair_desktop.model.search import search_text
from tests.model.records import ReceiveCase


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("髙﨑市", "高崎"),
        ("高崎市", "髙﨑"),
        ("濵田 渡邊", "浜田　渡辺"),
        ("𠮷野町", "吉野"),
        ("葛󠄀城市", "葛城市"),
        ("神戸市", "神戸市"),
        ("シンガポール", "しんがぽーる"),
        ("ｼﾝｶﾞﾎﾟｰﾙ", "シンガポール"),
        ("ＣＬＡＩＲ London", "clair london"),
        ("第１２３号", "123"),
        ("ほうじ茶の販路", "ホウジ茶"),
        ("進捗率100%_完了", "100%_"),
        (r"C:\案件", r"c:\案"),
    ],
)
def test_a_case_is_found_however_it_is_typed(
    database: Database, receive_case: ReceiveCase, stored: str, typed: str
) -> None:
    receive_case(number="R8-0001", title=stored, search_text=search_text("宮城県", stored))
    receive_case(number="R8-0002", title="別の案件", search_text=search_text("仙台市", "別の案件"))
    with database.reading() as work:
        found = work.cases.listing(text=typed)
    assert [(line.number, line.title) for line in found] == [("R8-0001", stored)]


def test_every_word_must_occur_in_any_order(database: Database, receive_case: ReceiveCase) -> None:
    receive_case(search_text=search_text("宮城県", "シンガポールの土葬"))
    receive_case(search_text=search_text("宮城県", "ロンドンの図書館"))
    with database.reading() as work:
        assert [line.number for line in work.cases.listing(text="土葬　宮城")] == ["R8-0001"]
        assert len(work.cases.listing(text="宮城")) == 2
        assert len(work.cases.listing(text=" 　")) == 2


def test_no_word_is_found_across_two_fields(database: Database, receive_case: ReceiveCase) -> None:
    receive_case(search_text=search_text("宮城県", "", "庁舎"))
    with database.reading() as work:
        assert work.cases.listing(text="県庁") == []


@pytest.mark.parametrize("typed", ["%", "_", "100_", "'", '"', "\\", "*"])
def test_signs_of_the_query_language_are_searched_as_they_are(
    database: Database, receive_case: ReceiveCase, typed: str
) -> None:
    receive_case(search_text=search_text("百分率100点"))
    with database.reading() as work:
        assert work.cases.listing(text=typed) == []


@given(st.text())
def test_the_searched_form_is_stable(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)
