"""Specimens of letters: days in their order, amounts that belong together, all of one worked case and one year."""

from datetime import date

from clair_desktop.domain.answers import read
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.wording import Language
from clair_desktop.programmes import all_programmes
from clair_desktop.services.gazetteer import load_gazetteer
from clair_desktop.services.specimens import Specimen, specimen_year, worked_for
from tests.programmes.test_papers import text_of

NAMES = load_gazetteer()


def shown():
    """What the specimen of every pack says, in the year as of which it is shown."""
    for programme in all_programmes().values():
        for pack in programme.packs:
            if pack.each is None and pack.needs.row is None and pack.kept_for is None:
                found = worked_for(programme, pack)
                year = specimen_year(pack, found.example)
                worked = found.in_year(year)
                answers = read(programme.edition(FiscalYear(year)).fields(), worked.answers, NAMES).answers
                yield f"{programme.key} {pack.key}", pack, FiscalYear(year), worked, answers


def test_a_decision_is_not_sent_on_before_its_day_nor_a_correction_asked_for_in_the_past():
    for name, pack, _year, worked, answers in shown():
        day = worked.day or date.min
        for key in ("award_day", "chosen_on", "decided_on", "completed_on"):
            if key in pack.needs.answers and (told := answers.get(key)):
                assert told <= day, (name, key, told, day)
        for deadline, of in (
            ("correct_by", "corrections"),
            ("awaited_by", "awaited"),
            ("question_by", "office_question"),
        ):
            if of in pack.needs.answers and answers.get(of):
                assert day < answers[deadline], (name, deadline)


def test_the_amounts_of_a_grant_follow_one_another():
    for name, _pack, _year, _worked, answers in shown():
        amounts = [answers.get(key) for key in ("final_amount", "awarded", "requested", "eligible_cost", "total_cost")]
        known = [one for one in amounts if isinstance(one, int)]
        assert known == sorted(known), (name, known)


def test_no_specimen_claims_what_an_advance_has_covered():
    claims = [
        (pack.needs.remaining, answers) for _name, pack, _year, _worked, answers in shown() if pack.needs.remaining
    ]
    assert len(claims) >= 4
    for (whole, paid), answers in claims:
        assert answers[whole] > (answers.get(paid) or 0)


def test_what_a_specimen_needs_is_said_by_its_own_case_where_one_worked_case_says_it_all():
    for name, pack, _year, _worked, answers in shown():
        examples = all_programmes()[name.split()[0]].examples
        given = [{**one.answers, **{k: v for step in one.steps for k, v in step.answers.items()}} for one in examples]
        lacking = [key for key in pack.needs.answers if answers.get(key) in (None, "", ())]
        assert not lacking or not any(all(map(one.get, pack.needs.answers)) for one in given), (name, lacking)


def test_the_project_lies_in_the_year_of_the_paper():
    for name, pack, year, _worked, answers in shown():
        starts = answers.get("starts")
        if any(one.since for one in pack.documents) and isinstance(starts, date):
            assert FiscalYear.containing(starts) == year, (name, starts)


def test_what_might_have_happened_instead_is_a_step_open_at_its_day_and_says_what_its_paper_needs():
    found = [(p, e, k, s) for p in all_programmes().values() for e in p.examples for k, s in e.instead.items()]
    assert len(found) > 30
    for programme, example, key, step in found:
        name = programme.key, example.year, key
        pack = next(one for one in programme.packs if one.key == key)
        takes = programme.workflow.step_of(step.key, part=step.part is not None)
        assert takes is not None, name
        worked = worked_for(programme, pack)
        assert all(worked.answers.get(one) for one in pack.needs.answers), name
        assert worked.day, name
        flow = programme.workflow
        if flow.parts is None:
            states = [flow.step_of(one.key, part=False).target for one in example.steps if one.on <= step.on]
            state = states[-1] if states else flow.first
            next_to = {state, *(one.target for one in flow.open_from(state))}  # a change is asked for, then agreed
            assert next_to & set(takes.sources), (name, state)


def test_a_letter_of_offices_names_those_that_answered(office, tmp_path):
    said = {}
    for pack in ("support_granted", "support_declined"):
        made = office.documents.specimen("overseas_support", pack, [Language.JA], tmp_path / f"{pack}.pdf")
        said[pack] = text_of(made.path)
    assert "支援する事務所パリ事務所" in said["support_granted"]
    assert "支援できない事務所パリ事務所" in said["support_declined"]


def test_a_leap_day_and_an_era_are_moved_with_the_rest():
    example = all_programmes()["economic_grant"].examples[0]
    answers = {"a": "2024-02-29", "b": [{"c": "令和7年9月"}], "d": 2025}
    moved = Specimen(example, answers, date(2025, 4, 15)).in_year(2026)
    assert moved.answers == {"a": "2025-02-28", "b": [{"c": "令和8年9月"}], "d": 2025}
    assert moved.day == date(2026, 4, 15)


def test_a_specimen_of_the_answer_to_a_change_stands_after_the_change():
    promotion = all_programmes()["promotion_adviser"]
    found = worked_for(promotion, next(pack for pack in promotion.packs if pack.key == "change_notice"))
    assert "9月25日" in str(found.answers["change"])
    assert found.answers["dispatch_on"] == "2025-09-25"


def test_a_specimen_names_the_offices_that_its_words_speak_of(office, tmp_path):
    for pack, said in (("support_granted", "支援する事務所パリ"), ("support_declined", "支援できない事務所")):
        office.documents.specimen("overseas_support", pack, [Language.JA], tmp_path / "letter.pdf")
        assert said in text_of(tmp_path / "letter.pdf")
