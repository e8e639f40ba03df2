"""名簿の印刷・宛名: what was chosen becomes a file, and who was left out of it is told."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.bodies import BodiesPresenter
from clair_desktop.presenters.directory_out import WHAT, DirectoryOut
from clair_desktop.services.office import Office
from tests.output.pdf.reading import page_texts
from tests.presenters.stand import Remembering, RememberingShell, opened_office

PLAIN = {
    "what": "sheet", "whom": "body", "lang": "ja", "day": "", "size": "naga3", "way": "vertical", "boxes": "yes",
    "window": "", "per_sheet": "12", "first": "1", "honorific": "", "sender": "no",
}  # fmt: skip


class Shell(RememberingShell):
    """Remembers what had to be read too."""

    def __init__(self, target) -> None:
        super().__init__(target=target)
        self.told = []

    def tell(self, message) -> None:
        self.told.append(message)


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def shell(tmp_path) -> Shell:
    return Shell(tmp_path / "名簿.pdf")


@pytest.fixture
def view() -> Remembering:
    return Remembering()


@pytest.fixture
def bodies(office, shell) -> BodiesPresenter:
    made = BodiesPresenter(Remembering(), office, shell, Language.JA)
    made.start()
    made.choose("london")
    return made


@pytest.fixture
def out(view, bodies, office, shell) -> DirectoryOut:
    made = DirectoryOut(view, bodies, office, shell, Language.JA)
    made.open("")
    return made


def test_the_question_names_the_chosen_body_and_the_day_of_its_sheet(out, view, bodies) -> None:
    question = view.last("ask_out")
    assert [key for key, _ in question.whom] == ["body", "all"]
    assert (question.whom[0][1].ja, question.day) == ("ロンドン事務所", "令和8年11月20日")
    bodies.look_at("H28.4.1")
    out.open("overseas_office")
    question = view.last("ask_out")
    assert question.whom[1][1].ja == "海外事務所すべて"
    assert question.day == "平成28年4月1日"


@pytest.mark.parametrize("what", [key for key, _ in WHAT])
def test_everything_that_is_offered_can_be_made(out, shell, what, tmp_path) -> None:
    assert out.make({**PLAIN, "what": what, "way": "english"})
    ending = "vcf" if what == "vcard" else "pdf"
    assert shell.suggested == [f"directory_{what}_2026-11-20.{ending}"]
    assert (tmp_path / "名簿.pdf").exists()
    assert "「名簿.pdf」を作りました（1機関）" in shell.said[-1].ja
    assert shell.told == shell.refused == []


def test_the_day_typed_is_the_day_of_the_values(out, tmp_path) -> None:
    assert out.make({**PLAIN, "day": "H28.4.1"})
    assert "44-20-7839-8191" in page_texts(tmp_path / "名簿.pdf")[0]


def test_all_of_the_kind_that_the_list_is_narrowed_to(out, shell) -> None:
    out.open("overseas_office")
    assert out.make({**PLAIN, "what": "phones", "whom": "kind", "lang": "both"})
    assert "7機関" in shell.said[-1].ja


def test_who_was_left_out_is_told(out, shell) -> None:
    assert out.make({**PLAIN, "what": "envelope", "whom": "all", "way": "english"})
    assert "・ソウル事務所：英語の住所がその日の資料にありません" in shell.told[0].ja or "ほか" in shell.told[0].ja
    assert "印刷しなかった機関が" in shell.told[0].ja


@pytest.mark.parametrize(
    ("field", "typed"),
    [("day", {"day": "きのう"}), ("window", {"what": "envelope", "window": "大きい"}),
     ("first", {"what": "labels", "first": "13"}), ("first", {"what": "labels", "first": "最初"})],
)  # fmt: skip
def test_what_does_not_read_is_said_beside_its_box(out, view, shell, field, typed) -> None:
    assert not out.make({**PLAIN, **typed})
    assert view.last("show_complaint")[0] == field
    assert shell.suggested == []


def test_what_cannot_be_made_is_refused_and_the_question_stays(out, bodies, shell, tmp_path) -> None:
    bodies.choose("branch_040002")
    assert not out.make({**PLAIN, "what": "envelope"})
    assert "その日の住所が分かりません" in shell.refused[0].details[0].ja
    assert not (tmp_path / "名簿.pdf").exists()


def test_going_back_from_the_choice_of_a_place_makes_nothing(out, shell) -> None:
    shell.target = None
    assert not out.make(PLAIN)
    assert shell.said == []


def test_the_branch_is_printed_as_sender_once_it_is_wished_for_and_its_address_is_set(out, office, shell, tmp_path):
    wish = PLAIN | {"what": "envelope", "way": "horizontal", "sender": "yes"}
    assert not out.make(wish)
    assert shell.refused[-1].field == "sender"
    office.branch.put(replace(office.branch.get(), postal=Wording("〒980-8570　仙台市青葉区本町三丁目8番1号", "")))
    assert out.make(wish)
    assert "〒980-8570仙台市青葉区本町三丁目8番1号" in page_texts(tmp_path / "名簿.pdf")[0]
