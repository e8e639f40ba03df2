"""Addresses as the post of each country reads them, from the directory's own documents."""

import pytest

from clair_desktop.domain.mailing import japanese_lines, lines_abroad, postal_digits, vertical


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("東京都千代田区麹町1-7", "東京都千代田区麹町一－七"),
        ("相互半蔵門ビル6・7F", "相互半蔵門ビル六・七Ｆ"),
        ("札幌市中央区北3条西7丁目(道庁別館12F)", "札幌市中央区北三条西七丁目（道庁別館一二Ｆ）"),
        ("仙台市青葉区本町３－８－１", "仙台市青葉区本町三－八－一"),
        ("ドゥビービル3階303号室", "ドゥビービル三階三〇三号室"),
        ("センター", "センター"),
    ],
)
def test_a_vertical_address_has_kanji_numerals(typed, set_):
    assert vertical(typed) == set_


def test_a_japanese_address_is_parted_before_its_building():
    assert japanese_lines(["東京都千代田区麹町1-7 相互半蔵門ビル6・7F"]) == [
        "東京都千代田区麹町1-7",
        "相互半蔵門ビル6・7F",
    ]
    assert japanese_lines(["ソウル特別市 中区 乙支路50 乙支韓国ビル 3階"]) == [
        "ソウル特別市 中区 乙支路50",
        "乙支韓国ビル 3階",
    ]
    assert japanese_lines(["宮城県刈田郡蔵王町", "大字円田字西浦北10"]) == ["宮城県刈田郡蔵王町", "大字円田字西浦北10"]


@pytest.mark.parametrize(
    ("country", "town", "name", "printed", "lines"),
    [
        ("US", "New York", "United States", "3 Park Avenue, 20th Floor New York, NY 10016-5902, U.S.A.",
         ["3 Park Avenue, 20th Floor", "New York, NY 10016-5902", "UNITED STATES"]),
        ("US", "New York", "United States", "3 Park Avenue, 20th Floor, New York, N.Y. 10016-5902 U.S.A.",
         ["3 Park Avenue, 20th Floor", "New York, NY 10016-5902", "UNITED STATES"]),
        ("GB", "London", "United Kingdom", "15 Whitehall, London SW1A 2DD, U.K.",
         ["15 Whitehall", "London", "SW1A 2DD", "UNITED KINGDOM"]),
        ("FR", "Paris", "France", "10, rue de la Paix 75002 Paris, FRANCE",
         ["10, rue de la Paix", "75002 Paris", "FRANCE"]),
        ("SG", "Singapore", "Singapore", "1 Raffles Place, #30-03 One Raffles Place, Singapore 048616",
         ["1 Raffles Place, #30-03 One Raffles Place", "Singapore 048616", "SINGAPORE"]),
        ("KR", "Seoul", "South Korea", "17th Floor Kyodo Building, 1, 1-ga, Jongno, Jongno-gu, Seoul 03154, Korea",
         ["17th Floor Kyodo Building, 1, 1-ga, Jongno", "Jongno-gu", "Seoul 03154", "SOUTH KOREA"]),
        ("AU", "Sydney", "Australia", "Level 12, Challis House, 4 Martin Place Sydney, NSW 2000 Australia",
         ["Level 12, Challis House, 4 Martin Place", "Sydney NSW 2000", "AUSTRALIA"]),
        ("CN", "Beijing", "China", ("Chang Fu Gong Office Building 5F, Jia-26 Jian Guo Men Wai Street, "
         "Chao Yang District, 100022 Beijing, China"),
         ["Chang Fu Gong Office Building 5F", "Jia-26 Jian Guo Men Wai Street", "Chao Yang District", "100022 Beijing",
          "CHINA"]),
        ("JP", "", "Japan", "Sogo Hanzomon Building (1st, 6th & 7th Floors) 1-7 Kojimachi, Chiyoda-ku,102-0083 Tokyo",
         ["Sogo Hanzomon Building (1st, 6th & 7th Floors) 1-7 Kojimachi", "Chiyoda-ku", "Tokyo 102-0083", "JAPAN"]),
    ],
)  # fmt: skip
def test_an_address_abroad_has_its_countrys_order_of_lines(country, town, name, printed, lines):
    assert lines_abroad(country, [printed], town, name) == lines


def test_typed_lines_stay_as_typed_and_the_country_comes_last_once():
    assert lines_abroad("GB", ["15 Whitehall", "London", "SW1A 2DD", "U.K."], "London", "United Kingdom") == [
        "15 Whitehall", "London", "SW1A 2DD", "UNITED KINGDOM"
    ]  # fmt: skip


def test_an_address_of_another_country_is_parted_at_its_commas():
    printed = "Kaiserstrasse 12, 53113 Bonn, Germany"
    assert lines_abroad("DE", [printed], "", "Germany") == ["Kaiserstrasse 12, 53113 Bonn", "GERMANY"]


def test_a_postal_code_gives_its_seven_digits():
    assert postal_digits("102-0083") == "1020083"
    assert postal_digits("SW1A 2DD") == ""
