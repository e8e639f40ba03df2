"""Cards for address books, read back by a parser as strict as RFC 2426."""

import re
from datetime import date

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language
from clair_desktop.services.directory_facts import Chosen

_LINE = re.compile(
    r"(?:(?P<group>[A-Za-z0-9-]+)\.)?(?P<name>[A-Z-]+|X-ABLabel)(?P<kinds>(?:;[A-Z]+=[A-Z,]+)*):(?P<value>.*)"
)
_NEEDED = ("VERSION", "FN", "N")


def read(path):
    """Every card as (group, name, kinds, value); anything outside the grammar fails the test."""
    content = path.read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    physical = content.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in physical)
    for line in physical:
        line.decode()  # no character is cut by folding
    lines = re.sub("\r\n ", "", content.decode()).split("\r\n")[:-1]
    cards, card = [], None
    for line in lines:
        if line == "BEGIN:VCARD":
            assert card is None
            card = []
        elif line == "END:VCARD":
            assert all(sum(one[1] == name for one in card) == 1 for name in _NEEDED)
            cards.append(card)
            card = None
        else:
            found = _LINE.fullmatch(line)
            assert found, line
            card.append((found["group"], found["name"], found["kinds"], found["value"]))
    assert card is None
    return cards


def parts(value):
    """The components of a value, unescaped."""
    split = re.split(r"(?<!\\)((?:\\\\)*);", value)
    joined = ["".join(pair) for pair in zip(split[::2], [*split[1::2], ""], strict=True)]
    return [re.sub(r"\\(.)", lambda one: "\n" if one[1] in "nN" else one[1], part) for part in joined]


def values(card, name, kinds=""):
    return [one[3] for one in card if one[1] == name and kinds in one[2]]


def test_miyagis_office_in_seoul_can_be_dialled_from_anywhere(office, tmp_path):
    made = office.vcards.write(tmp_path / "ソウル.vcf", Chosen(["miyagi_seoul"]))
    (card,) = read(made.path)
    assert values(card, "VERSION") == ["3.0"]
    assert values(card, "FN") == values(card, "ORG") == ["宮城県ソウル事務所"]
    assert values(card, "TEL", "VOICE") == ["+8227253978"]
    assert values(card, "TEL", "FAX") == ["+8227253979"]
    assert values(card, "SORT-STRING") == ["ミヤギケンソウルジムショ"]
    (address,) = values(card, "ADR")
    assert parts(address) == [
        "", "", "大韓民国ソウル特別市中区貞洞11-3 ドゥビービル3階303号室", "", "", "", "South Korea"
    ]  # fmt: skip


def test_a_postal_code_stands_in_its_part(office, tmp_path):
    (card,) = read(office.vcards.write(tmp_path / "本部.vcf", Chosen(["headquarters"])).path)
    (address,) = values(card, "ADR")
    assert parts(address)[5:] == ["102-0083", "Japan"]
    assert parts(address)[2] == "東京都千代田区麹町1-7 相互半蔵門ビル6・7F"
    assert values(card, "TEL") == ["+81352131730"]


def test_a_fax_number_left_out_by_the_latest_document_is_not_given(office, tmp_path):
    chosen = Chosen(["london"])
    (card,) = read(office.vcards.write(tmp_path / "今.vcf", chosen).path)
    assert values(card, "TEL") == ["+442078398500"]
    assert "記載なし" not in (tmp_path / "今.vcf").read_text("utf-8")
    (earlier,) = read(office.vcards.write(tmp_path / "前.vcf", chosen, on=date(2016, 4, 1)).path)
    assert values(earlier, "TEL", "FAX") == ["+442078398191"]


def test_commas_of_an_address_are_escaped_and_come_back(office, tmp_path):
    (card,) = read(office.vcards.write(tmp_path / "l.vcf", Chosen(["london"]), Language.EN).path)
    (address,) = values(card, "ADR")
    assert parts(address)[2] == "15 Whitehall, London SW1A 2DD, U.K."
    assert values(card, "FN") == ["Japan Local Government Centre (CLAIR\\, London)"]


def test_a_divisions_addresses_say_which_programme_they_are_for(office, tmp_path):
    (card,) = read(office.vcards.write(tmp_path / "課.vcf", Chosen(["economic_exchange"])).path)
    labels = {one[0]: one[3] for one in card if one[1] == "X-ABLabel"}
    mail = {labels[one[0]]: one[3] for one in card if one[1] == "EMAIL" and one[0]}
    assert mail["経済活動助成事業"] == "keishin@clair.or.jp"


def test_every_body_that_can_be_reached_has_one_card(office, tmp_path):
    made = office.vcards.write(tmp_path / "全部.vcf", Chosen())
    cards = read(made.path)
    assert made.cards == len(cards) >= 19
    assert len({values(card, "UID")[0] for card in cards}) == len(cards)
    numbers = [number for card in cards for number in values(card, "TEL")]
    assert all(re.fullmatch(r"\+[1-9]\d{6,14}", number) for number in numbers)


def test_bodies_of_which_only_the_name_is_known_are_refused(office, tmp_path):
    with pytest.raises(Refusal, match="can be reached"):
        office.vcards.write(tmp_path / "x.vcf", Chosen(["branch_040002"]))
    with pytest.raises(Refusal, match="cannot be written"):
        office.vcards.write(tmp_path / "ない" / "x.vcf", Chosen(["london"]))
    assert list(tmp_path.iterdir()) == []
