"""Verbs that look things up and change nothing."""

import argparse
from collections.abc import Mapping

from clair_desktop.cli import shown
from clair_desktop.cli.session import Session
from clair_desktop.domain.answers import read
from clair_desktop.domain.answers import template as field_template
from clair_desktop.domain.coverage import Purpose
from clair_desktop.domain.facts import Answers
from clair_desktop.domain.offices import overseas_office
from clair_desktop.domain.programme import Edition, Programme
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.rulings import VERDICT_WORDS, Verdict
from clair_desktop.domain.wording import Wording
from clair_desktop.services.office import Office


def programme_named(office: Office, key: str) -> Programme:
    found = office.programmes().get(key)
    if found is None:
        listed = "、".join(office.programmes())
        raise Refusal(
            Wording(f"事業「{key}」はありません（{listed}）。", f"There is no programme “{key}” ({listed})."),
            field="programme",
        )
    return found


def edition_asked(office: Office, asked: argparse.Namespace) -> Edition:
    programme = programme_named(office, asked.programme)
    if not 1988 <= asked.year <= 2100:
        raise Refusal(
            Wording("実施年度は西暦で指定してください（例：2026）。", "Give the project year as in 2026."), field="year"
        )
    return office.edition(programme.key, asked.year)


def answers_asked(session: Session, office: Office, edition: Edition, given: str) -> Answers:
    """The answers of a file or of standard input."""
    return answers_read(office, edition, session.answers(given))


def answers_read(office: Office, edition: Edition, given: Mapping[str, object]) -> Answers:
    """All answers or none: what cannot be read is listed field by field."""
    reading = read(edition.fields(), given, office.names)
    if reading.complaints:
        details = []
        for complaint in reading.complaints:
            asked = edition.field(complaint.field or "")
            label = asked.label if asked else Wording(complaint.field or "", complaint.field or "")
            said = complaint.wording
            details.append(Wording(f"{label.ja}：{said.ja}", f"{label.en}: {said.en}"))
        raise Refusal(
            Wording(f"読めない入力が{len(details)}件あります。", f"Answers that cannot be read: {len(details)}."),
            field=reading.complaints[0].field,
            details=details,
        )
    return reading.answers


def programmes(session: Session, asked: argparse.Namespace) -> None:
    office, on = session.reference, asked.on or session.clock.today()
    found = [
        {
            "key": one.key,
            "name": shown.both(one.name),
            "years": one.years_with_rulings(),
            "takes_new_cases": one.takes_new_cases(on),
        }
        for one in office.programmes().values()
    ]
    lines = [f"{one.key}\t{one.name.in_(session.language)}" for one in office.programmes().values()]
    session.say({"on": on.isoformat(), "programmes": found}, "\n".join(lines))


def template(session: Session, asked: argparse.Namespace) -> None:
    """Always JSON: the fields as they are asked, and an empty object of answers to fill."""
    edition = edition_asked(session.reference, asked)
    session.json = True
    fields = [field_template(one) | {"section": section.key, "stage": section.stage}
              for section in edition.sections() for one in section.fields]  # fmt: skip
    empty: dict[str, None] = {one.key: None for one in edition.fields()}
    answer = {
        "programme": edition.programme.key,
        "project_year": edition.year.start_year,
        "fields": fields,
        "answers": empty,
    }
    session.say(answer, "")


def check(session: Session, asked: argparse.Namespace) -> int:
    """Exit 1 when a rule of the case's own year is not met, so that scripts can tell."""
    office = session.trial
    edition = edition_asked(office, asked)
    answers = answers_asked(session, office, edition, asked.answers)
    found = office.cases.judge(edition.programme.key, asked.year, answers, asked.on)
    lines = [shown.finding_lines(one, edition, session.language) for one in found.findings]
    verdict = VERDICT_WORDS[found.verdict].in_(session.language)
    answer = shown.judged(edition, found, answers, office.names, session.language)
    session.say(answer, "\n".join([verdict, *lines]))
    return 1 if found.verdict is Verdict.NOT_MET else 0


def route(session: Session, asked: argparse.Namespace) -> None:
    office, on = session.reference, asked.on or session.clock.today()
    country = office.names.find_country(asked.country)
    if country is None:
        raise Refusal(
            Wording(
                f"国・地域「{asked.country}」は見つかりません。ISOコード2文字か国名を指定してください。",
                f"No country “{asked.country}” is known. Give its two-letter ISO code or its name.",
            ),
            field="country",
        )
    found = office.directory.route(country.code, asked.area, Purpose(asked.purpose), on)
    names = "、".join(overseas_office(key).name.in_(session.language) for key in found.offices)
    said = f"{names or str(found.verdict)}\n{found.reason.in_(session.language)}"
    session.say(shown.routing(found, session.language), said)
