"""Part of a workbook is taken in: what is left out stays as the case has it, and is offered again."""

from collections.abc import Iterator

import pytest

from clair_desktop.services.intake_choice import without
from clair_desktop.services.office import Office
from tests.presenters.stand import opened_office
from tests.services.forms import MEMORIAL, Form


@pytest.fixture
def office() -> Iterator[Office]:
    with opened_office() as opened:
        yield opened


@pytest.fixture
def form(office, tmp_path) -> Form:
    return Form(office, tmp_path / "041009_交流_2026.xlsx")


def test_an_answer_left_out_of_a_new_case_is_offered_again(office, form) -> None:
    path = form.fill(MEMORIAL).save()
    sheet = office.intakes.take(without(office.intakes.read(path), {}, [("requested", None)]))
    assert "requested" not in sheet.answers
    assert sheet.answers["total_cost"] == 1_200_000
    again = office.intakes.read(path)
    assert [(one.field, one.after.ja) for one in again.changes] == [("requested", "500,000")]


def test_an_answer_left_out_stays_as_the_case_has_it(office, form) -> None:
    first = office.intakes.take(office.intakes.read(form.fill(MEMORIAL).save()))
    intake = office.intakes.read(form.fill({"requested": 450_000, "phone": "022-214-1111"}).save())
    sheet = office.intakes.take(without(intake, first.answers, [("requested", None)]))
    assert (sheet.answers["requested"], sheet.answers["phone"]) == (500_000, "022-214-1111")


def test_rows_are_left_out_one_by_one(office, form) -> None:
    path = form.fill(MEMORIAL).save()
    sheet = office.intakes.take(without(office.intakes.read(path), {}, [("cost_breakdown", 2)]))
    assert [row["amount"] for row in sheet.answers["cost_breakdown"]] == [1_000_000]
    assert [row["amount"] for row in sheet.answers["funding"]] == [500_000, 700_000]
    again = office.intakes.read(path)
    assert [(one.field, one.row) for one in again.changes] == [("cost_breakdown", 2)]


def test_with_nothing_left_out_it_is_the_same_workbook(office, form) -> None:
    intake = office.intakes.read(form.fill(MEMORIAL).save())
    assert without(intake, {}, []) is intake
